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


def fit_platt(
    states: NDArray[np.int8],
    logits: Floats,
    weights: Floats | None = None,
    start: PlattScale | None = None,
) -> PlattScale:
    """Fit one pair on all judged cells: states 1, 0 or -1, logits of the same shape.

    weights: of the cells, same shape; 1 where left out. start: where to begin, to be there sooner.
    Without both a yes and a no, the pair that changes nothing.
    """
    known = (states >= 0) & np.isfinite(logits)
    counts = np.ones(int(known.sum())) if weights is None else np.asarray(weights, float)[known]
    return _fit(states[known] == 1, logits[known], counts, WEAK_PRIOR, start)


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
            scale = _fit(positive, logits[known, column], np.ones(len(positive)), prior)
            slopes[column], offsets[column] = scale.slope, scale.offset
    return slopes, offsets


def _fit(
    positive: NDArray[np.bool_],
    logits: Floats,
    counts: Floats,
    prior: _Prior,
    start: PlattScale | None = None,
) -> PlattScale:
    """Minimise the log loss against Platt's smoothed targets by damped Newton steps."""
    n_yes, n_no = float(counts[positive].sum()), float(counts[~positive].sum())
    if not n_yes or not n_no:
        return PlattScale(prior.slope, prior.offset)
    logits = np.asarray(logits, np.float64)
    targets = np.where(positive, (n_yes + 1.0) / (n_yes + 2.0), 1.0 / (n_no + 2.0))
    first = PlattScale(prior.slope, prior.offset) if start is None else start
    pair = np.array([first.slope, first.offset])
    loss = _loss(pair, logits, targets, counts, prior)
    for _ in range(MAX_STEPS):
        step = _newton_step(pair, logits, targets, counts, prior)
        while (lower := _loss(pair - step, logits, targets, counts, prior)) > loss:
            step /= 2.0
            if np.abs(step).max() < CLOSE_ENOUGH:
                break
        pair, loss = pair - step, min(lower, loss)
        if np.abs(step).max() < CLOSE_ENOUGH:
            break
    slope = float(np.clip(pair[0], LOWEST_SLOPE, HIGHEST_SLOPE))
    return PlattScale(slope, float(np.clip(pair[1], -MAX_OFFSET, MAX_OFFSET)))


def _loss(pair: Floats, logits: Floats, targets: Floats, counts: Floats, prior: _Prior) -> float:
    scaled = pair[0] * logits + pair[1]
    log_loss = np.logaddexp(0.0, scaled) - targets * scaled
    away = (
        prior.slope_precision * (pair[0] - prior.slope) ** 2
        + prior.offset_precision * (pair[1] - prior.offset) ** 2
    )
    return float((counts * log_loss).sum() + away / 2.0)


def _newton_step(
    pair: Floats, logits: Floats, targets: Floats, counts: Floats, prior: _Prior
) -> Floats:
    predicted = 0.5 * (1.0 + np.tanh((pair[0] * logits + pair[1]) / 2.0))
    errors, curvature = counts * (predicted - targets), counts * predicted * (1.0 - predicted)
    gradient = (
        (errors * logits).sum() + prior.slope_precision * (pair[0] - prior.slope),
        errors.sum() + prior.offset_precision * (pair[1] - prior.offset),
    )
    weighed = curvature * logits
    slopes = (weighed * logits).sum() + prior.slope_precision
    cross, offsets = weighed.sum(), curvature.sum() + prior.offset_precision
    determinant = slopes * offsets - cross * cross  # above 0: the priors see to it
    return np.array([
        (offsets * gradient[0] - cross * gradient[1]) / determinant,
        (slopes * gradient[1] - cross * gradient[0]) / determinant,
    ])  # fmt: skip
