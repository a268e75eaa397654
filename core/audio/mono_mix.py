"""From many channels to one that can be heard: what the picture and the models are given.

Pure. Usually the mean of two channels, or all of a surround sound but its low-frequency effects;
where the channels would cancel each other, the louder one.
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
DEAD = 1e-4  # of the power of the loudest channel: -40 dB


class MonoMixer:
    """Mixes blocks to mono by a Mix, and measures the channels meanwhile."""

    def __init__(self, n_channels: int, mix: Mix | None = None) -> None:
        self._default = _default_mix(n_channels)
        self.mix = mix or self._default
        self._power = np.zeros((n_channels, n_channels), dtype=np.float64)
        self._peak = 0.0

    def mixed(self, block: Samples) -> Samples:
        """Return (n, channels) as (n,)."""
        if self.mix == self._default and len(self.mix.gains) <= 2:
            return to_mono(block)
        return np.asarray(block @ np.asarray(self.mix.gains, dtype=np.float32), dtype=np.float32)

    def measure(self, block: Samples) -> None:
        """Add a block to what is known of the channels."""
        if not len(block):
            return
        channels = block.T
        for row, one in enumerate(channels):  # one by one: ten times as fast as block.T @ block
            for column in range(row, len(channels)):
                self._power[row, column] += np.dot(one, channels[column])
        self._peak = max(self._peak, float(block.max()), -float(block.min()))

    def best_mix(self) -> Mix:
        """Return the mix that what was measured should be given."""
        power = self._power + np.triu(self._power, 1).T
        return choose_mix(power, self._peak)


def choose_mix(power: NDArray[np.float64], peak: float) -> Mix:
    """Choose how a song's channels are mixed.

    power: the sums of the products of all pairs of channels, (n, n). peak: the greatest amplitude,
    1 being full scale.
    """
    mix = _default_mix(len(power))
    own = np.maximum(np.diag(power), 0.0)
    if not np.isfinite(own).all() or peak < SILENT_PEAK:
        return Mix(mix.gains, Condition.SILENT) if peak < SILENT_PEAK else mix
    gains = np.asarray(mix.gains)
    loudest = int(np.argmax(own))
    if len(own) > 1 and own[loudest] * DEAD >= np.delete(own, loudest).max():
        mix = _single(loudest, len(own), Condition.ONE_CHANNEL)
    elif len(own) > 1 and gains @ power @ gains < CANCELLED * (gains**2 @ own):
        mix = _single(int(np.argmax(own * (gains > 0))), len(own), Condition.OUT_OF_PHASE)
    if mix.condition in (Condition.FINE, Condition.SURROUND) and peak < QUIET_PEAK:
        louder = LOUD_PEAK / peak
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
