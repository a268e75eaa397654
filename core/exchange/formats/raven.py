"""Raven's selection tables: tab-separated rows of begin and end, a file a song.

What RhythmCap writes has all of a decision in columns of its own. Of others' tables any own column
is read: a text is a tag (or several, see label_texts) in the category that the column is called,
columns of notes are notes. Where a table is of several files, `Begin File` and `File Offset (s)`
say where in which. Source: the Raven Pro manual, "Selection tables".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from core.errors import ExchangeError
from core.exchange.files.label_files import first_head
from core.exchange.files.song_files import write_song_files
from core.exchange.files.text_lines import first_line, numbered_lines
from core.exchange.format_records import ExportOptions, LabelFormat, Target, Written
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.exchange.label_source import LabelSource, SongLabels
from core.exchange.notations.time_labels import TimeLabelReading, seconds
from core.exchange.tables.cell_records import from_cell, to_cell
from core.jobs import JobContext
from core.library.records import Annotation, State
from core.library.text import storable
from core.messages import message

SUFFIX, WRITTEN_SUFFIX = ".txt", ".selections.txt"
BEGIN, END, OFFSET = "Begin Time (s)", "End Time (s)", "File Offset (s)"
FILE, FILE_PATH = "Begin File", "Begin Path"
HASH = "Audio Hash"
MEASURED = (
    "Selection", "View", "Channel", BEGIN, END, "Low Freq (Hz)", "High Freq (Hz)", FILE, OFFSET,
)  # fmt: skip
OWN = (
    "Category", "Tag", "State", "Scope", "Intensity", "Annotator", "Note", "Created", HASH,
)  # fmt: skip
SONG, REGION = "song", "region"  # scopes
NAMELESS_COLUMNS = ("annotation", "annotations", "label", "labels", "tag", "tags")
NOTE_COLUMNS = ("note", "notes", "comment", "comments")
SHOWN = 80
_MEASUREMENT = re.compile(
    r"selection|view|channel|(begin|end|delta) .*|.*\([^()]*\)"
    r"|.*\b(power|entropy|freq|frequency|score|confidence)\b.*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-+]?\d+([.,:]\d+)*%?")
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_ESCAPED = re.compile(r"\\[\\tnr]")
_MEANT = {written: sign for sign, written in _ESCAPES.items()}


def read(path: Path, job: JobContext) -> LabelFile:
    """Read a file, or all of a folder. Raises ExchangeError where it is none; Cancelled."""
    reading = TimeLabelReading(LabelFile("raven"))
    return reading.read_all(path, (SUFFIX,), lambda file, into: _read_one(file, into, job), job)


def _read_one(path: Path, reading: TimeLabelReading, job: JobContext) -> None:
    table: _Table | None = None
    for line, text in numbered_lines(path, job):
        cells = text.split("\t")
        if not text.strip():
            continue
        names = [cell.strip() for cell in cells]
        if table is not None:
            table.read_row(line, cells if table.own else names)
        elif BEGIN in names and END in names:
            table = _Table(reading, {name: column for column, name in enumerate(names) if name})
        else:
            raise ExchangeError(
                "exchange.no_labels", name=path.name, line=line, text=text[:SHOWN], path=path
            )


@dataclass(slots=True)
class _Table:
    """One table, read row by row. columns: where its names are. last: the selection before."""

    reading: TimeLabelReading
    columns: Mapping[str, int]
    last: tuple[str, ...] = ()
    own: bool = field(init=False)
    label_columns: list[str] = field(init=False)
    note_columns: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.own = {"Tag", "State", "Scope"} <= set(self.columns)
        others = [name for name in self.columns if not _MEASUREMENT.fullmatch(name)]
        self.note_columns = [name for name in others if name.casefold() in NOTE_COLUMNS]
        self.label_columns = [name for name in others if name not in self.note_columns]

    def read_row(self, line: int, cells: list[str]) -> None:
        """Take one selection; Raven may list it once a view."""
        row = {name: cells[n] for name, n in self.columns.items() if n < len(cells)}
        selection = tuple(value for name, value in row.items() if name not in ("View", "Channel"))
        if row.get("Selection") and selection == self.last:
            return
        self.last = selection
        span = _span(row)
        if span is None:
            reason = message("exchange.label_without_times")
            self.reading.fault(line, reason, " ".join(cells)[:SHOWN])
            return
        file, audio_hash = row.get(FILE_PATH) or row.get(FILE), ""
        if self.own:
            file, audio_hash = _text(row, FILE), _text(row, HASH)
        self.reading.begin_song(LabelledSong(file, audio_hash) if file else None)
        if self.own:
            self._take_own(line, row, span)
        else:
            self._take(line, row, span)

    def _take(self, line: int, row: Mapping[str, str], span: tuple[float, float]) -> None:
        note = "; ".join(filter(None, (row.get(name, "") for name in self.note_columns)))
        texts = [(name, row.get(name, "")) for name in self.label_columns]
        texts = [(name, text) for name, text in texts if text and not _NUMBER.fullmatch(text)]
        for name, text in texts:
            category = "" if name.casefold() in NAMELESS_COLUMNS else name
            self.reading.take(line, *span, text, category, note)
        if not texts:
            self.reading.skipped["exchange.unlabelled_skipped"] += 1

    def _take_own(self, line: int, row: Mapping[str, str], span: tuple[float, float]) -> None:
        """Take a row as RhythmCap writes it."""
        name, state, intensity = _text(row, "Tag"), row.get("State", ""), row.get("Intensity", "")
        if not name or state not in set(State) or (intensity and seconds(intensity) is None):
            self.reading.fault(line, message("exchange.raven_no_decision"), name or state)
            return
        start_s, end_s = (None, None) if row["Scope"] == SONG else span
        file = self.reading.file
        decision = LabelledDecision(
            self.reading.song, file.add_word(LabelledWord(name, _text(row, "Category"))),
            State(state), seconds(intensity), start_s, end_s, _text(row, "Annotator"),
            row.get("Created", ""), _text(row, "Note"), line,
        )  # fmt: skip
        file.decide(decision, self.reading.name)


def _span(row: Mapping[str, str]) -> tuple[float, float] | None:
    """Return when a selection begins and ends in its own file; None where that is not told."""
    begin_s, end_s = seconds(row.get(BEGIN, "")), seconds(row.get(END, ""))
    if begin_s is None or end_s is None:
        return None
    offset_s = seconds(row.get(OFFSET, ""))
    if offset_s is None or offset_s == begin_s or not (row.get(FILE) or row.get(FILE_PATH)):
        return begin_s, end_s
    return offset_s, round(offset_s + end_s - begin_s, 9)


def _text(row: Mapping[str, str], name: str) -> str:
    """Return a text as _field() wrote it."""
    cell = row.get(name, "")
    return from_cell(_ESCAPED.sub(lambda found: _MEANT[found[0]], cell))


def write(source: LabelSource, path: Path, _options: ExportOptions, job: JobContext) -> Written:
    """Write a table for every song that has decisions. Raises ExchangeError, Cancelled."""

    def content_of(labels: SongLabels) -> tuple[str, int]:
        lines = ("\t".join(row) + "\n" for row in _rows(source, labels))
        return "".join(lines), len(labels.decisions)

    return write_song_files(source, path, WRITTEN_SUFFIX, content_of, job)


def _rows(source: LabelSource, labels: SongLabels) -> Iterator[tuple[str, ...]]:
    yield (*MEASURED, *OWN)
    song = labels.song
    for number, decision in enumerate(labels.decisions, start=1):
        whole = decision.start_s is None or decision.end_s is None
        begin, end = _plain(decision.start_s or 0.0), _plain(decision.end_s or song.duration_s)
        yield (
            *(str(number), "Spectrogram 1", "1", begin, end, "0", str(song.rate_hz // 2)),
            *(_field(song.path.name), begin),
            *(_field(text) for text in _own(source, decision, SONG if whole else REGION)),
            song.audio_hash,
        )


def _own(source: LabelSource, decision: Annotation, scope: str) -> tuple[str, ...]:
    intensity = "" if decision.intensity is None else _plain(decision.intensity)
    return (
        *(source.category_of(decision.tag_id), source.tags[decision.tag_id].name),
        *(decision.state.value, scope, intensity, source.annotator_name(decision.annotator_id)),
        *(decision.note, decision.created_at),
    )


def _field(text: str) -> str:
    """Return a text that a column between tabs can hold, and that no spreadsheet runs."""
    text = storable(str(to_cell(text)))
    return "".join(_ESCAPES.get(sign, sign) for sign in text)


def _plain(number: float) -> str:
    """Return a number with all its digits, without an exponent."""
    return format(Decimal(repr(number)), "f")


def recognises(path: Path, head: bytes) -> bool:
    """Tell whether a file, or a folder's first text file, begins with the head of a table."""
    return BEGIN in first_line(first_head(path, (SUFFIX,)) if path.is_dir() else head).split("\t")


FORMAT = LabelFormat(
    "raven",
    "exchange.title_raven",
    (SUFFIX,),
    read,
    write,
    recognises,
    Target.FOLDER,
    ("exchange.lost_song_notes", "exchange.lost_source"),
    "exchange.for_raven",
)
