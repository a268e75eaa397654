"""Colours for values to both sides of 0: blue below, orange above, safe for all eyes.

The middle is the ground they lie on, so that what is 0 shows nothing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rhythmcap_gui import theme

BELOW = {"dark": ("#2f7fd6", "#a9d4ff"), "light": ("#5aa0e6", "#0a3f86")}
ABOVE = {"dark": ("#d9761b", "#ffd9a0"), "light": ("#f0a050", "#8a3f00")}
MIDDLE = {"dark": "#20242c", "light": "#ffffff"}
N_COLOURS = 255  # an odd number: the middle one is 0
BAR_PX, BAR_WIDTH_PX, GAP_PX = 10, 96, 6


def diverging_table() -> NDArray[np.uint32]:
    """Return uint32 (N_COLOURS,): pixels 0xffRRGGBB from the least value to the greatest."""
    name = "dark" if theme.is_dark() else "light"
    near_below, far_below = BELOW[name]
    near_above, far_above = ABOVE[name]
    stops = [far_below, near_below, MIDDLE[name], near_above, far_above]
    channels = np.array([QColor(stop).getRgb()[:3] for stop in stops], float)
    positions = np.linspace(0, 1, len(stops))
    at = np.linspace(0, 1, N_COLOURS)
    red, green, blue = (
        np.round(np.interp(at, positions, channel)).astype(np.uint32) for channel in channels.T
    )
    return np.uint32(0xFF000000) | (red << 16) | (green << 8) | blue


def diverging_image(values: NDArray[np.floating], greatest: float) -> QImage:
    """Return values (height, width), the first row at the bottom, as an image of one pixel each.

    greatest: the absolute value at both ends of the scale.
    """
    scaled = np.clip(values / (greatest or 1.0), -1.0, 1.0)
    indices = np.round((scaled + 1.0) * (N_COLOURS - 1) / 2.0).astype(np.int64)
    pixels = np.ascontiguousarray(diverging_table()[indices[::-1]])
    height, width = pixels.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def above_colour() -> QColor:
    """Return the colour of values above 0, where it is to be told by a patch of it."""
    return QColor(ABOVE["dark" if theme.is_dark() else "light"][0])


def below_colour() -> QColor:
    """Return the colour of values below 0."""
    return QColor(BELOW["dark" if theme.is_dark() else "light"][0])


class DivergingLegend(QWidget):
    """The scale as a bar between its two ends, with 0 in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends = ("", "")
        theme.notifier().theme_changed.connect(self.update)

    def set_ends(self, low: str, high: str) -> None:
        """Write these values at both ends."""
        self._ends = (low, high)
        self.setAccessibleName(f"{low} – 0 – {high}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        self.setFont(theme.font(theme.CAPTION_PX, figures=True))
        texts = sum(map(self.fontMetrics().horizontalAdvance, self._ends))
        return QSize(texts + theme.scaled(BAR_WIDTH_PX) + 2 * GAP_PX, theme.scaled(18))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint_legend(painter, QRectF(self.rect()), self._ends)


def paint_legend(painter: QPainter, box: QRectF, ends: tuple[str, str]) -> None:
    """Draw the bar with its ends into a box, from its left edge on."""
    painter.setFont(theme.font(theme.CAPTION_PX, figures=True))
    low, high = ends
    metrics = painter.fontMetrics()
    width, height = theme.scaled(BAR_WIDTH_PX), theme.scaled(BAR_PX)
    painter.setPen(theme.colour("dim"))
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, middle, low)
    left = box.left() + metrics.horizontalAdvance(low) + GAP_PX
    bar = QRectF(left, box.center().y() - height / 2, width, height)
    values = np.linspace(-1.0, 1.0, N_COLOURS)[None, :]
    painter.drawImage(bar, diverging_image(values, 1.0))
    painter.setPen(theme.colour("line"))
    painter.drawRect(bar)
    painter.setPen(theme.colour("faint"))
    painter.drawLine(bar.center() + (bar.topLeft() - bar.bottomLeft()) / 2,
                     bar.center() + (bar.bottomLeft() - bar.topLeft()) / 2)  # fmt: skip
    painter.setPen(theme.colour("dim"))
    painter.drawText(box.adjusted(bar.right() + GAP_PX - box.left(), 0, 0, 0), middle, high)
