"""Whether one song's sound is the beginning of another's, by what the cache keeps of both."""

from __future__ import annotations

import numpy as np

from core.features.cache import FeatureCache
from core.features.recipe import RECIPES

TAIL_S = 0.5  # near a cut decoders give what they like, and the last frames look beyond it
MIN_COMPARED_S = 0.5
RANGE = 11.5  # of the natural logarithm, 50 dB: quieter than this under the loudest is not compared
MAX_DIFFERENCE, MAX_SHARE = 0.05, 0.01  # of so many of all values: another decoder rounds otherwise
_RECIPE = RECIPES["thesis"]


def is_beginning(short_hash: str, long_hash: str, cache: FeatureCache) -> bool:
    """Tell whether all of a song but its last half second is the beginning of a longer one.

    False where the cache lacks the features of either, or where there is nothing but silence to
    compare.
    """
    if not short_hash or short_hash == long_hash:
        return False
    key = _RECIPE.base.key
    short, long = (
        cache.get_array(audio_hash, key, any_mix=True) for audio_hash in (short_hash, long_hash)
    )
    if short is None or long is None or len(short) >= len(long):
        return False
    frames_per_s = _RECIPE.rate_hz / _RECIPE.hop_length
    n_compared = len(short) - round(TAIL_S * frames_per_s)
    if n_compared < MIN_COMPARED_S * frames_per_s:
        return False
    one = np.asarray(short[:n_compared], dtype=np.float32)
    other = np.asarray(long[:n_compared], dtype=np.float32)
    if np.ptp(one) == 0.0:
        return False
    quietest = one.max() - RANGE
    differences = np.abs(np.maximum(one, quietest) - np.maximum(other, quietest))
    return bool((differences > MAX_DIFFERENCE).mean() <= MAX_SHARE)
