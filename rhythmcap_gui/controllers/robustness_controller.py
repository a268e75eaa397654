"""The dialog on deformed songs: what it can choose from, the job it starts, the table it saves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.errors import RhythmCapError
from rhythmcap_gui.controllers.dialogs import LatestJob, brought_forward, listeners_of, show_beside
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models import robustness

if TYPE_CHECKING:
    from core.evaluation.robustness_records import KeptRobustness, RobustnessChoice
    from rhythmcap_gui.views.models.robustness_dialog import RobustnessDialog


class RobustnessController(QObject):
    """Shows the one dialog there is at a time."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._dialog: RobustnessDialog | None = None

    def show(self) -> None:
        """Choose, measure and look at deformed songs; the window can be used meanwhile."""
        from rhythmcap_gui.views.models.robustness_choice import RobustnessChoiceRows
        from rhythmcap_gui.views.models.robustness_dialog import RobustnessDialog

        if brought_forward(self._dialog):
            return
        context = self._context
        models = [row for row in context.library.models.list() if row.words]
        active = context.session.model
        rows = RobustnessChoiceRows(
            models, active.id if active else None, robustness.song_counts(context),
            robustness.problems(),
        )  # fmt: skip
        dialog = RobustnessDialog(rows, robustness.kept_results(context), self._window)
        job = LatestJob(context, dialog)

        def measure(choice: RobustnessChoice) -> None:
            dialog.begin(self.tr("Deforming songs, and listening to them"))
            listeners = listeners_of(
                dialog, lambda kept: dialog.show_result(choice.model_id, kept)
            )  # fmt: skip
            job.id = robustness.measure(context, choice, listeners)

        dialog.measure_requested.connect(measure)
        dialog.save_requested.connect(lambda kept, path: self._save(dialog, kept, path))
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        show_beside(dialog, context.session)

    def _save(self, dialog: RobustnessDialog, kept: KeptRobustness, path: Path) -> None:
        try:
            robustness.write_table(kept, path)
        except RhythmCapError as error:
            dialog.tell(" ".join(part for part in error_texts(error) if part), "error")
        else:
            dialog.tell(self.tr("Saved as {}").format(path))

    def _forget(self, _code: int) -> None:
        self._dialog = None
