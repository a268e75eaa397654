"""What the model in use says of all songs at once, for searching, ordering and reviewing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process

from core.errors import QueryError
from core.library.records import ModelRow, State
from core.library.song_sets import Mask, Places, SongSets
from core.library.wording import name_key

if TYPE_CHECKING:
    from core.library.store import Library

NEAR = 0.05  # this close to one half, a model does not know
LIKENESS = 60


class ModelScores:
    """Columns of the active model's matrix, by place."""

    def __init__(self, library: Library, sets: SongSets) -> None:
        self._library = library
        self._sets = sets

    def of(self, word: str, at: int | None = None) -> tuple[Places, NDArray[np.float32]]:
        """Places the model has heard, ascending, and its scores for a tag there; both (m,).

        word: a tag of the codebook, or a word of the model's own. Raises QueryError.
        """
        model = self._library.models.active()
        if model is None:
            raise QueryError("No model is in use, so nothing is predicted.", at)
        column = self._column(model, word)
        if column is None:
            raise QueryError(
                f"The model in use does not know “{word}”.",
                at,
                remedy=nearest_names(word, model.words),
            )
        ids, scores = self._library.predictions.matrix(model.id)
        if not len(ids):
            return np.empty(0, np.int32), np.empty(0, np.float32)
        kept = self._known(ids)
        return self._sets.places(ids), scores[kept, column]

    def _known(self, ids: NDArray[np.int64]) -> slice | Mask:
        """Rows of songs that are in the library; all of them, unless songs have just gone."""
        if len(ids) == len(self._sets.ids) and np.array_equal(ids, self._sets.ids):
            return slice(None)
        return np.isin(ids, self._sets.ids, assume_unique=True)

    def _column(self, model: ModelRow, word: str) -> int | None:
        tag = self._library.codebook.find(word)
        tags = self._library.models.words(model.id)
        if tag is not None and tag.id in tags:
            return tags.index(tag.id)
        own = [name_key(each) for each in model.words]
        return own.index(name_key(word)) if name_key(word) in own else None

    def to_review(self) -> Mask:
        """Songs where the model contradicts a decision, or is near one half without one."""
        found = np.zeros(len(self._sets.ids), np.bool_)
        model = self._library.models.active()
        if model is None:
            return found
        ids, scores = self._library.predictions.matrix(model.id)
        if not len(ids):
            return found
        scores = scores[self._known(ids)]
        heard = self._sets.places(ids)
        near = (scores > 0.5 - NEAR) & (scores < 0.5 + NEAR)
        for column, tag_id in enumerate(self._library.models.words(model.id)):
            if tag_id is None:
                near[:, column] = False
            else:
                self._contradicted(tag_id, column, (scores, near, heard), found)
        found[heard[near.any(axis=1)]] = True
        return found

    def _contradicted(
        self,
        tag_id: int,
        column: int,
        matrix: tuple[NDArray[np.float32], Mask, Places],
        found: Mask,
    ) -> None:
        """Mark in found where a decision stands against its score; what was decided is not near.

        matrix: scores (m, L), near (m, L), and the place of each of the m rows.
        """
        scores, near, heard = matrix
        width = scores.shape[1]
        for state in State:
            places = self._sets.said(tag_id, state)
            rows = places
            if len(heard) < len(found):
                rows = np.minimum(np.searchsorted(heard, places), len(heard) - 1)
                places, rows = places[heard[rows] == places], rows[heard[rows] == places]
            cells = rows * np.int64(width) + column  # one flat index is three times faster than two
            near.reshape(-1)[cells] = False
            if state is not State.UNSURE:
                wrong = (scores.reshape(-1).take(cells) >= 0.5) != (state is State.YES)
                found[places[wrong]] = True


def nearest_names(word: str, names: Sequence[str]) -> str:
    """A remedy that names the nearest words."""
    near = process.extract(word.lower(), names, processor=str.lower, score_cutoff=LIKENESS, limit=3)
    if not near:
        return "Choose one from the list of tags."
    return f"Did you mean {' or '.join(f'“{name}”' for name, _, _ in near)}?"
