"""Estimates of how common a tag is: formulas, coverage of the intervals, bad input."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.stats import norm

from core.metrics.prevalence import (
    RandomSample,
    ScoreBins,
    adjusted_share,
    prediction_powered,
    prediction_powered_share,
    stratified_share,
)

Numbers = NDArray[np.generic]

N_RUNS = 1000
TRUTH = np.array([0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 1])
SCORES = np.array([0.13, 0.22, 0.25, 0.58, 0.8, 0.4, 0.61, 0.49, 0.11, 0.08, 0.61, 0.32])
OTHERS = np.array([
    0.03, 0.41, 0.37, 0.73, 0.5, 0.41, 0.4, 0.2, 0.01, 0.15,
    0.55, 0.16, 0.3, 0.0, 0.66, 0.12, 0.21, 0.7, 0.41, 0.68,
])  # fmt: skip


def make_sample(
    share: float, auc: float, random: np.random.Generator, *, n: int = 200, n_others: int = 1000,
    n_artists: int = 0,
) -> RandomSample:  # fmt: skip
    """Songs whose scores tell yes from no as well as the AUC says; artists' shares differ."""
    n_all, apart = n + n_others, norm.ppf(auc) * 2**0.5
    groups = random.integers(0, n_artists, n_all) if n_artists else np.arange(n_all)
    shares = (
        random.beta(share * 4.0, (1.0 - share) * 4.0, n_artists)[groups] if n_artists else share
    )
    truth = (random.random(n_all) < shares).astype(np.int8)
    logits = random.normal(size=n_all) + apart * (truth - 0.5) + np.log(share / (1.0 - share))
    scores = 1.0 / (1.0 + np.exp(-logits))
    return RandomSample.of_all(truth[:n], scores[:n], groups[:n], scores[n:], groups[n:])


def of_songs(truth: Numbers, scores: Numbers, others: Numbers) -> RandomSample:
    n = len(truth)
    return RandomSample.of_all(truth, scores, np.arange(n), others, np.arange(n, n + len(others)))


def test_shares_are_those_of_the_published_package() -> None:
    """ppi-python 0.2.3 on the same numbers with lam=1, to which its own 1.06 is cut here."""
    value, error, leaning = prediction_powered(of_songs(TRUTH, SCORES, OTHERS))
    assert (value, leaning) == (pytest.approx(0.38333333), 1.0)
    half = (0.60837732 - 0.15828934) / 2.0 / 1.959964  # it divides by n, and not by n - 1
    assert error**2 - half**2 == pytest.approx((TRUTH - SCORES).var() * (1 / 11 - 1 / 12), abs=1e-6)


def test_standard_error_by_hand() -> None:
    sample = of_songs(TRUTH, SCORES, OTHERS)
    value, error, leaning = prediction_powered(sample)
    rest = TRUTH - leaning * SCORES
    assert value == pytest.approx(leaning * OTHERS.mean() + rest.mean())
    by_hand = leaning**2 * OTHERS.var() / len(OTHERS) + rest.var(ddof=1) / len(TRUTH)
    assert error == pytest.approx(by_hand**0.5)


def test_scores_that_tell_nothing_are_not_leaned_on() -> None:
    sample = of_songs(TRUTH, np.full(12, 0.3), np.full(20, 0.3))
    value, error, leaning = prediction_powered(sample)
    assert (leaning, value) == (0.0, TRUTH.mean())
    assert error == pytest.approx((TRUTH.var(ddof=1) / 12) ** 0.5)


@pytest.mark.parametrize(("share", "auc"), [(0.05, 0.7), (0.1, 0.9), (0.3, 0.8)])
@pytest.mark.parametrize("n_artists", [0, 90])
def test_prediction_powered_interval_covers_the_truth(
    share: float, auc: float, n_artists: int
) -> None:
    random = np.random.default_rng(3)
    found = [
        prediction_powered_share(make_sample(share, auc, random, n_artists=n_artists))
        for _ in range(N_RUNS)
    ]
    covered = np.mean([one.low <= share <= one.high for one in found])
    assert 0.93 <= covered <= 0.97
    assert np.mean([one.value for one in found]) == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize(("share", "auc"), [(0.1, 0.9), (0.3, 0.9), (0.3, 0.8)])
def test_adjusted_interval_covers_the_truth(share: float, auc: float) -> None:
    random = np.random.default_rng(4)
    found = [adjusted_share(make_sample(share, auc, random), share) for _ in range(N_RUNS)]
    known = [one for one in found if one.interval is not None]
    assert len(known) > 0.99 * N_RUNS
    assert 0.93 <= np.mean([one.low <= share <= one.high for one in known]) <= 0.975


@pytest.mark.parametrize(
    ("seed", "judged_share", "share", "published"),
    [(1, 0.3, 0.3, 0.29222846), (2, 0.3, 0.1, 0.14465747), (3, 0.2, 0.6, 0.61834111)],
)
def test_adjusted_count_is_that_of_the_published_package(
    seed: int, judged_share: float, share: float, published: float
) -> None:
    """quapy 0.2.3, ACC, on the same songs: those judged have another share than those counted."""
    random = np.random.default_rng(seed)
    truth, scores = beta_songs(random, 200, judged_share)
    _, others = beta_songs(random, 1000, share)
    judged = of_songs(truth, scores, others)
    counted = RandomSample.of_all(
        truth[:0], scores[:0], np.arange(0), others, np.arange(1000, 2000)
    )
    assert adjusted_share(counted, 0.5, judged).value == pytest.approx(published, abs=1e-5)


def beta_songs(random: np.random.Generator, n: int, share: float) -> tuple[Numbers, Numbers]:
    truth = (random.random(n) < share).astype(int)
    scores = np.where(truth == 1, random.beta(4, 2, n), random.beta(2, 4, n))
    return truth, np.round(scores, 4)


def test_counting_what_the_model_says_is_wrong_where_the_estimates_are_right() -> None:
    """A model that says yes of every other song, of a tag that one in twenty has."""
    sample = make_sample(0.05, 0.85, np.random.default_rng(5), n=400, n_others=4000)
    threshold = float(np.median(sample.other_scores))
    assert (sample.other_scores >= threshold).mean() > 0.45
    for found in (prediction_powered_share(sample), adjusted_share(sample, threshold)):
        assert found.low <= 0.05 <= found.high
        assert found.value < 0.15


def test_a_good_model_makes_the_range_narrower_than_songs_alone() -> None:
    random = np.random.default_rng(6)
    sample = make_sample(0.3, 0.95, random, n=100, n_others=5000)
    blind = RandomSample.of_all(
        sample.truth, np.zeros(100), sample.groups, np.zeros(5000), sample.other_groups
    )
    with_model, without = prediction_powered_share(sample), prediction_powered_share(blind)
    assert with_model.high - with_model.low < 0.8 * (without.high - without.low)


def test_songs_of_one_artist_count_as_alike() -> None:
    random = np.random.default_rng(7)
    apart = make_sample(0.3, 0.7, random)
    by_ten = np.arange(200) // 10
    truth = np.repeat((random.random(20) < 0.3).astype(np.int8), 10)
    alike = RandomSample.of_all(
        truth, apart.scores, by_ten, apart.other_scores, apart.other_groups + 1000
    )
    wide, narrow = prediction_powered_share(alike), prediction_powered_share(apart)
    assert wide.high - wide.low > 2.0 * (narrow.high - narrow.low)


def test_what_was_judged_before_the_draw_is_known_and_not_estimated() -> None:
    """Half the songs were judged before, all yes; of the others none has it."""
    random = np.random.default_rng(8)
    scores = random.random(300)
    sample = RandomSample(
        np.zeros(60, np.int8), scores[:60], np.arange(60), np.full(60, 0.5), scores[60:],
        np.arange(60, 300), np.full(240, 0.5 / 240), known=0.5,
    )  # fmt: skip
    found = prediction_powered_share(sample)
    assert found.value == pytest.approx(0.5)
    assert 0.44 < found.low <= 0.5 <= found.high < 0.6


def test_late_draws_stand_for_what_was_left() -> None:
    """Songs judged by choice between two draws: each draw's songs stand for their own pool."""
    random, hits, values = np.random.default_rng(9), 0, []
    for _ in range(300):
        truth = (random.random(600) < 0.2).astype(np.int8)
        scores = np.clip(0.5 * truth + 0.5 * random.random(600), 0, 1)
        first = np.arange(40)
        chosen = 40 + np.argsort(-scores[40:])[:160]  # the likeliest yes, all judged
        rest = np.setdiff1d(np.arange(40, 600), chosen)
        second = random.choice(rest, 40, replace=False)
        others = np.setdiff1d(np.arange(40, 600), second)
        left = 1.0 - len(chosen) / 600
        weights = 0.5 * np.full(len(others), 1.0 / len(others))
        weights += 0.5 * left * np.isin(others, rest) / np.isin(others, rest).sum()
        drawn = np.concatenate([first, second])
        reach = np.concatenate([np.ones(40), np.full(40, left)])
        sample = RandomSample(
            truth[drawn], scores[drawn], drawn, reach, scores[others], others, weights,
            known=0.5 * float(truth[chosen].sum()) / 600,
        )  # fmt: skip
        found = prediction_powered_share(sample)
        values.append(found.value)
        hits += found.low <= 0.2 <= found.high
    assert np.mean(values) == pytest.approx(0.2, abs=0.01)
    assert hits / 300 > 0.92


def test_reasons_instead_of_ranges() -> None:
    random = np.random.default_rng(10)
    few = make_sample(0.3, 0.8, random, n=15)
    assert prediction_powered_share(few).interval is None
    assert "15" in prediction_powered_share(few).reason
    assert prediction_powered_share(make_sample(0.3, 0.8, random, n=0)).value is None
    rare = of_songs(np.zeros(50, np.int8), random.random(50), random.random(100))
    assert adjusted_share(rare, 0.5).value is None
    useless = of_songs(np.arange(60) % 2, np.full(60, 0.9), np.full(100, 0.9))
    assert adjusted_share(useless, 0.5).value is None


def test_no_yes_among_the_songs_leaves_a_share_above_nothing_possible() -> None:
    random = np.random.default_rng(11)
    found = prediction_powered_share(
        of_songs(np.zeros(100, np.int8), random.random(100), random.random(500))
    )
    assert (found.value, found.low) == (0.0, 0.0)
    assert 0.02 < found.high < 0.06


def test_all_songs_judged_need_no_model() -> None:
    found = prediction_powered_share(of_songs(np.arange(40) % 4 == 0, np.zeros(40), np.zeros(0)))
    assert found.value == pytest.approx(0.25)
    assert found.low < 0.25 < found.high


def test_strata_give_the_share_and_the_auc() -> None:
    random, hits = np.random.default_rng(12), 0
    truth = random.random(4000) < 0.1
    scores = random.random(4000) * 0.6 + truth * 0.4 * random.random(4000)
    edges = np.quantile(scores, np.linspace(0, 1, 11))
    bin_of = np.clip(np.searchsorted(edges, scores, "right") - 1, 0, 9)
    for _ in range(60):
        rows_of = [random.choice(np.flatnonzero(bin_of == b), 15, replace=False) for b in range(10)]
        n_yes = np.array([int(truth[rows].sum()) for rows in rows_of])
        bins = ScoreBins(np.full(10, 0.1), n_yes, np.full(10, 15))
        share, auc = stratified_share(bins)
        hits += share.low <= truth.mean() <= share.high
        assert 0.5 < auc.value < 0.95
    assert hits >= 54


def test_few_songs_of_strata_give_no_number() -> None:
    share, auc = stratified_share(ScoreBins(np.full(10, 0.1), np.zeros(10, int), np.ones(10, int)))
    assert share.value is None
    assert auc.value is None
