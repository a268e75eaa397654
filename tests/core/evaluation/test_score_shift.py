"""How far scores move, and whether songs keep their order: by hand, and as scipy has it."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import spearmanr

from core.evaluation.score_shift import rank_agreement, score_shift


def test_the_order_is_spearmans_mean_of_the_words() -> None:
    generator = np.random.default_rng(4)
    before = generator.random((40, 3))
    after = np.clip(before + generator.normal(0, 0.2, before.shape), 0, 1)
    after[:, 2] = 0.5  # no order at all
    groups = np.arange(40) // 2
    found = rank_agreement(before, after, groups)
    wanted = np.mean([spearmanr(before[:, word], after[:, word]).statistic for word in (0, 1)])
    assert found.value == pytest.approx(wanted)
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.value < found.high <= 1.0


def test_scores_that_do_not_move_keep_their_order_exactly() -> None:
    scores = np.random.default_rng(5).random((12, 4))
    found = score_shift(scores, scores.copy(), np.arange(12))
    assert (found.n_songs, found.change.value, found.size.value) == (12, 0.0, 0.0)
    assert found.rank.interval == (1.0, 1.0)
    turned = rank_agreement(scores, -scores, np.arange(12))
    assert turned.value == pytest.approx(-1.0)


def test_songs_without_a_score_do_not_count_and_too_few_have_a_reason() -> None:
    before = np.array([[0.2, 0.4], [np.nan, 0.1], [0.6, 0.8]])
    found = score_shift(before, before + 0.1, np.arange(3))
    assert found.n_songs == 2
    assert found.change.value == pytest.approx(0.1)
    assert found.by_word == pytest.approx([0.1, 0.1])
    assert found.rank.value is None
    assert "at least 3" in str(found.rank.reason)
    nothing = score_shift(before[:0], before[:0], np.arange(0))
    assert nothing.change.value is None
    assert "both ways" in str(nothing.change.reason)
