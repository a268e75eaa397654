"""Tables with a row a decision, as CSV and TSV: the form that scripts and archives like best.

Also read: tables of other programs whose columns go by other names, and such with a row a song
whose column of tags holds several words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from core.errors import ExchangeError
from core.exchange.format_records import ExportOptions, LabelFormat, Written
from core.exchange.label_records import LabelFile, LabelledDecision
from core.exchange.label_source import LabelSource
from core.exchange.tables.cell_records import blank_if_none, from_cell
from core.exchange.tables.cell_values import seconds_of, share_of, state_of
from core.exchange.tables.columns import Column, is_long, names_songs
from core.exchange.tables.data_package import TableField
from core.exchange.tables.delimited_text import DelimitedText
from core.exchange.tables.reader import RowError, TableReader
from core.exchange.tables.song_cells import SONG_FIELDS, song_cells
from core.exchange.tables.word_lists import looks_like_list
from core.exchange.tables.writer import Table, write_table
from core.jobs import JobContext
from core.library.records import Annotation, DecisionSource, State
from core.messages import message

FIELDS = (
    *SONG_FIELDS,
    TableField("category", "category of the tag in the codebook"),
    TableField("tag", "the tag, as it is called now"),
    TableField(
        "state", "yes, no or unsure; a tag that is not listed for a song was not judged",
        values=tuple(State),
    ),
    TableField("intensity", "how strongly, 0 to 1; empty where not given", "number"),
    TableField("start_s", "first second of the region; empty: the whole song", "number"),
    TableField("end_s", "last second of the region; empty: the whole song", "number"),
    TableField("annotator", "whose ear it was; empty where no name was given"),
    TableField(
        "source",
        "ear; accepted or rejected (a model's suggestion); import; rest (the rest is no); rule"
        " (implied by a rule between tags)",
        values=tuple(DecisionSource),
    ),
    TableField(
        "guess_visible", "1 if a model's guess was on screen when it was decided, else 0", "boolean"
    ),
    TableField("model", "the model whose guess that was; empty where there was none"),
    TableField(
        "codebook_version", "version of the codebook's definitions it was decided under", "integer"
    ),
    TableField("note", "note on the decision"),
    TableField("created_at", "when it was first decided (UTC, ISO 8601)", "datetime"),
    TableField("updated_at", "when it was last changed (UTC, ISO 8601)", "datetime"),
)  # fmt: skip
WORD_SEPARATORS = (";", "|", ",")
SURE_SEPARATORS = (";", "|")  # also where a column is not named as one of several words
MANY = 0.1  # share of cells


def read(form: str, path: Path, job: JobContext) -> LabelFile:
    """Read a table; bad rows are faults. Raises ExchangeError, Cancelled."""
    reader = TableReader(path, form, wide=False)
    if not reader.columns.tags:
        names = ", ".join(reader.columns.names)
        raise ExchangeError("exchange.no_tag_column", name=path.name, names=names, path=path)
    cell_form = _form_of_cells(reader)
    for line, cells in reader.rows(job):
        try:
            _read_row(reader, cells, line, cell_form)
        except RowError as error:
            reader.fault(line, str(error), cells)
    return reader.file


@dataclass(frozen=True, slots=True)
class _CellForm:
    """How the words of a row stand in its cells.

    separator: between words, "" where a cell holds one word, or a list as programs write it.
    may_be_empty: a row without a word is none that lacks one.
    """

    separator: str = ""
    may_be_empty: bool = False


def _form_of_cells(reader: TableReader) -> _CellForm:
    number = reader.columns.tags[0]
    if Column.STATE in reader.columns.of:
        return _CellForm()
    is_list = reader.columns.of.get(Column.TAGS) == number
    rows = reader.text.sample[1 if reader.columns.has_header else 0 :]
    cells = [row[number] for row in rows if number < len(row) and row[number].strip()]
    name = reader.columns.names[number]
    n_lists = sum(map(looks_like_list, cells))
    if n_lists:
        reader.file.remarks.append(message("exchange.lists_read", name=name))
        cells = [cell for cell in cells if not looks_like_list(cell)]
    n_cells = {sign: sum(sign in cell for cell in cells) for sign in WORD_SEPARATORS}
    separator = max(WORD_SEPARATORS if is_list else SURE_SEPARATORS, key=lambda s: n_cells[s])
    holds_one = not is_list and n_cells[separator] <= MANY * len(cells)
    if holds_one or (n_lists and not cells):
        separator = ""
    if separator:
        remark = message("exchange.several_words", name=name, separator=separator)
        reader.file.remarks.append(remark)
    may_be_empty = bool(is_list or separator or n_lists or reader.columns.lists)
    return _CellForm(separator, may_be_empty)


def _read_row(reader: TableReader, cells: Sequence[str], line: int, form: _CellForm) -> None:
    """Add a row's decisions: none where its state is empty. Raises RowError."""
    song = reader.song(cells, line)
    has_state = Column.STATE in reader.columns.of
    state = reader.value(cells, Column.STATE, state_of) if has_state else State.YES
    names = _words_of_row(reader, cells, form)
    if not names and not form.may_be_empty and len(reader.columns.tags) == 1:
        raise RowError(message("exchange.row_without_tag"))
    if state is None:
        return
    start_s = reader.value(cells, Column.START, seconds_of)
    end_s = reader.value(cells, Column.END, seconds_of)
    intensity = reader.value(cells, Column.INTENSITY, share_of)
    annotator = reader.cell(cells, Column.ANNOTATOR)
    created_at = reader.created_at(cells, line)
    note = reader.cell(cells, Column.NOTE)
    for name, category in names:
        word = reader.word(name, category)
        reader.file.decide(
            LabelledDecision(
                song, word, state, intensity, start_s, end_s, annotator, created_at, note, line
            )
        )


def _words_of_row(
    reader: TableReader, cells: Sequence[str], form: _CellForm
) -> dict[tuple[str, str], None]:
    """Return (word, category) of a row, each once. Raises RowError."""
    has_state = Column.STATE in reader.columns.of
    category = reader.cell(cells, Column.CATEGORY).strip()
    columns = [(number, category, form.separator) for number in reader.columns.tags]
    columns += [(number, reader.columns.category_of(number), "") for number in reader.columns.lists]
    names: dict[tuple[str, str], None] = {}
    for number, of, separator in columns:
        listed = None if has_state else reader.words_of_list(cells, number)
        if listed is None:
            text = from_cell(cells[number])
            listed = text.split(separator) if separator else [text]
        names |= {(name.strip(), of): None for name in listed if name.strip()}
    return names


def write(
    delimiter: str, source: LabelSource, path: Path, options: ExportOptions, job: JobContext
) -> Written:
    """Write all decisions. Raises ExchangeError, Cancelled."""
    return write_table(source, path, Table(FIELDS, _rows(source, path, options, job), delimiter))


def _rows(
    source: LabelSource, path: Path, options: ExportOptions, job: JobContext
) -> Iterator[Sequence[object]]:
    for labels in source.songs(job):
        song = song_cells(labels.song, path, options)
        for decision in labels.decisions:
            yield *song, *_decision_cells(source, decision)


def _decision_cells(source: LabelSource, decision: Annotation) -> tuple[object, ...]:
    return (
        *(source.category_of(decision.tag_id), source.tags[decision.tag_id].name),
        *(str(decision.state), blank_if_none(decision.intensity)),
        *(blank_if_none(decision.start_s), blank_if_none(decision.end_s)),
        *(source.annotator_name(decision.annotator_id), str(decision.source)),
        *(int(decision.guess_visible), source.models.get(decision.model_id or 0, "")),
        *(decision.codebook_version, decision.note, decision.created_at, decision.updated_at),
    )


def _recognises(path: Path, _head: bytes) -> bool:
    try:
        return is_long(DelimitedText(path, names_songs).sample)
    except ExchangeError:
        return False


LOST = ("exchange.lost_source", "exchange.lost_song_notes")
CSV = LabelFormat(
    "csv", "CSV", (".csv",), partial(read, "csv"), partial(write, ","), _recognises, lost=LOST,
    purpose="exchange.for_long_tables",
)  # fmt: skip
TSV = LabelFormat(
    "tsv", "TSV", (".tsv", ".tab", ".txt"), partial(read, "tsv"), partial(write, "\t"),
    _recognises, lost=LOST, purpose="exchange.for_long_tables",
)  # fmt: skip
