"""Manners of long computing: one core stays free, the thread steps back, memory may run out.

Nothing here knows what is computed.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator

from core.models.device import threads

NICENESS = 10
MEMORY_WORDS = ("out of memory", "can't allocate memory", "not enough memory", "alloc_cpu")


@contextlib.contextmanager
def quietly() -> Iterator[None]:
    """Compute on all cores but one; on a thread of its own, also behind everything else."""
    with threads(free_cores()), _stepping_back():
        yield


def free_cores() -> int:
    """Cores to compute on, so that one stays free for the window and the sound."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, (usable or 1) - 1)


@contextlib.contextmanager
def _stepping_back() -> Iterator[None]:
    """Lower this thread's priority (Linux has one for each thread); never the main thread's."""
    apart = threading.current_thread() is not threading.main_thread()
    if not (apart and hasattr(os, "setpriority") and os.uname().sysname == "Linux"):
        yield
        return
    thread = threading.get_native_id()
    before = os.getpriority(os.PRIO_PROCESS, thread)
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, thread, max(before, NICENESS))
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # only the privileged may step forward again
            os.setpriority(os.PRIO_PROCESS, thread, before)


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
