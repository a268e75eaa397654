"""Finding rules between words: what the decisions say of every pair, with matrix products.

Only songs count in which both words were decided yes or no. A rule is told if the lower end of the
95 % interval of its share is high enough (Wilson 1927), enough songs and artists speak for it, and
it is not there by chance: Fisher's exact test of both words, all pairs taken together so that among
the rules told few are false (Benjamini and Hochberg 1995). Support and confidence alone find common
words, and rare ones apart, everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.grammar.grammar_records import Grammar, GrammarRule, MiningOptions, RuleFigures
from core.library.word_rule_records import RuleKind, RuleWords
from core.metrics.wilson import wilson_bounds

Matrix = NDArray[np.floating]
States = NDArray[np.int8]
DEFAULTS = MiningOptions()


@dataclass(frozen=True, slots=True)
class PairCounts:
    """Songs by what was decided on two words, (n_tags, n_tags): the row's, then the column's."""

    both: Matrix
    first_only: Matrix
    neither: Matrix

    @classmethod
    def of(cls, states: States) -> PairCounts:
        """Count in states (n_songs, n_tags): 1 yes, 0 no, below 0 not counted."""
        yes, no = (states == 1).astype(np.float32), (states == 0).astype(np.float32)
        return cls(yes.T @ yes, yes.T @ no, no.T @ no)

    @property
    def other_only(self) -> Matrix:
        """Songs with the column's word, and without the row's."""
        return self.first_only.T

    @property
    def judged(self) -> Matrix:
        """Songs where both words were decided yes or no."""
        return self.both + self.first_only + self.other_only + self.neither


@dataclass(frozen=True, slots=True)
class KindCounts:
    """One kind of rule, all pairs: songs that follow, that it speaks of, the share by chance."""

    follow: Matrix
    n: Matrix
    chance: Matrix


def mine(
    states: States,
    tag_ids: Sequence[int],
    artists: NDArray[np.integer],
    options: MiningOptions = DEFAULTS,
) -> Grammar:
    """Find rules in states (n_songs, n_tags): 1 yes, 0 no, below 0 not counted.

    artists: a number per song, the same for songs of one artist. The surest rules come first.
    """
    counts = PairCounts.of(states)
    n_tests = _n_tests(counts, options)
    told = _told(counts, tag_ids, n_tests, options)
    counted = [_with_artists(states, tag_ids, artists, rule) for rule in told]
    rules = [rule for rule in counted if rule.figures.n_artists >= options.least_artists]
    rules.sort(key=lambda rule: (-rule.figures.low, -rule.figures.n, _key(rule.words)))
    return Grammar(
        rules=tuple(rules),
        n_songs=int((states >= 0).any(axis=1).sum()),
        n_tags=int((states >= 0).any(axis=0).sum()),
        n_tests=n_tests,
    )


def with_figures(
    states: States,
    tag_ids: Sequence[int],
    artists: NDArray[np.integer],
    rules: Sequence[GrammarRule],
) -> list[GrammarRule]:
    """Return rules, such as those written by hand, with their figures in states."""
    columns = {tag_id: column for column, tag_id in enumerate(tag_ids)}
    ends = {tag_id for rule in rules for tag_id in (rule.words.tag_id, rule.words.other_tag_id)}
    used = sorted(ends & columns.keys())
    counts = PairCounts.of(states[:, [columns[tag_id] for tag_id in used]])
    by_kind = {kind: _kind_counts(counts, kind) for kind in RuleKind}
    pairs_of_kinds = _pairs_of_kinds(counts)
    found = []
    for rule in rules:
        words = rule.words
        if words.tag_id in columns and words.other_tag_id in columns:
            row, column = used.index(words.tag_id), used.index(words.other_tag_id)
            if not pairs_of_kinds[words.kind][row, column]:
                row, column = column, row
            figures = _figures(by_kind[words.kind], words.kind, (row, column), used)
            rule = _with_artists(states, tag_ids, artists, replace(rule, figures=figures))
        found.append(rule)
    return found


def songs_of_rule(
    states: States, tag_ids: Sequence[int], words: RuleWords
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which rows follow a rule and which break it; both words have to be decided."""
    columns = {tag_id: column for column, tag_id in enumerate(tag_ids)}
    none = np.zeros(len(states), bool)
    if words.tag_id not in columns or words.other_tag_id not in columns:
        return none, none
    first, other = states[:, columns[words.tag_id]], states[:, columns[words.other_tag_id]]
    both, first_only, other_only = (
        (first == 1) & (other == 1), (first == 1) & (other == 0), (first == 0) & (other == 1),
    )  # fmt: skip
    if words.kind is RuleKind.IMPLIES:
        return both, first_only
    if words.kind is RuleKind.TOGETHER:
        return both, first_only | other_only
    counts = {True: first_only, False: other_only}  # the songs with the rarer word
    return counts[bool(first_only.sum() <= other_only.sum())], both


def _kind_counts(counts: PairCounts, kind: RuleKind) -> KindCounts:
    judged = np.maximum(counts.judged, 1.0)
    first = (counts.both + counts.first_only) / judged
    other = (counts.both + counts.other_only) / judged
    with_first = counts.both + counts.first_only
    if kind is RuleKind.IMPLIES:
        return KindCounts(counts.both, with_first, other)
    if kind is RuleKind.EXCLUDES:  # of the rarer word: of a common one hardly a rare one is said
        return KindCounts(counts.first_only, with_first, 1.0 - other)
    either = first + other - first * other
    chance = first * other / np.maximum(either, 1e-9)
    return KindCounts(counts.both, with_first + counts.other_only, chance)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A rule that is sure enough, and how often chance would make it as sure (p)."""

    rule: GrammarRule
    p: float


def _told(
    counts: PairCounts, tag_ids: Sequence[int], n_tests: int, options: MiningOptions
) -> list[GrammarRule]:
    """Return the rules that are hardly there by chance, of all that were looked for.

    Two words that are nearly always together imply nothing more.
    """
    candidates = sorted(_candidates(counts, tag_ids, options), key=lambda one: one.p)
    limits = options.most_by_chance * np.arange(1, len(candidates) + 1) / max(n_tests, 1)
    below = np.flatnonzero(np.array([one.p for one in candidates]) <= limits)
    rules = [one.rule for one in candidates[: below[-1] + 1]] if len(below) else []
    together = {_pair(rule.words) for rule in rules if rule.kind is RuleKind.TOGETHER}
    return [
        rule
        for rule in rules
        if rule.kind is not RuleKind.IMPLIES or _pair(rule.words) not in together
    ]


def _candidates(
    counts: PairCounts, tag_ids: Sequence[int], options: MiningOptions
) -> Iterator[_Candidate]:
    for kind, pairs in _pairs_of_kinds(counts).items():
        kind_counts = _kind_counts(counts, kind)
        low, _ = wilson_bounds(kind_counts.follow, kind_counts.n)
        sure = pairs & (kind_counts.follow >= options.least_songs)
        sure &= (low >= options.least_share) & (low > kind_counts.chance)
        rows, columns = np.nonzero(sure)
        chances = p_values(counts, kind, rows, columns)
        for row, column, p in zip(rows.tolist(), columns.tolist(), chances, strict=True):
            figures = _figures(kind_counts, kind, (row, column), tag_ids)
            words = RuleWords(kind, tag_ids[row], tag_ids[column]).in_order()
            yield _Candidate(GrammarRule(words, figures, is_found=True), float(p))


def _pairs_of_kinds(counts: PairCounts) -> dict[RuleKind, NDArray[np.bool_]]:
    """Return which pairs are looked at: all, or those of a symmetric rule once."""
    n_tags = len(counts.both)
    with_first = counts.both + counts.first_only
    upper = np.triu(np.ones((n_tags, n_tags), bool), 1)
    is_rarer = (with_first < with_first.T) | ((with_first == with_first.T) & upper)
    return {
        RuleKind.TOGETHER: upper,
        RuleKind.EXCLUDES: is_rarer,
        RuleKind.IMPLIES: ~np.eye(n_tags, dtype=bool),
    }


def p_values(
    counts: PairCounts, kind: RuleKind, rows: NDArray[np.intp], columns: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Return how often so many (EXCLUDES: so few) songs would have both words by chance.

    One-sided, by Fisher's exact test: as many songs with either word as there are.
    """
    from scipy.stats import hypergeom  # takes a second to import

    both = counts.both[rows, columns]
    n_first, n_other = (
        both + counts.first_only[rows, columns],
        both + counts.other_only[rows, columns],
    )
    table = (counts.judged[rows, columns], n_first, n_other)
    found = (
        hypergeom.cdf(both, *table) if kind is RuleKind.EXCLUDES else hypergeom.sf(both - 1, *table)
    )
    chances: NDArray[np.float64] = np.asarray(found, np.float64)
    return chances


def _figures(
    counts: KindCounts, kind: RuleKind, pair: tuple[int, int], tag_ids: Sequence[int]
) -> RuleFigures:
    follow, n = int(counts.follow[pair]), int(counts.n[pair])
    low, high = wilson_bounds(follow, n)
    given_id = None if kind is RuleKind.TOGETHER else tag_ids[pair[0]]
    return RuleFigures(
        follow, n, float(low), float(high), float(counts.chance[pair]), given_id=given_id
    )


def _pair(words: RuleWords) -> tuple[int, int]:
    return min(words.tag_id, words.other_tag_id), max(words.tag_id, words.other_tag_id)


def _key(words: RuleWords) -> tuple[str, int, int]:
    return words.kind.value, words.tag_id, words.other_tag_id


def _n_tests(counts: PairCounts, options: MiningOptions) -> int:
    """Count what could have been found: of all pairs and kinds those with enough songs."""
    return sum(
        int((pairs & (_kind_counts(counts, kind).n >= options.least_songs)).sum())
        for kind, pairs in _pairs_of_kinds(counts).items()
    )


def _with_artists(
    states: States, tag_ids: Sequence[int], artists: NDArray[np.integer], rule: GrammarRule
) -> GrammarRule:
    follow, _ = songs_of_rule(states, tag_ids, rule.words)
    n_artists = len(np.unique(artists[follow]))
    return replace(rule, figures=replace(rule.figures, n_artists=n_artists))
