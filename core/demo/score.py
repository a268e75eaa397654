"""A composed song as a score: notes and drum hits in beats, before any sound.

A beat is what a foot would tap: a quarter in 4/4 and 3/4, a dotted quarter in 6/8.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float32]  # (n,) mono or (2, n) stereo, at RATE_HZ
RATE_HZ = 32_000


@dataclass(frozen=True, slots=True)
class Metre:
    """A time signature. steps: the grid of a bar's patterns; beats: felt beats a bar."""

    name: str
    beats: int
    steps: int


METRES = {m.name: m for m in (Metre("4/4", 4, 16), Metre("3/4", 3, 12), Metre("6/8", 2, 12))}


@dataclass(frozen=True, slots=True)
class Note:
    """A pitched note. start, length: beats from the song's beginning; pitch: MIDI number."""

    start: float
    length: float
    pitch: int
    velocity: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A stroke on one piece of the drum kit."""

    start: float
    piece: str
    velocity: float


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form: from first_bar, n_bars long, with the roles that play in it."""

    name: str
    first_bar: int
    n_bars: int
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Part:
    """One instrument's notes. role: bass, comp, pad, lead or texture."""

    role: str
    instrument: str
    pattern: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The score of a song. swing: how late the off-beat of swing_unit beats is, 0.5 = straight.

    looseness: how far players stray from the grid, in seconds.
    """

    metre: Metre
    tempo_bpm: float
    swing: float
    swing_unit: float
    looseness_s: float
    sections: tuple[Section, ...]
    parts: tuple[Part, ...]
    hits: tuple[Hit, ...]

    @property
    def n_bars(self) -> int:
        """Bars of all sections together."""
        return sum(section.n_bars for section in self.sections)

    def seconds(self, beat: float) -> float:
        """Return the second of a beat, swing included."""
        return float(self.swung(np.array([beat]))[0]) * 60.0 / self.tempo_bpm

    def swung(self, beats: NDArray[np.float64]) -> NDArray[np.float64]:
        """Beats as played: the second half of each pair of swing units comes late."""
        if self.swing == 0.5:
            return beats
        pair = 2.0 * self.swing_unit
        whole, part = np.divmod(beats / pair, 1.0)
        early = part * 2.0 * self.swing
        late = self.swing + (part - 0.5) * 2.0 * (1.0 - self.swing)
        return np.asarray((whole + np.where(part < 0.5, early, late)) * pair)
