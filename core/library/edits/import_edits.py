"""The edit that takes in decisions from elsewhere: some hundred rows at a time, as one undo.

What contradicts a decision that is there is settled as the user chose beforehand. A no that only
was "the rest" gives way to a decision on the very tag; a no that only follows from a closed list
never replaces anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.library.edits.row_changes import Values
from core.library.records import DecisionSource, State
from core.library.text import LONGEST_NAME, utc_now
from core.messages import message
from core.printable import printable

ROWS_PER_SLICE = 400  # some milliseconds

RowSlot = tuple[int, int, int, float | None, float | None]
"""Song id, tag id, annotator id, start_s, end_s."""


class OnConflict(StrEnum):
    """What becomes of a decision that contradicts one that is there.

    MINE: what is there stays. THEIRS: the other takes its place. BOTH: the other is kept beside it,
    as another annotator's.
    """

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class Outcome(StrEnum):
    """What becomes of one row: added, put in place of another, the same, or left out."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    KEPT_MINE = "kept mine"


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A decision to take in. annotator "": the library's current one. created_at "": now.

    follows: it only follows from a closed list.
    """

    song_id: int
    tag_id: int
    annotator: str
    state: State
    intensity: float | None = None
    start_s: float | None = None
    end_s: float | None = None
    created_at: str = ""
    note: str = ""
    follows: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class ImportRows:
    """Take in decisions. name: of the file they come from.

    Contradicting ones that are kept, too, are by an annotator named after theirs and the file.
    """

    rows: tuple[ImportedRow, ...]
    name: str
    on_conflict: OnConflict = OnConflict.MINE

    def __repr__(self) -> str:
        """Leave the rows out: they are in the journal."""
        return f"ImportRows({self.name!r}, {len(self.rows)} rows, {self.on_conflict!r})"

    def title(self, _library: EditContext) -> str:
        return message("edit.import", name=self.name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        ids = {row.annotator: library.annotators.id_of(row.annotator) for row in self.rows}
        there = decisions_there(library, {row.song_id for row in self.rows})
        version, time = library.codebook.version(), utc_now()
        fresh: dict[RowSlot, Values] = {}
        changed: dict[int, Values] = {}
        former: dict[int, Values] = {}
        for row in self.rows:
            slot = slot_of(row, ids[row.annotator])
            known = there.get(slot)
            outcome = outcome_of(row, known, self.on_conflict)
            if outcome is Outcome.KEPT_MINE and self.on_conflict is OnConflict.BOTH:
                name = beside_name(row.annotator or library.annotators.current.name, self.name)
                slot = slot_of(row, library.annotators.id_of(name))
                known = there.get(slot)
                outcome = outcome_of(row, known, OnConflict.MINE)
            if outcome is Outcome.NEW:
                fresh.setdefault(slot, _new_row(row, slot, version, time))
            elif outcome is Outcome.CHANGED and known is not None:
                changed[known["id"]] = _columns(row, version, time)
                former[known["id"]] = known
        ledger.update_rows("annotations", changed, former)
        ledger.insert_rows("annotations", list(fresh.values()))


def beside_name(annotator: str, file: str) -> str:
    """Return whose decisions are kept beside an annotator's that they contradict."""
    return printable(f"{annotator} ({file})".strip())[:LONGEST_NAME]


def decisions_there(library: EditContext, song_ids: Iterable[int]) -> dict[RowSlot, Values]:
    """Return all decisions on some songs, everybody's, as table rows."""
    ids = ",".join(str(int(song_id)) for song_id in song_ids)
    sql = (
        "SELECT annotations.* FROM json_each(?) AS given CROSS JOIN annotations"
        " ON song_id = given.value"
    )
    rows = library.database.rows_as_dicts(sql, (f"[{ids}]",))
    return {
        (row["song_id"], row["tag_id"], row["annotator_id"], row["start_s"], row["end_s"]): row
        for row in rows
    }


def slot_of(row: ImportedRow, annotator_id: int) -> RowSlot:
    """Return what a row is about."""
    return row.song_id, row.tag_id, annotator_id, row.start_s, row.end_s


def outcome_of(row: ImportedRow, known: Values | None, on_conflict: OnConflict) -> Outcome:
    """Say what becomes of a row where a decision is known (None: nothing is there)."""
    if known is None:
        return Outcome.NEW
    if known["state"] == row.state:
        is_rest = known["source"] == DecisionSource.REST
        told_more = row.intensity is not None and known["intensity"] is None
        return Outcome.CHANGED if not row.follows and (is_rest or told_more) else Outcome.SAME
    if row.follows:
        return Outcome.KEPT_MINE
    if known["source"] == DecisionSource.REST or on_conflict is OnConflict.THEIRS:
        return Outcome.CHANGED
    return Outcome.KEPT_MINE


def _new_row(row: ImportedRow, slot: RowSlot, version: int, time: str) -> dict[str, Any]:
    song_id, tag_id, annotator_id, start_s, end_s = slot
    where = {
        "song_id": song_id, "tag_id": tag_id, "annotator_id": annotator_id,
        "start_s": start_s, "end_s": end_s,
    }  # fmt: skip
    return {**where, **_columns(row, version, time), "created_at": row.created_at or time}


def _columns(row: ImportedRow, version: int, time: str) -> dict[str, Any]:
    return {
        "state": row.state.value,
        "intensity": row.intensity,
        "source": DecisionSource.IMPORT.value,
        "guess_visible": 0,
        "model_id": None,
        "codebook_version": version,
        "note": row.note,
        "updated_at": time,
    }
