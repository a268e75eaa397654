"""When decisions were made, as the journal has it: one act after another, by whoever made it.

Reads only; how long they took is computed elsewhere. An act is what one undo takes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from core.library.annotators import Annotators
from core.library.db.database import Database, Row
from core.library.records import ONE_BY_ONE, State

# As Judge and JudgeRegion are written into every journal: their repr().
_JUDGED = re.compile(
    r"(?:Judge|JudgeRegion|JudgeAgain)\(song_id=(\d+), tag_id=(\d+),"
    r".*?state=(?:None|<State\.\w+: '(\w+)'>)(?:.*?guess_visible=(True|False))?"
)
_LONGEST = 400  # signs of an edit that are read: those of bulk edits are as long as their songs
_PAGE, _NEVER = 20_000, 1 << 62  # entries in memory at once; above every id


@dataclass(frozen=True, slots=True)
class Decision:
    """What an act decided. state: None where a decision was taken back by hand."""

    song_id: int
    tag_id: int
    state: State | None
    guess_visible: bool


@dataclass(frozen=True, slots=True)
class Act:
    """One group of the journal. created_at: UTC, as stored; a clock that was set may go back.

    decision: of one tag of one song, decided by itself; None for every other act, such as many
    decisions at once. stands: it was not undone.
    """

    group_id: int
    annotator_id: int
    created_at: str
    decision: Decision | None
    stands: bool


@dataclass(frozen=True, slots=True)
class StandingDecision:
    """A yes or no of the current annotator on a whole song, decided one by one by ear.

    model_id: the model whose guess was on screen, if any. created_at: UTC, as stored.
    """

    song_id: int
    tag_id: int
    is_yes: bool
    guess_visible: bool
    model_id: int | None
    created_at: str


class DecisionLog:
    """Reading acts and decisions. Every method may raise LibraryError."""

    def __init__(self, database: Database, annotators: Annotators) -> None:
        self._database = database
        self._annotators = annotators

    def standing(self) -> list[StandingDecision]:
        """Return the decisions of the current annotator that tell of guesses: only heard ones."""
        sources = ", ".join(f"'{source.value}'" for source in ONE_BY_ONE)
        sql = (
            "SELECT song_id, tag_id, state = 'yes', guess_visible, model_id, created_at"
            " FROM annotations WHERE annotator_id = ? AND start_s IS NULL"
            f" AND state IN ('yes', 'no') AND source IN ({sources}) ORDER BY id"
        )
        rows = self._database.rows(sql, (self._annotators.current.id,))
        return [
            StandingDecision(song_id, tag_id, bool(is_yes), bool(visible), model_id, made)
            for song_id, tag_id, is_yes, visible, model_id, made in rows
        ]

    def acts(self) -> Iterator[Act]:
        """Yield all acts of all annotators in the order in which they were done."""
        for group_id, entries in groupby(self._entries(), key=lambda row: int(row[1])):
            yield _act(group_id, list(entries))

    def _entries(self) -> Iterator[Row]:
        # What was dropped before the first entry that can be undone was done, and stays so.
        first_done = self._database.value("SELECT min(id) FROM journal WHERE state = 'done'")
        sql = (
            "SELECT id, group_id, annotator_id, created_at, substr(edit, 1, ?),"
            " state = 'done' OR (state = 'dropped' AND id < ?) FROM journal"
            " WHERE id > ? ORDER BY id LIMIT ?"
        )
        last_id = 0
        while page := self._database.rows(
            sql, (_LONGEST, first_done or _NEVER, last_id, _PAGE)
        ):  # fmt: skip
            yield from page
            last_id = page[-1][0]


def _act(group_id: int, entries: list[Row]) -> Act:
    _, _, annotator_id, created_at, _, stands = entries[0]
    found = [judged for entry in entries if (judged := _JUDGED.match(entry[4])) is not None]
    decision = None
    if len(found) == 1:
        song_id, tag_id, state, visible = found[0].groups()
        decision = Decision(
            int(song_id), int(tag_id), State(state) if state else None, visible == "True"
        )
    return Act(group_id, annotator_id, created_at, decision, bool(stands))
