"""A second pair of ears by post, in dialogs: asking a colleague, opening a request, answering."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from core.exchange.colleague.records import ANSWER_SUFFIX, REQUEST_SUFFIX
from rhythmcap_gui.controllers.dialogs import show_dialog
from rhythmcap_gui.local_paths import path_of, shown_path
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files import colleague
from rhythmcap_gui.operations.files.importing import Importer

if TYPE_CHECKING:
    from rhythmcap_gui.views.files.ask_dialog import AskDialog
    from rhythmcap_gui.views.files.request_dialog import RequestDialog


class ColleagueController(QObject):
    """Its dialogs belong to the window."""

    def __init__(self, context: AppContext, window: QWidget, importer: Importer) -> None:
        super().__init__(window)
        self._context, self._window, self._importer = context, window, importer

    def ask(self) -> None:
        """Choose what a colleague is to judge, then a file for the request."""
        from rhythmcap_gui.views.files.ask_dialog import AskDialog

        dialog = AskDialog(self._context.session, self._window)
        dialog.changed.connect(
            lambda options: dialog.show_count(colleague.n_songs(self._context, options))
        )
        dialog.accepted.connect(lambda: self._save_request(dialog))
        show_dialog(dialog)

    def open_request(self) -> None:
        """Choose a colleague's request, and show it."""
        name, _filter = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a request"), str(Path.home()),
            f"{self.tr('Requests')} (*{REQUEST_SUFFIX})",
        )  # fmt: skip
        if name:
            self.show_request(path_of(name))

    def show_request(self, path: Path) -> None:
        """Show what a request asks for; on Open look for its songs, in a library of its own."""
        from core.exchange.colleague.answer import library_of
        from rhythmcap_gui.views.files.request_dialog import RequestDialog

        request = colleague.read_request(self._context, path)
        if request is None:
            return
        name = self._context.session.settings.annotator
        is_known = library_of(path).exists()
        dialog = RequestDialog(request, name, is_known=is_known, parent=self._window)
        dialog.folder_requested.connect(lambda: self._choose_folder(dialog))
        dialog.begun.connect(
            lambda own, folder: colleague.begin(self._context, self._importer, path, own, folder)
        )
        show_dialog(dialog)

    def send_answers(self) -> None:
        """Choose a file for the answer to the request that is open, and write it."""
        request_file = colleague.request_file(self._context)
        if request_file is None:
            return
        name, _filter = QFileDialog.getSaveFileName(
            self._window, self.tr("Send answers"), str(request_file.with_suffix(ANSWER_SUFFIX)),
            f"{self.tr('Answers')} (*{ANSWER_SUFFIX})",
        )  # fmt: skip
        if name:
            colleague.send(self._context, request_file, _with_suffix(name, ANSWER_SUFFIX))

    def take_dropped(self, paths: Sequence[Path]) -> list[Path]:
        """Show the first request among dropped files; return the files that are none."""
        requests = [path for path in paths if path.suffix == REQUEST_SUFFIX]
        for path in requests[:1]:
            self.show_request(path)
        return [path for path in paths if path not in requests]

    def _choose_folder(self, dialog: RequestDialog) -> None:
        name = QFileDialog.getExistingDirectory(
            dialog, self.tr("The folder with your songs"), str(Path.home())
        )
        if name:
            folder = path_of(name)
            dialog.show_folder(folder, shown_path(folder))

    def _save_request(self, dialog: AskDialog) -> None:
        options = dialog.options()
        start = Path.home() / f"{self._context.library.path.stem}{REQUEST_SUFFIX}"
        name, _filter = QFileDialog.getSaveFileName(
            self._window, self.tr("Ask a colleague"), str(start),
            f"{self.tr('Requests')} (*{REQUEST_SUFFIX})",
        )  # fmt: skip
        if name:
            colleague.write_request(self._context, options, _with_suffix(name, REQUEST_SUFFIX))


def _with_suffix(name: str, suffix: str) -> Path:
    path = Path(name)
    return path if path.suffix == suffix else path.with_name(path.name + suffix)
