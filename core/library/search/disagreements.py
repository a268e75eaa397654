"""Decisions that the active model is sure are wrong, but for those that were kept all the same.

Which score counts for which song is the business of model_scores.py.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.library.annotators import Annotators
from core.library.db.database import Database
from core.library.records import ModelRow, State
from core.library.review_records import (
    Disagreement,
    TagScores,
    Verdict,
)
from core.library.search.decision_table import NO, YES, DecisionTable
from core.library.search.model_scores import ModelScores, SourceOf
from core.library.search.song_index import Ids, Mask
from core.metrics.disagreement import contradicted

MIDDLE = 0.5  # a score below it spoke against a yes, one above it against a no


class Disagreements:
    """Compares the decisions of all songs with the active model's scores."""

    def __init__(
        self,
        database: Database,
        annotators: Annotators,
        scores: ModelScores,
        decisions: DecisionTable,
    ) -> None:
        self._database = database
        self._annotators = annotators
        self._scores = scores
        self._decisions = decisions

    def songs(self) -> Ids:
        """Return the ids of the songs with a decision that the model contradicts, ascending."""
        model = self._scores.active()
        if model is None:
            return np.empty(0, np.int64)
        found, cells = self._contradicted(model)
        return found.ids[cells.any(axis=1)]

    def of_all_songs(self) -> list[Disagreement]:
        """Return the decisions that the model contradicts, the strongest contradiction first."""
        model = self._scores.active()
        if model is None:
            return []
        found, cells = self._contradicted(model)
        rows, columns = np.nonzero(cells)
        source_of = self._scores.source_of(model)
        disagreements = [
            _disagreement(int(found.ids[row]), found.tag_ids[column], score, source_of)
            for row, column, score in zip(
                rows.tolist(), columns.tolist(), found.scores[rows, columns].tolist(), strict=True
            )
        ]
        return sorted(disagreements, key=lambda one: (-one.strength, one.song_id, one.tag_id))

    def of_song(
        self, song_id: int, states: Mapping[int, State], model: ModelRow
    ) -> list[Disagreement]:
        """Return what a model contradicts in one song, the strongest first.

        states: its decisions, by tag id.
        """
        scores = self._scores.of_song(song_id, model) if states else {}
        if not scores:
            return []
        tag_ids = [tag_id for tag_id in scores if tag_id in states]
        yes = np.array([states[tag_id] is State.YES for tag_id in tag_ids], np.bool_)
        no = np.array([states[tag_id] is State.NO for tag_id in tag_ids], np.bool_)
        values = np.array([scores[tag_id] for tag_id in tag_ids], np.float32)
        against = np.flatnonzero(contradicted(yes, no, values)).tolist()
        if not against:  # as almost always: the rest costs looks into the library
            return []
        kept, source_of = self._kept(model, song_id), self._scores.source_of(model)
        found = [
            _disagreement(song_id, tag_ids[number], float(values[number]), source_of)
            for number in against
            if (song_id, tag_ids[number], states[tag_ids[number]]) not in kept
        ]
        return sorted(found, key=lambda found: (-found.strength, found.tag_id))

    def kept(self) -> set[tuple[int, int]]:
        """Return (song id, tag id) of decisions that were kept against the active model."""
        model = self._scores.active()
        return set() if model is None else {(song, tag) for song, tag, _ in self._kept(model)}

    # -- inside -------------------------------------------------------------------------------

    def _contradicted(self, model: ModelRow) -> tuple[TagScores, Mask]:
        """Return a model's scores, and which of them contradict a decision, (n_songs, n_tags)."""
        found = self._scores.by_tag(model, self._decisions.decided_ids())
        if not len(found.ids):
            return found, np.zeros(found.scores.shape, np.bool_)
        decisions = self._decisions.codes(found.ids, found.tag_ids)
        cells = contradicted(decisions == YES, decisions == NO, found.scores)
        columns = {tag_id: column for column, tag_id in enumerate(found.tag_ids)}
        states = {YES: State.YES, NO: State.NO}
        for song_id, tag_id, state in self._kept(model):
            row, column = int(np.searchsorted(found.ids, song_id)), columns.get(tag_id)
            if column is None or row >= len(found.ids) or found.ids[row] != song_id:
                continue
            if states.get(int(decisions[row, column])) is state:
                cells[row, column] = False
        return found, cells

    def _kept(self, model: ModelRow, song_id: int | None = None) -> set[tuple[int, int, State]]:
        """Return (song id, tag id, the decision) that were kept against this model's opinion."""
        sql = (
            "SELECT song_id, tag_id, score FROM disputes WHERE model_id = ? AND annotator_id = ?"
            " AND verdict = ?"
        )
        values: tuple[object, ...] = (model.id, self._annotators.current.id, Verdict.WRONG.value)
        if song_id is not None:
            sql, values = sql + " AND song_id = ?", (*values, song_id)
        return {
            (song, tag, State.YES if (score or 0.0) < MIDDLE else State.NO)
            for song, tag, score in self._database.rows(sql, values)
        }


def _disagreement(song_id: int, tag_id: int, score: float, source_of: SourceOf) -> Disagreement:
    state = State.YES if score < MIDDLE else State.NO
    return Disagreement(song_id, tag_id, state, score, source_of(song_id, tag_id))
