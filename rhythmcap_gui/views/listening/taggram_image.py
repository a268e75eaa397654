"""How a taggram looks: cells in viridis, names in a shaded margin, and the scale beside it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from rhythmcap_gui import theme
from rhythmcap_gui.views.listening.colour_maps import ColourMapping, pixel_table
from rhythmcap_gui.views.listening.picture_image import image_of
from rhythmcap_gui.views.listening.taggram_rows import TagRow
from rhythmcap_gui.views.widgets.score_format import score_text

COLOURS = ColourMapping(colour_map="viridis")
INK = QColor("#f2f4f8")
SHADE = QColor(8, 10, 16)
PAD_PX = 6
FADE_PX = 28
LEGEND_PX = 5


def taggram_image(
    scores: NDArray[np.floating],
    edges: NDArray[np.float64],
    seconds: NDArray[np.float64],
) -> QImage:
    """Draw one pixel a row and moment: scores (n, rows), edges (n + 1,), seconds (width,).

    A colour is the same score in every song, 0 to 1. Scores that are NaN are not known yet, and
    stay empty.
    """
    cells = np.searchsorted(edges, seconds, side="right") - 1
    known = (cells >= 0) & (seconds <= edges[-1])
    cells = np.clip(cells, 0, len(edges) - 2)
    known &= ~np.isnan(scores).any(axis=1)[cells]
    shares = np.nan_to_num(np.asarray(scores, dtype=float))
    indices = np.clip(shares * 255, 0, 255).astype(np.uint8)
    pixels = pixel_table(COLOURS)[indices[cells].T]
    pixels[:, ~known] = theme.colour("raised").rgb()
    return image_of(pixels)


def paint_labels(painter: QPainter, box: QRect, rows: list[TagRow], row_px: float) -> int:
    """Paint names and scores over a shade at the left; return the margin's width in pixels."""
    painter.setFont(theme.font(theme.CAPTION_PX, figures=True))
    metrics = painter.fontMetrics()
    names = max((metrics.horizontalAdvance(row.word) + 2 for row in rows), default=0)
    figures = metrics.horizontalAdvance(".00")
    names = min(names, max(box.width() - figures - 3 * PAD_PX, 0))
    margin = PAD_PX + names + PAD_PX + figures + PAD_PX
    shade = QLinearGradient(QPointF(box.left(), 0), QPointF(box.left() + margin + FADE_PX, 0))
    for position, alpha in ((0.0, 215), (margin / (margin + FADE_PX), 165), (1.0, 0)):
        shade.setColorAt(position, QColor(SHADE.red(), SHADE.green(), SHADE.blue(), alpha))
    painter.fillRect(QRect(box.left(), box.top(), margin + FADE_PX, box.height()), shade)
    painter.setPen(INK)
    for index, row in enumerate(rows):
        top, bottom = round(index * row_px), round((index + 1) * row_px)
        line = QRect(box.left() + PAD_PX, box.top() + top, names, bottom - top)
        word = metrics.elidedText(row.word, Qt.TextElideMode.ElideRight, names)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, word)
        line = QRect(line.right() + PAD_PX, line.top(), figures + 1, line.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(line, flags, score_text(row.score))
    return margin


def paint_legend(painter: QPainter, gutter: QRect) -> None:
    """Paint the scale in the gutter: a strip of viridis from 0 to 1."""
    painter.setFont(theme.font(theme.CAPTION_PX, figures=True))
    height = painter.fontMetrics().height()
    strip = QRectF(gutter.right() - 8 - LEGEND_PX, 2, LEGEND_PX, gutter.height() - 4)
    if strip.height() < 2 * height:
        return
    ramp = QLinearGradient(strip.bottomLeft(), strip.topLeft())
    table = pixel_table(COLOURS)
    for index in range(0, 256, 15):
        ramp.setColorAt(index / 255, QColor.fromRgb(int(table[index])))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ramp)
    painter.drawRoundedRect(strip, 2, 2)
    painter.setPen(theme.colour("dim"))
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    width = int(strip.left()) - 5
    painter.drawText(QRect(0, 0, width, height), flags, "1")
    painter.drawText(QRect(0, gutter.height() - height, width, height), flags, "0")
