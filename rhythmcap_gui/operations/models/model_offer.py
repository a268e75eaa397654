"""The offer of the recommended model: when there is one, getting it, using it, no more of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rhythmcap_gui.job_runner import Listeners
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models import library_models, model_transfer
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.view_data import OfferState, Progress

if TYPE_CHECKING:
    from core.library.records import Changes, ModelRow
    from core.models.model_records import PublicModel


class ModelOffer(QObject):
    """Follows the library: a model is offered while it has none but the starter's family."""

    changed = Signal(object)  # OfferState

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job_id = 0
        self._use_at_once = False
        self.state = OfferState()
        context.session.library_changed.connect(self._library_changed)
        context.session.changed.connect(self._models_changed)
        context.session.settings_changed.connect(lambda _settings: self._publish(self.state))

    def get(self, *, use: bool = False) -> None:
        """Download the model and add it to the library, in the background; use: without asking."""
        model = self.state.model
        if model is None or self.state.running:
            return
        self._use_at_once = use
        self._publish(replace(self.state, running=True, progress=None, problem=None))
        listeners = Listeners(
            done=self._added,
            failed=lambda error: self._publish(replace(self.state, running=False, problem=error)),
            cancelled=lambda: self._publish(replace(self.state, running=False)),
            progress=self._progressed,
        )
        self._job_id = model_transfer.fetch(self._context, model.name, listeners)

    def cancel(self) -> None:
        """Stop the download; nothing of it stays."""
        self._context.runner.cancel(self._job_id)

    def dismiss(self) -> None:
        """Offer it only in the Models dock from now on."""
        preferences.change(self._context, model_offer_dismissed=True)

    def use(self) -> None:
        """Predict with the model that has come, and learn from it."""
        added = self.state.added
        if added is not None:
            library_models.use(self._context, added.id)
            self.keep()

    def keep(self) -> None:
        """Go on with the model in use; the one that has come stays in the list."""
        self._publish(replace(self.state, added=None))

    def _library_changed(self, _library: object) -> None:
        self._publish(OfferState(self._model_to_offer(), running=self.state.running))

    def _models_changed(self, changes: Changes) -> None:
        if changes.models:
            added = self.state.added
            if added is not None:  # it may have been removed, renamed or put into use meanwhile
                row = self._context.library.models.get(added.id)
                listed = {model.id for model in self._context.library.models.list()}
                added = row if row is not None and row.id in listed and not row.active else None
            self._publish(replace(self.state, model=self._model_to_offer(), added=added))

    def _model_to_offer(self) -> PublicModel | None:
        from core.model_store.recommended import model_to_offer

        library = self._context.session.library
        if library is None or library.read_only:
            return None
        return model_to_offer(library.models.list())

    def _progressed(self, progress: Progress) -> None:
        self._publish(replace(self.state, progress=progress))

    def _added(self, row: ModelRow) -> None:
        self._publish(replace(self.state, running=False, added=None if row.active else row))
        if self._use_at_once:
            self.use()

    def _publish(self, state: OfferState) -> None:
        dismissed = self._context.session.settings.model_offer_dismissed
        network = ""
        if state.model is not None:
            network = self._context.session.architectures[state.model.architecture].title
        self.state = replace(state, dismissed=dismissed, network=network)
        self.changed.emit(self.state)
