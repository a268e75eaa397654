"""A long table writes only the cells that are seen; Space ticks, Enter and hiding work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhythmcap_gui import theme
from rhythmcap_gui.views.widgets.row_table import RowTable

written: list[int] = []
ticks: dict[int, bool] = {}


def cells(row: int) -> tuple[str, str, str]:
    written.append(row)
    return f"row {row}", "", str(row)


@pytest.fixture
def table(qapp: QApplication, qtbot: QtBot) -> RowTable:
    theme.apply_theme(qapp, "dark")
    written.clear()
    ticks.clear()
    made = RowTable(("Name", "Empty", "Number"), cells, shares=(2, 1, 0), tick_of=ticks.get)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def test_only_the_rows_that_are_seen_are_written(table: RowTable, qtbot: QtBot) -> None:
    table.show_rows(range(1_000_000))
    qtbot.waitUntil(lambda: bool(written))
    QApplication.processEvents()
    assert max(written) < 100_000
    assert len(set(written)) < 2_000


def test_space_ticks_all_selected_rows_that_can_be(table: RowTable, qtbot: QtBot) -> None:
    ticks.update({0: False, 2: True})
    table.show_rows([0, 1, 2])
    told: list[tuple[list[int], bool]] = []
    table.ticked.connect(lambda rows, on: told.append((rows, on)))
    table.setSelectionMode(RowTable.SelectionMode.ExtendedSelection)
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    ticks[0] = True
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert told == [([0, 2], True), ([0, 2], False)]
    model = table.model()
    assert model.index(1, 0).data(Qt.ItemDataRole.CheckStateRole) is None
    model.setData(model.index(2, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert told[-1] == ([2], False)


def test_enter_names_the_row_and_tab_leaves_the_table(table: RowTable, qtbot: QtBot) -> None:
    table.show_rows([7, 8])
    named: list[int] = []
    table.activated_row.connect(named.append)
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert named == [8]
    assert not table.tabKeyNavigation()


def test_columns_share_the_width_and_empty_ones_go(table: RowTable) -> None:
    table.show_rows([1, 2])
    table.hide_empty(1)
    assert table.isColumnHidden(1)
    used = table.columnWidth(0) + table.columnWidth(2)
    assert used == table.viewport().width()


def test_other_words_are_written_when_they_are_drawn_anew(table: RowTable) -> None:
    table.show_rows([1])
    table.model().index(0, 0).data()
    written.clear()
    table.redraw()
    assert table.model().index(0, 0).data() == "row 1"
    assert written == [1]
