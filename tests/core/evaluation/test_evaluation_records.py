"""The songs behind a tag's numbers are those that were found, missed and wrongly found."""

from __future__ import annotations

import numpy as np
import pytest

from core.evaluation.evaluation_records import ScoredCells, ScoredSong


@pytest.fixture
def cells() -> ScoredCells:
    states = np.array([[1], [1], [0], [0], [-1], [1]], np.int8)
    scores = np.array([[0.9], [0.2], [0.7], [0.1], [0.99], [0.6]], np.float32)
    return ScoredCells(np.arange(1, 7), states, scores, scores >= 0.5)


def test_songs_are_found_missed_or_false_alarms_the_most_surprising_first(
    cells: ScoredCells,
) -> None:
    songs = cells.of_tag(0)
    assert [song.song_id for song in songs.found] == [6, 1]
    assert [song.song_id for song in songs.missed] == [2]
    assert [song.song_id for song in songs.false_alarms] == [3]
    assert [song.song_id for song in songs.not_found] == [4]
    assert songs.missed[0] == ScoredSong(2, pytest.approx(0.2))


def test_another_threshold_decides_anew(cells: ScoredCells) -> None:
    songs = cells.of_tag(0).decided_from(0.15)
    assert [song.song_id for song in songs.found] == [2, 6, 1]
    assert songs.missed == ()
    assert [song.song_id for song in songs.false_alarms] == [3]
    assert cells.of_tag(0).decided_from(1.0).found == ()
