"""Keep Ctrl+C from processes that another one starts: who starts them ends them.

A terminal sends it to all of them at once. A decoder that it ends would look like a damaged file.
"""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator
from multiprocessing import resource_tracker


@contextlib.contextmanager
def no_ctrl_c_for_children() -> Iterator[None]:
    """Start processes in here: they never get SIGINT; this one gets it at the end of the block."""
    if sys.platform == "win32":  # a process group of its own would take the console away
        yield
    else:
        # Python starts this helper before its first child, and takes the mask away as it does.
        resource_tracker.ensure_running()
        former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, former)
