"""Where the songs' files are: seeing which are gone, finding them again, following them.

Told apart from each other: a file that is gone, and a folder or drive that is not there at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from core.errors import LibraryError
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations import songs, storing
from rhythmcap_gui.operations.desk import Desk
from rhythmcap_gui.operations.slices import Slices
from rhythmcap_gui.states import FindWanted, LostSongs

if TYPE_CHECKING:
    from pathlib import Path

    from core.features.cache import FeatureCache
    from core.library.records import Place, Song
    from core.library.relocate import Move, MovePlan, Sighting

LOOK_AFTER_MS = 1200  # a library was opened: first the song on the screen, then this
SLICE = 300


class Places(QObject):
    """One a window. looked(LostSongs) after each look at every song's file."""

    looked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job_id = 0
        self._reading: Slices | None = None
        self._soon = QTimer(self, singleShot=True, interval=LOOK_AFTER_MS)
        self._soon.timeout.connect(self._look_unasked)
        desk.session.library_changed.connect(self._library_changed)
        desk.session.song_opened.connect(self._song_opened)

    def look(self) -> None:
        """See which songs' files are there, in the background; then looked is emitted."""
        if self._desk.session.library is None:
            return
        self._read_places(self._start_looking)

    def find(self, wanted: FindWanted, listeners: Listeners) -> None:
        """Search for lost songs; done(MovePlan), and nothing is stored yet."""

        def start(places: list[Place]) -> None:
            cache = self._desk.session.cache
            work = _finding(places, wanted, cache)
            self._start(_say("Find missing files"), work, listeners)

        self._read_places(start)

    def follow(self, moves: Sequence[Move]) -> bool:
        """Store where songs were found, as one step of undo; False if it could not be."""
        from core.library.relocate import MoveFiles

        desk = self._desk
        ids = {move.song_id for move in moves}
        changes = storing.apply(desk, MoveFiles(tuple(moves)), label="Find missing files")
        if not changes.songs:
            return False
        for song_id in ids:
            desk.session.away.pop(song_id, None)
        desk.session.note_changes(changes)
        desk.session.tell(_say("Found again: {}").format(len(ids)), "good")
        if desk.session.song is not None and desk.session.song.id in ids:
            songs.open_song(desk, desk.session.song.id)
        return True

    def look_again(self) -> None:
        """The user says that the drive or file is back: look, and open the song again if so."""
        song = self._desk.session.song
        if song is not None and song.path.is_file():
            if not self._desk.library.read_only and song.missing_since is not None:
                self._desk.library.songs.mark_found(song.id, song.path)
            self._desk.session.away.pop(song.id, None)
            self._note(frozenset({song.id}))
            songs.open_song(self._desk, song.id)
        elif song is not None:
            self._desk.session.tell(_say("Still not there: {}").format(song.path))
        self.look()

    def cancel(self) -> None:
        """Give up looking or searching."""
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
        self._desk.runner.cancel(self._job_id)

    def stop(self) -> None:
        """The window closes: look no more."""
        self._soon.stop()
        self.cancel()

    def _library_changed(self, library: object) -> None:
        self.cancel()
        self._soon.stop()
        if library is not None:
            self._soon.start()

    def _look_unasked(self) -> None:
        """Look, but let what the user asked for end first."""
        jobs = self._desk.runner.jobs()
        if self._reading is not None or any(job.id == self._job_id for job in jobs):
            self._soon.start()
        else:
            self.look()

    def _song_opened(self, song: Song | None) -> None:
        """A file is gone that was there at the last look: others may be gone with it."""
        known = song is None or song.missing_since is not None or song.id in self._desk.session.away
        if not known and not song.path.is_file():
            self._soon.start()

    def _read_places(self, then: Callable[[list[Place]], None]) -> None:
        self.cancel()

        def read(last: Place | None) -> list[Place]:
            return self._desk.library.songs.places(last.song_id if last else 0, SLICE)

        def done(places: list[Place]) -> None:
            self._reading = None
            then(places)

        self._reading = Slices(self._desk, read, done, self)

    def _start(self, title: str, work: Callable[[Running], object], listeners: Listeners) -> None:
        self._job_id = self._desk.runner.start(Lane.FILES, title, work, listeners)

    def _start_looking(self, places: list[Place]) -> None:
        library = self._desk.session.library

        def work(job: Running) -> Sighting:
            from core.library.relocate import look

            return look(places, job)

        def done(sighting: Sighting) -> None:
            if self._desk.session.library is library:
                self._take(places, sighting)

        listeners = Listeners(done=done, failed=self._desk.tell_error)
        self._start(_say("Look where the files are"), work, listeners)

    def _take(self, places: list[Place], sighting: Sighting) -> None:
        from core.library.relocate import note_sighting

        away = {each: root for root, ids in sighting.unplugged for each in ids}
        touched = frozenset(away.keys() ^ self._desk.session.away.keys())
        self._desk.session.away = away
        if not self._desk.library.read_only:
            try:
                touched |= note_sighting(self._desk.library, sighting).songs
            except LibraryError as error:
                self._desk.tell_error(error)
        if touched:
            self._note(touched)
        absent = away.keys() | set(sighting.missing)
        lost = tuple(place for place in places if place.song_id in absent)
        self.looked.emit(LostSongs(lost, away))

    def _note(self, ids: frozenset[int]) -> None:
        from core.library.records import Changes

        self._desk.session.note_changes(Changes(songs=ids))


def _finding(
    places: list[Place], wanted: FindWanted, cache: FeatureCache
) -> Callable[[Running], MovePlan]:
    def work(job: Running) -> MovePlan:
        from core.library.relocate import MovePlan, find_lost, plan_move

        lost: list[Place] = []
        here: list[Path] = []
        for number, place in enumerate(places):
            if number % 256 == 0:
                job.check()
                job.report(0, 0, place.path.name)
            if place.path.is_file():
                here.append(place.path)
            else:
                lost.append(place)
        if wanted.old is not None:
            return plan_move(lost, wanted.old, wanted.folder, cache, job)
        moves = find_lost(lost, here, [wanted.folder], cache, job)
        found = {move.song_id for move in moves}
        return MovePlan(moves, tuple(each for each in lost if each.song_id not in found))

    return work


def _say(text: str) -> str:
    return QCoreApplication.translate("places", text)
