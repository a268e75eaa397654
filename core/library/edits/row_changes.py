"""What an edit did to rows, and how the journal writes that down: like rows said once.

Plain values; reading and writing the rows themselves is the Ledger's business.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

Values = dict[str, Any]

# Where a file is may change between an edit and its undo; that is no contradiction.
_SEEN_BY_SCANS = frozenset({"path", "size_bytes", "mtime_s", "missing_since"})


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after: None where it is not there, else the columns that differ."""

    table: str
    row_id: int
    before: Values | None
    after: Values | None

    def reversed(self) -> RowChange:
        """The change that takes this one back."""
        return RowChange(self.table, self.row_id, self.after, self.before)

    def fits(self, row: Values | None) -> bool:
        """Whether a row of the table is as it was before this change."""
        if row is None or self.before is None:
            return row is None and self.before is None
        return all(
            row[name] == value for name, value in self.before.items() if name not in _SEEN_BY_SCANS
        )


def batches(changes: Iterable[RowChange]) -> Iterator[list[RowChange]]:
    """Neighbours of the same kind, no row twice: each of these can be done at one go."""
    for _, run in groupby(changes, key=_shape):
        block: dict[int, RowChange] = {}
        for change in run:
            if change.row_id in block:
                yield list(block.values())
                block = {}
            block[change.row_id] = change
        yield list(block.values())


def changes_to_json(changes: Sequence[RowChange]) -> str:
    """Changes as JSON: of like rows the columns' names stand once, and what all of them share.

    Blocks of [table, names before, names after, rows (id, values before, values after)], and where
    rows share values, which are left out of them, those as [place in the row, value] at the end.
    """
    blocks: list[list[Any]] = []
    for (table, old, new), run in groupby(changes, key=_shape):
        rows = [
            [each.row_id, *(each.before or {}).values(), *(each.after or {}).values()]
            for each in run
        ]
        shared = _shared(rows)
        kept = [place for place in range(len(rows[0])) if place not in shared]
        blocks.append([table, old, new, [[row[place] for place in kept] for row in rows]])
        if shared:
            blocks[-1].append([[place, value] for place, value in shared.items()])
    return json.dumps(blocks, ensure_ascii=False, separators=(",", ":"))


def changes_from_json(text: str) -> list[RowChange]:
    """The changes that packed() wrote."""
    changes = []
    for table, old, new, rows, *rest in json.loads(text):
        split = 1 + len(old or ())
        for row in rows:
            for place, value in rest[0] if rest else ():  # ascending
                row.insert(place, value)
            before = None if old is None else dict(zip(old, row[1:split], strict=True))
            after = None if new is None else dict(zip(new, row[split:], strict=True))
            changes.append(RowChange(table, row[0], before, after))
    return changes


def _shared(rows: list[list[Any]]) -> dict[int, Any]:
    """Place -> value of what several rows have in common; a value's kind counts, too."""
    if len(rows) < 2:
        return {}
    columns = enumerate(zip(*rows, strict=True))
    return {
        place: values[0]
        for place, values in columns
        if values.count(values[0]) == len(values) and len(set(map(type, values))) == 1
    }


def _shape(change: RowChange) -> tuple[str, list[str] | None, list[str] | None]:
    before, after = change.before, change.after
    return (
        change.table,
        None if before is None else list(before),
        None if after is None else list(after),
    )
