"""The verbs ask, answer and merge-answer: a second pair of ears by post."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from core.cli.agreement import agreement_lines, tag_ids
from core.cli.context import annotator_of_settings, feature_cache, open_library, rehearsed
from core.cli.terminal import Terminal, counted
from core.durations import length_text
from core.evaluation.agreement import library_agreement
from core.exchange.colleague.answer import (
    RequestProgress,
    add_decisions_of,
    add_missing_words,
    create_library,
    library_of,
    make_answer,
    progress_of,
)
from core.exchange.colleague.records import ColleagueRequest, RequestOptions
from core.exchange.colleague.request import make_request
from core.exchange.colleague.shared_file import read_request, write_answer, write_request
from core.exchange.colleague.songs import find_songs, match_songs
from core.exchange.formats.colleague_answer import FORMAT
from core.exchange.import_plan import plan_import
from core.exchange.import_records import ImportPlan
from core.exchange.importing import import_in_slices
from core.exchange.label_records import LabelledSong
from core.library.scan.importer import store_scanned
from core.library.store import Library, run_to_end
from core.printable import path_text


def ask(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write a request to a colleague. It holds no audio and no path."""
    path: Path = options.path.absolute()
    with (
        open_library(options, terminal, allow_read_only=True) as library,
        terminal.job("Gathering") as job,
    ):
        tags = tag_ids(library, options.tags) or [tag.id for tag in library.codebook.tags()]
        wanted = RequestOptions(
            tuple(tags), options.query, options.songs,
            options.blind, options.seed, options.note,
        )  # fmt: skip
        request = make_request(library, wanted, job)
    write_request(request, path)
    answer = {
        "path": str(path), "request": request.id, "songs": len(request.songs),
        "tags": list(request.tags), "blind": request.blind,
        "decisions": len(request.decisions), "seed": request.seed,
    }  # fmt: skip
    terminal.data(answer, [path_text(path)])
    shown = "blind" if request.blind else f"with {counted(len(request.decisions), 'decision')}"
    n_songs, n_tags = counted(len(request.songs), "song"), counted(len(request.tags), "tag")
    terminal.say(f"{n_songs}, {n_tags}, {shown}; no audio, no paths.")
    return 0


def answer(options: argparse.Namespace, terminal: Terminal) -> int:
    """Work on a request: find its songs, say how far it is, write the answer."""
    file: Path = options.request.absolute()
    request = read_request(file)
    name = annotator_of_settings() if options.annotator is None else options.annotator
    options.library = options.library or library_of(file)
    create_library(options.library, request, name)
    _greet(request, terminal)
    with open_library(options, terminal) as library:
        if name and library.annotators.current.name != name:
            library.annotators.add(name)
        add_missing_words(library, request, file.name)
        if options.audio:
            _find(library, request, options.audio, terminal)
            add_decisions_of(library, request, file.name)
        progress = progress_of(library, request)
        if options.write is not None:
            return _write(library, request, options.write.absolute(), terminal)
    terminal.data(_progress_json(progress, options.library), _progress_lines(progress))
    if progress.missing:
        terminal.say("--audio FOLDER looks for songs in another folder.")
    terminal.say(f"Decide with: rhythmcap --library {path_text(options.library)}")
    return 0 if progress.n_found else 1


def _greet(request: ColleagueRequest, terminal: Terminal) -> None:
    """Say who asks, about what, and what they write."""
    n_songs, n_tags = counted(len(request.songs), "song"), counted(len(request.tags), "tag")
    terminal.say(f"{request.annotator or 'A colleague'} asks about {n_tags} of {n_songs}"
                 f": {', '.join(request.tags)}.")  # fmt: skip
    if request.note:
        terminal.say(f"“{request.note}”")


def _find(
    library: Library, request: ColleagueRequest, folders: list[Path], terminal: Terminal
) -> None:
    """Look for the songs that are not in the library yet, and store them."""
    pairs = zip(request.songs, match_songs(library, request.songs), strict=True)
    lost = [song for song, match in pairs if not match.song_id]
    with terminal.job("Looking for the songs") as job:
        found = find_songs(lost, [f.absolute() for f in folders], feature_cache(), job)
    store_scanned(library, found.analyses)
    for failure in found.failed:
        terminal.say(f"{path_text(failure.path)}: {failure.reason}")
    n_files = counted(found.n_files, "file")
    terminal.say(f"{n_files} there, {found.n_read} read, {counted(len(found.analyses), 'song')} "
                 "of the request found.")  # fmt: skip


def _write(library: Library, request: ColleagueRequest, path: Path, terminal: Terminal) -> int:
    made = make_answer(library, request)
    write_answer(made, path)
    terminal.data(
        {
            "path": str(path), "annotator": made.annotator, "songs": len(made.songs),
            "decisions": len(made.decisions), "guess_visible": made.n_guess_visible,
        },
        [path_text(path)],
    )  # fmt: skip
    terminal.say(f"{counted(len(made.decisions), 'decision')} by {made.annotator}.")
    return 0


def merge_answer(options: argparse.Namespace, terminal: Terminal) -> int:
    """Take in an answer under its annotator's name, and say how far you agree."""
    path: Path = options.answer.absolute()
    with open_library(options, terminal) as library, rehearsed(library, options):
        with terminal.job("Comparing") as job:
            file = FORMAT.read(path, job) if FORMAT.read else None
            assert file is not None
            plan = plan_import(library, file, path, job=job)
        run_to_end(import_in_slices(library, plan))
        names = {file.decisions[0].annotator, library.annotators.current.name}
        known = {annotator.name for annotator in library.colleagues.ears()}
        ids = {tag.id for word in file.words if (tag := library.codebook.find(word.name))}
        found = library_agreement(library, names & known, ids)
        lines = agreement_lines(found)
        numbers = [tag.to_json() for tag in found.tags]
    terminal.data({**_plan_json(plan), "tags": numbers, "dry_run": options.dry_run}, lines)
    _say_plan(plan, terminal, dry_run=options.dry_run)
    return 0


def _plan_json(plan: ImportPlan) -> dict[str, Any]:
    counts = plan.counts
    return {
        "annotator": plan.file.decisions[0].annotator,
        "new": counts.n_new, "changed": counts.n_changed, "same": counts.n_same,
        "conflicts": counts.n_conflicts, "lost": counts.n_lost,
        "not_found": [
            song.name for song, match in zip(plan.file.songs, plan.matches, strict=True)
            if not match.song_id
        ],
    }  # fmt: skip


def _say_plan(plan: ImportPlan, terminal: Terminal, *, dry_run: bool) -> None:
    counts = plan.counts
    would = "would be " if dry_run else ""
    for remark in plan.file.remarks:
        terminal.say(remark)
    terminal.say(f"{counted(counts.n_new, 'decision')} {would}new, {counts.n_same} there already, "
                 f"{counts.n_conflicts} in conflict with what is there, which stays; "
                 f"{counts.n_lost} on songs not found.")  # fmt: skip


def _progress_json(progress: RequestProgress, library: Path) -> dict[str, Any]:
    return {
        "library": str(library),
        "songs": progress.n_songs, "found": progress.n_found,
        "decided": progress.n_decided, "to_decide": progress.n_cells,
        "missing": [song.name for song in progress.missing],
        "likely": [song.name for song, _ in progress.likely],
    }  # fmt: skip


def _progress_lines(progress: RequestProgress) -> list[str]:
    return [
        f"{progress.n_found} of {counted(progress.n_songs, 'song')} found",
        f"{progress.n_decided} of {counted(progress.n_cells, 'decision')} made",
        *(f"not found: {_song_line(song)}" for song in progress.missing),
        *(f"found by likeness, check it: {_song_line(song)}" for song, _ in progress.likely),
    ]


def _song_line(song: LabelledSong) -> str:
    """Write all that a colleague may know a song by: its file's name, its words, its length."""
    words = " - ".join(word for word in (song.artist, song.title) if word)
    length = length_text(song.duration_s) if song.duration_s else ""
    known = ", ".join(text for text in (words if words != song.name else "", length) if text)
    return f"{song.name} ({known})" if known else song.name
