"""Smoothed n-grams over lists of tags: how probable it is that a tag comes next, or the list ends.

Interpolated Kneser-Ney (Chen and Goodman 1999): what follows several tags gives way to what follows
the last one, and that to how many tags a tag follows. No tag stands twice in a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

History: TypeAlias = tuple[int, ...]
Floats = NDArray[np.float64]
START = -1


class TagNgrams:
    """Fitted on lists of tag ids. vocabulary: all tags that may come; END is one more.

    order: how many tags are seen together, 1 for none but the tag itself. Probabilities are arrays
    (n_tags + 1,) in the order of the vocabulary, the end at last.
    """

    def __init__(
        self, lists: Sequence[Sequence[int]], vocabulary: Sequence[int], order: int = 3
    ) -> None:
        self.order, self.vocabulary = order, tuple(vocabulary)
        self.index = {tag_id: number for number, tag_id in enumerate(self.vocabulary)}
        self.end = len(self.vocabulary)
        self._known: dict[History, Floats] = {}
        self._followers = _followers(self._encoded(lists), order)
        self._discounts = [_discount(by_history) for by_history in self._followers]

    def probabilities(self, former: Sequence[int], used: Sequence[int] = ()) -> Floats:
        """Return what may come after the tags `former`; nothing that was used comes again."""
        padded = (START,) * (self.order - 1) + tuple(self.index.get(tag, START) for tag in former)
        shares = self._interpolated(padded[len(padded) - self.order + 1 :]).copy()
        for tag_id in (*former, *used):
            if tag_id in self.index:
                shares[self.index[tag_id]] = 0.0
        normal: Floats = shares / shares.sum()
        return normal

    def log_probability(self, tags: Sequence[int]) -> float:
        """Return the natural logarithm of a whole list's probability, its end included."""
        total = 0.0
        for number, tag_id in enumerate(tags):
            total += log(self.probabilities(tags[:number])[self.index[tag_id]])
        return total + log(self.probabilities(tags)[self.end])

    def _encoded(self, lists: Sequence[Sequence[int]]) -> list[list[int]]:
        known = ([self.index[tag] for tag in tags if tag in self.index] for tags in lists)
        return [[START] * (self.order - 1) + tags + [self.end] for tags in known if tags]

    def _interpolated(self, history: History) -> Floats:
        if history not in self._known:
            self._known[history] = self._mixed(history)
        return self._known[history]

    def _mixed(self, history: History) -> Floats:
        """Mix what followed this history with what follows a shorter one."""
        n_outcomes = self.end + 1
        shorter = (
            self._interpolated(history[1:]) if history else np.full(n_outcomes, 1 / n_outcomes)
        )
        followers = self._followers[len(history)].get(history)
        if not followers:
            return shorter
        discount, total = self._discounts[len(history)], sum(followers.values())
        mixed: Floats = shorter * (discount * len(followers) / total)
        for follower, n in followers.items():
            mixed[follower] += (n - discount) / total
        return mixed


def _followers(lists: list[list[int]], order: int) -> list[dict[History, Counter[int]]]:
    """Count by length of history and history; of shorter ones the different tags before them."""
    followers: list[dict[History, Counter[int]]] = [{} for _ in range(order)]
    for tags in lists:
        for end in range(order - 1, len(tags)):
            history = tuple(tags[end - order + 1 : end])
            followers[order - 1].setdefault(history, Counter())[tags[end]] += 1
    for length in range(order - 1, 0, -1):
        for history, counts in followers[length].items():
            shorter = followers[length - 1].setdefault(history[1:], Counter())
            shorter.update(counts.keys())
    return followers


def _discount(by_history: dict[History, Counter[int]]) -> float:
    """Return what is taken from each count: n1 / (n1 + 2 n2), of counts of one and two."""
    counts = Counter(n for followers in by_history.values() for n in followers.values())
    once, twice = counts[1], counts[2]
    return once / (once + 2 * twice) if once and twice else 0.5
