"""When to stop: the certificate holds, and the number of yes that is expected comes true."""

from __future__ import annotations

import numpy as np
import pytest

from core.sampling.stopping import N_RECENT, found_sample, outlook


def test_a_search_by_score_stops_with_its_recall_in_95_of_100_runs() -> None:
    random, enough = np.random.default_rng(0), 0
    for _ in range(800):
        truth = random.random(1500) < 0.15
        scores = 1 / (1 + np.exp(-random.normal(np.where(truth, 0.6, -0.6), 1.0)))
        sample = random.permutation(1500)
        with_word = sample[truth[sample]]
        lowest = np.sort(scores[with_word[:14]])[0]  # the score at which it is certified
        assert found_sample(scores[with_word], lowest).is_reached
        assert not found_sample(scores[with_word], lowest + 1e-9).is_reached
        enough += (scores[truth] >= lowest).mean() >= 0.8
    assert enough / 800 >= 0.935


def test_too_few_random_songs_with_the_word_certify_nothing_yet() -> None:
    found = found_sample(np.full(5, 0.9), 0.1)
    assert not found.is_reached
    assert (found.n_known, found.n_found, found.n_needed) == (5, 5, 14)


def test_a_random_song_without_a_score_is_not_found_by_it() -> None:
    scores = np.full(14, 0.9)
    scores[3] = np.nan
    assert not found_sample(scores, 0.1).is_reached


def test_a_sample_that_cannot_do_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot certify"):
        found_sample(np.zeros(3), 0.5, n_sample=3)


def test_the_expected_yes_come_true_with_the_least_certain_and_some_drawn() -> None:
    random = np.random.default_rng(0)
    errors = []
    for _ in range(40):
        logits = random.normal(-1.0, 1.5, 1000)
        truth = random.random(1000) < 1 / (1 + np.exp(-2 * logits - 1.0))  # scores are too mild
        scores = 1 / (1 + np.exp(-logits))
        drawn, rest = np.arange(40), np.arange(40, 1000)
        order = rest[np.argsort(np.abs(scores[rest] - 0.5))]
        answered, left = np.concatenate([drawn, order[:160]]), order[160:]
        found = outlook(scores[answered], truth[answered].astype(np.int8), scores[left])
        assert found.n_left == 800
        errors.append(found.n_expected - truth[left].sum())
    assert abs(np.mean(errors)) < 10
    assert np.abs(errors).max() < 60


def test_the_last_forty_tell_how_often_the_model_was_wrong() -> None:
    scores, states = np.full(60, 0.9), np.ones(60, np.int8)
    states[[5, 30, 50]] = 0
    states[55] = -2  # unsure counts nowhere
    found = outlook(scores, states, np.array([0.5]))
    assert (found.n_recent, found.n_wrong, found.n_left) == (N_RECENT, 2, 1)
    assert found.n_expected == pytest.approx(0.5)


def test_without_scores_nothing_is_expected() -> None:
    found = outlook(np.full(3, np.nan), np.ones(3, np.int8), np.full(4, np.nan))
    assert (found.n_recent, found.n_expected, found.n_left) == (0, None, 4)
