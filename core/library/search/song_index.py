"""An index of all songs in memory, kept between two keys: their orders and their decisions.

Temporary triggers on this connection report what has changed, so that after a decision only its own
song is read again. A slot is a song's position in `ids`; a set of songs is an ascending array of
slots.
"""

from __future__ import annotations

import json
import re

import numpy as np
from numpy.typing import NDArray

from core.folding import TAILORED, tailored_key
from core.library.annotators import Annotators
from core.library.db.database import Database
from core.library.records import DecisionSource, State
from core.scores import MIN_SUGGESTED_S

Ids = NDArray[np.int64]
Slots = NDArray[np.int32]
Mask = NDArray[np.bool_]

BY_KEY, BY_FACT = "SELECT song_id FROM song_texts", "SELECT id FROM songs"
# Within an artist or album songs stay as they were added, which is the order of the files.
ORDERS = {
    "title": ("SELECT song_id FROM song_texts", "title_key, song_id", "title_key = ''"),
    "artist": (
        "SELECT song_id FROM song_texts",
        "artist_key, album_key, song_id",
        "artist_key = ''",
    ),
    "album": ("SELECT song_id FROM song_texts", "album_key, song_id", "album_key = ''"),
    "year": ("SELECT id FROM songs", "year, id", "year IS NULL"),
    "length": ("SELECT id FROM songs", "duration_s, id", "0"),
    "path": ("SELECT id FROM songs", "ordered_path(path), id", "0"),
}
TRIGGERS = (
    ("songs", "INSERT", "songs_touched()"),
    ("songs", "DELETE", "songs_touched()"),
    ("songs", "UPDATE OF title, artist, album, year, duration_s, path", "songs_touched()"),
    ("annotations", "INSERT", "decision_touched(new.tag_id, new.song_id)"),
    ("annotations", "DELETE", "decision_touched(old.tag_id, old.song_id)"),
    (
        "annotations",
        "UPDATE",
        "decision_touched(old.tag_id, old.song_id), decision_touched(new.tag_id, new.song_id)",
    ),
)
MOST_TOUCHED = 500  # songs read again one by one; of more, the whole list
COUNT_BASE = 1 << 20  # a song's number of tags is packed below its id


class SongIndex:
    """Sets and orders of songs by slot, read when needed and dropped when they become stale."""

    def __init__(self, database: Database, annotators: Annotators) -> None:
        self._database = database
        self._annotators = annotators
        self._ids: Ids | None = None
        self._brief: Ids | None = None
        self._orders: dict[str, tuple[Slots, int]] = {}
        self._by_state: dict[tuple[int, State], Slots] = {}
        self._decided: dict[int, tuple[Slots, int, int]] = {}
        self._in_region: dict[int, Slots] = {}
        self._with_regions: Slots | None = None
        self._by_source: dict[DecisionSource, Slots] = {}
        self._tag_counts: tuple[Slots, NDArray[np.int64]] | None = None
        self._touched: dict[int, set[int]] = {}  # tag id -> songs that its lists have as they were
        self._miscounted: set[int] = set()  # songs that the counts have as they were
        self._seen_state = (0, 0, False)
        self._language = ""
        self._create_triggers()

    def _create_triggers(self) -> None:
        connection = self._database.connection
        connection.create_function("songs_touched", 0, self._on_songs_changed)
        connection.create_function("decision_touched", 2, self._on_decision_changed)
        connection.create_function("tailored", 2, tailored_key, deterministic=True)
        for number, (table, event, call) in enumerate(TRIGGERS):
            self._database.rows(
                f"CREATE TEMP TRIGGER watch_{number} AFTER {event} ON main.{table}"
                f" BEGIN SELECT {call}; END"
            )

    def use_language(self, language: str) -> None:
        """Order texts by the rules of a language from now on."""
        self._language = language
        self._orders = {}

    def _by_language(self, order: str) -> str:
        """Return columns of an ORDER BY in which keys stand as the language orders them."""
        for letter in TAILORED.get(self._language, {}):
            tailored = rf"CASE WHEN instr(\1, '{letter}') THEN tailored(\1, '{self._language}')"
            order = re.sub(r"(\w+_key)", rf"{tailored} ELSE \1 END", order)
        return order

    def _on_songs_changed(self) -> None:
        self._ids = self._brief = None

    def _on_decision_changed(self, tag_id: int, song_id: int) -> None:
        self._with_regions = None
        self._by_source.clear()
        self._decided.pop(tag_id, None)
        self._in_region.pop(tag_id, None)
        self._touched.setdefault(tag_id, set()).add(song_id)
        self._miscounted.add(song_id)

    def refresh(self) -> None:
        """Drop what is stale; call it before a query.

        Another annotator, another process or an open transaction makes everything stale.
        """
        foreign = self._database.data_version() if self._database.read_only else 0
        uncommitted = self._database.connection.in_transaction  # may be rolled back
        state = (foreign, self._annotators.current.id, uncommitted)
        if state != self._seen_state or uncommitted:
            self._ids = self._brief = None
            self._seen_state = state
        if self._ids is None:
            self._orders, self._by_state, self._decided, self._tag_counts = {}, {}, {}, None
            self._in_region, self._with_regions, self._by_source = {}, None, {}
            self._touched, self._miscounted = {}, set()

    @property
    def ids(self) -> Ids:
        """All song ids, ascending, int64 (n_songs,)."""
        if self._ids is None:
            self._ids = self._database.ids("SELECT id FROM songs ORDER BY id")
        return self._ids

    def slots(self, ids: Ids) -> Slots:
        """Return the slots of song ids, in their order; unknown ids are left out."""
        all_ids = self.ids
        if len(ids) == len(all_ids) and np.array_equal(ids, all_ids):  # as mostly
            return np.arange(len(ids), dtype=np.int32)
        if not len(all_ids):
            return np.empty(0, np.int32)
        slots = np.minimum(np.searchsorted(all_ids, ids), len(all_ids) - 1)
        return np.asarray(slots[all_ids[slots] == ids], np.int32)

    def rows_in_library(self, ids: Ids) -> slice | Mask:
        """Select those of some song ids that the library has: all, unless songs were removed."""
        if len(ids) == len(self.ids) and np.array_equal(ids, self.ids):
            return slice(None)
        return np.isin(ids, self.ids, assume_unique=True)

    def brief_ids(self) -> Ids:
        """Return the ids of songs too short for a model to suggest anything, ascending."""
        if self._brief is None:
            sql = "SELECT id FROM songs WHERE duration_s > 0 AND duration_s < ? ORDER BY id"
            self._brief = self._database.ids(sql, (MIN_SUGGESTED_S,))
        return self._brief

    def mask(self, slots: Slots) -> Mask:
        """Return a set as bool (n_songs,)."""
        mask = np.zeros(len(self.ids), np.bool_)
        mask[slots] = True
        return mask

    def select(self, sql: str, values: tuple[object, ...] = ()) -> Mask:
        """Select the songs whose ids an SQL query returns."""
        return self.mask(self.slots(self._database.ids(sql, values)))

    def order(self, name: str) -> tuple[Slots, int]:
        """Return all slots in one of ORDERS, those without a value last, and how many have one."""
        if name not in self._orders:
            select, order, unknown = ORDERS[name]
            order = self._by_language(order)
            slots = self.slots(self._database.ids(f"{select} ORDER BY {order}"))
            blank = self.select(f"{select} WHERE {unknown}")[slots]
            ordered = np.concatenate([slots[~blank], slots[blank]])
            self._orders[name] = (ordered, int((~blank).sum()))
        return self._orders[name]

    def with_state(self, tag_id: int, state: State) -> Slots:
        """Return the songs whose whole-song decision on a tag is this state, ascending."""
        if tag_id in self._touched:
            self._follow_decisions(tag_id, self._touched.pop(tag_id))
        if (tag_id, state) not in self._by_state:
            annotator_id = self._annotators.current.id
            ids = self._database.ids(
                "SELECT song_id FROM annotations INDEXED BY annotations_tag WHERE tag_id = ?"
                " AND annotator_id = ? AND state = ? AND start_s IS NULL ORDER BY song_id",
                (tag_id, annotator_id, state.value),
            )
            self._by_state[(tag_id, state)] = self.slots(ids)
        return self._by_state[(tag_id, state)]

    def _follow_decisions(self, tag_id: int, song_ids: set[int]) -> None:
        """Bring a tag's lists up to date where some songs were judged."""
        known = [state for state in State if (tag_id, state) in self._by_state]
        if len(song_ids) > MOST_TOUCHED:
            for state in known:
                del self._by_state[(tag_id, state)]
            return
        touched = self.slots(np.array(sorted(song_ids), np.int64))
        for state in known:
            ids = self._database.ids(
                "SELECT song_id FROM annotations WHERE song_id IN (SELECT value FROM json_each(?))"
                " AND tag_id = ? AND annotator_id = ? AND state = ? AND start_s IS NULL",
                (json.dumps(sorted(song_ids)), tag_id, self._annotators.current.id, state.value),
            )
            slots = self._by_state[(tag_id, state)]
            rest = slots[~np.isin(slots, touched)]
            new = self.slots(np.sort(ids))
            self._by_state[(tag_id, state)] = np.insert(rest, np.searchsorted(rest, new), new)

    def decided(self, tag_id: int) -> tuple[Slots, int, int]:
        """Return the songs with a decision on a tag (yes, then no, then unsure), n_yes and n_no."""
        if tag_id not in self._decided:
            yes, no, unsure = (self.with_state(tag_id, state) for state in State)
            self._decided[tag_id] = (np.concatenate([yes, no, unsure]), len(yes), len(no))
        return self._decided[tag_id]

    def in_region(self, tag_id: int) -> Slots:
        """Return the songs with a yes to a tag on a part, ascending."""
        if tag_id not in self._in_region:
            ids = self._database.ids(
                "SELECT DISTINCT song_id FROM annotations INDEXED BY annotations_region"
                " WHERE tag_id = ? AND annotator_id = ? AND state = 'yes'"
                " AND start_s IS NOT NULL ORDER BY song_id",
                (tag_id, self._annotators.current.id),
            )
            self._in_region[tag_id] = self.slots(ids)
        return self._in_region[tag_id]

    def with_regions(self) -> Slots:
        """Return the songs with any decision on a part, ascending."""
        if self._with_regions is None:
            ids = self._database.ids(
                "SELECT DISTINCT song_id FROM annotations INDEXED BY annotations_region"
                " WHERE annotator_id = ? AND start_s IS NOT NULL ORDER BY song_id",
                (self._annotators.current.id,),
            )
            self._with_regions = self.slots(ids)
        return self._with_regions

    def decided_by(self, source: DecisionSource) -> Slots:
        """Return the songs with any decision that came from a source, ascending."""
        if source not in self._by_source:
            ids = self._database.ids(
                "SELECT DISTINCT song_id FROM annotations WHERE source = ? AND annotator_id = ?"
                " ORDER BY song_id",
                (source.value, self._annotators.current.id),
            )
            self._by_source[source] = self.slots(ids)
        return self._by_source[source]

    def is_cached(self, tag_id: int, state: State) -> bool:
        """Tell whether with_state() would answer from memory, but for a few songs."""
        is_followed = len(self._touched.get(tag_id, ())) <= MOST_TOUCHED
        return is_followed and (tag_id, state) in self._by_state

    def tag_counts(self) -> tuple[Slots, NDArray[np.int64]]:
        """Return the songs with any decision, ascending, and how many tags each has with yes."""
        if self._tag_counts is None or len(self._miscounted) > MOST_TOUCHED:
            self._tag_counts = self._read_tag_counts()
        elif self._miscounted:
            slots, n_tags = self._tag_counts
            touched = self.slots(np.array(sorted(self._miscounted), np.int64))
            kept = ~np.isin(slots, touched)
            new, n_new = self._read_tag_counts(json.dumps(sorted(self._miscounted)))
            at = np.searchsorted(slots[kept], new)
            self._tag_counts = np.insert(slots[kept], at, new), np.insert(n_tags[kept], at, n_new)
        self._miscounted = set()
        return self._tag_counts

    def _read_tag_counts(self, among: str = "") -> tuple[Slots, NDArray[np.int64]]:
        """Read what tag_counts() returns. among: only of these songs, as JSON."""
        chosen = " AND song_id IN (SELECT value FROM json_each(?))" if among else ""
        packed = self._database.ids(
            f"SELECT song_id * {COUNT_BASE} + n_yes FROM song_counts WHERE annotator_id = ?{chosen}"
            " ORDER BY song_id",
            (self._annotators.current.id, among)[: 2 if among else 1],
        )
        ids = packed // COUNT_BASE
        kept = np.isin(ids, self.ids) if len(ids) else np.empty(0, np.bool_)
        return self.slots(ids), (packed % COUNT_BASE)[kept]
