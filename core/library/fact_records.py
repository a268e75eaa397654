"""What was so before a decision was made: what a model predicted, what was heard of the song.

They are stored with the decision (see DecisionContext.facts), and go and return with it by undo.
"""

from __future__ import annotations

from dataclasses import dataclass


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
