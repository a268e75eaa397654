"""Songs whose decisions would tell the most about all others: greedily, one after another.

Heads are taken for a Bayesian linear regression on the songs' vectors: what is not known yet about
a song is the variance of its logit after the songs judged so far. The next song is the one that
lowers the mean variance of all songs the most, as weighted by doubt (A-optimal design; for one
head in Cohn et al. 1996, for predictions in Bickford Smith et al. 2023). All words share one
variance, so the cost does not grow with them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.training.logistic import C

LEAST_DOUBT = 0.02  # of p(1 - p): no song is so clear that it would tell nothing
BIAS_PRECISION = 0.01  # the bias is hardly penalised


def most_informative(
    vectors: NDArray[np.float32],
    doubts: NDArray[np.floating],
    judged: NDArray[np.int64],
    candidates: NDArray[np.int64],
    n_picks: int,
) -> NDArray[np.int64]:
    """Pick rows of vectors from the candidates, each after those before it.

    vectors: (n, width), as heads see songs: a short one tells little. doubts: (n,), the mean over
    the words of p(1 - p). judged: the rows that were learned from. The candidates stand for all
    songs.
    """
    precision = C * np.maximum(doubts, LEAST_DOUBT)
    known, songs = _with_bias(vectors[judged]), _with_bias(vectors[candidates])
    weight = precision[candidates]
    inverse = np.diag(np.append(np.ones(vectors.shape[1]), BIAS_PRECISION))
    inverse = np.linalg.inv(inverse + (known.T * precision[judged]) @ known)
    spread = (songs.T * weight) @ songs
    shared = songs @ inverse  # a song's covariance with all weights
    variance = (shared * songs).sum(axis=1)
    lowered = (shared @ spread * shared).sum(axis=1)
    picks = list[int]()
    while len(picks) < min(n_picks, len(candidates)):
        gain = lowered * weight / (1.0 + weight * variance)
        gain[picks] = -1.0
        pick = int(gain.argmax())
        picks.append(pick)
        newest = shared[pick].copy()
        along = songs @ newest / (1.0 / weight[pick] + variance[pick])
        across = spread @ newest
        lowered += along * (along * float(newest @ across) - 2.0 * (shared @ across))
        variance -= along * (songs @ newest)
        shared -= np.outer(along, newest)
    return np.asarray(candidates[picks], np.int64)


def _with_bias(vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    return np.hstack([vectors.astype(np.float64), np.ones((len(vectors), 1))])
