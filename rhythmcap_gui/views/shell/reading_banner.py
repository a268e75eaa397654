"""A bar over the columns while the library is open for reading only: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.session import Session


class ReadingBanner(QFrame):
    """Shows and hides itself as libraries are opened."""

    writing_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("banner", True)
        sign = QLabel()
        sign.setPixmap(theme.icon("warning", "bad").pixmap(16, 16))
        self.words = QLabel(wordWrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        again = QPushButton(self.tr("Open for writing"))
        again.setToolTip(
            self.tr("Works as soon as the other window is closed, or the folder can be written")
        )
        again.clicked.connect(self.writing_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(self.words, 1)
        row.addWidget(again)
        session.library_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_library: object) -> None:
        """Explain, or hide."""
        library = self._session.library
        self.setVisible(library is not None and library.read_only)
        if library is not None and library.read_only:
            self.words.setText(" ".join(part for part in (self._session.why_reading, self.tr(
                "Reading only: you can listen, look and search here; tags, notes, songs and "
                "models cannot be changed."
            )) if part))  # fmt: skip
            self.setAccessibleName(self.words.text())
