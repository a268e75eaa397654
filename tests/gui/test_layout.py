"""The window at its sizes and scales, in each language: nothing cut, nothing over another.

What the words mean is test_languages.py's business, how docks share the room test_dock_area.py's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMenu,
    QSpinBox,
    QStyle,
    QStyleOptionSpinBox,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.library.edits.edits import AddTag
from core.settings import Settings
from rhythmcap_gui import languages, theme
from rhythmcap_gui.app import Program
from tests.support.layout_faults import layout_faults
from tests.support.small_library import open_room
from tests.support.window import StartProgram, wait_for_jobs

SIZES = ((960, 508), (1280, 770), (1918, 1050))  # scale 2 on 1920 x 1080; a laptop; a screen
LARGE_TEXT = 1.5
LAYOUT_LEVELS = 12  # that lie in one another, at most
HEBREW, ARABIC = "שיר הערש", "أغنية الصباح"
MNEMONIC = re.compile(r"&(\w)")

Open = Callable[[Settings], Program]


@pytest.fixture
def open_window(start_program: StartProgram, tmp_path: Path, qtbot: QtBot) -> Open:
    """Open the window on a library with decisions, guesses and tags in three scripts."""

    def open_it(settings: Settings) -> Program:
        (tmp_path / "made").mkdir()
        room = open_room(tmp_path / "made")
        room.predict(np.full((3, 4), 0.5, dtype=np.float32))
        voice = room.library.codebook.categories()[0].id
        for name in (HEBREW, f"jazz {ARABIC} 1965"):
            room.library.do(AddTag(name, voice))
        room.close()
        program = start_program(settings)
        program.window.files_controller.open_library(tmp_path / "made" / "library.db")
        program.context.session.open_song(program.context.library.songs.get(1))
        wait_for_jobs(program, qtbot)
        return program

    return open_it


def faults_at(program: Program, size: tuple[int, int]) -> list[str]:
    """Faults of the window in a size, alone, with a message, and with docks."""
    window, found = program.window, []
    window.resize(*size)
    for state in ("", "message", *window.docks):
        if state == "message":
            program.context.session.notify("The drive is full.", "warning", remedy="Make room.")
        elif state:
            window.show_dock(state)
        found += [f"{size} {state}: {fault}" for fault in settled_faults(window)]
        if window.size().toTuple() != size:
            found.append(f"{size} {state}: the window became {window.size().toTuple()}")
    window.notice_bar.follow_list(True)
    for dock in window.docks.values():
        dock.hide()
    return found


def settled_faults(window: QWidget) -> list[str]:
    """Faults that stay when all layouts were done: a count that just came may move a line."""
    for _ in range(3):
        QApplication.processEvents()
    for _ in range(LAYOUT_LEVELS):
        if not layout_faults(window):
            break
        QApplication.processEvents()
    return layout_faults(window)


@pytest.mark.parametrize("code", languages.NAMES)
def test_nothing_is_cut_at_any_size(open_window: Open, code: str) -> None:
    program = open_window(Settings(language=code))
    found = [fault for size in SIZES for fault in faults_at(program, size)]
    assert found == []


@pytest.mark.parametrize("code", ["en", "de"])
def test_nothing_is_cut_in_large_text(
    open_window: Open, code: str, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(theme, "text_scale", lambda: LARGE_TEXT)
    program = open_window(Settings(language=code))
    assert qapp.font().pixelSize() == 20
    found = [fault for size in SIZES[1:] for fault in faults_at(program, size)]
    found += faults_of_dialogs(program, SIZES[1])
    monkeypatch.undo()
    theme.apply_theme(qapp, theme.requested())
    assert found == []


def test_nothing_lies_over_another_from_right_to_left(
    open_window: Open, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        program = open_window(Settings())
        found = [fault for size in SIZES for fault in faults_at(program, size)]
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert found == []


DIALOGS = (
    "window.settings", "help.keys", "help.searching", "help.glossary", "tags.new", "tags.codebook",
    "song.words", "library.restore", "model.get", "library.import_labels", "library.export",
    "library.deposit", "colleague.ask", "review.agreement", "model.suits", "help.graphics",
)  # fmt: skip


def faults_of_dialogs(program: Program, least_px: tuple[int, int] = (0, 0)) -> list[str]:
    """Faults of the dialogs that the menus open, with all their pages, on a test's screen."""
    found = []
    for action in DIALOGS:
        program.window.action_set[action].trigger()
        (dialog,) = [d for d in program.window.findChildren(QDialog) if d.isVisible()]
        pages = dialog.findChild(QTabWidget)
        for page in range(pages.count() if pages is not None else 1):
            if pages is not None:
                pages.setCurrentIndex(page)
            QApplication.processEvents()
            found += [f"{action}: {fault}" for fault in layout_faults(dialog)]
        room = dialog.screen().availableSize().expandedTo(QSize(*least_px))
        if dialog.width() > room.width() or dialog.height() > room.height() - 30:
            found.append(f"{action}: {dialog.size().toTuple()} on a screen of {room.toTuple()}")
        dialog.reject()
    return found


@pytest.mark.parametrize("code", languages.NAMES)
def test_no_dialog_cuts_its_words_or_leaves_the_screen(open_window: Open, code: str) -> None:
    assert faults_of_dialogs(open_window(Settings(language=code))) == []


@pytest.mark.parametrize("code", languages.NAMES)
def test_no_menu_has_a_mnemonic_twice(start_program: StartProgram, code: str) -> None:
    window = start_program(Settings(language=code)).window
    bar = window.menuBar()
    menus = [bar, *bar.findChildren(QMenu)]
    assert len(mnemonics(bar)) == len(bar.actions())
    for menu in menus:
        letters = mnemonics(menu)
        assert len(letters) == len(set(letters)), (menu.title() if menu is not bar else "", letters)


def mnemonics(menu: QMenu) -> list[str]:
    """The letters after an ampersand, as pressed with Alt."""
    texts = [action.text().replace("&&", "") for action in menu.actions()]
    return [found.group(1).lower() for text in texts if (found := MNEMONIC.search(text))]


def test_the_figures_of_a_spin_box_keep_off_its_arrows(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply_theme(qapp, "dark")
    box = QSpinBox(minimum=1, maximum=88_888, value=88_888, suffix=" GB")
    qtbot.addWidget(box)
    box.show()
    box.resize(box.sizeHint())
    option = QStyleOptionSpinBox()
    box.initStyleOption(option)
    up = box.style().subControlRect(
        QStyle.ComplexControl.CC_SpinBox, option, QStyle.SubControl.SC_SpinBoxUp, box
    )
    line = box.lineEdit()
    margins = line.textMargins()
    needed = line.fontMetrics().horizontalAdvance(box.text())
    assert margins.left() >= 6
    assert line.width() - margins.left() - margins.right() >= needed
    assert line.geometry().right() - margins.right() < up.left()
