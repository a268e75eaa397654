"""How far annotators agree, computed beside the window, and what they settle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.library_reader import LibraryReader

if TYPE_CHECKING:
    from core.evaluation.agreement_records import AnnotatorDisagreement, LibraryAgreement
    from core.library.records import State


def compare(context: AppContext, listeners: Listeners) -> int:
    """Compare all annotators of the open library; return the job's id.

    The job reads through a connection of its own: the open library belongs to the main thread.
    """
    title = QCoreApplication.translate("agreement", "Compare annotators")
    return context.runner.start(Lane.EXPORT, title, _compare(LibraryReader.of(context)), listeners)


def adjudicate(context: AppContext, one: AnnotatorDisagreement, state: State | None) -> None:
    """Store what annotators agree on after all, beside what each of them decided."""
    from core.library.edits.edits import Adjudicate

    edit_runner.apply(context, Adjudicate(one.song_id, one.tag_id, state, one.annotators))


def _compare(reader: LibraryReader) -> Callable[[Running], LibraryAgreement]:
    def work(job: Running) -> LibraryAgreement:
        from core.evaluation.agreement import library_agreement
        from core.evaluation.own_agreement import own_agreement

        with reader.open() as library:
            found = library_agreement(library, job=job)
            own = tuple(one.agreement for one in own_agreement(library))
        return replace(found, own=own)

    return work
