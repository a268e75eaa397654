"""Decisions of other programs and people: read and counted in the background, taken in as one undo.

A job reads through a connection of its own: the open library belongs to the main thread.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication

from core.exchange.colleague.records import ANSWER_FORMAT
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.session import Notice
from rhythmcap_gui.view_data import BulkRequest, FormatRow, ImportPreview

if TYPE_CHECKING:
    from core.exchange.format_records import LabelFormat
    from core.exchange.import_records import ImportChoices, ImportPlan
    from core.exchange.label_records import LabelFile
    from core.jobs import JobContext
    from core.library.records import Changes
    from core.library.store import Library

    Labels: TypeAlias = tuple[str, LabelFile]  # a format's name, and what was read

READING = 0.5  # the share of the work, before songs are looked for


def readable() -> list[FormatRow]:
    """Return the formats that can be imported."""
    from core.exchange.format_registry import readable_formats

    return [row_of(form) for form in readable_formats()]


def row_of(form: LabelFormat) -> FormatRow:
    """Return what views show of a format, in the window's language."""
    from core.exchange.format_records import Target
    from core.messages import message

    return FormatRow(
        form.name,
        translated(form.label),
        form.suffixes,
        form.target is Target.FOLDER,
        _sentence(translated(message(form.purpose))) if form.purpose else "",
        tuple(_sentence(translated(message(lost))) for lost in form.lost),
        form.has_captions,
    )


def _sentence(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def is_label_file(path: Path) -> bool:
    """Tell whether a file that was dropped is one of labels, not of sound."""
    from core.audio.decode import AUDIO_SUFFIXES

    suffix = path.suffix.casefold()
    if suffix in AUDIO_SUFFIXES or not os.path.isfile(path):
        return False
    from core.errors import ExchangeError
    from core.exchange.format_registry import format_of, readable_formats  # late: all formats

    if not any(suffix in form.suffixes for form in readable_formats()):
        return False
    try:
        format_of(path)
    except ExchangeError:
        return False
    return True


def read(context: AppContext, path: Path, format_name: str, listeners: Listeners) -> int:
    """Read a file or folder and plan its import; done(ImportPreview). Return the job's id.

    format_name: "" to find it out.
    """
    work = _read(context, path, lambda _library, job: _read_file(path, format_name, job))
    return context.runner.start(Lane.LABELS, _tr("Read decisions"), work, listeners)


def read_own_tags(context: AppContext, listeners: Listeners) -> int:
    """Read what stands in the songs' own files and plan its import; done(ImportPreview).

    Return the job's id.
    """
    name = _tr("Tags in the songs' files")
    work = _read(context, context.library.path.with_name(name), _read_own_tags)
    return context.runner.start(Lane.LABELS, _tr("Read decisions"), work, listeners)


def count(
    context: AppContext, preview: ImportPreview, choices: ImportChoices, listeners: Listeners
) -> int:
    """Count what other choices would do; done(ImportPreview). Return the job's id."""
    plan = replace(preview.plan, choices=choices)
    work = _count(
        context.library.path, context.session.settings.annotator, replace(preview, plan=plan)
    )
    return context.runner.start(Lane.LABELS, _tr("Count decisions"), work, listeners)


def plan_again(
    context: AppContext, preview: ImportPreview, choices: ImportChoices, listeners: Listeners
) -> int:
    """Look for songs and words anew, as the library has changed; done(ImportPreview).

    Return the job's id.
    """
    work = _plan_again(context.library.path, context.session.settings.annotator, preview, choices)
    return context.runner.start(Lane.LABELS, _tr("Count decisions"), work, listeners)


def import_decisions(context: AppContext, preview: ImportPreview) -> None:
    """Take in what was shown, as one undo, in slices; the outcome is a notice."""
    from core.exchange.importing import import_in_slices, n_slices

    library, plan = context.library, preview.plan
    n_steps = n_slices(plan)

    def then(changes: Changes) -> None:
        context.session.apply_changes(changes)
        _tell(context, plan, changed=bool(changes.songs or changes.codebook))

    request = BulkRequest(
        doing=_tr("Importing {name}").format(name=plan.name),
        n_steps=n_steps,
        start=lambda: import_in_slices(library, plan),
        then=then,
    )
    edit_runner.run(context, request, in_slices=n_steps > edit_runner.MAX_SLICES_AT_ONCE)


def save_rows(context: AppContext, path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write rows of a table as CSV."""
    from core.atomic_files import write_text
    from core.exchange.file_errors import cannot_write
    from core.exchange.tables.cell_records import csv_text

    try:
        write_text(path, csv_text(rows))
    except OSError as error:
        context.show_error(cannot_write(path, error))
    else:
        context.session.notify(_tr("Written: {path}").format(path=shown_path(path)), "good")


def _tell(context: AppContext, plan: ImportPlan, *, changed: bool) -> None:
    if not changed:
        text = _tr("Nothing of {name} is new: all of it is here already.")
        context.session.notify(text.format(name=shown_path(plan.name)))
        return
    counts = plan.counts
    parts = [
        (counts.n_new, _tr("{n:# decision was|# decisions were} added")),
        (counts.n_changed, _tr("{n:# was|# were} changed")),
        (counts.n_notes, _tr("{n:# note was|# notes were} added")),
    ]
    told = ", ".join(counted(text, n=number) for number, text in parts if number)
    others = _tr("the words were added") if counts.n_of_codebook else _tr("the split was stored")
    text = f"{shown_path(plan.name)}: {told or others}."
    undoes = context.library.undo_label() or ""
    if plan.file.format == ANSWER_FORMAT:  # what matters next is how far one agrees
        notice = Notice(text, "good", action="review.agreement")
    else:
        notice = Notice(text, "good", action="edit.undo" if undoes else "", undoes=undoes)
    context.session.notice.emit(notice)


def _read(
    context: AppContext, path: Path, read_labels: Callable[[Library, JobContext], Labels]
) -> Callable[[Running], ImportPreview]:
    library, annotator = context.library.path, context.session.settings.annotator

    def work(job: Running) -> ImportPreview:
        from core.exchange.import_plan import plan_import
        from core.exchange.import_records import ImportChoices
        from core.exchange.label_records import MissingMeans
        from core.jobs import SubJob
        from core.library.store import Library

        with Library.open(library, read_only=True, annotator=annotator) as reading:
            format_name, file = read_labels(reading, SubJob(job, 0.0, READING))
            missing = MissingMeans.NO if file.closed else MissingMeans.UNJUDGED
            planning = SubJob(job, READING, 1.0 - READING)
            plan = plan_import(reading, file, path, ImportChoices(missing), planning)
        return ImportPreview(
            _with_translated_categories(plan),
            path,
            format_name,
            _n_songs(plan),
            file.decisions.n_of_words(),
            file.decisions.annotators(),
        )

    return work


def _read_file(path: Path, format_name: str, job: JobContext) -> Labels:
    from core.errors import ExchangeError
    from core.exchange.format_registry import format_to_read
    from core.exchange.steady_reading import read_steadily

    form = format_to_read(path, format_name)
    if form.read is None:
        raise ExchangeError("exchange.no_format", name=path.name, path=path)
    return form.name, read_steadily(form, path, job)


def _read_own_tags(library: Library, job: JobContext) -> Labels:
    from core.exchange.file_tags.reading import FORMAT, read_file_tags, songs_with_files

    return FORMAT, read_file_tags(songs_with_files(library), job=job)


def _plan_again(
    library: Path, annotator: str, preview: ImportPreview, choices: ImportChoices
) -> Callable[[Running], ImportPreview]:
    def work(job: Running) -> ImportPreview:
        from core.exchange.import_plan import plan_import
        from core.library.store import Library

        file = preview.plan.file
        with Library.open(library, read_only=True, annotator=annotator) as reading:
            plan = plan_import(reading, file, preview.path, _usable(choices), job)
        return replace(preview, plan=_with_translated_categories(plan), n_songs=_n_songs(plan))

    return work


def _count(
    library: Path, annotator: str, preview: ImportPreview
) -> Callable[[Running], ImportPreview]:
    def work(job: Running) -> ImportPreview:
        from core.exchange.import_plan import count_again
        from core.library.store import Library

        choices = _usable(preview.plan.choices)
        with Library.open(library, read_only=True, annotator=annotator) as reading:
            plan = count_again(reading, replace(preview.plan, choices=choices), job)
        return replace(preview, plan=plan, n_songs=_n_songs(plan))

    return work


def _usable(choices: ImportChoices) -> ImportChoices:
    """Tidy the names that were typed. Raises UnusableName."""
    from core.exchange.import_records import WordUse
    from core.library.text import clean_name

    words = {
        word: replace(
            choice,
            name=clean_name(choice.name, "tag"),
            category=clean_name(choice.category, "category"),
        )
        if choice.use is WordUse.NEW
        else choice
        for word, choice in choices.words.items()
    }
    annotator = choices.annotator.strip()
    annotator = clean_name(annotator, "annotator") if annotator else ""
    return replace(choices, words=words, annotator=annotator)


def _with_translated_categories(plan: ImportPlan) -> ImportPlan:
    """Name in the window's language where new words go that a file gives no category."""
    own_names = {"Imported": _tr("Imported"), "Lists": _tr("Lists")}
    words = tuple(
        replace(
            word,
            choice=replace(
                word.choice, category=own_names.get(word.choice.category, word.choice.category)
            ),
        )
        for word in plan.words
    )
    return replace(plan, words=words)


def _n_songs(plan: ImportPlan) -> int:
    return len({plan.song_id(song) for song in plan.file.decisions.judged_songs()} - {0})


def _tr(text: str) -> str:
    return QCoreApplication.translate("label_import", text)
