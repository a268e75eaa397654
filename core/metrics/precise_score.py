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
from core.metrics.log_odds import logit
from core.metrics.metric_records import Estimate
from core.metrics.platt import PlattScale, fit_platt_resamples

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
    (value,), (start,) = songs.lowest(np.ones((1, len(truth))), precision, PlattScale())
    if np.isnan(value):
        return Estimate(
            None, reason=message("metrics.never_so_precise", percent=round(precision * 100))
        )
    counts = resamples.counts[:, :N_RESAMPLES].T[:, resamples.groups]
    drawn, _ = songs.lowest(counts, precision, start)
    tail = (1.0 - LEVEL) / 2.0
    low, high = np.quantile(np.where(np.isnan(drawn), 1.0, drawn), [tail, 1.0 - tail])
    return Estimate(float(value), min(float(low), float(value)), max(float(high), float(value)))


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
        index = np.searchsorted(points, scores, "right") - 1
        return cls(points, logit(points, EDGE), index, positive)

    def lowest(
        self, counts: Floats, precision: float, start: PlattScale
    ) -> tuple[Floats, list[PlattScale]]:
        """Return the lowest score from which on the curve's mean is at least the precision.

        counts: how often each resample has each song, (n_resamples, n_songs). start: where fitting
        begins. Returns one score a resample, NaN where none is high enough, and its Platt pair.
        """
        yes, no = self._per_point(counts, self.positive), self._per_point(counts, ~self.positive)
        curves, scales = self._curves(yes, no, start)
        songs = yes + no
        above = np.cumsum((curves * songs)[:, ::-1], axis=1)[:, ::-1]
        n_above = np.cumsum(songs[:, ::-1], axis=1)[:, ::-1]
        enough = (n_above > 0) & (above >= precision * n_above)
        enough &= ((yes.sum(axis=1) > 0) & (no.sum(axis=1) > 0))[:, None]
        first = np.where(enough.any(axis=1), self.points[enough.argmax(axis=1)], np.nan)
        return first, scales

    def _per_point(self, counts: Floats, of: NDArray[np.bool_]) -> Floats:
        """Count some songs of every resample by point: (n_resamples, n_points)."""
        sums = np.zeros((len(self.points), len(counts)))
        np.add.at(sums, self.index[of], counts[:, of].T)
        return sums.T

    def _curves(
        self, yes: Floats, no: Floats, start: PlattScale
    ) -> tuple[Floats, list[PlattScale]]:
        """Fit the curve of every resample: its value at each point, and its Platt pair."""
        positive = np.repeat([True, False], len(self.points))
        both, n_yes = np.concatenate([yes, no], axis=1), yes.sum(axis=1)
        curves, scales = np.zeros_like(yes), [start] * len(yes)
        by_platt = np.flatnonzero((n_yes < ISOTONIC_MIN_POSITIVE) & (n_yes > 0) & (no.sum(1) > 0))
        if len(by_platt):
            twice = np.tile(self.logits, 2)
            slopes, offsets = fit_platt_resamples(positive, twice, both[by_platt], start)
            scaled = slopes[:, None] * self.logits + offsets[:, None]
            curves[by_platt] = 0.5 * (1.0 + np.tanh(scaled / 2.0))
            for row, slope, offset in zip(by_platt, slopes, offsets, strict=True):
                scales[row] = PlattScale(float(slope), float(offset))
        for row in np.flatnonzero((n_yes >= ISOTONIC_MIN_POSITIVE) & (no.sum(1) > 0)):
            truth = positive.astype(np.int8)
            curve = fit_isotonic(truth, np.tile(self.points, 2), both[row])
            curves[row] = curve.apply(self.points)
        return curves, scales
