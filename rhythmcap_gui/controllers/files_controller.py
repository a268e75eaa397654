"""Files of songs and libraries: choosing them, finding missing ones, duplicates, copies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from core.paths import folders
from rhythmcap_gui.controllers.dialogs import LatestJob, listeners_of, show_dialog
from rhythmcap_gui.local_paths import path_of
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files import backups, duplicates, open_demo
from rhythmcap_gui.operations.files.importing import Importer
from rhythmcap_gui.operations.files.song_files import SongFiles
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.view_data import FindRequest


class FilesController(QObject):
    """The file menu. Its dialogs belong to the window."""

    def __init__(
        self, context: AppContext, window: QWidget, importer: Importer, song_files: SongFiles
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._importer, self._song_files = importer, song_files
        self.demo_preview = open_demo.DemoPreview(context, importer, self)
        context.offer_copies = self.offer_copies
        # Asks which words a new library begins with, then calls its second argument.
        self.begin_library: Callable[[Path, Callable[[Path, Path], None]], None] | None = None

    def add_songs(self) -> None:
        """Choose files and import them."""
        from core.audio.decode import AUDIO_SUFFIXES

        patterns = " ".join(f"*{suffix}" for suffix in sorted(AUDIO_SUFFIXES))
        names, _filter = QFileDialog.getOpenFileNames(
            self._window, self.tr("Add songs"), str(Path.home()),
            f"{self.tr('Songs')} ({patterns});;{self.tr('All files')} (*)",
        )  # fmt: skip
        self._importer.start([path_of(name) for name in names])

    def add_folder(self) -> bool:
        """Choose a folder and import what is in it; False if none was chosen."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Add a folder"), str(Path.home())
        )
        if name:
            self._importer.start([path_of(name)])
        return bool(name)

    def choose_existing(self) -> None:
        """Choose a library that there is, and open it."""
        name, _filter = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a library"), str(folders().data),
            self.tr("Libraries (*.db)"),
        )  # fmt: skip
        if name:
            self.open_library(path_of(name))

    def choose_library(self) -> None:
        """Choose a library file, or a name for a new one."""
        name, _filter = QFileDialog.getSaveFileName(
            self._window, self.tr("Open a library, or name a new one"), str(folders().data),
            self.tr("Libraries (*.db)"), options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if name:
            self._open_or_begin(Path(name))

    def new_library(self) -> None:
        """Choose a name for a new library, then the words it begins with."""
        name, _filter = QFileDialog.getSaveFileName(
            self._window, self.tr("Name a new library"), str(folders().data),
            self.tr("Libraries (*.db)"), options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if name:
            self._open_or_begin(Path(name))

    def _open_or_begin(self, path: Path) -> None:
        """Open a library; where there is none, ask first which words a new one begins with."""
        path = path if path.suffix else path.with_suffix(".db")
        if navigation.is_new(path) and self.begin_library is not None:
            self.begin_library(path, self.make_library)
        else:
            self.open_library(path)

    def open_library(self, path: Path) -> None:
        """Open a library file, with its model."""
        navigation.open_library(self._context, path)

    def make_library(self, path: Path, codebook: Path) -> None:
        """Begin a library with the words of a template or another codebook file."""
        navigation.open_library(self._context, path, codebook=codebook)

    def open_own_library(self) -> None:
        """Open the user's own library."""
        self.open_library(folders().library_file)

    def open_demo(self) -> None:
        """Open the demo library, composed first if it does not exist."""
        open_demo.open_demo(self._importer, self.open_library, self.demo_preview)

    def find_missing(self, old: Path | None = None) -> None:
        """Look for songs whose files are missing. old: a folder that is known to have moved."""
        from rhythmcap_gui.views.files.find_missing import FindMissing

        dialog, song_files = FindMissing(self._context.session, old, self._window), self._song_files

        def search(request: FindRequest) -> None:
            dialog.begin(self.tr("Searching in {}").format(request.folder))
            song_files.find(request, listeners_of(dialog, dialog.show_plan))

        dialog.search_requested.connect(search)
        dialog.cancel_requested.connect(song_files.cancel)
        dialog.moves_requested.connect(lambda moves: song_files.follow(moves) and dialog.accept())
        song_files.checked.connect(dialog.show_missing)
        dialog.begin(self.tr("Checking the file of every song"))
        song_files.check()
        show_dialog(dialog)

    def find_open_song(self) -> None:
        """The open song's file is missing: its folder, or the drive it is on, may have moved."""
        song = self._context.session.song
        if song is not None:
            folder = self._context.session.missing_folders.get(song.id, song.path.parent)
            self.find_missing(folder)

    def show_duplicates(self) -> None:
        """Show songs that are the same recording: join them, or tell them apart."""
        from rhythmcap_gui.views.files.duplicates_dialog import DuplicatesDialog

        context, dialog = self._context, DuplicatesDialog(self._context.session, self._window)
        search = duplicates.DuplicateSearch(context, dialog)
        dialog.join_requested.connect(lambda request: duplicates.join_songs(context, request))
        dialog.apart_requested.connect(lambda pair: duplicates.mark_distinct(context, pair))
        dialog.cancel_requested.connect(search.cancel)
        dialog.begin(self.tr("Comparing songs of the same length"))
        search.start(listeners_of(dialog, dialog.show_pairs))
        show_dialog(dialog)

    def restore_library(self) -> None:
        """Show the copies of this library, and the way back to one of them."""
        self._show_copies(self._context.library.path)

    def offer_copies(self, path: Path) -> None:
        """Show the copies of a library that is not there: one of them, or a new library."""
        self._show_copies(path, missing=True)

    def _show_copies(self, path: Path, *, missing: bool = False) -> None:
        from rhythmcap_gui.views.files.restore_dialog import RestoreDialog

        context, dialog = self._context, RestoreDialog(path, self._window, missing=missing)
        job, listeners = LatestJob(context, dialog), listeners_of(dialog, dialog.show_rows)

        def list_copies() -> None:
            dialog.begin(self.tr("Reading the copies"))
            job.id = backups.list_all(context, path, listeners)

        def copy_now() -> None:
            dialog.begin(self.tr("Copying the library"))
            job.id = backups.copy_now(context, listeners)

        dialog.restore_requested.connect(
            lambda backup: (dialog.accept(), backups.restore(context, path, backup))
        )
        dialog.copy_requested.connect(copy_now)
        dialog.new_requested.connect(
            lambda: (dialog.accept(), navigation.open_library(context, path, begin_anew=True))
        )
        list_copies()
        show_dialog(dialog)
