"""Instruments that are struck or plucked and then decay: basses, keyboards, guitars.

Each is a function (pitch_hz, length_s, velocity, timbre, rng) -> mono (n,) or stereo (2, n); an
artist's Timbre makes it that artist's own.
"""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from core.demo.artists import Timbre
from core.demo.score import RATE_HZ, Sound
from core.demo.tones import (
    HIGHEST_HZ,
    decay,
    filtered,
    modulated,
    noise,
    phase,
    read,
    samples,
    sine,
    swell,
)


def pluck_bass(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """A synthesiser's plucked bass: a filter that closes."""
    del rng
    n = samples(length_s + 0.06)
    kind = "saw" if t.grain > 0.4 else "square"
    open_hz = (900 + 2600 * t.bright) * (0.5 + 0.5 * velocity)
    sharp, dull = filtered(kind, f, open_hz, 1.5 * t.shake), filtered(kind, f, 260.0)
    closing = decay(n, 0.06 + 0.16 * t.ring)
    running = phase(f, n)
    body = read(dull, running) + (read(sharp, running) - read(dull, running)) * closing
    return np.asarray((body + 0.4 * sine(f, n)) * swell(n, 0.003, 0.05) * decay(n, 0.5 + t.ring))


def sub_bass(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """A deep, round bass: fundamental and very little else."""
    del velocity, rng
    n = samples(length_s + 0.08)
    made = sine(f, n) + np.float32(0.1 + 0.2 * t.grain) * sine(2 * f, n)
    made = np.tanh(made * np.float32(1.0 + 1.2 * t.bright))
    return made * swell(n, 0.008 + 0.02 * t.attack, 0.07)


def upright_bass(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """A double bass plucked by a finger: partials that die one after the other."""
    n = samples(length_s + 0.12)
    made = np.zeros(n, np.float32)
    for k in range(1, 9):
        level = np.float32((0.9 + 0.3 * t.bright) ** k / k**1.3)
        made += level * sine(k * f, n, 0.1 * k) * decay(n, (0.5 + 0.5 * t.ring) / k**0.7)
    finger = noise(n, 500, 2600, rng) * decay(n, 0.012) * np.float32(0.12 * velocity)
    return (made + finger) * swell(n, 0.006, 0.09)


def acid_bass(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """A resonant filter on a saw, squelching with every accent."""
    del rng
    n = samples(length_s + 0.03)
    running = phase(f, n)
    cutoffs = [200.0, 500.0, 1100.0 + 900 * t.bright, 2200.0 + 2500 * t.bright]
    tables = [filtered("saw", f, hz, 2.0 + 4.0 * t.shake) for hz in cutoffs]
    position = decay(n, 0.05 + 0.12 * t.ring) * np.float32((0.5 + 0.5 * velocity) * 2.99)
    made = np.zeros(n, np.float32)
    for index, table in enumerate(tables):
        made += read(table, running) * np.clip(1.0 - np.abs(position - np.float32(index)), 0.0, 1.0)
    return made * swell(n, 0.002, 0.03)


def piano(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """Two struck strings a note with stiff, inharmonic partials (f·k·sqrt(1 + B·k²))."""
    n = samples(min(length_s + 0.25 + 0.5 * t.ring, 4.0))
    stiffness = 1e-4 * (1.0 + 4.0 * t.grain) * (f / 220.0)
    tilt = 0.62 + 0.2 * t.bright + 0.1 * velocity
    made = np.zeros(n, np.float32)
    life = (0.7 + 1.3 * t.ring) * (220.0 / f) ** 0.45
    for k in range(1, 15):
        partial = k * f * float(np.sqrt(1.0 + stiffness * k * k))
        if partial > min(HIGHEST_HZ, 7500.0):
            break
        beat = 0.35 + 0.9 * t.spread
        strings = sine(partial, n, 0.21 * k) + 0.8 * sine(partial + beat, n, 0.47 * k)
        made += np.float32(tilt ** (k - 1) / k**0.5) * strings * decay(n, life / k**0.65)
    hammer = noise(n, 300, 3000, rng) * decay(n, 0.01) * np.float32(0.1 + 0.15 * velocity)
    return (made + hammer) * swell(n, 0.002 + 0.004 * t.attack, 0.12)


def keys(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """An electric piano: a tine by frequency modulation, with tremolo from side to side."""
    del rng
    n = samples(length_s + 0.2 + 0.3 * t.ring)
    index = decay(n, 0.25 + 0.5 * t.ring) * np.float32((0.3 + 0.9 * t.bright) * velocity)
    tine = modulated(f, f, index)
    bell = modulated(f, 14.0 * f if 14 * f < HIGHEST_HZ else 7.0 * f, index * np.float32(0.25))
    made = (tine + 0.3 * bell * decay(n, 0.12)) * decay(n, 0.9 + 1.2 * t.ring)
    made *= swell(n, 0.003, 0.12)
    sway = np.float32(0.15 + 0.35 * t.shake) * sine(4.0 + 2.5 * t.grain, n)
    return np.stack([made * (1.0 + sway), made * (1.0 - sway)])


def bells(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """A bell by frequency modulation at an inharmonic ratio (Chowning 1973)."""
    del length_s, rng
    n = samples(1.2 + 1.6 * t.ring)
    ratio = (1.4, 2.76, 3.5, 1.0 + 2.0**0.5)[int(3.99 * t.grain)]
    index = decay(n, 0.35 + 0.5 * t.ring) * np.float32((0.8 + 1.6 * t.bright) * velocity)
    made = modulated(f, min(ratio * f, 12000.0), index) * decay(n, 0.4 + 0.6 * t.ring)
    hum = 0.3 * sine(f * 0.5, n) * decay(n, 0.7) if t.spread > 0.5 else np.float32(0)
    return np.asarray((made + hum) * swell(n, 0.002, 0.2), np.float32)


def blips(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """Short machine tones."""
    del length_s, rng
    n = samples(0.07 + 0.06 * t.ring)
    index = decay(n, 0.02) * np.float32(3.0 * t.bright * velocity)
    return modulated(2 * f, min(2 * f * (1.5 + 2 * t.grain), 12000.0), index) * swell(
        n, 0.001, 0.04
    )


def _string(f: float, n: int, softness: float, loss: float, rng: Generator) -> Sound:
    """Karplus and Strong's plucked string (1983), one period at a time."""
    period = int(np.ceil(RATE_HZ / f))
    count = n // period + 2
    pluck = noise(period, 60.0, 1200.0 + 8000.0 * (1.0 - softness), rng)
    rows = np.empty((count, period), np.float32)
    rows[0] = pluck - pluck.mean()
    for index in range(1, count):
        before = rows[index - 1]
        shifted = np.roll(before, 1)
        rows[index] = np.float32(loss) * (np.float32(0.5) * (before + shifted))
    flat = rows.reshape(-1)
    ratio = (period + 0.5) * f / RATE_HZ  # the averaging adds half a sample to the loop
    positions = np.arange(n, dtype=np.float64) * ratio
    positions = positions[positions < len(flat) - 1]
    made = np.zeros(n, np.float32)
    made[: len(positions)] = np.interp(positions, np.arange(len(flat)), flat)
    return made


def guitar(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """A plucked guitar with a little body."""
    n = samples(min(length_s + 0.4 + 0.5 * t.ring, 3.0))
    made = _string(f, n, 0.75 - 0.5 * t.bright - 0.2 * velocity, 0.990 + 0.008 * t.ring, rng)
    return made * swell(n, 0.001, 0.15)


def funk_guitar(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """Short, scratched, through a wah: the vowel of a filter on muted strings."""
    n = samples(min(length_s, 0.12) + 0.05)
    string = _string(f, n, 0.1, 0.97, rng)
    centre = 900.0 + 1100.0 * t.bright + 500.0 * velocity
    wah = np.fft.rfft(string)
    frequency = np.fft.rfftfreq(n, 1.0 / RATE_HZ)
    wah *= 0.25 + 1.0 / (1.0 + ((frequency - centre) / (0.25 * centre)) ** 2)
    scratch = noise(n, 1500, 6000, rng) * decay(n, 0.008) * np.float32(0.3)
    body = np.fft.irfft(wah, n).astype(np.float32)
    return np.asarray((body + scratch) * swell(n, 0.001, 0.04))
