"""Songs' files that hold other sounds now: noticed while open, read, stored and told.

Until such a file was read nothing plays it, draws it or predicts from it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer

from core.audio.file_stats import FileStats
from rhythmcap_gui.job_runner import Lane, Listeners
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files.importing import Importer
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.view_data import ImportState

if TYPE_CHECKING:
    from core.library.records import Song
    from core.library.scan.scan_records import FileCheck, Replaced

SETTLE_MS = 300  # a program that saves a file touches it several times
POLL_MS = 5000  # network drives report no change
RETRY_MS = 1000


class ChangedFiles(QObject):
    """Reads files that may hold other sounds than their songs', by quiet imports; one a window."""

    def __init__(
        self, context: AppContext, importer: Importer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._importer = context, importer
        self._wanted: dict[Path, None] = {}
        self._reading: tuple[Path, ...] = ()
        self._opened_id: int | None = None
        self._tried: dict[Path, FileStats | None] = {}
        self._watcher = QFileSystemWatcher(self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._poll = QTimer(self, interval=POLL_MS)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._watcher.fileChanged.connect(lambda _path: self._settled.start())
        self._settled.timeout.connect(self._check_open_song)
        self._poll.timeout.connect(self._check_open_song)
        self._retry.timeout.connect(self._start)
        context.session.song_opened.connect(self._song_opened)
        importer.changed.connect(self._import_changed)

    def read(self, paths: Iterable[Path]) -> None:
        """Read files that have changed, unless just this state of them was tried before."""
        for path in paths:
            stats = FileStats.read(path)
            if self._tried.get(path) != stats:
                self._tried[path] = stats
                self._wanted[path] = None
        self._start()

    def stop(self) -> None:
        """Watch and read no more: the window closes."""
        for timer in (self._settled, self._poll, self._retry):
            timer.stop()
        self._wanted = {}

    def _start(self) -> None:
        library = self._context.session.library
        if library is None or library.read_only or not self._wanted:
            self._wanted = {}
        elif self._importer.state.running:
            self._retry.start()
        else:
            self._reading, self._wanted = tuple(self._wanted), {}
            self._importer.start(self._reading, quiet=True)

    def _song_opened(self, song: Song | None) -> None:
        """Follow the file of the open song; read it if it has changed since it was read."""
        if watched := self._watcher.files():
            self._watcher.removePaths(watched)
        self._poll.stop()
        self._opened_id = None if song is None else song.id
        if song is None:
            return
        self._watcher.addPath(str(song.path))
        self._poll.start()
        if self._context.session.file_changed:
            self._compare(song.path)

    def _check_open_song(self) -> None:
        """Open the song again if its file is another one than it was when it was opened."""
        session = self._context.session
        song = session.song
        if song is None or session.library is None:
            return
        if str(song.path) not in self._watcher.files():  # it was renamed over
            self._watcher.addPath(str(song.path))
        if navigation.is_changed(self._context, song):
            self._compare(song.path)
        elif not os.path.exists(song.path) and not session.is_missing(song):
            navigation.open_song(self._context, song.id)

    def _compare(self, path: Path) -> None:
        """Find out, on another thread, whether the open song's file is its own, or a known one."""
        from core.library.scan.relocate import check_files

        library = self._context.library
        locations = library.songs.locations_of(library.songs.all_at(path))

        def compared(check: FileCheck) -> None:
            if self._context.session.library is library:
                self._compared(path, check)

        work = partial(check_files, locations)
        title = f"Compare {path.name}"
        self._context.runner.start(Lane.OPENED, title, work, Listeners(done=compared))

    def _compared(self, path: Path, check: FileCheck) -> None:
        """Play what is the open song's own, read what nobody knows, be silent on all others."""
        session = self._context.session
        for song_id, stats in check.touched:
            self._context.compared_files[path] = (song_id, stats)
        song = session.song
        if song is None or song.path != path:
            return
        is_own = check.present == (song.id,)
        if is_own and session.file_changed:
            play = self._context.plays_when_known or None
            navigation.open_song(self._context, song.id, play=play)
        elif path in check.changed and session.file_changed:
            self.read([path])
        elif not is_own and not session.file_changed:
            navigation.open_song(self._context, song.id)

    def _import_changed(self, state: ImportState) -> None:
        """Tell what was found when an import has ended, and show the open song as it is now."""
        session = self._context.session
        if state.running or session.library is None:
            return
        self._tell(state.replaced)
        read, self._reading = self._reading, ()
        for failure in state.failed:
            if failure.path in read:
                session.notify(failure.reason, "warning", remedy=failure.remedy)
        new_ids = {replaced.song_id: replaced.new_id for replaced in state.replaced}
        opened = self._opened_id
        if opened is None or (session.song is None and opened not in new_ids):
            return
        if session.song is None:
            navigation.open_song(self._context, new_ids[opened])
        elif opened in new_ids or self._is_readable_again(read):
            navigation.open_song(self._context, opened)

    def _is_readable_again(self, read: tuple[Path, ...]) -> bool:
        """Whether the open song's file, that was just read, is its own as before."""
        session = self._context.session
        song = session.song
        was_read = song is not None and song.path in read and session.file_changed
        return was_read and not navigation.is_changed(self._context, session.song)

    def _tell(self, replaced: Sequence[Replaced]) -> None:
        """Say which songs' files hold other sounds, and which were only half of their songs."""
        others = [song for song in replaced if not song.whole]
        wholes = [song for song in replaced if song.whole]
        if len(others) == 1:
            text = _tr("“{title}”: its file holds another sound now.")
            remedy = _tr(
                "The song keeps its tags and is missing; the new sound is a song of its own."
            )
            self._notify(text.format(title=self._title(others[0].song_id)), remedy)
        elif others:
            text = _tr("Files that hold other sounds now: {}").format(len(others))
            remedy = _tr("Their songs keep their tags and are missing; the sounds are new songs.")
            self._notify(text, remedy)
        if len(wholes) == 1:
            text = _tr("The rest of “{title}” has arrived: its tags are on the whole song now.")
            self._notify(text.format(title=self._title(wholes[0].new_id)))
        elif wholes:
            text = _tr("Half songs whose rest has arrived, with their tags: {}")
            self._notify(text.format(len(wholes)))

    def _notify(self, text: str, remedy: str = "") -> None:
        self._context.session.notify(text, "warning" if remedy else "good", remedy=remedy)

    def _title(self, song_id: int) -> str:
        song = self._context.library.songs.get(song_id)
        return song.display_title if song is not None else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("changed_files", text)
