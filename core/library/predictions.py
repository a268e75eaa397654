"""The stored scores of songs: float16 on disk, one matrix a model in memory. Never decisions.

Scores stand in the order of the model's words.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from core.library.db.database import Database
from core.library.live_scores import LiveScores
from core.library.score_matrix import ScoreMatrix, with_room
from core.scores import to_stored

Ids = NDArray[np.int64]
Scores = NDArray[np.float32]

_KEPT = 2  # matrices in memory: the active model's, and one it is compared with


class StoredPredictions:
    """Storing and reading scores. Every method may raise LibraryError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._matrices: dict[int, ScoreMatrix] = {}
        self._data_version = -1
        self.live: LiveScores | None = None  # laid over the scores of one model
        self.n_changes = 0  # of stored scores; an overlay that was made before one is out of date

    def live_of(self, model_id: int) -> LiveScores | None:
        """Return what lies over the scores of a model."""
        return self.live if self.live is not None and self.live.model_id == model_id else None

    def added_tags(self, model_id: int) -> tuple[int, ...]:
        """Return the tags that have scores behind the model's own words, in the order of these."""
        live = self.live_of(model_id)
        return () if live is None else live.added

    def put(self, model_id: int, scores: Mapping[int, NDArray[np.floating]]) -> None:
        """Store song id -> scores (L,), replacing former ones; all of them in one transaction."""
        if not scores:
            return
        ids = np.array(sorted(scores), np.int64)
        values = to_stored(np.stack([scores[int(song_id)] for song_id in ids]))
        self._database.write_rows(
            "INSERT INTO predictions (model_id, song_id, scores) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET scores = excluded.scores",
            [
                (model_id, song_id, row.tobytes())
                for song_id, row in zip(ids.tolist(), values, strict=True)
            ],
        )
        self.n_changes += 1
        matrix, live = self._matrices.get(model_id), self.live_of(model_id)
        before = None if matrix is None else matrix.view()[0]
        if matrix is not None:
            matrix.put(ids, values.astype(np.float32))
        if live is not None and matrix is not None and live.lies_over(before):
            live.put(ids, values.astype(np.float32), matrix.view()[0])
        elif live is not None:
            live.invalidate()

    def get(self, song_id: int, model_id: int) -> Scores | None:
        """Return one song's scores (L,), or None if this model has not predicted it.

        With what lies over them, as of matrix().
        """
        sql = "SELECT scores FROM predictions WHERE model_id = ? AND song_id = ?"
        blob = self._database.value(sql, (model_id, song_id))
        if blob is None:
            return None
        scores, live = np.frombuffer(blob, np.float16).astype(np.float32), self.live_of(model_id)
        return scores if live is None else live.of_song(song_id, scores)

    def matrix(self, model_id: int) -> tuple[Ids, Scores]:
        """Return all songs a model has predicted: ids int64 (n,) ascending, scores float32 (n, L).

        Read-only views of the matrix in memory: scores of known songs change in place when they
        are put again; when songs are added, the next call returns new arrays. Where something lies
        over the model's scores, that is what they are, with L + len(added_tags()) columns.
        """
        ids, scores = self.own_matrix(model_id)
        live = self.live_of(model_id)
        if live is None or not len(ids):
            return ids, scores
        merged = live.merged(ids, scores).view()
        merged.flags.writeable = False
        return ids, merged

    def own_matrix(self, model_id: int) -> tuple[Ids, Scores]:
        """Return the same, of the model alone."""
        data_version = self._database.data_version() if self._database.read_only else 0
        if data_version != self._data_version:
            self._matrices, self._data_version = {}, data_version
        if model_id not in self._matrices:
            while len(self._matrices) >= _KEPT:
                del self._matrices[next(iter(self._matrices))]
            self._matrices[model_id] = self._read(model_id)
        return self._matrices[model_id].view()

    def missing_ids(self, model_id: int) -> Ids:
        """Return the songs this model has not predicted, oldest first, but for missing files."""
        return self._database.ids(
            "SELECT id FROM songs WHERE missing_since IS NULL AND NOT EXISTS"
            " (SELECT 1 FROM predictions WHERE model_id = ? AND song_id = songs.id) ORDER BY id",
            (model_id,),
        )

    def has_any(self, model_id: int) -> bool:
        """Tell whether this model has predicted a song."""
        sql = "SELECT 1 FROM predictions WHERE model_id = ? LIMIT 1"
        return self._database.value(sql, (model_id,)) is not None

    def delete(self, model_id: int) -> None:
        """Delete the scores of a model."""
        self._database.write("DELETE FROM predictions WHERE model_id = ?", (model_id,))
        self._matrices.pop(model_id, None)

    def invalidate(self) -> None:
        """Have scores read again at the next question, because songs were removed."""
        self._matrices = {}
        self.n_changes += 1
        if self.live is not None:
            self.live.invalidate()

    def _read(self, model_id: int) -> ScoreMatrix:
        sql = "SELECT song_id, scores FROM predictions WHERE model_id = ? ORDER BY song_id"
        rows = self._database.rows(sql, (model_id,))
        width = len(rows[0][1]) if rows else 0
        rows = [row for row in rows if len(row[1]) == width]
        values = np.frombuffer(b"".join(row[1] for row in rows), np.float16)
        n = len(rows)
        ids, scores = with_room(n, width // 2)
        ids[:n], scores[:n] = [row[0] for row in rows], values.reshape(n, width // 2)
        return ScoreMatrix(ids, scores, n)
