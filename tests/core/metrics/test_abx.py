"""Whether the ear tells two things apart: exact chances, fixed trials, drawn by a seed."""

from __future__ import annotations

from collections import Counter

import pytest
from scipy.stats import binomtest

from core.metrics.abx import (
    N_TRIALS,
    AbxResult,
    Separation,
    abx_trials,
    binomial_tail,
)


@pytest.mark.parametrize("n", [1, 8, N_TRIALS, 20])
def test_the_chance_of_guessing_is_the_exact_binomial(n: int) -> None:
    for k in range(n + 1):
        exact = binomtest(k, n, alternative="greater").pvalue
        assert AbxResult(n, k).p_value == pytest.approx(exact)
        assert binomial_tail(k, n, 0.75) == pytest.approx(
            binomtest(k, n, 0.75, alternative="greater").pvalue
        )


def test_ten_of_twelve_is_an_ear_and_nine_is_not_yet() -> None:
    found = {k: AbxResult(12, k).separation for k in range(13)}
    assert [found[k] for k in (12, 10)] == [Separation.SEPARATE] * 2
    assert [found[k] for k in (9, 7, 6)] == [Separation.OPEN] * 3
    assert [found[k] for k in (5, 0)] == [Separation.SAME] * 2


def test_the_verdict_is_told_in_words_with_its_chance() -> None:
    assert AbxResult(12, 10).sentence() == "10 of 12 right (p = .019): your ear tells them apart."
    assert "p < .001" in AbxResult(12, 12).sentence()
    assert "9 of 12 right (p = .073)" in AbxResult(12, 9).to_json()["in_words"]


def test_the_same_seed_draws_the_same_trials_and_another_one_others() -> None:
    artists = ["Ann", "Bo", "Cy", "Di"]
    one, again, other = (abx_trials(artists, artists, 12, seed) for seed in (3, 3, 4))
    assert one == again != other


def test_x_is_of_either_kind_as_often_and_never_a_reference() -> None:
    first, second = ["Ann", "Bo", "Cy"], ["Di", "Ed"]
    trials = abx_trials(first, second, 4000, 1)
    assert 0.47 < sum(trial.x_is_a for trial in trials) / len(trials) < 0.53
    assert all(trial.x != (trial.a if trial.x_is_a else trial.b) for trial in trials)
    assert Counter(trial.a for trial in trials).keys() == {0, 1, 2}


def test_x_is_of_another_artist_than_the_references_where_there_is_one() -> None:
    first, second = ["Ann", "Ann", "Bo"], ["Cy", "Cy", "Di"]
    for trial in abx_trials(first, second, 200, 2):
        references = {first[trial.a], second[trial.b]}
        own = first if trial.x_is_a else second
        if trial.x_is_a and trial.a == 2:  # Bo is the reference: only Ann is left
            assert own[trial.x] == "Ann"
        assert own[trial.x] not in references


def test_one_song_of_a_kind_is_no_test() -> None:
    with pytest.raises(ValueError, match="two songs"):
        abx_trials(["Ann"], ["Bo", "Cy"], 12, 0)
