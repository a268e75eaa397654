"""Songs being added: progress, time left, cancel; what is to be said of which files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.local_paths import path_text, shown_path
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import ImportState
from rhythmcap_gui.views.widgets.plain_table import LEFT

if TYPE_CHECKING:
    from core.library.scan.scan_records import Failure

STEPS = 1000


class ImportPanel(QWidget):
    """Left the state, right the files that failed, then those with a remark."""

    cancel_requested = Signal()
    follow_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._listed: tuple[Failure, ...] = ()
        self._n_failed = 0  # of those listed, the first
        self._heading = QLabel(self.tr("No songs were added yet."))
        self._heading.setProperty("heading", True)
        self._what = QLabel(wordWrap=True)
        self._what.setProperty("dim", True)
        self._bar = QProgressBar(maximum=STEPS, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of adding songs"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Stop adding; the songs added so far stay"))
        self._cancel.clicked.connect(self.cancel_requested)
        self._copy = QPushButton(theme.icon("copy"), self.tr("Copy list"))
        self._copy.setToolTip(self.tr("Copy the list of files, with their reasons"))
        self._copy.clicked.connect(self._copy_list)
        self._follow = QPushButton(self.tr("Follow links"))
        self._follow.setToolTip(self.tr("Add the songs, too, that the links lead to"))
        self._follow.clicked.connect(self.follow_requested)
        self._list = self._make_list()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(16)
        row.addLayout(self._left_column(), 2)
        row.addWidget(self._list, 5)
        theme.notifier().theme_changed.connect(self._mark_rows)
        self.show_state(ImportState(False))

    def show_state(self, state: ImportState) -> None:
        """Show the progress, or how the last import ended."""
        self._bar.setVisible(state.running)
        self._cancel.setVisible(state.running)
        self._follow.setVisible(bool(state.n_links) and not state.running)
        self._heading.setText(self._title(state))
        self._what.setText(self._sentence(state))
        progress = state.progress
        known = progress is not None and progress.total > 0
        self._bar.setMaximum(STEPS if known else 0)
        self._bar.setValue(round(STEPS * progress.fraction) if progress and known else 0)
        listed = state.failed + state.warned
        if listed != self._listed or len(state.failed) != self._n_failed:
            self._n_failed = len(state.failed)
            self._show_files(listed)
        self._list.setVisible(bool(listed))
        self._copy.setVisible(bool(listed))

    def _title(self, state: ImportState) -> str:
        if state.running:
            return state.title or self.tr("Adding songs")
        if state.cancelled:
            return self.tr("Adding songs was cancelled")
        touched = state.added or state.already or state.failed or state.n_links
        return self.tr("Songs added") if touched else self.tr("No songs were added yet")

    def _sentence(self, state: ImportState) -> str:
        parts = []
        progress = state.progress
        if state.running and progress is not None and progress.total > 1:
            parts.append(self.tr("{} of {}").format(int(progress.done), int(progress.total)))
        if state.running and progress is not None and progress.what:
            parts.append(progress.what)
        if state.running and progress is not None and (left := progress.time_left):
            parts.append(self.tr("{} left").format(left))
        lines = [" · ".join(parts)] if parts else []
        lines.append(self.counts(state))
        return "\n".join(line for line in lines if line)

    def counts(self, state: ImportState) -> str:
        """Return how many files came in, were there, or failed, in one line."""
        counts = [
            counted(self.tr("{} added"), state.added) if state.added else "",
            counted(self.tr("{} already there"), state.already) if state.already else "",
            self.tr("{} could not be read").format(len(state.failed)) if state.failed else "",
            self.tr("{} with a remark").format(len(state.warned)) if state.warned else "",
            self.tr("links out of the folder passed over: {}").format(state.n_links)
            if state.n_links
            else "",
        ]
        return " · ".join(count for count in counts if count)

    def _left_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._what)
        column.addWidget(self._bar)
        buttons = QHBoxLayout()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._follow)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        return column

    def _make_list(self) -> QTableWidget:
        made = QTableWidget(0, 3)
        made.setHorizontalHeaderLabels([self.tr("File"), self.tr("Why"), self.tr("What to do")])
        made.setAccessibleName(self.tr("Files that could not be read, or have a remark"))
        made.setWordWrap(True)
        made.setShowGrid(False)
        made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.verticalHeader().hide()
        made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head = made.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        head.resizeSection(0, 200)
        return made

    def _show_files(self, listed: tuple[Failure, ...]) -> None:
        self._listed = listed
        self._list.setRowCount(len(listed))
        for row, failure in enumerate(listed):
            texts = (
                shown_path(failure.path.name),
                translated(failure.reason),
                translated(failure.remedy),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(shown_path(failure.path) if column == 0 else text)
                item.setTextAlignment(LEFT)
                self._list.setItem(row, column, item)
        self._mark_rows()

    def _mark_rows(self, *_theme: object) -> None:
        """Put a sign before each file: not read, or read with a remark."""
        signs = (
            (theme.icon("warning", "bad"), self.tr("Could not be read")),
            (theme.icon("info", "dim"), self.tr("A remark")),
        )
        for row in range(self._list.rowCount()):
            icon, words = signs[row >= self._n_failed]
            item = self._list.item(row, 0)
            item.setIcon(icon)
            spoken = f"{words}: {item.text()}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _copy_list(self) -> None:
        lines = [
            f"{path_text(failure.path)}\t{translated(failure.reason)}\t{translated(failure.remedy)}"
            for failure in self._listed
        ]
        QApplication.clipboard().setText("\n".join(lines))
