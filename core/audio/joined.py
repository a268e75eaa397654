"""Several sounds in one file, one after another, read as one: chained Ogg, joined FLAC and others.

Everything at the rate and the channels of the first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from core.audio.file_window import Window
from core.audio.libsndfile import LibsndfileSource
from core.audio.resample import Resampler, to_mono
from core.audio.source import Source

Samples = NDArray[np.float32]

BLOCK_FRAMES = 65_536
RESAMPLING_FRAMES = 64  # by so many a resampled part may end sooner or later than computed


class JoinedSource:
    """The windows of a file as one source. Raises AudioError if any of them cannot be opened.

    open_part: opens one window. Where a part begins is known exactly once those before it were read
    to their ends, which a seek does where their decoders only estimate their lengths.
    """

    def __init__(self, windows: Sequence[Window], open_part: Callable[[Window], Source]) -> None:
        self.remark = self.damage = ""
        self._windows, self._open_part = windows, open_part
        self._lengths = list[int]()
        self._is_exact = list[bool]()
        self.tolerance_frames = 0
        for window in windows:
            part = open_part(window)
            if not self._lengths:
                self.rate_hz, self.channels = part.rate_hz, part.channels
                self.format_name = part.format_name
            part.close()
            self._lengths.append(round(part.n_frames * self.rate_hz / part.rate_hz))
            is_same_rate = part.rate_hz == self.rate_hz
            self._is_exact.append(is_same_rate and isinstance(part, LibsndfileSource))
            self.tolerance_frames += RESAMPLING_FRAMES + part.tolerance_frames
        self.n_frames = self.n_promised = sum(self._lengths)
        self._index = 0
        self._part = self._open(0)

    def read(self, n: int, out: Samples | None = None) -> Samples:
        """Read the next n frames, fewer only at the end: float32 (<=n, channels)."""
        blocks = [self._part.read(n, out)]
        n_missing = n - len(blocks[0])
        while n_missing:
            self.damage = self.damage or self._part.damage
            self._note_length()
            if self._index + 1 == len(self._windows):
                break
            self._go_to(self._index + 1)
            blocks.append(self._part.read(n_missing))
            n_missing -= len(blocks[-1])
        return blocks[0] if len(blocks) == 1 else np.concatenate(blocks)

    def seek(self, frame: int) -> None:
        """Go to a frame, exactly."""
        self.damage = ""
        index = start = 0
        while index + 1 < len(self._windows):
            if not self._is_exact[index] and frame > start:
                self._measure(index, frame - start)
            if frame < start + self._lengths[index]:
                break
            start += self._lengths[index]
            index += 1
        self._go_to(index)
        self._part.seek(frame - start)

    def read_near(self, frame: int, n: int) -> Samples:
        """Read at most n frames near a position; fewer where another part begins."""
        if not all(self._is_exact):
            return np.empty((0, self.channels), dtype=np.float32)
        self.seek(frame)
        return self._part.read(n)

    def close(self) -> None:
        """Close the file."""
        self._part.close()

    def _measure(self, index: int, n_wanted: int) -> None:
        """Read a part to its end, if it has no more frames than are wanted."""
        if n_wanted < self._lengths[index] - self.tolerance_frames:
            return
        self._go_to(index)
        while len(self._part.read(BLOCK_FRAMES)):
            pass
        self._note_length()

    def _note_length(self) -> None:
        self._lengths[self._index] = self._part.position
        self._is_exact[self._index] = True

    def _go_to(self, index: int) -> None:
        part = self._open(index)
        self._part.close()
        self._index, self._part = index, part

    def _open(self, index: int) -> _Part:
        return _Part(self._open_part(self._windows[index]), self.rate_hz, self.channels)


class _Part:
    """One of the sounds, at the rate and channels of the first. position: of the next frame."""

    def __init__(self, source: Source, rate_hz: int, channels: int) -> None:
        self.position = 0
        self._source, self._rate_hz, self._channels = source, rate_hz, channels
        self._is_same_rate = source.rate_hz == rate_hz
        self._resampler = Resampler(source.rate_hz, rate_hz, channels)
        self._ready: Samples = np.empty((0, channels), dtype=np.float32)
        self._has_ended = False

    @property
    def damage(self) -> str:
        return self._source.damage

    def read(self, n: int, out: Samples | None = None) -> Samples:
        block = self._read(n, out)
        self.position += len(block)
        return block

    def _read(self, n: int, out: Samples | None) -> Samples:
        if self._is_same_rate and self._source.channels == self._channels:
            return self._source.read(n, out)
        while len(self._ready) < n and not self._has_ended:
            block = self._source.read(BLOCK_FRAMES)
            self._has_ended = len(block) < BLOCK_FRAMES
            more = self._resampler.push(_with_channels(block, self._channels))
            self._ready = np.concatenate([self._ready, more.reshape(-1, self._channels)])
            if self._has_ended:
                rest = self._resampler.finish().reshape(-1, self._channels)
                self._ready = np.concatenate([self._ready, rest])
        block, self._ready = self._ready[:n], self._ready[n:]
        return block

    def seek(self, frame: int) -> None:
        """Go to a frame; of a resampled part by reading up to it, so that nothing differs."""
        self._restart()
        if self._is_same_rate:
            self._source.seek(frame)
            self.position = frame
            return
        self._source.seek(0)
        while (n := min(frame - self.position, BLOCK_FRAMES)) > 0 and len(self.read(n)):
            pass

    def close(self) -> None:
        self._source.close()

    def _restart(self) -> None:
        self._resampler = Resampler(self._source.rate_hz, self._rate_hz, self._channels)
        self._ready = self._ready[:0]
        self._has_ended, self.position = False, 0


def _with_channels(block: Samples, channels: int) -> Samples:
    """Bring a block to a number of channels; for one channel (n,), as a Resampler takes it."""
    if block.shape[1] == channels:
        return block[:, 0] if channels == 1 else block
    mono = to_mono(block)
    return mono if channels == 1 else np.repeat(mono[:, None], channels, axis=1)
