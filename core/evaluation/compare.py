"""Two or more models against the ear, on the same songs and the same tags.

A tag counts only where every model has a word for it; the others are listed with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import TrainingError
from core.evaluation.report import Evaluation, ScoredSongs, evaluation_of, score_songs
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.metrics.tag_metrics import (
    DECIDED_AT,
    average_precision,
    f1,
    mcc,
    pr_auc,
    roc_auc,
)
from core.training.lesson import rows_by_column

MEASURES = ("roc_auc", "pr_auc", "ap", "mcc", "f1")


@dataclass(frozen=True, slots=True)
class Contender:
    """A model to compare. tags: the tag ids of its words, in order (empty: matched by name)."""

    name: str
    path: Path
    tags: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One model on one tag, or its mean over the tags; None where the songs allow no number."""

    roc_auc: float | None
    pr_auc: float | None
    ap: float | None
    mcc: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class ComparedTag:
    """One tag that every model knows. support: songs with it; n: songs where it was judged.

    models: one scorecard a model, in order.
    """

    name: str
    support: int
    n: int
    models: tuple[Scorecard, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Models side by side. tags: the most used first. left_out: (tag, reason).

    wauc, means: one a model, over the same tags. own: each model on these songs with all the
    words it has. n_songs: heard by every model.
    """

    models: tuple[str, ...]
    n_songs: int
    held_out_only: bool
    wauc: tuple[float | None, ...]
    means: tuple[Scorecard, ...]
    tags: tuple[ComparedTag, ...]
    left_out: tuple[tuple[str, str], ...]
    unheard: tuple[tuple[Path, str], ...]
    own: tuple[Evaluation, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain numbers: one entry a model, then the tags."""
        return {
            "n_songs": self.n_songs,
            "held_out_only": self.held_out_only,
            "models": [
                {"model": name, "wauc": wauc, **asdict(mean)}
                for name, wauc, mean in zip(self.models, self.wauc, self.means, strict=True)
            ],
            "per_tag": {
                tag.name: {
                    "support": tag.support,
                    "n": tag.n,
                    "models": {
                        name: asdict(card)
                        for name, card in zip(self.models, tag.models, strict=True)
                    },
                }
                for tag in self.tags
            },
            "left_out": [{"tag": tag, "reason": reason} for tag, reason in self.left_out],
            "unheard": [[str(path), reason] for path, reason in self.unheard],
        }


def compare(
    contenders: Sequence[Contender],
    labels: Labels,
    cache: FeatureCache,
    job: JobContext = SILENT,
    *,
    all_songs: bool = False,
) -> Comparison:
    """Let each model hear the same held-out songs (or all judged ones), and measure.

    One network is in memory at a time. Raises ModelError, TrainingError, Cancelled.
    """
    from core.models.checkpoint import load_checkpoint
    from core.models.device import choose_device

    heard = []
    for place, each in enumerate(contenders):
        part = SubJob(job, place / len(contenders), 1 / len(contenders))
        model = load_checkpoint(each.path, choose_device())
        heard.append(score_songs(model, labels, cache, part, all_songs=all_songs))
    return side_by_side(contenders, heard)


def side_by_side(contenders: Sequence[Contender], heard: Sequence[ScoredSongs]) -> Comparison:
    """The numbers of scores at hand; only songs that every model could hear count."""
    same = heard[0].labels.song_ids
    for each in heard[1:]:
        same = np.intersect1d(same, each.labels.song_ids)
    if not len(same):
        raise TrainingError("There is no song that every model could hear.")
    heard = [each.of_songs(same) for each in heard]
    labels = heard[0].labels
    columns = [
        rows_by_column(labels, each.words, contender.tags)
        for contender, each in zip(contenders, heard, strict=True)
    ]
    names = tuple(each.name for each in contenders)
    tags, left_out = [], []
    for column, tag in enumerate(labels.tag_names):
        states = labels.states[:, column]
        if not (states >= 0).any():
            continue
        silent = [name for name, known in zip(names, columns, strict=True) if column not in known]
        both = bool((states == 1).any() and (states == 0).any())
        if silent or not both:
            left_out.append((tag, _reason(silent, len(names))))
            continue
        scores = [
            each.scores[:, known[column]].max(axis=1)
            for each, known in zip(heard, columns, strict=True)
        ]
        tags.append(_compared(tag, states, scores))
    tags.sort(key=lambda tag: (-tag.support, tag.name))
    unheard = {path: reason for each in heard for path, reason in each.unheard}
    return Comparison(
        models=names,
        n_songs=len(same),
        held_out_only=heard[0].held_out_only,
        wauc=tuple(_wauc(tags, place) for place in range(len(names))),
        means=tuple(_mean([tag.models[place] for tag in tags]) for place in range(len(names))),
        tags=tuple(tags),
        left_out=tuple(left_out),
        unheard=tuple(unheard.items()),
        own=tuple(
            evaluation_of(each, contender.tags)
            for contender, each in zip(contenders, heard, strict=True)
        ),
    )


def _reason(silent: Sequence[str], n_models: int) -> str:
    if len(silent) == n_models:
        return "no model has a word for it"
    if len(silent) == 1:
        return f"{silent[0]} has no word for it"
    if silent:
        *others, last = silent
        return f"{', '.join(others)} and {last} have no word for it"
    return "not both songs with it and songs without it"


def _compared(
    name: str, states: NDArray[np.int8], scores: Sequence[NDArray[np.float32]]
) -> ComparedTag:
    judged = states >= 0
    truth = states[judged]
    cards = tuple(_scorecard(truth, each[judged]) for each in scores)
    return ComparedTag(name, int((truth == 1).sum()), int(judged.sum()), cards)


def _scorecard(truth: NDArray[np.int8], scores: NDArray[np.float32]) -> Scorecard:
    decided = scores >= DECIDED_AT
    return Scorecard(
        roc_auc=roc_auc(truth, scores),
        pr_auc=pr_auc(truth, scores),
        ap=average_precision(truth, scores),
        mcc=mcc(truth, decided),
        f1=f1(truth, decided),
    )


def _wauc(tags: Sequence[ComparedTag], place: int) -> float | None:
    pairs = [(tag.models[place].roc_auc, tag.support) for tag in tags]
    known = [(auc, support) for auc, support in pairs if auc is not None]
    weight = sum(support for _, support in known)
    return sum(auc * support for auc, support in known) / weight if weight else None


def _mean(cards: Sequence[Scorecard]) -> Scorecard:
    means = {}
    for measure in MEASURES:
        there = [value for card in cards if (value := getattr(card, measure)) is not None]
        means[measure] = sum(there) / len(there) if there else None
    return Scorecard(**means)
