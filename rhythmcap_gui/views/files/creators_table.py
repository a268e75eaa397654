"""Who made a deposit, as a small table to type in: name, ORCID, affiliation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.exchange.deposit.creator_records import Creator
from rhythmcap_gui import theme
from rhythmcap_gui.views.widgets.plain_table import LEFT

ROW_PX, ROWS_SHOWN = 28, 3
NAME, ORCID, AFFILIATION = range(3)
COLUMNS = 3


class CreatorsTable(QWidget):
    """Emits changed(). Rows in which nothing was typed are nobody."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = _Sheet(self.remove_chosen)
        self.table.setAccessibleName(self.tr("Creators"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Family name, given name"), self.tr("ORCID"), self.tr("Affiliation")]
        )
        tips = (
            self.tr("An organisation has one name, without a comma"),
            self.tr("Sixteen digits that name a scholar; may be left empty"),
            self.tr("University or institute; may be left empty"),
        )
        for column, tip in enumerate(tips):
            self.table.horizontalHeaderItem(column).setTextAlignment(LEFT)
            self.table.horizontalHeaderItem(column).setToolTip(tip)
        self.add = QPushButton(self.tr("Add a person"), autoDefault=False)
        self.add.clicked.connect(self.add_empty)
        self.remove = QPushButton(self.tr("Remove"), autoDefault=False)
        self.remove.setToolTip(self.tr("Remove the chosen person (Del)"))
        self.remove.clicked.connect(self.remove_chosen)
        self.table.itemChanged.connect(lambda _item: self.changed.emit())
        self.table.itemSelectionChanged.connect(self._refresh)
        head = QHBoxLayout()
        head.setSpacing(8)
        title = QLabel(self.tr("Creators"))
        title.setBuddy(self.table)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.add)
        head.addWidget(self.remove)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.setSpacing(4)
        column_box.addLayout(head)
        column_box.addWidget(self.table)
        self._refresh()

    def show_creators(self, creators: Sequence[Creator]) -> None:
        """Show these, or an empty row to begin with."""
        self.table.setRowCount(0)
        for creator in creators or (Creator(""),):
            self._add_row((creator.sorted_name, creator.orcid, creator.affiliation))
        self._refresh()

    def creators(self) -> tuple[Creator, ...]:
        """Return what was typed, as it stands."""
        return tuple(Creator.typed(*texts) for _row, texts in self._typed())

    def show_faults(self, cells: Sequence[tuple[int, int]]) -> None:
        """Show these cells as wrong. cells: (row among the creators, column)."""
        rows = [row for row, _texts in self._typed()]
        wrong = {(rows[row], column) for row, column in cells}
        self.table.blockSignals(True)
        for row in range(self.table.rowCount()):
            for column in range(COLUMNS):
                is_wrong = (row, column) in wrong
                brush = QBrush(theme.colour("bad")) if is_wrong else QBrush()
                self.table.item(row, column).setForeground(brush)
        self.table.blockSignals(False)
        self.table.viewport().update()

    def add_empty(self) -> None:
        """Add a row, and begin to type in it."""
        self._add_row(("",) * COLUMNS)
        item = self.table.item(self.table.rowCount() - 1, NAME)
        self.table.setCurrentItem(item)
        self.table.editItem(item)
        self._refresh()

    def remove_chosen(self) -> None:
        """Remove the current row; the last one is emptied."""
        row = self.table.currentRow()
        if row >= 0:
            self.table.removeRow(row)
            if not self.table.rowCount():
                self._add_row(("",) * COLUMNS)
            self._refresh()
            self.changed.emit()

    def _typed(self) -> list[tuple[int, tuple[str, ...]]]:
        """Return the rows in which something stands."""
        rows = [
            (row, tuple(self.table.item(row, column).text() for column in range(COLUMNS)))
            for row in range(self.table.rowCount())
        ]
        return [(row, texts) for row, texts in rows if any(text.strip() for text in texts)]

    def _add_row(self, texts: Sequence[str]) -> None:
        row = self.table.rowCount()
        self.table.blockSignals(True)
        self.table.insertRow(row)
        for column, text in enumerate(texts):
            self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.blockSignals(False)

    def _refresh(self) -> None:
        self.remove.setEnabled(self.table.currentRow() >= 0)


class _Sheet(QTableWidget):
    """Cells that are typed in; Enter begins, Tab leaves the table, Del removes a row."""

    def __init__(self, remove: Callable[[], None]) -> None:
        super().__init__(0, COLUMNS)
        self._remove = remove
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        ways = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            ways.SelectedClicked | ways.DoubleClicked | ways.AnyKeyPressed | ways.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        row_px = theme.scaled(ROW_PX)
        self.verticalHeader().setDefaultSectionSize(row_px)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setFixedHeight(row_px * (ROWS_SHOWN + 1) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove a row by Del; leave Enter in a cell to the cell."""
        if event.key() == Qt.Key.Key_Delete:
            self._remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)
