"""Our metrics are the field's: worked by hand, and equal to scikit-learn's."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn import metrics as sk

from core.metrics.classification import f1_score, matthews_corrcoef
from core.metrics.ranking import average_precision_score, pr_auc_score, roc_auc_score


def test_small_cases_worked_by_hand() -> None:
    truth, scores = np.array([1, 0, 1, 0]), np.array([0.9, 0.8, 0.7, 0.1])
    assert roc_auc_score(truth, scores) == 0.75
    assert average_precision_score(truth, scores) == pytest.approx((1 + 2 / 3) / 2)
    assert f1_score(truth, scores >= 0.5) == pytest.approx(0.8)
    assert roc_auc_score(truth, np.full(4, 0.3)) == 0.5


def test_equal_to_scikit_learn_with_and_without_ties() -> None:
    reference = pytest.importorskip("sklearn.metrics")
    random = np.random.default_rng(0)
    for n_levels in (3, 1000):
        truth = random.integers(0, 2, 200)
        scores = random.integers(0, n_levels, 200) / n_levels
        assert roc_auc_score(truth, scores) == pytest.approx(reference.roc_auc_score(truth, scores))
        expected = reference.average_precision_score(truth, scores)
        assert average_precision_score(truth, scores) == pytest.approx(expected)
        assert f1_score(truth, scores >= 0.5) == pytest.approx(
            reference.f1_score(truth, scores >= 0.5)
        )


@pytest.mark.parametrize("seed", range(6))
def test_mcc_and_pr_auc_are_those_of_scikit_learn(seed: int) -> None:
    noise = np.random.default_rng(seed)
    truth = noise.integers(0, 2, 60)
    scores = np.round(np.clip(truth * 0.3 + noise.random(60) * 0.7, 0, 1), 2)
    assert matthews_corrcoef(truth, scores >= 0.5) == pytest.approx(
        sk.matthews_corrcoef(truth, scores >= 0.5)
    )
    precision, recall, _ = sk.precision_recall_curve(truth, scores)
    assert pr_auc_score(truth, scores) == pytest.approx(sk.auc(recall, precision))


def test_without_both_classes_there_is_no_number() -> None:
    positive, scores = np.ones(4, np.int8), np.linspace(0, 1, 4)
    assert matthews_corrcoef(positive, scores >= 0.5) is None
    assert pr_auc_score(np.zeros(4, np.int8), scores) is None
    assert matthews_corrcoef(np.array([1, 0, 1, 0]), np.zeros(4, np.bool_)) == 0.0
