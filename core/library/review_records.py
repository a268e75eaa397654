"""What is to be looked at again: decisions that a model contradicts, and how that was settled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.library.records import State


class Verdict(StrEnum):
    """Whether the model was right where it contradicted a decision, by ear."""

    RIGHT = "right"
    WRONG = "wrong"
    UNCLEAR = "unclear"


class ScoreSource(StrEnum):
    """What a score of a song rests on.

    UNLEARNED: the model has not learned the word from the song. HELD_OUT: it has; models that had
    not learned from the song's artist scored it. LEARNED: it has, and there is no such score.
    """

    UNLEARNED = "unlearned"
    HELD_OUT = "held out"
    LEARNED = "learned"


@dataclass(frozen=True, slots=True)
class HeldOutScores:
    """Scores that stand in for a model's own on songs that it has learned from.

    ids: int64 (n,), ascending. scores: float32 (n, n_words), NaN where none is kept. taught: the
    words that it learned from these songs, (n_words,).
    """

    ids: NDArray[np.int64]
    scores: NDArray[np.float32]
    taught: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class TagScores:
    """A model's scores of songs by tag: ids int64 (n,) ascending, scores float32 (n, n_tags)."""

    ids: NDArray[np.int64]
    tag_ids: tuple[int, ...]
    scores: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A decision that the model is sure is wrong. state: yes or no."""

    song_id: int
    tag_id: int
    state: State
    score: float
    source: ScoreSource

    @property
    def strength(self) -> float:
        """How far the score is from the decision, 0 to 1."""
        return 1.0 - self.score if self.state is State.YES else self.score


@dataclass(frozen=True, slots=True)
class Flip:
    """A word of a song of which a model says the contrary of a former one; not judged.

    before, now: the scores. claims: whether it says yes now.
    """

    song_id: int
    tag_id: int
    before: float
    now: float
    claims: bool


@dataclass(frozen=True, slots=True)
class Repeat:
    """A second judgment beside the first, by the same ear. first_at: when the first was made."""

    id: int
    song_id: int
    tag_id: int
    annotator_id: int
    state: State
    first_state: State
    first_at: str
    guess_visible: bool
    model_id: int | None
    codebook_version: int
    created_at: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A decision that a model contradicted, and who was right. settled_at: None while it is open.

    While one with the verdict UNCLEAR is open, the decision is left out of learning.
    """

    id: int
    song_id: int
    tag_id: int
    annotator_id: int
    model_id: int | None
    score: float | None
    verdict: Verdict
    note: str
    created_at: str
    settled_at: str | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A sounding example of a tag: a part of a song, in seconds; state yes or no.

    start_s and end_s None: the whole song. annotator_id: who marked it, None in older libraries.
    """

    id: int
    tag_id: int
    song_id: int
    state: State
    start_s: float | None
    end_s: float | None
    note: str
    created_at: str
    annotator_id: int | None


@dataclass(frozen=True, slots=True)
class ListenedParts:
    """What was heard of a song before a decision on one of its tags: (start_s, end_s)."""

    song_id: int
    tag_id: int
    parts: tuple[tuple[float, float], ...]
    listened_s: float
    created_at: str
