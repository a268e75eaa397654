"""The score from which on a tag counts as yes: estimated on held-out songs, used for suggestions.

A threshold only chooses what is offered; every score stays visible.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

DEFAULT = 0.5
LOWEST, HIGHEST = 0.2, 0.8  # a threshold estimated on few songs may lie anywhere
MIN_POSITIVE = 5  # songs with the tag; a threshold estimated on fewer is chance


def best_f1_threshold(truth: NDArray[np.generic], scores: NDArray[np.floating]) -> float | None:
    """Estimate the score from which on "yes" gives the best F1, halfway to the next lower score.

    None without both classes of songs, or with fewer than MIN_POSITIVE of the tag.
    """
    order = np.argsort(-np.asarray(scores), kind="stable")
    positive, falling = (np.asarray(truth) == 1)[order], np.asarray(scores, np.float64)[order]
    n_positive = int(positive.sum())
    if n_positive < MIN_POSITIVE or n_positive == len(positive):
        return None
    last = np.flatnonzero(np.append(falling[1:] != falling[:-1], True))
    f1 = 2.0 * np.cumsum(positive)[last] / (n_positive + last + 1)
    best = int(last[int(np.argmax(f1))])
    below = falling[best + 1] if best + 1 < len(falling) else falling[best]
    return float((falling[best] + below) / 2.0)


def suggestion_threshold(metrics: Mapping[str, Any], tag: str) -> float:
    """Return the least score, 0 to 1, with which a tag is suggested.

    metrics: a model's metrics as stored with it. Its "per_tag" thresholds are those of the best F1
    on held-out songs (Lipton et al. 2014), clipped to LOWEST..HIGHEST; DEFAULT where none is known.
    """
    known = (metrics.get("per_tag") or {}).get(tag)
    threshold = known.get("threshold") if isinstance(known, Mapping) else None
    if not isinstance(threshold, int | float):
        return DEFAULT
    return min(max(float(threshold), LOWEST), HIGHEST)
