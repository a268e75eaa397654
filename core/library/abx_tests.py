"""Listening tests of two words (ABX) that were done to their end. Keeping one is an edit.

A test says what one ear hears, so every annotator has their own.
"""

from __future__ import annotations

import json

from core.library.abx_records import AbxTestRow, AnsweredTrial, PlayedClip
from core.library.annotators import Annotators
from core.library.db.database import Database, Row

_COLUMNS = (
    "id, tag_id, other_tag_id, annotator_id, n_trials, n_correct, seed, trials,"
    " codebook_version, created_at"
)
_TRIALS = 7  # their column


class AbxTests:
    """Reading listening tests. Every method may raise LibraryError."""

    def __init__(self, database: Database, annotators: Annotators) -> None:
        self._database = database
        self._annotators = annotators
        # A library of version 17 that is open for reading only has none yet.
        self._are_kept = database.has_column("abx_tests", "trials")

    def all(self, *, all_annotators: bool = False) -> list[AbxTestRow]:
        """Return all tests of the current annotator, or everybody's, the first one first."""
        if not self._are_kept:
            return []
        sql = f"SELECT {_COLUMNS} FROM abx_tests WHERE ? OR annotator_id = ? ORDER BY id"
        values = (all_annotators, self._annotators.current.id)
        return [_test(row) for row in self._database.rows(sql, values)]

    def of_pair(self, tag_id: int, other_id: int) -> list[AbxTestRow]:
        """Return the current annotator's tests of two tags, whichever was A, in their order."""
        return [test for test in self.all() if test.pair == {tag_id, other_id}]


def trials_to_json(trials: tuple[AnsweredTrial, ...]) -> str:
    """Write trials as they are stored: [A, B, X, is X an A, was A answered] each."""
    return json.dumps(
        [[*map(_clip_to_json, (one.a, one.b, one.x)), one.x_is_a, one.answered_a] for one in trials]
    )


def _clip_to_json(clip: PlayedClip) -> list[str | float | None]:
    return [clip.audio_hash, clip.start_s, clip.end_s]


def _test(row: Row) -> AbxTestRow:
    values = list(row)
    values[_TRIALS] = tuple(
        AnsweredTrial(PlayedClip(*a), PlayedClip(*b), PlayedClip(*x), bool(is_a), bool(answered))
        for a, b, x, is_a, answered in json.loads(row[_TRIALS])
    )
    return AbxTestRow(*values)
