"""A display spectrogram at many time resolutions, as one array that the cache stores.

display.py makes its columns from samples. Bytes for the eye only: nothing here is ever fed to a
network.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from core.features.filterbank import band_edges_hz, mel_filters, periodic_window
from core.features.picture_records import Bytes, DisplaySpectrogram
from core.features.recipe import GAIN_1P, FeatureRecipe
from core.features.spectrogram import LogMel

FLOOR_DB = -90.0  # byte 0; byte 255 is 0 dB, a sine at full scale
BYTES_PER_DB = 255.0 / -FLOOR_DB
COARSEST_COLUMNS = 256


def halve(columns: Bytes) -> Bytes:
    """Keep the louder of each two neighbours in time: (n, n_bands) -> (ceil(n / 2), n_bands)."""
    even = columns[0::2].copy()
    odd = columns[1::2]
    np.maximum(even[: len(odd)], odd, out=even[: len(odd)])
    return even


def level_lengths(n_columns: int) -> list[int]:
    """Return the number of columns in each level, until a level fits into 256."""
    lengths = [n_columns]
    while lengths[-1] > COARSEST_COLUMNS:
        lengths.append(-(-lengths[-1] // 2))
    return lengths


def unpack_levels(columns: Bytes, n_columns: int) -> tuple[Bytes, ...]:
    """Split a stored array into its levels, views (n_bands, n); n_columns: those of the finest."""
    ends = np.cumsum(level_lengths(n_columns))
    if columns.ndim != 2 or len(columns) != ends[-1]:
        raise ValueError("the stored levels do not fit the song's length")
    return tuple(level.T for level in np.split(columns, ends[:-1]))


def pack_levels(finest: Iterable[Bytes], n_columns: int) -> Bytes:
    """Join all levels in the one array that the cache stores, from finest blocks (n, n_bands).

    n_columns: how many columns the blocks have together, at least one.
    """
    lengths = level_lengths(n_columns)
    columns: Bytes | None = None
    filled = 0
    for block in finest:
        if columns is None:
            columns = np.empty((sum(lengths), block.shape[1]), dtype=np.uint8)
        columns[filled : filled + len(block)] = block
        filled += len(block)
    if columns is None or filled != n_columns:
        raise ValueError("the columns do not fit the song's length")
    for length, next_length in pairwise(lengths):
        columns[filled : filled + next_length] = halve(columns[filled - length : filled])
        filled += next_length
    return columns


def model_input_picture(log_mel: LogMel) -> DisplaySpectrogram:
    """Show the very numbers a network is given, as bytes.

    Raises ValueError for cepstra and waveforms, which are no picture of frequencies.
    """
    recipe = log_mel.recipe
    if recipe.is_waveform or recipe.n_cepstra:
        raise ValueError(f"the features “{recipe.name}” are not a spectrogram")
    scale, offset = _bytes_per_value(recipe)
    n_frames = int(log_mel.values.shape[1])
    parts = (log_mel.values[:, first : first + 4096].T for first in range(0, n_frames, 4096))
    finest = (np.clip(part * scale + offset, 0.0, 255.0).astype(np.uint8) for part in parts)
    levels = unpack_levels(pack_levels(finest, n_frames), n_frames)
    rate = recipe.rate_hz / recipe.hop_length
    edges = band_edges_hz(recipe.n_mels, recipe.f_min_hz, recipe.f_max_hz, recipe.mel_scale)
    return DisplaySpectrogram(
        levels,
        tuple(rate / 2**level for level in range(len(levels))),
        edges[1:-1].astype(np.float32),
        log_mel.duration_s,
        first_s=-0.5 / rate,  # frames are centred on their second, columns begin at it
    )


def _bytes_per_value(recipe: FeatureRecipe) -> tuple[np.float32, np.float32]:
    """Return factor and offset from values to bytes, 255.5 being the peak of a full-scale sine."""
    sine = (periodic_window(recipe.window, recipe.n_fft).sum() / 2) ** 2
    full_scale_db = 10.0 * math.log10(sine * float(mel_filters(recipe).max()))
    if recipe.compression == "log10_1p":
        full_scale_db += 10.0 * math.log10(GAIN_1P)
    db_per_value = {"ln": 10.0 / math.log(10.0), "log10_1p": 10.0, "db": 1.0}[recipe.compression]
    if recipe.squared_again:
        db_per_value /= 2.0
    return np.float32(db_per_value * BYTES_PER_DB), np.float32(255.5 - full_scale_db * BYTES_PER_DB)
