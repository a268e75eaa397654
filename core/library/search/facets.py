"""How many songs of a result have each tag: what stands beside the tags in the library column."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.library.protocols import LibraryReader
from core.library.records import Category, State, Tag
from core.library.search.song_index import Mask, SongSets


@dataclass(frozen=True, slots=True)
class CategoryFacets:
    """tags: each tag in use and how many songs have it; n_without: songs with none of them."""

    category: Category
    tags: tuple[tuple[Tag, int], ...]
    n_without: int


class Facets:
    """Counts over the current annotator's decisions on whole songs."""

    def __init__(self, library: LibraryReader, sets: SongSets) -> None:
        self._library = library
        self._sets = sets

    def counts(self, ids: NDArray[np.int64] | None) -> dict[int, int]:
        """Tag id -> how many of these songs (None: of all) have it; every tag in use is there."""
        inside = self._inside(ids)
        return {tag.id: self._count(tag, inside) for tag in self._library.codebook.tags()}

    def only_in_regions(self, ids: NDArray[np.int64] | None) -> dict[int, int]:
        """Tag id -> how many of these songs have it in a part, but not as a whole; 0 left out."""
        inside, counts = self._inside(ids), {}
        for tag in self._library.codebook.tags():
            parts = self._sets.in_region(tag.id)
            if len(parts):
                whole = self._sets.mask(self._sets.said(tag.id, State.YES))
                only = parts[~whole[parts]]
                counts[tag.id] = len(only) if inside is None else int(inside[only].sum())
        return {tag_id: n for tag_id, n in counts.items() if n}

    def by_category(self, ids: NDArray[np.int64] | None) -> tuple[CategoryFacets, ...]:
        """Categories and tags in the user's order."""
        inside = self._inside(ids)
        n_songs = len(self._sets.ids) if inside is None else int(inside.sum())
        tags: dict[int, list[Tag]] = {}
        for tag in self._library.codebook.tags():
            tags.setdefault(tag.category_id, []).append(tag)
        found = []
        for category in self._library.codebook.categories():
            own = tags.get(category.id, [])
            counts = tuple((tag, self._count(tag, inside)) for tag in own)
            found.append(CategoryFacets(category, counts, n_songs - self._with_any(own, inside)))
        return tuple(found)

    def _inside(self, ids: NDArray[np.int64] | None) -> Mask | None:
        return None if ids is None else self._sets.mask(self._sets.places(ids))

    def _count(self, tag: Tag, inside: Mask | None) -> int:
        places = self._sets.said(tag.id, State.YES)
        return len(places) if inside is None else int(np.count_nonzero(inside[places]))

    def _with_any(self, tags: list[Tag], inside: Mask | None) -> int:
        any_of_them = np.zeros(len(self._sets.ids), np.bool_)
        for tag in tags:
            any_of_them[self._sets.said(tag.id, State.YES)] = True
        if inside is not None:
            any_of_them &= inside
        return int(np.count_nonzero(any_of_them))
