"""How many of some songs are yes, no or unsure, tag by tag: what a selection has in common.

Few songs are asked of the database; for many, the lists kept in memory are counted.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.library.annotators import Annotators
from core.library.codebook.codebook import Codebook
from core.library.db.database import Database
from core.library.records import State
from core.library.search.song_index import SongSets

Ids = NDArray[np.int64]
Tally = dict[int, dict[State, int]]

FEW = 2000  # songs; the database answers for so many in some milliseconds


class Tallies:
    """Counts of the current annotator's whole-song decisions; counts of 0 are left out."""

    def __init__(
        self, database: Database, annotators: Annotators, codebook: Codebook, sets: SongSets
    ) -> None:
        self._database = database
        self._annotators = annotators
        self._codebook = codebook
        self._sets = sets

    def over(self, song_ids: Sequence[int] | Ids) -> Tally:
        """Tag id -> state -> how many of these songs, each given once."""
        if len(song_ids) > FEW:
            return self._of_many(np.asarray(song_ids, np.int64))
        ids = ",".join(str(int(each)) for each in song_ids)
        sql = (
            "SELECT tag_id, state, count(*) FROM annotations WHERE annotator_id = ?"
            " AND start_s IS NULL AND song_id IN (SELECT value FROM json_each(?))"
            " GROUP BY tag_id, state"
        )
        rows = self._database.rows(sql, (self._annotators.current.id, f"[{ids}]"))
        tally: Tally = {}
        for tag_id, state, n in rows:
            tally.setdefault(tag_id, {})[State(state)] = n
        return tally

    def _of_many(self, song_ids: Ids) -> Tally:
        inside = self._sets.mask(self._sets.places(song_ids))
        if inside.all():
            return self._of_all()
        tally: Tally = {}
        for tag in self._codebook.tags(include_retired=True):
            for state in State:
                n = int(np.count_nonzero(inside[self._sets.said(tag.id, state)]))
                if n:
                    tally.setdefault(tag.id, {})[state] = n
        return tally

    def _of_all(self) -> Tally:
        """The counts that the file keeps up by itself."""
        sql = "SELECT tag_id, state, n FROM tag_counts WHERE annotator_id = ? AND n > 0"
        tally: Tally = {}
        for tag_id, state, n in self._database.rows(sql, (self._annotators.current.id,)):
            tally.setdefault(tag_id, {})[State(state)] = n
        return tally
