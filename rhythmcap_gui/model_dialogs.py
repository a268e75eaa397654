"""The dialogs about models: get, import, card, compare, export, and what their words mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog

from rhythmcap_gui.core_text import words_of
from rhythmcap_gui.job_runner import Listeners
from rhythmcap_gui.number_format import bytes_text
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files.importing import Importer
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.models import model_transfer
from rhythmcap_gui.view_data import WeightsRequest
from rhythmcap_gui.views.models.compare_dialog import CompareDialog
from rhythmcap_gui.views.models.import_model_dialog import ImportModelDialog
from rhythmcap_gui.views.models.model_card import ModelCardDialog
from rhythmcap_gui.views.models.pretrained_dialog import PretrainedDialog
from rhythmcap_gui.views.models.word_mapping import WordMapping


class ModelDialogs:
    """A part of MainWindow: everything about models that opens another window for a moment."""

    context: AppContext
    importing: Importer

    def get_model(self) -> None:
        """Choose a public model and download it."""
        names = [row.name for row in self.context.library.models.list()]
        dialog = PretrainedDialog(names, self)
        job = _Latest(self.context)

        def fetch(name: str) -> None:
            dialog.begin()
            listeners = Listeners(
                done=lambda row: dialog.arrived(row.name), failed=dialog.failed,
                cancelled=dialog.stopped, progress=dialog.work.show_progress,
            )  # fmt: skip
            job.id = model_transfer.fetch(self.context, name, listeners)

        dialog.fetch_requested.connect(fetch)
        dialog.cancel_requested.connect(job.cancel)
        dialog.finished.connect(lambda _code: self.show_dock("models"))
        _open(dialog)

    def import_model(self, path: Path | None = None) -> None:
        """Choose a model file (or take this one) and put it on the shelf."""
        dialog = ImportModelDialog(self)
        job = _Latest(self.context)

        def look(file: Path) -> None:
            listeners = Listeners(done=dialog.show_guess, failed=dialog.failed)
            job.id = model_transfer.guess(self.context, file, listeners)

        def take(wanted: WeightsRequest | Path) -> None:
            dialog.begin()
            listeners = Listeners(
                done=lambda row: (dialog.done(1), self._arrived(row)),
                failed=dialog.failed, progress=dialog.work.show_progress,
            )  # fmt: skip
            own = isinstance(wanted, Path)
            verb = model_transfer.take_own if own else model_transfer.take_weights
            job.id = verb(self.context, wanted, listeners)

        dialog.looked_into.connect(look)
        dialog.import_requested.connect(take)
        dialog.cancel_requested.connect(job.cancel)
        _open(dialog)
        if path is not None:
            dialog.set_file(path, own=model_transfer.is_own(path))

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Music is added; models are put on the shelf, those that need questions one by one."""
        if not model_transfer.are_models(paths) or self.context.session.library is None:
            self.importing.start(list(paths))
            return
        for path in paths:
            if model_transfer.is_own(path):
                listeners = Listeners(done=self._arrived, failed=self.context.show_error)
                model_transfer.take_own(self.context, path, listeners)
        foreign = [path for path in paths if not model_transfer.is_own(path)]
        if foreign:
            self.import_model(foreign[0])

    def show_card(self, model_id: int) -> None:
        """All that is known of a model, to read."""
        from core.errors import ModelError
        from core.model_store.registry import model_path

        row = self.context.library.models.get(model_id)
        if row is None:
            return
        parent = self.context.library.models.get(row.parent_id) if row.parent_id else None
        try:
            file = model_path(row)
            place = f"{file} ({bytes_text(file.stat().st_size)})"
        except (ModelError, OSError) as error:
            place = " ".join(words_of(error))
        _open(ModelCardDialog(row, parent.name if parent else "", place, self))

    def compare_models(self, model_ids: Sequence[int]) -> None:
        """Two or more models on the same held-out songs, and on the open song."""
        names = [self.context.library.models.get(each).name for each in model_ids]
        dialog = CompareDialog(self.context.session, names, self)
        job, song = _Latest(self.context), self.context.session.song
        common = {"cancelled": dialog.stopped, "progress": dialog.work.show_progress}

        def hear(*_ended: object) -> None:
            if song is None or self.context.session.song is not song:
                dialog.stack.say(self.tr("Open a song to see it as each model hears it."))
                return
            if not dialog.work.failed:
                dialog.begin(self.tr("Listening to the open song"))
            listeners = Listeners(
                done=lambda heard: dialog.show_heard(heard, song.title, song.duration_s),
                failed=dialog.failed, **common,
            )  # fmt: skip
            job.id = model_transfer.hear_with_each(self.context, model_ids, listeners)

        listeners = Listeners(
            done=lambda found: (dialog.show_comparison(found), hear()),
            failed=lambda error: (dialog.failed(error), hear()), **common,
        )  # fmt: skip
        dialog.begin(self.tr("Listening to the held-out songs"))
        dialog.cancel_requested.connect(job.cancel)
        dialog.seek_requested.connect(lambda second: playback.seek(self.context, second))
        dialog.loop_requested.connect(lambda loop: playback.set_loop(self.context, loop))
        _open(dialog)
        job.id = model_transfer.compare(self.context, model_ids, listeners)

    def export_model(self, model_id: int) -> None:
        """Choose a name, and write the model there."""
        row = self.context.library.models.get(model_id)
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Export {}").format(row.name), str(Path.home() / f"{row.name}.zip"),
            self.tr("For a colleague (*.zip);;ONNX, for other programs (*.onnx)"),
        )  # fmt: skip
        if name:
            onnx = "onnx" in _filter and not Path(name).suffix
            target = (
                Path(name) if Path(name).suffix else Path(f"{name}{'.onnx' if onnx else '.zip'}")
            )
            model_transfer.export(self.context, model_id, target)

    def map_words(self, model_id: int | None = None) -> None:
        """Say what a model's words (those of the one in use) mean in mine."""
        active = self.context.session.model
        wanted = model_id or (active.id if active is not None else 0)
        row = self.context.library.models.get(wanted)
        if row is None:
            return
        dialog = WordMapping(self.context.session, row, self)
        dialog.decided.connect(lambda meanings: model_transfer.map_words(self.context, meanings))
        _open(dialog)

    def _arrived(self, row: object) -> None:
        said = self.tr(
            "“{}” is on the shelf. Use it, or compare it with yours, in the Models dock."
        )
        self.context.session.notify(said.format(row.name), "good")
        self.show_dock("models")


def _open(dialog: QDialog) -> None:
    """Show it; it goes when it is closed (what still ran for it is cancelled before)."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class _Latest:
    """The job a dialog started last, so that its cancel reaches it."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.id = 0

    def cancel(self) -> None:
        """Stop it, if it still runs."""
        self._context.runner.cancel(self.id)
