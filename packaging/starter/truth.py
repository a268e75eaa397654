"""What is true of a piece: of the whole by its score, and second by second who is heard.

Words are those of the demo and its codebook where these have one; where opinions may differ a
word is neither true nor false.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from core.demo.plan import SongPlan
from core.demo.score import Metre, Score
from core.demo.truth import RULES, true_tags
from starter.pieces import Piece
from starter.programs import BASS, BY_NAME, DRUM_WORDS, INSTRUMENTS, LEAD, SYNTHESISED

YES, NO, UNKNOWN = 1, 0, -1
# Words of the demo library that the starter is not taught, so that there is something to learn.
UNTAUGHT = ("energy", "gentle", "jazzy", "soulful", "get down")
INSTRUMENT_WORDS: tuple[str, ...] = tuple(
    dict.fromkeys(word for item in INSTRUMENTS for word in item.words)
)
DRUM_LOCAL = ("drums", "kick", "snare", "clap", "hi-hat", "cymbals", "toms", "hand percussion")
# Words of moments: true while something sounds. All others are of the piece as a whole.
LOCAL: tuple[str, ...] = (
    *INSTRUMENT_WORDS, "funkyg", "blip", *DRUM_LOCAL, "percussion", "bass", "melody",
)  # fmt: skip
PIECE_WORDS = (
    "slow", "steady", "upbeat", "fast", "waltz", "high", "low", "dense", "sparse", "solo",
    "ensemble", "soft", "loud", "staccato", "legato", "unzunz", "tztz", "open", "lo-fi", "bright",
)  # fmt: skip
DEMO_WORDS = tuple(word for word in RULES if word not in (*LOCAL, *PIECE_WORDS, *UNTAUGHT))
WORDS: tuple[str, ...] = (*LOCAL, *PIECE_WORDS, *DEMO_WORDS)
COLUMN = {word: index for index, word in enumerate(WORDS)}
# Finer targets beside the words, of which only the network's features profit: who plays by program,
# and in which octaves.
N_PROGRAMS, N_OCTAVES = 128, 9
N_TARGETS = len(WORDS) + N_PROGRAMS + N_OCTAVES
RINGS_S = 0.3  # a stroke on a drum is heard for so long
MIN_VELOCITY = 0.3

States = NDArray[np.int8]


def between(value: float, no_at: float, yes_at: float) -> bool | None:
    """Return true from yes_at on, false up to no_at (or the other way round), None between."""
    if no_at > yes_at:
        return between(-value, -no_at, -yes_at)
    return True if value >= yes_at else False if value <= no_at else None


def known(facts: dict[str, bool | None]) -> dict[str, bool]:
    """Keep the words that are decided."""
    return {word: value for word, value in facts.items() if value is not None}


def pace(tempo_bpm: float) -> dict[str, bool | None]:
    """Return the demo's words for a tempo."""
    spans = {"slow": (0, 86, 14), "steady": (88, 112, 12), "upbeat": (112, 128, 14),
             "fast": (128, 400, 10)}  # fmt: skip
    found: dict[str, bool | None] = {}
    for word, (low, high, margin) in spans.items():
        outside = tempo_bpm < low - margin or tempo_bpm >= high + margin
        found[word] = True if low <= tempo_bpm < high else False if outside else None
    return found


def _texture(piece: Piece) -> dict[str, bool | None]:
    notes = list(piece.notes())
    pitches = np.array([note.pitch for note in notes] or [60])
    lengths = np.array([note.length_s for note in notes] or [1.0])
    within = [note for note in notes if note.start_s < piece.duration_s]
    per_s = len(within) / max(piece.duration_s, 1.0)
    n = len([part for part in piece.parts if part.notes])
    no_bass = not any(part.role == BASS for part in piece.parts)
    return {
        "high": between(float(np.median(pitches)), 66, 74),
        "low": between(float(np.median(pitches)), 60, 52),
        "dense": between(per_s, 4.0, 9.0),
        "sparse": between(per_s, 4.0, 2.0),
        "solo": n == 1 and not piece.hits,
        "ensemble": between(n, 2, 5),
        "staccato": between(float(np.median(lengths)), 0.4, 0.16) if no_bass else None,
        "legato": between(float(np.median(lengths)), 0.3, 0.8),
    }


def _floor(piece: Piece, beats: int) -> dict[str, bool | None]:
    """Read the words for a kick on every beat and hats between them off the kit's part."""
    if not piece.hits:
        return {"unzunz": False, "tztz": False}
    beat_s = 60.0 / piece.tempo_bpm

    def share(name: str, phase: float) -> float:
        on = [h for h in piece.hits if h.piece.startswith(name) and h.velocity > 0.5]
        near = {
            round(h.start_s / beat_s - phase)
            for h in on
            if abs(h.start_s / beat_s - phase - round(h.start_s / beat_s - phase)) < 0.1
        }
        return len(near) / max(1, round(max(h.start_s for h in piece.hits) / beat_s))  # fmt: skip

    straight = share("kick", 0.0) if beats == 4 and piece.tempo_bpm > 105 else 0.0
    off = share("hat", 0.5) if beats == 4 else 0.0
    return {"unzunz": between(straight, 0.6, 0.85), "tztz": between(off, 0.4, 0.8)}


def piece_facts(piece: Piece, metre: Metre, loudness: float, *, has_pulse: bool) -> dict[str, bool]:
    """Return the words of the whole piece that its score decides."""
    has_pulse = has_pulse or bool(piece.hits)
    facts = _texture(piece) | _floor(piece, metre.beats)
    facts |= {"soft": between(loudness, 0.65, 0.4) if not piece.hits else False,
              "loud": between(loudness, 0.5, 0.85)}  # fmt: skip
    if has_pulse and metre.name != "6/8":
        facts |= pace(piece.tempo_bpm)
        facts["waltz"] = metre.name == "3/4"
    return known(facts)


def demo_facts(piece: Piece, plan: SongPlan, score: Score) -> dict[str, bool]:
    """Return the words of a demo song, by the demo's own rules, and those of its texture.

    What its artist's room and kit decide is not known where a bank renders it.
    """
    yes, no = true_tags(plan, score)
    decided = {word: True for word in yes} | {word: False for word in no}
    of_sound = ("warm", "tight", "open", "dark", "deep")
    if piece.plan is None:
        decided = {word: value for word, value in decided.items() if word not in of_sound}
    kept = {word: value for word, value in decided.items() if word in COLUMN and word not in LOCAL}
    return known(_texture(piece)) | kept


# -- second by second --------------------------------------------------------------------------


def activity(piece: Piece, n_seconds: int) -> States:
    """Return the state of every word in every second: int8, (N_TARGETS, n_seconds)."""
    states = np.full((N_TARGETS, n_seconds), UNKNOWN, dtype=np.int8)
    for word in LOCAL:
        states[COLUMN[word]] = NO
    is_own = piece.plan is not None
    players = _synthesised(piece) if is_own else _sampled(piece)
    for spans, words, doubtful in players:
        seconds = _seconds(spans, n_seconds)
        _mark(states, doubtful, seconds, UNKNOWN)
        _mark(states, words, seconds, YES)
    _mark_drums(piece, states)
    _mark_fine(piece, states, is_own)
    for word, value in piece.facts.items():
        states[COLUMN[word]] = YES if value else NO
    return states


Player = tuple[list[tuple[float, float]], tuple[str, ...], tuple[str, ...]]


def _sampled(piece: Piece) -> Iterable[Player]:
    for part in piece.parts:
        item = BY_NAME[part.instrument]
        words, doubtful = item.words, item.doubtful
        if part.role == BASS:
            words = (*words, "bass")
        if part.role == LEAD:
            words = (*words, "melody")
        elif len(piece.parts) == 1:
            doubtful = (*doubtful, "melody")
        spans = [(note.start_s, note.start_s + max(note.length_s, 0.2)) for note in part.notes]
        yield spans, words, doubtful


def _synthesised(piece: Piece) -> Iterable[Player]:
    assert piece.score is not None
    for part, played in zip(piece.score.parts, piece.parts, strict=True):
        words, doubtful = SYNTHESISED[part.instrument]
        words = (*words, "bass") if part.role == "bass" else words
        words = (*words, "melody") if part.role == "lead" else words
        spans = [(note.start_s, note.start_s + max(note.length_s, 0.2)) for note in played.notes]
        yield spans, words, doubtful


def _mark_drums(piece: Piece, states: States) -> None:
    n_seconds = states.shape[1]
    for name in {hit.piece for hit in piece.hits}:
        spans = [(hit.start_s, hit.start_s + RINGS_S) for hit in piece.hits
                 if hit.piece == name and hit.velocity > MIN_VELOCITY]  # fmt: skip
        seconds = _seconds(spans, n_seconds)
        is_kit = name in ("kick", "snare", "hat", "hat_open", "ride", "tom", "tom_low", "clap")
        words = (*DRUM_WORDS[name], "percussion", *(("drums",) if is_kit else ()))
        _mark(states, () if is_kit else ("drums",), seconds, UNKNOWN)
        _mark(states, words, seconds, YES)


def _mark_fine(piece: Piece, states: States, is_own: bool) -> None:
    programs = states[len(WORDS) : len(WORDS) + N_PROGRAMS]
    octaves = states[len(WORDS) + N_PROGRAMS :]
    octaves[:] = NO
    for part in piece.parts:
        for octave in {note.pitch // 12 for note in part.notes}:
            spans = [(note.start_s, note.start_s + max(note.length_s, 0.2))
                     for note in part.notes if note.pitch // 12 == octave]  # fmt: skip
            octaves[min(max(octave - 1, 0), N_OCTAVES - 1), _seconds(spans, states.shape[1])] = YES
    if is_own:
        return
    programs[:] = NO
    for part in piece.parts:
        spans = [(note.start_s, note.start_s + max(note.length_s, 0.2)) for note in part.notes]
        programs[part.program, _seconds(spans, states.shape[1])] = YES


def _seconds(spans: list[tuple[float, float]], n_seconds: int) -> NDArray[np.bool_]:
    found = np.zeros(n_seconds, dtype=np.bool_)
    for start_s, end_s in spans:
        if start_s < n_seconds:
            found[int(start_s) : int(np.ceil(end_s - 1e-6))] = True
    return found


def _mark(states: States, words: tuple[str, ...], seconds: NDArray[np.bool_], state: int) -> None:
    for word in words:
        row = states[COLUMN[word]]
        row[seconds if state == YES else seconds & (row == NO)] = state
