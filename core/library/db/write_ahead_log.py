"""The write-ahead log that SQLite keeps beside a library, and the index it shares of it.

SQLite finds both by their names alone: a log that stays behind when another file takes the
library's place would be read as a part of that. Folding it in, removing it, setting it aside.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from core.atomic_files import sync_folder

LOG_SUFFIX = "-wal"
INDEX_SUFFIX = "-shm"
HEADER_BYTES = 32
FOLD_TIMEOUT_S = 5.0
ORPHAN = ".orphan"


def log_path(library: Path) -> Path:
    """Return where SQLite keeps a library's log: beside the file itself, not beside a link."""
    real = library.resolve()
    return real.with_name(real.name + LOG_SUFFIX)


def has_frames(log: Path) -> bool:
    """Whether a log is there and holds more than its header."""
    try:
        return log.stat().st_size > HEADER_BYTES
    except OSError:
        return False


def fold_log(library: Path) -> None:
    """Write a library's log into the library, then remove the log and its index.

    A library that SQLite cannot open takes nothing of its log: copy both aside before. Raises
    sqlite3.Error where there is no room or somebody reads in it all the time, OSError.
    """
    log = log_path(library)
    if has_frames(log):
        try:
            with contextlib.closing(sqlite3.connect(library, timeout=FOLD_TIMEOUT_S)) as connection:
                connection.execute("PRAGMA writable_schema = ON")  # an odd schema is no obstacle
                if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                    raise BlockingIOError(f"{library} is being read")
        except sqlite3.DatabaseError as error:
            if not error.sqlite_errorname.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
                raise
    # Not emptied but removed: who still reads the former file keeps its own log and index.
    for file in (log, log.with_name(log.name.removesuffix(LOG_SUFFIX) + INDEX_SUFFIX)):
        file.unlink(missing_ok=True)


def set_log_aside(library: Path) -> Path | None:
    """Rename a log that is not this library's, so that SQLite cannot find it; None: no log."""
    log = log_path(library)
    log.with_name(log.name.removesuffix(LOG_SUFFIX) + INDEX_SUFFIX).unlink(missing_ok=True)
    if not log.exists():
        return None
    target, number = log.with_name(log.name + ORPHAN), 1
    while target.exists():
        number += 1
        target = log.with_name(f"{log.name}{ORPHAN}-{number}")
    os.replace(log, target)
    sync_folder(log.parent)
    return target
