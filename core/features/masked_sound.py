"""Play only a part of a picture: a mask over a log-mel, laid on the sound that it was made of.

The mask becomes a gain of each bin of a short-time Fourier transform, which is turned back.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.features.filterbank import band_edges_hz, periodic_window
from core.features.recipe import FeatureRecipe
from core.jobs import SILENT, JobContext

Samples = NDArray[np.float32]
Mask = NDArray[np.float32]

WINDOW_S = 0.046  # 2048 samples at 44.1 kHz
OVERLAP = 4
SQUARES = 1.5  # the sum of squares of OVERLAP Hann windows over each other
BATCH = 256  # frames at a time: a long song's whole transform would take gigabytes


def masked_sound(
    samples: Samples, rate_hz: int, mask: Mask, recipe: FeatureRecipe, job: JobContext = SILENT
) -> Samples:
    """Filter a sound, float32 (n,) or (n, channels), by a mask of its log-mel: the same shape.

    mask: gains from 0 to 1, (n_mels, n_frames), of the whole sound by a recipe. Between bands and
    frames they are interpolated, beyond the outermost bands' middles held. A mask of ones gives the
    sound back. Raises ValueError where the mask does not fit the recipe, Cancelled.
    """
    if recipe.is_waveform or mask.shape[0] != recipe.n_mels or not mask.size:
        raise ValueError(f"a mask of {mask.shape} does not fit {recipe.n_mels} bands")
    if not len(samples):
        return samples.copy()
    size = OVERLAP * max(16, round(WINDOW_S * rate_hz / OVERLAP))
    gains = _Gains(mask, recipe, rate_hz, size)
    columns = samples[:, None] if samples.ndim == 1 else samples
    masked = np.empty_like(columns)
    for channel, column in enumerate(columns.T):
        masked[:, channel] = _filtered(column, size, gains, job)
    return masked.reshape(samples.shape)


class _Gains:
    """A mask between its bands and frames."""

    def __init__(self, mask: Mask, recipe: FeatureRecipe, rate_hz: int, size: int) -> None:
        self._frames_a_sample = recipe.rate_hz / recipe.hop_length / rate_hz
        edges = band_edges_hz(recipe.n_mels, recipe.f_min_hz, recipe.f_max_hz, recipe.mel_scale)
        bins_hz = np.fft.rfftfreq(size, 1.0 / rate_hz)
        bands = np.interp(bins_hz, edges[1:-1], np.arange(recipe.n_mels))
        self._mask = np.ascontiguousarray(mask.T, dtype=np.float32)  # (n_frames, n_mels)
        self._bands, self._band_shares = _split(bands, recipe.n_mels)

    def at(self, samples: NDArray[np.floating]) -> Mask:
        """Return the gains of all bins around some samples: (n, n_bins)."""
        n_frames = len(self._mask)
        frames, shares = _split(np.clip(samples * self._frames_a_sample, 0, n_frames - 1), n_frames)
        rows = _between(self._mask[frames], self._mask[frames + (n_frames > 1)], shares[:, None])
        upper = rows[:, self._bands + (rows.shape[1] > 1)]
        return _between(rows[:, self._bands], upper, self._band_shares)


def _split(positions: NDArray[np.floating], n: int) -> tuple[NDArray[np.int64], Mask]:
    """Divide positions among n points: the point below, and how far it is to the next one."""
    below = np.clip(positions.astype(np.int64), 0, max(n - 2, 0))
    return below, (positions - below).astype(np.float32)


def _between(low: Mask, high: Mask, share: Mask) -> Mask:
    return np.asarray(low + (high - low) * share)


def _filtered(column: Samples, size: int, gains: _Gains, job: JobContext) -> Samples:
    """Filter one channel, (n,): by frames, weighted before and after the transform."""
    hop = size // OVERLAP
    n_frames = -(-(len(column) + size) // hop)
    padded = np.zeros((n_frames - 1) * hop + size, dtype=np.float64)
    padded[size : size + len(column)] = column
    summed = np.zeros_like(padded)
    window = periodic_window("hann", size)
    frames = np.lib.stride_tricks.sliding_window_view(padded, size)[::hop]
    for first in range(0, n_frames, BATCH):
        job.check()
        batch = frames[first : first + BATCH]
        numbers = np.arange(first, first + len(batch))
        spectra = np.fft.rfft(batch * window)
        spectra *= gains.at(numbers * hop - size / 2.0)  # their middles, after the padding
        parts = np.fft.irfft(spectra, size) * (window / SQUARES)
        for number, part in zip(numbers.tolist(), parts, strict=True):
            summed[number * hop : number * hop + size] += part
    return summed[size : size + len(column)].astype(np.float32)
