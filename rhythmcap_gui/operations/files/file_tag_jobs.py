"""The work on songs' own files that a job's thread does; what it notes, the main thread stores.

A file is replaced only once the open library has its note: the thread waits for that. What is to be
done is read through a connection of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.jobs import Cancelled
from rhythmcap_gui.job_runner import Running
from rhythmcap_gui.view_data import (
    FileChange,
    FileTagsOutcome,
    FileTagsPreview,
    FileTagsRequest,
)

if TYPE_CHECKING:
    from core.exchange.file_tags.tag_records import FileRecord, WrittenFile
    from core.library.file_frames import FramesRow
    from core.library.store import Library

WAIT_S = 0.1


class MainThreadCall:
    """What a job asks of the library: answered on the main thread, see FileTagsWork."""

    def __init__(self, name: str, values: tuple[Any, ...]) -> None:
        self.name, self.values = name, values
        self.done = threading.Event()
        self.result: Any = None
        self.error: BaseException | None = None


@dataclass(frozen=True, slots=True)
class FileTagsJob:
    """A job's context that can also be stopped between two files; see core.jobs.JobContext."""

    running: Running
    library: Path
    annotator: str
    stop: threading.Event

    def report(self, done: float, total: float, what: str = "") -> None:
        """Report progress."""
        self.running.report(done, total, what)

    def check(self) -> None:
        """Raise Cancelled once it was cancelled or stopped."""
        self.running.check()
        if self.stop.is_set():
            raise Cancelled

    def ask(self, name: str, *values: Any) -> Any:
        """Have the main thread do something with the library; wait for it.

        Raises LibraryError, Cancelled where the job was cancelled or another library is open.
        """
        call = MainThreadCall(name, values)
        self.running.deliver(call)
        while not call.done.wait(WAIT_S):
            self.running.check()
        if call.error is not None:
            raise call.error
        return call.result

    # -- writing.Records

    def note(self, record: FileRecord) -> int:
        """Have a write stored that is about to be done."""
        return int(self.ask("note", record))

    def forget(self, number: int) -> None:
        """Have a note taken back; else it is found later that the write was not done."""
        with suppress(Cancelled):
            self.ask("forget", number)

    def settle(self, written: WrittenFile) -> None:
        """Have it stored how the file is now; else that is found later."""
        with suppress(Cancelled):
            self.ask("settle", written)

    def settle_back(self, row: FramesRow, written: WrittenFile) -> None:
        """Have it stored that a write was taken back; else that is found later."""
        with suppress(Cancelled):
            self.ask("settle_back", row, written)


def plan_writing(job: FileTagsJob, request: FileTagsRequest) -> FileTagsPreview:
    """Compare songs' files with their decisions. Raises ExchangeError, LibraryError, Cancelled."""
    from core.exchange.file_tags.planning import compare, wanted_tags
    from core.exchange.file_tags.tag_records import FileDiff
    from core.exchange.file_tags.tag_values import field_named

    fields = [(category, field_named(field)) for category, field in request.fields]
    _settle_interrupted(job, request)
    diffs, skipped = list[FileDiff](), list[Any]()
    with _reading(job) as library:
        for wanted in wanted_tags(library, _song_ids(library, request), fields, job):
            job.check()
            found = compare(wanted)
            if isinstance(found, FileDiff):
                diffs.append(found)
            elif found is not None:
                skipped.append(found)
    changes = tuple(FileChange(diff.location.path, diff.kind, diff.fields) for diff in diffs)
    return FileTagsPreview(request, changes, tuple(skipped), tuple(diffs))


def plan_taking_back(job: FileTagsJob, request: FileTagsRequest) -> FileTagsPreview:
    """Find what was written into songs' files. Raises LibraryError, Cancelled."""
    from core.exchange.file_tags.library_records import writes_to_take_back
    from core.exchange.file_tags.tag_records import FieldDiff

    _settle_interrupted(job, request)
    with _reading(job) as library:
        writes = writes_to_take_back(library, _song_ids(library, request))
    changes = [
        FileChange(
            location.path,
            row.before.get("codec", ""),
            tuple(
                FieldDiff(field, tuple(after), tuple(row.before["fields"].get(field, ())))
                for field, after in row.after["fields"].items()
            ),
        )
        for row, location in writes
    ]
    return FileTagsPreview(request, tuple(changes), (), tuple(writes), is_back=True)


def write(job: FileTagsJob, preview: FileTagsPreview) -> FileTagsOutcome:
    """Write what was shown; stopped, it ends after a whole file. Raises LibraryError."""
    from core.exchange.file_tags.tag_records import WriteOptions
    from core.exchange.file_tags.writing import write_file

    how = WriteOptions(preview.request.keep_times)
    outcomes = list[Any]()
    for number, diff in enumerate(preview.work):
        job.report(number, len(preview.work), diff.location.path.name)
        try:
            job.check()
            outcomes.append(write_file(diff, how, job, job))
        except Cancelled:
            if not job.stop.is_set():
                raise
            break
    return _outcome(outcomes, len(preview.work))


def take_back(job: FileTagsJob, preview: FileTagsPreview) -> FileTagsOutcome:
    """Take back what was shown, the newest first. Raises LibraryError."""
    from core.exchange.file_tags import taking_back
    from core.exchange.file_tags.tag_records import WrittenFile

    outcomes, failed = list[Any](), set[int]()
    for number, (row, location) in enumerate(preview.work):
        job.report(number, len(preview.work), location.path.name)
        if location.song_id in failed:
            continue
        try:
            job.check()
            outcome = taking_back.take_back(row, location, job)
        except Cancelled:
            if not job.stop.is_set():
                raise
            break
        if isinstance(outcome, WrittenFile):
            job.settle_back(row, outcome)
        else:
            failed.add(location.song_id)  # older writes are below this one
        outcomes.append(outcome)
    return _outcome(outcomes, len(preview.work))


def _outcome(outcomes: Sequence[Any], n_planned: int) -> FileTagsOutcome:
    from core.exchange.file_tags.tag_records import WrittenFile

    written = [outcome for outcome in outcomes if isinstance(outcome, WrittenFile)]
    skipped = tuple(outcome for outcome in outcomes if not isinstance(outcome, WrittenFile))
    left = tuple((one.location.path, field) for one in written for field in one.left)
    return FileTagsOutcome(len(written), skipped, left, n_planned - len(outcomes))


def _settle_interrupted(job: FileTagsJob, request: FileTagsRequest) -> None:
    """Have it stored what a killed run has left open."""
    from core.exchange.file_tags.library_records import find_interrupted

    with _reading(job) as library:
        found = find_interrupted(library, _song_ids(library, request))
    if found:
        job.ask("settle_interrupted", found)


def _reading(job: FileTagsJob) -> Library:
    from core.library.store import Library

    return Library.open(job.library, read_only=True, annotator=job.annotator)


def _song_ids(library: Library, request: FileTagsRequest) -> list[int]:
    if request.song_ids is not None:
        return list(request.song_ids)
    found = library.search.ids(request.query) if request.query else library.songs.all_ids()
    return [int(song_id) for song_id in found]
