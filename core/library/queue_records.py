"""Which songs are asked next and why, and what a model predicted before it was told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.library.records import State


class QueueKind(StrEnum):
    """SONGS: whole songs, all words. WORD: one word over many songs."""

    SONGS = "songs"
    WORD = "word"


class Reason(StrEnum):
    """Why a song is asked. RANDOM alone counts where something is estimated."""

    UNSURE = "unsure"
    DISAGREE = "disagree"
    UNLIKE = "unlike"
    RARE = "rare"
    AGAIN = "again"
    RANDOM = "random"
    STRATUM = "stratum"


@dataclass(frozen=True, slots=True)
class NewItem:
    """A song about to be queued. stratum: the part of the scores it was drawn from."""

    song_id: int
    reason: Reason
    score: float | None = None
    stratum: int | None = None


@dataclass(frozen=True, slots=True)
class NewQueue:
    """A queue about to be kept. tag_id: the word of a WORD queue, else None."""

    kind: QueueKind
    seed: int
    random_share: float
    tag_id: int | None = None
    model_id: int | None = None
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue of the current annotator. position: where they are. closed_at: None while open."""

    id: int
    kind: QueueKind
    tag_id: int | None
    seed: int
    random_share: float
    model_id: int | None
    blind: bool
    position: int
    created_at: str
    closed_at: str | None


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A song of a queue. answered: whether it was decided on, since the queue is there.

    For a queue of one word: on that word. Undo of the decision makes it open again.
    """

    id: int
    position: int
    song_id: int
    reason: Reason
    score: float | None
    stratum: int | None
    skipped_at: str | None
    shown_at: str | None
    answered: bool


@dataclass(frozen=True, slots=True)
class QueueProgress:
    """How far a queue is. Songs that were removed count nowhere."""

    n_items: int
    n_answered: int
    n_skipped: int


@dataclass(frozen=True, slots=True)
class RandomDecision:
    """What was decided on a song that was drawn at random. guess_visible: a guess was on screen."""

    song_id: int
    tag_id: int
    state: State
    guess_visible: bool


@dataclass(frozen=True, slots=True)
class PredictedDecision:
    """A decision with the score that a model gave before it was made.

    state: the first answer, whatever became of it later. n_decisions: from how many the live heads
    had learned. is_random: whether the song was drawn at random.
    """

    id: int
    song_id: int
    tag_id: int
    model_id: int | None
    n_decisions: int
    score: float
    state: State
    guess_visible: bool
    is_random: bool
    created_at: str

    @property
    def counts(self) -> bool:
        """Return whether the score cannot have led the ear, or the song was drawn at random."""
        return self.is_random or not self.guess_visible
