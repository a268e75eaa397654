"""Models side by side as a plot: a line a tag, a mark a model, on one scale.

Told apart by shape and letter as well as by colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.views.widgets.score_format import score_text

if TYPE_CHECKING:
    from core.evaluation.compare import Comparison, Scorecard

ROW_PX, HEAD_PX, NAME_PX, MARK_PX, ASIDE_PX = 24, 26, 130, 4.5, 4.0
LEAST = {"mcc": -1.0}  # other measures begin at 0
TICKS = 4


def letter(place: int) -> str:
    """A model's short name in table and plot: A, B, C …"""
    return chr(ord("A") + place % 26)


def model_colour(place: int) -> QColor:
    """A colour that colour-blind eyes tell from the others."""
    return theme.category_colour(theme.CATEGORY_COLOURS[place % len(theme.CATEGORY_COLOURS)])


class ComparisonPlot(QWidget):
    """One measure of every compared tag; it grows with the number of tags."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Comparison | None = None
        self._measure = "roc_auc"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(NAME_PX + 200)
        theme.notifier().theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        rows = len(self._found.tags) + 1 if self._found else 1
        return QSize(420, HEAD_PX + ROW_PX * rows + 8)

    def show_comparison(self, found: Comparison | None, measure: str) -> None:
        """Draw one measure of a comparison."""
        self._found, self._measure = found, measure
        if found is not None:
            means = [getattr(card, measure) for card in found.means]
            said = [f"{name} {'–' if mean is None else score_text(max(mean, 0.0))}"
                    for name, mean in zip(found.models, means, strict=True)]  # fmt: skip
            self.setAccessibleName(self.tr("Plot, means: {}").format(", ".join(said)))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            if self._found is not None:
                self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.CAPTION_PX, figures=True))
        rows = [("", self._found.means), *((tag.name, tag.models) for tag in self._found.tags)]
        box = QRectF(NAME_PX, HEAD_PX, self.width() - NAME_PX - 16, ROW_PX * len(rows))
        self._paint_scale(painter, box)
        for row, (name, cards) in enumerate(rows):
            y = box.top() + (row + 0.5) * ROW_PX
            painter.setFont(theme.font(theme.CAPTION_PX, bold=not row))
            painter.setPen(theme.colour("text" if not row else "dim"))
            text = painter.fontMetrics().elidedText(
                name or self.tr("mean"), Qt.TextElideMode.ElideRight, NAME_PX - 12
            )
            painter.drawText(QRectF(0, y - ROW_PX / 2, NAME_PX - 10, ROW_PX),
                             Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                             text)  # fmt: skip
            self._paint_row(painter, box, y, cards)

    def _paint_scale(self, painter: QPainter, box: QRectF) -> None:
        low = LEAST.get(self._measure, 0.0)
        for tick in range(TICKS + 1):
            value = low + (1.0 - low) * tick / TICKS
            x = round(box.left() + box.width() * tick / TICKS) + 0.5
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            painter.setPen(theme.colour("dim"))
            text = f"{value:g}".replace("0.", ".", 1)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(x - 30, 0, 60, HEAD_PX), flags, text)

    def _paint_row(
        self, painter: QPainter, box: QRectF, y: float, cards: tuple[Scorecard, ...]
    ) -> None:
        low = LEAST.get(self._measure, 0.0)
        known = [
            (place, box.left() + box.width() * (float(value) - low) / (1.0 - low))
            for place, card in enumerate(cards)
            if (value := getattr(card, self._measure)) is not None
        ]
        if len(known) > 1:
            xs = [x for _place, x in known]
            painter.setPen(QPen(theme.colour("faint"), 1))
            painter.drawLine(QPointF(min(xs), y), QPointF(max(xs), y))
        for place, x in known:  # a little apart, so that equal values are all seen
            aside = (place - (len(cards) - 1) / 2) * ASIDE_PX
            paint_mark(painter, QPointF(x, y + aside), place)


def paint_mark(painter: QPainter, at: QPointF, place: int) -> None:
    """A model's mark: disc, square, triangle or diamond in its colour."""
    painter.setPen(QPen(theme.colour("panel"), 1))
    painter.setBrush(model_colour(place))
    size, kind = MARK_PX, place % 4
    if kind == 0:
        painter.drawEllipse(at, size, size)
    elif kind == 1:
        painter.drawRect(QRectF(at.x() - size + 0.5, at.y() - size + 0.5, 2 * size - 1,
                                2 * size - 1))  # fmt: skip
    else:
        up = [(0, -size - 1), (size + 1, size), (-size - 1, size)]
        turned = [(0, -size - 1), (size + 1, 0), (0, size + 1), (-size - 1, 0)]
        corners = up if kind == 2 else turned
        painter.drawPolygon(QPolygonF([QPointF(at.x() + dx, at.y() + dy) for dx, dy in corners]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
