"""Watched folders: new sound files in them are imported by themselves, once they stop growing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files.importing import Importer
from rhythmcap_gui.operations.sliced_read import SlicedRead
from rhythmcap_gui.view_data import ImportState

if TYPE_CHECKING:
    from core.library.records import SongLocation
    from core.library.scan.scan_records import NewFiles

SETTLE_MS = 2000  # a file must not change for this long
SLICE_SONGS = 300
MAX_FOLDERS = 4000  # the system watches no more unless set up for it; others are read at starts

FileStats: TypeAlias = dict[str, tuple[int, float]]  # path -> (size in bytes, mtime in seconds)


class FolderWatcher(QObject):
    """Follows the settings and the open library; one a window."""

    def __init__(
        self, context: AppContext, importer: Importer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._importer = context, importer
        self._known: FileStats = {}
        self._growing: FileStats = {}
        self._locations: list[SongLocation] = []  # of the library's songs, until the first scan
        self._folders: list[Path] = []
        self._reading: SlicedRead | None = None
        self._job_id = 0
        self._importing = False
        self._watcher = QFileSystemWatcher(self)
        self._delay = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._watcher.directoryChanged.connect(lambda _folder: self._delay.start())
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
        self._known, self._growing, self._locations = {}, {}, []
        self._folders = self.folders
        if not self._folders:
            return

        def read(last: SongLocation | None) -> list[SongLocation]:
            return self._context.library.songs.locations(last.song_id if last else 0, SLICE_SONGS)

        def done(locations: list[SongLocation]) -> None:
            self._reading = None
            self._locations = locations
            self._scan()

        self._reading = SlicedRead(self._context, read, done, self)

    def _scan(self) -> None:
        if self._importer.state.running:
            self._delay.start()
            return
        folders, known, growing = self._folders, self._known, self._growing
        locations, failed = self._locations, self._context.library.songs.failures()

        def work(job: Running) -> tuple[FileStats, NewFiles]:
            from core.library.scan.watched import find_new_files, stats_by_path

            files = stats_by_path(locations) | known
            return files, find_new_files(folders, files, growing, failed, job)

        self._context.runner.cancel(self._job_id)
        title = QCoreApplication.translate("watching", "Look into watched folders")
        self._job_id = self._context.runner.start(
            Lane.FILES, title, work, Listeners(done=self._scanned)
        )

    def _scanned(self, result: tuple[FileStats, NewFiles]) -> None:
        (self._known, new), self._locations = result, []
        watched = set(self._watcher.directories())
        unwatched = [str(path) for path in new.folders[:MAX_FOLDERS] if str(path) not in watched]
        if unwatched:
            self._watcher.addPaths(unwatched)
        if new.ready and self._importer.state.running:
            self._delay.start()
            return
        self._known |= {
            path: stats for path, stats in self._growing.items() if path not in new.waiting
        }
        self._growing = new.waiting
        if new.ready:
            self._importing = True
            self._importer.start(new.ready, quiet=True)
        if new.waiting:
            self._delay.start()

    def _import_changed(self, state: ImportState) -> None:
        """Show how many songs were added."""
        if state.running or not self._importing:
            return
        self._importing = False
        if state.added:
            text = QCoreApplication.translate("watching", "New songs in watched folders: {}")
            self._context.session.notify(text.format(state.added), "good")
