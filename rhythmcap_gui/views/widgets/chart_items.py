"""The parts of a chart that pyqtgraph draws: axes, titles, legend, lines and marks.

Imported with the first chart that has data only (see chart.py).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import pyqtgraph
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from rhythmcap_gui import theme
from rhythmcap_gui.views.widgets.chart_data import (
    MARK_PX,
    Axis,
    Band,
    ReferenceLine,
    Series,
    ink,
    mark_path,
    paint_mark,
)

TICK_PX = {"x": 48, "y": 26}  # at least so far from tick to tick
NAMES_PX, LINE_PX, SMALL_DOT_PX = 130, 1.6, 2.5
BAND_ALPHA = 0.16
LEGEND_PX, LEGEND_LEFT_PX, LEGEND_GAP_PX = 20, 8, 18
SAMPLE_PX, SAMPLE_GAP_PX = 18, 6


class ScaleAxis(pyqtgraph.AxisItem):
    """Few ticks at round values, written by the house; names where the axis has them."""

    def __init__(self, axis: Axis, side: str, box: pyqtgraph.ViewBox, *, grid: bool) -> None:
        self._axis = axis
        super().__init__(side, maxTickLength=0)
        self.setPen(pyqtgraph.mkPen(None))
        self.setTickPen(cosmetic_pen(theme.colour("line")) if grid else pyqtgraph.mkPen(None))
        self.setTextPen(cosmetic_pen(theme.colour("dim")))
        self.setTickFont(theme.font(theme.CAPTION_PX, figures=True))
        self.setStyle(hideOverlappingLabels=False, tickAlpha=255, maxTickLevel=0, maxTextLevel=0,
                      tickTextOffset=6)  # fmt: skip
        self.setZValue(-1000)
        self._fix_size()
        self.linkToView(box)
        self.setGrid(255 if grid else False)

    def show_axis(self, axis: Axis) -> None:
        """Take other ends, names or texts."""
        if axis != self._axis:
            self._axis, self.picture = axis, None
            self._fix_size()
            self.update()

    def _fix_size(self) -> None:
        """Room for the longest text from the first moment on."""
        metrics = QFontMetricsF(theme.font(theme.CAPTION_PX, figures=True))
        if self.orientation in ("top", "bottom"):
            self.setHeight(metrics.height() + 8)
        elif self._axis.names:
            self.setWidth(NAMES_PX)
        else:
            low, high = self._axis.low, self._axis.high
            _step, values = self._values_between(low, high, (high - low) / 4)
            texts = [self._axis.text(value) for value in (*values, high)]
            self.setWidth(max(metrics.horizontalAdvance(text) for text in texts) + 10)

    def _values_between(self, low: float, high: float, least: float) -> tuple[float, list[float]]:
        """(step, values): at round values, at least so far from each other."""
        step = round_step(least, self._axis.least_step)
        first = math.ceil(max(low, self._axis.low) / step - 1e-9)
        last = math.floor(min(high, self._axis.high) / step + 1e-9)
        return step, [index * step for index in range(first, last + 1)]

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """One level of ticks: (step, values)."""
        if self._axis.names:
            return [(1.0, [float(row) for row in range(len(self._axis.names))])]
        kind = "y" if self.orientation in ("left", "right") else "x"
        return [self._values_between(low, high, (high - low) / max(size / TICK_PX[kind], 1.0))]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        del scale, spacing
        if not self._axis.names:
            return [self._axis.text(value) for value in values]
        room = NAMES_PX - 12
        return [
            QFontMetricsF(_name_font(round(row))).elidedText(
                self._axis.names[round(row)], Qt.TextElideMode.ElideRight, room
            )
            for row in values
        ]

    def drawPicture(
        self, painter: QPainter, axis: object, ticks: Sequence[tuple], texts: Sequence[tuple]
    ) -> None:
        """No ticks without a grid; and the first name stands out: it is the mean."""
        shown = ticks if self.grid else []
        super().drawPicture(painter, axis, shown, [] if self._axis.names else texts)
        if self._axis.names:
            for row, (box, flags, text) in enumerate(texts):
                painter.setFont(_name_font(row))
                painter.setPen(theme.colour("dim" if row else "text"))
                painter.drawText(box, int(flags), text)


class CornerTitle(pyqtgraph.GraphicsWidget):
    """What an axis measures, in the corner before its first tick."""

    def __init__(self, text: str, *, on_top: bool) -> None:
        super().__init__()
        self._text = text
        self._down_px = -1 if on_top else 4  # so that it stands on the line of the tick texts
        metrics = QFontMetricsF(theme.font(theme.CAPTION_PX))
        self.setMinimumWidth(metrics.horizontalAdvance(text) + 10)
        self.setMaximumHeight(metrics.height() + 6)

    def paint(self, painter: QPainter, *_options: object) -> None:
        painter.setFont(theme.font(theme.CAPTION_PX))
        painter.setPen(theme.colour("dim"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().translated(-6, self._down_px), int(flags), self._text)


class Legend(pyqtgraph.GraphicsWidget):
    """A sample and a name for every series, side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._series: Sequence[Series] = ()
        self.setMinimumHeight(LEGEND_PX)
        self.setMaximumHeight(LEGEND_PX)

    def show_series(self, series: Sequence[Series]) -> None:
        """Name these."""
        self._series = series
        self.update()

    def width_px(self) -> float:
        """Return the width of all names."""
        metrics = QFontMetricsF(theme.font(theme.CAPTION_PX, figures=True))
        names = sum(metrics.horizontalAdvance(series.legend) for series in self._series)
        return names + len(self._series) * (SAMPLE_PX + SAMPLE_GAP_PX + LEGEND_GAP_PX)

    def paint(self, painter: QPainter, *_options: object) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.CAPTION_PX, figures=True))
        x, y = float(LEGEND_LEFT_PX), self.rect().center().y()
        for series in self._series:
            self._paint_sample(painter, QPointF(x, y), series)
            x += SAMPLE_PX + SAMPLE_GAP_PX
            room = max(self.rect().right() - x, 0.0)
            text = painter.fontMetrics().elidedText(
                series.legend, Qt.TextElideMode.ElideRight, int(room)
            )
            painter.setPen(theme.colour("text"))
            box = QRectF(x, self.rect().top(), room, self.rect().height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)
            x += painter.fontMetrics().horizontalAdvance(text) + LEGEND_GAP_PX

    def _paint_sample(self, painter: QPainter, left: QPointF, series: Series) -> None:
        colour = ink(series.colour)
        if series.line:
            painter.setPen(QPen(colour, 2))
            painter.drawLine(left, left + QPointF(SAMPLE_PX, 0))
        else:
            paint_mark(painter, left + QPointF(SAMPLE_PX / 2, 0), series.symbol, colour)


def cosmetic_pen(
    colour: QColor, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine
) -> QPen:
    """A pen so many pixels wide, however much is zoomed."""
    pen = QPen(colour, width, style)
    pen.setCosmetic(True)
    return pen


def empty_series(
    series: Series,
) -> tuple[pyqtgraph.PlotCurveItem | None, pyqtgraph.ScatterPlotItem]:
    """The line (where there is one) and the marks of a series, without points."""
    colour, line = ink(series.colour), None
    if series.line:
        line = pyqtgraph.PlotCurveItem(pen=cosmetic_pen(colour, LINE_PX), antialias=True)
    marks = pyqtgraph.ScatterPlotItem(
        symbol=unit_mark(series.symbol), brush=colour, antialias=True,
        size=2 * (SMALL_DOT_PX if series.line else MARK_PX),
        pen=cosmetic_pen(colour if series.line else theme.colour("panel")),
    )  # fmt: skip
    return line, marks


def ring_at(series: Series, x: float) -> pyqtgraph.ScatterPlotItem | None:
    """A larger mark on the point of a series there; None where it has none."""
    ys = [y for known, y in zip(series.xs, series.ys, strict=True) if known == x and y is not None]
    if not ys:
        return None
    return pyqtgraph.ScatterPlotItem(
        [x] * len(ys), ys, size=2 * MARK_PX, brush=ink(series.colour), antialias=True,
        pen=cosmetic_pen(theme.colour("panel"), 1.5),
    )  # fmt: skip


def band_between(band: Band) -> list[pyqtgraph.GraphicsObject]:
    """The ground of a band, and the two lines that it lies between, which are not seen."""
    none = pyqtgraph.mkPen(None)
    edges = (list(band.lows), list(band.highs))
    ends = [pyqtgraph.PlotCurveItem(list(band.xs), ys, pen=none) for ys in edges]
    ground = ink(band.colour)
    ground.setAlphaF(BAND_ALPHA)
    return [*ends, pyqtgraph.FillBetweenItem(*ends, brush=ground)]


def column_line(x: float) -> pyqtgraph.InfiniteLine:
    """The thin line at the value that is told."""
    line = pyqtgraph.InfiniteLine(x, angle=90, pen=cosmetic_pen(theme.colour("faint")))
    line.setZValue(-10)
    return line


def row_band(row: float) -> pyqtgraph.LinearRegionItem:
    """The ground behind the row that is told."""
    band = pyqtgraph.LinearRegionItem(
        (row - 0.5, row + 0.5), "horizontal", movable=False, pen=pyqtgraph.mkPen(None),
        brush=theme.colour("selected"),
    )  # fmt: skip
    band.setZValue(-10)
    return band


def reference_line(line: ReferenceLine) -> pyqtgraph.InfiniteLine:
    """A dashed line with its name: at the top of an upright one, at the right end above others."""
    pen = cosmetic_pen(ink(line.colour), 1, Qt.PenStyle.DashLine)
    made = pyqtgraph.InfiniteLine(
        line.at, angle=90 if line.upright else 0, pen=pen, label=line.name,
        labelOpts={"position": 0.94 if line.upright else 0.99, "color": ink(line.colour),
                          "anchors": [(0, 0), (1, 0)] if line.upright else [(1, 0), (1, 1)]},
    )  # fmt: skip
    made.label.setFont(theme.font(theme.CAPTION_PX))
    return made


def _name_font(row: int) -> QFont:
    return theme.font(theme.CAPTION_PX, bold=row == 0)


def unit_mark(symbol: int) -> QPainterPath:
    """A mark as pyqtgraph takes it: 1 wide."""
    return QTransform.fromScale(1 / (2 * MARK_PX), 1 / (2 * MARK_PX)).map(mark_path(symbol))


def round_step(least: float, floor: float = 0.0) -> float:
    """The next 1, 2 or 5 times a power of ten that is not smaller."""
    least = max(least, floor, 1e-9)
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * 0.999)
