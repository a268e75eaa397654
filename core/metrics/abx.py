"""ABX: whether an ear tells two things apart, when it does not know which of them it hears.

In every trial two references are heard, A and B, and X, which is of the kind of one of them (Munson
and Gardner 1950). How many trials there are is fixed beforehand; who guesses is right in half of
them, and the chance of as many right answers or more is the exact binomial's; so is the interval of
the share of right answers (Clopper and Pearson 1934).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import comb
from typing import Any

import numpy as np

from core.messages import message
from core.metrics.intervals import exact_interval
from core.metrics.metric_records import Interval
from core.scores import score_text

N_TRIALS = 12  # an ear that is right in nine of ten passes in nine of ten tests
LEVEL = 0.05
DISTINCT = 0.75  # an ear that is right less often than this does not hear much of a difference


class Separation(StrEnum):
    """What a test shows. OPEN: neither that the ear tells them apart nor that it does not."""

    SEPARATE = "separate"
    OPEN = "open"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class AbxTrial:
    """One trial, in items of the two kinds: a, b are references, x is another one of x_is_a's kind.

    A is always of the first kind: that these two words are to be told apart is no secret.
    """

    a: int
    b: int
    x: int
    x_is_a: bool


@dataclass(frozen=True, slots=True)
class AbxResult:
    """Right answers of a fixed number of trials."""

    n_trials: int
    n_correct: int

    @property
    def p_value(self) -> float:
        """The chance that guessing gives as many right answers, or more."""
        return binomial_tail(self.n_correct, self.n_trials)

    @property
    def separation(self) -> Separation:
        """What that shows, at LEVEL on either side."""
        if self.p_value <= LEVEL:
            return Separation.SEPARATE
        if 1.0 - binomial_tail(self.n_correct + 1, self.n_trials, DISTINCT) <= LEVEL:
            return Separation.SAME
        return Separation.OPEN

    @property
    def interval(self) -> Interval:
        """The 95 % interval of the share of right answers."""
        return exact_interval(self.n_correct, self.n_trials)

    @property
    def p_text(self) -> str:
        """The p-value as it is written in papers: "= .019", "< .001"."""
        p = self.p_value
        return "< .001" if p < 0.001 else f"= {p:.3f}".replace("0.", ".")

    def sentence(self) -> str:
        """Say it in plain words."""
        text, right, n = self.p_text, self.n_correct, self.n_trials
        if self.separation is Separation.SEPARATE:
            return message("abx.separate", right=right, n=n, p=text)
        if self.separation is Separation.SAME:
            return message("abx.same", right=right, n=n, p=text)
        return message("abx.open", right=right, n=n, p=text)

    def range_sentence(self) -> str:
        """Say in how many of such trials the ear may be right."""
        low, high = (score_text(limit) for limit in self.interval)
        return message("abx.range", low=low, high=high)

    def to_json(self) -> dict[str, Any]:
        """Plain numbers, and the sentence."""
        return {
            "n_trials": self.n_trials,
            "n_correct": self.n_correct,
            "p_value": self.p_value,
            "interval": list(self.interval),
            "separation": self.separation.value,
            "in_words": self.sentence(),
        }


def binomial_tail(at_least: int, n: int, chance: float = 0.5) -> float:
    """Return the chance of `at_least` successes or more in n independent trials."""
    return sum(
        comb(n, k) * chance**k * (1.0 - chance) ** (n - k) for k in range(max(0, at_least), n + 1)
    )


def abx_trials(
    first: Sequence[str], second: Sequence[str], n_trials: int, seed: int
) -> tuple[AbxTrial, ...]:
    """Draw the trials of a test between two kinds of songs.

    first, second: the artist of each song of a kind ("" where unknown); an item is an index into
    its own sequence. X is never one of the references, and of another artist than they are where
    there is one: it is the word that is to be told, not the recording. Which kind X is of is drawn
    anew in every trial. The same seed draws the same trials. Raises ValueError where a kind has
    fewer than two songs.
    """
    if min(len(first), len(second)) < 2:
        raise ValueError("each kind needs two songs")
    random = np.random.default_rng(seed)
    trials = []
    for _ in range(n_trials):
        x_is_a = bool(random.integers(2))
        a, b = int(random.integers(len(first))), int(random.integers(len(second)))
        own, reference = (first, a) if x_is_a else (second, b)
        known = {first[a], second[b]} - {""}
        others = [i for i in range(len(own)) if i != reference]
        strangers = [i for i in others if own[i] not in known]
        x = int(random.choice(strangers or others))
        trials.append(AbxTrial(a, b, x, x_is_a))
    return tuple(trials)
