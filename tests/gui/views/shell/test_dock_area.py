"""Docks leave what is beside them usable, and never make the window larger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtWidgets import QApplication, QSplitter

from rhythmcap_gui.app import Program
from rhythmcap_gui.view_data import ImportState, Progress
from rhythmcap_gui.views.shell.columns import widths_of_state

NAMES = ("learn", "models", "import", "messages")
FRAME_PX = 30  # a desktop's title bar


def sized(program: Program, width: int, height: int) -> Program:
    program.window.resize(width, height)
    QApplication.processEvents()
    return program


@pytest.mark.parametrize("name", NAMES)
def test_a_dock_leaves_tags_and_table_usable_at_1280(program: Program, name: str) -> None:
    window = sized(program, 1280, 800 - FRAME_PX).window
    tags_px = window.editor.height()
    window.show_dock(name)
    QApplication.processEvents()
    dock, table = window.docks[name], window.table
    assert window.height() == 800 - FRAME_PX
    assert window.editor.height() == tags_px
    assert table.height() >= 320
    assert window.listening.isVisible()
    assert dock.height() >= 160
    assert not _overlap(dock, table)


def test_buttons_of_a_dock_are_in_sight_at_1280(program: Program) -> None:
    window = sized(program, 1280, 800 - FRAME_PX).window
    window.show_readiness()
    for _ in range(3):
        QApplication.processEvents()
    for button in (window.training.learn, window.training.later):
        assert button.visibleRegion().boundingRect() == button.rect()


def test_docks_share_one_place_as_tabs(program: Program) -> None:
    window = sized(program, 1280, 770).window
    for name in NAMES:
        window.show_dock(name)
    QApplication.processEvents()
    area = window.columns.dock_area
    assert set(area.tabifiedDockWidgets(window.docks["learn"])) == {
        window.docks[name] for name in NAMES[1:]
    }
    assert window.height() == 770


def test_in_a_low_window_a_dock_covers_the_songs_until_it_is_closed(program: Program) -> None:
    window = sized(program, 960, 508).window
    window.show_dock("learn")
    QApplication.processEvents()
    QApplication.processEvents()
    assert window.height() == 508
    assert not window.table.isVisible()
    assert window.editor.isVisible()
    assert window.docks["learn"].height() >= 200
    window.docks["learn"].close()
    QApplication.processEvents()
    QApplication.processEvents()
    assert window.table.isVisible()


def test_the_window_fits_a_screen_of_scale_two(program: Program) -> None:
    window = program.window
    program.context.session.notify("It failed.", "error")
    for name in NAMES:
        window.show_dock(name)
    QApplication.processEvents()
    least = window.minimumSizeHint()
    assert least.width() <= 960
    assert least.height() <= 540 - FRAME_PX


def test_what_the_status_line_tells_never_makes_the_window_wider(program: Program) -> None:
    window = program.window
    QApplication.processEvents()
    least_px = window.minimumSizeHint().width()
    window.status.show_work("Listen to all songs of the library " * 3, Progress(1, 2))
    window.status.show_import(ImportState(running=True, title="Adding songs " * 9))
    program.context.session.notify("There is no sound output on this computer. " * 5, "info")
    QApplication.processEvents()
    assert window.minimumSizeHint().width() == least_px
    assert window.status.minimumSizeHint().width() < least_px


def test_a_maximized_window_of_a_wider_screen_fits_a_narrow_one(program: Program) -> None:
    window, state = program.window, program.window_state
    window.restoreGeometry = lambda _saved: False  # as Qt does then
    window.setWindowState(Qt.WindowState.WindowMaximized)
    state.save()
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1280, 800)
    state.restore_window()
    state.fit_screen(QRect(0, 0, 960, 540))
    assert window.isMaximized()


def test_the_first_window_fills_a_screen_that_has_no_room_for_it(program: Program) -> None:
    window, state = program.window, program.window_state
    state.fit_screen(QRect(0, 0, 2560, 1440))
    assert window.size().toTuple() == (1280, 800)
    assert not window.isMaximized()
    state.fit_screen(QRect(0, 0, 1280, 800))
    assert window.isMaximized()


def test_wide_screens_give_the_tags_room_for_two_columns(program: Program) -> None:
    columns = sized(program, 1280, 800).window.columns
    assert columns.widths()[2] == pytest.approx(312, abs=4)
    sized(program, 1920, 1000)
    assert columns.widths()[2] >= 560
    sized(program, 1280, 800)
    assert columns.widths()[2] == pytest.approx(312, abs=4)


def test_widths_set_by_hand_stay_on_any_screen(program: Program) -> None:
    columns = sized(program, 1280, 800).window.columns
    columns.restore([300, 580, 400], are_own=True)
    sized(program, 1920, 1000)
    assert columns.widths()[2] == pytest.approx(400, abs=4)


def test_widths_of_former_versions_are_read(qtbot: Any) -> None:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    qtbot.addWidget(splitter)
    for _ in range(3):
        splitter.addWidget(QSplitter())
    splitter.resize(900, 100)
    splitter.setSizes([200, 400, 290])
    assert widths_of_state(splitter.saveState()) == [200, 400, 290]
    assert widths_of_state(QByteArray(b"something else")) == []


def test_the_first_page_has_docks_but_no_tags(start_program: Any, tmp_path: Path) -> None:
    program = start_program()
    program.window.files_controller.open_library(tmp_path / "empty.db")
    window = sized(program, 960, 500).window
    window.show_dock("models")
    assert window.is_empty
    assert window.docks["models"].isVisible()
    assert not window.editor.isVisible()
    assert window.width() == 960


def _overlap(one: Any, other: Any) -> bool:
    rects = [QRect(widget.mapToGlobal(widget.rect().topLeft()), widget.size())
             for widget in (one, other)]  # fmt: skip
    return rects[0].intersects(rects[1])
