"""Invented artists, each with a constant sound: instruments, drum kit, room, register, timing.

Drawn from a seed, so other seeds give other artists. Every quality is a stratified sample, one
stratum for each artist, so that no two sound alike.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator, default_rng

INSTRUMENT_NAMES = (
    "pluck bass", "sub bass", "upright bass", "acid bass", "piano", "keys", "organ", "strings",
    "pad", "choir", "bells", "flute", "voice", "guitar", "funk guitar", "horns", "lead", "blips",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timbre:
    """How an artist's copy of an instrument differs from another's; every number 0 to 1."""

    bright: float
    attack: float
    ring: float
    spread: float
    shake: float
    grain: float


@dataclass(frozen=True, slots=True)
class Kit:
    """A drum kit. Frequencies in Hz, decays in seconds, the rest 0 to 1."""

    kick_hz: float
    kick_decay_s: float
    kick_click: float
    snare_hz: float
    snare_decay_s: float
    snare_noise: float
    hat_hz: float
    hat_decay_s: float
    drive: float


@dataclass(frozen=True, slots=True)
class Room:
    """Where it was recorded. decay_s: time to fall by 60 dB; wet, warmth, width 0 to 1."""

    decay_s: float
    wet: float
    damping_hz: float
    warmth: float
    width: float


@dataclass(frozen=True, slots=True)
class Artist:
    """tempo_lean: -1 (slow side of a style) to 1; register: semitones; loose: 0 to 1."""

    name: str
    albums: tuple[tuple[str, int], ...]
    timbres: dict[str, Timbre]
    kit: Kit
    room: Room
    tempo_lean: float
    register: int
    loose: float
    swing_lean: float


class StratifiedSampler:
    """Draws one value for each of n artists, from n strata of a range in random order."""

    def __init__(self, n: int, rng: Generator) -> None:
        self._n = n
        self._rng = rng

    def draw(self, low: float, high: float) -> list[float]:
        """Draw n values, one in each of n equal parts of low..high."""
        fractions = (self._rng.permutation(self._n) + self._rng.random(self._n)) / self._n
        return [float(low + (high - low) * fraction) for fraction in fractions]


def draw_artists(seed: int, n: int) -> tuple[Artist, ...]:
    """Draw n artists, the same for the same seed and n."""
    rng = default_rng([seed, 0xA7])
    sampler = StratifiedSampler(n, rng)
    names = artist_names(n, rng)
    kits, rooms = _kits(sampler), _rooms(sampler)
    timbres = {instrument: _timbres(sampler) for instrument in INSTRUMENT_NAMES}
    lean, register, loose = sampler.draw(-1, 1), sampler.draw(-5, 6), sampler.draw(0.1, 1)
    swing = sampler.draw(0, 1)
    return tuple(
        Artist(
            name=names[i],
            albums=album_names(rng),
            timbres={instrument: drawn[i] for instrument, drawn in timbres.items()},
            kit=kits[i],
            room=rooms[i],
            tempo_lean=lean[i],
            register=round(register[i]),
            loose=loose[i],
            swing_lean=swing[i],
        )
        for i in range(n)
    )


def _timbres(sampler: StratifiedSampler) -> list[Timbre]:
    return [Timbre(*values) for values in zip(*(sampler.draw(0, 1) for _ in range(6)), strict=True)]


def _kits(sampler: StratifiedSampler) -> list[Kit]:
    ranges = ((44, 62), (0.16, 0.42), (0.1, 1), (150, 230), (0.09, 0.24), (0.45, 0.9),
              (5500, 9000), (0.6, 1.4), (0, 0.8))  # fmt: skip
    return [Kit(*values) for values in zip(*(sampler.draw(*span) for span in ranges), strict=True)]


def _rooms(sampler: StratifiedSampler) -> list[Room]:
    ranges = ((0.25, 2.4), (0.1, 0.5), (2200, 7000), (0, 1), (0.35, 1))
    return [Room(*values) for values in zip(*(sampler.draw(*span) for span in ranges), strict=True)]


FIRST_NAMES = (
    "Odile", "Bruno", "Marta", "Kasimir", "Lotte", "Tove", "Amadou", "Yuki", "Pilar", "Ferris",
    "Wanda", "Ilse", "Cosimo", "Rosalba", "Henk", "Noor", "Tadeo", "Mirela", "Ezra", "Sunniva",
)  # fmt: skip
LAST_NAMES = (
    "Marrow", "Linnet", "Okonfield", "Vantongeren", "Pell", "Brightwater", "Castellaro", "Umber",
    "Quill", "Hollander", "Moonie", "Sorrel", "Vasko", "Applegarth", "Tern", "Delacour",
)  # fmt: skip
ADJECTIVES = (
    "Velvet", "Paper", "Nine Small", "Patient", "Copper", "Northern", "Borrowed", "Quiet", "Glass",
    "Sunday", "Electric", "Wooden", "Second-hand", "Polite", "Lunar", "Salted",
)  # fmt: skip
NOUNS = (
    "Abacus", "Lanterns", "Rivers", "Ferries", "Orchard", "Telegraph", "Umbrellas", "Pigeons",
    "Harbour", "Timetable", "Marmalade", "Chimneys", "Gardeners", "Accordion", "Satellites",
)  # fmt: skip
MOMENTS = (
    "Early Tram", "Blue Hour", "Last Ferry", "Summer Rain", "Window Seat", "Spare Key", "Tin Roof",
    "Snow Letter", "Long Table", "Drained Pool", "Lemon Tree", "Night Bakery", "Low Tide",
    "Paper Boat", "Ninth Floor", "Left Luggage", "Small Weather", "Garden Light", "Ring Road",
    "Second Coffee", "Green Door", "Borrowed Coat", "Station Clock", "Dry Stone", "Two Bicycles",
)  # fmt: skip
SUFFIXES = (
    "", "", "", " at Noon", " (Part Two)", " Again", " for Two", " after Dark", " in Reverse",
    " and Back", " by the Sea", " on Monday",
)  # fmt: skip


def _pick(words: tuple[str, ...], rng: Generator) -> str:
    return words[int(rng.integers(len(words)))]


def artist_names(n: int, rng: Generator) -> list[str]:
    """Invent n different names, people and bands in turn."""
    names: list[str] = []
    while len(names) < n:
        person = f"{_pick(FIRST_NAMES, rng)} {_pick(LAST_NAMES, rng)}"
        band = f"{_pick(ADJECTIVES, rng)} {_pick(NOUNS, rng)}"
        name = (person, f"The {band}", band, f"{person} Trio")[len(names) % 4]
        if name not in names:
            names.append(name)
    return names


def album_names(rng: Generator) -> tuple[tuple[str, int], ...]:
    """Invent two albums with their years, some years apart."""
    year = int(rng.integers(1974, 2012))
    one, two = (MOMENTS[int(i)] for i in rng.choice(len(MOMENTS), 2, replace=False))
    return (one, year), (f"{two} & Other Rooms", year + int(rng.integers(2, 9)))


def song_titles(n: int, rng: Generator) -> list[str]:
    """Invent n different titles."""
    all_titles = [moment + turn for moment in MOMENTS for turn in dict.fromkeys(SUFFIXES)]
    order = np.concatenate(
        [rng.permutation(len(all_titles)) for _ in range(1 + n // len(all_titles))]
    )
    count: dict[str, int] = {}
    titles = []
    for index in order[:n]:
        title = all_titles[int(index)]
        count[title] = count.get(title, 0) + 1
        titles.append(title if count[title] == 1 else f"{title} no. {count[title]}")
    return titles
