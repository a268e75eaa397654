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
from rhythmcap_gui.views.shell.focus_areas import enter_first
from rhythmcap_gui.views.shell.keys_sheet import KeysSheet
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


def extends_the_selection(program: Program, qtbot: Any) -> bool:
    """Press Shift+Down where the keyboard is; tell whether it selects one more song."""
    focused, n_before = program.window.focusWidget(), len(program.context.session.selection)
    qtbot.keyClick(focused, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    return len(program.context.session.selection) == n_before + 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_after_a_search_the_keyboard_is_on_the_list(
    program: Program, qtbot: Any, key: Qt.Key
) -> None:
    window = program.window
    qtbot.waitActive(window)
    window.focus_search()
    qtbot.keyClicks(window.search, "length:>0")
    qtbot.keyClick(window.search, key)
    assert window.focusWidget() is window.table.list
    assert extends_the_selection(program, qtbot)


@pytest.mark.parametrize("begun_at", ["window", "search", "list"])
def test_after_the_tour_the_keyboard_is_on_the_list(
    program: Program, qtbot: Any, begun_at: str
) -> None:
    window = program.window
    qtbot.waitActive(window)
    {"window": window, "search": window.search, "list": window.table.list}[begun_at].setFocus()
    window.show_first_steps()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.focusWidget() is window.table.list
    assert extends_the_selection(program, qtbot)


def test_after_the_sheet_of_keys_the_keyboard_is_where_it_was(program: Program, qtbot: Any) -> None:
    window = program.window
    qtbot.waitActive(window)
    window.table.list.setFocus()
    window.shell_controller.show_keys()
    sheet = window.findChild(KeysSheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert window.focusWidget() is window.table.list
    assert extends_the_selection(program, qtbot)


def test_the_first_songs_leave_the_keyboard_to_the_window(program: Program, qtbot: Any) -> None:
    window = program.window
    qtbot.waitActive(window)
    window.columns.show_first_page(True)
    enter_first(window.first_run)
    assert window.first_run.isAncestorOf(window.focusWidget())
    window.show_page()
    assert window.focusWidget() is window


def test_keys_that_would_change_a_library_open_for_reading_say_why_not(
    program: Program, qtbot: Any
) -> None:
    window, session = program.window, program.context.session
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    told: list[str] = []
    session.notice.connect(lambda notice: told.append(notice.text))
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_D)  # no command
    assert told == []
    session.library.read_only = True
    window.action_set.refresh()
    for focused in (window, window.table.list):
        focused.setFocus()
        qtbot.keyClick(focused, Qt.Key.Key_E, control)
        assert told == ["Write a note: not possible while the library is open for reading only"]
        told.clear()
    qtbot.keyClick(window, Qt.Key.Key_Escape)  # there is nothing to end
    qtbot.keyClick(window, Qt.Key.Key_F, control)
    assert (told, window.focusWidget()) == ([], window.search)
