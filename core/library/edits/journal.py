"""The journal: what each edit did to each row. Undo and redo are exact and survive a restart.

Edits write through a Ledger, which notes each row before and after; no edit writes its own
inverse, so none can be wrong. Entries are never deleted, only marked undone or dropped.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core import messages
from core.errors import LibraryError
from core.library.db.database import Database
from core.library.edits.row_changes import (
    RowChange,
    Values,
    batches,
    changes_from_json,
    changes_to_json,
)
from core.library.records import Changes

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
        "repeats",
        "queues",
        "prequential",
        "listened_parts",
        "word_rules",
        "abx_tests",
        "joined_files",
        "told_apart",
        "thresholds",
        "named_splits",
        "removed_files",
        "saved_searches",
    }
)
_CODEBOOK = frozenset(
    {"categories", "tags", "tag_aliases", "codebook_versions", "word_mappings", "anchors"}
    | {"word_rules"}
)


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One journalled edit, for a history to show. state: "done", "undone" or "dropped"."""

    id: int
    group_id: int
    label: str
    edit: str
    state: str
    created_at: str


@dataclass(frozen=True, slots=True)
class NewEntry:
    """One edit about to be journalled. label: what undo calls its group. edit: its repr()."""

    group_id: int
    label: str
    edit: str
    annotator_id: int


@dataclass(frozen=True, slots=True)
class EditGroup:
    """What one undo takes back, or one redo does again."""

    id: int
    label: str


class Ledger:
    """The only way an edit writes: each call writes at once and is noted."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.changes: list[RowChange] = []
        self.songs: set[int] = set()
        self.tags: set[int] = set()

    def row(self, table: str, row_id: int) -> Values | None:
        """Return all columns of one row; None if it is not there."""
        sql = f"SELECT rowid AS id, * FROM {_journalled(table)} WHERE rowid = ?"
        return self._database.row_as_dict(sql, (row_id,))

    def insert(self, table: str, **values: Any) -> int:
        """Insert a row; return its id."""
        cursor = self._database.write(_insert_sql(table, values), tuple(values.values()))
        row_id = int(cursor.lastrowid or 0)
        self._note(RowChange(table, row_id, None, {"id": row_id, **values}))
        return row_id

    def update(self, table: str, row_id: int, **values: Any) -> bool:
        """Change some columns; False if they hold these values already."""
        former = self.row(table, row_id)
        if former is None:
            raise stale_edit_error(self._database)
        new = {name: value for name, value in values.items() if former[name] != value}
        if new:
            self._database.write(_update_sql(table, new), (*new.values(), row_id))
            old = {name: former[name] for name in new}
            self._note(RowChange(table, row_id, old, new), former)
        return bool(new)

    def delete(self, table: str, row_id: int) -> None:
        """Delete a row."""
        former = self.row(table, row_id)
        if former is None:
            raise stale_edit_error(self._database)
        self._database.write(f"DELETE FROM {_journalled(table)} WHERE rowid = ?", (row_id,))
        self._note(RowChange(table, row_id, former, None))

    def insert_rows(self, table: str, rows: Sequence[Values]) -> None:
        """Insert rows with the same columns."""
        last = self._database.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
        numbered = enumerate(rows, start=(last or 0) + 1)
        self._write(
            [RowChange(table, row_id, None, {"id": row_id, **row}) for row_id, row in numbered]
        )

    def update_rows(
        self, table: str, values: Mapping[int, Values], rows: Mapping[int, Values]
    ) -> None:
        """Change columns of several rows, where the values differ.

        values: the new ones, by row id. rows: all columns of these rows as they are.
        """
        changes = []
        for row_id, new_values in values.items():
            former = rows[row_id]
            new = {name: value for name, value in new_values.items() if former[name] != value}
            if new:
                changes.append(RowChange(table, row_id, {name: former[name] for name in new}, new))
        self._write(changes, rows)

    def delete_rows(self, table: str, rows: Mapping[int, Values]) -> None:
        """Delete several rows. rows: as they are, by id."""
        self._write([RowChange(table, row_id, row, None) for row_id, row in rows.items()], rows)

    def rows(self, table: str, row_ids: Iterable[int]) -> dict[int, Values]:
        """Return all columns of several rows, by id; those that are not there are left out."""
        ids = ",".join(str(int(row_id)) for row_id in row_ids)
        sql = (
            f"SELECT rowid AS id, * FROM {_journalled(table)}"
            " WHERE rowid IN (SELECT value FROM json_each(?))"
        )
        return {row["id"]: row for row in self._database.rows_as_dicts(sql, (f"[{ids}]",))}

    def replay(self, changes: Iterable[RowChange]) -> None:
        """Do recorded changes again. Raises LibraryError if the rows are not as they were left."""
        for block in batches(changes):
            rows_now = self.rows(block[0].table, (change.row_id for change in block))
            if not all(change.applies_to(rows_now.get(change.row_id)) for change in block):
                raise stale_edit_error(self._database)
            self._write(block, rows_now)

    def _write(
        self, changes: list[RowChange], rows_now: Mapping[int, Values] | None = None
    ) -> None:
        """Write changes, a run of like ones with one statement. rows_now: the rows before."""
        for block in batches(changes):
            first = block[0]
            if first.before is None:
                rows = [tuple((change.after or {}).values()) for change in block]
                self._database.write_rows(_insert_sql(first.table, first.after or {}), rows)
            elif first.after is None:
                sql = f"DELETE FROM {_journalled(first.table)} WHERE rowid = ?"
                self._database.write_rows(sql, [(change.row_id,) for change in block])
            else:
                rows = [(*(change.after or {}).values(), change.row_id) for change in block]
                self._database.write_rows(_update_sql(first.table, first.after), rows)
            for change in block:
                self._note(change, (rows_now or {}).get(change.row_id))

    def _note(self, change: RowChange, row_now: Values | None = None) -> None:
        self.changes.append(change)
        rows = (change.before or {}, change.after or {}, row_now or {})
        if change.table == "songs":
            self.songs.add(change.row_id)
        elif change.table == "tags":
            self.tags.add(change.row_id)
        for row in rows:
            if "song_id" in row:
                self.songs.add(row["song_id"])
            tag_ids = (row.get("tag_id"), row.get("other_tag_id"))
            self.tags.update(tag_id for tag_id in tag_ids if tag_id is not None)

    def summary(self) -> Changes:
        """Return what views should read again."""
        tables = {change.table for change in self.changes}
        songs = [change for change in self.changes if change.table == "songs"]
        # No edit adds songs: what a ledger inserts was removed by the edit that is undone.
        returned = frozenset(change.row_id for change in songs if change.before is None)
        return Changes(
            frozenset(self.songs),
            frozenset(self.tags),
            codebook=bool(tables & _CODEBOOK),
            models="thresholds" in tables,
            library=bool(returned) or any(change.after is None for change in songs),
            returned=returned,
            searches="saved_searches" in tables,
        )


class Journal:
    """The edits in order; a group is what one undo takes back."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # A library of version 6 that is open for reading only has no messages yet.
        has_messages = database.has_column("journal", "label_message")
        self._message = "label_message" if has_messages else "NULL"

    def begin_group(self) -> int:
        """Return the id of a new group. What was undone can no longer be done again."""
        self._database.write("UPDATE journal SET state = 'dropped' WHERE state = 'undone'")
        return (self._database.value("SELECT max(group_id) FROM journal") or 0) + 1

    def record(self, entry: NewEntry, changes: list[RowChange]) -> None:
        """Note one edit of a group, and what it did to the rows."""
        self._database.write(
            "INSERT INTO journal"
            " (group_id, label, label_message, edit, annotator_id, rows, state, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?, 'done', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
            (
                entry.group_id,
                entry.label,
                label_to_json(entry.label),
                entry.edit,
                entry.annotator_id,
                changes_to_json(changes),
            ),
        )

    def n_edits(self, group_id: int) -> int:
        """Count the edits of a group."""
        sql = "SELECT count(*) FROM journal WHERE group_id = ?"
        return int(self._database.value(sql, (group_id,)))

    def next_undo(self) -> EditGroup | None:
        """Return the group an undo would take back."""
        row = self._database.row(
            f"SELECT group_id, label, {self._message} FROM journal WHERE state = 'done'"
            " ORDER BY group_id DESC LIMIT 1"
        )
        return EditGroup(row[0], label_from_json(row[1], row[2])) if row else None

    def next_redo(self) -> EditGroup | None:
        """Return the group a redo would do again."""
        row = self._database.row(
            f"SELECT group_id, label, {self._message} FROM journal WHERE state = 'undone'"
            " ORDER BY group_id LIMIT 1"
        )
        return EditGroup(row[0], label_from_json(row[1], row[2])) if row else None

    def replay(self, group_id: int, *, back: bool) -> Iterator[Ledger]:
        """Undo (back) or redo a group in the open transaction; yield the ledger of every edit."""
        sql = "SELECT id FROM journal WHERE group_id = ? ORDER BY id"
        entry_ids = self._database.ids(sql, (group_id,)).tolist()
        for entry_id in reversed(entry_ids) if back else entry_ids:
            ledger = Ledger(self._database)
            changes = self._changes(entry_id)
            if back:
                changes = [change.reversed() for change in reversed(changes)]
            ledger.replay(changes)
            yield ledger
        sql = "UPDATE journal SET state = ? WHERE group_id = ?"
        self._database.write(sql, ("undone" if back else "done", group_id))

    def _changes(self, entry_id: int) -> list[RowChange]:
        """Read what an edit did. Raises LibraryError where a damage has spoiled it."""
        text = self._database.value("SELECT rows FROM journal WHERE id = ?", (entry_id,))
        try:
            changes = changes_from_json(text)
        except ValueError as error:
            raise stale_edit_error(self._database) from error
        if any(change.table not in TABLES for change in changes):
            raise stale_edit_error(self._database)
        return changes

    def clear_undo(self) -> None:
        """Let nothing done so far be undone; it stays in the history."""
        self._database.write("UPDATE journal SET state = 'dropped'")

    def history(self, limit: int = 100) -> list[JournalEntry]:
        """Return the latest edits, newest first."""
        columns = f"id, group_id, label, {self._message}, edit, state, created_at"
        sql = f"SELECT {columns} FROM journal ORDER BY id DESC LIMIT ?"
        rows = self._database.rows(sql, (limit,))
        return [
            JournalEntry(row_id, group, label_from_json(label, message), edit, state, created_at)
            for row_id, group, label, message, edit, state, created_at in rows
        ]


def label_to_json(label: str) -> str | None:
    """Keep what a label was made of, to translate it later; None for a plain text."""
    parts = messages.to_json(label)
    return None if parts is None else json.dumps(parts, ensure_ascii=False)


def label_from_json(label: str, stored: str | None) -> str:
    """Rebuild a label as it was given to the journal. stored: see label_to_json()."""
    return label if stored is None else messages.from_json(label, json.loads(stored))


def stale_edit_error(database: Database) -> LibraryError:
    """Make the error for an edit whose song, tag or decision is no longer as it was."""
    return LibraryError("edit.stale", path=database.path)


def _journalled(table: str) -> str:
    if table not in TABLES:
        raise ValueError(f"{table} is not journalled")
    return table


def _insert_sql(table: str, values: Values) -> str:
    names = ", ".join("rowid" if name == "id" else name for name in values)
    marks = ", ".join("?" * len(values))
    return f"INSERT INTO {_journalled(table)} ({names}) VALUES ({marks})"


def _update_sql(table: str, values: Values) -> str:
    names = ", ".join(f"{name} = ?" for name in values)
    return f"UPDATE {_journalled(table)} SET {names} WHERE rowid = ?"
