"""The instruments of General MIDI: which programs they are, how they are played, their words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Instrument:
    """Programs of one kind. low, high: MIDI range it is played in; roles: what it plays.

    words: true where it sounds. doubtful: neither true nor false where it sounds.
    """

    name: str
    programs: tuple[int, ...]
    low: int
    high: int
    roles: tuple[str, ...]
    words: tuple[str, ...]
    doubtful: tuple[str, ...] = ()


LEAD, COMP, PAD, BASS = "lead", "comp", "pad", "bass"
TUNE, CHORDS, ALL = (LEAD,), (COMP, LEAD), (LEAD, COMP, PAD)

INSTRUMENTS: tuple[Instrument, ...] = (
    Instrument("piano", (0, 1, 2, 3), 36, 92, CHORDS, ("piano",), ("keys",)),
    Instrument("electric piano", (4, 5), 40, 88, ALL, ("electric piano", "keys"), ("piano",)),
    Instrument("harpsichord", (6,), 40, 84, CHORDS, ("harpsichord", "keys"), ("plucked",)),
    Instrument("clavinet", (7,), 40, 80, (COMP,), ("keys",), ("harpsichord", "funkyg")),
    Instrument("bells", (8, 9, 10, 14, 98), 60, 96, CHORDS, ("bells",), ("mallets",)),
    Instrument("vibraphone", (11,), 53, 88, CHORDS, ("mallets",), ("bells",)),
    Instrument("marimba", (12, 13), 48, 91, CHORDS, ("mallets",)),
    Instrument("dulcimer", (15,), 48, 84, CHORDS, ("plucked",), ("harpsichord", "harp")),
    Instrument("organ", (16, 17, 18), 36, 86, ALL, ("organ", "keys")),
    Instrument("church organ", (19, 20), 36, 84, ALL, ("organ",), ("keys",)),
    Instrument("accordion", (21, 23), 48, 88, ALL, ("accordion",), ("keys",)),
    Instrument("harmonica", (22,), 60, 89, TUNE, ("harmonica",), ("accordion",)),
    Instrument(
        "acoustic guitar", (24, 25), 40, 81, CHORDS, ("guitar", "acoustic guitar", "plucked")
    ),
    Instrument(
        "electric guitar", (26, 27, 28), 40, 84, CHORDS, ("guitar", "electric guitar", "plucked"),
        ("funkyg",),
    ),
    Instrument(
        "distorted guitar", (29, 30), 40, 84, ALL, ("guitar", "distorted guitar"),
        ("electric guitar", "plucked"),
    ),
    Instrument("double bass", (32,), 28, 52, (BASS,), ("double bass",), ("plucked", "strings")),
    Instrument("bass guitar", (33, 34, 35), 28, 52, (BASS,), ("bass guitar",), ("guitar",)),
    Instrument("slapped bass", (36, 37), 28, 52, (BASS,), ("bass guitar",), ("guitar", "funkyg")),
    Instrument("synth bass", (38, 39), 28, 52, (BASS,), ("synth bass",)),
    Instrument("violin", (40, 110), 55, 98, TUNE, ("violin", "strings")),
    Instrument("viola", (41,), 48, 84, TUNE, ("viola", "strings"), ("violin", "cello")),
    Instrument("cello", (42,), 36, 74, (LEAD, BASS), ("cello", "strings")),
    Instrument("contrabass", (43,), 28, 55, (BASS,), ("double bass", "strings"), ("cello",)),
    Instrument("string section", (44, 48, 49), 36, 90, ALL, ("strings",),
               ("violin", "viola", "cello", "double bass")),
    Instrument("synth strings", (50, 51), 40, 88, (PAD, LEAD), ("synth pad",), ("strings",)),
    Instrument("pizzicato", (45,), 36, 86, CHORDS, ("pizzicato", "plucked"),
               ("strings", "violin", "viola", "cello", "double bass")),
    Instrument("harp", (46,), 30, 96, CHORDS, ("harp", "plucked"), ("acoustic guitar", "guitar")),
    Instrument("timpani", (47,), 38, 55, (BASS,), ("timpani",), ("drums", "percussion", "bass")),
    Instrument("choir", (52, 53), 43, 84, (PAD, LEAD), ("choir", "voices")),
    Instrument("synth voice", (54, 85, 91), 48, 84, (PAD, LEAD), ("voices",),
               ("choir", "synth pad", "synth lead")),
    Instrument("trumpet", (56, 59), 54, 86, TUNE, ("trumpet", "brass", "horns")),
    Instrument("trombone", (57,), 40, 72, TUNE, ("trombone", "brass", "horns")),
    Instrument("tuba", (58,), 28, 58, (BASS, LEAD), ("tuba", "brass"), ("horns", "bass")),
    Instrument("french horn", (60,), 41, 77, (LEAD, PAD), ("french horn", "brass", "horns")),
    Instrument("brass section", (61,), 45, 80, ALL, ("brass", "horns"), ("trumpet", "trombone")),
    Instrument("synth brass", (62, 63), 45, 82, ALL, ("horns",), ("brass", "synth lead")),
    Instrument("saxophone", (64, 65, 66, 67), 42, 86, TUNE, ("saxophone",),
               ("horns", "woodwind", "clarinet")),
    Instrument("oboe", (68,), 58, 90, TUNE, ("oboe", "woodwind")),
    Instrument("cor anglais", (69,), 52, 80, TUNE, ("woodwind",), ("oboe", "clarinet")),
    Instrument("bassoon", (70,), 34, 70, (LEAD, BASS), ("bassoon", "woodwind"), ("bass",)),
    Instrument("clarinet", (71,), 50, 90, TUNE, ("clarinet", "woodwind")),
    Instrument("flute", (72, 73), 60, 98, TUNE, ("flute", "woodwind")),
    Instrument("recorder", (74, 79), 60, 96, TUNE, ("woodwind",), ("flute",)),
    Instrument("pipes", (75, 76, 77, 78), 58, 92, TUNE, (), ("flute", "woodwind")),
    Instrument("synth lead", (80, 81, 82, 84, 86, 87), 40, 90, CHORDS, ("synth lead",),
               ("blip", "synth bass")),
    Instrument("synth pad", (88, 89, 90, 92, 93, 94, 95), 40, 86, (PAD,), ("synth pad",),
               ("strings", "choir", "voices")),
    Instrument("synth effect", (96, 97, 99, 100, 101, 102, 103), 48, 86, (PAD, COMP), (),
               ("synth pad", "synth lead", "bells", "effects", "choir", "voices")),
    Instrument("sitar", (104,), 46, 80, CHORDS, ("sitar", "plucked"), ("guitar",)),
    Instrument("banjo", (105,), 48, 82, CHORDS, ("banjo", "plucked"), ("guitar",)),
    Instrument("koto", (106, 107), 48, 84, CHORDS, ("koto", "plucked"), ("banjo", "guitar")),
    Instrument("thumb piano", (108, 114), 52, 84, CHORDS, (), ("mallets", "bells", "plucked")),
    Instrument("bagpipe", (109, 111), 55, 80, TUNE, (), ("oboe", "woodwind", "accordion")),
)  # fmt: skip
BY_NAME = {instrument.name: instrument for instrument in INSTRUMENTS}
BY_PROGRAM = {program: item for item in INSTRUMENTS for program in item.programs}

# The instruments of the demo's own synthesis, as General MIDI has them.
OF_DEMO: dict[str, tuple[str, ...]] = {
    "pluck bass": ("bass guitar", "slapped bass", "synth bass"), "sub bass": ("synth bass",),
    "upright bass": ("double bass",), "acid bass": ("synth bass",), "piano": ("piano",),
    "keys": ("electric piano",), "organ": ("organ",), "strings": ("string section",),
    "pad": ("synth pad", "synth strings"), "choir": ("choir",), "bells": ("bells", "vibraphone"),
    "flute": ("flute",), "voice": ("choir", "synth voice"), "guitar": ("acoustic guitar",),
    "funk guitar": ("electric guitar",), "horns": ("brass section", "trumpet", "saxophone"),
    "lead": ("synth lead",), "blips": ("synth lead", "marimba"),
}  # fmt: skip
# Those of the demo itself, rendered by it: (words, doubtful ones).
SYNTHESISED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "pluck bass": (("bass guitar",), ("synth bass", "guitar")), "sub bass": (("synth bass",), ()),
    "upright bass": (("double bass",), ("plucked", "strings")), "acid bass": (("synth bass",), ()),
    "piano": (("piano",), ()), "keys": (("keys", "electric piano"), ("bells", "piano")),
    "organ": (("organ", "keys"), ()), "strings": (("strings",), ("violin", "viola", "cello")),
    "pad": (("synth pad",), ("strings",)), "choir": (("choir", "voices"), ()),
    "bells": (("bells",), ("mallets",)), "flute": (("flute", "woodwind"), ()),
    "voice": (("voices",), ("choir",)),
    "guitar": (("guitar", "acoustic guitar", "plucked"), ("harp",)),
    "funk guitar": (("funkyg", "plucked"), ("guitar", "electric guitar")),
    "horns": (("horns", "brass"), ("trumpet", "trombone", "saxophone")),
    "lead": (("synth lead",), ()), "blips": (("blip",), ("synth lead", "bells", "mallets")),
}  # fmt: skip

# Pieces of the demo's kit as General MIDI numbers them, and the words of each.
DRUM_NOTES: dict[str, tuple[int, ...]] = {
    "kick": (36, 35), "snare": (38, 40), "clap": (39,), "hat": (42, 44), "hat_open": (46,),
    "ride": (51, 59), "shaker": (70, 82), "tambourine": (54,), "rim": (37,), "brush": (38, 40),
    "tom": (48, 50, 47), "tom_low": (45, 43, 41), "conga": (63, 62), "conga_low": (64,),
    "bongo": (60, 61), "cowbell": (56,), "crash": (49, 57, 55),
}  # fmt: skip
DRUM_WORDS: dict[str, tuple[str, ...]] = {
    "kick": ("kick",), "snare": ("snare",), "clap": ("clap",), "hat": ("hi-hat",),
    "hat_open": ("hi-hat",), "ride": ("cymbals",), "crash": ("cymbals",),
    "shaker": ("hand percussion",), "tambourine": ("hand percussion",), "rim": (),
    "brush": (), "tom": ("toms",), "tom_low": ("toms",), "conga": ("hand percussion",),
    "conga_low": ("hand percussion",), "bongo": ("hand percussion",),
    "cowbell": ("hand percussion",),
}  # fmt: skip
ELECTRONIC_KITS, BRUSHES, ORCHESTRAL = (24, 25), 40, 48
ACOUSTIC_KITS = (0, 8, 16, 32)
