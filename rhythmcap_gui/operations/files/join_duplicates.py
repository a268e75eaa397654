"""The same recording twice: looking for it, joining two songs, and saying that they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import edit_runner
from rhythmcap_gui.operations.tags.read_slices import Slices
from rhythmcap_gui.view_data import JoinRequest

if TYPE_CHECKING:
    from core.library.records import Song
    from core.library.scan.scan_records import Duplicate

SLICE = 300


class Finding(QObject):
    """One search for pairs of songs that are one recording; done(tuple of Duplicate)."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job_id = 0
        self._reading: Slices | None = None

    def start(self, listeners: Listeners) -> None:
        """Read all songs a slice at a time, then compare what the cache keeps of them."""

        def read(last: Song | None) -> list[Song]:
            return self._context.library.songs.after(last.id if last else 0, SLICE)

        def compare(found: list[Song]) -> None:
            self._reading = None
            cache = self._context.session.cache

            def work(job: Running) -> tuple[Duplicate, ...]:
                from core.library.scan.duplicates import find_duplicates

                return find_duplicates(found, cache, job)

            title = _say("Look for the same recording twice")
            self._job_id = self._context.runner.start(Lane.FILES, title, work, listeners)

        self._reading = Slices(self._context, read, compare, self)

    def cancel(self) -> None:
        """Look no further."""
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
        self._context.runner.cancel(self._job_id)


def join(context: AppContext, wanted: JoinRequest) -> bool:
    """Make two songs one; undo parts them as they were. False if the library refused."""
    from core.library.edits.edits import JoinSongs

    edit = JoinSongs(wanted.keep, wanted.drop, wanted.taken)
    was_open = context.session.song is not None and context.session.song.id == wanted.drop
    if not edit_runner.apply(context, edit).songs:
        return False
    if was_open:
        navigation.open_song(context, wanted.keep)
    return True


def tell_apart(context: AppContext, pair: Duplicate) -> None:
    """They sound alike and are different recordings: not offered again, until undone."""
    from core.library.edits.edits import TellApart

    edit_runner.apply(context, TellApart(pair.song_id, pair.other_id))


def _say(text: str) -> str:
    return QCoreApplication.translate("joining", text)
