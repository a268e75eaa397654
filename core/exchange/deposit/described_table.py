"""A table of a deposit with a row for whatever it lists, beside what its columns mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from core.exchange.deposit.deposit_records import Contents
from core.exchange.tables.cell_records import csv_text
from core.exchange.tables.writer import DICTIONARY


def write_described(
    contents: Contents,
    name: str,
    what: str,
    meanings: Mapping[str, str],
    rows: Sequence[Sequence[Any]],
) -> None:
    """Write a table, and NAME-columns.csv beside it. meanings: of its columns. Raises OSError."""
    path = contents.add(name, what)
    path.write_text(csv_text([tuple(meanings), *rows]), encoding="utf-8")
    file = PurePosixPath(name)
    beside = str(file.with_name(f"{file.stem}-columns.csv"))
    path = contents.add(beside, f"what the columns of {file.name} mean")
    path.write_text(csv_text([DICTIONARY, *meanings.items()]), encoding="utf-8")
