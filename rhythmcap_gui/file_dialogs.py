"""The dialogs about a library's files: missing ones, the same recording twice, copies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog

from rhythmcap_gui.job_runner import Listeners
from rhythmcap_gui.operations import backups, joining
from rhythmcap_gui.operations.desk import Desk
from rhythmcap_gui.operations.places import Places
from rhythmcap_gui.states import FindWanted
from rhythmcap_gui.views.duplicates_dialog import DuplicatesDialog
from rhythmcap_gui.views.find_missing import FindMissing
from rhythmcap_gui.views.restore_dialog import RestoreDialog


class FileDialogs:
    """A part of MainWindow: what has to do with where songs and libraries are on the disk."""

    desk: Desk
    places: Places

    def find_missing(self, old: Path | None = None) -> None:
        """Look for songs whose files are gone; old: a folder that is known to have moved."""
        dialog = FindMissing(self.desk.session, old, self)
        places = self.places

        def search(wanted: FindWanted) -> None:
            dialog.begin(self.tr("Looking in {}").format(wanted.folder))
            places.find(wanted, Listeners(
                done=dialog.show_plan, failed=dialog.failed, cancelled=dialog.stopped,
                progress=dialog.work.show_progress,
            ))  # fmt: skip

        dialog.search_wanted.connect(search)
        dialog.cancel_wanted.connect(places.cancel)
        dialog.moves_wanted.connect(lambda moves: places.follow(moves) and dialog.accept())
        places.looked.connect(dialog.show_lost)
        dialog.begin(self.tr("Looking at every song's file"))
        places.look()
        _open(dialog)

    def find_open_song(self) -> None:
        """The open song's file is gone: its folder, or the drive it is on, may have moved."""
        song = self.desk.session.song
        if song is not None:
            self.find_missing(self.desk.session.away.get(song.id, song.path.parent))

    def show_duplicates(self) -> None:
        """Songs that are the same recording: join them, or tell them apart."""
        dialog = DuplicatesDialog(self.desk.session, self)
        finding = joining.Finding(self.desk, dialog)
        listeners = Listeners(
            done=dialog.show_pairs, failed=dialog.failed, cancelled=dialog.stopped,
            progress=dialog.work.show_progress,
        )  # fmt: skip
        dialog.join_wanted.connect(lambda wanted: joining.join(self.desk, wanted))
        dialog.apart_wanted.connect(lambda pair: joining.tell_apart(self.desk, pair))
        dialog.cancel_wanted.connect(finding.cancel)
        dialog.begin()
        finding.start(listeners)
        _open(dialog)

    def restore_library(self) -> None:
        """The copies of this library, and the way back to one of them."""
        dialog = RestoreDialog(self.desk.library.path, self)
        listeners = Listeners(done=dialog.show_rows, failed=dialog.failed)
        jobs: list[int] = []

        def look(*, anew: bool) -> None:
            words = self.tr("Copying the library") if anew else self.tr("Looking at the copies")
            dialog.begin(words)
            ask = backups.copy_now if anew else backups.list_all
            jobs.append(ask(self.desk, listeners))

        dialog.restore_wanted.connect(
            lambda backup: (dialog.accept(), backups.restore(self.desk, backup))
        )
        dialog.copy_wanted.connect(lambda: look(anew=True))
        dialog.finished.connect(lambda _code: [self.desk.runner.cancel(job) for job in jobs])
        look(anew=False)
        _open(dialog)


def _open(dialog: QDialog) -> None:
    """Show it; it goes when it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
