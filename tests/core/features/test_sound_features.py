"""Samples in memory give the numbers that a file of them would."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.whole_sound import read_sound
from core.errors import AudioError
from core.features.analyse import ensure_log_mel, identify_song
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.sound_features import sound_features
from tests.support.hand_made_network import tone


def stereo(phase: float = 1.0) -> np.ndarray:
    left = tone(400, 1.2, 22_050)
    return np.stack([left, phase * left + 0.05 * tone(2000, 1.2, 22_050)], axis=1)


@pytest.mark.parametrize("phase", [0.5, -1.0])
def test_features_equal_those_of_the_file(tmp_path: Path, phase: float) -> None:
    """Also where the channels cancel each other and the louder one is taken."""
    path, cache = tmp_path / "song.wav", FeatureCache(tmp_path / "cache")
    soundfile.write(path, stereo(phase), 22_050, subtype="FLOAT")
    audio_hash = identify_song(path, cache).audio_hash
    sound = read_sound(path, audio_hash, 60.0)
    assert sound.is_whole
    recipes = RECIPES["thesis"], RECIPES["choi-msd"], RECIPES["mfcc"]
    for recipe, found in zip(
        recipes, sound_features(sound.samples, sound.rate_hz, recipes), strict=True
    ):
        wanted = ensure_log_mel(path, audio_hash, recipe, cache)
        assert found.values.shape == wanted.values.shape
        assert found.values == pytest.approx(wanted.values, abs=0.07), "a float16 apart at most"


def test_of_a_long_song_the_middle_is_read(tmp_path: Path) -> None:
    path = tmp_path / "song.wav"
    samples = stereo()
    soundfile.write(path, samples, 22_050, subtype="FLOAT")
    audio_hash = identify_song(path, FeatureCache(tmp_path / "cache")).audio_hash
    sound = read_sound(path, audio_hash, 0.5)
    first = (len(samples) - 11_025) // 2
    assert not sound.is_whole
    assert np.array_equal(sound.samples, samples[first : first + 11_025])
    with pytest.raises(AudioError):
        read_sound(path, "0" * 32, 0.5)
