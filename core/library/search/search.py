"""Finding, ordering and counting songs, and the searches the user keeps.

The line is read by query_reader.py and answered by matching.py; query.py says what one can write.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from core.errors import LibraryError, QueryError
from core.library.db.database import Database
from core.library.protocols import LibraryReader
from core.library.records import SavedSearch, State
from core.library.search.facets import CategoryFacets, Facets
from core.library.search.model_scores import ModelScores
from core.library.search.query import Query
from core.library.search.query_evaluator import Matcher
from core.library.search.query_parser import read_query
from core.library.search.song_index import ORDERS, SongSets
from core.library.search.tallies import Tallies, Tally
from core.library.text import clean_name, now

Ids = NDArray[np.int64]
PREDICTED, CATEGORY = "predicted:", "category:"
RANKED = 62  # tags of a category that an order looks at: the bits of a number
ORDER_NAMES = ("added", *ORDERS, "tags")


class Search:
    """Questions about all songs, answered with ids. Every method may raise LibraryError."""

    def __init__(self, database: Database, library: LibraryReader) -> None:
        self._database = database
        self._library = library
        self._sets = SongSets(database, library.annotators)
        self._matcher = Matcher(library, self._sets)
        self._scores = ModelScores(library, self._sets)
        self._facets = Facets(library, self._sets)
        self._tallies = Tallies(database, library.annotators, library.codebook, self._sets)

    def ids(
        self,
        query: str | Query = "",
        order: str = "added",
        descending: bool = False,
        among: Ids | None = None,
    ) -> Ids:
        """The songs a line asks for, in order, int64 (n,).

        order: one of ORDER_NAMES, "predicted:TAG" or "category:NAME"; songs without a value come
        last either way. Equal ones stand as they were added; descending turns them round, too.
        among: only of these songs. Raises QueryError for a line that cannot be understood and for
        an unknown order, tag or category.
        """
        self._sets.look()
        asked = read_query(query) if isinstance(query, str) else query
        mask = self._matcher.matches(asked)
        if among is not None:
            mask &= self._sets.mask(self._sets.places(among))
        ordered, n_known = self._order(order)
        if descending:
            ordered = np.concatenate([ordered[:n_known][::-1], ordered[n_known:]])
        return self._sets.ids[ordered[mask[ordered]]]

    def check(self, query: str) -> QueryError | None:
        """What is wrong with a line, or None."""
        self._sets.look()
        try:
            self._matcher.matches(read_query(query))
        except QueryError as error:
            return error
        return None

    def facets(self, ids: Ids | None = None) -> dict[int, int]:
        """Tag id -> how many of these songs (None: of all) have it."""
        self._sets.look()
        return self._facets.counts(ids)

    def only_in_regions(self, ids: Ids | None = None) -> dict[int, int]:
        """Tag id -> how many of these songs have it in a part only; facets leave them out."""
        self._sets.look()
        return self._facets.only_in_regions(ids)

    def facets_by_category(self, ids: Ids | None = None) -> tuple[CategoryFacets, ...]:
        """The same in the codebook's order, with how many songs have nothing of a category."""
        self._sets.look()
        return self._facets.by_category(ids)

    def tally(self, ids: Sequence[int] | Ids) -> Tally:
        """Tag id -> state -> how many of these songs; counts of 0 are left out."""
        self._sets.look()
        return self._tallies.over(ids)

    def unread(self, tag_ids: Iterable[int]) -> list[int]:
        """Tags whose songs are not in memory: facets would have to read them first."""
        self._sets.look()
        return [each for each in tag_ids if not self._sets.knows(each, State.YES)]

    def read(self, tag_id: int) -> None:
        """Take one tag's songs into memory, so that a window can do it in its pauses."""
        self._sets.look()
        self._sets.said(tag_id, State.YES)
        self._sets.in_region(tag_id)

    def _order(self, name: str) -> tuple[NDArray[np.int32], int]:
        """All places in order, those without a value last, and how many have one."""
        n = len(self._sets.ids)
        if name == "added":
            return np.arange(n, dtype=np.int32), n
        if name in ORDERS:
            return self._sets.order(name)
        if name == "tags":
            counts = np.zeros(n, np.int64)
            places, given = self._sets.counted()
            counts[places] = given
            return np.argsort(counts, kind="stable").astype(np.int32), n
        if name.startswith(PREDICTED):
            return self._by_score(name.removeprefix(PREDICTED))
        if name.startswith(CATEGORY):
            return self._by_category(name.removeprefix(CATEGORY))
        raise QueryError(f"Songs cannot be ordered by “{name}”.")

    def _by_category(self, name: str) -> tuple[NDArray[np.int32], int]:
        """By a category's tags, in the codebook's order; of two, the one with the first tag."""
        category = self._library.codebook.find_category(name)
        if category is None:
            raise QueryError(f"There is no category “{name}”.")
        keys = np.zeros(len(self._sets.ids), np.int64)
        own = [tag for tag in self._library.codebook.tags() if tag.category_id == category.id]
        for place, tag in enumerate(own[:RANKED]):
            keys[self._sets.said(tag.id, State.YES)] -= 1 << (RANKED - 1 - place)
        ordered = np.argsort(keys, kind="stable").astype(np.int32)
        return ordered, int(np.count_nonzero(keys))

    def _by_score(self, word: str) -> tuple[NDArray[np.int32], int]:
        places, scores = self._scores.of(word)
        unheard = ~self._sets.mask(places)
        sorted_places = places[np.argsort(scores, kind="stable")]
        rest = np.flatnonzero(unheard).astype(np.int32)
        return np.concatenate([sorted_places, rest]), len(places)

    # -- saved searches ---------------------------------------------------------------------

    def saved(self) -> list[SavedSearch]:
        """The user's saved searches, in the user's order."""
        sql = "SELECT id, name, query FROM saved_searches ORDER BY position, id"
        return [SavedSearch(*row) for row in self._database.rows(sql)]

    def save(self, name: str, query: str) -> None:
        """Keep a search line under a name, replacing the former one of that name."""
        self._database.write(
            "INSERT INTO saved_searches (name, query, created_at, position)"
            " VALUES (?, ?, ?, (SELECT ifnull(max(position), 0) + 1 FROM saved_searches))"
            " ON CONFLICT DO UPDATE SET query = excluded.query",
            (clean_name(name, "search"), query, now()),
        )

    def rename(self, name: str, new_name: str) -> None:
        """Give a saved search another name. Raises LibraryError if another has it."""
        new_name = clean_name(new_name, "search")
        if new_name != name and new_name in {each.name for each in self.saved()}:
            raise LibraryError(
                f"There is a search called “{new_name}” already.", remedy="Choose another name."
            )
        self._database.write("UPDATE saved_searches SET name = ? WHERE name = ?", (new_name, name))

    def move(self, name: str, by: int) -> None:
        """Let a saved search stand some places further on (back, if negative)."""
        names = [each.name for each in self.saved()]
        if name in names:
            place = names.index(name)
            names.insert(max(0, min(place + by, len(names) - 1)), names.pop(place))
            self._database.write_many(
                "UPDATE saved_searches SET position = ? WHERE name = ?", list(enumerate(names, 1))
            )

    def remove(self, name: str) -> None:
        """Forget a saved search."""
        self._database.write("DELETE FROM saved_searches WHERE name = ?", (name,))
