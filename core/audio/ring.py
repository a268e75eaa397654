"""A ring of samples between one writer and one reader, without locks, and where in the song it is.

The writer is the player's reading thread, the reader the sound card's callback. Counters only grow;
each side moves its own one.
"""

from __future__ import annotations

from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]


class Ring:
    """Room for `capacity` frames. n_written and n_read count frames since the ring was made.

    marks: where the song jumps or changes its speed: (frame of the ring, frame of the song, frames
    of the song to one of the ring), all at the ring's rate.
    """

    def __init__(self, capacity: int, channels: int) -> None:
        self._samples = np.zeros((capacity, channels), dtype=np.float32)
        self._marks: list[tuple[int, float, float]] = []
        self.n_written = 0
        self.n_read = 0
        self.is_complete = False  # nothing more will be written: the song ends here

    @property
    def capacity(self) -> int:
        """Frames that fit in."""
        return len(self._samples)

    @property
    def n_free(self) -> int:
        """Frames that can be written now."""
        return self.capacity - (self.n_written - self.n_read)

    @property
    def n_ready(self) -> int:
        """Frames that can be read now."""
        return self.n_written - self.n_read

    def write(self, block: Samples) -> None:
        """Add (n, channels); n must not exceed n_free."""
        slot = self.n_written % self.capacity
        first = min(len(block), self.capacity - slot)
        self._samples[slot : slot + first] = block[:first]
        self._samples[: len(block) - first] = block[first:]
        self.n_written += len(block)  # last: only now may the reader see them

    def read_into(self, out: Samples) -> int:
        """Fill the beginning of out; return how many frames were ready."""
        n = min(len(out), self.n_written - self.n_read)
        slot = self.n_read % self.capacity
        first = min(n, self.capacity - slot)
        out[:first] = self._samples[slot : slot + first]
        out[first:n] = self._samples[: n - first]
        self.n_read += n
        return n

    def cut(self, keep: int) -> None:
        """Forget all that is written beyond the next `keep` frames."""
        self.n_written = min(self.n_written, self.n_read + keep)
        self.is_complete = False
        self._marks = [mark for mark in self._marks if mark[0] <= self.n_written]

    def peek(self, first: int, n: int) -> Samples:
        """Return a copy of what is written `first` frames ahead, up to n frames of it."""
        start = min(self.n_read + first, self.n_written)
        slots = np.arange(start, min(start + n, self.n_written)) % self.capacity
        return self._samples[slots]

    def mark(self, ring_frame: int, song_frame: float, speed: float = 1.0) -> None:
        """Note that from this frame of the ring on the song goes on at song_frame."""
        self._marks = [*self._marks[-63:], (ring_frame, song_frame, speed)]

    def song_frame(self, ring_frame: float) -> float:
        """Return the frame of the song at a frame of the ring."""
        marks = self._marks
        if not marks:
            return 0.0
        slot = bisect_right(marks, ring_frame, key=lambda mark: mark[0])
        start, song_frame, speed = marks[max(0, slot - 1)]
        return song_frame + speed * max(0.0, ring_frame - start)
