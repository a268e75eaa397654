"""What is left to do: “628 of 842 songs tagged” over a thin line. Counted when idle."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.library.records import Changes
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import counted, number_text
from rhythmcap_gui.session import Session

IDLE_MS = 250
HEIGHT_PX, LINE_PX = 24, 3


class TaggedProgress(QWidget):
    """Songs with a decision, of all songs of the library."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.done, self.total = 0, 0
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self.count)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        session.changed.connect(self._on_changed)
        session.library_changed.connect(lambda _library: self.count())
        theme.notifier().theme_changed.connect(self.update)
        self.count()

    def text(self) -> str:
        """Return the text over the line."""
        if self.total and self.done == self.total:
            return counted(self.tr("{total:The one song|All # songs} tagged"), total=self.total)
        template = self.tr("{done} of {total:# song|# songs} tagged")
        return counted(template, done=number_text(self.done), total=self.total)

    def count(self) -> None:
        """Read the numbers from the library."""
        library = self._session.library
        progress = library.annotations.progress() if library else None
        counts = (progress.n_judged_songs, progress.n_songs) if progress else (0, 0)
        if counts == (self.done, self.total):
            return
        self.done, self.total = counts
        tip = counted(
            self.tr("{left:# song has|# songs have} no decision yet"), left=counts[1] - counts[0]
        )
        self.setToolTip(tip)
        self.setAccessibleName(self.text())
        self.update()

    def _on_changed(self, changes: Changes) -> None:
        if changes.songs or changes.library:
            self._idle.start()

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self.total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.CAPTION_PX, figures=True))
        painter.setPen(theme.colour("dim"))
        text_box = QRectF(0, 0, self.width(), self.height() - LINE_PX - 2)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text_box, flags, self.text())
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, self.height() - LINE_PX, self.width(), LINE_PX)
        for width, token in ((track.width(), "control"),
                             (track.width() * self.done / self.total, "accent")):  # fmt: skip
            painter.setBrush(theme.colour(token))
            painter.drawRoundedRect(QRectF(0, track.top(), width, LINE_PX), 1.5, 1.5)
