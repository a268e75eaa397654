"""What is painted in the search line besides its text: the terms understood, and the error.

Terms stand on a tint; a wave runs under the place of an error. The text stays plain text.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF, QTextLayout
from PySide6.QtWidgets import QLineEdit

from core.library.search.query_records import TextSpan
from rhythmcap_gui import theme

TINT = 0.20
RADIUS_PX, PAD_PX = 4, 3
BLANK_PX = 3  # more between words, so that tints do not touch
ICON_PX = 30  # at both ends of the line
WAVE_PX, STEP_PX = 1.5, 2.0


def edges(line: str, font: QFont, spans: Sequence[TextSpan]) -> list[tuple[float, float]]:
    """Return left and right edge of some spans, in pixels from the line's beginning."""
    layout = QTextLayout(line, font)
    layout.beginLayout()
    row = layout.createLine()
    layout.endLayout()
    xs = []
    for span in spans:
        one, other = (row.cursorToX(position)[0] for position in span)
        xs.append((min(one, other), max(one, other)))
    return xs


def paint_terms(
    painter: QPainter, top: float, height: float, xs: Sequence[tuple[float, float]]
) -> None:
    """Paint tints behind the text; xs: their left and right edges."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent", TINT))
    for left, right in xs:
        width = right - left + 2 * PAD_PX
        tint = QRectF(left - PAD_PX, top, width, height)
        painter.drawRoundedRect(tint, RADIUS_PX, RADIUS_PX)


def paint_wave(painter: QPainter, y: float, left: float, right: float) -> None:
    """Paint a wavy line under the text."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("bad"), 1.3))
    n = max(2, round((right - left) / STEP_PX) + 1)
    points = [
        QPointF(left + index * STEP_PX, y + (WAVE_PX if index % 2 else -WAVE_PX))
        for index in range(n)
    ]
    painter.drawPolyline(QPolygonF(points))


class MarkedLine(QLineEdit):
    """A line that shows which parts of its text were understood; wrong: the error's, or None."""

    wrong: TextSpan | None = None
    terms: Sequence[TextSpan] = ()

    def mark_terms(self, terms: Sequence[TextSpan]) -> None:
        """Set the spans to tint."""
        font, blank = self.font(), BLANK_PX if self.text() else 0  # not in the placeholder
        if font.wordSpacing() != blank:
            font.setWordSpacing(blank)
            self.setFont(font)
        self.terms = terms
        self.update()

    def edges_of(self, spans: Sequence[TextSpan]) -> list[tuple[float, float]]:
        """Return where spans begin and end in this widget; the line may be scrolled."""
        here = self.cursorPosition()
        (zero, _), *xs = edges(self.displayText(), self.font(), [(here, here), *spans])
        shift = self.cursorRect().center().x() - zero
        return [(left + shift, right + shift) for left, right in xs]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints, the text over them, a wave under it."""
        box = QRectF(ICON_PX, 0, self.width() - 2 * ICON_PX, self.height())
        terms = self.edges_of(self.terms) if self.terms else []
        height = self.fontMetrics().height() + 4
        if terms:
            painter = QPainter(self)
            painter.setClipRect(box)
            paint_terms(painter, (self.height() - height) / 2, height, terms)
            painter.end()
        super().paintEvent(event)
        if terms and self.edges_of(self.terms) != terms:  # the text was scrolled by painting it
            self.update()
        if self.wrong is not None:
            painter = QPainter(self)
            painter.setClipRect(box)
            ((left, right),) = self.edges_of([self.wrong])
            paint_wave(painter, (self.height() + height) / 2 - 1, left, max(right, left + 8))
            painter.end()
