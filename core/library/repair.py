"""What can be done for a damaged library: save every row that can still be read, or go back to the
newest whole copy, whichever holds more. The damaged file is never written and kept beside.
"""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import LibraryError
from core.library.backup import PARTS, check_whole, list_backups, set_aside
from core.library.database import Row, explain
from core.library.lock import WriterLock
from core.library.opening import build

# In an order in which nothing names what is not there yet. Predictions are computed again.
TABLES = (
    "annotators", "categories", "tags", "tag_aliases", "codebook_versions", "songs",
    "joined_files", "failed_imports", "models", "word_mappings", "anchors", "annotations",
    "disputes", "saved_searches", "journal",
)  # fmt: skip
HIGHEST_ID = 1 << 24  # where the file does not say
MOST_FAILURES = 300_000  # reads of damaged places in one table: some seconds


@dataclass(frozen=True, slots=True)
class Repair:
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


def faults(library: Path) -> list[str]:
    """What is wrong inside a library file, a sentence each; reads every page."""
    try:
        check_whole(library)
        with contextlib.closing(_reading(library)) as connection:
            n = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    except LibraryError as error:
        return [f"{error.message} {error.detail}".strip()]
    except sqlite3.Error as error:
        return [explain(error, library).message]
    return [f"{n} rows name songs, tags or models that are not there."] if n else []


def repair(library: Path) -> Repair:
    """Make a damaged library whole again, as far as that can be done.

    Raises LibraryBusy while it is open, LibraryError where nothing can be written.
    """
    library = library.absolute()
    lock = WriterLock(library)
    work = library.with_name(f"{library.name}.{os.getpid()}.repair")
    saved, damaged = work / "saved.db", work / "damaged.db"
    try:
        if library.exists() and not faults(library):
            return Repair("whole", *_counts(library))
        for left in library.parent.glob(f"{glob.escape(library.name)}.*.repair"):
            shutil.rmtree(left, ignore_errors=True)  # of a process that was killed
        work.mkdir()
        found = _save(library, damaged, saved)
        copy = _newest_whole_copy(library)
        if copy is not None and (found is None or sum(_counts(copy)) > sum(found)):
            shutil.copyfile(copy, saved)
            return Repair("restored", *_counts(copy), aside=_swap(library, saved), copy=copy)
        if found is None:
            return Repair("lost")
        return Repair("saved", *found, aside=_swap(library, saved))
    except OSError as error:
        raise LibraryError(
            f"The library {library.name} cannot be repaired where it is.",
            remedy="Check that its folder can be written and that its disk has room.",
            detail=str(error),
            path=library,
        ) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
        lock.release()


def _save(library: Path, damaged: Path, saved: Path) -> tuple[int, int] | None:
    """Read what can be read into a new library; (songs, decisions), None if that is nothing.

    Works on a copy with its log, because opening a database may write to it.
    """
    if not library.exists():
        return None
    shutil.copyfile(library, damaged)
    for part in PARTS[:1]:
        if (beside := library.with_name(library.name + part)).exists():
            shutil.copyfile(beside, damaged.with_name(damaged.name + part))
    build(saved, lambda _new: None)
    try:
        with (
            contextlib.closing(sqlite3.connect(damaged)) as old,
            contextlib.closing(sqlite3.connect(saved)) as new,
        ):
            old.text_factory = lambda text: text.decode("utf-8", "replace")
            for table in TABLES:
                _save_table(old, new, table)
            _drop_orphans(new)
            new.commit()
        check_whole(saved)
    except (sqlite3.Error, LibraryError):
        return None
    songs, decisions = _counts(saved)
    return (songs, decisions) if songs or decisions else None


def _save_table(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> None:
    wanted = [row[1] for row in new.execute(f"PRAGMA table_info({table})")]
    with contextlib.suppress(sqlite3.Error):
        there = {row[1] for row in old.execute(f"PRAGMA table_info({table})")}
        names = [name for name in wanted if name in there]
        if not names:
            return
        columns, marks = ", ".join(names), ", ".join("?" * len(names))
        insert = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})"
        for row in _readable_rows(old, table, columns):
            with contextlib.suppress(sqlite3.Error):  # a row with nonsense in it
                new.execute(insert, row)


def _readable_rows(old: sqlite3.Connection, table: str, columns: str) -> Iterator[Row]:
    """All rows but those on damaged pages: a range that cannot be read is halved."""
    ranges, failures = [(0, _highest_id(old, table))], 0
    sql = f"SELECT {columns} FROM {table} NOT INDEXED WHERE rowid > ? AND rowid <= ? ORDER BY rowid"
    while ranges and failures < MOST_FAILURES:
        low, high = ranges.pop()
        try:
            rows: list[Any] = old.execute(sql, (low, high)).fetchall()
        except sqlite3.Error:
            failures += 1
            middle = (low + high) // 2
            if high - low > 1:
                ranges += [(middle, high), (low, middle)]
            continue
        yield from rows


def _highest_id(old: sqlite3.Connection, table: str) -> int:
    for sql in (
        f"SELECT max(seq) FROM sqlite_sequence WHERE name = '{table}'",
        f"SELECT max(rowid) FROM {table}",
    ):
        with contextlib.suppress(sqlite3.Error):
            if found := old.execute(sql).fetchone()[0]:
                return int(found)
    return HIGHEST_ID


def _drop_orphans(new: sqlite3.Connection) -> None:
    """Rows that name others which could not be read go; an undo of them would make no sense."""
    dropped = False
    while found := new.execute("PRAGMA foreign_key_check").fetchall():
        for table, row_id, parent, _ in found:
            if (table, parent) == ("models", "models"):
                new.execute("UPDATE models SET parent_id = NULL WHERE rowid = ?", (row_id,))
            elif parent == "models":
                new.execute(f"UPDATE {table} SET model_id = NULL WHERE rowid = ?", (row_id,))
            else:
                new.execute(f"DELETE FROM {table} WHERE rowid = ?", (row_id,))
        dropped = True
    if dropped:
        new.execute("UPDATE journal SET state = 'dropped'")


def _swap(library: Path, saved: Path) -> Path | None:
    aside = set_aside(library, "damaged") if library.exists() else None
    os.replace(saved, library)
    return aside


def _newest_whole_copy(library: Path) -> Path | None:
    for copy in list_backups(library):
        if not faults(copy.path):
            return copy.path
    return None


def _counts(library: Path) -> tuple[int, int]:
    with contextlib.closing(_reading(library)) as connection:
        sql = "SELECT (SELECT count(*) FROM songs), (SELECT count(*) FROM annotations)"
        songs, decisions = connection.execute(sql).fetchone()
    return songs, decisions


def _reading(library: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{library.absolute().as_uri()}?mode=ro", uri=True)
