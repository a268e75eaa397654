"""Backups of a library, made by SQLite itself while the library is in use.

They are in the backups folder, numbered, so that their order does not depend on the clock. Putting
one in the place of the library is restoring.py's business.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sqlite3
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from core.atomic_files import PARTIAL_SUFFIX, atomic_write, private_folder
from core.errors import LibraryDamaged, LibraryUnwritable
from core.jobs import SILENT, JobContext
from core.library.db.database import SQL_ERRORS, library_error
from core.library.db.file_checks import ensure_library_path
from core.library.db.library_files import (
    aside_reason,
    files_set_aside,
    short_stem,
)
from core.library.db.write_ahead_log import has_frames, read_uri
from core.messages import message
from core.paths import folders

KEEP = 10  # besides one of each month
PAGES_PER_STEP = 1000  # 4 MB
STALE_S = 3600.0

BEFORE_VERSION = "before-version-"
REASONS = {
    "daily": "backup.daily",
    "before-restore": "backup.before_restore",
    "by-hand": "backup.by_hand",
    "aside-before-restore": "backup.aside_before_restore",
    "aside-damaged": "backup.aside_damaged",
    "aside-replaced": "backup.aside_replaced",
    "held": "backup.held",
}

_MOMENT = "%Y%m%dT%H%M%S"
_NAME = re.compile(r".*-[0-9a-f]{8}-(\d{5,})-(\d{8}T\d{6})-([a-z0-9-]+)\.db", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of a library, or a former file of it (number 0).

    number grows with each; reason: words joined by hyphens.
    """

    path: Path
    number: int
    made_at: str
    reason: str

    @property
    def reason_text(self) -> str:
        """Return why it was made, for the user."""
        if version := self.reason.partition(BEFORE_VERSION)[2]:
            return message("backup.before_version", version=version)
        if id := REASONS.get(self.reason):
            return message(id)
        return self.reason.replace("-", " ")


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What a copy holds; n_songs and n_decisions are None where it cannot be read."""

    size_bytes: int
    n_songs: int | None = None
    n_decisions: int | None = None


def list_backups(library: Path) -> tuple[Backup, ...]:
    """Return all copies of this library, the newest first."""
    found = []
    for path in _files_of(library):
        if match := _NAME.fullmatch(path.name):
            found.append(Backup(path, int(match[1]), match[2], match[3]))
    return tuple(sorted(found, key=lambda backup: backup.number, reverse=True))


def list_copies(library: Path) -> tuple[Backup, ...]:
    """Return all that can be restored: its copies and its former files, the newest first."""
    former = []
    for path in files_set_aside(library):
        with contextlib.suppress(OSError):
            made_at = datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime(_MOMENT)
            former.append(Backup(path, 0, made_at, f"aside-{aside_reason(library, path)}"))
    copies = (*former, *list_backups(library))
    return tuple(sorted(copies, key=lambda copy: copy.made_at, reverse=True))


def read_contents(backup: Backup) -> BackupContents:
    """Read how large a copy is and what it holds; on any thread, raises nothing."""
    size, counts = 0, []
    with contextlib.suppress(OSError, *SQL_ERRORS):
        size = backup.path.stat().st_size
        with contextlib.closing(sqlite3.connect(copy_uri(backup.path), uri=True)) as copy:
            for table in ("songs", "annotations"):
                counts.append(int(copy.execute(f"SELECT count(*) FROM {table}").fetchone()[0]))
    return BackupContents(size, *counts) if len(counts) == 2 else BackupContents(size)


def make_backup(
    connection: sqlite3.Connection,
    library: Path,
    reason: str = "copy",
    keep: int = KEEP,
    folder: Path | None = None,
    job: JobContext = SILENT,
) -> Backup:
    """Copy an open library, also while it is written; of the former `keep` and one a month stay.

    reason: lower-case words joined by hyphens. folder: one of folders().fallback_backups, in place
    of the usual one. Raises LibraryError if there is no room, Cancelled.
    """
    former = list_backups(library)
    number = former[0].number + 1 if former else 1
    made_at = _now()
    name = f"{copy_stem(library)}-{number:05d}-{made_at}-{reason}.db"
    path = (folder or folders().backups) / name
    try:
        private_folder(path.parent)
        if folder is not None and not _is_own(folder):
            raise PermissionError(f"{folder} is another user's")
        _remove_partial_copies(library)
        with atomic_write(path, synced=True) as partial:
            copy_database(connection, partial, job=job)
    except (OSError, sqlite3.Error) as error:
        raise LibraryUnwritable(
            "backup.not_copied", name=library.name, folder=path.parent, detail=str(error), path=path
        ) from error
    made = Backup(path, number, made_at, reason)
    for old in _surplus((made, *former), keep):
        with contextlib.suppress(OSError):
            old.path.unlink(missing_ok=True)
    return made


def daily_backup(library: Path, job: JobContext = SILENT) -> Backup | None:
    """Copy a library that has not been copied today; None if it has, or is empty.

    A clock that moved costs one copy too many, never one too few. See backup_beside.
    """
    former = list_backups(library)
    if former and former[0].made_at[:8] == _now()[:8]:
        return None
    return backup_beside(library, "daily", job, even_empty=False)


def backup_beside(
    library: Path, reason: str, job: JobContext = SILENT, *, even_empty: bool = True
) -> Backup | None:
    """Copy a library through a connection of its own: on any thread, while the library is open.

    None for one without songs, unless even_empty. Raises LibraryError, Cancelled.
    """
    try:
        with contextlib.closing(sqlite3.connect(read_uri(library), uri=True)) as source:
            filled = source.execute("SELECT EXISTS (SELECT 1 FROM songs)").fetchone()[0]
            return make_backup(source, library, reason, job=job) if filled or even_empty else None
    except sqlite3.Error as error:
        raise library_error(error, library) from error


def _surplus(copies: tuple[Backup, ...], keep: int) -> list[Backup]:
    """Return the copies to drop: all but the last `keep` and the newest of every month."""
    months = {copy.made_at[:6] for copy in copies[:keep]}
    surplus = []
    for copy in copies[keep:]:
        if copy.made_at[:6] in months:
            surplus.append(copy)
        months.add(copy.made_at[:6])
    return surplus


def _now() -> str:
    return datetime.now(UTC).strftime(_MOMENT)


def check_integrity(library: Path) -> None:
    """Let SQLite look at every page. Raises LibraryError if the file is damaged."""
    ensure_library_path(library)
    try:
        connection = sqlite3.connect(read_uri(library), uri=True)
        try:
            answer = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        finally:
            connection.close()
    except SQL_ERRORS as error:
        raise library_error(error, library) from error
    if answer != "ok":
        raise LibraryDamaged("backup.damaged", name=library.name, detail=str(answer), path=library)


def _remove_partial_copies(library: Path) -> None:
    """Delete what a killed process has left; a copy being made now is younger."""
    for partial in _files_of(library):
        with contextlib.suppress(OSError):
            age_s = abs(time.time() - partial.stat().st_mtime)
            if partial.name.endswith(PARTIAL_SUFFIX) and age_s > STALE_S:
                partial.unlink()


def _files_of(library: Path) -> list[Path]:
    """List what the folders of copies hold of this library; by name, which no pattern can read."""
    start, found = f"{copy_stem(library)}-", list[Path]()
    for folder in (folders().backups, *filter(_is_own, folders().fallback_backups)):
        with contextlib.suppress(OSError):
            found += [file for file in folder.iterdir() if file.name.startswith(start)]
    return found


def _is_own(folder: Path) -> bool:
    """Whether a folder is this user's: what another one has put there is no copy of a library."""
    try:
        status = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == getattr(os, "getuid", lambda: 0)()


def copy_uri(copy: Path) -> str:
    """Return how a copy is opened for reading: a file that was set aside may have a log."""
    immutable = "" if has_frames(copy) else "&immutable=1"
    return f"{copy.absolute().as_uri()}?mode=ro{immutable}"


def copy_stem(library: Path) -> str:
    """Return a name for a library's copies, unique even among libraries of the same name."""
    digest = hashlib.blake2b(os.fsencode(library.absolute()), digest_size=4).hexdigest()
    return f"{short_stem(library)}-{digest}"


def copy_database(
    connection: sqlite3.Connection,
    path: Path,
    journal_mode: str = "DELETE",
    *,
    job: JobContext = SILENT,
) -> None:
    """Copy a database. A library has the mode WAL, a copy can be read in any folder without it.

    In steps, so that a cancel (and Ctrl+C, which Python sees between them) waits for none of a
    large library's megabytes. Raises sqlite3.Error, Cancelled.
    """
    with one_moment(connection), contextlib.closing(sqlite3.connect(path)) as copy:
        connection.backup(copy, pages=PAGES_PER_STEP, progress=lambda *_pages: job.check())
        copy.execute(f"PRAGMA journal_mode = {journal_mode}")


@contextlib.contextmanager
def one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Let all steps read the same moment: SQLite would begin anew after each write of another."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield
    finally:
        connection.rollback()
