"""Keys of the whole window: loop, scroll and speed; tooltips name the keys in force."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from PySide6.QtCore import Qt

from core.audio.playback_records import PlayerState
from core.library.edits.edits import Judge
from core.library.records import DecisionContext, State
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.listening import playback
from tests.support.window import wait_for_jobs


@pytest.fixture
def program(program: Program, qtbot: Any) -> Program:
    """The window on a library of three songs, the first one open."""
    program.context.session.open_song(program.context.library.songs.get(1))
    wait_for_jobs(program, qtbot)
    return program


def test_escape_ends_the_loop_but_not_while_words_are_typed(program: Program, qtbot: Any) -> None:
    window, session = program.window, program.context.session
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    session.set_loop((2.0, 5.0))
    window.search.setFocus()
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert session.loop == (2.0, 5.0)
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert session.loop is None


def test_the_view_scrolls_by_keys(program: Program, qtbot: Any) -> None:
    window = program.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.setFocus()
    window.listening.axis.show(0.0, 10.0)
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert window.listening.axis.start_s == pytest.approx(5.0)
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert window.listening.axis.start_s == pytest.approx(0.0)


def test_the_speed_is_chosen_by_key_and_by_menu_and_shown(program: Program, qtbot: Any) -> None:
    window, button = program.window, program.window.listening.transport.speed_button
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Less)
    assert button.text() == "0.9 ×"
    button.chosen.emit(0.5)
    assert program.context.player.state.speed == 0.5
    playback.change_speed(program.context, -1)
    assert program.context.player.state.speed == 0.5
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert button.text() == "1.0 ×"
    program.context.session.set_playback(PlayerState(True, False, 0.0, 60.0, None, "", 1.25))
    assert button.text() == "1.25 ×"


def test_tooltips_name_the_key_the_user_chose(program: Program) -> None:
    session, transport = program.context.session, program.window.listening.transport
    assert transport.play_button.toolTip() == "Play or pause (Space)"
    own = {"playback.toggle": "Ctrl+P"}
    session.set_settings(dataclasses.replace(session.settings, keys=own))
    assert transport.play_button.toolTip() == "Play or pause (Ctrl+P)"


def test_the_table_of_what_words_need_is_worked_by_keys_alone(program: Program, qtbot: Any) -> None:
    window, session, library = program.window, program.context.session, program.context.library
    first, second = [tag.id for tag in library.codebook.tags()[:2]]
    for tag_id in (first, second):
        session.apply_changes(library.do(Judge(1, tag_id, State.YES, DecisionContext())))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_readiness()
    table = window.training.readiness.table
    before = library.annotations.of_song(1)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    table.setCurrentCell(0, 0)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert (table.currentRow(), session.song.id) == (1, 1)
    for _ in range(5):
        qtbot.keyClick(table, Qt.Key.Key_Right)
    assert table.currentColumn() == 5
    qtbot.keyClick(table, Qt.Key.Key_Home)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert session.queue is not None
    assert library.annotations.of_song(1) == before
