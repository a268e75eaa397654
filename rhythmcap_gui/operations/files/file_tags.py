"""Tags written into songs' own files and taken back, in the background; see file_tag_jobs.py."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication

from core.errors import RhythmCapError
from core.jobs import Cancelled
from core.settings import is_line
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files import file_tag_jobs
from rhythmcap_gui.operations.files.file_tag_jobs import FileTagsJob, MainThreadCall
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.view_data import FileTagsOutcome, FileTagsPreview, FileTagsRequest

MOST_FIELDS = 500  # remembered, of all libraries

Given = TypeVar("Given")


def categories(context: AppContext) -> list[str]:
    """Return the names of the categories that have tags, in their order."""
    codebook = context.library.codebook
    used = {tag.category_id for tag in codebook.tags()}
    return [category.name for category in codebook.categories() if category.id in used]


def last_request(context: AppContext) -> FileTagsRequest:
    """Return what was chosen the last time; the songs are all of them."""
    settings = context.session.settings
    return FileTagsRequest(
        tuple(settings.file_tag_fields.items()), keep_times=settings.keep_file_times
    )


def remember(context: AppContext, request: FileTagsRequest) -> None:
    """Store what was chosen for the next time; other libraries' categories keep their fields."""
    shown = set(categories(context))
    known = context.session.settings.file_tag_fields
    others = [(name, field) for name, field in known.items() if name not in shown]
    fields = [(name, field) for name, field in request.fields if is_line(field)]
    preferences.change(
        context,
        file_tag_fields=dict([*others, *fields][-MOST_FIELDS:]),
        keep_file_times=request.keep_times,
    )


class FileTagsWork:
    """One look or one run at a time, for one dialog and one library; ends by its listeners."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._library = context.library
        self._stop = threading.Event()
        self._is_left = False

    def plan(self, request: FileTagsRequest, listeners: Listeners) -> None:
        """Compare songs' files with their decisions; done(FileTagsPreview)."""
        self._start(_tr("Compare files"), file_tag_jobs.plan_writing, request, listeners)

    def plan_back(self, request: FileTagsRequest, listeners: Listeners) -> None:
        """Find what was written into songs' files; done(FileTagsPreview)."""
        self._start(_tr("Compare files"), file_tag_jobs.plan_taking_back, request, listeners)

    def run(self, preview: FileTagsPreview, listeners: Listeners) -> None:
        """Write, or take back, what was shown; done(FileTagsOutcome)."""
        work = file_tag_jobs.take_back if preview.is_back else file_tag_jobs.write
        self._start(_tr("Write tags to files"), work, preview, listeners)

    def stop(self) -> None:
        """Stop after the file that is being written; what was written stays."""
        self._stop.set()

    def leave(self) -> None:
        """Stop: the dialog is closed."""
        self._is_left = True
        self.stop()

    def _start(
        self,
        title: str,
        work: Callable[[FileTagsJob, Given], Any],
        given: Given,
        listeners: Listeners,
    ) -> None:
        self.stop()
        stop = self._stop = threading.Event()
        path, annotator = self._library.path, self._context.session.settings.annotator

        def on_thread(running: Running) -> Any:
            return work(FileTagsJob(running, path, annotator, stop), given)

        answering = Listeners(
            done=lambda result: self._done(listeners, result),
            failed=lambda error: None if self._is_left else listeners.failed(error),
            cancelled=lambda: None if self._is_left else listeners.cancelled(),
            part=self._answer,
            progress=lambda progress: None if self._is_left else listeners.progress(progress),
        )
        self._context.runner.start(Lane.FILES, title, on_thread, answering)

    def _done(self, listeners: Listeners, result: Any) -> None:
        """Tell the dialog; where that is closed, say what was done before it stopped."""
        if not self._is_left:
            listeners.done(result)
        elif isinstance(result, FileTagsOutcome) and result.n_done:
            text = counted(_tr("{n:# file was|# files were} written."), n=result.n_done)
            self._context.session.notify(text)

    def _answer(self, call: MainThreadCall) -> None:
        """Do on the main thread what a job asks of the library."""
        from core.exchange.file_tags.library_records import LibraryRecords, settle

        try:
            if self._context.session.library is not self._library:
                raise Cancelled
            if call.name == "settle_interrupted":
                settle(self._library, *call.values)
            else:
                call.result = getattr(LibraryRecords(self._library), call.name)(*call.values)
        except (RhythmCapError, Cancelled) as error:
            call.error = error
        finally:
            call.done.set()


def _tr(text: str) -> str:
    return QCoreApplication.translate("file_tags", text)
