"""Audacity's label tracks: lines of start, end and text, in seconds, a file a song.

A second line that begins with a backslash (frequencies of a spectral selection) is passed over.
Source: the Audacity manual, "Importing and exporting labels".
"""

from __future__ import annotations

import re
from pathlib import Path

from core.errors import ExchangeError
from core.exchange.files.label_files import first_head
from core.exchange.files.song_files import write_song_files
from core.exchange.files.text_lines import first_line, numbered_lines
from core.exchange.format_records import ExportOptions, LabelFormat, Target, Written
from core.exchange.label_records import LabelFile
from core.exchange.label_source import LabelSource, SongLabels
from core.exchange.notations.time_labels import LOST, TimeLabelReading, seconds, time_labels
from core.jobs import JobContext
from core.messages import message

SUFFIX = ".txt"
FREQUENCIES = "\\\t"
SHOWN = 80  # letters of a line in a message
_LABEL = re.compile(r"\s*-?\d+([.,]\d+)?\s*\t")  # its first column
_WRITTEN = re.compile(r"-?\d+[.,]\d+\t-?\d+[.,]\d+(\t|$)")  # as Audacity writes one


def read(path: Path, job: JobContext) -> LabelFile:
    """Read a file, or all of a folder. Raises ExchangeError where it is none; Cancelled."""
    reading = TimeLabelReading(LabelFile("audacity"))
    return reading.read_all(path, (SUFFIX,), lambda file, into: _read_one(file, into, job), job)


def _read_one(path: Path, reading: TimeLabelReading, job: JobContext) -> None:
    is_begun = False
    for line, text in numbered_lines(path, job):
        if text.startswith(FREQUENCIES):
            reading.skipped["exchange.frequencies_skipped"] += 1
        elif text.strip():
            if not is_begun and not _LABEL.match(text):
                raise ExchangeError(
                    "exchange.no_labels", name=path.name, line=line, text=text[:SHOWN], path=path
                )
            if not is_begun:
                reading.begin_song()
            is_begun = True
            _read_label(line, text, reading)


def _read_label(line: int, text: str, reading: TimeLabelReading) -> None:
    """Take one line; without an end, the second column may be the text."""
    first, *others = text.split("\t", 2)
    start_s, end_s = seconds(first), seconds(others[0]) if others else None
    if start_s is None or not others:
        reading.fault(line, message("exchange.label_without_times"), text[:SHOWN])
        return
    reading.take(line, start_s, end_s, " ".join(others[end_s is not None :]))


def write(source: LabelSource, path: Path, _options: ExportOptions, job: JobContext) -> Written:
    """Write a file for every song with decisions of the current annotator.

    Raises ExchangeError, Cancelled.
    """

    def content_of(song_labels: SongLabels) -> tuple[str, int]:
        labels = time_labels(source, song_labels)
        lines = [f"{one.start_s:.6f}\t{one.end_s:.6f}\t{one.text}\n" for one in labels]
        return "".join(lines), sum(label.n_decisions for label in labels)

    return write_song_files(source, path, SUFFIX, content_of, job)


def recognises(path: Path, head: bytes) -> bool:
    """Tell whether a file begins with a label, or a folder's first text file does."""
    return bool(_WRITTEN.match(first_line(first_head(path, (SUFFIX,)) if path.is_dir() else head)))


FORMAT = LabelFormat(
    "audacity",
    "exchange.title_audacity",
    (SUFFIX,),
    read,
    write,
    recognises,
    Target.FOLDER,
    (*LOST, "exchange.lost_microseconds"),
    "exchange.for_audacity",
)
