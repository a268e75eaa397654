"""Segments are jittered fairly while training, and never while validating."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
import torch

from core.models.choi_lstm import ChoiLstm
from core.training.sources import MAX_STEPS, SongFeatures, SpectrogramSource, jittered_steps
from tests.support.synthetic_songs import RECIPE, TINY


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


def test_a_long_song_is_read_as_it_is_reduced_and_never_whole() -> None:
    values = np.full((96, 64 * 100), -12, np.float16)
    source = SpectrogramSource([values], RECIPE, "cpu")
    network = ChoiLstm(TINY).eval()
    tracemalloc.start()
    with torch.no_grad():
        logits = source.logits(network, [0])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert logits.shape == (1, 2)
    assert peak < values.size  # a quarter of it as a network takes it
