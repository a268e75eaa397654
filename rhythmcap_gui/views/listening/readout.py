"""A small dark label that follows the pointer over a picture and shows the values there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from rhythmcap_gui import theme

AWAY_PX = 12
GROUND = QColor(10, 12, 16, 215)  # on a picture both themes read white on dark
INK = QColor("#f2f4f8")


class Readout(QLabel):
    """Text beside the pointer; moves to its other side near an edge."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(7, 3, 7, 3)
        self.hide()

    def show_text(self, text: str, at: QPointF) -> None:
        """Show a text beside a point of the pane, above all that is drawn there."""
        self.setFont(theme.font(theme.CAPTION_PX + 1, figures=True))
        self.setText(text)
        self.setWordWrap(False)
        self.adjustSize()
        pane = self._pane
        if self.width() > pane.width():  # a sentence in a narrow pane is read in several lines
            self.setWordWrap(True)
            self.resize(pane.width(), self.heightForWidth(pane.width()))
        x, y = int(at.x()) + AWAY_PX, int(at.y()) - self.height() - 6
        if x + self.width() > pane.width():
            x = int(at.x()) - AWAY_PX - self.width()
        if y < 0:
            y = int(at.y()) + 2 * AWAY_PX
        y = min(max(y, 0), max(pane.height() - self.height(), 0))
        self.move(pane.mapTo(self.parentWidget(), QPoint(max(x, 0), y)))
        self.show()
        self.raise_()

    def raise_onto(self, sheet: QWidget) -> None:
        """Become a child of a widget that holds the pane, above whatever lies over the pane."""
        self.setParent(sheet)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(GROUND)
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setPen(INK)
        painter.setFont(self.font())
        wrap = Qt.TextFlag.TextWordWrap if self.wordWrap() else 0
        flags = Qt.AlignmentFlag.AlignCenter | wrap
        painter.drawText(self.contentsRect(), flags, self.text())
