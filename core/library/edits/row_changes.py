"""What an edit did to rows, and how the journal stores that as JSON.

Plain values; reading and writing the rows themselves is the Ledger's business.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

Values = dict[str, Any]

# A scan may change these between an edit and its undo; that is no contradiction.
_SET_BY_SCANS = frozenset(
    {"path", "size_bytes", "mtime_s", "missing_since", "title", "artist", "album", "year"}
    | {"album_artist", "track", "file_words", "ctime_s", "fingerprint"}
)


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after: None where it is not there, else the columns that differ."""

    table: str
    row_id: int
    before: Values | None
    after: Values | None

    def reversed(self) -> RowChange:
        """Return the change that takes this one back."""
        return RowChange(self.table, self.row_id, self.after, self.before)

    def applies_to(self, row: Values | None) -> bool:
        """Return whether a row of the table is as it was before this change."""
        if row is None or self.before is None:
            return row is None and self.before is None
        return all(
            row[name] == value for name, value in self.before.items() if name not in _SET_BY_SCANS
        )


def batches(changes: Iterable[RowChange]) -> Iterator[list[RowChange]]:
    """Split changes into runs with equal table and columns, no row twice: a statement a run."""
    for _, run in groupby(changes, key=_shape):
        block: dict[int, RowChange] = {}
        for change in run:
            if change.row_id in block:
                yield list(block.values())
                block = {}
            block[change.row_id] = change
        yield list(block.values())


def changes_to_json(changes: Sequence[RowChange]) -> str:
    """Write changes as JSON: like rows share their column names and equal values.

    Blocks of [table, names before, names after, rows (id, values before, values after)], and where
    rows share values, which are left out of them, those as [index in the row, value] at the end.
    """
    blocks: list[list[Any]] = []
    for (table, old, new), run in groupby(changes, key=_shape):
        rows = [
            [change.row_id, *(change.before or {}).values(), *(change.after or {}).values()]
            for change in run
        ]
        shared = _shared(rows)
        kept = [column for column in range(len(rows[0])) if column not in shared]
        blocks.append([table, old, new, [[row[column] for column in kept] for row in rows]])
        if shared:
            blocks[-1].append([[column, value] for column, value in shared.items()])
    return json.dumps(blocks, ensure_ascii=False, separators=(",", ":"))


def changes_from_json(text: str) -> list[RowChange]:
    """Read the changes that changes_to_json() wrote. Raises ValueError where they are spoiled."""
    try:
        return [change for block in json.loads(text) for change in _changes_of_block(*block)]
    except (TypeError, IndexError, AttributeError) as error:
        raise ValueError("no changes of rows") from error


def _changes_of_block(
    table: str, old: list[str] | None, new: list[str] | None, rows: list[list[Any]], *shared: Any
) -> Iterator[RowChange]:
    split = 1 + len(old or ())
    for row in rows:
        for column, value in shared[0] if shared else ():  # ascending
            row.insert(column, value)
        if not (isinstance(table, str) and isinstance(row[0], int)):
            raise ValueError("no row of a table")
        before = None if old is None else dict(zip(old, row[1:split], strict=True))
        after = None if new is None else dict(zip(new, row[split:], strict=True))
        yield RowChange(table, row[0], before, after)


def _shared(rows: list[list[Any]]) -> dict[int, Any]:
    """Map column indices to the value that all of several rows have there, of equal type."""
    if len(rows) < 2:
        return {}
    columns = enumerate(zip(*rows, strict=True))
    return {
        column: values[0]
        for column, values in columns
        if values.count(values[0]) == len(values) and len(set(map(type, values))) == 1
    }


def _shape(change: RowChange) -> tuple[str, list[str] | None, list[str] | None]:
    before, after = change.before, change.after
    return (
        change.table,
        None if before is None else list(before),
        None if after is None else list(after),
    )
