"""One run in a folder at a time: a lock of the operating system, which dies with its process."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.atomic_files import PRIVATE_FILE
from core.errors import ExperimentError

LOCK = "run-lock"
_UNSUPPORTED = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS}


@contextmanager
def run_lock(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, which must be there. Raises ExperimentError where another does."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK, mode=PRIVATE_FILE, thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise ExperimentError(
            "experiments.running", name=folder.name, detail=str(error), path=folder
        ) from error
    except OSError as error:
        if error.errno not in _UNSUPPORTED:  # a network drive without locks: nothing can be done
            raise ExperimentError(
                "experiments.not_written", name=LOCK, detail=str(error), path=folder
            ) from error
    try:
        yield
    finally:
        lock.release()
