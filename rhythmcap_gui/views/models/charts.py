"""The curve of a round of learning: loss and held-out WAUC by epoch, named where they end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import decimal_text
from rhythmcap_gui.views.widgets.score_format import score_text

if TYPE_CHECKING:
    from core.training.config import EpochReport

NAMES_PX, GAP_PX = 150, 8
LINES = 4
WAUC_FLOOR = 0.5  # what guessing gives; the axis begins lower only where a value is lower


class LearningCurve(QWidget):
    """WAUC from guessing (0.5) to 1, loss from 0 to its highest; each line says its last value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reports: tuple[EpochReport, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 90)
        theme.notifier().theme_changed.connect(self.update)
        self.show_reports(())

    def sizeHint(self) -> QSize:
        return QSize(480, 140)

    def show_reports(self, reports: tuple[EpochReport, ...]) -> None:
        """One report an epoch, oldest first."""
        self._reports = reports
        self.setAccessibleName(self._spoken())
        self.update()

    def _spoken(self) -> str:
        if not self._reports:
            return self.tr("Learning curve: nothing yet")
        last = self._reports[-1]
        said = self.tr("Learning curve: epoch {}, loss {}").format(
            last.epoch, decimal_text(last.loss, 3)
        )
        return f"{said}, WAUC {score_text(last.wauc)}" if last.wauc is not None else said

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()  # Qt aborts when a painter outlives its paint event

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = self._names()
        painter.setFont(theme.font(theme.CAPTION_PX, figures=True))
        widest = max((painter.fontMetrics().horizontalAdvance(each) for each in names), default=0)
        room = max(NAMES_PX, GAP_PX + widest + GAP_PX)
        box = QRectF(self.rect()).adjusted(8, 10, -room, -10)
        painter.setPen(QPen(theme.colour("line"), 1))
        for line in range(LINES):
            y = round(box.top() + box.height() * line / (LINES - 1)) + 0.5
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        if not self._reports:
            return
        losses = [report.loss for report in self._reports]
        highest = max(losses) * 1.05 or 1.0
        ends = [self._draw(painter, box, [loss / highest for loss in losses], "bad")]
        waucs = [report.wauc for report in self._reports]
        if any(each is not None for each in waucs):
            floor = min([WAUC_FLOOR, *(each for each in waucs if each is not None)])
            shares = [None if each is None else (each - floor) / (1 - floor) for each in waucs]
            ends.append(self._draw(painter, box, shares, "accent"))
        self._name(painter, ends, names, ("bad", "accent"))

    def _names(self) -> list[str]:
        """What stands beside the ends of the lines."""
        if not self._reports:
            return []
        names = [self.tr("loss {}").format(decimal_text(self._reports[-1].loss, 3))]
        known = [each.wauc for each in self._reports if each.wauc is not None]
        if known:
            names.append(self.tr("held-out WAUC {}").format(score_text(known[-1])))
        return names

    def _draw(
        self, painter: QPainter, box: QRectF, shares: Sequence[float | None], token: str
    ) -> QPointF:
        """One line; where it ends. shares: 0 (bottom) to 1 (top), None is a gap."""
        epochs = max(self._reports[-1].epochs - 1, 1)
        points = [
            QPointF(box.left() + box.width() * number / epochs,
                    box.bottom() - box.height() * min(max(share, 0.0), 1.0))
            for number, share in enumerate(shares) if share is not None
        ]  # fmt: skip
        painter.setPen(QPen(theme.colour(token), 1.6))
        if len(points) > 1:
            painter.drawPolyline(QPolygonF(points))
        painter.setBrush(theme.colour(token))
        painter.drawEllipse(points[-1], 2.0, 2.0)
        return points[-1]

    def _name(
        self, painter: QPainter, ends: list[QPointF], names: list[str], tokens: Sequence[str]
    ) -> None:
        """The names beside the ends, kept apart when the lines end close together."""
        heights = [end.y() for end in ends]
        if len(heights) == 2 and abs(heights[0] - heights[1]) < 14:
            upper = 0 if heights[0] < heights[1] else 1
            middle = sum(heights) / 2
            heights[upper], heights[1 - upper] = middle - 7, middle + 7
        for end, y, name, token in zip(ends, heights, names, tokens, strict=False):
            painter.setPen(theme.colour(token))
            painter.drawText(QPointF(end.x() + GAP_PX, y + 4), name)
