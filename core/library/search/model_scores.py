"""Models' scores of all songs at once: for searching, ordering and comparing with decisions.

Compared are songs that a model has learned from by the scores of models that had not, where its
card keeps them: whoever opens a library tells where they are (use_held_out). Songs too short for a
model to suggest anything are compared with nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from core.errors import QueryError
from core.library.codebook.codebook import Codebook
from core.library.model_rows import Models
from core.library.predictions import StoredPredictions
from core.library.records import ModelRow
from core.library.review_records import HeldOutScores, ScoreSource, TagScores
from core.library.search.song_index import Ids, Slots, SongIndex
from core.library.text import name_key
from core.messages import message
from core.metrics.calibration import observed_frequency, reliability_bins

HeldOutOf = Callable[[ModelRow], HeldOutScores | None]
SourceOf = Callable[[int, int], ScoreSource]  # of a song id and a tag id

MIN_SIMILARITY = 60  # of 100, for names offered in place of an unknown one


class ModelScores:
    """Columns of the active model's score matrix by slot of the song index; any model's by tag."""

    def __init__(
        self, codebook: Codebook, models: Models, predictions: StoredPredictions, index: SongIndex
    ) -> None:
        self._codebook = codebook
        self._models = models
        self._predictions = predictions
        self._index = index
        self._held_out_of: HeldOutOf = lambda _model: None
        self._held_out: dict[int, HeldOutScores | None] = {}
        self._held_out_ids: Ids | None = None

    def use_held_out(self, held_out_of: HeldOutOf) -> None:
        """Take the scores of songs that a model has learned from where this function has them."""
        self._held_out_of, self._held_out = held_out_of, {}

    def active(self) -> ModelRow | None:
        """Return the model in use."""
        return self._models.active()

    def scores_of(
        self, word: str, position: int | None = None
    ) -> tuple[Slots, NDArray[np.float32]]:
        """Return the slots of songs with predictions, ascending, and their scores for a tag; (m,).

        word: a tag of the codebook, or a word of the model's own. position: of the word in the
        search line. Raises QueryError.
        """
        model = self.active()
        if model is None:
            raise QueryError("search.no_model", position, word=word)
        columns = self._columns_of(model, word)
        if not columns:
            raise QueryError(
                "search.model_lacks_tag",
                position,
                word=word,
                hint=self._hint(word, model),
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
        tag_ids = self._models.tag_ids(model.id) + self._predictions.added_tags(model.id)
        if tag is not None and tag.id in tag_ids:
            return [column for column, tag_id in enumerate(tag_ids) if tag_id == tag.id]
        keys = [name_key(model_word) for model_word in model.words]
        return [keys.index(name_key(word))] if name_key(word) in keys else []

    # -- to be compared with decisions ----------------------------------------------------------

    def by_tag(self, model: ModelRow, among: Ids | None = None) -> TagScores:
        """Return a model's scores of all its songs, for every tag that it knows.

        Songs too short for it to suggest anything are left out. among: only of these, ascending.
        """
        ids, matrix = self._predictions.matrix(model.id)
        if among is not None and len(ids):
            found = np.minimum(np.searchsorted(ids, among), len(ids) - 1)
            found = found[ids[found] == among]
            ids, matrix = ids[found], matrix[found]
        rows, brief = self._index.rows_in_library(ids), self._index.brief_ids()
        if len(brief):
            rows = np.isin(ids, np.setdiff1d(self._index.ids, brief), assume_unique=True)
        scores = self._with_held_out(model, ids[rows], matrix[rows])
        tag_ids, scores = _merge_words(self._meanings(model), scores)
        return TagScores(ids[rows], tuple(tag_ids), scores)

    def of_song(self, song_id: int, model: ModelRow) -> dict[int, np.float32]:
        """Return what by_tag() has of one song, by tag id; empty where it has nothing of it."""
        row = self._predictions.get(song_id, model.id)
        if row is None or song_id in self._index.brief_ids():
            return {}
        mixed = self._with_held_out(model, [song_id], row[None])
        tag_ids, scores = _merge_words(self._meanings(model), mixed)
        return dict(zip(tag_ids, scores[0], strict=True))

    def live_frequency(
        self, model: ModelRow, song_id: int, tag_id: int, score: float
    ) -> float | None:
        """Return how often songs that live heads scored alike have a tag, 0 to 1; None of too few.

        By what did not learn from their artists, and without the song itself.
        """
        live = self._predictions.live_of(model.id)
        if live is None:
            return None
        ids, scores = live.held_out_of(tag_id)
        slots, n_yes, n_no = self._index.decided(tag_id)
        yes, no = self._index.ids[slots[:n_yes]], self._index.ids[slots[n_yes : n_yes + n_no]]
        is_yes, others = np.isin(ids, yes), ids != song_id
        known = (is_yes | np.isin(ids, no)) & others
        return observed_frequency(reliability_bins(is_yes[known], scores[known]), score)

    def source_of(self, model: ModelRow) -> SourceOf:
        """Return a function that tells of a song and a tag what the model's score rests on."""
        live = self._predictions.live_of(model.id)
        of_model = self._source_in_card(model)

        def source_of(song_id: int, tag_id: int) -> ScoreSource:
            if live is None or not live.has(tag_id):
                return of_model(song_id, tag_id)
            is_held_out = live.is_held_out(song_id, tag_id)
            return ScoreSource.HELD_OUT if is_held_out else ScoreSource.LEARNED

        return source_of

    def _source_in_card(self, model: ModelRow) -> SourceOf:
        """Return the same of a model's own scores."""
        held_out = self._held_out_scores(model)
        if held_out is None:
            return lambda _song_id, _tag_id: ScoreSource.UNLEARNED
        meanings = self._meanings(model)

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

    def _meanings(self, model: ModelRow) -> list[int | None]:
        """Return the tag of every word of the model, None for none that is in use."""
        used = {tag.id for tag in self._codebook.tags()}
        meant = self._models.tag_ids(model.id) + self._predictions.added_tags(model.id)
        return [tag_id if tag_id in used else None for tag_id in meant]

    def _hint(self, word: str, model: ModelRow) -> str:
        """Write what to do about a word that a model does not know."""
        if self._codebook.find(word) is not None:
            return message("search.teach_tag")
        category = self._codebook.find_category(word)
        if category is not None:
            tags = [tag.name for tag in self._codebook.tags() if tag.category_id == category.id]
            example = tags[0] if tags else "house"
            return message("search.category_has_no_score", example=example)
        return nearest_names(word, model.words)

    def _with_held_out(
        self, model: ModelRow, ids: Sequence[int] | Ids, scores: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Return scores (n, n_words) of songs, those of learned songs by models without them."""
        live = self._predictions.live_of(model.id)
        if live is None or not len(scores):
            return self._with_kept(model, ids, scores)
        own = scores[:, : scores.shape[1] - len(live.added)]
        return live.hold_out(np.asarray(ids), scores, self._with_kept(model, ids, own))

    def _with_kept(
        self, model: ModelRow, ids: Sequence[int] | Ids, scores: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Return the model's own scores, those of learned songs as its card keeps them."""
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


def _merge_words(
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


def nearest_names(word: str, names: Sequence[str]) -> str:
    """Write a remedy that names the nearest words."""
    from rapidfuzz import process  # 10 ms that no start needs

    near = process.extract(
        word.lower(), names, processor=str.lower, score_cutoff=MIN_SIMILARITY, limit=3
    )
    if not near:
        return message("search.choose_from_list")
    listed: str = reduce(
        lambda first, second: message("text.listed", first=first, second=second),
        [message("text.quoted", name=name) for name, _, _ in near],
    )
    return message("search.did_you_mean", names=listed)
