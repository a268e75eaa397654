"""Between shares of 0 to 1 and their log odds: the logit and its inverse, and where they end.

A share of 0 or 1 has no logit, so who takes one says how near to them a share may come (`edge`):
half a case where shares are counted, the rounding of scores where they were stored. Logits beyond
LIMIT are shares of 0 and 1 in any number that is stored.
"""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

LIMIT = 50.0

Precision = TypeVar("Precision", bound="np.floating[Any]")


def logit(shares: ArrayLike, edge: float) -> NDArray[np.float64]:
    """Return the log odds of shares, which count as no nearer to 0 and 1 than `edge`."""
    inside = np.clip(np.asarray(shares, np.float64), edge, 1.0 - edge)
    logits: NDArray[np.float64] = np.log(inside / (1.0 - inside))
    return logits


def sigmoid(logits: NDArray[Precision]) -> NDArray[Precision]:
    """Return the shares that have these log odds, in their precision; NaN stays NaN.

    Logits are cut at LIMIT on either side, so that nothing overflows: no share is exactly 0.
    """
    shares: NDArray[Any] = 1.0 / (1.0 + np.exp(-np.clip(logits, -LIMIT, LIMIT)))
    return shares
