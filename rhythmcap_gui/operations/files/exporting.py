"""Export of decisions as a table for spreadsheets and scripts, in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from core.exchange.format_records import Written


def export_csv(context: AppContext, path: Path) -> None:
    """Write all decisions and the dictionary of their columns; the outcome is a message.

    The job reads through a connection of its own: the open library belongs to the main thread.
    """

    def done(written: Written) -> None:
        dictionary = written.files[1]
        text = QCoreApplication.translate(
            "exporting", "{:# decision was|# decisions were} written to {}."
        )
        beside = QCoreApplication.translate("exporting", "The columns are explained in {}.")
        context.session.notify(
            counted(text, written.n_rows, path), "good", remedy=beside.format(dictionary.name)
        )

    work = _write(context.library.path, context.session.settings.annotator, path)
    listeners = Listeners(done=done, failed=context.show_error)
    title = QCoreApplication.translate("exporting", "Export decisions")
    context.runner.start(Lane.EXPORT, title, work, listeners)


def _write(library: Path, annotator: str, path: Path) -> Callable[[Running], Written]:
    def work(job: Running) -> Written:
        from core.exchange.format_records import ExportOptions
        from core.exchange.formats.long_table import write
        from core.exchange.label_source import LabelSource
        from core.library.store import Library

        with Library.open(library, read_only=True, annotator=annotator) as reading:
            return write(",", LabelSource(reading), path, ExportOptions(), job)

    return work
