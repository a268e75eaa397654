"""The strip over the columns: one question, its answers with their keys, how far one is.

It emits what was clicked; answering and stepping on are operations.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.library.records import Changes
from rhythmcap_gui import key_names, theme
from rhythmcap_gui.question_queue import Answer, QueueKind, SongQueue, StopAdvice, WordOrder
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.review.question_texts import (
    advice_text,
    answer_words,
    caption_text,
    question_text,
    summary_caption,
    summary_text,
    title_text,
)
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout
from rhythmcap_gui.views.widgets.key_cap import KeyButton

ANSWER_KEYS = (
    (Answer.FIRST, "queue.yes", "J"),
    (Answer.SECOND, "queue.no", "X"),
    (Answer.UNSURE, "queue.unsure", "?"),
)
PROGRESS_PX, PROGRESS_WIDTH_PX = 3, 120


class ReviewStrip(QFrame):
    """Shown while the session has a queue. answered(Answer); stepped(by); looped(most: bool);
    order_chosen(WordOrder); blind_chosen(bool); again_requested(): those passed over;
    list_requested(): what is offered, as a list; closed(): back to all songs.
    """

    answered = Signal(object)
    stepped = Signal(int)
    looped = Signal(bool)
    order_chosen = Signal(object)
    blind_chosen = Signal(bool)
    again_requested = Signal()
    begin_requested = Signal()
    list_requested = Signal()
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._answers: Mapping[int, Answer] = {}
        self.setProperty("offer", True)
        self.title = QLabel()
        self.title.setProperty("caption", True)
        self.question = QLabel()
        self.question.setProperty("heading", True)
        self.question.setWordWrap(True)
        self.caption = QLabel()
        self.caption.setProperty("caption", True)
        self.caption.setWordWrap(True)
        self.advice = QLabel()
        self.advice.setProperty("caption", True)
        self.advice.setWordWrap(True)
        self._advice: StopAdvice | None = None
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(PROGRESS_PX)
        self.progress.setFixedWidth(PROGRESS_WIDTH_PX)
        self.answer_buttons = {
            answer: self._button("", action_id, key, lambda given=answer: self.answered.emit(given))
            for answer, action_id, key in ANSWER_KEYS
        }
        self._make_other_buttons()
        self._lay_out()
        session.queue_changed.connect(lambda _queue: self._show())
        session.blind_changed.connect(lambda _blind: self._show())
        session.library_changed.connect(lambda _library: self._show())
        session.song_opened.connect(lambda _song: self._show())  # guesses are covered again
        session.predictions_ready.connect(lambda _found: self._show())
        session.scores_changed.connect(self._show)
        session.changed.connect(self._follow)
        theme.notifier().theme_changed.connect(self._apply_theme)
        self._apply_theme()
        self._show()

    def show_answers(self, answers: Mapping[int, Answer]) -> None:
        """Show which questions have an answer, by their index."""
        self._answers = answers
        self._show()

    def show_advice(self, advice: StopAdvice | None) -> None:
        """Show how far one is with a word and when it is enough; None for no word."""
        self._advice = advice
        self._show_advice()

    # -- making -----------------------------------------------------------------------------

    def _make_other_buttons(self) -> None:
        skip = self.tr("Skip")
        self.skip = self._button(skip, "song.next", "Down", lambda: self.stepped.emit(1), "↓")
        most, least = self.tr("Loop for"), self.tr("Against")
        self.most = self._button(most, "tags.hear_why", "H", lambda: self.looped.emit(True))
        self.least = self._button(
            least, "tags.hear_against", "Shift+H", lambda: self.looped.emit(False), "⇧H"
        )
        key_names.tip(self.skip, "song.next", self.tr("No answer; the next question"))
        key_names.tip(
            self.most, "tags.hear_why", self.tr("Loop the seconds that speak most for the tag")
        )
        key_names.tip(
            self.least,
            "tags.hear_against",
            self.tr("Loop the seconds that speak least for the tag"),
        )
        self.again = self._button(
            self.tr("The skipped ones again"), "queue.yes", "J", self.again_requested.emit
        )
        self.begin = self._button(
            self.tr("Listen to them"), "queue.yes", "J", self.begin_requested.emit
        )
        self.begin.setProperty("primary", True)
        for button in (self.again, self.begin):
            key_names.tip(button, "queue.yes", button.text())
        self.list = self._button(self.tr("Show the list"), "", "", self.list_requested.emit)
        self.list.setToolTip(
            self.tr("The tags that songs gained and lost, the most surprising first")
        )
        self.leave = self._button("", "loop.clear", "Esc", self.closed.emit)
        key_names.tip(self.leave, "loop.clear", self.tr("Back to all songs"))
        self._make_order_choice()
        self.blind_first = QCheckBox(self.tr("Blind first"))
        self.blind_first.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.blind_first.setToolTip(
            self.tr("Cover what the model hears until you have answered, then show it")
        )
        self.blind_first.clicked.connect(self.blind_chosen)

    def _make_order_choice(self) -> None:
        self.order = QComboBox()
        self.order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.order.setAccessibleName(self.tr("Order of the songs"))
        orders = {
            WordOrder.UNCERTAIN: self.tr("least certain first"),
            WordOrder.SCORE: self.tr("highest score first"),
            WordOrder.STRATA: self.tr("some of every score"),
            WordOrder.LIST: self.tr("as listed"),
        }
        for order, text in orders.items():
            self.order.addItem(text, order)
        self.order.activated.connect(
            lambda row: self.order_chosen.emit(WordOrder(self.order.itemData(row)))
        )

    def _button(
        self, text: str, action_id: str, key: str, call: object, drawn: str = ""
    ) -> KeyButton:
        button = KeyButton(text, key, "")
        if action_id:
            key_names.tip(button, action_id, self.tr("Answer, and go to the next question"))
            key_names.cap(button, drawn or key.replace("+", " "), key)
        button.clicked.connect(call)
        return button

    def _tool_button(self, action_id: str, text: str, call: object) -> QToolButton:
        button = QToolButton()
        key_names.tip(button, action_id, text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(call)
        return button

    def _lay_out(self) -> None:
        self.back = self._tool_button(
            "song.previous", self.tr("The question before"), lambda: self.stepped.emit(-1)
        )
        self.close_button = self._tool_button(
            "loop.clear", self.tr("Back to all songs"), self.closed.emit
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.question, 1)
        head.addWidget(self.title)
        head.addWidget(self.progress)
        head.addWidget(self.order)
        head.addWidget(self.blind_first)
        head.addWidget(self.back)
        head.addWidget(self.close_button)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        answers = self.answer_buttons.values()
        others = (self.skip, self.most, self.least, self.begin, self.list, self.again, self.leave)
        for button in (*answers, *others):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 8, 8)
        column.setSpacing(4)
        column.addLayout(head)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(buttons, 3)
        foot.addWidget(self.caption, 2)
        column.addLayout(foot)
        column.addWidget(self.advice)

    def _apply_theme(self) -> None:
        self.close_button.setIcon(theme.icon("close", "dim"))
        self.back.setIcon(theme.icon("up", "dim"))

    # -- showing ----------------------------------------------------------------------------

    def _follow(self, changes: Changes) -> None:
        if changes.codebook and self._session.queue is not None:
            self._show()

    def _show(self) -> None:
        session, queue = self._session, self._session.queue
        self.setVisible(queue is not None and session.library is not None)
        if queue is None or session.library is None:
            return
        answer = self._answers.get(queue.index)
        is_over = bool(queue.questions) and queue.question is None
        question = summary_text(queue, self._answers) if is_over else question_text(
            session, queue, answer
        )  # fmt: skip
        caption = summary_caption(queue) if is_over else caption_text(session, queue)
        self.title.setText(title_text(queue))
        self.question.setText(question)
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))
        self.setAccessibleName(f"{title_text(queue)}. {question}")
        self._show_buttons(queue, answer, is_over=is_over)
        self._show_advice()
        self.progress.setRange(0, max(1, len(queue.questions)))
        self.progress.setValue(len(self._answers))
        self.progress.setVisible(bool(queue.questions))

    def _show_advice(self) -> None:
        queue = self._session.queue
        is_told = queue is not None and bool(self._answers) and self._advice is not None
        self.advice.setText(advice_text(queue, self._advice) if is_told else "")
        self.advice.setVisible(bool(self.advice.text()))

    def _can_loop(self, queue: SongQueue) -> bool:
        """Whether it is known already which seconds speak for the word."""
        session, question = self._session, queue.question
        has_taggram = session.predictions is not None and session.predictions.taggram is not None
        knows_word = question is not None and question.tag_id in session.model_tags
        return has_taggram and knows_word and session.guesses_visible

    def _leave_text(self, queue: SongQueue, *, is_over: bool) -> str:
        if queue.offer:
            return self.tr("Not now")
        return self.tr("All songs") if is_over else self.tr("Close")

    def _show_buttons(self, queue: SongQueue, answer: Answer | None, *, is_over: bool) -> None:
        has_question = queue.question is not None
        is_readable = self._session.library is not None and not self._session.library.read_only
        words = answer_words(queue.kind)
        for given, button in self.answer_buttons.items():
            text = words.get(given, "")
            button.setText(text)
            button.setAccessibleName(text)
            button.setVisible(has_question and bool(text))
            button.setEnabled(is_readable)
            button.setProperty("primary", given is answer)
            button.updateGeometry()
        asks_word = has_question and queue.kind is not QueueKind.SONGS
        for button in (self.skip, self.most, self.least):
            button.setVisible(asks_word)
        self.back.setVisible(bool(queue.questions))
        self.back.setEnabled(queue.index > 0)
        can_loop = has_question and self._can_loop(queue)
        self.most.setEnabled(can_loop)
        self.least.setEnabled(can_loop)
        self.again.setVisible(is_over and len(self._answers) < len(queue.questions))
        self.begin.setVisible(queue.offer)
        self.list.setVisible(queue.offer)
        self.leave.setVisible(not has_question)
        self.leave.setText(self._leave_text(queue, is_over=is_over))
        self.leave.setAccessibleName(self.leave.text())
        self.leave.updateGeometry()
        self.order.setVisible(queue.order is not None and has_question)
        self.blind_first.setVisible(queue.kept_id is not None and has_question)
        self.blind_first.setChecked(queue.is_blind)
        if queue.order is not None:
            self.order.setCurrentIndex(self.order.findData(queue.order))
