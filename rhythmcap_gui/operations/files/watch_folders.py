"""Watched folders: new sound files in them are added by themselves, once they no longer grow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files.importing import Importer
from rhythmcap_gui.operations.tags.read_slices import Slices
from rhythmcap_gui.view_data import ImportState

if TYPE_CHECKING:
    from core.library.records import SongLocation
    from core.library.scan.scan_records import NewFiles

SETTLE_MS = 2000  # a file must stand still for this long
SLICE = 300
MOST_FOLDERS = 4000  # the system watches no more without being asked; the rest is seen at starts


class FolderWatcher(QObject):
    """One a window; follows the settings and the open library."""

    def __init__(
        self, context: AppContext, importing: Importer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._importing = context, importing
        self._known: dict[str, tuple[int, float]] = {}
        self._waiting: dict[str, tuple[int, float]] = {}
        self._places: list[SongLocation] = []  # of the library's songs, until the first look
        self._folders: list[Path] = []
        self._reading: Slices | None = None
        self._job_id = 0
        self._counting = False
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._watcher.directoryChanged.connect(lambda _folder: self._soon.start())
        self._soon.timeout.connect(self._look)
        importing.changed.connect(self._count)
        context.session.library_changed.connect(lambda _library: self._begin())
        context.session.settings_changed.connect(self._settings_changed)

    @property
    def folders(self) -> list[Path]:
        """The folders whose songs go into the open library."""
        library = self._context.session.library
        if library is None or library.read_only:
            return []
        watched = self._context.session.settings.watch_folders
        return [Path(each) for each, into in watched.items() if into == str(library.path)]

    def stop(self) -> None:
        """Look no more."""
        self._soon.stop()
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
        """Learn which files the library knows, then look."""
        self.stop()
        self._known, self._waiting, self._places = {}, {}, []
        self._folders = self.folders
        if not self._folders:
            return

        def read(last: SongLocation | None) -> list[SongLocation]:
            return self._context.library.songs.locations(last.song_id if last else 0, SLICE)

        def done(places: list[SongLocation]) -> None:
            self._reading = None
            self._places = places
            self._look()

        self._reading = Slices(self._context, read, done, self)

    def _look(self) -> None:
        if self._importing.state.running:
            self._soon.start()
            return
        folders, known, waiting, places = self._folders, self._known, self._waiting, self._places
        failed = self._context.library.songs.failures()

        def work(job: Running) -> tuple[dict[str, tuple[int, float]], NewFiles]:
            from core.library.scan.watched import find_new_files, stats_by_path

            files = stats_by_path(places) | known
            return files, find_new_files(folders, files, waiting, failed, job)

        self._context.runner.cancel(self._job_id)
        title = QCoreApplication.translate("watching", "Look into watched folders")
        self._job_id = self._context.runner.start(
            Lane.FILES, title, work, Listeners(done=self._take)
        )

    def _take(self, seen: tuple[dict[str, tuple[int, float]], NewFiles]) -> None:
        (self._known, fresh), self._places = seen, []
        watched = set(self._watcher.directories())
        coming = [str(each) for each in fresh.folders[:MOST_FOLDERS] if str(each) not in watched]
        if coming:
            self._watcher.addPaths(coming)
        if fresh.ready and self._importing.state.running:
            self._soon.start()
            return
        self._known |= {each: at for each, at in self._waiting.items() if each not in fresh.waiting}
        self._waiting = fresh.waiting
        if fresh.ready:
            self._counting = True
            self._importing.start(fresh.ready, quiet=True)
        if fresh.waiting:
            self._soon.start()

    def _count(self, state: ImportState) -> None:
        """Say how many songs came."""
        if state.running or not self._counting:
            return
        self._counting = False
        if state.added:
            said = QCoreApplication.translate("watching", "New songs in watched folders: {}")
            self._context.session.notify(said.format(state.added), "good")
