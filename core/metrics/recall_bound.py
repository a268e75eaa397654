"""When to stop searching: recall that a random sample certifies (Lewis, Yang and Frieder 2021).

"Certifying one-phase technology-assisted reviews", CIKM: of r positives drawn at random beforehand
the search has found the j-th. A recall of t is certified at 1 - delta by the smallest j with
sum over k < j of C(r, k) t^k (1 - t)^(r - k) >= 1 - delta (the quantile binomial bound). r is fixed
before one looks: who tries every r in turn is wrong more often than delta.
"""

from __future__ import annotations

from math import ceil, log

RECALL, DELTA = 0.8, 0.05


def needed_sample(recall: float = RECALL, delta: float = DELTA) -> int:
    """Return the fewest positives of a random sample that can certify a recall: 14 for .8 at 95 %.

    With so many all of them must have been found: 1 - t^r >= 1 - delta.
    """
    return ceil(log(delta) / log(recall) - 1e-9)


def needed_found(n_sample: int, recall: float = RECALL, delta: float = DELTA) -> int | None:
    """Return how many of n_sample random positives must be found; None where none suffice."""
    from scipy.special import bdtr

    for n_found in range(1, n_sample + 1):
        if bdtr(n_found - 1, n_sample, recall) >= 1.0 - delta:
            return n_found
    return None


def certified_recall(n_found: int, n_sample: int, delta: float = DELTA) -> float:
    """Return the recall that is certified where n_found of n_sample random positives were found.

    The largest t of the bound above, which is the one-sided lower limit of Clopper and Pearson
    (1934); 0 where none was found.
    """
    from scipy.special import betaincinv

    if not n_found:
        return 0.0
    return float(betaincinv(n_found, n_sample - n_found + 1, delta))
