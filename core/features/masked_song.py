"""A song, or a region of it, as it is and with only the masked points, equally loud.

What masked_sound does to samples, done to a file for the ear: both sounds can be played in turn.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.audio.decode import AudioReader
from core.audio.downmix import downmix
from core.audio.loudness import equal_gains
from core.audio.memory_sound import MemorySound, stored_samples
from core.errors import AudioError
from core.features.masked_sound import Mask, Samples, masked_sound
from core.features.recipe import RECIPES, FeatureRecipe
from core.jobs import SILENT, JobContext

MOST_S = 600.0  # in memory at once


@dataclass(frozen=True, slots=True)
class MaskedSong:
    """Two sounds of the same samples, equally loud. span_s: the region, None: all of the song."""

    original: MemorySound
    masked: MemorySound
    span_s: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class SongMask:
    """Gains of the whole song: float32 (n_mels, n_frames) by a recipe, or (1, n) along time.

    frame_s: from one frame to the next. recipe: what its bands are; None along time.
    """

    values: Mask
    frame_s: float
    recipe: FeatureRecipe | None


def masked_song(
    path: Path,
    mask: SongMask,
    span_s: tuple[float, float] | None = None,
    job: JobContext = SILENT,
) -> MaskedSong:
    """Read a song or a region of it, and filter it by a mask.

    Raises AudioError, also where it is too long to be done at once; Cancelled.
    """
    with AudioReader(path) as reader:
        rate_hz, n_frames = reader.info.rate_hz, reader.info.n_frames
        first, last = 0, n_frames
        if span_s is not None:
            first, last = (max(0, round(second * rate_hz)) for second in span_s)
        most = round(MOST_S * rate_hz)
        too_long = AudioError("features.too_long_to_mask", name=path.name, most_s=MOST_S, path=path)
        if last - first > most:
            raise too_long
        reader.seek(first)
        samples = _read(reader, last - first if last else most + 1, job)
        if len(samples) > most:  # of a file that does not tell its length
            raise too_long
        n_frames = max(n_frames, first + len(samples))
    if not len(samples):
        raise AudioError("audio.no_sound", name=path.name, path=path)
    recipe, gains = _gains(mask, first / rate_hz, len(samples) / rate_hz)
    masked = masked_sound(samples, rate_hz, gains, recipe, job)
    job.check()
    gain, masked_gain = equal_gains(samples, masked, rate_hz)
    return MaskedSong(
        MemorySound(path, stored_samples(samples, gain), rate_hz, first, n_frames),
        MemorySound(path, stored_samples(masked, masked_gain), rate_hz, first, n_frames),
        span_s,
    )


def _read(reader: AudioReader, n: int, job: JobContext) -> Samples:
    """Read n frames, in blocks; more than two channels come as two."""
    parts: list[Samples] = []
    n_read = 0
    while n_read < n:
        job.check()
        job.report(n_read, 2 * n, reader.info.path.name)
        block = reader.read(min(reader.info.rate_hz, n - n_read))
        if not len(block):
            break
        parts.append(downmix(block, 2) if block.shape[1] > 2 else block)
        n_read += len(block)
    return np.concatenate(parts) if parts else np.zeros((0, 1), np.float32)


def _gains(mask: SongMask, first_s: float, seconds: float) -> tuple[FeatureRecipe, Mask]:
    """Return the mask of a part of the song, by the recipe whose bands it has."""
    recipe = mask.recipe
    if recipe is None:  # along time: the same in all bands
        recipe = RECIPES["thesis"]
        n_frames = max(1, round(seconds * recipe.rate_hz / recipe.hop_length) + 1)
        at_s = first_s + np.arange(n_frames) * recipe.hop_length / recipe.rate_hz
        indices = np.clip((at_s / mask.frame_s).astype(np.int64), 0, mask.values.shape[1] - 1)
        return recipe, np.repeat(mask.values[:, indices], recipe.n_mels, axis=0)
    first = min(round(first_s / mask.frame_s), mask.values.shape[1] - 1)
    last = max(first + 1, round((first_s + seconds) / mask.frame_s) + 1)
    return recipe, mask.values[:, first:last]
