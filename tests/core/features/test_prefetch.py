"""The features of many songs come in order, one song ahead, and nothing is left when one leaves."""

from __future__ import annotations

import os
import threading
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.errors import RhythmCapError
from core.features.analyse import analyse_song, ensure_log_mel, identify_song
from core.features.cache import FeatureCache
from core.features.prefetch import KnownSong, prefetch_log_mels
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.jobs import Cancelled

THESIS = RECIPES["thesis"]
RATE = 12_000


@pytest.fixture
def cache(tmp_path: Path) -> FeatureCache:
    return FeatureCache(tmp_path / "features")


def noise(seed: int, seconds: float = 2.0) -> np.ndarray:
    return 0.1 * np.random.default_rng(seed).standard_normal(round(seconds * RATE))


@pytest.fixture
def songs(tmp_path: Path) -> list[KnownSong]:
    """Three songs of a library, whose features the cache lacks."""
    known = FeatureCache(tmp_path / "known")
    found = []
    for seed in range(3):
        path = tmp_path / f"{seed}.wav"
        soundfile.write(path, noise(seed), RATE)
        analysis = analyse_song(path, known, recipes=())
        found.append(KnownSong(path, analysis.audio_hash, analysis.stats))
    return found


def test_songs_come_in_order_with_the_features_they_have_alone(
    songs: list[KnownSong], cache: FeatureCache, tmp_path: Path
) -> None:
    alone = FeatureCache(tmp_path / "alone")
    prefetched = list(prefetch_log_mels(songs, THESIS, cache))
    assert [song for song, _ in prefetched] == songs
    for song, features in prefetched:
        assert isinstance(features, LogMel)
        assert features.audio_hash == song.audio_hash
        expected = ensure_log_mel(song.path, song.audio_hash, THESIS, alone)
        assert np.array_equal(features.values, expected.values)


def test_songs_of_which_the_cache_has_what_is_wanted_are_not_read(
    songs: list[KnownSong], cache: FeatureCache
) -> None:
    identify_song(songs[1].path, cache)
    cache.put_array(songs[1].audio_hash, "embedding", np.zeros(3))
    songs[1].path.unlink()
    found = [
        features for _, features in prefetch_log_mels(songs, THESIS, cache, known_key="embedding")
    ]
    assert isinstance(found[0], LogMel)
    assert found[1] is None
    assert isinstance(found[2], LogMel)


def test_a_song_that_cannot_be_read_is_an_error_among_the_features(
    songs: list[KnownSong], cache: FeatureCache
) -> None:
    songs[1].path.unlink()
    first, second, third = (found for _, found in prefetch_log_mels(songs, THESIS, cache))
    assert isinstance(second, RhythmCapError)
    assert isinstance(first, LogMel)
    assert isinstance(third, LogMel)


def test_a_file_that_looks_otherwise_than_it_did_is_hashed_again(
    songs: list[KnownSong], cache: FeatureCache
) -> None:
    soundfile.write(songs[0].path, noise(7, 3.0), RATE)
    ((_, changed),) = prefetch_log_mels(songs[:1], THESIS, cache)
    assert isinstance(changed, RhythmCapError)
    assert not cache.has(songs[0].audio_hash, THESIS)
    os.utime(songs[1].path)
    ((_, touched),) = prefetch_log_mels(songs[1:2], THESIS, cache)
    assert isinstance(touched, LogMel)


def test_leaving_early_leaves_no_thread_behind(songs: list[KnownSong], cache: FeatureCache) -> None:
    before = set(threading.enumerate())
    with closing(prefetch_log_mels(songs, THESIS, cache)) as features:
        next(features)
    assert set(threading.enumerate()) == before
    assert list(cache.folder.rglob("*.part")) == []


def test_a_cancel_ends_it(songs: list[KnownSong], cache: FeatureCache) -> None:
    class Stopped:
        def report(self, done: float, total: float, what: str = "") -> None:
            """Nobody listens."""

        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(prefetch_log_mels(songs, THESIS, cache, Stopped()))
