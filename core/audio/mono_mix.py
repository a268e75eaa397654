"""From many channels to one that can be heard: what the picture and the models are given.

Pure. Usually the mean of two channels, or all of a surround sound but its low-frequency effects;
where the channels would cancel each other, in all or for long, the louder one.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from core.audio.downmix import gains_between
from core.audio.mix_records import Condition, Mix
from core.audio.resample import to_mono

Samples = NDArray[np.float32]

SILENT_PEAK = 2.5e-4  # of full scale: eight steps of 16 bits, what a codec makes of their dither
QUIET_PEAK, LOUD_PEAK = 5e-3, 0.1  # quieter songs are made so loud
CANCELLED = 0.2  # of the power that channels without relation would have together
CANCELLED_S, CANCELLED_PART = 10.0, 0.2  # of the song's sound: no longer part may be lost
WINDOW_FRAMES = 1 << 15  # two thirds of a second
ROUNDED_OFF = 1e-5  # of a power, at most, by sums of single precision
DEAD = 1e-4  # of the power of the loudest channel: -40 dB


class MonoMixer:
    """Mixes blocks to mono by a Mix, and measures the channels meanwhile."""

    def __init__(self, n_channels: int, mix: Mix | None = None, rate_hz: int = 44_100) -> None:
        self._default = _default_mix(n_channels)
        self.mix = mix or self._default
        self._measured = ChannelMeasure(np.asarray(self._default.gains), rate_hz)

    def mixed(self, block: Samples) -> Samples:
        """Return (n, channels) as (n,)."""
        if self.mix == self._default and len(self.mix.gains) <= 2:
            return to_mono(block)
        return np.asarray(block @ np.asarray(self.mix.gains, dtype=np.float32), dtype=np.float32)

    def measure(self, block: Samples) -> None:
        """Add a block to what is known of the channels."""
        for first in range(0, len(block), WINDOW_FRAMES):
            self._measured.add(block[first : first + WINDOW_FRAMES])

    def best_mix(self) -> Mix:
        """Return the mix that what was measured should be given."""
        return choose_mix(self._measured)


class ChannelMeasure:
    """What is known of a song's channels: power, amplitude, and how long they cancel each other.

    gains: of the usual mix. The mean of a channel (an offset that nobody hears) is no part of it.
    """

    def __init__(self, gains: NDArray[np.float64], rate_hz: int) -> None:
        n_channels = len(gains)
        self._gains = gains
        self._rate_hz = rate_hz
        self._products = np.zeros((n_channels, n_channels), dtype=np.float64)
        self._sums = np.zeros(n_channels, dtype=np.float64)
        self._n_frames = self._n_audible = self._n_cancelled = 0
        self._is_audible = False
        self._highest, self._lowest = np.full((2, n_channels), [[-np.inf], [np.inf]])
        self._ones = np.ones(WINDOW_FRAMES, dtype=np.float32)
        self.peak = 0.0  # the greatest amplitude, 1 being full scale

    def add(self, window: Samples) -> None:
        """Add a part of the song, (n, channels), short enough to be one thing to the ear."""
        channels, n = np.ascontiguousarray(window.T), len(window)  # sums of them take half the time
        products = np.zeros_like(self._products)
        for row, one in enumerate(channels):  # one by one: ten times as fast as window.T @ window
            for column in range(row, len(channels)):
                products[row, column] = products[column, row] = np.dot(one, channels[column])
        sums = np.array([np.dot(one, self._ones[:n]) for one in channels], dtype=np.float64)
        power = products - np.outer(sums, sums) / n
        rounded_off = ROUNDED_OFF * float(np.diag(products).max())
        if np.diag(power).max() > n * SILENT_PEAK**2 + rounded_off:
            self._is_audible = True
            self._n_audible += n
            self._n_cancelled += n * (len(channels) > 1 and is_cancelled(power, self._gains))
        else:  # its means are near: what it does beyond them may still be heard
            self._highest = np.maximum(self._highest, window.max(axis=0))
            self._lowest = np.minimum(self._lowest, window.min(axis=0))
        self.peak = max(self.peak, float(window.max()), -float(window.min()))
        self._products += products
        self._sums += sums
        self._n_frames += n

    @property
    def power(self) -> NDArray[np.float64]:
        """The sums of the products of all pairs of channels, without their means, (n, n)."""
        return self._products - np.outer(self._sums, self._sums) / max(self._n_frames, 1)

    @property
    def is_silent(self) -> bool:
        """Whether no channel goes far enough from its mean to be heard."""
        if self._is_audible or not self._n_frames:
            return not self._is_audible
        means = self._sums / self._n_frames
        farthest = np.maximum(self._highest - means, means - self._lowest).max()
        return bool(farthest < SILENT_PEAK)

    @property
    def cancels_for_long(self) -> bool:
        """Whether the usual mix would lose so much of what can be heard."""
        longest = min(CANCELLED_S * self._rate_hz, CANCELLED_PART * self._n_audible)
        return self._n_cancelled > longest


def is_cancelled(power: NDArray[np.float64], gains: NDArray[np.float64]) -> bool:
    """Whether channels of this power would cancel each other when mixed."""
    return bool(gains @ power @ gains < CANCELLED * (gains**2 @ np.diag(power)))


def choose_mix(measured: ChannelMeasure) -> Mix:
    """Choose how a song's channels are mixed; of what cannot be heard nothing is left."""
    power, n_channels = measured.power, len(measured.power)
    mix = _default_mix(n_channels)
    own = np.maximum(np.diag(power), 0.0)
    if measured.is_silent:
        return Mix((0.0,) * n_channels, Condition.SILENT)
    if not np.isfinite(own).all():
        return mix
    gains = np.asarray(mix.gains)
    loudest, loudest_mixed = int(np.argmax(own)), int(np.argmax(own * (gains > 0)))
    if n_channels > 1 and own[loudest] * DEAD >= np.delete(own, loudest).max():
        mix = _single(loudest, n_channels, Condition.ONE_CHANNEL)
    elif n_channels > 1 and is_cancelled(power, gains):
        mix = _single(loudest_mixed, n_channels, Condition.OUT_OF_PHASE)
    elif measured.cancels_for_long:
        mix = _single(loudest_mixed, n_channels, Condition.PARTLY_OUT_OF_PHASE)
    if mix.condition in (Condition.FINE, Condition.SURROUND) and measured.peak < QUIET_PEAK:
        louder = LOUD_PEAK / measured.peak
        return Mix(
            tuple(louder * gain for gain in mix.gains),
            Condition.QUIET,
            gain_db=20.0 * math.log10(louder),
        )
    return mix


def _default_mix(n_channels: int) -> Mix:
    if n_channels <= 2:
        return Mix((1.0 / n_channels,) * n_channels)
    gains = gains_between(n_channels, 2).mean(axis=1)
    return Mix(tuple(float(gain) for gain in gains), Condition.SURROUND)


def _single(channel: int, n_channels: int, condition: Condition) -> Mix:
    gains = tuple(float(index == channel) for index in range(n_channels))
    return Mix(gains, condition, channel)
