"""Whether predictions became better, added up beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.library_reader import LibraryReader

if TYPE_CHECKING:
    from core.evaluation.prequential_records import PrequentialCurve


def add_up(context: AppContext, listeners: Listeners) -> int:
    """Score what was predicted before decisions; done(tuple of PrequentialCurve).

    Return the job's id.
    """
    reader = LibraryReader.of(context)

    def work(job: Running) -> tuple[PrequentialCurve, ...]:
        from core.evaluation.prequential import library_curves

        with reader.open() as library:
            return library_curves(library, job)

    title = QCoreApplication.translate("progress", "Compare predictions with decisions")
    return context.runner.start(Lane.EXPORT, title, work, listeners)
