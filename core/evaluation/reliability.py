"""How far a model's scores can be taken at their word: all tags together, with intervals.

Cells of one artist resemble one another, so artists are resampled, as for every other number.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.evaluation_records import ScoredCells
from core.messages import message
from core.metrics.bootstrap import Resamples, resample_groups
from core.metrics.calibration import N_ECE_BINS, brier_score, expected_calibration_error
from core.metrics.intervals import MIN_ARTISTS, estimate, no_interval_reason, share_interval
from core.metrics.metric_records import Estimate


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Judged cells whose score lies from low to high. yes_share: of them, with its interval."""

    low: float
    high: float
    n: int
    n_yes: int
    n_artists: int
    mean_score: float
    yes_share: Estimate


@dataclass(frozen=True, slots=True)
class Reliability:
    """All judged cells. bins: of those with cells. ece: expected calibration error."""

    bins: tuple[ReliabilityBin, ...]
    n_cells: int
    brier: Estimate
    ece: Estimate
    mean_score: float
    yes_share: Estimate


def measure_reliability(cells: ScoredCells, groups: NDArray[np.integer]) -> Reliability | None:
    """Measure the scores of an evaluation; None without a judged cell.

    groups: a number per artist, of the cells' songs, (n_songs,).
    """
    known = (cells.states >= 0) & np.isfinite(cells.scores)
    rows, columns = np.nonzero(known)
    if not len(rows):
        return None
    resamples = resample_groups(groups, 1)
    truth = (cells.states[rows, columns] == 1).astype(np.float64)
    scores = cells.scores[rows, columns].astype(np.float64)
    whole = _Cells(resamples.groups[rows], columns)
    number = np.clip((scores * N_ECE_BINS).astype(np.int64), 0, N_ECE_BINS - 1)
    bins = [
        _bin(int(index), truth[chosen], scores[chosen], whole.of(chosen), resamples)
        for index in np.unique(number)
        for chosen in (number == index,)
    ]
    return Reliability(
        tuple(bins),
        len(rows),
        _mean(brier_score(cells.states, cells.scores), (scores - truth) ** 2, whole, resamples),
        Estimate(
            expected_calibration_error(cells.states, cells.scores),
            reason=message("metrics.ece_without_range"),
        ),
        float(scores.mean()),
        _mean(float(truth.mean()), truth, whole, resamples),
    )


@dataclass(frozen=True, slots=True)
class _Cells:
    """Some cells: the numbers of their artists and of their tags, (n_cells,)."""

    owners: NDArray[np.int64]
    columns: NDArray[np.int64]

    def of(self, chosen: NDArray[np.bool_]) -> _Cells:
        return _Cells(self.owners[chosen], self.columns[chosen])

    @property
    def n_artists(self) -> int:
        return len(np.unique(self.owners))

    @property
    def n_tags(self) -> int:
        """Tags that the mean is one of, not more than there are cells of an artist."""
        return max(min(len(np.unique(self.columns)), len(self.owners) // self.n_artists), 1)


def _bin(
    index: int,
    truth: NDArray[np.float64],
    scores: NDArray[np.float64],
    cells: _Cells,
    resamples: Resamples,
) -> ReliabilityBin:
    return ReliabilityBin(
        index / N_ECE_BINS,
        (index + 1) / N_ECE_BINS,
        len(truth),
        int(truth.sum()),
        cells.n_artists,
        float(scores.mean()),
        _mean(float(truth.mean()), truth, cells, resamples),
    )


def _mean(
    value: float | None, parts: NDArray[np.float64], cells: _Cells, resamples: Resamples
) -> Estimate:
    """Give a mean of cells its interval over artists, or the reason why it has none."""
    if value is None or cells.n_artists < MIN_ARTISTS:
        few = message("metrics.few_artists", n=cells.n_artists, needed=MIN_ARTISTS)
        return Estimate(value, reason=few)
    n_groups = len(resamples.counts)
    sums = np.bincount(cells.owners, parts, n_groups).astype(np.float32) @ resamples.counts
    drawn = np.bincount(cells.owners, minlength=n_groups).astype(np.float32) @ resamples.counts
    with np.errstate(invalid="ignore", divide="ignore"):
        means = sums / drawn
    interval = share_interval(value, means, cells.n_artists, cells.n_tags)
    return estimate(value, interval, no_interval_reason(means))
