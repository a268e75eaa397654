"""Putting another file in a library's place. At every instant one whole file stands there.

The former file is copied aside with its log, byte for byte, before anything else is touched: a
second name for it would be a second library in the same file. Then its log is folded in, and one
rename puts the new file in its place.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from core.atomic_files import atomic_write, copy_file, replace_file
from core.library.db.commit_mark import forget_mark
from core.library.db.database import Database
from core.library.db.library_files import (
    LOG_SUFFIX,
    free_aside_path,
    log_path,
    real_path,
)
from core.library.db.write_ahead_log import fold_log, has_frames, set_log_aside


def replace_library(library: Path, finished: Path, reason: str) -> Path | None:
    """Put a finished library in another's place; a copy of the former is kept beside it.

    finished: on the disk of real_path(library); it is renamed. reason: one of ASIDE_REASONS.
    Returns where the former is now, None if there was none. The caller holds the library's
    WriterLock. Raises OSError, sqlite3.Error; then the library is as it was.
    """
    real = real_path(library)
    aside = None
    if real.exists():
        aside = _copy_aside(real, reason)
        fold_log(real)
    else:
        set_log_aside(real)
    forget_mark(real)
    replace_file(finished, real, synced=True)
    return aside


def keep_replaced(database: Database) -> Path | None:
    """Keep what an open library holds whose file another program has replaced; return where.

    The connection still has the former file and its log, which have no names any more. Closing it
    then changes nothing at the library's path. Raises OSError, sqlite3.Error.
    """
    real = real_path(database.path)
    forget_mark(real)  # of the former file, which is kept
    if database.is_overwritten():
        # Nothing whole is left of the former file. A new file of the same content at its path:
        # SQLite does not write its log into a file that was moved.
        copy_file(real, real, synced=True)
        return set_log_aside(real) if database.has_log() else None
    target = free_aside_path(real, "replaced")
    with (
        atomic_write(target, synced=True) as partial,
        contextlib.closing(sqlite3.connect(partial)) as copy,
    ):
        database.connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    if database.has_log():
        set_log_aside(real)
    return target


def _copy_aside(real: Path, reason: str) -> Path:
    """Copy a library and its log to an unused name beside it; return it."""
    target = free_aside_path(real, reason)
    if has_frames(real):  # first: a copy never stands there without its log
        copy_file(log_path(real), target.with_name(target.name + LOG_SUFFIX), synced=True)
    copy_file(real, target, synced=True)
    return target
