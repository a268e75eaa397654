"""A library turned out to be damaged: it is closed, and the user may have it repaired."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from core.paths import folders
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files import repair_library


class RepairOffer(QObject):
    """One question at a time."""

    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._path: Path | None = None
        context.offer_repair = self.offer

    def offer(self, path: Path) -> bool:
        """Close it and ask; False while that is being done already. A backup is not repaired."""
        if self._path is not None:
            return False
        if path.parent != folders().backups:
            self._path = path
            QTimer.singleShot(0, self._show)  # the code that met the damage is still running
        return True

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
                "RhythmCap can save all that can still be read of it, and fill the gaps from its "
                "newest whole copy. What stays lost is told. The damaged file is kept beside it."
            )
        )
        yes = box.addButton(self.tr("Mend it"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(yes)
        yes.clicked.connect(lambda: repair_library.repair_library(self._context, path))
        box.finished.connect(self._answered)
        box.finished.connect(box.deleteLater)
        box.open()

    def _answered(self, _code: int) -> None:
        self._path = None
