"""Export of decisions in a format that other programs read, in the background."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.core_text import translated
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files.label_import import row_of
from rhythmcap_gui.operations.library_reader import LibraryReader
from rhythmcap_gui.session import Notice
from rhythmcap_gui.view_data import ExportRequest, FormatRow

if TYPE_CHECKING:
    from core.exchange.format_records import Written

MOST_NAMES = 3  # files and songs that a notice names


def writable() -> list[FormatRow]:
    """Return the formats that can be exported to."""
    from core.exchange.format_registry import writable_formats

    return [row_of(form) for form in writable_formats()]


def export(context: AppContext, request: ExportRequest, listeners: Listeners) -> int:
    """Write decisions; the outcome is a notice, besides done(Written). Return the job's id."""

    def done(written: Written) -> None:
        _tell(context, request, written)
        listeners.done(written)

    work = _write(LibraryReader.of(context), request)
    with_notice = Listeners(
        done=done,
        failed=listeners.failed,
        cancelled=listeners.cancelled,
        progress=listeners.progress,
    )
    return context.runner.start(Lane.EXPORT, _tr("Export decisions"), work, with_notice)


def _tell(context: AppContext, request: ExportRequest, written: Written) -> None:
    if not written.files:
        context.session.notify(_tr("No decision is there to be exported."), "warning")
        return
    names = [shown_path(path.name) for path in written.files[:MOST_NAMES]]
    if more := len(written.files) - len(names):
        names.append(counted(_tr("{n:# more file|# more files}"), n=more))
    text = _tr("{n:# row was|# rows were} written: {names}")
    text = counted(text, n=written.n_rows, names=", ".join(names))
    remedy = ""
    if written.skipped:
        remedy = counted(_tr("{n:# song was|# songs were} left out:"), n=len(written.skipped))
        lines = [
            f"{shown_path(name)}: {translated(why)}" for name, why in written.skipped[:MOST_NAMES]
        ]
        remedy = "\n".join((remedy, *lines))
    made = request.path if len(written.files) > 1 else written.files[0]
    notice = Notice(f"{text}.", "warning" if written.skipped else "good", remedy, path=made,
                    made=made)  # fmt: skip
    context.session.notice.emit(notice)


def _write(reader: LibraryReader, request: ExportRequest) -> Callable[[Running], Written]:
    def work(job: Running) -> Written:
        from core.errors import ExchangeError
        from core.exchange.format_records import ExportOptions
        from core.exchange.format_registry import format_named
        from core.exchange.label_source import LabelSource

        form = format_named(request.format)
        if form.write is None:
            raise ExchangeError("exchange.no_format", name=request.path.name, path=request.path)
        with reader.open() as library:
            source = LabelSource(
                library,
                request.query,
                all_annotators=request.all_annotators,
                song_ids=request.song_ids,
            )
            options = ExportOptions(request.relative, captions=request.captions)
            return form.write(source, request.path, options, job)

    return work


def _tr(text: str) -> str:
    return QCoreApplication.translate("exporting", text)
