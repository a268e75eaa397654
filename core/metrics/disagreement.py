"""Where ear and model disagree, and where two models do: masks over songs and tags.

Scores are 0 to 1, NaN where there is none: nothing is said there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

CONFIDENT = 0.8  # a model this sure of the contrary contradicts a decision
MIN_CHANGE = 0.1  # of a score: two models that differ by less have not changed their mind


def contradicted(
    yes: NDArray[np.bool_], no: NDArray[np.bool_], scores: NDArray[np.float32]
) -> NDArray[np.bool_]:
    """Mark the decisions that a model is sure are wrong. yes, no, scores: of one shape."""
    denied = yes & (scores <= 1.0 - CONFIDENT)
    claimed = no & (scores >= CONFIDENT)
    return np.asarray(denied | claimed, np.bool_)


def flipped(
    before: NDArray[np.float32],
    now: NDArray[np.float32],
    threshold_before: NDArray[np.float64],
    threshold_now: NDArray[np.float64],
) -> NDArray[np.bool_]:
    """Mark where one model says yes and the other no, and the scores differ by MIN_CHANGE.

    before, now: (n_songs, n_tags). Thresholds: (n_tags,), the score from which on it is a yes.
    """
    known = np.isfinite(before) & np.isfinite(now)
    differs = (before >= threshold_before) != (now >= threshold_now)
    change = np.abs(np.nan_to_num(now) - np.nan_to_num(before))
    return np.asarray(known & differs & (change >= MIN_CHANGE), np.bool_)
