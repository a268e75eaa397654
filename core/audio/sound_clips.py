"""Short parts of songs, read into memory to be compared by ear: equally loud, without clicks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.decode import AudioReader
from core.audio.downmix import downmix
from core.audio.loudness import level_gains
from core.audio.memory_sound import MemorySound, stored_samples
from core.errors import AudioError
from core.jobs import SILENT, JobContext

Samples = NDArray[np.float32]

CLIP_S = 8.0  # of a song in which no part is marked
LONGEST_S = 30.0  # of a marked part: more is not compared by ear
FADE_S = 0.01


@dataclass(frozen=True, slots=True)
class SoundClip:
    """A part of a song. start_s, end_s: None for the middle of a song in which none is marked."""

    path: Path
    start_s: float | None = None
    end_s: float | None = None


def read_clips(clips: Sequence[SoundClip], job: JobContext = SILENT) -> tuple[MemorySound, ...]:
    """Read clips, all as loud as the first; each is a sound of its own that begins at 0.

    Raises AudioError for a file that is not there or has no sound in that part, Cancelled.
    """
    sounds: list[Samples] = []
    rates_hz: list[int] = []
    for done, clip in enumerate(clips):
        job.check()
        job.report(done, len(clips), clip.path.name)
        samples, rate_hz = _read(clip)
        sounds.append(samples)
        rates_hz.append(rate_hz)
    gains = level_gains(sounds, rates_hz)
    return tuple(
        MemorySound(clip.path, stored_samples(_faded(sound, rate_hz), gain), rate_hz, 0, len(sound))
        for clip, sound, rate_hz, gain in zip(clips, sounds, rates_hz, gains, strict=True)
    )


def clip_span(clip: SoundClip, duration_s: float) -> tuple[float, float]:
    """Return the seconds of a clip: of an open end the song's, at most LONGEST_S of them."""
    if clip.start_s is None and clip.end_s is None:
        start_s = max(0.0, (duration_s - CLIP_S) / 2.0)
        return start_s, min(duration_s, start_s + CLIP_S)
    start_s = clip.start_s or 0.0
    end_s = duration_s if clip.end_s is None else min(clip.end_s, duration_s)
    return start_s, min(end_s, start_s + LONGEST_S)


def _read(clip: SoundClip) -> tuple[Samples, int]:
    with AudioReader(clip.path) as reader:
        rate_hz = reader.info.rate_hz
        start_s, end_s = clip_span(clip, reader.info.n_frames / rate_hz)
        first, wanted = round(start_s * rate_hz), round((end_s - start_s) * rate_hz)
        reader.seek(first)
        parts: list[Samples] = []
        while wanted > 0 and len(block := reader.read(min(rate_hz, wanted))):
            parts.append(downmix(block, 2) if block.shape[1] > 2 else block)
            wanted -= len(block)
    if not parts:
        raise AudioError("audio.no_sound", name=clip.path.name, path=clip.path)
    return np.concatenate(parts), rate_hz


def _faded(samples: Samples, rate_hz: int) -> Samples:
    """Return samples that begin and end in silence."""
    n = min(round(FADE_S * rate_hz), len(samples) // 2)
    faded, ramp = samples.copy(), np.linspace(0.0, 1.0, n, dtype=np.float32)[:, None]
    faded[:n] *= ramp
    faded[len(faded) - n :] *= ramp[::-1]
    return faded
