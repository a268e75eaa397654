"""Blocks of a song in playing order: from where it was sought, round the loop, to the end."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.audio.decode import AudioReader
from core.audio.memory_sound import MemoryReader
from core.audio.ready_sound import ReadySound

Samples = NDArray[np.float32]

MAX_CACHED_LOOP_S = 60.0


class LoopReader:
    """Reads an AudioReader block by block and knows the song's frame each block begins at.

    A loop's samples are cached in its first round (up to a minute), so that going round needs no
    seeking and cannot falter.
    """

    def __init__(self, reader: AudioReader | MemoryReader | ReadySound) -> None:
        self.reader = reader
        self.loop: tuple[int, int] | None = None
        self.position = 0
        self._cached: list[Samples] = []
        self._n_cached = 0

    def set_loop(self, loop: tuple[int, int] | None) -> None:
        """Go round from the first frame up to, not including, the second."""
        self.loop = loop
        self._cached, self._n_cached = [], 0

    def seek(self, frame: int) -> None:
        """Go on from a frame of the song; the file itself is sought when it is read."""
        self.position = frame

    def read(self, n: int) -> tuple[int, Samples]:
        """Return (song frame, (m, channels)), m <= n; m = 0 at the end of the song.

        Never reaches over the end of the loop: the next block begins at its start again.
        Raises AudioError.
        """
        frame, loop = self.position, self.loop
        inside = loop is not None and frame < loop[1]
        if loop is not None and inside:
            n = min(n, loop[1] - frame)
        block = self._read_block(frame, n)
        self.position = frame + len(block)
        if loop is None or not inside:
            return frame, block
        if self.position >= loop[1] or not len(block):
            self.position = loop[0]  # also where the song ends before the loop does
            if not len(block) and frame > loop[0]:
                return self.read(n)
        return frame, block

    def _read_block(self, frame: int, n: int) -> Samples:
        first = self.loop[0] if self.loop else 0
        if self.loop and first <= frame < first + self._n_cached:
            return self._cached_from(frame - first)[:n]
        if self.reader.position != frame:
            self.reader.seek(frame)
        block = self.reader.read(n)
        n_free = MAX_CACHED_LOOP_S * self.reader.info.rate_hz - self._n_cached
        if self.loop and frame == first + self._n_cached and len(block) <= n_free:
            self._cached.append(block.copy())
            self._n_cached += len(block)
        return block

    def _cached_from(self, offset: int) -> Samples:
        for block in self._cached:
            if offset < len(block):
                return block[offset:]
            offset -= len(block)
        return self._cached[-1][:0]
