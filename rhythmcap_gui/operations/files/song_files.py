"""Where the songs' files are: checking which are missing, finding them again, following them.

A missing file is distinguished from a folder or drive that is missing as a whole.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from core.errors import LibraryError
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files.changed_files import ChangedFiles
from rhythmcap_gui.operations.files.importing import Importer
from rhythmcap_gui.operations.sliced_read import SlicedRead
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.view_data import FindRequest, MissingSongs

if TYPE_CHECKING:
    from pathlib import Path

    from core.features.cache import FeatureCache
    from core.library.location_records import Move, SongLocation
    from core.library.records import Song
    from core.library.scan.scan_records import FileCheck, MovePlan

CHECK_AFTER_MS = 1200  # a library was opened: first the song on the screen, then this
SLICE_SONGS = 300
CHECK_JOB_EVERY = 256  # files


class SongFiles(QObject):
    """Checks every song's file after a library was opened, and on demand; one a window."""

    checked = Signal(object)  # MissingSongs

    def __init__(
        self, context: AppContext, importer: Importer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.changed = ChangedFiles(context, importer, self)
        self._job_id = 0
        self._is_learning = False
        self._reading: SlicedRead | None = None
        self._delay = QTimer(self, singleShot=True, interval=CHECK_AFTER_MS)
        self._delay.timeout.connect(self._check_when_idle)
        app = QGuiApplication.instance()
        app.applicationStateChanged.connect(self._application_changed)
        context.session.library_changed.connect(self._library_changed)
        context.session.song_opened.connect(self._song_opened)
        context.session.model_changed.connect(lambda model: model and self._delay.start())

    def check(self) -> None:
        """See which songs' files are missing, in the background; then `checked` is emitted."""
        library = self._context.session.library
        if library is None:
            return

        def start(locations: list[SongLocation]) -> None:
            def work(job: Running) -> FileCheck:
                from core.library.scan.relocate import check_files

                return check_files(locations, job)

            def done(file_check: FileCheck) -> None:
                if self._context.session.library is library:
                    self._store(locations, file_check)

            listeners = Listeners(done=done, failed=self._context.show_error)
            self._start(_tr("Look where the files are"), work, listeners)

        self._read_locations(start)

    def look_for_folders(self) -> None:
        """Check all files if a folder or drive that was not there is back; off the main thread."""
        library, away = self._context.session.library, self._context.session.missing_folders
        if library is None or not away:
            return
        folders = set(away.values())

        def done(is_back: bool) -> None:
            if is_back and self._context.session.library is library:
                self._open_again_if_back()
                self._delay.start()

        work = partial(_is_one_there, folders)
        title = _tr("Look where the files are")
        self._context.runner.start(Lane.UPKEEP, title, work, Listeners(done=done))

    def note_work(self, is_learning: bool) -> None:
        """Check the files as learning begins: it may meet other sounds than were judged."""
        if is_learning and not self._is_learning:
            self._delay.start()
        self._is_learning = is_learning

    def find(self, request: FindRequest, listeners: Listeners) -> None:
        """Search for missing songs; done(MovePlan), and nothing is stored yet."""

        def start(locations: list[SongLocation]) -> None:
            work = _find(locations, request, self._context.session.cache)
            self._start(_tr("Find missing files"), work, listeners)

        self._read_locations(start)

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
        context.session.apply_changes(changes)
        context.session.notify(_tr("Found again: {}").format(len(ids)), "good")
        if context.session.song is not None and context.session.song.id in ids:
            navigation.open_song(context, context.session.song.id)
        return True

    def check_again(self) -> None:
        """Check, as the drive or file may be back; open the song again if its file is."""
        song = self._context.session.song
        if not self._open_again_if_back() and song is not None:
            self._context.session.notify(_tr("Still not there: {}").format(shown_path(song.path)))
        self.check()

    def _open_again_if_back(self) -> bool:
        """Open the song again if its file is there; whether it is."""
        session = self._context.session
        song = session.song
        if song is None or not os.path.isfile(song.path):
            return False
        if session.missing_folders.pop(song.id, None) or song.missing_since is not None:
            self._note_changed(frozenset({song.id}))
            navigation.open_song(self._context, song.id)
        return True

    def cancel(self) -> None:
        """Give up checking or searching."""
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
        self._context.runner.cancel(self._job_id)

    def stop(self) -> None:
        """Check no more: the window closes."""
        self._delay.stop()
        self.changed.stop()
        self.cancel()

    def _library_changed(self, library: object) -> None:
        self.cancel()
        self._delay.stop()
        if library is not None:
            self._delay.start()

    def _application_changed(self, state: Qt.ApplicationState) -> None:
        """Look again as the user comes back, perhaps from plugging a drive in."""
        if state is Qt.ApplicationState.ApplicationActive:
            self.look_for_folders()

    def _check_when_idle(self) -> None:
        """Check, but let what the user started end first."""
        jobs = self._context.runner.jobs()
        if self._reading is not None or any(job.id == self._job_id for job in jobs):
            self._delay.start()
        else:
            self.check()

    def _song_opened(self, song: Song | None) -> None:
        """A file is missing that was there at the last check: others may be missing with it."""
        known = song is None or self._context.session.is_missing(song)
        if not known and not os.path.isfile(song.path):
            self._delay.start()

    def _read_locations(self, then: Callable[[list[SongLocation]], None]) -> None:
        self.cancel()

        def read(last: SongLocation | None) -> list[SongLocation]:
            return self._context.library.songs.locations(last.song_id if last else 0, SLICE_SONGS)

        def done(locations: list[SongLocation]) -> None:
            self._reading = None
            then(locations)

        def failed(error: Exception) -> None:
            self._reading = None
            self._context.show_error(error)

        self._reading = SlicedRead(self._context, read, done, failed, self)

    def _start(self, title: str, work: Callable[[Running], object], listeners: Listeners) -> None:
        self._job_id = self._context.runner.start(Lane.FILES, title, work, listeners)

    def _store(self, locations: list[SongLocation], file_check: FileCheck) -> None:
        from core.library.scan.relocate import store_file_check

        session = self._context.session
        folders = {song_id: root for root, ids in file_check.unmounted for song_id in ids}
        changed = frozenset(folders.keys() ^ session.missing_folders.keys())
        session.missing_folders = folders
        if not self._context.library.read_only:
            try:
                changed |= store_file_check(self._context.library, file_check).songs
            except LibraryError as error:
                self._context.show_error(error)
        if changed:
            self._note_changed(changed)
        self.changed.read(file_check.changed)
        ids = folders.keys() | set(file_check.missing)
        missing = tuple(location for location in locations if location.song_id in ids)
        self.checked.emit(MissingSongs(missing, folders))

    def _note_changed(self, song_ids: frozenset[int]) -> None:
        from core.library.records import Changes

        self._context.session.apply_changes(Changes(songs=song_ids))


def _is_one_there(folders: set[Path], _job: Running) -> bool:
    return any(os.path.isdir(folder) for folder in folders)


def _find(
    locations: list[SongLocation], request: FindRequest, cache: FeatureCache
) -> Callable[[Running], MovePlan]:
    def work(job: Running) -> MovePlan:
        from core.library.scan.relocate import find_moved, plan_move
        from core.library.scan.scan_records import MovePlan

        missing: list[SongLocation] = []
        existing: list[Path] = []
        for index, location in enumerate(locations):
            if index % CHECK_JOB_EVERY == 0:
                job.check()
                job.report(0, 0, location.path.name)
            if os.path.isfile(location.path):
                existing.append(location.path)
            else:
                missing.append(location)
        if request.old is not None:
            return plan_move(missing, request.old, request.folder, cache, job)
        moves = find_moved(missing, existing, [request.folder], cache, job)
        found = {move.song_id for move in moves}
        return MovePlan(moves, tuple(song for song in missing if song.song_id not in found))

    return work


def _tr(text: str) -> str:
    return QCoreApplication.translate("song_files", text)
