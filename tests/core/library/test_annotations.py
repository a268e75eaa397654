"""What training and the counters are given of the decisions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.library.edits.edits import Judge, JudgeRegion
from core.library.records import State
from core.library.store import Library
from tests.support.small_songs import library_with, tag_id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 5) as opened:
        yield opened


def test_labels_hold_yes_no_and_masked_for_every_judged_song(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    library.do(
        Judge(4, kick, State.YES),
        Judge(2, kick, State.NO),
        Judge(2, piano, State.UNSURE),
        JudgeRegion(5, kick, 1.0, 2.0),
    )
    labels = library.annotations.labels()
    assert labels.song_ids.tolist() == [2, 4]
    assert labels.artists == ("Artist 2", "Artist 1")
    assert labels.audio_hashes == tuple(f"{n:032x}" for n in (2, 4))
    assert [path.name for path in labels.paths] == ["song-2.flac", "song-4.flac"]
    assert labels.states.shape == (2, 63)
    assert labels.states.dtype == np.int8
    columns = {tag: labels.tag_ids.tolist().index(tag) for tag in (kick, piano)}
    assert labels.states[:, columns[kick]].tolist() == [0, 1]
    assert labels.states[:, columns[piano]].tolist() == [-1, -1]
    assert labels.tag_names[columns[kick]] == "kick"
    assert (labels.states != -1).sum() == 2
    assert labels.counts()["kick"] == (1, 1)


def test_missing_means_no_only_on_request_and_unsure_stays_unsure(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    library.do(Judge(2, kick, State.YES), Judge(2, piano, State.UNSURE))
    states = library.annotations.labels(missing_means_no=True).states
    assert (states == 0).sum() == 61
    assert (states == -1).sum() == 1


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


def test_labels_of_nothing_are_empty_and_well_shaped(library: Library) -> None:
    labels = library.annotations.labels()
    assert labels.states.shape == (0, 63)
    assert labels.paths == ()


def test_progress_counts_songs_and_decisions(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    library.do(Judge(2, kick, State.YES), Judge(2, piano, State.NO), Judge(3, kick, State.NO))
    progress = library.annotations.progress()
    assert (progress.n_judged_songs, progress.n_songs, progress.n_decisions) == (2, 5, 3)
