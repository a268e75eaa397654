"""The active model's scores of all songs at once, for searching and ordering."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.errors import QueryError
from core.library.codebook.codebook import Codebook
from core.library.model_rows import Models
from core.library.predictions import StoredPredictions
from core.library.records import ModelRow
from core.library.search.song_index import Slots, SongIndex
from core.library.text import name_key
from core.messages import message

MIN_SIMILARITY = 60  # of 100, for names offered in place of an unknown one


class ModelScores:
    """Columns of the active model's score matrix, by slot of the song index."""

    def __init__(
        self, codebook: Codebook, models: Models, predictions: StoredPredictions, index: SongIndex
    ) -> None:
        self._codebook = codebook
        self._models = models
        self._predictions = predictions
        self._index = index

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
        rows = self._index.rows_in_library(ids)
        scores = matrix[rows, columns[0]]
        for column in columns[1:]:  # several words for one tag: the highest counts
            scores = np.maximum(scores, matrix[rows, column])
        return self._index.slots(ids), scores

    def _columns_of(self, model: ModelRow, word: str) -> list[int]:
        """Find the columns of the words that mean a tag, or of the model's own word."""
        tag = self._codebook.find(word)
        tag_ids = self._models.tag_ids(model.id)
        if tag is not None and tag.id in tag_ids:
            return [column for column, tag_id in enumerate(tag_ids) if tag_id == tag.id]
        keys = [name_key(model_word) for model_word in model.words]
        return [keys.index(name_key(word))] if name_key(word) in keys else []


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
