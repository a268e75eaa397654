"""The best of several systems looks better than it is, and is put right; ranges hold at once."""

from __future__ import annotations

import numpy as np
import pytest

from core.metrics.bootstrap import resample_groups
from core.metrics.metric_records import Estimate
from core.metrics.selection import (
    lowered,
    not_drawn,
    optimism_of_best,
    wauc_replicates,
    widened,
    widening,
)
from core.metrics.tag_metrics import wauc

N_SYSTEMS, N_ARTISTS = 8, 40


def drawn_and_left_out(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Average values of artists, (n_systems, n_artists), over those drawn, and over the others."""
    resamples = resample_groups(np.arange(values.shape[1]), 1)
    inside, outside = resamples.counts, not_drawn(resamples)
    return values @ inside / inside.sum(axis=0), values @ outside / outside.sum(axis=0)


def test_the_best_of_equals_is_put_right_on_average() -> None:
    rng, seen, corrected = np.random.default_rng(0), [], []
    for _ in range(60):
        values = 0.7 + 0.2 * rng.standard_normal((N_SYSTEMS, N_ARTISTS))
        drawn, left_out = drawn_and_left_out(values)
        best = int(np.argmax(values.mean(axis=1)))
        optimism = optimism_of_best(drawn, left_out, best)
        assert optimism is not None
        seen.append(values.mean(axis=1)[best])
        corrected.append(values.mean(axis=1)[best] - optimism.value)
    assert np.mean(seen) > 0.735
    assert np.mean(corrected) == pytest.approx(0.7, abs=0.015)


def test_a_system_that_is_always_best_owes_nothing_to_luck() -> None:
    values = np.random.default_rng(1).standard_normal((3, N_ARTISTS)) * 0.01
    values[1] += 1.0
    optimism = optimism_of_best(*drawn_and_left_out(values), 1)
    assert optimism is not None
    assert (optimism.value, optimism.shares) == (0.0, (0.0, 1.0, 0.0))


def test_no_luck_is_estimated_from_too_few_resamples() -> None:
    nothing = np.full((2, 2000), np.nan)
    assert optimism_of_best(nothing, nothing, 0) is None


def test_ranges_of_many_differences_are_wider_and_that_of_one_is_not() -> None:
    rng = np.random.default_rng(2)
    assert widening(rng.standard_normal((1, 2000))) == 1.0
    assert widening(rng.standard_normal((10, 4000))) == pytest.approx(2.80 / 1.96, abs=0.05)
    same = np.repeat(rng.standard_normal((1, 4000)), 5, axis=0)
    assert widening(same) == pytest.approx(1.0, abs=0.05)
    assert widening(np.zeros((4, 2000))) == 1.0


def test_ranges_are_widened_and_numbers_lowered_as_far_as_they_go() -> None:
    wide = widened(Estimate(0.1, 0.0, 0.3), 2.0)
    assert (wide.value, wide.low, wide.high) == pytest.approx((0.1, -0.1, 0.5))
    low = lowered(Estimate(0.8, 0.02, 0.9), 0.05)
    assert (low.value, low.low, low.high) == pytest.approx((0.75, 0.0, 0.85))
    assert widened(Estimate(None, reason="few"), 2.0) == Estimate(None, reason="few")


def test_the_wauc_of_all_artists_once_is_the_wauc() -> None:
    rng = np.random.default_rng(3)
    states = rng.integers(-1, 2, (30, 4)).astype(np.int8)
    states[:, 3] = 1  # cannot be measured
    scores = rng.random((30, 4)).astype(np.float32)
    resamples = resample_groups(rng.integers(0, 9, 30), 4)
    once = np.ones((9, 1), dtype=np.float32)
    found = wauc_replicates(states, scores, resamples, once)
    assert found[0] == pytest.approx(wauc(states, scores), abs=1e-6)
    assert len(wauc_replicates(states, scores, resamples)) == resamples.n_resamples
    nobody = np.zeros((9, 1), dtype=np.float32)
    assert np.isnan(wauc_replicates(states, scores, resamples, nobody)[0])
