"""Counts over some songs: the same from the database and from memory, and never stale."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.library.edits.edits import Judge, JudgeMany, JudgeRegion, RemoveSongs
from core.library.records import State
from core.library.search import counts
from core.library.store import Library
from tests.support.small_songs import library_with, tag_id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 6) as opened:
        yield opened


@pytest.fixture(params=["few songs", "many songs"])
def counted(request: pytest.FixtureRequest, library: Library, monkeypatch: pytest.MonkeyPatch,
            ) -> Library:  # fmt: skip
    """The library, counting once by the database and once in memory."""
    if request.param == "many songs":
        monkeypatch.setattr(counts, "MAX_IN_DATABASE", 0)
    return library


def test_every_state_is_counted_over_just_these_songs(counted: Library) -> None:
    kick, piano = tag_id(counted, "kick"), tag_id(counted, "piano")
    counted.do(JudgeMany((1, 2, 3), kick, State.YES), Judge(4, kick, State.NO),
               Judge(2, piano, State.UNSURE), JudgeRegion(5, kick, 1.0, 2.0))  # fmt: skip
    assert counted.search.state_counts([2, 3, 4, 5]) == {
        kick: {State.YES: 2, State.NO: 1},
        piano: {State.UNSURE: 1},
    }
    assert counted.search.state_counts([6]) == {}


def test_a_decision_and_its_undo_are_counted_at_once(counted: Library) -> None:
    kick = tag_id(counted, "kick")
    all_ids = counted.songs.all_ids()
    counted.do(JudgeMany((1, 2, 3), kick, State.YES))
    assert counted.search.state_counts(all_ids)[kick] == {State.YES: 3}
    counted.do(Judge(2, kick, State.NO))
    assert counted.search.state_counts(all_ids)[kick] == {State.YES: 2, State.NO: 1}
    counted.undo()
    counted.undo()
    assert counted.search.state_counts(all_ids) == {}
    counted.redo()
    assert counted.search.state_counts(all_ids)[kick] == {State.YES: 3}


def test_all_songs_but_one_are_counted_by_themselves(counted: Library) -> None:
    kick = tag_id(counted, "kick")
    counted.do(JudgeMany((1, 2, 3), kick, State.YES))
    all_ids = counted.songs.all_ids()
    assert counted.search.state_counts(all_ids[all_ids != 2])[kick] == {State.YES: 2}
    assert counted.search.state_counts(all_ids)[kick] == {State.YES: 3}


def test_a_song_that_was_removed_is_not_counted(counted: Library) -> None:
    kick = tag_id(counted, "kick")
    counted.do(JudgeMany((1, 2, 6), kick, State.YES))
    assert counted.search.state_counts([1, 2, 6])[kick] == {State.YES: 3}
    counted.do(RemoveSongs((6,)))
    assert counted.search.state_counts(counted.songs.all_ids())[kick] == {State.YES: 2}


def test_another_annotators_decisions_are_not_counted(counted: Library) -> None:
    kick = tag_id(counted, "kick")
    counted.annotators.use("Ada")
    counted.do(Judge(1, kick, State.YES))
    assert counted.search.state_counts([1, 2])[kick] == {State.YES: 1}
    counted.annotators.use("Grace")
    assert counted.search.state_counts([1, 2]) == {}


def test_what_another_process_stored_is_counted(counted: Library, tmp_path: Path) -> None:
    kick = tag_id(counted, "kick")
    with Library.open(tmp_path / "library.db", read_only=True) as reader:
        assert reader.search.state_counts([1, 2]) == {}
        counted.do(Judge(1, kick, State.YES))
        assert reader.search.state_counts([1, 2]) == {kick: {State.YES: 1}}


def test_ids_may_be_an_array(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(Judge(1, kick, State.YES))
    assert library.search.state_counts(np.array([1, 2], np.int64)) == {kick: {State.YES: 1}}
