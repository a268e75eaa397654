"""Putting another file in a library's place. At every instant one whole file stands there.

The former file is copied aside with its log, byte for byte, before anything else is touched: a
second name for it would be a second library in the same file. Then its log is folded in, and one
rename puts the new file in its place.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from core.atomic_files import copy_file, replace_file
from core.errors import LibraryError
from core.library.db.commit_mark import forget_mark
from core.library.db.database import SQL_ERRORS
from core.library.db.library_files import (
    LOG_SUFFIX,
    REPAIR_SUFFIX,
    free_aside_path,
    log_path,
    real_path,
    remove_leftovers,
)
from core.library.db.lock import WriterLock
from core.library.db.write_ahead_log import fold_log, has_frames, set_log_aside


@contextlib.contextmanager
def work_beside(library: Path, error_id: str) -> Iterator[Path]:
    """Give the name of a folder, on the library's disk, in which another file can be built.

    It is deleted at the end; nobody opens the library meanwhile. Raises LibraryBusy while it is
    open, LibraryError of that id where a file cannot be written.
    """
    real = real_path(library)
    work = real.with_name(f"{real.name}.{os.getpid()}{REPAIR_SUFFIX}")
    lock = WriterLock(library)
    try:
        remove_leftovers(library)
        yield work
    except (OSError, *SQL_ERRORS) as error:
        raise LibraryError(error_id, name=library.name, detail=str(error), path=library) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
        lock.release()


def replace_library(library: Path, finished: Path, reason: str) -> Path | None:
    """Put a finished library in another's place; a copy of the former is kept beside it.

    finished: on the disk of real_path(library); it is renamed. reason: one of ASIDE_REASONS.
    Returns where the former is now, None if there was none. The caller holds the library's
    WriterLock. Raises OSError, sqlite3.Error; then the library is as it was.
    """
    real = real_path(library)
    aside = None
    if real.exists():
        aside = copy_aside(real, reason)
        fold_log(real)
    else:
        set_log_aside(real)
    forget_mark(real)
    replace_file(finished, real, synced=True)
    return aside


def copy_aside(real: Path, reason: str) -> Path:
    """Copy a library and its log to an unused name beside it; return it."""
    target = free_aside_path(real, reason)
    if has_frames(real):  # first: a copy never stands there without its log
        copy_file(log_path(real), target.with_name(target.name + LOG_SUFFIX), synced=True)
    copy_file(real, target, synced=True)
    return target
