"""What a model makes of deformed songs: measured in the background, kept, and shown again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.errors import ModelError
from core.evaluation.kept_robustness import keep_robustness, kept_file, load_robustness
from core.evaluation.robustness_records import KeptRobustness, RobustnessChoice, SongScope
from core.exchange.file_errors import cannot_write
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from pathlib import Path

    from core.library.records import Labels, ModelRow


def measure(context: AppContext, choice: RobustnessChoice, listeners: Listeners) -> int:
    """Measure a model on deformed songs and keep the result. done(KeptRobustness).

    The job's id; 0, and failed() called, where its file is missing.
    """
    from core.audio.deformations import conditions_of
    from core.evaluation.robustness_records import RobustnessRequest
    from core.model_store.registry import model_path

    row = context.library.models.get(choice.model_id)
    try:
        model_file = model_path(row)
    except ModelError as error:
        listeners.failed(error)
        return 0
    request = RobustnessRequest(
        conditions=conditions_of(choice.deformations),
        model_tags=context.library.models.tag_ids(row.id),
        most_s=choice.most_s,
        all_songs=choice.learned,
        unjudged=choice.songs is not SongScope.JUDGED,
    )
    labels, loaded = _labels(context, choice.songs), context.models
    target = kept_file(context.library.path, row.file)

    def work(job: Running) -> tuple[KeptRobustness, Exception | None]:
        from core.evaluation.robustness import measure_robustness
        from core.models.device import leave_one_core_free

        with leave_one_core_free():
            found = measure_robustness(loaded.get(model_file), labels, request, job)
        kept = KeptRobustness(found, _now(), choice.songs)
        return kept, _keep(target, kept)

    def done(result: tuple[KeptRobustness, Exception | None]) -> None:
        kept, problem = result
        if problem is not None:
            context.show_error(problem)
        _note_look(context, row, kept)
        listeners.done(kept)

    title = _tr("Deform songs for {}").format(row.name)
    own = Listeners(done, listeners.failed, listeners.cancelled, progress=listeners.progress)
    return context.runner.start(Lane.MODELS, title, work, own)


def kept_results(context: AppContext) -> dict[int, KeptRobustness]:
    """Return the kept result of every model of the library that has one, by its id."""
    path, found = context.library.path, {}
    for row in context.library.models.list():
        if (kept := load_robustness(kept_file(path, row.file))) is not None:
            found[row.id] = kept
    return found


def song_counts(context: AppContext) -> dict[SongScope, int]:
    """Count the songs of every scope."""
    states = context.library.annotations.labels().states
    return {
        SongScope.JUDGED: int((states >= 0).any(axis=1).sum()),
        SongScope.SELECTED: len(context.session.selection),
        SongScope.ALL: len(states),
    }


def problems() -> dict[str, str]:
    """Say why deformations cannot be done here, by their names."""
    from core.audio.deformations import DEFORMATIONS

    found = {name: kind.problem() for name, kind in DEFORMATIONS.items()}
    return {
        name: " ".join(part for part in error_texts(error) if part)
        for name, error in found.items()
        if error is not None
    }


def write_table(kept: KeptRobustness, path: Path) -> None:
    """Write a result as CSV, tag by tag. Raises ExchangeError."""
    from core.exchange.tables.robustness_table import write_robustness

    write_robustness(kept.found, path)


def _labels(context: AppContext, songs: SongScope) -> Labels:
    from core.training.labels import select_songs

    labels = context.library.annotations.labels()
    if songs is not SongScope.SELECTED:
        return labels
    return select_songs(labels, np.flatnonzero(np.isin(labels.song_ids, context.session.selection)))


def _keep(target: Path, kept: KeptRobustness) -> Exception | None:
    """Keep it, or return why it cannot be: what took minutes is shown all the same."""
    try:
        keep_robustness(target, kept)
    except OSError as error:
        return cannot_write(target, error)
    return None


def _note_look(context: AppContext, row: ModelRow, kept: KeptRobustness) -> None:
    """Count the look at judged songs that the model has not learned from."""
    from core.evaluation.looks import note_look

    if kept.found.n_judged and not context.library.read_only:
        note_look(context.library, kept.found.test_songs, "robustness", row.id)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _tr(text: str) -> str:
    return QCoreApplication.translate("robustness", text)
