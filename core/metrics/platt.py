"""Platt scaling: two numbers that turn a logit into a probability (Platt 1999).

Fitted on out-of-fold logits: on those of songs learned from, every model looks certain. One pair
serves all tags where songs are few; a tag gets its own from MIN_POSITIVE yes on, drawn towards the
common one. NaN logits and cells not judged count nowhere. logit' = slope * logit + offset.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]

MIN_POSITIVE = 30  # yes of a tag that gets a pair of its own
SLOPE_SPREAD, OFFSET_SPREAD = 0.5, 1.0  # how far, as a prior, a tag's pair lies from the common one
LOWEST_SLOPE, HIGHEST_SLOPE = 0.05, 20.0  # never turned round, never a step
MAX_OFFSET = 20.0
WEAK = 1e-4  # a ridge that keeps degenerate data finite, and is felt by no other
MAX_STEPS, CLOSE_ENOUGH = 60, 1e-7


@dataclass(frozen=True, slots=True)
class PlattScale:
    """A pair of numbers; slope > 0, so that no ranking changes."""

    slope: float = 1.0
    offset: float = 0.0

    def apply(self, logits: Floats) -> Floats:
        """Return calibrated logits of the same shape."""
        return self.slope * logits + self.offset


@dataclass(frozen=True, slots=True)
class _Prior:
    """A Gaussian around a pair, with precisions 1 / variance."""

    slope: float
    offset: float
    slope_precision: float
    offset_precision: float


WEAK_PRIOR = _Prior(1.0, 0.0, WEAK, WEAK)


def fit_platt(states: NDArray[np.int8], logits: Floats) -> PlattScale:
    """Fit one pair on all judged cells: states 1, 0 or -1, logits of the same shape.

    Without both a yes and a no, the pair that changes nothing.
    """
    known = (states >= 0) & np.isfinite(logits)
    positive = states[known] == 1
    if not positive.any() or positive.all():
        return PlattScale()
    slopes, offsets = _fit(positive, logits[known], np.ones((1, len(positive))), WEAK_PRIOR)
    return PlattScale(float(slopes[0]), float(offsets[0]))


def fit_platt_per_tag(
    states: NDArray[np.int8], logits: Floats, pooled: PlattScale
) -> tuple[Floats, Floats]:
    """Fit a pair for each tag with MIN_POSITIVE yes and no or more, drawn towards the pooled one.

    states, logits: (n_songs, n_tags). Returns slopes and offsets, float64 (n_tags,); the pooled
    pair where a tag has fewer.
    """
    slopes = np.full(states.shape[1], pooled.slope)
    offsets = np.full(states.shape[1], pooled.offset)
    prior = _Prior(
        pooled.slope,
        pooled.offset,
        1.0 / (SLOPE_SPREAD * pooled.slope) ** 2,
        1.0 / OFFSET_SPREAD**2,
    )
    for column in range(states.shape[1]):
        known = (states[:, column] >= 0) & np.isfinite(logits[:, column])
        positive = states[known, column] == 1
        if min(positive.sum(), (~positive).sum()) >= MIN_POSITIVE:
            counts = np.ones((1, len(positive)))
            own_slopes, own_offsets = _fit(positive, logits[known, column], counts, prior)
            slopes[column], offsets[column] = own_slopes[0], own_offsets[0]
    return slopes, offsets


def fit_platt_resamples(
    positive: NDArray[np.bool_], logits: Floats, counts: Floats, start: PlattScale
) -> tuple[Floats, Floats]:
    """Fit a pair on each of many resamples of the same cells at once.

    positive, logits: (n_cells,). counts: how often each resample has them, (n_resamples, n_cells),
    of a yes and of a no at least once. Returns slopes and offsets, float64 (n_resamples,).
    """
    return _fit(positive, logits, counts, WEAK_PRIOR, start)


def _fit(
    positive: NDArray[np.bool_],
    logits: Floats,
    counts: Floats,
    prior: _Prior,
    start: PlattScale | None = None,
) -> tuple[Floats, Floats]:
    """Minimise the log loss against Platt's smoothed targets by damped Newton steps.

    counts: (n_fits, n_cells); every row is a fit of its own.
    """
    n_yes = counts[:, positive].sum(axis=1, keepdims=True)
    n_no = counts[:, ~positive].sum(axis=1, keepdims=True)
    targets = np.where(positive, (n_yes + 1.0) / (n_yes + 2.0), 1.0 / (n_no + 2.0))
    first = PlattScale(prior.slope, prior.offset) if start is None else start
    logits = np.asarray(logits, np.float64)
    pairs = np.tile([first.slope, first.offset], (len(counts), 1))
    loss = _loss(pairs, logits, targets, counts, prior)
    unfinished = np.arange(len(counts))
    for _ in range(MAX_STEPS):
        cells = (logits, targets[unfinished], counts[unfinished], prior)
        steps = _newton_steps(pairs[unfinished], *cells)
        lower = _loss(pairs[unfinished] - steps, *cells)
        while (worse := (lower > loss[unfinished]) & ~_are_small(steps)).any():
            steps[worse] /= 2.0
            lower = _loss(pairs[unfinished] - steps, *cells)
        pairs[unfinished] -= steps
        loss[unfinished] = np.minimum(lower, loss[unfinished])
        unfinished = unfinished[~_are_small(steps)]
        if not len(unfinished):
            break
    slopes = np.clip(pairs[:, 0], LOWEST_SLOPE, HIGHEST_SLOPE)
    return slopes, np.clip(pairs[:, 1], -MAX_OFFSET, MAX_OFFSET)


def _are_small(steps: Floats) -> NDArray[np.bool_]:
    small: NDArray[np.bool_] = np.abs(steps).max(axis=1) < CLOSE_ENOUGH
    return small


def _loss(pairs: Floats, logits: Floats, targets: Floats, counts: Floats, prior: _Prior) -> Floats:
    """Return the loss of every fit, (n_fits,)."""
    scaled = pairs[:, :1] * logits + pairs[:, 1:]
    log_loss = np.logaddexp(0.0, scaled) - targets * scaled
    away = (
        prior.slope_precision * (pairs[:, 0] - prior.slope) ** 2
        + prior.offset_precision * (pairs[:, 1] - prior.offset) ** 2
    )
    loss: Floats = (counts * log_loss).sum(axis=1) + away / 2.0
    return loss


def _newton_steps(
    pairs: Floats, logits: Floats, targets: Floats, counts: Floats, prior: _Prior
) -> Floats:
    """Return the step of every fit, (n_fits, 2)."""
    predicted = 0.5 * (1.0 + np.tanh((pairs[:, :1] * logits + pairs[:, 1:]) / 2.0))
    errors, curvature = counts * (predicted - targets), counts * predicted * (1.0 - predicted)
    slope_gradient = (errors * logits).sum(axis=1) + prior.slope_precision * (
        pairs[:, 0] - prior.slope
    )
    offset_gradient = errors.sum(axis=1) + prior.offset_precision * (pairs[:, 1] - prior.offset)
    weighed = curvature * logits
    slopes = (weighed * logits).sum(axis=1) + prior.slope_precision
    cross, offsets = weighed.sum(axis=1), curvature.sum(axis=1) + prior.offset_precision
    determinant = slopes * offsets - cross * cross  # above 0: the priors see to it
    return np.stack(
        [
            (offsets * slope_gradient - cross * offset_gradient) / determinant,
            (slopes * offset_gradient - cross * slope_gradient) / determinant,
        ],
        axis=1,
    )
