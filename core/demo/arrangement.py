"""Arrange a plan to a score: the notes of every player in every section, then an ending."""

from __future__ import annotations

from numpy.random import default_rng

from core.demo.harmony import voicing
from core.demo.plan import SongPlan
from core.demo.players import (
    Chart,
    Motif,
    bass_section,
    comp_section,
    drum_section,
    invent_motif,
    melody_section,
    pad_section,
)
from core.demo.score import METRES, Hit, Note, Part, Score, Section
from core.demo.styles import BY_NAME

MIDDLES = {
    "piano": 60, "keys": 59, "organ": 59, "guitar": 57, "funk guitar": 63, "strings": 62,
    "pad": 60, "choir": 62, "bells": 77, "blips": 70, "horns": 62, "lead": 62, "acid bass": 55,
    "pluck bass": 57,
}  # fmt: skip
CENTRES = {
    "voice": 64, "flute": 77, "horns": 66, "lead": 70, "bells": 79, "piano": 74, "strings": 74,
    "keys": 72, "blips": 74,
}  # fmt: skip
LOWEST_BASS = 28
RHYTHMIC = {"machine", "blips", "funk", "chops", "arp sixteen"}


def arrange(plan: SongPlan) -> Score:
    """Write the whole song of a plan."""
    style = BY_NAME[plan.style]
    metre = METRES[style.metre]
    chart = Chart(metre, plan.key, plan.verse, plan.bridge)
    rng = default_rng([plan.seed, 0x22])
    motifs = {name: invent_motif(style.cells, rng) for name in ("A", "B")}
    parts = tuple(_part(role, plan, chart, motifs) for role in sorted(plan.players))
    hits = _drums(plan, chart)
    return Score(
        metre=metre,
        tempo_bpm=plan.tempo_bpm,
        swing=plan.swing,
        swing_unit=style.swing_unit,
        looseness_s=style.looseness_s * (0.4 + 0.8 * plan.artist.loose),
        sections=plan.sections,
        parts=parts,
        hits=hits,
    )


def _part(role: str, plan: SongPlan, chart: Chart, motifs: dict[str, Motif]) -> Part:
    pattern, instrument = plan.players[role]
    notes: list[Note] = []
    for section in plan.sections:
        if role in section.roles:
            notes += _notes(role, plan, chart, section, motifs)
    if role in plan.sections[-1].roles and role != "texture":
        notes += _ending(role, plan, chart)
    return Part(role, instrument, pattern, tuple(notes))


def _notes(
    role: str, plan: SongPlan, chart: Chart, section: Section, motifs: dict[str, Motif]
) -> list[Note]:
    pattern, instrument = plan.players[role]
    if role == "bass":
        low = LOWEST_BASS + (20 if instrument == "strings" else 0)
        return bass_section(pattern, chart, section, low)
    if role == "lead":
        centre = CENTRES[instrument] + plan.artist.register
        motif = motifs["B" if section.name == "B" else "A"]
        return melody_section(motif, chart, section, centre + (2 if section.name == "B" else 0))
    middle = MIDDLES[instrument] + plan.artist.register // 2
    if role == "pad":
        return pad_section(chart, section, middle)
    lift = 5 if role == "texture" and pattern in RHYTHMIC else 0
    return comp_section(pattern, chart, section, middle + lift)


def _ending(role: str, plan: SongPlan, chart: Chart) -> list[Note]:
    start = float(plan.n_bars * chart.metre.beats)
    length = max(1.0, 1.2 * plan.tempo_bpm / 60.0)
    chord = chart.verse.chord_at(0, 0.0)
    instrument = plan.players[role][1]
    if role == "bass":
        low = LOWEST_BASS + (20 if instrument == "strings" else 0)
        return [Note(start, length, low + (chord.root - low) % 12, 1.0)]
    if role == "lead":
        centre = CENTRES[instrument] + plan.artist.register
        return [Note(start, length, centre + (chord.root - centre + 6) % 12 - 6, 0.9)]
    middle = MIDDLES[instrument] + plan.artist.register // 2
    return [Note(start, length, p, 0.9) for p in voicing(chord, (), middle - 9, middle + 9)]


def _drums(plan: SongPlan, chart: Chart) -> tuple[Hit, ...]:
    if not plan.grid:
        return ()
    hits: list[Hit] = []
    for index, section in enumerate(plan.sections):
        if not section.roles & {"drums", "light"}:
            continue
        fill = plan.fill if index + 1 < len(plan.sections) else ""
        hits += drum_section(plan.grid, fill, section, chart.metre)
        if index and "drums" in section.roles and plan.fill not in ("", "brushes"):
            hits.append(Hit(float(section.first_bar * chart.metre.beats), "crash", 0.7))
    if "drums" in plan.sections[-1].roles and any(hit.piece == "kick" for hit in hits):
        hits.append(Hit(float(plan.n_bars * chart.metre.beats), "kick", 0.8))
    return tuple(hits)
