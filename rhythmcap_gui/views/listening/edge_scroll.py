"""Scrolling the view while something is dragged beyond its edge.

The further beyond, the faster; it knows the axis, not what is dragged.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from rhythmcap_gui.views.listening.time_axis import TimeAxis

TICK_MS = 25
SLOWEST, FASTEST = 0.3, 2.5  # views a second, just beyond the edge and far beyond it
FAR_PX = 160


class EdgeScroll(QObject):
    """Call drag_to(x) while dragging and release() at its end; on_scroll(x) follows each step."""

    def __init__(self, axis: TimeAxis, on_scroll: Callable[[float], None], parent: QObject) -> None:
        super().__init__(parent)
        self._axis, self._go_on = axis, on_scroll
        self._x = 0.0
        self._last_s = 0.0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._step)

    def drag_to(self, x: float) -> float:
        """Note where the pointer is, in pixels; return the nearest pixel inside the view."""
        self._x = x
        inside = min(max(x, self._axis.left_px), self._axis.right_px)
        if inside == x:
            self._timer.stop()
        elif not self._timer.isActive():
            self._last_s = time.monotonic()
            self._timer.start()
        return inside

    def release(self) -> None:
        """Stop: the drag is over."""
        self._timer.stop()

    def _step(self) -> None:
        now_s = time.monotonic()
        passed_s, self._last_s = min(now_s - self._last_s, 0.1), now_s
        axis = self._axis
        beyond = self._x - (axis.left_px if self._x < axis.left_px else axis.right_px)
        views_per_s = SLOWEST + (FASTEST - SLOWEST) * min(abs(beyond) / FAR_PX, 1.0)
        way_s = views_per_s * passed_s * axis.length_s
        axis.scroll(-way_s if beyond < 0 else way_s)
        self._go_on(self._x)
