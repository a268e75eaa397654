"""One transparent overlay over all panes of the time axis: the playhead and the loop's shade.

Only narrow strips of it are ever repainted, and only when the line has moved by a pixel.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.views.listening.time_axis import TimeAxis
from rhythmcap_gui.views.listening.time_pane import Span, TimePane

HALO = QColor(0, 0, 0, 130)
SHADE = QColor(190, 215, 255, 36)  # lies on dark pictures in both themes
EDGE = QColor("#7fbdf5")
OVERVIEW_ALPHA = 0.22
EDGE_PX = 2
STRIP_PX = 2  # on each side of the line
HIDDEN = -1000


class Playhead(QWidget):
    """The playback position and the loop, through overview and panes."""

    def __init__(self, axis: TimeAxis, overview: QWidget, panes: Sequence[TimePane]) -> None:
        super().__init__(overview.parentWidget())
        self.axis = axis
        self._overview = overview
        self._panes = panes  # from the top down; spectrogram first, taggram last
        self._pictures = (panes[0], panes[-1])
        self.position_s = 0.0
        self.loop: Span | None = None
        self._drawing: Span | None = None
        self._at = (HIDDEN, HIDDEN)  # x in the overview, x in the panes
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        axis.changed.connect(self.refresh)

    def set_position(self, second: float) -> None:
        """Move the line to a second."""
        self.position_s = second
        before, self._at = self._at, self._line_xs()
        if self._at != before:
            for x in {*before, *self._at} - {HIDDEN}:
                self.update(x - STRIP_PX, 0, 2 * STRIP_PX + 1, self.height())

    def set_loop(self, loop: Span | None) -> None:
        """Show another loop, or none."""
        self.loop = loop
        self.update()

    def set_drawing(self, span: Span | None) -> None:
        """Show a loop that is being dragged in place of the other; None when it is released."""
        self._drawing = span
        self.update()

    def refresh(self) -> None:
        """Follow a change of view, song or layout."""
        self._at = self._line_xs()
        self.update()

    def x_in_panes(self) -> int | None:
        """Return the line's x in spectrogram, ruler and taggram; None while it is out of view."""
        return None if self._at[1] == HIDDEN else self._at[1]

    def x_in_overview(self) -> int | None:
        """Return the line's x in the overview; None while there is no song."""
        return None if self._at[0] == HIDDEN else self._at[0]

    # -- inside -----------------------------------------------------------------------------

    def _line_xs(self) -> tuple[int, int]:
        if not self.axis.px_per_s:
            return HIDDEN, HIDDEN
        last = self.axis.right_px - 1
        whole = min(round(self.axis.whole_x_of(self.position_s)), last)
        if not self.axis.contains(self.position_s):
            return whole, HIDDEN
        return whole, min(round(self.axis.x_of(self.position_s)), last)

    def _rect_of(self, pane: QWidget) -> QRect:
        return QRect(pane.mapTo(self.parentWidget(), QPoint(0, 0)), pane.size())

    def _stack(self) -> QRect:
        """Return the box from the top of the spectrogram to the bottom of the taggram."""
        return self._rect_of(self._panes[0]).united(self._rect_of(self._panes[-1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.axis.px_per_s:
            return
        painter = QPainter(self)
        span = self._drawing or self.loop
        if span is not None:
            self._paint_loop(painter, span)
        whole, here = self._at
        overview = self._rect_of(self._overview)
        ink = theme.colour("text")
        painter.fillRect(QRect(whole, overview.top(), 1, overview.height()), ink)
        if here == HIDDEN or not event.rect().intersects(
            QRect(here - STRIP_PX, 0, 2 * STRIP_PX + 1, self.height())
        ):
            return
        stack = self._stack()
        painter.fillRect(QRect(here, stack.top(), 1, stack.height()), ink)
        for pane in self._pictures:
            if not pane.has_picture:
                continue
            box = self._rect_of(pane)
            painter.fillRect(QRect(here - 1, box.top(), 3, box.height()), HALO)
            painter.fillRect(QRect(here, box.top(), 1, box.height()), theme.colour("playhead"))

    def _paint_loop(self, painter: QPainter, span: Span) -> None:
        axis, overview, stack = self.axis, self._rect_of(self._overview), self._stack()
        left, right = round(axis.whole_x_of(span[0])), round(axis.whole_x_of(span[1]))
        accent = theme.colour("accent")
        box = QRect(left, overview.top(), max(right - left, 1), overview.height())
        painter.fillRect(box, theme.colour("accent", OVERVIEW_ALPHA))
        for x in (left, max(right - 1, left)):
            painter.fillRect(QRect(x, overview.top(), 1, overview.height()), accent)
        if span[1] <= axis.start_s or span[0] >= axis.end_s:
            return
        left, right = round(axis.x_of(span[0])), round(axis.x_of(span[1]))
        inside = QRect(QPoint(max(left, axis.left_px), stack.top()),
                       QPoint(min(right, axis.right_px) - 1, stack.bottom()))  # fmt: skip
        painter.fillRect(inside, SHADE)
        for edge, x in ((left, left), (right, right - EDGE_PX)):
            if axis.left_px <= edge <= axis.right_px:
                line = QRect(max(x, axis.left_px), stack.top(), EDGE_PX, stack.height())
                painter.fillRect(line, EDGE)
