"""Export all decisions as one long CSV table, a row a decision, with a data dictionary.

UTF-8 with a header row; times in UTC, lengths in seconds. Spreadsheets and R read it as it is;
nothing here reads a table.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from core.atomic_files import atomic_write
from core.errors import ExchangeError
from core.exchange.cell_records import to_cell
from core.jobs import SILENT, JobContext
from core.library.records import Annotation, SongRow
from core.library.store import Library
from core.messages import message
from core.printable import path_text, printable

SONGS_PER_PAGE = 500

COLUMNS: dict[str, str] = {
    "audio_hash": "identity of the recording: blake2b over its decoded samples, 32 hex digits",
    "path": "where the file was last seen; a file: address where it is no plain line of UTF-8",
    "title": "title, from the file's own tags or its name; any text that begins with = + - @ or a "
    "control sign, here and in other columns, has a ' before it, so that no spreadsheet runs it",
    "artist": "artist, likewise; empty where unknown",
    "album": "album, likewise",
    "year": "year, likewise; empty where unknown",
    "duration_s": "length of the recording in seconds",
    "category": "category of the tag in the codebook",
    "tag": "the tag, as it is called now",
    "state": "yes, no or unsure; a tag that is not listed for a song was not judged",
    "intensity": "how strongly, 0 to 1; empty where not given",
    "start_s": "first second of the region; empty: the whole song",
    "end_s": "last second of the region; empty: the whole song",
    "annotator": "whose ear it was; empty where no name was given",
    "source": "ear; accepted or rejected (a model's suggestion); import; rest (the rest is no)",
    "guess_visible": "1 if a model's guess was on screen when it was decided, else 0",
    "model": "the model whose guess that was; empty where there was none",
    "codebook_version": "version of the codebook's definitions it was decided under",
    "note": "note on the decision",
    "created_at": "when it was first decided (UTC, ISO 8601)",
    "updated_at": "when it was last changed (UTC, ISO 8601)",
}


def export_csv(library: Library, path: Path, job: JobContext = SILENT) -> tuple[int, Path]:
    """Write the table and its dictionary; returns the number of rows and the dictionary's path.

    Both files appear whole or not at all. Raises ExchangeError where the folder cannot be
    written, Cancelled.
    """
    dictionary = path.with_name(f"{path.stem}-columns.csv")
    try:
        n_rows = _write(path, _rows(library, job))
        _write(dictionary, iter([("column", "meaning"), *COLUMNS.items()]))
    except OSError as error:
        raise ExchangeError(
            "exchange.cannot_write", name=path.name, detail=str(error), path=path
        ) from error
    return n_rows, dictionary


def write_csv(
    library: Library, file: TextIO, job: JobContext = SILENT, *, for_eyes: bool = False
) -> int:
    """Write the table to an open file; return the number of rows. Raises OSError, Cancelled.

    for_eyes: escape control signs, because a screen would obey them.
    """
    rows: Iterable[tuple[object, ...]] = _rows(library, job)
    if for_eyes:
        rows = (tuple(printable(str(cell)) for cell in row) for row in rows)
    return _write_rows(file, rows)


def _write(path: Path, rows: Iterator[tuple[object, ...]]) -> int:
    """Write the rows, header first, all or none; return their number without the header."""
    with (
        atomic_write(path, shared=True) as partial,
        partial.open("w", encoding="utf-8", newline="") as file,
    ):
        return _write_rows(file, rows)


def _write_rows(file: TextIO, rows: Iterable[tuple[object, ...]]) -> int:
    writer, n_rows = csv.writer(file), 0
    for n_rows, row in enumerate(rows):  # noqa: B007 - the header is row 0
        writer.writerow([to_cell(value) for value in row])
    return n_rows


def _rows(library: Library, job: JobContext) -> Iterator[tuple[object, ...]]:
    yield tuple(COLUMNS)
    ids = library.songs.all_ids()
    names = _Names(library)
    for first in range(0, len(ids), SONGS_PER_PAGE):
        job.check()
        job.report(first, len(ids), message("exchange.decisions"))
        for row in library.songs.rows(ids[first : first + SONGS_PER_PAGE]):
            job.check()  # a song may have hundreds of decisions
            whole = library.annotations.of_song(row.song.id).values()
            for decision in (*whole, *library.annotations.regions_of_song(row.song.id)):
                yield names.row_of(row, decision)
    job.report(1, 1)


class _Names:
    """The names of tags, categories, annotators and models by id."""

    def __init__(self, library: Library) -> None:
        self._tags = {tag.id: tag for tag in library.codebook.tags(include_retired=True)}
        self._categories = {
            category.id: category.name for category in library.codebook.categories()
        }
        self._models = {row.id: row.name for row in library.models.list()}
        self._annotators = {annotator.id: annotator.name for annotator in library.annotators.list()}

    def row_of(self, row: SongRow, decision: Annotation) -> tuple[object, ...]:
        song, tag = row.song, self._tags[decision.tag_id]
        return (
            *(song.audio_hash, path_text(song.path), song.title, song.artist, song.album),
            *(_blank(song.year), round(song.duration_s, 3)),
            *(self._categories.get(tag.category_id, ""), tag.name, str(decision.state)),
            *(_blank(decision.intensity), _blank(decision.start_s), _blank(decision.end_s)),
            *(self._annotators.get(decision.annotator_id, ""), str(decision.source)),
            *(int(decision.guess_visible), self._models.get(decision.model_id or 0, "")),
            *(decision.codebook_version, decision.note),
            *(decision.created_at, decision.updated_at),
        )


def _blank(value: object | None) -> object:
    return "" if value is None else value
