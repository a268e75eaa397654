"""Finding a tag by typing: only Enter decides, and a new word needs a second step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.library.records import State
from rhythmcap_gui import theme
from rhythmcap_gui.views.tags.tag_finder import TagFinder
from tests.support.small_library import Room, open_room

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[Room]:
    theme.apply_theme(qapp, "dark")
    made = open_room(tmp_path)
    made.open(1)
    yield made
    made.close()


@pytest.fixture
def finder(room: Room, qtbot: QtBot) -> Iterator[TagFinder]:
    window = QWidget()
    window.resize(400, 400)
    qtbot.addWidget(window)
    window.show()
    made = TagFinder(room.session, window)
    made.open_below(window)
    yield made
    window.close()


def found(finder: TagFinder) -> list[str]:
    return [finder.list.item(row).text() for row in range(finder.list.count())]


def test_a_few_letters_find_a_tag(finder: TagFinder) -> None:
    finder.line.setText("dr")
    assert found(finder)[0] == "drums"


def test_a_misspelling_finds_it_too(finder: TagFinder) -> None:
    finder.line.setText("femmale")
    assert found(finder)[0] == "female"


@pytest.mark.parametrize(
    ("modifiers", "state"), [(PLAIN, State.YES), (SHIFT, State.NO), (ALT, State.UNSURE)]
)
def test_enter_decides_and_closes(
    room: Room, finder: TagFinder, modifiers: Qt.KeyboardModifier, state: State
) -> None:
    judged: list[tuple[int, State]] = []
    finder.judged.connect(lambda tag, state: judged.append((tag, state)))
    QTest.keyClicks(finder.line, "disc")
    QTest.keyClick(finder.line, Qt.Key.Key_Return, modifiers)
    assert judged == [(room.tag("disco"), state)]
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_with_nothing_typed_nothing_is_judged(finder: TagFinder, key: Qt.Key) -> None:
    judged: list[int] = []
    finder.judged.connect(lambda tag, _state: judged.append(tag))
    QTest.keyClick(finder.line, key)
    QTest.keyClicks(finder.line, "  ")
    QTest.keyClick(finder.line, key)
    assert judged == []


def test_a_key_held_down_makes_no_new_word(finder: TagFinder) -> None:
    new_words: list[str] = []
    finder.new_tag_requested.connect(new_words.append)
    QTest.keyClicks(finder.line, "xylophone")
    for again in (False, True, True, True):
        kind = QEvent.Type.KeyPress
        press = QKeyEvent(kind, Qt.Key.Key_Return, PLAIN, "\r", again)
        QApplication.sendEvent(finder.line, press)
    assert new_words == []


def test_arrows_choose_among_those_found(room: Room, finder: TagFinder) -> None:
    judged: list[int] = []
    finder.judged.connect(lambda tag, _state: judged.append(tag))
    QTest.keyClick(finder.line, Qt.Key.Key_Down)
    QTest.keyClick(finder.line, Qt.Key.Key_Down)
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert judged == [room.tag("male")]


def test_typing_alone_never_judges(finder: TagFinder) -> None:
    judged: list[int] = []
    finder.judged.connect(lambda tag, _state: judged.append(tag))
    QTest.keyClicks(finder.line, "drums ")
    QTest.keyClick(finder.line, Qt.Key.Key_Escape)
    assert judged == []


def test_a_new_word_needs_a_second_step(finder: TagFinder) -> None:
    new_words: list[str] = []
    finder.new_tag_requested.connect(new_words.append)
    QTest.keyClicks(finder.line, "xylophone")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert new_words == []
    assert finder.list.currentRow() == 0
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert new_words == ["xylophone"]


def test_a_known_word_in_another_spelling_is_not_offered_anew(finder: TagFinder) -> None:
    finder.line.setText("Drums")
    assert found(finder) == ["drums"]
