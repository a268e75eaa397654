"""Listening tests of two words as they are kept: what was heard and answered, trial by trial."""

from __future__ import annotations

from dataclasses import dataclass

from core.metrics.abx import AbxResult


@dataclass(frozen=True, slots=True)
class PlayedClip:
    """What was heard of a song, which is named by its sound. start_s, end_s None: its middle."""

    audio_hash: str
    start_s: float | None = None
    end_s: float | None = None


@dataclass(frozen=True, slots=True)
class AnsweredTrial:
    """One trial: A of the first word, B of the other, X of one of them, and which was answered."""

    a: PlayedClip
    b: PlayedClip
    x: PlayedClip
    x_is_a: bool
    answered_a: bool

    @property
    def is_right(self) -> bool:
        """Return whether X was told."""
        return self.x_is_a == self.answered_a


@dataclass(frozen=True, slots=True)
class AbxTestRow:
    """A test that was done to its end. tag_id: of the A's. seed: drew the trials.

    codebook_version: under which meanings of the words.
    """

    id: int
    tag_id: int
    other_tag_id: int
    annotator_id: int
    n_trials: int
    n_correct: int
    seed: int
    trials: tuple[AnsweredTrial, ...]
    codebook_version: int
    created_at: str

    @property
    def result(self) -> AbxResult:
        """Return what it shows."""
        return AbxResult(self.n_trials, self.n_correct)

    @property
    def pair(self) -> frozenset[int]:
        """Return the two tags."""
        return frozenset((self.tag_id, self.other_tag_id))
