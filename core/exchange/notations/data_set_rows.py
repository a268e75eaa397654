"""What readers of published data sets share: rows of their tables, and what is no such table."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.errors import ExchangeError
from core.exchange.files.text_lines import numbered_lines
from core.exchange.label_records import LabelFile
from core.jobs import SILENT, JobContext
from core.library.evaluation_rows import TEST, TRAIN, VALID
from core.messages import message


def table_rows(
    path: Path, delimiter: str, job: JobContext = SILENT
) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the cells of every row that is not empty; no cell goes over lines.

    Raises ExchangeError, Cancelled.
    """
    for number, line in numbered_lines(path, job):
        if not line.strip():
            continue
        if '"' not in line:
            yield number, line.split(delimiter)
            continue
        try:
            yield number, next(csv.reader([line], delimiter=delimiter))
        except csv.Error:  # a quote that is none
            yield number, line.split(delimiter)


def keep_split(file: LabelFile, name: str) -> None:
    """Name the split whose sides the songs of a file have, and tell of it; none if none has one."""
    n_songs = Counter(song.side for song in file.songs if song.side)
    if n_songs:
        file.split = name
        remark = message(
            "exchange.has_split", name=name, n_train=n_songs[TRAIN], n_valid=n_songs[VALID],
            n_test=n_songs[TEST],
        )  # fmt: skip
        file.remarks.append(remark)


def no_data_set(path: Path, title: str, why: str) -> ExchangeError:
    """Return the error that a file is not what the data set's file of this name is."""
    return ExchangeError("exchange.no_data_set", name=path.name, title=title, why=why, path=path)


def lacks_columns(path: Path, title: str, names: Iterable[str]) -> ExchangeError:
    """Return the error that a data set's table has not all its columns."""
    why = message("exchange.why_columns", names=", ".join(names))
    return no_data_set(path, title, why)
