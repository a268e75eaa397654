"""Every control that can have the focus says what it is, in every view; Tab goes through them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from core.settings import Settings
from rhythmcap_gui.app import Program
from rhythmcap_gui.views.shell.crash_dialog import CrashDialog
from rhythmcap_gui.views.tags.tag_dialog import TagDialog
from tests.support.small_library import Room, open_room

LONGEST_WAY = 400


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, qtbot: Any) -> Iterator[Program]:
    """The window with songs, predictions and all docks open."""
    (tmp_path / "made").mkdir()
    room: Room = open_room(tmp_path / "made")
    room.predict(np.full((3, 4), 0.5, dtype=np.float32))
    room.close()
    shutil.copy(tmp_path / "made" / "library.db", tmp_path / "small.db")
    made = Program(qapp, Settings())
    made.window.resize(1280, 800)
    made.window.show()
    made.window.open_library(tmp_path / "small.db")
    made.context.session.open_song(made.context.library.songs.get(1))
    made.context.session.set_loop((1.0, 2.0))
    for dock in made.window.docks.values():
        dock.show()
    qtbot.waitUntil(lambda: not made.context.runner.jobs(), timeout=30_000)
    yield made
    made.close()
    made.window.deleteLater()
    made.deleteLater()


def nameless(root: QWidget) -> list[str]:
    """Widgets that Tab or a click can reach and that say nothing of themselves."""
    found = []
    for each in root.findChildren(QWidget):
        if each.focusPolicy() == Qt.FocusPolicy.NoFocus or each.objectName().startswith("qt_"):
            continue
        if each.focusProxy() is not None or not each.isVisibleTo(root):
            continue
        if not _name(each):
            found.append(f"{type(each).__name__} in {type(each.parent()).__name__}")
    return sorted(set(found))


def _name(widget: QWidget) -> str:
    spoken = QAccessible.queryAccessibleInterface(widget)
    name = spoken.text(QAccessible.Text.Name) if spoken is not None else ""
    return widget.accessibleName() or name or getattr(widget, "text", str)()


def test_every_control_of_the_window_says_what_it_is(program: Program) -> None:
    assert nameless(program.window) == []


def open_dialog(program: Program, name: str) -> QDialog:
    """Ask the window for a dialog, as the menus do; the one that came."""
    window = program.window
    models = [each for each in program.context.library.models.list() if each.name == "starter"]
    ways: dict[str, Callable[[], object]] = {
        "settings": window.show_settings,
        "keys": window.show_keys,
        "tag": TagDialog(program.context.session, parent=window).open,
        "crash": CrashDialog("What happened", "The report", Path("rhythmcap.log"), window).open,
        "get a model": window.get_model,
        "import a model": window.import_model,
        "card": lambda: window.show_card(models[0].id),
        "words": lambda: window.map_words(models[0].id),
        "missing files": window.find_missing,
        "same recording": window.show_duplicates,
        "restore": window.restore_library,
    }
    ways[name]()
    return next(each for each in window.findChildren(QDialog) if each.isVisible())


DIALOGS = ["settings", "keys", "tag", "crash", "get a model", "import a model", "card", "words",
           "missing files", "same recording", "restore"]  # fmt: skip


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_the_dialogs_says_what_it_is(
    program: Program, qtbot: Any, name: str
) -> None:
    dialog = open_dialog(program, name)
    assert nameless(dialog) == []
    qtbot.waitUntil(lambda: not program.context.runner.jobs(), timeout=30_000)
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
        next((place for place, each in enumerate(way) if column.isAncestorOf(each)), -1)
        for column in columns
    ]
    assert -1 not in first
    assert first == sorted(first), "from the library to the song to its tags"
