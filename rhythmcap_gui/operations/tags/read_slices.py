"""Reading something long from the library without the window feeling it: a slice at a time.

The library may be used on the main thread only, so what a job needs of all songs is read first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from rhythmcap_gui.operations.context import AppContext


class Slices(QObject):
    """Calls read(last record or None) until it gives nothing, then then(all of it), once.

    Another library being opened meanwhile ends it in silence.
    """

    def __init__(
        self,
        context: AppContext,
        read: Callable[[Any], list[Any]],
        then: Callable[[list[Any]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._read, self._then = context, read, then
        self._library = context.session.library
        self._found: list[Any] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._next)
        self._timer.start()

    def stop(self) -> None:
        """Read no further."""
        self._timer.stop()
        self.deleteLater()

    def _next(self) -> None:
        if self._context.session.library is not self._library or self._library is None:
            self.stop()
            return
        slice_ = self._read(self._found[-1] if self._found else None)
        self._found += slice_
        if not slice_:
            self.stop()
            self._then(self._found)
