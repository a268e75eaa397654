"""The life of a dialog: it goes when it is closed, and its cancel reaches the job it started."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from rhythmcap_gui.job_runner import Listeners
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog


def show_dialog(dialog: QDialog) -> None:
    """Open a dialog that is deleted when it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def show_beside(dialog: QDialog, session: Session) -> None:
    """Show a dialog beside which the window can be used: songs listened to, others tagged.

    It is deleted when it is closed, and closes with the library: what it shows is about that one.
    """
    session.library_changed.connect(dialog.reject)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()


def brought_forward(dialog: QDialog | None) -> bool:
    """Bring a dialog that is open to the front; False where none is, or it goes already."""
    if dialog is None or not isValid(dialog) or not dialog.isVisible():
        return False
    dialog.raise_()
    dialog.activateWindow()
    return True


def listeners_of(dialog: WorkDialog, done: Callable[[Any], None]) -> Listeners:
    """Return what shows a job in its dialog; done: takes the result."""
    return Listeners(
        done=done, failed=dialog.failed, cancelled=dialog.stopped, progress=dialog.show_progress
    )


class LatestJob:
    """The job a dialog started last; it stops with the dialog, or at its request."""

    def __init__(self, context: AppContext, dialog: WorkDialog) -> None:
        self._context = context
        self.id = 0
        dialog.cancel_requested.connect(self.cancel)

    def cancel(self) -> None:
        """Stop it, if it still runs."""
        self._context.runner.cancel(self.id)
