"""What every edit did to every row, so that undo and redo are exact and survive a restart.

Edits write through a Ledger, which notes each row before and after; no edit writes its own
inverse, so none can be wrong. Entries are never deleted, only marked undone or dropped.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from core.errors import LibraryError
from core.library.database import Database
from core.library.records import Changes

Values = dict[str, Any]

TABLES = frozenset(
    {
        "songs",
        "categories",
        "tags",
        "tag_aliases",
        "codebook_versions",
        "annotations",
        "word_mappings",
        "anchors",
        "disputes",
        "joined_files",
        "told_apart",
    }
)
_CODEBOOK = frozenset(
    {"categories", "tags", "tag_aliases", "codebook_versions", "word_mappings", "anchors"}
)

# Where a file is may change between an edit and its undo; that is no contradiction.
_SEEN_BY_SCANS = frozenset({"path", "size_bytes", "mtime_s", "missing_since"})


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after: None where it is not there, else the columns that differ."""

    table: str
    row_id: int
    before: Values | None
    after: Values | None

    def reversed(self) -> RowChange:
        """The change that takes this one back."""
        return RowChange(self.table, self.row_id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Entry:
    """One journalled edit, for a history to show. state: "done", "undone" or "dropped"."""

    id: int
    group_id: int
    label: str
    edit: str
    state: str
    created_at: str


class Ledger:
    """The only way an edit writes: each call is done at once and noted."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.changes: list[RowChange] = []
        self.songs: set[int] = set()
        self.tags: set[int] = set()

    def row(self, table: str, row_id: int) -> Values | None:
        """All columns of one row."""
        return self._database.record(f"SELECT * FROM {_known(table)} WHERE id = ?", (row_id,))

    def insert(self, table: str, **values: Any) -> int:
        """A new row; its id."""
        row_id = _insert(self._database, table, values)
        self._note(RowChange(table, row_id, None, {"id": row_id, **values}))
        return row_id

    def update(self, table: str, row_id: int, **values: Any) -> bool:
        """Change some columns; False if they say that already."""
        former = self.row(table, row_id)
        if former is None:
            raise gone(self._database)
        new = {name: value for name, value in values.items() if former[name] != value}
        if new:
            _update(self._database, table, row_id, new)
            old = {name: former[name] for name in new}
            self._note(RowChange(table, row_id, old, new), former)
        return bool(new)

    def delete(self, table: str, row_id: int) -> None:
        """Take a row away."""
        former = self.row(table, row_id)
        if former is None:
            raise gone(self._database)
        self._database.write(f"DELETE FROM {_known(table)} WHERE id = ?", (row_id,))
        self._note(RowChange(table, row_id, former, None))

    def replay(self, changes: Iterable[RowChange]) -> None:
        """Do recorded changes again. Raises LibraryError if the rows are not as they were left."""
        for change in changes:
            whole = self.row(change.table, change.row_id)
            if not _matches(whole, change.before):
                raise gone(self._database)
            if change.before is None:
                _insert(self._database, change.table, change.after or {})
            elif change.after is None:
                sql = f"DELETE FROM {_known(change.table)} WHERE id = ?"
                self._database.write(sql, (change.row_id,))
            else:
                _update(self._database, change.table, change.row_id, change.after)
            self._note(change, whole)

    def _note(self, change: RowChange, whole: Values | None = None) -> None:
        self.changes.append(change)
        rows = (change.before or {}, change.after or {}, whole or {})
        if change.table == "songs":
            self.songs.add(change.row_id)
        elif change.table == "tags":
            self.tags.add(change.row_id)
        for row in rows:
            if "song_id" in row:
                self.songs.add(row["song_id"])
            if "tag_id" in row and row["tag_id"] is not None:
                self.tags.add(row["tag_id"])

    def summary(self) -> Changes:
        """What views should look at again."""
        tables = {change.table for change in self.changes}
        came_or_went = any(
            c.table == "songs" and (c.before is None or c.after is None) for c in self.changes
        )
        return Changes(
            frozenset(self.songs),
            frozenset(self.tags),
            codebook=bool(tables & _CODEBOOK),
            library=came_or_went,
        )


class Journal:
    """The edits in order; a group is what one undo takes back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, parts: Sequence[tuple[str, list[RowChange]]], label: str, who: int) -> None:
        """Note one group: (edit's text, its changes) for each edit. What was undone is dropped."""
        write = self._database.write
        write("UPDATE journal SET state = 'dropped' WHERE state = 'undone'")
        group = (self._database.value("SELECT max(group_id) FROM journal") or 0) + 1
        for edit, changes in parts:
            write(
                "INSERT INTO journal (group_id, annotator_id, label, edit, rows, state, created_at)"
                " VALUES (?, ?, ?, ?, ?, 'done', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
                (group, who, label, edit, packed(changes)),
            )

    def next_undo(self) -> tuple[int, str] | None:
        """The group an undo would take back, and its label."""
        found = self._database.row(
            "SELECT group_id, label FROM journal WHERE state = 'done'"
            " ORDER BY group_id DESC LIMIT 1"
        )
        return (found[0], found[1]) if found else None

    def next_redo(self) -> tuple[int, str] | None:
        """The group a redo would do again, and its label."""
        found = self._database.row(
            "SELECT group_id, label FROM journal WHERE state = 'undone' ORDER BY group_id LIMIT 1"
        )
        return (found[0], found[1]) if found else None

    def take_back(self, group: int) -> Ledger:
        """Undo one group inside the open transaction; the ledger of what that did."""
        ledger = Ledger(self._database)
        sql = "SELECT rows FROM journal WHERE group_id = ? ORDER BY id DESC"
        for (text,) in self._database.rows(sql, (group,)):
            ledger.replay(change.reversed() for change in reversed(unpacked(text)))
        self._mark(group, "undone")
        return ledger

    def do_again(self, group: int) -> Ledger:
        """Redo one group inside the open transaction; the ledger of what that did."""
        ledger = Ledger(self._database)
        sql = "SELECT rows FROM journal WHERE group_id = ? ORDER BY id"
        for (text,) in self._database.rows(sql, (group,)):
            ledger.replay(unpacked(text))
        self._mark(group, "done")
        return ledger

    def seal(self) -> None:
        """What was done so far can no longer be undone; it stays in the history."""
        self._database.write("UPDATE journal SET state = 'dropped'")

    def history(self, limit: int = 100) -> list[Entry]:
        """The latest edits, newest first."""
        columns = "id, group_id, label, edit, state, created_at"
        sql = f"SELECT {columns} FROM journal ORDER BY id DESC LIMIT ?"
        return [Entry(*row) for row in self._database.rows(sql, (limit,))]

    def _mark(self, group: int, as_now: str) -> None:
        self._database.write("UPDATE journal SET state = ? WHERE group_id = ?", (as_now, group))


def packed(changes: Sequence[RowChange]) -> str:
    """Changes as JSON, the names of like rows' columns said once."""
    blocks = []
    for (table, old, new), rows in groupby(changes, key=_shape):
        values = [
            [row.row_id, *(row.before or {}).values(), *(row.after or {}).values()] for row in rows
        ]
        blocks.append([table, old, new, values])
    return json.dumps(blocks, ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> list[RowChange]:
    """The changes that packed() wrote."""
    changes = []
    for table, old, new, rows in json.loads(text):
        split = 1 + len(old or ())
        for row in rows:
            before = None if old is None else dict(zip(old, row[1:split], strict=True))
            after = None if new is None else dict(zip(new, row[split:], strict=True))
            changes.append(RowChange(table, row[0], before, after))
    return changes


def gone(database: Database) -> LibraryError:
    """The error for an edit whose song, tag or decision is no longer as it was."""
    return LibraryError(
        "This cannot be done: what it is about has changed or is gone.",
        remedy="Look at the song and the tag again; nothing was changed.",
        path=database.path,
    )


def _shape(change: RowChange) -> tuple[str, list[str] | None, list[str] | None]:
    before, after = change.before, change.after
    return (
        change.table,
        None if before is None else list(before),
        None if after is None else list(after),
    )


def _matches(row: Values | None, expected: Values | None) -> bool:
    if row is None or expected is None:
        return row is None and expected is None
    return all(row[name] == expected[name] for name in expected if name not in _SEEN_BY_SCANS)


def _known(table: str) -> str:
    if table not in TABLES:
        raise ValueError(f"{table} is not journalled")
    return table


def _insert(database: Database, table: str, values: Values) -> int:
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    cursor = database.write(
        f"INSERT INTO {_known(table)} ({names}) VALUES ({marks})", tuple(values.values())
    )
    return int(cursor.lastrowid or 0)


def _update(database: Database, table: str, row_id: int, values: Values) -> None:
    names = ", ".join(f"{name} = ?" for name in values)
    database.write(f"UPDATE {_known(table)} SET {names} WHERE id = ?", (*values.values(), row_id))
