"""Decisions made for many songs at once, and what a model had predicted of them; from the journal.

Nobody has looked at each of these songs and its guess, so they are told apart from decisions made
one by one wherever something is concluded from guesses or from time. One that was decided again by
itself is none of them any more.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.jobs import SILENT, JobContext
from core.library.annotators import Annotators
from core.library.db.database import Database
from core.library.edits.row_changes import RowChange, changes_from_json
from core.library.fact_records import read_priors
from core.library.records import State

# As JudgeMany is written into every journal: its repr().
_JUDGED = re.compile(r"JudgeMany\(\d+ songs, tag_id=(\d+), state=<State\.\w+: '(\w+)'>")
_PRIORS = re.compile(
    r", priors=BulkPriors\(model_id=(\d+|None), n_decisions=(\d+), songs=([^,]*), scores=([^)]*)\)"
)
_SEEN = "guess_visible=True"


@dataclass(frozen=True, slots=True)
class BulkDecision:
    """A first answer that was given for many songs at once, and stands as it was given.

    score: of the tag before, by model_id whose live heads had learned from n_decisions; None where
    nothing was predicted. guess_visible: guesses were on screen. created_at: UTC, as stored.
    """

    song_id: int
    tag_id: int
    state: State
    guess_visible: bool
    score: float | None
    n_decisions: int
    model_id: int | None
    created_at: str


class BulkDecisions:
    """Reading them, of the current annotator. Every method may raise LibraryError, Cancelled."""

    def __init__(self, database: Database, annotators: Annotators) -> None:
        self._database = database
        self._annotators = annotators

    def all(self, job: JobContext = SILENT) -> list[BulkDecision]:
        """Return the first answers that stand, in the order in which they were given."""
        return [
            decision for edit, changes in self._edits(job) for decision in self._of(edit, changes)
        ]

    def standing(self, job: JobContext = SILENT) -> set[tuple[int, int]]:
        """Return (song id, tag id) of all decisions on songs that were last made in bulk."""
        found = set()
        for _, changes in self._edits(job):
            times = {one.row_id: (one.after or {}).get("updated_at") for one in changes}
            found |= {
                (song_id, tag_id)
                for row_id, song_id, tag_id, updated_at in self._rows(list(times))
                if updated_at == times[row_id]
            }
        return found

    # -- inside -------------------------------------------------------------------------------

    def _of(self, edit: str, changes: list[RowChange]) -> Iterator[BulkDecision]:
        judged, priors = _JUDGED.match(edit), _PRIORS.search(edit)
        if judged is None:
            return
        scores, n_decisions, model_id = {}, 0, None
        if priors is not None:
            model_id = None if priors[1] == "None" else int(priors[1])
            n_decisions, scores = int(priors[2]), _scores(priors[3], priors[4])
        made = {one.row_id: one.after for one in changes if one.before is None and one.after}
        for row_id, song_id, tag_id, updated_at in self._rows(list(made)):
            if updated_at == made[row_id]["updated_at"]:
                yield BulkDecision(
                    song_id, tag_id, State(judged[2]), _SEEN in edit, scores.get(song_id),
                    n_decisions, model_id, made[row_id]["created_at"],
                )  # fmt: skip

    def _edits(self, job: JobContext) -> Iterator[tuple[str, list[RowChange]]]:
        """Yield bulk decisions as the journal has them: what was undone has no rows that fit."""
        sql = (
            "SELECT id FROM journal WHERE annotator_id = ? AND edit GLOB 'JudgeMany(*' ORDER BY id"
        )
        entry_ids = self._database.ids(sql, (self._annotators.current.id,)).tolist()
        entry_sql = "SELECT edit, rows FROM journal WHERE id = ?"
        for entry_id in entry_ids:
            job.check()
            for edit, rows in self._database.rows(entry_sql, (entry_id,)):
                with contextlib.suppress(ValueError):  # a damage has spoiled it
                    changes = changes_from_json(rows)
                    yield edit, [one for one in changes if one.table == "annotations" and one.after]

    def _rows(self, row_ids: list[int]) -> list[tuple[int, int, int, str]]:
        """Return id, song, tag and time of those decisions that are still there."""
        sql = (
            "SELECT made.id, song_id, tag_id, updated_at FROM json_each(?) AS given"
            " CROSS JOIN annotations AS made ON made.id = given.value WHERE start_s IS NULL"
        )
        return [tuple(row) for row in self._database.rows(sql, (json.dumps(row_ids),))]


def _scores(songs: str, scores: str) -> dict[int, float]:
    try:
        return read_priors(songs, scores)
    except ValueError:
        return {}
