"""The identity of a song: a hash of its decoded samples, whatever the file is called."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import AudioError

DIGEST_BYTES = 16


class AudioHasher:
    """blake2b over rate, channels and float32 little-endian samples at the file's own rate.

    The same recording as WAV and as FLAC has the same hash; tags and file names do not count.
    """

    def __init__(self, rate_hz: int, channels: int) -> None:
        self._digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
        self._digest.update(f"{rate_hz} {channels} ".encode("ascii"))

    def update(self, block: NDArray[np.float32]) -> None:
        """Take in one block: (n, channels), in order."""
        positive_zero = block + np.float32(0.0)  # -0.0 and 0.0 sound the same
        self._digest.update(np.ascontiguousarray(positive_zero, dtype="<f4").data)

    def hexdigest(self) -> str:
        """Return the hash, 32 hex digits."""
        return self._digest.hexdigest()


class KnownHash:
    """Stands where an AudioHasher would, for a file that is known to be the one it was."""

    def __init__(self, audio_hash: str) -> None:
        self._audio_hash = audio_hash

    def update(self, block: NDArray[np.float32]) -> None:
        """Ignore the block."""

    def hexdigest(self) -> str:
        """Return the known hash."""
        return self._audio_hash


def other_sound_error(path: Path, found: str, expected: str) -> AudioError:
    """Return the error that a song's file holds another sound now; the two hashes are told."""
    detail = f"audio hash {found}, expected {expected}"
    return AudioError("features.other_sound", name=path.name, detail=detail, path=path)
