"""Chords, scales and voice leading: from the symbols of a progression to pitches.

Progressions are written in C, as on a lead sheet, and transposed; a comma joins two chords of
one bar.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

NATURALS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
QUALITIES: dict[str, tuple[int, ...]] = {
    "": (0, 4, 7), "m": (0, 3, 7), "6": (0, 4, 7, 9), "m6": (0, 3, 7, 9), "7": (0, 4, 7, 10),
    "maj7": (0, 4, 7, 11), "m7": (0, 3, 7, 10), "m7b5": (0, 3, 6, 10), "dim7": (0, 3, 6, 9),
    "9": (0, 4, 10, 14), "maj9": (0, 4, 11, 14), "m9": (0, 3, 10, 14), "m11": (0, 3, 10, 17),
    "13": (0, 4, 10, 21), "7b9": (0, 4, 10, 13), "sus4": (0, 5, 7), "sus2": (0, 2, 7),
    "add9": (0, 4, 7, 14), "madd9": (0, 3, 7, 14),
}  # fmt: skip
MODES: dict[str, tuple[int, ...]] = {
    "ionian": (0, 2, 4, 5, 7, 9, 11), "dorian": (0, 2, 3, 5, 7, 9, 10),
    "phrygian": (0, 1, 3, 5, 7, 8, 10), "lydian": (0, 2, 4, 6, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10), "aeolian": (0, 2, 3, 5, 7, 8, 10),
    "harmonic": (0, 2, 3, 5, 7, 8, 11),
}  # fmt: skip
BRIGHT_MODES = frozenset({"ionian", "lydian", "mixolydian"})


@dataclass(frozen=True, slots=True)
class Chord:
    """root: pitch class 0..11; tones: pitch classes, root first; rich: sevenths and beyond."""

    root: int
    tones: tuple[int, ...]

    @property
    def rich(self) -> bool:
        """Four different tones or more."""
        return len(self.tones) > 3


@dataclass(frozen=True, slots=True)
class Progression:
    """bars: for each bar its one or two chords."""

    mode: str
    bars: tuple[tuple[Chord, ...], ...]

    def chord_at(self, bar: int, fraction: float) -> Chord:
        """Return the chord at a fraction (0 to 1) of a bar; the bars repeat."""
        chords = self.bars[bar % len(self.bars)]
        return chords[min(int(fraction * len(chords) + 1e-9), len(chords) - 1)]


def read_chord(symbol: str, key: int = 0) -> Chord:
    """Parse a chord symbol in C ("Ebmaj7"), moved up by key semitones."""
    root, quality = NATURALS[symbol[0]], symbol[1:]
    if quality[:1] in ("b", "#"):
        root, quality = root + (1 if quality[0] == "#" else -1), quality[1:]
    root += key
    return Chord(root % 12, tuple((root + step) % 12 for step in QUALITIES[quality]))


def read_progression(mode: str, symbols: str, key: int = 0) -> Progression:
    """Parse a progression such as "Dm7,G7 Cmaj7"."""
    bars = [tuple(read_chord(s, key) for s in bar.split(",")) for bar in symbols.split()]
    return Progression(mode, tuple(bars))


def scale(mode: str, key: int) -> tuple[int, ...]:
    """Return the pitch classes of a mode on a key, ascending from its tonic."""
    return tuple((key + step) % 12 for step in MODES[mode])


def voicing(chord: Chord, before: tuple[int, ...], low: int, high: int) -> tuple[int, ...]:
    """Voice a chord between low and high (MIDI), moving each voice as little as possible.

    before: the former voicing, or () at the beginning; a wide gap inside costs a little, muddy
    seconds at the bottom cost more.
    """
    choices = [
        [pitch for pitch in range(low, high + 1) if pitch % 12 == tone]
        for tone in dict.fromkeys(chord.tones)
    ]
    voicings = {tuple(sorted(pitches)) for pitches in product(*choices) if pitches}
    return min(voicings, key=lambda pitches: (_cost(pitches, before, (low + high) / 2), pitches))


def _cost(pitches: tuple[int, ...], before: tuple[int, ...], centre: float) -> float:
    span = pitches[-1] - pitches[0]
    cost = 0.35 * max(0, span - 14) + 0.15 * abs(sum(pitches) / len(pitches) - centre)
    if pitches[1] - pitches[0] < 3:
        cost += 1.5
    if before:
        cost += sum(min(abs(pitch - old) for old in before) for pitch in pitches)
        cost += 0.5 * abs(pitches[-1] - before[-1])
    return cost


def nearest(pitch_class: int, to: int) -> int:
    """Return the pitch of a class that is closest to a given pitch."""
    return to + (pitch_class - to + 6) % 12 - 6


# Families of progressions by character: (mode, symbols in C).
PROGRESSIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "song": (
        ("ionian", "C G Am F"), ("ionian", "C Am Dm G"), ("ionian", "F G Em Am"),
        ("mixolydian", "C Bb F C"), ("ionian", "C Em F G"), ("ionian", "Cadd9 F Am G"),
    ),
    "minor": (
        ("aeolian", "Cm Ab Eb Bb"), ("aeolian", "Cm Fm Bb Eb"), ("aeolian", "Cm Bb Ab Bb"),
        ("harmonic", "Cm Fm Cm G"), ("aeolian", "Cm Eb Bb Fm"),
    ),
    "soul": (
        ("dorian", "Cm9 F9 Cm9 F9"), ("ionian", "Fmaj9 Em7 Dm9 Cmaj9"),
        ("aeolian", "Cm9 Fm9 Abmaj7 Bb"), ("aeolian", "Abmaj9 Gm7 Cm9 Bb9"),
        ("ionian", "Dm9 Em7 Fmaj9 G13"),
    ),
    "vamp": (
        ("dorian", "Cm7 Cm7 F Cm7"), ("aeolian", "Cm Cm Ab Bb"), ("dorian", "Cm9 Cm9 Dm7 Cm9"),
        ("aeolian", "Cm7 Cm7 Ebmaj7 Fm7"),
    ),
    "one chord": (("phrygian", "Cm Cm Cm Db"), ("aeolian", "Cm Cm Cm Cm"),
                  ("phrygian", "Cm Db Cm Bbm")),
    "jazz": (
        ("ionian", "Dm9 G13 Cmaj9 A7b9"), ("ionian", "Cmaj7,A7b9 Dm9,G13 Em7,A7b9 Dm9,G13"),
        ("harmonic", "Dm7b5 G7b9 Cm6 Cm6"), ("ionian", "Fmaj9 Bb9 Cmaj9 Am9"),
        ("dorian", "Cm9 Cm9 Fm9 G7b9"),
    ),
    "bossa": (
        ("ionian", "Cmaj9 D9 Dm9 G13"), ("aeolian", "Cm9 Fm9 Dm7b5 G7b9"),
        ("ionian", "Cmaj7 Ebmaj7 Dm9 Db9"),
    ),
    "chamber": (
        ("ionian", "C F,G Am Dm,G"), ("harmonic", "Cm Fm,G Cm Ab,G"), ("ionian", "C G,C F,Dm G"),
        ("harmonic", "Cm Ab Fm G"), ("aeolian", "Cm Gm Ab Eb,Bb"),
    ),
    "drift": (
        ("lydian", "Cmaj9 Cmaj9 Dadd9 Dadd9"), ("lydian", "Cadd9 Bm7 Cadd9 D"),
        ("aeolian", "Cm9 Abmaj9 Cm9 Ebmaj9"), ("dorian", "Cmadd9 Fsus2 Cmadd9 Bbadd9"),
    ),
    "gospel": (
        ("ionian", "C C7,F C,Am Dm,G"), ("ionian", "C Em7 F,G C"), ("aeolian", "Cm Ab Fm7 G7"),
        ("mixolydian", "C Bb F C"),
    ),
}  # fmt: skip
