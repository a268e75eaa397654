"""Classifiers on vectors: what they learn, what they cannot, and that order does not matter."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import TrainingError
from core.systems.classifiers import (
    Classifier,
    ExtremeLearningMachine,
    Prototypes,
    linear_svm,
    logistic_regression,
    nearest_neighbours,
    rbf_svm,
    ridge,
)

CLASSIFIERS = {
    "logistic": logistic_regression(),
    "ridge": ridge(),
    "linear-svm": linear_svm(),
    "rbf-svm": rbf_svm(),
    "neighbours": nearest_neighbours(),
    "prototypes": Prototypes(),
    "elm": ExtremeLearningMachine(units=50),
}


def clouds(n: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Songs in two clouds: the first tag says which, the second is never no, the third nothing."""
    rng = np.random.default_rng(seed)
    side = np.arange(n) % 2
    vectors = rng.standard_normal((n, 6)) + 4.0 * side[:, None] * np.eye(6)[0]
    states = np.stack([side, np.ones(n), np.full(n, -1)], axis=1).astype(np.int8)
    return vectors, states


@pytest.mark.parametrize("classifier", CLASSIFIERS.values(), ids=CLASSIFIERS)
def test_a_tag_that_two_clouds_tell_is_learned(classifier: Classifier) -> None:
    vectors, states = clouds(30, 0)
    others, truth = clouds(20, 1)
    scores = classifier.fit(vectors, states, np.arange(30))(others)
    assert scores.shape == (20, 3)
    yes, no = scores[truth[:, 0] == 1, 0], scores[truth[:, 0] == 0, 0]
    assert yes.min() > no.max() or (yes[:, None] > no[None, :]).mean() > 0.95
    assert ((scores[:, 0] >= 0) & (scores[:, 0] <= 1)).all()


@pytest.mark.parametrize("classifier", CLASSIFIERS.values(), ids=CLASSIFIERS)
def test_a_tag_without_a_yes_or_a_no_has_no_score(classifier: Classifier) -> None:
    vectors, states = clouds(12, 0)
    assert np.isnan(classifier.fit(vectors, states, np.arange(12))(vectors)[:, 1:]).all()


@pytest.mark.parametrize("classifier", CLASSIFIERS.values(), ids=CLASSIFIERS)
def test_one_song_is_too_few(classifier: Classifier) -> None:
    vectors, states = clouds(1, 0)
    with pytest.raises(TrainingError) as error:
        classifier.fit(vectors, states, np.arange(1))
    assert error.value.id == "systems.too_few_songs"


@pytest.mark.parametrize("classifier", CLASSIFIERS.values(), ids=CLASSIFIERS)
def test_one_yes_and_one_no_are_enough(classifier: Classifier) -> None:
    vectors, states = clouds(2, 0)
    scores = classifier.fit(vectors, states, np.arange(2))(vectors)
    assert np.isfinite(scores[:, 0]).all()


def test_an_unsure_cell_is_as_good_as_none() -> None:
    vectors, states = clouds(20, 0)
    unsure = states.copy()
    unsure[3, 0], states[3, 0] = -2, -1
    scores, others = (
        Prototypes().fit(vectors, s, np.arange(20))(vectors) for s in (states, unsure)
    )
    np.testing.assert_array_equal(scores, others)


def test_more_values_than_songs_are_learned_from_as_well() -> None:
    rng = np.random.default_rng(3)
    side = np.arange(20) % 2
    wide = rng.standard_normal((20, 400)) + 3.0 * side[:, None]
    states = side[:, None].astype(np.int8)
    scores = logistic_regression().fit(wide, states, np.arange(20))(wide)
    assert (scores[side == 1].min() > scores[side == 0].max()).all()


def test_a_rotation_into_as_many_values_as_songs_gives_the_same_solution() -> None:
    rng = np.random.default_rng(3)
    vectors = rng.normal(size=(20, 10))
    states = rng.integers(0, 2, (20, 1)).astype(np.int8)
    padded = np.hstack([vectors, np.zeros((20, 40))])
    for classifier in (logistic_regression(), ridge()):
        few = classifier.fit(vectors, states, np.arange(20))(vectors)
        many = classifier.fit(padded, states, np.arange(20))(padded)
        np.testing.assert_allclose(few, many, atol=1e-5)
