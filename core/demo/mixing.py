"""Render a score to sound: notes by instruments, tracks with reverb, the mix through a limiter.

Levels are set by what is measured on each track, so a quiet instrument is not lost in the mix.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.random import Generator, default_rng

from core.demo import struck, sustained
from core.demo.artists import Artist, Room, Timbre
from core.demo.percussion import PANS, SENDS, make_piece, riser
from core.demo.plan import TAIL_S
from core.demo.score import RATE_HZ, Hit, Note, Part, Score, Sound
from core.demo.styles import Style
from core.demo.tones import decay, noise, samples, swell

TARGETS_DB = {"bass": -18.5, "comp": -23.0, "pad": -27.0, "lead": -20.0, "texture": -27.5}
PART_SENDS = {"bass": 0.04, "comp": 0.35, "pad": 0.6, "lead": 0.55, "texture": 0.6}
PART_PANS = {"bass": 0.0, "comp": -0.3, "pad": 0.0, "lead": 0.08, "texture": 0.45}
DUCKED = {"bass": 0.8, "comp": 0.6, "pad": 1.0, "texture": 0.5}
CEILING = 0.89  # -1 dBFS
BLOCK = 1 << 17
Instrument = Callable[[float, float, float, Timbre, Generator], Sound]
INSTRUMENTS: dict[str, Instrument] = {
    "pluck bass": struck.pluck_bass,
    "sub bass": struck.sub_bass,
    "upright bass": struck.upright_bass,
    "acid bass": struck.acid_bass,
    "piano": struck.piano,
    "keys": struck.keys,
    "bells": struck.bells,
    "guitar": struck.guitar,
    "funk guitar": struck.funk_guitar,
    "blips": struck.blips,
    "organ": sustained.organ,
    "strings": sustained.strings,
    "pad": sustained.pad,
    "choir": sustained.choir,
    "voice": sustained.voice,
    "flute": sustained.flute,
    "horns": sustained.horns,
    "lead": sustained.lead,
}


def render(score: Score, artist: Artist, style: Style, seed: int) -> Sound:
    """Render the finished song, shape (n, 2), without clipping or DC."""
    rng = default_rng([seed, 0x33])
    n = samples(score.n_bars * score.metre.beats * 60.0 / score.tempo_bpm + TAIL_S)
    dry, send = drums(score, artist, style, n, rng)
    pump = _pump(score, style.pump, n)
    for part in score.parts:
        track = play(part, score, artist, n, rng)
        if part.role in DUCKED and style.pump:
            track *= 1.0 - np.float32(DUCKED[part.role]) * pump
        _add_track(part.role, track, artist, dry, send)
    if style.effects:
        _add_risers(score, dry, send, rng)
    mixed = dry + reverberate(send, artist.room, rng)
    loudness = 0.18 if style.pump else 0.14 if score.hits else 0.11
    return master(mixed, artist, loudness)


def play(part: Part, score: Score, artist: Artist, n: int, rng: Generator) -> Sound:
    """Render one part as a track, shape (n,) or (2, n). Equal notes are rendered once."""
    instrument, timbre = INSTRUMENTS[part.instrument], artist.timbres[part.instrument]
    starts = score.swung(np.array([note.start for note in part.notes], np.float64))
    seconds = starts * 60.0 / score.tempo_bpm
    seconds += rng.normal(0.0, score.looseness_s, len(seconds))
    loudness = 1.0 + rng.normal(0.0, 0.07, len(seconds))
    rendered: dict[tuple[int, int, int], Sound] = {}
    track: Sound | None = None
    for note, at_s, gain in zip(part.notes, seconds, loudness, strict=True):
        sound = _note(note, score, rendered, lambda f, s, v: instrument(f, s, v, timbre, rng))
        if track is None:
            track = np.zeros(n if sound.ndim == 1 else (2, n), np.float32)
        _add_at(track, sound, at_s, note.velocity * gain)
    return track if track is not None else np.zeros(n, np.float32)


def _note(
    note: Note,
    score: Score,
    rendered: dict[tuple[int, int, int], Sound],
    instrument_sound: Callable[[float, float, float], Sound],
) -> Sound:
    length_s = note.length * 60.0 / score.tempo_bpm
    key = (note.pitch, round(length_s * 50), round(note.velocity * 4))
    if key not in rendered:
        pitch_hz = 440.0 * 2.0 ** ((note.pitch - 69) / 12.0)
        rendered[key] = instrument_sound(pitch_hz, length_s, note.velocity)
    return rendered[key]


def _add_at(track: Sound, sound: Sound, at_s: float, gain: float) -> None:
    at = max(0, round(at_s * RATE_HZ))
    room = min(sound.shape[-1], track.shape[-1] - at)
    if room > 0:
        track[..., at : at + room] += sound[..., :room] * np.float32(gain)


def drums(
    score: Score, artist: Artist, style: Style, n: int, rng: Generator
) -> tuple[Sound, Sound]:
    """Render the kit in stereo (2, n), and its send to the reverb (n,)."""
    dry, send = np.zeros((2, n), np.float32), np.zeros(n, np.float32)
    level = 0.5 if style.looseness_s < 0.006 else 0.34
    grouped: dict[str, list[Hit]] = {}
    for hit in score.hits:
        grouped.setdefault(hit.piece, []).append(hit)
    for piece in sorted(grouped):
        sound = make_piece(piece, artist.kit, rng)
        track = np.zeros(n, np.float32)
        hits = grouped[piece]
        beats = score.swung(np.array([hit.start for hit in hits]))
        seconds = beats * 60.0 / score.tempo_bpm + rng.normal(0, score.looseness_s / 2, len(hits))
        for hit, at_s in zip(hits, seconds, strict=True):
            _add_at(track, sound, at_s, level * hit.velocity * (1.0 + rng.normal(0.0, 0.04)))
        left, right = _pan(PANS[piece] * artist.room.width)
        dry[0] += left * track
        dry[1] += right * track
        send += np.float32(SENDS.get(piece, 0.2)) * track
    return dry, send


def _pan(position: float) -> tuple[np.float32, np.float32]:
    angle = (position + 1.0) * np.pi / 4.0
    return np.float32(np.sqrt(2) * np.cos(angle)), np.float32(np.sqrt(2) * np.sin(angle))


def _pump(score: Score, depth: float, n: int) -> Sound:
    """Return how far the kick ducks other tracks, shape (n,), 0 to depth."""
    shape = np.zeros(n, np.float32)
    if not depth:
        return shape
    dip = decay(samples(0.3), 0.11) * swell(samples(0.3), 0.006, 0.1) * np.float32(depth)
    for hit in score.hits:
        if hit.piece == "kick" and hit.velocity > 0.6:
            at = samples(score.seconds(hit.start))
            room = min(len(dip), n - at)
            if room > 0:
                np.maximum(shape[at : at + room], dip[:room], out=shape[at : at + room])
    return shape


def _loudness(track: Sound) -> float:
    """Return the RMS of the seconds in which the track plays."""
    length = track.shape[-1] // 4096 * 4096
    power = (track[..., :length].reshape(-1, 4096) ** 2).mean(axis=1)
    playing = power[power > 0.03 * power.max()] if power.max() > 0 else power
    return float(np.sqrt(playing.mean()))


def _add_track(role: str, track: Sound, artist: Artist, dry: Sound, send: Sound) -> None:
    loudness = _loudness(track)
    if loudness <= 0.0:
        return
    track *= np.float32(10.0 ** (TARGETS_DB[role] / 20.0) / loudness)
    left, right = _pan(PART_PANS[role] * artist.room.width)
    if track.ndim == 1:
        dry[0] += left * track
        dry[1] += right * track
        send += np.float32(PART_SENDS[role]) * track
    else:
        dry += track + np.float32(0.4) * track[::-1]  # narrower, for mono loudspeakers
        send += np.float32(0.5 * PART_SENDS[role]) * (track[0] + track[1])


def _add_risers(score: Score, dry: Sound, send: Sound, rng: Generator) -> None:
    bar_s = score.metre.beats * 60.0 / score.tempo_bpm
    for section in score.sections[1:]:
        if section.name in ("B", "A") and section.first_bar >= 2:
            sound = riser(2.0 * bar_s, rng) * np.float32(0.06 if score.hits else 0.025)
            at = section.first_bar * bar_s - 2.0 * bar_s
            for side in (0, 1):
                _add_at(dry[side], sound, at, 1.0)
            _add_at(send, sound, at, 0.5)


def reverberate(send: Sound, room: Room, rng: Generator) -> Sound:
    """Convolve the send with the room's impulse response, decaying noise, in blocks: (2, n)."""
    size = samples(min(room.decay_s, 2.0))
    responses = np.stack([_impulse_response(size, room, rng) for _ in range(2)])
    spectra = np.fft.rfft(responses, BLOCK)
    step = BLOCK - size
    n = len(send)
    wet = np.zeros((2, n + BLOCK), np.float32)
    for start in range(0, n, step):
        spectrum = np.fft.rfft(send[start : start + step], BLOCK)
        wet[:, start : start + BLOCK] += np.fft.irfft(spectra * spectrum).astype(np.float32)
    return wet[:, :n]


def _impulse_response(size: int, room: Room, rng: Generator) -> Sound:
    body = noise(size, 180.0, room.damping_hz, rng) * decay(size, room.decay_s / 6.9)
    air = noise(size, 180.0, 2.5 * room.damping_hz, rng) * decay(size, room.decay_s / 20.0)
    response = (body + air) * swell(size, 0.012, 0.2 * size / RATE_HZ)
    return np.asarray(response * np.float32(room.wet * 2.4 / np.sqrt((response**2).sum())))


def master(mixed: Sound, artist: Artist, target: float) -> Sound:
    """Apply tone, saturation, limiter and fade: (2, n) to (n, 2), peak at most -1 dBFS."""
    warmth = np.float32(0.5 * artist.room.warmth)
    for side in mixed:  # a gentle slope towards the treble
        smooth = side.copy()
        smooth[2:] = 0.25 * side[2:] + 0.5 * side[1:-1] + 0.25 * side[:-2]
        side += warmth * 1.6 * (smooth - side)
        side -= side.mean(dtype=np.float64).astype(np.float32)
    mixed *= np.float32(target / max(_loudness(mixed), 1e-6))
    np.tanh(mixed, out=mixed)
    mixed *= _limit(mixed)
    mixed *= swell(mixed.shape[1], 0.002, 0.8)
    return np.ascontiguousarray(mixed.T)


def _limit(mixed: Sound) -> Sound:
    """Return the gain of a look-ahead limiter, shape (n,): blocks of 2 ms, smoothed over 30."""
    block, n = 64, mixed.shape[1]
    padded = -n % block
    peaks = np.abs(mixed).max(axis=0)
    peaks = np.pad(peaks, (0, padded)).reshape(-1, block).max(axis=1)
    gain = np.minimum(1.0, CEILING / np.maximum(peaks, 1e-9))
    reach = 8
    around = np.pad(gain, reach, mode="edge")
    lowest = np.lib.stride_tricks.sliding_window_view(around, 2 * reach + 1).min(axis=1)
    around = np.pad(lowest, reach // 2, mode="edge")
    smooth = np.convolve(around, np.ones(reach + 1) / (reach + 1), mode="valid")
    centres = (np.arange(len(smooth)) + 0.5) * block
    return np.interp(np.arange(n), centres, smooth).astype(np.float32)
