"""A table in a text file of any program: encoding, separator and quotes are guessed, rows read.

The file is read row by row; only a sample of its beginning is kept. What stands in its columns is
not known here.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import ExchangeError
from core.exchange.file_errors import cannot_read
from core.exchange.files.text_encoding import encoding_of
from core.exchange.files.text_lines import LONGEST_LINE
from core.jobs import SILENT, JobContext
from core.messages import message

DELIMITERS = ("\t", ";", ",", "|")
DELIMITER_LINE = re.compile(r"""["']?sep=(.)["']?\s*""", re.IGNORECASE)  # as Excel writes it
SAMPLE_ROWS, SAMPLE_LETTERS = 500, 1 << 20
ROWS_PER_REPORT = 2000
MAX_TITLE_LINES = 10
HALF = 0.5  # share of lines as wide as a header
_UNREADABLE = re.compile("[\udc80-\udcff]")
_UNREADABLE_WIDE = re.compile("\ufffd")

if TYPE_CHECKING:
    from _csv import Reader

OnFault = Callable[[int, str, str], None]
"""Takes a row that cannot be read: its line, the reason, and what stands there."""
IsHeader = Callable[[Sequence[str]], bool]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written. n_before: lines before its first row (titles, remarks, "sep=")."""

    encoding: str
    delimiter: str
    quoted: bool = True
    n_before: int = 0


class DelimitedText:
    """One file. sample: its first rows, the header too, without what cannot be read."""

    def __init__(self, path: Path, is_header: IsHeader = lambda _: False) -> None:
        """Look at the file's beginning. Raises ExchangeError where it is no text, or empty.

        is_header: whether cells can only be the names of columns.
        """
        self.path = path
        encoding = encoding_of(path)
        lines = _first_lines(path, encoding)
        n_before, delimiter = _skip_remarks(lines)
        if not lines[n_before:]:
            raise ExchangeError("exchange.empty_table", name=path.name, path=path)
        if len(lines[n_before]) >= LONGEST_LINE:  # no header has so many columns
            line = n_before + 1
            raise ExchangeError("exchange.line_too_long", name=path.name, line=line, path=path)
        n_before += _n_title_lines(lines[n_before:], encoding, delimiter, is_header)
        self.dialect, self.sample = _guess_dialect(lines[n_before:], encoding, delimiter)
        if not self.sample:
            raise ExchangeError("exchange.empty_table", name=path.name, path=path)
        self.dialect = replace(self.dialect, n_before=n_before)

    @property
    def remark(self) -> str:
        """Return the sentence that says how the file was read."""
        names = {"\t": "tab", ";": "semicolon", ",": "comma", "|": "bar"}
        return message(
            "exchange.read_as",
            encoding=self.dialect.encoding.removesuffix("-sig").replace("_", "-").upper(),
            separator=message(f"exchange.separator_{names[self.dialect.delimiter]}"),
        )

    def rows(self, on_fault: OnFault, job: JobContext = SILENT) -> Iterator[tuple[int, list[str]]]:
        """Yield the line and the cells of every row that is not empty; the header comes first.

        Raises ExchangeError, Cancelled.
        """
        try:
            with self.path.open("rb") as raw:
                size = max(1, raw.seek(0, io.SEEK_END))
                raw.seek(0)
                text = self._lines(_decoded(raw, self.dialect.encoding))
                for n_rows, row in enumerate(self._split(text, on_fault)):
                    if n_rows % ROWS_PER_REPORT == 0:
                        job.check()
                        job.report(raw.tell(), size, message("exchange.reading"))
                    yield row
        except (OSError, UnicodeError) as error:
            raise cannot_read(self.path, error) from error

    def _lines(self, text: io.TextIOWrapper) -> Iterator[str]:
        """Yield lines. Raises ExchangeError for one that is too long to be held."""
        for number in count(1):
            line = text.readline(LONGEST_LINE)
            if len(line) == LONGEST_LINE:
                raise ExchangeError(
                    "exchange.line_too_long", name=self.path.name, line=number, path=self.path
                )
            if not line:
                return
            yield line

    def _split(self, text: Iterator[str], on_fault: OnFault) -> Iterator[tuple[int, list[str]]]:
        for _ in range(self.dialect.n_before):
            next(text, "")
        reader = _reader(text, self.dialect)
        wide = self.dialect.encoding.startswith(("utf-16", "utf-32"))
        unreadable = _UNREADABLE_WIDE if wide else _UNREADABLE
        while True:
            line = reader.line_num + self.dialect.n_before + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                on_fault(line, message("exchange.row_not_split", reason=_why(error)), "")
                continue
            if any(not cell.isascii() and unreadable.search(cell) for cell in cells):
                encoding = self.dialect.encoding.upper()
                row = " ".join(cells)
                found = unreadable.search(row)
                reason = message(
                    "exchange.row_not_decoded", encoding=encoding,
                    n_letter=found.start() + 1 if found else 1,
                )  # fmt: skip
                on_fault(line, reason, unreadable.sub("?", row))
            elif any(cell.strip() for cell in cells):
                yield line, cells


def _why(error: csv.Error) -> str:
    if "field limit" in str(error):
        return message("exchange.why_long_cell", n=csv.field_size_limit())
    return str(error)


def _decoded(raw: io.BufferedReader, encoding: str) -> io.TextIOWrapper:
    errors = "replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
    return io.TextIOWrapper(raw, encoding=encoding, errors=errors, newline="")


def _reader(lines: Iterator[str], dialect: Dialect) -> Reader:
    if dialect.quoted:
        return csv.reader(lines, delimiter=dialect.delimiter)
    return csv.reader(lines, delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE)


def _first_lines(path: Path, encoding: str) -> list[str]:
    try:
        with path.open("rb") as raw:
            lines, n_letters = list[str](), 0
            text = _decoded(raw, encoding)
            while len(lines) < SAMPLE_ROWS and n_letters < SAMPLE_LETTERS:
                line = text.readline(SAMPLE_LETTERS)
                if not line:
                    break
                lines.append(line)
                n_letters += len(line)
            return lines
    except (OSError, UnicodeError) as error:
        raise cannot_read(path, error) from error


def _skip_remarks(lines: Sequence[str]) -> tuple[int, str]:
    """Count the lines before the table; return also the separator that one of them names."""
    delimiter = ""
    for number, line in enumerate(lines):
        text = line.strip()
        if found := DELIMITER_LINE.fullmatch(text or line):
            delimiter = found[1]
        elif text and not text.startswith("#"):
            return number, delimiter
    return len(lines), delimiter


def _n_title_lines(lines: Sequence[str], encoding: str, delimiter: str, is_header: IsHeader) -> int:
    """Count the lines above a table's header that are only a title, as spreadsheets have them.

    A table whose rows are of many widths begins with the first line that can only be a header.
    """
    named = None
    for n_titles in range(min(MAX_TITLE_LINES, len(lines))):
        dialect, sample = _guess_dialect(lines[n_titles:], encoding, delimiter)
        cells = [cell for cell in sample[0] if cell.strip()] if sample else []
        if len(cells) < 2:
            continue
        can_only_be = is_header(cells)
        if _sample_rows(lines[n_titles:], dialect)[1] >= HALF:
            return n_titles if named is None or can_only_be else named
        if named is None and can_only_be:
            named = n_titles
    return named or 0


def _guess_dialect(
    lines: Sequence[str], encoding: str, delimiter: str
) -> tuple[Dialect, list[list[str]]]:
    """Choose the separator and the quotes under which most lines are in rows of one width."""
    best, best_fit = (Dialect(encoding, delimiter or ","), list[list[str]]()), (-1.0, 0, 0)
    n_full = sum(1 for line in lines if line.strip())
    for sign in (delimiter,) if delimiter in DELIMITERS else DELIMITERS:
        for quoted in (True, False):
            dialect = Dialect(encoding, sign, quoted)
            rows, share = _sample_rows(lines, dialect)
            width = len(rows[0]) if rows else 0
            # Where lines fit as well one by one, quotes that join them are none.
            rank = 1 if not quoted else 2 if len(rows) == n_full else 0
            fit = (share if width > 1 else 0.0, width, rank)
            if fit > best_fit:
                best, best_fit = (dialect, rows), fit
    return best


def _sample_rows(lines: Sequence[str], dialect: Dialect) -> tuple[list[list[str]], float]:
    """Split lines into rows; return also the share of lines in rows as wide as the first."""
    reader, rows, n_fitting, before = _reader(iter(lines), dialect), list[list[str]](), 0, 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return rows, n_fitting / len(lines)
        except csv.Error:
            continue
        finally:
            n_lines, before = reader.line_num - before, reader.line_num
        if any(cell.strip() for cell in row):
            rows.append(row)
            n_fitting += n_lines if len(row) == len(rows[0]) else 0
