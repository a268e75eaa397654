"""Instruments that are held: organ, strings, pads, voices, winds, and the synthesiser's solo.

Each is a function (pitch_hz, length_s, velocity, timbre, rng) -> mono (n,) or stereo (2, n); an
artist's Timbre makes it that artist's own.
"""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from core.demo.artists import Timbre
from core.demo.score import Sound
from core.demo.tones import (
    HIGHEST_HZ,
    decay,
    filtered,
    noise,
    phase,
    read,
    samples,
    sine,
    swell,
    times,
    vibrato,
    wave_table,
)


def organ(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """Drawbars: sines at the old footages, a click, a slowly turning horn."""
    n = samples(length_s + 0.05)
    feet = (0.5, 1.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0)
    bars = (0.8, 0.5 * t.grain, 1.0, 0.7, 0.5 * t.bright, 0.55 * t.bright, 0.25 * t.grain,
            0.3 * t.bright, 0.4 * t.bright)  # fmt: skip
    made = np.zeros(n, np.float32)
    for foot, bar in zip(feet, bars, strict=True):
        if foot * f < HIGHEST_HZ and bar > 0.02:
            made += np.float32(bar) * sine(foot * f, n, foot * 0.37)
    click = noise(n, 2000, 7000, rng) * decay(n, 0.004) * np.float32(0.3 * velocity)
    horn = np.float32(0.08 + 0.25 * t.shake) * sine(0.9 + 5.5 * t.spread, n)
    made = (made + click) * swell(n, 0.004, 0.04)
    return np.stack([made * (1.0 + horn), made * (1.0 - horn)])


def _bowed(f: float, n: int, cutoff_hz: float, cents: float, swing: Sound) -> Sound:
    table = filtered("saw", f, cutoff_hz)
    sides = []
    for side in (-1.0, 1.0):
        made = np.zeros(n, np.float32)
        for order, detune in enumerate((0.15, 0.55, 1.0)):
            bent = swing * np.float32(2.0 ** (side * detune * cents / 1200.0))
            made += read(table, phase(bent, n, 0.31 * order + 0.17 * side))
        sides.append(made)
    return np.stack(sides)


def strings(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """A section of bowed strings: detuned saws, slow attack, vibrato that comes in late."""
    attack = 0.08 + 0.22 * t.attack
    n = samples(length_s + 0.2 + 0.2 * t.ring)
    swing = vibrato(f, n, 6 + 12 * t.shake, 5.0 + rng.random(), 0.2)
    made = _bowed(f, n, (1700 + 2600 * t.bright) * (0.6 + 0.4 * velocity), 7 + 9 * t.spread, swing)
    return made * swell(n, min(attack, length_s), 0.2 + 0.2 * t.ring)


def pad(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """A warm synthesiser pad, its filter breathing slowly."""
    del velocity
    n = samples(length_s + 0.5)
    rate = 0.08 + 0.25 * t.shake
    drift = vibrato(f, n, 3.0, rate, 0.0)
    dull = _bowed(f, n, 420.0 + 500 * t.bright, 9 + 10 * t.spread, drift)
    sharp = _bowed(f, n, 1100.0 + 1500 * t.bright, 9 + 10 * t.spread, drift)
    breath = 0.5 + 0.5 * sine(rate, n, rng.random())
    return (dull + (sharp - dull) * breath) * swell(n, 0.3 + 0.4 * t.attack, 0.5)


VOWELS = {
    "a": ((800, 1150, 2900), (1.0, 0.5, 0.18)), "o": ((450, 800, 2830), (1.0, 0.4, 0.1)),
    "u": ((325, 700, 2700), (1.0, 0.25, 0.06)), "e": ((400, 1650, 2600), (1.0, 0.35, 0.2)),
}  # fmt: skip


def _sung(f: float, vowel: str, size: float) -> Sound:
    k = np.arange(1, max(2, int(min(5500.0, HIGHEST_HZ) / f)) + 1) * f
    throat = np.zeros(len(k))
    for centre, level in zip(*VOWELS[vowel], strict=True):
        width = 60.0 + 0.08 * centre
        throat += level / (1.0 + ((k - centre * size) / width) ** 2)
    return wave_table((throat + 0.01) / (k / f) ** 0.6)


def voice(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """A wordless voice: harmonics through formants, from one vowel to another."""
    n = samples(length_s + 0.1)
    size = 0.92 + 0.25 * t.bright
    first, second = ("o", "a") if t.grain > 0.5 else ("u", "e")
    swing = vibrato(f * (1.0 - 0.002 * velocity), n, 20 + 25 * t.shake, 5.2 + t.spread, 0.12)
    running = phase(swing, n)
    opening = np.clip(times(n) / np.float32(max(0.5 * length_s, 0.05)), 0.0, 1.0)
    made = read(_sung(f, first, size), running) * (1.0 - opening)
    made += read(_sung(f, second, size), running) * opening
    breath = noise(n, 2000, 7000, rng) * np.float32(0.02 + 0.02 * t.attack)
    return np.asarray((made + breath) * swell(n, 0.05 + 0.05 * t.attack, 0.1))


def choir(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """Many wordless voices holding a note."""
    del velocity
    n = samples(length_s + 0.4)
    table = _sung(f, "a" if t.grain > 0.5 else "o", 0.95 + 0.2 * t.bright)
    sides = []
    for _ in range(2):
        made = np.zeros(n, np.float32)
        for _ in range(3):
            cents = float(rng.normal(0.0, 7.0 + 5.0 * t.spread))
            bent = vibrato(f * 2 ** (cents / 1200), n, 14.0, 4.6 + 1.4 * rng.random(), 0.0)
            made += read(table, phase(bent, n, rng.random()))
        sides.append(made)
    return np.stack(sides) * swell(n, 0.25 + 0.25 * t.attack, 0.4)


def flute(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """Few harmonics, breath around the tone, vibrato of the diaphragm."""
    n = samples(length_s + 0.08)
    swing = vibrato(f, n, 5 + 12 * t.shake, 4.8 + t.spread, 0.25)
    tone = read(wave_table(np.array([1.0, 0.25 + 0.3 * t.bright, 0.12, 0.04])), phase(swing, n))
    high = min(2.2 * f + 2500, 12000)
    breath = noise(n, 0.9 * f, high, rng) * np.float32(0.03 + 0.07 * t.grain)
    chiff = noise(n, 1500, 6000, rng) * decay(n, 0.03) * np.float32(0.12 * velocity)
    pulse = 1.0 + np.float32(0.1 + 0.15 * t.shake) * sine(4.8 + t.spread, n, 0.25)
    return np.asarray((tone * pulse + breath + chiff) * swell(n, 0.03 + 0.05 * t.attack, 0.08))


def horns(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """A brass section: brightness grows with the breath."""
    n = samples(length_s + 0.07)
    swing = vibrato(f, n, 5 + 8 * t.shake, 5.5, 0.3) * (
        1.0 - np.float32(0.02) * decay(n, 0.02 + 0.02 * t.attack)
    )
    sharp, dull = filtered("saw", f, 2600.0 + 2500 * t.bright), filtered("saw", f, 700.0)
    made = np.zeros((2, n), np.float32)
    blown = swell(n, 0.05 + 0.05 * t.attack, 0.06) * np.float32(0.6 + 0.4 * velocity)
    for side, cents in ((0, -6.0), (0, 2.0), (1, -2.0), (1, 6.0)):
        running = phase(swing * np.float32(2 ** (cents / 1200)), n, rng.random())
        low = read(dull, running)
        made[side] += low + (read(sharp, running) - low) * blown
    return made * blown


def lead(f: float, length_s: float, velocity: float, t: Timbre, rng: Generator) -> Sound:
    """A synthesiser's solo voice: saw or square, a filter that opens, vibrato."""
    del rng
    n = samples(length_s + 0.08)
    kind = "square" if t.grain > 0.5 else "saw"
    swing = vibrato(f, n, 8 + 14 * t.shake, 5.6, 0.2)
    sharp = filtered(kind, f, (2200 + 3500 * t.bright) * (0.6 + 0.4 * velocity), 1.0)
    dull = filtered(kind, f, 900.0)
    running, other = phase(swing, n), phase(swing * np.float32(1.004), n, 0.4)
    opened = np.clip(times(n) / np.float32(0.05 + 0.15 * t.attack), 0, 1) * decay(n, 1.0 + t.ring)
    made = read(dull, running) + (read(sharp, running) - read(dull, running)) * opened
    return np.asarray((made + read(dull, other) * np.float32(t.spread)) * swell(n, 0.006, 0.07))
