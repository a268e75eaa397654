"""Two letters make a decision: yes, no with Shift, unsure with Alt; never inside a text field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.library.edits.edits import Judge
from core.library.records import DecisionContext, State
from rhythmcap_gui import key_names
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
        self.strengths: list[tuple[str, float | None]] = []
        self.notices: list[str] = []
        self.answer: State | None = State.YES
        self.filter = ChordFilter(self, session, self.note, self.note_strength)
        self.session = session
        session.notice.connect(lambda notice: self.notices.append(notice.text))

    def count(self) -> None:
        self.triggered += 1

    def note(self, tag_id: int, state: State) -> State | None:
        self.judged.append((self.session.library.codebook.tag(tag_id).name, state))
        return state if self.answer is not None else None

    def note_strength(self, tag_id: int, level: float | None) -> None:
        self.strengths.append((self.session.library.codebook.tag(tag_id).name, level))


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


def test_escape_ends_the_chord_and_what_follows_is_a_command_again(
    target: Target, press: Callable[..., None]
) -> None:
    press(Key.Key_V, Key.Key_Escape, Key.Key_B)
    assert target.judged == []
    assert target.session.armed_category is None
    assert target.triggered == 1
    assert target.notices == []


def test_a_wrong_second_letter_says_so_and_the_one_after_it_runs_no_command(
    target: Target, press: Callable[..., None]
) -> None:
    press(Key.Key_V, Key.Key_Z, Key.Key_B)
    assert target.notices == [
        "No tag of “voice” has the key Z.",
        "The letter before no longer counts, so B did nothing.",
    ]
    assert target.triggered == 0
    press(Key.Key_B)
    assert target.triggered == 1


def test_after_a_wrong_second_letter_a_chord_may_begin_at_once(
    target: Target, press: Callable[..., None]
) -> None:
    press(Key.Key_V, Key.Key_Z, Key.Key_V, Key.Key_F)
    assert target.judged == [("female", State.YES)]


def test_a_key_that_is_no_letter_ends_the_waiting_for_one(
    target: Target, press: Callable[..., None]
) -> None:
    press(Key.Key_V, Key.Key_Z, Key.Key_Space, Key.Key_B)
    assert target.triggered == 2


def test_no_waiting_and_no_click_ends_the_chord(
    target: Target, press: Callable[..., None], qtbot: Any
) -> None:
    press(Key.Key_V)
    assert not target.filter.findChildren(QTimer)
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.rect().bottomLeft())
    press(Key.Key_Space, Key.Key_F)
    assert target.judged == [("female", State.YES)]
    assert target.triggered == 1


def test_a_decision_by_mouse_ends_the_chord_and_the_next_letter_is_free(
    target: Target, press: Callable[..., None]
) -> None:
    session = target.session
    press(Key.Key_V)
    tag = session.library.codebook.find("male")
    changes = session.library.do(Judge(session.song.id, tag.id, State.YES, DecisionContext()))
    session.apply_changes(changes)
    press(Key.Key_B)
    assert session.armed_category is None
    assert target.judged == []
    assert target.triggered == 1


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


@pytest.mark.parametrize("open_song", [False, True])
def test_with_no_song_selected_letters_and_digits_only_say_so(
    target: Target, press: Callable[..., None], open_song: bool
) -> None:
    if not open_song:
        target.session.open_song(None)
    target.session.set_selection(())  # the list shows others, or none
    press(Key.Key_V, Key.Key_F, Key.Key_7)
    assert target.session.armed_category is None
    assert target.judged == []
    assert target.triggered == 0
    assert target.notices == ["No song selected."] * 2  # F is no category's


def test_a_chord_begun_on_one_song_does_not_end_on_another(
    target: Target, press: Callable[..., None]
) -> None:
    press(Key.Key_V)
    target.session.open_song(target.session.song)
    press(Key.Key_F)
    press(Key.Key_V)
    target.session.set_selection((1, 2))
    press(Key.Key_B)
    assert target.judged == []
    assert target.triggered == 0
    assert [text.split()[-3] for text in target.notices] == ["F", "B"]


def test_leaving_the_window_ends_a_chord(target: Target, press: Callable[..., None]) -> None:
    press(Key.Key_V)
    QApplication.sendEvent(target, QEvent(QEvent.Type.WindowDeactivate))
    press(Key.Key_B)
    assert target.judged == []
    assert target.triggered == 0


def test_a_digit_after_the_two_letters_says_how_strongly(
    target: Target, press: Callable[..., None]
) -> None:
    press(Key.Key_V, Key.Key_F, Key.Key_7, Key.Key_8, Key.Key_0)
    assert target.strengths == [("female", 0.78), ("female", 0.89), ("female", None)]
    assert target.notices == ["“female”: intensity 7 of 9", "“female”: intensity 8 of 9"]
    press(Key.Key_0)
    assert len(target.strengths) == 3


@pytest.mark.parametrize("between", ["no", "another song", "another decision"])
def test_a_digit_is_about_nothing_but_the_chord_before_it(
    target: Target, press: Callable[..., None], between: str
) -> None:
    session = target.session
    tag = session.library.codebook.find("male")
    press(Key.Key_V, (Key.Key_F, Modifier.ShiftModifier) if between == "no" else Key.Key_F)
    if between == "another song":
        session.open_song(session.library.songs.get(2))
    elif between == "another decision":
        changes = session.library.do(Judge(session.song.id, tag.id, State.YES, DecisionContext()))
        session.apply_changes(changes)
    press(Key.Key_7)
    assert target.strengths == []
    assert target.notices == ["A digit says how strongly a tag holds, right after its two letters."]


def test_a_digit_that_is_a_command_stays_one(target: Target, press: Callable[..., None]) -> None:
    key_names.name_commands({"7": "Something"})
    press(Key.Key_V, Key.Key_F, Key.Key_7)
    key_names.name_commands({})
    assert target.strengths == []


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


def test_a_digit_after_a_chord_that_took_a_yes_back_gives_it_back_as_strong(
    target: Target, press: Callable[..., None]
) -> None:
    target.answer = None  # it was yes already, so the chord takes it back
    press(Key.Key_V, Key.Key_F, Key.Key_9)
    assert target.judged == [("female", State.YES)] * 2
    assert target.strengths == [("female", 1.0)]
    press(Key.Key_V, Key.Key_F, Key.Key_V, (Key.Key_M, Modifier.ShiftModifier), Key.Key_9)
    assert len(target.strengths) == 1  # a no has no strength, and the chord before it is over


def test_a_letter_that_nothing_has_says_so(target: Target, press: Callable[..., None]) -> None:
    press(Key.Key_Z)
    assert target.notices == ["No category has the key Z."]
    key_names.name_commands({"Z": "Something that cannot be done now"})
    press(Key.Key_Z)
    assert len(target.notices) == 1
    key_names.name_commands({})
