"""Metrics of tags and summaries, masked; equal to a public baseline's numbers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.metrics.tag_metrics import per_tag, summary, wauc


def test_wauc_weights_tags_by_support_and_lists_those_without_a_number() -> None:
    states = np.array([[1, 1, 1], [0, 1, 1], [0, 1, 1], [0, 0, 1]], dtype=np.int8)
    scores = np.array([[0.9, 0.1, 0], [0.1, 0.6, 0], [0.2, 0.7, 0], [0.3, 0.5, 0]])
    found = summary(["one", "three", "all"], states, scores)
    assert wauc(states, scores) == pytest.approx((1 * 1.0 + 3 * (2 / 3)) / 4)
    assert found.wauc == wauc(states, scores)
    assert found.left_out == ("all",)


def test_unjudged_cells_count_nowhere() -> None:
    random = np.random.default_rng(1)
    states = random.integers(0, 2, (40, 3)).astype(np.int8)
    scores = random.random((40, 3))
    unjudged = np.concatenate([states, np.full((9, 3), -1, np.int8)])
    padded = np.concatenate([scores, random.random((9, 3))])
    names = ["a", "b", "c"]
    assert per_tag(names, states, scores) == per_tag(names, unjudged, padded)
    assert summary(names, states, scores) == summary(names, unjudged, padded)


def test_tags_without_both_kinds_have_no_number() -> None:
    states = np.array([[1, -1], [1, -1]], dtype=np.int8)
    found = per_tag(["yes", "nothing"], states, np.zeros((2, 2)))
    assert found["yes"].auc is None
    assert found["yes"].support == 2
    assert found["nothing"].n == 0
    assert wauc(states, np.zeros((2, 2))) is None


def test_equal_to_a_public_baseline_to_six_decimals(SHARED: Path) -> None:
    oracle = SHARED / "reference" / "metric_oracle"
    truth = np.load(oracle / "groundtruth.npy").astype(np.int8)
    scores = np.load(oracle / "baseline_vggish_predictions.npy")
    decided = np.load(oracle / "baseline_vggish_decisions.npy").astype(bool)
    found = summary([str(i) for i in range(truth.shape[1])], truth, scores, decided)
    assert round(found.roc_auc_macro or 0, 6) == 0.725821
    assert round(found.ap_macro or 0, 6) == 0.107734
    assert round(found.roc_auc_micro or 0, 6) == 0.775029
    assert round(found.ap_micro or 0, 6) == 0.140913
    assert round(found.f1_macro or 0, 6) == 0.165694
    assert round(found.f1_micro or 0, 6) == 0.177133
