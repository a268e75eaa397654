"""The listening test of two words: by keys, equally loud, told at the end and not before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.library.abx_records import AnsweredTrial, PlayedClip
from core.library.edits.edits import Judge, KeepAbxTest, RemoveSongs, SetDefinition
from core.library.records import Changes, State
from core.metrics.abx import N_TRIALS
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.listening.abx_test import AbxTest
from rhythmcap_gui.views.codebook.abx_dialog import AbxDialog
from rhythmcap_gui.views.codebook.codebook_dialog import CodebookDialog
from rhythmcap_gui.views.codebook.pairs_dialog import PairsDialog
from tests.gui.controllers.test_codebook_tools import dialog, program
from tests.support.review_window import tag
from tests.support.window import wait_for_jobs

__all__ = ["dialog", "program"]


@pytest.fixture
def pairs(program: Program, dialog: CodebookDialog, qtbot: QtBot) -> PairsDialog:
    """Confused words, with “drums” and “house” chosen: two songs of the one, none of the other."""
    drums, house = tag(program, "drums"), tag(program, "house")
    for song_id in (2, 3):
        edit_runner.apply(program.context, Judge(song_id, drums, State.YES))
        edit_runner.apply(program.context, Judge(song_id, house, State.NO))
    dialog.buttons["pairs"].click()
    wait_for_jobs(program, qtbot)
    found = program.window.findChild(PairsDialog)
    found.first.setCurrentIndex(found.first.findData(drums))
    found.second.setCurrentIndex(found.second.findData(house))
    return found


def test_a_word_without_songs_of_its_own_is_no_test(program: Program, pairs: PairsDialog) -> None:
    pairs.test.click()
    assert pairs.tested.text().startswith("It takes two songs that are “house” and not “drums”")
    assert program.window.findChild(AbxDialog) is None
    pairs.second.setCurrentIndex(pairs.first.currentIndex())
    assert not pairs.test.isEnabled()


def test_a_test_is_done_by_keys_and_told_at_its_end(
    program: Program, pairs: PairsDialog, qtbot: QtBot
) -> None:
    for song_id in (4, 5):
        for name, state in (("drums", State.NO), ("house", State.YES)):
            edit_runner.apply(program.context, Judge(song_id, tag(program, name), state))
    pairs.test.click()
    shown, test = program.window.findChild(AbxDialog), program.window.findChild(AbxTest)
    assert "is X like A (drums) or like B (house)?" in shown.question.text()
    for number, trial in enumerate(test._trials):
        qtbot.waitUntil(lambda: shown._state.ready, timeout=20_000)
        assert shown._state.trial == number
        QTest.keyClick(shown, Qt.Key.Key_1)
        assert shown._state.trial == number  # X was not heard
        QTest.keyClick(shown, Qt.Key.Key_X)
        assert shown._state.sounds == "x"
        QTest.keyClick(shown, Qt.Key.Key_A)
        assert shown._state.sounds == "a"
        assert "right" not in shown.text.text().replace("What was right", "")
        QTest.keyClick(shown, Qt.Key.Key_1 if trial.x_is_a else Qt.Key.Key_2)
    assert shown._state.trial == N_TRIALS
    assert shown.question.text() == "12 of 12 right (p < .001): your ear tells them apart."
    assert "It is kept beside the two words." in shown.text.text()
    assert not shown.like_a.isEnabled()
    shown.reject()
    (kept,) = program.context.library.abx_tests.all()
    chosen = [test._songs[0][trial.a].audio_hash for trial in test._trials]
    assert [trial.a.audio_hash for trial in kept.trials] == chosen
    assert pairs._cells(pairs.table.rows[0])[2] == "tells them apart: 12 of 12, p < .001 · today"
    assert pairs.tested.text().startswith("12 of 12 right (p < .001): your ear tells them apart.")
    program.window.action_set["edit.undo"].trigger()
    assert pairs.table.rows == []
    assert not pairs.tested.isVisible()
    pairs.reject()


def test_what_was_tested_before_is_told_with_its_age(program: Program, pairs: PairsDialog) -> None:
    drums, house = tag(program, "drums"), tag(program, "house")
    clip = PlayedClip("00" * 16)
    trials = [AnsweredTrial(clip, clip, clip, True, number < 6) for number in range(12)]
    for pair in ((drums, house), (house, drums)):
        edit_runner.apply(program.context, KeepAbxTest(*pair, 1, tuple(trials)))
    edit_runner.apply(program.context, SetDefinition(house, definition="Four on the floor."))
    library = program.context.library
    old = (datetime.now(UTC) - timedelta(days=2)).isoformat()
    library.database.write("UPDATE abx_tests SET created_at = ? WHERE id = 1", (old,))
    pairs._follow(Changes(tags=frozenset((drums,))))
    assert len(pairs.table.rows) == 1
    text = pairs.tested.text()
    assert "6 of 12 right (p = .613)" in text
    assert "right in .21 to .79" in text
    assert "today, before a meaning was changed" in text
    assert text.endswith("before: 6 of 12, p = .613 (2 days ago)")
    library.annotators.add("Bo")
    library.annotators.use("Bo")
    program.context.session.apply_changes(Changes(tags=frozenset((drums,))))
    assert pairs.table.rows == []
    pairs.reject()


def test_a_song_that_is_removed_ends_the_test(
    program: Program, pairs: PairsDialog, qtbot: QtBot
) -> None:
    for song_id in (4, 5):
        for name, state in (("drums", State.NO), ("house", State.YES)):
            edit_runner.apply(program.context, Judge(song_id, tag(program, name), state))
    pairs.test.click()
    shown = program.window.findChild(AbxDialog)
    qtbot.waitUntil(lambda: shown._state.ready, timeout=20_000)
    wait_for_jobs(program, qtbot)
    edit_runner.apply(program.context, RemoveSongs((2, 3, 4, 5)))
    while not shown._state.problem:
        QTest.keyClick(shown, Qt.Key.Key_X)
        QTest.keyClick(shown, Qt.Key.Key_1)
        qtbot.waitUntil(lambda: shown._state.ready or bool(shown._state.problem), timeout=20_000)
    assert shown.question.text() == "A song of this test was removed."
    shown.reject()
    assert program.context.library.abx_tests.all() == []
    pairs.reject()


def test_a_test_that_is_stopped_says_nothing_and_falls_silent(
    program: Program, pairs: PairsDialog, qtbot: QtBot
) -> None:
    for song_id in (4, 5):
        for name, state in (("drums", State.NO), ("house", State.YES)):
            edit_runner.apply(program.context, Judge(song_id, tag(program, name), state))
    pairs.test.click()
    shown, test = program.window.findChild(AbxDialog), program.window.findChild(AbxTest)
    qtbot.waitUntil(lambda: shown._state.ready, timeout=20_000)
    QTest.keyClick(shown, Qt.Key.Key_B)
    shown.reject()
    assert not test._player.sounds
    assert test.state.result == ""
    wait_for_jobs(program, qtbot)
