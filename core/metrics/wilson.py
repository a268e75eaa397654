"""The score interval of a share of independent trials (Wilson 1927), for one share or for many."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

NORMAL = 1.959963984540054  # standard deviations on either side: 95 %


def wilson_bounds(hits: ArrayLike, n: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the lower and the upper bounds of hits / n, of any shape; 0 and 1 where n is 0."""
    trials = np.asarray(n, np.float64)
    known = np.maximum(trials, 1e-9)
    share = np.asarray(hits, np.float64) / known
    z2 = NORMAL**2
    centre = (share + z2 / (2.0 * known)) / (1.0 + z2 / known)
    spread = np.sqrt(share * (1.0 - share) / known + z2 / (4.0 * known * known))
    half = NORMAL * spread / (1.0 + z2 / known)
    low = np.where((trials > 0) & (share > 0.0), np.maximum(centre - half, 0.0), 0.0)
    high = np.where((trials > 0) & (share < 1.0), np.minimum(centre + half, 1.0), 1.0)
    return low, high
