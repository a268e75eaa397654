"""How well scores rank the songs of one tag: ROC-AUC, average precision, PR-AUC.

Equal to scikit-learn's functions of the same names; no scikit-learn needed. A number that the songs
do not allow is None.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating]


def roc_auc_score(truth: NDArray[np.generic], scores: Scores) -> float | None:
    """Compute the chance that a song with the tag scores higher than one without; ties count half.

    truth: 1 or 0, (n,). None without both classes (Mann and Whitney 1947).
    """
    positive = np.asarray(truth) == 1
    n_positive, n_negative = int(positive.sum()), int((~positive).sum())
    if not n_positive or not n_negative:
        return None
    _, level, count = np.unique(scores, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    ranks = (last - (count - 1) / 2.0)[level]  # from 1; equal scores share the mean rank
    rank_sum = ranks[positive].sum() - n_positive * (n_positive + 1) / 2.0
    return float(rank_sum / (n_positive * n_negative))


def average_precision_score(truth: NDArray[np.generic], scores: Scores) -> float | None:
    """Average precision over the recall gained at each distinct score.

    None without a positive song.
    """
    curve = true_positive_counts(truth, scores)
    if curve is None:
        return None
    n_predicted, n_true = curve
    gained = np.diff(n_true, prepend=0) / n_true[-1]
    return float((gained * n_true / n_predicted).sum())


def pr_auc_score(truth: NDArray[np.generic], scores: Scores) -> float | None:
    """Compute the area under precision over recall by trapezoids, as in older papers.

    It interpolates between the points and so flatters; average_precision_score does not. None
    without a positive song.
    """
    curve = true_positive_counts(truth, scores)
    if curve is None:
        return None
    n_predicted, n_true = curve
    recall = np.concatenate([[0.0], n_true / n_true[-1]])
    precision = np.concatenate([[1.0], n_true / n_predicted])
    return float((np.diff(recall) * (precision[1:] + precision[:-1]) / 2.0).sum())


def true_positive_counts(
    truth: NDArray[np.generic], scores: Scores
) -> tuple[NDArray[np.int64], NDArray[np.int64]] | None:
    """Count, for each distinct score from the highest down, the songs that score at least that.

    Returns how many they are and how many of them are positive; None without a positive song.
    """
    order = np.argsort(-np.asarray(scores), kind="stable")
    positive, falling = (np.asarray(truth) == 1)[order], np.asarray(scores)[order]
    if not positive.any():
        return None
    last = np.flatnonzero(np.append(falling[1:] != falling[:-1], True))
    return last + 1, np.cumsum(positive)[last]
