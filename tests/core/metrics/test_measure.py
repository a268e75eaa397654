"""Tags are measured with intervals or reasons, the same everywhere, and stored readably."""

from __future__ import annotations

import json

import numpy as np
import pytest
from numpy.typing import NDArray

from core.metrics.bootstrap import resample_groups
from core.metrics.measure import (
    METRICS,
    measure,
    measure_all,
    measure_both,
)
from core.metrics.metric_records import Estimate, MetricChange, TagMetrics
from core.metrics.precise_score import MIN_POSITIVE, score_for_precision
from core.metrics.tag_metrics import per_tag, wauc

Scores = NDArray[np.float64]
NAMES = ("drums", "female", "rare", "always", "nothing")


def drawn(seed: int = 0) -> tuple[NDArray[np.int8], Scores, NDArray[np.int64]]:
    """Songs of 39 artists: two tags to measure, one with 2 yes, one without a no, one unjudged."""
    random = np.random.default_rng(seed)
    groups = random.integers(0, 40, 160)
    taste = random.normal(size=(40, 5))
    states = (random.random((160, 5)) < 1 / (1 + np.exp(1 - taste[groups]))).astype(np.int8)
    states[:, 2] = 0
    states[:2, 2], states[:, 3], states[:, 4] = 1, 1, -1
    noise = random.normal(size=(160, 5)) + 0.5 * taste[groups]
    scores = 1 / (1 + np.exp(-(2.0 * (states == 1) + noise - 1.5)))
    return states, scores.astype(np.float16).astype(np.float64), groups  # as they are stored


def test_every_tag_is_there_with_an_interval_or_a_reason() -> None:
    states, scores, groups = drawn()
    found = measure(NAMES, states, scores, groups)
    assert tuple(found.tags) == NAMES
    assert (found.n_songs, found.n_artists, found.n_resamples) == (160, 39, 2000)
    for tag in found.tags.values():
        for metric in METRICS:
            number = tag.estimate(metric)
            assert (number.interval is None) == (number.reason is not None)
            if number.interval is not None and number.value is not None:
                assert number.interval[0] <= number.value <= number.interval[1]
    drums, rare, always = found.tags["drums"], found.tags["rare"], found.tags["always"]
    assert set(drums.intervals) == set(METRICS)
    assert getattr(rare.reasons["auc"], "id", "") == "metrics.few_positive"
    assert rare.exact == ("precision", "recall")
    assert rare.auc is not None
    assert always.auc is None
    assert always.recall == (always.true_positives or 0) / 160
    assert found.tags["nothing"].n == 0


def test_counts_and_numbers_agree_with_each_other_and_with_the_older_functions() -> None:
    states, scores, groups = drawn()
    tags = measure(NAMES, states, scores, groups).tags
    old = per_tag(NAMES, states, scores)
    for name in ("drums", "female"):
        tag = tags[name]
        tp, fp = tag.true_positives or 0, tag.false_positives or 0
        assert tag.precision == tp / (tp + fp)
        assert tag.recall == tp / tag.support
        assert tp + fp + (tag.false_negatives or 0) + (tag.true_negatives or 0) == tag.n
        assert (tag.auc, tag.ap, tag.n) == (old[name].auc, old[name].ap, old[name].n)
    assert measure(NAMES, states, scores, groups).means["wauc"].value == wauc(states, scores)


def test_a_missing_score_is_a_song_not_judged() -> None:
    states, scores, groups = drawn()
    holes, fewer = scores.copy(), states.copy()
    holes[::7], fewer[::7] = np.nan, -1
    assert measure(NAMES, states, holes, groups) == measure(NAMES, fewer, scores, groups)


def test_a_threshold_set_by_the_user_decides_every_song() -> None:
    states, scores, groups = drawn()
    tag = measure(NAMES, states, scores, groups, {"drums": 0.9}).tags["drums"]
    assert tag.decision_threshold == 0.9
    assert tag.true_positives == int(((states[:, 0] == 1) & (scores[:, 0] >= 0.9)).sum())


def test_the_same_scores_do_not_change_and_better_ones_do() -> None:
    states, scores, groups = drawn()
    same = measure_both(NAMES, states, scores, scores, groups)[2]
    assert same.tags["drums"]["auc"] == Estimate(0.0, 0.0, 0.0)
    assert same.means["wauc"] == Estimate(0.0, 0.0, 0.0)
    random = np.random.default_rng(1).random(scores.shape)
    better = measure_both(NAMES, states, random, scores, groups)[2]
    for change in (better.tags["drums"]["auc"], better.means["wauc"]):
        assert change.low is not None
        assert 0.1 < change.low < (change.value or 0)
    assert getattr(better.tags["rare"]["auc"].reason, "id", "") == "metrics.few_positive"
    assert better.tags["rare"]["auc"].value is not None
    assert better.tags["always"]["auc"].value is None
    after = json.loads(json.dumps(better.to_json()))
    assert MetricChange.from_json(after) == better


def test_what_was_gained_over_knowing_nothing_is_as_uncertain_as_the_number_itself() -> None:
    states, _scores, groups = drawn()
    scores = np.clip(states * 0.9 + 0.05, 0.05, 0.95).astype(np.float32)  # all right
    chance = np.full_like(scores, 0.5)
    _before, after, change = measure_both(NAMES, states, chance, scores, groups)
    now = (after.tags["drums"].estimate("auc"), after.means["wauc"], after.means["auc"])
    gains = (change.tags["drums"]["auc"], change.means["wauc"], change.means["auc"])
    for number, gained in zip(now, gains, strict=True):
        assert number.low is not None
        assert (gained.value, gained.low, gained.high) == (0.5, number.low - 0.5, 0.5)


def test_two_models_that_are_both_right_are_not_certainly_equals() -> None:
    states, _scores, groups = drawn()
    right = np.clip(states * 0.9 + 0.05, 0.05, 0.95).astype(np.float32)
    other = np.clip(states * 0.8 + 0.05, 0.05, 0.95).astype(np.float32)
    change = measure_both(NAMES, states, right, other, groups)[2]
    for gained in (change.tags["drums"]["auc"], change.means["wauc"]):
        assert gained.value == 0.0
        assert gained.low is not None
        assert gained.low < 0.0


def test_several_models_are_measured_as_each_alone_and_against_the_first() -> None:
    states, scores, groups = drawn()
    random = np.random.default_rng(1).random(scores.shape)
    holes = scores.copy()
    holes[::9] = np.nan
    known = np.where(np.isfinite(holes), states, np.int8(-1))
    measured, changes = measure_all(NAMES, states, (scores, random, holes), groups)
    assert measured == [measure(NAMES, known, own, groups) for own in (scores, random, scores)]
    assert changes == [
        measure_both(NAMES, known, scores, own, groups)[2] for own in (random, holes)
    ]


def test_what_a_card_stores_is_read_again_also_an_old_or_a_damaged_one() -> None:
    states, scores, groups = drawn()
    for tag in measure(NAMES, states, scores, groups).tags.values():
        again = TagMetrics.from_json(json.loads(json.dumps(tag.to_json())))
        assert again == tag
        assert [getattr(text, "id", "") for text in again.reasons.values()] == [
            getattr(text, "id", "") for text in tag.reasons.values()
        ]
    old = {"support": 4, "auc": 0.9, "ap": None, "f1": 0.5, "n": 12, "threshold": 0.4,
           "like": [[1, 2], [3, 4]]}  # fmt: skip
    assert TagMetrics.from_json(old) == TagMetrics(
        4, 0.9, None, 0.5, 12, threshold=0.4, bins=((1, 2), (3, 4))
    )
    damaged = {"support": "many", "auc": [1], "like": [[1], "x"], "intervals": {"auc": [1]},
               "reasons": [], "precise": 4, "exact": 3, "n": float("nan")}  # fmt: skip
    assert TagMetrics.from_json(damaged) == TagMetrics(0, None, None, None, 0)


@pytest.mark.parametrize("n_songs", [0, 1, 2])
def test_hardly_any_songs_are_no_error(n_songs: int) -> None:
    states, scores, groups = (part[:n_songs] for part in drawn())
    found = measure(NAMES, states, scores, groups)
    assert found.means["wauc"].interval is None
    assert found.means["wauc"].reason is not None
    change = measure_both(NAMES, states, scores, scores, groups)[2]
    assert change.means["auc"].reason is not None


def test_from_the_score_for_ninety_right_nine_of_ten_are_right() -> None:
    random = np.random.default_rng(6)
    scores = random.random(4000)
    truth = (random.random(4000) < scores).astype(np.int8)  # calibrated: its mean above .8 is .9
    groups = np.arange(4000) // 4
    for n_songs in (400, 4000):
        found = score_for_precision(
            truth[:n_songs], scores[:n_songs], resample_groups(groups[:n_songs], 1)
        )
        assert found.value == pytest.approx(0.8, abs=0.08)
        assert 0.65 < (found.low or 0) < 0.8 < (found.high or 0) < 0.95


def test_a_precision_that_is_never_reached_has_a_reason_instead() -> None:
    random = np.random.default_rng(6)
    scores, truth = random.random(200), random.integers(0, 2, 200).astype(np.int8)
    resamples = resample_groups(np.arange(200) // 2, 1)
    found = score_for_precision(truth, scores, resamples)
    assert getattr(found.reason, "id", "") == "metrics.never_so_precise"
    rare = np.zeros(200, np.int8)
    rare[: MIN_POSITIVE - 1] = 1
    assert getattr(score_for_precision(rare, scores, resamples).reason, "id", "") == (
        "metrics.few_positive"
    )


def test_numbers_are_of_scores_as_they_are_stored() -> None:
    states, scores, groups = drawn()
    finer = scores + 1e-6
    assert measure(NAMES, states, finer, groups) == measure(NAMES, states, scores, groups)


def test_the_means_of_a_category_are_those_of_its_tags() -> None:
    states, scores, groups = drawn()
    categories = ("sound", "voice", "sound", "sound", "other")
    found = measure(NAMES, states, scores, groups, None, categories)
    assert tuple(found.categories) == ("sound", "voice", "other")
    tags, sound = found.tags, found.categories["sound"]["auc"]
    assert sound.value == pytest.approx(((tags["drums"].auc or 0) + (tags["rare"].auc or 0)) / 2)
    assert sound.interval is not None
    assert found.categories["voice"]["wauc"].value == pytest.approx(tags["female"].auc)
    assert getattr(found.categories["other"]["auc"].reason, "id", "") == "metrics.no_tag"
