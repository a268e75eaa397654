"""The drum kit: every piece as a short mono sound made from an artist's Kit.

Levels are relative to the kick; the pan of each piece is in PANS.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.random import Generator

from core.demo.artists import Kit
from core.demo.score import Sound
from core.demo.tones import decay, noise, samples, sine, swell, times

PANS = {
    "kick": 0.0, "snare": 0.05, "clap": -0.05, "hat": 0.35, "hat_open": 0.3, "ride": -0.4,
    "shaker": -0.55, "tambourine": 0.6, "rim": -0.25, "brush": 0.1, "tom": 0.3, "tom_low": -0.3,
    "conga": 0.4, "conga_low": 0.25, "bongo": -0.45, "cowbell": -0.35, "crash": -0.2,
}  # fmt: skip
LEVELS = {
    "kick": 1.0, "snare": 0.62, "clap": 0.5, "hat": 0.2, "hat_open": 0.3, "ride": 0.2,
    "shaker": 0.13, "tambourine": 0.2, "rim": 0.32, "brush": 0.3, "tom": 0.55, "tom_low": 0.6,
    "conga": 0.42, "conga_low": 0.45, "bongo": 0.34, "cowbell": 0.2, "crash": 0.3,
}  # fmt: skip
SENDS = {"kick": 0.02, "clap": 0.5, "snare": 0.35, "crash": 0.5, "conga": 0.4, "rim": 0.4}


def make_piece(name: str, kit: Kit, rng: Generator) -> Sound:
    """Render one piece, peak LEVELS[name], shape (n,)."""
    made = PIECES[name](kit, rng)
    made *= swell(len(made), 0.0003, 0.01)
    return np.asarray(made * np.float32(LEVELS[name] / max(float(np.abs(made).max()), 1e-9)))


def kick(kit: Kit, rng: Generator) -> Sound:
    """A falling sine with a click; drive makes it harder."""
    n = samples(2.2 * kit.kick_decay_s)
    sweep = np.float32(kit.kick_hz) * (1.0 + np.float32(4.5) * decay(n, 0.028))
    body = sine(sweep, n) * decay(n, kit.kick_decay_s)
    click = noise(n, 1800, 9000, rng) * decay(n, 0.004) * np.float32(0.3 * kit.kick_click)
    return np.tanh((body + click) * np.float32(1.0 + 2.0 * kit.drive))


def snare(kit: Kit, rng: Generator) -> Sound:
    """Two modes of the head and the rattle of the wires."""
    n = samples(4.0 * kit.snare_decay_s)
    head = sine(kit.snare_hz, n) * decay(n, 0.06) + 0.6 * sine(1.72 * kit.snare_hz, n) * decay(
        n, 0.04
    )
    wires = noise(n, 1400, 11000, rng) * decay(n, kit.snare_decay_s) * np.float32(0.5)
    mixed = np.float32(1 - kit.snare_noise) * head + np.float32(kit.snare_noise) * wires
    return np.tanh(mixed * np.float32(1.0 + kit.drive))


def clap(kit: Kit, rng: Generator) -> Sound:
    """Several hands, nearly together."""
    n = samples(0.35)
    envelope = decay(n, 0.5 * kit.snare_decay_s)
    for late_s in (0.009, 0.019, 0.03):
        at = samples(late_s)
        envelope[at:] += decay(n - at, 0.006 if late_s < 0.03 else kit.snare_decay_s)
    return noise(n, 900, 5200, rng) * envelope


def _metal(kit: Kit, n: int) -> Sound:
    ratios = (1.0, 1.342, 1.2312, 1.6532, 1.9523, 2.1523)
    made = np.zeros(n, np.float32)
    for r in ratios:
        made += np.sign(sine(kit.hat_hz * r * 0.62, n, 0.13 * r))
    return np.asarray(np.diff(made, prepend=made[:1]), np.float32)


def hat(kit: Kit, rng: Generator) -> Sound:
    """Closed hi-hat."""
    n = samples(0.12)
    body = 0.5 * _metal(kit, n) + noise(n, kit.hat_hz, 15000, rng)
    return np.asarray(body * decay(n, 0.022 * kit.hat_decay_s))


def hat_open(kit: Kit, rng: Generator) -> Sound:
    """Open hi-hat, choked before the next beat."""
    n = samples(0.3)
    body = 0.5 * _metal(kit, n) + noise(n, 0.85 * kit.hat_hz, 15000, rng)
    return np.asarray(body * decay(n, 0.11 * kit.hat_decay_s) * swell(n, 0.001, 0.08))


def ride(kit: Kit, rng: Generator) -> Sound:
    """A ride cymbal: a ping over a long shimmer."""
    n = samples(1.1)
    ping = sum(sine(kit.hat_hz * r, n, r) for r in (0.44, 0.61, 0.83, 1.07, 1.31))
    shimmer = noise(n, 4500, 13000, rng) * decay(n, 0.3) * np.float32(0.7)
    return np.asarray(ping * decay(n, 0.16) + shimmer, np.float32)


def crash(kit: Kit, rng: Generator) -> Sound:
    """A crash cymbal."""
    n = samples(2.4)
    return noise(n, 0.45 * kit.hat_hz, 14000, rng) * decay(n, 0.55) * swell(n, 0.002, 0.5)


def shaker(kit: Kit, rng: Generator) -> Sound:
    """Seeds thrown forward."""
    n = samples(0.1)
    return noise(n, 0.9 * kit.hat_hz, 15000, rng) * swell(n, 0.035, 0.06)


def tambourine(kit: Kit, rng: Generator) -> Sound:
    """Jingles."""
    n = samples(0.25)
    jingle = sum(sine(kit.hat_hz * r, n, r) for r in (0.9, 1.13, 1.37))
    return np.asarray(
        (0.3 * jingle + noise(n, 6500, 15000, rng)) * decay(n, 0.06) * swell(n, 0.006, 0.05),
        np.float32,
    )


def rim(kit: Kit, rng: Generator) -> Sound:
    """A cross-stick: a dry wooden tick."""
    n = samples(0.09)
    wood = sine(4.6 * kit.snare_hz, n) + 0.7 * sine(9.1 * kit.snare_hz, n)
    return np.asarray((wood + 0.2 * noise(n, 2500, 9000, rng)) * decay(n, 0.014), np.float32)


def brush(kit: Kit, rng: Generator) -> Sound:
    """A wire brush swept over the head."""
    n = samples(0.26)
    sweep = noise(n, 1500, 9000, rng) * swell(n, 0.05, 0.18)
    tap = noise(n, 700, 5000, rng) * decay(n, 0.02) * np.float32(0.9)
    return sweep * np.float32(0.6 + 0.2 * kit.snare_noise) + tap


def _drum(pitch_hz: float, seconds: float, slap: float, rng: Generator) -> Sound:
    n = samples(3.0 * seconds)
    bend = np.float32(pitch_hz) * (1.0 + np.float32(0.35) * decay(n, 0.03))
    head = sine(bend, n) * decay(n, seconds) + 0.35 * sine(1.59 * bend, n) * decay(n, seconds / 3)
    hand = noise(n, 900, 6000, rng) * decay(n, 0.008) * np.float32(slap)
    return np.asarray(head + hand, np.float32)


def cowbell(kit: Kit, rng: Generator) -> Sound:
    """Two square-ish tones, as a machine would."""
    del rng
    n = samples(0.25)
    tones = np.sign(sine(2.9 * kit.snare_hz, n)) + np.sign(sine(4.31 * kit.snare_hz, n))
    return np.asarray(tones * decay(n, 0.06), np.float32)


def riser(seconds: float, rng: Generator) -> Sound:
    """An effect: noise that swells towards the next part, shape (n,)."""
    n = samples(seconds)
    low, high = noise(n, 300, 1500, rng), noise(n, 2500, 9000, rng)
    rise = (times(n) / np.float32(seconds)) ** 2
    return np.asarray((low * (1.0 - rise) + high * rise) * rise * swell(n, 0.2, 0.02))


PIECES: dict[str, Callable[[Kit, Generator], Sound]] = {
    "kick": kick, "snare": snare, "clap": clap, "hat": hat, "hat_open": hat_open, "ride": ride,
    "crash": crash, "shaker": shaker, "tambourine": tambourine, "rim": rim, "brush": brush,
    "cowbell": cowbell,
    "tom": lambda kit, rng: _drum(0.75 * kit.snare_hz, 0.16, 0.3, rng),
    "tom_low": lambda kit, rng: _drum(0.5 * kit.snare_hz, 0.2, 0.25, rng),
    "conga": lambda kit, rng: _drum(1.6 * kit.snare_hz, 0.09, 0.6, rng),
    "conga_low": lambda kit, rng: _drum(1.15 * kit.snare_hz, 0.14, 0.4, rng),
    "bongo": lambda kit, rng: _drum(2.6 * kit.snare_hz, 0.06, 0.5, rng),
}  # fmt: skip
