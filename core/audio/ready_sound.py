"""A sound file opened ahead, at the second where it will begin, with what comes first decoded.

One is held at a time. What is opened only when it is to sound may take a third of a second: some
formats are counted through first, some are read by another program.
"""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.decode import AudioReader
from core.audio.file_stats import FileStats

Samples = NDArray[np.float32]

HEAD_S = 1.5  # decoded ahead: as much as the player keeps ready
MAX_HEAD_BYTES = 16 << 20  # of a file of very many channels it is less


class ReadySound:
    """An AudioReader that stands at a second of its song. See there; raises AudioError."""

    def __init__(self, path: Path, start_s: float = 0.0) -> None:
        self.path = path
        self._stats = FileStats.read(path)
        self._reader = AudioReader(path)
        try:
            self.info = self._reader.info
            self._first = self.position = round(max(0.0, start_s) * self.info.rate_hz)
            if self._first:
                self._reader.seek(self._first)
            most = MAX_HEAD_BYTES // (4 * self.info.channels)
            self._head = self._reader.read(min(round(HEAD_S * self.info.rate_hz), most))
        except BaseException:
            self._reader.close()
            raise

    @property
    def is_current(self) -> bool:
        """Whether the file still looks as it did when it was opened."""
        return self._stats is not None and self._stats.is_untouched(FileStats.read(self.path))

    def read(self, n: int) -> Samples:
        """Return the next frames, at most n, none only at the end: float32 (<=n, channels)."""
        ahead = self.position - self._first
        if 0 <= ahead < len(self._head):
            block = self._head[ahead : ahead + n]
        else:
            if self._reader.position != self.position:
                self._reader.seek(self.position)
            block = self._reader.read(n)
        self.position += len(block)
        return block

    def seek(self, frame: int) -> None:
        """Go to a frame of the song."""
        self.position = max(0, frame)

    def close(self) -> None:
        """Close the file."""
        self._reader.close()


class OpenedAhead:
    """The one sound that is held, until it is taken. May be used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ready: ReadySound | None = None

    def hold(self, ready: ReadySound | None) -> None:
        """Hold a sound in place of the one before, which is closed; None: hold none."""
        with self._lock:
            former, self._ready = self._ready, ready
        if former is not None:
            former.close()

    def take(self, path: Path) -> ReadySound | None:
        """Hand the sound of a file over; None where another is held, or the file has changed."""
        with self._lock:
            ready = self._ready
            if ready is None or ready.path != path:
                return None
            self._ready = None
        if ready.is_current:
            return ready
        ready.close()
        return None
