"""Learning curves as power laws: how good a tag gets with more songs, and when it is good enough.

The error falls as left + slope * n ** -rate (Hestness et al. 2017; Viering and Loog 2022, "The
shape of learning curves"). Few points do not tell the rate, so it is bounded, and many resampled
curves are fitted: their spread is the interval.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.metrics.intervals import LEVEL
from core.metrics.metric_records import Estimate

Floats = NDArray[np.floating]

RATES = np.linspace(0.2, 1.5, 14)
LEFT = np.linspace(0.0, 0.5, 26)  # error that no number of songs takes away
MIN_POINTS = 3
FARTHEST = 10.0  # times as many songs as there are: beyond it nothing is said


@dataclass(frozen=True, slots=True)
class PowerLaw:
    """Curves of errors, one a resample: left, slope and rate, each (n_curves,)."""

    left: Floats
    slope: Floats
    rate: Floats

    def error(self, n: float) -> Floats:
        """Return the error with n songs of every curve."""
        return np.asarray(self.left + self.slope * float(n) ** -self.rate)

    def songs_for(self, error: float) -> Floats:
        """Return how many songs every curve needs to get down to an error; infinity for never."""
        room = error - self.left
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            n = (self.slope / room) ** (1.0 / self.rate)
        return np.where(room > 0.0, np.where(self.slope > 0.0, n, 0.0), np.inf)


def fit_power_law(sizes: Floats, errors: Floats) -> PowerLaw:
    """Fit every curve by least squares over a grid of rates and of what is left, slope >= 0.

    sizes: ascending, (n_sizes,), MIN_POINTS at least. errors: (n_curves, n_sizes), finite. Larger
    sizes count more: weights are the sizes, as the spread of an error falls with them.
    """
    weights = np.asarray(sizes, np.float64) / np.sum(sizes)
    best = np.full(len(errors), np.inf)
    found = np.zeros((3, len(errors)))
    for rate in RATES:
        falling = np.asarray(sizes, np.float64) ** -rate
        norm = float(weights @ falling**2)
        for left in LEFT:
            rest = errors - left
            slope = np.maximum((rest * falling) @ weights / norm, 0.0)
            loss = (rest - slope[:, None] * falling) ** 2 @ weights
            better = loss < best
            best = np.where(better, loss, best)
            found[:, better] = np.array([left, 0.0, rate])[:, None]
            found[1, better] = slope[better]
    return PowerLaw(found[0], found[1], found[2])


def forecast_value(law: PowerLaw, n: float, now: Estimate, spread: float = 0.0) -> Estimate:
    """Forecast 1 - error with n songs: the median of the curves and their 95 % interval.

    spread: standard deviation of what one number of so many songs owes to luck. A forecast is not
    below what there is now: more songs seldom make a model worse.
    """
    values = 1.0 - law.error(n)
    if now.value is not None:
        values = np.maximum(values, now.value - 2.0 * spread)
    drawn = values + spread * np.random.default_rng(0).standard_normal(len(values))
    low, high = np.quantile(drawn, [(1.0 - LEVEL) / 2.0, (1.0 + LEVEL) / 2.0]).tolist()
    middle = float(np.median(values))
    return Estimate(middle, max(min(low, middle), 0.0), min(max(high, middle), 1.0))


def songs_needed(law: PowerLaw, target: float, n_now: int) -> tuple[int | None, int, int | None]:
    """Forecast how many more songs reach a value: the median, and the ends of 95 % of the curves.

    None: more than FARTHEST times as many as there are, or never.
    """
    more = law.songs_for(1.0 - target) - n_now
    most = (FARTHEST - 1.0) * n_now
    ends = np.quantile(
        np.where(np.isfinite(more), more, 1e12),
        [0.5, (1.0 - LEVEL) / 2.0, (1.0 + LEVEL) / 2.0],
        method="nearest",
    )
    middle, low, high = (
        max(int(np.ceil(end)), least) for end, least in zip(ends.tolist(), (1, 0, 1), strict=True)
    )
    return (
        middle if middle <= most else None,
        int(min(low, most)),
        high if high <= most else None,
    )
