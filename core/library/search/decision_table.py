"""The decisions on tags of whole songs as numbers, to be compared with scores as arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.library.search.song_index import Ids, Slots, SongIndex

UNJUDGED, YES, NO, UNSURE = 0, 1, 2, 3


class DecisionTable:
    """The current annotator's decisions, by song and tag; only what changed is written again."""

    def __init__(self, index: SongIndex) -> None:
        self._index = index
        self._codes = np.empty((0, 0), np.int8)
        self._ids: Ids | None = None
        self._columns: list[tuple[Slots, int, int] | None] = []

    def codes(self, ids: Ids, tag_ids: Sequence[int]) -> NDArray[np.int8]:
        """Return YES, NO, UNSURE or UNJUDGED of these songs and tags, (n_songs, n_tags).

        ids: of songs that are in the library. Do not write to what is returned.
        """
        codes = self._all(tag_ids)
        slots = self._index.slots(ids)
        return codes if len(slots) == len(codes) else codes[slots]

    def decided_ids(self) -> Ids:
        """Return the songs with a decision on any tag, ascending."""
        return self._index.ids[self._index.tag_counts()[0]]

    def _all(self, tag_ids: Sequence[int]) -> NDArray[np.int8]:
        """Return the codes of all songs, by slot of the index."""
        shape = (len(self._index.ids), len(tag_ids))
        if self._codes.shape != shape or self._ids is not self._index.ids:
            self._codes = np.full(shape, UNJUDGED, np.int8)
            self._ids = self._index.ids
            self._columns = [None] * len(tag_ids)
        for column, tag_id in enumerate(tag_ids):
            decided = self._index.decided(tag_id)
            if decided is not self._columns[column]:
                self._columns[column] = decided
                self._codes[:, column] = UNJUDGED
                slots, n_yes, n_no = decided
                self._codes[slots, column] = UNSURE
                self._codes[slots[:n_yes], column] = YES
                self._codes[slots[n_yes : n_yes + n_no], column] = NO
        return self._codes
