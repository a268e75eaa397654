"""Watched folders: new sound files in them are imported by themselves, once they are whole.

Songs that the user has removed are not. The folders are looked at when the system reports a
change and every minute: it reports neither that a file grows nor anything on network drives.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer

from core.errors import LibraryError
from core.library.text import stored_path
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files.importing import Importer
from rhythmcap_gui.operations.sliced_read import SlicedRead
from rhythmcap_gui.view_data import ImportState

if TYPE_CHECKING:
    from core.audio.file_stats import KnownFile
    from core.library.location_records import SongLocation
    from core.library.scan.scan_records import NewFiles, WaitingFile

SETTLE_MS = 2000  # a file must not change for this long
MAX_DELAY_MS = 30_000  # between looks at a file that may be incomplete
LOOK_EVERY_MS = 60_000
MAX_SHARE = 30  # looking takes at most one in so many seconds
SLICE_SONGS = 300
MAX_FOLDERS = 4000  # the system watches no more unless set up for it; others are read at starts


class FolderWatcher(QObject):
    """Follows the settings and the open library; one a window."""

    def __init__(
        self, context: AppContext, importer: Importer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._importer = context, importer
        self._known: dict[str, KnownFile] = {}  # by path
        self._waiting: dict[str, WaitingFile] = {}
        self._locations: list[SongLocation] = []  # of the library's songs, until the first scan
        self._folders: list[Path] = []
        self._reading: SlicedRead | None = None
        self._job_id = 0
        self._importing = False
        self._links = 0
        self.settle_ms, self.clock_s = SETTLE_MS, time.time
        self._watcher = QFileSystemWatcher(self)
        self._delay = QTimer(self, singleShot=True)
        self._watcher.directoryChanged.connect(lambda _folder: self._delay.start(self.settle_ms))
        self._delay.timeout.connect(self._scan)
        importer.changed.connect(self._import_changed)
        context.session.library_changed.connect(lambda _library: self._begin())
        context.session.settings_changed.connect(self._settings_changed)

    @property
    def folders(self) -> list[Path]:
        """The folders whose songs go into the open library."""
        library = self._context.session.library
        if library is None or library.read_only:
            return []
        watched = self._context.session.settings.watch_folders
        return [Path(folder) for folder, file in watched.items() if file == str(library.path)]

    def stop(self) -> None:
        """Watch no more."""
        self._delay.stop()
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
        self._context.runner.cancel(self._job_id)
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)

    def _settings_changed(self, _settings: object) -> None:
        if self.folders != self._folders:
            self._begin()

    def _begin(self) -> None:
        """Read which files the library knows, then scan."""
        self.stop()
        self._known, self._waiting, self._locations = {}, {}, []
        self._folders = self.folders
        if not self._folders:
            return

        def read(last: SongLocation | None) -> list[SongLocation]:
            return self._context.library.songs.locations(last.song_id if last else 0, SLICE_SONGS)

        def done(locations: list[SongLocation]) -> None:
            self._reading = None
            self._locations = locations
            self._scan()

        def failed(error: Exception) -> None:
            self._reading = None
            self._context.show_error(error)

        self._reading = SlicedRead(self._context, read, done, failed, self)

    def _scan(self) -> None:
        if self._importer.state.running:
            self._delay.start(self.settle_ms)
            return
        now_s = self.clock_s()
        folders, known, waiting = self._folders, self._known, self._waiting
        try:
            locations, library = self._locations, self._context.library
            failed, removed = library.songs.failures(), library.removed.known_files()
        except LibraryError as error:
            self._scan_failed(error)
            return

        def work(job: Running) -> tuple[dict[str, KnownFile], NewFiles]:
            from core.library.scan.watched import files_by_path, find_new_files

            files = removed | files_by_path(locations) | known
            return files, find_new_files(folders, files, waiting, now_s, failed, job)

        self._context.runner.cancel(self._job_id)
        title = QCoreApplication.translate("watching", "Look into watched folders")
        listeners = Listeners(
            done=lambda result: self._scanned(*result, now_s), failed=self._scan_failed
        )
        self._job_id = self._context.runner.start(Lane.FILES, title, work, listeners)

    def _scan_failed(self, error: Exception) -> None:
        """Look again later: what is away now may be back."""
        self._delay.start(LOOK_EVERY_MS)
        self._context.show_error(error)

    def _scanned(self, known: dict[str, KnownFile], new: NewFiles, began_s: float) -> None:
        self._known, self._locations = known, []
        took_ms = round((self.clock_s() - began_s) * 1000)
        self._delay.start(max(LOOK_EVERY_MS, MAX_SHARE * took_ms))
        watched = set(self._watcher.directories())
        unwatched = [str(path) for path in new.folders[:MAX_FOLDERS] if str(path) not in watched]
        if unwatched:
            self._watcher.addPaths(unwatched)
        self._mention_links(len(new.links))
        if new.ready and self._importer.state.running:
            self._delay.start(self.settle_ms)
            return
        self._waiting = new.waiting
        if new.ready:
            self._importer.start(new.ready, quiet=True)
            self._importing = self._importer.state.running
            if self._importing:  # else the library cannot take them now: they are found again
                self._known |= new.ready_files()
        if new.waiting:
            latest_s = max(file.since_s for file in new.waiting.values())
            waited_ms = round((began_s - latest_s) * 1000)
            self._delay.start(max(self.settle_ms, min(waited_ms, MAX_DELAY_MS)))

    def _mention_links(self, n_links: int) -> None:
        """Mention, once, links that lead out of the watched folders."""
        if n_links > self._links:
            text = QCoreApplication.translate(
                "watching", "Links out of the watched folders were passed over: {}"
            )
            self._context.session.notify(text.format(n_links))
        self._links = n_links

    def _import_changed(self, state: ImportState) -> None:
        """Show how many songs were added."""
        if state.running or not self._importing:
            return
        self._importing = False
        for failure in state.failed:
            if failure.changing:
                self._known.pop(stored_path(failure.path), None)
        if state.added:
            text = QCoreApplication.translate("watching", "New songs in watched folders: {}")
            self._context.session.notify(text.format(state.added), "good")
