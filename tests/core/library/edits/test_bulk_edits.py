"""One edit of many songs, a slice a step: one transaction, one undo, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import LibraryError
from core.library.edits.bulk_edits import NOTES_PER_SLICE, SONGS_PER_SLICE, sliced
from core.library.edits.edits import (
    Judge,
    JudgeMany,
    SetIntensity,
    SetIntensityMany,
    SetNote,
    WriteNotes,
)
from core.library.records import State
from core.library.store import Library
from tests.support.small_songs import content, library_with

N_SONGS = 2 * SONGS_PER_SLICE + 10
ALL = tuple(range(1, N_SONGS + 1))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", N_SONGS) as made:
        yield made


def tag(library: Library, name: str = "kick") -> int:
    found = library.codebook.find(name)
    assert found is not None
    return found.id


def yes(library: Library) -> int:
    return library.annotations.counts_by_tag().get(tag(library), {}).get(State.YES, 0)


def strengths(library: Library) -> dict[int, float | None]:
    known = library.annotations.rows_by_song((1, 2, 3, 4), tag(library))
    return {song: row["intensity"] for song, row in known.items()}


def test_slices_are_one_group_and_one_undo(library: Library) -> None:
    library.do(Judge(3, tag(library), State.NO))
    before = content(library)
    steps = library.do_in_slices(sliced(JudgeMany(ALL, tag(library), State.YES)), "all of them")
    assert list(steps) == [1, 2, 3]
    assert yes(library) == N_SONGS
    assert library.n_undo_slices() == 3
    undone = library.undo()
    assert undone is not None
    assert (undone[0], len(undone[1].songs)) == ("all of them", N_SONGS)
    assert content(library) == before
    library.redo()
    assert yes(library) == N_SONGS


@pytest.mark.parametrize("back", [False, True])
def test_work_in_slices_closed_before_its_end_does_nothing(library: Library, back: bool) -> None:
    if back:
        library.do(*sliced(JudgeMany(ALL, tag(library), State.YES)))
    before = content(library), library.undo_label()
    steps = (
        library.undo_in_slices()
        if back
        else library.do_in_slices(sliced(JudgeMany(ALL, tag(library), State.YES)))
    )
    next(steps)
    next(steps)
    steps.close()
    assert (content(library), library.undo_label()) == before
    library.do(SetNote(1, "goes on"))


def test_between_two_slices_nothing_else_is_written(library: Library) -> None:
    steps = library.do_in_slices(sliced(JudgeMany(ALL, tag(library), State.YES)))
    next(steps)
    with pytest.raises(LibraryError, match="being changed"):
        library.do(SetNote(1, "in between"))
    assert sum(1 for _ in steps) == 2
    assert yes(library) == N_SONGS


def test_a_bulk_intensity_is_set_only_on_songs_with_the_tag(library: Library) -> None:
    kick = tag(library)
    library.do(JudgeMany((1, 2), kick, State.YES), Judge(3, kick, State.NO))
    library.do(SetIntensity(2, kick, 1.0))
    library.do(SetIntensityMany((1, 2, 3, 4), kick, 0.5))
    assert strengths(library) == {1: 0.5, 2: 0.5, 3: None}
    library.undo()
    assert strengths(library) == {1: None, 2: 1.0, 3: None}


def test_a_note_is_added_to_the_former_one(library: Library) -> None:
    library.do(SetNote(1, "slow"))
    library.do(*sliced(WriteNotes(ALL, "live", added=True)))
    assert library.n_undo_slices() == -(-N_SONGS // NOTES_PER_SLICE)
    assert [library.songs.get(song).note for song in (1, 2)] == ["slow\nlive", "live"]
    library.do(WriteNotes((1, 2), "live"))
    assert [library.songs.get(song).note for song in (1, 2)] == ["live", "live"]
    library.undo()
    library.undo()
    assert [library.songs.get(song).note for song in (1, 2)] == ["slow", ""]


def test_the_journal_stores_a_shared_value_once(library: Library) -> None:
    library.do(*sliced(JudgeMany(ALL, tag(library), State.YES)))
    size = library.database.value("SELECT sum(length(rows) + length(edit)) FROM journal")
    assert size < 20 * N_SONGS
