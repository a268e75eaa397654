"""Mel scales and triangular filter banks, and their fast multiplication with power spectra.

The triangles of neighbouring bands touch few FFT bins, so the matrix is multiplied in slices.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.features.recipe import FeatureRecipe

# Slaney's Auditory Toolbox: linear (3 mels per 200 Hz) below 1000 Hz, logarithmic above.
_SLANEY_HZ_PER_MEL = 200.0 / 3.0
_SLANEY_KNEE_HZ = 1000.0
_SLANEY_KNEE_MEL = _SLANEY_KNEE_HZ / _SLANEY_HZ_PER_MEL
_SLANEY_LOG_STEP = math.log(6.4) / 27.0


def hz_to_mel(frequency_hz: float, scale: str = "htk") -> float:
    """Convert a frequency to mels; scale "htk" (O'Shaughnessy) or "slaney"."""
    if scale == "htk":
        return 2595.0 * math.log10(1.0 + frequency_hz / 700.0)
    if frequency_hz < _SLANEY_KNEE_HZ:
        return frequency_hz / _SLANEY_HZ_PER_MEL
    return _SLANEY_KNEE_MEL + math.log(frequency_hz / _SLANEY_KNEE_HZ) / _SLANEY_LOG_STEP


def mel_to_hz(mels: NDArray[np.float64], scale: str = "htk") -> NDArray[np.float64]:
    """Convert mels to frequencies, the inverse of hz_to_mel."""
    if scale == "htk":
        return np.asarray(700.0 * (10.0 ** (mels / 2595.0) - 1.0))
    above_knee = _SLANEY_KNEE_HZ * np.exp(
        _SLANEY_LOG_STEP * (np.maximum(mels, _SLANEY_KNEE_MEL) - _SLANEY_KNEE_MEL)
    )
    return np.where(mels < _SLANEY_KNEE_MEL, mels * _SLANEY_HZ_PER_MEL, above_knee)


def band_edges_hz(
    n_bands: int, f_min_hz: float, f_max_hz: float, scale: str = "htk"
) -> NDArray[np.float64]:
    """Return n_bands + 2 frequencies evenly spaced in mels; band k has edges k, k + 1, k + 2."""
    low, high = hz_to_mel(f_min_hz, scale), hz_to_mel(f_max_hz, scale)
    return mel_to_hz(np.linspace(low, high, n_bands + 2), scale)


def triangles(
    bins_hz: NDArray[np.float64], edges_hz: NDArray[np.float64], narrowest_hz: float = 0.0
) -> NDArray[np.float64]:
    """Return triangular weights with peak 1, shape (n_bands, n_bins).

    narrowest_hz: least distance from a peak to its foot; with the spacing of the bins no band
    falls between two bins and stays dark.
    """
    centre = edges_hz[1:-1, None]
    rise = np.maximum(centre - edges_hz[:-2, None], narrowest_hz)
    fall = np.maximum(edges_hz[2:, None] - centre, narrowest_hz)
    distance = bins_hz[None, :] - centre
    return np.maximum(0.0, np.minimum(1.0 + distance / rise, 1.0 - distance / fall))


def mel_filters(recipe: FeatureRecipe) -> NDArray[np.float64]:
    """Return the recipe's filter bank, shape (n_mels, n_fft // 2 + 1)."""
    edges = band_edges_hz(recipe.n_mels, recipe.f_min_hz, recipe.f_max_hz, recipe.mel_scale)
    bins = np.linspace(0.0, recipe.rate_hz / 2, recipe.n_fft // 2 + 1)
    weights = triangles(bins, edges)
    if recipe.mel_norm == "slaney":
        weights *= (2.0 / (edges[2:] - edges[:-2]))[:, None]
    return weights


def periodic_window(name: str, length: int) -> NDArray[np.float64]:
    """Return the periodic "hann" or "hamming" window of an STFT, shape (length,)."""
    floor = {"hann": 0.5, "hamming": 0.54}[name]
    phase = 2.0 * np.pi * np.arange(length) / length
    return floor - (1.0 - floor) * np.cos(phase)


class SlicedFilterbank:
    """A filter bank that multiplies only the FFT bins which a group of bands covers.

    weights: (n_bands, n_bins). Measured here: 0.16 µs a frame instead of 0.5 for 96 bands of
    257 bins, 0.5 instead of 3.8 for 192 of 1025; each product stays under the size at which BLAS
    would start threads, so worker processes do not fight over cores.
    """

    def __init__(self, weights: NDArray[np.floating[Any]], bands_per_group: int = 16) -> None:
        self.n_bands = weights.shape[0]
        self._groups: list[tuple[slice, slice, NDArray[np.float32]]] = []
        for first in range(0, self.n_bands, bands_per_group):
            bands = slice(first, min(first + bands_per_group, self.n_bands))
            touched = np.flatnonzero(weights[bands].any(axis=0))
            bins = slice(int(touched[0]), int(touched[-1]) + 1) if touched.size else slice(0, 1)
            weights_of_group = np.ascontiguousarray(weights[bands, bins].T, dtype=np.float32)
            self._groups.append((bins, bands, weights_of_group))

    def apply(self, power: NDArray[np.float32]) -> NDArray[np.float32]:
        """Apply the bank: (n_frames, n_bins) powers -> (n_frames, n_bands)."""
        result = np.empty((power.shape[0], self.n_bands), dtype=np.float32)
        for bins, bands, weights_of_group in self._groups:
            result[:, bands] = power[:, bins] @ weights_of_group
        return result
