"""Models side by side: on the same songs, and on the open song; jobs of the models lane.

The operations return the job's id, so that a dialog can cancel it; Listeners are called as it ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.models.model_records import song_score
from core.models.prediction_cache import load_predictions, save_predictions
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models import library_models
from rhythmcap_gui.operations.models.model_transfer import file_of
from rhythmcap_gui.view_data import ModelPredictions

if TYPE_CHECKING:
    from pathlib import Path

    from core.evaluation.comparison_records import Comparison
    from core.library.records import ModelRow


def compare(context: AppContext, model_ids: Sequence[int], listeners: Listeners) -> int:
    """Measure models on the same songs. done(Comparison).

    Models never measured on this library keep the numbers.
    """
    from core.evaluation.compare import ComparedModel

    known = _models_with_files(context, model_ids)
    rows = [row for row, _file in known]
    models = context.library.models
    compared = [ComparedModel(row.name, file, models.tag_ids(row.id)) for row, file in known]
    labels, cache = context.library.annotations.labels(), context.session.cache

    def work(job: Running) -> Comparison:
        from core.evaluation.compare import compare as measure
        from core.models.device import leave_one_core_free

        with leave_one_core_free():
            return measure(compared, labels, cache, job)

    def done(comparison: Comparison) -> None:
        _store_metrics(context, rows, comparison)
        listeners.done(replace(comparison, n_looks=_note_looks(context, comparison)))

    title = _tr("Compare models")
    return context.runner.start(Lane.MODELS, title, work, replace(listeners, done=done))


def predict_with_models(context: AppContext, model_ids: Sequence[int], listeners: Listeners) -> int:
    """Predict the open song by several models. done(list[ModelPredictions])."""
    song, cache = context.session.song, context.session.cache
    if song is None or cache is None:
        return 0
    chosen = [
        (row, file, context.library.models.tag_ids(row.id))
        for row, file in _models_with_files(context, model_ids)
    ]
    loaded = context.models

    def work(job: Running) -> list[ModelPredictions]:
        from core.models.device import leave_one_core_free
        from core.models.predict import predict_file

        found = []
        for row, file, tags in chosen:
            job.check()
            predictions = load_predictions(cache, song.audio_hash, file, row.words)
            if predictions is None:
                with leave_one_core_free():
                    model = loaded.get(file)
                    predictions = predict_file(model, song.path, song.audio_hash, cache, job)
                save_predictions(cache, file, predictions)
            shown = predictions.as_stored()
            rule = song_score(row.architecture, row.metrics)
            found.append(ModelPredictions(row.name, shown, tags, rule))
        return found

    title = _tr("Listen to {} with each model").format(song.title)
    return context.runner.start(Lane.MODELS, title, work, listeners)


def _models_with_files(
    context: AppContext, model_ids: Sequence[int]
) -> list[tuple[ModelRow, Path]]:
    """Models whose files exist; a message for each other one."""
    found = []
    for model_id in model_ids:
        row, file = context.library.models.get(model_id), file_of(context, model_id)
        if row is not None and file is not None:
            found.append((row, file))
    return found


def _store_metrics(context: AppContext, rows: Sequence[ModelRow], comparison: Comparison) -> None:
    """Store metrics for models that had none from here; a learned one keeps its own."""
    for row, evaluation in zip(rows, comparison.evaluations, strict=True):
        if not row.measured_here and evaluation.summary.wauc is not None:
            measured = evaluation.to_json()
            metrics = {key: measured[key] for key in ("wauc", "means", "per_tag")}
            metrics |= {"n_held_out": comparison.n_songs, "measured_here": True}
            context.library.models.set_metrics(row.id, metrics)
    library_models.note_changed_models(context)


def _note_looks(context: AppContext, comparison: Comparison) -> int:
    """Count the look at songs that a model has not learned from."""
    from core.evaluation.looks import note_look

    return note_look(context.library, comparison.test_songs, "compare")


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
