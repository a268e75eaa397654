"""What was decided on tags, by whoever worked here: what a merge or a removal would touch.

Reads only; the edits themselves are in core.library.edits.
"""

from __future__ import annotations

from core.library.codebook.codebook_records import MergePreview, TagConflict
from core.library.db.database import Database
from core.library.records import DecisionSource, State

_DECIDED = ("annotations", "anchors", "disputes", "repeats", "prequential", "listened_parts")
_USES = (
    *((table, "tag_id") for table in _DECIDED),
    ("abx_tests", "tag_id"),
    ("abx_tests", "other_tag_id"),
)


class TagUses:
    """Reading who uses a tag. Every method may raise LibraryError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # A library of an older version that is open for reading only lacks the later ones.
        self._uses = [use for use in _USES if database.has_column(*use)]

    def used_tags(self) -> frozenset[int]:
        """Return the ids of the tags that anything was ever decided on, by any annotator."""
        uses = " OR ".join(
            f"EXISTS (SELECT 1 FROM {table} WHERE {column} = tags.id)"
            for table, column in self._uses
        )
        return frozenset(self._database.ids(f"SELECT id FROM tags WHERE {uses}", ()).tolist())

    def is_used(self, tag_id: int) -> bool:
        """Return whether anything was ever decided on a tag, by any annotator."""
        return any(
            self._database.value(f"SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1", (tag_id,))
            for table, column in self._uses
        )

    def songs_judged_on(self, tag_id: int) -> tuple[int, ...]:
        """Return the ids of the songs that any annotator judged on a tag, also on a part."""
        sql = "SELECT DISTINCT song_id FROM annotations WHERE tag_id = ? ORDER BY song_id"
        return tuple(self._database.ids(sql, (tag_id,)).tolist())

    def merge_preview(self, tag_id: int, into_id: int) -> MergePreview:
        """Return what a merge of two tags would touch.

        A no that only was the rest gives way to what was judged word by word: no conflict.
        """
        sql = (
            "SELECT a.song_id, a.state, b.state, a.start_s, a.source, b.source"
            " FROM annotations a JOIN annotations b ON b.song_id = a.song_id AND b.tag_id = ?"
            " AND b.annotator_id = a.annotator_id AND ifnull(b.start_s, -1) = ifnull(a.start_s, -1)"
            " AND ifnull(b.end_s, -1) = ifnull(a.end_s, -1)"
            " WHERE a.tag_id = ? ORDER BY a.song_id, a.start_s"
        )
        rows = self._database.rows(sql, (into_id, tag_id))
        conflicts = tuple(
            TagConflict(song_id, State(state), State(into_state), start_s)
            for song_id, state, into_state, start_s, *sources in rows
            if state != into_state and sources.count(DecisionSource.REST) != 1
        )
        gives_way = {
            song_id
            for song_id, state, into_state, _start_s, *sources in rows
            if state != into_state and sources.count(DecisionSource.REST) == 1
        }
        n_both = len({row[0] for row in rows})
        return MergePreview(self.songs_judged_on(tag_id), n_both, conflicts, len(gives_way))
