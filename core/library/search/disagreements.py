"""Decisions that the active model is sure are wrong, but for those that were kept all the same.

Songs that the model has learned from count by the scores of models that had not, where its card
keeps them: whoever opens a library tells where they are (use_held_out). Of songs too short for a
model to suggest anything, nothing is in dispute.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from core.library.annotators import Annotators
from core.library.codebook.codebook import Codebook
from core.library.db.database import Database
from core.library.model_rows import Models
from core.library.predictions import StoredPredictions
from core.library.records import ModelRow, State
from core.library.review_records import (
    Disagreement,
    HeldOutScores,
    ScoreSource,
    TagScores,
    Verdict,
)
from core.library.search.song_index import Ids, Mask, Slots, SongIndex
from core.metrics.disagreement import contradicted

UNJUDGED, YES, NO, UNCLEAR = 0, 1, 2, 3  # unclear: unsure, or a word that is no tag here
MIDDLE = 0.5  # a score below it spoke against a yes, one above it against a no

HeldOutOf = Callable[[ModelRow], HeldOutScores | None]
SourceOf = Callable[[int, int], ScoreSource]  # of a song id and a tag id


class Disagreements:
    """Compares the decisions of all songs with the model's scores, by slot of the song index."""

    def __init__(
        self,
        database: Database,
        annotators: Annotators,
        codebook: Codebook,
        models: Models,
        predictions: StoredPredictions,
        index: SongIndex,
    ) -> None:
        self._database = database
        self._annotators = annotators
        self._codebook = codebook
        self._models = models
        self._predictions = predictions
        self._index = index
        self._decisions = np.empty((0, 0), np.int8)
        self._decision_ids: Ids | None = None
        self._decision_columns: list[tuple[Slots, int, int] | None] = []
        self._held_out_of: HeldOutOf = lambda _model: None
        self._held_out: dict[int, HeldOutScores | None] = {}
        self._held_out_ids: Ids | None = None

    def use_held_out(self, held_out_of: HeldOutOf) -> None:
        """Take the scores of songs that a model has learned from where this function has them."""
        self._held_out_of, self._held_out = held_out_of, {}

    def songs(self) -> Mask:
        """Select the songs with a decision that the model contradicts."""
        mask = np.zeros(len(self._index.ids), np.bool_)
        model = self._models.active()
        if model is not None:
            slots, _tag_ids, _scores, cells = self._contradicted(model)
            mask[slots] = cells.any(axis=1)
        return mask

    def of_all_songs(self) -> list[Disagreement]:
        """Return the decisions that the model contradicts, the strongest contradiction first."""
        model = self._models.active()
        if model is None:
            return []
        slots, tag_ids, scores, cells = self._contradicted(model)
        rows, columns = np.nonzero(cells)
        source_of = self._source_of(model)
        found = [
            _disagreement(int(self._index.ids[slots[row]]), tag_ids[column], score, source_of)
            for row, column, score in zip(
                rows.tolist(), columns.tolist(), scores[rows, columns].tolist(), strict=True
            )
        ]
        return sorted(found, key=lambda found: (-found.strength, found.song_id, found.tag_id))

    def of_song(
        self, song_id: int, states: Mapping[int, State], model: ModelRow
    ) -> list[Disagreement]:
        """Return what a model contradicts in one song, the strongest first.

        states: its decisions, by tag id.
        """
        row = self._predictions.get(song_id, model.id) if states else None
        if row is None or song_id in self._index.brief_ids():
            return []
        meanings = self._meanings(model)
        tag_ids, scores = merge_words(meanings, self._with_held_out(model, [song_id], row[None]))
        kept, source_of = self._kept(model, song_id), self._source_of(model)
        found = []
        for tag_id, score in zip(tag_ids, scores[0], strict=True):
            state = states.get(tag_id)
            yes, no = np.array(state is State.YES), np.array(state is State.NO)
            if contradicted(yes, no, score) and (song_id, tag_id, state) not in kept:
                found.append(_disagreement(song_id, tag_id, float(score), source_of))
        return sorted(found, key=lambda found: (-found.strength, found.tag_id))

    def kept(self) -> set[tuple[int, int]]:
        """Return (song id, tag id) of decisions that were kept against the active model."""
        model = self._models.active()
        return set() if model is None else {(song, tag) for song, tag, _ in self._kept(model)}

    def scores_by_tag(self, model: ModelRow) -> TagScores:
        """Return a model's scores of all its songs, for every tag that it knows.

        Songs too short for it to suggest anything are left out.
        """
        ids, matrix = self._predictions.matrix(model.id)
        rows, brief = self._index.rows_in_library(ids), self._index.brief_ids()
        if len(brief):
            rows = np.isin(ids, np.setdiff1d(self._index.ids, brief), assume_unique=True)
        scores = self._with_held_out(model, ids[rows], matrix[rows])
        tag_ids, scores = merge_words(self._meanings(model), scores)
        return TagScores(ids[rows], tuple(tag_ids), scores)

    # -- inside -------------------------------------------------------------------------------

    def _contradicted(
        self, model: ModelRow
    ) -> tuple[Slots, Sequence[int], NDArray[np.float32], Mask]:
        """Return slots (n,), tag ids (m,), scores (n, m), and which are contradicted (n, m)."""
        found = self.scores_by_tag(model)
        slots = self._index.slots(found.ids)
        if not len(slots):
            return slots, found.tag_ids, found.scores, np.zeros(found.scores.shape, np.bool_)
        decisions = self._decision_table(found.tag_ids)
        if len(slots) < len(decisions):
            decisions = decisions[slots]
        cells = contradicted(decisions == YES, decisions == NO, found.scores)
        columns = {tag_id: column for column, tag_id in enumerate(found.tag_ids)}
        states = {YES: State.YES, NO: State.NO}
        for song_id, tag_id, state in self._kept(model):
            row, column = int(np.searchsorted(found.ids, song_id)), columns.get(tag_id)
            if column is None or row >= len(found.ids) or found.ids[row] != song_id:
                continue
            if states.get(int(decisions[row, column])) is state:
                cells[row, column] = False
        return slots, found.tag_ids, found.scores, cells

    def _meanings(self, model: ModelRow) -> list[int | None]:
        """Return the tag of every word of the model, None for none that is in use."""
        used = {tag.id for tag in self._codebook.tags()}
        meant = self._models.tag_ids(model.id)
        return [tag_id if tag_id in used else None for tag_id in meant]

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

    def _with_held_out(
        self, model: ModelRow, ids: Sequence[int] | Ids, scores: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Return scores (n, n_words) of songs, those of learned songs by models without them."""
        held_out = self._held_out_scores(model)
        if held_out is None or not len(held_out.ids) or not len(scores):
            return scores
        rows = np.minimum(np.searchsorted(held_out.ids, ids), len(held_out.ids) - 1)
        known = held_out.ids[rows] == np.asarray(ids)
        stand_ins = held_out.scores[rows[known]]
        mixed = scores.copy()
        mixed[known] = np.where(np.isfinite(stand_ins), stand_ins, mixed[known])
        return mixed

    def _held_out_scores(self, model: ModelRow) -> HeldOutScores | None:
        """Look them up once, and again after songs came or went."""
        if self._held_out_ids is not self._index.ids:
            self._held_out, self._held_out_ids = {}, self._index.ids
        if model.id not in self._held_out:
            self._held_out[model.id] = self._held_out_of(model)
        return self._held_out[model.id]

    def _source_of(self, model: ModelRow) -> SourceOf:
        """Return a function that tells of a song and a tag what the model's score rests on."""
        held_out, meanings = self._held_out_scores(model), self._meanings(model)
        if held_out is None:
            return lambda _song_id, _tag_id: ScoreSource.UNLEARNED

        def source_of(song_id: int, tag_id: int) -> ScoreSource:
            row = int(np.searchsorted(held_out.ids, song_id))
            if row == len(held_out.ids) or held_out.ids[row] != song_id:
                return ScoreSource.UNLEARNED
            columns = [column for column, meant in enumerate(meanings) if meant == tag_id]
            if np.isfinite(held_out.scores[row, columns]).any():
                return ScoreSource.HELD_OUT
            is_taught = held_out.taught[columns].any()
            return ScoreSource.LEARNED if is_taught else ScoreSource.UNLEARNED

        return source_of

    def _decision_table(self, tag_ids: Sequence[int]) -> NDArray[np.int8]:
        """Return the decisions by slot and tag, (n_songs, n_tags).

        The table is kept between two calls; only columns whose decisions changed are rewritten.
        """
        shape = (len(self._index.ids), len(tag_ids))
        if self._decisions.shape != shape or self._decision_ids is not self._index.ids:
            self._decisions = np.full(shape, UNCLEAR, np.int8)
            self._decision_ids = self._index.ids
            self._decision_columns = [None] * len(tag_ids)
        for column, tag_id in enumerate(tag_ids):
            decided = self._index.decided(tag_id)
            if decided is not self._decision_columns[column]:
                self._decision_columns[column] = decided
                self._decisions[:, column] = UNJUDGED
                slots, n_yes, n_no = decided
                self._decisions[slots, column] = UNCLEAR
                self._decisions[slots[:n_yes], column] = YES
                self._decisions[slots[n_yes : n_yes + n_no], column] = NO
        return self._decisions


def _disagreement(song_id: int, tag_id: int, score: float, source_of: SourceOf) -> Disagreement:
    state = State.YES if score < MIDDLE else State.NO
    return Disagreement(song_id, tag_id, state, score, source_of(song_id, tag_id))


def merge_words(
    meanings: Sequence[int | None], scores: NDArray[np.float32]
) -> tuple[list[int], NDArray[np.float32]]:
    """Keep every tag once, with the highest score of its words; drop words that mean no tag.

    meanings: the tag of every word. scores: (n_songs, n_words).
    """
    known = [tag_id for tag_id in dict.fromkeys(meanings) if tag_id is not None]
    if len(known) == len(meanings) or not len(scores):
        return known, scores if len(scores) else np.empty((0, len(known)), np.float32)
    merged = np.empty((len(scores), len(known)), np.float32)
    for index, known_id in enumerate(known):
        columns = [column for column, tag_id in enumerate(meanings) if tag_id == known_id]
        merged[:, index] = scores[:, columns].max(axis=1) if columns[1:] else scores[:, columns[0]]
    return known, merged
