"""The caption of the open song: under its title, copied by a key, without guesses if blind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library.records import State
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import tagging
from tests.support.review_window import tag

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def test_yes_tags_are_listed_and_a_key_copies_them(
    program: Program, press: Callable[..., None], qtbot: QtBot
) -> None:
    program.context.session.set_blind(True)  # its guesses are no part of this test
    navigation.open_song(program.context, 2)
    program.window.table.list.select_songs((2,))
    for name in ("kick", "house"):
        tagging.judge(program.context, tag(program, name), State.YES)
    caption = program.window.song_caption
    qtbot.waitUntil(lambda: len(caption.text.split(", ")) == 2, timeout=20_000)
    assert set(caption.text.split(", ")) == {"kick", "house"}
    assert program.window.listening.caption.label.toolTip()
    press((Qt.Key.Key_C, CTRL_ALT))
    assert QApplication.clipboard().text() == caption.text
    navigation.open_song(program.context, None)
    assert caption.text == ""
