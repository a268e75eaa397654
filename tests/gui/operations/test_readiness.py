"""Readiness in the window: first a look where words lack something, songs judged in a row."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.library.edits.edits import JudgeMany, SetCategory
from core.library.records import State
from core.training.readiness_records import Readiness
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models.readiness import ReadinessCheck
from rhythmcap_gui.operations.tags import tagging
from rhythmcap_gui.operations.tags.rest_is_no import SongVisit
from rhythmcap_gui.question_queue import QueueKind
from tests.support.learning_library import TAGS, make_library
from tests.support.small_library import Room
from tests.support.window import StartProgram, wait_for_jobs

YES, NO = State.YES, State.NO


@pytest.fixture
def check(context: AppContext) -> ReadinessCheck:
    return ReadinessCheck(context)


def test_words_are_shown_until_they_are_let_go(room: Room, check: ReadinessCheck) -> None:
    shown: list[Readiness | None] = []
    check.changed.connect(shown.append)
    assert check.look() is not None
    room.judge(1, "drums", YES)
    assert check.look() is None
    check.close()
    assert [found is None for found in shown] == [False, True]
    assert check.look() is not None
    room.judge(1, "house", YES)  # another one
    assert check.look() is None
    room.judge(2, "house", NO)
    labels = check.look()
    assert labels is not None
    assert "house" in labels.tag_names  # they are learned from, and not read again


def test_it_follows_decisions_while_it_is_shown(
    room: Room, check: ReadinessCheck, qtbot: QtBot
) -> None:
    room.judge(1, "drums", YES)
    check.show()
    with qtbot.waitSignal(check.changed) as changed:
        room.judge(2, "drums", NO)
    assert changed.args[0].not_ready == frozenset()
    check.close()
    room.judge(3, "house", YES)
    assert not check._again.isActive()


def test_the_queue_has_the_lowest_scores_and_no_judged_or_missing_song(
    room: Room, check: ReadinessCheck
) -> None:
    room.judge(1, "drums", YES)
    room.library.songs.mark_missing(2)
    scores = np.zeros((12, 4), np.float32)
    scores[:, 1] = np.linspace(1, 0, 12)
    room.predict(scores)
    found = check.queue(room.tag("drums"))
    assert found is not None
    assert (found.kind, found.name) == (QueueKind.WORD, "drums")
    assert set(found.song_ids) == set(range(3, 13))
    last = found.questions[-1]
    assert (last.tag_id, last.score) == (
        room.tag("drums"),
        pytest.approx(scores[last.song_id - 1, 1], abs=0.001),
    )
    assert check.queue(room.tag("folk")) is None  # never judged: not in the list


def test_one_word_judged_in_a_queue_says_nothing_of_an_exhaustive_category(
    room: Room, context: AppContext, check: ReadinessCheck
) -> None:
    SongVisit(context)
    drums = room.library.codebook.tag(room.tag("drums"))
    room.session.apply_changes(room.library.do(SetCategory(drums.category_id, exhaustive=True)))
    room.judge(1, "drums", YES)
    found = check.queue(drums.id)
    assert found is not None
    room.session.set_queue(found)
    first, second = found.song_ids[:2]
    room.open(first)
    tagging.judge(context, drums.id, NO)
    context.leave_song(second)
    assert set(room.library.annotations.of_song(first)) == {drums.id}


def test_a_weak_no_is_stored_and_can_be_undone(room: Room, check: ReadinessCheck) -> None:
    drums = room.tag("drums")
    check.set_weak_no(drums, on=True)
    assert room.library.annotations.labels().weak_no == {drums}
    room.library.undo()
    assert room.library.annotations.labels().weak_no == frozenset()


def test_in_a_library_for_reading_only_a_tick_is_taken_back(
    room: Room, check: ReadinessCheck
) -> None:
    room.judge(1, "drums", YES)
    check.show()
    room.library.database.read_only = True
    shown: list[Readiness | None] = []
    check.changed.connect(shown.append)
    check.set_weak_no(room.tag("drums"), on=True)
    room.library.database.read_only = False
    assert shown[0] is not None
    assert not shown[0].words[0].weak_no


# -- the window -------------------------------------------------------------------------------


@pytest.fixture
def program(start_program: StartProgram, qtbot: QtBot) -> Program:
    """The window on a library with judged songs and one small model."""
    make_library()
    program = start_program()
    program.open(None)
    wait_for_jobs(program, qtbot)
    return program


def judge_all(program: Program, name: str, state: State | None, besides: int = 0) -> None:
    library = program.context.library
    ids = tuple(n for n in library.songs.all_ids().tolist() if n != besides)
    changes = library.do(JudgeMany(ids, library.codebook.find(name).id, state))
    program.context.session.apply_changes(changes)


def test_learn_first_shows_what_lacks_and_learns_at_the_second_press(program: Program) -> None:
    judge_all(program, TAGS[0], YES)
    learn, view = program.window.action_set["model.learn"], program.window.training
    learn.trigger()
    assert not program.learning.state.running
    assert view.shows_readiness
    assert view.readiness.table.item(0, 3).text().endswith("no song judged no")
    assert view.learn.text() == "Learn now"
    view.learn.click()
    assert program.learning.state.running
    assert not view.shows_readiness
    program.window.action_set["model.readiness"].trigger()  # does not hide what is going on
    learn.trigger()
    assert view.cancel.isVisibleTo(program.window)
    assert not view.shows_readiness
    view.cancel.click()


def test_not_now_closes_it_and_the_words_do_not_nag_again(program: Program) -> None:
    judge_all(program, TAGS[0], YES)
    window = program.window
    window.action_set["model.readiness"].trigger()
    assert window.training.shows_readiness
    window.training.later.click()
    assert not window.training.shows_readiness
    window.action_set["model.learn"].trigger()
    assert program.learning.state.running
    window.training.cancel.click()


def test_songs_that_would_help_are_judged_one_after_another(program: Program, qtbot: QtBot) -> None:
    judge_all(program, TAGS[0], None)
    window, session = program.window, program.context.session
    library = program.context.library
    judge_all(program, TAGS[0], YES, besides=int(library.songs.all_ids()[-1]))
    last_two = library.songs.all_ids()[-3:].tolist()
    tag = library.codebook.find(TAGS[0]).id
    session.apply_changes(library.do(JudgeMany(tuple(last_two), tag, None)))
    window.action_set["model.readiness"].trigger()
    window.training.readiness.songs_requested.emit(tag)
    ids = window.table.model.ids.tolist()
    assert sorted(ids) == last_two
    assert session.song.id == ids[0]
    strip = window.review_strip
    assert strip.isVisibleTo(window)
    assert strip.title.text() == f"Judge “{TAGS[0]}” · 1 of 3"
    window.action_set["queue.no"].trigger()
    assert session.song.id == ids[1]
    window.action_set["queue.yes"].trigger()
    window.action_set["queue.unsure"].trigger()
    assert strip.question.text() == "Through: 3 questions – 1 yes, 1 no, 1 unsure."
    states = [str(library.annotations.of_song(song)[tag].state) for song in ids]
    assert states == ["no", "yes", "unsure"]
    strip.close_button.click()
    assert not strip.isVisibleTo(window)
    assert len(window.table.model.ids) == library.songs.count()
    wait_for_jobs(program, qtbot)


def test_a_search_takes_the_place_of_the_queue(program: Program) -> None:
    window, session, library = program.window, program.context.session, program.context.library
    tag = library.codebook.find(TAGS[1]).id
    session.apply_changes(library.do(JudgeMany((1, 2), tag, None)))
    window.training.readiness.songs_requested.emit(tag)
    assert window.review_strip.isVisibleTo(window)
    session.set_query("untagged")
    assert session.queue is None
    assert not window.review_strip.isVisibleTo(window)


def test_how_many_more_songs_is_forecast_once_and_shown_with_what_tags_need(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, controller = program.window, program.window.forecast_controller
    window.action_set["model.readiness"].trigger()
    window.training.forecast.click()
    dialog = controller.dialog
    qtbot.waitUntil(lambda: controller.forecasts.kept is not None, timeout=60_000)
    assert {one.tag for one in dialog.table.tags} == set(TAGS)
    assert not dialog.stale.isVisible()
    shown = {window.training.readiness.table.item(row, 3).text() for row in range(2)}
    assert any("Good enough" in text or "Needs songs" in text for text in shown)
    dialog.close()
    assert controller.dialog is None
    monkeypatch.setattr(controller.forecasts, "start", lambda _listeners: 1 / 0)
    controller.show(TAGS[1])  # what is kept is shown, and nothing is computed
    assert controller.dialog.table.chosen().tag == TAGS[1]
    judge_all(program, TAGS[0], YES)
    qtbot.waitUntil(lambda: controller.dialog.stale.isVisible())
    controller.dialog.ask.click()
    assert program.context.session.queue is not None
    controller.dialog.close()
    wait_for_jobs(program, qtbot)
