"""Whole files looked through as memory, a stretch at a time, so that little of them stays in it."""

from __future__ import annotations

import mmap
import sys
from collections.abc import Iterator

STRETCH_BYTES = 16 << 20


def find_all(data: mmap.mmap, mark: bytes) -> Iterator[int]:
    """Yield every place of a mark, in order."""
    for first in range(0, len(data), STRETCH_BYTES):
        end = min(len(data), first + STRETCH_BYTES + len(mark) - 1)
        offset = data.find(mark, first, end)
        while offset >= 0:
            yield offset
            offset = data.find(mark, offset + 1, end)
        release(data, first)


def release(data: mmap.mmap, first: int) -> None:
    """Let go of the stretch that begins at a multiple of its size; it is read again if needed."""
    if sys.platform != "win32":
        data.madvise(mmap.MADV_DONTNEED, first, min(STRETCH_BYTES, len(data) - first))
