"""Metrics of a tag on resampled artists: the cluster bootstrap, without moving a song.

Songs of one artist resemble one another, so artists are drawn and not songs. A resample is a vector
of counts, one per artist; every metric is computed from weighted counts, all resamples at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Replicates = NDArray[np.float32]  # one value per resample, NaN where the drawn artists allow none

N_RESAMPLES, LEAST_RESAMPLES = 2000, 400
MAX_CELLS = 2_000_000_000  # songs x tags x resamples; beyond it fewer resamples are drawn
MAX_COUNTS = 20_000_000  # artists x resamples
BLOCK_FLOATS = 2_000_000  # bounds the memory
MAX_LEVELS = 512  # distinct scores of songs with the tag; more are rounded to quantiles


@dataclass(frozen=True, slots=True)
class Resamples:
    """Artists drawn with replacement. groups: of the songs, (n_songs,), from 0.

    counts: how often an artist is drawn, float32 (n_groups, n_resamples).
    """

    groups: NDArray[np.int64]
    counts: NDArray[np.float32]

    @property
    def n_resamples(self) -> int:
        return int(self.counts.shape[1])


def resample_groups(groups: NDArray[np.integer], n_tags: int, seed: int = 0) -> Resamples:
    """Draw as many artists as there are, N_RESAMPLES times; fewer times of very many cells.

    groups: any number per artist, (n_songs,).
    """
    _, dense = np.unique(groups, return_inverse=True)
    n_groups = int(dense.max()) + 1 if len(dense) else 0
    affordable = min(MAX_CELLS // max(len(dense) * n_tags, 1), MAX_COUNTS // max(n_groups, 1))
    n_resamples = int(np.clip(affordable, LEAST_RESAMPLES, N_RESAMPLES))
    counts, random = np.zeros((n_groups, n_resamples), np.float32), np.random.default_rng(seed)
    if n_groups:
        for resample in range(n_resamples):
            drawn = random.integers(0, n_groups, n_groups)
            counts[:, resample] = np.bincount(drawn, minlength=n_groups)
    return Resamples(dense, counts)


def resampled_ranking(
    truth: NDArray[np.generic], scores: Floats, groups: NDArray[np.int64], counts: Replicates
) -> tuple[Replicates, Replicates]:
    """Compute ROC-AUC and average precision on every resample: two of (n_resamples,).

    truth: 1 or 0; scores: finite; groups: of these songs, all (n,). counts: of Resamples.
    """
    positive = np.asarray(truth) == 1
    n_groups, n_resamples = counts.shape
    if not positive.any() or positive.all():
        nothing = np.full(n_resamples, np.nan, np.float32)
        return nothing, nothing.copy()
    table, n_levels = _level_table(positive, np.asarray(scores), groups, n_groups)
    block = max(BLOCK_FLOATS // table.shape[0], 1)
    parts = [
        _ranking_of_levels(table @ counts[:, first : first + block], n_levels)
        for first in range(0, n_resamples, block)
    ]
    return (
        np.concatenate([auc for auc, _ in parts]),
        np.concatenate([ap for _, ap in parts]),
    )


def _level_table(
    positive: NDArray[np.bool_], scores: Floats, groups: NDArray[np.int64], n_groups: int
) -> tuple[NDArray[np.float32], int]:
    """Count the songs of each artist by level: (3 n_levels + 1, n_groups), sparse.

    A level is a distinct score of a positive song, ascending. Rows: positive songs at a level,
    negative songs at it, negative songs between the level below and it; last, those above all.
    """
    from scipy.sparse import csr_array

    levels = np.unique(scores[positive])
    if len(levels) > MAX_LEVELS:  # a replicate tells of spread only: this moves it by under .001
        shares = np.linspace(0.0, 1.0, MAX_LEVELS)
        levels = np.unique(np.quantile(levels, shares, method="nearest"))
        scores = levels[np.clip(np.searchsorted(levels, scores, "right") - 1, 0, None)]
    n_levels, at = len(levels), np.searchsorted(levels, scores[positive])
    lower = np.searchsorted(levels, scores[~positive], "left")
    tied = lower < np.searchsorted(levels, scores[~positive], "right")
    rows = np.concatenate([at, lower + np.where(tied, n_levels, 2 * n_levels)])
    columns = np.concatenate([groups[positive], groups[~positive]])
    ones = np.ones(len(rows), np.float32)
    return csr_array((ones, (rows, columns)), shape=(3 * n_levels + 1, n_groups)), n_levels


def _ranking_of_levels(songs: Replicates, n_levels: int) -> tuple[Replicates, Replicates]:
    """Compute AUC and AP from weighted songs by level: (3 n_levels + 1, n_resamples)."""
    positive, tied, between = np.split(songs, [n_levels, 2 * n_levels])
    below = np.cumsum(between[:-1], axis=0)
    below[1:] += np.cumsum(tied[:-1], axis=0)
    n_positive, n_negative = positive.sum(axis=0), tied.sum(axis=0) + between.sum(axis=0)
    found = np.cumsum(positive[::-1], axis=0)[::-1]  # positive songs at a level or above
    chosen = found + (n_negative - below)
    with np.errstate(invalid="ignore", divide="ignore"):
        auc = (positive * (below + tied / 2.0)).sum(axis=0) / (n_positive * n_negative)
        ap = (positive * found / np.maximum(chosen, 1.0)).sum(axis=0) / n_positive
    ap[n_negative == 0] = np.nan  # no number of a resample with one class, as of the songs
    return auc, ap


@dataclass(frozen=True, slots=True)
class Confusion:
    """Decisions against truth on every resample (or once): weighted songs, (n_resamples,)."""

    true_positives: Replicates
    false_positives: Replicates
    false_negatives: Replicates
    true_negatives: Replicates

    def metrics(self) -> dict[str, Replicates]:
        """Compute precision, recall, F1 and Matthews' correlation; NaN where undefined."""
        tp, fp = self.true_positives, self.false_positives
        fn, tn = self.false_negatives, self.true_negatives
        spread = np.sqrt((tp + fp) * (tp + fn)) * np.sqrt((tn + fp) * (tn + fn))
        both = (tp + fn > 0) & (tn + fp > 0)
        with np.errstate(invalid="ignore", divide="ignore"):
            found = {
                "precision": tp / (tp + fp),
                "recall": tp / (tp + fn),
                "f1": 2.0 * tp / (2.0 * tp + fp + fn),
                "mcc": np.where(spread > 0, (tp * tn - fp * fn) / np.maximum(spread, 1e-9), 0.0),
            }
        for name in ("f1", "mcc"):
            found[name] = np.where(both, found[name], np.nan)
        return found


def resampled_confusion(
    truth: NDArray[np.generic],
    decided: NDArray[np.bool_],
    groups: NDArray[np.int64],
    counts: Replicates,
) -> Confusion:
    """Count right and wrong decisions on every resample; arguments as for resampled_ranking."""
    positive = np.asarray(truth) == 1

    def weigh(songs: NDArray[np.bool_]) -> Replicates:
        by_group = np.bincount(groups[songs], minlength=len(counts)).astype(np.float32)
        weighed: Replicates = by_group @ counts
        return weighed

    return Confusion(
        true_positives=weigh(positive & decided),
        false_positives=weigh(~positive & decided),
        false_negatives=weigh(positive & ~decided),
        true_negatives=weigh(~positive & ~decided),
    )
