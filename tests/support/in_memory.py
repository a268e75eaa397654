"""What the program only streams, held in memory whole, for tests to compare with."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.decode import AudioReader
from core.audio.resample import Resampler, to_mono
from core.features.display import DisplayStream, columns_for, display_of
from core.features.picture_records import Bytes, DisplaySpectrogram, Floats, Overview
from core.features.pyramid import pack_levels


def mono_samples(path: Path, rate_hz: int) -> NDArray[np.float32]:
    """A file's sound, mono at rate_hz: float32 (n,)."""
    with AudioReader(path) as reader:
        resampler = Resampler(reader.info.rate_hz, rate_hz)
        blocks = [resampler.push(to_mono(block)) for block in reader.blocks()]
    return np.concatenate([*blocks, resampler.finish()])


class WholeDisplay:
    """A DisplayStream whose finest level is kept here instead of on disk."""

    def __init__(self, rate_hz: int) -> None:
        self._finest: list[Bytes] = []
        self.stream = DisplayStream(
            rate_hz, on_strip=lambda strip: self._finest.append(strip.columns)
        )

    def push(self, mono: Floats) -> None:
        """Take the next samples."""
        self.stream.push(mono)

    def finish(self) -> tuple[DisplaySpectrogram, Overview]:
        """The whole picture of what was pushed."""
        stream = self.stream
        stream.close()
        columns = pack_levels(self._finest, columns_for(stream.n_samples, stream.rate_hz))
        return display_of(columns, stream.rate_hz, stream.n_samples), stream.overview()
