"""How many of some songs have each tag: for the library column and for a selection.

Only the current annotator's decisions are counted. Few songs are counted by the database, many by
the lists kept in memory.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.library.annotators import Annotators
from core.library.codebook.codebook import Codebook
from core.library.db.database import Database
from core.library.records import State
from core.library.search.song_index import Mask, SongIndex

Ids = NDArray[np.int64]
StateCounts = dict[int, dict[State, int]]  # tag id -> state -> number of songs

MAX_IN_DATABASE = 2000  # songs; the database counts so many in some milliseconds


class TagCounts:
    """Counts over songs; each song id is given once."""

    def __init__(
        self, database: Database, annotators: Annotators, codebook: Codebook, index: SongIndex
    ) -> None:
        self._database = database
        self._annotators = annotators
        self._codebook = codebook
        self._index = index

    def yes(self, ids: Ids | None) -> dict[int, int]:
        """Count by tag id, for every tag in use, the songs (None: all) that have it as a whole."""
        mask, counts = self._mask(ids), {}
        for tag in self._codebook.tags():
            slots = self._index.with_state(tag.id, State.YES)
            counts[tag.id] = len(slots) if mask is None else int(np.count_nonzero(mask[slots]))
        return counts

    def only_in_regions(self, ids: Ids | None) -> dict[int, int]:
        """Count by tag id the songs with yes on a part but not on the whole; 0 is left out."""
        mask, counts = self._mask(ids), {}
        for tag in self._codebook.tags():
            slots = self._index.in_region(tag.id)
            if len(slots):
                whole = self._index.mask(self._index.with_state(tag.id, State.YES))
                slots = slots[~whole[slots]]
                counts[tag.id] = len(slots) if mask is None else int(mask[slots].sum())
        return {tag_id: n for tag_id, n in counts.items() if n}

    def by_state(self, song_ids: Sequence[int] | Ids) -> StateCounts:
        """Count whole-song decisions by tag id and state; counts of 0 are left out."""
        if len(song_ids) > MAX_IN_DATABASE:
            return self._by_state_in_memory(np.asarray(song_ids, np.int64))
        ids = ",".join(str(int(song_id)) for song_id in song_ids)
        sql = (
            "SELECT tag_id, state, count(*) FROM annotations WHERE annotator_id = ?"
            " AND start_s IS NULL AND song_id IN (SELECT value FROM json_each(?))"
            " GROUP BY tag_id, state"
        )
        return self._read(sql, (self._annotators.current.id, f"[{ids}]"))

    def _by_state_in_memory(self, song_ids: Ids) -> StateCounts:
        mask = self._index.mask(self._index.slots(song_ids))
        if mask.all():  # triggers keep these counts up to date
            sql = "SELECT tag_id, state, n FROM tag_counts WHERE annotator_id = ? AND n > 0"
            return self._read(sql, (self._annotators.current.id,))
        counts: StateCounts = {}
        for tag in self._codebook.tags(include_retired=True):
            for state in State:
                n = int(np.count_nonzero(mask[self._index.with_state(tag.id, state)]))
                if n:
                    counts.setdefault(tag.id, {})[state] = n
        return counts

    def _read(self, sql: str, values: tuple[object, ...]) -> StateCounts:
        counts: StateCounts = {}
        for tag_id, state, n in self._database.rows(sql, values):
            counts.setdefault(tag_id, {})[State(state)] = n
        return counts

    def _mask(self, ids: Ids | None) -> Mask | None:
        return None if ids is None else self._index.mask(self._index.slots(ids))
