"""Where the annotator's time went, added up beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from core.evaluation.time_ledger_records import TimeLedger


def add_up(context: AppContext, listeners: Listeners) -> int:
    """Add up the time of the current annotator; done(TimeLedger). Return the job's id.

    The job reads through a connection of its own: the open library belongs to the main thread.
    """
    library = context.library
    work = _add_up(library.path, library.annotators.current.name)
    title = QCoreApplication.translate("time_ledger", "Add up the time")
    return context.runner.start(Lane.EXPORT, title, work, listeners)


def listened_table(context: AppContext) -> bytes:
    """Return what sounded of songs before decisions, as CSV."""
    from core.evaluation.listened_table import listened_rows
    from core.exchange.tables.cell_records import csv_text

    return csv_text(listened_rows(context.library)).encode("utf-8")


def _add_up(path: Path, annotator: str) -> Callable[[Running], TimeLedger]:
    def work(job: Running) -> TimeLedger:
        from core.evaluation.time_ledger import time_ledger
        from core.library.store import Library

        with Library.open(path, read_only=True, annotator=annotator) as library:
            return time_ledger(library, job)

    return work
