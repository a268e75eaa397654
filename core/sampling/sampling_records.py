"""What a queue is made of: the songs there are, why one is asked about, and the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from core.library.queue_records import Reason

NO_TAG = -1
FEW_YES = 10  # a word with fewer is rare


class WordOrder(StrEnum):
    """In which order songs are judged on a word.

    UNCERTAIN: by doubt. SCORE: from the highest score down, which finds most songs with the word.
    STRATA: a few of every tenth of the scores. LIST: as they are listed.
    """

    UNCERTAIN = "uncertain"
    SCORE = "score"
    STRATA = "strata"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Pool:
    """All songs that can be asked about, in the order of their ids.

    song_ids: int64 (n,). artists: int64 (n,), a number each; negative where none is known. states:
    int8 (n, n_tags), 1 yes, 0 no, -2 unsure, -1 not judged. probabilities: calibrated, float32
    (n, n_tags), NaN where the model has none. vectors: float32 (n, width), of length 1, in the
    whitened embedding; without columns where there is none, a row of NaN where one song has none.
    lengths: float32 (n,), of the vectors before they had length 1; empty where none is known.
    """

    song_ids: NDArray[np.int64]
    artists: NDArray[np.int64]
    tag_ids: tuple[int, ...]
    states: NDArray[np.int8]
    probabilities: NDArray[np.float32]
    vectors: NDArray[np.float32]
    lengths: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))

    @property
    def judged(self) -> NDArray[np.bool_]:
        """Songs with a decision, be it unsure: (n,)."""
        return np.asarray((self.states != -1).any(axis=1))


@dataclass(frozen=True, slots=True)
class Ranking:
    """Songs of a pool that a reason speaks for, the strongest first.

    rows: of the pool, int64 (n,). columns: of the word it is about, NO_TAG where it is about none.
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]

    def first(self, n: int) -> Ranking:
        """Return the strongest n."""
        return Ranking(self.rows[:n], self.columns[:n])

    def without(self, rows: NDArray[np.int64]) -> Ranking:
        """Return the ranking without some rows of the pool."""
        stay = ~np.isin(self.rows, rows)
        return Ranking(self.rows[stay], self.columns[stay])


WEIGHTS: Mapping[Reason, float] = MappingProxyType(
    {
        Reason.UNSURE: 6.0,
        Reason.UNLIKE: 2.0,
        Reason.RARE: 2.0,
        Reason.DISAGREE: 1.0,
        Reason.AGAIN: 1.0,
    }
)
RANDOM_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class QueuePlan:
    """How a queue is mixed. n_songs: asked about. random_share: of them, 0 to 1, drawn at random.

    weights: how the other songs are divided among reasons; one that finds none leaves its part to
    the others.
    """

    n_songs: int
    seed: int
    random_share: float = RANDOM_SHARE
    weights: Mapping[Reason, float] = field(default_factory=lambda: WEIGHTS)


@dataclass(frozen=True, slots=True)
class Pick:
    """A song of a queue. column: of the word it is about, NO_TAG without. stratum: its tenth of the
    scores, from 0, where it was drawn by them.
    """

    row: int
    reason: Reason
    column: int = NO_TAG
    stratum: int | None = None
