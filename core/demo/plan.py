"""Plan a song before its notes: artist, style, tempo, key, players, form.

A SongPlan is small and is sent to the worker processes; the same plan always gives the same song.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator, default_rng

from core.demo.artists import Artist, draw_artists, song_titles
from core.demo.harmony import PROGRESSIONS, Progression, read_progression
from core.demo.score import METRES, Section
from core.demo.styles import BY_NAME, STYLES, Style

TAIL_S = 2.4
MIN_DURATION_S, MAX_DURATION_S = 36.0, 58.0
FORMS = {
    1: "A", 2: "A B", 3: "A B A", 4: "intro A B A", 5: "intro A B break A",
    6: "intro A A B break A", 7: "intro A A B break A A", 8: "intro A A B A break B A",
}  # fmt: skip
INSTRUMENT_WEIGHTS = {"piano": 2.2, "strings": 2.4, "organ": 1.6, "keys": 1.3, "bells": 1.4,
          "flute": 1.4, "pad": 0.4, "choir": 0.8}  # fmt: skip
INTROS = (
    frozenset({"comp", "light"}), frozenset({"comp", "pad"}), frozenset({"drums", "bass"}),
    frozenset({"drums", "texture"}), frozenset({"pad", "texture", "light"}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SongPlan:
    """Everything that makes one song. players: role -> (pattern, instrument)."""

    seed: int
    title: str
    artist: Artist
    album: str
    year: int
    style: str
    tempo_bpm: float
    key: int
    harmony: str
    verse: Progression
    bridge: Progression
    grid: str
    fill: str
    swing: float
    players: dict[str, tuple[str, str]]
    sections: tuple[Section, ...]
    tagged: bool

    @property
    def n_bars(self) -> int:
        """Bars of all sections together."""
        return sum(section.n_bars for section in self.sections)

    @property
    def duration_s(self) -> float:
        """Length of the song with its last echo."""
        return self.n_bars * METRES[BY_NAME[self.style].metre].beats * 60 / self.tempo_bpm + TAIL_S


def plan_songs(seed: int, n_songs: int) -> tuple[SongPlan, ...]:
    """Plan n_songs songs: every artist plays several styles, every style has several artists.

    About a quarter is left untagged, one song of each artist.
    """
    n_artists = max(min(n_songs, 10), round(n_songs / 4))
    artists = draw_artists(seed, n_artists)
    rng = default_rng([seed, 0x50])
    titles = song_titles(n_songs, rng)
    styles = _spread_styles(n_songs, n_artists, rng)
    n_uses: Counter[str] = Counter()
    untagged = _choose_untagged(styles, n_artists)
    plans = []
    for index in range(n_songs):
        song_seed = int(np.random.SeedSequence([seed, index]).generate_state(1, np.uint64)[0] >> 1)
        plan = plan_song(song_seed, artists[index % n_artists], styles[index], n_uses)
        n_uses.update(instrument for _, instrument in plan.players.values())
        plans.append(replace(plan, title=titles[index], tagged=index not in untagged))
    return tuple(plans)


def _spread_styles(n_songs: int, n_artists: int, rng: Generator) -> list[Style]:
    used, weights = np.zeros(len(STYLES)), np.array([style.weight for style in STYLES])
    of_artist: list[set[int]] = [set() for _ in range(n_artists)]
    chosen = []
    for index in range(n_songs):
        own = of_artist[index % n_artists]
        load = (used + rng.random(len(STYLES))) / weights
        load[list(own)] += 1000.0 * (len(own) < len(STYLES))
        pick = int(np.argmin(load))
        used[pick] += 1
        own.add(pick)
        chosen.append(STYLES[pick])
    return chosen


def _choose_untagged(styles: list[Style], n_artists: int) -> set[int]:
    """Choose one song of each artist who has two or more: of a style without a tag of its own, or
    else of the style with most tagged songs.
    """
    n_tagged = Counter(style.name for style in styles)
    untagged = set()
    for artist in range(n_artists):
        songs = range(artist, len(styles), n_artists)
        if len(songs) > 1:
            pick = max(songs, key=lambda index: (_n_spare(styles[index], n_tagged), index))
            n_tagged[styles[pick].name] -= 1
            untagged.add(pick)
    return untagged


def _n_spare(style: Style, n_tagged: Counter[str]) -> int:
    return n_tagged[style.name] + (0 if style.words else 3)


def plan_song(
    seed: int, artist: Artist, style: Style, n_uses: Counter[str] | None = None
) -> SongPlan:
    """Plan one song: what the style leaves open is drawn from the song's own seed.

    n_uses: how often each instrument was used in the songs before; rare ones are preferred.
    """
    rng = default_rng([seed, 0x11])
    tempo = _tempo(style, artist, rng)
    key = int(rng.integers(12))
    harmony = style.harmony[int(rng.integers(len(style.harmony)))]
    choices = PROGRESSIONS[harmony]
    verse, bridge = (choices[int(i)] for i in rng.choice(len(choices), 2, replace=False))
    album, year = artist.albums[int(rng.integers(2))]
    low, high = style.swing
    players = _players(style, n_uses or Counter(), rng)
    return SongPlan(
        seed=seed, title="", artist=artist, album=album, year=year, style=style.name,
        tempo_bpm=tempo, key=key, harmony=harmony,
        verse=read_progression(*verse, key), bridge=read_progression(*bridge, key),
        grid=_choose(style.grids, rng), fill=_choose(style.fills, rng),
        swing=low + (high - low) * artist.swing_lean,
        players=players, sections=_form(style, tempo, players, rng), tagged=True,
    )  # fmt: skip


def _choose(choices: tuple[str, ...], rng: Generator) -> str:
    return choices[int(rng.integers(len(choices)))] if choices else ""


def _tempo(style: Style, artist: Artist, rng: Generator) -> float:
    low, high = style.tempo_bpm
    fraction = 0.5 + 0.35 * artist.tempo_lean + 0.15 * (2.0 * rng.random() - 1.0)
    return float(round(low + (high - low) * fraction))


def _choose_rare(instruments: Sequence[str], n_uses: Counter[str], rng: Generator) -> str:
    weights = np.array(
        [(INSTRUMENT_WEIGHTS.get(name, 1.0) / (1.0 + n_uses[name])) ** 2 for name in instruments]
    )
    return instruments[int(rng.choice(len(instruments), p=weights / weights.sum()))]


def _players(style: Style, n_uses: Counter[str], rng: Generator) -> dict[str, tuple[str, str]]:
    sparse = rng.random() < 0.25
    chosen: dict[str, tuple[str, str]] = {}
    for role, choices in (("bass", style.bass), ("comp", style.comp), ("texture", style.texture)):
        name = _choose_rare([name for _, names in choices for name in names], n_uses, rng)
        pattern = _choose(tuple(pattern for pattern, names in choices if name in names), rng)
        chosen[role] = (pattern, name)
    busy = {chosen["comp"][1]}
    for role, instruments in (("pad", style.pad), ("lead", style.lead)):
        free = tuple(name for name in instruments if name not in busy) or instruments
        chosen[role] = ("", _choose_rare(free, n_uses, rng))
        busy.add(chosen[role][1])
    kept = {role: player for role, player in chosen.items() if rng.random() < style.chance[role]}
    if sparse:
        kept.pop("pad", None)
        kept.pop("texture", None)
    if not {"comp", "lead", "pad"} & set(kept):
        kept["comp"] = chosen["comp"]
    if len(kept) < 2:
        kept["lead"] = chosen["lead"]
    played = {player[1] for role, player in kept.items() if role != "texture"}
    if kept.get("texture", ("", ""))[1] in played:
        del kept["texture"]
    return kept


def _form(
    style: Style, tempo: float, players: dict[str, tuple[str, str]], rng: Generator
) -> tuple[Section, ...]:
    bar_s = METRES[style.metre].beats * 60.0 / tempo
    n_bars = 8 if bar_s < 1.5 else 4
    fitting = [n for n in FORMS if MIN_DURATION_S <= n * n_bars * bar_s + TAIL_S <= MAX_DURATION_S]
    names = FORMS[fitting[int(rng.integers(len(fitting)))]].split()
    intro = INTROS[int(rng.integers(len(INTROS)))]
    drums = {"drums", "light"} if style.grids else set()
    present = set(players) | drums
    sections = []
    for index, name in enumerate(names):
        roles = _roles(name, index, present, intro)
        sections.append(Section(name, index * n_bars, n_bars, frozenset(roles)))
    return tuple(sections)


def _roles(name: str, index: int, present: set[str], intro: frozenset[str]) -> set[str]:
    if name == "intro":
        roles = set(intro) & present
        tuneful = roles & ({"comp", "pad", "drums"} if "drums" in present else {"comp", "pad"})
        return roles if tuneful else present - {"drums", "lead", "texture"}
    if name == "break":
        roles = present - {"drums", "bass", "texture"}
        return roles if roles - {"light"} else present - {"drums"}
    if name == "A" and index < 2:
        return present - {"texture"}
    return present
