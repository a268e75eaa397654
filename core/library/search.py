"""Finding and ordering songs: words in the full-text index, columns, and predicted scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.errors import QueryError
from core.library.database import Database
from core.library.records import SavedSearch, State
from core.library.wording import clean_name, now

if TYPE_CHECKING:
    from core.library.store import Library

Ids = NDArray[np.int64]

ORDERS = {
    "added": "id",
    "title": "title COLLATE NOCASE, id",
    "artist": "artist COLLATE NOCASE, album COLLATE NOCASE, title COLLATE NOCASE, id",
    "album": "album COLLATE NOCASE, title COLLATE NOCASE, id",
    "year": "year, id",
    "length": "duration_s, id",
    "tags": "(SELECT n_yes FROM song_counts WHERE song_id = songs.id AND annotator_id = {who}), id",
}
PREDICTED = "predicted:"


class Search:
    """Questions about all songs, answered with ids. Every method may raise LibraryError."""

    def __init__(self, database: Database, library: Library) -> None:
        self._database = database
        self._library = library

    def ids(self, query: str = "", order: str = "added", descending: bool = False) -> Ids:
        """Songs that hold every word of the query (beginnings count), in order, int64 (n,).

        order: a key of ORDERS, or "predicted:TAG". Raises QueryError for an unknown one.
        """
        if order.startswith(PREDICTED):
            return self._by_score(
                self._found(query, "id"), order.removeprefix(PREDICTED), descending
            )
        if order not in ORDERS:
            raise QueryError(f"Songs cannot be ordered by “{order}”.")
        found = self._found(query, ORDERS[order].format(who=self._library.annotators.current.id))
        return found[::-1] if descending else found

    def facets(self, ids: Ids | None = None) -> dict[int, int]:
        """Tag id -> how many of these songs (None: of all) have it."""
        counts = self._library.annotations.counts_by_tag()
        if ids is None:
            return {tag: by_state.get(State.YES, 0) for tag, by_state in counts.items()}
        who = self._library.annotators.current.id
        sql = (
            "SELECT song_id FROM annotations INDEXED BY annotations_tag WHERE tag_id = ?"
            " AND annotator_id = ? AND state = 'yes' AND start_s IS NULL"
        )
        wanted = np.sort(ids)
        return {
            tag: int(np.isin(self._database.ids(sql, (tag, who)), wanted).sum()) for tag in counts
        }

    def saved(self) -> list[SavedSearch]:
        """The user's saved searches, in the order they were saved."""
        sql = "SELECT id, name, query FROM saved_searches ORDER BY id"
        return [SavedSearch(*row) for row in self._database.rows(sql)]

    def save(self, name: str, query: str) -> None:
        """Keep a search line under a name, replacing the former one of that name."""
        self._database.write(
            "INSERT INTO saved_searches (name, query, created_at) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET query = excluded.query",
            (clean_name(name, "search"), query, now()),
        )

    def remove(self, name: str) -> None:
        """Forget a saved search."""
        self._database.write("DELETE FROM saved_searches WHERE name = ?", (name,))

    def _found(self, query: str, order: str) -> Ids:
        words = [word.replace('"', '""').replace("\0", " ") for word in query.split()]
        if not words:
            return self._database.ids(f"SELECT id FROM songs ORDER BY {order}")
        match = " ".join(f'"{word}"*' for word in words)
        sql = "SELECT rowid FROM songs_words WHERE songs_words MATCH ?"
        return self._database.ids(
            f"SELECT id FROM songs WHERE id IN ({sql}) ORDER BY {order}", (match,)
        )

    def _by_score(self, found: Ids, word: str, descending: bool) -> Ids:
        """Songs by the active model's score for a tag; those it has not heard come last."""
        model, tag = self._library.models.active(), self._library.codebook.find(word)
        tags = self._library.models.words(model.id) if model else ()
        if model is None or tag is None or tag.id not in tags:
            raise QueryError(f"The model in use does not know “{word}”.")
        ids, scores = self._library.predictions.matrix(model.id)
        column = scores[:, tags.index(tag.id)] if len(ids) else np.empty(0, np.float32)
        places = np.minimum(np.searchsorted(ids, found), max(len(ids) - 1, 0))
        heard = ids[places] == found if len(ids) else np.zeros(len(found), bool)
        values = np.full(len(found), np.inf)
        values[heard] = column[places[heard]] * (-1 if descending else 1)
        return found[np.argsort(values, kind="stable")]
