"""The marks of the map as one picture, and what is in view; drawn, but not pointed at.

pyqtgraph keeps what is in view; the marks are one picture (map_image.py), as its own scatter plot
takes a tenth of a second for 100 000 of them. Imported with the first map only.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtGui import QImage, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QGraphicsEllipseItem,
    QGraphicsPathItem,
    QGraphicsPixmapItem,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.views.similar.map_image import Layer, draw_marks, radius_px

Positions = NDArray[np.float32]
Rows = NDArray[np.int64]

PAD = 0.09  # around all songs
MAX_ZOOM = 2_000.0
GROWN, EDGE = 1.25, 0.45  # of the mark of a song that is selected, and of its edge
RING_PX = 5


class MapView(pyqtgraph.GraphicsView):
    """Songs are rows of the map, -1 for none.

    positions: float32 (n, 2). pixels: columns and rows of the picture, where they lie in view.
    cursor_row: the song that the keyboard stands on. outline: a line around songs.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.setFrameShape(self.Shape.NoFrame)
        self.box = pyqtgraph.ViewBox(
            enableMouse=False, enableMenu=False, defaultPadding=0, lockAspect=True
        )
        self.box.setAcceptHoverEvents(False)
        self.setCentralItem(self.box)
        self.positions: Positions = np.zeros((0, 2), np.float32)
        self._layers: Sequence[Layer] = ()
        self._selected: Rows = np.zeros(0, np.int64)
        self._opened = self.cursor_row = -1
        self.shows_cursor = False
        self.pixels: tuple[Rows, Rows] = (np.zeros(0, np.int64), np.zeros(0, np.int64))
        self.is_zoomed = False
        self._add_items()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.render_marks)
        self.box.sigRangeChanged.connect(lambda *_range: self._later.start())
        self.apply_theme()

    def _add_items(self) -> None:
        self._picture = QGraphicsPixmapItem()
        self.outline = QGraphicsPathItem()
        self._ring, self._cursor_ring = QGraphicsEllipseItem(), QGraphicsEllipseItem()
        for height, item in enumerate(
            (self._picture, self.outline, self._ring, self._cursor_ring), start=10
        ):
            item.setZValue(height)
            self.scene().addItem(item)

    # -- what is shown ------------------------------------------------------------------------

    def show_positions(self, positions: Positions) -> None:
        """Lay other songs out, and show all of them."""
        self.positions = positions
        self.cursor_row = -1
        self._layers = ()
        self.fit()

    def show_layers(self, layers: Sequence[Layer]) -> None:
        """Colour the songs."""
        self._layers = layers
        self._later.start()

    def show_selected(self, rows: Rows) -> None:
        """Mark the songs that are selected."""
        self._selected = rows
        self._later.start()

    def show_opened(self, row: int) -> None:
        """Mark the open song; -1: it is not on the map."""
        self._opened = row
        self.move_rings()

    def apply_theme(self) -> None:
        """Take the colours in force."""
        self.setBackground(theme.colour("panel"))
        for item, token, width in (
            (self._ring, "text", 2.0), (self._cursor_ring, "accent", 2.0),
            (self.outline, "accent", 1.5),
        ):  # fmt: skip
            pen = QPen(theme.colour(token), width)
            pen.setCosmetic(True)
            item.setPen(pen)
        self.outline.setBrush(theme.colour("accent", 0.15))
        self._later.start()

    def fit(self) -> None:
        """Show all songs."""
        self.is_zoomed = False
        if len(self.positions):
            low, high = self.positions.min(axis=0), self.positions.max(axis=0)
            size = np.maximum(high - low, 1e-6)
            self.box.setRange(
                QRectF(float(low[0]), float(low[1]), float(size[0]), float(size[1])), padding=PAD
            )
        self._later.start()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """See so many times nearer, around a point of the view (its middle)."""
        if not len(self.positions):
            return
        whole = float(np.ptp(self.positions, axis=0).max()) or 1.0
        x_range = self.box.viewRange()[0]
        span = (x_range[1] - x_range[0]) / factor
        if not whole / MAX_ZOOM < span < 20 * whole:
            return
        self.is_zoomed = True
        at = about if about is not None else QPointF(self.viewport().rect().center())
        self.box.scaleBy((1 / factor, 1 / factor), center=self.box.mapSceneToView(at))

    # -- drawing ------------------------------------------------------------------------------

    def render_marks(self) -> None:
        """Draw the marks as they lie in view now."""
        self._later.stop()
        ratio = self.devicePixelRatioF()
        width, height = (round(side * ratio) for side in (self.width(), self.height()))
        if width < 2 or height < 2:
            return
        (left, right), (bottom, top) = self.box.viewRange()
        x, y = self.positions[:, 0].astype(np.float64), self.positions[:, 1].astype(np.float64)
        columns = np.clip((x - left) / (right - left) * width, -1e6, 1e6).astype(np.int64)
        rows = np.clip((top - y) / (top - bottom) * height, -1e6, 1e6).astype(np.int64)
        self.pixels = columns, rows
        radius = radius_px(len(x)) * ratio
        picture = draw_marks((width, height), self.pixels, self._all_layers(), radius)
        image = QImage(
            picture.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied
        )
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixmap)
        self.move_rings()

    def _all_layers(self) -> list[Layer]:
        """The selected songs again, on top and larger, with an edge."""
        found = list(self._layers)
        if not len(self._selected):
            return found
        edge = int(theme.colour("text").rgb()) | 0xFF000000
        found.append(Layer(self._selected, edge, grown=GROWN + EDGE))
        for layer in self._layers:
            rows = layer.rows[np.isin(layer.rows, self._selected)]
            if len(rows):
                found.append(Layer(rows, layer.argb, grown=GROWN))
        return found

    def move_rings(self) -> None:
        """Put the rings around the open song, and around the one under the keyboard."""
        for item, row, more in ((self._ring, self._opened, 0),
                                (self._cursor_ring, self.cursor_row, 3)):  # fmt: skip
            at = self._point_of(row)
            item.setVisible(at is not None and (item is self._ring or self.shows_cursor))
            if at is not None:
                reach = radius_px(len(self.positions)) + RING_PX + more
                item.setRect(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)

    def _point_of(self, row: int) -> QPointF | None:
        """Return where a song lies in the view, in pixels of the widget."""
        if not 0 <= row < len(self.pixels[0]):
            return None
        ratio = self.devicePixelRatioF()
        return QPointF(self.pixels[0][row] / ratio, self.pixels[1][row] / ratio)

    def point_of(self, row: int) -> QPointF:
        """Return where a song lies in the view; its middle for one that is not on the map."""
        found = self._point_of(row)
        return found if found is not None else QPointF(self.rect().center())

    # -- Qt's events --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "is_zoomed") and not self.is_zoomed:  # Qt asks before there is a map
            self.fit()
