"""Mel-frequency cepstral coefficients, from a log-mel spectrogram."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def dct_matrix(n: int, n_bins: int) -> NDArray[np.float64]:
    """Return the first n rows of the orthonormal DCT-II over n_bins values, shape (n, n_bins)."""
    order = np.arange(n)[:, None]
    position = np.arange(n_bins)[None, :] + 0.5
    matrix = np.sqrt(2.0 / n_bins) * np.cos(np.pi / n_bins * order * position)
    matrix[:1] /= np.sqrt(2.0)
    return np.asarray(matrix)


def mfcc(log_mel: NDArray[np.float32], n: int = 90) -> NDArray[np.float32]:
    """Compute the first n cepstral coefficients: (n_mels, n_frames) -> float32 (n, n_frames).

    Sankaran 2017, algorithm 4, with the orthonormal DCT-II. Raises ValueError where n is more
    than n_mels.
    """
    n_mels = log_mel.shape[0]
    if n > n_mels:
        raise ValueError(f"{n} cepstra cannot be made of {n_mels} mel bins")
    return dct_matrix(n, n_mels).astype(np.float32) @ log_mel
