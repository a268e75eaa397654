"""Messages: what happened, newest first; an error with its cause, file, remedy and details."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.session import Message, Session

KEPT = 200
SIGNS = {"info": ("info", "dim"), "good": ("check", "good"),
         "warning": ("warning", "bad"), "error": ("warning", "bad")}  # fmt: skip


class MessageCard(QFrame):
    """One message. Every text can be selected; an error can be copied whole."""

    def __init__(self, message: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = message
        self._at = datetime.now().strftime("%H:%M")
        is_error = message.level == "error"
        self.setProperty("errorcard" if is_error else "plaincard", True)
        self.setAccessibleName(message.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8 if is_error else 2, 12, 8 if is_error else 2)
        row.setSpacing(12)
        row.addWidget(self._sign(), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(), 1)
        clock = QLabel(self._at)
        clock.setProperty("caption", True)
        row.addWidget(clock, 0, Qt.AlignmentFlag.AlignTop)
        if is_error:
            copy = QPushButton(theme.icon("copy"), self.tr("Copy details"))
            copy.setToolTip(self.tr("Copy cause, file, remedy and technical details"))
            copy.clicked.connect(lambda: QApplication.clipboard().setText(self.as_text()))
            row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)

    def as_text(self) -> str:
        """Return all of it, for a mail to someone who can help."""
        message = self.message
        path = str(message.path) if message.path else ""
        parts = (f"{self._at} {message.text}", path, message.remedy, message.detail)
        return "\n".join(part for part in parts if part)

    def _sign(self) -> QLabel:
        name, token = SIGNS[self.message.level]
        sign = QLabel()
        sign.setPixmap(theme.icon(name, token).pixmap(16, 16))
        return sign

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        message = self.message
        for text, look in (
            (message.text, "heading" if message.level == "error" else ""),
            (str(message.path) if message.path else "", "caption"),
            (message.remedy, "dim"),
        ):
            if text:
                label = QLabel(text, wordWrap=True)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                label.setTextFormat(Qt.TextFormat.PlainText)
                if look:
                    label.setProperty(look, True)
                words.addWidget(label)
        return words


class MessagesView(QScrollArea):
    """Collects the session's messages."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Messages"))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        self._empty = QLabel(self.tr("Nothing to report."))
        self._empty.setProperty("dim", True)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.setWidget(inside)
        self._cards: list[MessageCard] = []
        session.message.connect(self.add)

    @property
    def cards(self) -> tuple[MessageCard, ...]:
        """The messages, newest first."""
        return tuple(self._cards)

    def add(self, message: Message) -> None:
        """Put a message on top."""
        self._empty.hide()
        card = MessageCard(message)
        self._cards.insert(0, card)
        self._column.insertWidget(0, card)
        for old in self._cards[KEPT:]:
            old.deleteLater()
        del self._cards[KEPT:]
        self.verticalScrollBar().setValue(0)
