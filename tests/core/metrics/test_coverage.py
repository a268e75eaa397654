"""In simulation, 95 % intervals hold the true number in about 95 of 100 libraries.

Artists have a taste of their own: their songs share tags and scores, as in real libraries. Truth is
the number on the songs of 60 000 others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from core.metrics.intervals import exact_interval
from core.metrics.measure import WAUC, measure, measure_both

N_TAGS, CUT = 3, 0.5
NAMES = tuple(f"tag {number}" for number in range(N_TAGS))
OWN = dict.fromkeys(NAMES, CUT)  # a threshold known before the songs


@dataclass(frozen=True)
class World:
    """n_artists with 1 + Poisson(songs - 1) songs; separation: of yes and no, in standard errors.

    prevalence: log odds of the first tag. taste, timbre: how alike an artist's songs are in tags
    and in scores. gain: how much better the second model is.
    """

    n_artists: int
    songs: float = 3.0
    separation: float = 1.5
    prevalence: float = -1.0
    taste: float = 1.5
    timbre: float = 0.7
    gain: float = 0.6

    def draw(self, random: np.random.Generator, n_artists: int) -> tuple[NDArray[np.int8],
             NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:  # fmt: skip
        """States, scores before, scores after, artists."""
        groups = np.repeat(np.arange(n_artists), 1 + random.poisson(self.songs - 1, n_artists))
        shape = (n_artists, N_TAGS)
        odds = self.prevalence - 0.3 * np.arange(N_TAGS)
        taste = self.taste * random.normal(size=shape)
        states = random.random((len(groups), N_TAGS)) < _expit(odds + taste[groups])
        timbre = self.timbre * random.normal(size=shape)
        common = timbre[groups] + 0.8 * random.normal(size=states.shape) - 1.0
        logits = [
            gain * states + common + 0.6 * random.normal(size=states.shape)
            for gain in (self.separation, self.separation + self.gain)
        ]
        return states.astype(np.int8), _expit(logits[0]), _expit(logits[1]), groups

    def coverage(self, n_libraries: int) -> dict[str, float]:
        """Share of libraries whose interval holds the truth, by metric."""
        random = np.random.default_rng(7)
        states, before, after, groups = self.draw(random, 60_000)
        truth, gained = measured(states, before, after, groups % 5)  # values need no artists
        hits: dict[str, list[bool]] = {}
        for _ in range(n_libraries):
            numbers, gains = measured(*self.draw(random, self.n_artists))
            for name, value in (*numbers.items(), *gains.items()):
                if value[1] is not None:
                    true = (truth | gained)[name][0]
                    hits.setdefault(name, []).append(value[1] <= true <= value[2])
        return {name: float(np.mean(held)) for name, held in hits.items()}


def measured(states, before, after, groups):  # type: ignore[no-untyped-def]
    found = measure(NAMES, states, before, groups, OWN)
    change = measure_both(NAMES, states, before, after, groups)[2]
    tag = found.tags[NAMES[0]]
    numbers = {name: tag.estimate(name) for name in ("auc", "ap", "f1", "mcc")}
    numbers[WAUC] = found.means[WAUC]
    gains = {"auc gained": change.tags[NAMES[0]]["auc"], "WAUC gained": change.means[WAUC]}
    return tuple(
        {name: (e.value, e.low, e.high) for name, e in part.items()} for part in (numbers, gains)
    )


def _expit(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1.0 / (1.0 + np.exp(-logits))


@pytest.mark.slow
def test_intervals_of_thirty_artists_hold_the_truth() -> None:
    for name, share in World(30).coverage(50).items():
        assert share >= 0.86, name


@pytest.mark.slow
@pytest.mark.parametrize(
    "world",
    [
        World(10), World(20), World(40), World(80), World(200), World(20, separation=3.0),
        World(20, songs=1.0), World(100, prevalence=-3.0), World(40, songs=8.0),
        World(60, timbre=1.5), World(60, taste=0.5),
    ],
    ids=str,
)  # fmt: skip
def test_intervals_hold_the_truth_in_about_95_of_100_libraries(world: World) -> None:
    found = world.coverage(600)
    for name, share in found.items():
        assert share >= 0.9, name


@pytest.mark.parametrize("chance", [0.1, 0.5, 0.93])
@pytest.mark.parametrize("n", [4, 12, 60])
def test_exact_intervals_never_hold_the_truth_less_often_than_they_say(
    chance: float, n: int
) -> None:
    hits = np.random.default_rng(1).binomial(n, chance, 4000)
    pairs = {k: exact_interval(int(k), n) for k in set(hits.tolist())}
    held = [pairs[k][0] <= chance <= pairs[k][1] for k in hits.tolist()]
    assert np.mean(held) >= 0.945
