"""What the picture and the models get of a song's channels, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from core.audio.mix_records import Condition, Mix
from core.errors import SoundError
from core.features.analyse import (
    analyse_song,
    ensure_log_mel,
    ensure_picture,
    identify_song,
    load_picture,
)
from core.features.cache import MIX, FeatureCache
from core.features.decode_pass import load_mix
from core.features.recipe import RECIPES
from core.library.scan.duplicates import envelopes_of
from core.models.sound_check import require_sound

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
    "inverted behind the middle": (
        np.vstack([np.hstack([LEFT, LEFT]), np.hstack([LEFT, -LEFT])]),
        Condition.PARTLY_OUT_OF_PHASE, 0,
    ),
    "inverted for eleven seconds of two minutes": (
        np.vstack([np.tile(np.hstack([LEFT, 0.9 * LEFT]), (54, 1)),
                   np.tile(np.hstack([LEFT, -0.9 * LEFT]), (6, 1))]),
        Condition.PARTLY_OUT_OF_PHASE, 0,
    ),
    "inverted for a moment": (
        np.vstack([np.tile(np.hstack([LEFT, LEFT]), (5, 1)), np.hstack([LEFT, -LEFT])]),
        Condition.FINE, -1,
    ),
    "a constant": (silence(1, LEFT) + 0.3, Condition.SILENT, -1),
    "two constants": (silence(2, LEFT) + np.array([0.3, -0.1]), Condition.SILENT, -1),
    "constants and dither": (
        silence(2, LEFT) + np.array([0.3, -0.1]) + NOISE * 2e-4, Condition.SILENT, -1
    ),
    "beside a constant": (np.hstack([silence(1, LEFT) + 0.2, LEFT]), Condition.ONE_CHANNEL, 1),
    "off centre": (np.hstack([LEFT, RIGHT]) + 0.2, Condition.FINE, -1),
    "off centre and inverted": (np.hstack([LEFT, -LEFT]) + 0.2, Condition.OUT_OF_PHASE, 0),
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
    assert channel >= 0 or mix.channel == -1
    if channel >= 0 and not name.startswith(("nearly", "off centre")):
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


@pytest.mark.parametrize("name", ["a constant", "constants and dither", "silent"])
@pytest.mark.parametrize("recipe", ["thesis", "musicnn-2019", "waveform-16k"])
def test_what_nobody_hears_is_silent_to_the_model_too(
    tmp_path: Path, cache: FeatureCache, name: str, recipe: str
) -> None:
    analysis = analyse_song(write(tmp_path / "song.wav", SOUNDS[name][0]), cache)
    given = ensure_log_mel(analysis.path, analysis.audio_hash, RECIPES[recipe], cache)
    with pytest.raises(SoundError, match="silent"):
        require_sound(given.values, given.recipe)


def test_a_channel_has_a_plain_name() -> None:
    def remark(n_channels: int, channel: int, condition: Condition) -> str:
        return str(Mix((0.5,) * n_channels, condition, channel).remark)

    assert "take the left channel, " in remark(2, 0, Condition.OUT_OF_PHASE)
    assert "take channel 3, " in remark(6, 2, Condition.OUT_OF_PHASE)
    assert "In a part" in remark(2, 1, Condition.PARTLY_OUT_OF_PHASE)
    assert remark(2, 1, Condition.ONE_CHANNEL).startswith("Only the right channel sounds")


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


def older_cache(tmp_path: Path, channels: Channels, folder: Path) -> tuple[Path, str]:
    """Fill a cache as an older program did: of the mean of all channels, without a record.

    Returns the song's file and its hash.
    """
    path, cache = write(tmp_path / "song.wav", channels), FeatureCache(folder)
    audio_hash = identify_song(path, FeatureCache(tmp_path / "unused")).audio_hash
    mean = write(tmp_path / "mean.wav", channels.mean(axis=1, keepdims=True))
    as_mono = FeatureCache(tmp_path / "as-mono")
    mono_hash = analyse_song(mean, as_mono).audio_hash
    for file in (as_mono.folder / mono_hash[:2] / mono_hash).iterdir():
        stored = as_mono.get_array(mono_hash, file.stem)
        assert stored is not None
        if file.stem != MIX:
            cache.put_array(audio_hash, file.stem, stored)
    cache.put_array(audio_hash, "embedding", np.zeros(3))
    return path, audio_hash


@pytest.mark.parametrize("name", ["inverted", "right only", "surround", "quiet"])
def test_what_an_older_program_mixed_otherwise_is_made_again(
    tmp_path: Path, cache: FeatureCache, name: str
) -> None:
    recipe = RECIPES["thesis"]
    path, audio_hash = older_cache(tmp_path, SOUNDS[name][0], cache.folder)
    new = FeatureCache(tmp_path / "new")
    analyse_song(path, new)
    assert load_picture(audio_hash, cache) is None
    assert cache.get_array(audio_hash, "embedding") is None
    features = ensure_log_mel(path, audio_hash, recipe, cache)
    assert np.array_equal(features.values, ensure_log_mel(path, audio_hash, recipe, new).values)
    assert cache.get_array(audio_hash, "embedding") is None
    wanted = load_picture(audio_hash, new)
    assert wanted is not None
    picture = ensure_picture(path, audio_hash, cache)
    assert picture.mix == wanted.mix
    assert np.array_equal(picture.overview.high, wanted.overview.high)
    assert all(map(np.array_equal, picture.display.levels, wanted.display.levels))


@pytest.mark.parametrize("name", ["mono", "stereo"])
def test_what_an_older_program_mixed_the_same_way_counts_after_one_reading(
    tmp_path: Path, cache: FeatureCache, name: str
) -> None:
    path, audio_hash = older_cache(tmp_path, SOUNDS[name][0], cache.folder)
    assert load_picture(audio_hash, cache) is None
    ensure_log_mel(path, audio_hash, RECIPES["thesis"], cache)
    path.unlink()
    assert ensure_picture(path, audio_hash, cache).overview.high.max() > 0.2
    assert cache.get_array(audio_hash, "embedding") is not None


def test_songs_are_compared_by_what_an_older_program_made(
    tmp_path: Path, cache: FeatureCache
) -> None:
    _, audio_hash = older_cache(tmp_path, SOUNDS["surround"][0], cache.folder)
    assert envelopes_of(audio_hash, cache) is not None
