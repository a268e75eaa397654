"""Whether there is enough sound to be scored: no network can judge silence or half a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.errors import SoundError
from core.features.recipe import GAIN_1P, FeatureRecipe

MIN_DURATION_S = 1.0
SILENT_POWER = 1.1e-5  # of the loudest mel band: about what the dither of 16 bits has
SILENT_AMPLITUDE = 5e-5  # of full scale


def require_sound(values: NDArray[np.float32], recipe: FeatureRecipe) -> None:
    """Raise SoundError where a log-mel (or a waveform) is silent or too short to judge.

    values: (n_rows, n_frames).
    """
    if values.shape[1] * recipe.hop_length / recipe.rate_hz < MIN_DURATION_S:
        raise SoundError("scores.too_short", seconds=MIN_DURATION_S)
    if is_silent(values, recipe):
        raise SoundError("scores.silent")


def is_silent(values: NDArray[np.float32], recipe: FeatureRecipe) -> bool:
    """Tell whether nothing in it is louder than the noise of 16 bits."""
    if recipe.is_waveform:
        return float(np.abs(values).max()) < SILENT_AMPLITUDE
    loudest = float(values.max())
    if recipe.compression == "ln":
        power = np.exp(loudest)
    elif recipe.compression == "db":
        power = 10.0 ** (loudest / 10.0)
    else:
        power = (10.0**loudest - 1.0) / GAIN_1P
    return bool((np.sqrt(power) if recipe.squared_again else power) < SILENT_POWER)
