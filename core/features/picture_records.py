"""The picture of a song, as records: overview, display spectrogram, and parts of them.

Bytes for the eye only; pyramid.py and display.py make them, the cache keeps them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.audio.mix_records import Mix

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole song in at most 4000 columns of equal length.

    low, high: least and greatest sample, float32 (n,), full scale is ±1.
    centroid_hz: power-weighted mean frequency below 16 kHz, float32 (n,), 0 in silence.
    """

    low: Floats
    high: Floats
    centroid_hz: Floats
    duration_s: float


@dataclass(frozen=True, slots=True)
class DisplaySpectrogram:
    """Loudness by band and time in bytes: 0 is -90 dB or less, 255 is 0 dB (a full-scale sine).

    levels: uint8 (n_bands, n_columns), low bands first; level 0 is the finest, each further one
    keeps the louder of two neighbouring columns. They lie in memory (or in the mapped cache file)
    column by column, so a window in time is one piece. Column k of a level covers the seconds
    first_s + k / columns_per_s to first_s + (k + 1) / columns_per_s.
    frequencies_hz: centres of the bands, float32 (n_bands,).
    """

    levels: tuple[Bytes, ...]
    columns_per_s: tuple[float, ...]
    frequencies_hz: Floats
    duration_s: float
    first_s: float = 0.0

    def window(self, start_s: float, end_s: float, width_px: int) -> tuple[Bytes, float, float]:
        """Return the columns that show start_s to end_s with at least one column a pixel.

        Gives (uint8 (n_bands, n), start_s, end_s): the slice, and the seconds at its outer edges,
        which lie at or just outside the wanted ones, within the song. No copy is made.
        """
        span_s = max(end_s - start_s, 1e-9)
        level = 0
        while level + 1 < len(self.levels) and span_s * self.columns_per_s[level + 1] >= width_px:
            level += 1
        rate, n = self.columns_per_s[level], self.levels[level].shape[1]
        first = min(max(math.floor((start_s - self.first_s) * rate + 1e-6), 0), n - 1)
        last = min(max(math.ceil((end_s - self.first_s) * rate - 1e-6), first + 1), n)
        edges_s = (self.first_s + first / rate, self.first_s + last / rate)
        return self.levels[level][:, first:last], *edges_s


@dataclass(frozen=True, slots=True)
class SongPicture:
    """All that the listening column draws of a song.

    mix: of which channels it was made; None where that is not known.
    """

    display: DisplaySpectrogram
    overview: Overview
    mix: Mix | None = None


@dataclass(frozen=True, slots=True)
class PartialPicture:
    """A picture so far, on the time axis of the whole song.

    picture: dark where nothing was read yet, coarse where there were only probes. The arrays are
    not copied: those of a later part are the same with more in them, so draw and forget. The finest
    level of a song over 25 minutes is coarser than that of the finished picture.
    fine_s: from when to when it is complete; in order, not touching each other.
    """

    picture: SongPicture
    fine_s: tuple[tuple[float, float], ...]
