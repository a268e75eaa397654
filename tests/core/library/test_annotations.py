"""What training and the counters are given of the decisions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.library.edits.edits import Judge, JudgeRegion
from core.library.records import State
from core.library.store import Library
from tests.support.small_songs import library_with, new_song, tag_id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 5) as opened:
        yield opened


def test_labels_hold_yes_no_unsure_and_not_judged_for_every_song(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    library.do(
        Judge(4, kick, State.YES),
        Judge(2, kick, State.NO),
        Judge(2, piano, State.UNSURE),
        JudgeRegion(5, kick, 1.0, 2.0),
    )
    labels = library.annotations.labels()
    assert labels.song_ids.tolist() == [1, 2, 3, 4, 5]
    assert labels.artists[1] == labels.artists[4] == "Artist 2"
    assert labels.audio_hashes == tuple(f"{n:032x}" for n in range(1, 6))
    assert labels.paths[3].name == "song-4.flac"
    assert labels.states.shape == (5, 63)
    assert labels.states.dtype == np.int8
    columns = {tag: labels.tag_ids.tolist().index(tag) for tag in (kick, piano)}
    assert labels.states[:, columns[kick]].tolist() == [-1, 0, -1, 1, -1]
    assert labels.states[:, columns[piano]].tolist() == [-1, -2, -1, -1, -1]
    assert labels.tag_names[columns[kick]] == "kick"
    assert labels.category_ids[columns[kick]] == library.codebook.tag(kick).category_id
    assert (labels.states >= 0).sum() == 2
    assert labels.counts()["kick"] == (1, 1)


def test_labels_are_the_same_in_whatever_order_the_songs_came(tmp_path: Path) -> None:
    found = []
    for name, order in (("one", (1, 2, 3)), ("other", (3, 1, 2))):
        with Library.open(tmp_path / f"{name}.db") as library:
            ids = {number: library.songs.add(new_song(number))[0] for number in order}
            library.do(Judge(ids[2], tag_id(library, "kick"), State.YES))
            found.append(library.annotations.labels())
    one, other = found
    assert one.audio_hashes == other.audio_hashes
    assert (one.states == other.states).all()
    assert one.digest == other.digest
    assert one.song_ids.tolist() != other.song_ids.tolist()


def test_missing_means_no_only_on_request_and_unsure_stays_unsure(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    library.do(Judge(2, kick, State.YES), Judge(2, piano, State.UNSURE))
    states = library.annotations.labels(missing_means_no=True).states
    assert (states == 0).sum() == 61
    assert (states == -2).sum() == 1
    assert (states == -1).sum() == 4 * 63


def test_a_snapshot_does_not_change_and_its_digest_tells_what_it_held(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(Judge(2, kick, State.YES))
    first = library.annotations.labels()
    held = first.states.copy()
    library.do(Judge(2, kick, State.NO))
    second = library.annotations.labels()
    library.undo()
    third = library.annotations.labels()
    assert (first.states == held).all()
    assert first.digest == third.digest != second.digest


def test_labels_of_nothing_are_empty_and_well_shaped(tmp_path: Path) -> None:
    with Library.open(tmp_path / "empty.db") as library:
        labels = library.annotations.labels()
    assert labels.states.shape == (0, 63)
    assert labels.paths == ()
    assert labels.song_ids.dtype == np.int64


def test_progress_counts_songs_and_decisions(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    library.do(Judge(2, kick, State.YES), Judge(2, piano, State.NO), Judge(3, kick, State.NO))
    progress = library.annotations.progress()
    assert (progress.n_judged_songs, progress.n_songs, progress.n_decisions) == (2, 5, 3)
