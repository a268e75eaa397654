"""Opening a library file: one writer, no foreign, damaged or newer file, a backup before any
migration. A new library appears whole or not at all.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from core.atomic_files import atomic_write, partials_of, sync_file
from core.errors import LibraryDamaged, LibraryError
from core.library.db.database import Database, library_error
from core.library.db.lock import WriterLock
from core.library.db.schema import VERSION, apply_migrations
from core.library.db.song_texts import prepare_song_texts
from core.paths import folders

MAGIC = b"SQLite format 3\0"
OLDEST_READABLE = 6  # the version from which on nothing came that reading needs
APPLICATION_ID = 0x52_68_79_43  # "RhyC", in the header of every library file
BUSY_TIMEOUT_S = 5.0
# A decision writes 9 pages. A checkpoint takes longer than a key press may, so it is left to
# closing; this only bounds the write-ahead log of a user who never closes.
WAL_AUTOCHECKPOINT_PAGES = 8000

Seed = Callable[[Database], None]


class Backups(Protocol):
    """What opening asks of core.library.recovery.backup, which it is given."""

    def list_backups(self, library: Path, /) -> Sequence[object]:
        """Return all copies of this library."""

    def make_backup(self, connection: sqlite3.Connection, library: Path, reason: str, /) -> object:
        """Copy an open library. Raises LibraryError."""


def open_database(
    path: Path, *, read_only: bool, seed: Seed, backups: Backups
) -> tuple[Database, WriterLock | None]:
    """Open, check and migrate a library file; with the lock that makes this its only writer.

    seed: fills a new library. backups: asked for a copy before a migration. Raises
    LibraryError (LibraryBusy if it is open elsewhere).
    """
    path = path.absolute()
    _check_path(path, read_only=read_only)
    if read_only:
        _check_header(path, backups)
        return _prepared(_connect_read_only(path)), None
    lock = WriterLock(path)
    try:
        if not path.exists():
            _create(path, seed)
        _check_header(path, backups)
        database = _connect(path)
        try:
            _migrate_if_older(database, backups)
        except BaseException:
            database.close()
            raise
        _prepared(database)
    except BaseException:
        lock.release()
        raise
    return database, lock


def _check_path(path: Path, *, read_only: bool) -> None:
    if path.is_dir():
        raise LibraryError("library.is_folder", folder=path, path=path)
    if read_only and not path.exists():
        raise LibraryError("library.no_file", name=path.name, path=path)
    if not path.parent.is_dir():
        if path.parent != folders().data:
            raise LibraryError("library.no_folder", folder=path.parent, path=path)
        path.parent.mkdir(parents=True, exist_ok=True)


def _check_header(path: Path, backups: Backups) -> None:
    """Look at the file's first bytes before SQLite touches it."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise LibraryError(
            "library.unreadable", name=path.name, detail=str(error), path=path
        ) from error
    if not header:
        raise LibraryDamaged("library.empty_file", name=path.name, path=path)
    if not header.startswith(MAGIC) and backups.list_backups(path):  # it was a library before
        raise LibraryDamaged(
            "library.damaged",
            name=path.name,
            detail="no header",
            path=path,
        )
    if not header.startswith(MAGIC) or len(header) < 100:
        raise LibraryError("library.not_a_library", name=path.name, path=path)
    _check_origin(header, path)


def ensure_own_library(path: Path) -> None:
    """Raise LibraryError for a database of another program or of a newer RhythmCap."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError:
        return
    if header.startswith(MAGIC) and len(header) == 100:
        _check_origin(header, path)


def _check_origin(header: bytes, path: Path) -> None:
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise LibraryError("library.foreign_database", name=path.name, path=path)
    _ensure_not_newer(int.from_bytes(header[60:64], "big"), path)


def _ensure_not_newer(version: int, path: Path) -> None:
    if version > VERSION:
        raise LibraryError(
            "library.newer",
            name=path.name,
            detail=f"library version {version}, this program knows {VERSION}",
            path=path,
        )


def _connect(path: Path) -> Database:
    try:
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "cache_size = -65536",
            "temp_store = MEMORY",
            f"wal_autocheckpoint = {WAL_AUTOCHECKPOINT_PAGES}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        raise library_error(error, path) from error
    return Database(connection, path, read_only=False)


def _connect_read_only(path: Path) -> Database:
    # On a disk that cannot be written SQLite cannot share its log, but nobody writes there either.
    log = Path(f"{path}-wal")
    empty = not log.exists() or log.stat().st_size == 0
    immutable = not os.access(path.parent, os.W_OK) and empty
    uri = f"{path.as_uri()}?mode=ro{'&immutable=1' if immutable else ''}"
    try:
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA temp_store = MEMORY")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        raise library_error(error, path) from error
    if not OLDEST_READABLE <= version <= VERSION:
        connection.close()
        _ensure_not_newer(version, path)
        raise LibraryError("library.older", name=path.name, path=path)
    return Database(connection, path, read_only=True)


def _prepared(database: Database) -> Database:
    """Return the database with what is searched and sorted by; closed where that fails."""
    try:
        prepare_song_texts(database.connection, read_only=database.read_only)
    except BaseException as error:
        database.close()
        if isinstance(error, sqlite3.Error):
            raise library_error(error, database.path) from error
        raise
    return database


def _create(path: Path, seed: Seed) -> None:
    """Build beside, then rename: a process killed meanwhile leaves no half library."""
    try:
        _remove_leftovers(path)
        with atomic_write(path) as partial:
            build(partial, seed)
    except (sqlite3.Error, OSError) as error:
        raise LibraryError(
            "library.cannot_make", name=path.name, detail=str(error), path=path
        ) from error


def _remove_leftovers(path: Path) -> None:
    """Remove what a killed process or a library deleted by hand has left beside the path."""
    for leftover in (*partials_of(path), path.with_name(f"{path.name}-shm")):
        leftover.unlink(missing_ok=True)
    orphan = path.with_name(path.name + "-wal")
    if orphan.exists():
        os.replace(orphan, path.with_name(path.name + "-wal.orphan"))


def build(partial: Path, seed: Seed) -> None:
    """Make a new library file of today's version, on disk when this returns."""
    connection = sqlite3.connect(partial, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = OFF")  # all of it is synchronised at the end
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        apply_migrations(connection)
        database = Database(connection, partial, read_only=False)
        with database.transaction():
            seed(database)
    finally:
        connection.close()
    sync_file(partial)


def _migrate_if_older(database: Database, backups: Backups) -> None:
    # Asked again: after a crash the file's header may be behind its log.
    version = int(database.value("PRAGMA user_version"))
    _ensure_not_newer(version, database.path)
    if version == VERSION:
        return
    backups.make_backup(database.connection, database.path, f"before-version-{VERSION}")
    try:
        apply_migrations(database.connection)
    except sqlite3.Error as error:
        raise library_error(error, database.path) from error
