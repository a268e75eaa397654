"""The search line: hints while typing, errors beneath, and letters that stay its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rhythmcap_gui import key_names
from rhythmcap_gui.views.songs.search_line import SearchLine
from tests.support.small_library import Room


class Watcher(QObject):
    """Notes the events of one kind that a widget gets."""

    def __init__(self, widget: QWidget, kind: QEvent.Type, seen: list[object]) -> None:
        super().__init__(widget)
        self._kind, self._seen = kind, seen
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == self._kind:
            self._seen.append(event)
        return False


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(420, 300)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def line(room: Room, window: QWidget, qtbot: QtBot) -> SearchLine:
    made = SearchLine(room.session)
    made.query_edited.connect(room.session.set_query)
    box = QVBoxLayout(window)
    box.addWidget(made)
    box.addStretch()
    window.show()
    qtbot.waitExposed(window)
    made.setFocus()
    return made


def test_what_is_typed_becomes_the_query(room: Room, line: SearchLine, qtbot: QtBot) -> None:
    QTest.keyClicks(line, "song 003")
    qtbot.waitUntil(lambda: room.session.query == "song 003")


def test_escape_clears_then_leaves(room: Room, line: SearchLine, qtbot: QtBot) -> None:
    QTest.keyClicks(line, "song")
    qtbot.waitUntil(lambda: room.session.query == "song")
    QTest.keyClicks(line, " fol")
    popup = line._completer.popup()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert line.text() == "song fol"
    with qtbot.waitSignal(line.list_requested):
        QTest.keyClick(line, Qt.Key.Key_Escape)
    assert (line.text(), room.session.query) == ("", "")
    with qtbot.waitSignal(line.list_requested):
        QTest.keyClick(line, Qt.Key.Key_Escape)


def test_a_pill_fills_the_line(room: Room, line: SearchLine) -> None:
    room.session.set_query("untagged")
    assert line.text() == "untagged"


def test_a_query_that_cannot_be_understood_is_explained_beneath(
    line: SearchLine, window: QWidget, qtbot: QtBot
) -> None:
    line.setText("predicted:nosuchtag>0.5")
    qtbot.waitUntil(lambda: line._problem.isVisible(), timeout=3000)
    assert "nosuchtag" in line._problem.text()
    below = line.mapTo(window, line.rect().bottomLeft()).y()
    assert line._problem.mapTo(window, line._problem.rect().topLeft()).y() > below
    line.setText("")
    assert not line._problem.isVisible()


def wait_for_problem(line: SearchLine, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: line._problem.isVisible(), timeout=3000)


def test_the_error_is_underlined_and_its_text_changes_without_hiding(
    line: SearchLine, qtbot: QtBot
) -> None:
    QTest.keyClicks(line, "song year:abc folk")
    wait_for_problem(line, qtbot)
    start, end = line.wrong
    assert line.text()[start:end] == "year:abc"
    assert "abc" in line.accessibleDescription()
    hidden: list[object] = []
    watch = Watcher(line._problem, QEvent.Type.Hide, hidden)
    line.setCursorPosition(end)
    QTest.keyClicks(line, "d")
    assert "“abcd”" in line._problem.text()
    assert not hidden
    for _ in range(4):
        QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClicks(line, "1990")
    assert not line._problem.isVisible()
    assert line.wrong is None
    assert watch is not None


def test_a_word_that_is_being_typed_is_not_called_wrong_at_once(
    line: SearchLine,
) -> None:
    line._error_pause.setInterval(0)
    QTest.keyClicks(line, "tag:dru")
    line._look_for_problem()
    assert not line._problem.isVisible()
    line._error_pause.stop()
    QTest.keyClicks(line, "ms region:ki")
    line._look_for_problem()
    assert not line._problem.isVisible()
    line._completer.popup().hide()
    line.setCursorPosition(0)
    line._look_for_problem()
    assert line._problem.isVisible()


def test_tints_stand_under_their_words_also_when_the_line_is_scrolled(
    line: SearchLine, window: QWidget
) -> None:
    line.setFixedWidth(200)
    for text in ("-drums x", "some longer words before -drums and then"):
        line.setText(text)
        line.setCursorPosition(text.index("-drums") + 6)
        window.grab()
        ((left, right),) = line.edges_of(line.terms)
        letters = line.fontMetrics().horizontalAdvance("-drums")
        assert right - left == pytest.approx(letters, abs=2)
        assert right == pytest.approx(line.cursorRect().center().x(), abs=2)


def test_enter_searches_for_what_was_typed_and_takes_no_hint(
    room: Room, line: SearchLine, qtbot: QtBot
) -> None:
    QTest.keyClicks(line, "fol")
    popup = line._completer.popup()
    assert popup.isVisible()
    assert not popup.currentIndex().isValid()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.session.query == "fol")
    assert line.text() == "fol"


def test_a_hint_is_taken_by_stepping_on_it_and_can_be_undone(
    room: Room, line: SearchLine, qtbot: QtBot
) -> None:
    QTest.keyClicks(line, "fol")
    popup = line._completer.popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: line.text() == "folk ")
    assert room.session.query == "folk"
    line.undo()
    assert line.text() == "fol"


def test_the_tooltip_names_the_key_in_force(line: SearchLine) -> None:
    key_names.bind({"library.search": "Ctrl+J"})
    assert line.toolTip().endswith("(Ctrl+J)")
    key_names.bind({"library.search": "Ctrl+F"})
    assert line.toolTip().endswith("(Ctrl+F)")
