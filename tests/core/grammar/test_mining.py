"""Rules are found in decisions with known rules, and hardly any in decisions without."""

from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
from scipy.stats import binomtest, fisher_exact

from core.grammar.grammar_records import GrammarRule
from core.grammar.mining import PairCounts, mine, p_values, songs_of_rule, with_figures
from core.library.word_rule_records import RuleKind, RuleWords
from core.metrics.wilson import wilson_bounds

TAGS = (11, 12, 13, 14, 15)
IMPLIES, EXCLUDES, TOGETHER = RuleKind


def toy_states(n_songs: int = 200, seed: int = 1) -> np.ndarray:
    """11 implies 12; 13 and 14 exclude one another; 15 goes with 13, but for two songs."""
    generator = np.random.default_rng(seed)
    states = np.zeros((n_songs, 5), np.int8)
    states[:, 0] = generator.random(n_songs) < 0.2
    states[:, 1] = states[:, 0] | (generator.random(n_songs) < 0.3)
    states[:, 2] = generator.random(n_songs) < 0.3
    states[:, 3] = (states[:, 2] == 0) & (generator.random(n_songs) < 0.4)
    states[:, 4] = states[:, 2]
    with_it = np.flatnonzero(states[:, 2])[:2]
    states[with_it, 4] = 0
    return states


def own_artists(n_songs: int) -> np.ndarray:
    return np.arange(n_songs)


def test_known_rules_are_found_with_their_exceptions() -> None:
    states = toy_states()
    found = mine(states, TAGS, own_artists(200))
    keys = {(rule.kind, rule.words.tag_id, rule.words.other_tag_id) for rule in found.rules}
    assert keys >= {(IMPLIES, 11, 12), (EXCLUDES, 13, 14), (TOGETHER, 13, 15), (EXCLUDES, 14, 15)}
    assert (IMPLIES, 12, 11) not in keys
    assert (IMPLIES, 13, 15) not in keys  # told by TOGETHER
    together = found.rule(RuleWords(TOGETHER, 13, 15))
    assert together is not None
    assert together.figures.n_exceptions == 2
    _, broken = songs_of_rule(states, TAGS, together.words)
    assert np.flatnonzero(broken).tolist() == np.flatnonzero(states[:, 2])[:2].tolist()
    assert found.n_songs == 200
    assert found.n_tests == 20 + 10 + 10  # both ways, and once without a direction


def test_counts_are_those_of_the_songs_one_by_one() -> None:
    generator = np.random.default_rng(2)
    states = generator.integers(-2, 2, (60, 5)).astype(np.int8)
    counts = PairCounts.of(states)
    for row, column in itertools.product(range(5), range(5)):
        first, other = states[:, row], states[:, column]
        assert counts.both[row, column] == np.sum((first == 1) & (other == 1))
        assert counts.first_only[row, column] == np.sum((first == 1) & (other == 0))
        assert counts.judged[row, column] == np.sum((first >= 0) & (other >= 0))


def test_what_was_not_judged_says_nothing() -> None:
    states = toy_states()
    states[:, 1][states[:, 0] == 1] = -1
    found = mine(states, TAGS, own_artists(200))
    assert found.rule(RuleWords(IMPLIES, 11, 12)) is None
    states[:, 1][states[:, 1] == -1] = -2  # nor what is unsure
    assert mine(states, TAGS, own_artists(200)).rule(RuleWords(IMPLIES, 11, 12)) is None


def test_a_word_that_nearly_all_songs_have_is_implied_by_nothing() -> None:
    states = toy_states()
    states[:, 1] = 1
    states[:3, 1] = 0
    states[:3, 0] = 0
    found = mine(states, TAGS, own_artists(200))
    assert found.rule(RuleWords(IMPLIES, 13, 12)) is None


def test_few_songs_or_one_artist_are_no_rule() -> None:
    states = toy_states()
    assert mine(states, TAGS, np.zeros(200, int)).rules == ()
    few = np.where(np.arange(200)[:, None] < 4, states, -1).astype(np.int8)
    assert mine(few, TAGS, own_artists(200)).rules == ()


def test_chance_alone_finds_a_rule_in_hardly_any_library() -> None:
    n_found = []
    for seed in range(20):
        generator = np.random.default_rng(seed)
        shares = generator.uniform(0.02, 0.9, 60)
        states = (generator.random((400, 60)) < shares).astype(np.int8)
        found = mine(states, range(60), own_artists(400))
        assert found.n_tests > 4000
        n_found.append(len(found.rules))
    assert sum(n > 0 for n in n_found) <= 3


def test_the_same_decisions_give_the_same_rules() -> None:
    states = toy_states()
    assert mine(states, TAGS, own_artists(200)) == mine(states, TAGS, own_artists(200))


def test_a_rule_by_hand_gets_its_figures_though_nothing_speaks_for_it() -> None:
    states = toy_states()
    written = [
        GrammarRule(RuleWords(EXCLUDES, 13, 15)),
        GrammarRule(RuleWords(IMPLIES, 11, 99)),
    ]
    with_songs, unknown = with_figures(states, TAGS, own_artists(200), written)
    rarer = int(states[:, 4].sum())
    assert (with_songs.figures.n_follow, with_songs.figures.n) == (0, rarer)
    assert with_songs.figures.given_id == 15
    assert unknown.figures.share is None


@pytest.mark.parametrize(("hits", "n"), [(0, 5), (5, 5), (3, 17), (96, 100)])
def test_bounds_are_those_of_scipy(hits: int, n: int) -> None:
    low, high = wilson_bounds(hits, n)
    expected = binomtest(hits, n).proportion_ci(method="wilson")
    assert (float(low), float(high)) == pytest.approx((expected.low, expected.high), abs=1e-9)


@pytest.mark.parametrize(("kind", "alternative"), [(IMPLIES, "greater"), (EXCLUDES, "less")])
def test_chances_are_those_of_fishers_exact_test(kind: RuleKind, alternative: str) -> None:
    counts = PairCounts.of(np.where(np.arange(200)[:, None] % 7, toy_states(), -1).astype(np.int8))
    rows, columns = np.triu_indices(5, 1)
    for row, column, p in zip(rows, columns, p_values(counts, kind, rows, columns), strict=True):
        table = [
            [counts.both[row, column], counts.first_only[row, column]],
            [counts.other_only[row, column], counts.neither[row, column]],
        ]
        assert p == pytest.approx(fisher_exact(table, alternative).pvalue, rel=1e-6)


def test_five_hundred_words_in_ten_thousand_songs_take_seconds_not_minutes() -> None:
    generator = np.random.default_rng(4)
    states = (generator.random((10_000, 500)) < 0.05).astype(np.int8)
    start = time.perf_counter()
    mine(states, range(500), own_artists(10_000))
    assert time.perf_counter() - start < 30.0
