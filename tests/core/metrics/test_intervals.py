"""Numbers on resampled artists are scikit-learn's weighted ones; exact intervals are scipy's."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.stats import binomtest
from sklearn import metrics as sk

from core.metrics.bootstrap import (
    LEAST_RESAMPLES,
    N_RESAMPLES,
    resample_groups,
    resampled_confusion,
    resampled_ranking,
)
from core.metrics.intervals import (
    Support,
    auc_interval,
    correlation_interval,
    difference_interval,
    exact_interval,
    share_interval,
)


def songs(
    n_levels: int, seed: int = 0
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]:
    random = np.random.default_rng(seed)
    groups = random.integers(0, 15, 90)
    truth = random.integers(0, 2, 90)
    scores = np.clip(truth * 0.2 + random.random(90) * 0.8, 0, 1)
    return truth, np.round(scores * n_levels) / n_levels, groups


@pytest.mark.parametrize("n_levels", [4, 100_000])
def test_a_resample_is_scikit_learn_with_artists_as_weights(n_levels: int) -> None:
    truth, scores, groups = songs(n_levels)
    drawn = resample_groups(groups, 1, seed=5)
    auc, ap = resampled_ranking(truth, scores, drawn.groups, drawn.counts)
    decided = scores >= 0.5
    decisions = resampled_confusion(truth, decided, drawn.groups, drawn.counts).metrics()
    for resample in (0, 1, 999):
        weights = drawn.counts[drawn.groups, resample]
        assert auc[resample] == pytest.approx(
            sk.roc_auc_score(truth, scores, sample_weight=weights), abs=1e-5
        )
        assert ap[resample] == pytest.approx(
            sk.average_precision_score(truth, scores, sample_weight=weights), abs=1e-5
        )
        for name, oracle in (
            ("f1", sk.f1_score), ("precision", sk.precision_score),
            ("recall", sk.recall_score), ("mcc", sk.matthews_corrcoef),
        ):  # fmt: skip
            expected = oracle(truth, decided, sample_weight=weights)
            assert decisions[name][resample] == pytest.approx(expected, abs=1e-5)


def test_memory_blocks_do_not_change_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    truth, scores, groups = songs(1000)
    drawn = resample_groups(groups, 1)
    whole = resampled_ranking(truth, scores, drawn.groups, drawn.counts)
    monkeypatch.setattr("core.metrics.bootstrap.BLOCK_FLOATS", 1)
    parts = resampled_ranking(truth, scores, drawn.groups, drawn.counts[:, :40])
    for one, other in zip(whole, parts, strict=True):
        np.testing.assert_allclose(one[:40], other, rtol=1e-5)


def test_resamples_are_the_same_every_time_and_fewer_of_very_many_songs() -> None:
    groups = np.repeat(np.arange(50), 20)
    few = resample_groups(groups, 63)
    assert few.n_resamples == N_RESAMPLES
    np.testing.assert_array_equal(few.counts, resample_groups(groups, 63).counts)
    assert (few.counts.sum(axis=0) == 50).all()
    assert resample_groups(np.repeat(groups, 10), 500).n_resamples == LEAST_RESAMPLES
    assert resample_groups(groups[:0], 3).counts.shape == (0, N_RESAMPLES)


@pytest.mark.parametrize(("hits", "n"), [(0, 4), (4, 4), (3, 9), (1, 1), (80, 211)])
def test_the_exact_interval_is_scipys(hits: int, n: int) -> None:
    oracle = binomtest(hits, n).proportion_ci(method="exact")
    assert exact_interval(hits, n) == pytest.approx((oracle.low, oracle.high))


def test_a_perfect_number_of_few_artists_is_a_wide_range() -> None:
    always = np.ones(500, np.float32)
    low, high = share_interval(1.0, always, 5) or (1.0, 0.0)
    assert (low, high) == pytest.approx((binomtest(5, 5).proportion_ci(method="wilson").low, 1.0))
    assert share_interval(0.0, 1 - always, 5) == pytest.approx((0.0, 1 - low))
    low, high = correlation_interval(1.0, always, 50) or (1.0, 0.0)
    assert 0.8 < low < 0.9
    assert high == 1.0
    low, high = auc_interval(1.0, always, Support(9, 30, 20, 6, 18)) or (1.0, 0.0)
    assert 0.6 < low < 0.85
    assert high == 1.0


def test_a_difference_that_never_varies_is_still_a_range_unless_it_is_none() -> None:
    assert difference_interval(0.0, np.zeros(9, np.float32), 10, is_same=True) == (0.0, 0.0)
    low, high = difference_interval(0.0, np.zeros(9, np.float32), 10) or (0.0, 0.0)
    assert low < 0 < high
    low, high = difference_interval(0.01, np.full(9, 0.01, np.float32), 10) or (0.0, 0.0)
    assert low < 0 < 0.02 < high


def test_a_mean_of_many_tags_is_near_one_only_when_all_of_them_hardly_err() -> None:
    drawn = np.random.default_rng(2).normal(0.958, 0.008, 500).astype(np.float32)
    low, high = share_interval(0.958, drawn, 24, n_tags=46) or (0.0, 1.0)
    assert 0.93 < low < 0.958 < high < 0.98
    of_one_tag = share_interval(0.958, drawn, 24) or (0.0, 1.0)
    assert of_one_tag[0] < 0.81
    perfect, _ = share_interval(1.0, np.ones(500, np.float32), 24, n_tags=46) or (1.0, 1.0)
    assert perfect < 0.997


def test_resamples_that_allow_no_number_give_no_interval() -> None:
    mostly_unknown = np.full(100, np.nan, np.float32)
    mostly_unknown[:50] = 0.5
    assert share_interval(0.5, mostly_unknown, 10) is None


@pytest.mark.parametrize(
    ("truth", "groups", "id"),
    [
        ([1] * 4 + [0] * 9, range(13), "metrics.few_positive"),
        ([1] * 9 + [0] * 4, range(13), "metrics.few_negative"),
        ([1] * 5 + [0] * 5, [0, 1, 2, 3, 3] * 2, "metrics.few_artists"),
        ([1] * 6 + [0] * 9, [0, 1, 1, 0, 0, 1, *range(2, 11)], "metrics.few_positive_artists"),
        ([1] * 9 + [0] * 6, [*range(2, 11), 0, 1, 1, 0, 0, 1], "metrics.few_negative_artists"),
    ],
)
def test_too_few_songs_or_artists_are_a_reason(
    truth: list[int], groups: list[int], id: str
) -> None:
    reason = Support.of(np.array(truth), np.array(list(groups))).reason()
    assert getattr(reason, "id", None) == id


def test_enough_songs_of_enough_artists_need_no_reason() -> None:
    assert Support.of(np.array([1, 0] * 5), np.arange(10) // 2).reason() is None
