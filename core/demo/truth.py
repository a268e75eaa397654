"""Which tags are true of a composed song, and which are certainly false, by its score.

Names are those of the default codebook; where opinions may differ a tag is neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.demo.harmony import BRIGHT_MODES
from core.demo.plan import SongPlan
from core.demo.score import Note, Score
from core.demo.styles import BY_NAME

GENRES = ("house", "disco", "techno", "electro", "breaks", "tribal", "down beat", "waltz", "space")
NEAR = {  # styles of which a genre's word is neither clearly true nor clearly false
    "house": {"disco", "tribal", "techno"}, "disco": {"house"},
    "techno": {"electro", "tribal", "house"}, "electro": {"techno", "breaks", "rollers"},
    "breaks": {"down beat", "electro"}, "tribal": {"house", "deep house", "techno"},
    "down beat": {"gospel six", "folk", "drift", "sunday pop"}, "waltz": {"gospel six"},
    "space": {"rollers", "techno", "deep house", "electro", "chamber"},
}  # fmt: skip
CLUB = {"house", "deep house", "disco", "techno", "electro", "tribal"}


@dataclass(frozen=True, slots=True)
class Facts:
    """Counts over a score. Shares are of bars, 0 to 1."""

    plan: SongPlan
    instruments: dict[str, float]
    roles: dict[str, float]
    kick: float
    four_on_floor: float
    off_beat_hats: float
    percussion: float
    full_drums: float
    thickness: float

    @property
    def style(self) -> str:
        """The name of the plan's style."""
        return self.plan.style

    @property
    def tempo(self) -> float:
        """Beats a minute."""
        return self.plan.tempo_bpm


def read_facts(plan: SongPlan, score: Score) -> Facts:
    """Count what is played in how many bars."""
    beats, n = score.metre.beats, score.n_bars

    def share(starts: Iterable[float]) -> float:
        return len({int(start // beats) for start in starts if start < n * beats}) / n

    kicks = {round(h.start, 3) for h in score.hits if h.piece == "kick" and h.velocity > 0.5}
    floor = sum({float(b * beats + i) for i in range(beats)} <= kicks for b in range(n)) / n
    instruments: dict[str, float] = {}
    for part in score.parts:
        span = _bars_sounding(part.notes, beats, n)
        instruments[part.instrument] = max(instruments.get(part.instrument, 0.0), span)
    return Facts(
        plan=plan,
        instruments=instruments,
        roles={part.role: _bars_sounding(part.notes, beats, n) for part in score.parts},
        kick=share(kicks),
        four_on_floor=floor,
        off_beat_hats=_off_beat(score),
        percussion=share(hit.start for hit in score.hits),
        full_drums=sum(s.n_bars for s in score.sections if "drums" in s.roles) / n,
        thickness=sum(len(s.roles - {"light"}) * s.n_bars for s in score.sections) / n,
    )


def _bars_sounding(notes: tuple[Note, ...], beats: int, n: int) -> float:
    bars: set[int] = set()
    for note in notes:
        first, last = int(note.start // beats), int((note.start + note.length - 1e-6) // beats)
        bars.update(bar for bar in range(first, last + 1) if bar < n)
    return len(bars) / n


def _off_beat(score: Score) -> float:
    loud = [h.start % 1.0 for h in score.hits if h.piece.startswith("hat") and h.velocity > 0.6]
    if score.metre.name != "4/4" or not loud:
        return 0.0
    off = sum(abs(phase - 0.5) < 0.01 for phase in loud) / len(loud)
    return off if len(loud) >= score.n_bars else 0.0


Rule = Callable[[Facts], bool | None]


def _between(value: float, no_at: float, yes_at: float) -> bool | None:
    if value >= yes_at:
        return True
    return False if value <= no_at else None


def _played(*names: str) -> Rule:
    return lambda f: _between(max(f.instruments.get(n, 0.0) for n in names), 0.0, 0.4)


def _strings(f: Facts) -> bool | None:
    return None if f.instruments.get("pad") else _played("strings")(f)


def _bass(f: Facts) -> bool | None:
    if f.plan.players.get("bass", ("", ""))[1] == "strings":
        return None
    return _between(f.roles.get("bass", 0.0), 0.0, 0.5)


def _bass_lead(f: Facts) -> bool | None:
    pattern = f.plan.players.get("bass", ("long", ""))[0]
    if pattern in ("riff", "electro", "sixteenths", "funk"):
        return True if "lead" not in f.plan.players else None
    return False if pattern in ("long", "sub", "two", "waltz", "six long", "folk") else None


def _pace(low: float, high: float, margin: float) -> Rule:
    def rule(f: Facts) -> bool | None:
        if f.style in ("bossa", "rollers") or (f.style == "waltz" and f.tempo > 120):
            return None  # felt at half the tempo by some
        if low <= f.tempo < high:
            return True
        return False if f.tempo < low - margin or f.tempo >= high + margin else None

    return rule


def _fast(f: Facts) -> bool | None:
    return True if f.style == "rollers" else _pace(128, 400, 10)(f)


def _drums(f: Facts) -> bool | None:
    if f.percussion == 0.0:
        return False
    brushed = "brushes" in f.plan.grid or f.plan.grid == "six soft"
    return True if f.full_drums >= 0.5 and not brushed else None


def _deep(f: Facts) -> bool | None:
    inward = f.style in ("deep house", "down beat", "drift", "rollers", "tribal")
    if f.instruments.get("sub bass", 0.0) >= 0.5:
        return True if inward else None
    return None if inward else False


def _soulful(f: Facts) -> bool | None:
    if "house" in BY_NAME[f.style].words and f.plan.harmony == "soul":
        return True
    return False if f.style not in CLUB else None


def _get_down(f: Facts) -> bool | None:
    if "funk" in {pattern for pattern, _ in f.plan.players.values()} and f.kick >= 0.5:
        return True
    return False if f.kick == 0.0 or f.style in ("waltz", "gospel six", "techno") else None


def _open(f: Facts) -> bool | None:
    room = f.plan.artist.room
    if room.decay_s * room.wet > 0.5 and room.warmth < 0.75:
        return True
    return False if room.decay_s * room.wet < 0.25 else None


def _jazzy(f: Facts) -> bool | None:
    chords = [chord for bar in f.plan.verse.bars + f.plan.bridge.bars for chord in bar]
    if f.style in ("swing", "bossa") or f.plan.harmony == "jazz":
        return True
    return None if any(chord.rich for chord in chords) else False


def _happy(f: Facts) -> bool | None:
    bright = {f.plan.verse.mode, f.plan.bridge.mode} <= BRIGHT_MODES
    if bright and f.tempo >= 92 and f.style != "rollers":
        return True
    grave = not {f.plan.verse.mode, f.plan.bridge.mode} & (BRIGHT_MODES | {"dorian"})
    return False if grave and f.style != "disco" else None


def _dark(f: Facts) -> bool | None:
    modes = {f.plan.verse.mode, f.plan.bridge.mode}
    gloomy = not modes & (BRIGHT_MODES | {"dorian"}) and f.plan.artist.room.warmth > 0.5
    if "lead" not in f.plan.players and (f.plan.harmony == "one chord" or gloomy):
        return True
    return False if modes <= BRIGHT_MODES else None


def _warm(f: Facts) -> bool | None:
    round_sounds = {"pad", "keys", "organ", "strings", "choir", "sub bass", "upright bass"}
    warmth = f.plan.artist.room.warmth
    if warmth > 0.55 and len(round_sounds & set(f.instruments)) >= 2:
        return None if "acid bass" in f.instruments else True
    return False if warmth < 0.5 and len(round_sounds & set(f.instruments)) < 2 else None


def _tight(f: Facts) -> bool | None:
    room, kit = f.plan.artist.room, f.plan.artist.kit
    if f.percussion > 0.6 and f.kick > 0.4 and room.decay_s < 1.2 and kit.snare_decay_s < 0.18:
        return True
    return False if f.percussion == 0.0 or room.decay_s * room.wet > 0.6 else None


def _empty(f: Facts) -> bool | None:
    if f.thickness <= 2.7:
        return True
    return False if f.thickness >= 3.8 else None


def _energy(f: Facts) -> bool | None:
    if f.kick >= 0.6 and f.tempo >= 116 and f.thickness >= 3.0:
        return True
    return False if f.kick == 0.0 or f.tempo < 84 else None


def _gentle(f: Facts) -> bool | None:
    if f.kick == 0.0 and f.tempo < 122 and "acid bass" not in f.instruments:
        return True
    return False if f.kick >= 0.5 and f.tempo > 108 else None


def _hypnotic(f: Facts) -> bool | None:
    if f.plan.harmony in ("one chord", "vamp") and f.four_on_floor > 0.5:
        return True
    return (
        False if f.style in ("swing", "bossa", "chamber", "folk", "waltz", "gospel six") else None
    )


def _genre(word: str) -> Rule:
    def rule(f: Facts) -> bool | None:
        if word in BY_NAME[f.style].words:
            return True
        return None if f.style in NEAR[word] else False

    return rule


RULES: dict[str, Rule] = {
    "kick": lambda f: _between(f.kick, 0.0, 0.5),
    "drums": _drums,
    "unzunz": lambda f: _between(f.four_on_floor if f.tempo > 105 else 0.0, 0.0, 0.5),
    "tztz": lambda f: _between(f.off_beat_hats, 0.51, 0.62),
    "bass": _bass,
    "bass lead": _bass_lead,
    "piano": _played("piano"),
    "keys": _played("keys", "organ"),
    "organ": _played("organ"),
    "strings": _strings,
    "bells": _played("bells"),
    "flute": _played("flute"),
    "horns": _played("horns"),
    "guitar": lambda f: None if "funk guitar" in f.instruments else _played("guitar")(f),
    "funkyg": _played("funk guitar"),
    "voices": _played("voice", "choir"),
    "choir": _played("choir"),
    "blip": _played("blips"),
    "effects": lambda f: BY_NAME[f.style].effects,
    "melody": lambda f: _between(f.roles.get("lead", 0.0), 0.0, 0.4),
    "slow": _pace(0, 86, 14),
    "steady": _pace(88, 112, 12),
    "upbeat": _pace(112, 128, 14),
    "fast": _fast,
    "happy": _happy,
    "dark": _dark,
    "warm": _warm,
    "tight": _tight,
    "open": _open,
    "deep": _deep,
    "soulful": _soulful,
    "get down": _get_down,
    "empty": _empty,
    "energy": _energy,
    "gentle": _gentle,
    "hypnotic": _hypnotic,
    "jazzy": _jazzy,
} | {word: _genre(word) for word in GENRES}


def true_tags(plan: SongPlan, score: Score) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tags that are true of a song, and those that are certainly not: (yes, no)."""
    facts = read_facts(plan, score)
    verdicts = {word: rule(facts) for word, rule in RULES.items()}
    yes = tuple(word for word, verdict in verdicts.items() if verdict is True)
    return yes, tuple(word for word, verdict in verdicts.items() if verdict is False)
