"""How many more songs? A learning curve of every tag, and what it says of songs not judged yet.

The words are learned again from parts of the songs, whole artists at a time, and tested on other
artists. It is a forecast: it takes the songs to come to be like those that are there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.evaluation.forecast_records import TARGET, TagForecast, Verdict
from core.jobs import SILENT, JobContext
from core.messages import message
from core.metrics.bootstrap import resample_groups, resampled_ranking
from core.metrics.classification import f1_score
from core.metrics.metric_records import Estimate
from core.metrics.power_law import (
    FARTHEST,
    MIN_POINTS,
    PowerLaw,
    fit_power_law,
    forecast_value,
    songs_needed,
)

Fit = Callable[[NDArray[np.int64]], NDArray[np.float64]]

SHARES = (0.25, 0.4, 0.6, 0.8, 1.0)  # of the artists to learn from
N_FOLDS, N_DIVISIONS, N_CURVES = 5, 4, 200
N_DRAWN = 24  # points of the line through a curve
MIN_YES, MIN_ARTISTS = 10, 5  # of a side: fewer make no curve
LOW_CEILING, NEAR = 0.7, 0.05  # F1 of the second hearing; how near to it the model is
MIN_TWICE = 10  # songs judged twice, to speak of a ceiling
MOST_NEVER = 0.3  # of the resampled curves: where more never reach it, nothing is said


@dataclass(frozen=True, slots=True)
class Ceilings:
    """F1 of the second hearing and of the model on the same songs, n of them, of a tag."""

    n: int
    second: float
    model: float

    @classmethod
    def of(
        cls, truth: NDArray[np.int8], logits: NDArray[np.float64], twice: NDArray[np.int8]
    ) -> Ceilings:
        """Compare on songs judged twice. logits: out of fold. twice: first and second, (2, n).

        The model says yes from the logit on that suits its decisions best.
        """
        known = (truth >= 0) & np.isfinite(logits)
        both = (twice >= 0).all(axis=0) & known
        if both.sum() < MIN_TWICE:
            return cls(int(both.sum()), 1.0, 0.0)
        first, levels = twice[0, both] == 1, np.unique(logits[known & (truth == 1)])
        scores = [f1_score(truth[known] == 1, logits[known] >= one) or 0.0 for one in levels]
        best = levels[int(np.argmax(scores))] if len(levels) else np.inf
        second = f1_score(first, twice[1, both] == 1)
        model = f1_score(first, logits[both] >= best)
        return cls(int(both.sum()), 1.0 if second is None else second, model or 0.0)

    @property
    def is_reached(self) -> bool:
        """Return whether the ear is so unsure of itself that songs would not help the model."""
        return (
            self.n >= MIN_TWICE and self.second < LOW_CEILING and self.model >= self.second - NEAR
        )


def forecast_tags(
    fit: Fit,
    states: NDArray[np.int8],
    groups: NDArray[np.int64],
    names: tuple[str, ...],
    twice: NDArray[np.int8] | None = None,
    job: JobContext = SILENT,
) -> tuple[TagForecast, ...]:
    """Draw the learning curve of every tag, and forecast what it needs to reach TARGET.

    fit: learns from some rows, returns logits of all songs, (n_songs, n_tags), a column of NaN
    where a tag has no yes or no no among them. states: 1 yes, 0 no, below 0 neither, (n_songs,
    n_tags). groups: a number per artist, (n_songs,). twice: first and second judgments of the same
    ear, as states, (2, n_songs, n_tags). Raises Cancelled.
    """
    logits, sizes = _refit(fit, states, groups, job)
    found = []
    for column, name in enumerate(names):
        truth, ceiling = states[:, column], None
        curve = _Curve.of(truth, logits[..., column], sizes[..., column], groups)
        if twice is not None:
            whole = logits[:, -1, :, column].mean(axis=0)
            ceiling = Ceilings.of(truth, whole, twice[..., column])
        found.append(curve.forecast(name, ceiling))
    return tuple(found)


def _refit(
    fit: Fit, states: NDArray[np.int8], groups: NDArray[np.int64], job: JobContext
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return out-of-fold logits, (divisions, shares, songs, tags), and how many yes they rest on.

    A part of the artists holds all smaller parts, so that the points of a curve are comparable.
    """
    n_songs, n_tags = states.shape
    artists = np.unique(groups)
    logits = np.full((N_DIVISIONS, len(SHARES), n_songs, n_tags), np.nan)
    sizes = np.zeros((N_DIVISIONS, len(SHARES), n_tags))
    n_fits, n_done = N_DIVISIONS * N_FOLDS * len(SHARES), 0
    for division in range(N_DIVISIONS):
        order = np.random.default_rng([7, division]).permutation(artists)
        for fold in range(N_FOLDS):
            test = np.isin(groups, order[fold::N_FOLDS])
            rest = np.setdiff1d(order, order[fold::N_FOLDS])
            rest = np.random.default_rng([7, division, fold]).permutation(rest)
            for index, share in enumerate(SHARES):
                job.check()
                job.report(n_done, n_fits, message("forecast.learning"))
                n_done += 1
                part = rest[: max(round(share * len(rest)), 1)]
                rows = np.flatnonzero(np.isin(groups, part))
                fitted = fit(rows)
                logits[division, index, test] = (fitted - fitted.mean(axis=0))[test]
                sizes[division, index] += (states[rows] == 1).sum(axis=0) / N_FOLDS
    return logits, sizes


@dataclass(frozen=True, slots=True)
class _Curve:
    """sizes: yes learned from, (n_sizes,). errors: 1 - AUC; drawn: of resampled artists and of
    divisions, (N_CURVES, n_sizes).
    """

    n_yes: int
    n_yes_artists: int
    sizes: NDArray[np.float64]
    errors: NDArray[np.float64]
    drawn: NDArray[np.float64]

    @classmethod
    def of(
        cls,
        truth: NDArray[np.int8],
        logits: NDArray[np.float64],
        sizes: NDArray[np.float64],
        groups: NDArray[np.int64],
    ) -> _Curve:
        """Measure the curve of one tag: logits (divisions, shares, songs), sizes without songs."""
        judged = truth >= 0
        n_yes = int((truth == 1).sum())
        artists = len(np.unique(groups[truth == 1]))
        no_artists = len(np.unique(groups[truth == 0]))
        nothing = cls(n_yes, artists, np.zeros(0), np.zeros(0), np.zeros((0, 0)))
        if min(n_yes, int((truth == 0).sum())) < MIN_YES or min(artists, no_artists) < MIN_ARTISTS:
            return nothing
        whole = np.isfinite(logits[:, :, judged]).all(axis=(0, 2))
        if whole.sum() < MIN_POINTS:
            return nothing
        resamples = resample_groups(groups[judged], 1)
        counts = np.ones((resamples.counts.shape[0], N_CURVES + 1), np.float32)
        counts[:, 1:] = resamples.counts[:, :N_CURVES]  # the first is all songs once
        auc = np.array([
            [resampled_ranking(truth[judged], logits[division, share, judged], resamples.groups,
                               counts)[0] for share in np.flatnonzero(whole)]
            for division in range(len(logits))
        ], np.float64)  # fmt: skip
        chosen = np.random.default_rng(3).integers(0, len(auc), (N_CURVES, len(auc)))
        curves = np.arange(N_CURVES)
        drawn = 1.0 - np.mean([auc[row, :, 1 + curves] for row in chosen.T], axis=0)
        drawn = drawn[np.isfinite(drawn).all(axis=1)]
        errors = 1.0 - auc[:, :, 0].mean(axis=0)
        return cls(n_yes, artists, sizes.mean(axis=0)[whole], errors, drawn)

    def forecast(self, name: str, ceiling: Ceilings | None) -> TagForecast:
        """Say how good the tag is, and what it needs."""
        unclear = ceiling is not None and ceiling.is_reached
        if len(self.drawn) < N_CURVES // 2:
            nothing = Estimate(None, reason=message("forecast.few"))
            verdict = Verdict.DEFINITION if unclear else Verdict.UNKNOWN
            return TagForecast(name, self.n_yes, (), nothing, nothing, verdict)
        law = fit_power_law(self.sizes, self.drawn)
        low, high = np.quantile(1.0 - self.drawn[:, -1], [0.025, 0.975]).tolist()
        value = float(1.0 - self.errors[-1])
        now = Estimate(value, min(low, value), max(high, value))
        n_now, spread = max(round(float(self.sizes[-1])), 1), float(np.std(self.drawn[:, -1]))
        doubled = forecast_value(law, 2.0 * n_now, now, spread)
        more, more_low, more_high = songs_needed(law, TARGET, n_now)
        curve = tuple(zip(self.sizes.tolist(), (1.0 - self.errors).tolist(), strict=True))
        if value >= TARGET:
            verdict = Verdict.GOOD
        elif unclear:
            verdict = Verdict.DEFINITION
        elif more is None or np.mean(law.songs_for(1.0 - TARGET) > FARTHEST * n_now) > MOST_NEVER:
            verdict = Verdict.UNKNOWN
        else:
            verdict = Verdict.SONGS
        needs = verdict is Verdict.SONGS
        farthest = max(2 * n_now, n_now + (more or 0) if needs else 0)
        line = self._line(law, now, spread, farthest)
        found = TagForecast(name, self.n_yes, curve, now, doubled, verdict, line=line)
        if not needs:
            return found
        n_artists = max(round((more or 0) * self.n_yes_artists / max(self.n_yes, 1)), 1)
        return replace(
            found, more=more, more_low=more_low, more_high=more_high, n_artists=n_artists
        )

    def _line(
        self, law: PowerLaw, now: Estimate, spread: float, farthest: float
    ) -> tuple[tuple[float, float, float, float], ...]:
        """Return points of the fit from the fewest songs to `farthest`: n, AUC and its range."""
        sizes = np.geomspace(max(float(self.sizes[0]), 1.0), farthest, N_DRAWN)
        points = []
        for n in sizes.tolist():
            known = Estimate(None) if n <= self.sizes[-1] else now
            auc = forecast_value(law, n, known, spread)
            points.append((n, auc.value or 0.0, auc.low or 0.0, auc.high or 0.0))
        return tuple(points)
