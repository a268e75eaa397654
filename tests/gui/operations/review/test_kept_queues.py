"""Queues that the library keeps: chosen, answered, left by accident, resumed; songs heard again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from core.library.edits.edits import RemoveSongs, RetireTag
from core.library.queue_records import NewItem, NewQueue, QueueKind, Reason
from core.library.records import State
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.review import kept_queues
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.question_queue import Answer
from rhythmcap_gui.question_queue import QueueKind as Kind
from tests.support.review_window import judge, shown, state_of, tag

YES, NO = State.YES, State.NO
Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def chosen(program: Program, qtbot: QtBot, press: Callable[..., None]) -> Iterator[Program]:
    """Whole songs were chosen by key; song 1 is judged already."""
    judge(program, 1, "drums", YES)
    press((Key.Key_J, Modifier.ControlModifier | Modifier.ShiftModifier))
    qtbot.waitUntil(lambda: bool(program.context.session.queue.questions), timeout=20_000)
    yield program
    program.window.review.leave()


def test_whole_songs_are_chosen_with_a_reason_and_gone_through(
    chosen: Program, press: Callable[..., None]
) -> None:
    queue = chosen.context.session.queue
    assert queue.kind is Kind.SONGS
    assert sorted(queue.song_ids) == [2, 3, 4, 5]
    assert queue.n_random == 1
    assert chosen.context.session.song.id == queue.song_ids[0]
    judge(chosen, queue.song_ids[0], "house", NO)
    assert chosen.window.review.answers == {0: Answer.FIRST}
    press(Key.Key_J, Key.Key_J)
    assert chosen.context.session.queue.index == 2
    items = chosen.context.library.queues.items(queue.kept_id)
    assert [item.answered for item in items] == [True, False, False, False]
    assert [item.skipped_at is not None for item in items] == [False, True, False, False]
    assert items[2].shown_at is not None


def test_a_queue_goes_on_where_it_was(chosen: Program) -> None:
    queue = chosen.context.session.queue
    judge(chosen, queue.song_ids[0], "house", NO)
    chosen.window.review.step(1)
    chosen.context.session.set_queue(None)  # the program ends, as by kill -9
    chosen.window.review.resume()
    again = chosen.context.session.queue
    assert (again.song_ids, again.index) == (queue.song_ids, 1)
    assert chosen.window.review.answers == {0: Answer.FIRST}
    assert chosen.context.session.song.id == again.song_ids[1]
    assert not chosen.context.player.state.playing


def test_a_queue_that_was_left_is_not_resumed(chosen: Program) -> None:
    chosen.window.review.leave()
    chosen.window.review.resume()
    assert chosen.context.session.queue is None


def test_undo_asks_again(chosen: Program) -> None:
    review, queue = chosen.window.review, chosen.context.session.queue
    judge(chosen, queue.song_ids[0], "house", NO)
    review.step(1)
    _title, changes = chosen.context.library.undo()
    chosen.context.session.apply_changes(changes)
    assert review.answers == {}
    assert chosen.context.session.queue.index == 0


def test_songs_removed_while_they_wait_are_asked_about_no_more(chosen: Program) -> None:
    queue = chosen.context.session.queue
    gone = queue.song_ids[2]
    session = chosen.context.session
    session.apply_changes(chosen.context.library.do(RemoveSongs((gone,))))
    assert gone not in session.queue.song_ids
    session.set_queue(None)
    chosen.window.review.resume()
    assert session.queue.song_ids == tuple(song for song in queue.song_ids if song != gone)


def test_a_word_retired_while_it_waits_is_not_resumed(program: Program) -> None:
    program.window.review.begin_word(tag(program, "drums"))
    assert program.context.library.queues.current() is not None
    edit = RetireTag(tag(program, "drums"))
    program.context.session.apply_changes(program.context.library.do(edit))
    assert program.context.session.queue is None
    program.window.review.resume()
    assert program.context.session.queue is None
    assert program.context.library.queues.current() is None


def test_random_songs_of_a_word_are_marked_and_counted(program: Program) -> None:
    preferences.change(program.context, random_share=0.4)
    program.window.review.begin_word(tag(program, "drums"))
    strip, queue = program.window.review_strip, program.context.session.queue
    assert queue.n_random == 2
    assert "2 of 5 songs are drawn at random" in strip.caption.text()
    for index, question in enumerate(queue.questions):
        is_random = question.reason is Reason.RANDOM
        assert ("drawn at random" in strip.title.text()) == is_random, index
        program.window.review.answer(Answer.SECOND)
    decided = program.context.library.queues.random_decisions(tag(program, "drums"))
    assert len(decided) == 2


def test_after_answers_it_tells_what_is_left(program: Program) -> None:
    preferences.change(program.context, random_share=0.0)
    program.window.review.begin_word(tag(program, "drums"))
    for answer in (Answer.FIRST, Answer.SECOND):
        program.window.review.answer(answer)
    QCoreApplication.processEvents()
    text = program.window.review_strip.advice.text()
    assert text.startswith("1 yes, 1 no.")
    assert "In the last 2 songs the model was wrong once. Left: 3" in text


def test_a_blind_queue_shows_what_the_model_hears_after_the_answer(
    program: Program, press: Callable[..., None]
) -> None:
    preferences.change(program.context, random_share=0.0, queue_blind=True)
    session = program.context.session
    program.window.review.begin_word(tag(program, "drums"))
    assert session.blind
    assert shown(program) == "“drums”?"
    first = session.queue.song_ids[0]
    press(Key.Key_J)
    assert session.queue.index == 0
    assert shown(program) == "“drums”? The model hears .52.  –  yes"
    assert state_of(program, first, "drums") is YES
    assert not program.context.library.annotations.of_song_and_tag(
        first, tag(program, "drums")
    ).guess_visible
    press(Key.Key_J)
    assert session.queue.index == 1
    assert shown(program) == "“drums”?"
    program.window.review.leave()
    assert not session.blind


def test_blind_first_is_chosen_on_the_strip_and_remembered(program: Program) -> None:
    preferences.change(program.context, random_share=0.0)
    program.window.review.begin_word(tag(program, "drums"))
    strip = program.window.review_strip
    assert shown(program) == "“drums”? The model hears .52."
    strip.blind_first.click()
    assert shown(program) == "“drums”?"
    assert program.context.session.settings.queue_blind
    strip.blind_first.click()
    assert shown(program) == "“drums”? The model hears .52."


def test_a_song_heard_again_keeps_its_first_decision_out_of_sight_and_as_it_was(
    program: Program,
) -> None:
    drums, library, session = (
        tag(program, "drums"),
        program.context.library,
        program.context.session,
    )
    judge(program, 2, "drums", YES)
    new = NewQueue(QueueKind.WORD, 1, 0.0, drums)
    queue = kept_queues.keep(program.context, new, [NewItem(2, Reason.AGAIN, 0.9)])
    program.window.review.begin(queue)
    assert program.window.review.answers == {}
    assert drums not in session.states()
    assert drums not in table_states(program, 2)
    assert "drawn at random" in program.window.review_strip.title.text()
    program.window.review.answer(Answer.SECOND)
    assert program.window.review.answers == {0: Answer.SECOND}
    assert state_of(program, 2, "drums") is YES
    again = library.repeats.of_tag(drums)
    assert [(one.first_state, one.state) for one in again] == [(YES, NO)]
    session.apply_changes(library.undo()[1])
    assert library.repeats.of_tag(drums) == []
    assert program.window.review.answers == {}


def test_a_chip_judges_again_as_well(program: Program) -> None:
    from rhythmcap_gui.operations.tags import tagging

    drums, library = tag(program, "drums"), program.context.library
    judge(program, 2, "drums", YES)
    new = NewQueue(QueueKind.WORD, 1, 0.0, drums)
    queue = kept_queues.keep(program.context, new, [NewItem(2, Reason.AGAIN, 0.9)])
    program.window.review.begin(queue)
    tagging.toggle(program.context, drums, NO)
    assert state_of(program, 2, "drums") is YES
    assert [one.state for one in library.repeats.of_tag(drums)] == [NO]
    assert program.window.review.answers == {0: Answer.SECOND}


def test_another_model_in_the_middle_does_not_end_a_kept_queue(program: Program) -> None:
    from tests.support.review_window import SCORES, use_model

    program.window.review.begin_word(tag(program, "drums"))
    queue = program.context.session.queue
    use_model(program, "another", 1.0 - SCORES)
    assert program.context.session.queue.song_ids == queue.song_ids


def again_songs(program: Program, *song_ids: int) -> None:
    """A queue of whole songs, of which these were judged before."""
    items = [NewItem(song, Reason.AGAIN) for song in song_ids] + [NewItem(5, Reason.RANDOM)]
    queue = kept_queues.keep(program.context, NewQueue(QueueKind.SONGS, 1, 0.2), items)
    program.window.review.begin(queue)


def table_states(program: Program, song_id: int) -> dict[int, State]:
    model = program.window.table.model
    rows = (model.song_row(row) for row in range(model.rowCount()))
    return next(row.states for row in rows if row is not None and row.song.id == song_id)


def test_a_whole_song_heard_again_tells_nothing_until_one_goes_on(
    program: Program, press: Callable[..., None]
) -> None:
    from rhythmcap_gui.operations.tags import tagging

    drums, house, folk = (tag(program, name) for name in ("drums", "house", "folk"))
    session, library = program.context.session, program.context.library
    for name, state in (("drums", YES), ("house", NO)):
        judge(program, 2, name, state)
        judge(program, 3, name, state)
    again_songs(program, 2, 3)
    assert "Drawn at random" in shown(program)
    assert session.states() == {}
    assert table_states(program, 2) == table_states(program, 3) == {}
    tagging.toggle(program.context, drums, NO)
    tagging.toggle(program.context, house, NO)
    tagging.toggle(program.context, folk, YES)  # not judged before
    assert {tag_id: one.state for tag_id, one in session.states().items()} == {
        drums: NO, house: NO, folk: YES,
    }  # fmt: skip
    assert state_of(program, 2, "drums") is YES
    assert program.window.editor.chip(drums).shown.state is NO
    press(Key.Key_J)
    assert session.song.id == 2
    assert shown(program).startswith("You have heard this song before: 1 of 2 tags as then.")
    assert session.states()[drums].state is YES
    assert program.window.editor.chip(drums).shown.state is YES
    assert table_states(program, 2)[drums] is YES
    assert table_states(program, 3) == {}
    press(Key.Key_J)
    assert session.song.id == 3
    assert session.states() == {}
    assert [(one.tag_id, one.state) for one in library.repeats.of_song(2)] == [
        (drums, NO), (house, NO),
    ]  # fmt: skip


def test_undo_of_a_second_judgment_covers_the_first_again(program: Program) -> None:
    from rhythmcap_gui.operations.tags import tagging

    drums, session = tag(program, "drums"), program.context.session
    judge(program, 2, "drums", YES)
    again_songs(program, 2)
    tagging.toggle(program.context, drums, NO)
    program.window.review.step(1)
    assert table_states(program, 2)[drums] is YES
    session.apply_changes(program.context.library.undo()[1])
    assert session.song.id == 2
    assert session.states() == {}
    assert table_states(program, 2) == {}
    assert state_of(program, 2, "drums") is YES
    program.window.review.leave()
    assert table_states(program, 2)[drums] is YES


def test_whole_songs_judged_long_ago_come_back_by_the_clock(program: Program) -> None:
    from core.sampling.library_queue import again_until, songs_queue

    library = program.context.library
    for song in (1, 2, 3):
        judge(program, song, "drums", YES)
    old = "2001-01-01T00:00:00.000Z"
    library.database.write("UPDATE annotations SET updated_at = ? WHERE song_id = 2", (old,))
    ahead = "2999-01-01T00:00:00.000Z"  # the clock was set back since
    library.database.write("UPDATE annotations SET updated_at = ? WHERE song_id = 3", (ahead,))
    request = kept_queues.request_of(program.context)
    assert again_until(15) < request.again_until < again_until(13)
    _new, items = songs_queue(library, request)
    assert [item.song_id for item in items if item.reason is Reason.AGAIN] == [2]
    assert again_until(0) == ""


def test_a_rare_tag_is_named_by_the_score_that_chose_the_song(program: Program) -> None:
    new = NewQueue(QueueKind.SONGS, 1, 0.0)
    queue = kept_queues.keep(program.context, new, [NewItem(2, Reason.RARE, 0.95)])
    program.window.review.begin(queue)
    strip, session = program.window.review_strip, program.context.session
    assert "the model hears “drums”, which few songs have" in strip.question.text()
    session.set_blind(True)  # the name would be a guess
    assert "drums" not in strip.question.text()
    session.set_blind(False)
    queue = kept_queues.keep(program.context, new, [NewItem(2, Reason.RARE, 0.7)])
    program.window.review.begin(queue)  # scores are others since it was drawn
    assert "the model hears one that few songs have" in strip.question.text()
