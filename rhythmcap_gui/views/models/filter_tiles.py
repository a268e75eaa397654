"""Filters as pictures: how large a tile is, and what is drawn into it.

Those over frequency and time are images, those over time alone are curves, those of a few samples
are bars. Pure drawing: which filters, and where, is the grid's business.
"""

from __future__ import annotations

from math import sqrt

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from core.models.inside_records import FilterBank, FilterKind
from rhythmcap_gui import theme
from rhythmcap_gui.views.widgets.diverging_colours import (
    above_colour,
    below_colour,
    diverging_image,
)

CELL_PX = (2, 22)  # least and greatest size of a weight
TILE_AREA_PX = 3600  # what a tile would like to have
CURVE_PX = (120, 44)
BARS_PX = (44, 44)
MOST_BARS = 12  # weights; more are a curve


def is_image(bank: FilterBank) -> bool:
    """Whether its filters are drawn as images."""
    return bank.kind is FilterKind.BANDS or bank.images.shape[1] > 1


def tile_size(bank: FilterBank) -> QSize:
    """Return the size of a tile in pixels: whole pixels a weight, so that nothing is blurred."""
    height, width = bank.images.shape[1:]
    if is_image(bank):
        cell = round(sqrt(TILE_AREA_PX / max(height * width, 1)))
        cell = theme.scaled(min(max(cell, CELL_PX[0]), CELL_PX[1]))
        return QSize(width * cell, height * cell)
    wide, high = BARS_PX if width <= MOST_BARS else CURVE_PX
    return QSize(theme.scaled(wide), theme.scaled(high))


def paint_filter(
    painter: QPainter, box: QRectF, values: NDArray[np.float32], greatest: float, *, image: bool
) -> None:
    """Draw a filter (height, width) into a box; greatest: the absolute value that fills it."""
    if image:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(box, diverging_image(values, greatest))
        return
    middle = box.center().y()
    half = box.height() / 2 - 1
    painter.fillRect(box, theme.colour("raised"))
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
    heights = values[0] / (greatest or 1.0) * half
    if len(heights) <= MOST_BARS:
        _paint_bars(painter, box, heights)
    else:
        _paint_curve(painter, box, heights)


def _paint_bars(painter: QPainter, box: QRectF, heights: NDArray[np.float32]) -> None:
    step = box.width() / len(heights)
    for number, height in enumerate(heights.tolist()):
        colour = above_colour() if height > 0 else below_colour()
        left = box.left() + step * number + step * 0.15
        bar = QRectF(left, box.center().y() - height, step * 0.7, height).normalized()
        painter.fillRect(bar, colour)


def _paint_curve(painter: QPainter, box: QRectF, heights: NDArray[np.float32]) -> None:
    xs = np.linspace(box.left() + 1, box.right() - 1, len(heights))
    ys = box.center().y() - heights
    curve = QPolygonF([QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(above_colour(), 1.4))
    painter.drawPolyline(curve)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
