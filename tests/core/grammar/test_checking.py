"""What rules say of a song: broken ones, implied words; nothing where they are contrary."""

from __future__ import annotations

import numpy as np

from core.grammar.checking import broken_rules, implied_everywhere, implied_states
from core.library.records import State
from core.library.word_rule_records import RuleKind, RuleWords

IMPLIES, EXCLUDES, TOGETHER = RuleKind
HOUSE_KICK, KICK_DRUMS = RuleWords(IMPLIES, 1, 2), RuleWords(IMPLIES, 2, 3)
HOUSE_WALTZ, VOICE_WORDS = RuleWords(EXCLUDES, 1, 4), RuleWords(TOGETHER, 5, 6)
RULES = (HOUSE_KICK, KICK_DRUMS, HOUSE_WALTZ, VOICE_WORDS)
YES, NO, UNSURE = State.YES, State.NO, State.UNSURE


def test_a_rule_is_broken_by_a_yes_and_what_it_forbids() -> None:
    assert broken_rules(RULES, {1: YES, 2: NO}) == [HOUSE_KICK]
    assert broken_rules(RULES, {1: YES, 4: YES}) == [HOUSE_WALTZ]
    assert broken_rules(RULES, {5: NO, 6: YES}) == [VOICE_WORDS]
    assert broken_rules(RULES, {1: NO, 2: NO, 3: YES, 4: YES}) == []
    assert broken_rules(RULES, {1: YES, 2: UNSURE}) == []


def test_words_are_implied_one_step_on() -> None:
    found = implied_states(RULES, {1: YES, 6: YES})
    assert {(one.tag_id, one.state) for one in found} == {(2, YES), (4, NO), (5, YES)}
    assert implied_states(RULES, {1: YES, 2: UNSURE, 4: NO}) == []


def test_rules_that_contradict_each_other_imply_nothing() -> None:
    assert implied_states([RuleWords(IMPLIES, 1, 2), RuleWords(EXCLUDES, 1, 2)], {1: YES}) == []


def test_over_many_songs_what_follows_of_what_follows_is_there_too() -> None:
    states = np.array([[1, -1, -1, -1], [0, -1, -1, -1], [1, -2, -1, 0]], np.int8)
    found = implied_everywhere(RULES, states, (1, 2, 3, 4))
    assert {key: np.flatnonzero(rows).tolist() for key, rows in found.items()} == {
        (2, YES): [0], (3, YES): [0], (4, NO): [0],
    }  # fmt: skip


def test_contrary_rules_end_and_imply_nothing() -> None:
    circle = (RuleWords(IMPLIES, 1, 2), RuleWords(IMPLIES, 2, 3), RuleWords(EXCLUDES, 3, 2))
    states = np.array([[1, -1, -1]], np.int8)
    found = implied_everywhere(circle, states, (1, 2, 3))
    assert list(found) == [(2, YES)]
