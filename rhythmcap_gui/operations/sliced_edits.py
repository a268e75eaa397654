"""Edits of very many songs: confirmed first, then done a slice a turn of the event loop.

The window stays alive and the edit can be cancelled; it is one transaction, so that a cancel, an
error or a killed program leaves nothing of it. Results of jobs wait until it is over.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import LibraryError
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.view_data import BulkRequest, Progress

if TYPE_CHECKING:
    from core.library.store import SlicedWork

TURN_S = 0.012
REPORT_EVERY_S = 0.1


class SlicedEdits(QObject):
    """Does one request at a time; one with a question waits for begin()."""

    requested = Signal(object)  # BulkRequest
    progressed = Signal(object)  # Progress
    ended = Signal()

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._request: BulkRequest | None = None
        self._work: SlicedWork[Any] | None = None
        self._n_done, self._started, self._last_report = 0, 0.0, 0.0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)
        context.run_in_slices = self.run

    def run(self, request: BulkRequest) -> None:
        """Do this; with a question, only after begin()."""
        self.cancel()
        self._request = request
        self.requested.emit(request)
        if not request.question:
            self.begin()

    def begin(self) -> None:
        """The question was answered with yes."""
        if self._request is None or self._work is not None:
            return
        self._context.runner.hold()
        self._work = self._request.start()
        self._n_done, self._started, self._last_report = 0, time.monotonic(), 0.0
        self._timer.start()

    def cancel(self) -> None:
        """Leave everything as it was."""
        if self._work is not None:
            self._work.close()
            self._end()
        self._request = None

    def _turn(self) -> None:
        """Do slices for TURN_S, too short to be noticed."""
        until = time.perf_counter() + TURN_S
        request = self._request
        try:
            while time.perf_counter() < until:
                self._n_done = next(self._work)
        except StopIteration as stop:
            self._end()
            request.then(stop.value)
        except LibraryError as error:
            self._end()
            self._context.show_error(error)
        else:
            self._report(request.n_steps)

    def _report(self, n_steps: int) -> None:
        now = time.monotonic()
        if now - self._last_report >= REPORT_EVERY_S:
            self._last_report = now
            left = (now - self._started) * (n_steps - self._n_done) / max(1, self._n_done)
            self.progressed.emit(Progress(self._n_done, n_steps, seconds_left=max(0.0, left)))

    def _end(self) -> None:
        self._timer.stop()
        self._work = self._request = None
        self._context.runner.release()
        self.ended.emit()
