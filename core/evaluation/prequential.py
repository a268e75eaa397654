"""Is it getting better? Predictions made before decisions, scored in the order they were made.

The prequential way (Dawid 1984): each decision was a test before it was learned from. Only those
count whose guess was not on screen, or whose song was drawn at random; none that was made for many
songs at once. Artists are resampled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.evaluation.prequential_records import PrequentialCurve, PrequentialPoint
from core.jobs import SILENT, JobContext
from core.library.queue_records import PredictedDecision
from core.library.records import State
from core.library.store import Library
from core.messages import message
from core.metrics.bootstrap import resample_groups
from core.metrics.intervals import (
    MIN_ARTISTS,
    Support,
    auc_interval,
    difference_interval,
    estimate,
    no_interval_reason,
)
from core.metrics.metric_records import Estimate
from core.metrics.ranking import roc_auc_score

LEAST, SHORTEST, LONGEST = 10, 20, 100  # decisions: of a curve, and of what a point looks back on
MAX_POINTS, PAGE_SONGS = 30, 500
SUREST = 0.01  # a score counts as no surer than that: one mistake must not outweigh a hundred

Floats = NDArray[np.float64]


def library_curves(library: Library, job: JobContext = SILENT) -> tuple[PrequentialCurve, ...]:
    """Return the curve of all tags together, then one a tag, the most decisions first.

    Of the library's current annotator. Raises LibraryError, Cancelled.
    """
    decisions = [one for one in library.prequential.all() if one.state is not State.UNSURE]
    artists = _artists(library, decisions)
    names = {tag.id: tag.name for tag in library.codebook.tags()}
    at_once = Counter(
        one.tag_id for one in library.bulk_decisions.all(job) if one.score is not None
    )
    curves = []
    for tag_id in sorted({one.tag_id for one in decisions} & names.keys()):
        job.check()
        of_tag = [one for one in decisions if one.tag_id == tag_id]
        curve = curve_of(names[tag_id], of_tag, artists)
        curves.append(replace(curve, n_at_once=at_once[tag_id]))
    together = replace(curve_of("", decisions, artists), n_at_once=at_once.total())
    return (together, *sorted(curves, key=lambda curve: (-curve.n_decisions, curve.tag)))


def curve_of(
    tag: str, decisions: Sequence[PredictedDecision], artists: dict[int, str]
) -> PrequentialCurve:
    """Score decisions in their order. artists: song id -> whose it is, "" for nobody known."""
    counted = [one for one in decisions if one.counts]
    truth = np.array([one.state is State.YES for one in counted], dtype=np.int8)
    scores = np.array([one.score for one in counted], dtype=np.float64)
    names = [artists.get(one.song_id) or f"song {one.song_id}" for one in counted]
    groups = np.unique(names, return_inverse=True)[1] if names else np.zeros(0, np.int64)
    n, window = len(counted), int(np.clip(len(counted) // 3, SHORTEST, LONGEST))
    drawn = resample_groups(groups, 1)
    weights = drawn.counts[drawn.groups].astype(np.float64)
    points = []
    for end in _ends(n, window):
        part = slice(max(end - window, 0), end)
        cells = truth[part], scores[part], groups[part], weights[part]
        points.append(PrequentialPoint(end, _loss(*cells), _auc(*cells)))
    change = _change(_losses(truth, scores), groups, weights)
    return PrequentialCurve(tag, n, len(decisions) - n, window, tuple(points), change)


def _ends(n: int, window: int) -> list[int]:
    """After which decisions there is a point: the last is always one."""
    if n < LEAST:
        return []
    return sorted(set(np.linspace(min(window, n), n, MAX_POINTS).astype(int).tolist()))


def _losses(truth: NDArray[np.int8], scores: Floats) -> Floats:
    sure = np.clip(scores, SUREST, 1.0 - SUREST)
    losses: Floats = -np.log(np.where(truth == 1, sure, 1.0 - sure))
    return losses


def _loss(
    truth: NDArray[np.int8], scores: Floats, groups: NDArray[np.int64], weights: Floats
) -> Estimate:
    """Average the log loss. weights: how often each decision is drawn, (n, n_resamples)."""
    losses, n_artists = _losses(truth, scores), len(np.unique(groups))
    value = float(losses.mean())
    if n_artists < MIN_ARTISTS or value >= 1.0:
        return Estimate(value, reason=message("metrics.too_uneven"))
    interval = difference_interval(value, _means(losses, weights), n_artists)
    return estimate(value, interval and (max(interval[0], 0.0), interval[1]), None)


def _auc(
    truth: NDArray[np.int8], scores: Floats, groups: NDArray[np.int64], weights: Floats
) -> Estimate:
    """Count the pairs in order; see _loss."""
    value, support = roc_auc_score(truth, scores), Support.of(truth, groups)
    reason = support.reason()
    if value is None or reason is not None:
        return Estimate(value, reason=reason)
    yes, no = truth == 1, truth == 0
    order = np.sign(scores[yes][:, None] - scores[no][None]) / 2.0 + 0.5
    pairs = weights[yes].sum(axis=0) * weights[no].sum(axis=0)
    won = (weights[yes] * (order @ weights[no])).sum(axis=0)
    replicates = np.where(pairs > 0, won / np.maximum(pairs, 1.0), np.nan)
    return estimate(value, auc_interval(value, replicates, support), no_interval_reason(replicates))


def _change(losses: Floats, groups: NDArray[np.int64], weights: Floats) -> Estimate:
    """Compare the later half of the decisions with the earlier, on the same resamples."""
    half, n_artists = len(losses) // 2, len(np.unique(groups))
    if half < LEAST:
        return Estimate(None)
    early, late = slice(0, len(losses) - half), slice(len(losses) - half, len(losses))
    value = float(losses[late].mean() - losses[early].mean())
    if n_artists < MIN_ARTISTS:
        return Estimate(value, reason=message("metrics.too_uneven"))
    replicates = _means(losses[late], weights[late]) - _means(losses[early], weights[early])
    return estimate(value, difference_interval(value, replicates, n_artists), None)


def _means(losses: Floats, weights: Floats) -> Floats:
    """Average on every resample; NaN where it has none of them."""
    drawn = weights.sum(axis=0)
    means: Floats = np.where(drawn > 0, losses @ weights / np.maximum(drawn, 1.0), np.nan)
    return means


def _artists(library: Library, decisions: Sequence[PredictedDecision]) -> dict[int, str]:
    ids = sorted({one.song_id for one in decisions})
    pages = (ids[first : first + PAGE_SONGS] for first in range(0, len(ids), PAGE_SONGS))
    rows = [row for page in pages for row in library.songs.rows(page)]
    return {row.song.id: row.song.artist.strip().casefold() for row in rows}
