"""Edits of very many songs: asked about, then done a slice a turn of the event loop.

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
SAY_EVERY_S = 0.1


class SlicedEdits(QObject):
    """One at a time. asked(BulkRequest): it waits for begin() if it has a question."""

    asked = Signal(object)
    progressed = Signal(object)  # Progress
    ended = Signal()

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: BulkRequest | None = None
        self._steps: SlicedWork[Any] | None = None
        self._done, self._began, self._said = 0, 0.0, 0.0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)
        context.run_in_slices = self.want

    def want(self, wanted: BulkRequest) -> None:
        """Do this; with a question, only after begin()."""
        self.cancel()
        self._wanted = wanted
        self.asked.emit(wanted)
        if not wanted.question:
            self.begin()

    def begin(self) -> None:
        """The question was answered with yes."""
        if self._wanted is None or self._steps is not None:
            return
        self._context.runner.hold()
        self._steps = self._wanted.start()
        self._done, self._began, self._said = 0, time.monotonic(), 0.0
        self._timer.start()

    def cancel(self) -> None:
        """Leave everything as it was."""
        if self._steps is not None:
            self._steps.close()
            self._end()
        self._wanted = None

    def _turn(self) -> None:
        """Some slices, for as long as nobody notices."""
        until = time.perf_counter() + TURN_S
        wanted = self._wanted
        try:
            while time.perf_counter() < until:
                self._done = next(self._steps)
        except StopIteration as over:
            self._end()
            wanted.then(over.value)
        except LibraryError as error:
            self._end()
            self._context.show_error(error)
        else:
            self._say(wanted.n_steps)

    def _say(self, total: int) -> None:
        now = time.monotonic()
        if now - self._said >= SAY_EVERY_S:
            self._said = now
            left = (now - self._began) * (total - self._done) / max(1, self._done)
            self.progressed.emit(Progress(self._done, total, seconds_left=max(0.0, left)))

    def _end(self) -> None:
        self._timer.stop()
        self._steps = self._wanted = None
        self._context.runner.release()
        self.ended.emit()
