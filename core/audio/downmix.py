"""Many channels to the two that are played. A model gets another mix: mono_mix.py.

Channel order as in WAV and FLAC; weights after ITU-R BS.775, each side scaled so as not to clip.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

HALF_POWER = np.sqrt(0.5)
LEFT, RIGHT, CENTRE, LFE, BACK = (1, 0), (0, 1), (HALF_POWER, HALF_POWER), (0, 0), (0.5, 0.5)
LEFT_BACK, RIGHT_BACK = (HALF_POWER, 0), (0, HALF_POWER)
SPEAKERS = {
    3: (LEFT, RIGHT, CENTRE),
    4: (LEFT, RIGHT, LEFT_BACK, RIGHT_BACK),
    5: (LEFT, RIGHT, CENTRE, LEFT_BACK, RIGHT_BACK),
    6: (LEFT, RIGHT, CENTRE, LFE, LEFT_BACK, RIGHT_BACK),
    7: (LEFT, RIGHT, CENTRE, LFE, BACK, LEFT_BACK, RIGHT_BACK),
    8: (LEFT, RIGHT, CENTRE, LFE, LEFT_BACK, RIGHT_BACK, LEFT_BACK, RIGHT_BACK),
}


def gains_between(n_from: int, n_to: int) -> Samples:
    """Return the gain of each channel of the file in each played one: float32 (n_from, n_to)."""
    if n_to == 1:
        return np.full((n_from, 1), 1.0 / n_from, dtype=np.float32)
    if n_from <= 2:
        return np.asarray([[1, 1]] if n_from == 1 else [LEFT, RIGHT], dtype=np.float32)
    speakers = SPEAKERS.get(n_from) or [(LEFT, RIGHT)[channel % 2] for channel in range(n_from)]
    gains = np.asarray(speakers, dtype=np.float32)
    return np.asarray(gains / gains.sum(axis=0), dtype=np.float32)


def downmix(block: Samples, n_to: int) -> Samples:
    """Mix channels down: float32 (n, channels) -> (n, n_to), n_to being 1 or 2."""
    if block.shape[1] == n_to:
        return block
    return np.asarray(block @ gains_between(block.shape[1], n_to), dtype=np.float32)
