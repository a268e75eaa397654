"""Samples cut into overlapping frames, block by block.

Frames leave in batches of one fixed size, so the numbers computed from them do not depend on how
the samples arrived: vector units and BLAS round differently for other shapes.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]


class Framer:
    """Collects samples and hands out batches of overlapping frames.

    n_fft, hop: samples (hop <= n_fft); batch: frames in a batch.
    """

    def __init__(self, n_fft: int, hop: int, batch: int) -> None:
        self._step = batch * hop
        self._buffer = np.zeros((batch - 1) * hop + n_fft, dtype=np.float32)
        self._filled = 0
        self._n_fft, self._hop = n_fft, hop
        self._frames = np.lib.stride_tricks.sliding_window_view(self._buffer, n_fft)[::hop]

    def push(self, samples: Samples) -> Iterator[Samples]:
        """Take samples; yields each full batch (batch, n_fft), a view valid until the next one."""
        n_taken = 0
        while n_taken < samples.size:
            n = min(samples.size - n_taken, self._buffer.size - self._filled)
            self._buffer[self._filled : self._filled + n] = samples[n_taken : n_taken + n]
            self._filled += n
            n_taken += n
            if self._filled == self._buffer.size:
                yield self._frames
                self._filled -= self._step
                self._buffer[: self._filled] = self._buffer[self._step :].copy()

    def flush(self) -> tuple[Samples, int]:
        """Return the last batch, padded with silence, and how many of its frames count."""
        self._buffer[self._filled :] = 0.0
        count = 1 + (self._filled - self._n_fft) // self._hop if self._filled >= self._n_fft else 0
        return self._frames, count


class ReflectPadding:
    """Mirrors both ends of a stream of samples, as numpy.pad(mode="reflect") does of an array.

    A sound no longer than the padding is mirrored again and again, a single sample is repeated,
    and no samples at all count as one sample of silence.
    """

    def __init__(self, pad: int) -> None:
        self._pad = pad
        self._head: Samples | None = np.zeros(0, dtype=np.float32)
        self._tail: Samples = np.zeros(0, dtype=np.float32)

    def push(self, samples: Samples) -> Samples:
        """Return samples ready to be framed: none until the beginning can be mirrored."""
        if self._head is None:
            self._keep(samples)
            return samples
        head = np.concatenate([self._head, samples])
        if head.size <= self._pad:
            self._head = head
            return head[:0]
        self._head = None
        self._keep(head)
        return np.concatenate([head[self._pad : 0 : -1], head])

    def finish(self) -> Samples:
        """Return the mirrored end, or the whole padded sound where it was very short."""
        if self._head is None:
            return self._tail[-2 : -self._pad - 2 : -1]
        whole = self._head if self._head.size else np.zeros(1, dtype=np.float32)
        return np.pad(whole, self._pad, mode="reflect")

    def _keep(self, samples: Samples) -> None:
        """Remember the last pad + 1 samples."""
        n_kept = self._pad + 1
        if samples.size < n_kept:
            samples = np.concatenate([self._tail, samples])
        self._tail = samples[-n_kept:].copy()
