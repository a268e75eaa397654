"""The window of how many more songs tags need: what is kept, forecast again, judged, defined."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from rhythmcap_gui.controllers.dialogs import LatestJob, listeners_of, show_beside
from rhythmcap_gui.controllers.review_controller import COMPARE_AFTER_MS
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models.forecasts import Forecasts
from rhythmcap_gui.operations.review.review import Review
from rhythmcap_gui.views.tags.word_actions import Word

if TYPE_CHECKING:
    from core.library.records import Changes
    from rhythmcap_gui.views.models.forecast_dialog import ForecastDialog


class ForecastController(QObject):
    """Shows the one window of it there is. show_codebook: with a word chosen."""

    def __init__(
        self,
        context: AppContext,
        window: QWidget,
        review: Review,
        show_codebook: Callable[[Word], None],
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._review, self._show_codebook = review, show_codebook
        self.forecasts = Forecasts(context, self)
        self._soon = QTimer(self, singleShot=True, interval=COMPARE_AFTER_MS)
        self._soon.timeout.connect(self._compare_inputs)
        context.session.changed.connect(self._follow)
        context.session.model_changed.connect(lambda _model: self._soon.start())
        self.dialog: ForecastDialog | None = None
        self._job: LatestJob | None = None

    def show(self, tag: str = "") -> None:
        """Show what tags need, a tag chosen; what is not known yet is forecast now."""
        from rhythmcap_gui.views.models.forecast_dialog import ForecastDialog

        if self.dialog is not None:
            self.dialog.choose_tag(tag)
            self.dialog.raise_()
            self.dialog.activateWindow()
            return
        dialog = self.dialog = ForecastDialog(self._window)
        self._job = LatestJob(self._context, dialog)
        dialog.choose_tag(tag)
        dialog.again_requested.connect(self._start)
        dialog.word_requested.connect(self._ask_about)
        dialog.definition_requested.connect(self._open_definition)
        dialog.queue_requested.connect(dialog.close)
        dialog.queue_requested.connect(self._review.begin_songs)
        dialog.export_ended.connect(self._context.session.notify)
        dialog.finished.connect(self._forget)
        show_beside(dialog, self._context.session)
        if self.forecasts.kept is None:
            self._start()
        else:
            dialog.show_found(self.forecasts.kept, is_current=self.forecasts.is_current)

    def _start(self) -> None:
        dialog = self.dialog
        if dialog is not None and self._job is not None:
            dialog.begin(self.tr("Learning the tags from parts of the songs"))
            self._job.id = self.forecasts.start(listeners_of(dialog, self._show_found))

    def _show_found(self, kept: object) -> None:
        if self.dialog is not None:
            self.dialog.show_found(kept, is_current=self.forecasts.is_current)

    def _ask_about(self, name: str) -> None:
        tag = self._context.library.codebook.find(name)
        if tag is not None:
            self._review.begin_word(tag.id)

    def _open_definition(self, name: str) -> None:
        tag = self._context.library.codebook.find(name)
        if tag is not None:
            self._show_codebook(Word(tag.id, is_category=False))

    def _follow(self, changes: Changes) -> None:
        if self.dialog is not None and (changes.tags or changes.library or changes.codebook):
            self._soon.start()

    def _compare_inputs(self) -> None:
        """Say whether what is shown still rests on what the library has."""
        if self.dialog is not None and self.forecasts.kept is not None:
            self.dialog.show_stale(not self.forecasts.is_current)

    def _forget(self, _result: int) -> None:
        self.dialog = self._job = None
