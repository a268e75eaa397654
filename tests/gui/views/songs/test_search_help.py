"""The table of searches: every example is understood, and speaks of the library at hand."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.library.records import State
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.songs.search_help import (
    SearchHelp,
    SearchWords,
    search_rows,
    search_table,
    words_of,
)
from tests.support.small_library import Room


@pytest.fixture
def sheet(room: Room, qtbot: QtBot) -> SearchHelp:
    made = SearchHelp(room.session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_example_is_understood(room: Room, sheet: SearchHelp) -> None:
    room.predict(np.full((3, 4), 0.5))
    queries = [button.text() for button in sheet.examples]
    assert len(queries) > 25
    problems = {query: room.library.search.check(query) for query in queries}
    assert {query: error for query, error in problems.items() if error is not None} == {}


def test_examples_speak_of_the_librarys_own_words(room: Room) -> None:
    assert words_of(Session()) == SearchWords()
    room.judge(1, "choir", State.YES)
    assert words_of(room.session).tag == "choir"
    rows = search_rows(words_of(room.session))
    assert "-choir" in rows[1].examples
    assert "`-kick`" in search_table()


def test_an_example_is_tried_by_a_click(sheet: SearchHelp) -> None:
    tried: list[str] = []
    sheet.query_requested.connect(tried.append)
    QTest.mouseClick(sheet.examples[1], Qt.MouseButton.LeftButton)
    assert tried == ['"night train"']
    assert sheet.isVisible()
