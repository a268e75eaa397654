"""What tables of any form have in common: songs named by a row, words, and what cannot be read.

The formats of tables fill a LabelFile with it, row by row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from core.audio.dates import year_of
from core.errors import ExchangeError
from core.exchange.label_records import LabelFile, LabelledSong, LabelledWord
from core.exchange.tables.cell_records import from_cell
from core.exchange.tables.cell_values import NotAValue, seconds_of
from core.exchange.tables.columns import OF_SONGS, Column, TableColumns, find_columns, names_songs
from core.exchange.tables.dates import DateColumn, DayOrder, has_day_and_month, order_of
from core.exchange.tables.delimited_text import DelimitedText
from core.exchange.tables.word_lists import words_of_list
from core.jobs import JobContext
from core.messages import message
from core.printable import path_from_text

HASH = re.compile(r"[0-9a-f]{32}")
FILE_ADDRESS = "file://"
TEXT_LETTERS = 200  # of a row that is not read
WANTED = {
    Column.STATE: "exchange.wanted_state",
    Column.START: "exchange.wanted_time",
    Column.END: "exchange.wanted_time",
    Column.INTENSITY: "exchange.wanted_share",
}
Value = TypeVar("Value")


class RowError(ValueError):
    """A row cannot be read; its text is the reason."""


class TableReader:
    """One table while it is read. file: what it says so far; columns: where it says it."""

    def __init__(self, path: Path, form: str, *, wide: bool) -> None:
        """Look at the beginning. Raises ExchangeError where no column names songs."""
        self.text = DelimitedText(path, names_songs)
        self.columns = find_columns(self.text.sample, wide=wide)
        self.file = LabelFile(form)
        if not self.columns.names_songs:
            names = ", ".join(self.columns.names)
            raise ExchangeError("exchange.no_song_column", name=path.name, names=names, path=path)
        self.file.remarks += [self.text.remark, *_remarks_on(self.columns)]
        self._song_columns = [n for column, n in self.columns.of.items() if column in OF_SONGS]
        self._last_named: list[str] | None = None
        self._last_song = 0
        self._words: dict[tuple[str, str], int] = {}
        self._dates: DateColumn | None = None
        if Column.SIDE in self.columns.of:
            self.file.split = path.stem

    def rows(self, job: JobContext) -> Iterator[tuple[int, list[str]]]:
        """Yield line and cells of every row below the header; too long ones are faults."""
        n_columns = len(self.columns.names)
        if Column.CREATED_AT in self.columns.of:
            number = self.columns.of[Column.CREATED_AT]
            order = self._order_of_dates(number, job)
            self._dates = DateColumn(self.columns.names[number], order)
        is_header = self.columns.has_header
        for line, cells in self.text.rows(self.file.fault, job):
            if is_header:
                is_header = False
            elif any(cell.strip() for cell in cells[n_columns:]):
                reason = message("exchange.row_too_long", n=len(cells), n_columns=n_columns)
                self.fault(line, reason, cells)
            else:
                yield line, cells + [""] * (n_columns - len(cells))
        if self._dates is not None:
            self.file.remarks += self._dates.remarks()

    def _order_of_dates(self, number: int, job: JobContext) -> DayOrder:
        """Return whether day or month comes first in a column; it is read before, if that asks."""
        order = DayOrder.UNKNOWN
        if any(has_day_and_month(row[number]) for row in self.text.sample if number < len(row)):
            for _, cells in self.text.rows(lambda *_fault: None, job):
                if number < len(cells):
                    order = order.also(order_of(cells[number]))
        return order

    def fault(self, line: int, reason: str, cells: Sequence[str]) -> None:
        """Note a row that is not read."""
        text = self.text.dialect.delimiter.join(cells)
        self.file.fault(line, reason, text[:TEXT_LETTERS])

    def cell(self, cells: Sequence[str], column: Column) -> str:
        """Return the text of a row's cell, "" where the table has no such column."""
        number = self.columns.of.get(column)
        return "" if number is None else from_cell(cells[number])

    def value(
        self, cells: Sequence[str], column: Column, read: Callable[[str], Value | None]
    ) -> Value | None:
        """Return what a cell means, None where it is empty. Raises RowError."""
        text = self.cell(cells, column)
        if not text:
            return None
        try:
            return read(text)
        except NotAValue:
            raise RowError(self.not_read(self.columns.of[column], text, WANTED[column])) from None

    def words_of_list(self, cells: Sequence[str], number: int) -> list[str] | None:
        """Return the words of a cell that holds a list, None for another. Raises RowError."""
        try:
            return words_of_list(cells[number])
        except NotAValue:
            raise RowError(self.not_read(number, cells[number], "exchange.wanted_words")) from None

    def not_read(self, number: int, text: str, wanted: str) -> str:
        """Say that a cell cannot be read. wanted: id of the sentence that says what could be."""
        name = self.columns.names[number]
        text = text[:TEXT_LETTERS]
        return message("exchange.row_not_read", column=name, text=text, wanted=message(wanted))

    def song(self, cells: Sequence[str], line: int) -> int:
        """Return the number of the song that a row names. Raises RowError where it names none."""
        named = [cells[number] for number in self._song_columns]
        if named != self._last_named:  # the rows of a song mostly follow each other
            self._last_song = self.file.add_song(self._named_song(cells, line))
            self._last_named = named
        return self._last_song

    def _named_song(self, cells: Sequence[str], line: int) -> LabelledSong:
        audio_hash = self.cell(cells, Column.AUDIO_HASH).strip().casefold()
        path = self.cell(cells, Column.PATH).strip()
        if path.startswith(FILE_ADDRESS):
            path = str(path_from_text(path.replace("file://localhost/", "file:///", 1)))
        title = self.cell(cells, Column.TITLE)
        audio_hash = audio_hash if HASH.fullmatch(audio_hash) else ""
        if not (audio_hash or path or title.strip()):
            raise RowError(message("exchange.row_without_song"))
        try:
            duration_s = seconds_of(self.cell(cells, Column.DURATION))
        except NotAValue:  # the song may be found all the same
            duration_s = None
        return LabelledSong(
            path, audio_hash, title, self.cell(cells, Column.ARTIST),
            self.cell(cells, Column.ALBUM), year_of(self.cell(cells, Column.YEAR)), duration_s,
            self.cell(cells, Column.SIDE).strip(), line,
        )  # fmt: skip

    def created_at(self, cells: Sequence[str], line: int) -> str:
        """Return when a row was decided; a text that is no time is left out, and remarked on."""
        text = self.cell(cells, Column.CREATED_AT).strip()
        return "" if self._dates is None else self._dates.read(text, line)

    def word(self, name: str, category: str = "") -> int:
        """Return the number of a word."""
        number = self._words.get((name, category))
        if number is None:
            number = self.file.add_word(LabelledWord(name, category))
            self._words[name, category] = number
        return number


def _remarks_on(columns: TableColumns) -> Iterator[str]:
    """Say what columns with other names were read as, and which were not read."""
    if not columns.has_header:
        yield message("exchange.no_header")
    other = [
        f"{columns.names[number]} → {column.value}"
        for column, number in columns.of.items()
        if columns.names[number] != column.value
    ]
    if other:
        yield message("exchange.columns_read_as", columns=", ".join(other))
    for number in columns.lists:
        yield message("exchange.lists_read", name=columns.names[number])
    if columns.numbers:
        names = ", ".join(columns.names[number] for number in columns.numbers)
        yield message("exchange.columns_numbers", columns=names)
    if columns.unread:
        yield message("exchange.columns_unread", columns=", ".join(columns.unread))
