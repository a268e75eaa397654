"""Two letters make a decision: yes, no with Shift, unsure with Alt; never inside a text field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.library.records import State
from rhythmcap_gui.chords import ChordFilter
from rhythmcap_gui.session import Session

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Target(QWidget):
    """A window with a text field, a button, and a shortcut on a category's letter."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.judged: list[tuple[str, State]] = []
        self.line, self.button, self.triggered = QLineEdit(), QPushButton("Press"), 0
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.button)
        action = QAction(self)
        action.setShortcuts([QKeySequence("Space"), QKeySequence("V"), QKeySequence("B")])
        action.triggered.connect(self.count)
        self.addAction(action)
        self.filter = ChordFilter(self, session, self.note)
        self.session = session

    def count(self) -> None:
        self.triggered += 1

    def note(self, tag_id: int, state: State) -> None:
        self.judged.append((self.session.library.codebook.tag(tag_id).name, state))


@pytest.fixture
def target(session: Session, qtbot: Any) -> Target:
    made = Target(session)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


@pytest.fixture
def press(target: Target, qtbot: Any) -> Callable[..., None]:
    def keys(*pressed: Any) -> None:
        for item in pressed:
            key, modifier = item if isinstance(item, tuple) else (item, Modifier.NoModifier)
            qtbot.keyClick(target.focusWidget() or target, key, modifier)

    return keys


def test_two_letters_say_yes(target: Target, press: Callable[..., None]) -> None:
    press(Key.Key_V, Key.Key_F)
    assert target.judged == [("female", State.YES)]
    assert target.triggered == 0


def test_shift_says_no_and_alt_says_unsure(target: Target, press: Callable[..., None]) -> None:
    press(Key.Key_V, (Key.Key_M, Modifier.ShiftModifier))
    press(Key.Key_V, (Key.Key_C, Modifier.AltModifier))
    assert target.judged == [("male", State.NO), ("choir", State.UNSURE)]


def test_the_armed_category_is_signalled_and_ends_with_the_second_letter(
    target: Target, press: Callable[..., None]
) -> None:
    armed: list[int | None] = []
    target.session.category_armed.connect(armed.append)
    press(Key.Key_R, Key.Key_K)
    rhythm = target.session.library.codebook.find_category("rhythm")
    assert armed == [rhythm.id, None]


def test_escape_and_a_wrong_letter_end_the_chord(
    target: Target, press: Callable[..., None]
) -> None:
    press(Key.Key_V, Key.Key_Escape, Key.Key_V, Key.Key_Z)
    assert target.judged == []
    assert target.session.armed_category is None


def test_waiting_ends_the_chord(target: Target, press: Callable[..., None], qtbot: Any) -> None:
    target.filter._timeout.setInterval(20)
    press(Key.Key_V)
    qtbot.waitUntil(lambda: target.session.armed_category is None, timeout=1000)


def test_letters_typed_into_a_text_field_stay_text(
    target: Target, press: Callable[..., None]
) -> None:
    target.line.setFocus()
    press(Key.Key_V, Key.Key_F, Key.Key_Space, Key.Key_B)
    assert target.line.text() == "vf b"
    assert target.judged == []
    assert target.triggered == 0


def test_a_letter_without_a_category_is_a_shortcut(
    target: Target, press: Callable[..., None]
) -> None:
    press(Key.Key_B)
    assert target.triggered == 1


def test_space_plays_even_with_a_clicked_button_in_focus(
    target: Target, press: Callable[..., None]
) -> None:
    target.button.setFocus(Qt.FocusReason.MouseFocusReason)
    press(Key.Key_Space)
    assert target.triggered == 1


def test_space_presses_a_button_that_was_reached_by_tab(
    target: Target, press: Callable[..., None], qtbot: Any
) -> None:
    target.line.setFocus()
    press(Key.Key_Tab)
    assert target.button.hasFocus()
    with qtbot.waitSignal(target.button.clicked, timeout=500):
        press(Key.Key_Space)
    assert target.triggered == 0


def test_no_category_is_armed_without_a_song(target: Target, press: Callable[..., None]) -> None:
    target.session.open_song(None)
    press(Key.Key_V)
    assert target.session.armed_category is None
    assert target.triggered == 1


def test_a_chord_begun_on_one_song_does_not_end_on_another(
    target: Target, press: Callable[..., None]
) -> None:
    press(Key.Key_V)
    target.session.open_song(target.session.song)
    press(Key.Key_F)
    press(Key.Key_V)
    target.session.set_selection((1, 2))
    press(Key.Key_F)
    assert target.judged == []


def test_leaving_the_window_ends_a_chord(target: Target, press: Callable[..., None]) -> None:
    press(Key.Key_V)
    QApplication.sendEvent(target, QEvent(QEvent.Type.WindowDeactivate))
    press(Key.Key_F)
    assert target.judged == []


def test_dead_keys_and_typed_words_are_no_chord(target: Target, press: Callable[..., None]) -> None:
    press(Key.Key_V)
    dead_key = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Dead_Acute, Modifier.NoModifier)
    QApplication.sendEvent(target, dead_key)
    press(Key.Key_Escape)
    assert target.judged == []
    press(Key.Key_V)
    target.line.setFocus()
    press(Key.Key_F)
    assert target.judged == []
    assert target.line.text() == "f"
