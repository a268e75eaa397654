"""A mask over a picture filters the sound it was made of, and a mask of ones changes nothing."""

from __future__ import annotations

import numpy as np
import pytest

from core.features.filterbank import band_edges_hz
from core.features.masked_sound import masked_sound
from core.features.recipe import RECIPES

THESIS = RECIPES["thesis"]
RATE_HZ = 22_050


def mask_of(n_samples: int, value: float = 1.0) -> np.ndarray:
    n_frames = 1 + n_samples * THESIS.rate_hz // RATE_HZ // THESIS.hop_length
    return np.full((THESIS.n_mels, n_frames), value, np.float32)


@pytest.mark.parametrize("n", [1, 700, 22_050])
def test_a_mask_of_ones_gives_the_sound_back(n: int) -> None:
    sound = np.random.default_rng(0).normal(0, 0.2, (n, 2)).astype(np.float32)
    whole = masked_sound(sound, RATE_HZ, mask_of(n), THESIS)
    assert whole.dtype == np.float32
    assert np.abs(whole - sound).max() < 1e-4
    one = masked_sound(sound[:, 0].copy(), RATE_HZ, mask_of(n), THESIS)
    assert np.array_equal(one, whole[:, 0])
    assert not masked_sound(sound, RATE_HZ, mask_of(n, 0.0), THESIS).any()


def test_only_the_band_that_mattered_is_left() -> None:
    times = np.arange(RATE_HZ) / RATE_HZ
    low, high = (0.3 * np.sin(2 * np.pi * hz * times) for hz in (300.0, 3000.0))
    middles = band_edges_hz(THESIS.n_mels, 0.0, 6000.0)[1:-1]
    mask = mask_of(RATE_HZ)
    mask[middles > 1000] = 0
    left = masked_sound((low + high).astype(np.float32), RATE_HZ, mask, THESIS)
    assert np.abs(left - low)[2000:-2000].max() < 3e-3


def test_only_the_time_that_mattered_is_left() -> None:
    sound = np.random.default_rng(0).normal(0, 0.2, RATE_HZ).astype(np.float32)
    mask = mask_of(RATE_HZ)
    half = mask.shape[1] // 2
    mask[:, half:] = 0
    left = masked_sound(sound, RATE_HZ, mask, THESIS)
    at = half * THESIS.hop_length * RATE_HZ // THESIS.rate_hz
    assert np.abs(left - sound)[: at - 3000].max() < 1e-4
    assert np.abs(left[at + 3000 :]).max() < 1e-4


def test_no_sound_and_a_mask_of_another_recipe() -> None:
    nothing = np.zeros((0, 2), np.float32)
    assert masked_sound(nothing, RATE_HZ, mask_of(1), THESIS).shape == (0, 2)
    with pytest.raises(ValueError, match="bands"):
        masked_sound(nothing, RATE_HZ, np.ones((128, 4), np.float32), THESIS)
