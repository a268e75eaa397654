"""The same recording twice: searching for it, joining two songs, and marking them distinct."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.sliced_read import SlicedRead
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.view_data import JoinRequest

if TYPE_CHECKING:
    from core.library.records import Song
    from core.library.scan.scan_records import Duplicate

SLICE_SONGS = 300


class DuplicateSearch(QObject):
    """One search for pairs of songs that are one recording; done(tuple of Duplicate)."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job_id = 0
        self._reading: SlicedRead | None = None

    def start(self, listeners: Listeners) -> None:
        """Read all songs a slice at a time, then compare what the cache keeps of them."""

        def read(last: Song | None) -> list[Song]:
            return self._context.library.songs.after(last.id if last else 0, SLICE_SONGS)

        def compare(songs: list[Song]) -> None:
            self._reading = None
            cache = self._context.session.cache

            def work(job: Running) -> tuple[Duplicate, ...]:
                from core.library.scan.duplicates import find_duplicates

                return find_duplicates(songs, cache, job)

            title = QCoreApplication.translate("duplicates", "Look for the same recording twice")
            self._job_id = self._context.runner.start(Lane.FILES, title, work, listeners)

        self._reading = SlicedRead(self._context, read, compare, listeners.failed, self)

    def cancel(self) -> None:
        """Search no further."""
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
        self._context.runner.cancel(self._job_id)


def join_songs(context: AppContext, request: JoinRequest) -> bool:
    """Make two songs one; undo parts them as they were. False if the library refused."""
    from core.library.edits.edits import JoinSongs

    edit = JoinSongs(request.keep, request.drop, request.taken)
    was_open = context.session.song is not None and context.session.song.id == request.drop
    if not edit_runner.apply(context, edit).songs:
        return False
    if was_open:
        navigation.open_song(context, request.keep)
    return True


def mark_distinct(context: AppContext, pair: Duplicate) -> None:
    """Note that two songs that sound alike are different recordings: not offered until undone."""
    from core.library.edits.edits import TellApart

    edit_runner.apply(context, TellApart(pair.song_id, pair.other_id))
