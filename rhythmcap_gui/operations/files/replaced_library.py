"""Another program has put another file in the place of the open library: that is opened as it is.

Programs that keep folders the same on several computers do so, and people who copy a file back by
hand. What was decided here until then is kept in a file beside it, and named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from core.errors import LibraryError, LibraryReplaced
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.songs import navigation

if TYPE_CHECKING:
    from core.library.store import Library

LOOK_EVERY_MS = 2000


class ReplacedLibrary(QObject):
    """Looks at the open library's file from time to time, and follows what was put there."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._refused: Library | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        # The code that met it is still running: a moment later.
        context.follow_replaced = lambda: QTimer.singleShot(0, self, self.look)

    def look(self) -> None:
        """Follow if another file is there; a file that is gone is told when it is needed."""
        library = self._context.session.library
        if library is None or library is self._refused:
            return
        try:
            library.database.ensure_same_file()
        except LibraryReplaced:
            self._follow(library)
        except LibraryError:
            return

    def stop(self) -> None:
        """Look no more: the window closes."""
        self._timer.stop()

    def _follow(self, library: Library) -> None:
        context = self._context
        song = context.session.song
        try:
            kept = library.close()
        except LibraryError as error:  # it stays open, and what was decided stays in it
            self._refused = library
            context.show_error(error)
            return
        for job in context.runner.jobs():
            context.runner.cancel(job.id)
        navigation.close_library(context)
        text = _tr("Another program has put another file in the place of the library {}.")
        remedy = _tr("It was opened as it is.")
        if kept is not None:
            remedy += "\n" + _tr("What the former file held was kept: {}").format(kept)
            remedy += "\n" + _tr("If that was the right one, File ▸ Restore… brings it back.")
        context.session.notify(text.format(library.path.name), "warning", remedy=remedy)
        if navigation.open_library(context, library.path) is None or song is None:
            return
        found = context.library.songs.get(song.id)
        if found is not None and found.audio_hash == song.audio_hash:
            navigation.open_song(context, song.id)


def _tr(text: str) -> str:
    return QCoreApplication.translate("replaced_library", text)
