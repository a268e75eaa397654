"""A chart as pyqtgraph draws it. Imported with the first chart that has data only.

The pointer is handled here too, not by pyqtgraph: its own menus and drags are those of a workbench.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pyqtgraph
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsItem, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.views.widgets.chart_data import (
    Axis,
    ChartData,
    ReferenceLine,
    Series,
)
from rhythmcap_gui.views.widgets.chart_items import (
    LEGEND_LEFT_PX,
    NAMES_PX,
    CornerTitle,
    Legend,
    ScaleAxis,
    band_between,
    column_line,
    cosmetic_pen,
    empty_series,
    reference_line,
    ring_at,
    row_band,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

ROW_PX = 24
MARGINS_PX = (4, 2, 10, 2)  # left, top, right, bottom
PAD = {"x": 0.02, "y": 0.05}  # of the range, so that no mark is cut at an edge
NOTCH = 120  # what a wheel's notch turns


class PlotView(pyqtgraph.GraphicsView):
    """One chart. hovered(index of a readout or None); zoomed() when another part is in view."""

    hovered = Signal(object)
    zoomed = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, background=None)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAntialiasing(True)
        self.setFrameShape(self.Shape.NoFrame)
        self._data: ChartData | None = None
        self._zoom: tuple[float, float] | None = None  # the x in view; None: all
        self._pressed: QPointF | None = None
        self._form: tuple[object, ...] = ()  # what was built; other figures fit into the same form
        self.boxes: list[pyqtgraph.ViewBox] = []
        self._axes: list[ScaleAxis] = []
        self._legend: Legend | None = None
        self._drawn: list[tuple[pyqtgraph.PlotCurveItem | None, pyqtgraph.ScatterPlotItem]] = []
        self._around: list[QGraphicsItem] = []  # reference lines and spans
        self._pointer: list[QGraphicsItem] = []
        self._pointed: float | None = None

    # -- drawing ----------------------------------------------------------------------------

    def show_data(
        self, data: ChartData, *, keep_zoom: bool = False, for_export: bool = False
    ) -> None:
        """Draw it in the colours in force. for_export: with its legend in any case."""
        self._data = data
        self._zoom = self._zoom if keep_zoom else None
        form = _form(data, for_export=for_export)
        if form != self._form:
            self._form = form
            self._build(legend=data.show_legend or for_export)
        for axis, scale in zip(self._axes, (data.x, data.y, data.right), strict=False):
            axis.show_axis(scale)
        if self._legend is not None:
            self._legend.show_series(data.series)
        for (line, marks), series in zip(self._drawn, data.series, strict=True):
            known = [(x, y) for x, y in zip(series.xs, series.ys, strict=True) if y is not None]
            xs, ys = [x for x, _y in known], [y for _x, y in known]
            if line is not None:
                line.setData(xs, ys)
                if not series.marks:
                    xs, ys = xs[-1:], ys[-1:]  # a dot where the line is now
            marks.setData(xs, [y + series.aside_px / ROW_PX for y in ys])
        self._draw_around()
        self._set_ranges()
        self.point_at(self._pointed)

    def _build(self, *, legend: bool) -> None:
        """Boxes, axes and empty series, in the form and the colours in force."""
        data = self._data
        for box in self.boxes[1:]:
            self.scene().removeItem(box)
        self.setBackground(theme.colour("panel"))
        layout = pyqtgraph.GraphicsLayout()
        layout.setContentsMargins(*MARGINS_PX)
        layout.setSpacing(0)
        left = _box()
        left.invertY(bool(data.y.names))
        self.boxes, self._around, self._pointer = [left], [], []
        self._legend = Legend() if legend else None
        if self._legend is not None:
            layout.addItem(self._legend, 0, 0, 1, 3)
        x_row, box_row = (1, 2) if data.x_on_top else (2, 1)
        side = "top" if data.x_on_top else "bottom"
        self._axes = [
            ScaleAxis(data.x, side, left, grid=bool(data.y.names)),
            ScaleAxis(data.y, "left", left, grid=not data.y.names and data.right is None),
        ]
        layout.addItem(self._axes[0], x_row, 1)
        layout.addItem(self._axes[1], box_row, 0)
        layout.layout.setAlignment(self._axes[1], Qt.AlignmentFlag.AlignRight)
        layout.addItem(CornerTitle(data.x.title, on_top=data.x_on_top), x_row, 0)
        layout.addItem(left, box_row, 1)
        layout.layout.setColumnStretchFactor(1, 1)
        layout.layout.setRowStretchFactor(box_row, 1)
        if data.right is not None:
            right = _box()
            self.boxes.append(right)
            self.scene().addItem(right)
            self._axes.append(ScaleAxis(data.right, "right", right, grid=True))
            layout.addItem(self._axes[2], box_row, 2)
            left.sigResized.connect(lambda _box: right.setGeometry(left.sceneBoundingRect()))
        self.setCentralItem(layout)
        layout.layout.activate()
        self._add_empty_series()

    def _add_empty_series(self) -> None:
        self._drawn = []
        for series in self._data.series:
            line, marks = empty_series(series)
            for item in (line, marks):
                if item is not None:
                    self._box_of(series).addItem(item)
            self._drawn.append((line, marks))

    def _draw_around(self) -> None:
        for item in self._around:
            self._take_off(item)
        faint = cosmetic_pen(theme.colour("faint"))
        spans = [
            pyqtgraph.PlotCurveItem([low, high], [y, y], pen=faint)
            for low, high, y in self._data.spans
        ]
        spans += [
            pyqtgraph.PlotCurveItem([x, x], [low, high], pen=faint)
            for x, low, high in self._data.uprights
        ]
        for band in self._data.bands:
            spans += band_between(band)
        for span in spans:
            span.setZValue(-5)
            self.boxes[0].addItem(span)
        self._around = list(spans)
        for reference in self._data.references:
            line = reference_line(reference)
            self._box_of(reference).addItem(line, ignoreBounds=True)
            self._around.append(line)

    def _take_off(self, item: QGraphicsItem) -> None:
        for box in self.boxes:
            if item.parentItem() is box.childGroup:  # also those that bounds ignore
                box.removeItem(item)

    def _box_of(self, drawn: Series | ReferenceLine) -> pyqtgraph.ViewBox:
        return self.boxes[-1] if drawn.on_right else self.boxes[0]

    def draw_on(self, painter: QPainter) -> None:
        """Draw all of it as lines and letters, not as pixels."""
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.show()
        for item in self.scene().items():
            if isinstance(item, pyqtgraph.GraphicsItem):
                item.setExportMode(True, {"antialias": True, "resolutionScale": 1.0})
        box = QRect(0, 0, self.width(), self.height())
        self.scene().prepareForPaint()
        self.scene().render(painter, QRectF(box), QRectF(box))

    def legend_width_px(self) -> int:
        """Return the width that the legend needs; 0 without one."""
        if self._legend is None:
            return 0
        return math.ceil(self._legend.width_px()) + sum(MARGINS_PX[::2]) + LEGEND_LEFT_PX

    # -- what is in view --------------------------------------------------------------------

    @property
    def is_zoomed(self) -> bool:
        """Whether only a part is in view."""
        return self._zoom is not None

    def fit(self) -> None:
        """All of it."""
        self._zoom = None
        self._set_ranges()
        self.zoomed.emit()

    def zoom(self, factor: float, about: float | None = None) -> None:
        """See so many times nearer, around a value of x (the middle, where none is given)."""
        low, high = self._x_range()
        middle = (low + high) / 2 if about is None else about
        self.show_range(middle - (middle - low) / factor, middle + (high - middle) / factor)

    def show_range(self, low: float, high: float) -> None:
        """These values of x, as far as there are such; not nearer than the axis allows."""
        axis = self._data.x
        whole = axis.high - axis.low
        span = min(max(high - low, axis.least_span or whole / 100), whole)
        low = min(max((low + high - span) / 2, axis.low), axis.high - span)
        self._zoom = None if span >= whole * 0.999 else (low, low + span)
        self._set_ranges()
        self.zoomed.emit()

    def _x_range(self) -> tuple[float, float]:
        return self._zoom or (self._data.x.low, self._data.x.high)

    def _set_ranges(self) -> None:
        low, high = self._x_range()
        pad = PAD["x"] * (high - low)
        for box in self.boxes:
            box.setXRange(low - pad, high + pad, padding=0)
        for box, axis in zip(self.boxes, (self._data.y, self._data.right), strict=False):
            if axis.names:
                box.setYRange(-0.5, len(axis.names) - 0.5, padding=0)
                continue
            bottom, top = self._visible(axis) if self._zoom else (axis.low, axis.high)
            pad = PAD["y"] * (top - bottom)
            box.setYRange(bottom - pad, top + pad, padding=0)

    def _visible(self, axis: Axis) -> tuple[float, float]:
        """The lowest and the highest value that is in view."""
        low, high = self._x_range()
        values = [
            y
            for series in self._data.series if (axis is self._data.right) == series.on_right
            for x, y in zip(series.xs, series.ys, strict=True)
            if y is not None and low <= x <= high
        ]  # fmt: skip
        if len(set(values)) < 2:
            return axis.low, axis.high
        return min(values), max(values)

    # -- the pointer ------------------------------------------------------------------------

    def point_at(self, at: float | None) -> QPoint | None:
        """Point out a value of x (or a row); where its readout belongs, None if not in view."""
        for item in self._pointer:
            self._take_off(item)
        self._pointer, self._pointed = [], at
        if at is None or self._data is None:
            return None
        box, data = self.boxes[0], self._data
        low, high = self._x_range()
        if not data.by_row and not low <= at <= high:
            return None
        mark = row_band(at) if data.by_row else column_line(at)
        box.addItem(mark, ignoreBounds=True)
        self._pointer.append(mark)
        for series in data.series if not data.by_row else ():
            if (ring := ring_at(series, at)) is not None:
                self._box_of(series).addItem(ring, ignoreBounds=True)
                self._pointer.append(ring)
        x = max((x for series in data.series for x, y in zip(series.xs, series.ys, strict=True)
                 if y == at and low <= x <= high), default=high) if data.by_row else at  # fmt: skip
        y = at if data.by_row else (box.viewRange()[1][0] + box.viewRange()[1][1]) / 2
        return self.mapFromScene(box.mapViewToScene(QPointF(x, y)))

    def nearest(self, position: QPointF) -> int | None:
        """The index of the readout that a point of the view is nearest to."""
        if self._data is None or not self._data.readouts:
            return None
        box = self.boxes[0]
        scene = self.mapToScene(position.toPoint())
        if not box.sceneBoundingRect().adjusted(-NAMES_PX, 0, 20, 0).contains(scene):
            return None
        value = box.mapSceneToView(scene)
        pointed = value.y() if self._data.by_row else value.x()
        distances = [abs(at - pointed) for at, _lines in self._data.readouts]
        return distances.index(min(distances))

    def _value_at(self, position: QPointF) -> float:
        return self.boxes[0].mapSceneToView(self.mapToScene(position.toPoint())).x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._show_band(event.position())
        else:
            self.hovered.emit(self.nearest(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        inside = self.boxes and self.boxes[0].sceneBoundingRect().contains(
            self.mapToScene(event.position().toPoint())
        )
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self._pressed = event.position()
        event.ignore()  # the chart takes the focus

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        self.hovered.emit(self.nearest(event.position()))
        if abs(event.position().x() - pressed.x()) >= QApplication.startDragDistance():
            ends = sorted((self._value_at(pressed), self._value_at(event.position())))
            self.show_range(*ends)

    def _show_band(self, position: QPointF) -> None:
        """The span that a drag has marked so far."""
        self.hovered.emit(None)
        band = pyqtgraph.LinearRegionItem(
            sorted((self._value_at(self._pressed), self._value_at(position))), movable=False,
            brush=theme.colour("accent", 0.18), pen=cosmetic_pen(theme.colour("accent")),
        )  # fmt: skip
        self.boxes[0].addItem(band, ignoreBounds=True)
        self._pointer.append(band)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or self._data is None:
            event.ignore()  # what is around scrolls
            return
        event.accept()
        self.zoom(1.2 ** (event.angleDelta().y() / NOTCH), self._value_at(event.position()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()  # the chart has the menu


def _box() -> pyqtgraph.ViewBox:
    box = pyqtgraph.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
    box.setAcceptHoverEvents(False)
    return box


def _form(data: ChartData, *, for_export: bool) -> tuple[object, ...]:
    """What a chart is built of, beside its figures."""
    series = [(one.colour, one.symbol, one.line, one.on_right) for one in data.series]
    return (
        theme.is_dark(), data.show_legend or for_export, data.x_on_top, data.x.title,
        len(data.y.names), data.right is None, tuple(series),
    )  # fmt: skip
