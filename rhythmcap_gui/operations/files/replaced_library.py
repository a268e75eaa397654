"""Another program has replaced, deleted or damaged the file of the open library.

Another library is opened as it is: programs that keep folders the same on several computers put it
there, and people who copy a file back by hand. What was decided here until then is kept in a file
beside it, and named. Where no library is left, what is held is put back, or repaired.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from core.errors import (
    LibraryDamaged,
    LibraryDeleted,
    LibraryError,
    LibraryReplaced,
    LibrarySpoiled,
)
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.songs import navigation

if TYPE_CHECKING:
    from pathlib import Path

    from core.library.store import Library

LOOK_EVERY_MS = 2000


class ReplacedLibrary(QObject):
    """Looks at the open library's file from time to time, and follows what was put there."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._refused: Library | None = None
        self._step_refused = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        context.follow_replaced = self._look_soon

    def look(self) -> None:
        """Follow if another file is there, or none; one moved away is told when it is needed."""
        library = self._context.session.library
        if library is None or library is self._refused:
            return
        try:
            library.database.ensure_same_file()
        except (LibraryReplaced, LibraryDeleted, LibrarySpoiled) as error:
            if not (library.read_only and isinstance(error, LibraryDeleted)):
                self._follow(library, error)
        except LibraryError:
            return

    def stop(self) -> None:
        """Look no more: the window closes."""
        self._timer.stop()

    def _look_soon(self) -> None:
        """Look when the code that met it, a step of the user's, has ended."""
        self._refused, self._step_refused = None, True
        QTimer.singleShot(0, self, self._look_again)

    def _look_again(self) -> None:
        self.look()
        self._step_refused = False

    def _follow(self, library: Library, reason: LibraryError) -> None:
        from core.library.recovery.loss_count import last_loss
        from core.library.text import utc_now

        context = self._context
        song, began = context.session.song, utc_now()
        try:
            kept = library.close()
        except LibraryError as error:  # it stays open, and what was decided stays in it
            self._refused = library
            context.show_error(error)
            return
        for job in context.runner.jobs():
            context.runner.cancel(job.id)
        navigation.close_library(context)
        if kept is None and isinstance(reason, LibrarySpoiled):
            # It is closed: from here on it is a damaged library as any other.
            context.show_error(LibraryDamaged(reason.id, path=library.path, **reason.params))
            return
        text = _headline(reason).format(library.path.name)
        remedy = [_what_was_kept(kept, library.path, reason)]
        if kept is not None and (loss := last_loss(kept)).found_at >= began:
            sentences = [translated(sentence) for sentence in loss.sentences()]
            remedy += [_tr("Not all of it could be saved:"), *sentences]
        if self._step_refused:
            remedy.append(_tr("Your last step was not done; do it again."))
        context.session.notify(text, "warning", remedy="\n".join(remedy))
        if kept != library.path and isinstance(reason, LibraryDeleted):
            return  # there is nothing to open
        if navigation.open_library(context, library.path) is None or song is None:
            return
        found = context.library.songs.get(song.id)
        if found is not None and found.audio_hash == song.audio_hash:
            navigation.open_song(context, song.id)


def _headline(reason: LibraryError) -> str:
    if isinstance(reason, LibraryDeleted):
        return _tr("The file of the library {} was deleted while it was open.")
    if isinstance(reason, LibrarySpoiled):
        return _tr("Another program has damaged the file of the library {}.")
    return _tr("Another program has put another file in the place of the library {}.")


def _what_was_kept(kept: Path | None, library: Path, reason: LibraryError) -> str:
    if kept == library:
        return _tr("It was written anew with all that it held; no decision is lost.")
    lines = [_tr("It was opened as it is.")] if isinstance(reason, LibraryReplaced) else []
    if kept is not None:
        lines.append(_tr("What the former file held was kept: {}").format(kept))
        lines.append(_tr("If that was the right one, File ▸ Restore… brings it back."))
    return "\n".join(lines)


def _tr(text: str) -> str:
    return QCoreApplication.translate("replaced_library", text)
