"""The listening test of two words: is X like A, or like B? Keys alone are enough."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui.abx_state import A, AbxState, B, X
from rhythmcap_gui.number_format import number_text
from rhythmcap_gui.views.widgets.key_cap import KeyButton

SIZE = (560, 280)


class AbxDialog(QDialog):
    """played("a", "b" or "x"), paused(), answered(is A: bool)."""

    played = Signal(str)
    paused = Signal()
    answered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: AbxState | None = None
        self.setWindowTitle(self.tr("Does the ear tell them apart?"))
        self.resize(*SIZE)
        self.question, self.text = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.question.setProperty("heading", True)
        self.text.setProperty("dim", True)
        for label in (self.question, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.sounds = {
            name: self._button(name.upper(), name.upper(), lambda chosen=name: self._hear(chosen))
            for name in (A, B, X)
        }
        self.like_a = self._button("", "1", lambda: self.answered.emit(True))
        self.like_b = self._button("", "2", lambda: self.answered.emit(False))
        self.close_button = QPushButton(self.tr("Stop"), autoDefault=False)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.reject)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Space is silence, no button's
        self._lay_out()

    def show_state(self, state: AbxState) -> None:
        """Show the trial, or what came out of all."""
        self._state = state
        is_over = state.is_over
        first, second = state.first, state.second
        self.progress.setRange(0, state.n_trials)
        self.progress.setValue(state.trial)
        number = number_text(min(state.trial + 1, state.n_trials))
        text = self.tr("{number} of {n}: is X like A ({first}) or like B ({second})?")
        values = {"number": number, "n": number_text(state.n_trials)}
        for name, value in {**values, "first": first, "second": second}.items():
            text = text.replace(f"{{{name}}}", value)
        self.question.setText(state.problem or state.result or text)
        self.text.setText(self._end_text(state) if is_over else self._hint(state))
        self.like_a.setText(self.tr("Like A: {word}").replace("{word}", first))
        self.like_b.setText(self.tr("Like B: {word}").replace("{word}", second))
        for button in (self.like_a, self.like_b):
            button.setEnabled(state.can_answer)
            button.setVisible(not is_over)
            button.setAccessibleName(button.text())
            button.updateGeometry()
        for name, button in self.sounds.items():
            button.setEnabled(state.ready and not is_over)
            button.setVisible(not is_over)
            button.setChecked(state.sounds == name)
        self.keys.setVisible(not is_over)
        self.close_button.setText(self.tr("Close") if is_over else self.tr("Stop"))
        self.setAccessibleName(f"{self.question.text()} {self.text.text()}")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A, B and X play, Space pauses, 1 and 2 answer."""
        state, key = self._state, event.key()
        is_over = state is None or state.is_over
        sounds = {Qt.Key.Key_A: A, Qt.Key.Key_B: B, Qt.Key.Key_X: X}
        if is_over or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif key in sounds:
            self._hear(sounds[key])
        elif key == Qt.Key.Key_Space:
            self.paused.emit()
        elif key in (Qt.Key.Key_1, Qt.Key.Key_2) and state is not None and state.can_answer:
            self.answered.emit(key == Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def _hear(self, name: str) -> None:
        if self._state is not None and self._state.sounds == name:
            self.paused.emit()
        else:
            self.played.emit(name)

    def _hint(self, state: AbxState) -> str:
        if not state.ready:
            return self.tr("Reading the songs…")
        if not state.x_played:
            return self.tr("Hear A and B, and X before you answer. All three are equally loud.")
        return self.tr(
            "X is another song than A and B. What was right is told at the end, not before."
        )

    def _end_text(self, state: AbxState) -> str:
        parts = [f"{state.first} / {state.second}", state.range]
        if state.kept:
            parts.append(self.tr("It is kept beside the two words."))
        return "\n".join(part for part in parts if part)

    def _button(self, text: str, key: str, call: object) -> KeyButton:
        button = KeyButton(text, key if text != key else "", "")
        button.setAutoDefault(False)
        button.setCheckable(text == key)
        button.clicked.connect(lambda _on: call())
        return button

    def _lay_out(self) -> None:
        sounds, answers, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for button in self.sounds.values():
            sounds.addWidget(button)
        for button in (self.like_a, self.like_b):
            answers.addWidget(button)
        for row in (sounds, answers):
            row.setSpacing(8)
            row.addStretch()
        self.keys = QLabel(self.tr("A, B, X: hear it · Space: silence · 1, 2: answer"))
        self.keys.setProperty("caption", True)
        foot.addWidget(self.keys)
        foot.addStretch()
        foot.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 12)
        box.setSpacing(12)
        box.addWidget(self.progress)
        box.addWidget(self.question)
        box.addLayout(sounds)
        box.addLayout(answers)
        box.addWidget(self.text)
        box.addStretch()
        box.addLayout(foot)
