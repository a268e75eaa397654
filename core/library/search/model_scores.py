"""What the model in use says of all songs at once, for searching, ordering and reviewing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.errors import QueryError
from core.library.protocols import LibraryReader
from core.library.records import ModelRow
from core.library.search.song_index import Mask, Places, SongSets
from core.library.text import name_key

SURE = 0.8  # a model this sure of the contrary contradicts a decision
LIKENESS = 60
NOTHING, YES, NO, UNCLEAR = 0, 1, 2, 3  # unclear: unsure, or a word that is no tag here


class ModelScores:
    """Columns of the active model's matrix, by place."""

    def __init__(self, library: LibraryReader, sets: SongSets) -> None:
        self._library = library
        self._sets = sets
        self._table = np.empty((0, 0), np.int8)
        self._table_ids: NDArray[np.int64] | None = None
        self._columns: list[tuple[Places, int, int] | None] = []

    def of(self, word: str, at: int | None = None) -> tuple[Places, NDArray[np.float32]]:
        """Places the model has heard, ascending, and its scores for a tag there; both (m,).

        word: a tag of the codebook, or a word of the model's own. Raises QueryError.
        """
        model = self._library.models.active()
        if model is None:
            raise QueryError(f"No model is in use, so “{word}” is not predicted.", at,
                             remedy="Use one of the list of models.")  # fmt: skip
        columns = self._columns_of(model, word)
        if not columns:
            raise QueryError(
                f"The model in use does not know “{word}”.",
                at,
                remedy=nearest_names(word, model.words),
            )
        ids, scores = self._library.predictions.matrix(model.id)
        if not len(ids):
            return np.empty(0, np.int32), np.empty(0, np.float32)
        kept = self._known(ids)
        heard = scores[kept, columns[0]]
        for column in columns[1:]:  # several words for one tag: the highest counts
            heard = np.maximum(heard, scores[kept, column])
        return self._sets.places(ids), heard

    def _known(self, ids: NDArray[np.int64]) -> slice | Mask:
        """Rows of songs that are in the library; all of them, unless songs have just gone."""
        if len(ids) == len(self._sets.ids) and np.array_equal(ids, self._sets.ids):
            return slice(None)
        return np.isin(ids, self._sets.ids, assume_unique=True)

    def _columns_of(self, model: ModelRow, word: str) -> list[int]:
        """Where the words stand that mean a tag, or the model's own word of that name."""
        tag = self._library.codebook.find(word)
        tags = self._library.models.words(model.id)
        if tag is not None and tag.id in tags:
            return [column for column, each in enumerate(tags) if each == tag.id]
        own = [name_key(each) for each in model.words]
        return [own.index(name_key(word))] if name_key(word) in own else []

    def to_review(self) -> Mask:
        """Songs with a decision that the model contradicts, and is sure of it."""
        found = np.zeros(len(self._sets.ids), np.bool_)
        model = self._library.models.active()
        if model is None:
            return found
        ids, scores = self._library.predictions.matrix(model.id)
        if not len(ids):
            return found
        heard, scores = self._sets.places(ids), scores[self._known(ids)]
        tags: Sequence[int | None] = self._library.models.words(model.id)
        known = [tag for tag in tags if tag is not None]
        if len(set(known)) < len(known):
            tags, scores = _once(tags, scores)
        decided = self._decided(tags)
        if len(heard) < len(found):
            decided = decided[heard]
        denied = (decided == YES) & (scores <= 1.0 - SURE)
        claimed = (decided == NO) & (scores >= SURE)
        found[heard] = (denied | claimed).any(axis=1)
        return found

    def _decided(self, tags: Sequence[int | None]) -> NDArray[np.int8]:
        """What was decided, by place and the model's word, (n, L); kept between two questions, and
        only columns whose decisions have changed are written anew.
        """
        shape = (len(self._sets.ids), len(tags))
        if self._table.shape != shape or self._table_ids is not self._sets.ids:
            self._table = np.full(shape, UNCLEAR, np.int8)
            self._table_ids, self._columns = self._sets.ids, [None] * len(tags)
        for column, tag_id in enumerate(tags):
            said = None if tag_id is None else self._sets.decided(tag_id)
            if said is not self._columns[column]:
                self._columns[column] = said
                self._table[:, column] = UNCLEAR if said is None else NOTHING
                if said is not None:
                    places, n_yes, n_no = said
                    self._table[places, column] = UNCLEAR
                    self._table[places[:n_yes], column] = YES
                    self._table[places[n_yes : n_yes + n_no], column] = NO
        return self._table


def _once(
    tags: Sequence[int | None], scores: NDArray[np.float32]
) -> tuple[list[int], NDArray[np.float32]]:
    """Each tag once, with the highest score of its words; words that mean no tag are left out."""
    known = [tag for tag in dict.fromkeys(tags) if tag is not None]
    columns = [[place for place, each in enumerate(tags) if each == tag] for tag in known]
    merged = np.empty((len(scores), len(known)), np.float32)
    for place, several in enumerate(columns):
        merged[:, place] = scores[:, several].max(axis=1) if several[1:] else scores[:, several[0]]
    return known, merged


def nearest_names(word: str, names: Sequence[str]) -> str:
    """A remedy that names the nearest words."""
    from rapidfuzz import process  # 10 ms that no start needs

    near = process.extract(word.lower(), names, processor=str.lower, score_cutoff=LIKENESS, limit=3)
    if not near:
        return "Choose one from the list of tags."
    names = ", ".join(f"“{name}”" for name, _, _ in near)
    return f"Did you mean {names}?"
