"""Reading very many rows of the library without stopping the window: a slice a turn.

The library may be used on the main thread only, so what a job needs of all songs is read first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from core.errors import LibraryError
from rhythmcap_gui.operations.context import AppContext


class SlicedRead(QObject):
    """Calls read(last record or None) until it gives nothing, then once then(all records).

    Another library being opened meanwhile ends it in silence; one that cannot be read, with
    failed(error).
    """

    def __init__(
        self,
        context: AppContext,
        read: Callable[[Any], list[Any]],
        then: Callable[[list[Any]], None],
        failed: Callable[[Exception], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._read, self._then, self._failed = context, read, then, failed
        self._library = context.session.library
        self._records: list[Any] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._read_slice)
        self._timer.start()

    def stop(self) -> None:
        """Read no further."""
        self._timer.stop()
        self.deleteLater()

    def _read_slice(self) -> None:
        if self._context.session.library is not self._library or self._library is None:
            self.stop()
            return
        try:
            records = self._read(self._records[-1] if self._records else None)
        except LibraryError as error:
            self.stop()
            self._failed(error)
            return
        self._records += records
        if not records:
            self.stop()
            self._then(self._records)
