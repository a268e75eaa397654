"""Results as CSV (RFC 4180): a row a system, budget and metric; its columns are explained beside.

Learning curves are the rows of one system, one metric and one way of testing.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from core.atomic_files import atomic_write, is_stream
from core.experiments.cells import table_not_written
from core.experiments.plan import budget_text
from core.experiments.results import ExperimentResults, SystemResult
from core.metrics.metric_records import Estimate
from core.printable import printable

COLUMNS = {
    "plan": "name of the plan",
    "tested": "folds: cross-validation over artists (over songs where artists are too few); frozen:"
    " songs that nothing else sees; by-song: cross-validation that takes artists apart, too good",
    "system": "name of the system, as in plans",
    "parameters": "what the plan sets of it, as name=value",
    "labelled": "songs with decisions that it learned from; all: of every fold",
    "deformation": "what was done to the sound of the songs tested; empty: nothing",
    "strength": "how much of it, in its own unit",
    "metric": "wauc: AUC of the tags weighted by their songs; others: plain means over tags",
    "value": "mean over repetitions; empty where there is none, or no range of it",
    "low": "lower end of the 95 % range, by drawing artists",
    "high": "upper end of the 95 % range",
    "spread": "standard deviation over repetitions",
    "compared_with": "the system that the difference is to; undeformed: the same system on sound as"
    " it is",
    "difference": "this system minus that one, on the same songs; empty where it has no range",
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
TAG_COLUMNS = (
    "plan", "tested", "system", "parameters", "labelled", "deformation", "strength", "tag", "auc",
    "ap", "support", "songs",
)  # fmt: skip
TAG_MEANINGS = {
    "tag": "name of the tag, in the table of tags",
    "auc": "area under its ROC curve, mean over repetitions; empty where it cannot be measured",
    "ap": "its average precision, likewise",
    "support": "songs with the tag among those tested",
}
UNDEFORMED = "undeformed"
DIGITS = 6


def result_rows(results: ExperimentResults) -> list[list[object]]:
    """Return the table without its header, cells in the order of COLUMNS."""
    return [
        _cells(results, row, metric) for row in results.systems for metric in results.record.metrics
    ]


def tag_rows(results: ExperimentResults) -> list[list[object]]:
    """Return the table of tags without its header, cells in the order of TAG_COLUMNS."""
    return [
        [
            results.record.name,
            *_system_cells(row),
            _text_cell(name),
            _cell(tag.auc),
            _cell(tag.ap),
            tag.support,
            tag.n,
        ]
        for row in results.systems
        for name, tag in row.tags.items()
    ]


def write_results(results: ExperimentResults, path: Path) -> tuple[Path, ...]:
    """Write the table, that of the tags and what explains their columns, all or none.

    Returns the files; a pipe or a device gets the table alone. Raises ExperimentError.
    """
    tags = path.with_name(f"{path.stem}-tags.csv")
    columns = path.with_name(f"{path.stem}-columns.csv")
    files = (path,) if is_stream(path) else (path, tags, columns)
    tables: tuple[Iterable[Sequence[object]], ...] = (
        [tuple(COLUMNS), *result_rows(results)],
        [TAG_COLUMNS, *tag_rows(results)],
        [("column", "meaning"), *COLUMNS.items(), *TAG_MEANINGS.items()],
    )
    try:
        with ExitStack() as drafts:
            for file, rows in zip(files, tables, strict=False):
                draft = drafts.enter_context(atomic_write(file, shared=True))
                with draft.open("w", encoding="utf-8", newline="") as table:
                    csv.writer(table).writerows(rows)
    except OSError as error:
        raise table_not_written(path, error) from error
    return files


def _system_cells(row: SystemResult) -> list[object]:
    condition = row.condition
    return [
        row.kind,
        row.variant.system,
        row.variant.parameter_text,
        budget_text(row.budget),
        "" if condition is None else condition.deformation,
        "" if condition is None else condition.strength,
    ]


def _cells(results: ExperimentResults, row: SystemResult, metric: str) -> list[object]:
    number = _with_range(row.means.get(metric, Estimate(None)))
    difference = _with_range(row.differences.get(metric, Estimate(None)))
    return [
        results.record.name,
        *_system_cells(row),
        metric,
        *(_cell(value) for value in (number.value, number.low, number.high)),
        _cell(row.spread.get(metric)),
        _compared(results, row),
        *(_cell(value) for value in (difference.value, difference.low, difference.high)),
        row.n_repetitions,
        row.n_planned,
        row.n_songs,
        row.n_artists,
        row.n_tags,
        round(row.n_learned, 2),
        _cell(row.seconds),
        _text_cell(printable(row.reason or number.reason or "")),
    ]


def _with_range(number: Estimate) -> Estimate:
    """Return a number as it is shown: none where it has no range that can be trusted."""
    return number if number.interval is not None else Estimate(None, reason=number.reason)


def _compared(results: ExperimentResults, row: SystemResult) -> str:
    if not row.differences:
        return ""
    return results.compared if row.condition is None else UNDEFORMED


def _text_cell(text: str) -> str:
    """Return a text that no spreadsheet runs: a reason may begin with the name of a file."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _cell(value: float | None) -> object:
    return "" if value is None else round(value, DIGITS)
