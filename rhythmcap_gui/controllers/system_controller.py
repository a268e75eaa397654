"""Which system suits my tags: one window beside the main one, and what can be done from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from rhythmcap_gui.controllers.dialogs import brought_forward, show_beside
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models.system_choice import SystemChoice
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.session import Notice

if TYPE_CHECKING:
    from core.experiments.recommendation_records import Recommendation
    from rhythmcap_gui.views.models.system_choice_dialog import SystemChoiceDialog

ACTION = "model.suits"


class SystemController(QObject):
    """Opens the window. learn_requested(), needs_requested(): what is done with the answer."""

    learn_requested = Signal()
    needs_requested = Signal()

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self.choice = SystemChoice(context, self)
        self.choice.ended.connect(self._tell)
        self.dialog: SystemChoiceDialog | None = None

    def show(self) -> None:
        """Show what was found, what runs, or what would be tried."""
        if brought_forward(self.dialog):
            return
        from rhythmcap_gui.views.models.system_choice_dialog import SystemChoiceDialog

        dialog = self.dialog = SystemChoiceDialog(self._window)
        choice = self.choice
        choice.is_followed = True
        dialog.start_requested.connect(choice.start)
        dialog.cancel_requested.connect(choice.cancel)
        dialog.needs_requested.connect(self.needs_requested)
        dialog.learn_requested.connect(self._learn_at)
        dialog.export_requested.connect(self._export)
        following = choice.changed.connect(dialog.show_state)
        dialog.finished.connect(lambda _code: self._leave(following))
        choice.look()
        show_beside(dialog, self._context.session)

    def _is_open(self) -> bool:
        return self.dialog is not None and isValid(self.dialog) and self.dialog.isVisible()

    def _leave(self, following: object) -> None:
        self.choice.is_followed = False
        self.choice.disconnect(following)

    def _learn_at(self, depth: str) -> None:
        """Learn, at another depth where the answer names one."""
        if depth:
            preferences.change(self._context, depth=depth)
        self.learn_requested.emit()

    def _export(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self.dialog, self.tr("Save the table"),
            str(Path.home() / "rhythmcap-systems.csv"), f"{self.tr('Table')} (*.csv)",
        )  # fmt: skip
        if name:
            path = Path(name)
            self.choice.export(path if path.suffix else path.with_name(f"{path.name}.csv"))

    def _tell(self, outcome: Recommendation | Exception) -> None:
        """Tell how it ended: in the window, or where that is closed in the message line."""
        if isinstance(outcome, Exception):
            if self._is_open():
                self.dialog.failed(outcome)
            else:
                self._context.show_error(outcome)
        elif not self._is_open():
            text = translated(outcome.headline)
            self._context.session.notice.emit(Notice(text, "good", action=ACTION))
