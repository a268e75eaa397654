"""Ctrl+C: the first asks a running job to stop where nothing is left half-done, the second ends it.

Where no job runs, the first ends the verb as Python does, with KeyboardInterrupt. SIGTERM is the
same: so a scheduler that wants its machine back, torchrun or another program asks a verb to stop.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType

STOPPING = b"\nStopping ... (Ctrl+C again ends it at once)\n"


class StopRequest:
    """Whether Ctrl+C was pressed. n_jobs: how many jobs run that look at it."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.is_pressed = False
        self.n_jobs = 0
        self._quiet = quiet

    @contextlib.contextmanager
    def listening(self) -> Iterator[None]:
        """Handle SIGINT and SIGTERM within the block, in the main thread only."""
        with self._handling(signal.SIGINT), self._handling(signal.SIGTERM):
            yield

    @contextlib.contextmanager
    def _handling(self, number: signal.Signals) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        former = signal.signal(number, self._press)
        try:
            yield
        finally:
            signal.signal(number, former)

    def _press(self, _number: int, _frame: FrameType | None) -> None:
        is_first, self.is_pressed = not self.is_pressed, True
        if not (is_first and self.n_jobs):
            raise KeyboardInterrupt
        if not self._quiet and sys.stderr is not None:
            with contextlib.suppress(OSError, ValueError):  # Python's own stream may be in use
                os.write(sys.stderr.fileno(), STOPPING)
