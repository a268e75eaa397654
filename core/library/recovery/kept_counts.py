"""What a damaged library says of its own rows: how many there were, and what they added up to."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.library.db.row_digests import (
    COLUMNS_BLOCK,
    IDS_PER_BLOCK,
    row_digest,
)
from core.library.db.row_digests import TABLE as DIGESTS
from core.library.db.schema import VERSION
from core.library.recovery.page_owner import OwnedPages
from core.library.recovery.shapes import shapes_of

Counts = dict[int, tuple[int, int]]  # block -> (number of rows, digest)


@dataclass(slots=True)
class KeptCounts:
    """by_table: as far as they can be read. comparable: tables whose digests are today's."""

    by_table: dict[str, Counts] = field(default_factory=dict)
    comparable: set[str] = field(default_factory=set)

    def of(self, table: str) -> Counts:
        """Return the counts of a table."""
        return self.by_table.get(table, {})

    def total(self, table: str) -> int:
        """Return how many rows a table had; 0 where that is not known."""
        return sum(n for n, _ in self.of(table).values())


def read_kept_counts(pages: OwnedPages) -> KeptCounts:
    """Read them from the pages of a damaged library; none in one of before they were kept."""
    kept = KeptCounts()
    if DIGESTS not in pages.shapes:
        return kept
    shape, todays = pages.shapes[DIGESTS], shapes_of(VERSION)
    for record in pages.records(DIGESTS):
        row = shape.row(record)
        table, block, n, digest = (row[name] for name in ("table_name", "block", "n", "digest"))
        if not (isinstance(table, str) and isinstance(block, int) and isinstance(n, int)):
            continue
        if table not in todays or not isinstance(digest, int):
            continue
        if block == COLUMNS_BLOCK:
            columns = tuple(column.name for column in todays[table].columns)
            if digest == row_digest(VERSION, columns):
                kept.comparable.add(table)
        elif block >= 0 and 0 <= n <= IDS_PER_BLOCK:
            kept.by_table.setdefault(table, {}).setdefault(block, (n, digest))
    return kept
