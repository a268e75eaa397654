"""The whole song as a waveform coloured by brightness of sound, with the view as a window on it.

Click goes there; the window can be dragged and its edges pulled; a drag beside it draws a new one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.views.listening.spectrogram_pane import round_corners
from rhythmcap_gui.views.listening.time_axis import TimeAxis
from rhythmcap_gui.views.listening.time_pane import DRAG_PX, zoom_or_scroll
from rhythmcap_gui.views.listening.waveform_image import waveform_image

if TYPE_CHECKING:
    from core.features.picture_records import Overview

HEIGHT_PX = 48
EDGE_PX = 6
VEIL = 0.62  # how far the song outside the window is veiled
READ_PX = 2  # a line along the bottom says what was read while a song is being analysed

Spans = tuple[tuple[float, float], ...]


class OverviewBar(QWidget):
    """The song from end to end, and which part of it the panes below show."""

    seek_requested = Signal(float)

    def __init__(self, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axis = axis
        self._data: Overview | None = None
        self._read_s: Spans | None = None  # what was read so far; None: all of it
        self._pixmap = QPixmap()
        self._drawn: tuple[object, ...] = ()
        self._pressed_x: float | None = None
        self._grip = ""  # "left", "right", "window", "new"
        self._pulling = False
        self._before = (0.0, 0.0)  # the view when the button went down
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click ends typing
        self.setAccessibleName(self.tr("Overview of the whole song"))
        self.setAccessibleDescription(
            self.tr("Click to go there, drag to choose the seconds that are shown below")
        )
        axis.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(640, HEIGHT_PX)

    def set_data(self, data: Overview | None, read_s: Spans | None = None) -> None:
        """Show another song's waveform, or none; read_s: where it is more than an estimate."""
        self._data, self._read_s = data, read_s
        self._drawn = ()
        self.update()

    @property
    def is_held(self) -> bool:
        """Whether the mouse button is down here."""
        return self._pressed_x is not None

    def picture_rect(self) -> QRect:
        """Return where the waveform stands."""
        return QRect(self.axis.left_px, 0, self.axis.right_px - self.axis.left_px, self.height())

    def window_rect(self) -> QRectF:
        """Return the view as a rectangle on the waveform."""
        left = self.axis.whole_x_of(self.axis.start_s)
        right = self.axis.whole_x_of(self.axis.end_s)
        return QRectF(left, 0, max(right - left, 3.0), self.height())

    # -- pointer ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.axis.duration_s:
            event.ignore()
            return
        self._pressed_x = event.position().x()
        self._grip = self._grip_at(self._pressed_x)
        self._before = (self.axis.start_s, self.axis.end_s)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._pressed_x is None:
            self.setCursor(_CURSORS[self._grip_at(x)])
            return
        if self._pulling or abs(x - self._pressed_x) >= DRAG_PX:
            self._pulling = True
            self._pull(x)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_x is None:
            return
        pressed_x, pulled = self._pressed_x, self._pulling
        self._pressed_x, self._pulling = None, False
        if not pulled:
            second = self.axis.whole_second_at(pressed_x)
            if not self.axis.contains(second):
                self.axis.centre(second)
            self.seek_requested.emit(second)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        del event
        self._pressed_x = None
        self.axis.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        zoom_or_scroll(self.axis, event, self.axis.whole_second_at(event.position().x()))

    def _grip_at(self, x: float) -> str:
        window = self.window_rect()
        reach = min(EDGE_PX, window.width() / 4 + 1)
        if abs(x - window.left()) <= reach:
            return "left"
        if abs(x - window.right()) <= reach:
            return "right"
        inside = window.left() < x < window.right()
        return "window" if inside and not self.axis.is_fit else "new"

    def _pull(self, x: float) -> None:
        start, end = self._before
        pressed_s = self.axis.whole_second_at(self._pressed_x or 0.0)
        second = self.axis.whole_second_at(x)
        if self._grip == "left":
            self.axis.show(min(second, end - 1.0), end)
        elif self._grip == "right":
            self.axis.show(start, max(second, start + 1.0))
        elif self._grip == "window":
            self.axis.show(start + second - pressed_s, end + second - pressed_s)
        else:
            self.axis.show(min(pressed_s, second), max(pressed_s, second))

    # -- paint ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        self._render()
        painter.drawPixmap(0, 0, self._pixmap)
        self._paint_read(painter)
        if self._data is None or self.axis.is_fit:
            return
        box, window = QRectF(self.picture_rect()), self.window_rect()
        veil = theme.colour("ground", VEIL)
        painter.fillRect(QRectF(box.topLeft(), QPointF(window.left(), box.bottom())), veil)
        painter.fillRect(QRectF(QPointF(window.right(), 0), box.bottomRight()), veil)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("accent", 0.10))
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.drawRoundedRect(window.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)

    def _paint_read(self, painter: QPainter) -> None:
        for start_s, end_s in self._read_s or ():
            left, right = self.axis.whole_x_of(start_s), self.axis.whole_x_of(end_s)
            line = QRectF(left, self.height() - READ_PX, right - left, READ_PX)
            painter.fillRect(line, theme.colour("accent"))

    def _render(self) -> None:
        ratio = self.devicePixelRatioF()
        tokens = theme.tokens()
        key = (self.picture_rect(), tokens["panel"], ratio)
        if key == self._drawn:
            return
        self._pixmap = QPixmap(self.size() * ratio)
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(theme.colour("ground"))
        box = self.picture_rect()
        painter = QPainter(self._pixmap)
        painter.fillRect(box, theme.colour("panel"))
        if self._data is not None:
            size = (round(box.width() * ratio), round(box.height() * ratio))
            image = waveform_image(self._data, size, tokens["panel"], dark=theme.is_dark())
            painter.drawImage(QRectF(box), image)
        round_corners(painter, QRectF(box))
        painter.end()
        self._drawn = key


_CURSORS = {
    "left": Qt.CursorShape.SizeHorCursor,
    "right": Qt.CursorShape.SizeHorCursor,
    "window": Qt.CursorShape.OpenHandCursor,
    "new": Qt.CursorShape.PointingHandCursor,
}
