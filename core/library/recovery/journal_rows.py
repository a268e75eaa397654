"""What the journal knows of rows: their last values, and which of them were deleted.

Only of rows that are asked for, so that a long journal fits into memory.
"""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from typing import Any

from core.library.edits.row_changes import changes_from_json
from core.library.recovery.record_reader import Value

JUDGED = re.compile(r"Judge\w*\(song_id=\d+, tag_id=(\d+),")  # an edit of the journal
LABEL = re.compile(r"(.+): (?:yes|no|unsure|not judged)\b")

Row = dict[str, Value]
Names = Mapping[str, Mapping[int, str]]
Wanted = Callable[[str, int], bool]


class JournalRows:
    """live: the last known values of rows (maybe not all columns). deleted: (table, row id)."""

    def __init__(self, library: sqlite3.Connection, wanted: Wanted) -> None:
        self.live: dict[str, dict[int, Row]] = {}
        self.deleted: set[tuple[str, int]] = set()
        self._wanted = wanted
        first_done = _first_done(library)
        for entry_id, state, rows in library.execute(
            "SELECT id, state, rows FROM journal WHERE state <> 'undone' ORDER BY id"
        ):
            # Dropped are what was undone and then left behind, and all edits before a moment at
            # which the history was closed: these have no edit before them that can be undone.
            if state == "done" or entry_id < first_done:
                self._apply(rows)

    def _apply(self, rows: str) -> None:
        try:
            changes = changes_from_json(rows)
        except ValueError:  # spoiled: what the row holds is not known
            return
        for change in changes:
            if not self._wanted(change.table, change.row_id):
                continue
            key, table = (change.table, change.row_id), self.live.setdefault(change.table, {})
            if change.after is None:
                table.pop(change.row_id, None)
                self.deleted.add(key)
            else:
                self.deleted.discard(key)
                table.setdefault(change.row_id, {}).update(_columns(change.after))


def _columns(values: dict[str, Any]) -> Row:
    return {name: value for name, value in values.items() if name != "id"}


def _first_done(library: sqlite3.Connection) -> int:
    found = library.execute("SELECT min(id) FROM journal WHERE state = 'done'").fetchone()[0]
    return int(found) if found is not None else 1 << 62


def known_names(library: sqlite3.Connection) -> Names:
    """Map tables to row ids to names, as the journal, its labels and the models have them."""
    names: dict[str, dict[int, str]] = {"tags": {}}
    for words, tag_ids in library.execute("SELECT words, tag_ids FROM models"):
        with contextlib.suppress(ValueError, TypeError):
            pairs = zip(json.loads(tag_ids), json.loads(words), strict=False)
            names["tags"] |= {tag_id: word for tag_id, word in pairs if tag_id is not None}
    for edit, label, rows in library.execute("SELECT edit, label, rows FROM journal ORDER BY id"):
        if (judged := JUDGED.match(edit)) and (labelled := LABEL.match(label)):
            names["tags"][int(judged[1])] = labelled[1]
        if '"name"' in rows:
            _names_of_changes(rows, names)
    return names


def _names_of_changes(rows: str, names: dict[str, dict[int, str]]) -> None:
    try:
        changes = changes_from_json(rows)
    except ValueError:
        return
    for change in changes:
        for values in (change.before, change.after):
            if values and isinstance(values.get("name"), str):
                names.setdefault(change.table, {})[change.row_id] = values["name"]
