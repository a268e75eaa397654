"""What accepted rules say of one song's decisions: which they break, which words they imply.

It says so, and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from core.grammar.grammar_records import ImpliedState
from core.library.records import CELL_NOT_JUDGED, State
from core.library.word_rule_records import RuleKind, RuleWords

CELLS = {State.YES: 1, State.NO: 0}


def broken_rules(rules: Iterable[RuleWords], states: Mapping[int, State]) -> list[RuleWords]:
    """Return the rules that a song's decisions, by tag id, contradict."""
    return [rule for rule in rules if _is_broken(rule, states)]


def implied_states(rules: Iterable[RuleWords], states: Mapping[int, State]) -> list[ImpliedState]:
    """Return what follows of tags that are not judged, one step on: what follows of that, later.

    Where two rules say the contrary of one tag, neither is told.
    """
    found: dict[int, list[ImpliedState]] = {}
    for rule in rules:
        for because_of, tag_id, state in _steps(rule):
            if states.get(because_of) is State.YES and tag_id not in states:
                implied = ImpliedState(tag_id, state, because_of, rule)
                found.setdefault(tag_id, []).append(implied)
    return [one[0] for one in found.values() if len({implied.state for implied in one}) == 1]


def implied_everywhere(
    rules: Sequence[RuleWords], states: NDArray[np.int8], tag_ids: Sequence[int]
) -> dict[tuple[int, State], NDArray[np.bool_]]:
    """Map (tag id, state) to the rows of states (n_songs, n_tags) where rules imply it.

    Also what follows of what follows. States: 1 yes, 0 no, -1 not judged; only the last are implied
    anything, and nothing where rules say the contrary of each other.
    """
    columns = {tag_id: column for column, tag_id in enumerate(tag_ids)}
    steps = [
        (columns[because_of], columns[tag_id], state)
        for rule in rules
        if rule.tag_id in columns and rule.other_tag_id in columns
        for because_of, tag_id, state in _steps(rule)
    ]
    now, contrary = states.copy(), np.zeros(states.shape, bool)
    while True:
        says = {state: np.zeros(states.shape, bool) for state in CELLS}
        for because_of, column, state in steps:
            says[state][:, column] |= now[:, because_of] == 1
        open_cells = states == CELL_NOT_JUDGED
        contrary |= open_cells & says[State.YES] & says[State.NO]
        following = states.copy()
        for state, cell in CELLS.items():
            following[open_cells & says[state] & ~contrary] = cell
        if np.array_equal(following, now):
            break
        now = following
    found = {}
    for column, tag_id in enumerate(tag_ids):
        for state, cell in CELLS.items():
            rows = (states[:, column] == CELL_NOT_JUDGED) & (now[:, column] == cell)
            if rows.any():
                found[tag_id, state] = rows
    return found


def _steps(rule: RuleWords) -> tuple[tuple[int, int, State], ...]:
    """Return what a yes of one tag says of another: (tag, other tag, its state)."""
    first, other = rule.tag_id, rule.other_tag_id
    if rule.kind is RuleKind.IMPLIES:
        return ((first, other, State.YES),)
    state = State.YES if rule.kind is RuleKind.TOGETHER else State.NO
    return (first, other, state), (other, first, state)


def _is_broken(rule: RuleWords, states: Mapping[int, State]) -> bool:
    contrary = {State.YES: State.NO, State.NO: State.YES}
    return any(
        states.get(because_of) is State.YES and states.get(tag_id) is contrary[state]
        for because_of, tag_id, state in _steps(rule)
    )
