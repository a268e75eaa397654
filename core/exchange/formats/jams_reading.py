"""Reading JAMS of any program and version: tags of whole songs and of parts, and nothing else.

A yes is what stands in an annotation's data. What RhythmCap has written beside it adds "no",
"unsure" and details; where another program has taken a yes out of the data, it is gone.
"""

from __future__ import annotations

import gzip
import json
import math
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.errors import ExchangeError
from core.exchange.file_errors import cannot_read, reason_of
from core.exchange.files.label_files import label_files, name_in
from core.exchange.formats.jams_records import (
    CAL500,
    COMPRESSED,
    OWN,
    SUFFIX,
    TAG_OPEN,
    cal500_word,
    category_of,
)
from core.exchange.label_checks import point_end
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.jobs import JobContext
from core.library.records import State
from core.messages import message

MAX_BYTES = 1 << 25  # of one song's file, unpacked: some hundred thousand observations
WHOLE_S = 0.5  # how much of a song a tag may leave out and still be on all of it
FIELDS = ("time", "duration", "value", "confidence")
LARGEST = 1e12  # seconds
OLD_TAGS = "tag"  # where JAMS 0.1 has them


def read_jams(path: Path, job: JobContext) -> LabelFile:
    """Read a file, or all of a folder and those below it; of a folder, bad files are faults.

    Raises ExchangeError for a file that is no JAMS, or a folder without any; Cancelled.
    """
    reading = _Reading(LabelFile("jams"))
    files = label_files(path, (SUFFIX, COMPRESSED), job)
    for number, file in enumerate(files):
        job.check()
        job.report(number, len(files), message("exchange.reading"))
        reading.name = name_in(path, file)
        try:
            reading.read_song(_load(file))
        except ExchangeError as error:
            if not path.is_dir():
                raise
            reading.file.fault(0, error.message, "", reading.name)
    reading.remark()
    return reading.file


def _load(path: Path) -> dict[str, Any]:
    """Read the JSON of one song. Raises ExchangeError."""
    try:
        with gzip.open(path) if path.suffix.casefold() == COMPRESSED else path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise _no_jams(path, reason_of(error)) from error
    except OSError as error:
        raise cannot_read(path, error) from error
    if len(content) > MAX_BYTES:
        raise _no_jams(path, message("exchange.larger_than", megabytes=MAX_BYTES >> 20))
    try:
        value = json.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise _no_jams(path, reason_of(error)) from error
    if not isinstance(value, dict) or not {"annotations", OLD_TAGS, "file_metadata"} & set(value):
        raise _no_jams(path, message("exchange.no_annotations"))
    if not isinstance(value.get("annotations", []), list):
        raise _no_jams(path, message("exchange.annotations_no_list"))
    return value


def _no_jams(path: Path, why: str) -> ExchangeError:
    return ExchangeError("exchange.no_jams", name=path.name, why=why, path=path)


@dataclass(slots=True)
class _Reading:
    """The file that is filled, the name of the one that is read, and what is to be told of it."""

    file: LabelFile
    name: str = ""
    skipped: Counter[str] = field(default_factory=Counter)
    n_points: int = 0
    n_doubtful: int = 0
    n_gone: int = 0
    n_by_program: int = 0

    def read_song(self, content: dict[str, Any]) -> None:
        """Take the tags of one file."""
        metadata, own = _object(content.get("file_metadata")), _own(content)
        identifiers = _object(metadata.get("identifiers"))
        duration_s = _number(metadata.get("duration"))
        year = own.get("year")
        song = self.file.add_song(
            LabelledSong(
                path=_text(identifiers.get("file_name")) or self.name,
                audio_hash=_text(identifiers.get("audio_hash")),
                title=_text(metadata.get("title")),
                artist=_text(metadata.get("artist")),
                album=_text(metadata.get("release")),
                year=year if isinstance(year, int) else None,
                duration_s=duration_s or None,
            )
        )
        self.file.note(song, _text(own.get("note")))
        for where, namespace, annotation in _annotations(content):
            category = category_of(namespace)
            if category is None:
                self.skipped[namespace] += 1
            else:
                reader = _AnnotationReader(self, song, duration_s, namespace, category)
                reader.read(where, annotation)

    def remark(self) -> None:
        """Say in sentences what was read as what."""
        remarks = self.file.remarks
        if self.skipped:
            names = ", ".join(sorted(self.skipped))
            n = self.skipped.total()
            remarks.append(message("exchange.jams_skipped", n=n, names=names))
        if self.n_points:
            remarks.append(message("exchange.points_read", n=self.n_points))
        if self.n_doubtful:
            remarks.append(message("exchange.jams_doubtful", n=self.n_doubtful))
        if self.n_gone:
            remarks.append(message("exchange.jams_gone", n=self.n_gone))
        if self.n_by_program:
            remarks.append(message("exchange.jams_by_program", n=self.n_by_program))


@dataclass(slots=True)
class _AnnotationReader:
    """Takes one annotation. total_s: length of the song, 0 where the file does not tell it."""

    reading: _Reading
    song: int
    total_s: float
    namespace: str
    category: str
    annotator: str = ""
    definitions: dict[str, Any] = field(default_factory=dict)

    def read(self, where: str, annotation: dict[str, Any]) -> None:
        """Take its decisions. where: in the file, for faults."""
        own = _own(annotation)
        self.category = _text(own.get("category")) or self.category
        self.definitions = _object(own.get("definitions"))
        self.annotator = self._name_annotator(_object(annotation.get("annotation_metadata")))
        rows = list[_Row]()
        for where_row, row in _rows(f"{where}.data", annotation.get("data")):
            if row is None:
                reason = message("exchange.jams_no_observation")
                self.reading.file.fault(0, reason, where_row, self.reading.name)
            else:
                rows.append(row)
        ends = [row.time_s + row.duration_s for row in rows]
        self.total_s = self.total_s or _number(annotation.get("duration")) or max(ends, default=0.0)
        waiting = Counter((row.value, row.time_s, row.duration_s) for row in rows)
        for number, entry in enumerate(_list(own.get("decisions"))):
            self._take_own(f"{where}.sandbox.{OWN}.decisions[{number}]", _object(entry), waiting)
        for row in rows:
            if waiting[row.value, row.time_s, row.duration_s] > 0:
                waiting[row.value, row.time_s, row.duration_s] -= 1
                self._take(row)

    def _name_annotator(self, metadata: dict[str, Any]) -> str:
        """Return whose annotation it is; a program's are by its name."""
        annotator = _object(metadata.get("annotator"))
        names = [annotator.get(key) for key in ("name", "annotator_id", "id")]
        name = next((str(name) for name in names if isinstance(name, str | int) and name), "")
        if "program" in _text(metadata.get("data_source")).casefold():
            self.reading.n_by_program += 1
            return name or _text(metadata.get("annotation_tools")) or "program"
        return name

    def _take_own(
        self, where: str, entry: dict[str, Any], waiting: Counter[tuple[str, float, float]]
    ) -> None:
        """Take a decision as RhythmCap writes it; a yes only if it is in the data, too.

        waiting: how many observations (value, time, duration) are not taken yet.
        """
        tag, state = _text(entry.get("tag")), _text(entry.get("state"))
        given = [entry.get(name) for name in ("intensity", "start_s", "end_s")]
        if not tag or state not in set(State) or not all(map(_is_number_or_none, given)):
            reason = message("exchange.jams_no_decision")
            self.reading.file.fault(0, reason, where, self.reading.name)
            return
        intensity, start_s, end_s = (None if n is None else float(n) for n in given)
        if state == State.YES:
            key = (tag, 0.0, self.total_s)
            if start_s is not None and end_s is not None:
                key = (tag, start_s, end_s - start_s)
            if waiting[key] <= 0:
                self.reading.n_gone += 1
                return
            waiting[key] -= 1
        decision = LabelledDecision(
            self.song, self._word(tag, self.category), State(state), intensity, start_s, end_s,
            self.annotator, _date(entry.get("created_at")), _text(entry.get("note")),
        )  # fmt: skip
        self.reading.file.decide(decision, self.reading.name)

    def _take(self, row: _Row) -> None:
        """Take an observation of which nothing else is known."""
        category, value, state = self.category, row.value, State.YES
        if self.namespace == CAL500:
            category, value, is_no = cal500_word(value)
            state = State.NO if is_no else State.YES
        elif row.confidence == 0:
            state = State.UNSURE
            self.reading.n_doubtful += 1
        start_s: float | None = row.time_s
        end_s: float | None = row.time_s + row.duration_s
        at_start = row.time_s <= WHOLE_S
        if at_start and (not row.duration_s or row.duration_s + WHOLE_S >= self.total_s):
            start_s = end_s = None
        elif not row.duration_s:
            end_s = point_end(row.time_s)
            self.reading.n_points += 1
        decision = LabelledDecision(
            self.song, self._word(value, category), state, None, start_s, end_s, self.annotator
        )
        self.reading.file.decide(decision, self.reading.name)

    def _word(self, name: str, category: str) -> int:
        definition = _text(self.definitions.get(name))
        return self.reading.file.add_word(LabelledWord(name, category, definition))


@dataclass(frozen=True, slots=True)
class _Row:
    """One observation. duration_s 0: a point, or it has no time at all."""

    value: str
    time_s: float
    duration_s: float
    confidence: object


def _annotations(content: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield (where, namespace, annotation) for all of a file, of JAMS 0.1, too."""
    for number, annotation in enumerate(_list(content.get("annotations"))):
        annotation = _object(annotation)
        yield f"annotations[{number}]", _text(annotation.get("namespace")), annotation
    if "annotations" not in content:
        for key, annotations in content.items():
            for number, annotation in enumerate(_list(annotations)):
                namespace = TAG_OPEN if key == OLD_TAGS else key
                yield f"{key}[{number}]", namespace, _object(annotation)


def _rows(where: str, data: Any) -> Iterator[tuple[str, _Row | None]]:
    """Yield (where, observation) of a list of objects, or of an object of lists.

    None: it is no observation of a word.
    """
    if isinstance(data, dict):
        columns = [_list(data.get(name)) for name in FIELDS]
        n_rows = max(map(len, columns))
        padded = [column + [None] * (n_rows - len(column)) for column in columns]
        data = [dict(zip(FIELDS, row, strict=True)) for row in zip(*padded, strict=True)]
    for number, value in enumerate(_list(data)):
        yield f"{where}[{number}]", _row(_object(value))


def _row(observation: dict[str, Any]) -> _Row | None:
    value, confidence = observation.get("value"), observation.get("confidence")
    if isinstance(value, dict):  # JAMS 0.1
        confidence = value.get("confidence")
        value = value.get("value")
    times = [observation.get("time"), observation.get("duration")]
    if not isinstance(value, str) or not value.strip() or not all(map(_is_number_or_none, times)):
        return None
    time_s, duration_s = (float(time or 0) for time in times)
    return _Row(value, time_s, duration_s, confidence) if min(time_s, duration_s) >= 0 else None


def _own(holder: dict[str, Any]) -> dict[str, Any]:
    """Return what RhythmCap has written into a sandbox."""
    return _object(_object(holder.get("sandbox")).get(OWN))


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _date(value: object) -> str:
    """Return what stands for a date, whatever it is, so that it is told if it cannot be read."""
    return "" if value is None else str(value)


def _number(value: object) -> float:
    """Return a time that is 0 or later; 0 for anything else."""
    if value is None or not _is_number_or_none(value):
        return 0.0
    return max(float(str(value)), 0.0)


def _is_number_or_none(value: object) -> bool:
    """Tell whether a value is a finite number, or not given."""
    if value is None:
        return True
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < LARGEST and not math.isnan(value)
