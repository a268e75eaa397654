"""Repairing a damaged library: save every row that can still be read, or restore the newest whole
backup, whichever holds more. The damaged file is never written; it is kept beside the library.

A file of another program or of a newer RhythmCap is not touched.
"""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from core.errors import LibraryError
from core.library.db.database import library_error
from core.library.db.library_files import remove_leftovers
from core.library.db.lock import WriterLock
from core.library.db.opening import ensure_own_library
from core.library.db.schema import VERSION, apply_migrations
from core.library.recovery.backup import check_integrity, list_backups
from core.library.recovery.replacement import replace_library
from core.library.recovery.salvage import count_rows, open_read_only, salvage
from core.messages import message

Part = tuple[str, str]  # type, name

PARTS_SQL = "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class RepairResult:
    """What was done. outcome: "whole" (nothing to do), "saved" (rows read out of the damaged file),
    "restored" (the newest whole copy) or "lost" (neither was possible; nothing was changed).

    damaged_path: where the damaged file is now. restored_from: the backup that replaced it.
    n_songs, n_decisions: how many the library holds now.
    """

    outcome: str
    n_songs: int = 0
    n_decisions: int = 0
    damaged_path: Path | None = None
    restored_from: Path | None = None


def find_faults(library: Path) -> list[str]:
    """Return what is wrong inside a library file, as sentences; reads every page."""
    try:
        check_integrity(library)
        with contextlib.closing(open_read_only(library)) as connection:
            missing = _missing_parts(connection)
            n = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    except LibraryError as error:
        return [f"{error.message} {error.detail}".strip()]
    except sqlite3.Error as error:
        return [library_error(error, library).message]
    found = [_missing_message(missing)] if missing else []
    return [*found, message("repair.dangling_rows", n=n)] if n else found


def repair(library: Path) -> RepairResult:
    """Make a damaged library whole again, as far as that can be done.

    Raises LibraryBusy while it is open, LibraryError where nothing can be written, or for a
    database of another program or of a newer RhythmCap.
    """
    library = library.absolute()
    ensure_own_library(library)
    lock = WriterLock(library)
    work = library.resolve().with_name(f"{library.name}.{os.getpid()}.repair")
    saved = work / "saved.db"
    try:
        remove_leftovers(library)
        if library.exists() and not find_faults(library):
            return RepairResult("whole", *count_rows(library))
        work.mkdir()
        found = salvage(library, work, saved) if library.exists() else None
        copy = _newest_whole_backup(library)
        if copy is not None and (found is None or sum(count_rows(copy)) > sum(found)):
            shutil.copyfile(copy, saved)
            return RepairResult(
                "restored",
                *count_rows(copy),
                damaged_path=replace_library(library, saved, "damaged"),
                restored_from=copy,
            )
        if found is None:
            return RepairResult("lost")
        return RepairResult(
            "saved", *found, damaged_path=replace_library(library, saved, "damaged")
        )
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(
            "repair.cannot_repair", name=library.name, detail=str(error), path=library
        ) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
        lock.release()


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


def _newest_whole_backup(library: Path) -> Path | None:
    for backup in list_backups(library):
        if not find_faults(backup.path):
            return backup.path
    return None
