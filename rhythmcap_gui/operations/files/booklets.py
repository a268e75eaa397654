"""The codebook as a booklet, gathered and written in the background, in the window's language."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.core_text import translated
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.library_reader import LibraryReader
from rhythmcap_gui.session import Notice


def save(context: AppContext, path: Path) -> int:
    """Write the booklet; a notice tells of it. Return the job's id."""
    reader, today = LibraryReader.of(context), datetime.now(UTC).date().isoformat()

    def work(_job: Running) -> None:
        from core.reports.booklet import gather_booklet, write_booklet

        with reader.open() as library:
            booklet = gather_booklet(library, today)
        write_booklet(booklet, path, translated, reader.language)

    def done(_nothing: object) -> None:
        text = _tr("The booklet is saved: {name}. A browser prints it, or saves it as PDF.")
        text = text.replace("{name}", shown_path(path.name))
        context.session.notice.emit(Notice(text, "good", path=path, made=path))

    listeners = Listeners(done=done, failed=context.show_error)
    return context.runner.start(Lane.EXPORT, _tr("Write the booklet"), work, listeners)


def _tr(text: str) -> str:
    return QCoreApplication.translate("booklets", text)
