"""Opening a library file: one writer, no foreign, damaged or newer file, a backup before any
migration. A new library appears whole or not at all.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from core.atomic_files import atomic_write, private_folder, sync_file
from core.errors import LibraryDamaged, LibraryError, LibraryMissing, LibraryUnwritable
from core.library.db.commit_mark import (
    CommitCounter,
    Mark,
    MissingCommits,
    forget_mark,
    missing_commits,
    read_mark,
)
from core.library.db.database import SQL_ERRORS, Database, library_error
from core.library.db.file_checks import (
    APPLICATION_ID,
    check_header,
    ensure_library_path,
    ensure_not_newer,
    link_to_nothing,
)
from core.library.db.library_files import files_set_aside, log_path, real_path, remove_leftovers
from core.library.db.lock import LibraryBusy, WriterLock
from core.library.db.page_file import read_log_state
from core.library.db.row_digests import keep_digests
from core.library.db.schema import VERSION, apply_migrations
from core.library.db.song_texts import prepare_song_texts
from core.library.db.write_ahead_log import (
    ALONE,
    ensure_log_readable,
    has_foreign_log,
    has_frames,
    read_uri,
    set_log_aside,
)
from core.messages import message
from core.paths import folders

OLDEST_READABLE = 6  # the version from which on nothing came that reading needs
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
    path: Path, *, read_only: bool, seed: Seed, backups: Backups, begin_anew: bool = False
) -> tuple[Database, WriterLock | None]:
    """Open, check and migrate a library file; with the lock that makes this its only writer.

    seed: fills a new library. backups: asked for a copy before a migration. begin_anew: make one
    in spite of copies of a former one. Raises LibraryError (LibraryBusy if it is open elsewhere,
    LibraryMissing if it is not there and copies of it are).
    """
    path = path.absolute()
    _check_path(path)
    if not (begin_anew or path.exists()):
        _ensure_never_there(path, backups, read_only=read_only)
    if read_only:
        _check_header(path, backups)
        mark = read_mark(path)
        database = _prepared(_connect_read_only(path))
        database.missing = _missing(database.connection, mark)
        return database, None
    lock = WriterLock(path)
    try:
        remove_leftovers(path)
        if not path.exists():
            _create(path, seed)
            forget_mark(path)
        _check_header(path, backups)
        foreign_log = set_log_aside(path) if has_foreign_log(path) else None
        missing = _missing_commits(path)
        database = _connect(path)
        if foreign_log is not None:
            database.remarks.append(message("library.log_set_aside", file=foreign_log))
        try:
            _migrate_if_older(database, backups)
            _start_counting(database, missing)
        except BaseException:
            database.close()
            raise
        _prepared(database).remember_file()
    except BaseException:
        lock.release()
        raise
    return database, lock


def _check_path(path: Path) -> None:
    """Refuse what is no file, and a folder that is not there; the own one is made."""
    ensure_library_path(path)
    if not path.parent.is_dir():
        if path.parent != folders().data:
            raise LibraryError("library.no_folder", folder=path.parent, path=path)
        try:
            private_folder(path.parent)
        except OSError as error:
            raise LibraryUnwritable(
                "library.folder_unwritable", folder=path.parent, detail=str(error), path=path
            ) from error


def _ensure_never_there(path: Path, backups: Backups, *, read_only: bool) -> None:
    """Raise LibraryMissing where copies tell of a former library; LibraryError to only read."""
    n_copies = len(backups.list_backups(path)) + len(files_set_aside(path))
    if n_copies or has_frames(path):
        raise LibraryMissing("library.missing", name=path.name, n=n_copies, path=path)
    if (error := link_to_nothing(path)) is not None:
        raise error
    if read_only:
        raise LibraryError("library.no_file", name=path.name, path=path)


def _check_header(path: Path, backups: Backups) -> None:
    check_header(path, was_library=bool(backups.list_backups(path)))


def _missing_commits(path: Path) -> MissingCommits | None:
    """Look for commits that are gone before anything is written: that would overwrite the log.

    Raises LibraryDamaged if the log still has some of them, where SQLite does not see them.
    """
    mark = read_mark(path)
    if mark is None:
        return None
    try:
        with contextlib.closing(sqlite3.connect(read_uri(path), uri=True)) as reader:
            missing = _missing(reader, mark)
        hidden = missing is not None and read_log_state(path).n_hidden_commits
    except (*SQL_ERRORS, OSError):
        return None  # what else is wrong with the file is told when it is opened
    if hidden:
        raise LibraryDamaged("library.log_damaged", name=path.name, n=hidden, path=path)
    return missing


def _missing(connection: sqlite3.Connection, mark: Mark | None) -> MissingCommits | None:
    try:
        return missing_commits(connection, mark)
    except SQL_ERRORS:  # a library of before commits were counted
        return None


def _start_counting(database: Database, missing: MissingCommits | None) -> None:
    database.missing = missing
    try:
        keep_digests(database.connection, VERSION)
        database.counter = CommitCounter(database.connection, database.path)
    except SQL_ERRORS as error:
        raise library_error(error, database.path) from error


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
    except SQL_ERRORS as error:
        raise library_error(error, path) from error
    return Database(connection, path, read_only=False)


def _connect_read_only(path: Path) -> Database:
    ensure_log_readable(path)
    foreign_log = _has_foreign_log(path)
    alone = f"{path.as_uri()}?mode=ro{ALONE}"
    try:
        connection, version = _read_connection(alone if foreign_log else read_uri(path))
    except SQL_ERRORS as error:
        no_index = getattr(error, "sqlite_errorname", "").startswith("SQLITE_IOERR_SHM")
        if not no_index or has_frames(path):
            raise library_error(error, path) from error
        connection, version = _read_connection(alone)  # the disk is full; all is in the file
    if not OLDEST_READABLE <= version <= VERSION:
        connection.close()
        ensure_not_newer(version, path)
        raise LibraryError("library.older", name=path.name, path=path)
    database = Database(connection, path, read_only=True)
    if foreign_log:
        database.remarks.append(message("library.log_not_read", file=log_path(path)))
    return database


def _read_connection(uri: str) -> tuple[sqlite3.Connection, int]:
    """Open a file for reading; return its version, too. Raises as SQLite and Python do."""
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    try:
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA temp_store = MEMORY")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection, version


def _has_foreign_log(path: Path) -> bool:
    """Whether the log beside a library is another file's; while a writer works in it, it is not."""
    if not has_frames(path):
        return False
    try:
        WriterLock(path).release()
    except LibraryUnwritable:
        pass  # nobody can write here
    except LibraryBusy:
        return False
    return has_foreign_log(path)


def _prepared(database: Database) -> Database:
    """Return the database with what is searched and sorted by; closed where that fails."""
    try:
        prepare_song_texts(database.connection, read_only=database.read_only)
    except BaseException as error:
        database.close()
        if isinstance(error, SQL_ERRORS):
            raise library_error(error, database.path) from error
        raise
    return database


def _create(path: Path, seed: Seed) -> None:
    """Build beside, then rename: a process killed meanwhile leaves no half library."""
    try:
        set_log_aside(path)  # of a library that was deleted by hand
        with atomic_write(real_path(path), synced=True) as partial:
            build(partial, seed)
    except (sqlite3.Error, OSError) as error:
        raise LibraryError(
            "library.cannot_make", name=path.name, detail=str(error), path=path
        ) from error


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
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()
    sync_file(partial)


def _migrate_if_older(database: Database, backups: Backups) -> None:
    # Asked again: after a crash the file's header may be behind its log.
    version = int(database.value("PRAGMA user_version"))
    ensure_not_newer(version, database.path)
    if version == VERSION:
        return
    backups.make_backup(database.connection, database.path, f"before-version-{VERSION}")
    try:
        apply_migrations(database.connection)
    except SQL_ERRORS as error:
        raise library_error(error, database.path) from error
