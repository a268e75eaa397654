"""A piece to be rendered: parts and drum hits in seconds, and what is known of it as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.demo.plan import SongPlan
from core.demo.score import Score


@dataclass(frozen=True, slots=True)
class PieceNote:
    """A note in seconds; velocity 0 to 1."""

    start_s: float
    length_s: float
    pitch: int
    velocity: float


@dataclass(frozen=True, slots=True)
class PiecePart:
    """One player. program: of General MIDI; instrument: its kind; level_db: beside the others."""

    role: str
    instrument: str
    program: int
    notes: tuple[PieceNote, ...]
    level_db: float = 0.0
    pan: float = 0.0


@dataclass(frozen=True, slots=True)
class PieceHit:
    """A stroke on a piece of the kit, by the demo's names."""

    start_s: float
    piece: str
    velocity: float


@dataclass(frozen=True, slots=True)
class Piece:
    """What is played, and the words of the whole. kit: program of the drums.

    facts: word -> whether it is true of the piece; words that are missing are not known.
    plan, score: of a demo song that its own synthesis is to render.
    """

    style: str
    seed: int
    duration_s: float
    parts: tuple[PiecePart, ...]
    hits: tuple[PieceHit, ...]
    kit: int
    tempo_bpm: float
    facts: dict[str, bool] = field(default_factory=dict)
    plan: SongPlan | None = None
    score: Score | None = None

    def notes(self) -> Iterable[PieceNote]:
        """Iterate over the notes of all parts."""
        return (note for part in self.parts for note in part.notes)
