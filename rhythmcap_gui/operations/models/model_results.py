"""How well a model does on my songs: from the scores its card keeps, or by scoring them now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models import library_models
from rhythmcap_gui.operations.models.model_transfer import file_of

if TYPE_CHECKING:
    from pathlib import Path

    from core.evaluation.evaluation_records import Evaluation, ModelResult, OwnEar
    from core.evaluation.report import ScoredSongs
    from core.jobs import JobContext
    from core.library.records import Changes, Labels, ModelRow


class ModelResults:
    """The result of one model; a dialog's. Scores are kept while it is open."""

    def __init__(self, context: AppContext, model_id: int) -> None:
        self._context, self._model_id = context, model_id
        self._scored: ScoredSongs | None = None
        self._thresholds: dict[int, float] = {}  # those of the result that is shown
        self._n_looks = 0
        self._job_id = 0

    def load(self, listeners: Listeners) -> None:
        """Measure by the out-of-fold scores on the card. done(ModelResult).

        It has no evaluation where the card keeps none.
        """
        self._start(_tr("Read the result"), listeners, score=False)

    def score(self, listeners: Listeners) -> None:
        """Score all judged songs that it has not learned from, and measure. done(ModelResult)."""
        self._start(_tr("Measure a model"), listeners, score=True)

    def set_threshold(self, tag: str, score: float | None) -> None:
        """Let a word count as yes from this score on, None: from the estimated one. Undoable."""
        from core.library.edits.edits import SetThreshold

        known = self._context.library.codebook.find(tag)
        if known is not None:
            edit_runner.apply(self._context, SetThreshold(self._model_id, known.id, score))

    def follow(self, changes: Changes, listeners: Listeners) -> None:
        """Measure again after a threshold was set, or that was undone. done(ModelResult)."""
        library = self._context.library
        if changes.models and self._thresholds != library.evaluation.thresholds(self._model_id):
            self._start(_tr("Read the result"), listeners, score=False)

    def cancel(self) -> None:
        """Stop what runs."""
        self._context.runner.cancel(self._job_id)

    def _start(self, title: str, listeners: Listeners, *, score: bool) -> None:
        context, row = self._context, self._context.library.models.get(self._model_id)
        file = file_of(context, self._model_id)
        if row is None or file is None:
            return
        library, kept = context.library, None if score else self._scored
        labels, tags = library.annotations.labels(), library.models.tag_ids(row.id)
        self._thresholds = library.evaluation.thresholds(row.id)
        own, categories = thresholds_by_name(self._thresholds, labels), _categories(context)
        cache = context.session.cache

        def find_scores(job: Running) -> ScoredSongs:
            return score_judged(file, labels, tags, cache, job)

        def work(job: Running) -> tuple[ScoredSongs | None, Evaluation | None]:
            from core.evaluation.report import evaluate_scores

            scored = kept or (find_scores(job) if score else _stored(file, labels))
            if scored is None:
                return None, None
            return scored, evaluate_scores(scored, tags, own, categories)

        def done(found: tuple[ScoredSongs | None, Evaluation | None]) -> None:
            self._scored, evaluation = found
            if score and evaluation is not None:
                self._n_looks = note_look_at(context, row, evaluation, "result")
            result = _result(row, evaluation, categories, self._n_looks)
            listeners.done(replace(result, own_ear=_own_ear(context, evaluation)))

        self._job_id = context.runner.start(
            Lane.MODELS, title, work, replace(listeners, done=done)
        )  # fmt: skip


def _stored(file: Path, labels: Labels) -> ScoredSongs | None:
    from core.evaluation.report import stored_scores
    from core.models.card import read_card

    return stored_scores(read_card(file), labels)


def score_judged(
    file: Path, labels: Labels, tags: Sequence[int | None], cache: Any, job: JobContext
) -> ScoredSongs:
    """Score the judged songs of labels by the model of a file, for evaluate_scores."""
    from core.evaluation.report import score_songs
    from core.models.checkpoint import load_checkpoint
    from core.models.device import choose_device, leave_one_core_free

    with leave_one_core_free():
        model = load_checkpoint(file, choose_device())
        return score_songs(model, labels, cache, job, model_tags=tags)


def thresholds_by_name(thresholds: dict[int, float], labels: Labels) -> dict[str, float]:
    """Map tags to the thresholds that the user set."""
    names = dict(zip(labels.tag_ids.tolist(), labels.tag_names, strict=True))
    return {names[tag_id]: score for tag_id, score in thresholds.items() if tag_id in names}


def _categories(context: AppContext) -> dict[str, str]:
    """Map tags to their categories, in the codebook's order."""
    codebook = context.library.codebook
    names = {category.id: category.name for category in codebook.categories()}
    return {tag.name: names[tag.category_id] for tag in codebook.tags()}


def note_look_at(context: AppContext, row: ModelRow, evaluation: Evaluation, what: str) -> int:
    """Count the look at songs it has not learned from; a model never measured keeps its numbers.

    what: by which view.
    """
    from core.evaluation.looks import note_look

    library = context.library
    n_looks = note_look(library, evaluation.test_songs, what, row.id)
    if not row.learned_here and evaluation.summary.wauc is not None:
        measured = evaluation.to_json()
        metrics = {key: measured[key] for key in ("wauc", "means", "per_tag", "n_songs")}
        metrics |= {"n_held_out": evaluation.summary.n_songs, "measured_here": True}
        library.models.set_metrics(row.id, metrics)
        library_models.note_changed_models(context)
    return n_looks


def _own_ear(context: AppContext, evaluation: Evaluation | None) -> dict[str, OwnEar]:
    from core.evaluation.own_agreement import own_ears

    return {} if evaluation is None else own_ears(context.library, evaluation)


def _result(
    row: ModelRow, evaluation: Evaluation | None, categories: dict[str, str], n_looks: int
) -> ModelResult:
    from core.evaluation.evaluation_records import ModelResult
    from core.metrics.metric_records import MetricChange, TagMetrics

    before, change = row.metrics.get("per_tag_before"), row.metrics.get("change")
    known = before if isinstance(before, dict) else {}
    wauc = row.metrics.get("wauc") if row.learned_here else None
    return ModelResult(
        model_id=row.id,
        name=row.name,
        evaluation=evaluation,
        categories=categories,
        before={tag: TagMetrics.from_json(stored) for tag, stored in known.items()},
        change=MetricChange.from_json(change) if isinstance(change, dict) else None,
        n_looks=n_looks,
        stored_wauc=float(wauc) if isinstance(wauc, int | float) else None,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
