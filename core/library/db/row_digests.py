"""How many rows the library has and what stands in them, kept beside the rows themselves.

SQLite sees a spoiled page, not a spoiled letter. Every block of 64 row ids of a table has the
number of its rows and the sum of their digests; triggers of the writing connection keep both, and
a repair knows from them what is lost. Rows changed by another program are told as spoiled ones.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

TABLE = "row_digests"
IDS_PER_BLOCK = 64
COLUMNS_BLOCK = -1  # its digest is that of the table's columns, which migrations change
_SHIFT = 6
_MASK = (1 << 60) - 1  # a sum of two stays an integer of SQLite
_MADE_AGAIN = ("predictions", "song_texts", "song_counts", "tag_counts", TABLE, "commits")
_TABLES_SQL = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name"


@dataclass(frozen=True, slots=True)
class SpoiledBlock:
    """Rows of a table that are not as they were written: n_now of n, ids from first_id on."""

    table: str
    first_id: int
    n: int
    n_now: int


def block_of(row_id: int) -> int:
    """Return the block a row is counted in."""
    return row_id >> _SHIFT


def row_digest(*values: Any) -> int:
    """Return 60 bits of a row's values, as SQLite gives them to Python."""
    text = repr(values).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big") & _MASK


def add_up(digests: Iterable[int]) -> int:
    """Return the digest of several rows, in whatever order."""
    return sum(digests) & _MASK


def counted_tables(connection: sqlite3.Connection) -> list[str]:
    """Return the tables whose rows are digested: all that hold what cannot be made again."""
    schema = connection.execute(_TABLES_SQL).fetchall()
    virtual = [name for name, sql in schema if sql.upper().startswith("CREATE VIRTUAL")]
    return [
        name
        for name, _ in schema
        if name not in _MADE_AGAIN and not name.startswith(("sqlite_", "_sqlite", *virtual))
    ]


def keep_digests(connection: sqlite3.Connection, version: int) -> None:
    """Keep the digests of a library opened for writing; count anew what a migration changed."""
    connection.create_function("row_digest", -1, row_digest, deterministic=True)
    sql = f"SELECT table_name, digest FROM {TABLE} WHERE block = {COLUMNS_BLOCK}"
    known = dict(connection.execute(sql).fetchall())
    columns = {table: column_names(connection, table) for table in counted_tables(connection)}
    signatures = {table: row_digest(version, names) for table, names in columns.items()}
    changed = {table: new for table, new in signatures.items() if known.get(table) != new}
    if changed:
        connection.execute("BEGIN IMMEDIATE")  # one for all: a new library has two dozen tables
        for table, signature in changed.items():
            _count_anew(connection, table, signature)
        connection.execute("COMMIT")
    for table, names in columns.items():
        for statement in _triggers(table, names):
            connection.execute(statement)


def column_names(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return the columns of a table, in their order."""
    rows = connection.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()
    return tuple(row[0] for row in rows)


def read_counts(connection: sqlite3.Connection, table: str) -> dict[int, tuple[int, int]]:
    """Map the blocks of a table to (number of rows, digest), as they were kept."""
    sql = f"SELECT block, n, digest FROM {TABLE} WHERE table_name = ? AND block >= 0"
    return {block: (n, digest) for block, n, digest in connection.execute(sql, (table,))}


def count_rows(connection: sqlite3.Connection, table: str) -> dict[int, tuple[int, int]]:
    """Map the blocks of a table to (number of rows, digest), as the rows are."""
    counts: dict[int, tuple[int, int]] = {}
    columns = ", ".join(column_names(connection, table))
    for row_id, *values in connection.execute(f"SELECT rowid, {columns} FROM {table}"):
        n, digest = counts.get(row_id >> _SHIFT, (0, 0))
        counts[row_id >> _SHIFT] = (n + 1, (digest + row_digest(*values)) & _MASK)
    return counts


def find_spoiled(connection: sqlite3.Connection, version: int) -> list[SpoiledBlock]:
    """Compare all rows with their digests. Raises sqlite3.Error.

    version: the library's; tables that were not counted at this version are left out.
    """
    spoiled = []
    sql = f"SELECT table_name, digest FROM {TABLE} WHERE block = {COLUMNS_BLOCK}"
    for table, signature in connection.execute(sql).fetchall():
        if signature != row_digest(version, column_names(connection, table)):
            continue
        kept, now = read_counts(connection, table), count_rows(connection, table)
        for block in sorted(kept.keys() | now.keys()):
            then, found = kept.get(block, (0, 0)), now.get(block, (0, 0))
            if then != found:
                spoiled.append(SpoiledBlock(table, block << _SHIFT, then[0], found[0]))
    return spoiled


def _count_anew(connection: sqlite3.Connection, table: str, signature: int) -> None:
    counts = count_rows(connection, table)
    connection.execute(f"DELETE FROM {TABLE} WHERE table_name = ?", (table,))
    connection.executemany(
        f"INSERT INTO {TABLE} (table_name, block, n, digest) VALUES (?, ?, ?, ?)",
        [(table, block, n, digest) for block, (n, digest) in counts.items()]
        + [(table, COLUMNS_BLOCK, 0, signature)],
    )


def _triggers(table: str, columns: tuple[str, ...]) -> tuple[str, str, str]:
    """Write the triggers: of this connection only, because they call a function of ours."""
    new = ", ".join(f"new.{name}" for name in columns)
    old = ", ".join(f"old.{name}" for name in columns)
    return (
        f"CREATE TEMP TRIGGER {table}_digest_in AFTER INSERT ON main.{table} BEGIN"
        f" INSERT INTO {TABLE} (table_name, block, n, digest)"
        f" VALUES ('{table}', new.rowid >> {_SHIFT}, 1, row_digest({new}))"
        f" ON CONFLICT DO UPDATE SET n = n + 1, digest = (digest + excluded.digest) & {_MASK};"
        " END",
        f"CREATE TEMP TRIGGER {table}_digest_out AFTER DELETE ON main.{table} BEGIN"
        f" UPDATE {TABLE} SET n = n - 1, digest = (digest - row_digest({old})) & {_MASK}"
        f" WHERE table_name = '{table}' AND block = old.rowid >> {_SHIFT}; END",
        f"CREATE TEMP TRIGGER {table}_digest_changed AFTER UPDATE ON main.{table} BEGIN"
        # Another trigger may change a row before it is counted by the one for new rows.
        f" INSERT INTO {TABLE} (table_name, block, n, digest) VALUES ('{table}',"
        f" new.rowid >> {_SHIFT}, 0, (row_digest({new}) - row_digest({old})) & {_MASK})"
        f" ON CONFLICT DO UPDATE SET digest = (digest + excluded.digest) & {_MASK}; END",
    )
