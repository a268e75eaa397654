"""The songs that tell the most are those that lower what is not known of all others."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.sampling.expected_gain import BIAS_PRECISION, most_informative
from core.training.logistic import C
from tests.support.song_pools import song_pool


def plainly(
    vectors: NDArray[np.float32],
    doubts: NDArray[np.float64],
    judged: list[int],
    candidates: list[int],
    n_picks: int,
) -> list[int]:
    """Try every song: fit the variance with it, and take the one that leaves the least."""
    songs = np.hstack([vectors.astype(np.float64), np.ones((len(vectors), 1))])
    weights = C * doubts
    prior = np.diag([1.0] * vectors.shape[1] + [BIAS_PRECISION])

    def left(known: list[int]) -> float:
        inverse = np.linalg.inv(prior + (songs[known].T * weights[known]) @ songs[known])
        pool = songs[candidates]
        return float(weights[candidates] @ ((pool @ inverse) * pool).sum(axis=1))

    picks = list[int]()
    for _ in range(n_picks):
        waiting = [one for one in candidates if one not in picks]
        picks.append(min(waiting, key=lambda one: left([*judged, *picks, one])))
    return picks


@pytest.mark.parametrize("n_judged", [0, 12])
def test_the_picks_are_those_that_leave_the_least_variance(n_judged: int) -> None:
    vectors = song_pool(60).vectors
    doubts = np.random.default_rng(5).uniform(0.05, 0.25, 60)
    judged, candidates = np.arange(n_judged), np.arange(n_judged, 60)
    found = most_informative(vectors, doubts, judged, candidates, 10).tolist()
    assert found == plainly(vectors, doubts, judged.tolist(), candidates.tolist(), 10)


def test_of_equal_songs_one_is_enough() -> None:
    groups = np.repeat(np.eye(6, dtype=np.float32), 20, axis=0)
    found = most_informative(groups, np.full(120, 0.2), np.arange(0), np.arange(120), 6)
    assert sorted((found // 20).tolist()) == list(range(6))


def test_a_song_like_no_other_tells_less_than_one_that_many_are_like() -> None:
    vectors = np.repeat(np.eye(2, dtype=np.float32), [1, 30], axis=0)
    found = most_informative(vectors, np.full(31, 0.2), np.arange(0), np.arange(31), 1)
    assert found[0] != 0


def test_all_candidates_are_picked_where_more_are_wanted() -> None:
    pool = song_pool(30)
    found = most_informative(pool.vectors, np.zeros(30), np.arange(10), np.arange(10, 30), 50)
    assert sorted(found.tolist()) == list(range(10, 30))
    assert not len(most_informative(pool.vectors, np.zeros(30), np.arange(30), np.arange(0), 5))
