"""What the open library holds can be kept nowhere: the window asks before it closes.

So where its file was deleted, moved or replaced while its disk is full or its folder closed. Where
nobody is there to answer (SIGTERM, the end of the desktop session) it is kept wherever it can be.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from core.errors import LibraryError
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files import kept_library

if TYPE_CHECKING:
    from core.library.store import Library


class ClosingQuestion(QObject):
    """One question at a time; may_close() is asked by the window that is told to close."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._unasked = False
        self._box: QMessageBox | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.commitDataRequest.connect(self._session_ends)

    def close_unasked(self) -> None:
        """Close the window without a question: a signal came, and nobody may be there."""
        self._unasked = True
        self._window.close()

    def may_close(self) -> bool:
        """Keep what the open library holds; where that cannot be, ask and return False."""
        library = self._context.session.library
        if library is None or self._unasked:
            return True
        if self._box is not None:
            return False
        try:
            kept_library.keep_at_closing(self._context, library)
        except LibraryError as error:
            self._ask(library, error)
            return False
        return True

    def _session_ends(self, _session: object) -> None:
        library = self._context.session.library
        if library is not None:
            self._unasked = kept_library.copy_if_held(library)

    def _ask(self, library: Library, error: LibraryError) -> None:
        cause, _remedy = error_texts(error)
        self._box = box = QMessageBox(
            QMessageBox.Icon.Warning, self.tr("Unsaved library"), cause,
            QMessageBox.StandardButton.Cancel, self._window,
        )  # fmt: skip
        box.setInformativeText(
            self.tr(
                "Its decisions are only in this window now. Make room or bring its folder back and "
                "try again, or save it somewhere else."
            )
        )
        box.setDetailedText(error.detail)
        save = box.addButton(self.tr("Save somewhere else…"), QMessageBox.ButtonRole.AcceptRole)
        again = box.addButton(self.tr("Try again"), QMessageBox.ButtonRole.AcceptRole)
        lose = box.addButton(self._lose_text(library), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(save)
        save.clicked.connect(lambda: self._later(lambda: self._save(library)))
        again.clicked.connect(lambda: self._later(self._window.close))
        lose.clicked.connect(lambda: self._later(self._lose))
        box.finished.connect(self._answered)
        box.finished.connect(box.deleteLater)
        box.open()

    def _lose_text(self, library: Library) -> str:
        n = kept_library.n_only_held(library)
        if n is None:
            return self.tr("Close and lose it")
        return counted(self.tr("{:Close and lose # decision|Close and lose # decisions}"), n)

    def _later(self, act: Callable[[], object]) -> None:
        """Act when the question has gone."""
        QTimer.singleShot(0, self, act)

    def _answered(self, _code: int) -> None:
        self._box = None

    def _save(self, library: Library) -> None:
        start = Path.home() / library.path.name
        name, _filter = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the library"), str(start), self.tr("Libraries (*.db)")
        )
        if not name:
            self._window.close()  # which asks again
            return
        try:
            kept_library.save_as(self._context, library, Path(name))
        except LibraryError as error:
            self._ask(library, error)
            return
        self._window.close()

    def _lose(self) -> None:
        kept_library.discard(self._context)
        self._window.close()
