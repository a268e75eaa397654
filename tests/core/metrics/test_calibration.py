"""What a score is worth is counted among songs that scored alike, and not said of too few."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import brier_score_loss

from core.metrics.calibration import (
    MIN_SONGS,
    brier_score,
    expected_calibration_error,
    fit_isotonic,
    observed_frequency,
    reliability_bins,
)
from core.metrics.tag_metrics import tag_metrics


def test_the_frequency_is_that_of_songs_with_a_similar_score() -> None:
    scores = np.concatenate([np.full(20, 0.9), np.full(20, 0.2)])
    states = np.array([1] * 16 + [0] * 4 + [1] * 2 + [0] * 18, dtype=np.int8)
    bins = tag_metrics(states, scores).bins
    assert observed_frequency(bins, 0.91) == 0.8
    assert observed_frequency(bins, 0.21) == 0.1
    assert observed_frequency(bins, 0.55) is None


def test_bins_are_widened_and_too_few_songs_give_no_number() -> None:
    few = np.full(MIN_SONGS - 1, 0.5)
    assert observed_frequency(reliability_bins(np.ones(len(few)), few), 0.5) is None
    spread = np.linspace(0.42, 0.58, MIN_SONGS)
    assert observed_frequency(reliability_bins(np.ones(len(spread)), spread), 0.5) == 1.0
    assert observed_frequency((), 0.5) is None


def test_unjudged_songs_are_in_no_bin() -> None:
    states = np.array([1, 0] * 6 + [-1] * 8, dtype=np.int8)
    assert observed_frequency(tag_metrics(states, np.full(20, 0.7)).bins, 0.7) == 0.5


def test_a_score_of_one_has_a_bin() -> None:
    bins = reliability_bins(np.ones(12), np.ones(12))
    assert sum(songs for _, songs in bins) == 12
    assert observed_frequency(bins, 1.0) == 1.0


def test_brier_score_and_isotonic_curve_are_those_of_scikit_learn() -> None:
    random = np.random.default_rng(2)
    scores = np.round(random.random(300), 2)
    states = (random.random(300) < scores**2).astype(np.int8)
    states[:40] = -1
    judged = states >= 0
    assert brier_score(states, scores) == pytest.approx(
        brier_score_loss(states[judged], scores[judged])
    )
    oracle = IsotonicRegression(out_of_bounds="clip").fit(scores[judged], states[judged])
    grid = np.linspace(0, 1, 50)
    curve = fit_isotonic(states[judged], scores[judged])
    np.testing.assert_allclose(curve.apply(grid), oracle.predict(grid), atol=1e-6)


def test_the_calibration_error_is_worked_by_hand() -> None:
    states = np.array([[1, 0, 1, 1], [-1, 1, 0, 0]], np.int8)
    scores = np.array([[0.85, 0.85, 0.85, 0.15], [0.5, np.nan, 0.15, 0.15]])
    # six cells: .85 three times with 2 yes (gap .55 / 3 cells), .15 three times with 1 yes
    expected = (abs(3 * 0.85 - 2) + abs(3 * 0.15 - 1)) / 6
    assert expected_calibration_error(states, scores) == pytest.approx(expected)
    assert expected_calibration_error(np.full((2, 2), -1, np.int8), np.zeros((2, 2))) is None
