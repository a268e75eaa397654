"""What an open library still holds, though its file was replaced, deleted or spoiled meanwhile.

The connection has the former file and its log, with names or without, and the pages it has read.
All of it is written to a whole file before the connection is closed, which would lose it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path

from core.atomic_files import atomic_write, copy_file, draft_beside, replace_file
from core.errors import (
    LibraryDeleted,
    LibraryError,
    LibraryReplaced,
    LibrarySpoiled,
    LibraryUnwritable,
)
from core.library.db.commit_mark import forget_mark, read_commit
from core.library.db.database import SQL_ERRORS, Database
from core.library.db.library_files import free_aside_path, index_path, log_path, real_path
from core.library.db.page_file import PageFile
from core.library.db.write_ahead_log import set_log_aside
from core.library.recovery.backup import copy_uri, list_backups, list_copies, make_backup
from core.library.recovery.loss_count import note_loss
from core.library.recovery.repair import find_faults
from core.library.recovery.replacement import copy_aside
from core.library.recovery.salvage import open_read_only, salvage, todays_version
from core.library.recovery.stray_logs import last_commit
from core.paths import folders


def keep_held(database: Database, *, anywhere: bool = False) -> Path | None:
    """Keep what an open library holds if its file is not the one that was opened; return where.

    Its own path is returned if it was put back there; None where nothing need be kept, or where a
    spoiled file is to be repaired: its log and its mark stay beside it. Closing the connection
    then changes nothing at the library's path. anywhere: nobody can be asked, so where it can be
    kept neither there nor among the copies, a fallback folder will do. Raises LibraryError.
    """
    try:
        try:
            database.ensure_same_file()
        except LibraryReplaced:
            return _keep_replaced(database)
        except LibrarySpoiled:
            return _put_back_spoiled(database)
        except LibraryDeleted:
            return _put_back(database)
        except LibraryError:  # moved away: nothing is lost where its log went with it
            return _put_back(database) if database.has_log() else None
    except (OSError, sqlite3.Error) as error:
        if anywhere and (kept := copy_held(database)) is not None:
            return kept
        raise _not_kept(database, error) from error
    return None


def copy_held(database: Database) -> Path | None:
    """Copy what an open library holds to wherever that can be written; None: nowhere."""
    for folder in (folders().backups, *folders().fallback_backups):
        with contextlib.suppress(LibraryError):
            return make_backup(database.connection, database.path, "held", folder=folder).path
    return None


def save_held(database: Database, target: Path) -> None:
    """Write what an open library holds into a file of the user's choice. Raises LibraryError."""
    try:
        with atomic_write(target, synced=True) as partial:
            _write_held(database, partial, "DELETE")
    except (OSError, sqlite3.Error) as error:
        raise _not_kept(database, error) from error


def count_only_held(database: Database) -> int:
    """Count the decisions of an open library that its newest readable copy does not have.

    Raises LibraryError.
    """
    sql = "SELECT song_id, tag_id, annotator_id, state, updated_at, start_s FROM annotations"
    held = set(database.rows(sql))
    for copy in list_copies(database.path):
        with (
            contextlib.suppress(*SQL_ERRORS),
            contextlib.closing(sqlite3.connect(copy_uri(copy.path), uri=True)) as reader,
        ):
            return len(held.difference(reader.execute(sql)))
    return len(held)


def _not_kept(database: Database, error: Exception) -> LibraryError:
    path = database.path
    return LibraryError("library.not_kept", name=path.name, detail=str(error), path=path)


def _keep_replaced(database: Database) -> Path | None:
    real = real_path(database.path)
    if database.is_overwritten():
        return _keep_overwritten(database)
    target = free_aside_path(real, "replaced")
    with atomic_write(target, synced=True) as partial:
        _write_held(database, partial, "DELETE")
    forget_mark(real)  # of the former file, which is kept
    if database.has_log():
        set_log_aside(real)
    return target


def _keep_overwritten(database: Database) -> Path | None:
    """Keep what can be saved where another library was written into the very file.

    Of the former one there are the log, the pages that were read, and copies.
    """
    real = real_path(database.path)
    target, kept = free_aside_path(real, "replaced"), None
    work = real.with_name(f"{real.name}.{os.getpid()}.repair")
    try:
        work.mkdir()
        saved = work / "saved.db"
        if _is_held_whole(database, saved) or _salvage_log(database.path, work, saved):
            replace_file(saved, target, synced=True)
            kept = target
        # A new file of the same content at its path: SQLite does not write its log into a file
        # that was moved.
        copy_file(real, real, synced=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    forget_mark(real)
    log = set_log_aside(real) if database.has_log() else None
    return kept or log


def _salvage_log(library: Path, work: Path, saved: Path) -> bool:
    """Save what the log and the newest file of the same library hold together."""
    saved.unlink(missing_ok=True)
    logs = [log_path(library)]
    commit = last_commit(PageFile(None, logs))
    if commit is None:
        return False
    files = [library, *(copy.path for copy in list_backups(library))]
    commits = {file: last_commit(PageFile(file, [])) for file in files}
    numbers = {
        file: its.number
        for file, its in commits.items()
        if its is not None and its.library_id == commit.library_id
    }
    base = max(numbers, key=lambda file: numbers[file], default=None)
    with contextlib.ExitStack() as stack:
        draft = None
        if base is not None:
            draft = stack.enter_context(contextlib.closing(todays_version(base, work)))
        salvaged = salvage(PageFile(base, logs), saved, draft)
    if salvaged is not None:
        note_loss(saved, library, salvaged.loss)
    return salvaged is not None


def _put_back(database: Database) -> Path | None:
    """Write a file that is gone anew, in its place; as a copy of it, where that cannot be written.

    At every instant what stands there is whole, with the log or without: the log's pages are in it.
    """
    real = real_path(database.path)
    try:
        with draft_beside(real) as draft:
            _write_held(database, draft, "WAL")
            if os.path.lexists(real):  # just now
                return _keep_replaced(database)
            replace_file(draft, real, synced=True)
    except (OSError, sqlite3.Error):
        return _keep_as_copy(database)
    if database.has_log():
        _remove_log(real)
    return database.path


def _keep_as_copy(database: Database) -> Path:
    try:
        return make_backup(database.connection, database.path, "held").path
    except LibraryUnwritable as error:
        raise OSError(error.detail) from error


def _put_back_spoiled(database: Database) -> Path | None:
    """Put what is held back in the place of a spoiled file, if that is the whole of it.

    If not, a new file of the same content: SQLite does not write its log into a moved one. What
    stood there is kept beside it.
    """
    real = real_path(database.path)
    with draft_beside(real) as draft:
        if not _is_held_whole(database, draft):
            copy_file(real, real, synced=True)
            return None
        if real.stat().st_size:
            copy_aside(real, "damaged")
        replace_file(draft, real, synced=True)
    if database.has_log():
        _remove_log(real)
    return database.path


def _is_held_whole(database: Database, draft: Path) -> bool:
    """Write what the connection sees to a draft; tell whether no row and no commit lacks in it."""
    try:
        _write_held(database, draft, "DELETE")
        if find_faults(draft):
            return False
        with contextlib.closing(open_read_only(draft)) as held:
            commit = read_commit(held)
        with contextlib.closing(sqlite3.connect(draft)) as held:
            held.execute("PRAGMA journal_mode = WAL")
    except SQL_ERRORS:
        return False
    counter = database.counter
    return counter is not None and commit is not None and commit.n_commits == counter.n_commits


def _write_held(database: Database, target: Path, journal_mode: str) -> None:
    with contextlib.closing(sqlite3.connect(target)) as copy:
        database.connection.backup(copy)
        copy.execute(f"PRAGMA journal_mode = {journal_mode}")


def _remove_log(real: Path) -> None:
    for file in (log_path(real), index_path(real)):
        file.unlink(missing_ok=True)
