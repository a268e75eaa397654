"""How deep learning goes: which sections of a network are trained, which stay as they are.

The thesis's depths of supervision, and a choice of one with its reason in plain words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.errors import TrainingError
from core.models.sections import Section

FEW_SONGS, MANY_SONGS = 12, 1000


class Depth(StrEnum):
    """CLASSIFIER: only the words. TEMPORAL: also the sense of time. EVERYTHING: also the ear."""

    AUTOMATIC = "automatic"
    CLASSIFIER = "classifier"
    TEMPORAL = "temporal"
    EVERYTHING = "everything"


TRAINED: dict[Depth, frozenset[Section]] = {
    Depth.CLASSIFIER: frozenset({Section.CLASSIFIER}),
    Depth.TEMPORAL: frozenset({Section.CLASSIFIER, Section.TEMPORAL}),
    Depth.EVERYTHING: frozenset(Section),
}


@dataclass(frozen=True, slots=True)
class DepthChoice:
    """What is trained, and why, in a sentence for the musician."""

    depth: Depth
    reason: str

    @property
    def trained(self) -> frozenset[Section]:
        """The sections that learn; the others stay bit for bit as they are."""
        return TRAINED[self.depth]


def choose_depth(wanted: str, n_songs: int, *, has_temporal: bool = True) -> DepthChoice:
    """The depth to learn at with n_songs to learn from.

    Raises TrainingError for an unknown name, or one the network has no section for.
    """
    try:
        depth = Depth(wanted)
    except ValueError as error:
        raise TrainingError(
            f"The depth “{wanted}” is unknown.", remedy=f"Choose one of: {', '.join(Depth)}."
        ) from error
    if depth is Depth.TEMPORAL and not has_temporal:
        raise TrainingError(
            "This model has no part of its own for the course of time.",
            remedy="Choose the depth classifier or everything.",
        )
    if depth is not Depth.AUTOMATIC:
        return DepthChoice(depth, "You chose this depth.")
    return _automatic(n_songs, has_temporal)


def _automatic(n_songs: int, has_temporal: bool) -> DepthChoice:
    if n_songs >= MANY_SONGS:
        return DepthChoice(
            Depth.EVERYTHING,
            f"{n_songs} songs are enough to train the ear itself: everything learns.",
        )
    if n_songs < FEW_SONGS or not has_temporal:
        return DepthChoice(
            Depth.CLASSIFIER,
            f"With {n_songs} songs only the words are learned; "
            "what the model hears and how it follows time stay as they are.",
        )
    return DepthChoice(
        Depth.TEMPORAL,
        f"With {n_songs} songs (under {MANY_SONGS}) the ear is kept; "
        "how it follows time and the words are learned.",
    )
