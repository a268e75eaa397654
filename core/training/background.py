"""Manners of long computing: one core stays free, and memory may run out.

Nothing here knows what is computed.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

from core.models.device import threads

MEMORY_WORDS = ("out of memory", "can't allocate memory", "not enough memory", "alloc_cpu")


@contextlib.contextmanager
def quietly() -> Iterator[None]:
    """Compute on all cores but one.

    The thread keeps its priority: one that steps back while it holds Python's lock makes the
    window wait for it (seconds, measured with other programs at work).
    """
    with threads(free_cores()):
        yield


def free_cores() -> int:
    """Cores to compute on, so that one stays free for the window and the sound."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, (usable or 1) - 1)


def is_out_of_memory(error: BaseException) -> bool:
    """Whether torch or Python ran out of memory, of the card or of the machine."""
    if isinstance(error, MemoryError):
        return True
    text = str(error).casefold()
    return isinstance(error, RuntimeError) and any(words in text for words in MEMORY_WORDS)


def attempts(device: str, batch_songs: int) -> Iterator[tuple[str, int]]:
    """Where and in what mini-batches to try: as wished, then half, then on the processor."""
    half = max(1, batch_songs // 2)
    tried = [(device, batch_songs), (device, half), ("cpu", half), ("cpu", 1)]
    yield from dict.fromkeys(tried)
