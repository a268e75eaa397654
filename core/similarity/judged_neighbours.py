"""The nearest songs that were judged: one with a tag, one without, to be heard beside another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.similarity.embedding_index import EmbeddingIndex


def nearest_of(
    index: EmbeddingIndex, song_id: int, candidates: Sequence[int]
) -> tuple[int, float] | None:
    """Return the candidate most like a song and their similarity, the lowest id of equals.

    None where the song or all candidates are not in the index. The song itself is never found.
    """
    known = [one for one in sorted(candidates) if one != song_id and index.has(one)]
    if not known or not index.has(song_id):
        return None
    query = index.vectors_of([song_id])[0].astype(np.float64)
    similarities = index.vectors_of(known).astype(np.float64) @ query
    best = int(np.argmax(similarities))
    return known[best], float(similarities[best])
