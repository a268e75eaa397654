"""Figures as SVG: ranges in a row of a table, curves, and a reliability diagram.

Series are told by the forms of their points and lines, so that they are legible without colour.
Units are pixels of a screen; on paper a figure is as wide as its text at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.metrics.metric_records import Estimate
from core.reports.markup import Element, Node, element
from core.reports.number_texts import tick_text

STRIP_PX, STRIP_HEIGHT_PX = 150, 15
WIDTH_PX, HEIGHT_PX = 660, 300
LEFT_PX, RIGHT_PX, TOP_PX, BOTTOM_PX = 52, 14, 10, 46
SQUARE_PX = 330
DASHES = ("", "6 3", "2 3", "9 3 2 3", "1 2", "12 4", "5 2 1 2", "3 6")
MARKS = ("circle", "square", "triangle", "diamond", "ring", "hollow-square", "cross", "plus")
MAX_SERIES = len(MARKS)


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps numbers from low to high to pixels from start to end."""

    low: float
    high: float
    start_px: float
    end_px: float

    def px(self, value: float) -> float:
        """Return where a number lies; one outside lies on the border."""
        inside = min(max(value, self.low), self.high)
        share = (inside - self.low) / (self.high - self.low)
        return self.start_px + share * (self.end_px - self.start_px)


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a curve with its range, where it has one."""

    x: float
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """A named series of points."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from low to high. ticks: (where, what stands there)."""

    title: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


def strip(number: Estimate, scale: tuple[float, float], reference: float) -> Node:
    """Draw a number and its range on a line; nothing where there is no range.

    scale: the lowest and the highest number. reference: drawn as a dashed line.
    """
    across = Scale(*scale, 4, STRIP_PX - 4)
    middle = STRIP_HEIGHT_PX / 2
    shapes = [_vertical(across.px(reference), 0, STRIP_HEIGHT_PX, "reference")]
    if number.value is not None and number.interval is not None:
        low, high = (across.px(end) for end in number.interval)
        shapes.append(_horizontal(low, high, middle))
        shapes += [_vertical(end, middle - 3.5, middle + 3.5, "range") for end in (low, high)]
        shapes.append(mark(0, across.px(number.value), middle))
    return element(
        "svg", shapes, class_="strip", viewBox=f"0 0 {STRIP_PX} {STRIP_HEIGHT_PX}",
        width=STRIP_PX, height=STRIP_HEIGHT_PX, aria_hidden="true",
    )  # fmt: skip


def strip_axis(scale: tuple[float, float], ticks: Sequence[float]) -> Node:
    """Draw the axis that stands over strips."""
    across = Scale(*scale, 4, STRIP_PX - 4)
    shapes: list[Node] = [_horizontal(4, STRIP_PX - 4, 14, "axis")]
    for tick in ticks:
        at = across.px(tick)
        ends = {scale[0]: "start", scale[1]: "end"}
        anchor = ends.get(tick, "middle")
        shapes += [
            _vertical(at, 11, 14, "axis"),
            element("text", tick_text(tick), x=at, y=9, text_anchor=anchor),
        ]
    return element(
        "svg", shapes, class_="strip", viewBox=f"0 0 {STRIP_PX} {STRIP_HEIGHT_PX}",
        width=STRIP_PX, height=STRIP_HEIGHT_PX, aria_hidden="true",
    )  # fmt: skip


def mark(form: int, x: float, y: float, size: float = 3.4) -> Element:
    """Draw a point in one of the forms that tell series apart."""
    kind = MARKS[form % MAX_SERIES]
    if kind in ("circle", "ring"):
        return element("circle", cx=x, cy=y, r=size, class_="ring" if kind == "ring" else "dot")
    if kind.endswith("square"):
        hollow = "ring" if kind == "hollow-square" else "dot"
        return element("rect", x=x - size, y=y - size, width=2 * size, height=2 * size,
                       class_=hollow)  # fmt: skip
    r = size * 1.3
    paths = {
        "triangle": f"M{x:.1f} {y - r:.1f}L{x + r:.1f} {y + r * 0.8:.1f}H{x - r:.1f}Z",
        "diamond": f"M{x:.1f} {y - r:.1f}L{x + r:.1f} {y:.1f}L{x:.1f} {y + r:.1f}"
        f"L{x - r:.1f} {y:.1f}Z",
        "cross": f"M{x - r:.1f} {y - r:.1f}L{x + r:.1f} {y + r:.1f}"
        f"M{x - r:.1f} {y + r:.1f}L{x + r:.1f} {y - r:.1f}",
        "plus": f"M{x:.1f} {y - r:.1f}V{y + r:.1f}M{x - r:.1f} {y:.1f}H{x + r:.1f}",
    }
    filled = kind in ("triangle", "diamond")
    return element("path", d=paths[kind], class_="dot" if filled else "ring")


def curves(series: Sequence[Curve], across: Axis, up: Axis, title: str) -> Element:
    """Draw curves with the ranges of their points, at most MAX_SERIES of them, and a legend."""
    x = Scale(across.low, across.high, LEFT_PX, WIDTH_PX - RIGHT_PX)
    y = Scale(up.low, up.high, HEIGHT_PX - BOTTOM_PX, TOP_PX)
    shapes = [*_frame(x, y, across, up)]
    n_series = len(series)
    for number, curve in enumerate(series[:MAX_SERIES]):
        moved = 5.0 * (number - (n_series - 1) / 2)  # ranges beside, not over one another
        shapes.append(_curve(curve, number, (x, y), moved))
    return element(
        "div",
        element("svg", shapes, viewBox=f"0 0 {WIDTH_PX} {HEIGHT_PX}", role="img",
                aria_label=title, class_="plot"),
        _legend(series[:MAX_SERIES]) if n_series > 1 else [],
    )  # fmt: skip


def _curve(curve: Curve, number: int, scales: tuple[Scale, Scale], moved_px: float) -> Element:
    x, y = scales
    dots = [(x.px(point.x) + moved_px, y.px(point.value), point) for point in curve.points]
    shapes: list[Node] = []
    for at, _, point in dots:
        if point.low is not None and point.high is not None:
            shapes.append(_vertical(at, y.px(point.low), y.px(point.high), "range"))
    line = " ".join(f"{at:.1f},{height:.1f}" for at, height, _ in dots)
    shapes.append(element("polyline", points=line, stroke_dasharray=DASHES[number] or None))
    shapes += [mark(number, at, height) for at, height, _ in dots]
    return element("g", shapes, class_=f"series s{number}")


def _legend(series: Sequence[Curve]) -> Element:
    entries = [
        element(
            "li",
            element(
                "svg",
                element("line", x1=0, y1=7, x2=34, y2=7, stroke_dasharray=DASHES[number] or None),
                mark(number, 17, 7),
                viewBox="0 0 34 14", width=34, height=14, class_=f"series s{number}",
                aria_hidden="true",
            ),
            " ",
            element("bdi", curve.name),
        )
        for number, curve in enumerate(series)
    ]  # fmt: skip
    return element("ul", entries, class_="legend")


def reliability_diagram(points: Sequence[Point], across: Axis, up: Axis, title: str) -> Element:
    """Draw how often a score came true against the score; the diagonal is what it promises."""
    x = Scale(across.low, across.high, LEFT_PX, SQUARE_PX - RIGHT_PX)
    y = Scale(up.low, up.high, SQUARE_PX - BOTTOM_PX, TOP_PX)
    diagonal = element("line", x1=x.px(0), y1=y.px(0), x2=x.px(1), y2=y.px(1), class_="reference")
    shapes = [*_frame(x, y, across, up, SQUARE_PX, SQUARE_PX), diagonal]
    shapes.append(_curve(Curve("", tuple(points)), 0, (x, y), 0.0))
    return element("svg", shapes, viewBox=f"0 0 {SQUARE_PX} {SQUARE_PX}", role="img",
                   aria_label=title, class_="plot square")  # fmt: skip


def _frame(
    x: Scale, y: Scale, across: Axis, up: Axis, width: float = WIDTH_PX, height: float = HEIGHT_PX
) -> list[Node]:
    bottom, left = height - BOTTOM_PX, LEFT_PX
    shapes: list[Node] = []
    for value, text in up.ticks:
        shapes += [
            _horizontal(left, width - RIGHT_PX, y.px(value), "grid"),
            element("text", text, x=left - 6, y=y.px(value) + 3.5, text_anchor="end"),
        ]
    for value, text in across.ticks:
        shapes += [
            _vertical(x.px(value), bottom, bottom + 4, "axis"),
            element("text", text, x=x.px(value), y=bottom + 16, text_anchor="middle"),
        ]
    middle = TOP_PX + (bottom - TOP_PX) / 2
    return [
        *shapes,
        _horizontal(left, width - RIGHT_PX, bottom, "axis"),
        _vertical(left, TOP_PX, bottom, "axis"),
        element("text", across.title, x=(left + width - RIGHT_PX) / 2, y=height - 8,
                text_anchor="middle"),
        element("text", up.title, text_anchor="middle",
                transform=f"translate(13 {middle:.0f}) rotate(-90)"),
    ]  # fmt: skip


def _vertical(x: float, y1: float, y2: float, kind: str) -> Element:
    return element("line", x1=x, y1=y1, x2=x, y2=y2, class_=kind)


def _horizontal(x1: float, x2: float, y: float, kind: str = "range") -> Element:
    return element("line", x1=x1, y1=y, x2=x2, y2=y, class_=kind)
