"""Which songs are where, kept in memory between two keys: orders, and what was said of whom.

Temporary triggers on this connection say what has changed, so that a decision spoils only its
own tag's list. A set is an ascending array of places; a place is a position in `ids`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.library.annotators import Annotators
from core.library.db.database import Database
from core.library.records import State

Ids = NDArray[np.int64]
Places = NDArray[np.int32]
Mask = NDArray[np.bool_]

# Within an artist or album songs stay as they were added, which is the order of the files.
ORDERS = {
    "title": ("title COLLATE NOCASE, id", "title = ''"),
    "artist": ("artist COLLATE NOCASE, album COLLATE NOCASE, id", "artist = ''"),
    "album": ("album COLLATE NOCASE, id", "album = ''"),
    "year": ("year, id", "year IS NULL"),
    "length": ("duration_s, id", "0"),
}
WATCHES = (
    ("songs", "INSERT", "songs_touched()"),
    ("songs", "DELETE", "songs_touched()"),
    ("songs", "UPDATE OF title, artist, album, year, duration_s", "songs_touched()"),
    ("annotations", "INSERT", "tag_touched(new.tag_id)"),
    ("annotations", "DELETE", "tag_touched(old.tag_id)"),
    ("annotations", "UPDATE", "tag_touched(old.tag_id), tag_touched(new.tag_id)"),
)
TAKEN = 1 << 20  # a song's number of tags, packed beside its id


class SongSets:
    """Lists of songs by place, made when asked and forgotten when they are no longer true."""

    def __init__(self, database: Database, annotators: Annotators) -> None:
        self._database = database
        self._annotators = annotators
        self._ids: Ids | None = None
        self._orders: dict[str, tuple[Places, int]] = {}
        self._said: dict[tuple[int, State], Places] = {}
        self._decided: dict[int, tuple[Places, int, int]] = {}
        self._in_region: dict[int, Places] = {}
        self._with_regions: Places | None = None
        self._counted: tuple[Places, NDArray[np.int64]] | None = None
        self._seen = (0, 0, False)
        self._watch()

    def _watch(self) -> None:
        connection = self._database.connection
        connection.create_function("songs_touched", 0, self._songs_touched)
        connection.create_function("tag_touched", 1, self._tag_touched)
        for number, (table, event, call) in enumerate(WATCHES):
            self._database.rows(
                f"CREATE TEMP TRIGGER watch_{number} AFTER {event} ON main.{table}"
                f" BEGIN SELECT {call}; END"
            )

    def _songs_touched(self) -> None:
        self._ids = None

    def _tag_touched(self, tag_id: int) -> None:
        self._counted = self._with_regions = None
        self._decided.pop(tag_id, None)
        self._in_region.pop(tag_id, None)
        for state in State:
            self._said.pop((tag_id, state), None)

    def look(self) -> None:
        """To be called before a question: another annotator or process changes everything."""
        foreign = self._database.foreign_commits() if self._database.read_only else 0
        unsettled = self._database.connection.in_transaction  # may be rolled back
        seen = (foreign, self._annotators.current.id, unsettled)
        if seen != self._seen or unsettled:
            self._ids, self._seen = None, seen
        if self._ids is None:
            self._orders, self._said, self._decided, self._counted = {}, {}, {}, None
            self._in_region, self._with_regions = {}, None

    @property
    def ids(self) -> Ids:
        """All song ids, ascending, int64 (n,)."""
        if self._ids is None:
            self._ids = self._database.ids("SELECT id FROM songs ORDER BY id")
        return self._ids

    def places(self, ids: Ids) -> Places:
        """Where some song ids stand, in their order; unknown ones are left out."""
        every = self.ids
        if not len(every):
            return np.empty(0, np.int32)
        found = np.minimum(np.searchsorted(every, ids), len(every) - 1)
        return np.asarray(found[every[found] == ids], np.int32)

    def mask(self, places: Places) -> Mask:
        """A set as bool (n,)."""
        found = np.zeros(len(self.ids), np.bool_)
        found[places] = True
        return found

    def found(self, sql: str, values: tuple[object, ...] = ()) -> Mask:
        """The songs whose ids a query gives."""
        return self.mask(self.places(self._database.ids(sql, values)))

    def order(self, name: str) -> tuple[Places, int]:
        """All places in one of ORDERS, those without a value last, and how many have one."""
        if name not in self._orders:
            order, unknown = ORDERS[name]
            places = self.places(self._database.ids(f"SELECT id FROM songs ORDER BY {order}"))
            blank = self.found(f"SELECT id FROM songs WHERE {unknown}")[places]
            ordered = np.concatenate([places[~blank], places[blank]])
            self._orders[name] = (ordered, int((~blank).sum()))
        return self._orders[name]

    def said(self, tag_id: int, state: State) -> Places:
        """The songs of which the annotator said this, as a whole."""
        if (tag_id, state) not in self._said:
            who = self._annotators.current.id
            ids = self._database.ids(
                "SELECT song_id FROM annotations INDEXED BY annotations_tag WHERE tag_id = ?"
                " AND annotator_id = ? AND state = ? AND start_s IS NULL ORDER BY song_id",
                (tag_id, who, state.value),
            )
            self._said[(tag_id, state)] = self.places(ids)
        return self._said[(tag_id, state)]

    def decided(self, tag_id: int) -> tuple[Places, int, int]:
        """All songs with a decision on a tag: first those with yes, then no, then unsure; how
        many yes and how many no.
        """
        if tag_id not in self._decided:
            yes, no, unsure = (self.said(tag_id, state) for state in State)
            self._decided[tag_id] = (np.concatenate([yes, no, unsure]), len(yes), len(no))
        return self._decided[tag_id]

    def in_region(self, tag_id: int) -> Places:
        """The songs with a part of which the annotator said yes."""
        if tag_id not in self._in_region:
            ids = self._database.ids(
                "SELECT DISTINCT song_id FROM annotations INDEXED BY annotations_region"
                " WHERE tag_id = ? AND annotator_id = ? AND state = 'yes'"
                " AND start_s IS NOT NULL ORDER BY song_id",
                (tag_id, self._annotators.current.id),
            )
            self._in_region[tag_id] = self.places(ids)
        return self._in_region[tag_id]

    def with_regions(self) -> Places:
        """The songs with a decision of any kind on a part."""
        if self._with_regions is None:
            ids = self._database.ids(
                "SELECT DISTINCT song_id FROM annotations INDEXED BY annotations_region"
                " WHERE annotator_id = ? AND start_s IS NOT NULL ORDER BY song_id",
                (self._annotators.current.id,),
            )
            self._with_regions = self.places(ids)
        return self._with_regions

    def knows(self, tag_id: int, state: State) -> bool:
        """Whether said() would answer from memory."""
        return (tag_id, state) in self._said

    def counted(self) -> tuple[Places, NDArray[np.int64]]:
        """The songs with any decision, ascending, and how many tags each was given."""
        if self._counted is None:
            packed = self._database.ids(
                f"SELECT song_id * {TAKEN} + n_yes FROM song_counts WHERE annotator_id = ?"
                " ORDER BY song_id",
                (self._annotators.current.id,),
            )
            ids = packed // TAKEN
            kept = np.isin(ids, self.ids) if len(ids) else np.empty(0, np.bool_)
            self._counted = (self.places(ids), (packed % TAKEN)[kept])
        return self._counted
