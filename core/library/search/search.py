"""Finding, ordering and counting songs, and the searches the user keeps.

The line is parsed by query_parser.py and evaluated by query_evaluator.py; query.py lists what one
can write.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from core.errors import QueryError
from core.library.annotators import Annotators
from core.library.codebook.codebook import Codebook
from core.library.db.database import Database
from core.library.model_rows import Models
from core.library.predictions import StoredPredictions
from core.library.records import ModelRow, State
from core.library.review_records import Disagreement, TagScores
from core.library.search.counts import StateCounts, TagCounts
from core.library.search.decision_table import DecisionTable
from core.library.search.disagreements import Disagreements
from core.library.search.model_scores import HeldOutOf, ModelScores
from core.library.search.query import And, Flag, Not, Query, write_query
from core.library.search.query_evaluator import QueryEvaluator
from core.library.search.query_line import QueryLine
from core.library.search.query_parser import parse_query, parse_terms
from core.library.search.query_records import EmptyCause, SavedSearch
from core.library.search.song_index import ORDERS, SongIndex

Ids = NDArray[np.int64]
PREDICTED, CATEGORY = "predicted:", "category:"
MAX_RANKED = 62  # tags of a category that an order looks at: the bits of a number
ORDER_NAMES = ("added", *ORDERS, "tags")
MAX_EXPLAINED_PARTS = 6  # each costs a search


class Search:
    """Queries over all songs, answered with ids. Every method may raise LibraryError."""

    def __init__(
        self,
        database: Database,
        annotators: Annotators,
        codebook: Codebook,
        models: Models,
        predictions: StoredPredictions,
    ) -> None:
        self._database = database
        self._codebook = codebook
        self._index = SongIndex(database, annotators)
        self._scores = ModelScores(codebook, models, predictions, self._index)
        self._decisions = DecisionTable(self._index)
        self._disagreements = Disagreements(database, annotators, self._scores, self._decisions)
        self._evaluator = QueryEvaluator(
            annotators, codebook, self._index, self._scores, self._disagreements
        )
        self._counts = TagCounts(database, annotators, codebook, self._index)

    def ids(
        self,
        query: str | Query = "",
        order: str = "added",
        descending: bool = False,
        among: Ids | None = None,
    ) -> Ids:
        """Find the songs that match a line or a query, in order, int64 (n,).

        order: one of ORDER_NAMES, "predicted:TAG" or "category:NAME"; songs without a value come
        last either way. Equal ones stand as they were added; descending reverses them, too.
        among: only of these songs. Raises QueryError for a line that cannot be understood and for
        an unknown order, tag or category.
        """
        self._index.refresh()
        parsed = parse_query(query) if isinstance(query, str) else query
        mask = self._evaluator.mask(parsed)
        if among is not None:
            mask &= self._index.mask(self._index.slots(among))
        ordered, n_known = self._order(order)
        if descending:
            ordered = np.concatenate([ordered[:n_known][::-1], ordered[n_known:]])
        return self._index.ids[ordered[mask[ordered]]]

    def use_language(self, language: str) -> None:
        """Order songs by the rules of a language ("es"); "" is the order that all share."""
        self._index.use_language(language)

    def check(self, query: str) -> QueryError | None:
        """Return what is wrong with a line, or None."""
        self._index.refresh()
        try:
            self._evaluator.mask(parse_query(query))
        except QueryError as error:
            return error
        return None

    def usable(self, query: str) -> str:
        """Return a line without the term that cannot be understood; "" where nothing is left."""
        error = self.check(query)
        if error is None:
            return query
        rest = "" if error.position is None else QueryLine(query).without_error(error.position)
        return rest if self.check(rest) is None else ""

    def explain_empty(self, query: str) -> EmptyCause | None:
        """Find out why a line matches no song; None if it cannot be understood."""
        try:
            parsed = parse_query(query)
            parts = parsed.parts if isinstance(parsed, And) else ()
            unmatched = [part for part in parts[:MAX_EXPLAINED_PARTS] if not len(self.ids(part))]
        except QueryError:
            return None
        if isinstance(parsed, And) and len(unmatched) == 1:
            typed, remaining = _leave_out(query, parsed, unmatched[0])
            return EmptyCause(len(parts), typed, remaining)
        return EmptyCause(len(parts), excludes=any(isinstance(part, Flag | Not) for part in parts))

    # -- what the model contradicts ---------------------------------------------------------

    def use_held_out(self, held_out_of: HeldOutOf) -> None:
        """Judge songs that a model has learned from by the scores that this function finds."""
        self._scores.use_held_out(held_out_of)

    def disagreements(self) -> list[Disagreement]:
        """Return the decisions that the active model contradicts, the strongest first."""
        self._index.refresh()
        return self._disagreements.of_all_songs()

    def disagreements_of(
        self, song_id: int, states: Mapping[int, State], model: ModelRow
    ) -> list[Disagreement]:
        """Return what a model contradicts in one song. states: its decisions, by tag id."""
        self._index.refresh()
        return self._disagreements.of_song(song_id, states, model)

    def live_frequency(
        self, song_id: int, tag_id: int, score: float, model: ModelRow
    ) -> float | None:
        """Return how often songs that live heads scored alike have a tag; see ModelScores."""
        self._index.refresh()
        return self._scores.live_frequency(model, song_id, tag_id, score)

    def kept_decisions(self) -> set[tuple[int, int]]:
        """Return (song id, tag id) of decisions that were kept against the active model."""
        return self._disagreements.kept()

    def scores_by_tag(self, model: ModelRow) -> TagScores:
        """Return a model's scores of all songs but the briefest; see ModelScores."""
        self._index.refresh()
        return self._scores.by_tag(model)

    def decision_codes(self, ids: Ids, tag_ids: Sequence[int]) -> NDArray[np.int8]:
        """Return the decisions on songs and tags as numbers; see DecisionTable."""
        self._index.refresh()
        return self._decisions.codes(ids, tag_ids)

    # -- counts -----------------------------------------------------------------------------

    def facets(self, ids: Ids | None = None) -> dict[int, int]:
        """Count by tag id how many of these songs (None: all) have it."""
        self._index.refresh()
        return self._counts.yes(ids)

    def only_in_regions(self, ids: Ids | None = None) -> dict[int, int]:
        """Count by tag id how many of these songs have it on a part only; facets leave them out."""
        self._index.refresh()
        return self._counts.only_in_regions(ids)

    def state_counts(self, ids: Sequence[int] | Ids) -> StateCounts:
        """Count by tag id and state how many of these songs; counts of 0 are left out."""
        self._index.refresh()
        return self._counts.by_state(ids)

    def uncached_tags(self, tag_ids: Iterable[int]) -> list[int]:
        """List the tags whose songs are not in memory: facets would have to read them first."""
        self._index.refresh()
        return [tag_id for tag_id in tag_ids if not self._index.is_cached(tag_id, State.YES)]

    def cache_tag(self, tag_id: int) -> None:
        """Read one tag's songs into memory, so that a window can do it in its pauses."""
        self._index.refresh()
        self._index.with_state(tag_id, State.YES)
        self._index.in_region(tag_id)

    # -- orders -----------------------------------------------------------------------------

    def _order(self, name: str) -> tuple[NDArray[np.int32], int]:
        """Return all slots in order, those without a value last, and how many have one."""
        n_songs = len(self._index.ids)
        if name == "added":
            return np.arange(n_songs, dtype=np.int32), n_songs
        if name in ORDERS:
            return self._index.order(name)
        if name == "tags":
            counts = np.zeros(n_songs, np.int64)
            slots, n_tags = self._index.tag_counts()
            counts[slots] = n_tags
            return np.argsort(counts, kind="stable").astype(np.int32), n_songs
        if name.startswith(PREDICTED):
            slots, scores = self._scores.scores_of(name.removeprefix(PREDICTED))
            without = np.flatnonzero(~self._index.mask(slots)).astype(np.int32)
            return np.concatenate([slots[np.argsort(scores, kind="stable")], without]), len(slots)
        if name.startswith(CATEGORY):
            return self._order_by_category(name.removeprefix(CATEGORY))
        raise QueryError("search.no_order", name=name)

    def _order_by_category(self, name: str) -> tuple[NDArray[np.int32], int]:
        """Order by a category's tags, in the codebook's order; of two, the one with the first."""
        category = self._codebook.find_category(name)
        if category is None:
            raise QueryError("search.no_order_category", name=name)
        keys = np.zeros(len(self._index.ids), np.int64)
        tags = [tag for tag in self._codebook.tags() if tag.category_id == category.id]
        for rank, tag in enumerate(tags[:MAX_RANKED]):
            keys[self._index.with_state(tag.id, State.YES)] -= 1 << (MAX_RANKED - 1 - rank)
        ordered = np.argsort(keys, kind="stable").astype(np.int32)
        return ordered, int(np.count_nonzero(keys))

    # -- saved searches ---------------------------------------------------------------------

    def saved(self) -> list[SavedSearch]:
        """List the user's saved searches, in the user's order; changing them is an edit."""
        sql = "SELECT id, name, query FROM saved_searches ORDER BY position, id"
        return [SavedSearch(*row) for row in self._database.rows(sql)]


def _leave_out(line: str, query: And, part: Query) -> tuple[str, str]:
    """Return a part as it was typed, and the line without it."""
    term = next((term for term in parse_terms(line) if term.query == part), None)
    if term is not None and "AND" not in line.split():
        remaining = f"{line[: term.start].rstrip()} {line[term.end :].lstrip()}"
        return line[term.start : term.end], remaining.strip()
    kept_parts = tuple(other for other in query.parts if other is not part)
    return write_query(part), write_query(And(kept_parts) if len(kept_parts) > 1 else kept_parts[0])
