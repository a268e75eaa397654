"""Model files in and out: fetch, import, detect, export; each is a job of the models lane.

The operations return the job's id, so that a dialog can cancel it; Listeners are called as it ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from core.errors import ModelError, RhythmCapError
from core.paths import folders
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models import library_models, predicting
from rhythmcap_gui.view_data import WeightsRequest

if TYPE_CHECKING:
    from core.models.model_records import ArchitectureGuess
    from core.models.onnx_records import OnnxGuess, OnnxRequest

ZIP, ONNX = ".zip", ".onnx"
MODEL_SUFFIXES = (ZIP, ONNX, ".safetensors", ".pth", ".pt", ".h5", ".hdf5")


def are_models(paths: Sequence[Path]) -> bool:
    """Whether dropped files are models, not music."""
    return bool(paths) and all(
        path.suffix.lower() in MODEL_SUFFIXES or _is_bundle(path) for path in paths
    )


def _is_bundle(path: Path) -> bool:
    """Whether it is a file of a TensorFlow bundle, or the folder of one."""
    from core.models.tensorflow_bundle import bundle_index

    try:
        index = bundle_index(path)
    except (ModelError, OSError):
        return False
    return index is not None and index.is_file()


def is_own(path: Path) -> bool:
    """Whether a file says by itself what it is: a zip, or weights with their card beside them."""
    own = path.suffix.lower() == ".safetensors" and path.with_suffix(".json").exists()
    return own or path.suffix.lower() == ZIP


def fetch(context: AppContext, name: str, listeners: Listeners) -> int:
    """Download a public checkpoint and add it to the library. done(ModelRow)."""

    models = context.library.models.folder

    def work(job: Running) -> Path:
        from core.models.public_weights import fetch_model

        return fetch_model(name, models, folders().cache / "downloads", job)[0]

    return _start_adding(context, _tr("Get {}").format(name), work, listeners)


def import_file(
    context: AppContext, request: WeightsRequest | OnnxRequest | Path, listeners: Listeners
) -> int:
    """Add a file to the library, of whatever kind the request says. done(ModelRow)."""
    if isinstance(request, WeightsRequest):
        return import_weights(context, request, listeners)
    if isinstance(request, Path):
        return import_own(context, request, listeners)
    return import_onnx(context, request, listeners)


def import_own(context: AppContext, path: Path, listeners: Listeners) -> int:
    """Add a colleague's zip, or a model's two files, to the library. done(ModelRow)."""

    models = context.library.models.folder

    def work(job: Running) -> Path:
        from core.exchange.model_files.model_archive import copy_in, import_zip

        if path.suffix.lower() == ZIP:
            return import_zip(path, models, job)[0]
        return copy_in(path, models)

    return _start_adding(context, _tr("Import {}").format(path.name), work, listeners)


def import_weights(context: AppContext, request: WeightsRequest, listeners: Listeners) -> int:
    """Add a foreign weights file to the library. done(ModelRow)."""

    models = context.library.models.folder

    def work(_job: Running) -> Path:
        from core.models.public_weights import draft_card, import_weights
        from core.models.weights_source import WeightsSource

        source = WeightsSource(
            request.path, request.architecture, request.words, reading=request.reading
        )
        return import_weights(source, draft_card(source, request.name), models)[0]

    return _start_adding(context, _tr("Import {}").format(request.path.name), work, listeners)


def detect(context: AppContext, path: Path, listeners: Listeners) -> int:
    """Detect which network a file is of. done(ArchitectureGuess)."""

    def work(_job: Running) -> ArchitectureGuess:
        from core.models.detect_architecture import detect_architecture

        return detect_architecture(path)

    title = _tr("Read {}").format(path.name)
    return context.runner.start(Lane.MODELS, title, work, listeners)


def import_onnx(context: AppContext, request: OnnxRequest, listeners: Listeners) -> int:
    """Try an ONNX file, and add it to the library as an embedding. done(ModelRow)."""

    models = context.library.models.folder

    def work(job: Running) -> Path:
        from core.models.onnx_import import import_onnx

        return import_onnx(request, models, job)[0]

    return _start_adding(context, _tr("Import {}").format(request.path.name), work, listeners)


def is_onnx(path: Path) -> bool:
    """Whether a file is called as ONNX files are."""
    return path.suffix.lower() == ONNX


def look_into_onnx(context: AppContext, path: Path, listeners: Listeners) -> int:
    """Read what an ONNX file says of itself. done(OnnxGuess)."""

    def work(job: Running) -> OnnxGuess:
        from core.models.onnx_import import guess_onnx

        return guess_onnx(path, job)

    title = _tr("Read {}").format(path.name)
    return context.runner.start(Lane.MODELS, title, work, listeners)


def export(context: AppContext, model_id: int, target: Path) -> int:
    """Write a model as .zip, .onnx or (any other name) as its two files in a folder."""
    from core.model_store.registry import current_card

    row = context.library.models.get(model_id)
    model_file = file_of(context, model_id)
    if row is None or model_file is None:
        return 0
    try:
        card = current_card(context.library, row)
    except ModelError as error:
        context.show_error(error)
        return 0

    def work(job: Running) -> Path:
        from core.exchange.model_files import model_archive, onnx_file
        from core.models.checkpoint import load_checkpoint

        if target.suffix.lower() == ZIP:
            return model_archive.export_zip(model_file, target, job, card=card)
        if target.suffix.lower() == ONNX:
            onnx_file.export_onnx(replace(load_checkpoint(model_file), card=card), target, job)
            return target
        return model_archive.export_folder(model_file, target, job, card=card)

    text = _tr("“{name}” is written to {path}.")
    listeners = Listeners(
        done=lambda path: context.session.notify(text.format(name=row.name, path=path), "good"),
        failed=context.show_error,
    )
    return context.runner.start(Lane.MODELS, _tr("Export {}").format(row.name), work, listeners)


def file_of(context: AppContext, model_id: int) -> Path | None:
    """Return a model's file; None, and a message, where it is missing."""
    from core.model_store.registry import model_path

    row = context.library.models.get(model_id)
    if row is None:
        return None
    try:
        return model_path(row)
    except ModelError as error:
        context.show_error(error)
        return None


def _start_adding(
    context: AppContext, title: str, work: Callable[[Running], Path], listeners: Listeners
) -> int:
    """Start a job that makes a model file, which is then added to the library. done(ModelRow)."""

    def add(path: Path) -> None:
        from core.model_store.registry import add_file

        try:
            row: Any = add_file(context.library, path)
        except RhythmCapError as error:
            listeners.failed(error)
            return
        library_models.note_changed_models(context)
        if context.session.model is None:
            predicting.use_active_model(context)
        listeners.done(row)

    return context.runner.start(Lane.MODELS, title, work, replace(listeners, done=add))


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
