"""Merging: what a damaged library's pages say, its gaps filled from what else knows lost rows.

Works in a new library that has the rows of the pages already; ends with one that is consistent.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from core.library.db.row_digests import block_of
from core.library.db.row_digests import count_rows as count_blocks
from core.library.recovery.gaps import Gaps
from core.library.recovery.journal_rows import JournalRows, Names, Row, known_names
from core.library.recovery.kept_counts import KeptCounts
from core.library.recovery.page_owner import OwnedPages
from core.library.recovery.rebuilt_rows import Sources, complete, lost_rows, put_row
from core.library.recovery.spoiled_rows import correct_spoiled, spoiled_blocks

STANDING_IN = ("songs", "tags", "categories", "annotators")  # a decision is worth a stand-in
HIGHEST_ID = 1 << 40


class Merge:
    """Fills the gaps of one new library.

    made_up: names. n_from_copy: decisions that only the copy still had. n_spoiled: blocks of rows
    that stay as they should not be. n_in_part: rows put together without all that was in them.
    """

    def __init__(
        self, new: sqlite3.Connection, pages: OwnedPages, sources: Sources, kept: KeptCounts
    ) -> None:
        self._new = new
        self._pages = pages
        self._sources = sources
        self._kept = kept
        self._rebuilt: dict[str, set[int]] = {}
        self._names: Names = {}
        self.made_up: list[str] = []
        self.n_from_copy = 0
        self.n_spoiled = 0
        self.n_in_part = 0

    def run(self, tables: Sequence[str]) -> None:
        """Fill, correct and settle all tables; each comes after those that its rows name."""
        self._fill("journal")
        self._correct(tables)
        self._names = {**known_names(self._new), "songs": self._searched_titles()}
        for table in tables:
            if table != "journal":
                self._fill(table)
        self._settle_references()
        self._keep_sequences()
        self.n_in_part = sum(self._n_in_part(table) for table in self._rebuilt)

    def _correct(self, tables: Sequence[str]) -> None:
        """Read what the journal knows of rows that are lost or spoiled, and correct these."""
        spoiled = {
            table: spoiled_blocks(self._new, table, self._kept.of(table))
            for table in tables
            if table in self._kept.comparable
        }
        found = {table: ids_of(self._new, table) for table in tables}
        self._sources.journal = JournalRows(
            self._new,
            lambda table, row_id: (
                table in found  # its name may be spoiled
                and (row_id not in found[table] or block_of(row_id) in spoiled.get(table, ()))
            ),
        )
        for table, blocks in spoiled.items():
            self.n_spoiled += correct_spoiled(self._new, self._pages, table, blocks, self._sources)

    def _fill(self, table: str) -> None:
        """Insert what is known of a table's lost rows."""
        if table not in self._pages.shapes:
            return
        counts = {block: n for block, (n, _) in self._kept.of(table).items()}
        gaps = Gaps(self._pages, table, ids_of(self._new, table), counts)
        if gaps.are_none:
            return
        rows, only_copy = lost_rows(table, gaps, self._pages, self._sources)
        for row_id, row in sorted(rows.items()):
            made = complete(self._new, table, row, self._names.get(table, {}))
            if put_row(self._new, table, row):
                self._rebuilt.setdefault(table, set()).add(row_id)
                self.n_from_copy += table == "annotations" and row_id in only_copy
                self.made_up += [made] if made else []

    def _searched_titles(self) -> dict[int, str]:
        """Map songs to their titles as the search knows them: in small letters."""
        if "song_texts" not in self._pages.shapes:
            return {}
        shape = self._pages.shapes["song_texts"]
        rows = map(shape.row, self._pages.records("song_texts"))
        return {int(str(row["rowid"])): str(row["title"]) for row in rows if row.get("title")}

    def _n_in_part(self, table: str) -> int:
        """Count rebuilt rows in blocks that do not add up to what they were."""
        kept, now = self._kept.of(table), count_blocks(self._new, table)
        return sum(
            kept.get(block_of(row_id)) != now.get(block_of(row_id))
            for row_id in self._rebuilt[table]
            if table in self._kept.comparable and table != "journal"
        )

    def _settle_references(self) -> None:
        """Insert stand-ins for rows that others name; undo is cleared then."""
        new, settled = self._new, set[tuple[str, int, str]]()
        while found := new.execute("PRAGMA foreign_key_check").fetchall():
            for table, row_id, parent, key in found:
                if parent in STANDING_IN and (table, row_id, parent) not in settled:
                    settled.add((table, row_id, parent))
                    self._stand_in(table, row_id, parent, key)
                elif parent == "models":
                    column = "parent_id" if table == "models" else "model_id"
                    new.execute(f"UPDATE {table} SET {column} = NULL WHERE rowid = ?", (row_id,))
                else:
                    new.execute(f"DELETE FROM {table} WHERE rowid = ?", (row_id,))
            new.execute("UPDATE journal SET state = 'dropped'")

    def _stand_in(self, table: str, row_id: int, parent: str, key: int) -> None:
        """Insert the row of `parent` that a row names. key: the number of the foreign key."""
        new = self._new
        sql = f"SELECT \"from\" FROM pragma_foreign_key_list('{table}') WHERE id = ?"
        column = new.execute(sql, (key,)).fetchone()[0]
        sql = f"SELECT {column} FROM {table} WHERE rowid = ?"
        parent_id = new.execute(sql, (row_id,)).fetchone()[0]
        for names in (self._names.get(parent, {}), {}):  # a known name may be taken by now
            row: Row = {"rowid": parent_id}
            made = complete(new, parent, row, names)
            if put_row(new, parent, row):
                self.made_up += [made] if made else []
                return

    def _keep_sequences(self) -> None:
        """Never give a number again that the damaged library has given: the journal names rows."""
        shape = self._pages.shapes["sqlite_sequence"]
        for record in self._pages.records("sqlite_sequence"):
            row = shape.row(record)
            if isinstance(row["seq"], int) and row["seq"] < HIGHEST_ID:
                sql = "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?"
                self._new.execute(sql, (row["seq"], row["name"]))


def ids_of(library: sqlite3.Connection, table: str) -> set[int]:
    """Return the row ids of a table."""
    return {row[0] for row in library.execute(f"SELECT rowid FROM {table}")}
