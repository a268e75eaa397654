"""A report as files: the page, and tables of the same numbers whose columns are explained."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from core.atomic_files import atomic_writes, is_stream
from core.exchange.file_errors import cannot_write
from core.exchange.files.output import output_file
from core.exchange.tables.cell_records import blank_if_none, csv_text
from core.jobs import SILENT, JobContext
from core.messages import Message, message
from core.metrics.metric_records import Estimate, TagMetrics
from core.reports.markup import Say
from core.reports.page import report_page
from core.reports.report_records import ReportData
from core.reports.tag_tables import ordered

DIGITS = 6
ESTIMATES = ("auc", "ap", "f1", "mcc", "precision", "recall")
TAG_COLUMNS = {
    "category": "category of the tag",
    "tag": "tag, in the library's words",
    "songs": "songs judged yes or no that have a score",
    "yes": "of these, songs judged yes",
    "artists": "artists of these songs",
    "threshold": "score from which on the model says yes",
    "true_positives": "songs judged yes that the model says yes of",
    "false_negatives": "songs judged yes that the model says no of",
    "false_positives": "songs judged no that the model says yes of",
    "true_negatives": "songs judged no that the model says no of",
    **{
        f"{name}{end}": f"{meaning}{what}"
        for name, meaning in (
            ("auc", "area under the ROC curve"),
            ("ap", "average precision"),
            ("f1", "F1 of yes and no"),
            ("mcc", "Matthews' correlation of yes and no"),
            ("precision", "share of the songs that the model says yes of which were judged yes"),
            ("recall", "share of the songs judged yes that the model says yes of"),
        )
        for end, what in (
            ("", "; empty where the songs allow none"),
            ("_low", ": lower end of the 95 % range"),
            ("_high", ": upper end of the 95 % range"),
            ("_reason", ": why the number or its range is missing"),
        )
    },
}
SCORE_COLUMNS = {
    "audio_hash": "the song, told by the hash of its decoded samples",
    "artist": "artist of the song",
    "title": "title of the song",
    "tag": "tag, in the library's words",
    "decision": "yes or no",
    "score": "the model's score from 0 to 1, by a model that had not learned from the song where"
    " the report says so",
    "model_says": "yes or no, from the threshold on; it is estimated without the song's artist",
}


def files_beside(data: ReportData, path: Path) -> dict[Path, Message]:
    """Return the files that are written beside a page, and what they hold."""
    found = {_beside(path, "tags"): message("report.tags_file")}
    if data.options.with_scores:
        found[_beside(path, "scores")] = message("report.scores_file")
    return {**found, _beside(path, "columns"): message("report.columns_file")}


def write_report(
    data: ReportData,
    path: Path,
    say: Say = str,
    language: str = "en",
    job: JobContext = SILENT,
) -> tuple[Path, ...]:
    """Write the page and its tables, all or none; return the files.

    A pipe or a device gets the page alone. say, language: see report_page. Raises ExchangeError,
    Cancelled.
    """
    if is_stream(path):
        page = report_page(data, {}, say, language)
        with output_file(path) as draft:
            draft.write_text(page, encoding="utf-8")
        return (path,)
    beside = files_beside(data, path)
    names = {file.name: holds for file, holds in beside.items()}
    texts = [report_page(data, names, say, language)]
    job.check()
    for file in beside:
        texts.append(csv_text(_rows(data, file, path)))
        job.check()
    files = (path, *beside)
    try:
        with atomic_writes(*files) as drafts:
            for draft, text in zip(drafts, texts, strict=True):
                draft.write_text(text, encoding="utf-8", newline="")
            job.check()
    except OSError as error:
        raise cannot_write(path, error) from error
    return files


def _beside(path: Path, kind: str) -> Path:
    return path.with_name(f"{os.path.splitext(path.name)[0]}-{kind}.csv")


def _rows(data: ReportData, file: Path, path: Path) -> Iterator[Sequence[object]]:
    if file == _beside(path, "tags"):
        yield tuple(TAG_COLUMNS)
        yield from _tag_rows(data)
    elif file == _beside(path, "scores"):
        yield tuple(SCORE_COLUMNS)
        yield from _score_rows(data)
    else:
        yield ("file", "column", "meaning")
        tables = [("tags", TAG_COLUMNS)]
        tables += [("scores", SCORE_COLUMNS)] if data.options.with_scores else []
        for kind, columns in tables:
            name = _beside(path, kind).name
            yield from ((name, column, meaning) for column, meaning in columns.items())


def _tag_rows(data: ReportData) -> Iterator[Sequence[object]]:
    for category, names in ordered(data):
        for name in names:
            tag = data.evaluation.per_tag[name]
            yield (
                category, name, tag.n, tag.support, tag.n_artists,
                _rounded(tag.decision_threshold), *_counts(tag),
                *(cell for metric in ESTIMATES for cell in _cells(tag.estimate(metric))),
            )  # fmt: skip


def _counts(tag: TagMetrics) -> Iterable[object]:
    counts = (tag.true_positives, tag.false_negatives, tag.false_positives, tag.true_negatives)
    return map(blank_if_none, counts)


def _cells(number: Estimate) -> tuple[object, ...]:
    numbers = (number.value, number.low, number.high)
    return (*map(_rounded, numbers), blank_if_none(number.reason))


def _rounded(value: float | None) -> object:
    return blank_if_none(None if value is None else round(value, DIGITS))


def _score_rows(data: ReportData) -> Iterator[Sequence[object]]:
    cells, names = data.evaluation.cells, list(data.evaluation.per_tag)
    for row, song_id in enumerate(cells.song_ids.tolist()):
        song = data.songs.get(song_id)
        if song is None:
            continue
        for column, name in enumerate(names):
            state = int(cells.states[row, column])
            if state >= 0:
                yield (
                    song.audio_hash, song.artist, song.title, name, "yes" if state else "no",
                    _rounded(float(cells.scores[row, column])),
                    "yes" if cells.decided[row, column] else "no",
                )  # fmt: skip
