"""What can be done for a damaged library: save every row that can still be read, or go back to the
newest whole copy, whichever holds more. The damaged file is never written and kept beside.

A file of another program or of a newer RhythmCap is not touched.
"""

from __future__ import annotations

import contextlib
import functools
import glob
import os
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from core.atomic_files import move_into_place
from core.errors import LibraryError
from core.library.db.database import library_error
from core.library.db.lock import WriterLock
from core.library.db.opening import ensure_own_library
from core.library.db.schema import VERSION, apply_migrations
from core.library.recovery.backup import check_integrity, list_backups, move_aside
from core.library.recovery.salvage import counts, open_read_only, salvage

Part = tuple[str, str]  # kind, name

SHAPE = "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class RepairResult:
    """What was done. how: "whole" (nothing to do), "saved" (rows read out of the damaged file),
    "restored" (the newest whole copy) or "lost" (neither was possible; nothing was changed).

    aside: where the damaged file is now. copy: the copy that took its place. songs, decisions:
    how many the library holds now.
    """

    how: str
    songs: int = 0
    decisions: int = 0
    aside: Path | None = None
    copy: Path | None = None


def find_faults(library: Path) -> list[str]:
    """What is wrong inside a library file, a sentence each; reads every page."""
    try:
        check_integrity(library)
        with contextlib.closing(open_read_only(library)) as connection:
            lacking = _lacking(connection)
            n = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    except LibraryError as error:
        return [f"{error.message} {error.detail}".strip()]
    except sqlite3.Error as error:
        return [library_error(error, library).message]
    found = [_without(lacking)] if lacking else []
    return [*found, f"{n} rows name songs, tags or models that are not there."] if n else found


def repair(library: Path) -> RepairResult:
    """Make a damaged library whole again, as far as that can be done.

    Raises LibraryBusy while it is open, LibraryError where nothing can be written, or for a
    database of another program or of a newer RhythmCap.
    """
    library = library.absolute()
    ensure_own_library(library)
    lock = WriterLock(library)
    work = library.with_name(f"{library.name}.{os.getpid()}.repair")
    saved = work / "saved.db"
    try:
        if library.exists() and not find_faults(library):
            return RepairResult("whole", *counts(library))
        for left in library.parent.glob(f"{glob.escape(library.name)}.*.repair"):
            shutil.rmtree(left, ignore_errors=True)  # of a process that was killed
        work.mkdir()
        found = salvage(library, work, saved) if library.exists() else None
        copy = _newest_whole_copy(library)
        if copy is not None and (found is None or sum(counts(copy)) > sum(found)):
            shutil.copyfile(copy, saved)
            return RepairResult("restored", *counts(copy), aside=_swap(library, saved), copy=copy)
        if found is None:
            return RepairResult("lost")
        return RepairResult("saved", *found, aside=_swap(library, saved))
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(
            f"The library {library.name} cannot be repaired where it is.",
            remedy="Check that its folder can be written and that its disk has room.",
            detail=str(error),
            path=library,
        ) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
        lock.release()


def _lacking(connection: sqlite3.Connection) -> list[Part]:
    """Tables, triggers and indexes a library of its version has and this has not, in this order."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    there = set(connection.execute(SHAPE).fetchall())
    order = {"table": 0, "trigger": 1}
    lacking = _whole_shape(version or VERSION) - there
    return sorted(lacking, key=lambda part: (order.get(part[0], 2), part))


@functools.cache
def _whole_shape(version: int) -> frozenset[Part]:
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        apply_migrations(new, version)
        return frozenset(new.execute(SHAPE).fetchall())


def _without(lacking: list[Part]) -> str:
    named = ", ".join(f"the {kind} {name}" for kind, name in lacking[:MOST_NAMED])
    rest = len(lacking) - MOST_NAMED
    return f"It lacks {named} and {rest} more parts." if rest > 0 else f"It lacks {named}."


def _swap(library: Path, saved: Path) -> Path | None:
    aside = move_aside(library, "damaged") if library.exists() else None
    move_into_place(saved, library)
    return aside


def _newest_whole_copy(library: Path) -> Path | None:
    for copy in list_backups(library):
        if not find_faults(copy.path):
            return copy.path
    return None
