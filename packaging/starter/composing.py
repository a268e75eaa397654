"""Compose the starter's pieces: any ensemble of General MIDI over the demo's rhythms and harmonies.

The same seed and number give the same piece. Lengths run from 3 s to 10 minutes; a long piece is
its sections again with players that come and go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.random import Generator, default_rng

from core.demo import players
from core.demo.arrangement import arrange
from core.demo.artists import draw_artists
from core.demo.harmony import PROGRESSIONS, read_progression
from core.demo.patterns import BASSES, COMPS, FILLS, GRIDS
from core.demo.plan import plan_song
from core.demo.score import METRES, Note, Section
from core.demo.styles import STYLES as DEMO_STYLES
from starter.pieces import Piece, PieceHit, PieceNote, PiecePart
from starter.programs import (
    ACOUSTIC_KITS,
    BASS,
    BRUSHES,
    BY_NAME,
    COMP,
    ELECTRONIC_KITS,
    INSTRUMENTS,
    LEAD,
    OF_DEMO,
    ORCHESTRAL,
    PAD,
    Instrument,
)
from starter.styles import DEMO_OWN, DEMO_WEIGHTS, STYLES, StarterStyle
from starter.truth import demo_facts, piece_facts

# seconds: (shortest, longest, share of pieces)
LENGTHS = ((3.0, 9.0, 0.10), (10.0, 15.0, 0.72), (16.0, 40.0, 0.15), (60.0, 120.0, 0.025),
           (240.0, 600.0, 0.003))  # fmt: skip
SECTION_BARS = 4
CELL_FAMILIES = {"4/4": ("calm", "song", "busy", "swing", "robot"), "3/4": ("waltz",),
                 "6/8": ("six",)}  # fmt: skip
RANDOM_CELLS = 0.3  # of melodies are scattered notes instead of phrases
BASS_INDEX = -1  # the player of the bass line
Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Frame:
    """What all players of a piece share."""

    chart: players.Chart
    sections: tuple[Section, ...]
    tempo_bpm: float
    looseness_s: float
    loudness: float
    staccato: float


def choose(choices: Sequence[Choice], rng: Generator) -> Choice:
    """Draw one."""
    return choices[int(rng.integers(len(choices)))]


def compose(seed: int, number: int) -> Piece:
    """Compose piece `number` of a seed."""
    rng = default_rng([seed, number])
    weights = np.array([style.weight for style in STYLES] + list(DEMO_WEIGHTS.values()))
    pick = int(rng.choice(len(weights), p=weights / weights.sum()))
    if pick >= len(STYLES):
        return _demo_piece(list(DEMO_WEIGHTS)[pick - len(STYLES)], rng)
    style = STYLES[pick]
    duration_s = draw_length(rng)
    frame = _frame(style, duration_s, rng)
    parts = _parts(style, frame, rng)
    hits, kit = _drums(style, frame, rng)
    piece = Piece(
        style=style.name, seed=int(rng.integers(1 << 31)), duration_s=duration_s,
        parts=tuple(parts), hits=hits, kit=kit, tempo_bpm=frame.tempo_bpm,
    )  # fmt: skip
    facts = piece_facts(piece, frame.chart.metre, frame.loudness, has_pulse=style.pulse)
    return replace(piece, facts=facts)


def draw_length(rng: Generator) -> float:
    """Draw a length in seconds: most pieces are short, a few are long."""
    shares = np.array([share for _, _, share in LENGTHS])
    low, high, _ = LENGTHS[int(rng.choice(len(LENGTHS), p=shares / shares.sum()))]
    return float(rng.uniform(low, high))


def _frame(style: StarterStyle, duration_s: float, rng: Generator) -> Frame:
    name = str(rng.choice(["4/4", "3/4", "6/8"], p=[0.72, 0.18, 0.10]))
    metre, key = METRES[name], int(rng.integers(12))
    choices = PROGRESSIONS[choose(style.harmonies, rng)]
    verse, bridge = (choices[int(i)] for i in rng.choice(len(choices), 2, replace=False))
    chart = players.Chart(metre, key, read_progression(*verse, key), read_progression(*bridge, key))
    low, high = style.tempo_bpm
    tempo = float(np.exp(rng.uniform(np.log(low), np.log(high))))
    tempo = tempo * 0.6 if name == "6/8" else tempo
    bar_s = metre.beats * 60.0 / tempo
    n_sections = int(np.ceil((duration_s + bar_s) / (SECTION_BARS * bar_s)))
    roles = frozenset({"drums"})
    sections = tuple(
        Section("B" if i % 4 == 2 else "A", i * SECTION_BARS, SECTION_BARS, roles)
        for i in range(n_sections)
    )
    return Frame(
        chart, sections, tempo, float(rng.uniform(0.0, 0.02)), float(rng.uniform(0.25, 1.0)),
        float(rng.choice([0.45, 0.8, 1.0], p=[0.2, 0.3, 0.5])),
    )  # fmt: skip


def _parts(style: StarterStyle, frame: Frame, rng: Generator) -> list[PiecePart]:
    low, high = style.n_parts
    pool = tuple(BY_NAME[name] for name in style.instruments) or INSTRUMENTS
    tuned = tuple(item for item in pool if item.roles != (BASS,))
    chosen = [choose(tuned, rng) for _ in range(int(rng.integers(low, high + 1)))]
    if style.name == "solo":
        chosen = [choose(pool, rng)]
    parts = [_part(item, index, len(chosen), frame, rng) for index, item in enumerate(chosen)]
    if style.name == "solo" and COMP in chosen[0].roles and rng.random() < 0.6:
        first = parts[0]
        below = _part(chosen[0], 1, 2, frame, rng)
        notes = tuple(sorted(first.notes + below.notes, key=lambda note: note.start_s))
        parts = [replace(first, notes=notes)]
    if style.basses and rng.random() < style.bass:
        parts.append(_part(BY_NAME[choose(style.basses, rng)], BASS_INDEX, 2, frame, rng))
    return parts


def _part(item: Instrument, index: int, n: int, frame: Frame, rng: Generator) -> PiecePart:
    """Write the part of one player. index: 0 prefers the melody."""
    if index == BASS_INDEX or item.roles == (BASS,):
        role = BASS
    else:
        roles = [role for role in item.roles if role != BASS]
        weights = np.array([(4.0 if index == 0 else 1.0) if r == LEAD else 1.0 for r in roles])
        role = str(rng.choice(roles, p=weights / weights.sum()))
    spans = [frame.sections] if len(frame.sections) < 3 else _appearances(frame, rng)
    style = _line(role, item, frame, rng)
    notes = [note for section in spans[0] for note in style(section)]
    return PiecePart(
        role, item.name, choose(item.programs, rng),
        tuple(_played(notes, item, frame, rng)),
        level_db=float(rng.normal(0.0, 3.0)) if n > 1 else 0.0, pan=float(rng.uniform(-0.7, 0.7)),
    )  # fmt: skip


def _appearances(frame: Frame, rng: Generator) -> list[tuple[Section, ...]]:
    """Leave out a player of a longer piece here and there."""
    kept = tuple(section for section in frame.sections if rng.random() < 0.8)
    return [kept or frame.sections[:1]]


def _line(
    role: str, item: Instrument, frame: Frame, rng: Generator
) -> Callable[[Section], list[Note]]:
    """Choose what a player of a role plays: a function from a section to its notes."""
    chart, steps = frame.chart, frame.chart.metre.steps
    span = item.high - item.low
    middle = round(item.low + span * float(rng.uniform(0.3, 0.7)))
    if item.name == "timpani":
        return lambda section: players.bass_section(
            choose(_fitting(BASSES, steps, ("long", "two", "waltz", "six long")), rng), chart,
            section, 40,
        )  # fmt: skip
    if role == BASS:
        pattern = choose(_fitting(BASSES, steps), rng)
        low = item.low + int(rng.integers(0, max(1, span - 20)))
        return lambda section: players.bass_section(pattern, chart, section, low)
    if role == PAD:
        return lambda section: players.pad_section(chart, section, middle)
    if role == COMP:
        pattern = choose(_fitting(COMPS, steps), rng)
        return lambda section: players.comp_section(pattern, chart, section, middle)
    if rng.random() < RANDOM_CELLS:
        density = float(np.exp(rng.uniform(np.log(0.6), np.log(5.0))))
        return lambda section: _scattered(section, frame, middle, density, rng)
    motif = players.invent_motif(choose(CELL_FAMILIES[chart.metre.name], rng), rng)
    return lambda section: players.melody_section(motif, chart, section, middle)


def _fitting(
    patterns: dict[str, tuple[str, ...]], steps: int, only: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Return the patterns that divide a bar as the metre does."""
    fitting = tuple(name for name, bars in patterns.items() if len(bars[0]) == steps)
    return tuple(name for name in fitting if name in only) or fitting


def _scattered(
    section: Section, frame: Frame, middle: int, per_s: float, rng: Generator
) -> list[Note]:
    """Write notes of the scale at random places, some of them chords: a texture, no tune."""
    beats = frame.chart.metre.beats
    first, last = section.first_bar * beats, (section.first_bar + section.n_bars) * beats
    n = max(1, rng.poisson(per_s * (last - first) * 60.0 / frame.tempo_bpm))
    tones = frame.chart.progression(section).bars[0][0].tones
    starts = np.sort(np.round(rng.uniform(first, last, n) * 4) / 4)
    lengths = np.exp(rng.uniform(np.log(0.2), np.log(3.0), n))
    return [
        Note(float(start), float(length), _near(middle + int(rng.normal(0, 6)), tones), 0.9)
        for start, length in zip(starts, lengths, strict=True)
    ]


def _near(pitch: int, tones: tuple[int, ...]) -> int:
    return min(range(pitch - 6, pitch + 7), key=lambda p: (p % 12 not in tones, abs(p - pitch)))


def _played(
    notes: list[Note], item: Instrument, frame: Frame, rng: Generator
) -> Iterator[PieceNote]:
    """Put notes into seconds and into the instrument's range, as loud as the piece is."""
    beat_s = 60.0 / frame.tempo_bpm
    for note in notes:
        pitch = note.pitch
        while pitch > item.high:
            pitch -= 12
        while pitch < item.low:
            pitch += 12
        start_s = max(0.0, note.start * beat_s + float(rng.normal(0.0, frame.looseness_s)))
        velocity = note.velocity * frame.loudness * float(rng.uniform(0.85, 1.1))
        yield PieceNote(start_s, max(0.06, note.length * beat_s * frame.staccato), pitch, velocity)


def _drums(style: StarterStyle, frame: Frame, rng: Generator) -> tuple[tuple[PieceHit, ...], int]:
    if rng.random() >= style.drums:
        return (), 0
    metre = frame.chart.metre
    grids = [name for name, grid in GRIDS.items() if grid.metre == metre.name]
    grid = choose(grids, rng)
    fill = choose(("", *FILLS), rng) if metre.name == "4/4" else ""
    hits = []
    for section in frame.sections:
        if len(frame.sections) > 2 and rng.random() < 0.15:
            continue
        if rng.random() < 0.3:
            hits.append(PieceHit(section.first_bar * metre.beats * 60 / frame.tempo_bpm, "crash",
                                 0.8))  # fmt: skip
        for hit in players.drum_section(grid, fill, section, metre):
            at_s = hit.start * 60.0 / frame.tempo_bpm + float(rng.normal(0, frame.looseness_s / 2))
            hits.append(PieceHit(max(0.0, at_s), hit.piece, hit.velocity * 0.9))
    return tuple(hits), draw_kit(style.kits, grid, rng)


def draw_kit(kits: str, grid: str, rng: Generator) -> int:
    """Draw the program of a drum kit."""
    if "brush" in grid:
        return BRUSHES
    if kits == "electronic":
        return choose(ELECTRONIC_KITS, rng)
    return ORCHESTRAL if kits == "orchestral" else choose(ACOUSTIC_KITS, rng)


# -- the demo's own styles ---------------------------------------------------------------------


def _demo_piece(kind: str, rng: Generator) -> Piece:
    """Plan a song as the demo does, to be rendered by its synthesis or by a bank."""
    own_seed = int(rng.integers(1 << 31))
    artist = draw_artists(int(rng.integers(1 << 31)), 4)[int(rng.integers(4))]
    weights = np.array([style.weight for style in DEMO_STYLES])
    style = DEMO_STYLES[int(rng.choice(len(weights), p=weights / weights.sum()))]
    plan = plan_song(own_seed, artist, style)
    first = int(rng.integers(max(1, len(plan.sections) - 1)))
    chosen = plan.sections[first : first + 2]
    start = chosen[0].first_bar
    plan = replace(plan, sections=tuple(replace(s, first_bar=s.first_bar - start) for s in chosen))
    score = arrange(plan)
    beat_s = 60.0 / plan.tempo_bpm
    total_s = score.n_bars * score.metre.beats * beat_s
    parts, programs = [], {}
    for part in score.parts:
        name = choose(OF_DEMO[part.instrument], rng)
        program = programs.setdefault(part.instrument, choose(BY_NAME[name].programs, rng))
        item = BY_NAME[name]
        notes = tuple(
            PieceNote(score.seconds(note.start), max(0.06, note.length * beat_s),
                      _in_range(note.pitch, item), 0.75 * note.velocity)
            for note in part.notes
        )  # fmt: skip
        role = part.role if part.role in (BASS, COMP, PAD, LEAD) else COMP
        level_db = float(rng.normal({LEAD: 1.0, PAD: -4.0}.get(role, 0.0), 2.0))
        parts.append(PiecePart(role, name, program, notes, level_db, float(rng.uniform(-0.6, 0.6))))
    hits = tuple(PieceHit(score.seconds(h.start), h.piece, h.velocity * 0.9) for h in score.hits)
    electronic = style.pump > 0
    piece = Piece(
        kind, own_seed, min(total_s, 45.0), tuple(parts), hits,
        draw_kit("electronic" if electronic else "acoustic", plan.grid, rng), plan.tempo_bpm,
        plan=plan if kind == DEMO_OWN else None, score=score if kind == DEMO_OWN else None,
    )  # fmt: skip
    return replace(piece, facts=demo_facts(piece, plan, score))


def _in_range(pitch: int, item: Instrument) -> int:
    while pitch > item.high:
        pitch -= 12
    while pitch < item.low:
        pitch += 12
    return pitch
