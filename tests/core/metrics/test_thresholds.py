"""Thresholds have the best F1, rare tags lean on all, and no song decides on itself."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import f1_score

from core.metrics.thresholds import (
    DEFAULT,
    FULL_SUPPORT,
    best_f1_threshold,
    decide,
    pooled_threshold,
    tag_thresholds,
)


def test_no_other_threshold_has_a_better_f1() -> None:
    random = np.random.default_rng(4)
    truth = random.integers(0, 2, 80)
    scores = np.round(np.clip(truth * 0.2 + random.random(80) * 0.8, 0, 1), 2)
    threshold = best_f1_threshold(truth, scores)
    assert threshold is not None
    best = max(f1_score(truth, scores >= cut) for cut in np.unique(scores))
    assert f1_score(truth, scores >= threshold) == pytest.approx(best)
    assert best_f1_threshold(np.ones(5), np.ones(5)) is None


def test_a_rare_tags_threshold_is_drawn_to_the_pooled_one() -> None:
    states = np.full((40, 2), -1, np.int8)
    scores = np.full((40, 2), np.nan)
    states[:, 0], scores[:, 0] = np.repeat([1, 0], 20), np.repeat([0.7, 0.4], 20)
    states[:4, 1], scores[:4, 1] = [1, 0, 0, 0], [0.3, 0.26, 0.1, 0.1]
    rare, pooled = 0.28, pooled_threshold(states, scores)
    found = tag_thresholds(states, scores)
    assert found[0] == pytest.approx(0.55)
    assert found[1] == pytest.approx(rare / FULL_SUPPORT + pooled * (1 - 1 / FULL_SUPPORT))


def test_without_decisions_thresholds_are_the_default() -> None:
    nothing = np.full((3, 2), -1, np.int8)
    assert pooled_threshold(nothing, np.full((3, 2), np.nan)) == DEFAULT
    assert tag_thresholds(nothing, np.zeros((3, 2))).tolist() == [DEFAULT, DEFAULT]
    one_artist = decide(nothing, np.full((3, 2), 0.6), np.zeros(3, int))
    assert one_artist.all()


def test_decisions_on_noise_are_not_flattered_by_their_own_songs() -> None:
    random = np.random.default_rng(0)
    n_songs, n_tags = 60, 40
    states = (random.random((n_songs, n_tags)) < 0.2).astype(np.int8)
    scores = random.random((n_songs, n_tags)) * 0.6 + 0.2
    groups = np.arange(n_songs)
    flattered = scores >= tag_thresholds(states, scores)
    honest = decide(states, scores, groups)
    blind = 2 * 0.2 / 1.2  # the best F1 of decisions that know nothing: all yes

    def mean_f1(decided: np.ndarray) -> float:
        return float(np.mean([f1_score(states[:, i], decided[:, i]) for i in range(n_tags)]))

    assert mean_f1(flattered) > blind + 0.03
    assert mean_f1(honest) < blind


def test_a_threshold_set_by_the_user_holds_for_every_song() -> None:
    states = np.array([[1, 1], [0, 0], [1, 1], [0, 0]], np.int8)
    scores = np.array([[0.9, 0.9], [0.8, 0.8], [0.3, 0.3], [np.nan, 0.2]])
    decided = decide(states, scores, np.arange(4), np.array([0.25, np.nan]))
    assert decided[:, 0].tolist() == [True, True, True, False]
