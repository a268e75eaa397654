"""How common the annotator's tags are, estimated beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from core.evaluation.prevalence_records import TagPrevalence


def estimate(context: AppContext, by: str, listeners: Listeners) -> int:
    """Estimate all tags judged on songs drawn at random; done(tuple of TagPrevalence).

    by: the groups, as GroupBy has them. Return the job's id. The job reads through a connection of
    its own: the open library belongs to the main thread.
    """
    library = context.library
    work = _estimate(library.path, library.annotators.current.name, by)
    title = QCoreApplication.translate("prevalence", "Estimate how common tags are")
    return context.runner.start(Lane.EXPORT, title, work, listeners)


def _estimate(
    path: Path, annotator: str, by: str
) -> Callable[[Running], tuple[TagPrevalence, ...]]:
    def work(job: Running) -> tuple[TagPrevalence, ...]:
        from core.evaluation.held_out import use_held_out_scores
        from core.evaluation.prevalence_records import GroupBy
        from core.evaluation.prevalence_report import library_prevalence, tags_drawn_at_random
        from core.library.store import Library

        with Library.open(path, read_only=True, annotator=annotator) as library:
            use_held_out_scores(library)
            tags = tags_drawn_at_random(library)
            return library_prevalence(library, tags, GroupBy(by), job=job)

    return work
