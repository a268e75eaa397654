"""Decisions from and for other programs: their dialogs, and files of them that are dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.printable import path_from_text
from rhythmcap_gui.controllers.dialogs import LatestJob, listeners_of, show_beside
from rhythmcap_gui.job_runner import Listeners
from rhythmcap_gui.local_paths import path_text
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files import deposits, exporting, label_import
from rhythmcap_gui.operations.files.song_scope import song_scope
from rhythmcap_gui.operations.models import model_transfer
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.view_data import ExportRequest

if TYPE_CHECKING:
    from core.exchange.deposit.deposit_records import DepositOptions
    from core.exchange.import_records import ImportChoices
    from rhythmcap_gui.views.files.export_dialog import ExportScope
    from rhythmcap_gui.views.files.import_labels_dialog import ImportLabelsDialog


class LabelsController(QObject):
    """What the file menu opens for decisions. import_songs: takes dropped files of other kinds."""

    def __init__(
        self,
        context: AppContext,
        window: QWidget,
        import_songs: Callable[[Sequence[Path]], None],
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._import_songs = import_songs

    def import_decisions(self, path: Path | None = None) -> None:
        """Choose a file of decisions (or take this one), show what it would bring, import it."""
        from rhythmcap_gui.views.files.import_labels_dialog import ImportLabelsDialog

        context = self._context
        dialog = ImportLabelsDialog(
            context.session, label_import.readable(), self._last_folder(), self._window
        )
        self._start_jobs_of(dialog)
        dialog.import_requested.connect(
            lambda preview: label_import.import_decisions(context, preview)
        )
        for page in (dialog.songs, dialog.conflicts):
            page.song_requested.connect(lambda song: navigation.open_song(context, song))
        dialog.faults.save_requested.connect(
            lambda file, rows: label_import.save_rows(context, file, rows)
        )
        show_beside(dialog, context.session)
        if path is not None:
            dialog.set_file(path)

    def _start_jobs_of(self, dialog: ImportLabelsDialog) -> None:
        """Read, plan and count as the dialog requests it; the latest wins."""
        context, job = self._context, LatestJob(self._context, dialog)

        def read(file: Path, format_name: str) -> None:
            preferences.change(context, labels_folder=path_text(file.parent))
            listeners = listeners_of(dialog, dialog.show_preview)
            job.id = label_import.read(context, file, format_name, listeners)

        def read_own_tags() -> None:
            job.id = label_import.read_own_tags(context, listeners_of(dialog, dialog.show_preview))

        def plan(choices: ImportChoices) -> None:
            job.cancel()
            listeners = listeners_of(dialog, dialog.show_plan)
            job.id = label_import.plan_again(context, dialog.preview, choices, listeners)

        def count(choices: ImportChoices) -> None:
            job.cancel()
            listeners = listeners_of(dialog, dialog.show_count)
            job.id = label_import.count(context, dialog.preview, choices, listeners)

        dialog.read_requested.connect(read)
        dialog.own_tags_requested.connect(read_own_tags)
        dialog.plan_requested.connect(plan)
        dialog.count_requested.connect(count)

    def export_decisions(self) -> None:
        """Choose a format, the songs and a file, and write the decisions."""
        from rhythmcap_gui.views.files.export_dialog import ExportDialog

        context = self._context
        chosen = context.session.settings.export_format
        dialog = ExportDialog(exporting.writable(), self._scope(), chosen, self._window)
        job = LatestJob(context, dialog)

        def export(request: ExportRequest) -> None:
            folder = path_text(request.path.parent)
            preferences.change(context, labels_folder=folder, export_format=request.format)
            listeners = listeners_of(dialog, lambda _written: dialog.finish())
            job.id = exporting.export(context, request, listeners)

        dialog.export_requested.connect(export)
        show_beside(dialog, context.session)

    def prepare_deposit(self) -> None:
        """Ask what a citable deposit says of itself and what goes in, and make it."""
        from rhythmcap_gui.views.files.deposit_dialog import DepositDialog

        context, last = self._context, deposits.last_options(self._context)
        dialog = DepositDialog(deposits.scope(context), last, self._last_folder(), self._window)
        job, counting = LatestJob(context, dialog), LatestJob(context, dialog)

        def count(query: str, all_annotators: bool) -> None:
            counting.cancel()
            listeners = Listeners(done=dialog.show_counts, failed=dialog.failed)
            counting.id = deposits.count(context, query, all_annotators, listeners)

        def prepare(options: DepositOptions, folder: Path) -> None:
            preferences.change(context, labels_folder=path_text(folder))
            listeners = listeners_of(dialog, lambda _made: dialog.finish())
            job.id = deposits.prepare(context, options, folder, listeners)

        dialog.count_requested.connect(count)
        dialog.prepare_requested.connect(prepare)
        dialog.begin_counting()
        show_beside(dialog, context.session)

    def _scope(self) -> ExportScope:
        """Return what there is to export."""
        from rhythmcap_gui.views.files.export_dialog import ExportScope

        library = self._context.library
        return ExportScope(
            song_scope(self._context),
            len(library.annotators.list()) > 1,
            self._last_folder(),
            f"{library.path.stem}-{self.tr('decisions')}",
        )

    def import_dropped(self, paths: Sequence[Path]) -> None:
        """Import what was dropped: one file of decisions, else songs or models."""
        library = self._context.session.library
        can_import = library is not None and not library.read_only
        if can_import and len(paths) == 1 and not model_transfer.are_models(paths):
            (path,) = paths
            if label_import.is_label_file(path):
                self.import_decisions(path)
                return
        self._import_songs(paths)

    def _last_folder(self) -> Path:
        """Return the folder of the file of decisions that was chosen last."""
        folder = self._context.session.settings.labels_folder
        return path_from_text(folder) if folder else Path.home()
