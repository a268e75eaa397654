"""Enter presses the button that has the focus, never another one."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout

from rhythmcap_gui.enter_key import EnterKey


class Question(QDialog):
    """A dialog as many are here: a default button, and one that is none."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.line = QLineEdit()
        self.cancel = QPushButton("Cancel", autoDefault=False)
        self.ok = QPushButton("Remove", default=True)
        column = QVBoxLayout(self)
        for widget in (self.line, self.cancel, self.ok):
            column.addWidget(widget)
        self.cancel.clicked.connect(lambda: self.pressed.append("Cancel"))
        self.ok.clicked.connect(lambda: self.pressed.append("Remove"))


@pytest.fixture
def question(qtbot: Any) -> Question:
    made = Question()
    made.enter_key = EnterKey(made)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_on_cancel_does_not_do_what_was_asked(
    question: Question, qtbot: Any, key: Qt.Key
) -> None:
    question.cancel.setFocus()
    qtbot.keyClick(question.cancel, key)
    assert question.pressed == ["Cancel"]


def test_the_default_button_is_pressed_once_from_itself_and_from_a_field(
    question: Question, qtbot: Any
) -> None:
    question.ok.setFocus()
    qtbot.keyClick(question.ok, Qt.Key.Key_Return)
    assert question.pressed == ["Remove"]
    question.line.setFocus()
    qtbot.keyClick(question.line, Qt.Key.Key_Return)
    assert question.pressed == ["Remove", "Remove"]


def test_with_ctrl_enter_is_another_key(question: Question, qtbot: Any) -> None:
    question.cancel.setFocus()
    qtbot.keyClick(question.cancel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert question.pressed != ["Cancel"]
