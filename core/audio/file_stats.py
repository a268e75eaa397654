"""How a file looks from outside, and a digest of its bytes: whether it is still the one it was.

Decodes nothing: that the bytes are others does not mean that the sound is.
"""

from __future__ import annotations

import hashlib
import os
import signal
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Self

if sys.platform == "linux":
    import fcntl

# Up to this size the fingerprint is of every byte; of larger files it is of so many, in pieces all
# over the file: of a CD's sound there is one every second.
WHOLE_BYTES = 4 << 20
N_PIECES = 256
_PIECE_BYTES = WHOLE_BYTES // N_PIECES
DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class FileStats:
    """Size, time of the last change of the content, and of the file itself.

    Programs that copy can set mtime_s to what it was, but not ctime_s; None where it is not known,
    as in libraries that did not keep it yet.
    """

    size_bytes: int
    mtime_s: float
    ctime_s: float | None = None

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """Return how a file looks now; None where there is none."""
        try:
            status = path.stat()
        except (OSError, ValueError):
            return None
        if stat.S_ISDIR(status.st_mode):
            return None
        return cls(status.st_size, status.st_mtime, status.st_ctime)

    @property
    def touched_s(self) -> float:
        """Return when it was changed last, as far as is known."""
        return max(self.mtime_s, self.ctime_s or self.mtime_s)

    def is_like(self, other: FileStats) -> bool:
        """Whether size and mtime are equal, as after copying with the time kept."""
        return (self.size_bytes, self.mtime_s) == (other.size_bytes, other.mtime_s)

    def is_untouched(self, now: FileStats | None) -> bool:
        """Whether the file has not been touched since; now: how it looks now."""
        if now is None or not self.is_like(now):
            return False
        return self.ctime_s is None or self.ctime_s == now.ctime_s


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file whose sound is known: how it looked when it was read. fingerprint: "" if not kept."""

    stats: FileStats
    audio_hash: str = ""
    fingerprint: str = ""

    def still_at(self, path: Path) -> FileStats | None:
        """Return how the file looks now, if it is the same one; None if it must be read again.

        Its bytes are compared where it was touched, but has the same size and mtime (moved within
        a drive, restored from a copy, its permissions changed).
        """
        now = FileStats.read(path)
        if now is None or not self.stats.is_like(now):
            return None
        if self.stats.is_untouched(now):
            return now
        is_same = bool(self.fingerprint) and fingerprint(path) == self.fingerprint
        return now if is_same else None


def fingerprint(path: Path) -> str:
    """Digest a file's bytes, or pieces of a large one, as 32 hex digits; "" if it cannot be read.

    Takes a few milliseconds.
    """
    digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
    try:
        with path.open("rb") as file:
            size_bytes = os.fstat(file.fileno()).st_size
            digest.update(str(size_bytes).encode("ascii"))
            if size_bytes <= WHOLE_BYTES:
                digest.update(file.read(WHOLE_BYTES))
            else:
                for piece in range(N_PIECES):
                    file.seek((size_bytes - _PIECE_BYTES) * piece // (N_PIECES - 1))
                    digest.update(file.read(_PIECE_BYTES))
    except OSError:
        return ""
    return digest.hexdigest()


def is_being_written(path: Path) -> bool:
    """Tell whether a program has a file open for writing; False where the system does not say.

    Linux tells by refusing a lease, for the user's own files on its own drives.
    """
    if sys.platform == "linux":
        try:
            with path.open("rb") as file:
                # Should somebody open it just now, no deadly SIGIO is to tell this of it.
                fcntl.fcntl(file, fcntl.F_SETSIG, signal.SIGURG)
                fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
                fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        except BlockingIOError:
            return True
        except OSError:
            return False
    return False
