"""Render a piece: a sound bank or the demo's synthesis, a room, a device, a codec -> log-mel."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
import soundfile
from numpy.random import Generator, default_rng
from numpy.typing import NDArray
from scipy.signal import butter, oaconvolve, sosfilt
from sound_banks import BankNote, BankPart, Synthesizer

from core.demo.mixing import render as render_demo
from core.demo.score import RATE_HZ
from core.demo.styles import BY_NAME as DEMO_STYLES
from core.features.recipe import RECIPES
from core.features.spectrogram import log_mel
from starter.pieces import Piece, PiecePart
from starter.programs import DRUM_NOTES
from starter.truth import COLUMN, NO, UNKNOWN, YES, States, activity

RECIPE = RECIPES["thesis"]
Sound = NDArray[np.float32]
# Generators of SoundFont 2.04, their units cents, timecents (envelope) and semitones (coarse).
VIBRATO, CUTOFF, ATTACK, RELEASE, COARSE, FINE = 6, 8, 34, 38, 51, 52
QUIETEST_DB = -44.0  # of an instrument of a bank: louder ones are taken down to it
CENTRE_PITCH = 60
TREBLE_BAND = 32  # of 96: from about 1.2 kHz on


@dataclass(frozen=True, slots=True)
class Recording:
    """A log-mel, float16 (n_mels, n_frames), and targets' states, int8 (N_TARGETS, n_seconds)."""

    number: int
    style: str
    bank: str
    log_mel: NDArray[np.float16]
    states: States


def program_levels(synthesizer: Synthesizer) -> NDArray[np.float32]:
    """Measure how loud every program of a bank is, in dB: banks differ by 20 dB within."""
    levels = np.zeros(128, dtype=np.float32)
    for program in range(128):
        note = BankNote(0.05, 1.0, CENTRE_PITCH, 0.8)
        sound = synthesizer.render([BankPart(program, (note,))], 1.4)
        levels[program] = 20.0 * np.log10(float(np.sqrt((sound**2).mean())) + 1e-6)
    return levels


def record(
    piece: Piece, number: int, synthesizer: Synthesizer, levels: NDArray[np.float32]
) -> Recording:
    """Render one piece. levels: program_levels of the synthesizer's bank."""
    rng = default_rng([piece.seed, 0x5E])
    if piece.plan is not None and piece.score is not None:
        style, bank = DEMO_STYLES[piece.plan.style], "own"
        sound = render_demo(piece.score, piece.plan.artist, style, piece.seed).T
        sound = sound[:, : round(piece.duration_s * RATE_HZ)]
    else:
        bank, parts = synthesizer.bank.name, _bank_parts(piece, synthesizer, levels, rng)
        sound = synthesizer.render(parts, piece.duration_s)
    samples, facts = _record(sound, rng, is_finished=bank == "own")
    values = log_mel(samples, RATE_HZ, RECIPE)
    states = activity(piece, max(1, int(np.ceil(piece.duration_s))))
    facts |= {"bright": _brightness(values)}
    for word, value in facts.items():
        if word not in piece.facts:
            states[COLUMN[word]] = UNKNOWN if value is None else YES if value else NO
    return Recording(number, piece.style, bank, values.astype(np.float16), states)


def _bank_parts(
    piece: Piece, synthesizer: Synthesizer, levels: NDArray[np.float32], rng: Generator
) -> list[BankPart]:
    parts = [_bank_part(part, levels, rng) for part in piece.parts if part.notes]
    if piece.hits:
        kit = piece.kit if synthesizer.has_program(piece.kit, is_drums=True) else 0
        numbers = {name: int(rng.choice(notes)) for name, notes in DRUM_NOTES.items()}
        notes = tuple(
            BankNote(hit.start_s, 0.2, numbers[hit.piece], hit.velocity) for hit in piece.hits
        )
        volume = 10.0 ** (float(rng.uniform(-8.0, 2.0)) / 40.0)
        parts.append(BankPart(kit, notes, is_drums=True, volume=0.85 * volume))
    return parts


def _bank_part(part: PiecePart, levels: NDArray[np.float32], rng: Generator) -> BankPart:
    """Let a copy of the instrument play that is a little unlike the bank's: another's, in a way."""
    shift, generators = 0, []
    if rng.random() < 0.6:
        shift = int(rng.integers(-4, 5))
        generators = [
            (COARSE, float(shift)), (FINE, float(rng.normal(0, 8))),
            (CUTOFF, -abs(float(rng.normal(0, 900)))), (VIBRATO, float(rng.uniform(0, 15))),
            (ATTACK, abs(float(rng.normal(0, 600)))), (RELEASE, float(rng.normal(0, 500))),
        ]  # fmt: skip
    notes = tuple(
        BankNote(note.start_s, note.length_s, int(np.clip(note.pitch - shift, 1, 126)),
                 min(1.0, note.velocity))
        for note in part.notes
    )  # fmt: skip
    louder = max(0.0, float(levels[part.program]) - QUIETEST_DB)
    gain_db = np.clip(part.level_db - 6.0 - louder, -45.0, 0.0)
    return BankPart(
        part.program, notes, volume=10.0 ** (gain_db / 40.0), pan=part.pan,
        generators=tuple(generators),
    )  # fmt: skip


def _record(
    sound: Sound, rng: Generator, *, is_finished: bool
) -> tuple[Sound, dict[str, bool | None]]:
    """Put sound (2, n) into a room and onto a medium: mono samples, and the words of that."""
    side = float(rng.uniform(0.35, 0.65))
    mono = side * sound[0] + (1.0 - side) * sound[1]
    facts: dict[str, bool | None] = {}
    if not is_finished:
        mono, facts["open"] = _in_room(mono, rng)
    mono = mono / (float(np.sqrt((mono**2).mean())) + 1e-9) * 0.1
    if rng.random() < 0.12:  # driven too hard
        drive = float(rng.uniform(1.0, 6.0))
        mono = np.tanh(drive * mono * 3.0) / (3.0 * drive)
    facts["lo-fi"] = bool(rng.random() < 0.12)
    if facts["lo-fi"]:
        mono = _narrowed(mono, rng)
    if rng.random() < 0.35:
        mono = mono + _hiss(len(mono), rng) * np.float32(0.1 * 10 ** (-rng.uniform(22, 60) / 20))
    mono = np.clip(mono * 10.0 ** (float(rng.uniform(-24.0, 8.0)) / 20.0), -1.0, 1.0)
    if rng.random() < 0.25:
        mono = _coded(mono, rng)
    return mono.astype(np.float32), facts


def _in_room(mono: Sound, rng: Generator) -> tuple[Sound, bool | None]:
    decay_s = float(np.exp(rng.uniform(np.log(0.15), np.log(3.5))))
    wet = float(rng.uniform(0.0, 1.2)) if rng.random() < 0.8 else 0.0
    if wet > 0.0:
        n = round(min(decay_s, 3.0) * RATE_HZ)
        seconds = np.arange(n) / RATE_HZ
        response = rng.standard_normal(n) * np.exp(-6.9 * seconds / decay_s)
        response = sosfilt(butter(1, float(rng.uniform(1500, 9000)), fs=RATE_HZ, output="sos"),
                           response)  # fmt: skip
        late = round(float(rng.uniform(0.002, 0.03)) * RATE_HZ)
        response = np.concatenate([np.zeros(late), response])
        response *= wet / np.sqrt((response**2).sum())
        mono = mono + oaconvolve(mono, response.astype(np.float32))[: len(mono)]
    amount = decay_s * wet
    return mono, True if amount > 1.0 else False if amount < 0.25 else None


def _narrowed(mono: Sound, rng: Generator) -> Sound:
    """Cut bass and treble, as a telephone, an old record or a small loudspeaker does."""
    high = float(np.exp(rng.uniform(np.log(2000), np.log(4500))))
    low = float(np.exp(rng.uniform(np.log(60), np.log(400))))
    return np.asarray(sosfilt(butter(2, (low, high), "bandpass", fs=RATE_HZ, output="sos"), mono))


def _hiss(n: int, rng: Generator) -> Sound:
    """Make noise of a random slope, RMS 1."""
    size = 1 << 17  # four seconds, again and again
    spectrum = np.fft.rfft(rng.standard_normal(size))
    spectrum /= np.maximum(np.arange(len(spectrum)), 20.0) ** float(rng.uniform(0.0, 0.8))
    made = np.resize(np.fft.irfft(spectrum), n)
    return np.asarray(made / (np.sqrt((made**2).mean()) + 1e-12), np.float32)


def _coded(mono: Sound, rng: Generator) -> Sound:
    """Encode and decode, as MP3 or Ogg Vorbis."""
    kind, subtype = ("MP3", "MPEG_LAYER_III") if rng.random() < 0.5 else ("OGG", "VORBIS")
    file = io.BytesIO()
    with soundfile.SoundFile(
        file, "w", RATE_HZ, 1, subtype, format=kind, compression_level=float(rng.uniform(0.2, 0.95))
    ) as encoder:
        for first in range(0, len(mono), 65536):  # long blocks overflow libvorbis's stack
            encoder.write(mono[first : first + 65536])
    file.seek(0)
    decoded, _ = soundfile.read(file, dtype="float32")
    return np.asarray(decoded[: len(mono)])


def _brightness(values: NDArray[np.float32]) -> bool | None:
    """Judge how much of the power lies above 1.2 kHz."""
    power = np.exp(values).mean(axis=1)
    power = power / (power.sum() + 1e-12)
    share = float(power[TREBLE_BAND:].sum())
    return True if share > 0.25 else False if share < 0.06 else None
