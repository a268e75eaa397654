"""Results as CSV (RFC 4180): a row a system, budget and metric; its columns are explained beside.

Learning curves are the rows of one system, one metric and one way of testing.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from core.atomic_files import atomic_write, is_stream
from core.experiments.cells import cannot_write
from core.experiments.plan import budget_text
from core.experiments.results import ExperimentResults, SystemResult
from core.metrics.metric_records import Estimate

COLUMNS = {
    "plan": "name of the plan",
    "tested": "folds: cross-validation over artists (over songs where artists are too few); frozen:"
    " songs that nothing else sees; by-song: cross-validation that takes artists apart, too good",
    "system": "name of the system, as in plans",
    "parameters": "what the plan sets of it, as name=value",
    "labelled": "songs with decisions that it learned from; all: of every fold",
    "metric": "wauc: AUC of the tags weighted by their songs; others: plain means over tags",
    "value": "mean over repetitions; empty where there is none",
    "low": "lower end of the 95 % range, by drawing artists",
    "high": "upper end of the 95 % range",
    "spread": "standard deviation over repetitions",
    "compared_with": "the system that the difference is to",
    "difference": "this system minus that one, on the same songs",
    "difference_low": "lower end of its 95 % range",
    "difference_high": "upper end of its 95 % range",
    "repetitions": "whole repetitions that the value is a mean of",
    "planned": "repetitions that the plan wants",
    "songs": "songs tested, with a decision",
    "artists": "artists among them, songs without an artist counted by themselves",
    "tags": "tags measured: with both a yes and a no among these songs",
    "tags_learned": "tags that could be learned, on average; the others count as guessed",
    "seconds": "for learning and scoring once, on average",
    "reason": "why a value, a range or a repetition is missing",
}
DIGITS = 6


def result_rows(results: ExperimentResults) -> list[list[object]]:
    """Return the table without its header, cells in the order of COLUMNS."""
    return [
        _cells(results, row, metric) for row in results.systems for metric in results.record.metrics
    ]


def write_results(results: ExperimentResults, path: Path) -> tuple[Path, ...]:
    """Write the table and what explains its columns, both or none. Raises ExperimentError.

    Returns the files; a pipe or a device gets the table alone.
    """
    columns = path.with_name(f"{path.stem}-columns.csv")
    files = (path,) if is_stream(path) else (path, columns)
    tables: tuple[Iterable[Sequence[object]], ...] = (
        [tuple(COLUMNS), *result_rows(results)],
        [("column", "meaning"), *COLUMNS.items()],
    )
    try:
        with ExitStack() as drafts:
            for file, rows in zip(files, tables, strict=False):
                draft = drafts.enter_context(atomic_write(file, shared=True))
                with draft.open("w", encoding="utf-8", newline="") as table:
                    csv.writer(table).writerows(rows)
    except OSError as error:
        raise cannot_write(path, error) from error
    return files


def _cells(results: ExperimentResults, row: SystemResult, metric: str) -> list[object]:
    number = row.means.get(metric, Estimate(None))
    difference = row.differences.get(metric, Estimate(None))
    return [
        results.record.name,
        row.kind,
        row.variant.system,
        row.variant.parameter_text,
        budget_text(row.budget),
        metric,
        *(_cell(value) for value in (number.value, number.low, number.high)),
        _cell(row.spread.get(metric)),
        results.compared if row.differences else "",
        *(_cell(value) for value in (difference.value, difference.low, difference.high)),
        row.n_repetitions,
        row.n_planned,
        row.n_songs,
        row.n_artists,
        row.n_tags,
        round(row.n_learned, 2),
        _cell(row.seconds),
        _text_cell(row.reason or number.reason or ""),
    ]


def _text_cell(text: str) -> str:
    """Return a text that no spreadsheet runs: a reason may begin with the name of a file."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _cell(value: float | None) -> object:
    return "" if value is None else round(value, DIGITS)
