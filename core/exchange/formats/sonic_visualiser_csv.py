"""Sonic Visualiser's annotation layers as CSV: regions, instants, texts; written as regions.

With a header (TIME or FRAME, VALUE, DURATION or END, LABEL) its columns are what they are called.
Without one the label is the last column and a time the first; of three, the second is an end
where it never lies before the first, else a value; of four and more, the third is a length.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import chain, islice
from pathlib import Path

from core.errors import ExchangeError
from core.exchange.files.label_files import first_head
from core.exchange.files.song_files import write_song_files
from core.exchange.files.text_lines import first_line, numbered_lines
from core.exchange.format_records import ExportOptions, LabelFormat, Target, Written
from core.exchange.label_records import LabelFile
from core.exchange.label_source import LabelSource, SongLabels
from core.exchange.notations.time_labels import (
    LOST,
    TimeLabel,
    TimeLabelReading,
    seconds,
    time_labels,
)
from core.jobs import JobContext
from core.messages import message

SUFFIX = ".csv"
HEADER = ("TIME", "VALUE", "DURATION", "LABEL")
TIMES, FRAMES, LENGTHS, ENDS, LABELS = (
    ("TIME", "START", "ONSET"), ("FRAME",), ("DURATION",), ("END", "OFFSET"), ("LABEL", "TEXT"),
)  # fmt: skip
OTHERS = ("VALUE", "LEVEL", "HEIGHT", "EXTENT", "FREQUENCY", "URI")
DELIMITERS = ("\t", ";", ",")
FRAMES_HZ = 44_100  # what a file is read by that counts in frames, and does not tell of how many
LONGEST_SONG_S = 7200  # whole numbers beyond, without a header, are frames
SAMPLE_ROWS = 200
SHOWN = 80
DIGITS = 9  # of a second, that a start and a length are told with
_TIME = re.compile(r"\d+[.,]\d{3,}")
_NUMBER = re.compile(r"-?\d+([.,]\d+)?(e-?\d+)?|nan|inf", re.IGNORECASE)

_Row = tuple[int, list[str]]
"""A line's number, and its cells."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what. second: an end, or with is_length a length; None for neither."""

    start: int
    label: int
    second: int | None = None
    is_length: bool = False
    in_frames: bool = False
    label_is_last: bool = True


def read(path: Path, job: JobContext) -> LabelFile:
    """Read a file, or all of a folder. Raises ExchangeError where it is none; Cancelled."""
    reading = TimeLabelReading(LabelFile("sonic-visualiser-csv"))
    return reading.read_all(path, (SUFFIX,), lambda file, into: _read_one(file, into, job), job)


def _read_one(path: Path, reading: TimeLabelReading, job: JobContext) -> None:
    rows = _rows(path, job)
    sample = list(islice(rows, SAMPLE_ROWS))
    if not sample:
        return
    columns = _named_columns(sample[0][1])
    if columns is not None:
        del sample[0]
    else:
        columns = _guessed_columns([cells for _, cells in sample])
    if columns is None:
        line, cells = sample[0]
        text = ", ".join(cells)[:SHOWN]
        raise ExchangeError("exchange.no_labels", name=path.name, line=line, text=text, path=path)
    if columns.in_frames:
        reading.skipped["exchange.frames_assumed"] += 1
    reading.begin_song()
    for line, cells in chain(sample, rows):
        _read_row(reading, columns, line, cells)


def _read_row(reading: TimeLabelReading, columns: _Columns, line: int, cells: list[str]) -> None:
    last = None if columns.label_is_last else columns.label + 1
    text = ", ".join(cells[columns.label : last]).strip()
    start, second = _time(cells, columns.start), _time(cells, columns.second)
    if start is None or (second is None) != (columns.second is None):
        reading.fault(line, message("exchange.label_without_times"), ", ".join(cells)[:SHOWN])
    elif not text:
        reading.skipped["exchange.unlabelled_skipped"] += 1
    else:
        if second is not None and columns.is_length:
            second += start
        scale = FRAMES_HZ if columns.in_frames else 1.0
        end_s = None if second is None else round(second / scale, DIGITS)
        reading.take(line, round(start / scale, DIGITS), end_s, text)


def _time(cells: list[str], column: int | None) -> float | None:
    return seconds(cells[column]) if column is not None and column < len(cells) else None


def _rows(path: Path, job: JobContext) -> Iterator[_Row]:
    """Yield the rows that hold anything; a line is a row, quotes or not."""
    delimiter = ""
    for line, text in numbered_lines(path, job):
        if not text.strip():
            continue
        delimiter = delimiter or _delimiter(text)
        try:
            yield line, next(csv.reader([text], delimiter=delimiter))
        except csv.Error:  # longer than any cell
            yield line, text[: csv.field_size_limit()].split(delimiter)


def _delimiter(text: str) -> str:
    return next((sign for sign in DELIMITERS if sign in text), DELIMITERS[-1])


def _named_columns(cells: Sequence[str]) -> _Columns | None:
    """Return the columns of a header; None where it is none."""
    names = [cell.strip().upper() for cell in cells]
    start, label = _column(names, TIMES + FRAMES), _column(names, LABELS)
    if start is None or label is None:
        return None
    length, end = _column(names, LENGTHS), _column(names, ENDS)
    return _Columns(
        start, label, end if length is None else length, length is not None,
        names[start] in FRAMES, label == len(names) - 1,
    )  # fmt: skip


def _column(names: Sequence[str], wanted: Sequence[str]) -> int | None:
    return next((column for column, name in enumerate(names) if name in wanted), None)


def _guessed_columns(sample: Sequence[Sequence[str]]) -> _Columns | None:
    """Return the columns of rows without a header; None where they are no labels with times."""
    if len(sample[0]) < 2 or not _NUMBER.fullmatch(sample[0][0].strip()):
        return None
    n_columns = min(len(row) for row in sample if len(row) > 1)
    starts = [row[0].strip() for row in sample]
    times = [seconds(start) or 0.0 for start in starts]
    in_frames = all(start.isdigit() for start in starts) and max(times) > LONGEST_SONG_S
    if n_columns == 2 or not all(_is_number(row, 1) for row in sample):
        return _Columns(0, 1, in_frames=in_frames)
    if n_columns > 3 and all(_is_number(row, 2) for row in sample):
        return _Columns(0, n_columns - 1, 2, is_length=True, in_frames=in_frames)
    pairs = [(time, seconds(row[1]) or 0.0) for time, row in zip(times, sample, strict=True)]
    is_end = all(second >= time for time, second in pairs) and any(s > t for t, s in pairs)
    return _Columns(0, 2, 1 if is_end else None, in_frames=in_frames)


def _is_number(row: Sequence[str], column: int) -> bool:
    return len(row) > column and _NUMBER.fullmatch(row[column].strip()) is not None


def write(source: LabelSource, path: Path, _options: ExportOptions, job: JobContext) -> Written:
    """Write a file for every song with decisions of the current annotator.

    Raises ExchangeError, Cancelled.
    """

    def content_of(song_labels: SongLabels) -> tuple[str, int]:
        labels = time_labels(source, song_labels)
        return _layer(labels), sum(label.n_decisions for label in labels)

    return write_song_files(source, path, SUFFIX, content_of, job)


def _layer(labels: Sequence[TimeLabel]) -> str:
    """Write one song's regions; labels of the same text stand at the same height."""
    heights: dict[str, int] = {}
    layer = StringIO()
    rows = csv.writer(layer)
    rows.writerow(HEADER)
    for label in labels:
        start_s, end_s = round(label.start_s, 6), round(label.end_s, 6)
        height = heights.setdefault(label.text, len(heights))
        rows.writerow((f"{start_s:.6f}", height, f"{end_s - start_s:.6f}", label.text))
    return layer.getvalue()


def recognises(path: Path, head: bytes) -> bool:
    """Tell whether a file, or a folder's first, begins as a layer: not just any table does."""
    first = first_line(first_head(path, (SUFFIX,)) if path.is_dir() else head)
    if not first.strip():
        return False
    cells = next(csv.reader([first], delimiter=_delimiter(first)), [])
    if _named_columns(cells):
        known = {*TIMES, *FRAMES, *LENGTHS, *ENDS, *LABELS, *OTHERS}
        return {cell.strip().upper() for cell in cells} <= known
    return len(cells) > 1 and _TIME.fullmatch(cells[0].strip()) is not None


FORMAT = LabelFormat(
    "sonic-visualiser-csv",
    "exchange.title_sonic_visualiser_csv",
    (SUFFIX,),
    read,
    write,
    recognises,
    Target.FOLDER,
    (*LOST, "exchange.lost_microseconds"),
    "exchange.for_sonic_visualiser",
)
