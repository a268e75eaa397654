"""Models coming in and going out: fetch, import, export, compare; each in the models lane.

The verbs return the job's id, so that a dialog can cancel it; Listeners tell it how it went.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from core.errors import ModelError, RhythmCapError
from core.models.prediction_cache import load_predictions, save_predictions
from core.paths import folders
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models import active_model, predicting
from rhythmcap_gui.view_data import ModelPredictions, WeightsRequest

if TYPE_CHECKING:
    from core.evaluation.compare import Comparison
    from core.library.records import ModelRow

ZIP, ONNX = ".zip", ".onnx"
MODEL_SUFFIXES = (ZIP, ".safetensors", ".pth", ".pt", ".h5", ".hdf5")


def are_models(paths: Sequence[Path]) -> bool:
    """Whether dropped files are models, not music."""
    return bool(paths) and all(path.suffix.lower() in MODEL_SUFFIXES for path in paths)


def is_own(path: Path) -> bool:
    """Whether a file says by itself what it is: a zip, or weights with their card beside them."""
    own = path.suffix.lower() == ".safetensors" and path.with_suffix(".json").exists()
    return own or path.suffix.lower() == ZIP


def fetch(context: AppContext, name: str, listeners: Listeners) -> int:
    """Download a public checkpoint and put it on the shelf. done(ModelRow)."""

    def work(job: Running) -> Path:
        from core.models.public_weights import fetch_model

        return fetch_model(name, folders().models, folders().cache / "downloads", job)[0]

    return _start(context, _say("Get {}").format(name), work, _then_shelve(context, listeners))


def take_own(context: AppContext, path: Path, listeners: Listeners) -> int:
    """A colleague's zip, or a model's two files, onto the shelf. done(ModelRow)."""

    def work(job: Running) -> Path:
        from core.exchange.model_archive import copy_in, import_zip

        if path.suffix.lower() == ZIP:
            return import_zip(path, folders().models, job)[0]
        return copy_in(path, folders().models)

    return _start(
        context, _say("Import {}").format(path.name), work, _then_shelve(context, listeners)
    )


def take_weights(context: AppContext, wanted: WeightsRequest, listeners: Listeners) -> int:
    """A foreign weights file onto the shelf. done(ModelRow)."""

    def work(_job: Running) -> Path:
        from core.models.public_weights import WeightsSource, draft_card, import_weights

        source = WeightsSource(
            wanted.path, wanted.architecture, wanted.words, reading=wanted.reading
        )
        return import_weights(source, draft_card(source, wanted.name), folders().models)[0]

    return _start(
        context, _say("Import {}").format(wanted.path.name), work, _then_shelve(context, listeners)
    )


def guess(context: AppContext, path: Path, listeners: Listeners) -> int:
    """Which network a file is of. done(core.models.detect_architecture.Guess)."""

    def work(_job: Running) -> Any:
        from core.models.detect_architecture import guess_weights

        return guess_weights(path)

    return _start(context, _say("Look into {}").format(path.name), work, listeners)


def export(context: AppContext, model_id: int, target: Path) -> int:
    """Write a model as .zip, .onnx or (any other name) as its two files in a folder."""
    row, model = _file_of(context, model_id)
    if row is None or model is None:
        return 0

    def work(job: Running) -> Path:
        from core.exchange import model_archive, onnx_file
        from core.models.checkpoint import load_checkpoint

        if target.suffix.lower() == ZIP:
            return model_archive.export_zip(model, target, job)
        if target.suffix.lower() == ONNX:
            onnx_file.export_onnx(load_checkpoint(model), target)
            return target
        return model_archive.export_folder(model, target)

    said = _say("“{name}” is written to {path}.")
    listeners = Listeners(
        done=lambda path: context.session.notify(said.format(name=row.name, path=path), "good"),
        failed=context.show_error,
    )
    return _start(context, _say("Export {}").format(row.name), work, listeners)


def compare(context: AppContext, model_ids: Sequence[int], listeners: Listeners) -> int:
    """Models on the same held-out songs. done(Comparison); models never measured here keep it."""
    from core.evaluation.compare import ComparedModel

    rows, contenders = [], []
    for model_id in model_ids:
        row, path = _file_of(context, model_id)
        if row is not None and path is not None:
            rows.append(row)
            contenders.append(ComparedModel(row.name, path, context.library.models.tag_ids(row.id)))
    labels, cache = context.library.annotations.labels(), context.session.cache

    def work(job: Running) -> Comparison:
        from core.evaluation.compare import compare as measure
        from core.models.device import leave_one_core_free

        with leave_one_core_free():
            return measure(contenders, labels, cache, job)

    def done(found: Comparison) -> None:
        _keep_measures(context, rows, found)
        listeners.done(found)

    return _start(context, _say("Compare models"), work, replace(listeners, done=done))


def hear_with_each(context: AppContext, model_ids: Sequence[int], listeners: Listeners) -> int:
    """The open song by several models. done(list[ModelPredictions])."""
    song, cache = context.session.song, context.session.cache
    if song is None or cache is None:
        return 0
    known = [_file_of(context, model_id) for model_id in model_ids]
    chosen = [
        (row, path, context.library.models.tag_ids(row.id)) for row, path in known if row and path
    ]
    to_hear, loaded = predicting.Heard(song.id, song.audio_hash, song.path), context.models

    def work(job: Running) -> list[ModelPredictions]:
        from core.models.device import leave_one_core_free

        found = []
        for row, path, tags in chosen:
            job.check()
            said = load_predictions(cache, song.audio_hash, path, row.words)
            if said is None:
                with leave_one_core_free():
                    said = predicting.listen(loaded.get(path), to_hear, cache, job, taggram=True)
                save_predictions(cache, path, said)
            found.append(ModelPredictions(row.name, said, tags))
        return found

    title = _say("Listen to {} with each model").format(song.title)
    return _start(context, title, work, listeners)


def map_words(context: AppContext, meanings: Mapping[str, int | None]) -> None:
    """Foreign words mean these tags from now on (None: no tag); suggestions follow at once."""
    from core.library.records import Changes

    try:
        for word, tag_id in meanings.items():
            context.library.models.map_word(word, tag_id)
    except RhythmCapError as error:
        context.show_error(error)
    if meanings:
        context.session.note_changes(Changes(codebook=True, models=True))
        context.session.scores_changed.emit()


@dataclass(frozen=True, slots=True)
class _Shelve:
    """On the main thread, once the file is there: a row in the library."""

    context: AppContext
    said: Callable[[Any], None]

    def __call__(self, path: Path) -> None:
        from core.model_store.registry import add_file

        try:
            row = add_file(self.context.library, path)
        except RhythmCapError as error:
            self.context.show_error(error)
            return
        active_model.shelf_changed(self.context)
        if self.context.session.model is None:
            predicting.use_active_model(self.context)
        self.said(row)


def _then_shelve(context: AppContext, listeners: Listeners) -> Listeners:
    return replace(listeners, done=_Shelve(context, listeners.done))


def _say(text: str) -> str:
    return QCoreApplication.translate("shelving", text)


def _start(
    context: AppContext, title: str, work: Callable[[Running], Any], listeners: Listeners
) -> int:
    return context.runner.start(Lane.MODELS, title, work, listeners)


def _file_of(context: AppContext, model_id: int) -> tuple[ModelRow | None, Path | None]:
    from core.model_store.registry import model_path

    row = context.library.models.get(model_id)
    if row is None:
        return None, None
    try:
        return row, model_path(row)
    except ModelError as error:
        context.show_error(error)
        return row, None


def _keep_measures(context: AppContext, rows: Sequence[ModelRow], found: Comparison) -> None:
    """Numbers on my held-out songs for models that came without; a learned one keeps its own."""
    for row, own in zip(rows, found.evaluations, strict=True):
        if not row.measured_here and own.summary.wauc is not None:
            measured = own.to_json()
            kept = {key: measured[key] for key in ("wauc", "per_tag")}
            kept |= {"n_held_out": found.n_songs, "measured_here": True}
            context.library.models.set_metrics(row.id, kept)
    active_model.shelf_changed(context)
