"""A strip over the pictures while the open song's file is missing: what is missing, what to do.

The picture stays below it where it is still known: a song can be tagged without its file.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.session import Session

BESIDE_PX = 560  # from this width on the buttons stand beside the words


class MissingStrip(QFrame):
    """Shows and hides itself as songs are opened and files come and go."""

    find_requested = Signal()
    look_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("errorcard", True)
        self._sign = QLabel()
        self.title = QLabel(wordWrap=True)
        self.title.setProperty("heading", True)
        self.detail = QLabel(wordWrap=True)
        self.detail.setProperty("dim", True)
        for label in (self.title, self.detail):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.find = QPushButton(theme.icon("folder"), self.tr("Find the folder…"))
        self.find.setToolTip(self.tr("Say where its folder is now, or search for it by its sound"))
        self.find.clicked.connect(self.find_requested)
        self.again = QPushButton(self.tr("Look again"))
        self.again.setToolTip(self.tr("For a drive that was plugged in meanwhile"))
        self.again.clicked.connect(self.look_requested)
        self.find.setAccessibleName(self.tr("Find the folder of this song"))
        self.again.setAccessibleName(self.tr("Look again for this song"))
        self._lay_out()
        theme.notifier().theme_changed.connect(self._apply_theme)
        session.song_opened.connect(self.refresh)
        session.changed.connect(self.refresh)
        self._apply_theme()
        self.refresh()

    def refresh(self, *_change: object) -> None:
        """Show what is missing, or hide."""
        song, away = self._session.song, self._session.missing_folders
        missing = song is not None and (song.missing_since is not None or song.id in away)
        is_shown = song is not None and (missing or self._session.file_changed)
        self.setVisible(is_shown)
        if song is None or not is_shown:
            return
        self.title.setText(self.tr("The file is not where it was"))
        text = self.tr("Its tags are kept, and more can be given.")
        if self._session.file_changed and song.missing_since is None:
            self.title.setText(self.tr("Its file has changed"))
            text = self.tr("It is read now, to know whether it is still the same sound.")
        elif self._session.file_changed:
            self.title.setText(self.tr("Its file holds another sound now"))
            text = self.tr("Its tags are kept. The other sound is a song of its own.")
        if song.id in away:
            self.title.setText(self.tr("Its folder or drive is not there"))
            text = self.tr("Plug the drive in, or find where the folder is now. Its tags are kept.")
        self.detail.setText(f"{shown_path(song.path)}\n{text}")
        self.setAccessibleName(f"{self.title.text()}. {self.detail.text()}")
        library = self._session.library
        self.find.setEnabled(library is not None and not library.read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self._head if self.width() >= theme.scaled(BESIDE_PX) else self._foot
        if wanted.indexOf(self._buttons) < 0:
            for row in (self._head, self._foot):
                row.removeWidget(self._buttons)
            wanted.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.find)
        buttons.addWidget(self.again)
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(self._sign)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addWidget(self.detail)
        column.addLayout(self._foot)

    def _apply_theme(self) -> None:
        self._sign.setPixmap(theme.icon("warning", "bad").pixmap(16, 16))
        self.find.setIcon(theme.icon("folder"))
