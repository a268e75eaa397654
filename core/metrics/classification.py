"""How well yes-or-no decisions on one tag agree with the truth: F1 and Matthews' correlation.

Equal to scikit-learn's functions of the same names; a number that the songs do not allow is None.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def f1_score(truth: NDArray[np.generic], decided: NDArray[np.bool_]) -> float | None:
    """Compute the harmonic mean of precision and recall; 0 if nothing right was found.

    None without a positive song.
    """
    positive = np.asarray(truth) == 1
    if not positive.any():
        return None
    n_true = int((positive & decided).sum())
    return 2.0 * n_true / (int(positive.sum()) + int(decided.sum()))


def matthews_corrcoef(truth: NDArray[np.generic], decided: NDArray[np.bool_]) -> float | None:
    """Compute Matthews' correlation of decisions and truth, -1 to 1 (Matthews 1975).

    0 where everything or nothing was decided yes; None without both classes of songs.
    """
    positive = np.asarray(truth) == 1
    tp, fp = int((positive & decided).sum()), int((~positive & decided).sum())
    fn, tn = int((positive & ~decided).sum()), int((~positive & ~decided).sum())
    if not tp + fn or not fp + tn:
        return None
    spread = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)
    return (tp * tn - fp * fn) / float(spread) ** 0.5 if spread else 0.0
