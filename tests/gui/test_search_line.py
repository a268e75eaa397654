"""The search line: hints while typing, errors beneath, and letters that stay its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

sys.path.insert(0, str(Path(__file__).parent))
from small_library import Room, open_room

from rhythmcap_gui import theme
from rhythmcap_gui.views.search_hints import completed, hints_for, token_at
from rhythmcap_gui.views.search_line import SearchLine

TAGS = ["female", "male", "female choir", "drums"]


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[Room]:
    theme.apply_theme(qapp, "dark")
    made = open_room(tmp_path)
    yield made
    made.close()


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
    line._completer.popup().hide()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: room.session.query == "")
    with qtbot.waitSignal(line.list_wanted):
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


def test_hints_offer_tags_and_keywords() -> None:
    assert hints_for(token_at("fem", 3), TAGS) == ["female", "female choir"]
    assert hints_for(token_at("song -fem", 9), TAGS) == ["female", "female choir"]
    assert hints_for(token_at("un", 2), TAGS)[:2] == ["untagged", "unsure"]
    assert "untagged" not in hints_for(token_at("-un", 3), TAGS)
    assert hints_for(token_at("drums", 5), TAGS) == []


@pytest.mark.parametrize(
    ("text", "hint", "whole"),
    [
        ("fem", "female", "female "),
        ("song -fem", "female choir", 'song -"female choir" '),
        ("pre", "predicted:", "predicted:"),
        ("predicted:dr", "drums", "predicted:drums "),
    ],
)
def test_a_hint_replaces_the_word_only(text: str, hint: str, whole: str) -> None:
    assert completed(text, token_at(text, len(text)), hint) == (whole, len(whole))
