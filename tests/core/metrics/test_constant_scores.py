"""Scores that are all the same have no range: a draw of artists changes nothing."""

from __future__ import annotations

import numpy as np

from core.messages import message
from core.metrics.measure import measure, measure_both

GROUPS = np.arange(40) // 2
STATES = np.stack([np.arange(40) % 2, np.arange(40) % 3 == 0], axis=1).astype(np.int8)
SAME = np.full((40, 2), 0.3)
REASON = message("metrics.never_varies")


def test_an_auc_of_chance_without_any_spread_has_a_reason_and_no_range() -> None:
    found = measure(("drums", "piano"), STATES, SAME, GROUPS)
    for number in (
        found.tags["drums"].estimate("auc"),
        found.tags["drums"].estimate("mcc"),
        found.means["wauc"],
        found.means["auc"],
        found.means["mcc"],
    ):
        assert number.interval is None
        assert number.reason == REASON
    assert found.means["wauc"].value == 0.5


def test_one_word_that_varies_gives_the_mean_a_range() -> None:
    scores = SAME.copy()
    scores[:, 0] = np.random.default_rng(0).random(40)
    found = measure(("drums", "piano"), STATES, scores, GROUPS)
    assert found.tags["piano"].estimate("auc").reason == REASON
    low, high = found.means["wauc"].interval or (0.0, 0.0)
    assert low < high


def test_two_models_that_know_nothing_differ_by_nothing_known() -> None:
    _, _, change = measure_both(("drums", "piano"), STATES, SAME, SAME + 0.1, GROUPS)
    assert change.means["wauc"].interval is None
    assert change.tags["drums"]["auc"].reason == REASON
