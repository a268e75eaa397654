"""Two or more models measured on the same songs and the same tags.

A tag counts only where every model has a word for it; the others are listed with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import TrainingError
from core.evaluation.comparison_records import ComparedTag, Comparison, Scorecard
from core.evaluation.report import ScoredSongs, evaluate_scores, score_songs
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.messages import message
from core.metrics.measure import as_stored, measure_all
from core.metrics.metric_records import Interval, Measurement, MetricChange
from core.metrics.ranking import pr_auc_score
from core.metrics.tag_metrics import mean_of_known
from core.training.folds import artist_numbers

MEASURES = ("roc_auc", "pr_auc", "ap", "mcc", "f1")


@dataclass(frozen=True, slots=True)
class ComparedModel:
    """A model to compare. tags: the tag ids of its words, in order (empty: matched by name)."""

    name: str
    path: Path
    tags: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class _SharedTags:
    """What all models are measured on: states (n_songs, n_tags), scores of every model, NaN-free.

    A cell counts where every model has a score.
    """

    names: list[str]
    states: NDArray[np.int8]
    scores: list[NDArray[np.float32]]
    left_out: list[tuple[str, str]]


def compare(
    models: Sequence[ComparedModel],
    labels: Labels,
    cache: FeatureCache,
    job: JobContext = SILENT,
    *,
    all_songs: bool = False,
) -> Comparison:
    """Score the same songs with each model, and measure.

    Songs that a model has learned from count by its out-of-fold scores; all_songs: by the model
    itself. One network is in memory at a time. Raises ModelError, TrainingError, Cancelled.
    """
    from core.models.checkpoint import load_checkpoint
    from core.models.device import choose_device

    scored = []
    for index, entry in enumerate(models):
        part = SubJob(job, index / len(models), 1 / len(models))
        model = load_checkpoint(entry.path, choose_device())
        scored.append(
            score_songs(model, labels, cache, part, all_songs=all_songs, model_tags=entry.tags)
        )
    return compare_scores(models, scored)


def compare_scores(models: Sequence[ComparedModel], scored: Sequence[ScoredSongs]) -> Comparison:
    """Measure scores that are computed already; only songs that every model scored count.

    Raises TrainingError where there is none.
    """
    common = scored[0].labels.song_ids
    for songs in scored[1:]:
        common = np.intersect1d(common, songs.labels.song_ids)
    if not len(common):
        raise TrainingError("evaluation.no_common_song")
    scored = [songs.select(common) for songs in scored]
    shared = _shared_tags(models, scored)
    groups = artist_numbers(scored[0].labels)
    measured, changes = measure_all(shared.names, shared.states, shared.scores, groups)
    skipped = {path: reason for songs in scored for path, reason in songs.skipped}
    tags = _compared_tags(shared, measured, changes)
    evaluations = tuple(
        evaluate_scores(songs, model.tags) for model, songs in zip(models, scored, strict=True)
    )
    return Comparison(
        models=tuple(model.name for model in models),
        n_songs=int((shared.states >= 0).any(axis=1).sum()) if tags else len(common),
        held_out_only=scored[0].held_out_only,
        wauc=tuple(own.means["wauc"].value for own in measured),
        means=tuple(
            _mean_scorecard(own, [tag.models[index] for tag in tags])
            for index, own in enumerate(measured)
        ),
        tags=tuple(tags),
        left_out=tuple(shared.left_out),
        skipped=tuple(skipped.items()),
        evaluations=evaluations,
        measurements=tuple(measured),
        changes=tuple(changes),
    )


def _shared_tags(models: Sequence[ComparedModel], scored: Sequence[ScoredSongs]) -> _SharedTags:
    """Find each judged tag that every model predicts; list the other ones with the reason.

    scored: of the same songs.
    """
    labels = scored[0].labels
    known = [songs.by_column(model.tags) for model, songs in zip(models, scored, strict=True)]
    of_column = [dict(zip(columns, scores.T, strict=True)) for columns, scores in known]
    shared, left_out = [], []
    for column, name in enumerate(labels.tag_names):
        states = labels.states[:, column]
        if not (states >= 0).any():
            continue
        lacking = [
            model.name for model, own in zip(models, of_column, strict=True) if column not in own
        ]
        if lacking:
            left_out.append((name, _reason(lacking, len(models))))
            continue
        scores = as_stored(np.stack([own[column] for own in of_column]))
        states = np.where(np.isfinite(scores).all(axis=0), states, np.int8(-1))
        if not ((states == 1).any() and (states == 0).any()):
            left_out.append((name, _reason([], len(models))))
            continue
        shared.append((name, states, scores))
    n_songs = len(labels.song_ids)
    return _SharedTags(
        [name for name, _, _ in shared],
        np.stack([states for _, states, _ in shared], axis=1)
        if shared
        else np.zeros((n_songs, 0), np.int8),
        [
            np.stack([scores[index] for _, _, scores in shared], axis=1)
            if shared
            else np.zeros((n_songs, 0), np.float32)
            for index in range(len(models))
        ],
        left_out,
    )


def _compared_tags(
    shared: _SharedTags, measured: Sequence[Measurement], changes: Sequence[MetricChange]
) -> list[ComparedTag]:
    tags = []
    for column, name in enumerate(shared.names):
        states = shared.states[:, column]
        judged = states >= 0
        cards = []
        for own, scores in zip(measured, shared.scores, strict=True):
            tag = own.tags[name]
            curve = pr_auc_score(states[judged], scores[judged, column])
            cards.append(
                Scorecard(
                    tag.auc, curve, tag.ap, tag.mcc, tag.f1, _named(tag.intervals),
                    tag.reasons.get("auc"),
                )
            )  # fmt: skip
        tag = measured[0].tags[name]
        gained = tuple(change.tags[name]["auc"] for change in changes)
        tags.append(ComparedTag(name, tag.support, tag.n, tuple(cards), gained))
    tags.sort(key=lambda tag: (-tag.support, tag.name))
    return tags


def _reason(lacking: Sequence[str], n_models: int) -> str:
    if not lacking:
        return message("evaluation.one_sided")
    if len(lacking) == n_models:
        return message("evaluation.no_model_has_tag")
    if len(lacking) == 1:
        return message("evaluation.one_lacks_tag", model=lacking[0])
    *first, last = lacking
    return message("evaluation.several_lack_tag", others=", ".join(first), last=last)


def _named(intervals: Mapping[str, Interval]) -> dict[str, Interval]:
    """Return intervals by the names of a scorecard's measures."""
    names = {"auc": "roc_auc"}
    return {
        names.get(name, name): pair
        for name, pair in intervals.items()
        if names.get(name, name) in MEASURES
    }


def _mean_scorecard(own: Measurement, cards: Sequence[Scorecard]) -> Scorecard:
    means = {name: own.means[name] for name in ("auc", "ap", "mcc", "f1")}
    intervals = {name: mean.interval for name, mean in means.items() if mean.interval is not None}
    return Scorecard(
        means["auc"].value,
        mean_of_known([card.pr_auc for card in cards]),
        means["ap"].value,
        means["mcc"].value,
        means["f1"].value,
        _named(intervals),
        means["auc"].reason,
    )
