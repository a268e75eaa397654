"""SIGINT (Ctrl+C) and SIGTERM close the window as its own close button does."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class Interrupts(QObject):
    """Wakes Qt's loop when a signal arrives, so that Python gets to handle it."""

    def __init__(self, close: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read_end, self._write_end = socket.socketpair()
        for end in (self._read_end, self._write_end):
            end.setblocking(False)
        self._former = signal.set_wakeup_fd(self._write_end.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read_end.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda *_args: self._read_end.recv(64))
        self._handlers = {
            number: signal.signal(number, lambda _number, _frame: close())
            for number in (signal.SIGINT, signal.SIGTERM)
        }

    def release(self) -> None:
        """Restore the signal handlers of before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._former)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._read_end.close()
        self._write_end.close()
