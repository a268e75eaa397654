"""The copies of a library: when each was made, what it holds; one of them can be restored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui.core_text import translated
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import bytes_text, moment_text
from rhythmcap_gui.view_data import BackupRow
from rhythmcap_gui.views.widgets.plain_table import LEFT, RIGHT, make_plain
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

SIZE = (760, 460)
ROW_PX = 28


class RestoreDialog(WorkDialog):
    """Emits restore_requested(Backup) on the second press of Restore; copy_requested().

    missing: there is no library, so one press is enough, and instead of a copy a new library can
    be begun: new_requested().
    """

    restore_requested = Signal(object)
    copy_requested = Signal()
    new_requested = Signal()

    def __init__(
        self, library: Path, parent: QWidget | None = None, *, missing: bool = False
    ) -> None:
        super().__init__(parent)
        self._missing = missing
        self.setWindowTitle(self.tr("Restore {}").format(library.name))
        self._rows: list[BackupRow] = []
        self._sure = False
        hint = QLabel(self._hint(library), wordWrap=True)
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setProperty("dim", not missing)
        self.table = self._make_table()
        self.copy = QPushButton(autoDefault=False)
        if missing:
            self.copy.setText(self.tr("Begin a new library"))
            self.copy.setToolTip(self.tr("Start with an empty one; the copies stay"))
            self.copy.clicked.connect(self.new_requested)
        else:
            self.copy.setText(self.tr("Copy now"))
            self.copy.setToolTip(self.tr("Copy the library as it is"))
            self.copy.clicked.connect(self.copy_requested)
        self.restore = QPushButton(self.tr("Restore"), autoDefault=False)
        self.restore.setToolTip(
            self.tr("Replace the library by the chosen copy; the present one is kept")
        )
        self.restore.clicked.connect(self._press)
        self.table.itemSelectionChanged.connect(self._selected)
        self._lay_out(hint)
        self._selected()
        self.resize(*SIZE)

    def begin(self, title: str) -> None:
        """Show that the copies are being read, or a new one is made."""
        super().begin(title)
        self.work.cancel.hide()  # closing the window is enough

    def show_rows(self, rows: Sequence[BackupRow]) -> None:
        """Show the copies, the newest first."""
        self._rows = list(rows)
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(self._cells(row)):
                item = QTableWidgetItem(text)
                if column in (1, 2, 3):
                    item.setTextAlignment(RIGHT)
                item.setToolTip(str(row.backup.path))
                self.table.setItem(number, column, item)
        self.work.end()
        if rows:
            self.table.selectRow(0)
        else:
            self.work.end(self.tr("There is no copy of this library yet."), good=False)
        self._selected()
        self._refresh()

    def chosen(self) -> BackupRow | None:
        """Return the copy whose row is selected."""
        row = self.table.currentRow()
        selected = bool(self.table.selectedItems())
        return self._rows[row] if selected and 0 <= row < len(self._rows) else None

    def _hint(self, library: Path) -> str:
        if self._missing:
            text = self.tr(
                "{} is missing. Choose one of these copies and former files to restore. If its "
                "drive is not plugged in, close this window and plug it in first."
            )
            return text.format(shown_path(library))
        return self.tr(
            "A copy is made every day the library is used; the last ten stay, and one of each "
            "month. Restoring keeps the present library beside the restored one."
        )

    def _cells(self, row: BackupRow) -> tuple[str, ...]:
        backup, inside = row.backup, row.contents
        unknown = self.tr("cannot be read")
        counts = (
            unknown if count is None else str(count)
            for count in (inside.n_songs, inside.n_decisions)
        )
        reason = translated(backup.reason_text)
        return (moment_text(backup.made_at), bytes_text(inside.size_bytes), *counts, reason)

    def _press(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        if self._sure or self._missing:
            self.restore_requested.emit(chosen.backup)
            return
        self._sure = True
        template = self.tr(
            "The library becomes what it was on {}: later decisions are only in the present one, "
            "which is kept beside it. Press again to restore."
        )
        self.work.end(template.format(moment_text(chosen.backup.made_at)), good=False)
        self.restore.setText(self.tr("Yes, restore it"))

    def _refresh(self, *_change: object) -> None:
        self.copy.setEnabled(not self.work.running)

    def _selected(self) -> None:
        self._sure = False
        chosen = self.chosen()
        self.restore.setText(self.tr("Restore"))
        self.restore.setEnabled(chosen is not None)  # a damaged one, too: it can be mended
        if self._rows and not self.work.running:
            self.work.end()

    def _make_table(self) -> QTableWidget:
        made = QTableWidget(0, 5)
        made.setHorizontalHeaderLabels([
            self.tr("Made"), self.tr("Size"), self.tr("Songs"), self.tr("Decisions"),
            self.tr("Why"),
        ])  # fmt: skip
        made.setAccessibleName(self.tr("Copies of the library"))
        make_plain(made, ROW_PX)
        made.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        made.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        header = made.horizontalHeader()
        header.setDefaultAlignment(LEFT)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in range(4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in (1, 2, 3):
            made.horizontalHeaderItem(column).setTextAlignment(RIGHT)
        return made

    def _lay_out(self, hint: QLabel) -> None:
        close = QPushButton(self.tr("Close"), autoDefault=False)
        close.setToolTip(self.tr("Change nothing (Esc)"))
        close.clicked.connect(self.reject)
        ends = QHBoxLayout()
        ends.addWidget(self.copy)
        ends.addStretch(1)
        ends.addWidget(close)
        ends.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(hint)
        column.addWidget(self.table, 1)
        column.addWidget(self.work)
        column.addLayout(ends)
