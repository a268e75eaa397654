"""The score from which on a tag counts as yes: estimated on held-out songs, used for suggestions.

A threshold only chooses what is offered; every score stays visible. One that the user set wins.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]

DEFAULT = 0.5
LOWEST, HIGHEST = 0.2, 0.8  # a threshold estimated on few songs may lie anywhere
FULL_SUPPORT = 10  # songs with the tag from which on its own threshold counts alone
N_FOLDS = 5
NEVER = 2.0  # above every score


def best_f1_threshold(truth: NDArray[np.generic], scores: Floats) -> float | None:
    """Estimate the score from which on "yes" gives the best F1, halfway to the next lower score.

    None without both classes of songs.
    """
    order = np.argsort(-np.asarray(scores), kind="stable")
    positive, falling = (np.asarray(truth) == 1)[order], np.asarray(scores, np.float64)[order]
    n_positive = int(positive.sum())
    if not n_positive or n_positive == len(positive):
        return None
    last = np.flatnonzero(np.append(falling[1:] != falling[:-1], True))
    f1 = 2.0 * np.cumsum(positive)[last] / (n_positive + last + 1)
    best = int(last[int(np.argmax(f1))])
    below = falling[best + 1] if best + 1 < len(falling) else falling[best]
    return float((falling[best] + below) / 2.0)


def pooled_threshold(states: NDArray[np.int8], scores: Floats) -> float:
    """Estimate one threshold for all tags, with the best F1 over all judged cells.

    DEFAULT without both a yes and a no. Not judged and NaN count nowhere.
    """
    known = (states >= 0) & np.isfinite(scores)
    threshold = best_f1_threshold(states[known], scores[known])
    return DEFAULT if threshold is None else _within_bounds(threshold)


def tag_thresholds(states: NDArray[np.int8], scores: Floats) -> NDArray[np.float64]:
    """Estimate every tag's threshold, (n_tags,): its own, drawn to the pooled one if it is rare.

    states, scores: (n_songs, n_tags), scores out of fold. A tag's own threshold counts in full from
    FULL_SUPPORT yes on; one without both a yes and a no gets the pooled one.
    """
    pooled = pooled_threshold(states, scores)
    thresholds = np.full(states.shape[1], pooled)
    for column in range(states.shape[1]):
        known = (states[:, column] >= 0) & np.isfinite(scores[:, column])
        truth = states[known, column]
        own = best_f1_threshold(truth, scores[known, column])
        if own is not None:
            share = min(1.0, float((truth == 1).sum()) / FULL_SUPPORT)
            thresholds[column] = share * _within_bounds(own) + (1.0 - share) * pooled
    return thresholds


def decide(
    states: NDArray[np.int8],
    scores: Floats,
    groups: NDArray[np.integer],
    own: Floats | None = None,
) -> NDArray[np.bool_]:
    """Decide every cell by a threshold that was estimated without its artist: (n_songs, n_tags).

    Decisions by a threshold chosen on the same songs would flatter F1. groups: a number per artist,
    (n_songs,). own: thresholds that the user set, NaN elsewhere, (n_tags,); they know no song, so
    they hold for all.
    """
    cuts = np.empty(states.shape)
    fold_of_song = np.unique(groups, return_inverse=True)[1] % N_FOLDS
    for fold in np.unique(fold_of_song):
        inside = fold_of_song == fold
        cuts[inside] = tag_thresholds(states[~inside], scores[~inside])
    if own is not None:
        cuts = np.where(np.isnan(own), cuts, own)
    with np.errstate(invalid="ignore"):
        decided: NDArray[np.bool_] = scores >= cuts
    return decided


def suggestion_threshold(metrics: Mapping[str, Any], tag: str, own: float | None = None) -> float:
    """Return the least score, 0 to 1, with which a tag is suggested; NEVER where it may not be.

    metrics: a model's metrics as stored with it. own: the threshold that the user set, if any. Else
    it is that of the best F1 on held-out songs (Lipton et al. 2014) from "per_tag", clipped to
    LOWEST..HIGHEST; DEFAULT where none is known. A tag that could not be measured has NEVER.
    """
    known = (metrics.get("per_tag") or {}).get(tag)
    if not isinstance(known, dict):
        return DEFAULT if own is None else own
    if "auc" in known and known["auc"] is None:
        return NEVER
    if own is not None:
        return own
    threshold = known.get("threshold")
    return _within_bounds(threshold) if isinstance(threshold, int | float) else DEFAULT


def _within_bounds(threshold: float) -> float:
    return min(max(float(threshold), LOWEST), HIGHEST)
