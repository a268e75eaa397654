"""Tables to read: no grid, no editing, no row numbers; where words and figures stand in a cell."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter  # words
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter  # figures


def make_plain(table: QTableWidget, row_px: int) -> None:
    """Take away what only an editable sheet needs."""
    table.setShowGrid(False)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setHighlightSections(False)  # no bold heads over what is chosen
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(row_px)


def fit_columns(table: QTableWidget, columns: Iterable[int], most_px: int) -> None:
    """Make columns as wide as their words and heads, most_px at most; hidden ones stay."""
    header = table.horizontalHeader()
    for column in columns:
        if not table.isColumnHidden(column):
            wanted = max(table.sizeHintForColumn(column), header.sectionSizeHint(column))
            header.resizeSection(column, min(wanted, most_px))
