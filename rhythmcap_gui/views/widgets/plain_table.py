"""Tables to read: no grid, no editing, no row numbers; where words and figures stand in a cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHeaderView, QTableWidget

from core.exchange.tables.cell_records import tab_text

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter  # words
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter  # figures


def make_plain(table: QTableWidget, row_px: int) -> None:
    """Take away what only an editable sheet needs."""
    table.setShowGrid(False)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setHighlightSections(False)  # no bold heads over what is chosen
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(row_px)


def make_row_heads(
    table: QTableWidget, heads: Sequence[str], tips: Mapping[int, str], row_px: int
) -> None:
    """Let rows be chosen one by one; words stand in the first column, figures in the others.

    The first column takes what width the others leave. tips: of heads, by column.
    """
    table.setHorizontalHeaderLabels(heads)
    for column in range(len(heads)):
        head = table.horizontalHeaderItem(column)
        head.setTextAlignment(RIGHT if column else LEFT)
        head.setToolTip(tips.get(column, ""))
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    make_plain(table, row_px)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def fit_columns(table: QTableWidget, columns: Iterable[int], most_px: int) -> None:
    """Make columns as wide as their words and heads, most_px at most; hidden ones stay."""
    header = table.horizontalHeader()
    for column in columns:
        if not table.isColumnHidden(column):
            wanted = max(table.sizeHintForColumn(column), header.sectionSizeHint(column))
            header.resizeSection(column, min(wanted, most_px))


class CopyableTable(QTableWidget):
    """A table that the keys of Copy put whole on the clipboard, for a paper or a spreadsheet."""

    def copied_heads(self) -> list[str]:
        """Return the heads of the copied columns; none while there is nothing to copy."""
        return [self.horizontalHeaderItem(column).text() for column in self.copied_columns()]

    def copied_columns(self) -> Sequence[int]:
        """Return which columns are copied: all, unless a subclass knows better."""
        return range(self.columnCount())

    def as_text(self) -> str:
        """Return the table with tabs between the columns; "" where there is nothing to copy."""
        columns, heads = self.copied_columns(), self.copied_heads()
        if not heads:
            return ""
        lines = [heads]
        for row in range(self.rowCount()):
            lines.append([self.item(row, column).text() for column in columns])
        return tab_text(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.as_text())
        else:
            super().keyPressEvent(event)
