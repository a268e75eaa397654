"""The verb export: decisions as a file for other programs, spreadsheets and scripts."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import TextIO

from core.atomic_files import is_stream
from core.cli.context import open_library
from core.cli.terminal import Terminal, counted, is_terminal
from core.errors import UsageError
from core.exchange.format_records import ExportOptions, LabelFormat, Target, Written
from core.exchange.format_registry import format_named, writable_formats
from core.exchange.label_source import LabelSource
from core.jobs import JobContext
from core.library.search.query_parser import parse_query
from core.library.store import Library
from core.messages import message
from core.printable import path_text, printable
from core.temporary_folders import temporary_folder

STDOUT = Path("-")
USUAL_FORMAT = "csv"


def export_decisions(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write decisions in a format, with what explains it beside it.

    To stdout ("-"), a pipe or a device goes the file alone.
    """
    path: Path = options.path
    form = chosen_format(options.format, path)
    parse_query(options.query, is_finished=True)
    if options.captions and not form.has_captions:
        raise UsageError("cli.no_captions", format=form.name)
    with (
        open_library(options, terminal, allow_read_only=True) as library,
        terminal.job("Exporting") as job,
    ):
        source = LabelSource(library, options.query, all_annotators=options.all_annotators)
        n_others = 0 if options.all_annotators else _n_others(library)
        if path == STDOUT:
            written = _write_to_stdout(source, form, options, terminal.stdout(), job)
        else:
            path = path if is_stream(path) else path.absolute()
            assert form.write is not None
            written = form.write(source, path, _options(options), job)
    if path != STDOUT and not is_stream(path):
        _tell(written, form, terminal)
    for song, reason in written.skipped:
        terminal.say(f"left out: {song}: {reason}")
    in_files = ""
    if form.target is Target.FOLDER:
        in_files = f" in {counted(len(written.files), 'file')} of the folder {path_text(path)}"
    noun = "song" if form.only_songs else "decision"
    terminal.say(f"{counted(written.n_rows, noun)}{in_files}.")
    if not form.only_songs:
        _say_what_is_missing(source.n_decisions - written.n_rows, form, n_others, terminal)
    return 0


def _options(options: argparse.Namespace) -> ExportOptions:
    return ExportOptions(options.relative, captions=options.captions)


def _say_what_is_missing(n_left: int, form: LabelFormat, n_others: int, terminal: Terminal) -> None:
    """Say how many decisions a file lacks, and why. n_others: annotators who are not in it."""
    if n_left > 0:
        losses = "; ".join(message(id) for id in form.lost)
        terminal.say(f"{counted(n_left, 'decision')} not in it. Lost in {form.label}: {losses}.")
    if n_others:
        terminal.say("Only your own decisions; --all-annotators writes everybody's.")


def _n_others(library: Library) -> int:
    """Count the annotators with decisions beside the current one."""
    return sum(one.name != library.annotators.current.name for one in library.colleagues.ears())


def chosen_format(name: str | None, path: Path) -> LabelFormat:
    """Return the format of a name, else that of a file's suffix, else CSV. Raises UsageError."""
    if name:
        form = format_named(name)
    else:
        suffix = path.suffix.casefold()
        fitting = [form for form in writable_formats() if suffix in form.suffixes]
        of_files = [form for form in fitting if form.target is Target.FILE]
        usual = [form for form in of_files if form.name == suffix.removeprefix(".")]
        form = next(iter((*usual, *of_files, *fitting)), format_named(USUAL_FORMAT))
    if form.write is None:
        names = ", ".join(form.name for form in writable_formats())
        raise UsageError("cli.not_written", name=form.name, names=names)
    return form


def _write_to_stdout(
    source: LabelSource,
    form: LabelFormat,
    options: argparse.Namespace,
    stdout: TextIO,
    job: JobContext,
) -> Written:
    """Write the file alone. Raises UsageError for a format of several files."""
    if form.target is Target.FOLDER:
        raise UsageError("cli.no_stdout", name=form.name)
    if options.relative:
        raise UsageError("cli.relative_to_nothing")
    assert form.write is not None
    with temporary_folder("export") as folder:
        path = folder / f"labels{form.suffixes[0]}"
        written = form.write(source, path, ExportOptions(captions=options.captions), job)
        with path.open(encoding="utf-8", newline="") as file:
            if is_terminal(sys.stdout):  # which would obey control signs
                for line in file:
                    cells = (printable(cell) for cell in line.rstrip("\r\n").split("\t"))
                    stdout.write("\t".join(cells) + "\n")
            else:
                shutil.copyfileobj(file, stdout)
    return written


def _tell(written: Written, form: LabelFormat, terminal: Terminal) -> None:
    answer = {
        "format": form.name,
        "path": str(written.files[0]) if written.files else "",
        "files": [str(file) for file in written.files],
        "rows": written.n_rows,
        "skipped": [{"song": song, "reason": reason} for song, reason in written.skipped],
    }
    terminal.data(answer, [path_text(file) for file in written.files])
