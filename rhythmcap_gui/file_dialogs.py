"""The dialogs about a library's files: missing ones, the same recording twice, copies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog

from rhythmcap_gui.job_runner import Listeners
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files import backups, join_duplicates
from rhythmcap_gui.operations.files.song_files import SongFiles
from rhythmcap_gui.view_data import FindRequest
from rhythmcap_gui.views.files.duplicates_dialog import DuplicatesDialog
from rhythmcap_gui.views.files.find_missing import FindMissing
from rhythmcap_gui.views.files.restore_dialog import RestoreDialog


class FileDialogs:
    """A part of MainWindow: what has to do with where songs and libraries are on the disk."""

    context: AppContext
    places: SongFiles

    def find_missing(self, old: Path | None = None) -> None:
        """Look for songs whose files are gone; old: a folder that is known to have moved."""
        dialog = FindMissing(self.context.session, old, self)
        places = self.song_files

        def search(wanted: FindRequest) -> None:
            dialog.begin(self.tr("Looking in {}").format(wanted.folder))
            places.find(wanted, Listeners(
                done=dialog.show_plan, failed=dialog.failed, cancelled=dialog.stopped,
                progress=dialog.work.show_progress,
            ))  # fmt: skip

        dialog.search_requested.connect(search)
        dialog.cancel_requested.connect(places.cancel)
        dialog.moves_requested.connect(lambda moves: places.follow(moves) and dialog.accept())
        places.looked.connect(dialog.show_missing)
        dialog.begin(self.tr("Looking at every song's file"))
        places.look()
        _open(dialog)

    def find_open_song(self) -> None:
        """The open song's file is gone: its folder, or the drive it is on, may have moved."""
        song = self.context.session.song
        if song is not None:
            self.find_missing(self.context.session.missing_folders.get(song.id, song.path.parent))

    def show_duplicates(self) -> None:
        """Songs that are the same recording: join them, or tell them apart."""
        dialog = DuplicatesDialog(self.context.session, self)
        finding = join_duplicates.Finding(self.context, dialog)
        listeners = Listeners(
            done=dialog.show_pairs, failed=dialog.failed, cancelled=dialog.stopped,
            progress=dialog.work.show_progress,
        )  # fmt: skip
        dialog.join_requested.connect(lambda wanted: join_duplicates.join(self.context, wanted))
        dialog.apart_requested.connect(lambda pair: join_duplicates.tell_apart(self.context, pair))
        dialog.cancel_requested.connect(finding.cancel)
        dialog.begin()
        finding.start(listeners)
        _open(dialog)

    def restore_library(self) -> None:
        """The copies of this library, and the way back to one of them."""
        dialog = RestoreDialog(self.context.library.path, self)
        listeners = Listeners(done=dialog.show_rows, failed=dialog.failed)
        jobs: list[int] = []

        def look(*, anew: bool) -> None:
            words = self.tr("Copying the library") if anew else self.tr("Looking at the copies")
            dialog.begin(words)
            ask = backups.copy_now if anew else backups.list_all
            jobs.append(ask(self.context, listeners))

        dialog.restore_requested.connect(
            lambda backup: (dialog.accept(), backups.restore(self.context, backup))
        )
        dialog.copy_requested.connect(lambda: look(anew=True))
        dialog.finished.connect(lambda _code: [self.context.runner.cancel(job) for job in jobs])
        look(anew=False)
        _open(dialog)


def _open(dialog: QDialog) -> None:
    """Show it; it goes when it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
