"""Rows that can be read and are not as they were written: a bit of them was flipped.

The digests tell the block of ids; what indexes, journal and copy say of its rows is tried, and the
one change that makes the block add up again is certain.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from core.library.db.row_digests import add_up, block_of, column_names, row_digest
from core.library.db.row_digests import count_rows as count_blocks
from core.library.recovery.journal_rows import Row
from core.library.recovery.kept_counts import Counts
from core.library.recovery.page_owner import OwnedPages
from core.library.recovery.rebuilt_rows import Sources, put_row, rows_of_copy, whole_rows


def spoiled_blocks(library: sqlite3.Connection, table: str, kept: Counts) -> dict[int, int]:
    """Map blocks that have all their rows to what their digest lacks; whole ones are left out."""
    now = count_blocks(library, table)
    return {
        block: add_up([digest, -now[block][1]])
        for block, (n, digest) in kept.items()
        if block in now and n <= now[block][0] and digest != now[block][1]
    }


def correct_spoiled(
    library: sqlite3.Connection,
    pages: OwnedPages,
    table: str,
    blocks: dict[int, int],
    sources: Sources,
) -> int:
    """Correct what can be corrected; return the number of blocks that stay spoiled."""
    if not blocks:
        return 0
    known = list(_other_versions(pages, table, blocks, sources))
    n_left = 0
    for block, lacking in blocks.items():
        rows = _rows_of_block(library, table, block)
        change = _certain_change(rows, known, column_names(library, table), lacking)
        if change is None:
            n_left += 1
            continue
        row_id, corrected = change
        library.execute(f"DELETE FROM {table} WHERE rowid = ?", (row_id,))
        if corrected is not None:
            put_row(library, table, corrected)
    return n_left


def _certain_change(
    rows: dict[int, Row], known: list[Row], columns: tuple[str, ...], lacking: int
) -> tuple[int, Row | None] | None:
    """Return the row to replace, and by what (None: by nothing), so that the block adds up."""
    for row_id, row in rows.items():
        if add_up([-_digest(row, columns)]) == lacking:
            return row_id, None
    for other in known:
        row_id = int(str(other["rowid"]))
        if row_id not in rows:
            continue
        row = rows[row_id]
        candidate = {**row, **{name: other[name] for name in other if name in row}}
        if add_up([_digest(candidate, columns), -_digest(row, columns)]) == lacking:
            return row_id, candidate
    return None


def _digest(row: Row, columns: tuple[str, ...]) -> int:
    return row_digest(*(row["rowid"] if name == "id" else row[name] for name in columns))


def _rows_of_block(library: sqlite3.Connection, table: str, block: int) -> dict[int, Row]:
    names = column_names(library, table)
    columns = ", ".join(name for name in names if name != "id")
    cursor = library.execute(
        f"SELECT rowid AS rowid, {columns} FROM {table} WHERE rowid >> 6 = ?", (block,)
    )
    keys = ["rowid", *(name for name in names if name != "id")]
    return {values[0]: dict(zip(keys, values, strict=True)) for values in cursor}


def _other_versions(
    pages: OwnedPages, table: str, blocks: dict[int, int], sources: Sources
) -> Iterator[Row]:
    """Yield what indexes, other pages, the journal and the copy say of rows in these blocks."""
    for row in whole_rows(pages, table):
        if block_of(int(str(row["rowid"]))) in blocks:
            yield _as_stored(row, pages, table)
    if sources.journal is not None:
        for row_id, row in sources.journal.live.get(table, {}).items():
            if block_of(row_id) in blocks:
                yield {"rowid": row_id, **_as_stored(row, pages, table)}
    if sources.copy is not None:
        for row in rows_of_copy(sources.copy, table):
            if block_of(int(str(row["rowid"]))) in blocks:
                yield row


def _as_stored(row: Row, pages: OwnedPages, table: str) -> Row:
    """Make whole numbers of REAL columns what SQLite gives: floats."""
    real = {column.name for column in pages.shapes[table].columns if column.type == "REAL"}
    return {
        name: float(value) if name in real and isinstance(value, int) else value
        for name, value in row.items()
    }
