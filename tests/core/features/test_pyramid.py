"""The picture shows what sounds, when it sounds, at every zoom."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.features.display import hop_of, n_fft_of
from core.features.picture_records import DisplaySpectrogram, Overview
from core.features.pyramid import model_input_picture, pack_levels, unpack_levels
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel, log_mel
from tests.support.in_memory import WholeDisplay

RATES = [8000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 88_200, 96_000, 192_000]
BYTE_DB = 90 / 255


def picture(samples: NDArray[np.floating], rate_hz: int) -> tuple[DisplaySpectrogram, Overview]:
    stream = WholeDisplay(rate_hz)
    stream.push(samples.astype(np.float32))
    return stream.finish()


def tone(frequency_hz: float, seconds: float, rate_hz: int) -> NDArray[np.float64]:
    return np.sin(2 * np.pi * frequency_hz * np.arange(round(seconds * rate_hz)) / rate_hz)


@pytest.mark.parametrize("rate_hz", RATES)
def test_every_rate_gives_about_43_columns_a_second(rate_hz: int) -> None:
    display, overview = picture(tone(500, 2, rate_hz), rate_hz)
    assert display.columns_per_s[0] == pytest.approx(43.07, rel=0.004)
    assert hop_of(rate_hz) < n_fft_of(rate_hz) <= 4 * hop_of(rate_hz)
    assert display.levels[0].shape == (192, -(-2 * rate_hz // hop_of(rate_hz)))
    assert display.levels[0].dtype == np.uint8
    assert display.duration_s == overview.duration_s == 2
    assert display.frequencies_hz[-1] < min(16_000, rate_hz / 2)


@pytest.mark.parametrize("rate_hz", RATES)
@pytest.mark.parametrize("frequency_hz", [55, 440, 3000])
def test_a_full_scale_tone_is_0_db_at_its_frequency(rate_hz: int, frequency_hz: int) -> None:
    display, overview = picture(tone(frequency_hz, 1, rate_hz), rate_hz)
    middle = display.levels[0][:, 20]
    loudest = display.frequencies_hz[middle.argmax()]
    assert abs(loudest - frequency_hz) < max(12.0, 0.02 * frequency_hz)
    assert middle.max() >= 255 - 4 / BYTE_DB
    centroid = overview.centroid_hz[20]
    assert abs(centroid - frequency_hz) < max(12.0, 0.02 * frequency_hz)


def test_20_db_less_is_57_bytes_less() -> None:
    loud, soft = (picture(tone(1000, 1, 44_100) * gain, 44_100)[0] for gain in (0.5, 0.05))
    difference = loud.levels[0][:, 20].max() - soft.levels[0][:, 20].max()
    assert difference == pytest.approx(20 / BYTE_DB, abs=1)


def test_silence_is_dark_and_has_no_centroid() -> None:
    display, overview = picture(np.zeros(44_100), 44_100)
    assert not display.levels[0].any()
    assert not overview.centroid_hz.any()
    assert not overview.low.any()


@pytest.mark.parametrize("n", [1, 2, 100, 1024, 1025, 70_000])
def test_every_sample_lies_in_a_column(n: int) -> None:
    samples = np.zeros(n)
    samples[-1] = 1.0
    display, overview = picture(samples, 44_100)
    assert display.levels[0].shape[1] == len(overview.high) == -(-n // 1024)
    assert overview.high[-1] == 1.0
    assert display.levels[0][:, -1].any()


def test_no_sample_at_all_is_one_dark_column() -> None:
    display, overview = picture(np.zeros(0), 44_100)
    assert display.levels[0].shape == (192, 1)
    assert display.duration_s == overview.duration_s == 0


def test_a_click_is_brightest_in_the_column_of_its_second() -> None:
    samples = np.zeros(10 * 44_100)
    at_s = 7.3
    samples[round(at_s * 44_100)] = 1.0
    display, overview = picture(samples, 44_100)
    for level, rate in zip(display.levels, display.columns_per_s, strict=True):
        assert level.sum(axis=0).argmax() == int(at_s * rate)
    assert overview.high.argmax() == int(at_s * display.columns_per_s[0])


def test_the_overview_never_exceeds_4000_columns_and_misses_no_peak() -> None:
    samples = 0.1 * np.random.default_rng(0).standard_normal(44_100 * 200)
    samples[1_234_567], samples[7_654_321] = 2.0, -3.0
    _, overview = picture(samples, 44_100)
    n = len(overview.low)
    assert 2000 < n <= 4000
    assert (overview.high.max(), overview.low.min()) == (2.0, -3.0)
    column_s = overview.duration_s / n
    assert abs(overview.high.argmax() * column_s - 1_234_567 / 44_100) < 2 * column_s
    assert (overview.low <= overview.high).all()


def test_each_level_keeps_the_louder_of_two_columns() -> None:
    display, _ = picture(np.random.default_rng(0).standard_normal(44_100 * 60), 44_100)
    assert [level.shape[1] for level in display.levels] == [2584, 1292, 646, 323, 162]
    for finer, coarser in pairwise(display.levels):
        padded = np.pad(finer, ((0, 0), (0, finer.shape[1] % 2)))
        assert np.array_equal(coarser, np.maximum(padded[:, 0::2], padded[:, 1::2]))
    for finer, coarser in pairwise(display.columns_per_s):
        assert coarser == finer / 2


@settings(max_examples=30, deadline=None)
@given(
    n=st.integers(1, 300_000),
    rate_hz=st.sampled_from(RATES),
    cuts=st.lists(st.integers(0, 300_000), max_size=10),
)
def test_blocks_of_any_size_give_the_same_picture(n: int, rate_hz: int, cuts: list[int]) -> None:
    samples = (0.1 * np.random.default_rng(n).standard_normal(n)).astype(np.float32)
    stream = WholeDisplay(rate_hz)
    for start, end in pairwise(sorted({0, n, *(cut for cut in cuts if cut < n)})):
        stream.push(samples[start:end])
    (display, overview), (whole, whole_overview) = stream.finish(), picture(samples, rate_hz)
    assert all(map(np.array_equal, display.levels, whole.levels))
    assert np.array_equal(overview.low, whole_overview.low)
    assert np.array_equal(overview.high, whole_overview.high)
    assert np.array_equal(overview.centroid_hz, whole_overview.centroid_hz)
    gathered = [level.T for level in stream.stream.coarser_levels()]
    assert all(map(np.array_equal, gathered, whole.levels[1:]))
    assert len(gathered) == len(whole.levels) - 1


def long_display(n_columns: int = 100_000) -> DisplaySpectrogram:
    finest = np.random.default_rng(0).integers(0, 255, (n_columns, 4)).astype(np.uint8)
    levels = unpack_levels(pack_levels([finest], n_columns), n_columns)
    rates = tuple(40.0 / 2**k for k in range(len(levels)))
    return DisplaySpectrogram(levels, rates, np.arange(4, dtype=np.float32), n_columns / 40)


DISPLAY = long_display()


@settings(max_examples=200, deadline=None)
@given(start_s=st.floats(-100, 2600), span_s=st.floats(0.001, 3000), width_px=st.integers(50, 2500))
def test_a_window_covers_its_seconds_with_a_column_a_pixel(
    start_s: float, span_s: float, width_px: int
) -> None:
    columns, first_s, last_s = DISPLAY.window(start_s, start_s + span_s, width_px)
    start_in_song_s = min(max(start_s, 0.0), DISPLAY.duration_s)
    end_in_song_s = min(max(start_s + span_s, 0.0), DISPLAY.duration_s)
    n = columns.shape[1]
    assert n >= 1
    rate = n / (last_s - first_s)
    assert any(np.isclose(rate, known) for known in DISPLAY.columns_per_s)
    assert first_s <= start_in_song_s + 1e-6
    assert last_s >= end_in_song_s - 1e-6 or end_in_song_s <= 0
    assert last_s - first_s <= end_in_song_s - start_in_song_s + 2.001 / rate
    assert rate * span_s >= width_px * 0.999 or rate == pytest.approx(40)
    assert rate * span_s < 2 * width_px or rate == pytest.approx(DISPLAY.columns_per_s[-1])


def test_a_window_shows_the_loudest_of_what_it_covers_and_copies_nothing() -> None:
    columns, first_s, last_s = DISPLAY.window(100.0, 1900.0, 1000)
    covered = DISPLAY.levels[0][:, round(first_s * 40) : round(last_s * 40)]
    assert np.array_equal(columns.max(axis=1), covered.max(axis=1))
    assert np.shares_memory(columns, DISPLAY.levels[6])


def test_levels_that_do_not_fit_the_length_are_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        unpack_levels(np.zeros((10, 192), np.uint8), 11)


@pytest.mark.parametrize("name", ["thesis", "choi-msd", "mel96-16k", "mel128-16k", "musicnn-2019"])
def test_the_models_own_view_shows_the_tone_it_hears(name: str) -> None:
    recipe = RECIPES[name]
    samples = tone(1000, 20, recipe.rate_hz).astype(np.float32)
    features = LogMel(log_mel(samples, recipe.rate_hz, recipe), recipe, "hash")
    display = model_input_picture(features)
    column = display.levels[0][:, 100]
    assert display.levels[0].shape == features.values.shape
    assert abs(display.frequencies_hz[column.argmax()] - 1000) < 40
    assert column.max() >= 255 - 12 / BYTE_DB
    assert display.first_s == -0.5 / display.columns_per_s[0]
    assert display.duration_s == features.duration_s


def test_cepstra_and_waveforms_are_no_picture() -> None:
    for name in ("mfcc", "waveform-16k"):
        with pytest.raises(ValueError, match="not a spectrogram"):
            model_input_picture(LogMel(np.zeros((90, 5), np.float32), RECIPES[name], "hash"))
