"""Reliability: the numbers of scikit-learn, with ranges over artists."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss

from core.evaluation.evaluation_records import ScoredCells
from core.evaluation.reliability import measure_reliability

N_SONGS, N_TAGS = 200, 5


def honest_cells(seed: int = 1) -> ScoredCells:
    """Scores that come true as often as they say; a tenth of the cells is not judged."""
    random = np.random.default_rng(seed)
    scores = random.random((N_SONGS, N_TAGS)).astype(np.float32)
    states = (random.random(scores.shape) < scores).astype(np.int8)
    states[random.random(scores.shape) < 0.1] = -1
    return ScoredCells(np.arange(N_SONGS), states, scores, scores >= 0.5)


def test_bins_and_brier_score_are_those_of_scikit_learn() -> None:
    cells = honest_cells()
    found = measure_reliability(cells, np.arange(N_SONGS) // 4)
    assert found is not None
    known = cells.states >= 0
    truth, scores = cells.states[known], cells.scores[known]
    shares, means = calibration_curve(truth, scores, n_bins=10)
    assert [one.yes_share.value for one in found.bins] == pytest.approx(list(shares))
    assert [one.mean_score for one in found.bins] == pytest.approx(list(means), abs=1e-6)
    assert found.brier.value == pytest.approx(brier_score_loss(truth, scores), abs=1e-6)
    assert found.n_cells == sum(one.n for one in found.bins) == int(known.sum())


def test_ranges_of_honest_scores_hold_the_diagonal() -> None:
    inside = total = 0
    for seed in range(6):
        found = measure_reliability(honest_cells(seed), np.arange(N_SONGS) // 4)
        assert found is not None
        for one in found.bins:
            assert one.yes_share.interval is not None
            low, high = one.yes_share.interval
            inside += low <= one.mean_score <= high
            total += 1
    assert inside / total >= 0.85


def test_few_artists_have_no_range_but_a_reason() -> None:
    found = measure_reliability(honest_cells(), np.arange(N_SONGS) % 2)
    assert found is not None
    assert found.brier.interval is None
    assert "Artists among the judged songs: 2" in (found.brier.reason or "")


def test_nothing_judged_gives_nothing() -> None:
    cells = honest_cells()
    cells.states[:] = -1
    assert measure_reliability(cells, np.arange(N_SONGS)) is None
