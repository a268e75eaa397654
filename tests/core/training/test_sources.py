"""Segments are jittered fairly while training, and never while validating."""

from __future__ import annotations

import numpy as np
import pytest

from core.training.sources import MAX_STEPS, SongFeatures, jittered_steps


@pytest.mark.parametrize(("n", "whole"), [(9, [0, 4, 8]), (1, [0]), (40, list(range(40)))])
def test_jittered_segments_stay_inside_the_song_and_in_order(n: int, whole: list[int]) -> None:
    rng = np.random.default_rng(0)
    for _ in range(50):
        steps = jittered_steps(np.array(whole), n, rng)
        assert 0 < len(steps) <= MAX_STEPS
        assert steps.tolist() == sorted(steps.tolist())
        assert steps.min() >= 0
        assert steps.max() < n


def test_validation_takes_the_same_whole_song() -> None:
    features = np.arange(18, dtype=np.float16).reshape(9, 2)
    steps = SongFeatures(features, np.array([0, 4, 8])).steps()
    assert steps[:, 0].tolist() == [0, 8, 16]
    assert steps.dtype == np.float32
