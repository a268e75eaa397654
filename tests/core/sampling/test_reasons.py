"""Each reason ranks the songs that it is about, the strongest first."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from core.sampling import reasons
from core.sampling.farthest_first import farthest_first
from core.sampling.sampling_records import NO_TAG
from tests.support.song_pools import song_pool


def test_unsure_songs_are_not_judged_and_come_by_their_margin() -> None:
    pool = song_pool()
    ranked = reasons.unsure(pool, 0, 0)
    margins = np.abs(2 * pool.probabilities[ranked.rows] - 1).mean(axis=1)
    assert not pool.judged[ranked.rows].any()
    assert len(ranked.rows) == 170
    assert (np.diff(margins) >= 0).all()
    own = np.abs(2 * pool.probabilities[ranked.rows] - 1)
    assert (ranked.columns == own.argmin(axis=1)).all()


def test_songs_without_a_score_are_not_unsure() -> None:
    pool = song_pool(n_judged=0)
    scores = pool.probabilities.copy()
    scores[:50] = np.nan
    scores[50:60, 0] = np.nan
    ranked = reasons.unsure(replace(pool, probabilities=scores), 20, 0)
    assert set(ranked.rows.tolist()) == set(range(50, 200))
    assert 0 not in ranked.columns[np.isin(ranked.rows, np.arange(50, 60))]


def test_the_first_unsure_songs_are_of_the_doubtful_half_and_the_rest_come_by_margin() -> None:
    pool = song_pool()
    by_margin = reasons.unsure(pool, 0, 0).rows
    ranked = reasons.unsure(pool, 20, 0)
    assert set(ranked.rows[:20].tolist()) < set(by_margin[:85].tolist())
    assert ranked.rows[:20].tolist() != by_margin[:20].tolist()
    rest = by_margin[~np.isin(by_margin, ranked.rows[:20])]
    assert ranked.rows[20:].tolist() == rest.tolist()
    own = np.abs(2 * pool.probabilities[ranked.rows] - 1)
    assert (ranked.columns == own.argmin(axis=1)).all()


def test_a_song_in_the_middle_of_all_tells_little_whatever_its_direction() -> None:
    pool = song_pool()
    lengths = np.where(np.arange(200) % 2, 1.0, 0.05).astype(np.float32)
    ranked = reasons.unsure(replace(pool, lengths=lengths), 20, 0)
    assert (ranked.rows[:20] % 2).all()


def test_without_vectors_unsure_songs_come_by_margin() -> None:
    pool = song_pool()
    bare = replace(pool, vectors=np.zeros((200, 0), np.float32))
    unknown = replace(pool, vectors=np.full((200, 8), np.nan, np.float32))
    expected = reasons.unsure(pool, 0, 0).rows.tolist()
    for one in (bare, unknown):
        assert reasons.unsure(one, 20, 0).rows.tolist() == expected


def test_one_word_can_be_ranked_by_doubt_and_by_score() -> None:
    pool = song_pool()
    scores = pool.probabilities[:, 1]
    assert (np.diff(np.abs(scores[reasons.unsure_of(pool, 1).rows] - 0.5)) >= 0).all()
    assert (np.diff(scores[reasons.likely_of(pool, 1).rows]) <= 0).all()


def test_rare_words_take_turns_the_rarest_first() -> None:
    pool = song_pool(n_tags=3, n_judged=40)
    states = pool.states.copy()
    states[:40] = 0
    states[:12, 0], states[:2, 1], states[:5, 2] = 1, 1, 1
    ranked = reasons.rare(replace(pool, states=states))
    assert ranked.columns[:4].tolist() == [1, 2, 1, 2]  # the first is not rare
    assert ranked.rows[0] == 40 + pool.probabilities[40:, 1].argmax()
    assert not pool.judged[ranked.rows].any()


def test_disputed_songs_keep_the_order_they_are_given_in_each_once() -> None:
    pool = song_pool()
    ids = pool.song_ids
    given = [(int(ids[5]), 12), (int(ids[2]), 11), (int(ids[5]), 11), (99_999, 11), (7, 99)]
    ranked = reasons.disagree(pool, given)
    assert ranked.rows.tolist() == [5, 2]
    assert ranked.columns.tolist() == [1, 0]


def test_songs_to_hear_again_come_in_a_drawn_order_that_the_seed_repeats() -> None:
    pool = song_pool()
    before = pool.song_ids[:20].tolist()
    first, second = reasons.again(pool, before, 1), reasons.again(pool, before, 1)
    assert first.rows.tolist() == second.rows.tolist() != list(range(20))
    assert sorted(first.rows.tolist()) == list(range(20))
    assert set(first.columns.tolist()) == {NO_TAG}


def plain_farthest_first(
    vectors: NDArray[np.float32], rows: NDArray[np.int64], centres: NDArray[np.int64], n: int
) -> list[int]:
    centres, picks = list(centres), list[int]()
    for _ in range(n):
        left = [row for row in rows if row not in picks]
        nearest = (vectors[left] @ vectors[centres].T).max(axis=1)
        picks.append(left[int(nearest.argmin())])
        centres.append(picks[-1])
    return picks


@pytest.mark.parametrize("n_songs", [40, 700])
def test_the_farthest_songs_are_those_of_the_plain_algorithm(n_songs: int) -> None:
    pool = song_pool(n_songs, n_judged=10)
    rows, centres = np.arange(10, n_songs), np.arange(10)
    found = farthest_first(pool.vectors, rows, centres, 30, seed=0)
    assert found.tolist() == plain_farthest_first(pool.vectors, rows, centres, 30)


def test_songs_that_are_all_alike_are_picked_all_the_same() -> None:
    vectors = np.tile(np.array([[1.0, 0.0]], np.float32), (300, 1))
    found = farthest_first(vectors, np.arange(5, 300), np.arange(5), 295, seed=0)
    assert sorted(found.tolist()) == list(range(5, 300))


def test_songs_without_a_vector_are_not_unlike_others() -> None:
    pool = song_pool()
    vectors = pool.vectors.copy()
    vectors[100:] = np.nan
    assert reasons.unlike(replace(pool, vectors=vectors), 200, 0).rows.max() < 100
    nothing = replace(pool, vectors=np.zeros((200, 0), np.float32))
    assert not len(reasons.unlike(nothing, 20, 0).rows)


def test_without_a_judged_song_the_first_is_drawn() -> None:
    pool = song_pool(n_judged=0)
    firsts = {int(reasons.unlike(pool, 5, seed).rows[0]) for seed in range(8)}
    assert len(firsts) > 3


def test_a_hundred_of_100_000_songs_are_found_in_seconds() -> None:
    random = np.random.default_rng(0)
    vectors = random.standard_normal((100_000, 64), dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    begin = time.process_time()
    found = farthest_first(vectors, np.arange(500, 100_000), np.arange(500), 100, seed=0)
    assert len(set(found.tolist())) == 100
    assert time.process_time() - begin < 20.0  # about one alone
