"""From samples to the picture: the display spectrogram and the overview, in one cheap pass.

Made beside the model's features but independent of them: at the file's own rate, in float32, on
a transform of about 46 ms every 23 ms. How it is kept and looked at stands in pyramid.py.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.features.filterbank import (
    SlicedFilterbank,
    band_edges_hz,
    periodic_window,
    triangles,
)
from core.features.framing import Framer
from core.features.picture_records import Bytes, DisplaySpectrogram, Floats, Overview
from core.features.pyramid import BYTES_PER_DB, FLOOR_DB, halve, level_lengths, unpack_levels

N_BANDS = 192
MIN_HZ, MAX_HZ = 30.0, 16_000.0
COLUMNS_PER_S = 44_100 / 1024
OVERVIEW_COLUMNS = 4000
BATCH = 64  # a power of two: whole batches halve without a remainder


def hop_of(rate_hz: int) -> int:
    """Return the samples between display columns: about 43 columns a second at any rate."""
    return max(1, round(rate_hz / COLUMNS_PER_S))


def n_fft_of(rate_hz: int) -> int:
    """Return the display's FFT length: the power of two of at least a little under two hops."""
    return 1 << math.ceil(math.log2(1.8 * hop_of(rate_hz)))


def columns_for(n_samples: int, rate_hz: int) -> int:
    """Return the number of columns of the finest level: every sample lies in one."""
    return max(1, -(-n_samples // hop_of(rate_hz)))


def _top_hz(rate_hz: int) -> float:
    return min(MAX_HZ, rate_hz / 2)


def _edges_hz(rate_hz: int) -> NDArray[np.float64]:
    return band_edges_hz(N_BANDS, MIN_HZ, _top_hz(rate_hz))


def band_centres_hz(rate_hz: int) -> Floats:
    """Return the display's frequencies, low first."""
    return _edges_hz(rate_hz)[1:-1].astype(np.float32)


@dataclass(frozen=True, slots=True)
class Strip:
    """Finished columns, one after the other in time.

    columns: of the finest level, uint8 (n, n_bands). low, high: least and greatest sample, (n,).
    moments: (n, 2), power, and power times its mean frequency in Hz.
    """

    columns: Bytes
    low: Floats
    high: Floats
    moments: Floats


class DisplayStream:
    """Blocks of mono samples in, the bytes of the display and the overview out.

    on_strip: is called with the finished columns of the finest level.
    """

    def __init__(self, rate_hz: int, on_strip: Callable[[Strip], None]) -> None:
        import scipy.fft  # its float32 transform takes two thirds of numpy's time

        self._rfft = scipy.fft.rfft
        self.rate_hz, self._hop, self._n_fft = rate_hz, hop_of(rate_hz), n_fft_of(rate_hz)
        self._on_strip = on_strip
        self._coarser: list[list[Bytes]] = [[] for _ in range(int(math.log2(BATCH)))]
        self._strips: list[tuple[Floats, Floats, Floats]] = []
        self.n_samples = 0
        self._prepare_transform()
        self._n_lead = (self._n_fft - self._hop) // 2
        self._framer = Framer(self._n_fft, self._hop, BATCH)
        self.push(np.zeros(self._n_lead, dtype=np.float32))
        self.n_samples = 0

    def _prepare_transform(self) -> None:
        window = periodic_window("hann", self._n_fft)
        self._window = window.astype(np.float32)
        self._windowed = np.empty((BATCH, self._n_fft), dtype=np.float32)
        n_bins = 1 + math.ceil(_top_hz(self.rate_hz) / self.rate_hz * self._n_fft)
        self._n_bins = min(n_bins, self._n_fft // 2 + 1)
        self._power = np.empty((BATCH, self._n_bins), dtype=np.float32)
        bin_hz = self.rate_hz / self._n_fft
        bins_hz = np.linspace(0.0, self.rate_hz / 2, self._n_fft // 2 + 1)[: self._n_bins]
        full_scale = (window.sum() / 2) ** 2  # power of a full-scale sine in its own bin
        weights = triangles(bins_hz, _edges_hz(self.rate_hz), narrowest_hz=bin_hz)
        self._bank = SlicedFilterbank(weights / full_scale)
        self._moments = np.stack([np.ones(self._n_bins), bins_hz], axis=1).astype(np.float32)

    def push(self, mono: Floats) -> None:
        """Take the next samples: float32 (n,) at rate_hz."""
        self.n_samples += mono.size
        for frames in self._framer.push(mono):
            self._take(frames, BATCH)

    def close(self) -> None:
        """Complete the last columns with silence."""
        n_samples = self.n_samples
        last = columns_for(n_samples, self.rate_hz) - 1
        n_missing = last * self._hop + self._n_fft - self._n_lead - n_samples
        self.push(np.zeros(n_missing, dtype=np.float32))
        self.n_samples = n_samples
        frames, count = self._framer.flush()
        if count:
            self._take(frames, count)

    def coarser_levels(self) -> Iterator[Bytes]:
        """Yield every level but the finest, uint8 (n, n_bands), once, after close."""
        level = np.zeros((0, N_BANDS), dtype=np.uint8)
        n_coarser = len(level_lengths(columns_for(self.n_samples, self.rate_hz))) - 1
        for k in range(n_coarser):
            is_gathered = k < len(self._coarser)
            level = np.concatenate(self._coarser[k]) if is_gathered else halve(level)
            if is_gathered:
                self._coarser[k] = []
            yield level

    def overview(self) -> Overview:
        """Return the overview, after close."""
        low, high, moments = (np.concatenate(parts) for parts in zip(*self._strips, strict=True))
        duration_s = self.n_samples / self.rate_hz
        return overview_of(low, high, moments, duration_s)

    def _take(self, frames: Floats, count: int) -> None:
        np.multiply(frames, self._window, out=self._windowed)
        spectrum = self._rfft(self._windowed, overwrite_x=True)[:, : self._n_bins]
        squares = spectrum.view(np.float32)
        np.square(squares, out=squares)
        power = np.add(squares[:, 0::2], squares[:, 1::2], out=self._power)
        columns = _as_bytes(self._bank.apply(power))[:count]
        hops = frames[:count, self._n_lead : self._n_lead + self._hop]
        low, high, moments = (
            hops.min(axis=1),
            hops.max(axis=1),
            (power @ self._moments)[:count],
        )
        self._strips.append((low, high, moments))
        self._on_strip(Strip(columns, low, high, moments))
        for parts in self._coarser:
            columns = halve(columns)
            parts.append(columns)


def display_of(columns: Bytes, rate_hz: int, n_samples: int) -> DisplaySpectrogram:
    """Return the display of packed columns (n, 192) made at rate_hz; ValueError if they misfit."""
    rate = rate_hz / hop_of(rate_hz)
    levels = unpack_levels(columns, columns_for(n_samples, rate_hz))
    return DisplaySpectrogram(
        levels,
        tuple(rate / 2**level for level in range(len(levels))),
        band_centres_hz(rate_hz),
        n_samples / rate_hz,
    )


def _as_bytes(power: Floats) -> Bytes:
    """Convert powers relative to a full-scale sine to bytes; the input is overwritten."""
    np.maximum(power, np.float32(10.0 ** (FLOOR_DB / 10.0)), out=power)
    np.log(power, out=power)
    power *= np.float32(BYTES_PER_DB * 10.0 / math.log(10.0))
    power += np.float32(255.5)
    return np.minimum(power, np.float32(255.0), out=power).astype(np.uint8)


def overview_of(low: Floats, high: Floats, moments: Floats, duration_s: float) -> Overview:
    """Compute the overview of all columns of a song, from the joined arrays of its strips."""
    step = -(-len(low) // OVERVIEW_COLUMNS)
    starts = np.arange(0, len(low), step)
    total, weighted = np.add.reduceat(moments, starts, axis=0, dtype=np.float64).T
    centroid = np.divide(weighted, total, out=np.zeros_like(total), where=total > 0)
    return Overview(
        np.minimum.reduceat(low, starts),
        np.maximum.reduceat(high, starts),
        centroid.astype(np.float32),
        duration_s,
    )
