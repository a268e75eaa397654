"""What is left to do: “628 of 842 songs tagged” over a thin line; of a search, how many it finds.

Decisions are counted when the window is idle; what a search finds is shown at once.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.library.records import Changes
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import counted, number_text
from rhythmcap_gui.session import Session

IDLE_MS = 250
HEIGHT_PX, LINE_PX = 24, 3


class TaggedProgress(QWidget):
    """Songs with a decision, of all songs of the library or of those that a search finds.

    done, total: of the library. found: how many songs the search finds, None where there is none;
    found_done: how many of them have a decision, None until they are counted.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.done, self.total = 0, 0
        self.found: int | None = None
        self.found_done: int | None = None
        self._ids: NDArray[np.int64] = np.empty(0, np.int64)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self.count)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        session.changed.connect(self._on_changed)
        session.library_changed.connect(lambda _library: self.count())
        theme.notifier().theme_changed.connect(self.update)
        self.count()

    def show_result(self, ids: NDArray[np.int64]) -> None:
        """Take the songs of the table now."""
        searching = bool(self._session.query.strip()) or self._session.queue is not None
        self._ids = ids
        self.found, self.found_done = (len(ids) if searching else None), None
        if searching:
            self._idle.start()
        self._show()

    def text(self) -> str:
        """Return the text over the line."""
        if self.found is not None:
            template = self.tr("{found} of {total:# song|# songs}")
            text = counted(template, found=number_text(self.found), total=self.total)
            if not self.found_done:
                return text
            tagged = self.tr("{} tagged").format(number_text(self.found_done))
            return f"{text} · {tagged}"
        if self.total and self.done == self.total:
            return counted(self.tr("{total:The one song|All # songs} tagged"), total=self.total)
        template = self.tr("{done} of {total:# song|# songs} tagged")
        return counted(template, done=number_text(self.done), total=self.total)

    def count(self) -> None:
        """Read the numbers from the library."""
        search = self._session.library.search if self._session.library else None
        n_songs = len(search.ids()) if search else 0
        counts = (n_songs - len(search.ids("untagged")) if search else 0, n_songs)
        found_done = None
        if self.found is not None and search is not None:
            found_done = self.found - len(search.ids("untagged", among=self._ids))
        if (*counts, found_done) == (self.done, self.total, self.found_done):
            return
        self.done, self.total = counts
        self.found_done = found_done
        self._show()

    def _show(self) -> None:
        if self.found is None or self.found_done is None:
            left = self.total - self.done
        else:
            left = self.found - self.found_done
        tip = self.tr("{left:# song has|# songs have} no decision yet")
        self.setToolTip(counted(tip, left=left))
        self.setAccessibleName(self.text())
        self.update()

    def _on_changed(self, changes: Changes) -> None:
        if changes.songs or changes.library:
            self._idle.start()

    def sizeHint(self) -> QSize:
        return QSize(120, theme.scaled(HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self.total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font(theme.CAPTION_PX, figures=True)
        painter.setFont(font)
        painter.setPen(theme.colour("dim" if self.found is None else "text"))
        text_box = QRectF(0, 0, self.width(), self.height() - LINE_PX - 2)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(text_box, flags, text)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, self.height() - LINE_PX, self.width(), LINE_PX)
        for width, token in ((track.width(), "control"),
                             (track.width() * self._share(), "accent")):  # fmt: skip
            painter.setBrush(theme.colour(token))
            painter.drawRoundedRect(QRectF(0, track.top(), width, LINE_PX), 1.5, 1.5)

    def _share(self) -> float:
        """Return how much of what is shown is tagged, 0 to 1."""
        if self.found is None:
            return self.done / self.total
        return (self.found_done or 0) / self.found if self.found else 0.0
