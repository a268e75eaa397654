"""Every control that can have the focus says what it is, in every view; Tab goes through them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from rhythmcap_gui.app import Program
from tests.support.dialogs import DIALOGS, open_dialog
from tests.support.small_library import Room, open_room
from tests.support.window import wait_for_jobs

LONGEST_WAY = 400


@pytest.fixture
def library_file(tmp_path: Path) -> Path:
    """A library with songs and predictions."""
    (tmp_path / "made").mkdir()
    room: Room = open_room(tmp_path / "made")
    room.predict(np.full((3, 4), 0.5, dtype=np.float32))
    room.close()
    return Path(shutil.copy(tmp_path / "made" / "library.db", tmp_path / "small.db"))


@pytest.fixture
def program(program: Program, qtbot: Any) -> Program:
    """The window of 1280×800 with a song and a loop, and all docks open."""
    program.window.resize(1280, 800)
    program.context.session.open_song(program.context.library.songs.get(1))
    program.context.session.set_loop((1.0, 2.0))
    for dock in program.window.docks.values():
        dock.show()
    wait_for_jobs(program, qtbot)
    return program


def nameless(root: QWidget) -> list[str]:
    """Widgets that Tab or a click can reach and that say nothing of themselves."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.objectName().startswith("qt_"):
            continue
        if widget.focusProxy() is not None or not widget.isVisibleTo(root):
            continue
        if not _name(widget):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return sorted(set(found))


def _name(widget: QWidget) -> str:
    spoken = QAccessible.queryAccessibleInterface(widget)
    name = spoken.text(QAccessible.Text.Name) if spoken is not None else ""
    return widget.accessibleName() or name or getattr(widget, "text", str)()


def test_every_control_of_the_window_says_what_it_is(program: Program) -> None:
    assert nameless(program.window) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_the_dialogs_says_what_it_is(
    program: Program, qtbot: Any, name: str
) -> None:
    dialog = open_dialog(program, name)
    assert nameless(dialog) == []
    wait_for_jobs(program, qtbot)
    dialog.reject()


def test_tab_reaches_every_column_and_comes_round(program: Program, qtbot: Any) -> None:
    window = program.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.search.setFocus()
    way: list[QWidget] = []
    for _ in range(LONGEST_WAY):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        way.append(QApplication.focusWidget())
        if way[-1] is window.search:
            break
    assert way[-1] is window.search, "Tab never comes back to the search line"
    columns = [window.table, window.listening, window.editor]
    first = [
        next((index for index, widget in enumerate(way) if column.isAncestorOf(widget)), -1)
        for column in columns
    ]
    assert -1 not in first
    assert first == sorted(first), "from the library to the song to its tags"


def test_the_focus_is_seen_on_a_slider(program: Program, qtbot: Any) -> None:
    window = program.window
    window.show_dock("deform")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    slider = next(iter(window.deform_strip.sliders.values())).slider
    slider.setEnabled(True)
    window.search.setFocus()
    without = slider.grab().toImage()
    slider.setFocus()
    assert slider.hasFocus()
    assert slider.grab().toImage() != without
