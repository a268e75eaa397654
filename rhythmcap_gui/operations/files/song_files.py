"""Where the songs' files are: seeing which are gone, finding them again, following them.

Told apart from each other: a file that is gone, and a folder or drive that is not there at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from core.errors import LibraryError
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import edit_runner
from rhythmcap_gui.operations.tags.read_slices import Slices
from rhythmcap_gui.view_data import FindRequest, MissingSongs

if TYPE_CHECKING:
    from pathlib import Path

    from core.features.cache import FeatureCache
    from core.library.records import Move, Song, SongLocation
    from core.library.scan.scan_records import FileCheck, MovePlan

LOOK_AFTER_MS = 1200  # a library was opened: first the song on the screen, then this
SLICE = 300


class SongFiles(QObject):
    """One a window. looked(MissingSongs) after each look at every song's file."""

    looked = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job_id = 0
        self._reading: Slices | None = None
        self._soon = QTimer(self, singleShot=True, interval=LOOK_AFTER_MS)
        self._soon.timeout.connect(self._look_unasked)
        context.session.library_changed.connect(self._library_changed)
        context.session.song_opened.connect(self._song_opened)

    def look(self) -> None:
        """See which songs' files are there, in the background; then looked is emitted."""
        if self._context.session.library is None:
            return
        self._read_places(self._start_looking)

    def find(self, wanted: FindRequest, listeners: Listeners) -> None:
        """Search for lost songs; done(MovePlan), and nothing is stored yet."""

        def start(places: list[SongLocation]) -> None:
            cache = self._context.session.cache
            work = _finding(places, wanted, cache)
            self._start(_say("Find missing files"), work, listeners)

        self._read_places(start)

    def follow(self, moves: Sequence[Move]) -> bool:
        """Store where songs were found, as one step of undo; False if it could not be."""
        from core.library.edits.edits import MoveFiles

        context = self._context
        ids = {move.song_id for move in moves}
        changes = edit_runner.apply(context, MoveFiles(tuple(moves)))
        if not changes.songs:
            return False
        for song_id in ids:
            context.session.missing_folders.pop(song_id, None)
        context.session.note_changes(changes)
        context.session.notify(_say("Found again: {}").format(len(ids)), "good")
        if context.session.song is not None and context.session.song.id in ids:
            navigation.open_song(context, context.session.song.id)
        return True

    def look_again(self) -> None:
        """The user says that the drive or file is back: look, and open the song again if so."""
        song = self._context.session.song
        if song is not None and song.path.is_file():
            if not self._context.library.read_only and song.missing_since is not None:
                self._context.library.songs.mark_found(song.id, song.path)
            self._context.session.missing_folders.pop(song.id, None)
            self._note(frozenset({song.id}))
            navigation.open_song(self._context, song.id)
        elif song is not None:
            self._context.session.notify(_say("Still not there: {}").format(song.path))
        self.look()

    def cancel(self) -> None:
        """Give up looking or searching."""
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
        self._context.runner.cancel(self._job_id)

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
        jobs = self._context.runner.jobs()
        if self._reading is not None or any(job.id == self._job_id for job in jobs):
            self._soon.start()
        else:
            self.look()

    def _song_opened(self, song: Song | None) -> None:
        """A file is gone that was there at the last look: others may be gone with it."""
        known = song is None or self._context.session.is_missing(song)
        if not known and not song.path.is_file():
            self._soon.start()

    def _read_places(self, then: Callable[[list[SongLocation]], None]) -> None:
        self.cancel()

        def read(last: SongLocation | None) -> list[SongLocation]:
            return self._context.library.songs.locations(last.song_id if last else 0, SLICE)

        def done(places: list[SongLocation]) -> None:
            self._reading = None
            then(places)

        self._reading = Slices(self._context, read, done, self)

    def _start(self, title: str, work: Callable[[Running], object], listeners: Listeners) -> None:
        self._job_id = self._context.runner.start(Lane.FILES, title, work, listeners)

    def _start_looking(self, places: list[SongLocation]) -> None:
        library = self._context.session.library

        def work(job: Running) -> FileCheck:
            from core.library.scan.relocate import check_files

            return check_files(places, job)

        def done(sighting: FileCheck) -> None:
            if self._context.session.library is library:
                self._take(places, sighting)

        listeners = Listeners(done=done, failed=self._context.show_error)
        self._start(_say("Look where the files are"), work, listeners)

    def _take(self, places: list[SongLocation], sighting: FileCheck) -> None:
        from core.library.scan.relocate import store_file_check

        away = {each: root for root, ids in sighting.unmounted for each in ids}
        touched = frozenset(away.keys() ^ self._context.session.missing_folders.keys())
        self._context.session.missing_folders = away
        if not self._context.library.read_only:
            try:
                touched |= store_file_check(self._context.library, sighting).songs
            except LibraryError as error:
                self._context.show_error(error)
        if touched:
            self._note(touched)
        absent = away.keys() | set(sighting.missing)
        lost = tuple(place for place in places if place.song_id in absent)
        self.looked.emit(MissingSongs(lost, away))

    def _note(self, ids: frozenset[int]) -> None:
        from core.library.records import Changes

        self._context.session.note_changes(Changes(songs=ids))


def _finding(
    places: list[SongLocation], wanted: FindRequest, cache: FeatureCache
) -> Callable[[Running], MovePlan]:
    def work(job: Running) -> MovePlan:
        from core.library.scan.relocate import find_moved, plan_move
        from core.library.scan.scan_records import MovePlan

        lost: list[SongLocation] = []
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
        moves = find_moved(lost, here, [wanted.folder], cache, job)
        found = {move.song_id for move in moves}
        return MovePlan(moves, tuple(each for each in lost if each.song_id not in found))

    return work


def _say(text: str) -> str:
    return QCoreApplication.translate("places", text)
