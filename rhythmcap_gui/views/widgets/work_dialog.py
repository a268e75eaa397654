"""A dialog whose work runs in the background: shown in a row of it, and stopped when it closes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from rhythmcap_gui.view_data import Progress
from rhythmcap_gui.views.widgets.work_row import WorkRow


class WorkDialog(QDialog):
    """cancel_requested(): by the row's button, or because the dialog closes.

    A subclass puts `work` into its layout, and shows in _refresh() what can be done now.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = WorkRow()
        self.work.cancel_requested.connect(self.cancel_requested)

    def begin(self, title: str) -> None:
        """Show that work runs."""
        self.work.begin(title)
        self._refresh()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        self.work.show_progress(progress)

    def failed(self, error: Exception) -> None:
        """Show why it failed, and what to do."""
        self.work.fail(error)
        self._refresh()

    def stopped(self) -> None:
        """Show that it was stopped."""
        self.work.end(self._stopped_text(), good=False)
        self._refresh()

    def finish(self) -> None:
        """Close: it is done."""
        QDialog.accept(self)

    def done(self, code: int) -> None:
        """Close, and stop what still runs."""
        self.cancel_requested.emit()
        super().done(code)

    def _stopped_text(self) -> str:
        """Say what a stop has left; "" to say nothing."""
        return self.tr("Stopped; nothing was changed.")

    def _refresh(self, *_change: object) -> None:
        """Show what can be done now."""
