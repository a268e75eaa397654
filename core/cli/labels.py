"""The verb import-labels: decisions of another program, previewed or taken in as one undo."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path

from core.cli.context import feature_cache, open_library, use_new_annotator
from core.cli.label_report import lines_of, plan_json, say_what_was_read
from core.cli.own_tags import read_songs_own_tags
from core.cli.terminal import Terminal, counted
from core.errors import LibraryError, UsageError
from core.exchange.format_registry import format_to_read, readable_formats
from core.exchange.import_plan import plan_import
from core.exchange.import_records import ImportChoices, ImportPlan, MatchedBy, WordChoice
from core.exchange.importing import import_in_slices, n_slices
from core.exchange.label_records import LabelFile, MissingMeans
from core.exchange.named_files import find_named_files
from core.exchange.steady_reading import read_steadily
from core.exchange.word_map import choices_of, read_word_map, unknown_words
from core.library.edits.import_edits import OnConflict
from core.library.scan.importer import import_songs
from core.library.scan.scanning import find_unchanged
from core.library.store import Library


def import_labels(options: argparse.Namespace, terminal: Terminal) -> int:
    """Take in a file of labels. 1 if nothing came in."""
    is_of_songs = options.from_files is not None
    if is_of_songs == (options.file is not None):
        raise UsageError("cli.one_source")
    file = None if is_of_songs else _read(options, options.file.absolute(), terminal)
    with open_library(options, terminal, allow_read_only=options.dry_run) as library:
        path: Path = library.path if options.file is None else options.file.absolute()
        if file is None:
            file = read_songs_own_tags(options, library, terminal)
        n_added = _add_songs(options, file, library, terminal) if options.audio else 0
        with nullcontext() if options.dry_run else library.database.transaction():
            if not options.dry_run:
                use_new_annotator(library, options, terminal)
            choices = _choices(options, file, library, terminal)
            with terminal.job("Matching") as job:
                plan = plan_import(library, file, path, choices, job)
            if not options.dry_run:
                _take_in(library, plan, terminal)
        answer = {"file": str(path), "dry_run": options.dry_run, "songs_added": n_added}
        terminal.data({**answer, **plan_json(plan, library)}, lines_of(plan, library))
    _sum_up(plan, terminal, dry_run=options.dry_run)
    counts = plan.counts
    would_be_found = options.dry_run and n_added
    return 0 if counts.n_on_songs + counts.n_of_codebook + counts.n_same or would_be_found else 1


def _read(options: argparse.Namespace, path: Path, terminal: Terminal) -> LabelFile:
    """Read the file. Raises ExchangeError, UsageError for a format that cannot be read."""
    form = format_to_read(path, options.format or "")
    if form.read is None:
        names = ", ".join(form.name for form in readable_formats())
        raise UsageError("cli.not_readable", name=form.name, names=names)
    with terminal.job("Reading") as job:
        file = read_steadily(form, path, job)
    say_what_was_read(form.label, file, terminal)
    return file


def _add_songs(
    options: argparse.Namespace, file: LabelFile, library: Library, terminal: Terminal
) -> int:
    """Import the sound files that the file names; return how many songs are, or would be, new."""
    folder: Path = options.audio.absolute()
    if not folder.is_dir():
        raise LibraryError("cli.no_folder", folder=folder, path=folder)
    with terminal.job("Looking") as job:
        paths = find_named_files(file.songs, folder, job)
    if options.dry_run:
        known = library.songs.known_files()
        n_new = sum(find_unchanged(path, known) is None for path in paths)
        terminal.say(f"{counted(n_new, 'song')} of {folder} would be added first.")
        if n_new:
            terminal.say("They are not in the library yet, so that below they count as not found:"
                         " the import itself takes in what the file says of them.")  # fmt: skip
        return n_new
    with terminal.job("Importing") as job:
        result = import_songs(library, paths, feature_cache(), job=job)
    terminal.say(f"{counted(len(result.added), 'song')} added, {len(result.already)} there.")
    for failure in result.failed:
        terminal.say(f"{failure.path}: {failure.reason} {failure.remedy}".rstrip())
    return len(result.added)


def _choices(
    options: argparse.Namespace, file: LabelFile, library: Library, terminal: Terminal
) -> ImportChoices:
    usual = MissingMeans.NO if file.closed else MissingMeans.UNJUDGED
    words: Mapping[int, WordChoice] = {}
    if options.map:
        targets = read_word_map(options.map)
        words = choices_of(targets, options.map, file, library)
        if unknown := unknown_words(targets, file):
            terminal.say(f"not in the file: {', '.join(unknown)}")
    return ImportChoices(
        missing=MissingMeans(options.missing or usual),
        on_conflict=OnConflict(options.conflicts),
        annotator=options.annotator or "",
        words=words,
        all_likely=options.likely,
    )


def _take_in(library: Library, plan: ImportPlan, terminal: Terminal) -> None:
    """Do the plan, all or nothing. Raises LibraryError, Cancelled."""
    with terminal.job("Storing") as job:
        work = import_in_slices(library, plan)
        try:
            for n_done in work:
                job.check()
                job.report(n_done, max(n_done, n_slices(plan)))
        finally:
            work.close()
        job.report(1, 1)


def _sum_up(plan: ImportPlan, terminal: Terminal, *, dry_run: bool) -> None:
    counts = plan.counts
    would = "would be " if dry_run else ""
    terminal.say(f"{counted(counts.n_new, 'decision')} {would}added, {counts.n_changed} changed,"
                 f" {counts.n_same} there already.")  # fmt: skip
    for number, text in (
        (counts.n_rest, 'of those changed: in place of a no from "the rest is no"'),
        (counts.n_conflicts, f"against decisions here ({plan.choices.on_conflict} counts)"),
        (counts.n_lost, "on songs that were not found"),
        (counts.n_ignored, "on words that are left out"),
        (counts.n_twice, "said before by another row"),
        (counts.n_cut_off, "on regions that end after their song: cut off there"),
        (counts.n_behind, "on regions that begin after their song ends: left out"),
    ):
        if number:
            terminal.say(f"{number} {text}.")
    n_alike = sum(match.by is MatchedBy.LIKENESS for match in plan.matches)
    if n_alike and not plan.choices.all_likely:
        terminal.say(f"{counted(n_alike, 'song')} only alike, and not taken: see “alike” above;"
                     " --likely takes them, too.")  # fmt: skip
    if plan.file.closed:
        terminal.say("What is not ticked counts as no; --missing unjudged leaves it open."
                     if plan.choices.missing is MissingMeans.NO
                     else "What is not ticked stays not judged.")  # fmt: skip
    if plan.n_faults:
        terminal.say(f"{counted(plan.n_faults, 'row')} not read as it stands.")
    if counts.n_of_codebook and not counts.n_on_songs:
        terminal.say(f"Only words {'would ' if dry_run else ''}come in:"
                     f" {counted(counts.n_words, 'new tag')},"
                     f" {counted(counts.n_aliases, 'other name')}.")  # fmt: skip
    if dry_run:
        terminal.say("Nothing was changed: this is what would be.")
