"""Disputes: decisions that a model contradicted, and whether it was right.

Making and settling one is an edit. One whose word is unclear and that is not settled leaves its
decision out of learning. Everything here is the current annotator's.
"""

from __future__ import annotations

from core.library.annotators import Annotators
from core.library.db.database import Database, Row
from core.library.review_records import Dispute, Verdict

OPEN = "verdict = 'unclear' AND settled_at IS NULL"


class Disputes:
    """Reading disputes. Every method may raise LibraryError."""

    def __init__(self, database: Database, annotators: Annotators) -> None:
        self._database = database
        self._annotators = annotators
        # In a library of version 16 that is open for reading only, none is open.
        self._can_be_open = database.has_column("disputes", "settled_at")
        settled = "settled_at" if self._can_be_open else "created_at"
        self._columns = (
            "id, song_id, tag_id, annotator_id, model_id, score, verdict, note, created_at,"
            f" {settled}"
        )

    def all(self) -> list[Dispute]:
        """Return all disputes, the first one first."""
        return self._where("1")

    def of_tag(self, tag_id: int) -> list[Dispute]:
        """Return those on one tag, the first one first."""
        return self._where("tag_id = ?", tag_id)

    def of_song(self, song_id: int) -> list[Dispute]:
        """Return those on one song, the first one first."""
        return self._where("song_id = ?", song_id)

    def unclear(self) -> list[Dispute]:
        """Return those whose word is unclear and that are not settled, the first one first."""
        return self._where(OPEN) if self._can_be_open else []

    def left_out(self) -> set[tuple[int, int]]:
        """Return (song id, tag id) of the decisions that are left out of learning."""
        if not self._can_be_open:
            return set()
        sql = f"SELECT song_id, tag_id FROM disputes WHERE {OPEN} AND annotator_id = ?"
        return set(self._database.rows(sql, (self._annotators.current.id,)))

    def counts_by_tag(self) -> dict[int, dict[Verdict, int]]:
        """Count the disputes by tag id and verdict."""
        sql = "SELECT tag_id, verdict, count(*) FROM disputes WHERE annotator_id = ? GROUP BY 1, 2"
        counts: dict[int, dict[Verdict, int]] = {}
        for tag_id, verdict, n in self._database.rows(sql, (self._annotators.current.id,)):
            counts.setdefault(tag_id, {})[Verdict(verdict)] = n
        return counts

    def _where(self, condition: str, *values: int) -> list[Dispute]:
        sql = f"SELECT {self._columns} FROM disputes WHERE {condition} AND annotator_id = ?"
        rows = self._database.rows(f"{sql} ORDER BY id", (*values, self._annotators.current.id))
        return [_dispute(row) for row in rows]


def _dispute(row: Row) -> Dispute:
    values = list(row)
    values[6] = Verdict(row[6])
    return Dispute(*values)
