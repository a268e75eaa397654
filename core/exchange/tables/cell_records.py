"""Cells of a table as spreadsheets take them: a text that begins like a formula is not run.

A `'` goes before it, and comes off again on reading; numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
QUOTE = "'"
NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)\s?%?")


def to_cell(value: object) -> object:
    """Return a value as it is written; a text that a spreadsheet would run begins with a quote."""
    if not isinstance(value, str) or NUMBER.fullmatch(value):
        return value
    return QUOTE + value if value.lstrip(QUOTE).startswith(FORMULA_SIGNS) else value


def blank_if_none(value: object | None) -> object:
    """Return a value, or an empty cell where there is none."""
    return "" if value is None else value


def from_cell(cell: str) -> str:
    """Return the text that to_cell wrote."""
    quoted = cell.startswith(QUOTE) and cell.lstrip(QUOTE).startswith(FORMULA_SIGNS)
    return cell[1:] if quoted else cell


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV."""
    text = io.StringIO()
    csv.writer(text).writerows([to_cell(value) for value in row] for row in rows)
    return text.getvalue()


def tab_text(rows: Iterable[Sequence[str]]) -> str:
    """Return rows with tabs between the columns, for the clipboard; one row a line."""
    return "\n".join(
        "\t".join(str(to_cell(" ".join(re.split(r"[\t\r\n]+", value)))) for value in row)
        for row in rows
    )
