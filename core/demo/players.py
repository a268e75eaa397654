"""Write the notes of each player from a chord chart: drums, bass, accompaniment, pad, melody.

Every function turns patterns and harmony into notes in beats; none of them knows how it sounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from core.demo.harmony import Chord, Progression, nearest, scale, voicing
from core.demo.patterns import BASSES, CADENCES, CELLS, COMPS, FILLS, GRIDS
from core.demo.score import Hit, Metre, Note, Section

STRENGTH = {"X": 1.0, "x": 0.72, "o": 0.38}
REDUCED = ("hat", "shaker", "ride", "brush", "rim", "conga", "tambourine")


@dataclass(frozen=True, slots=True)
class Chart:
    """The lead sheet all players read. verse and bridge: progressions; key: 0..11, C = 0."""

    metre: Metre
    key: int
    verse: Progression
    bridge: Progression

    def progression(self, section: Section) -> Progression:
        """Return the progression of a section."""
        return self.bridge if section.name == "B" else self.verse


@dataclass(frozen=True, slots=True)
class Stroke:
    """One sign of a pattern: where in the bar (beats), how long until the next sign or rest."""

    sign: str
    start: float
    length: float


def read_bar(text: str, beats: int) -> tuple[Stroke, ...]:
    """Parse one bar's pattern to strokes."""
    step = beats / len(text)
    found = []
    for index, sign in enumerate(text):
        if sign in ".-":
            continue
        end = index + 1
        while end < len(text) and text[end] == "-":
            end += 1
        found.append(Stroke(sign, index * step, (end - index) * step))
    return tuple(found)


def strokes(bars: tuple[str, ...], section: Section, beats: int) -> Iterator[tuple[int, Stroke]]:
    """Yield bar number and stroke of every stroke of a section, patterns taken in turn."""
    read = [read_bar(text, beats) for text in bars]
    for index in range(section.n_bars):
        for stroke in read[index % len(read)]:
            yield section.first_bar + index, stroke


def drum_section(grid: str, fill: str, section: Section, metre: Metre) -> list[Hit]:
    """Write a section of drums: light pieces only without "drums", a fill into the next part."""
    pieces = GRIDS[grid].pieces
    if "drums" not in section.roles:
        pieces = {name: bars for name, bars in pieces.items() if name in REDUCED}
    hits = [
        Hit(bar * metre.beats + stroke.start, name, STRENGTH[stroke.sign])
        for name, bars in pieces.items()
        for bar, stroke in strokes(bars, section, metre.beats)
    ]
    if fill and "drums" in section.roles and section.n_bars > 1:
        hits = _with_fill(hits, fill, section, metre)
    return hits


def _with_fill(hits: list[Hit], fill: str, section: Section, metre: Metre) -> list[Hit]:
    last = section.first_bar + section.n_bars - 1
    begin = (last + 0.5) * metre.beats
    kept = [hit for hit in hits if hit.start < begin or hit.piece in ("kick", "ride", "shaker")]
    played = [
        Hit(last * metre.beats + stroke.start, piece, STRENGTH[stroke.sign] * 0.9)
        for piece, text in FILLS[fill].items()
        for stroke in read_bar(text, metre.beats)
        if stroke.start >= metre.beats / 2
    ]
    return kept + played


def bass_section(pattern: str, chart: Chart, section: Section, low: int) -> list[Note]:
    """Write a bass line: the pattern's degrees of each chord, above the lowest root from low up."""
    beats, progression = chart.metre.beats, chart.progression(section)
    notes = []
    for bar, stroke in strokes(BASSES[pattern], section, beats):
        fraction = stroke.start / beats
        chord = progression.chord_at(bar - section.first_bar, fraction)
        after = progression.chord_at(
            bar - section.first_bar + int(fraction + stroke.length / beats >= 1.0 - 1e-9),
            (fraction + stroke.length / beats) % 1.0,
        )
        pitch = _bass_pitch(stroke.sign, chord, after, low)
        accent = 1.0 if stroke.start == int(stroke.start) else 0.85
        notes.append(Note(bar * beats + stroke.start, stroke.length * 0.96, pitch, accent))
    return notes


def _bass_pitch(sign: str, chord: Chord, after: Chord, low: int) -> int:
    root = low + (chord.root - low) % 12
    if sign == "n":
        target = low + (after.root - low) % 12
        return target - 1 if target > low else target + 2
    if sign == "o":
        return root + 12
    degree = {"r": 0, "3": 1, "5": 2, "7": 3}[sign]
    if degree >= len(chord.tones):  # a triad has no seventh: play its sixth
        return root + 10 if (chord.tones[1] - chord.root) % 12 == 3 else root + 9
    return root + (chord.tones[degree] - chord.root) % 12


def comp_section(
    pattern: str, chart: Chart, section: Section, middle: int, before: tuple[int, ...] = ()
) -> list[Note]:
    """Write accompaniment around a middle pitch: whole or broken chords, voices led smoothly."""
    beats, progression = chart.metre.beats, chart.progression(section)
    notes: list[Note] = []
    for bar, stroke in strokes(COMPS[pattern], section, beats):
        chord = progression.chord_at(bar - section.first_bar, stroke.start / beats)
        before = voicing(chord, before, middle - 9, middle + 9)
        start, soft = bar * beats + stroke.start, 0.8 if stroke.start % 1.0 else 1.0
        if stroke.sign == "x":
            notes += [Note(start, stroke.length, pitch, soft) for pitch in before]
        else:
            octave, voice = divmod(int(stroke.sign) - 1, len(before))
            ring = max(stroke.length, 0.5)
            notes.append(Note(start, ring, before[voice] + 12 * octave, soft))
    return notes


def pad_section(chart: Chart, section: Section, middle: int) -> list[Note]:
    """Write chords held until they change."""
    beats, progression = chart.metre.beats, chart.progression(section)
    notes: list[Note] = []
    before: tuple[int, ...] = ()
    held: list[tuple[float, Chord]] = []
    for index in range(section.n_bars):
        chords = progression.bars[index % len(progression.bars)]
        for position, chord in enumerate(chords):
            start = (section.first_bar + index + position / len(chords)) * beats
            if not held or held[-1][1] != chord or index % 4 == 0:
                held.append((start, chord))
    ends = [start for start, _ in held[1:]] + [(section.first_bar + section.n_bars) * beats]
    for (start, chord), end in zip(held, ends, strict=True):
        before = voicing(chord, before, middle - 8, middle + 8)
        notes += [Note(start, end - start, pitch, 0.9) for pitch in before]
    return notes


@dataclass(frozen=True, slots=True)
class Motif:
    """The motif of a melody: two cells of rhythm and a walk in steps of the scale."""

    cells: tuple[str, str]
    walk: tuple[int, ...]


def invent_motif(family: str, rng: Generator) -> Motif:
    """Draw a motif in a family of rhythms: mostly steps, sometimes a third, rarely a fourth."""
    first, second = rng.choice(len(CELLS[family]), size=2, replace=False)
    steps = rng.choice(
        [-3, -2, -1, 0, 1, 2, 3], size=16, p=[0.04, 0.13, 0.3, 0.08, 0.3, 0.11, 0.04]
    )
    return Motif(
        (CELLS[family][int(first)], CELLS[family][int(second)]), tuple(int(s) for s in steps)
    )


def melody_section(motif: Motif, chart: Chart, section: Section, centre: int) -> list[Note]:
    """Write a melody in phrases of four bars: statement, answer, statement, close."""
    beats, progression = chart.metre.beats, chart.progression(section)
    tones = scale(progression.mode, chart.key)
    notes: list[Note] = []
    pitch = nearest(progression.chord_at(0, 0.0).tones[2], centre)
    for index in range(section.n_bars):
        phrase_bar = index % 4
        is_close = phrase_bar == 3
        text = CADENCES[chart.metre.steps] if is_close else motif.cells[phrase_bar % 2]
        for order, stroke in enumerate(read_bar(text, beats)):
            chord = progression.chord_at(index, stroke.start / beats)
            step = motif.walk[(order + 5 * (phrase_bar % 2)) % len(motif.walk)]
            strong = stroke.start == int(stroke.start) or is_close
            pitch = _next_pitch(pitch, step, chord, tones, strong)
            pitch = _limit_range(pitch, centre)
            start = (section.first_bar + index) * beats + stroke.start
            notes.append(Note(start, stroke.length * 0.95, pitch, 1.0 if strong else 0.85))
    return notes


def _next_pitch(pitch: int, step: int, chord: Chord, tones: tuple[int, ...], strong: bool) -> int:
    pitches = [p for p in range(pitch - 16, pitch + 17) if p % 12 in tones or p % 12 in chord.tones]
    index = int(np.argmin([abs(p - pitch) for p in pitches]))
    aim = pitches[min(max(index + step, 0), len(pitches) - 1)]
    if strong:
        return min((nearest(tone, aim) for tone in chord.tones), key=lambda p: (abs(p - aim), p))
    clash = [tone for tone in chord.tones if tone not in tones and (aim - tone) % 12 in (1, 11)]
    return nearest(clash[0], aim) if clash else aim


def _limit_range(pitch: int, centre: int) -> int:
    if pitch > centre + 10:
        return pitch - 12
    return pitch + 12 if pitch < centre - 9 else pitch
