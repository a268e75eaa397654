"""How many more songs tags need: forecast beside the window, kept, and followed by views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from core.errors import RhythmCapError
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.library_reader import LibraryReader

if TYPE_CHECKING:
    from core.evaluation.forecast_records import KeptForecast


class Forecasts(QObject):
    """The last forecast of the open library by the model in use, if one was made.

    changed(KeptForecast, or None): another one is known.
    """

    changed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.kept: KeptForecast | None = None
        context.session.library_changed.connect(lambda _library: self._load())
        context.session.model_changed.connect(lambda _model: self._load())
        self._load()

    @property
    def is_current(self) -> bool:
        """Whether the kept forecast rests on what the library has now."""
        from core.evaluation.kept_forecast import forecast_inputs

        session, kept = self._context.session, self.kept
        if kept is None or session.library is None or session.model is None:
            return False
        try:
            labels = session.library.annotations.labels()
            return forecast_inputs(session.library, labels, session.model) == kept.inputs
        except RhythmCapError:  # whoever reads next is told
            return False

    def start(self, listeners: Listeners) -> int:
        """Forecast all tags; done(KeptForecast). Return the job's id; 0 without a model.

        Nothing is computed where nothing has changed since the last one.
        """
        from core.errors import ModelError
        from core.model_store.registry import model_path

        context, row = self._context, self._context.session.model
        if row is None:
            return 0
        try:
            file = model_path(row)
        except ModelError as error:
            listeners.failed(error)
            return 0
        reader, models, cache = LibraryReader.of(context), context.models, context.session.cache

        def work(job: Running) -> KeptForecast:
            from core.evaluation.kept_forecast import make_forecast
            from core.models.device import leave_one_core_free

            with reader.open() as library, leave_one_core_free():
                return make_forecast(library, row, lambda: models.get(file), cache, job)

        def done(kept: KeptForecast) -> None:
            self._show(kept)
            listeners.done(kept)

        title = QCoreApplication.translate("forecast", "Forecast how many songs tags need")
        own = Listeners(done, listeners.failed, listeners.cancelled, progress=listeners.progress)
        return context.runner.start(Lane.EXPORT, title, work, own)

    def _load(self) -> None:
        from core.evaluation.kept_forecast import kept_file, load_forecast

        session = self._context.session
        if session.library is None or session.model is None:
            self._show(None)
        else:
            self._show(load_forecast(kept_file(session.library.path, session.model.file)))

    def _show(self, kept: KeptForecast | None) -> None:
        if kept != self.kept:
            self.kept = kept
            self.changed.emit(kept)
