"""Why to ask about a song: one ranking of the pool's songs a reason. Deterministic.

Uncertainty sampling by margin (Lewis and Gale 1994; Settles 2009, section 3.1), of whole songs by
what they tell about others (expected_gain.py), the farthest song first for songs like none judged
yet (farthest_first.py), the highest scores of rare words, songs judged long ago in a drawn order.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.sampling.expected_gain import most_informative
from core.sampling.farthest_first import farthest_first
from core.sampling.sampling_records import FEW_YES, NO_TAG, Pool, Ranking

RARE_PER_WORD = 25  # songs in turn for each rare word
LEAST_RARE = 0.02  # a lower score speaks for no song
MOST_COMPARED = 4096  # songs that stand for all, when it is asked which tell the most


def unsure(pool: Pool, n_songs: int, seed: int) -> Ranking:
    """Rank songs not judged by how near the words' probabilities are to one half.

    A song's margin is the mean over all words with a probability. What is unclear may be so in all
    songs alike: so of the more doubtful half, the first n_songs are those that tell the most about
    the others, where there are vectors. The column is a song's least certain word.
    """
    rows = np.flatnonzero(~pool.judged & np.isfinite(pool.probabilities).any(axis=1))
    if not len(rows):
        return _nothing()
    doubt = 1.0 - np.abs(2.0 * pool.probabilities[rows] - 1.0)
    order = np.argsort(-np.nanmean(doubt, axis=1), kind="stable")
    first = _informative(pool, rows[order], n_songs, seed)
    rest = order[~np.isin(rows[order], first)]
    order = np.concatenate([np.searchsorted(rows, first), rest])
    columns = np.nanargmax(np.where(np.isfinite(doubt), doubt, -1.0), axis=1)
    return Ranking(rows[order], columns[order].astype(np.int64))


def _informative(
    pool: Pool, doubtful: NDArray[np.int64], n_songs: int, seed: int
) -> NDArray[np.int64]:
    """Pick up to n_songs of the doubtful half that tell the most. doubtful: the most so first."""
    if not pool.vectors.shape[1]:
        return np.zeros(0, np.int64)
    has_vector = np.asarray(np.isfinite(pool.vectors).all(axis=1))
    half = doubtful[: max(n_songs, len(doubtful) // 2)]
    half = np.random.default_rng([seed, 6]).permutation(half[has_vector[half]])[:MOST_COMPARED]
    judged = np.flatnonzero(has_vector & pool.judged)
    scores = pool.probabilities[:, np.isfinite(pool.probabilities).any(axis=0)]
    doubts = np.nan_to_num(scores * (1.0 - scores)).mean(axis=1)
    compared = np.concatenate([judged, np.sort(half)])
    vectors = pool.vectors[compared]
    if len(pool.lengths):
        vectors *= pool.lengths[compared, None]
    known, candidates = np.split(np.arange(len(compared)), [len(judged)])
    picked = most_informative(vectors, doubts[compared], known, candidates, n_songs)
    return np.asarray(compared[picked])


def unsure_of(pool: Pool, column: int) -> Ranking:
    """Rank songs not judged on one word by how near its probability is to one half."""
    known = np.isfinite(pool.probabilities[:, column]) & (pool.states[:, column] == -1)
    rows = np.flatnonzero(known)
    order = np.argsort(np.abs(pool.probabilities[rows, column] - 0.5), kind="stable")
    return Ranking(rows[order], np.full(len(rows), column, np.int64))


def likely_of(pool: Pool, column: int) -> Ranking:
    """Rank songs not judged on one word by its probability, the highest first."""
    known = np.isfinite(pool.probabilities[:, column]) & (pool.states[:, column] == -1)
    rows = np.flatnonzero(known)
    order = np.argsort(-pool.probabilities[rows, column], kind="stable")
    return Ranking(rows[order], np.full(len(rows), column, np.int64))


def unlike(pool: Pool, n_songs: int, seed: int) -> Ranking:
    """Rank songs not judged, each the farthest from those judged and those ranked before it."""
    if not pool.vectors.shape[1]:
        return _nothing()
    known = np.isfinite(pool.vectors).all(axis=1)
    open_rows = np.flatnonzero(known & ~pool.judged)
    centres = np.flatnonzero(known & pool.judged)
    picked = farthest_first(pool.vectors, open_rows, centres, n_songs, seed)
    return Ranking(picked, np.full(len(picked), NO_TAG, np.int64))


def rare(pool: Pool) -> Ranking:
    """Rank songs not judged that score high on words with few yes, the rarest word first.

    The words take turns, so that none waits for all songs of another.
    """
    if not pool.probabilities.size:
        return _nothing()
    n_yes = (pool.states == 1).sum(axis=0)
    known = np.isfinite(pool.probabilities).any(axis=0)
    words = np.flatnonzero((n_yes < FEW_YES) & known)
    words = words[np.argsort(n_yes[words], kind="stable")]
    open_rows = np.flatnonzero(~pool.judged)
    rows, columns, turns = list[int](), list[int](), list[int]()
    for word in words.tolist():
        scores = np.nan_to_num(pool.probabilities[open_rows, word], nan=-1.0)
        best = np.argsort(-scores, kind="stable")[:RARE_PER_WORD]
        best = best[scores[best] >= LEAST_RARE]
        rows += open_rows[best].tolist()
        columns += [word] * len(best)
        turns += range(len(best))
    order = np.argsort(np.array(turns, np.int64), kind="stable")
    return Ranking(np.array(rows, np.int64)[order], np.array(columns, np.int64)[order])


def disagree(pool: Pool, contradicted: Sequence[tuple[int, int]]) -> Ranking:
    """Rank judged songs by decisions that the model contradicts: (song id, tag id), worst first."""
    column_of = {tag: column for column, tag in enumerate(pool.tag_ids)}
    row_of = {song: row for row, song in enumerate(pool.song_ids.tolist())}
    first: dict[int, int] = {}
    for song_id, tag_id in contradicted:
        if song_id in row_of and tag_id in column_of:
            first.setdefault(row_of[song_id], column_of[tag_id])
    return Ranking(np.array(list(first), np.int64), np.array(list(first.values()), np.int64))


def again(pool: Pool, judged_before: Sequence[int], seed: int) -> Ranking:
    """Rank songs judged long ago in a drawn order. judged_before: their ids."""
    rows = np.flatnonzero(np.isin(pool.song_ids, np.array(judged_before, np.int64)))
    drawn = np.random.default_rng([seed, 2]).permutation(rows)
    return Ranking(drawn, np.full(len(drawn), NO_TAG, np.int64))


def drawn(pool: Pool, seed: int) -> NDArray[np.int64]:
    """Draw an order of the songs not judged: every beginning of it is a random sample of them."""
    return np.random.default_rng([seed, 1]).permutation(np.flatnonzero(~pool.judged))


def _nothing() -> Ranking:
    return Ranking(np.zeros(0, np.int64), np.zeros(0, np.int64))
