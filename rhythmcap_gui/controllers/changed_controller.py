"""The window of what changed a model's mind: compared, heard, decided on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from rhythmcap_gui.controllers.dialogs import brought_forward, show_beside
from rhythmcap_gui.controllers.review_controller import ReviewController, Updates
from rhythmcap_gui.job_runner import Job, Lane
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.review import changed_tags
from rhythmcap_gui.operations.review.review import Review

if TYPE_CHECKING:
    from rhythmcap_gui.views.models.changed_dialog import ChangedDialog


class ChangedController(QObject):
    """Shows the one window of it there is. review_controller: plays what speaks for a tag."""

    def __init__(
        self,
        context: AppContext,
        window: QWidget,
        review: Review,
        review_controller: ReviewController,
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._review, self._review_controller = review, review_controller
        self._comparing: Updates | None = None
        self.undo_actions: Sequence[QAction] = ()
        self.dialog: ChangedDialog | None = None
        context.session.model_changed.connect(lambda _model: self._start_again())
        context.runner.ended.connect(self._on_job)

    def show(self) -> None:
        """Show which tags songs gained and lost with the model in use."""
        from rhythmcap_gui.views.models.changed_dialog import ChangedDialog

        if brought_forward(self.dialog):
            return
        context, former_id = self._context, self._review.flip_offers.former_id
        dialog = self.dialog = ChangedDialog(context.session, self._window)
        comparing = self._comparing = Updates(
            context, dialog,
            lambda listeners: changed_tags.compare(context, former_id(), listeners),
            dialog.show_found,
        )  # fmt: skip
        comparing.title = self.tr("Comparing with the former model")
        dialog.addActions(self.undo_actions)
        dialog.hear_requested.connect(self._review_controller.hear_song)
        dialog.play_requested.connect(lambda: playback.toggle(context))
        dialog.decided.connect(lambda one, state: changed_tags.decide(context, one, state))
        dialog.queue_requested.connect(dialog.close)
        dialog.queue_requested.connect(self._review.begin_flips)
        dialog.finished.connect(self._forget)
        comparing.start()
        show_beside(dialog, context.session)

    def _forget(self, _result: int) -> None:
        self._comparing = self.dialog = None

    def _start_again(self) -> None:
        if self._comparing is not None and self._context.session.library is not None:
            self._comparing.start()

    def _on_job(self, job: Job, outcome: str) -> None:
        """Compare again once a model has listened to all songs."""
        if job.lane is Lane.LIBRARY and outcome == "done":
            self._start_again()
