"""What choosing the best of several systems does to its number, and how it is put right.

The best on some songs is best partly by these songs' luck. So the luck of the draw is estimated by
choosing on resampled artists and measuring on those that were not drawn (Tsamardinos et al. 2018,
"Bootstrapping the out-of-sample predictions for efficient and accurate cross-validation"), and
ranges of differences are widened until all of them hold at once (the maximum of the studentised
differences, Westfall and Young 1993).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.metrics.bootstrap import Replicates, Resamples, resampled_ranking
from core.metrics.intervals import LEVEL
from core.metrics.metric_records import Estimate

States = NDArray[np.int8]
Floats = NDArray[np.floating]

_ONE_AT_A_TIME = 1.959963984540054  # standard deviations on either side, of one difference
LEAST_DRAWS = 50  # of resamples from which a choice can be made and measured


@dataclass(frozen=True, slots=True)
class Optimism:
    """What the choice of the best adds to its number.

    value: by how much the number is too good on average, 0 or more. shares: how often every system
    was the best of the resampled songs, (n_systems,).
    """

    value: float
    shares: tuple[float, ...]


def wauc_replicates(
    states: States, scores: Floats, resamples: Resamples, counts: Replicates | None = None
) -> Replicates:
    """Compute the WAUC on every resample: (n_resamples,), NaN where the artists allow none.

    states, scores: (n_songs, n_tags), as in measure. counts: how often artists count instead of
    how often they were drawn.
    """
    counts = resamples.counts if counts is None else counts
    total = np.zeros(counts.shape[1])
    weights = np.zeros(counts.shape[1])
    for column, tag_scores in zip(states.T, scores.T, strict=True):
        judged = column >= 0
        truth, groups = column[judged], resamples.groups[judged]
        positive = truth == 1
        if not positive.any() or positive.all():
            continue
        auc, _ = resampled_ranking(truth, tag_scores[judged], groups, counts)
        by_artist = np.bincount(groups[positive], minlength=len(counts)).astype(np.float32)
        known = np.isfinite(auc)
        support = np.where(known, by_artist @ counts, 0.0)
        total += np.where(known, auc, 0.0) * support
        weights += support
    with np.errstate(invalid="ignore", divide="ignore"):
        found: Replicates = np.where(weights > 0, total / weights, np.nan).astype(np.float32)
    return found


def not_drawn(resamples: Resamples) -> Replicates:
    """Count the artists that a resample lacks once, all others not at all: as its counts."""
    return np.asarray(resamples.counts == 0, dtype=np.float32)


def optimism_of_best(drawn: Floats, left_out: Floats, best: int) -> Optimism | None:
    """Estimate by how much the best of several systems looks better than it is.

    drawn, left_out: (n_systems, n_resamples), what systems reach on the artists drawn, and on the
    others. best: the row of the one chosen on all songs, whose own difference between the two is
    taken off, as it has nothing to do with a choice. None where too few resamples allow a number.
    """
    known = np.isfinite(drawn).all(axis=0) & np.isfinite(left_out).all(axis=0)
    if int(known.sum()) < LEAST_DRAWS:
        return None
    drawn, left_out = drawn[:, known], left_out[:, known]
    chosen, every = np.argmax(drawn, axis=0), np.arange(drawn.shape[1])
    of_choice = float(np.mean(drawn[chosen, every] - left_out[chosen, every]))
    of_best = float(np.mean(drawn[best] - left_out[best]))
    shares = np.bincount(chosen, minlength=len(drawn)) / len(every)
    return Optimism(max(of_choice - of_best, 0.0), tuple(shares.tolist()))


def widening(differences: Floats) -> float:
    """Return by how much ranges of one difference at a time must grow for all to hold at once.

    differences: (n_differences, n_resamples). 1 for one difference; those that never vary are left
    out.
    """
    known = np.isfinite(differences).all(axis=0)
    draws = differences[:, known].astype(np.float64)
    if draws.shape[1] < LEAST_DRAWS:
        return 1.0
    spread = draws.std(axis=1)
    draws, spread = draws[spread > 0], spread[spread > 0]
    if len(draws) < 2:
        return 1.0
    studentised = np.abs(draws - draws.mean(axis=1, keepdims=True)) / spread[:, None]
    reach = float(np.quantile(studentised.max(axis=0), LEVEL))
    return max(reach / _ONE_AT_A_TIME, 1.0)


def widened(number: Estimate, factor: float) -> Estimate:
    """Widen the range of a difference around it; one without a range stays as it is."""
    if number.value is None or number.low is None or number.high is None:
        return number
    value = number.value
    return replace(
        number,
        low=max(value - factor * (value - number.low), -1.0),
        high=min(value + factor * (number.high - value), 1.0),
    )


def lowered(number: Estimate, optimism: float) -> Estimate:
    """Take the optimism off a number and off both ends of its range; none goes below 0."""
    ends = [
        None if end is None else max(end - optimism, 0.0)
        for end in (number.value, number.low, number.high)
    ]
    return replace(number, value=ends[0], low=ends[1], high=ends[2])
