"""What the picture and the models get of a song's channels, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from core.audio.mix_records import Condition
from core.features.analyse import analyse_song, ensure_log_mel, ensure_picture, load_picture
from core.features.cache import FeatureCache
from core.features.decode_pass import MIX, load_mix
from core.features.recipe import RECIPES

RATE_HZ = 22_050
Channels = NDArray[np.float64]


def tone(hz: float, seconds: float = 2.0, loud: float = 0.5) -> Channels:
    """A tone, (n, 1)."""
    seconds_of = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return loud * np.sin(2.0 * np.pi * hz * seconds_of)[:, None]


def silence(n_channels: int, like: Channels) -> Channels:
    """Silence as long as another sound."""
    return np.zeros((len(like), n_channels))


LEFT, RIGHT = tone(440.0), tone(660.0, loud=0.3)
NOISE = np.random.default_rng(1).uniform(-0.2, 0.2, (len(LEFT), 2))
SOUNDS = {
    "mono": (LEFT, Condition.FINE, -1),
    "stereo": (np.hstack([LEFT, RIGHT]), Condition.FINE, -1),
    "wide": (NOISE, Condition.FINE, -1),
    "one side softer": (np.hstack([LEFT, -0.3 * LEFT]), Condition.FINE, -1),
    "inverted": (np.hstack([LEFT, -LEFT]), Condition.OUT_OF_PHASE, 0),
    "inverted and softer": (np.hstack([-0.7 * LEFT, LEFT]), Condition.OUT_OF_PHASE, 1),
    "nearly inverted": (np.hstack([LEFT, -LEFT]) + 0.1 * NOISE, Condition.OUT_OF_PHASE, 0),
    "right only": (np.hstack([silence(1, LEFT), LEFT]), Condition.ONE_CHANNEL, 1),
    "surround": (np.hstack([LEFT, RIGHT, LEFT, LEFT, RIGHT, RIGHT]), Condition.SURROUND, -1),
    "low effects only": (
        np.hstack([silence(3, LEFT), LEFT, silence(2, LEFT)]), Condition.ONE_CHANNEL, 3
    ),
    "silent": (silence(2, LEFT), Condition.SILENT, -1),
    "dither": (NOISE * 2e-4, Condition.SILENT, -1),
    "dither through a codec": (NOISE * 4e-4, Condition.SILENT, -1),
    "as quiet as music can be": (np.hstack([LEFT, RIGHT]) * 8e-4, Condition.QUIET, -1),
    "quiet": (np.hstack([LEFT, RIGHT]) * 4e-3, Condition.QUIET, -1),
}  # fmt: skip


@pytest.fixture
def cache(tmp_path: Path) -> FeatureCache:
    """A feature cache in a folder of its own."""
    return FeatureCache(tmp_path / "cache")


def write(path: Path, channels: Channels) -> Path:
    """Write a WAV file of floats, so that quiet sounds keep their form."""
    soundfile.write(path, channels, RATE_HZ, subtype="FLOAT")
    return path


@pytest.mark.parametrize("name", SOUNDS)
def test_what_is_odd_about_the_channels_is_found(
    tmp_path: Path, cache: FeatureCache, name: str
) -> None:
    channels, condition, channel = SOUNDS[name]
    analysis = analyse_song(write(tmp_path / "song.wav", channels), cache)
    mix = load_mix(cache, analysis.audio_hash)
    assert mix is not None
    assert mix.condition == condition
    assert condition in (Condition.OUT_OF_PHASE, Condition.ONE_CHANNEL) or mix.channel == -1
    if channel >= 0 and name != "nearly inverted":
        assert mix.channel == channel
    is_told = condition not in (Condition.FINE, Condition.SURROUND)
    assert len(analysis.warnings) == is_told
    picture = load_picture(analysis.audio_hash, cache)
    assert picture is not None
    assert picture.mix == mix
    assert (float(picture.overview.high.max()) > 0.05) == (condition != Condition.SILENT)


@pytest.mark.parametrize("name", ["inverted", "right only"])
def test_the_model_gets_the_louder_channel_as_if_it_were_alone(
    tmp_path: Path, cache: FeatureCache, name: str
) -> None:
    recipe = RECIPES["thesis"]
    given = analyse_song(write(tmp_path / "song.wav", SOUNDS[name][0]), cache)
    alone = analyse_song(write(tmp_path / "alone.wav", LEFT), cache)
    values = [
        ensure_log_mel(analysis.path, analysis.audio_hash, recipe, cache).values
        for analysis in (given, alone)
    ]
    assert np.array_equal(*values)


def test_low_effects_do_not_reach_the_model(tmp_path: Path, cache: FeatureCache) -> None:
    rumble, recipe = tone(50.0), RECIPES["thesis"]
    without = np.hstack([LEFT, RIGHT, LEFT, silence(1, LEFT), RIGHT, LEFT])
    with_rumble = without.copy()
    with_rumble[:, 3] = rumble[:, 0]
    values = []
    for number, channels in enumerate((without, with_rumble)):
        analysis = analyse_song(write(tmp_path / f"{number}.wav", channels), cache)
        values.append(ensure_log_mel(analysis.path, analysis.audio_hash, recipe, cache).values)
    assert np.array_equal(*values)


def test_a_song_that_an_older_program_made_silent_is_read_again(
    tmp_path: Path, cache: FeatureCache
) -> None:
    recipe = RECIPES["thesis"]
    path = write(tmp_path / "song.wav", SOUNDS["inverted"][0])
    audio_hash = analyse_song(path, cache).audio_hash
    for key in ("overview-1", recipe.key):
        stored = cache.get_array(audio_hash, key)
        assert stored is not None
        cache.put_array(audio_hash, key, np.zeros_like(stored))
    for file in cache.folder.rglob(f"{MIX}.npy"):
        file.unlink()
    assert load_picture(audio_hash, cache) is None
    assert np.ptp(ensure_log_mel(path, audio_hash, recipe, cache).values) > 1.0
    assert ensure_picture(path, audio_hash, cache).overview.high.max() > 0.3
