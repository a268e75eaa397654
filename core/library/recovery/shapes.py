"""What the records of every table and index of a library look like, by its version.

Read from an empty library of that version in memory, so that nothing is written twice.
"""

from __future__ import annotations

import contextlib
import functools
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from core.library.db.schema import VERSION, apply_migrations
from core.library.recovery.record_reader import Record, Value

_TYPES: dict[str, tuple[type, ...]] = {
    "INTEGER": (int,),
    "REAL": (float, int),  # a whole number is stored as one
    "TEXT": (str,),
    "BLOB": (bytes,),
    "": (int, float, str, bytes),
}


@dataclass(frozen=True, slots=True)
class Column:
    """name: "" for an expression. is_row_id: its value stands beside the record, not in it."""

    name: str
    type: str
    may_be_null: bool
    has_default: bool = False
    is_row_id: bool = False

    def fits(self, value: Value) -> bool:
        """Return whether a value can stand in this column."""
        if value is None:
            return self.may_be_null or self.is_row_id
        return not self.is_row_id and isinstance(value, _TYPES[self.type])


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of a table or an index. table: the one an index is of, else itself.

    in_index: whether its records stand in an index b-tree. root: its page in a new library.
    """

    name: str
    table: str
    columns: tuple[Column, ...]
    in_index: bool
    root: int

    def fits(self, record: Record) -> bool:
        """Return whether a record can be one of these; columns added later may lack in it."""
        if (record.row_id is None) != self.in_index or len(record.values) > len(self.columns):
            return False
        lacking = self.columns[len(record.values) :]
        return all(column.has_default or column.may_be_null for column in lacking) and all(
            column.fits(value) for column, value in zip(self.columns, record.values, strict=False)
        )

    def row(self, record: Record) -> dict[str, Value]:
        """Name the values of a record, with the row's id as "rowid" where it has one."""
        named = {
            column.name: value
            for column, value in zip(self.columns, record.values, strict=False)
            if column.name and not column.is_row_id
        }
        return named if record.row_id is None else {"rowid": record.row_id, **named}


@functools.cache
def shapes_of(version: int) -> dict[str, Shape]:
    """Return all tables and indexes of a library of this version (0: today's), by name."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        apply_migrations(new, version if 0 < version <= VERSION else VERSION)
        rows = new.execute(
            "SELECT type, name, tbl_name, rootpage, ifnull(sql, '') FROM sqlite_schema"
            " WHERE rootpage > 0"
        ).fetchall()
        tables = {
            row[1]: _table(new, row[1], row[3], "WITHOUT ROWID" in row[4])
            for row in rows
            if row[0] == "table"
        }
        indexes = {
            row[1]: _index(new, row[1], tables[row[2]], row[3]) for row in rows if row[0] == "index"
        }
    return tables | indexes


def _table(new: sqlite3.Connection, name: str, root: int, without_row_id: bool) -> Shape:
    rows = new.execute("SELECT * FROM pragma_table_info(?)", (name,)).fetchall()
    n_keys = sum(row[5] > 0 for row in rows)
    if without_row_id:  # its key comes first
        rows.sort(key=lambda row: row[5] or len(rows) + row[0])
    columns = [
        Column(
            name=row[1],
            type=row[2] if row[2] in _TYPES else "",
            may_be_null=not row[3],
            has_default=row[4] is not None,
            is_row_id=row[5] == 1 and n_keys == 1 and row[2] == "INTEGER" and not without_row_id,
        )
        for row in rows
    ]
    return Shape(name, name, tuple(columns), without_row_id, root)


def _index(new: sqlite3.Connection, name: str, table: Shape, root: int) -> Shape:
    known = {column.name: column for column in table.columns}
    rows: Sequence[tuple[int, int, str | None]] = new.execute(
        "SELECT seqno, cid, name FROM pragma_index_xinfo(?) ORDER BY seqno", (name,)
    ).fetchall()
    columns = [
        Column("rowid", "INTEGER", may_be_null=False)
        if column_id == -1
        else known.get(column_name or "", Column("", "", may_be_null=True))
        for _, column_id, column_name in rows
    ]
    return Shape(name, table.name, tuple(columns), True, root)
