"""A tag on a part of the song, as one thin named bar over the spectrogram.

A click loops the part, dragging moves it or one of its edges, the menu removes it. It emits
requests and stores nothing; its lane among the others is region_bars.py's business.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QWidget

from core.library.records import Annotation, State
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import clock_text
from rhythmcap_gui.plain_text import literal
from rhythmcap_gui.views.listening.edge_scroll import EdgeScroll
from rhythmcap_gui.views.listening.time_axis import TimeAxis
from rhythmcap_gui.views.listening.time_pane import DRAG_PX, EDGE_PX, SHORTEST_LOOP_S, Span
from rhythmcap_gui.views.widgets.score_format import state_word
from rhythmcap_gui.views.widgets.state_mark import paint_mark

BAR_PX, LANE_PX, TOP_PX = 17, 19, 4
LEAST_PX = 6  # a very short part is still to be seen and caught
OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Delete)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Region:
    """What a bar shows; hue: "#rrggbb" of the tag."""

    annotation: Annotation
    name: str
    hue: str

    @property
    def span(self) -> Span:
        """Start and end in seconds."""
        return (self.annotation.start_s or 0.0, self.annotation.end_s or 0.0)


class RegionBar(QWidget):
    """One bar: moved(span) after a drag of it or an edge; looped(); removed(); fitted()."""

    moved = Signal(object)
    looped = Signal()
    removed = Signal()
    fitted = Signal()  # to the loop

    def __init__(self, region: Region, axis: TimeAxis, parent: QWidget) -> None:
        super().__init__(parent)
        self.region = region
        self.span = region.span
        self.lane = 0
        self.can_fit = False
        self._axis = axis
        self._pressed_x: float | None = None
        self._edge = 0  # what is being dragged: 0 the start, 1 the end, -1 all of it
        self._pressed_s = 0.0
        self._dragging = False
        self._scroll = EdgeScroll(axis, self._drag_to, self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name()

    def reposition(self) -> None:
        """Stand where the view shows the part; hide outside it."""
        start, end = (self._axis.x_of(second) for second in self.span)
        left, right = max(start, self._axis.left_px), min(end, self._axis.right_px)
        self.setVisible(self._dragging or (bool(self._axis.px_per_s) and right > left))
        width = max(LEAST_PX, round(right - left))
        self.setGeometry(round(left), TOP_PX + self.lane * LANE_PX, width, BAR_PX)

    def _name(self) -> None:
        start, end = (clock_text(second, tenths=True) for second in self.span)
        state = state_word(self.region.annotation.state)
        text = f"{self.region.name}: {state}, {start} – {end}"
        self.setAccessibleName(text)
        hint = self.tr("Click to loop it, drag it or an edge to move it, Delete removes it")
        self.setToolTip(f"{text}\n{hint}")

    # -- pointer and keys -------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_x = event.position().x()
            self._edge = self._edge_at(self._pressed_x)
            self._pressed_s = self._axis.second_at(self.x() + self._pressed_x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._pressed_x is None:
            edge = self._edge_at(x) >= 0
            self.setCursor(Qt.CursorShape.SizeHorCursor if edge else
                           Qt.CursorShape.PointingHandCursor)  # fmt: skip
        elif self._dragging or abs(x - self._pressed_x) >= DRAG_PX:
            self._dragging = True
            self._drag_to(self.x() + x)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_x is None:
            return
        dragged = self._dragging
        self._let_go()
        if not dragged:
            self.looped.emit()
        elif self.span != self.region.span:
            self.moved.emit(self.span)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._dragging:
            self.span = self.region.span
            self._let_go()
            self.reposition()
            self._name()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.looped.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        overriding = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if overriding and event.key() in OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Loop it"), self.looped.emit)
        menu.addAction(self.tr("Move it to the loop"), self.fitted.emit).setEnabled(self.can_fit)
        menu.addSeparator()
        removing = self.tr("Remove “{tag}” here").format(tag=self.region.name)
        menu.addAction(literal(removing), self.removed.emit)
        menu.popup(event.globalPos())

    def _edge_at(self, x: float) -> int:
        """Return 0 or 1 on the start or the end, -1 between or where that end is out of view."""
        start, end = self.span
        at_start = x <= EDGE_PX and self._axis.contains(start)
        at_end = x >= self.width() - EDGE_PX and self._axis.x_of(end) <= self._axis.right_px + 1
        if at_start and at_end:
            return int(x > self.width() / 2)
        return 0 if at_start else 1 if at_end else -1

    def _let_go(self) -> None:
        self._pressed_x, self._dragging = None, False
        self._scroll.release()

    def _drag_to(self, x: float) -> None:
        """Drag to a pixel of the pane."""
        self.span = self._dragged(self._axis.second_at(self._scroll.drag_to(x)))
        self.reposition()
        self._name()

    def _dragged(self, second: float) -> Span:
        start, end = self.span
        second = round(min(max(second, 0.0), self._axis.duration_s), 3)
        if self._edge < 0:
            start, end = self.region.span
            latest = self._axis.duration_s - (end - start)
            moved = round(min(max(start + second - self._pressed_s, 0.0), latest), 3)
            return (moved, round(moved + end - start, 3))
        if self._edge == 0:
            return (max(0.0, min(second, end - SHORTEST_LOOP_S)), end)
        return (start, max(second, start + SHORTEST_LOOP_S))

    # -- paint ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state, hue = self.region.annotation.state, theme.category_colour(self.region.hue)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = theme.mixed(theme.colour("panel"), hue, 0.34 if state is State.YES else 0.0)
        ground.setAlphaF(0.92 if self.underMouse() or self.hasFocus() else 0.84)
        pen = QPen(theme.colour("accent") if self.hasFocus() else hue, 2 if self.hasFocus() else 1)
        if state is State.UNSURE:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        if self.width() < 20:
            return
        ink = theme.colour("dim" if state is State.NO else "text")
        font = theme.font(theme.CAPTION_PX, bold=state is State.YES)
        font.setStrikeOut(state is State.NO)
        painter.setFont(font)
        paint_mark(painter, QPointF(9, self.height() / 2), state, ink)
        painter.setFont(font)
        painter.setPen(ink)
        text = painter.fontMetrics().elidedText(
            self.region.name, Qt.TextElideMode.ElideRight, self.width() - 20
        )
        painter.drawText(QRectF(17, 0, self.width() - 19, self.height()), _MIDDLE, text)
