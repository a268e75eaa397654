"""One word, song by song: in an order, of a search, to the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from core.library.records import State
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.question_queue import Answer, QueueKind, WordOrder
from tests.support.review_window import judge, shown, state_of, tag

YES, NO, UNSURE = State.YES, State.NO, State.UNSURE
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_a_word_is_judged_from_the_least_certain_song_on(
    program: Program, press: Callable[..., None]
) -> None:
    preferences.change(program.context, random_share=0.0)
    judge(program, 5, "drums", NO)
    program.window.editor.queue_requested.emit(tag(program, "drums"))
    queue = program.context.session.queue
    assert (queue.kind, queue.order) == (QueueKind.WORD, WordOrder.UNCERTAIN)
    assert queue.song_ids == (4, 3, 2, 1)  # 1 and 4 are by one artist
    assert shown(program) == "“drums”? The model hears .52."
    assert program.window.table.model.predicted_tag == "drums"
    press(Key.Key_J, Key.Key_X, Key.Key_Question, Key.Key_N)
    states = [state_of(program, song, "drums") for song in (4, 3, 2, 1)]
    assert states == [YES, NO, UNSURE, None]
    assert shown(program) == "Through: 4 questions – 1 yes, 1 no, 1 unsure, 1 skipped."
    assert "1 yes" not in program.window.review_strip.advice.text()  # it is said once


def test_the_order_is_chosen_and_remembered(program: Program) -> None:
    review, session = program.window.review, program.context.session
    preferences.change(program.context, random_share=0.0)
    review.begin_word(tag(program, "drums"))
    review.answer(Answer.FIRST)
    strip = program.window.review_strip
    strip.order.activated.emit(strip.order.findData(WordOrder.SCORE))
    assert session.queue.song_ids == (2, 3, 1, 5)
    assert session.queue.index == 0
    assert session.settings.word_order == "score"
    review.leave()
    review.begin_word(tag(program, "female"))
    assert session.queue.song_ids == (4, 2, 3, 5, 1)
    strip.order.activated.emit(strip.order.findData(WordOrder.LIST))
    assert session.queue.song_ids == (1, 2, 3, 4, 5)


def test_only_songs_of_the_search_or_selection_are_judged(program: Program) -> None:
    review, session = program.window.review, program.context.session
    session.set_query("predicted:house>0.5")
    review.begin_word(tag(program, "drums"))
    assert set(session.queue.song_ids) == {1, 4}
    review.leave()
    session.set_query("nothing like this")
    review.begin_word(tag(program, "drums"))
    assert shown(program) == "The search finds no song."
    review.leave()
    session.set_query("")
    session.set_selection((2, 3))
    review.begin_word(tag(program, "drums"))
    assert set(session.queue.song_ids) == {2, 3}


def test_a_word_without_scores_is_judged_in_a_drawn_order(program: Program) -> None:
    program.window.review.begin_word(tag(program, "choir"))
    assert program.context.session.queue.order is None
    assert "does not know this word" in program.window.review_strip.caption.text()
    queue = program.context.session.queue
    assert sorted(queue.song_ids) == [1, 2, 3, 4, 5]
    assert queue.n_random == 5
    assert not program.window.review_strip.order.isVisibleTo(program.window)
    for number in range(1, 6):
        judge(program, number, "choir", NO)
    assert len(program.window.review.answers) == 5
    program.window.review.begin_word(tag(program, "choir"))
    assert shown(program) == "All songs of this search are judged on “choir”."


def test_a_word_is_typed_and_begun_by_key(program: Program, press: Callable[..., None]) -> None:
    press((Key.Key_J, Modifier.ControlModifier))
    picker = program.window.review_controller.picker
    assert picker.line.text() == ""
    picker.line.setText("drums")
    picker.commit(Modifier.NoModifier)
    assert program.context.session.queue.name == "drums"
    program.window.review.leave()
    program.context.session.set_query("predicted:house>0.5")
    program.window.review_controller.choose_word()
    picker = program.window.review_controller.picker
    assert picker.line.selectedText() == "house"
    picker.commit(Modifier.NoModifier)
    assert set(program.context.session.queue.song_ids) == {1, 4}
