"""Second judgments: songs judged again by the same ear, beside the first judgment, never over it.

Making one is an edit (JudgeAgain). Everything here is the current annotator's.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.library.annotators import Annotators
from core.library.db.database import Database, Row
from core.library.records import ONE_BY_ONE, State
from core.library.review_records import Repeat

_COLUMNS = (
    "id, song_id, tag_id, annotator_id, state, first_state, first_at, guess_visible, model_id,"
    " codebook_version, created_at"
)

_FACTOR = 1 << 24  # more than there will ever be tags: a song and a tag as one number


class Repeats:
    """Reading second judgments. Every method may raise LibraryError."""

    def __init__(self, database: Database, annotators: Annotators) -> None:
        self._database = database
        self._annotators = annotators
        # A library of version 16 that is open for reading only has none yet.
        self._are_kept = database.has_column("repeats", "first_state")

    def all(self) -> list[Repeat]:
        """Return all second judgments, the first one first."""
        return self._where("1")

    def of_tag(self, tag_id: int) -> list[Repeat]:
        """Return those on one tag, the first one first."""
        return self._where("tag_id = ?", tag_id)

    def of_song(self, song_id: int) -> list[Repeat]:
        """Return those on one song, the first one first."""
        return self._where("song_id = ?", song_id)

    def on_songs(
        self, song_ids: Sequence[int] | NDArray[np.int64], *, all_annotators: bool = False
    ) -> list[Repeat]:
        """Return those on several songs, the first one first; everybody's, or the current one's."""
        if not self._are_kept:
            return []
        ids = ",".join(str(int(song_id)) for song_id in song_ids)
        sql = (
            f"SELECT {_COLUMNS} FROM repeats WHERE (? OR annotator_id = ?)"
            " AND song_id IN (SELECT value FROM json_each(?)) ORDER BY id"
        )
        values = (all_annotators, self._annotators.current.id, f"[{ids}]")
        return [_repeat(row) for row in self._database.rows(sql, values)]

    def counts_by_tag(self) -> dict[int, int]:
        """Count the songs judged again, by tag id."""
        if not self._are_kept:
            return {}
        sql = (
            "SELECT tag_id, count(DISTINCT song_id) FROM repeats WHERE annotator_id = ?"
            " GROUP BY tag_id"
        )
        return dict(self._database.rows(sql, (self._annotators.current.id,)))

    def due(self, until: str, tag_id: int | None = None) -> list[tuple[int, int]]:
        """Return (song id, tag id) judged by ear until a time and not again since, oldest first.

        until: UTC, ISO 8601. tag_id None: of all tags in use.
        """
        if not self._are_kept:
            return []
        sources = ", ".join(f"'{source.value}'" for source in ONE_BY_ONE)
        # Of all tags the decisions are read as they lie in the file: the index would cost more.
        of_tag = "NOT INDEXED" if tag_id is None else "INDEXED BY annotations_tag"
        sql = (
            f"SELECT a.song_id * {_FACTOR} + a.tag_id FROM annotations a {of_tag}"
            " WHERE a.annotator_id = ? AND a.start_s IS NULL AND a.updated_at <= ?"
            f" AND a.source IN ({sources}){'' if tag_id is None else ' AND a.tag_id = ?'}"
            " AND a.tag_id IN (SELECT id FROM tags WHERE retired_at IS NULL)"
            " AND NOT EXISTS (SELECT 1 FROM repeats r WHERE r.song_id = a.song_id"
            " AND r.tag_id = a.tag_id AND r.annotator_id = a.annotator_id"
            " AND r.first_at = a.updated_at)"
            " ORDER BY a.updated_at, a.id"
        )
        values = (self._annotators.current.id, until, *(() if tag_id is None else (tag_id,)))
        song_ids, tag_ids = np.divmod(self._database.ids(sql, values), _FACTOR)
        return list(zip(song_ids.tolist(), tag_ids.tolist(), strict=True))

    def _where(self, condition: str, *values: int) -> list[Repeat]:
        if not self._are_kept:
            return []
        sql = f"SELECT {_COLUMNS} FROM repeats WHERE {condition} AND annotator_id = ? ORDER BY id"
        rows = self._database.rows(sql, (*values, self._annotators.current.id))
        return [_repeat(row) for row in rows]


def _repeat(row: Row) -> Repeat:
    values = list(row)
    values[4], values[5], values[7] = State(row[4]), State(row[5]), bool(row[7])
    return Repeat(*values)
