"""Pools of songs to choose from: drawn vectors, scores and decisions, no library."""

from __future__ import annotations

import numpy as np

from core.sampling.sampling_records import Pool


def song_pool(
    n_songs: int = 200, n_tags: int = 4, n_judged: int = 30, seed: int = 0, n_artists: int = 40
) -> Pool:
    """Draw a pool; the first n_judged songs have a decision on every tag."""
    random = np.random.default_rng(seed)
    vectors = random.standard_normal((n_songs, 8)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    probabilities = random.random((n_songs, n_tags)).astype(np.float32)
    states = np.full((n_songs, n_tags), -1, np.int8)
    states[:n_judged] = random.random((n_judged, n_tags)) < probabilities[:n_judged]
    artists = random.integers(0, n_artists, n_songs)
    ids = np.arange(n_songs, dtype=np.int64) * 3 + 7
    return Pool(ids, artists, tuple(range(11, 11 + n_tags)), states, probabilities, vectors)
