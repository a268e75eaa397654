"""Repairing a damaged library: what it still says first, its gaps filled from the newest copy.

What stays lost is counted, told, and remembered in the library. The damaged file is never written;
it is kept beside the library. A file of another program or of a newer RhythmCap is not touched.
"""

from __future__ import annotations

import contextlib
import functools
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import LibraryError
from core.library.db.commit_mark import (
    Mark,
    missing_commits,
    read_commit,
    read_mark,
)
from core.library.db.database import SQL_ERRORS, library_error
from core.library.db.file_checks import check_header, ensure_own_library
from core.library.db.library_files import log_path
from core.library.db.page_file import PageFile
from core.library.db.row_digests import find_spoiled
from core.library.db.schema import VERSION, apply_migrations
from core.library.db.write_ahead_log import ensure_log_readable
from core.library.loss_records import NO_LOSS, Loss, minute
from core.library.recovery.backup import Backup, check_integrity, list_backups
from core.library.recovery.loss_count import note_loss
from core.library.recovery.replacement import replace_library, work_beside
from core.library.recovery.salvage import Salvaged, open_read_only, salvage, todays_version
from core.library.recovery.stray_logs import later_logs
from core.messages import message

Part = tuple[str, str]  # type, name

PARTS_SQL = "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"
MOST_NAMED = 3
COUNTED_SQL = "SELECT 1 FROM sqlite_schema WHERE name = 'row_digests'"  # not before version 9


@dataclass(frozen=True, slots=True)
class RepairResult:
    """What was done. outcome: "whole" (nothing to do), "saved" (rows read out of the damaged file,
    its gaps filled from the newest copy), "restored" (nothing but the newest whole copy) or "lost"
    (neither was possible; nothing was changed).

    damaged_path: where the damaged file is now. restored_from: the backup that replaced it.
    n_songs, n_decisions: how many the library holds now. n_from_copy: decisions only the copy had.
    """

    outcome: str
    n_songs: int = 0
    n_decisions: int = 0
    damaged_path: Path | None = None
    restored_from: Path | None = None
    n_from_copy: int = 0
    loss: Loss = NO_LOSS


def find_faults(library: Path) -> list[str]:
    """Return what is wrong inside a library file, as sentences; reads every page."""
    mark = read_mark(library)  # before the library, which another process may be writing
    try:
        check_header(library, was_library=bool(list_backups(library)))
        ensure_log_readable(library)
        check_integrity(library)
        with contextlib.closing(open_read_only(library)) as connection:
            missing = _missing_parts(connection)
            n = len(connection.execute("PRAGMA foreign_key_check").fetchall())
            found = [_missing_message(missing)] if missing else []
            found += [message("repair.dangling_rows", n=n)] if n else []
            found += [] if missing else _quiet_faults(connection, mark)
            return found
    except LibraryError as error:
        return [f"{error.message} {error.detail}".strip()]
    except SQL_ERRORS as error:
        return [library_error(error, library).message]


def _quiet_faults(connection: sqlite3.Connection, mark: Mark | None) -> list[str]:
    """Find what SQLite takes for whole: rows that were not written so, commits that are gone."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if not connection.execute(COUNTED_SQL).fetchone():
        return []
    faults: list[str] = []
    if blocks := find_spoiled(connection, version):
        tables = ", ".join(dict.fromkeys(block.table for block in blocks))
        faults.append(message("repair.spoiled_rows", n=len(blocks), tables=tables))
    if missing := missing_commits(connection, mark):
        until = minute(missing.until)
        faults.append(message("repair.missing_commits", n=missing.n_commits, until=until))
    return faults


def repair(library: Path) -> RepairResult:
    """Make a damaged library whole again, as far as that can be done.

    Raises LibraryBusy while it is open, LibraryError where nothing can be written, or for a
    database of another program or of a newer RhythmCap.
    """
    library = library.absolute()
    ensure_own_library(library)
    with work_beside(library, "repair.cannot_repair") as work:
        saved = work / "saved.db"
        if library.exists() and not find_faults(library):
            return RepairResult("whole", *count_rows(library))
        work.mkdir()
        copy = newest_whole(list_backups(library))
        salvaged = _salvage(library, work, copy)
        if salvaged is None and copy is None:
            return RepairResult("lost")
        if salvaged is None or (copy is not None and _is_later(copy, saved)):
            shutil.copyfile(str(copy), saved)
            salvaged = None
        loss = note_loss(saved, library, salvaged.loss if salvaged else NO_LOSS)
        return RepairResult(
            "saved" if salvaged else "restored",
            *count_rows(saved),
            damaged_path=replace_library(library, saved, "damaged"),
            restored_from=None if salvaged else copy,
            n_from_copy=salvaged.n_from_copy if salvaged else 0,
            loss=loss,
        )


def count_rows(library: Path) -> tuple[int, int]:
    """Count the songs and decisions of a whole library. Raises sqlite3.Error."""
    with contextlib.closing(open_read_only(library)) as connection:
        sql = "SELECT (SELECT count(*) FROM songs), (SELECT count(*) FROM annotations)"
        songs, decisions = connection.execute(sql).fetchone()
    return songs, decisions


def _salvage(library: Path, work: Path, copy: Path | None) -> Salvaged | None:
    own, is_gone = log_path(library), not library.exists()
    if is_gone and copy is None:
        return None
    logs = later_logs(library, copy if is_gone and copy else library, with_own=is_gone)
    if is_gone and not logs:
        return None
    with contextlib.ExitStack() as stack:
        draft = None
        if copy is not None:
            draft = stack.enter_context(contextlib.closing(todays_version(copy, work)))
        file = PageFile(copy, logs) if is_gone else PageFile(library, [own, *logs])
        return salvage(file, work / "saved.db", draft)


def _is_later(copy: Path, saved: Path) -> bool:
    """Return whether a copy of the same library was made after the last commit that was saved."""
    commits = []
    for file in (copy, saved):
        try:
            with contextlib.closing(open_read_only(file)) as connection:
                commits.append(read_commit(connection))
        except sqlite3.Error:  # of before commits were counted
            return False
    its, mine = commits
    if its is None or mine is None or its.library_id != mine.library_id:
        return False
    return its.n_commits > mine.n_commits


def _missing_parts(connection: sqlite3.Connection) -> list[Part]:
    """Return the tables, triggers and indexes (in this order) that it lacks for its version."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    present = set(connection.execute(PARTS_SQL).fetchall())
    order = {"table": 0, "trigger": 1}
    missing = _expected_parts(version or VERSION) - present
    return sorted(missing, key=lambda part: (order.get(part[0], 2), part))


@functools.cache
def _expected_parts(version: int) -> frozenset[Part]:
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        apply_migrations(new, version)
        return frozenset(new.execute(PARTS_SQL).fetchall())


def _missing_message(missing: list[Part]) -> str:
    named = ", ".join(f"the {part_type} {name}" for part_type, name in missing[:MOST_NAMED])
    n_more = len(missing) - MOST_NAMED
    if n_more > 0:
        return message("repair.lacks_more", parts=named, n_more=n_more)
    return message("repair.lacks", parts=named)


def newest_whole(copies: Sequence[Backup]) -> Path | None:
    """Return the first of some copies in which no fault is found; reads every page of them."""
    return next((copy.path for copy in copies if not find_faults(copy.path)), None)
