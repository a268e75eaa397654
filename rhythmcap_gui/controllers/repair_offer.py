"""A library turned out to be damaged, or a copy that was to be restored: what shall be done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from core.paths import folders
from rhythmcap_gui.number_format import moment_text
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files import backups, repair_library
from rhythmcap_gui.operations.songs import navigation

if TYPE_CHECKING:
    from core.library.recovery.backup import Backup


class RepairOffer(QObject):
    """One question at a time."""

    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._path: Path | None = None
        context.offer_repair = self.offer
        context.offer_salvage = self.offer_salvage

    def offer(self, path: Path) -> bool:
        """Close it and ask; False while that is being done already. A backup is not repaired."""
        if self._path is not None:
            return False
        if path.parent != folders().backups:
            self._path = path
            QTimer.singleShot(0, self._show)  # the code that met the damage is still running
        return True

    def offer_salvage(self, library: Path, copy: Backup, whole: Backup | None) -> None:
        """Ask what shall take a library's place, as the copy chosen for it is damaged."""
        context = self._context
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("Damaged copy"),
            self.tr("The copy of {} is damaged.").format(moment_text(copy.made_at)),
            QMessageBox.StandardButton.Cancel,
            self._window,
        )
        other = (
            self.tr("The newest undamaged copy is of {}.").format(moment_text(whole.made_at))
            if whole is not None
            else self.tr("There is no undamaged copy.")
        )
        reading = self.tr(
            "RhythmCap can restore what can still be read of it, and lists what is lost. The copy "
            "itself is not changed."
        )
        box.setInformativeText(f"{reading}\n{other}")
        salvaged = box.addButton(
            self.tr("Restore what can be read"), QMessageBox.ButtonRole.AcceptRole
        )
        salvaged.clicked.connect(lambda: backups.restore(context, library, copy, repairing=True))
        box.setDefaultButton(salvaged)
        if whole is not None:
            take = box.addButton(
                self.tr("Restore the undamaged one"), QMessageBox.ButtonRole.AcceptRole
            )
            take.clicked.connect(lambda: backups.restore(context, library, whole))
        box.rejected.connect(lambda: navigation.open_library(context, library))
        box.finished.connect(box.deleteLater)
        box.open()

    def _show(self) -> None:
        path = self._path
        if path is None:
            return
        if not repair_library.close_damaged(self._context, path):
            self._path = None
            return
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("Damaged library"),
            self.tr("The library {} is damaged.").format(path.name),
            QMessageBox.StandardButton.Cancel,
            self._window,
        )
        box.setInformativeText(
            self.tr(
                "RhythmCap can save all that can still be read of it, fill the gaps from the "
                "newest undamaged copy, and list what is lost. The damaged file is kept beside it."
            )
        )
        yes = box.addButton(self.tr("Repair"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(yes)
        yes.clicked.connect(lambda: repair_library.repair_library(self._context, path))
        box.finished.connect(self._answered)
        box.finished.connect(box.deleteLater)
        box.open()

    def _answered(self, _code: int) -> None:
        self._path = None
