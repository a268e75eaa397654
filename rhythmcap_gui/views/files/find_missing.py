"""Finding songs whose files are missing: where to look, what was found, and only then a change."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui.local_paths import path_of, path_text, shown_path
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import FindRequest, MissingSongs
from rhythmcap_gui.views.files.found_table import FoundTable
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

if TYPE_CHECKING:
    from core.library.location_records import Move
    from core.library.scan.scan_records import MovePlan

SIZE = (980, 560)
MOST_FOLDERS = 40


class FindMissing(WorkDialog):
    """search_requested(FindRequest), then show_plan(); moves_requested(moves) on "Use these"."""

    search_requested = Signal(object)
    moves_requested = Signal(object)

    def __init__(
        self, session: Session, old: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find missing files"))
        self._old = old
        self._moves: tuple[Move, ...] = ()
        self.summary = QLabel(wordWrap=True)
        self.summary.setProperty("heading", True)
        self.moved = QRadioButton(self.tr("A folder was moved or renamed. It was:"))
        self.by_sound = QRadioButton(self.tr("Search a folder for songs with the very same sound"))
        self.folders = QComboBox(editable=True)
        self.folders.setAccessibleName(self.tr("Where the folder was"))
        self.folder = QLineEdit(placeholderText=self.tr("Where the songs are now"))
        self.folder.setAccessibleName(self.tr("The folder to search in"))
        self.choose = QPushButton(self.tr("Choose…"), autoDefault=False)
        self.choose.setToolTip(self.tr("Choose the folder to search in"))
        self.search = QPushButton(self.tr("Search there"), autoDefault=False)
        self.search.setToolTip(self.tr("Searching changes nothing"))
        self.table = FoundTable(session)
        self.use = QPushButton(autoDefault=False)
        self.use.setProperty("primary", True)
        self.use.setToolTip(self.tr("One undo brings the former files back"))
        self._lay_out()
        self._connect()
        self.moved.setChecked(True)
        self._show_moves(())
        self.resize(*SIZE)

    # -- set from outside -------------------------------------------------------------------

    def show_missing(self, missing: MissingSongs) -> None:
        """Show which songs are missing; offer their folders as former places."""
        self.work.end()
        template = self.tr("Songs whose files are not there: {}")
        self.summary.setText(
            template.format(len(missing.locations))
            if missing.locations
            else self.tr("Every song's file is where it was.")
        )
        self._offer(missing)
        if not self.table.rowCount():
            self.table.show_missing(missing)
        self._refresh()

    def show_plan(self, plan: MovePlan) -> None:
        """Show what was found where."""
        self.work.end()
        self.table.show_plan(plan)
        self._show_moves(plan.moves)
        if not plan.moves:
            self.work.end(self.tr("None of the missing songs was found there."), good=False)

    # -- request -----------------------------------------------------------------------------

    def request(self) -> FindRequest:
        """Return where to look, as the dialog's fields stand."""
        index = self.folders.currentIndex()
        typed = self.folders.currentText()
        old = self.folders.itemData(index) if typed == self.folders.itemText(index) else typed
        folder = path_of(self.folder.text().strip())
        return FindRequest(folder, path_of(old or "") if self.moved.isChecked() else None)

    def choose_folder(self) -> None:
        """Ask the system for the folder to look in."""
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Where the songs are now"), self.folder.text() or str(Path.home())
        )
        if name:
            self.folder.setText(path_text(path_of(name)))

    # -- inside -----------------------------------------------------------------------------

    def _connect(self) -> None:
        self.choose.clicked.connect(self.choose_folder)
        self.search.clicked.connect(lambda: self.search_requested.emit(self.request()))
        self.work.cancel_requested.connect(self.stopped)
        self.use.clicked.connect(lambda: self.moves_requested.emit(self._moves))
        self.folder.textChanged.connect(self._refresh)
        self.folders.editTextChanged.connect(self._refresh)
        self.moved.toggled.connect(self._refresh)

    def _show_moves(self, moves: tuple[Move, ...]) -> None:
        self._moves = moves
        self.use.setText(self.tr("Use these files ({})").format(len(moves)))
        self._refresh()

    def _offer(self, missing: MissingSongs) -> None:
        """Offer former places: of each drive or folder the one with all its missing songs."""
        groups: dict[Path, list[Path]] = defaultdict(list)
        for song in missing.locations:
            groups[missing.missing_folders.get(song.song_id, song.path.parent)].append(
                song.path.parent
            )
        self.folders.clear()
        former = self._old
        largest = sorted(groups.items(), key=lambda group: -len(group[1]))
        for root, folders in largest[:MOST_FOLDERS]:
            common = Path(os.path.commonpath(folders))
            for folder in dict.fromkeys((common, root)):
                text = self.tr("{} ({})").format(shown_path(folder), len(folders))
                self.folders.addItem(text, path_text(folder))
            former = common if former in (None, root) else former
        self.folders.setEditText(path_text(former) if former else "")

    def _refresh(self, *_change: object) -> None:
        has_folder = bool(self.folder.text().strip())
        known = self.by_sound.isChecked() or bool(self.folders.currentText().strip())
        self.folders.setEnabled(self.moved.isChecked())
        self.search.setEnabled(has_folder and known and not self.work.running)
        self.use.setEnabled(bool(self._moves) and not self.work.running)

    def _lay_out(self) -> None:
        ways = QGridLayout()
        ways.setSpacing(8)
        ways.setColumnStretch(1, 1)
        ways.addWidget(self.moved, 0, 0)
        ways.addWidget(self.folders, 0, 1, 1, 3)
        ways.addWidget(self.by_sound, 1, 0, 1, 4)
        ways.addWidget(QLabel(self.tr("Search in:")), 2, 0)
        for index, widget in enumerate((self.folder, self.choose, self.search)):
            ways.addWidget(widget, 2, index + 1)
        close = QPushButton(self.tr("Close"), autoDefault=False)
        close.setToolTip(self.tr("Change nothing more (Esc)"))
        close.clicked.connect(self.reject)
        ends = QHBoxLayout()
        ends.addStretch(1)
        ends.addWidget(close)
        ends.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.summary)
        column.addLayout(ways)
        column.addWidget(self.table, 1)
        column.addWidget(self.work)
        column.addLayout(ends)
