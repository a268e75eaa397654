"""What a score is worth is counted among songs that scored alike, and not said of too few."""

from __future__ import annotations

import numpy as np

from core.metrics.calibration import ENOUGH_ALIKE, share_alike
from core.metrics.tag_metrics import score_counts, tag_metrics


def test_the_share_is_that_of_the_songs_that_scored_alike() -> None:
    scores = np.concatenate([np.full(20, 0.9), np.full(20, 0.2)])
    states = np.array([1] * 16 + [0] * 4 + [1] * 2 + [0] * 18, dtype=np.int8)
    like = tag_metrics(states, scores).like
    assert share_alike(like, 0.91) == 0.8
    assert share_alike(like, 0.21) == 0.1
    assert share_alike(like, 0.55) is None


def test_too_few_songs_say_nothing_and_neighbours_are_asked() -> None:
    few = np.full(ENOUGH_ALIKE - 1, 0.5)
    assert share_alike(score_counts(np.ones(len(few)), few), 0.5) is None
    spread = np.linspace(0.42, 0.58, ENOUGH_ALIKE)
    assert share_alike(score_counts(np.ones(len(spread)), spread), 0.5) == 1.0
    assert share_alike((), 0.5) is None


def test_songs_that_were_not_judged_do_not_count() -> None:
    states = np.array([1, 0] * 6 + [-1] * 8, dtype=np.int8)
    assert share_alike(tag_metrics(states, np.full(20, 0.7)).like, 0.7) == 0.5


def test_a_score_of_one_has_a_slot() -> None:
    like = score_counts(np.ones(12), np.ones(12))
    assert sum(songs for _, songs in like) == 12
    assert share_alike(like, 1.0) == 1.0
