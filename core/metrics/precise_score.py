"""The score from which on nine of ten suggestions are right, from the calibrated curve.

The curve says how likely a score is a yes: Platt's for some songs, isotonic for many. Its mean over
all songs that score at least so much is the precision to expect.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.messages import message
from core.metrics.bootstrap import Resamples
from core.metrics.calibration import ISOTONIC_MIN_POSITIVE, fit_isotonic
from core.metrics.intervals import LEVEL, Support
from core.metrics.metric_records import Estimate
from core.metrics.platt import PlattScale, fit_platt

Floats = NDArray[np.floating]

PRECISION = 0.9
MIN_POSITIVE = 10
N_POINTS = 64  # songs are grouped by score, so that many resamples are cheap
N_RESAMPLES = 100
EDGE = 1e-3  # scores of 0 and 1 have no logit


def score_for_precision(
    truth: NDArray[np.generic], scores: Floats, resamples: Resamples, precision: float = PRECISION
) -> Estimate:
    """Return the lowest score with the expected precision, and its 95 % percentile interval.

    truth: 1 or 0, scores: 0 to 1, both of the songs of resamples.groups, (n,). No value, and the
    reason, where there are too few songs or no score is high enough; an interval that reaches 1
    means that the precision may not be reached at all.
    """
    support = Support.of(truth, resamples.groups)
    if support.n_positive < MIN_POSITIVE:
        reason = message("metrics.few_positive", n=support.n_positive, needed=MIN_POSITIVE)
        return Estimate(None, reason=reason)
    if (reason_for_none := support.reason()) is not None:
        return Estimate(None, reason=reason_for_none)
    songs = _SongsByScore.of(np.asarray(truth) == 1, np.asarray(scores, np.float64))
    value, start = songs.lowest(np.ones(len(truth)), precision, PlattScale())
    if value is None:
        return Estimate(
            None, reason=message("metrics.never_so_precise", percent=round(precision * 100))
        )
    drawn = [
        songs.lowest(counts[resamples.groups], precision, start)[0]
        for counts in resamples.counts[:, :N_RESAMPLES].T
    ]
    lowest = [1.0 if score is None else score for score in drawn]
    tail = (1.0 - LEVEL) / 2.0
    low, high = np.quantile(lowest, [tail, 1.0 - tail])
    return Estimate(value, min(float(low), value), max(float(high), value))


@dataclass(frozen=True, slots=True)
class _SongsByScore:
    """Songs grouped into at most N_POINTS ascending scores. index: of every song's point."""

    points: Floats
    logits: Floats
    index: NDArray[np.intp]
    positive: NDArray[np.bool_]

    @classmethod
    def of(cls, positive: NDArray[np.bool_], scores: Floats) -> _SongsByScore:
        """Group songs by score."""
        points = np.unique(scores)
        if len(points) > N_POINTS:
            shares = np.linspace(0.0, 1.0, N_POINTS)
            points = np.unique(np.quantile(points, shares, method="lower"))
        inside = np.clip(points, EDGE, 1.0 - EDGE)
        index = np.searchsorted(points, scores, "right") - 1
        return cls(points, np.log(inside / (1.0 - inside)), index, positive)

    def lowest(
        self, weights: Floats, precision: float, start: PlattScale
    ) -> tuple[float | None, PlattScale]:
        """Return the lowest score from which on the curve's mean is at least the precision.

        weights: of the songs. start: where fitting begins; the pair it found is returned, too.
        """
        n_points, positive = len(self.points), self.positive
        yes: Floats = np.bincount(self.index[positive], weights[positive], n_points).astype(float)
        no: Floats = np.bincount(self.index[~positive], weights[~positive], n_points).astype(float)
        if not yes.sum() or not no.sum():
            return None, start
        curve, scale = self._curve(yes, no, start)
        songs = yes + no
        above, n_above = np.cumsum((curve * songs)[::-1])[::-1], np.cumsum(songs[::-1])[::-1]
        enough = np.flatnonzero((n_above > 0) & (above >= precision * n_above))
        return (float(self.points[enough[0]]) if len(enough) else None), scale

    def _curve(self, yes: Floats, no: Floats, start: PlattScale) -> tuple[Floats, PlattScale]:
        truth = np.repeat(np.array([1, 0], np.int8), len(self.points))
        weights = np.concatenate([yes, no])
        if yes.sum() >= ISOTONIC_MIN_POSITIVE:
            curve = fit_isotonic(truth, np.tile(self.points, 2), weights)
            return curve.apply(self.points), start
        scale = fit_platt(truth, np.tile(self.logits, 2), weights, start)
        calibrated: Floats = 0.5 * (1.0 + np.tanh(scale.apply(self.logits) / 2.0))
        return calibrated, scale
