"""What a score is worth: how many of the held-out songs with a similar score have the tag.

A reliability diagram's bins are counted and not fitted: where too few songs scored alike there is
no number. Fitted curves: platt.py, and isotonic regression where a tag has many songs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

N_BINS = 20
MIN_SONGS = 10
MAX_DISTANCE = 0.1  # scores further apart are not similar
N_ECE_BINS = 10
ISOTONIC_MIN_POSITIVE = 200  # yes of a tag whose curve may take any rising form


def reliability_bins(
    truth: NDArray[np.generic], scores: NDArray[np.floating]
) -> tuple[tuple[int, int], ...]:
    """Count (songs with the tag, songs) in each of N_BINS equally wide bins of the scores, 0 to 1.

    Empty without a song.
    """
    indices = np.clip((np.asarray(scores) * N_BINS).astype(np.int64), 0, N_BINS - 1)
    n_positive = np.bincount(indices[np.asarray(truth) == 1], minlength=N_BINS).tolist()
    n_songs = np.bincount(indices, minlength=N_BINS).tolist()
    return tuple(zip(n_positive, n_songs, strict=True)) if len(indices) else ()


def observed_frequency(bins: Sequence[Sequence[int]], score: float) -> float | None:
    """Return the share of songs with the tag, 0 to 1, among held-out ones with a similar score.

    bins: from reliability_bins. Bins on both sides are added until MIN_SONGS are together; None
    where they are not within MAX_DISTANCE of the score.
    """
    n_bins = len(bins)
    if not n_bins:
        return None
    middle = min(max(int(score * n_bins), 0), n_bins - 1)
    for reach in range(int(MAX_DISTANCE * n_bins) + 1):
        near = bins[max(0, middle - reach) : middle + reach + 1]
        n_positive, n_songs = sum(count[0] for count in near), sum(count[1] for count in near)
        if n_songs >= MIN_SONGS:
            return n_positive / n_songs
    return None


def brier_score(states: NDArray[np.int8], scores: NDArray[np.floating]) -> float | None:
    """Average the squared distance of scores and truth over judged cells (Brier 1950).

    None without a judged cell.
    """
    truth, known = _judged_cells(states, scores)
    return float(((known - truth) ** 2).mean()) if len(truth) else None


def expected_calibration_error(
    states: NDArray[np.int8], scores: NDArray[np.floating], n_bins: int = N_ECE_BINS
) -> float | None:
    """Average |mean score - share of yes| over equally wide bins, by their numbers of cells.

    (Naeini et al. 2015). None without a judged cell.
    """
    truth, known = _judged_cells(states, scores)
    if not len(truth):
        return None
    bins = np.clip((known * n_bins).astype(np.int64), 0, n_bins - 1)
    gaps = np.bincount(bins, known - truth, n_bins)
    return float(np.abs(gaps).sum() / len(truth))


@dataclass(frozen=True, slots=True)
class IsotonicCurve:
    """A rising curve through (scores, probabilities), flat outside of them."""

    scores: NDArray[np.float64]
    probabilities: NDArray[np.float64]

    def apply(self, scores: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return the probability of each score."""
        curve: NDArray[np.float64] = np.interp(scores, self.scores, self.probabilities)
        return curve


def fit_isotonic(
    truth: NDArray[np.generic],
    scores: NDArray[np.floating],
    weights: NDArray[np.floating] | None = None,
) -> IsotonicCurve:
    """Fit probabilities that never fall as the score rises (Zadrozny and Elkan 2002).

    truth: 1 or 0, (n,), at least one song; scores (n,).
    """
    from scipy.optimize import isotonic_regression

    counts = np.ones(len(scores)) if weights is None else np.asarray(weights, np.float64)
    levels, index = np.unique(np.asarray(scores, np.float64), return_inverse=True)
    songs = np.bincount(index, counts, len(levels))
    positive = np.bincount(index, counts * (np.asarray(truth) == 1), len(levels))
    used = songs > 0
    fitted = isotonic_regression(positive[used] / songs[used], weights=songs[used])
    return IsotonicCurve(levels[used], np.asarray(fitted.x, np.float64))


def _judged_cells(
    states: NDArray[np.int8], scores: NDArray[np.floating]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    known = (states >= 0) & np.isfinite(scores)
    return (states[known] == 1).astype(np.float64), np.asarray(scores[known], np.float64)
