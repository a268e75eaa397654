"""A table of very many rows to read: its cells are written only where they are seen.

A row is any record; what stands in its cells is said by a function. Some rows can be ticked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.views.widgets.plain_table import LEFT, RIGHT

ROW_PX = 28
Index = QModelIndex | QPersistentModelIndex
TICKS = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


class RowTable(QTableView):
    """Emits activated_row(record) on Enter or a double click, ticked(records, on) on a tick.

    heads: of the columns. shares: of the width that is left by columns of numbers, whose share is
    0. tick_of: whether a row is ticked, None where it cannot be. more_of: what the tooltip of a
    row's first cell says besides the cell; "" for nothing.
    """

    activated_row = Signal(object)
    selection_moved = Signal()
    ticked = Signal(list, bool)

    def __init__(
        self,
        heads: Sequence[str],
        cells: Callable[[Any], Sequence[str]],
        parent: QWidget | None = None,
        *,
        shares: Sequence[int],
        tick_of: Callable[[Any], bool | None] = lambda _row: None,
        more_of: Callable[[Any], str] = lambda _row: "",
    ) -> None:
        super().__init__(parent)
        self._tick_of, self._shares = tick_of, tuple(shares)
        figures = [column for column, share in enumerate(shares) if not share]
        self._model = _RowModel(heads, cells, figures, tick_of, self)
        self._model.more_of = more_of
        self._model.ticked.connect(lambda row, on: self.ticked.emit([row], on))
        self.setModel(self._model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(ROW_PX))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in figures:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.activated.connect(lambda index: self.activated_row.emit(self.rows[index.row()]))
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_moved.emit())

    @property
    def rows(self) -> Sequence[Any]:
        """The records shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other records, from the top."""
        self._model.show_rows(rows)
        if rows:
            self.setCurrentIndex(self._model.index(0, 0))
        self._share_width()

    def set_head_tip(self, column: int, tip: str) -> None:
        """Explain a column: tip is shown over its head."""
        self._model.head_tips[column] = tip

    def redraw(self) -> None:
        """Write the cells anew: what is told of the records has changed."""
        self._model.redraw()

    def hide_empty(self, *columns: int) -> None:
        """Hide those of these columns in which no row has anything."""
        for column in columns:
            has_text = any(self._model.text(row, column) for row in range(len(self.rows)))
            self.setColumnHidden(column, not has_text)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the columns."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        columns = [n for n in range(len(self._shares)) if not self.isColumnHidden(n)]
        figures = sum(self.columnWidth(n) for n in columns if not self._shares[n])
        room = max(0, self.viewport().width() - figures)
        total = sum(self._shares[n] for n in columns) or 1
        for n in columns:
            if self._shares[n]:
                self.setColumnWidth(n, room * self._shares[n] // total)

    def selected(self) -> list[Any]:
        """Return the selected records, in their order."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows[number] for number in numbers]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Space tick all selected rows, and Enter be a double click."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            able = [row for row in self.selected() if self._tick_of(row) is not None]
            if able:
                self.ticked.emit(able, not all(self._tick_of(row) for row in able))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.activated_row.emit(self.rows[index.row()])
        else:
            super().keyPressEvent(event)


class _RowModel(QAbstractTableModel):
    """Keeps the cells that were written until something changes."""

    ticked = Signal(object, bool)

    def __init__(
        self,
        heads: Sequence[str],
        cells: Callable[[Any], Sequence[str]],
        figures: Sequence[int],
        tick_of: Callable[[Any], bool | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.head_tips: dict[int, str] = {}
        self.rows: Sequence[Any] = ()
        self.more_of: Callable[[Any], str] = lambda _row: ""
        self._heads, self._figures = tuple(heads), frozenset(figures)
        self._cells, self._tick_of = cells, tick_of
        self._written: dict[int, Sequence[str]] = {}

    def show_rows(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self.rows = rows
        self._written.clear()
        self.endResetModel()

    def redraw(self) -> None:
        self._written.clear()
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self._heads) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, _parent: Index | None = None) -> int:
        return len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.head_tips.get(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section in self._figures else LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            more = self.more_of(self.rows[index.row()]) if index.column() == 0 else ""
            return tip_text([self.text(index.row(), index.column()), *([more] if more else [])])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() in self._figures else LEFT
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            tick = self._tick_of(self.rows[index.row()])
            return None if tick is None else TICKS[tick]
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.ticked.emit(self.rows[index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == 0 and self._tick_of(self.rows[index.row()]) is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def text(self, row: int, column: int) -> str:
        if row not in self._written:
            self._written[row] = tuple(self._cells(self.rows[row]))
        return self._written[row][column]
