"""A pane on the common time axis: what clicking, dragging and the wheel do there.

Click goes there; drag makes a loop, and moves its edges, and takes the view along beyond its own
edge; the wheel zooms around the pointer.
Spectrogram, ruler and taggram share this behaviour; what they draw is their own.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.views.listening.edge_scroll import EdgeScroll
from rhythmcap_gui.views.listening.time_axis import TimeAxis

DRAG_PX = 4  # a press that moved less is a click
EDGE_PX = 5  # how near to a loop's edge one takes hold of it
SHORTEST_LOOP_S = 0.05
ZOOM_PER_NOTCH = 0.8
SCROLL_PER_NOTCH = 0.12  # of the view
NOTCH = 120  # Qt's wheel units

Span = tuple[float, float]


class TimePane(QWidget):
    """Base of the panes; `loop` is the session's loop, set by the column."""

    seek_requested = Signal(float)
    loop_requested = Signal(object)  # (start_s, end_s) | None
    loop_drawn = Signal(object)  # while dragging: the span so far; None when it is over

    def __init__(self, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axis = axis
        self.loop: Span | None = None
        self._pressed_x: float | None = None
        self._anchor_s: float | None = None  # the fixed end of the span being dragged
        self._span: Span | None = None
        self._scroll = EdgeScroll(axis, self._drag_to, self)
        self._pointer: QPointF | None = None  # where the pointer hovers
        self.by_keyboard = False  # the focus came by Tab: show it, and take the keys
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        axis.changed.connect(self.update)
        axis.changed.connect(self._refresh_hover)

    def set_loop(self, loop: Span | None) -> None:
        """Set the session's loop, whose edges can be dragged here."""
        self.loop = loop

    @property
    def has_picture(self) -> bool:
        """Whether there is a dark picture now, on which lines are drawn light."""
        return False

    @property
    def is_held(self) -> bool:
        """Whether the mouse button is down here: the view should not move away under it."""
        return self._pressed_x is not None

    # -- what panes with more to click override ---------------------------------------------

    def hover(self, at: QPointF) -> None:
        """Override: the pointer is at a point, and no button is down."""

    def unhover(self) -> None:
        """Override: the pointer has left."""

    # -- mouse ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.axis.px_per_s:
            event.ignore()
            return
        self._pressed_x = event.position().x()
        self._anchor_s = self._opposite_edge(self._pressed_x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed_x is None:
            edge = self._opposite_edge(at.x()) is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if edge else Qt.CursorShape.CrossCursor)
            self._pointer = at
            self.hover(at)
            return
        if self._span is None and abs(at.x() - self._pressed_x) < DRAG_PX:
            return
        if self._anchor_s is None:
            self._anchor_s = self.axis.second_at(self._pressed_x)
        self._drag_to(at.x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_x is None:
            return
        pressed_x, span = self._pressed_x, self._span
        self._end_drag()
        if span is None:
            self.seek_requested.emit(self.axis.second_at(pressed_x))
        elif span[1] - span[0] >= SHORTEST_LOOP_S:
            self.loop_requested.emit(span)

    def cancel_drag(self) -> bool:
        """Cancel a loop that is being dragged; return whether there was one."""
        dragging = self._span is not None
        self._end_drag()
        return dragging

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self.unhover()
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._pointer = None
        self.unhover()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.cancel_drag():
            self.loop_requested.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        zoom_or_scroll(self.axis, event, self.axis.second_at(event.position().x()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.by_keyboard = event.reason() in reasons
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = False
        super().focusOutEvent(event)
        self.update()

    def paint_focus(self, painter: QPainter, box: QRect) -> None:
        """Paint a ring around the pane while it has the keyboard."""
        if self.by_keyboard:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)

    # -- inside -----------------------------------------------------------------------------

    def _opposite_edge(self, x: float) -> float | None:
        """Return the loop's other end, where x is on one of its edges."""
        if self.loop is None:
            return None
        start, end = self.loop
        to_start, to_end = abs(x - self.axis.x_of(start)), abs(x - self.axis.x_of(end))
        if min(to_start, to_end) > EDGE_PX:
            return None
        return end if to_start < to_end else start

    def _drag_to(self, x: float) -> None:
        """Move the free end of the span to a pixel."""
        second = self.axis.second_at(self._scroll.drag_to(x))
        anchor = second if self._anchor_s is None else self._anchor_s
        self._span = (min(anchor, second), max(anchor, second))
        self.loop_drawn.emit(self._span)

    def _refresh_hover(self) -> None:
        """Hover again: something else is under the resting pointer now."""
        if self.is_held:
            return
        if self._pointer is None:
            self.unhover()
        else:
            self.hover(self._pointer)

    def _end_drag(self) -> None:
        self._scroll.release()
        drew = self._span is not None
        self._pressed_x = self._anchor_s = self._span = None
        if drew:
            self.loop_drawn.emit(None)


def zoom_or_scroll(axis: TimeAxis, event: QWheelEvent, around_s: float) -> None:
    """Zoom around a second; with Shift or a horizontal wheel, scroll."""
    turn = event.angleDelta()
    sideways = turn.x()
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        sideways = sideways or turn.y()
    if sideways:
        axis.scroll(-sideways / NOTCH * SCROLL_PER_NOTCH * axis.length_s)
    elif turn.y():
        axis.zoom(ZOOM_PER_NOTCH ** (turn.y() / NOTCH), around_s)
    event.accept()
