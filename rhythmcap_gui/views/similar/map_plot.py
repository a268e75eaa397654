"""The map in use: songs are pointed at, opened, surrounded; the wheel zooms, a drag shifts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.views.similar.map_view import MapView, Rows

NEAR_PX = 12  # of the pointer
ZOOM_STEP, NOTCH = 1.3, 120  # what a wheel's notch turns
LASSO_STEP_PX = 3
KEYS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ZOOM_KEYS = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0)
ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class MapPlot(MapView):
    """pointed(row or -1); chosen(row); activated(row); surrounded(rows, added to the selection)."""

    pointed = Signal(int)
    chosen = Signal(int)
    activated = Signal(int)
    surrounded = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the song
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Map"))
        self.setAccessibleDescription(self.tr(
            "The arrow keys go from song to song, Enter opens one, + and − zoom, 0 shows all"
        ))  # fmt: skip
        self._pointed = -1
        self._pressed: QPointF | None = None
        self._shifted: QPointF | None = None
        self._lasso: list[QPointF] = []

    # -- the pointer --------------------------------------------------------------------------

    def nearest(self, at: QPointF) -> int:
        """Return the song that a point of the view is nearest to; -1 where none is near."""
        columns, rows = self.pixels
        if not len(columns):
            return -1
        ratio = self.devicePixelRatioF()
        far = np.square(columns - at.x() * ratio) + np.square(rows - at.y() * ratio)
        row = int(far.argmin())
        return row if far[row] <= (NEAR_PX * ratio) ** 2 else -1

    def _point_at(self, row: int) -> None:
        if row != self._pointed:
            self._pointed = row
            self.pointed.emit(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._lasso = event.position(), [event.position()]
        elif event.button() in (Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
            self._shifted = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._shifted is not None:
            before = self.box.mapSceneToView(self._shifted)
            moved = before - self.box.mapSceneToView(at)
            self._shifted, self.is_zoomed = at, True
            self.box.translateBy((moved.x(), moved.y()))
        elif self._pressed is not None:
            if (at - self._lasso[-1]).manhattanLength() >= LASSO_STEP_PX:
                self._lasso.append(at)
                self._show_lasso()
        else:
            self._point_at(self.nearest(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.viewport().unsetCursor()
        pressed, self._pressed, self._shifted = self._pressed, None, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        lasso, self._lasso = self._lasso, []
        self.outline.setPath(QPainterPath())
        way = max((one - pressed).manhattanLength() for one in lasso)
        if way >= QApplication.startDragDistance():
            adds = bool(event.modifiers() & ADDING)
            self.surrounded.emit(self.rows_within(lasso), adds)
        elif (row := self.nearest(event.position())) >= 0:
            self.chosen.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        row = self.nearest(event.position())
        if row >= 0:
            self.activated.emit(row)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        self.zoom(ZOOM_STEP ** (event.angleDelta().y() / NOTCH), event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()  # a drag with the right button shifts the map

    def _show_lasso(self) -> None:
        path = QPainterPath()
        path.addPolygon(QPolygonF(self._lasso))
        path.closeSubpath()
        self.outline.setPath(path)

    def rows_within(self, lasso: Sequence[QPointF]) -> Rows:
        """Return the songs that a closed line surrounds: it is filled, and every song looked up."""
        image = QImage(self.size(), QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.black)
        painter = QPainter(image)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawPolygon(QPolygonF(lasso), Qt.FillRule.WindingFill)
        painter.end()
        filled = np.frombuffer(image.constBits(), np.uint8)
        filled = filled.reshape(image.height(), image.bytesPerLine())[:, : image.width()]
        ratio = self.devicePixelRatioF()
        columns, rows = (np.floor(one / ratio).astype(np.int64) for one in self.pixels)
        inside = (columns >= 0) & (columns < image.width()) & (rows >= 0) & (rows < image.height())
        found = np.flatnonzero(inside)
        chosen: Rows = found[filled[rows[found], columns[found]] > 0]
        return chosen

    # -- keys ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and self._takes(event):
            event.accept()  # the map has the keys while Tab has led here
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        held = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        wanted = key in KEYS or key in ENTER or key in ZOOM_KEYS
        return self.shows_cursor and not held and wanted and bool(len(self.positions))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._takes(event):
            event.ignore()
        elif key in KEYS:
            self._step(*KEYS[key])
        elif key in ENTER:
            plays = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if self.cursor_row >= 0:
                (self.activated if plays else self.chosen).emit(self.cursor_row)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            self.zoom(1 / ZOOM_STEP if key == Qt.Key.Key_Minus else ZOOM_STEP)

    def _step(self, across: int, down: int) -> None:
        """Go to the next song in a direction, from the one under the keyboard."""
        columns, rows = self.pixels
        if self.cursor_row < 0:
            self.cursor_row = max(self._opened, 0)
        else:
            x, y = columns - columns[self.cursor_row], rows - rows[self.cursor_row]
            ahead = x * across + y * down
            aside = np.abs(x * down) + np.abs(y * across)
            cost = np.where((ahead > 0) & (aside <= ahead), ahead + 2 * aside, np.inf)
            if np.isfinite(cost).any():
                self.cursor_row = int(cost.argmin())
        self._bring_into_view(self.cursor_row)
        self.move_rings()
        self._point_at(self.cursor_row)

    def _bring_into_view(self, row: int) -> None:
        at = self._point_of(row)
        if at is not None and not QRectF(self.rect()).adjusted(8, 8, -8, -8).contains(at):
            middle = self.box.viewRect().center()
            x, y = (float(one) for one in self.positions[row])
            self.box.translateBy((x - middle.x(), y - middle.y()))
            self.render_marks()

    # -- Qt's events --------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.shows_cursor = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.move_rings()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.shows_cursor = False
        super().focusOutEvent(event)
        self._point_at(-1)
        self.move_rings()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.shows_cursor and self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 4, 4)
            painter.end()
