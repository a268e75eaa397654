"""Notices: what happened, newest first; an error with its cause, file, remedy and details."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

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
from rhythmcap_gui.library_name import library_name
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.session import Notice, Session

KEPT = 200
SIGNS = {"info": ("info", "dim"), "good": ("check", "good"),
         "warning": ("warning", "bad"), "error": ("warning", "bad")}  # fmt: skip


def notice_text(notice: Notice) -> str:
    """Return all of a notice, for a mail to someone who can help."""
    path = shown_path(notice.path) if notice.path else ""
    parts = (notice.text, path, notice.remedy, notice.detail)
    return "\n".join(part for part in parts if part)


class NoticeCard(QFrame):
    """One notice. Every text can be selected; an error can be copied whole.

    library: the file that was open as it was said.
    """

    def __init__(self, notice: Notice, library: Path | None = None) -> None:
        super().__init__()
        self.notice, self.library = notice, library
        self._at = datetime.now().strftime("%H:%M")
        is_error = notice.level == "error"
        self.setProperty("errorcard" if is_error else "plaincard", True)
        self.setAccessibleName(notice.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8 if is_error else 2, 12, 8 if is_error else 2)
        row.setSpacing(12)
        row.addWidget(self._sign(), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(), 1)
        self.when = QLabel(self._at)
        self.when.setProperty("caption", True)
        row.addWidget(self.when, 0, Qt.AlignmentFlag.AlignTop)
        if is_error:
            copy = QPushButton(theme.icon("copy"), self.tr("Copy details"))
            copy.setToolTip(self.tr("Copy cause, file, remedy and technical details"))
            copy.clicked.connect(lambda: QApplication.clipboard().setText(self.as_text()))
            row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)

    def show_library(self, name: str) -> None:
        """Name the library that it is about, where that is not the open one; "" for that."""
        self.when.setText(f"{name} · {self._at}" if name else self._at)

    def as_text(self) -> str:
        """Return all of it with its time, for a mail to someone who can help."""
        return f"{self._at} {notice_text(self.notice)}"

    def _sign(self) -> QLabel:
        name, token = SIGNS[self.notice.level]
        sign = QLabel()
        sign.setPixmap(theme.icon(name, token).pixmap(16, 16))
        return sign

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        notice = self.notice
        for text, look in (
            (notice.text, "heading" if notice.level == "error" else ""),
            (shown_path(notice.path) if notice.path else "", "caption"),
            (notice.remedy, "dim"),
        ):
            if text:
                label = QLabel(text, wordWrap=True)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                label.setTextFormat(Qt.TextFormat.PlainText)
                if look:
                    label.setProperty(look, True)
                words.addWidget(label)
        return words


class NoticesView(QScrollArea):
    """Collects the session's notices."""

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
        self._cards: list[NoticeCard] = []
        self._session = session
        session.library_changed.connect(lambda _library: self._name_libraries())
        session.notice.connect(self.add)
        session.made_whole.connect(self._remove_solved)

    @property
    def cards(self) -> tuple[NoticeCard, ...]:
        """The notices, newest first."""
        return tuple(self._cards)

    def add(self, notice: Notice) -> None:
        """Put a notice on top."""
        self._empty.hide()
        library = self._session.library
        card = NoticeCard(notice, library.path if library is not None else None)
        self._cards.insert(0, card)
        self._column.insertWidget(0, card)
        for old in self._cards[KEPT:]:
            old.deleteLater()
        del self._cards[KEPT:]
        self.verticalScrollBar().setValue(0)

    def _name_libraries(self) -> None:
        """Name the library of what was said while another one than this was open."""
        library = self._session.library
        if library is not None:
            for card in self._cards:
                is_here = card.library in (None, library.path)
                card.show_library("" if is_here else library_name(card.library))

    def _remove_solved(self, library: Path) -> None:
        """Take away what told that a library is damaged or missing: it is whole again."""
        for card in self.cards:
            if card.notice.until_whole and card.notice.path == library:
                self._cards.remove(card)
                card.hide()
                card.deleteLater()
        self._empty.setHidden(bool(self._cards))
