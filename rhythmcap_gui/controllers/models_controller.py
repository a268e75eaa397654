"""Models in dialogs: get, import, card, compare, export, and what their words mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from core.atomic_files import free_bytes
from core.bundles.bundle_records import BUNDLE_SUFFIX, BundleSize
from core.printable import path_from_text
from rhythmcap_gui.controllers.dialogs import (
    LatestJob,
    listeners_of,
    show_beside,
    show_dialog,
)
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.job_runner import Listeners
from rhythmcap_gui.local_paths import path_text
from rhythmcap_gui.number_format import bytes_text
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files import model_reports
from rhythmcap_gui.operations.files.importing import Importer
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.models import (
    elsewhere,
    library_models,
    model_comparison,
    model_inside,
    model_results,
    model_transfer,
)
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.view_data import ReportRequest, WeightsRequest

if TYPE_CHECKING:
    from core.models.onnx_records import OnnxRequest
    from rhythmcap_gui.operations.models.forecasts import Forecasts
    from rhythmcap_gui.operations.models.learning import Learning


class ModelsController(QObject):
    """What the model menu and the Models dock open. show_dock: brings the dock of a name up.

    changed_requested(): what the model in use says otherwise than the one before it.
    forecast_requested(tag): how many more songs tags need.
    """

    changed_requested = Signal()
    forecast_requested = Signal(str)

    def __init__(
        self,
        context: AppContext,
        window: QWidget,
        importer: Importer,
        show_dock: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._importer, self._show_dock = importer, show_dock
        self.forecasts: Forecasts | None = None  # of how many more songs tags need
        self.undo_actions: Sequence[QAction] = ()  # for a dialog whose decisions can be undone

    def get_model(self) -> None:
        """Choose a public model and download it."""
        from core.models.public_registry import public_models
        from rhythmcap_gui.views.models.pretrained_dialog import PretrainedDialog

        session, models = self._context.session, self._context.library.models
        dialog = PretrainedDialog(
            public_models(), session.architectures, [row.name for row in models.list()],
            self._window,
        )  # fmt: skip
        job = LatestJob(self._context, dialog)

        def fetch(name: str) -> None:
            dialog.begin(self.tr("Getting {}").format(name))
            listeners = listeners_of(dialog, lambda row: dialog.arrived(row.name))
            job.id = model_transfer.fetch(self._context, name, listeners)

        dialog.fetch_requested.connect(fetch)
        dialog.finished.connect(lambda _code: self._show_dock("models"))
        show_dialog(dialog)

    def import_model(self, path: Path | None = None) -> None:
        """Choose a model file (or take this one) and add it to the library's models."""
        from core.models.public_registry import known_tag_lists
        from rhythmcap_gui.views.models.import_model_dialog import ImportModelDialog

        architectures = self._context.session.architectures
        dialog = ImportModelDialog(architectures, known_tag_lists(), self._window)
        job = LatestJob(self._context, dialog)

        def detect(file: Path) -> None:
            onnx = model_transfer.is_onnx(file)
            done = dialog.show_onnx_guess if onnx else dialog.show_guess
            look = model_transfer.look_into_onnx if onnx else model_transfer.detect
            job.id = look(self._context, file, listeners_of(dialog, done))

        def import_file(request: WeightsRequest | OnnxRequest | Path) -> None:
            dialog.begin(self.tr("Importing"))
            listeners = listeners_of(dialog, lambda row: (dialog.finish(), self._show_added(row)))
            job.id = model_transfer.import_file(self._context, request, listeners)

        dialog.detect_requested.connect(detect)
        dialog.import_requested.connect(import_file)
        show_dialog(dialog)
        if path is not None:
            dialog.set_file(path, own=model_transfer.is_own(path))

    def import_dropped(self, paths: Sequence[Path]) -> None:
        """Import dropped music or models; of models that need questions only the first."""
        if not model_transfer.are_models(paths) or self._context.session.library is None:
            self._importer.start(list(paths))
            return
        for path in paths:
            if model_transfer.is_own(path):
                listeners = Listeners(done=self._show_added, failed=self._context.show_error)
                model_transfer.import_own(self._context, path, listeners)
        foreign = [path for path in paths if not model_transfer.is_own(path)]
        if foreign:
            self.import_model(foreign[0])

    def show_card(self, model_id: int) -> None:
        """Show all that is known of a model."""
        from core.errors import ModelError
        from core.model_store.registry import model_path
        from rhythmcap_gui.views.models.model_card import ModelCardDialog

        models = self._context.library.models
        row = models.get(model_id)
        if row is None:
            return
        parent = models.get(row.parent_id) if row.parent_id else None
        try:
            file = model_path(row)
            location = f"{file} ({bytes_text(file.stat().st_size)})"
        except (ModelError, OSError) as error:
            location = " ".join(error_texts(error))
        architecture = self._context.session.architectures.get(row.architecture)
        name = parent.name if parent else ""
        details = self._context.session.settings.details
        dialog = ModelCardDialog(
            row, architecture, name, location, self._window, details=details
        )  # fmt: skip
        dialog.details_toggled.connect(self._store_details)
        dialog.inside_requested.connect(self.look_inside)
        dialog.report_requested.connect(lambda: self.save_report(model_id))
        show_dialog(dialog)

    def look_inside(self, model_id: int | None = None) -> None:
        """Show the filters and singular values of a model (None: of the active one)."""
        from rhythmcap_gui.views.models.inside_dialog import InsideDialog

        context, active = self._context, self._context.session.model
        row = context.library.models.get(model_id or (active.id if active else 0))
        if row is None:
            return
        dialog = InsideDialog(row.name, self._window)
        job = LatestJob(context, dialog)
        dialog.begin(self.tr("Reading the weights"))
        job.id = model_inside.look_inside(context, row.id, listeners_of(dialog, dialog.show_inside))
        if job.id:
            show_beside(dialog, context.session)

    def save_report(self, model_id: int | None = None) -> None:
        """Ask what a report on a model (None: on the active one) is called, and write it."""
        from rhythmcap_gui.views.models.report_dialog import ReportDialog

        context, active = self._context, self._context.session.model
        row = context.library.models.get(model_id or (active.id if active else 0))
        if row is None:
            return
        folder = context.session.settings.labels_folder
        dialog = ReportDialog(
            row.name,
            context.library.annotators.current.name,
            path_from_text(folder) if folder else Path.home(),
            self._window,
        )
        job = LatestJob(context, dialog)

        def save(request: ReportRequest) -> None:
            preferences.change(context, labels_folder=path_text(request.path.parent))
            listeners = listeners_of(dialog, lambda _path: dialog.finish())
            job.id = model_reports.save_report(context, row.id, request, listeners)
            if not job.id:
                dialog.stopped()

        dialog.save_requested.connect(save)
        show_beside(dialog, context.session)

    def show_result(self, model_id: int, tag: str = "") -> None:
        """Show how well a model does, tag by tag, with the songs behind the numbers."""
        from rhythmcap_gui.views.models.result_dialog import ResultDialog

        context, songs = self._context, self._context.library.songs
        results = model_results.ModelResults(context, model_id)

        def title_of(song_id: int) -> str:
            song = songs.get(song_id)
            parts = (song.display_artist, song.display_title) if song is not None else ()
            return " – ".join(part for part in parts if part)

        dialog = ResultDialog(title_of, self._window, details=context.session.settings.details)
        dialog.details_toggled.connect(self._store_details)
        listeners = listeners_of(dialog, lambda result: dialog.measured(result, tag))
        dialog.measure_requested.connect(
            lambda: (dialog.begin(self.tr("Listening to my songs")), results.score(listeners))
        )
        dialog.threshold_set.connect(results.set_threshold)
        dialog.report_requested.connect(lambda: self.save_report(model_id))
        in_use = context.session.model
        dialog.changed.setVisible(in_use is not None and in_use.id == model_id)
        dialog.changed.clicked.connect(self.changed_requested)
        forecasts = self.forecasts
        if forecasts is not None:
            dialog.tree.show_forecast(forecasts.kept)
            forecasts.changed.connect(dialog.tree.show_forecast)
        dialog.forecast_requested.connect(self.forecast_requested)
        dialog.addActions(self.undo_actions)
        dialog.cancel_requested.connect(results.cancel)  # what reads without a bar, too
        dialog.song_requested.connect(
            lambda song_id: navigation.open_from_elsewhere(context, song_id)
        )
        following = context.session.changed.connect(
            lambda changes: results.follow(changes, listeners)
        )
        dialog.finished.connect(lambda: context.session.disconnect(following))
        dialog.begin(self.tr("Reading the result"))
        show_beside(dialog, context.session)
        results.load(listeners)

    def compare_models(self, model_ids: Sequence[int]) -> None:
        """Compare two or more models on the same songs, and on the open song."""
        from rhythmcap_gui.views.models.compare_dialog import CompareDialog

        context, song = self._context, self._context.session.song
        names = [context.library.models.get(model_id).name for model_id in model_ids]
        dialog = CompareDialog(context.session, names, self._window)
        job = LatestJob(context, dialog)
        dialog.details_toggled.connect(self._store_details)

        def predict_open_song(*_ended: object) -> None:
            if song is None or context.session.song is not song:
                dialog.stack.show_message(self.tr("Open a song to see it as each model hears it."))
                return
            if not dialog.work.failed:
                dialog.begin(self.tr("Listening to the open song"))
            listeners = listeners_of(
                dialog,
                lambda found: dialog.show_predictions(found, song.title, song.duration_s),
            )
            job.id = model_comparison.predict_with_models(context, model_ids, listeners)

        listeners = replace(
            listeners_of(
                dialog, lambda found: (dialog.show_comparison(found), predict_open_song())
            ),
            failed=lambda error: (dialog.failed(error), predict_open_song()),
        )
        dialog.begin(self.tr("Listening to my songs"))
        dialog.seek_requested.connect(lambda second: playback.seek(context, second))
        dialog.loop_requested.connect(lambda loop: playback.set_loop(context, loop))
        show_dialog(dialog)
        job.id = model_comparison.compare(context, model_ids, listeners)

    def export_model(self, model_id: int) -> None:
        """Choose a name, and write the model there."""
        row = self._context.library.models.get(model_id)
        name, chosen_filter = QFileDialog.getSaveFileName(
            self._window, self.tr("Export {}").format(row.name),
            str(Path.home() / f"{row.name}.rhythmcap.zip"),
            self.tr("For a colleague (*.zip);;ONNX, for other programs (*.onnx)"),
        )  # fmt: skip
        if name:
            suffix = ".onnx" if "onnx" in chosen_filter else ".zip"
            target = Path(name) if Path(name).suffix else Path(f"{name}{suffix}")
            model_transfer.export(self._context, model_id, target)

    def learn_elsewhere(self, learning: Learning) -> None:
        """Say how large it will be, and write what another machine needs to learn from my tags."""
        from rhythmcap_gui.views.models.elsewhere_dialog import ElsewhereDialog

        context = self._context
        planned = elsewhere.next_round(context, learning)
        if planned is None:
            return
        labels_folder = context.session.settings.labels_folder
        folder = path_from_text(labels_folder) if labels_folder else Path.home()
        dialog = ElsewhereDialog(folder / f"rhythmcap{BUNDLE_SUFFIX}", self._window)
        job, sizes = LatestJob(context, dialog), list[BundleSize]()

        def estimated(size: BundleSize) -> None:
            sizes.append(size)
            dialog.show_size(size, free_bytes(folder))

        def write(target: Path) -> None:
            listeners = listeners_of(dialog, lambda _report: dialog.finish())
            job.id = elsewhere.write_bundle(context, planned, sizes[-1], target, listeners)

        dialog.write_requested.connect(write)
        dialog.begin(self.tr("Estimating its size"))
        job.id = elsewhere.estimate(context, planned, listeners_of(dialog, estimated))
        show_dialog(dialog)

    def map_words(self, model_id: int | None = None) -> None:
        """Say what the words of a model (None: of the active one) mean in mine."""
        from rhythmcap_gui.views.models.word_mapping import WordMappingDialog

        active = self._context.session.model
        row = self._context.library.models.get(model_id or (active.id if active else 0))
        if row is None:
            return
        dialog = WordMappingDialog(self._context.session, row, self._window)
        dialog.decided.connect(lambda meanings: library_models.map_words(self._context, meanings))
        show_dialog(dialog)

    def _store_details(self, shown: bool) -> None:
        preferences.change(self._context, details=shown)

    def _show_added(self, row: object) -> None:
        if row.words:
            text = self.tr(
                "“{}” is in the library now. Use it, or compare it with yours, under Models."
            )
        else:
            text = self.tr(
                "“{}” is in the library now. It knows no words yet: start from it under Learn."
            )
        self._context.session.notify(text.format(row.name), "good")
        self._show_dock("models" if row.words else "learn")
