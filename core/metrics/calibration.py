"""What a score is worth: how many of the held-out songs with a similar score have the tag.

A reliability diagram's bins, counted and not fitted: where too few songs scored alike there is no
number.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

N_BINS = 20
MIN_SONGS = 10
MAX_DISTANCE = 0.1  # scores further apart are not similar


def reliability_bins(
    truth: NDArray[np.generic], scores: NDArray[np.floating]
) -> tuple[tuple[int, int], ...]:
    """Count (songs with the tag, songs) in each of N_BINS equally wide bins of the scores, 0 to 1.

    Empty without a song.
    """
    indices = np.clip((np.asarray(scores) * N_BINS).astype(np.int64), 0, N_BINS - 1)
    n_positive = np.bincount(indices[np.asarray(truth) == 1], minlength=N_BINS).tolist()
    n_songs = np.bincount(indices, minlength=N_BINS).tolist()
    return tuple(zip(n_positive, n_songs, strict=True)) if len(indices) else ()


def observed_frequency(bins: Sequence[Sequence[int]], score: float) -> float | None:
    """Return the share of songs with the tag, 0 to 1, among held-out ones with a similar score.

    bins: from reliability_bins. Bins on both sides are added until MIN_SONGS are together; None
    where they are not within MAX_DISTANCE of the score.
    """
    n_bins = len(bins)
    if not n_bins:
        return None
    middle = min(max(int(score * n_bins), 0), n_bins - 1)
    for reach in range(int(MAX_DISTANCE * n_bins) + 1):
        near = bins[max(0, middle - reach) : middle + reach + 1]
        n_positive, n_songs = sum(count[0] for count in near), sum(count[1] for count in near)
        if n_songs >= MIN_SONGS:
            return n_positive / n_songs
    return None
