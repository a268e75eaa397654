"""The features of samples in memory, as those of a file would be: for sounds that are in no file.

Mixed to mono as decode_pass mixes, in the cache's precision, but never cached.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.audio.mono_mix import MonoMixer
from core.features.mfcc import mfcc
from core.features.recipe import FeatureRecipe
from core.features.spectrogram import LogMel, apply_top_db, log_mel

Samples = NDArray[np.float32]


def sound_features(
    samples: Samples, rate_hz: int, recipes: Sequence[FeatureRecipe]
) -> tuple[LogMel, ...]:
    """Compute features of float32 (n,) or (n, channels) by each recipe; they have no audio hash."""
    mono = _mixed(samples if samples.ndim == 2 else samples[:, None], rate_hz)
    return tuple(_features(mono, rate_hz, recipe) for recipe in recipes)


def _mixed(samples: Samples, rate_hz: int) -> Samples:
    """Mix (n, channels) to (n,) as they should be: see core.audio.mono_mix."""
    mixer = MonoMixer(samples.shape[1], rate_hz=rate_hz)
    mixer.measure(samples)
    return MonoMixer(samples.shape[1], mixer.best_mix(), rate_hz).mixed(samples)


def _features(mono: Samples, rate_hz: int, recipe: FeatureRecipe) -> LogMel:
    plain = replace(recipe.base, top_db=None)
    stored = log_mel(mono, rate_hz, plain).astype(np.float16)  # what the cache gives back
    values = apply_top_db(np.ascontiguousarray(stored, dtype=np.float32), recipe)
    if recipe.n_cepstra:
        values = mfcc(values, recipe.n_cepstra)
    return LogMel(values, recipe, "")
