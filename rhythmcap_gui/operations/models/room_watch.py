"""Listening to all songs that a full disk has ended: it goes on when there is room again."""

from __future__ import annotations

import shutil

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from core.errors import is_disk_full
from rhythmcap_gui.job_runner import Lane
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models import predicting

LOOK_EVERY_MS, LONGEST_MS = 30_000, 960_000
ROOM_BYTES = 64_000_000


class RoomWatch(QObject):
    """Looks at the disks of library and cache every half minute while something waits.

    Where it fails again all the same (a quota), the next look takes twice as long to come.
    """

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._is_waiting = False
        context.listening_ended = self._ended
        context.session.library_changed.connect(lambda _library: self.stop())

    @property
    def is_waiting(self) -> bool:
        """Whether listening to all songs is to go on."""
        return self._is_waiting

    def look(self) -> None:
        """Go on if there is room."""
        session = self._context.session
        if session.library is None or session.cache is None:
            self.stop()
            return
        for folder in (session.library.path.parent, session.cache.folder):
            try:
                if shutil.disk_usage(folder).free < ROOM_BYTES:
                    return
            except OSError:  # away for now
                return
        self._timer.stop()
        predicting.predict_library(self._context)
        if not self._context.runner.busy(Lane.LIBRARY):  # nothing is left to be listened to
            self.stop()

    def stop(self) -> None:
        """Wait no more: another library is open, or none."""
        self._timer.stop()
        self._timer.setInterval(LOOK_EVERY_MS)
        self._is_waiting = False

    def _ended(self, error: Exception | None) -> bool:
        was_waiting = self._is_waiting
        if not is_disk_full(error):
            self.stop()
            if was_waiting and error is None:
                self._context.session.notify(
                    _tr("There is room on the disk again; all songs were listened to.")
                )
            return False
        self._is_waiting = True
        if was_waiting:
            self._timer.setInterval(min(2 * self._timer.interval(), LONGEST_MS))
        else:
            self._context.session.notify(_tr(
                "Listening to all songs waits until there is room on the disk, and then goes on by "
                "itself."
            ))  # fmt: skip
        self._timer.start()
        return was_waiting


def _tr(text: str) -> str:
    return QCoreApplication.translate("room_watch", text)
