"""One line of message in the window: what helps is a button, the rest is in the list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from rhythmcap_gui.app import Program
from rhythmcap_gui.session import Notice

LIBRARY = Path("/music/mine.db")


def test_a_warning_is_a_slim_bar_and_opens_no_dock(program: Program) -> None:
    window = program.window
    program.context.session.notify("The drive is full.", "warning", remedy="Make room on it.")
    assert window.notice_bar.isVisible()
    assert window.notice_bar.words.text() == "The drive is full. Make room on it."
    assert not any(dock.isVisible() for dock in window.docks.values())
    QApplication.processEvents()
    assert window.notice_bar.height() <= 48


def test_what_is_only_information_is_left_to_the_status_line(program: Program) -> None:
    session, window = program.context.session, program.window
    session.notify("Exported.", "good")
    assert not window.notice_bar.isVisible()
    shown = [button.text() for button in window.status.findChildren(QPushButton)]
    assert "Exported." in shown
    session.notify("The drive is full.", "error")
    assert window.notice_bar.isVisible()
    shown = [button.text() for button in window.status.findChildren(QPushButton)]
    assert "The drive is full." not in shown  # it is said once


def test_a_dismissed_message_uncovers_the_one_before(program: Program, qtbot: Any) -> None:
    bar, session = program.window.notice_bar, program.context.session
    n_before = len(program.window.notices.cards)
    for text in ("first", "second", "first"):
        session.notify(text, "error")
    assert (bar.shown.text, bar.all.text()) == ("first", "2 messages")
    qtbot.keyClick(bar.cross, Qt.Key.Key_Escape)
    assert (bar.shown.text, bar.all.text()) == ("second", "All messages")
    bar.cross.click()
    assert not bar.isVisible()
    assert len(program.window.notices.cards) == n_before + 3


def test_all_messages_are_one_press_away(program: Program) -> None:
    window, session = program.window, program.context.session
    session.notify("It failed.", "error")
    window.notice_bar.all.click()
    assert window.docks["messages"].isVisible()
    assert not window.notice_bar.isVisible()
    session.notify("It failed again.", "error")
    assert not window.notice_bar.isVisible()  # the list shows it
    window.docks["messages"].hide()
    session.notify("And again.", "error")
    assert window.notice_bar.isVisible()


def test_the_remedy_is_a_button(program: Program) -> None:
    bar = program.window.notice_bar
    program.context.session.notice.emit(
        Notice("The model is gone.", "error", "Choose another.", action="model.list")
    )
    assert bar.action.text() == "Models"
    bar.action.click()
    assert program.window.docks["models"].isVisible()
    assert not bar.isVisible()


def test_details_can_be_copied_from_the_bar(program: Program) -> None:
    bar = program.window.notice_bar
    program.context.session.notice.emit(Notice("No sound.", "error", "", "Traceback", LIBRARY))
    bar.copy.click()
    assert QApplication.clipboard().text() == f"No sound.\n{LIBRARY}\nTraceback"
    program.context.session.notify("No detail.", "error")
    assert not bar.copy.isVisible()


def test_it_goes_when_the_library_is_whole_again(program: Program) -> None:
    session = program.context.session
    session.notice.emit(Notice("It is damaged.", "error", path=LIBRARY, until_whole=True))
    session.made_whole.emit(LIBRARY)
    assert not program.window.notice_bar.isVisible()
