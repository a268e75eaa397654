"""Anchors: the sounding examples of the codebook's words, parts of songs marked as yes or as no.

They belong to the codebook: every annotator sees all. Marking one is an edit.
"""

from __future__ import annotations

from core.library.db.database import Database, Row
from core.library.records import State
from core.library.review_records import Anchor


class Anchors:
    """Reading anchors. Every method may raise LibraryError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # A library of version 16 that is open for reading only does not know who marked them.
        who = "annotator_id" if database.has_column("anchors", "annotator_id") else "NULL"
        self._columns = f"id, tag_id, song_id, state, start_s, end_s, note, created_at, {who}"

    def all(self) -> list[Anchor]:
        """Return all anchors, by tag, the first one first."""
        return self._read("1 ORDER BY tag_id, id")

    def of_tag(self, tag_id: int) -> list[Anchor]:
        """Return the examples of one tag, yes before no, the first one first."""
        return self._read("tag_id = ? ORDER BY state = 'yes' DESC, id", tag_id)

    def of_song(self, song_id: int) -> list[Anchor]:
        """Return the examples that lie in one song, by their start."""
        return self._read("song_id = ? ORDER BY start_s, id", song_id)

    def get(self, anchor_id: int) -> Anchor | None:
        """Return one anchor, None if it is not there."""
        return next(iter(self._read("id = ?", anchor_id)), None)

    def counts_by_tag(self) -> dict[int, tuple[int, int]]:
        """Count (yes, no) by tag id."""
        sql = "SELECT tag_id, total(state = 'yes'), total(state = 'no') FROM anchors GROUP BY 1"
        return {row[0]: (int(row[1]), int(row[2])) for row in self._database.rows(sql)}

    def _read(self, condition: str, *values: int) -> list[Anchor]:
        sql = f"SELECT {self._columns} FROM anchors WHERE {condition}"
        return [_anchor(row) for row in self._database.rows(sql, values)]


def _anchor(row: Row) -> Anchor:
    values = list(row)
    values[3] = State(row[3])
    return Anchor(*values)
