"""All filters of a bank as a grid of tiles: hover and arrow keys tell one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.views.models.filter_tiles import is_image, paint_filter, tile_size

if TYPE_CHECKING:
    from core.models.inside_records import FilterBank

GAP_PX = 6
MARGIN_PX = 4


class FilterGrid(QWidget):
    """chosen(image, row, column): a filter is under the pointer or reached by keys.

    row and column of the weight under the pointer, -1 where there is none.
    """

    chosen = Signal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bank: FilterBank | None = None
        self.order: NDArray[np.int64] = np.zeros(0, np.int64)  # image at every position
        self.position = 0  # of the one that is chosen
        self._own_scale = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Filters"))
        self.setAccessibleDescription(self.tr("The arrow keys go from filter to filter"))
        theme.notifier().theme_changed.connect(self.update)

    def show_bank(
        self, bank: FilterBank | None, *, by_strength: bool = False, own_scale: bool = False
    ) -> None:
        """Draw the filters by number or by strength; own_scale: every one on a scale of its own."""
        self.bank, self._own_scale, self.position = bank, own_scale, 0
        n = bank.n_images if bank is not None else 0
        self.order = np.arange(n)
        if bank is not None and by_strength:
            self.order = np.argsort(-strengths(bank), kind="stable")
        self.setMinimumHeight(self.heightForWidth(max(self.width(), 1)))
        self.updateGeometry()
        self.update()
        if n:
            self.chosen.emit(int(self.order[0]), -1, -1)

    def scale_of(self, image: int) -> float:
        """Return the absolute value at both ends of a filter's colour scale."""
        if self.bank is None:
            return 0.0
        if self._own_scale:
            return float(np.abs(self.bank.images[image]).max())
        return self.bank.greatest

    # -- layout -----------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self.bank is None:
            return 0
        _, height = self._cell()
        n_rows = -(-len(self.order) // self._columns(width))
        return n_rows * height + 2 * MARGIN_PX

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _cell(self) -> tuple[int, int]:
        size = tile_size(self.bank) if self.bank is not None else QSize(1, 1)
        return size.width() + GAP_PX, size.height() + GAP_PX

    def _columns(self, width: int) -> int:
        return max(1, (width - 2 * MARGIN_PX) // self._cell()[0])

    def tile_rect(self, position: int) -> QRect:
        """Return where the tile at a position stands."""
        width, height = self._cell()
        row, column = divmod(position, self._columns(self.width()))
        return QRect(
            MARGIN_PX + column * width, MARGIN_PX + row * height, width - GAP_PX, height - GAP_PX
        )

    def position_at(self, at: QPointF) -> int | None:
        """Return the position under a point; None between the tiles."""
        width, height = self._cell()
        column, row = int((at.x() - MARGIN_PX) // width), int((at.y() - MARGIN_PX) // height)
        n_columns = self._columns(self.width())
        position = row * n_columns + column
        inside = 0 <= column < n_columns and 0 <= position < len(self.order)
        if not inside or not self.tile_rect(position).contains(at.toPoint()):
            return None
        return position

    # -- pointer and keys -------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = self.position_at(event.position())
        if position is not None and self.bank is not None:
            self._choose(position, event.position())

    def leaveEvent(self, event: QEvent) -> None:
        if len(self.order):
            self.chosen.emit(int(self.order[self.position]), -1, -1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns(self.width()),
            Qt.Key.Key_Down: self._columns(self.width()),
            Qt.Key.Key_Home: -len(self.order), Qt.Key.Key_End: len(self.order),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None or not len(self.order):
            super().keyPressEvent(event)
            return
        self._choose(min(max(self.position + step, 0), len(self.order) - 1), None)

    def _choose(self, position: int, at: QPointF | None) -> None:
        former, self.position = self.position, position
        for changed in {former, position}:
            self.update(self.tile_rect(changed).adjusted(-3, -3, 3, 3))
        row = column = -1
        if at is not None and self.bank is not None:
            box = self.tile_rect(position)
            height, width = self.bank.images.shape[1:]
            column = min(int((at.x() - box.left()) * width / box.width()), width - 1)
            row = height - 1 - min(int((at.y() - box.top()) * height / box.height()), height - 1)
        self.chosen.emit(int(self.order[position]), row, column)

    # -- paint ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.bank is None:
            return
        painter = QPainter(self)
        for position in range(len(self.order)):
            if self.tile_rect(position).adjusted(-3, -3, 3, 3).intersects(event.rect()):
                self.paint_tile(painter, position)

    def paint_tile(self, painter: QPainter, position: int) -> None:
        """Draw one tile where it stands, with a frame where it is the chosen one."""
        if self.bank is None:
            return
        box, image = self.tile_rect(position), int(self.order[position])
        values = self.bank.images[image]
        paint_filter(painter, QRectF(box), values, self.scale_of(image), image=is_image(self.bank))
        is_chosen = position == self.position
        painter.setPen(QPen(theme.colour("accent" if is_chosen else "line"), 2 if is_chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-1, -1, 0, 0))


def strengths(bank: FilterBank) -> NDArray[np.float64]:
    """Return the norm of every image: (n_images,)."""
    return np.sqrt(np.square(bank.images.astype(np.float64)).sum(axis=(1, 2)))
