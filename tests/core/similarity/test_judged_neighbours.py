"""The nearest judged song is the most similar candidate, and never the song itself."""

from __future__ import annotations

import numpy as np

from core.similarity.embedding_index import EmbeddingIndex
from core.similarity.judged_neighbours import nearest_of


def index() -> EmbeddingIndex:
    vectors = np.array([[1, 0], [0.8, 0.6], [0, 1], [0.8, 0.6]], np.float32)
    return EmbeddingIndex(np.array([2, 3, 5, 7]), vectors, None)  # type: ignore[arg-type]


def test_the_most_similar_candidate_is_found_the_lowest_id_of_equals() -> None:
    found = nearest_of(index(), 2, (5, 7, 3))
    assert found is not None
    assert found[0] == 3
    assert abs(found[1] - 0.8) < 1e-6


def test_the_song_itself_and_what_is_not_in_the_index_are_never_found() -> None:
    assert nearest_of(index(), 2, (2, 99)) is None
    assert nearest_of(index(), 99, (2, 3)) is None
    found = nearest_of(index(), 3, (3, 5))
    assert found is not None
    assert found[0] == 5
