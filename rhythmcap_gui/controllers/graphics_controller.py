"""Use my graphics card: one window beside the main one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from rhythmcap_gui.controllers.dialogs import LatestJob, brought_forward, listeners_of
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.shell import graphics

if TYPE_CHECKING:
    from core.graphics.graphics_records import GraphicsState
    from rhythmcap_gui.views.shell.graphics_dialog import GraphicsDialog


class GraphicsController(QObject):
    """Opens the dialog. show_device: takes the sentence of the status line."""

    def __init__(
        self, context: AppContext, window: QWidget, show_device: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._context, self._window, self._show_device = context, window, show_device
        self.dialog: GraphicsDialog | None = None

    def show(self) -> None:
        """Show which card there is, and what can be done with it."""
        if brought_forward(self.dialog):
            return
        from rhythmcap_gui.views.shell.graphics_dialog import GraphicsDialog

        context = self._context
        dialog = self.dialog = GraphicsDialog(self._window)
        job = LatestJob(context, dialog)

        def changed(state: GraphicsState) -> None:
            dialog.show_state(state)
            graphics.tell_device(context, self._show_device)

        def install(cuda: str) -> None:
            dialog.begin(self.tr("Installing for the graphics card"))
            job.id = graphics.install(context, cuda, listeners_of(dialog, changed))

        def remove() -> None:
            dialog.begin(self.tr("Removing"))
            job.id = graphics.remove(context, listeners_of(dialog, changed))

        dialog.install_requested.connect(install)
        dialog.remove_requested.connect(remove)
        dialog.finished.connect(dialog.deleteLater)
        dialog.begin(self.tr("Looking for a graphics card"))
        job.id = graphics.look(context, listeners_of(dialog, dialog.show_state))
        dialog.show()
