"""A layout that sets its items like words: as one reads, then the next line.

It is not a grid: every item keeps its own width, and the height follows from the width given.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

CHIP_GAP_PX = 6
LINE_GAP_PX = 5


class FlowLayout(QLayout):
    """Words on lines. Items taller than a line make that line taller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width; Qt asks again and again while it lays out
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._flow(QRect(0, 0, width, 0), move_items=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._flow(rect, move_items=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def one_row_px(self) -> int:
        """Return the width at which all items that are shown stand on one line."""
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return sum(widths) + CHIP_GAP_PX * max(0, len(widths) - 1)

    def _direction(self) -> Qt.LayoutDirection:
        widget = self.parentWidget()
        return widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight

    def _flow(self, rect: QRect, *, move_items: bool) -> int:
        """Return the height in pixels the items take in this width; move_items: lay them out."""
        edges = self.contentsMargins()
        rect = rect.marginsRemoved(edges)
        x, y, line_height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():  # a hidden word leaves no gap
                continue
            hint = item.sizeHint()
            width = min(hint.width(), rect.width())
            if x + width > rect.x() + rect.width() and line_height:
                x, y, line_height = rect.x(), y + line_height + LINE_GAP_PX, 0
            if move_items:
                box = QRect(QPoint(x, y), QSize(width, hint.height()))
                item.setGeometry(QStyle.visualRect(self._direction(), rect, box))
            x += width + CHIP_GAP_PX
            line_height = max(line_height, hint.height())
        return y + line_height - rect.y() + edges.top() + edges.bottom()
