"""The sign of a decision, painted: a tick, a cross, a question mark."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from core.library.records import State


def paint_mark(painter: QPainter, centre: QPointF, state: State, ink: QColor) -> None:
    """Paint the sign of a state: a tick, a cross, a question mark."""
    painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    x, y = centre.x(), centre.y()
    if state is State.YES:
        painter.drawPolyline([QPointF(x - 3.5, y), QPointF(x - 1, y + 3), QPointF(x + 4, y - 3.5)])
    elif state is State.NO:
        painter.drawLine(QPointF(x - 2.8, y - 2.8), QPointF(x + 2.8, y + 2.8))
        painter.drawLine(QPointF(x - 2.8, y + 2.8), QPointF(x + 2.8, y - 2.8))
    else:
        painter.setFont(bold(painter.font()))
        painter.drawText(QRectF(x - 6, y - 9, 12, 18), Qt.AlignmentFlag.AlignCenter, "?")


def bold(font: QFont) -> QFont:
    """Return the same font, bold."""
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.Bold)
    return heavy
