"""Two or more models measured on the same songs and the same tags.

A tag counts only where every model has a word for it; the others are listed with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
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
from core.metrics.classification import f1_score, matthews_corrcoef
from core.metrics.ranking import average_precision_score, pr_auc_score, roc_auc_score
from core.metrics.tag_metrics import DECISION_THRESHOLD, mean_of_known, weighted_mean
from core.training.labels import outputs_by_column

MEASURES = ("roc_auc", "pr_auc", "ap", "mcc", "f1")


@dataclass(frozen=True, slots=True)
class ComparedModel:
    """A model to compare. tags: the tag ids of its words, in order (empty: matched by name)."""

    name: str
    path: Path
    tags: tuple[int | None, ...] = ()


def compare(
    models: Sequence[ComparedModel],
    labels: Labels,
    cache: FeatureCache,
    job: JobContext = SILENT,
    *,
    all_songs: bool = False,
) -> Comparison:
    """Score the same held-out songs (or all judged ones) with each model, and measure.

    One network is in memory at a time. Raises ModelError, TrainingError, Cancelled.
    """
    from core.models.checkpoint import load_checkpoint
    from core.models.device import choose_device

    scored = []
    for index, entry in enumerate(models):
        part = SubJob(job, index / len(models), 1 / len(models))
        model = load_checkpoint(entry.path, choose_device())
        scored.append(score_songs(model, labels, cache, part, all_songs=all_songs))
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
    tags, left_out = _compare_tags(models, scored)
    skipped = {path: reason for songs in scored for path, reason in songs.skipped}
    cards = list(zip(*(tag.models for tag in tags), strict=True)) or [()] * len(models)
    supports = [tag.support for tag in tags]
    return Comparison(
        models=tuple(model.name for model in models),
        n_songs=len(common),
        held_out_only=scored[0].held_out_only,
        wauc=tuple(
            weighted_mean([(card.roc_auc, n) for card, n in zip(own, supports, strict=True)])
            for own in cards
        ),
        means=tuple(_mean_scorecard(own) for own in cards),
        tags=tuple(tags),
        left_out=tuple(left_out),
        skipped=tuple(skipped.items()),
        evaluations=tuple(
            evaluate_scores(songs, model.tags) for model, songs in zip(models, scored, strict=True)
        ),
    )


def _compare_tags(
    models: Sequence[ComparedModel], scored: Sequence[ScoredSongs]
) -> tuple[list[ComparedTag], list[tuple[str, str]]]:
    """Measure each judged tag that every model predicts; list the other ones with the reason.

    scored: of the same songs.
    """
    labels = scored[0].labels
    outputs = [
        outputs_by_column(labels, songs.words, model.tags)
        for model, songs in zip(models, scored, strict=True)
    ]
    tags, left_out = [], []
    for column, name in enumerate(labels.tag_names):
        states = labels.states[:, column]
        if not (states >= 0).any():
            continue
        lacking = [
            model.name for model, known in zip(models, outputs, strict=True) if column not in known
        ]
        both_classes = bool((states == 1).any() and (states == 0).any())
        if lacking or not both_classes:
            left_out.append((name, _reason(lacking, len(models))))
            continue
        judged = states >= 0
        truth = states[judged]
        cards = tuple(
            _scorecard(truth, songs.scores[:, known[column]].max(axis=1)[judged])
            for songs, known in zip(scored, outputs, strict=True)
        )
        tags.append(ComparedTag(name, int((truth == 1).sum()), len(truth), cards))
    tags.sort(key=lambda tag: (-tag.support, tag.name))
    return tags, left_out


def _reason(lacking: Sequence[str], n_models: int) -> str:
    if len(lacking) == n_models:
        return message("evaluation.no_model_has_tag")
    if len(lacking) == 1:
        return message("evaluation.one_lacks_tag", model=lacking[0])
    if lacking:
        *first, last = lacking
        return message("evaluation.several_lack_tag", others=", ".join(first), last=last)
    return message("evaluation.one_sided")


def _scorecard(truth: NDArray[np.int8], scores: NDArray[np.float32]) -> Scorecard:
    decided = scores >= DECISION_THRESHOLD
    return Scorecard(
        roc_auc=roc_auc_score(truth, scores),
        pr_auc=pr_auc_score(truth, scores),
        ap=average_precision_score(truth, scores),
        mcc=matthews_corrcoef(truth, decided),
        f1=f1_score(truth, decided),
    )


def _mean_scorecard(cards: Sequence[Scorecard]) -> Scorecard:
    return Scorecard(
        **{
            measure: mean_of_known([getattr(card, measure) for card in cards])
            for measure in MEASURES
        }
    )
