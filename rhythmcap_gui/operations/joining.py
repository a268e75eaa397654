"""The same recording twice: looking for it, joining two songs, and saying that they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations import songs, storing
from rhythmcap_gui.operations.desk import Desk
from rhythmcap_gui.operations.slices import Slices
from rhythmcap_gui.states import JoinWanted

if TYPE_CHECKING:
    from core.library.duplicates import Duplicate
    from core.library.records import Song

SLICE = 300


class Finding(QObject):
    """One search for pairs of songs that are one recording; done(tuple of Duplicate)."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job_id = 0
        self._reading: Slices | None = None

    def start(self, listeners: Listeners) -> None:
        """Read all songs a slice at a time, then compare what the cache keeps of them."""

        def read(last: Song | None) -> list[Song]:
            return self._desk.library.songs.after(last.id if last else 0, SLICE)

        def compare(found: list[Song]) -> None:
            self._reading = None
            cache = self._desk.session.cache

            def work(job: Running) -> tuple[Duplicate, ...]:
                from core.library.duplicates import duplicates

                return duplicates(found, cache, job)

            title = _say("Look for the same recording twice")
            self._job_id = self._desk.runner.start(Lane.FILES, title, work, listeners)

        self._reading = Slices(self._desk, read, compare, self)

    def cancel(self) -> None:
        """Look no further."""
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
        self._desk.runner.cancel(self._job_id)


def join(desk: Desk, wanted: JoinWanted) -> bool:
    """Make two songs one; undo parts them as they were. False if the library refused."""
    from core.library.duplicates import JoinSongs

    edit = JoinSongs(wanted.keep, wanted.drop, wanted.taken)
    song = desk.library.songs.get(wanted.keep)
    title = song.title if song is not None else ""
    was_open = desk.session.song is not None and desk.session.song.id == wanted.drop
    if not storing.apply(desk, edit, label=f"Join “{title}”").songs:
        return False
    if was_open:
        songs.open_song(desk, wanted.keep)
    return True


def tell_apart(desk: Desk, pair: Duplicate) -> None:
    """They sound alike and are different recordings: not offered again, until undone."""
    from core.library.telling_apart import TellApart

    storing.apply(desk, TellApart(pair.song_id, pair.other_id), label="Different recordings")


def _say(text: str) -> str:
    return QCoreApplication.translate("joining", text)
