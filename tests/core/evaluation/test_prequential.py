"""Predictions before decisions: which count, and whether they became better."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import log_loss, roc_auc_score

from core.evaluation.prequential import LEAST, SHORTEST, curve_of
from core.library.queue_records import PredictedDecision
from core.library.records import State

N = 120


def predicted(scores: np.ndarray, truth: np.ndarray, **facts: bool) -> list[PredictedDecision]:
    return [
        PredictedDecision(
            number, number, 1, 1, number, float(score), State.YES if yes else State.NO,
            facts.get("guess_visible", False), facts.get("is_random", False), "2026-01-01",
        )
        for number, (score, yes) in enumerate(zip(scores, truth, strict=True))
    ]  # fmt: skip


def drawn(sharpness: np.ndarray, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Scores that tell more of the truth the sharper they are."""
    rng = np.random.default_rng(seed)
    truth = rng.random(len(sharpness)) < 0.4
    logits = sharpness * np.where(truth, 1.0, -1.0) + rng.normal(0, 1, len(truth))
    return 1 / (1 + np.exp(-logits)), truth


ARTISTS = {number: f"artist {number % 40}" for number in range(N)}


def test_points_are_what_a_library_computes_of_the_last_decisions() -> None:
    scores, truth = drawn(np.full(N, 1.0))
    curve = curve_of("house", predicted(scores, truth), ARTISTS)
    assert (curve.n_decisions, curve.window, curve.points[-1].n) == (N, 40, N)
    for point in (curve.points[0], curve.points[-1]):
        part = slice(point.n - 40, point.n)
        expected = log_loss(truth[part], np.clip(scores[part], 0.01, 0.99))
        assert point.loss.value == pytest.approx(expected)
        assert point.auc.value == pytest.approx(roc_auc_score(truth[part], scores[part]))
        assert point.loss.low < point.loss.value < point.loss.high
        assert point.auc.low < point.auc.value < point.auc.high


@pytest.mark.parametrize(("first", "last", "sign"), [(0.0, 3.0, -1), (3.0, 0.0, 1)])
def test_a_change_is_told_in_its_direction(first: float, last: float, sign: int) -> None:
    scores, truth = drawn(np.linspace(first, last, N))
    change = curve_of("house", predicted(scores, truth), ARTISTS).change
    assert np.sign([change.low, change.value, change.high]).tolist() == [sign] * 3


def test_no_change_is_not_told_as_one() -> None:
    told = 0
    for seed in range(20):
        scores, truth = drawn(np.full(N, 1.0), seed)
        change = curve_of("house", predicted(scores, truth), ARTISTS).change
        assert change.low is not None
        told += not change.low < 0.0 < change.high
    assert told <= 4


def test_guesses_on_screen_count_only_of_songs_drawn_at_random() -> None:
    scores, truth = drawn(np.full(30, 1.0))
    seen = predicted(scores, truth, guess_visible=True)
    curve = curve_of("house", seen, ARTISTS)
    assert (curve.n_decisions, curve.n_left_out, curve.points) == (0, 30, ())
    at_random = predicted(scores, truth, guess_visible=True, is_random=True)
    assert curve_of("house", at_random, ARTISTS).n_decisions == 30


def test_few_decisions_few_artists_and_one_answer_have_no_range() -> None:
    scores, truth = drawn(np.full(SHORTEST, 1.0))
    few = curve_of("house", predicted(scores[: LEAST - 1], truth[: LEAST - 1]), ARTISTS)
    assert few.points == ()
    assert few.change.value is None
    one_artist = curve_of("house", predicted(scores, truth), dict.fromkeys(range(N), "one"))
    assert one_artist.points[-1].loss.low is None
    assert one_artist.points[-1].auc.low is None
    only_yes = curve_of("house", predicted(scores, np.ones(SHORTEST)), ARTISTS)
    assert only_yes.points[-1].auc.value is None
    assert only_yes.points[-1].loss.value is not None
