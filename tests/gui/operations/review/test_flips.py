"""What a new model says otherwise: offered after it is used, right or wrong by ear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from core.library.records import ModelRow, State
from rhythmcap_gui.app import Program
from rhythmcap_gui.job_runner import Job, Lane, Listeners
from rhythmcap_gui.question_queue import QueueKind
from rhythmcap_gui.view_data import LearnState
from tests.support.review_window import SCORES, judge, shown, state_of, tag, use_model

YES, NO, UNSURE = State.YES, State.NO, State.UNSURE
Key, Modifier = Qt.Key, Qt.KeyboardModifier
UNDO = (Key.Key_Z, Modifier.ControlModifier)


@pytest.fixture
def changed(program: Program) -> tuple[ModelRow, ModelRow]:
    """A second model: drums of song 4 and house of song 1 are no now; folk of 5 was judged."""
    former = program.context.session.model
    scores = SCORES.copy()
    scores[3, 1], scores[0, 2], scores[4, 3] = 0.1, 0.2, 0.1
    judge(program, 5, "folk", NO)
    return former, use_model(program, "my ear 2", scores, parent=former.id)


@pytest.mark.usefixtures("changed")
def test_flips_become_decisions_of_the_ear(program: Program, press: Callable[..., None]) -> None:
    press((Key.Key_D, Modifier.ControlModifier | Modifier.ShiftModifier))
    assert shown(program) == "“house”: .90 → .20, so no now. Is that right?"
    assert program.context.session.song.id == 1
    table = program.window.table.model
    assert table.prediction(table.row_of(4)).word == "→ drums"
    press(Key.Key_J)
    assert state_of(program, 1, "house") is NO
    assert shown(program) == "“drums”: .52 → .10, so no now. Is that right?"
    press(Key.Key_X)
    assert state_of(program, 4, "drums") is YES
    assert shown(program) == "Through: 2 questions – 1 right, 1 wrong."
    press(UNDO, UNDO)
    assert state_of(program, 1, "house") is None
    assert program.window.review_strip.title.text() == "What changed its mind · 1 of 2"


def test_flips_are_offered_once_the_new_model_is_used(
    program: Program, changed: tuple[ModelRow, ModelRow], press: Callable[..., None]
) -> None:
    former, now = changed
    program.context.session.open_song(program.context.library.songs.get(2))
    state = LearnState(False, old=former, new=now)
    program.window.review.flip_offers.follow_learning(state)
    assert shown(program) == ""
    program.window.review.flip_offers.follow_learning(replace(state, decided=True))
    assert shown(program) == ""  # listening to all may begin yet
    QCoreApplication.processEvents()
    assert shown(program) == "“my ear 2” changed its mind about 2 tags in 2 songs."
    assert "in 1 of them it agrees with you now" in program.window.review_strip.caption.text()
    assert program.context.session.song.id == 2
    assert len(program.window.table.model.ids) == 5
    press(Key.Key_J)
    assert program.context.session.song.id == 1
    assert program.context.session.queue.kind is QueueKind.FLIPS
    press(Key.Key_Escape)
    program.window.review.flip_offers.follow_learning(replace(state, decided=True))
    assert shown(program) == ""


def test_a_model_that_is_about_to_listen_is_asked_when_it_has(
    program: Program, changed: tuple[ModelRow, ModelRow], monkeypatch: pytest.MonkeyPatch
) -> None:
    former, now = changed
    runner = program.context.runner
    learned = LearnState(False, old=former, new=now, decided=True)
    program.window.review.flip_offers.follow_learning(learned)
    with monkeypatch.context() as listening:
        listening.setattr(runner, "busy", lambda lane: lane is Lane.LIBRARY)
        QCoreApplication.processEvents()
    assert shown(program) == ""
    runner.ended.emit(
        Job(1, Lane.LIBRARY, "Listen to all songs", lambda _job: None, Listeners()), "done"
    )
    assert "changed its mind about 2 tags" in shown(program)


def test_an_open_queue_is_not_disturbed_by_a_new_model(
    program: Program, changed: tuple[ModelRow, ModelRow]
) -> None:
    program.window.review.begin_word(tag(program, "choir"))
    told: list[str] = []
    program.context.session.notice.connect(lambda notice: told.append(notice.text))
    former, now = changed
    learned = LearnState(False, old=former, new=now, decided=True)
    program.window.review.flip_offers.follow_learning(learned)
    QCoreApplication.processEvents()
    assert program.context.session.queue.kind is QueueKind.WORD
    assert "changed its mind about 2 tags" in told[0]


def test_a_model_without_a_former_one_says_so(program: Program) -> None:
    program.window.review.begin_flips()
    assert shown(program) == "“my ear” has no former model to be compared with."
    assert program.window.review_strip.leave.isVisibleTo(program.window)


def test_in_blind_mode_nothing_is_offered_but_it_can_be_begun_later(
    program: Program, changed: tuple[ModelRow, ModelRow]
) -> None:
    session, (former, now) = program.context.session, changed
    told: list[str] = []
    session.notice.connect(lambda notice: told.append(notice.text))
    session.set_blind(True)
    learned = LearnState(False, old=former, new=now, decided=True)
    program.window.review.flip_offers.follow_learning(learned)
    QCoreApplication.processEvents()
    assert (session.queue, told) == (None, [])
    session.set_blind(False)
    program.window.review.begin_flips()
    assert session.queue.song_ids == (1, 4)


@pytest.mark.usefixtures("changed")
def test_the_list_is_heard_and_decided_on_beside_the_window(program: Program, qtbot: QtBot) -> None:
    window = program.window
    window.action_set["review.changed"].trigger()
    dialog = window.changed_controller.dialog
    qtbot.waitUntil(lambda: len(dialog.table.rows) == 2)
    assert [one.tag for one in dialog.table.rows] == ["house", "drums"]
    dialog.listen.click()
    assert program.context.session.song.id == 1
    dialog.right.click()
    assert state_of(program, 1, "house") is NO
    decision = program.context.library.annotations.of_song_and_tag(1, tag(program, "house"))
    assert decision.guess_visible
    qtbot.waitUntil(lambda: len(dialog.table.rows) == 1)
    dialog.wrong.click()  # song 4 was never open
    assert state_of(program, 4, "drums") is YES
    qtbot.waitUntil(lambda: not dialog.table.rows)
    assert "says of no tag" in dialog.summary.text()
    window.action_set["edit.undo"].trigger()
    qtbot.waitUntil(lambda: len(dialog.table.rows) == 1)
    dialog.queue.click()
    assert window.changed_controller.dialog is None
    assert program.context.session.queue.kind is QueueKind.FLIPS


def test_a_list_without_a_former_model_says_so(program: Program) -> None:
    program.window.action_set["review.changed"].trigger()
    dialog = program.window.changed_controller.dialog
    assert "has no former model" in dialog.summary.text()
    dialog.close()
