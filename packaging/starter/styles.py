"""The styles the starter's music is composed in: who may play, to which rhythms and harmonies."""

from __future__ import annotations

from dataclasses import dataclass

STRINGS = ("violin", "viola", "cello", "string section", "violin", "pizzicato")
WINDS = ("flute", "oboe", "clarinet", "bassoon", "cor anglais", "recorder", "saxophone")
BRASS = ("trumpet", "trombone", "french horn", "brass section", "tuba")
LOW = ("contrabass", "cello", "bassoon", "tuba")
GUITARS = ("acoustic guitar", "electric guitar", "distorted guitar")
KEYS = ("piano", "electric piano", "organ", "clavinet")
WORLD = ("sitar", "banjo", "koto", "thumb piano", "bagpipe", "pipes", "dulcimer", "accordion",
         "harmonica", "harp", "marimba")  # fmt: skip
SYNTHS = ("synth lead", "synth pad", "synth effect", "synth strings", "synth brass", "synth voice")


@dataclass(frozen=True, slots=True)
class StarterStyle:
    """weight: share of pieces; n_parts: fewest and most beside the bass; drums, bass: how likely.

    kits: "acoustic", "electronic" or "orchestral"; instruments: () for all of them.
    """

    name: str
    weight: float
    n_parts: tuple[int, int]
    instruments: tuple[str, ...]
    basses: tuple[str, ...]
    bass: float
    drums: float
    kits: str
    harmonies: tuple[str, ...]
    tempo_bpm: tuple[float, float]
    pulse: bool = True


BAND_BASSES = ("bass guitar", "bass guitar", "double bass", "slapped bass", "synth bass")
STYLES: tuple[StarterStyle, ...] = (
    StarterStyle(
        "orchestral", 3.0, (3, 7), (*STRINGS, *WINDS, *BRASS, "harp", "choir", "bells"),
        (*LOW, "timpani"), 0.75, 0.12, "orchestral", ("chamber", "drift", "minor"), (52, 140),
    ),
    StarterStyle(
        "chamber", 3.0, (2, 4), (*STRINGS, *WINDS, "french horn", "piano", "harpsichord",
                                 "acoustic guitar", "harp", "vibraphone"),
        LOW, 0.4, 0.0, "orchestral", ("chamber", "minor", "song"), (52, 132),
    ),
    StarterStyle(
        "solo", 3.0, (1, 1), (), (), 0.0, 0.0, "acoustic",
        ("chamber", "song", "jazz", "minor", "drift"), (52, 150),
    ),
    StarterStyle(
        "band", 4.0, (1, 4), (*GUITARS, *GUITARS, *KEYS, "saxophone", "trumpet", "brass section",
                              "string section", "harmonica", "violin", "synth pad", "vibraphone"),
        BAND_BASSES, 0.92, 0.92, "acoustic", ("song", "minor", "jazz", "soul", "vamp", "gospel"),
        (66, 170),
    ),
    StarterStyle(
        "electronic", 2.0, (1, 4), (*SYNTHS, *SYNTHS, "electric piano", "piano", "bells", "choir"),
        ("synth bass", "synth bass", "bass guitar"), 0.85, 0.9, "electronic",
        ("vamp", "minor", "one chord", "soul", "drift"), (80, 174),
    ),
    StarterStyle(
        "choir", 1.0, (1, 3), ("choir", "choir", "choir", "church organ", "piano", "french horn",
                               "string section", "synth voice"),
        ("contrabass", "cello"), 0.2, 0.0, "orchestral", ("chamber", "gospel", "drift"), (50, 100),
        pulse=False,
    ),
    StarterStyle(
        "world", 1.5, (1, 4), (*WORLD, *WORLD, "acoustic guitar", "flute", "violin", "choir"),
        ("double bass", "bass guitar"), 0.4, 0.45, "acoustic",
        ("vamp", "one chord", "song", "minor"), (60, 150),
    ),
    StarterStyle(
        "mixture", 6.0, (1, 5), (), (*BAND_BASSES, *LOW), 0.3, 0.2, "acoustic",
        ("chamber", "song", "jazz", "minor", "drift", "vamp", "soul"), (50, 170), pulse=False,
    ),
)  # fmt: skip
BY_NAME = {style.name: style for style in STYLES}
DEMO_SAMPLED, DEMO_OWN = "demo, sampled", "demo"
DEMO_WEIGHTS = {DEMO_SAMPLED: 2.0, DEMO_OWN: 0.8}
