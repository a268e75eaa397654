"""A report on a model, measured, gathered and written in the background."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.core_text import translated
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.library_reader import LibraryReader
from rhythmcap_gui.operations.models import model_results
from rhythmcap_gui.operations.models.model_transfer import file_of
from rhythmcap_gui.session import Notice
from rhythmcap_gui.view_data import ReportRequest

if TYPE_CHECKING:
    from core.evaluation.evaluation_records import Evaluation
    from core.features.cache import FeatureCache
    from core.library.records import Labels, ModelRow

MEASURING = 0.7  # of the time, where songs have to be listened to


@dataclass(frozen=True, slots=True)
class _Model:
    """What a job needs to measure a model. own: thresholds that the user set, by tag."""

    row: ModelRow
    file: Path
    labels: Labels
    tags: tuple[int | None, ...]
    own: Mapping[str, float]
    cache: FeatureCache


def save_report(
    context: AppContext, model_id: int, request: ReportRequest, listeners: Listeners
) -> int:
    """Write a report; a notice tells of it, besides done(path). Return the job's id, 0 for none.

    It is in the window's language, and a look at the songs that the model has not learned from.
    """
    library, file = context.library, file_of(context, model_id)
    row = library.models.get(model_id)
    if row is None or file is None:
        return 0
    labels = library.annotations.labels()
    own = model_results.thresholds_by_name(library.evaluation.thresholds(row.id), labels)
    model = _Model(row, file, labels, library.models.tag_ids(row.id), own, context.session.cache)
    reader = LibraryReader.of(context)

    def work(job: Running) -> tuple[Path, Evaluation]:
        return _write(model, reader, request, job)

    def done(found: tuple[Path, Evaluation]) -> None:
        path, evaluation = found
        model_results.note_look_at(context, row, evaluation, "report")
        text = _tr("The report is saved: {name}.").format(name=shown_path(path.name))
        context.session.notice.emit(Notice(text, "good", path=path, made=path))
        listeners.done(path)

    title = _tr("Report on {}").format(row.name)
    return context.runner.start(Lane.EXPORT, title, work, replace(listeners, done=done))


def _write(
    model: _Model, reader: LibraryReader, request: ReportRequest, job: Running
) -> tuple[Path, Evaluation]:
    from core.evaluation.looks import count_looks
    from core.evaluation.report import evaluate_scores
    from core.jobs import SubJob
    from core.paths import folders
    from core.reports.gather import Measured, categories_of, gather_report
    from core.reports.report_files import write_report
    from core.reports.report_records import ReportOptions

    scored = model_results.score_judged(
        model.file, model.labels, model.tags, model.cache, SubJob(job, 0.0, MEASURING)
    )
    today = datetime.now(UTC).date().isoformat()
    options = ReportOptions(today, request.title, request.author, request.with_scores)
    with reader.open() as library:
        found = evaluate_scores(scored, model.tags, model.own, categories_of(library))
        measured = Measured(model.row, scored, found, count_looks(library, found.test_songs))
        part = SubJob(job, MEASURING, 1.0 - MEASURING)
        data = gather_report(library, measured, options, folders().experiments, part)
    write_report(data, request.path, translated, reader.language, job)
    return request.path, found


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
