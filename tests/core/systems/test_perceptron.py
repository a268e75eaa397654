"""The thesis's perceptron as a classifier on vectors."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.errors import TrainingError
from core.jobs import Cancelled
from core.systems.perceptron import REGIME, TwoLayerPerceptron

SMALL = TwoLayerPerceptron(hidden=128, regime=replace(REGIME, epochs=50))


def clouds(n: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Songs in two clouds: the first tag says which, the second is never no, the third nothing."""
    rng = np.random.default_rng(seed)
    side = np.arange(n) % 2
    vectors = rng.standard_normal((n, 6)) + 4.0 * side[:, None] * np.eye(6)[0]
    states = np.stack([side, np.ones(n), np.full(n, -1)], axis=1).astype(np.int8)
    return vectors, states


def test_a_tag_that_two_clouds_tell_is_learned_and_others_have_no_score() -> None:
    vectors, states = clouds(30, 0)
    others, truth = clouds(20, 1)
    scores = SMALL.fit(1e-4 * vectors - 3.0, states, np.arange(30))(1e-4 * others - 3.0)
    assert scores.shape == (20, 3)
    yes, no = scores[truth[:, 0] == 1, 0], scores[truth[:, 0] == 0, 0]
    assert (yes[:, None] > no[None, :]).mean() > 0.95
    assert ((scores[:, 0] >= 0) & (scores[:, 0] <= 1)).all()
    assert np.isnan(scores[:, 1:]).all()


def test_a_number_that_is_the_same_in_all_songs_says_nothing() -> None:
    vectors, states = clouds(10, 0)
    vectors[:, 1] = 7.0
    others = vectors.copy()
    others[:, 1] = 1e6
    score = SMALL.fit(vectors, states, np.arange(10))
    np.testing.assert_array_equal(score(vectors), score(others))


def test_one_yes_and_one_no_are_enough_and_one_song_is_not() -> None:
    vectors, states = clouds(2, 0)
    scores = SMALL.fit(vectors, states, np.arange(2))(vectors)
    assert scores[1, 0] > scores[0, 0]
    with pytest.raises(TrainingError) as error:
        SMALL.fit(vectors[:1], states[:1], np.arange(1))
    assert error.value.id == "systems.too_few_songs"


def test_the_same_seed_gives_the_same_scores_and_another_one_others() -> None:
    vectors, states = clouds(20, 0)
    first, again, other = (
        replace(SMALL, seed=seed).fit(vectors, states, np.arange(20))(vectors)[:, 0]
        for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(first, again)
    assert (first != other).any()


def test_a_cancel_ends_the_training() -> None:
    class CancelledJob:
        def report(self, done: float, total: float, what: str = "") -> None:
            """Ignore the report."""

        def check(self) -> None:
            raise Cancelled

    vectors, states = clouds(20, 0)
    with pytest.raises(Cancelled):
        SMALL.fit(vectors, states, np.arange(20), CancelledJob())
