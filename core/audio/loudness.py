"""How loud a sound is, as ITU-R BS.1770 weights it; and gains that make sounds equally loud."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi, sqrt, tan

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

FULL = 0.98  # of full scale: the highest sample there may be
MOST_DB = 36.0  # that a soft sound is raised by
# The two filters of the standard: one for the head, and a high pass.
HEAD_HZ, HEAD_Q, HEAD_DB = 1681.974450955533, 0.7071752369554196, 3.999843853973347
PASS_HZ, PASS_Q = 38.13547087602444, 0.5003270373238773


def weighted_power(samples: Samples, rate_hz: int) -> float:
    """Return the mean square of samples (n,) or (n, channels), weighted as the ear would.

    Without the standard's gates: both sounds that are compared have the same pauses.
    """
    from scipy.signal import lfilter

    if not len(samples):
        return 0.0
    columns = samples[:, None] if samples.ndim == 1 else samples
    weighted = columns.astype(np.float64)
    for numerator, denominator in (_head_filter(rate_hz), _high_pass(rate_hz)):
        weighted = lfilter(numerator, denominator, weighted, axis=0)
    return float(np.square(weighted).mean(axis=0).sum())


def equal_gains(first: Samples, second: Samples, rate_hz: int) -> tuple[float, float]:
    """Return gains that make both equally loud, and neither clip.

    The first keeps its level where that can be; where the second is silent, both keep theirs.
    """
    first_gain, second_gain = level_gains((first, second), (rate_hz, rate_hz))
    return first_gain, second_gain


def level_gains(sounds: Sequence[Samples], rates_hz: Sequence[int]) -> tuple[float, ...]:
    """Return gains that make all of several sounds as loud as the first, and none clip.

    The first keeps its level where that can be; where one is silent, all keep theirs.
    """
    powers = [
        weighted_power(sound, rate_hz) for sound, rate_hz in zip(sounds, rates_hz, strict=True)
    ]
    if not all(powers):
        return (1.0,) * len(powers)
    most = 10.0 ** (MOST_DB / 20.0)
    gains = [min(sqrt(powers[0] / power), most) for power in powers]
    peaks = (gain * float(np.abs(sound).max()) for gain, sound in zip(gains, sounds, strict=True))
    common = min(1.0, FULL / max(peaks))
    return tuple(common * gain for gain in gains)


def _head_filter(rate_hz: int) -> tuple[list[float], list[float]]:
    ratio, gain = tan(pi * HEAD_HZ / rate_hz), 10.0 ** (HEAD_DB / 20.0)
    band = gain**0.4996667741545416
    below = 1.0 + ratio / HEAD_Q + ratio * ratio
    numerator = [
        (gain + band * ratio / HEAD_Q + ratio * ratio) / below,
        2.0 * (ratio * ratio - gain) / below,
        (gain - band * ratio / HEAD_Q + ratio * ratio) / below,
    ]
    denominator = [
        1.0,
        2.0 * (ratio * ratio - 1.0) / below,
        (1.0 - ratio / HEAD_Q + ratio * ratio) / below,
    ]
    return numerator, denominator


def _high_pass(rate_hz: int) -> tuple[list[float], list[float]]:
    ratio = tan(pi * PASS_HZ / rate_hz)
    below = 1.0 + ratio / PASS_Q + ratio * ratio
    denominator = [
        1.0,
        2.0 * (ratio * ratio - 1.0) / below,
        (1.0 - ratio / PASS_Q + ratio * ratio) / below,
    ]
    return [1.0, -2.0, 1.0], denominator
