"""The raw material of sound: wave tables, envelopes, filtered noise. Vectorised, float32.

A phase is a 32-bit integer that wraps by itself, so even a long note stays exactly in tune.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from core.demo.score import RATE_HZ, Sound

TABLE_BITS = 12
TABLE = 1 << TABLE_BITS
HIGHEST_HZ = 0.47 * RATE_HZ


def samples(seconds: float) -> int:
    """A length in samples, at least one."""
    return max(1, round(seconds * RATE_HZ))


def times(n: int) -> Sound:
    """Seconds from 0, shape (n,)."""
    return np.arange(n, dtype=np.float32) / np.float32(RATE_HZ)


def decay(n: int, seconds: float) -> Sound:
    """Exponential decay: 1 at the start, 1/e after some seconds."""
    return np.asarray(np.exp(times(n) * np.float32(-1.0 / seconds)))


def swell(n: int, attack_s: float, release_s: float) -> Sound:
    """A smooth rise, a plateau and a smooth fall, all inside n samples."""
    envelope = np.ones(n, np.float32)
    rise = min(samples(attack_s), n)
    fall = min(samples(release_s), n)
    envelope[:rise] = _raised(rise)
    envelope[n - fall :] *= _raised(fall)[::-1]
    return envelope


@lru_cache(maxsize=256)
def _raised(n: int) -> Sound:
    ramp = (np.arange(n, dtype=np.float32) + np.float32(0.5)) / np.float32(n)
    return np.asarray(np.sin(ramp * np.float32(np.pi / 2)) ** 2)


def wave_table(amplitudes: NDArray[np.floating]) -> Sound:
    """One period from the amplitudes of harmonics 1, 2, 3 …, without DC, scaled to peak 1."""
    spectrum = np.zeros(TABLE // 2 + 1, np.complex64)
    count = min(len(amplitudes), TABLE // 2 - 1)
    spectrum[1 : count + 1] = -1j * np.asarray(amplitudes[:count], np.float32)
    table = np.fft.irfft(spectrum).astype(np.float32)
    return np.asarray(table / np.abs(table).max())


@lru_cache(maxsize=2048)
def shaped_table(kind: str, n_harmonics: int, cutoff: int, resonance: float = 0.0) -> Sound:
    """A classic waveform through a four-pole low-pass.

    kind: "saw", "square" or "triangle"; cutoff: in thirds of an octave above the fundamental.
    """
    k = np.arange(1, n_harmonics + 1, dtype=np.float64)
    odd = k % 2 == 1
    source = {"saw": 1 / k, "square": odd / k, "triangle": odd / k**2}[kind]
    edge = 2.0 ** (cutoff / 3.0)
    passed = 1.0 / (1.0 + (k / edge) ** 4)
    peak = 1.0 + resonance * np.exp(-(((np.log2(k) - np.log2(edge)) / 0.25) ** 2))
    return wave_table(source * passed * peak)


def filtered(kind: str, pitch_hz: float, cutoff_hz: float, resonance: float = 0.0) -> Sound:
    """The wave table of a classic waveform for a note, low-passed at cutoff_hz."""
    n_harmonics = max(1, int(HIGHEST_HZ / pitch_hz))
    cutoff = round(3.0 * float(np.log2(max(cutoff_hz / pitch_hz, 1.0))))
    return shaped_table(kind, min(n_harmonics, 400), cutoff, resonance)


def steps(frequency_hz: float | Sound) -> NDArray[np.uint32]:
    """Phase advance a sample, as fractions of 2**32."""
    advance = np.asarray(frequency_hz, np.float64) * (2.0**32 / RATE_HZ)
    return advance.astype(np.int64).astype(np.uint32)


def phase(frequency_hz: float | Sound, n: int, start: float = 0.0) -> NDArray[np.uint32]:
    """Running phase, shape (n,), for a steady or a moving frequency. start: in periods."""
    advance = steps(frequency_hz)
    first = np.uint32(int((start % 1.0) * 2**32))
    if advance.ndim == 0:
        return np.asarray(np.arange(n, dtype=np.uint32) * advance + first)
    return np.asarray(np.cumsum(advance[:n], dtype=np.uint32) + first)


def read(table: Sound, running: NDArray[np.uint32]) -> Sound:
    """The table's value at each phase."""
    return np.asarray(table[running >> np.uint32(32 - TABLE_BITS)])


@lru_cache(maxsize=1)
def _sine_table() -> Sound:
    ramp = (np.arange(1 << 14) + 0.5) * (2.0 * np.pi / (1 << 14))
    return np.asarray(np.sin(ramp), np.float32)


def sine(frequency_hz: float | Sound, n: int, start: float = 0.0) -> Sound:
    """A sine, shape (n,)."""
    return np.asarray(_sine_table()[phase(frequency_hz, n, start) >> np.uint32(18)])


def modulated(carrier_hz: float, modulator_hz: float, index: Sound) -> Sound:
    """Frequency modulation (Chowning 1973): sin(carrier + index·sin(modulator))."""
    n = len(index)
    turns = np.arange(n, dtype=np.float64) * (carrier_hz / RATE_HZ) % 1.0
    angle = turns.astype(np.float32) * np.float32(2.0 * np.pi)
    return np.asarray(np.sin(angle + index * sine(modulator_hz, n)))


def vibrato(pitch_hz: float, n: int, depth_cents: float, rate_hz: float, delay_s: float) -> Sound:
    """A frequency that begins straight and then swings around the pitch, shape (n,)."""
    seconds = times(n)
    grown = np.clip((seconds - np.float32(delay_s)) * np.float32(4.0), 0.0, 1.0)
    cents = np.float32(depth_cents) * grown * sine(rate_hz, n)
    return np.asarray(np.float32(pitch_hz) * (1.0 + cents * np.float32(np.log(2.0) / 1200.0)))


@lru_cache(maxsize=64)
def _band(size: int, low_hz: float, high_hz: float) -> Sound:
    frequency = np.maximum(np.fft.rfftfreq(size, 1.0 / RATE_HZ), 1.0)
    edges = (1.0 + (max(low_hz, 1.0) / frequency) ** 6) * (1.0 + (frequency / high_hz) ** 6)
    passed = 1.0 / edges
    passed[0] = 0.0
    return np.asarray(passed, np.float32)


def noise(n: int, low_hz: float, high_hz: float, rng: Generator) -> Sound:
    """Noise between two frequencies with soft edges, RMS 1, shape (n,)."""
    size = 1 << max(6, (n - 1).bit_length())
    spectrum = np.fft.rfft(rng.standard_normal(size, dtype=np.float32))
    made = np.fft.irfft(spectrum * _band(size, low_hz, high_hz)).astype(np.float32)[:n]
    return np.asarray(made / max(float(np.sqrt(np.mean(made**2))), 1e-9))
