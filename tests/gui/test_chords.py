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


class Place(QWidget):
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
def place(session: Session, qtbot: Any) -> Place:
    made = Place(session)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


@pytest.fixture
def press(place: Place, qtbot: Any) -> Callable[..., None]:
    def keys(*pressed: Any) -> None:
        for each in pressed:
            key, modifier = each if isinstance(each, tuple) else (each, Modifier.NoModifier)
            qtbot.keyClick(place.focusWidget() or place, key, modifier)

    return keys


def test_two_letters_say_yes(place: Place, press: Callable[..., None]) -> None:
    press(Key.Key_V, Key.Key_F)
    assert place.judged == [("female", State.YES)]
    assert place.triggered == 0


def test_shift_says_no_and_alt_says_unsure(place: Place, press: Callable[..., None]) -> None:
    press(Key.Key_V, (Key.Key_M, Modifier.ShiftModifier))
    press(Key.Key_V, (Key.Key_C, Modifier.AltModifier))
    assert place.judged == [("male", State.NO), ("choir", State.UNSURE)]


def test_the_armed_category_is_told_and_ends_with_the_second_letter(
    place: Place, press: Callable[..., None]
) -> None:
    told: list[int | None] = []
    place.session.category_armed.connect(told.append)
    press(Key.Key_R, Key.Key_K)
    rhythm = place.session.library.codebook.find_category("rhythm")
    assert told == [rhythm.id, None]


def test_escape_and_a_wrong_letter_end_the_chord(place: Place, press: Callable[..., None]) -> None:
    press(Key.Key_V, Key.Key_Escape, Key.Key_V, Key.Key_Z)
    assert place.judged == []
    assert place.session.armed_category is None


def test_waiting_ends_the_chord(place: Place, press: Callable[..., None], qtbot: Any) -> None:
    place.filter.set_timeout(20)
    press(Key.Key_V)
    qtbot.waitUntil(lambda: place.session.armed_category is None, timeout=1000)


def test_letters_typed_into_a_text_field_stay_text(
    place: Place, press: Callable[..., None]
) -> None:
    place.line.setFocus()
    press(Key.Key_V, Key.Key_F, Key.Key_Space, Key.Key_B)
    assert place.line.text() == "vf b"
    assert place.judged == []
    assert place.triggered == 0


def test_a_letter_without_a_category_is_a_shortcut(
    place: Place, press: Callable[..., None]
) -> None:
    press(Key.Key_B)
    assert place.triggered == 1


def test_space_plays_even_with_a_clicked_button_in_focus(
    place: Place, press: Callable[..., None]
) -> None:
    place.button.setFocus(Qt.FocusReason.MouseFocusReason)
    press(Key.Key_Space)
    assert place.triggered == 1


def test_space_presses_a_button_that_was_reached_by_tab(
    place: Place, press: Callable[..., None], qtbot: Any
) -> None:
    place.line.setFocus()
    press(Key.Key_Tab)
    assert place.button.hasFocus()
    with qtbot.waitSignal(place.button.clicked, timeout=500):
        press(Key.Key_Space)
    assert place.triggered == 0


def test_no_category_is_armed_without_a_song(place: Place, press: Callable[..., None]) -> None:
    place.session.open_song(None)
    press(Key.Key_V)
    assert place.session.armed_category is None
    assert place.triggered == 1


def test_a_chord_begun_on_one_song_does_not_end_on_another(
    place: Place, press: Callable[..., None]
) -> None:
    press(Key.Key_V)
    place.session.open_song(place.session.song)
    press(Key.Key_F)
    press(Key.Key_V)
    place.session.set_selection((1, 2))
    press(Key.Key_F)
    assert place.judged == []


def test_leaving_the_window_ends_a_chord(place: Place, press: Callable[..., None]) -> None:
    press(Key.Key_V)
    QApplication.sendEvent(place, QEvent(QEvent.Type.WindowDeactivate))
    press(Key.Key_F)
    assert place.judged == []


def test_dead_keys_and_typed_words_are_no_chord(place: Place, press: Callable[..., None]) -> None:
    press(Key.Key_V)
    dead = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Dead_Acute, Modifier.NoModifier)
    QApplication.sendEvent(place, dead)
    press(Key.Key_Escape)
    assert place.judged == []
    press(Key.Key_V)
    place.line.setFocus()
    press(Key.Key_F)
    assert place.judged == []
    assert place.line.text() == "f"
