"""One quiet line under the chips: the model is sure of the contrary of what was just decided."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.library.records import State
from rhythmcap_gui import key_names
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.question_queue import Answer, Question
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.tags.quiet_line import QuietLine
from rhythmcap_gui.views.widgets.key_cap import KeyButton
from rhythmcap_gui.views.widgets.score_format import score_text


class DisputeLine(QuietLine):
    """Hidden while nothing is asked. answered(Answer)."""

    answered = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.name_cross(self.tr("Not now"))
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
        for button in self.buttons.values():
            self._flow.addWidget(button)

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
        self.say(text.replace("{tag}", name))

    def _button(self, answer: Answer, action_id: str, key: str, text: str, tip: str) -> KeyButton:
        button = KeyButton(text, key, "")
        button.setProperty("quiet", True)
        key_names.tip(button, action_id, tip_text([tip]))
        key_names.cap(button, key, key)
        button.clicked.connect(lambda: self.answered.emit(answer))
        return button
