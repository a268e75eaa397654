"""Songs that are low tones, and songs that are noise: what any system must be able to tell apart.

Their sound is made here, and its log-mels lie in the cache, as they do after an import.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel, log_mel
from core.jobs import Cancelled, SilentJob
from core.library.records import Labels
from core.models.checkpoint import load_checkpoint
from core.systems.song_views import SongViews
from core.training.labels import select_songs
from tests.support.synthetic_songs import parent_file

RECIPE, WAVEFORM = RECIPES["thesis"], RECIPES["waveform-16k"]
SECONDS, RATE_HZ = 3.2, 16_000
TAGS = ("noise", "never", "loud")


def sound(number: int) -> NDArray[np.float32]:
    """Make a song at RATE_HZ: even ones are a tone and its octave, odd ones noise."""
    rng = np.random.default_rng(number)
    times = np.arange(int(SECONDS * RATE_HZ)) / RATE_HZ
    hz = 110.0 * 2.0 ** rng.uniform(0.0, 1 / 12)  # within a semitone
    tone = 0.3 * np.sin(2 * np.pi * hz * times) + 0.1 * np.sin(4 * np.pi * hz * times)
    noise = 0.1 * rng.standard_normal(len(times))
    return (noise if number % 2 else tone + 0.01 * noise).astype(np.float32)


def tone_songs(folder: Path, n_songs: int = 8, with_waveform: bool = False) -> SongViews:
    """Put the songs into a cache; the model is a tiny CNN and LSTM that learned nothing."""
    cache = FeatureCache(folder / "cache")
    for number in range(n_songs):
        samples = sound(number)
        cache.put(LogMel(log_mel(samples, RATE_HZ, RECIPE), RECIPE, hash_of(number)))
        if with_waveform:
            cache.put(LogMel(samples[None], WAVEFORM, hash_of(number)))
    return SongViews(cache, load_checkpoint(parent_file(folder / "parents")))


def hash_of(number: int) -> str:
    """Return the audio hash of a song; not in the order of the songs."""
    return f"{(number * 7 + 3) % 101:032x}"


def tone_labels(n_songs: int = 8) -> Labels:
    """Judge whether songs are noise; "never" has no yes, of "loud" one cell is judged.

    The last two songs are not judged.
    """
    states = np.full((n_songs, len(TAGS)), -1, dtype=np.int8)
    states[:, 0] = np.arange(n_songs) % 2
    states[:, 1] = 0
    states[0, 2] = 1
    states[-2:] = -1
    return Labels(
        song_ids=np.arange(1, n_songs + 1),
        audio_hashes=tuple(hash_of(number) for number in range(n_songs)),
        paths=tuple(Path(f"/music/{number}.flac") for number in range(n_songs)),
        artists=tuple(f"Artist {number}" for number in range(n_songs)),
        tag_ids=np.arange(len(TAGS)),
        tag_names=TAGS,
        states=states,
        codebook_version=1,
    )


def reversed_songs(labels: Labels) -> Labels:
    """Return the songs the other way round."""
    return select_songs(labels, np.arange(len(labels.paths))[::-1])


def all_judged(labels: Labels) -> Labels:
    """Judge whether the last two songs are noise, too."""
    states = labels.states.copy()
    states[:, 0] = np.arange(len(states)) % 2
    return replace(labels, states=states)


class CancelledAfter(SilentJob):
    """A job that is cancelled once it has been looked at so many times."""

    def __init__(self, n_checks: int) -> None:
        self.left = n_checks

    def check(self) -> None:
        """Raise Cancelled when it is time."""
        self.left -= 1
        if self.left < 0:
            raise Cancelled
