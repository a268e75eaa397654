"""Every edit does what it says, stores how it came about, and is one undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import LibraryError
from core.library.edits.edits import (
    AddTag,
    Judge,
    JudgeMany,
    JudgeRegion,
    MoveRegion,
    RemoveRegion,
    RemoveSongs,
    SetDecisionNote,
    SetDefinition,
    SetIntensity,
    SetNote,
)
from core.library.records import DecisionContext, DecisionSource, NewModel, State
from core.library.store import Library
from tests.support.small_songs import content, library_with, new_song, tag_id

ODD_TEXTS = [
    "", " leading and trailing ", "🥁 drums 👩🏽‍🎤", "שלום עולם", "‮reversed‬",
    "'; DROP TABLE songs; --", '"quoted" \\ back\\slash', "a\0b",
    "line\nline\r\n\ttab", "é vs e\u0301", "x" * 300_000,
]  # fmt: skip


def test_a_decision_is_stored_with_how_it_came_about(library: Library) -> None:
    model = library.models.add(NewModel("ear", "choi_lstm", "ear.safetensors", ("kick",)))
    kick = tag_id(library, "kick")
    context = DecisionContext(DecisionSource.ACCEPTED, guess_visible=True, model_id=model.id)
    changes = library.do(Judge(1, kick, State.YES, context))
    assert (changes.songs, changes.tags, changes.codebook) == ({1}, {kick}, False)
    made = library.annotations.of_song(1)[kick]
    assert (made.state, made.source, made.guess_visible) == (
        State.YES,
        DecisionSource.ACCEPTED,
        True,
    )
    assert made.model_id == model.id
    assert made.codebook_version == library.codebook.version()
    assert made.annotator_id == library.annotators.current.id
    assert made.start_s is None


def test_a_decision_names_the_codebook_version_it_was_made_under(library: Library) -> None:
    kick, first = tag_id(library, "kick"), library.codebook.version()
    library.do(Judge(1, kick, State.YES))
    library.do(AddTag("seaside", library.codebook.categories()[0].id))
    library.do(Judge(2, kick, State.YES))
    versions = [library.annotations.of_song(song)[kick].codebook_version for song in (1, 2)]
    assert versions[0] == first
    assert versions[1] == library.codebook.version() > first


def test_four_states_come_and_go(library: Library) -> None:
    kick = tag_id(library, "kick")
    for state in (State.YES, State.NO, State.UNSURE):
        library.do(Judge(1, kick, state))
        assert library.annotations.of_song(1)[kick].state is state
        assert library.annotations.counts_by_tag()[kick] == {state: 1}
    library.do(Judge(1, kick, None))
    assert library.annotations.of_song(1) == {}
    assert library.annotations.counts_by_tag() == {}


def test_undo_brings_the_whole_former_decision_back(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(
        Judge(1, kick, State.YES, DecisionContext(DecisionSource.ACCEPTED, guess_visible=True))
    )
    library.do(SetIntensity(1, kick, 0.7))
    library.do(SetDecisionNote(library.annotations.of_song(1)[kick].id, "from 1:20"))
    former = library.annotations.of_song(1)[kick]
    library.do(Judge(1, kick, State.NO))
    assert library.annotations.of_song(1)[kick].intensity is None
    library.undo()
    assert library.annotations.of_song(1)[kick] == former
    library.do(Judge(1, kick, None))
    library.undo()
    assert library.annotations.of_song(1)[kick] == former


def test_the_same_decision_twice_leaves_no_trace(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(Judge(1, kick, State.YES), label="first")
    assert not library.do(Judge(1, kick, State.YES), label="second")
    assert not library.do(Judge(2, kick, None))
    assert library.undo_label() == "first"


def test_a_bulk_decision_is_one_undo_and_leaves_other_songs_alone(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    library.do(Judge(2, kick, State.NO), Judge(2, piano, State.YES))
    before = content(library)
    library.do(JudgeMany((1, 2, 3), kick, State.YES), label="three songs")
    assert [row.states.get(kick) for row in library.songs.rows([1, 2, 3, 4])] == [
        State.YES, State.YES, State.YES, None,
    ]  # fmt: skip
    undone = library.undo()
    assert undone is not None
    assert undone[0] == "three songs"
    assert undone[1].songs == {1, 2, 3}
    assert content(library) == before


def test_an_edit_that_fails_takes_its_whole_group_back(library: Library) -> None:
    kick, before = tag_id(library, "kick"), content(library)
    with pytest.raises(LibraryError):
        library.do(Judge(1, kick, State.YES), Judge(99, kick, State.YES))
    assert content(library) == before
    assert library.undo_label() is None
    assert library.annotations.counts_by_tag() == {}


def test_a_failed_edit_leaves_what_can_be_redone(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(Judge(1, kick, State.YES), label="kick")
    library.undo()
    with pytest.raises(LibraryError):
        library.do(Judge(99, kick, State.YES))
    assert library.redo_label() == "kick"


def test_a_new_edit_clears_what_could_be_redone(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(Judge(1, kick, State.YES), label="one")
    library.do(Judge(2, kick, State.YES), label="two")
    library.undo()
    assert library.redo_label() == "two"
    library.do(Judge(3, kick, State.YES), label="three")
    assert library.redo_label() is None
    assert library.redo() is None
    assert [entry.state for entry in library.journal.history()] == ["done", "dropped", "done"]


def test_undo_and_redo_survive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with library_with(path, 2) as library:
        kick = tag_id(library, "kick")
        library.do(Judge(1, kick, State.YES), label="one")
        library.do(Judge(2, kick, State.NO), SetNote(2, "dry"), label="two")
        library.undo()
    with Library.open(path) as library:
        assert (library.undo_label(), library.redo_label()) == ("one", "two")
        library.redo()
        assert library.songs.get(2).note == "dry"  # type: ignore[union-attr]
    with Library.open(path) as library:
        library.undo()
        library.undo()
        assert library.annotations.counts_by_tag() == {}
        assert library.undo() is None


@pytest.mark.parametrize("text", ODD_TEXTS, ids=lambda text: ascii(text[:12]))
def test_any_note_comes_back_to_the_letter(library: Library, text: str) -> None:
    library.do(SetNote(1, text + "?"))
    library.do(SetNote(1, text))
    library.do(SetNote(1, text + "!"))
    library.undo()
    assert library.songs.get(1).note == text  # type: ignore[union-attr]
    library.undo()
    assert library.songs.get(1).note == text + "?"  # type: ignore[union-attr]
    library.redo()
    assert library.songs.get(1).note == text  # type: ignore[union-attr]
    assert library.songs.count() == 4


def test_text_no_file_can_hold_is_refused_in_words(library: Library) -> None:
    with pytest.raises(LibraryError, match="cannot be stored"):
        library.do(SetNote(1, "half a \ud83e letter"))
    assert library.songs.get(1).note == ""  # type: ignore[union-attr]


def test_a_part_of_a_song_is_judged_apart_from_the_whole(library: Library) -> None:
    kick = tag_id(library, "kick")
    library.do(Judge(1, kick, State.NO))
    library.do(JudgeRegion(1, kick, 10.0, 20.0))
    (part,) = library.annotations.regions_of_song(1)
    assert (part.state, part.start_s, part.end_s) == (State.YES, 10.0, 20.0)
    assert library.annotations.of_song(1)[kick].state is State.NO
    library.do(MoveRegion(part.id, 12.0, 21.5))
    (moved,) = library.annotations.regions_of_song(1)
    assert (moved.start_s, moved.end_s) == (12.0, 21.5)
    library.do(RemoveRegion(part.id))
    assert library.annotations.regions_of_song(1) == []
    for _ in range(2):
        library.undo()
    assert library.annotations.regions_of_song(1) == [part]
    with pytest.raises(LibraryError, match="before it ends"):
        library.do(JudgeRegion(1, kick, 5.0, 5.0))


def test_removing_songs_takes_their_decisions_and_undo_brings_all_back(library: Library) -> None:
    kick = tag_id(library, "kick")
    model = library.models.add(NewModel("ear", "choi_lstm", "ear.safetensors", ("kick",)))
    library.do(Judge(1, kick, State.YES), Judge(2, kick, State.YES), JudgeRegion(1, kick, 1, 2))
    library.predictions.put(model.id, {1: _scores(0.5), 2: _scores(0.25)})
    before = content(library)
    changes = library.do(RemoveSongs((1, 3)))
    assert changes.library
    assert library.songs.all_ids().tolist() == [2, 4]
    assert library.predictions.matrix(model.id)[0].tolist() == [2]
    library.undo()
    assert content(library) == before
    assert library.predictions.missing_ids(model.id).tolist() == [1, 3, 4]


def test_a_removed_song_imported_anew_cannot_be_brought_back_twice(library: Library) -> None:
    library.do(RemoveSongs((1,)))
    library.songs.add(new_song(1))
    before = content(library)
    with pytest.raises(LibraryError):
        library.undo()
    assert content(library) == before


def test_a_file_that_moved_meanwhile_does_not_hinder_undo(library: Library) -> None:
    library.do(RemoveSongs((1,)))
    library.undo()
    library.songs.mark_missing(1)
    library.redo()
    assert library.songs.get(1) is None


def test_intensity_needs_a_decision_and_lies_between_0_and_1(library: Library) -> None:
    kick = tag_id(library, "kick")
    with pytest.raises(LibraryError, match="Judge the tag first"):
        library.do(SetIntensity(1, kick, 0.5))
    library.do(Judge(1, kick, State.YES))
    with pytest.raises(LibraryError, match="between 0 and 1"):
        library.do(SetIntensity(1, kick, 1.5))


def test_an_annotator_named_later_keeps_the_decisions(tmp_path: Path) -> None:
    path = tmp_path / "named.db"
    with library_with(path, 1) as library:
        kick = tag_id(library, "kick")
        library.do(Judge(1, kick, State.YES))
    with Library.open(path, annotator="Anna") as library:
        assert library.annotators.current.name == "Anna"
        assert kick in library.annotations.of_song(1)
        library.annotators.use("Bruno")
        assert library.annotations.of_song(1) == {}
        library.do(Judge(1, kick, State.NO))
        library.annotators.use("Anna")
        assert library.annotations.of_song(1)[kick].state is State.YES
        assert library.annotations.counts_by_tag()[kick] == {State.YES: 1}
    with Library.open(path) as library:
        assert library.annotators.current.name == "Anna"


def _scores(*values: float):  # type: ignore[no-untyped-def]
    import numpy as np

    return np.array(values, np.float32)


def test_undo_is_named_by_what_was_changed(library: Library) -> None:
    kick, female = tag_id(library, "kick"), tag_id(library, "female")
    library.do(Judge(1, kick, None), Judge(1, female, State.YES))
    assert library.undo_label() == "female: yes"
    undone = library.undo()
    assert undone is not None
    assert undone[0] == library.redo_label() == "female: yes"
    library.do(Judge(1, kick, None), Judge(2, female, State.NO), label="by hand")
    assert library.undo_label() == "by hand"


@pytest.mark.parametrize("judge", [Judge, lambda song, tag, state: JudgeMany((song,), tag, state)])
def test_the_same_decision_under_a_later_codebook_leaves_no_step(
    library: Library, judge: Callable[[int, int, State], Judge | JudgeMany]
) -> None:
    kick = tag_id(library, "kick")
    library.do(judge(1, kick, State.YES))
    library.do(JudgeRegion(1, kick, 1.0, 2.0))
    library.do(AddTag("seaside", library.codebook.categories()[0].id))
    step = library.undo_label()
    library.do(judge(1, kick, State.YES), JudgeRegion(1, kick, 1.0, 2.0))
    assert library.undo_label() == step
    library.do(SetDefinition(kick, "a bass drum, played by foot"))
    library.do(judge(1, kick, State.YES))  # what it means is new: it is another decision
    assert library.undo_label() != step
    assert library.annotations.of_song(1)[kick].codebook_version == library.codebook.version()
