"""How many of some songs are yes, no or unsure, tag by tag: for a selection, and for facets.

Few songs are asked of the database; for many, each tag's songs are kept in memory until a
decision on that tag is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from core.library.annotators import Annotators
from core.library.database import Database
from core.library.records import State

Ids = NDArray[np.int64]
Tally = dict[int, dict[State, int]]

FEW = 2000  # songs; the database answers for so many in some milliseconds


class Tallies:
    """Counts of the current annotator's whole-song decisions. Every method may raise LibraryError.

    Counts of 0 are left out.
    """

    def __init__(self, database: Database, annotators: Annotators) -> None:
        self._database = database
        self._annotators = annotators
        self._songs: dict[int, dict[State, Ids]] = {}
        self._basis = (0, 0)

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

    def unread(self, tag_ids: Iterable[int]) -> list[int]:
        """Which of these tags' songs are not in memory, so that they can be read one by one."""
        self._look_again()
        return [tag_id for tag_id in tag_ids if tag_id not in self._songs]

    def read(self, tag_id: int) -> None:
        """Take one tag's songs into memory; some milliseconds where it has many."""
        sql = (
            "SELECT group_concat(song_id) FROM annotations INDEXED BY annotations_tag"
            " WHERE tag_id = ? AND annotator_id = ? AND state = ? AND start_s IS NULL"
        )
        who, found = self._annotators.current.id, {}
        for state in State:
            text = self._database.value(sql, (tag_id, who, state.value))
            if text:
                found[state] = np.fromstring(text, np.int64, sep=",")
        self._songs[tag_id] = found

    def forget(self, tag_ids: Iterable[int]) -> None:
        """Decisions on these tags were made or taken back."""
        for tag_id in tag_ids:
            self._songs.pop(tag_id, None)

    def _of_many(self, song_ids: Ids) -> Tally:
        tags = self._database.ids("SELECT DISTINCT tag_id FROM tag_counts WHERE n > 0").tolist()
        for tag_id in self.unread(tags):
            self.read(tag_id)
        last = max((int(ids.max()) for songs in self._songs.values() for ids in songs.values()),
                   default=0)  # fmt: skip
        wanted = np.zeros(last + 1, bool)
        wanted[song_ids[song_ids <= last]] = True
        return {
            tag_id: counts
            for tag_id, songs in self._songs.items()
            if (counts := {s: n for s, ids in songs.items() if (n := int(wanted[ids].sum()))})
        }

    def _look_again(self) -> None:
        """Forget all when another process has written, or another annotator works here."""
        basis = (self._database.foreign_commits(), self._annotators.current.id)
        if basis != self._basis:
            self._basis = basis
            self._songs.clear()
