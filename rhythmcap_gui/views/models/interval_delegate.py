"""A number drawn in a cell: its 95 % range as a bar, its value as a dot, the one before hollow."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from rhythmcap_gui import theme

INTERVAL = Qt.ItemDataRole.UserRole + 7
CHANCE = 0.5  # the AUC of guessing
MARGIN_PX, DOT_PX, BAR_PX, MIN_PX = 8, 3.5, 6, 120


@dataclass(frozen=True, slots=True)
class DrawnNumber:
    """What to draw, 0 to 1. colour: a token or a colour's name; before: of the model before."""

    value: float
    low: float | None = None
    high: float | None = None
    before: float | None = None
    colour: str = "accent"


class IntervalDelegate(QStyledItemDelegate):
    """Draws the DrawnNumber under INTERVAL on an axis from 0 to 1, with a line at chance."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        number = index.data(INTERVAL)
        axis = QRectF(option.rect).adjusted(MARGIN_PX, 0, -MARGIN_PX, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter, axis)
        if isinstance(number, DrawnNumber):
            self._paint_number(painter, axis, number)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(MIN_PX, 0))

    def _paint_axis(self, painter: QPainter, axis: QRectF) -> None:
        painter.setPen(QPen(theme.colour("line"), 1.0))
        painter.drawLine(
            QPointF(axis.left(), axis.center().y()), QPointF(axis.right(), axis.center().y())
        )
        chance = _x(axis, CHANCE)
        painter.setPen(QPen(theme.colour("faint"), 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(chance, axis.top() + 2), QPointF(chance, axis.bottom() - 2))

    def _paint_number(self, painter: QPainter, axis: QRectF, number: DrawnNumber) -> None:
        y, ink = axis.center().y(), theme.colour(number.colour)
        painter.setPen(Qt.PenStyle.NoPen)
        if number.low is not None and number.high is not None:
            left, right = _x(axis, number.low), _x(axis, number.high)
            pale = theme.colour(number.colour, 0.35)
            painter.setBrush(pale)
            bar = QRectF(left, y - BAR_PX / 2, max(right - left, 2.0), BAR_PX)
            painter.drawRoundedRect(bar, BAR_PX / 2, BAR_PX / 2)
        if number.before is not None:
            painter.setBrush(theme.colour("panel"))
            painter.setPen(QPen(theme.colour("dim"), 1.5))
            painter.drawEllipse(QPointF(_x(axis, number.before), y), DOT_PX, DOT_PX)
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(_x(axis, number.value), y), DOT_PX + 0.5, DOT_PX + 0.5)


def _x(axis: QRectF, value: float) -> float:
    return axis.left() + min(max(value, 0.0), 1.0) * axis.width()
