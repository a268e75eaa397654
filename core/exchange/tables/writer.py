"""Writing a table for spreadsheets and scripts, with what explains its columns beside it.

UTF-8 with a header row; times in UTC, lengths in seconds. A pipe or a device gets the table alone.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.atomic_files import atomic_write, atomic_writes, is_stream
from core.exchange.file_errors import cannot_write
from core.exchange.format_records import Written
from core.exchange.label_source import LabelSource
from core.exchange.tables.cell_records import to_cell
from core.exchange.tables.data_package import TableField, package_of

PACKAGE = "datapackage.json"
DICTIONARY = ("column", "meaning")


@dataclass(frozen=True, slots=True)
class Table:
    """A table to be written: what its columns are, and its rows."""

    fields: Sequence[TableField]
    rows: Iterator[Sequence[object]]
    delimiter: str = ","


def write_table(source: LabelSource, path: Path, table: Table) -> Written:
    """Write a table, a dictionary of its columns and a data package, all or none of them.

    Raises ExchangeError where the folder cannot be written, Cancelled.
    """
    dictionary = path.with_name(f"{path.stem}-columns.csv")
    package = _package_path(path)
    header = [field.name for field in table.fields]
    try:
        if is_stream(path):
            with atomic_write(path, shared=True) as partial:
                return Written((path,), _write(partial, header, table.rows, table.delimiter))
        with atomic_writes(path, dictionary, package) as drafts:
            table_draft, dictionary_draft, package_draft = drafts
            n_rows = _write(table_draft, header, table.rows, table.delimiter)
            meanings = iter([(field.name, field.meaning) for field in table.fields])
            _write(dictionary_draft, DICTIONARY, meanings, ",")
            described = package_of(source, path.name, table.fields, table.delimiter)
            text = json.dumps(described, ensure_ascii=False, indent=1)
            package_draft.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise cannot_write(path, error) from error
    return Written((path, dictionary, package), n_rows)


def _write(
    path: Path, header: Sequence[str], rows: Iterator[Sequence[object]], delimiter: str
) -> int:
    """Write header and rows; return the number of rows."""
    n_rows = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow([to_cell(name) for name in header])
        for n_rows, row in enumerate(rows, start=1):  # noqa: B007 - counted
            writer.writerow([_text_cell(value) for value in row])
    return n_rows


def _text_cell(value: object) -> object:
    """Return a cell without zeros, which make a text file none."""
    return to_cell(value.replace("\0", "") if isinstance(value, str) else value)


def _package_path(path: Path) -> Path:
    """Return where the data package goes: by its usual name, unless another table has that."""
    package = path.with_name(PACKAGE)
    try:
        described = json.loads(package.read_text(encoding="utf-8"))
        is_ours = described["resources"][0]["path"] == path.name
    except FileNotFoundError:
        is_ours = True
    except (OSError, ValueError, LookupError, TypeError):
        is_ours = False
    return package if is_ours else path.with_name(f"{path.stem}-{PACKAGE}")
