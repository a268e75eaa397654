"""What was heard of songs before they were decided on; kept only where the annotator wants it.

Rows are written with the decision they belong to, by its edit (DecisionContext.facts).
"""

from __future__ import annotations

import json

from core.library.annotators import Annotators
from core.library.db.database import Database
from core.library.review_records import ListenedParts as Listened


class ListenedParts:
    """Reading what was heard. Every method may raise LibraryError."""

    def __init__(self, database: Database, annotators: Annotators) -> None:
        self._database = database
        self._annotators = annotators
        # A library of version 16 that is open for reading only has none yet.
        self._are_kept = database.has_column("listened_parts", "listened_s")

    def all(self) -> list[Listened]:
        """Return what the current annotator heard before every decision, the first one first."""
        return self._where("1")

    def of_song(self, song_id: int) -> list[Listened]:
        """Return what they heard of one song, the first one first."""
        return self._where("song_id = ?", song_id)

    def seconds_by_tag(self) -> dict[int, float]:
        """Add up the seconds heard before decisions, by tag id."""
        if not self._are_kept:
            return {}
        sql = (
            "SELECT tag_id, total(listened_s) FROM listened_parts WHERE annotator_id = ? GROUP BY 1"
        )
        return dict(self._database.rows(sql, (self._annotators.current.id,)))

    def _where(self, condition: str, *values: int) -> list[Listened]:
        if not self._are_kept:
            return []
        sql = (
            "SELECT song_id, tag_id, parts, listened_s, created_at FROM listened_parts"
            f" WHERE {condition} AND annotator_id = ? ORDER BY id"
        )
        rows = self._database.rows(sql, (*values, self._annotators.current.id))
        return [
            Listened(
                song, tag, tuple((start, end) for start, end in json.loads(parts)), listened_s, time
            )
            for song, tag, parts, listened_s, time in rows
        ]
