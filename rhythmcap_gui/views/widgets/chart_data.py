"""What a chart shows: scales, series, readouts; and the marks and inks it is drawn with.

Plain records; nothing is drawn here but a mark.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import tick_text

MARK_PX = 4.5


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from low to high. text: writes a value beside its tick.

    names: what row 0, 1, 2 … is called, from the top; the values are then rows. least_step:
    between two ticks. least_span: as near as one can zoom.
    """

    title: str
    low: float
    high: float
    text: Callable[[float], str] = tick_text
    names: tuple[str, ...] = ()
    least_step: float = 0.0
    least_span: float = 0.0


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one name, with or without a line. colour: a token of the theme, or "#rrggbb".

    legend: the name with its value, as the legend says it. symbol: see `mark_path`. on_right:
    measured by the right axis. aside_px: drawn so far below its true place, so that equal values
    are all seen. marks: at every point of the line, and not only at its end.
    """

    name: str
    legend: str
    colour: str
    xs: tuple[float, ...]
    ys: tuple[float | None, ...]
    symbol: int = 0
    line: bool = True
    on_right: bool = False
    aside_px: float = 0.0
    marks: bool = False


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A dashed line over the whole chart, with its name. at: a value of y, or of x if upright."""

    name: str
    at: float
    colour: str = "faint"
    upright: bool = False
    on_right: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """The ground between two lines, such as the range of a fit. colour: see Series."""

    xs: tuple[float, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class ChartData:
    """All that a chart shows. readouts: (x or row, lines of text), in order of the arrow keys.

    by_row: the readouts stand at rows of y, not at values of x. table: what is saved as CSV, its
    heads first. spans: thin (x from, x to, y) lines between the points of a row. uprights: thin (x,
    y from, y to) lines, such as the range of a point. bands: behind the lines.
    """

    x: Axis
    y: Axis
    series: tuple[Series, ...]
    right: Axis | None = None
    readouts: tuple[tuple[float, tuple[str, ...]], ...] = ()
    by_row: bool = False
    x_on_top: bool = False
    references: tuple[ReferenceLine, ...] = ()
    spans: tuple[tuple[float, float, float], ...] = ()
    uprights: tuple[tuple[float, float, float], ...] = ()
    bands: tuple[Band, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    show_legend: bool = True


def ink(colour: str) -> QColor:
    """A token of the theme, or a category's "#rrggbb", as it is drawn now."""
    return theme.category_colour(colour) if colour.startswith("#") else theme.colour(colour)


def mark_path(symbol: int) -> QPainterPath:
    """A mark around the origin: disc, square, triangle or diamond; sizes that look equal, in px."""
    path, size = QPainterPath(), MARK_PX
    kind = symbol % 4
    if kind == 0:
        path.addEllipse(-size, -size, 2 * size, 2 * size)
    elif kind == 1:
        path.addRect(0.5 - size, 0.5 - size, 2 * size - 1, 2 * size - 1)
    else:
        triangle = [(0, -size - 1), (size + 1, size), (-size - 1, size)]
        diamond = [(0, -size - 1), (size + 1, 0), (0, size + 1), (-size - 1, 0)]
        path.addPolygon(QPolygonF([QPointF(*xy) for xy in (triangle if kind == 2 else diamond)]))
        path.closeSubpath()
    return path


def paint_mark(painter: QPainter, at: QPointF, symbol: int, colour: QColor) -> None:
    """A mark with its middle there."""
    painter.setPen(QPen(theme.colour("panel"), 1))
    painter.setBrush(colour)
    painter.drawPath(mark_path(symbol).translated(at))
