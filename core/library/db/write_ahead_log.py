"""The write-ahead log that SQLite keeps beside a library: folding it in, setting it aside.

SQLite finds it by its name alone: a log that stays behind when another file takes the library's
place would be read as a part of that file.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from core.atomic_files import sync_folder
from core.errors import LibraryError
from core.library.db.library_files import index_path, log_path, real_path

HEADER_BYTES = 32
MAGIC = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
FOLD_TIMEOUT_S = 5.0
ORPHAN = ".orphan"
ALONE = "&immutable=1"  # SQLite does not look for a log then
# Of what a library is told from another one, and from a copy of it that went another way.
HISTORY = (
    "SELECT id, added_at FROM songs {} ORDER BY id DESC LIMIT 20",
    "SELECT id, edit, created_at FROM journal {} ORDER BY id DESC LIMIT 20",
)


def has_frames(library: Path) -> bool:
    """Whether a library has a log that holds more than its header."""
    try:
        with log_path(library).open("rb") as file:
            header = file.read(HEADER_BYTES + 1)
    except OSError:
        return False
    return header.startswith(MAGIC) and len(header) > HEADER_BYTES


def fold_log(library: Path) -> None:
    """Write a library's log into the library, then remove the log and its index.

    A library that SQLite cannot open takes nothing of its log: copy both aside before. Raises
    sqlite3.Error where there is no room or somebody reads in it all the time, OSError.
    """
    if has_frames(library):
        try:
            with contextlib.closing(sqlite3.connect(library, timeout=FOLD_TIMEOUT_S)) as connection:
                connection.execute("PRAGMA writable_schema = ON")  # an odd schema is no obstacle
                if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                    raise BlockingIOError(f"{library} is being read")
        except sqlite3.DatabaseError as error:
            if not error.sqlite_errorname.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
                raise
    # Not emptied but removed: who still reads the former file keeps its own log and index.
    for file in (log_path(library), index_path(library)):
        file.unlink(missing_ok=True)


def has_foreign_log(library: Path) -> bool:
    """Whether a library's log is another file's: the library is whole alone, and not with it.

    Reads every page where there is a log with frames, as after a crash. Nobody may write in it.
    """
    if not has_frames(library) or (_continues(library) and is_whole(library)):
        return False
    return is_whole(library, ALONE)


def _continues(library: Path) -> bool:
    """Whether the library with its log is a later state of the library alone, by its history.

    A log may hold every page of another library, which then is as whole as this one.
    """
    try:
        with contextlib.closing(_reader(library, ALONE)) as alone:
            sequences = dict(alone.execute("SELECT name, seq FROM sqlite_sequence"))
            samples = {sql: alone.execute(sql.format("")).fetchall() for sql in HISTORY}
        with contextlib.closing(_reader(library)) as together:
            later = dict(together.execute("SELECT name, seq FROM sqlite_sequence"))
            for sql, rows in samples.items():
                for row in rows:
                    same = together.execute(sql.format("WHERE id = ?"), row[:1]).fetchone()
                    if same not in (None, row):  # a row may have been deleted since
                        return False
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    return all((seq or 0) <= (later.get(name) or 0) for name, seq in sequences.items())


def set_log_aside(library: Path) -> Path | None:
    """Rename a log that is not this library's, so that SQLite cannot find it; None: no log."""
    log = log_path(library)
    index_path(library).unlink(missing_ok=True)
    if not log.exists():
        return None
    target, number = log.with_name(log.name + ORPHAN), 1
    while os.path.lexists(target):
        number += 1
        target = log.with_name(f"{log.name}{ORPHAN}-{number}")
    os.replace(log, target)
    sync_folder(log.parent)
    return target


def is_whole(library: Path, alone: str = "") -> bool:
    """Whether SQLite finds no fault in a library with its log; ALONE: without it."""
    try:
        with contextlib.closing(_reader(library, alone)) as connection:
            fit = connection.execute("PRAGMA foreign_key_check").fetchone() is None
            return fit and connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def read_uri(library: Path) -> str:
    """Return how a library is opened for reading only.

    On a disk that cannot be written SQLite cannot share its log, but nobody writes there either.
    """
    frozen = not can_write_beside(library) and not has_frames(library)
    return f"{library.absolute().as_uri()}?mode=ro{ALONE if frozen else ''}"


def ensure_log_readable(library: Path) -> None:
    """Raise LibraryError where a library's last changes are in a log that SQLite cannot read.

    It reads no log without its index, which it makes beside it.
    """
    if has_frames(library) and not (can_write_beside(library) or index_path(library).exists()):
        name, log = library.name, log_path(library).name
        raise LibraryError("library.log_needs_writing", name=name, log=log, path=library)


def can_write_beside(library: Path) -> bool:
    """Whether files can be made where a library is."""
    return os.access(real_path(library).parent, os.W_OK)


def _reader(library: Path, alone: str = "") -> sqlite3.Connection:
    return sqlite3.connect(f"{library.absolute().as_uri()}?mode=ro{alone}", uri=True)
