"""Where a model contradicts decisions, and where two models differ."""

from __future__ import annotations

import numpy as np

from core.metrics.disagreement import contradicted, flipped

NAN = float("nan")


def test_only_a_confident_score_contradicts() -> None:
    scores = np.array([0.2, 0.21, 0.8, 0.79, NAN], np.float32)
    every = np.ones(5, np.bool_)
    none = ~every
    assert contradicted(every, none, scores).tolist() == [True, False, False, False, False]
    assert contradicted(none, every, scores).tolist() == [False, False, True, False, False]
    assert not contradicted(none, none, scores).any()


def test_a_flip_crosses_the_threshold_and_is_no_trifle() -> None:
    before = np.array([[0.3, 0.48, 0.9, 0.3, NAN]], np.float32)
    now = np.array([[0.7, 0.52, 0.1, 0.45, 0.9]], np.float32)
    cuts = np.full(5, 0.5)
    assert flipped(before, now, cuts, cuts).tolist() == [[True, False, True, False, False]]
    assert flipped(before, now, cuts, np.full(5, 0.4))[0, 3]
