"""Keep Ctrl+C from processes that another one starts: who starts them ends them.

A terminal sends it to all of them at once. A decoder that it ends would look like a damaged file.
"""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from multiprocessing import resource_tracker


@contextlib.contextmanager
def no_ctrl_c_for_children() -> Iterator[None]:
    """Start processes in here: they never get SIGINT; this one gets it at the end of the block."""
    set_mask = getattr(signal, "pthread_sigmask", None)
    if set_mask is None:  # Windows: a process group of its own would take the console away
        yield
        return
    # Python starts this helper before its first child, and takes the mask away as it does.
    resource_tracker.ensure_running()
    former = set_mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        set_mask(signal.SIG_SETMASK, former)
