"""Songs like none so far: greedily, the one whose nearest neighbour is the farthest away.

A 2-approximation of the k-centre problem (Gonzalez 1985; for active learning Sener and Savarese
2018). A song's nearest centre can only come nearer, so an older similarity is a lower bound and
most songs need not be looked at again: the same picks, without comparing all songs each time.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SONGS_AT_ONCE = 16_384  # compared with the first centres
CANDIDATES = 128  # refreshed at once


def farthest_first(
    vectors: NDArray[np.float32],
    rows: NDArray[np.int64],
    centres: NDArray[np.int64],
    n_picks: int,
    seed: int,
) -> NDArray[np.int64]:
    """Pick rows of vectors, each the least similar to the centres and to all picked before.

    vectors: (n, width), of length 1. rows: those to choose from. centres: those that are there;
    without any, the first pick is drawn by the seed.
    """
    n_picks = min(n_picks, len(rows))
    if n_picks <= 0:
        return np.zeros(0, np.int64)
    songs = vectors[rows]
    picks = list[int]()
    if len(centres):
        nearest = _nearest(songs, vectors[centres])
    else:
        picks.append(int(np.random.default_rng([seed, 3]).integers(len(rows))))
        nearest = _nearest(songs, songs[picks])
        nearest[picks] = np.inf
    seen = np.full(len(rows), len(picks))  # picks that a song's similarity knows of
    while len(picks) < n_picks:
        pick = _least(songs, nearest, seen, picks)
        nearest[pick] = np.inf
        picks.append(pick)
    return np.asarray(rows[picks])


def _nearest(songs: NDArray[np.float32], centres: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return each song's similarity to the centre that is most like it: (n,)."""
    parts = [
        (songs[first : first + SONGS_AT_ONCE] @ centres.T).max(axis=1)
        for first in range(0, len(songs), SONGS_AT_ONCE)
    ]
    return np.concatenate(parts)


def _least(
    songs: NDArray[np.float32],
    nearest: NDArray[np.float32],
    seen: NDArray[np.int64],
    picks: list[int],
) -> int:
    """Find the song that is least like its nearest centre; bring up to date what decides it."""
    while True:
        n_candidates = min(CANDIDATES, len(nearest))
        candidates = np.argpartition(nearest, n_candidates - 1)[:n_candidates]
        stale = candidates[(seen[candidates] < len(picks)) & np.isfinite(nearest[candidates])]
        if not len(stale):
            return int(candidates[nearest[candidates].argmin()])
        newest = songs[picks[int(seen[stale].min()) :]]
        nearest[stale] = np.maximum(nearest[stale], (songs[stale] @ newest.T).max(axis=1))
        seen[stale] = len(picks)
