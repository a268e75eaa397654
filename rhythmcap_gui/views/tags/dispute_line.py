"""One quiet line under the chips: the model is sure of the contrary of what was just decided."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from core.library.records import State
from rhythmcap_gui import key_names, theme
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.question_queue import Answer, Question
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout
from rhythmcap_gui.views.widgets.key_cap import KeyButton
from rhythmcap_gui.views.widgets.score_format import score_text


class DisputeLine(QFrame):
    """Hidden while nothing is asked. answered(Answer); closed(): not now."""

    answered = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.text = QLabel(wordWrap=True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setProperty("caption", True)
        self.buttons = {
            Answer.FIRST: self._button(
                Answer.FIRST, "queue.yes", "J", self.tr("I was right"),
                self.tr("The decision stays, and is not asked about again"),
            ),
            Answer.SECOND: self._button(
                Answer.SECOND, "queue.no", "X", self.tr("I was wrong"),
                self.tr("The decision becomes the contrary"),
            ),
            Answer.UNSURE: self._button(
                Answer.UNSURE, "queue.unsure", "?", self.tr("The word is unclear"),
                self.tr("It is left out of learning until you settle it in the codebook"),
            ),
        }  # fmt: skip
        self.close_button = QToolButton(autoRaise=True)
        self.close_button.setToolTip(self.tr("Not now"))
        self.close_button.setAccessibleName(self.tr("Not now"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.closed)
        self._lay_out()
        theme.notifier().theme_changed.connect(self._apply_theme)
        self._apply_theme()
        self.hide()

    def show_question(self, question: Question | None) -> None:
        """Show what is contradicted; None hides the line."""
        library = self._session.library
        if question is None or library is None:
            self.hide()
            return
        name = library.codebook.tag(question.tag_id).name
        yes = self.tr("{tag}: you said yes, the model hears {score}.")
        no = self.tr("{tag}: you said no, the model hears {score}.")
        text = (yes if question.state is State.YES else no).replace(
            "{score}", score_text(question.score or 0.0)
        )
        self.text.setText(text.replace("{tag}", name))
        self.setAccessibleName(self.text.text())
        self.show()

    def _button(self, answer: Answer, action_id: str, key: str, text: str, tip: str) -> KeyButton:
        button = KeyButton(text, key, "")
        button.setProperty("quiet", True)
        key_names.tip(button, action_id, tip_text([tip]))
        key_names.cap(button, key, key)
        button.clicked.connect(lambda: self.answered.emit(answer))
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.text, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        answers = QWidget()
        flow = FlowLayout(answers)
        for button in self.buttons.values():
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 2)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(answers)

    def _apply_theme(self) -> None:
        self.close_button.setIcon(theme.icon("close", "dim"))
