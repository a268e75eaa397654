"""What several annotators decided in one library: read side by side, none of it changed.

Everything here is on whole songs. What annotators have settled among themselves is under a name of
its own (agreed_name) and is nobody's ear: it is left out where ears are compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from core.library.annotators import Annotators
from core.library.colleague_records import ColleagueDecision, TagDecisions
from core.library.db.database import Database
from core.library.records import CELL_NOT_JUDGED, CELL_UNSURE, Annotator, State
from core.library.text import LONGEST_NAME

AGREED = "agreed ("


class Colleagues:
    """Reading decisions of all annotators. Every method may raise LibraryError."""

    def __init__(self, database: Database, annotators: Annotators) -> None:
        self._database = database
        self._annotators = annotators

    def n_decisions(self) -> dict[int, int]:
        """Count the decisions on whole songs by annotator id; who has none is left out."""
        sql = "SELECT annotator_id, total(n) FROM tag_counts GROUP BY annotator_id"
        return {row[0]: int(row[1]) for row in self._database.rows(sql) if row[1]}

    def ears(self) -> list[Annotator]:
        """Return the annotators who have decided anything, without what several have settled."""
        counts = self.n_decisions()
        known = self._annotators.list()
        return [a for a in known if a.id in counts and not is_agreed(a.name)]

    def tags_of_several(self, annotator_ids: Collection[int]) -> list[int]:
        """Return the ids of the tags that at least two of these annotators decided on."""
        sql = (
            "SELECT tag_id FROM tag_counts WHERE n > 0"
            " AND annotator_id IN (SELECT value FROM json_each(?))"
            " GROUP BY tag_id HAVING count(DISTINCT annotator_id) > 1 ORDER BY tag_id"
        )
        ids: list[int] = self._database.ids(sql, (_json(annotator_ids),)).tolist()
        return ids

    def decisions_on(self, tag_id: int, annotator_ids: Sequence[int]) -> TagDecisions:
        """Return the decisions of these annotators on a tag, of songs that several decided on."""
        by_annotator = [self._states(tag_id, annotator_id) for annotator_id in annotator_ids]
        all_ids = np.concatenate([ids for ids, _ in by_annotator] or [np.empty(0, np.int64)])
        song_ids, n = np.unique(all_ids, return_counts=True)
        song_ids = song_ids[n > 1]
        states = np.full((len(by_annotator), len(song_ids)), CELL_NOT_JUDGED, np.int8)
        for row, (ids, decided) in enumerate(by_annotator):
            shared = np.isin(ids, song_ids)
            states[row, np.searchsorted(song_ids, ids[shared])] = decided[shared]
        return TagDecisions(np.array(annotator_ids, np.int64), song_ids, states)

    def on_song(self, song_id: int) -> dict[int, tuple[ColleagueDecision, ...]]:
        """Return what all others than the current annotator decided on a song, by tag id."""
        sql = (
            "SELECT tag_id, name, state, intensity, note FROM annotations"
            " JOIN annotators ON annotators.id = annotator_id"
            " WHERE song_id = ? AND annotator_id <> ? AND start_s IS NULL"
            " ORDER BY tag_id, annotator_id"
        )
        found: dict[int, tuple[ColleagueDecision, ...]] = {}
        for tag_id, name, state, intensity, note in self._database.rows(
            sql, (song_id, self._annotators.current.id)
        ):
            decision = ColleagueDecision(name, State(state), intensity, note, is_agreed(name))
            found[tag_id] = (*found.get(tag_id, ()), decision)
        return found

    def agreed_on(self, tag_id: int) -> dict[int, State]:
        """Return what annotators have settled on a tag, by song id; the last word counts."""
        settled = [a.id for a in self._annotators.list() if is_agreed(a.name)]
        sql = (
            "SELECT song_id, state FROM annotations INDEXED BY annotations_tag WHERE tag_id = ?"
            " AND annotator_id IN (SELECT value FROM json_each(?)) AND start_s IS NULL"
            " ORDER BY updated_at, id"
        )
        rows = self._database.rows(sql, (tag_id, _json(settled)))
        return {song_id: State(state) for song_id, state in rows}

    def _states(self, tag_id: int, annotator_id: int) -> tuple[NDArray[np.int64], NDArray[np.int8]]:
        """Return the songs an annotator decided on, and how: 1, 0 or CELL_UNSURE."""
        sql = (
            "SELECT song_id FROM annotations INDEXED BY annotations_tag WHERE tag_id = ?"
            " AND annotator_id = ? AND state = ? AND start_s IS NULL"
        )
        codes = {State.YES: 1, State.NO: 0, State.UNSURE: CELL_UNSURE}
        ids = {
            code: self._database.ids(sql, (tag_id, annotator_id, state.value))
            for state, code in codes.items()
        }
        states = [np.full(len(songs), code, np.int8) for code, songs in ids.items()]
        return np.concatenate(list(ids.values())), np.concatenate(states)


def agreed_name(names: Iterable[str]) -> str:
    """Return the name under which these annotators' settled decisions stand: "agreed (Ann, Bo)"."""
    ordered = sorted(name or "?" for name in names)
    name = f"{AGREED}{', '.join(ordered)})"
    return name if len(name) <= LONGEST_NAME else f"{AGREED}{len(ordered)} annotators)"


def is_agreed(name: str) -> bool:
    """Return whether an annotator's name stands for what several have settled."""
    return name.startswith(AGREED) and name.endswith(")")


def _json(ids: Iterable[int]) -> str:
    return f"[{','.join(str(int(number)) for number in ids)}]"
