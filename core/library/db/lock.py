"""One writer per library: a lock of the operating system, which dies with its process.

The lock stands on a file of its own beside the library, because SQLite locks the library itself.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from core.errors import LibraryError, LibraryUnwritable

_UNSUPPORTED = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS}


class LibraryBusy(LibraryError):
    """Another RhythmCap has this library open for writing."""


class WriterLock:
    """Held from construction until release(). Raises LibraryBusy, or LibraryUnwritable."""

    def __init__(self, library: Path) -> None:
        place = library.with_name(library.name + "-lock")
        try:
            self._file = os.open(place, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise LibraryUnwritable(
                f"The folder {library.parent} cannot be written.",
                remedy="Check its permissions and that the disk is not write-protected and not "
                "full, or open the library for reading only.",
                detail=str(error),
                path=library,
            ) from error
        try:
            _lock(self._file)
        except OSError as error:
            if error.errno in _UNSUPPORTED:
                return  # a network drive without locks: SQLite's own locking must do
            os.close(self._file)
            raise LibraryBusy(
                f"The library {library.name} is open in another RhythmCap.",
                remedy="Close it there, or open it here for reading only.",
                detail=str(error),
                path=library,
            ) from error

    def release(self) -> None:
        """Let another one write. May be called twice."""
        if self._file >= 0:
            os.close(self._file)  # closing unlocks
            self._file = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
