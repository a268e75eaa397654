"""The styles the demo composes in: tempo, metre, rhythm section, harmony, and who may play what.

A style offers choices; plan.py picks among them with the song's own seed.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """bass, comp, texture: (pattern, instruments) to choose from; pad, lead: instruments.

    chance: how often each role is there; swing: earliest and latest, of swing_unit beats; grids:
    drum patterns, "" or () for none; words: tags that are true by the style itself; weight: how
    many of 48 songs are of this style, about.
    """

    name: str
    metre: str
    tempo_bpm: tuple[float, float]
    harmony: tuple[str, ...]
    grids: tuple[str, ...]
    fills: tuple[str, ...]
    bass: tuple[tuple[str, tuple[str, ...]], ...]
    comp: tuple[tuple[str, tuple[str, ...]], ...]
    pad: tuple[str, ...]
    lead: tuple[str, ...]
    texture: tuple[tuple[str, tuple[str, ...]], ...]
    cells: str
    chance: dict[str, float]
    words: tuple[str, ...] = ()
    swing: tuple[float, float] = (0.5, 0.5)
    swing_unit: float = 0.25
    looseness_s: float = 0.003
    pump: float = 0.0
    effects: bool = False
    weight: float = 3.0


SYNTH_BASS = ("pluck bass", "sub bass")
EVERYTHING = {"bass": 1.0, "comp": 1.0, "pad": 0.6, "lead": 0.6, "texture": 0.4}

STYLES: tuple[Style, ...] = (
    Style(
        "house", "4/4", (118, 127), ("soul", "song", "minor", "vamp"), ("house", "house rim"),
        ("roll", "claps", ""),
        (("offbeat", SYNTH_BASS), ("pushed", ("pluck bass",)), ("octaves", ("pluck bass",))),
        (("stabs", ("piano", "organ", "keys")), ("gospel stabs", ("piano",)),
         ("offbeat", ("organ", "piano"))),
        ("strings", "pad"), ("voice", "lead", "flute", "horns"),
        (("bells", ("bells",)), ("machine", ("blips", "pluck bass")), ("funk", ("funk guitar",))),
        "song", EVERYTHING, ("house",), swing=(0.5, 0.56), pump=0.45, effects=True,
        weight=6),
    Style(
        "deep house", "4/4", (110, 121), ("soul", "jazz"), ("deep",), ("", "claps"),
        (("deep", ("sub bass",)), ("sub", ("sub bass",))),
        (("pushes", ("keys",)), ("charleston", ("keys", "organ")), ("whole", ("keys",))),
        ("pad", "strings", "choir"), ("voice", "flute", "keys"),
        (("machine", ("blips",)), ("bells", ("bells",))),
        "calm", EVERYTHING | {"lead": 0.45, "pad": 0.8}, ("house", "deep"),
        swing=(0.53, 0.58), pump=0.35,
        weight=5),
    Style(
        "disco", "4/4", (114, 126), ("soul", "song", "minor"), ("disco",), ("roll", "toms"),
        (("octaves", ("pluck bass", "upright bass")), ("funk", ("pluck bass",))),
        (("funk", ("funk guitar",)), ("offbeat", ("piano", "keys"))),
        ("strings",), ("horns", "strings", "voice"),
        (("funk", ("funk guitar",)), ("chops", ("horns",)), ("arp sixteen", ("pluck bass",))),
        "busy", EVERYTHING | {"pad": 0.85, "lead": 0.7, "texture": 0.6}, ("disco",), pump=0.1,
        weight=4),
    Style(
        "techno", "4/4", (128, 140), ("one chord",), ("techno", "techno clap"), ("", "breath"),
        (("sixteenths", ("acid bass", "sub bass")), ("offbeat", ("sub bass", "acid bass"))),
        (("machine", ("blips", "lead")), ("stabs", ("lead", "organ"))),
        ("pad", "choir", "strings"), ("lead", "blips"),
        (("blips", ("blips",)), ("arp sixteen", ("acid bass", "blips"))),
        "robot", EVERYTHING | {"pad": 0.4, "lead": 0.15, "texture": 0.6}, ("techno",),
        pump=0.5, effects=True,
        weight=4),
    Style(
        "electro", "4/4", (104, 126), ("vamp", "minor", "one chord"), ("electro", "electro bare"),
        ("claps", "", "roll"),
        (("electro", ("acid bass", "pluck bass")), ("riff", ("acid bass", "pluck bass"))),
        (("arp sixteen", ("blips", "lead")), ("stabs", ("lead", "keys"))),
        ("pad", "choir", "strings"), ("lead", "voice"), (("blips", ("blips",)),),
        "robot", EVERYTHING | {"pad": 0.45, "lead": 0.35, "texture": 0.7}, ("electro",),
        pump=0.2, effects=True,
        weight=4),
    Style(
        "breaks", "4/4", (118, 138), ("vamp", "minor"), ("break", "break two"), ("roll", "toms"),
        (("riff", ("pluck bass", "acid bass")), ("funk", ("pluck bass", "upright bass"))),
        (("stabs", ("organ", "keys", "piano")), ("funk", ("funk guitar",))),
        ("strings", "pad"), ("lead", "horns", "flute"),
        (("blips", ("blips",)), ("chops", ("horns",))),
        "busy", EVERYTHING | {"lead": 0.35}, ("breaks",), swing=(0.5, 0.55),
        weight=3.5),
    Style(
        "rollers", "4/4", (162, 174), ("drift", "minor", "soul"), ("rollers",), ("roll", ""),
        (("roll", ("sub bass",)), ("sub", ("sub bass", "acid bass"))),
        (("whole", ("keys", "piano")), ("pushes", ("keys", "piano"))),
        ("pad", "strings", "choir"), ("voice", "flute", "bells"),
        (("machine", ("blips", "bells")),),
        "calm", EVERYTHING | {"pad": 0.9}, ("breaks",), effects=True,
        weight=1.6),
    Style(
        "down beat", "4/4", (70, 92), ("soul", "vamp", "minor"), ("half", "boom bap"),
        ("", "roll"),
        (("half", ("sub bass", "upright bass")), ("sub", ("sub bass",)),
         ("riff", ("pluck bass", "upright bass"))),
        (("pushes", ("keys", "piano")), ("whole", ("organ",)), ("chops", ("guitar", "organ"))),
        ("strings", "pad", "choir"), ("flute", "voice", "horns"),
        (("bells", ("bells",)), ("funk", ("funk guitar",))),
        "song", EVERYTHING, ("down beat",), swing=(0.54, 0.62), looseness_s=0.008,
        weight=4.5),
    Style(
        "bossa", "4/4", (112, 138), ("bossa", "jazz"), ("bossa", "bossa brushes"), ("", "brushes"),
        (("bossa", ("upright bass",)), ("two", ("upright bass",))),
        (("bossa", ("guitar", "keys")),),
        ("strings",), ("flute", "voice", "piano"), (("charleston", ("piano", "keys")),),
        "swing", EVERYTHING | {"pad": 0.35, "lead": 0.9, "texture": 0.3}, ("jazzy",),
        looseness_s=0.006,
        weight=1.8),
    Style(
        "swing", "4/4", (116, 196), ("jazz",), ("swing brushes", "swing ride"), ("", "brushes"),
        (("walking", ("upright bass",)), ("two", ("upright bass",))),
        (("charleston", ("piano", "organ", "guitar")), ("quarters", ("guitar",))),
        ("strings",), ("piano", "horns", "flute", "bells"), (("charleston", ("organ",)),),
        "swing", EVERYTHING | {"pad": 0.1, "lead": 0.95, "texture": 0.15}, ("jazzy",),
        swing=(0.6, 0.67), swing_unit=0.5, looseness_s=0.008,
        weight=3.4),
    Style(
        "waltz", "3/4", (88, 156), ("chamber", "jazz", "song"), ("waltz brushes", "waltz", "", ""),
        ("",),
        (("waltz", ("upright bass",)), ("waltz walk", ("upright bass",))),
        (("waltz", ("piano", "guitar", "strings")), ("waltz arp", ("piano", "guitar", "bells"))),
        ("strings", "choir"), ("flute", "bells", "voice", "strings"),
        (("waltz bells", ("bells",)),),
        "waltz", EVERYTHING | {"bass": 0.8, "lead": 0.9, "pad": 0.4}, ("waltz",),
        looseness_s=0.01,
        weight=4),
    Style(
        "gospel six", "6/8", (48, 68), ("gospel", "song"), ("six", "six soft"), ("",),
        (("six", ("upright bass", "pluck bass")), ("six long", ("sub bass",))),
        (("six chords", ("organ", "piano")), ("six arp", ("piano", "guitar"))),
        ("organ", "choir", "strings"), ("voice", "horns"), (("six bells", ("bells",)),),
        "six", EVERYTHING | {"lead": 0.85, "pad": 0.75, "texture": 0.25}, ("soulful",),
        looseness_s=0.009,
        weight=1.8),
    Style(
        "chamber", "4/4", (56, 100), ("chamber",), (), ("",),
        (("long", ("strings", "upright bass")), ("two", ("strings",))),
        (("alberti", ("piano",)), ("arp", ("piano", "guitar")), ("whole", ("strings", "organ"))),
        ("strings", "choir"), ("flute", "strings", "voice", "bells"),
        (("bells", ("bells",)), ("arp", ("guitar", "bells"))),
        "calm", EVERYTHING | {"bass": 0.4, "pad": 0.5, "lead": 0.8}, (), looseness_s=0.012,
        weight=2.4),
    Style(
        "drift", "4/4", (58, 78), ("drift",), (), ("",),
        (("long", ("sub bass",)),),
        (("whole", ("keys", "pad")), ("bells", ("bells", "keys", "piano"))),
        ("pad", "choir", "strings"), ("bells", "flute", "voice"), (("arp", ("bells", "keys")),),
        "calm", EVERYTHING | {"bass": 0.5, "pad": 1.0, "lead": 0.4}, ("space",),
        looseness_s=0.012, effects=True,
        weight=4.2),
    Style(
        "folk", "4/4", (84, 124), ("song", "minor"), ("folk", "ballad", "", ""), ("",),
        (("folk", ("upright bass",)), ("two", ("upright bass", "pluck bass"))),
        (("travis", ("guitar",)), ("arp", ("guitar", "piano")), ("quarters", ("guitar", "piano"))),
        ("strings", "organ"), ("voice", "flute"), (("bells", ("bells",)),),
        "song", EVERYTHING | {"bass": 0.75, "pad": 0.4, "lead": 0.9, "texture": 0.25}, (),
        looseness_s=0.009,
        weight=2),
    Style(
        "sunday pop", "4/4", (86, 114), ("song", "gospel"), ("ballad", "boom bap", "folk"),
        ("roll", "toms"),
        (("folk", ("pluck bass", "upright bass")), ("pushed", ("pluck bass",))),
        (("quarters", ("piano", "organ")), ("pushes", ("piano", "keys")), ("arp", ("bells",))),
        ("strings", "organ", "choir"), ("voice", "lead", "horns"),
        (("bells", ("bells",)), ("chops", ("horns",))),
        "song", EVERYTHING | {"lead": 0.8}, (), looseness_s=0.006,
        weight=0.6),
    Style(
        "tribal", "4/4", (112, 126), ("one chord", "vamp"), ("tribal", "tribal toms"),
        ("congas", "toms"),
        (("riff", ("sub bass", "pluck bass")), ("offbeat", ("sub bass",)),
         ("deep", ("sub bass", "upright bass"))),
        (("chops", ("organ", "keys")), ("blips", ("bells", "blips"))),
        ("pad", "choir"), ("flute", "voice"), (("machine", ("bells", "blips")),),
        "busy", EVERYTHING | {"comp": 0.75, "pad": 0.4, "lead": 0.4}, ("tribal",),
        swing=(0.5, 0.57), pump=0.15,
        weight=4),
)  # fmt: skip
BY_NAME = {style.name: style for style in STYLES}
