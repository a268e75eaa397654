"""The active model's scores of all songs at once, for searching, ordering and reviewing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.errors import QueryError
from core.library.codebook.codebook import Codebook
from core.library.model_rows import Models
from core.library.predictions import StoredPredictions
from core.library.records import ModelRow
from core.library.search.song_index import Mask, Slots, SongIndex
from core.library.text import name_key
from core.messages import message

CONFIDENT = 0.8  # a model this sure of the contrary contradicts a decision
MIN_SIMILARITY = 60  # of 100, for names offered in place of an unknown one
UNJUDGED, YES, NO, UNCLEAR = 0, 1, 2, 3  # unclear: unsure, or a word that is no tag here


class ModelScores:
    """Columns of the active model's score matrix, by slot of the song index."""

    def __init__(
        self, codebook: Codebook, models: Models, predictions: StoredPredictions, index: SongIndex
    ) -> None:
        self._codebook = codebook
        self._models = models
        self._predictions = predictions
        self._index = index
        self._decisions = np.empty((0, 0), np.int8)
        self._decision_ids: NDArray[np.int64] | None = None
        self._decision_columns: list[tuple[Slots, int, int] | None] = []

    def scores_of(
        self, word: str, position: int | None = None
    ) -> tuple[Slots, NDArray[np.float32]]:
        """Return the slots of songs with predictions, ascending, and their scores for a tag; (m,).

        word: a tag of the codebook, or a word of the model's own. position: of the word in the
        search line. Raises QueryError.
        """
        model = self._models.active()
        if model is None:
            raise QueryError("search.no_model", position, word=word)
        columns = self._columns_of(model, word)
        if not columns:
            raise QueryError(
                "search.model_lacks_tag",
                position,
                word=word,
                hint=nearest_names(word, model.words),
            )
        ids, matrix = self._predictions.matrix(model.id)
        if not len(ids):
            return np.empty(0, np.int32), np.empty(0, np.float32)
        rows = self._rows_in_library(ids)
        scores = matrix[rows, columns[0]]
        for column in columns[1:]:  # several words for one tag: the highest counts
            scores = np.maximum(scores, matrix[rows, column])
        return self._index.slots(ids), scores

    def _rows_in_library(self, ids: NDArray[np.int64]) -> slice | Mask:
        """Select the rows of songs in the library: all, unless songs have just been removed."""
        if len(ids) == len(self._index.ids) and np.array_equal(ids, self._index.ids):
            return slice(None)
        return np.isin(ids, self._index.ids, assume_unique=True)

    def _columns_of(self, model: ModelRow, word: str) -> list[int]:
        """Find the columns of the words that mean a tag, or of the model's own word."""
        tag = self._codebook.find(word)
        tag_ids = self._models.tag_ids(model.id)
        if tag is not None and tag.id in tag_ids:
            return [column for column, tag_id in enumerate(tag_ids) if tag_id == tag.id]
        keys = [name_key(model_word) for model_word in model.words]
        return [keys.index(name_key(word))] if name_key(word) in keys else []

    def to_review(self) -> Mask:
        """Select the songs with a decision that the model contradicts, and is sure of it."""
        mask = np.zeros(len(self._index.ids), np.bool_)
        model = self._models.active()
        if model is None:
            return mask
        ids, matrix = self._predictions.matrix(model.id)
        if not len(ids):
            return mask
        slots, scores = self._index.slots(ids), matrix[self._rows_in_library(ids)]
        tag_ids: Sequence[int | None] = self._models.tag_ids(model.id)
        known = [tag_id for tag_id in tag_ids if tag_id is not None]
        if len(set(known)) < len(known):
            tag_ids, scores = _merge_words(tag_ids, scores)
        decisions = self._decision_table(tag_ids)
        if len(slots) < len(mask):
            decisions = decisions[slots]
        denied = (decisions == YES) & (scores <= 1.0 - CONFIDENT)
        claimed = (decisions == NO) & (scores >= CONFIDENT)
        mask[slots] = (denied | claimed).any(axis=1)
        return mask

    def _decision_table(self, tag_ids: Sequence[int | None]) -> NDArray[np.int8]:
        """Return the decisions by slot and model word, (n_songs, n_words).

        The table is kept between two calls; only columns whose decisions changed are rewritten.
        """
        shape = (len(self._index.ids), len(tag_ids))
        if self._decisions.shape != shape or self._decision_ids is not self._index.ids:
            self._decisions = np.full(shape, UNCLEAR, np.int8)
            self._decision_ids = self._index.ids
            self._decision_columns = [None] * len(tag_ids)
        for column, tag_id in enumerate(tag_ids):
            decided = None if tag_id is None else self._index.decided(tag_id)
            if decided is not self._decision_columns[column]:
                self._decision_columns[column] = decided
                self._decisions[:, column] = UNCLEAR if decided is None else UNJUDGED
                if decided is not None:
                    slots, n_yes, n_no = decided
                    self._decisions[slots, column] = UNCLEAR
                    self._decisions[slots[:n_yes], column] = YES
                    self._decisions[slots[n_yes : n_yes + n_no], column] = NO
        return self._decisions


def _merge_words(
    tag_ids: Sequence[int | None], scores: NDArray[np.float32]
) -> tuple[list[int], NDArray[np.float32]]:
    """Keep each tag once, with the highest score of its words; drop words that mean no tag."""
    known = [tag_id for tag_id in dict.fromkeys(tag_ids) if tag_id is not None]
    merged = np.empty((len(scores), len(known)), np.float32)
    for index, known_id in enumerate(known):
        columns = [column for column, tag_id in enumerate(tag_ids) if tag_id == known_id]
        merged[:, index] = scores[:, columns].max(axis=1) if columns[1:] else scores[:, columns[0]]
    return known, merged


def nearest_names(word: str, names: Sequence[str]) -> str:
    """Write a remedy that names the nearest words."""
    from rapidfuzz import process  # 10 ms that no start needs

    near = process.extract(
        word.lower(), names, processor=str.lower, score_cutoff=MIN_SIMILARITY, limit=3
    )
    if not near:
        return message("search.choose_from_list")
    names = ", ".join(f"“{name}”" for name, _, _ in near)
    return message("search.did_you_mean", names=names)
