"""Songs for the bench of learning: scores of pseudo-artists with their habits, and their truth.

Written for sampled instruments, by other rules and seeds than the demo's and the starter's songs,
so that a model that is measured here knows none of it. No sound: sound_banks.py plays it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sound_banks import BankNote, BankPart

FAMILIES: dict[str, tuple[int, ...]] = {  # word -> programs of General MIDI, from 0
    "piano": (0, 1, 3),
    "bells": (9, 11, 12, 13, 14),
    "organ": (16, 17, 18, 19),
    "guitar": (24, 25, 26, 27),
    "distortion": (29, 30),
    "strings": (40, 41, 42, 48, 49),
    "choir": (52, 53),
    "brass": (56, 57, 60, 61),
    "woodwind": (65, 66, 68, 71, 73, 75),
    "synth": (80, 81, 89, 90),
}
BASSES: dict[str, tuple[int, ...]] = {
    "upright bass": (32,),
    "electric bass": (33, 34),
    "synth bass": (38, 39),
}
KITS = (0, 8, 16, 24, 25)
WORDS = (
    *FAMILIES, "electric bass", "synth bass", "drums", "slow", "fast", "waltz", "high", "dense",
    "gentle", "sombre",
)  # fmt: skip
SLOW_BPM, FAST_BPM = 84.0, 126.0
HIGH_PITCH, DENSE_NOTES_PER_S, SOFT = 76.0, 8.0, 0.55
MAJOR, MINOR = (0, 2, 4, 5, 7, 9, 11), (0, 2, 3, 5, 7, 8, 10)
KICK, SNARE, CLOSED_HAT, OPEN_HAT, RIDE, SHAKER = 36, 38, 42, 46, 51, 70
SALT = 20_261_128  # no other songs have these seeds
MIN_S, MAX_S, TAIL_S = 18.0, 26.0, 1.5
COMP_PATTERNS = ("block", "arpeggio", "off-beat", "strum")
ROLES = ("lead", "comp", "pad", "counter")
ROLE_VOLUMES = {"lead": 0.9, "comp": 0.7, "pad": 0.55, "counter": 0.7}


@dataclass(frozen=True, slots=True)
class Artist:
    """An artist's habits. palette: (family, program) in order of preference.

    triple, minor: how probable a waltz and a minor key are. register: semitones that the lead is
    moved by. busyness: 0 to 1, how many of the possible notes are played. loudness: mean velocity.
    loops: chords as degrees of the scale, one a bar.
    """

    name: str
    tempo_bpm: float
    palette: tuple[tuple[str, int], ...]
    n_parts: int
    bass: str
    kit: int
    drums: float
    triple: float
    minor: float
    register: int
    busyness: float
    loudness: float
    reverb: float
    loops: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Song:
    """A song for a sound bank. reverb: 0 to 1, how much of the room is heard. yes: the words of
    WORDS that are true of it; all others are not.
    """

    artist: str
    title: str
    parts: tuple[BankPart, ...]
    duration_s: float
    reverb: float
    yes: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is settled before any note. scale: pitch classes above the key's root."""

    artist: Artist
    beat_s: float
    beats: int
    n_bars: int
    root: int
    scale: tuple[int, ...]
    loop: tuple[int, ...]

    @property
    def bar_s(self) -> float:
        return self.beat_s * self.beats

    def pitch(self, degree: int, near: int) -> int:
        """Return the pitch of a degree of the scale in the octave nearest to `near`."""
        pitch_class = self.root + self.scale[degree % 7]
        return pitch_class + 12 * round((near - pitch_class) / 12)

    def degree(self, bar: int) -> int:
        """Return the chord of a bar."""
        return self.loop[bar % len(self.loop)]


def compose(seed: int, n_songs: int, songs_per_artist: int = 5) -> tuple[Song, ...]:
    """Compose songs of one seed's artists; more songs begin with the same ones."""
    songs = []
    for number in range(n_songs):
        artist_number, index = divmod(number, songs_per_artist)
        artist = _artist(np.random.default_rng([seed, SALT, artist_number]), seed, artist_number)
        songs.append(compose_song(artist, index, np.random.default_rng([seed, SALT, number, 1])))
    return tuple(songs)


def _artist(rng: np.random.Generator, seed: int, number: int) -> Artist:
    families = rng.permutation(list(FAMILIES))[: rng.integers(3, 7)].tolist()
    loops = tuple(
        (0, *rng.choice([1, 2, 3, 4, 5], size=rng.choice([1, 3, 3, 3])).tolist()) for _ in range(3)
    )
    return Artist(
        name=f"Ensemble {seed}-{number}",
        tempo_bpm=float(np.exp(rng.uniform(np.log(62), np.log(158)))),
        palette=tuple((family, int(rng.choice(FAMILIES[family]))) for family in families),
        n_parts=int(rng.choice([1, 2, 2, 3, 3, 4])),
        bass=str(rng.choice(["", *BASSES])),
        kit=int(rng.choice(KITS)),
        drums=float(rng.choice([0.05, 0.5, 0.95])),
        triple=float(rng.choice([0.05, 0.1, 0.6])),
        minor=float(rng.choice([0.15, 0.5, 0.85])),
        register=int(rng.integers(-9, 10)),
        busyness=float(rng.uniform(0.25, 0.95)),
        loudness=float(rng.uniform(0.45, 0.9)),
        reverb=float(rng.uniform(0.0, 0.6)),
        loops=loops,
    )


def compose_song(artist: Artist, number: int, rng: np.random.Generator) -> Song:
    """Compose one song: a plan, its parts, and what is true of them."""
    tempo_bpm = float(artist.tempo_bpm * rng.lognormal(0.0, 0.1))
    beats = 3 if rng.random() < artist.triple else 4
    is_minor = bool(rng.random() < artist.minor)
    beat_s = 60.0 / tempo_bpm
    n_bars = max(4, round(rng.uniform(MIN_S, MAX_S) / (beat_s * beats)))
    loop = artist.loops[rng.integers(len(artist.loops))]
    scale = MINOR if is_minor else MAJOR
    plan = _Plan(artist, beat_s, beats, n_bars, int(rng.integers(12)), scale, loop)

    n_parts = min(max(1, artist.n_parts + int(rng.integers(-1, 2))), len(artist.palette))
    weights = 1.0 / np.arange(1, len(artist.palette) + 1)
    chosen = rng.choice(len(artist.palette), size=n_parts, replace=False, p=weights / weights.sum())
    instruments = [artist.palette[index] for index in chosen]
    parts = [
        _tuned(plan, role, program, rng)
        for role, (_, program) in zip(ROLES, instruments, strict=False)
    ]
    families = {family for family, _ in instruments}
    if artist.bass and rng.random() < 0.85:
        families.add(artist.bass)
        parts.append(_bass(plan, int(rng.choice(BASSES[artist.bass])), rng))
    if rng.random() < artist.drums:
        families.add("drums")
        parts.append(_drums(plan, rng))
    yes = _truth(plan, parts, families, tempo_bpm, is_minor)
    duration_s = n_bars * plan.bar_s + TAIL_S
    title = f"Piece {number + 1}"
    return Song(artist.name, title, tuple(parts), duration_s, artist.reverb, yes)


def _truth(
    plan: _Plan, parts: Sequence[BankPart], families: set[str], tempo_bpm: float, is_minor: bool
) -> frozenset[str]:
    """Read off the score which words hold."""
    n_notes = sum(len(part.notes) for part in parts)
    lead_pitch = float(np.mean([note.pitch for note in parts[0].notes]))
    facts = {
        "slow": tempo_bpm <= SLOW_BPM,
        "fast": tempo_bpm >= FAST_BPM,
        "waltz": plan.beats == 3,
        "high": lead_pitch >= HIGH_PITCH,
        "dense": n_notes / (plan.n_bars * plan.bar_s) >= DENSE_NOTES_PER_S,
        "gentle": "drums" not in families and tempo_bpm < FAST_BPM and plan.artist.loudness < SOFT,
        "sombre": is_minor and tempo_bpm < FAST_BPM and lead_pitch < HIGH_PITCH,
    }
    found = families | {word for word, holds in facts.items() if holds}
    return frozenset(found & set(WORDS))


# -- parts ------------------------------------------------------------------------------------


def _tuned(plan: _Plan, role: str, program: int, rng: np.random.Generator) -> BankPart:
    """Write a part; all but the lead may rest in the first or the last third."""
    write = {"lead": _melody, "comp": _chords, "pad": _held_chords, "counter": _melody}[role]
    notes = write(plan, rng)
    end_s = plan.n_bars * plan.bar_s
    if role != "lead" and rng.random() < 0.4:
        first = rng.random() < 0.5
        notes = [n for n in notes if (n.start_s >= end_s / 3 if first else n.start_s < end_s / 1.5)]
    return BankPart(
        program,
        tuple(notes),
        volume=ROLE_VOLUMES[role] * float(rng.uniform(0.75, 1.1)),
        pan=float(rng.uniform(-0.5, 0.5)),
    )


def _note(
    plan: _Plan, start_s: float, length_s: float, pitch: int, rng: np.random.Generator
) -> BankNote:
    velocity = float(np.clip(plan.artist.loudness * rng.normal(1.0, 0.08), 0.2, 1.0))
    start_s = max(0.0, start_s + float(rng.normal(0.0, 0.006)))
    return BankNote(start_s, max(0.05, length_s), int(np.clip(pitch, 28, 104)), velocity)


def _melody(plan: _Plan, rng: np.random.Generator) -> list[BankNote]:
    """Two bars' rhythm that comes back, its pitches walking over the scale."""
    steps = plan.beats * 4
    rhythm = np.flatnonzero(rng.random(2 * steps) < 0.12 + 0.4 * plan.artist.busyness)
    rhythm = np.union1d(rhythm, [0])
    centre = 71 + plan.artist.register + int(rng.integers(-3, 4))
    position, notes = 0, []
    for bar in range(0, plan.n_bars, 2):
        for index, step in enumerate(rhythm.tolist()):
            if bar + step // steps >= plan.n_bars:
                break
            following = rhythm[index + 1] if index + 1 < len(rhythm) else 2 * steps
            position = int(np.clip(position + rng.integers(-2, 3), -5, 6))
            on_chord = step % 4 == 0
            degree = plan.degree(bar + step // steps) + 2 * (position // 2)
            degree = degree if on_chord else position
            start_s = bar * plan.bar_s + step * plan.beat_s / 4
            length_s = 0.9 * (following - step) * plan.beat_s / 4
            pitch = plan.pitch(degree, centre + 2 * position)
            notes.append(_note(plan, start_s, min(length_s, 2.5), pitch, rng))
    return notes


def _chords(plan: _Plan, rng: np.random.Generator) -> list[BankNote]:
    """Accompany in one pattern."""
    pattern, centre = str(rng.choice(COMP_PATTERNS)), 58 + plan.artist.register // 2
    half = plan.beat_s / 2
    notes = []
    for bar in range(plan.n_bars):
        chord = [plan.pitch(plan.degree(bar) + i, centre + 3 * i) for i in (0, 2, 4)]
        for half_beat in range(2 * plan.beats):
            start_s = bar * plan.bar_s + half_beat * half
            if pattern == "arpeggio":
                pitch = chord[(0, 1, 2, 1)[half_beat % 4]]
                notes.append(_note(plan, start_s, 1.2 * half, pitch, rng))
            elif pattern == "strum" and rng.random() < 0.3 + 0.6 * plan.artist.busyness:
                notes += [
                    _note(plan, start_s + 0.012 * i, half, pitch, rng)
                    for i, pitch in enumerate([*chord, chord[0] + 12])
                ]
            elif (pattern == "block" and half_beat % plan.beats == 0) or (
                pattern == "off-beat" and half_beat % 2
            ):
                length_s = half * (plan.beats - 0.3 if pattern == "block" else 0.6)
                notes += [_note(plan, start_s, length_s, pitch, rng) for pitch in chord]
    return notes


def _held_chords(plan: _Plan, rng: np.random.Generator) -> list[BankNote]:
    """Hold every bar's chord."""
    centre = 62 + plan.artist.register // 2
    return [
        _note(plan, bar * plan.bar_s, 0.97 * plan.bar_s, pitch, rng)
        for bar in range(plan.n_bars)
        for pitch in (plan.pitch(plan.degree(bar) + i, centre + 3 * i) for i in (0, 2, 4))
    ]


def _bass(plan: _Plan, program: int, rng: np.random.Generator) -> BankPart:
    """Play roots and fifths, from one note a bar to eighths."""
    per_bar = int(rng.choice([1, plan.beats, 2 * plan.beats]))
    step_s = plan.bar_s / per_bar
    notes = []
    for bar in range(plan.n_bars):
        for index in range(per_bar):
            degree = plan.degree(bar) + (4 if index and rng.random() < 0.25 else 0)
            start_s = bar * plan.bar_s + index * step_s
            notes.append(_note(plan, start_s, 0.85 * step_s, plan.pitch(degree, 40), rng))
    volume = 0.85 * float(rng.uniform(0.85, 1.1))
    return BankPart(program, tuple(notes), volume=volume)


def _drums(plan: _Plan, rng: np.random.Generator) -> BankPart:
    """Repeat a bar: kick, snare and a cymbal, in one of a few grooves."""
    straight, n_steps = bool(rng.random() < 0.4), 2 * plan.beats
    cymbal = int(rng.choice([CLOSED_HAT, RIDE, SHAKER]))
    kicks = [step for step in range(n_steps) if step % 2 == 0] if straight else [0]
    if not straight and plan.beats == 4:
        kicks += rng.choice([3, 4, 5, 7], size=2, replace=False).tolist()
    snares = [2, 4] if plan.beats == 3 else [2, 6]
    bar_of_hits = [(step, KICK) for step in kicks] + [(step, SNARE) for step in snares]
    bar_of_hits += [
        (step, OPEN_HAT if straight and step % 2 else cymbal)
        for step in range(n_steps)
        if rng.random() < 0.4 + 0.6 * plan.artist.busyness
    ]
    notes = [
        _hit(plan, bar * plan.bar_s + step * plan.beat_s / 2, piece, rng)
        for bar in range(plan.n_bars)
        for step, piece in bar_of_hits
    ]
    volume = 0.8 * float(rng.uniform(0.8, 1.1))
    return BankPart(plan.artist.kit, tuple(notes), is_drums=True, volume=volume)


def _hit(plan: _Plan, start_s: float, piece: int, rng: np.random.Generator) -> BankNote:
    velocity = float(np.clip(plan.artist.loudness * rng.normal(1.0, 0.1), 0.2, 1.0))
    return BankNote(start_s, 0.1, piece, velocity)
