"""A song's samples in memory, of long ones the middle: for what needs all of a sound at once.

Everything else reads a sound in blocks, by decode.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.decode import AudioReader
from core.audio.downmix import downmix
from core.audio.hashing import AudioHasher, other_sound_error
from core.errors import AudioError
from core.jobs import SILENT, JobContext

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples float32 (n, 1 or 2) at rate_hz. is_whole: whether that is all of the song."""

    samples: Samples
    rate_hz: int
    is_whole: bool


def read_sound(path: Path, audio_hash: str, most_s: float, job: JobContext = SILENT) -> Sound:
    """Read a known song: all of it, or its middle most_s seconds; more channels come as two.

    The whole file is decoded, to be sure that it is the song. Raises AudioError, also where it has
    become another sound; Cancelled.
    """
    with AudioReader(path) as reader:
        info = reader.info
        most = round(most_s * info.rate_hz)
        first = max(0, info.n_frames - most) // 2  # from the beginning, where no length is known
        hasher = AudioHasher(info.rate_hz, info.channels)
        parts: list[Samples] = []
        position = 0
        for block in reader.blocks():
            job.check()
            hasher.update(block)
            kept = block[max(0, first - position) : max(0, first + most - position)]
            if len(kept):
                parts.append(downmix(kept, 2) if info.channels > 2 else kept)
            position += len(block)
    if (found := hasher.hexdigest()) != audio_hash:
        raise other_sound_error(path, found, audio_hash)
    if not parts:  # its head promises far more than there is
        raise AudioError("audio.no_sound", name=path.name, path=path)
    samples = np.concatenate(parts)
    return Sound(samples, info.rate_hz, len(samples) == position)
