"""A sound in memory that is played in place of a song's file, or of a region of it."""

from __future__ import annotations

import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.atomic_files import atomic_write
from core.audio.decode import AudioInfo

Samples = NDArray[np.float32]
Stored = NDArray[np.int16]

FULL_SCALE = 32_767


@dataclass(frozen=True, slots=True)
class MemorySound:
    """Samples of a song, or of a region of it; silence around that.

    path: of the song. samples: int16 (n, channels). first_frame: of the song, where they begin.
    n_frames: of the whole song.
    """

    path: Path
    samples: Stored
    rate_hz: int
    first_frame: int
    n_frames: int

    def reader(self) -> MemoryReader:
        """Open it for the player."""
        return MemoryReader(self)

    def write(self, path: Path) -> None:
        """Write the samples alone as WAV, whole or not at all. Raises OSError."""
        with (
            atomic_write(path, shared=True) as draft,
            draft.open("wb") as raw,
            wave.open(raw, "wb") as file,
        ):
            file.setnchannels(self.samples.shape[1])
            file.setsampwidth(2)
            file.setframerate(self.rate_hz)
            file.writeframes(self.samples.astype("<i2").tobytes())


def stored_samples(samples: Samples, gain: float) -> Stored:
    """Return float32 (n, channels) with a gain as 16 bits; what is beyond full scale is cut off."""
    scaled = np.clip(samples * np.float32(gain), -1.0, 1.0)
    return np.asarray(np.round(scaled * FULL_SCALE), dtype=np.int16)


class MemoryReader:
    """Reads a MemorySound as the player reads a file. See AudioReader."""

    def __init__(self, sound: MemorySound) -> None:
        self._sound = sound
        channels = int(sound.samples.shape[1])
        self.info = AudioInfo(sound.path, sound.rate_hz, channels, sound.n_frames, "PCM")
        self.position = 0

    def read(self, n: int) -> Samples:
        """Return the next n frames, fewer only at the end: float32 (<=n, channels)."""
        sound, first = self._sound, self.position
        last = min(first + n, sound.n_frames)
        block = np.zeros((max(last - first, 0), self.info.channels), dtype=np.float32)
        begin = max(first, sound.first_frame)
        end = min(last, sound.first_frame + len(sound.samples))
        if begin < end:
            stored = sound.samples[begin - sound.first_frame : end - sound.first_frame]
            block[begin - first : end - first] = stored / np.float32(FULL_SCALE)
        self.position += len(block)
        return block

    def seek(self, frame: int) -> None:
        """Go to a frame of the song."""
        self.position = max(0, frame)

    def close(self) -> None:
        """Hold nothing that is to be closed."""
