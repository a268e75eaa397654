"""Tables with a row a song and a column a tag, as CSV and TSV: 1 yes, 0 no, ? unsure, else empty.

Where several annotators judged a song it has a row for every one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from core.errors import ExchangeError
from core.exchange.format_records import ExportOptions, LabelFormat, Written
from core.exchange.label_records import LabelFile, LabelledDecision
from core.exchange.label_source import LabelSource, SongLabels
from core.exchange.notations.qualified_words import split_qualified
from core.exchange.tables.cell_records import from_cell
from core.exchange.tables.cell_values import MARKS, NotAValue, is_filled, state_of
from core.exchange.tables.columns import WIDE_COLUMNS, Column, tag_column, tag_of_column
from core.exchange.tables.data_package import TableField
from core.exchange.tables.reader import RowError, TableReader
from core.exchange.tables.song_cells import SONG_FIELDS, song_cells
from core.exchange.tables.writer import Table, write_table
from core.grammar.predicted_caption import LibraryCaptions
from core.jobs import JobContext
from core.library.records import State, Tag
from core.messages import message

CAPTION_MEANING = (
    "the song's tags as the annotator would list them, also those that the model in use predicts"
)
CELLS = {State.YES: "1", State.NO: "0", State.UNSURE: "?"}


def read(form: str, path: Path, job: JobContext) -> LabelFile:
    """Read a table; cells that are no decision are faults. Raises ExchangeError, Cancelled."""
    reader = TableReader(path, form, wide=True)
    columns = reader.columns
    names = [tag_of_column(from_cell(name).strip()) for name in columns.names]
    if not columns.tags and not columns.lists:
        raise ExchangeError(
            "exchange.no_tag_columns", name=path.name, names=", ".join(names), path=path
        )
    tags = [number for number in columns.tags if names[number]]
    is_own = columns.names[: len(WIDE_COLUMNS)] == WIDE_COLUMNS
    named = {number: _word_of(names[number], is_own=is_own) for number in tags}
    words = {number: reader.word(*named[number]) for number in tags if number not in columns.empty}
    marks = set[str]()
    for line, cells in reader.rows(job):
        for number in columns.empty:
            if number not in words and is_filled(cells[number]):
                words[number] = reader.word(*named[number])
        try:
            _read_row(reader, cells, line, words)
        except RowError as error:
            reader.fault(line, str(error), cells)
        if len(marks) < len(CELLS):
            marks |= {cells[number].strip().casefold() for number in words} - {""}
    if empty := [names[number] for number in tags if number not in words]:
        reader.file.remarks.append(message("exchange.columns_empty", columns=", ".join(empty)))
    if marks and marks <= MARKS and not is_own:
        reader.file.closed = True
        reader.file.remarks.append(message("exchange.only_ticks"))
    return reader.file


def _word_of(column: str, *, is_own: bool) -> tuple[str, str]:
    """Return the tag and the category that a column is named by; our own have only the tag."""
    category, name = (None if is_own else split_qualified(column)) or ("", "")
    return (name, category) if name else (column, "")


def _read_row(reader: TableReader, cells: Sequence[str], line: int, words: dict[int, int]) -> None:
    """Add a row's decisions and its note on the song. Raises RowError."""
    song = reader.song(cells, line)
    annotator = reader.cell(cells, Column.ANNOTATOR)
    reader.file.note(song, reader.cell(cells, Column.NOTE))
    states = dict[tuple[int, State], None]()  # each once; the plan tells of a yes beside a no
    for number, word in words.items():
        try:
            state = state_of(cells[number])
        except NotAValue:
            reason = reader.not_read(number, cells[number], "exchange.wanted_state")
            reader.fault(line, reason, cells)
            continue
        if state is not None:
            states[word, state] = None
    for number in reader.columns.lists:
        try:
            names = _listed(reader, cells, number)
        except RowError as error:
            reader.fault(line, str(error), cells)
            continue
        category = reader.columns.category_of(number)
        states |= {(reader.word(name, category), State.YES): None for name in names}
    for word, state in states:
        decision = LabelledDecision(song, word, state, annotator=annotator, line=line)
        reader.file.decide(decision)


def _listed(reader: TableReader, cells: Sequence[str], number: int) -> list[str]:
    """Return the words of a cell in a column of lists, where one alone may be no list."""
    names = reader.words_of_list(cells, number)
    if names is None:
        names = [from_cell(cells[number]).strip()] if is_filled(cells[number]) else []
    return names


def write(
    delimiter: str, source: LabelSource, path: Path, options: ExportOptions, job: JobContext
) -> Written:
    """Write a row a song, judged or not. Raises ExchangeError, Cancelled."""
    used = source.library.tag_uses.used_tags()
    tags = [tag for tag in source.tags.values() if tag.retired_at is None or tag.id in used]
    fields = (
        *SONG_FIELDS,
        TableField("annotator", "whose ear it was; empty where no name was given"),
        TableField("note", "note on the song"),
        *(_field_of(source, tag) for tag in tags),
    )
    rows = _rows(source, [tag.id for tag in tags], (path, options), job)
    counted = _Counted(rows, len(fields) - len(tags), len(tags))
    if options.captions:
        fields = (*fields, TableField(Column.CAPTION, CAPTION_MEANING))
    written = write_table(source, path, Table(fields, iter(counted), delimiter))
    return replace(written, n_rows=counted.n_decisions)


class _Counted:
    """Rows as they are, whose decisions are counted: the n_tags cells from n_before on."""

    def __init__(self, rows: Iterator[Sequence[object]], n_before: int, n_tags: int) -> None:
        self._rows, self._n_before, self._n_tags = rows, n_before, n_tags
        self.n_decisions = 0

    def __iter__(self) -> Iterator[Sequence[object]]:
        for row in self._rows:
            states = row[self._n_before : self._n_before + self._n_tags]
            self.n_decisions += sum(cell != "" for cell in states)
            yield row


def _field_of(source: LabelSource, tag: Tag) -> TableField:
    meaning = f"{source.category_of(tag.id)}: {tag.name}; 1 yes, 0 no, ? unsure, empty not judged"
    states = tuple(CELLS.values())
    return TableField(tag_column(tag.name), meaning, values=states, title=tag.name)


def _rows(
    source: LabelSource, tag_ids: list[int], to: tuple[Path, ExportOptions], job: JobContext
) -> Iterator[Sequence[object]]:
    captions = LibraryCaptions(source.library) if to[1].captions else None
    for labels in source.songs(job):
        song = song_cells(labels.song, *to)
        caption = [] if captions is None else [captions.text(captions.of_song(labels.song.id))]
        for annotator, cells in _cells_by_annotator(source, labels).items():
            states = [cells.get(tag_id, "") for tag_id in tag_ids]
            yield *song, annotator, labels.song.note, *states, *caption


def _cells_by_annotator(source: LabelSource, labels: SongLabels) -> dict[str, dict[int, str]]:
    """Return the cells of a song by annotator and tag; the current one has a row in any case."""
    cells: dict[str, dict[int, str]] = {source.library.annotators.current.name: {}}
    for decision in labels.decisions:
        if decision.start_s is None:
            name = source.annotator_name(decision.annotator_id)
            cells.setdefault(name, {})[decision.tag_id] = CELLS[decision.state]
    return cells


LOST = (
    "exchange.lost_source", "exchange.lost_regions", "exchange.lost_intensity",
    "exchange.lost_decision_notes", "exchange.lost_categories", "exchange.lost_times",
)  # fmt: skip


def _is_file(path: Path, _head: bytes) -> bool:
    return not path.is_dir()  # its error says what a table lacks


CSV_WIDE = LabelFormat(
    "csv-wide", "exchange.title_csv_wide", (".csv",), partial(read, "csv-wide"),
    partial(write, ","), _is_file, lost=LOST, purpose="exchange.for_wide_tables",
    has_captions=True,
)  # fmt: skip
TSV_WIDE = LabelFormat(
    "tsv-wide", "exchange.title_tsv_wide", (".tsv", ".tab", ".txt"), partial(read, "tsv-wide"),
    partial(write, "\t"), _is_file, lost=LOST, purpose="exchange.for_wide_tables",
    has_captions=True,
)  # fmt: skip
