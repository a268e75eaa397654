"""Decisions as operations: stored at once, in true circumstances, and taken back whole."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.library.codebook.codebook_records import CategoryDraft, TagDraft
from core.library.records import DecisionSource, NewModel, State, Tag
from core.library.store import Library
from rhythmcap_gui.job_runner import JobRunner
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import edit_codebook, tagging
from rhythmcap_gui.session import Session

WORDS = ("kick", "female", "nobody's word")


@pytest.fixture
def context(session: Session) -> AppContext:
    return AppContext(session, JobRunner(session), player=None)


@pytest.fixture
def predicted(context: AppContext, library: Library) -> AppContext:
    """The context with a model that hears kick .9 and female .2 in the open song."""
    model = library.models.add(NewModel("my ear", "choi_lstm", "my-ear.safetensors", WORDS))
    library.models.set_active(model.id)
    library.predictions.put(model.id, {context.session.song.id: np.array([0.9, 0.6, 0.5])})
    context.session.set_model(library.models.active())
    return context


def tag(library: Library, name: str) -> int:
    return library.codebook.find(name).id


def decision(context: AppContext, name: str) -> Any:
    return context.session.states().get(tag(context.library, name))


def test_a_decision_is_on_disk_when_the_verb_returns(context: AppContext, library: Library) -> None:
    tagging.judge(context, tag(library, "kick"), State.YES)
    with Library.open(library.path, read_only=True) as other:
        found = other.annotations.of_song(context.session.song.id)
    assert found[tag(library, "kick")].state is State.YES


def test_the_same_decision_again_is_not_judged(context: AppContext, library: Library) -> None:
    assert tagging.toggle(context, tag(library, "kick"), State.NO) is State.NO
    assert tagging.toggle(context, tag(library, "kick"), State.NO) is None
    assert decision(context, "kick") is None


def test_a_decision_by_ear_with_the_bar_on_screen_says_so(predicted: AppContext) -> None:
    tagging.judge(predicted, tag(predicted.library, "female"), State.YES)
    found = decision(predicted, "female")
    assert (found.source, found.guess_visible) == (DecisionSource.EAR, True)
    assert found.model_id == predicted.session.model.id


def test_a_word_the_model_does_not_know_has_no_visible_guess(predicted: AppContext) -> None:
    tagging.judge(predicted, tag(predicted.library, "choir"), State.YES)
    found = decision(predicted, "choir")
    assert (found.guess_visible, found.model_id) == (False, None)


def test_a_decision_in_blind_mode_is_blind(predicted: AppContext) -> None:
    predicted.session.set_blind(True)
    assert predicted.session.suggestions() == []
    tagging.judge(predicted, tag(predicted.library, "kick"), State.YES)
    assert decision(predicted, "kick").guess_visible is False


def test_after_uncovering_the_guesses_decisions_are_no_longer_blind(predicted: AppContext) -> None:
    predicted.session.set_blind(True)
    predicted.session.reveal()
    tagging.judge(predicted, tag(predicted.library, "kick"), State.YES)
    assert decision(predicted, "kick").guess_visible is True


def test_accepting_and_rejecting_suggestions_goes_down_the_list(predicted: AppContext) -> None:
    assert [suggestion.word for suggestion in predicted.session.suggestions()] == ["kick", "female"]
    assert tagging.accept_first(predicted)
    assert tagging.reject_first(predicted)
    assert not tagging.accept_first(predicted)
    assert decision(predicted, "kick").source is DecisionSource.ACCEPTED
    assert (decision(predicted, "female").state, decision(predicted, "female").source) == (
        State.NO, DecisionSource.REJECTED,
    )  # fmt: skip


def test_undo_and_redo_tell_the_session(predicted: AppContext) -> None:
    seen: list[Any] = []
    tagging.accept_first(predicted)
    predicted.session.changed.connect(seen.append)
    assert edit_runner.undo(predicted) == "kick: yes"
    assert decision(predicted, "kick") is None
    assert edit_runner.redo(predicted) == "kick: yes"
    assert decision(predicted, "kick").source is DecisionSource.ACCEPTED
    assert all(predicted.session.song.id in changes.songs for changes in seen)
    assert len(seen) == 2


def test_one_undo_takes_a_bulk_decision_back(context: AppContext, library: Library) -> None:
    ids = library.songs.all_ids().tolist()
    context.session.set_selection(tuple(ids))
    tagging.decide(context, tag(library, "kick"), State.YES)
    edit_runner.undo(context)
    assert all(row.n_judged == 0 for row in library.songs.rows(ids))


def test_a_note_is_kept_and_can_be_undone(context: AppContext) -> None:
    tagging.set_note(context, (context.session.song.id,), "The bridge at 1:20")
    assert context.session.song.note == "The bridge at 1:20"
    edit_runner.undo(context)
    assert context.session.song.note == ""


def test_a_new_tag_comes_with_its_category_key_and_colour(
    context: AppContext, library: Library
) -> None:
    draft = TagDraft(None, "bells", None, CategoryDraft("colour", "K", "#56B4E9"), "B", "#E69F00")
    tags: list[Tag] = []
    edit_codebook.make(context, draft, tags.append)
    [made] = tags
    category = library.codebook.category(made.category_id)
    assert (category.name, category.key.upper(), made.key.upper()) == ("colour", "K", "B")
    assert made.colour == "#E69F00"


def test_a_new_tag_its_category_and_its_yes_are_one_undo(
    context: AppContext, library: Library
) -> None:
    before, n_categories = library.undo_label(), len(library.codebook.categories())
    draft = TagDraft(None, "bells", None, CategoryDraft("colour", "K", "#56B4E9"), "B")
    edit_codebook.make(context, draft, lambda _tag: None, applies=True)
    assert decision(context, "bells").state is State.YES
    assert edit_runner.undo(context) == "New tag bells: yes"
    assert library.codebook.find("bells") is None
    assert (library.undo_label(), len(library.codebook.categories())) == (before, n_categories)
    edit_runner.redo(context)
    assert decision(context, "bells").state is State.YES


def test_a_new_tag_of_several_songs_is_one_undo_too(context: AppContext, library: Library) -> None:
    songs = tuple(library.songs.all_ids().tolist())
    context.session.set_selection(songs)
    voice = library.codebook.find_category("voice")
    draft = TagDraft(None, "bells", voice.id, None, "")
    edit_codebook.make(context, draft, lambda _tag: None, applies=True)
    bells = tag(library, "bells")
    assert [library.annotations.of_song(song)[bells].state for song in songs] == [State.YES] * 3
    assert edit_runner.undo(context) == "New tag bells: yes × 3"
    assert library.codebook.find("bells") is None


def test_a_tag_made_of_a_word_of_the_models_was_decided_with_its_guess_in_sight(
    predicted: AppContext, library: Library
) -> None:
    voice = library.codebook.find_category("voice")
    for name, seen in (("nobody's word", True), ("bells", False)):
        draft = TagDraft(None, name, voice.id, None, "")
        edit_codebook.make(predicted, draft, lambda _tag: None, applies=True)
        assert decision(predicted, name).guess_visible is seen
        assert (decision(predicted, name).model_id is not None) is seen


def test_a_new_tag_that_is_refused_leaves_no_new_category(
    context: AppContext, library: Library
) -> None:
    draft = TagDraft(None, "kick", None, CategoryDraft("colour", "K", "#56B4E9"), "B")
    edit_codebook.make(context, draft, lambda _tag: None)
    assert library.codebook.find_category("colour") is None


def test_what_is_undone_on_a_song_out_of_sight_names_the_song(
    context: AppContext, library: Library
) -> None:
    notices: list[str] = []
    context.session.notice.connect(lambda notice: notices.append(notice.text))
    first, second = library.songs.all_ids().tolist()[:2]
    tagging.set_note(context, (first,), "The bridge at 1:20")
    edit_runner.undo(context)
    context.session.open_song(library.songs.get(second))
    edit_runner.redo(context)
    edit_runner.undo(context)
    context.session.set_selection((first,))
    edit_runner.redo(context)
    assert notices == [
        "Undone: Note",
        "Done again on “Harbour”: Note",
        "Undone on “Harbour”: Note",
        "Done again: Note",
    ]


def test_a_tag_can_be_edited_in_one_step(context: AppContext, library: Library) -> None:
    kick = library.codebook.find("kick")
    sound = library.codebook.find_category("sound")
    draft = TagDraft(kick.id, "bass drum", sound.id, None, "X", definition="The low drum")
    edit_codebook.change(context, draft)
    changed = library.codebook.tag(kick.id)
    assert (changed.name, changed.category_id, changed.definition) == (
        "bass drum", sound.id, "The low drum",
    )  # fmt: skip
    edit_runner.undo(context)
    assert library.codebook.tag(kick.id).name == "kick"


def test_what_the_library_refuses_is_a_message(
    context: AppContext, library: Library, qtbot: Any
) -> None:
    voice, tags = library.codebook.find_category("voice"), []
    with qtbot.waitSignal(context.session.notice) as blocker:
        edit_codebook.make(context, TagDraft(None, "kick", voice.id, None, "K"), tags.append)
    assert tags == []
    assert blocker.args[0].level == "error"
