"""Figures of agreement are krippendorff's and scikit-learn's; AC1 is what a pencil gives."""

from __future__ import annotations

import warnings

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from sklearn.metrics import cohen_kappa_score

from core.metrics.agreement import (
    MIN_OF_A_SIDE,
    MIN_SONGS,
    cohen_kappa,
    gwet_ac1,
    krippendorff_alpha,
    measure_agreement,
    raw_agreement,
)

UNSURE, MISSING = -2, -1
MATRICES = st.tuples(st.integers(2, 5), st.integers(1, 12)).flatmap(
    lambda shape: arrays(np.int8, shape, elements=st.sampled_from([1, 0, UNSURE, MISSING]))
)


def two(yes_yes: int, yes_no: int, no_yes: int, no_no: int) -> NDArray[np.int8]:
    counts = [yes_yes, yes_no, no_yes, no_no]
    return np.repeat(np.array([[1, 1, 0, 0], [1, 0, 1, 0]], np.int8), counts, axis=1)


def alpha_of_the_package(decisions: NDArray[np.int8]) -> float:
    known = np.where(decisions >= 0, decisions, np.nan)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return float(krippendorff.alpha(known, value_domain=[0, 1], level_of_measurement="nominal"))


@settings(max_examples=150, deadline=None)
@given(MATRICES)
def test_alpha_is_that_of_the_krippendorff_package(decisions: NDArray[np.int8]) -> None:
    pairable = decisions[:, (decisions >= 0).sum(axis=0) > 1]
    if len(np.unique(pairable[pairable >= 0])) < 2:
        assert np.isnan(krippendorff_alpha(decisions))
        return
    expected = alpha_of_the_package(decisions)
    assert krippendorff_alpha(decisions) == pytest.approx(expected, abs=1e-9)
    assert measure_agreement(decisions).alpha.value == pytest.approx(expected, abs=1e-9)


@settings(max_examples=150, deadline=None)
@given(arrays(np.int8, (2, 15), elements=st.sampled_from([1, 0, UNSURE, MISSING])))
def test_kappa_is_that_of_scikit_learn_on_the_songs_both_judged(
    decisions: NDArray[np.int8],
) -> None:
    first, second = decisions[:, (decisions >= 0).all(axis=0)]
    if len(first) == 0 or (len(set(first) | set(second)) == 1):
        assert np.isnan(cohen_kappa(*decisions))
        return
    expected = cohen_kappa_score(first, second, labels=[0, 1])
    assert cohen_kappa(*decisions) == pytest.approx(expected, abs=1e-9)
    assert raw_agreement(decisions) == pytest.approx(float(np.mean(first == second)), abs=1e-9)


def test_ac1_of_two_is_as_computed_by_hand() -> None:
    # 118 yes both, 5 and 2 apart, 0 no both: Pa = 118/125, pi = (123 + 120)/250 = .972,
    # Pe = 2 * .972 * .028 = .054432, AC1 = (.944 - .054432)/.945568
    assert gwet_ac1(two(118, 5, 2, 0)) == pytest.approx(0.8895680 / 0.945568, abs=1e-9)
    # 40, 6, 4, 50: Pa = .9, pi = (46 + 44)/200 = .45, Pe = .495, AC1 = .405/.505
    assert gwet_ac1(two(40, 6, 4, 50)) == pytest.approx(0.405 / 0.505, abs=1e-9)


def test_ac1_of_three_is_as_computed_by_hand() -> None:
    decisions = np.array([[1, 0, 1, MISSING], [1, 0, 0, 1], [1, 0, 1, UNSURE]], np.int8)
    # songs: 3 of 3, 0 of 3, 2 of 3 yes; the last is judged by one. Pa = (1 + 1 + 1/3)/3 = 7/9;
    # pi = (1 + 0 + 2/3)/3 = 5/9, Pe = 2 * 5/9 * 4/9 = 40/81; AC1 = (63/81 - 40/81)/(41/81)
    assert gwet_ac1(decisions) == pytest.approx(23 / 41, abs=1e-9)
    assert raw_agreement(decisions) == pytest.approx(7 / 9, abs=1e-9)


def test_of_a_rare_tag_ac1_tells_more_than_kappa() -> None:
    figures = measure_agreement(two(1, 2, 2, 95))
    assert figures.yes_share == pytest.approx(0.03)
    assert figures.raw.value == pytest.approx(0.96)
    assert figures.kappa.value is not None
    assert figures.kappa.value < 0.35
    assert figures.ac1.value is not None
    assert figures.ac1.value > 0.95


def test_unsure_and_missing_are_left_out_and_annotators_without_a_pair_are_none() -> None:
    decisions = np.array(
        [
            [1, 1, 0, UNSURE, 1, MISSING],
            [1, 0, 0, 1, MISSING, MISSING],
            [MISSING, UNSURE, MISSING, MISSING, MISSING, 1],  # judged no song with another one
        ],
        np.int8,
    )
    figures = measure_agreement(decisions)
    assert (figures.n_annotators, figures.n_songs) == (2, 3)
    assert (figures.n_agreed, figures.n_disagreed) == (2, 1)
    assert figures.kappa.value == pytest.approx(cohen_kappa_score([1, 1, 0], [1, 0, 0]), abs=1e-9)


def test_kappa_of_three_annotators_is_none_and_says_why() -> None:
    decisions = np.array([[1, 0, 1, 0], [1, 0, 0, 0], [1, 1, 1, 0]], np.int8)
    figures = measure_agreement(decisions)
    assert figures.kappa.value is None
    assert figures.kappa.reason == "Cohen's kappa compares two annotators; there are 3."
    assert figures.alpha.value == pytest.approx(alpha_of_the_package(decisions), abs=1e-9)


def test_where_all_say_the_same_chance_agrees_as_well() -> None:
    figures = measure_agreement(two(0, 0, 0, 30))
    assert figures.raw.value == 1.0
    assert figures.ac1.value == 1.0
    assert figures.raw.interval is not None
    for figure in (figures.kappa, figures.alpha):
        assert figure.value is None
        assert figure.reason is not None
        assert figure.reason.startswith("All answers are the same")


@pytest.mark.parametrize(
    "decisions",
    [
        np.full((2, 5), MISSING, np.int8),
        np.array([[1, 0, MISSING, MISSING], [MISSING, MISSING, 1, 0]], np.int8),
        np.array([[1, 0, 1]], np.int8),
        np.zeros((0, 0), np.int8),
    ],
    ids=["nobody", "no overlap", "one annotator", "nothing"],
)
def test_without_a_song_judged_twice_there_is_no_figure(decisions: NDArray[np.int8]) -> None:
    figures = measure_agreement(decisions)
    assert figures.n_songs == 0
    assert figures.yes_share is None
    for figure in (figures.raw, figures.kappa, figures.alpha, figures.ac1):
        assert figure.value is None
        assert figure.reason == "No song was judged by two annotators."
    assert np.isnan(raw_agreement(decisions))


def test_few_songs_have_figures_but_no_range() -> None:
    figures = measure_agreement(two(4, 1, 0, 4))
    assert figures.raw.value == pytest.approx(8 / 9)
    assert figures.raw.interval is None
    assert str(MIN_SONGS) in (figures.raw.reason or "")
    rare = measure_agreement(two(2, 1, 1, 40))
    assert rare.ac1.interval is not None
    assert rare.kappa.interval is None
    assert str(MIN_OF_A_SIDE) in (rare.kappa.reason or "")


def test_ranges_hold_the_number_are_seeded_and_shrink_with_more_songs() -> None:
    small, large = two(8, 2, 2, 8), two(80, 20, 20, 80)
    assert measure_agreement(small, 1) == measure_agreement(small, 1)
    widths = []
    for decisions in (small, large):
        for figure in _figures(decisions):
            low, high = figure.interval or (1.0, 0.0)
            assert low < (figure.value or 0.0) < high
            widths.append(high - low)
    assert all(wide > 2 * narrow for wide, narrow in zip(widths[:4], widths[4:], strict=True))


def test_the_range_of_kappa_is_about_what_theory_gives() -> None:
    # Fleiss, Cohen and Everitt (1969) give a standard error of .0566 for this table.
    low, high = measure_agreement(two(80, 20, 20, 80)).kappa.interval or (0.0, 0.0)
    assert (high - low) / (2 * 1.96) == pytest.approx(0.0566, rel=0.12)


@pytest.mark.parametrize("prevalence", [0.5, 0.15])
def test_ranges_hold_the_truth_as_often_as_they_say(prevalence: float) -> None:
    sensitivity, specificity, random = 0.85, 0.93, np.random.default_rng(3)
    yes_yes = prevalence * sensitivity**2 + (1 - prevalence) * (1 - specificity) ** 2
    apart = prevalence * sensitivity * (1 - sensitivity)
    apart += (1 - prevalence) * specificity * (1 - specificity)
    cells = np.array([yes_yes, apart, apart, 1 - yes_yes - 2 * apart])
    truth = measure_agreement(two(*np.round(cells * 1e5).astype(int)))
    n_held = dict.fromkeys(("raw", "kappa", "alpha", "ac1"), 0)
    for seed in range(120):
        figures = measure_agreement(two(*random.multinomial(60, cells)), seed)
        for name in n_held:
            low, high = getattr(figures, name).interval or (0.0, 0.0)
            n_held[name] += low <= getattr(truth, name).value <= high
    assert all(0.9 * 120 <= n <= 120 for n in n_held.values()), n_held


def _figures(decisions: NDArray[np.int8]) -> list:
    figures = measure_agreement(decisions)
    return [figures.raw, figures.kappa, figures.alpha, figures.ac1]
