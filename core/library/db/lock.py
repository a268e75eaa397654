"""One writer per library: a lock of the operating system, which dies with its process.

The lock stands on a file of its own beside the library, because SQLite locks the library itself.
The file stays where it is when the lock is released: only its lock counts, not that it exists.
"""

from __future__ import annotations

import errno
from pathlib import Path

from core.atomic_files import PRIVATE_FILE
from core.errors import LibraryError, LibraryUnwritable
from core.library.db.library_files import real_path

_UNSUPPORTED = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS}


class LibraryBusy(LibraryError):
    """Another RhythmCap has this library open for writing."""


class WriterLock:
    """Held from construction until release(). Raises LibraryBusy, or LibraryUnwritable."""

    def __init__(self, library: Path) -> None:
        from filelock import FileLock, Timeout  # the window shows before a library is opened

        real = real_path(library)  # one lock of a library that is reached by a link, too
        if not real.parent.is_dir():  # FileLock would make the folder
            raise _unwritable(library, "no such folder")
        path = real.with_name(real.name + "-lock")
        # No soft lock where the file system has none: its file would outlive a killed process.
        self._lock = FileLock(path, mode=PRIVATE_FILE, thread_local=False, fallback_to_soft=False)
        try:
            self._lock.acquire(blocking=False)
        except Timeout as error:
            if not path.exists():  # FileLock takes a file it cannot create for a race
                raise _unwritable(library, str(error)) from error
            raise LibraryBusy(
                "library.open_elsewhere", name=library.name, detail=str(error), path=library
            ) from error
        except OSError as error:
            if error.errno in _UNSUPPORTED:
                return  # a network drive without locks: SQLite's own locking must do
            raise _unwritable(library, str(error)) from error

    def release(self) -> None:
        """Let another one write. May be called twice."""
        self._lock.release()


def _unwritable(library: Path, detail: str) -> LibraryUnwritable:
    return LibraryUnwritable(
        "library.folder_unwritable", folder=library.parent, detail=detail, path=library
    )
