"""What measuring models needs to remember: sides of splits, looks at test sets, thresholds.

Nothing is computed here: keys, digests and scores come from others. Sides and looks are for ever;
thresholds and published splits are set by edits (model_edits.py, split_edits.py), which can be
undone.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.library.db.database import Database
from core.library.records import TestLook
from core.library.text import utc_now

TRAIN, VALID, TEST = "train", "valid", "test"  # the sides of a data set's published split


class EvaluationRows:
    """Reading and adding these rows. Every method may raise LibraryError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # A library of version 7 that is open for reading only has no such tables yet.
        sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'thresholds'"
        self._stored = bool(database.value(sql))
        sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'named_splits'"
        self._has_splits = bool(database.value(sql))

    def split_sides(self) -> dict[str, str]:
        """Map groups of songs (an artist's, or one song) to "learn" or "kept"."""
        if not self._stored:
            return {}
        return dict(self._database.rows("SELECT group_key, side FROM split_sides ORDER BY id"))

    def add_split_sides(self, sides: Mapping[str, str], seed: int) -> None:
        """Store the sides of new groups, as drawn with this seed; known ones stay as they are."""
        sql = (
            "INSERT INTO split_sides (group_key, side, seed) VALUES (?, ?, ?)"
            " ON CONFLICT (group_key) DO NOTHING"
        )
        rows = [(group, side, seed) for group, side in sorted(sides.items())]
        self._database.write_rows(sql, rows)

    def named_splits(self) -> dict[str, dict[str, int]]:
        """Map the names of data sets' published splits to the number of songs on every side."""
        sql = (
            "SELECT name, side, count(*) FROM named_splits JOIN songs USING (audio_hash)"
            " GROUP BY name, side ORDER BY name, side"
        )
        splits: dict[str, dict[str, int]] = {}
        for name, side, n_songs in self._database.rows(sql) if self._has_splits else ():
            splits.setdefault(name, {})[side] = n_songs
        return splits

    def named_split(self, name: str) -> dict[int, str]:
        """Map songs of a published split to "train", "valid" or "test"; none for an unknown one."""
        sql = (
            "SELECT songs.id, side FROM named_splits JOIN songs USING (audio_hash)"
            " WHERE name = ? ORDER BY songs.id"
        )
        return dict(self._database.rows(sql, (name,))) if self._has_splits else {}

    def add_look(self, digest: str, what: str, n_songs: int, model_id: int | None = None) -> None:
        """Note that a set of songs, known by its digest, was measured on. what: by which view."""
        sql = (
            "INSERT INTO test_looks (model_id, digest, what, n_songs, looked_at)"
            " VALUES (?, ?, ?, ?, ?)"
        )
        self._database.write(sql, (model_id, digest, what, n_songs, utc_now()))

    def looks(self) -> list[TestLook]:
        """Return every look at a set of songs, the first one first."""
        sql = "SELECT model_id, digest, what, n_songs, looked_at FROM test_looks ORDER BY id"
        return [TestLook(*row) for row in self._database.rows(sql)] if self._stored else []

    def thresholds(self, model_id: int) -> dict[int, float]:
        """Map tag ids to the score from which on this model's word counts as yes, where set."""
        sql = "SELECT tag_id, score FROM thresholds WHERE model_id = ? ORDER BY tag_id"
        return dict(self._database.rows(sql, (model_id,))) if self._stored else {}
