"""Salvage: copy every row that can still be read from a damaged library into a new one.

It works on a copy with its write-ahead log, because opening a database may write to it.
"""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.errors import LibraryError
from core.library.db.database import Row
from core.library.db.library_files import LOG_SUFFIX, log_path
from core.library.db.opening import build
from core.library.recovery.backup import check_integrity

# In an order in which every row comes after those it names. Predictions are computed again.
TABLES = (
    "annotators", "categories", "tags", "tag_aliases", "codebook_versions", "songs",
    "joined_files", "told_apart", "failed_imports", "models", "word_mappings", "anchors",
    "annotations", "disputes", "saved_searches", "split_sides", "test_looks", "thresholds",
    "journal",
)  # fmt: skip
PAGE_BYTES = 4096
SIZE_AND_FREE = slice(28, 40)  # of the header: number of pages and free ones; 0: not known
JUDGED = re.compile(r"Judge\w*\(song_id=\d+, tag_id=(\d+),")  # an edit of the journal
LABEL = re.compile(r"(.+): (?:yes|no|unsure|not judged)\b")
HIGHEST_ID = 1 << 24  # where the file does not say
MOST_FAILURES = 300_000  # of reads in one table: some seconds


def salvage(library: Path, work: Path, saved: Path) -> tuple[int, int] | None:
    """Read what can be read into the new library `saved`; (songs, decisions), None if nothing.

    work: a folder for the copy. Raises OSError.
    """
    damaged = work / "damaged.db"
    shutil.copyfile(library, damaged)
    log = log_path(library)
    if log.exists():
        shutil.copyfile(log, damaged.with_name(damaged.name + LOG_SUFFIX))
    build(saved, lambda _new: None)
    first_page = bytearray(saved.read_bytes()[:PAGE_BYTES])
    first_page[SIZE_AND_FREE] = bytes(SIZE_AND_FREE.stop - SIZE_AND_FREE.start)
    found = _copy_readable(damaged, saved)
    if found is None and library.stat().st_size > PAGE_BYTES:
        # Without its first page a file does not say where its tables are: where a new one's are.
        shutil.copyfile(library, damaged)
        with damaged.open("rb+") as file:
            file.write(first_page)
        saved.unlink()
        build(saved, lambda _new: None)
        found = _copy_readable(damaged, saved)
    return found


def count_rows(library: Path) -> tuple[int, int]:
    """Count the songs and decisions of a whole library. Raises sqlite3.Error."""
    with contextlib.closing(open_read_only(library)) as connection:
        sql = "SELECT (SELECT count(*) FROM songs), (SELECT count(*) FROM annotations)"
        songs, decisions = connection.execute(sql).fetchone()
    return songs, decisions


def open_read_only(library: Path) -> sqlite3.Connection:
    """Open a connection that can only read."""
    return sqlite3.connect(f"{library.absolute().as_uri()}?mode=ro", uri=True)


def _copy_readable(damaged: Path, saved: Path) -> tuple[int, int] | None:
    try:
        with (
            contextlib.closing(sqlite3.connect(damaged)) as old,
            contextlib.closing(sqlite3.connect(saved)) as new,
        ):
            old.text_factory = lambda text: text.decode("utf-8", "replace")
            old.execute("PRAGMA writable_schema = ON")  # read on in spite of an odd schema or size
            for table in TABLES:
                _copy_table(old, new, table)
            _insert_placeholders(new)
            _drop_orphans(new)
            new.commit()
        check_integrity(saved)
    except (sqlite3.Error, LibraryError):
        return None
    songs, decisions = count_rows(saved)
    return (songs, decisions) if songs or decisions else None


def _copy_table(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> None:
    columns_new = [row[1] for row in new.execute(f"PRAGMA table_info({table})")]
    with contextlib.suppress(sqlite3.Error):
        columns_old = {row[1] for row in old.execute(f"PRAGMA table_info({table})")}
        names = [name for name in columns_new if name in columns_old]
        if not names:
            return
        columns, marks = ", ".join(names), ", ".join("?" * len(names))
        insert = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})"
        for row in _readable_rows(old, table, columns):
            with contextlib.suppress(sqlite3.Error):  # a row with nonsense in it
                new.execute(insert, row)


def _readable_rows(old: sqlite3.Connection, table: str, columns: str) -> Iterator[Row]:
    """Read all rows but those on damaged pages: a range that cannot be read is halved."""
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


def _insert_placeholders(new: sqlite3.Connection) -> None:
    """Insert tags, categories and annotators that decisions name and that could not be read."""
    names = _tag_names(new)
    for tag_id in _missing_ids(new, "tags", "annotations", "tag_id"):
        name = names.get(tag_id, f"tag {tag_id}")
        new.execute(
            "INSERT INTO tags (id, name, name_key, category_id, position)"
            " VALUES (?, ?, ?, (SELECT ifnull(min(id), 1) FROM categories), ?)",
            (tag_id, name, name.casefold(), tag_id),
        )
    for category_id in _missing_ids(new, "categories", "tags", "category_id"):
        name = f"category {category_id}"
        sql = "INSERT INTO categories (id, name, name_key, position) VALUES (?, ?, ?, ?)"
        new.execute(sql, (category_id, name, name, category_id))
    for annotator_id in _missing_ids(new, "annotators", "annotations", "annotator_id"):
        sql = "INSERT INTO annotators (id, name) VALUES (?, ?)"
        new.execute(sql, (annotator_id, f"annotator {annotator_id}"))


def _tag_names(new: sqlite3.Connection) -> dict[int, str]:
    """Map tag ids to names, as the journal and the models trained here have them."""
    names = dict[int, str]()
    for words, tag_ids in new.execute("SELECT words, tag_ids FROM models"):
        pairs = zip(json.loads(tag_ids), json.loads(words), strict=False)
        names |= {tag_id: word for tag_id, word in pairs if tag_id is not None}
    for edit, label in new.execute("SELECT edit, label FROM journal ORDER BY id"):
        if (judged := JUDGED.match(edit)) and (labelled := LABEL.match(label)):
            names[int(judged[1])] = labelled[1]
    return names


def _missing_ids(new: sqlite3.Connection, table: str, child: str, key: str) -> list[int]:
    """Return the missing ids of a table that rows of `child` name; undo is cleared then."""
    sql = f"SELECT DISTINCT {key} FROM {child} WHERE {key} NOT IN (SELECT id FROM {table})"
    found = [int(row[0]) for row in new.execute(sql)]
    if found:
        new.execute("UPDATE journal SET state = 'dropped'")
    return found


def _drop_orphans(new: sqlite3.Connection) -> None:
    """Delete rows that name others which could not be read; undo is cleared then."""
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
