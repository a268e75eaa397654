"""The life of a dialog: it goes when it is closed, and its cancel reaches the job it started."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from rhythmcap_gui.operations.context import AppContext


def show_dialog(dialog: QDialog) -> None:
    """Open a dialog that is deleted when it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class LatestJob:
    """The job a dialog started last."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.id = 0

    def cancel(self) -> None:
        """Stop it, if it still runs."""
        self._context.runner.cancel(self.id)
