"""Colour maps: what matplotlib's are, and what brightness and contrast do to them."""

from __future__ import annotations

import numpy as np
import pytest

from rhythmcap_gui.views.listening.colour_maps import (
    NAMES,
    ColourMapping,
    levels_of,
    pixel_table,
    rgb_table,
)


@pytest.mark.parametrize("name", NAMES)
def test_maps_look_as_published(name: str) -> None:
    import pyqtgraph

    published = pyqtgraph.colormap.get(name).getLookupTable(nPts=256)[:, :3]
    assert np.abs(rgb_table(name).astype(int) - published).max() <= 7


@pytest.mark.parametrize("name", NAMES)
def test_louder_is_always_lighter(name: str) -> None:
    """Also in grey, on paper and to colour-blind eyes: luma (Rec. 709) never falls."""
    luma = rgb_table(name) @ np.array([0.2126, 0.7152, 0.0722])
    assert (np.diff(luma) > -0.6).all()
    assert luma[-1] - luma[0] > 150


def grey(colours: ColourMapping) -> np.ndarray:
    """How light each stored value is drawn."""
    pixels = pixel_table(colours)
    return ((pixels >> 8) & 0xFF).astype(int)


def test_brightness_lifts_and_contrast_spreads() -> None:
    plain = grey(ColourMapping())
    assert (grey(ColourMapping(brightness=0.2)) >= plain).all()
    strong = grey(ColourMapping(contrast=2.0))
    assert strong[60] < plain[60]
    assert strong[200] > plain[200]


def test_black_and_white_points_bound_the_map() -> None:
    pixels = pixel_table(ColourMapping(black=100, white=200))
    assert pixels[100] == pixels[0]
    assert pixels[200] == pixels[255]


def test_a_quiet_song_is_spread_over_the_map_and_silence_stays_dark() -> None:
    rng = np.random.default_rng(1)
    black, white = levels_of(rng.integers(40, 140, 5000).astype(np.uint8))
    assert 43 <= black <= 47
    assert 135 <= white <= 140
    assert levels_of(np.zeros(100, dtype=np.uint8))[1] >= 64
