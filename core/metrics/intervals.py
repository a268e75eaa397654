"""From resampled values to a 95 % interval, or the reason why there is none.

The plain percentile interval of the bootstrap covers 86 to 92 % with under 40 artists. So its
spread is taken on a scale without borders (logit), with Student's t for as many artists as have the
tag. Near 0 and 1 hardly anything varies between resamples; there it is at least as wide as the
score interval of as many independent songs as there are artists: 93 to 99 % in simulation
(tests/core/metrics/test_coverage.py). Precision and recall of few songs have the exact binomial
interval (Clopper and Pearson 1934), which takes songs as independent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

import numpy as np
from numpy.typing import NDArray

from core.messages import message
from core.metrics.log_odds import logit, sigmoid
from core.metrics.metric_records import Estimate, Interval
from core.metrics.wilson import NORMAL, wilson_bounds

Floats = NDArray[np.floating]

LEVEL = 0.95
MIN_SONGS, MIN_ARTISTS = 5, 5  # with the tag and without it; artists among both together
MIN_ARTISTS_OF_A_SIDE = 3  # all songs with a tag by two artists tell of these two
MAX_UNDEFINED = 0.2  # of the resamples
BORDER, FEW_ERRORS = 0.9, 3.0  # a share beyond it with fewer artists' worth of errors is near 1
N_LIMITS = 400  # candidates for a limit
LEAST_WIDTH = 1e-6  # of an interval: less is rounding, of a number that no draw of artists changes


@dataclass(frozen=True, slots=True)
class Support:
    """How many songs and artists stand behind a tag's numbers."""

    n_positive: int
    n_negative: int
    n_artists: int
    n_positive_artists: int
    n_negative_artists: int

    @classmethod
    def of(cls, truth: NDArray[np.generic], groups: NDArray[np.integer]) -> Support:
        """Count judged songs: truth 1 or 0, groups a number per artist, both (n,)."""
        positive = np.asarray(truth) == 1
        return cls(
            int(positive.sum()),
            int((~positive).sum()),
            len(np.unique(groups)),
            len(np.unique(groups[positive])),
            len(np.unique(groups[~positive])),
        )

    @property
    def n_clusters(self) -> int:
        """Artists on the side that has fewer: as many independent pairs can be made."""
        return min(self.n_positive_artists, self.n_negative_artists)

    def reason(self) -> str | None:
        """Say why there can be no interval; None where there can."""
        if self.n_positive < MIN_SONGS:
            return message("metrics.few_positive", n=self.n_positive, needed=MIN_SONGS)
        if self.n_negative < MIN_SONGS:
            return message("metrics.few_negative", n=self.n_negative, needed=MIN_SONGS)
        if self.n_artists < MIN_ARTISTS:
            return message("metrics.few_artists", n=self.n_artists, needed=MIN_ARTISTS)
        if self.n_positive_artists < MIN_ARTISTS_OF_A_SIDE:
            return message("metrics.few_positive_artists", n=self.n_positive_artists)
        if self.n_negative_artists < MIN_ARTISTS_OF_A_SIDE:
            return message("metrics.few_negative_artists", n=self.n_negative_artists)
        return None


def share_interval(
    value: float,
    replicates: Floats,
    n_clusters: int,
    n_tags: int = 1,
    *,
    edge: float | None = None,
) -> Interval | None:
    """Return the interval of a number between 0 and 1, such as F1, from its replicates.

    n_clusters: artists it rests on, 2 or more. n_tags: whose mean it is; where one tag allows no
    error to count, many do. edge: a replicate nearer to 0 or 1 counts as this far away (default:
    half a pair of artists). None where too many resamples allow no number, or all the same one:
    no_interval_reason says which.
    """
    n_units = n_clusters * max(n_tags, 1)
    return _widened(value, replicates, n_clusters, n_units, lambda: _wilson(value, n_units), edge)


def auc_interval(value: float, replicates: Floats, support: Support) -> Interval | None:
    """Return the interval of a ROC-AUC from its replicates; None as for share_interval."""
    n_positive, n_negative = support.n_positive_artists, support.n_negative_artists
    return _widened(
        value,
        replicates,
        support.n_clusters,
        support.n_clusters,
        lambda: _newcombe(value, n_positive, n_negative),
    )


def correlation_interval(
    value: float,
    replicates: Floats,
    n_clusters: int,
    n_tags: int = 1,
    *,
    edge: float | None = None,
) -> Interval | None:
    """Return the interval of a number between -1 and 1, such as Matthews' correlation.

    edge: see share_interval, of the number moved to between 0 and 1.
    """
    halved = share_interval(
        (value + 1.0) / 2.0, (replicates + 1.0) / 2.0, n_clusters, n_tags, edge=edge
    )
    return None if halved is None else (2.0 * halved[0] - 1.0, 2.0 * halved[1] - 1.0)


def difference_interval(
    value: float, replicates: Floats, n_clusters: int, *, is_same: bool = False
) -> Interval | None:
    """Return the interval of a paired difference: replicates of both on the same resamples.

    It is at least as wide as one artist's luck, also where no resample differs: two models that are
    both right about few songs need not be equals. is_same: whether both gave the same scores.
    """
    known = _defined(replicates)
    if known is None:
        return None
    least = 0.0 if is_same else 1.0 / n_clusters**2
    low, high = _t_interval(value, known, n_clusters, least)
    return max(low, -1.0), min(high, 1.0)


def exact_interval(n_hits: int, n: int) -> Interval:
    """Return the exact binomial interval of n_hits of n, n at least 1 (Clopper and Pearson)."""
    from scipy.special import betaincinv  # scipy.stats takes a second to import

    tail = (1.0 - LEVEL) / 2.0
    low = float(betaincinv(n_hits, n - n_hits + 1, tail)) if n_hits else 0.0
    high = float(betaincinv(n_hits + 1, n - n_hits, 1.0 - tail)) if n_hits < n else 1.0
    return low, high


def load_distributions() -> None:
    """Import what intervals are computed with, in any thread: a fifth of a second.

    As a round of learning is measured this would make the window late, several times.
    """
    for name in ("scipy.special", "scipy.sparse"):
        import_module(name)


def estimate(value: float | None, interval: Interval | None, reason: str | None) -> Estimate:
    """Join a number and its interval, or the reason why one is missing."""
    if value is None or interval is None:
        return Estimate(value, reason=reason or message("metrics.too_uneven"))
    return Estimate(value, interval[0], interval[1])


def no_interval_reason(replicates: Floats) -> str:
    """Say why there is no interval of a number between borders, of which these are replicates."""
    known = _defined(replicates)
    return message("metrics.too_uneven" if known is None else "metrics.never_varies")


def _defined(replicates: Floats) -> Floats | None:
    known = replicates[np.isfinite(replicates)]
    return known if len(known) >= (1.0 - MAX_UNDEFINED) * max(len(replicates), 1) else None


def _widened(
    value: float,
    replicates: Floats,
    n_clusters: int,
    n_units: int,
    score_interval: Callable[[], Interval],
    edge: float | None = None,
) -> Interval | None:
    """Return the bootstrap's interval, near a border at least as wide as the other one.

    n_units: that may be right or wrong, artists or artists times tags.
    """
    known = _defined(replicates)
    if known is None:
        return None
    edge = 0.5 / max(n_clusters, 2) ** 2 if edge is None else edge
    limits = _t_interval(float(logit(value, edge)), logit(known, edge), n_clusters)
    low, high = sigmoid(np.array(limits)).tolist()
    low, high = min(low, value), max(high, value)
    nearest = max(value, 1.0 - value)
    if nearest >= BORDER and (1.0 - nearest) * n_units < FEW_ERRORS:
        other_low, other_high = score_interval()
        low, high = min(low, other_low), max(high, other_high)
    if high - low < LEAST_WIDTH:  # nothing varies, as where all songs have one score
        return None
    return (low, 1.0) if value >= 1.0 else (0.0, high) if value <= 0.0 else (low, high)


def _t_interval(value: float, replicates: Floats, n_clusters: int, least: float = 0.0) -> Interval:
    from scipy.special import stdtrit  # Student's t; scipy.stats takes a second to import

    reach = float(stdtrit(max(n_clusters - 1, 1), (1.0 + LEVEL) / 2.0))
    half = reach * float(np.hypot(np.std(replicates, dtype=np.float64), least))
    return value - half, value + half


def _wilson(share: float, n: int) -> Interval:
    low, high = wilson_bounds(share * n, n)
    return float(low), float(high)


def _newcombe(auc: float, n_positive: int, n_negative: int) -> Interval:
    """Return the score interval of the AUC of independent songs (Newcombe 2006, method 5).

    The limits are the values that the observed one is NORMAL standard errors away from, as these
    would be with the limit true (Hanley and McNeil 1982).
    """
    limits = np.linspace(0.0, 1.0, N_LIMITS)
    extra = (n_positive + n_negative) / 2.0 - 1.0
    alike = 1.0 + extra * ((1.0 - limits) / (2.0 - limits) + limits / (1.0 + limits))
    variance = limits * (1.0 - limits) * alike / (n_positive * n_negative)
    inside = limits[(limits - auc) ** 2 <= NORMAL**2 * variance]
    return min([auc, *inside[:1].tolist()]), max([auc, *inside[-1:].tolist()])
