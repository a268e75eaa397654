"""Decisions that the model contradicts: asked one at a time, by keys, undone, marked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from core.library.edits.edits import JudgeMany, RemoveSongs, RetireTag
from core.library.records import DecisionContext, DecisionSource, State
from rhythmcap_gui.app import Program
from rhythmcap_gui.question_queue import Answer
from tests.support.model_predictions import predictions_of
from tests.support.review_window import SCORES, shown, state_of, tag, use_model
from tests.support.small_library import MODEL_WORDS

YES, NO, UNSURE = State.YES, State.NO, State.UNSURE
Key, Modifier = Qt.Key, Qt.KeyboardModifier
DISPUTES = (Key.Key_D, Modifier.ControlModifier)
UNDO = (Key.Key_Z, Modifier.ControlModifier)


def test_disputes_are_settled_by_keys_alone(disputed: Program, press: Callable[..., None]) -> None:
    program, session = disputed, disputed.context.session
    press(DISPUTES)
    assert shown(program) == "You said “female”: yes. The model hears .03."
    assert program.window.review_strip.title.text() == "Where the model disagrees · 1 of 3"
    assert session.song.id == 1
    assert program.window.table.model.ids.tolist() == [1, 2, 3]
    press(Key.Key_J)
    assert shown(program) == "You said “drums”: no. The model hears .95."
    assert session.song.id == 2
    press(Key.Key_X, Key.Key_Question)
    assert [state_of(program, 1, "female"), state_of(program, 2, "drums")] == [YES, YES]
    assert state_of(program, 3, "drums") is UNSURE
    assert shown(program) == "Through: 3 questions – 1 kept, 1 changed, 1 unsure."
    verdicts = program.context.library.database.rows("SELECT verdict FROM disputes ORDER BY id")
    assert verdicts == [("wrong",), ("right",), ("unclear",)]
    press(Key.Key_Escape)
    assert shown(program) == ""
    assert len(program.window.table.model.ids) == 5


def test_what_was_kept_does_not_come_again(disputed: Program, press: Callable[..., None]) -> None:
    program = disputed
    press(DISPUTES, Key.Key_J, Key.Key_J, Key.Key_J, Key.Key_Escape, DISPUTES)
    strip = program.window.review_strip
    assert shown(program) == "The model contradicts none of your decisions clearly."
    assert strip.caption.text().endswith("You kept 3 decisions against it; they do not come again.")
    assert program.context.library.search.ids("review").tolist() == []
    press(Key.Key_Escape)
    assert shown(program) == ""


def test_undo_takes_an_answer_back_and_asks_again(
    disputed: Program, press: Callable[..., None]
) -> None:
    program = disputed
    press(DISPUTES, Key.Key_J, Key.Key_X, UNDO)
    assert shown(program) == "You said “drums”: no. The model hears .95."
    assert state_of(program, 2, "drums") is NO
    press(UNDO)
    assert shown(program) == "You said “female”: yes. The model hears .03."
    assert program.window.review.answers == {}


def test_questions_are_skipped_gone_back_to_and_answered_otherwise(
    disputed: Program, press: Callable[..., None]
) -> None:
    program = disputed
    press(DISPUTES, Key.Key_Down, Key.Key_X, Key.Key_Up)
    assert shown(program) == "You said “drums”: no. The model hears .95.  –  changed"
    press(Key.Key_J)  # kept after all
    assert state_of(program, 2, "drums") is NO
    press(Key.Key_Down)
    assert shown(program) == "Through: 3 questions – 1 kept, 2 skipped."
    strip = program.window.review_strip
    assert strip.again.isVisibleTo(program.window)
    press(Key.Key_J)
    assert strip.title.text() == "Where the model disagrees · 1 of 2"
    assert program.context.session.song.id == 1


@pytest.mark.parametrize("source", [DecisionSource.REST, DecisionSource.RULE])
def test_keeping_what_no_ear_had_decided_is_a_decision(
    program: Program, press: Callable[..., None], source: DecisionSource
) -> None:
    drums = tag(program, "drums")
    changes = program.context.library.do(JudgeMany((2,), drums, NO, DecisionContext(source)))
    program.context.session.apply_changes(changes)
    press(DISPUTES, Key.Key_J)
    decision = program.context.library.annotations.of_song_and_tag(2, drums)
    assert (decision.state, decision.source.value) == (NO, "ear")


def test_another_row_of_the_list_is_another_question(
    disputed: Program, press: Callable[..., None]
) -> None:
    program = disputed
    press(DISPUTES)
    program.window.table.song_chosen.emit(3)
    assert program.window.review_strip.title.text() == "Where the model disagrees · 3 of 3"
    press(Key.Key_J)
    assert program.context.library.search.kept_decisions() == {(3, tag(program, "drums"))}


def test_the_loudest_seconds_for_and_against_are_looped(
    disputed: Program, press: Callable[..., None]
) -> None:
    session = disputed.context.session
    press(DISPUTES)
    assert session.loop is None
    session.set_predictions(predictions_of(MODEL_WORDS, SCORES[0].tolist()))
    loudest = session.loop
    assert loudest is not None
    assert loudest[0] > 30
    press((Key.Key_H, Modifier.ShiftModifier))
    assert session.loop is not None
    assert session.loop[0] == 0
    press(Key.Key_H)
    assert session.loop == loudest
    press(Key.Key_Escape)
    assert session.loop is None


def test_the_users_own_loop_is_left_alone_as_scores_arrive(
    disputed: Program, press: Callable[..., None]
) -> None:
    session = disputed.context.session
    press(DISPUTES)
    session.set_loop((2.0, 3.0))
    session.set_predictions(predictions_of(MODEL_WORDS, SCORES[0].tolist()))
    assert session.loop == (2.0, 3.0)


def test_blind_mode_shows_no_dispute_and_no_score(
    disputed: Program, press: Callable[..., None]
) -> None:
    program = disputed
    press(DISPUTES, Key.Key_B)
    assert shown(program) == "You said “female”: yes. Is it?"
    press(Key.Key_Escape, DISPUTES)
    assert shown(program).startswith("Blind mode is on")
    assert program.window.review_strip.caption.text().startswith("B ends blind mode")
    press(Key.Key_Escape)
    program.window.review.begin_word(tag(program, "house"))
    assert shown(program) == "“house”?"
    assert sorted(program.context.session.queue.song_ids) == [1, 2, 3, 4, 5]


def test_without_decisions_it_says_so(program: Program, press: Callable[..., None]) -> None:
    press(DISPUTES)
    assert shown(program).startswith("Nothing is judged yet")
    program.context.session.set_model(None)
    press(DISPUTES)
    assert shown(program) == "No model is in use."


# -- the marks of what is in dispute ----------------------------------------------------------


def test_the_disputed_word_is_marked_in_the_list_and_in_the_editor(disputed: Program) -> None:
    program, session = disputed, disputed.context.session
    table, chip = program.window.table.model, program.window.editor.chip(tag(disputed, "drums"))
    session.open_song(program.context.library.songs.get(2))
    assert chip.shown.disputed
    assert chip.accessibleName().endswith("the model disagrees")
    assert table.prediction(table.row_of(2)).word == "drums"
    session.set_query("review")
    found = table.prediction(table.row_of(2))
    assert (found.word, round(found.score, 2)) == ("≠ drums", 0.95)
    session.set_blind(True)
    assert not chip.shown.disputed
    assert table.prediction(table.row_of(2)) is None
    session.set_blind(False)
    program.window.review.begin_disputes()
    program.window.table.song_chosen.emit(2)
    program.window.review.answer(Answer.FIRST)
    assert table.prediction(table.row_of(2)).word == "drums"
    session.open_song(program.context.library.songs.get(2))
    assert not chip.shown.disputed


def test_what_is_gone_is_not_asked_about(disputed: Program, press: Callable[..., None]) -> None:
    program, session = disputed, disputed.context.session
    press(DISPUTES, Key.Key_Down)
    session.apply_changes(program.context.library.do(RetireTag(tag(program, "female"))))
    assert program.window.review_strip.title.text() == "Where the model disagrees · 1 of 2"
    session.apply_changes(program.context.library.do(RemoveSongs((2,))))
    assert session.queue.song_ids == (3,)
    assert session.song.id == 3
    session.apply_changes(program.context.library.do(RemoveSongs((3,))))
    assert session.queue is None


def test_another_model_ends_the_questions_about_the_former_one(
    disputed: Program, press: Callable[..., None]
) -> None:
    press(DISPUTES)
    use_model(disputed, "another", SCORES)
    assert disputed.context.session.queue is None


def test_a_library_open_for_reading_shows_disputes_but_takes_no_answer(
    disputed: Program, press: Callable[..., None]
) -> None:
    disputed.context.library.read_only = True
    press(DISPUTES, Key.Key_X)
    assert disputed.window.review_strip.title.text() == "Where the model disagrees · 1 of 3"
    assert not disputed.window.review_strip.answer_buttons[Answer.FIRST].isEnabled()
    disputed.context.library.read_only = False
