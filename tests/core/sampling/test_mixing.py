"""A queue has its share at random, keeps artists apart, and is the same for the same seed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.library.queue_records import Reason
from core.sampling import reasons
from core.sampling.mixing import ARTIST_GAP, random_slots
from core.sampling.sampling_records import QueuePlan, WordOrder
from core.sampling.song_queue import choose_by_strata, choose_for_word, choose_songs
from core.sampling.strata import strata
from tests.support.song_pools import song_pool


def test_equal_seeds_give_equal_queues_and_others_do_not() -> None:
    pool = song_pool()
    queues = [choose_songs(pool, QueuePlan(50, seed)) for seed in (1, 1, 2)]
    assert queues[0] == queues[1] != queues[2]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.2, 0.5, 1.0])
def test_the_random_share_is_what_was_asked_for_and_spread_over_the_queue(share: float) -> None:
    slots = random_slots(100, share, seed=3)
    assert slots.sum() == round(100 * share)
    for end in (20, 50, 80):
        assert abs(slots[:end].sum() - end * share) <= 2
    picks = choose_songs(song_pool(), QueuePlan(100, 3, share))
    assert Counter(pick.reason for pick in picks)[Reason.RANDOM] == round(100 * share)


def test_the_random_songs_are_drawn_before_any_reason_can_take_them() -> None:
    pool = song_pool()
    for seed in range(20):
        picks = choose_songs(pool, QueuePlan(60, seed))
        random = [pick.row for pick in picks if pick.reason is Reason.RANDOM]
        assert random == reasons.drawn(pool, seed)[: len(random)].tolist()


def test_every_open_song_is_drawn_as_often_as_any_other() -> None:
    pool = song_pool(n_songs=60, n_judged=20)
    counts: Counter[int] = Counter()
    for seed in range(600):
        picks = choose_songs(pool, QueuePlan(20, seed, 0.25))
        counts.update(pick.row for pick in picks if pick.reason is Reason.RANDOM)
    expected = 600 * 5 / 40
    spread = sum((counts[row] - expected) ** 2 for row in range(20, 60)) / expected
    assert spread < 66  # chi squared of 39 degrees: one in 200
    assert not any(counts[row] for row in range(20))


def test_all_reasons_have_their_turn_by_weight() -> None:
    pool = song_pool(n_songs=600, n_judged=100)
    states = pool.states.copy()
    states[:, 0] = np.where(states[:, 0] == 1, 0, states[:, 0])
    pool = replace(pool, states=states)
    contradicted = [(int(song), 11) for song in pool.song_ids[:30]]
    before = pool.song_ids[30:60].tolist()
    picks = choose_songs(pool, QueuePlan(100, 1), contradicted, before)
    counts = Counter(pick.reason for pick in picks)
    assert counts == {
        Reason.RANDOM: 20, Reason.UNSURE: 40, Reason.UNLIKE: 13, Reason.RARE: 13,
        Reason.DISAGREE: 7, Reason.AGAIN: 7,
    }  # fmt: skip
    assert len({pick.row for pick in picks}) == 100


def test_songs_judged_already_never_fill_a_queue() -> None:
    pool = song_pool(n_songs=60, n_judged=55)
    contradicted = [(int(song), 11) for song in pool.song_ids[:50]]
    picks = choose_songs(pool, QueuePlan(30, 1), contradicted, pool.song_ids[:50].tolist())
    counts = Counter(pick.reason for pick in picks)
    assert counts[Reason.DISAGREE] == counts[Reason.AGAIN] == 3


def test_an_artist_does_not_come_again_at_once() -> None:
    pool = song_pool(n_songs=400, n_artists=30)
    picks = choose_songs(pool, QueuePlan(80, 1, 0.0))
    artists = pool.artists[[pick.row for pick in picks]].tolist()
    for index, artist in enumerate(artists):
        assert artist not in artists[max(0, index - ARTIST_GAP) : index]


def test_songs_of_nobody_known_are_not_kept_apart() -> None:
    pool = song_pool()
    unknown = replace(pool, artists=np.full(200, -1))
    ranked = reasons.unsure(unknown, 20, 1).rows.tolist()
    plan = QueuePlan(20, 1, 0.0, {Reason.UNSURE: 1.0})
    assert [pick.row for pick in choose_songs(unknown, plan)] == ranked[:20]


def test_without_a_model_and_embeddings_all_are_drawn() -> None:
    pool = song_pool()
    nothing = np.full_like(pool.probabilities, np.nan)
    bare = replace(pool, probabilities=nothing, vectors=np.zeros((200, 0), np.float32))
    picks = choose_songs(bare, QueuePlan(50, 1))
    assert {pick.reason for pick in picks} == {Reason.RANDOM}
    assert len(picks) == 50


def test_a_small_library_is_asked_about_once_with_its_random_share() -> None:
    picks = choose_songs(song_pool(n_songs=12, n_judged=2), QueuePlan(100, 1))
    assert Counter(pick.reason is Reason.RANDOM for pick in picks) == {True: 2, False: 8}
    assert sorted(pick.row for pick in picks) == list(range(2, 12))


def test_nothing_is_asked_where_all_is_judged() -> None:
    assert choose_songs(song_pool(n_songs=20, n_judged=20), QueuePlan(10, 1)) == ()


def test_one_word_is_asked_by_doubt_or_score_with_its_random_share() -> None:
    pool = song_pool(n_tags=1)
    for order in (WordOrder.UNCERTAIN, WordOrder.SCORE):
        picks = choose_for_word(pool, QueuePlan(50, 1), order)
        assert Counter(pick.reason for pick in picks) == {Reason.RANDOM: 10, Reason.UNSURE: 40}
    scores = [pool.probabilities[pick.row, 0] for pick in picks if pick.reason is Reason.UNSURE]
    assert np.mean(scores) > 0.7


def test_strata_are_tenths_of_the_songs_and_each_gives_as_many() -> None:
    pool = song_pool(n_songs=300, n_tags=1, n_judged=30)
    numbers = strata(np.where(pool.judged, np.nan, pool.probabilities[:, 0]))
    assert np.bincount(numbers[numbers >= 0]).tolist() == [27] * 10
    picks = choose_by_strata(pool, 40, seed=1)
    assert Counter(pick.stratum for pick in picks) == dict.fromkeys(range(10), 4)
    for pick in picks:
        assert pick.reason is Reason.STRATUM
        assert numbers[pick.row] == pick.stratum
    assert choose_by_strata(pool, 1000, seed=1)[:40] == picks


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 80), st.floats(0, 1))
def test_no_song_comes_twice_whatever_the_pool(
    n_songs: int, n_judged: int, n_wanted: int, share: float
) -> None:
    pool = song_pool(max(n_songs, 1), n_judged=min(n_judged, n_songs), n_artists=5)
    picks = choose_songs(pool, QueuePlan(n_wanted, 1, share))
    rows = [pick.row for pick in picks]
    assert len(rows) == len(set(rows)) <= n_wanted
    assert not pool.judged[np.array(rows, np.int64)].any()
