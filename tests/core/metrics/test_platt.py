"""Platt's pair is the one scikit-learn finds, and stays finite where data are degenerate."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from core.metrics.calibration import expected_calibration_error
from core.metrics.platt import (
    MIN_POSITIVE,
    PlattScale,
    fit_platt,
    fit_platt_per_tag,
    fit_platt_resamples,
)


def drawn(
    n_songs: int, n_tags: int, slope: float, offset: float
) -> tuple[NDArray[np.int8], NDArray[np.float64]]:
    """States whose probability is that of slope * logit + offset; a third is not judged."""
    random = np.random.default_rng(3)
    logits = random.normal(0, 2, (n_songs, n_tags))
    chance = 1 / (1 + np.exp(-(slope * logits + offset)))
    states = (random.random(logits.shape) < chance).astype(np.int8)
    states[random.random(logits.shape) < 1 / 3] = -1
    return states, logits


def test_the_pair_is_that_of_logistic_regression_on_platts_targets() -> None:
    states, logits = drawn(60, 5, 0.6, -1.0)
    found = fit_platt(states, logits)
    known = states >= 0
    truth, values = states[known] == 1, logits[known]
    yes, no = truth.sum(), (~truth).sum()
    targets = np.where(truth, (yes + 1) / (yes + 2), 1 / (no + 2))
    oracle = LogisticRegression(C=1e9, tol=1e-10, max_iter=1000).fit(
        np.tile(values, 2)[:, None],
        np.repeat([1, 0], len(values)),
        np.concatenate([targets, 1 - targets]),
    )
    assert found.slope == pytest.approx(oracle.coef_[0, 0], abs=1e-4)
    assert found.offset == pytest.approx(oracle.intercept_[0], abs=1e-4)


def test_too_certain_scores_become_calibrated() -> None:
    states, logits = drawn(2000, 4, 0.4, -0.5)
    found = fit_platt(states[:1000], logits[:1000])
    assert found.slope == pytest.approx(0.4, abs=0.05)
    assert found.offset == pytest.approx(-0.5, abs=0.1)

    def error(values: NDArray[np.float64]) -> float:
        return expected_calibration_error(states[1000:], 1 / (1 + np.exp(-values))) or 0.0

    assert error(logits[1000:]) > 0.1
    assert error(found.apply(logits[1000:])) < 0.03


def test_cells_without_a_logit_or_a_decision_count_nowhere() -> None:
    states, logits = drawn(50, 3, 1.0, 0.0)
    poisoned = logits.copy()
    poisoned[states < 0] = np.nan
    assert fit_platt(states, poisoned) == fit_platt(states, logits)
    states[0, 0], poisoned[0, 0] = 1, np.inf
    without = states.copy()
    without[0, 0] = -1
    assert fit_platt(states, poisoned) == fit_platt(without, logits)


def test_every_resample_is_fitted_as_it_would_be_alone() -> None:
    states, logits = drawn(60, 1, 2.0, -1.0)
    known = states[:, 0] >= 0
    positive, cells = states[known, 0] == 1, logits[known, 0]
    counts = np.random.default_rng(5).poisson(1.0, (20, len(cells))).astype(float)
    slopes, offsets = fit_platt_resamples(positive, cells, counts, PlattScale(1.5, -0.5))
    for row, times in enumerate(counts.astype(int)):
        alone = fit_platt(np.repeat(positive, times).astype(np.int8), np.repeat(cells, times))
        assert slopes[row] == pytest.approx(alone.slope, rel=1e-5)
        assert offsets[row] == pytest.approx(alone.offset, abs=1e-5)


@pytest.mark.parametrize(
    ("states", "logits"),
    [
        ([], []),
        ([1, 1, 1], [0.0, 3.0, 900.0]),
        ([0, -1], [1.0, 2.0]),
        ([1, 1, 0, 0], [9.0, 8.0, -9.0, -8.0]),  # separable
        ([1, 1, 0, 0], [-900.0, -8.0, 900.0, 8.0]),  # the wrong way round
        ([1, 0, 1, 0], [2.0, 2.0, 2.0, 2.0]),  # constant
        ([1, 0], [np.nan, np.nan]),
    ],
)
def test_degenerate_songs_give_a_finite_rising_pair(states: list[int], logits: list[float]) -> None:
    found = fit_platt(np.array(states, np.int8), np.array(logits))
    assert 0 < found.slope < 100
    assert abs(found.offset) < 100


def test_a_tag_has_its_own_pair_only_with_enough_songs() -> None:
    states, logits = drawn(400, 2, 0.5, 1.5)
    states[MIN_POSITIVE:, 1] = -1
    pooled = PlattScale(1.0, 0.0)
    slopes, offsets = fit_platt_per_tag(states, logits, pooled)
    assert (slopes[1], offsets[1]) == (1.0, 0.0)
    assert 0.3 < slopes[0] < 0.7
    assert 1.0 < offsets[0] < 1.7
