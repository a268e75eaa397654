"""What a model makes of a part of a song as it is deformed just now, as a record."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.audio.playback_records import LiveDeformation

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class LiveScores:
    """Scores of one part of a song, as it is and deformed, both of the same seconds, (n_words,).

    model_id: of the library. words: of the model.
    """

    model_id: int
    start_s: float
    end_s: float
    deformation: LiveDeformation
    words: tuple[str, ...]
    undeformed: Scores
    deformed: Scores

    def moved_most(self, n: int, least: float) -> list[int]:
        """Return the rows of the n words that moved most, by at least so much, farthest first."""
        sizes = np.abs(self.deformed - self.undeformed)
        order = np.argsort(-sizes, kind="stable")[:n]
        return [int(row) for row in order if sizes[row] >= least]


@dataclass(frozen=True, slots=True, eq=False)
class LiveState:
    """The open song as it is deformed just now.

    bypassed: the sound is as it is, although a deformation is set. scores: of the seconds that
    play, None before there are any. running: new ones are on their way. problem: why there are
    none.
    """

    deformation: LiveDeformation = field(default_factory=LiveDeformation)
    bypassed: bool = False
    scores: LiveScores | None = None
    running: bool = False
    problem: str = ""
