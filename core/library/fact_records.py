"""What was so before a decision was made: what a model predicted, what was heard of the song.

They are stored with the decision (see DecisionContext.facts), and go and return with it by undo.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class PriorScore:
    """A model's score of a tag before it was decided, 0 to 1.

    n_decisions: how many the live heads had learned from. model_id: the model they stand on.
    is_random: whether the song was drawn at random, so that it counts for estimates.
    """

    score: float
    n_decisions: int = 0
    model_id: int | None = None
    is_random: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BulkPriors:
    """A model's scores of a tag before it was decided for many songs at once.

    song_ids: (n,) ascending; scores: (n,), 0 to 1, NaN where there was none; see PriorScore for the
    others. repr() is what the journal keeps of them with the edit: a row a song would make a bulk
    edit half as slow again, and nobody has looked at these guesses one by one.
    """

    song_ids: NDArray[np.int64]
    scores: NDArray[np.float32]
    n_decisions: int = 0
    model_id: int | None = None

    def of(self, song_ids: Sequence[int]) -> BulkPriors:
        """Return those of some songs that have a score."""
        wanted = np.array(sorted(song_ids), np.int64)
        if not len(self.song_ids):
            return self
        rows = np.minimum(np.searchsorted(self.song_ids, wanted), len(self.song_ids) - 1)
        rows = rows[self.song_ids[rows] == wanted]
        rows = rows[np.isfinite(self.scores[rows])]
        return BulkPriors(self.song_ids[rows], self.scores[rows], self.n_decisions, self.model_id)

    def __repr__(self) -> str:
        """Write them as every journal has them."""
        songs = base64.b64encode(self.song_ids.astype("<u4").tobytes()).decode()
        scores = base64.b64encode(self.scores.astype("<f2").tobytes()).decode()
        return (
            f"BulkPriors(model_id={self.model_id!r}, n_decisions={self.n_decisions},"
            f" songs={songs}, scores={scores})"
        )


def read_priors(songs: str, scores: str) -> dict[int, float]:
    """Read song id -> score of what repr() wrote. Raises ValueError where it is spoiled."""
    ids = np.frombuffer(base64.b64decode(songs, validate=True), "<u4")
    values = np.frombuffer(base64.b64decode(scores, validate=True), "<f2")
    return dict(zip(ids.tolist(), values.astype(float).tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class ListenedBefore:
    """The parts of a song that were played before a decision: (start_s, end_s), ascending."""

    parts: tuple[tuple[float, float], ...]
    listened_s: float


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """What is kept beside one decision on a whole song. None: not known, or not to be kept."""

    prior: PriorScore | None = None
    listened: ListenedBefore | None = None
