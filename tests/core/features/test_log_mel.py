"""Our log-mels are the reference's, however the sound arrives."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.audio.resample import Resampler
from core.features.mfcc import mfcc
from core.features.recipe import RECIPES, FeatureRecipe
from core.features.spectrogram import MelFrames, apply_top_db, log_mel

Samples = NDArray[np.float32]
SPECTRA = [recipe for recipe in RECIPES.values() if not recipe.is_waveform]


def sounds(n: int, rate_hz: int) -> dict[str, Samples]:
    """Loud, quiet, pure, sparse and silent sounds of n samples."""
    draw = np.random.default_rng(n)
    t = np.arange(n) / rate_hz
    made = {
        "noise": 0.1 * draw.standard_normal(n),
        "sine": 0.5 * np.sin(2 * np.pi * 440 * t),
        "quiet sine in hiss": 1e-4 * np.sin(2 * np.pi * 1000 * t) + 1e-6 * draw.standard_normal(n),
        "clicks": (draw.random(n) < 0.001).astype(float),
        "silence": np.zeros(n),
    }
    return {name: sound.astype(np.float32) for name, sound in made.items()}


def log_mel_of_blocks(
    blocks: list[Samples], rate_hz: int, recipe: FeatureRecipe
) -> NDArray[np.float32]:
    """The log-mel of a sound that arrives in blocks, as in a pass over a file."""
    resampler, frames = Resampler(rate_hz, recipe.rate_hz), MelFrames(recipe)
    rows = [part for block in blocks for part in frames.push(resampler.push(block))]
    rows += [*frames.push(resampler.finish()), *frames.finish()]
    return apply_top_db(np.ascontiguousarray(np.concatenate(rows).T), recipe)


def reference(samples: Samples, recipe: FeatureRecipe) -> NDArray[np.float64]:
    """librosa in float64, on samples mirrored by numpy.

    librosa 0.10 and 0.11 mirror the last sample of the last frame wrongly where the length is a
    multiple of the hop (29.12 s is), so the padding is not left to it.
    """
    import librosa

    padded = np.pad(samples.astype(np.float64), recipe.n_fft // 2, mode="reflect")
    settings = frames_and_bands(recipe)
    return compressed(librosa.feature.melspectrogram(y=padded, center=False, **settings), recipe)


def frames_and_bands(recipe: FeatureRecipe) -> dict[str, Any]:
    return {
        "sr": recipe.rate_hz,
        "n_fft": recipe.n_fft,
        "hop_length": recipe.hop_length,
        "window": recipe.window,
        "power": 2.0,
        "n_mels": recipe.n_mels,
        "fmin": recipe.f_min_hz,
        "fmax": recipe.f_max_hz,
        "htk": recipe.mel_scale == "htk",
        "norm": "slaney" if recipe.mel_norm == "slaney" else None,
        "dtype": np.float64,
    }


def compressed(mel: NDArray[np.float64], recipe: FeatureRecipe) -> NDArray[np.float64]:
    import librosa

    mel = np.square(mel) if recipe.squared_again else mel
    if recipe.compression == "ln":
        return np.log(np.maximum(mel, recipe.floor))
    if recipe.compression == "log10_1p":
        return np.log10(10_000 * mel + 1)
    decibels: NDArray[np.float64] = librosa.power_to_db(
        mel, ref=1.0, amin=recipe.floor, top_db=recipe.top_db
    )
    return decibels


@pytest.mark.parametrize("recipe", SPECTRA, ids=lambda recipe: recipe.name)
@pytest.mark.parametrize("n", [349_440, 30_011, 700, 257])
def test_every_frame_equals_the_reference(recipe: FeatureRecipe, n: int) -> None:
    for name, samples in sounds(n, recipe.rate_hz).items():
        ours, theirs = log_mel(samples, recipe.rate_hz, recipe), reference(samples, recipe)
        assert ours.dtype == np.float32
        np.testing.assert_allclose(ours, theirs, rtol=1e-4, atol=1e-4, err_msg=name)
        np.testing.assert_allclose(linear(ours, recipe), linear(theirs, recipe), rtol=1e-4)


def linear(values: NDArray[Any], recipe: FeatureRecipe) -> NDArray[np.float64]:
    """The powers under the logarithm: where values near zero are no excuse."""
    values_of_ten = {"db": 10.0, "log10_1p": 1.0, "ln": np.log(10.0)}[recipe.compression]
    return np.power(10.0, values.astype(np.float64) / values_of_ten)


def test_padding_equals_the_references_own_where_that_is_sound() -> None:
    import librosa

    recipe = RECIPES["thesis"]
    samples = sounds(30_011, recipe.rate_hz)["noise"]
    theirs = librosa.feature.melspectrogram(
        y=samples.astype(np.float64), center=True, pad_mode="reflect", **frames_and_bands(recipe)
    )
    ours = log_mel(samples, recipe.rate_hz, recipe)
    np.testing.assert_allclose(ours, compressed(theirs, recipe), rtol=1e-4, atol=1e-4)


def test_a_segment_at_another_rate_has_1366_frames() -> None:
    samples = sounds(round(29.12 * 44_100), 44_100)["noise"]
    assert log_mel(samples, 44_100, RECIPES["thesis"]).shape == (96, 1366)


@pytest.mark.parametrize("rate_hz", [8000, 11_025, 22_050, 44_100, 48_000, 96_000, 192_000])
def test_a_tone_is_in_its_band_whatever_the_files_rate(rate_hz: int) -> None:
    recipe = RECIPES["thesis"]
    t = np.arange(2 * rate_hz) / rate_hz
    tone = (0.5 * np.sin(2 * np.pi * 1000 * t)).astype(np.float32)
    loudest = int(log_mel(tone, rate_hz, recipe).mean(axis=1).argmax())
    mels_a_band = 2595 * np.log10(1 + 6000 / 700) / 97
    assert abs((loudest + 1) * mels_a_band - 1000) < mels_a_band  # 1000 Hz is 1000 mels


@pytest.mark.parametrize("n", [1, 2, 255, 256])
def test_a_sound_shorter_than_half_a_frame_is_mirrored_as_often_as_needed(n: int) -> None:
    recipe = RECIPES["thesis"]
    samples = sounds(n, recipe.rate_hz)["noise"]
    ours = log_mel(samples, recipe.rate_hz, recipe)
    assert ours.shape == (96, 1 + n // 256)
    np.testing.assert_allclose(ours, reference(samples, recipe), rtol=1e-4, atol=1e-4)


def test_no_sample_at_all_is_one_frame_of_silence() -> None:
    recipe = RECIPES["thesis"]
    assert log_mel(np.zeros(1, np.float32), 192_000, recipe).shape == (96, 1)
    empty = log_mel(np.zeros(0, np.float32), 12_000, recipe)
    np.testing.assert_allclose(empty, np.full((96, 1), np.log(1e-10)), rtol=1e-6)


@settings(max_examples=40, deadline=None)
@given(
    name=st.sampled_from(sorted(RECIPES)),
    rate_hz=st.sampled_from([8000, 12_000, 16_000, 44_100, 96_000]),
    n=st.integers(1, 90_000),
    cuts=st.lists(st.integers(0, 90_000), max_size=12),
)
def test_blocks_of_any_size_give_the_same_bits(
    name: str, rate_hz: int, n: int, cuts: list[int]
) -> None:
    samples = sounds(n, rate_hz)["noise"]
    edges = sorted({0, n, *(cut for cut in cuts if cut < n)})
    blocks = [samples[start:end] for start, end in pairwise(edges)]
    streamed = log_mel_of_blocks(blocks, rate_hz, RECIPES[name])
    assert np.array_equal(streamed, log_mel(samples, rate_hz, RECIPES[name]))


def test_sample_by_sample_gives_the_same_bits() -> None:
    samples = sounds(3000, 16_000)["noise"]
    streamed = log_mel_of_blocks(list(samples[:, None]), 16_000, RECIPES["thesis"])
    assert np.array_equal(streamed, log_mel(samples, 16_000, RECIPES["thesis"]))


def test_a_waveform_recipe_gives_the_samples() -> None:
    samples = sounds(5000, 16_000)["noise"]
    assert np.array_equal(log_mel(samples, 16_000, RECIPES["waveform-16k"]), samples[None, :])


@pytest.mark.parametrize("peak", [1e30, 3e38, np.inf])
def test_absurd_samples_give_finite_numbers(peak: float) -> None:
    samples = sounds(20_000, 44_100)["noise"]
    samples[5000:5003] = peak, -peak, peak
    for recipe in RECIPES.values():
        assert np.isfinite(log_mel(samples, 44_100, recipe)).all()


def test_cepstra_equal_the_reference() -> None:
    import librosa

    values = log_mel(sounds(30_000, 12_000)["noise"], 12_000, RECIPES["thesis"])
    theirs = librosa.feature.mfcc(S=values.astype(np.float64), n_mfcc=90)
    np.testing.assert_allclose(mfcc(values, 90), theirs, rtol=1e-4, atol=1e-4)


def test_more_cepstra_than_bins_are_refused() -> None:
    with pytest.raises(ValueError, match="97 cepstra"):
        mfcc(np.zeros((96, 3), np.float32), 97)
