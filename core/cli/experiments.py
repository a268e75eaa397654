"""The verbs about experiments: list plans, run one, show what it found."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from pathlib import Path

from core.audio.deformations import Condition
from core.cli.changed_files import settle_files
from core.cli.context import feature_cache, find_model, find_split, load_model, open_library
from core.cli.metric_lines import estimate_text, gained_text
from core.cli.source_tasks import make_source_task
from core.cli.terminal import Terminal, columns, counted, metric_text
from core.cli.thesis_lines import thesis_lines
from core.durations import clock_text
from core.errors import UsageError
from core.evaluation.looks import note_look
from core.experiments.plan import BY_SONG, FOLDS, FROZEN, Plan, budget_text
from core.experiments.plan_file import SUFFIX, read_plan, shipped_plans, unknown_split
from core.experiments.results import ExperimentResults, SystemResult, read_results
from core.experiments.results_table import COLUMNS, result_rows, write_results
from core.experiments.runner import Material, Run, RunReport, opened_run
from core.experiments.source_record import read_source
from core.experiments.thesis_tables import thesis_tables
from core.library.store import Library
from core.messages import message
from core.metrics.measure import WAUC
from core.metrics.metric_records import Estimate
from core.models.probe_form import embedding_key
from core.paths import folders
from core.printable import path_text
from core.systems.catalogue import SYSTEMS
from core.systems.song_views import SongViews

HEADS = ("tested", "system", "labelled", "WAUC (95 %)", "spread", "difference (95 %)", "seconds")
TESTED = {
    FOLDS: "other artists",
    FROZEN: "frozen songs",
    BY_SONG: "artists apart (too good)",
}
SONGS_APART = "other songs"  # where the artists are too few


def list_plans(_options: argparse.Namespace, terminal: Terminal) -> int:
    """List the plans that come along, and what a plan can name."""
    plans = [read_plan(path) for path in shipped_plans().values()]
    systems = [
        {
            "name": entry.name,
            "title": str(message(entry.title)),
            "source": entry.source,
            "parameters": {name: given.default for name, given in entry.parameters.items()},
        }
        for entry in SYSTEMS.values()
    ]
    terminal.data(
        {"plans": [_plan_json(plan) for plan in plans], "systems": systems},
        [
            *columns([_plan_cells(plan) for plan in plans]),
            "",
            *columns([[entry.name, message(entry.title)] for entry in SYSTEMS.values()]),
        ],
    )
    return 0


def _plan_json(plan: Plan) -> dict[str, object]:
    return {
        "name": plan.name,
        "systems": [variant.label for variant in plan.variants],
        "budgets": [budget_text(budget) for budget in plan.budgets],
        "folds": plan.n_folds,
        "repetitions": plan.n_repetitions,
        "cells": plan.n_cells,
    }


def _plan_cells(plan: Plan) -> list[str]:
    return [
        plan.name,
        counted(len(plan.variants), "system"),
        "labelled songs: " + ", ".join(map(budget_text, plan.budgets)),
        f"{plan.n_repetitions} × {counted(plan.n_folds, 'fold')}",
        counted(plan.n_cells, "cell"),
    ]


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Run a plan on the library, and show what it found."""
    path = _plan_path(options.plan)
    plan = read_plan(path)
    folder = options.out or folders().experiments / plan.name
    with open_library(options, terminal, allow_read_only=True) as library:
        splits = library.evaluation.named_splits()
        if plan.split and plan.split not in splits:
            raise unknown_split(path, plan.split, list(splits))
        material = _material(options, library, plan, terminal)
        with ExitStack() as opened:
            with terminal.job("Reading the songs") as job:
                ready = opened.enter_context(opened_run(plan, material, folder, job))
            terminal.say(_expectation(ready))
            with terminal.job("Trying systems") as job:
                report = ready.finish(job)
        if report.frozen:
            note_look(library, report.frozen, "experiment")
    _say_report(report, terminal)
    terminal.say(f"results: {path_text(folder.absolute())}")
    return _show(folder, options.csv, terminal)


def _expectation(run: Run) -> str:
    """Say how much is to be done, and how long it will take."""
    n_waiting, costs = run.n_cells - run.n_found, run.costs
    if not n_waiting:
        return f"{counted(run.n_cells, 'cell')}, all finished before"
    about = clock_text(costs.total_s)
    if costs.n_known == n_waiting:
        basis = "such cells took here before"
    else:
        basis = "such cells took before, here or where the plans were made"
    return f"{counted(n_waiting, 'cell')} to be run, about {about} by what {basis}"


def _plan_path(given: Path) -> Path:
    """Return the file of a plan. Raises UsageError where there is none of this name."""
    shipped = shipped_plans()
    if str(given) in shipped and not given.is_file():
        return shipped[str(given)]
    if not given.is_file() and given.suffix != SUFFIX:
        raise UsageError("experiments.no_plan", name=str(given), known=", ".join(shipped))
    return given


def _material(
    options: argparse.Namespace, library: Library, plan: Plan, terminal: Terminal
) -> Material:
    split = find_split(library, plan.split or None)
    row = find_model(library, options.model)
    model = load_model(row, terminal)
    settle_files(library, library.songs.locations(), terminal)
    labels = library.annotations.labels()
    hash_of = dict(zip(labels.song_ids.tolist(), labels.audio_hashes, strict=True))
    views = SongViews(feature_cache(), model)
    sides = {hash_of[song]: side for song, side in split.items() if song in hash_of}
    # A model's own last layer is a part of the recipe, so the words count, too.
    key = f"{embedding_key(views.model)} {row.name}"
    source = plan.source and make_source_task(plan.source, labels, terminal)
    return Material(labels, views, row.name, key, sides, folders().divisions, source=source or None)


def _say_report(report: RunReport, terminal: Terminal) -> None:
    if report.n_found:
        terminal.say(f"{counted(report.n_found, 'cell')} of {report.n_cells} finished before")
    for path, reason in report.skipped:
        terminal.say(f"not heard: {path_text(path)}, {reason}")


def show(options: argparse.Namespace, terminal: Terminal) -> int:
    """Show the results of a folder."""
    folder: Path = options.folder
    own = folders().experiments / folder
    is_name = not folder.is_dir() and folder.name == str(folder) and own.is_dir()
    return _show(own if is_name else folder, options.csv, terminal)


def _show(folder: Path, table: Path | None, terminal: Terminal) -> int:
    with terminal.job("Measuring") as job:
        results = read_results(folder, job)
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in result_rows(results)]
    record = results.record
    tables = thesis_tables(results)
    terminal.data(
        {
            "plan": record.name,
            "model": record.model,
            "cells": results.n_cells,
            "finished": results.n_finished,
            "remarks": list(record.remarks),
            "results": rows,
            **({"thesis": [table.to_json() for table in tables]} if tables else {}),
        },
        [*_lines(results), *thesis_lines(tables, read_source(folder))],
    )
    for line in (*record.remarks, *_remarks(results)):
        terminal.say(line)
    if table is not None:  # last: the answer is there, also where this file cannot be
        for path in write_results(results, table):
            terminal.say(f"written: {path_text(path.absolute())}")
    return 0


def _lines(results: ExperimentResults) -> list[str]:
    rows = [list(HEADS)]
    for row in sorted_rows(results):
        tested = TESTED[row.kind] if results.record.by_artist else SONGS_APART
        spread, seconds = row.spread.get(WAUC), row.seconds
        rows.append([
            TESTED[row.kind] if row.kind != FOLDS else tested,
            row.variant.label if row.condition is None else f"  {condition_text(row.condition)}",
            budget_text(row.budget),
            estimate_text(row.means[WAUC]),
            "–" if spread is None else f"± {metric_text(spread)}",
            gained_text(row.differences.get(WAUC, Estimate(None))),
            "–" if seconds is None else f"{seconds:.1f}",
        ])  # fmt: skip
    lines = columns(rows, frozenset(range(2, len(HEADS))))
    n_deformed = sum(row.condition is not None for row in results.systems)
    songs = max((row.n_songs for row in results.systems), default=0)
    artists = max((row.n_artists for row in results.systems), default=0)
    tags = max((row.n_tags for row in results.systems), default=0)
    return [
        *lines,
        f"{results.record.name}: {counted(songs, 'song')} by {counted(artists, 'artist')},"
        f" {counted(tags, 'tag')}; differences are to {results.compared}"
        + (", those of deformed sound to the same system without" if n_deformed else ""),
    ]


def sorted_rows(results: ExperimentResults) -> list[SystemResult]:
    """Put the rows of deformed sound behind those of the same system on the sound as it is."""
    own = [row for row in results.systems if row.condition is None]
    deformed: dict[tuple[object, ...], list[SystemResult]] = {}
    for row in results.systems:
        if row.condition is not None:
            deformed.setdefault((row.variant, row.kind, row.budget), []).append(row)
    return [
        line
        for row in own
        for line in (row, *deformed.get((row.variant, row.kind, row.budget), ()))
    ]


def condition_text(condition: Condition) -> str:
    """Write a deformation with its strength."""
    return f"{condition.deformation} {condition.strength_text}"


def _remarks(results: ExperimentResults) -> list[str]:
    """Say why numbers are missing, once for a reason, and how much is still to be done."""
    rows_by_reason: dict[str, list[SystemResult]] = {}
    for row in results.systems:
        reason = row.reason or row.means[WAUC].reason
        if reason:
            rows_by_reason.setdefault(reason, []).append(row)
    lines = []
    for reason, rows in rows_by_reason.items():
        names = dict.fromkeys(f"{row.variant.label} ({budget_text(row.budget)})" for row in rows)
        lines.append(f"no range, or not of all repetitions: {', '.join(names)}: {reason}")
    if results.n_finished < results.n_cells:
        n_left = results.n_cells - results.n_finished
        lines.append(f"{counted(n_left, 'cell')} of {results.n_cells} still to be run")
    return lines
