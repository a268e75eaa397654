"""The number of the last commit, in the library and in a small file beside it.

A write-ahead log that was cut or deleted, or a library replaced by an older one, leaves a file
that SQLite takes for whole. The mark beside it knows better: it is written after every commit,
without waiting for the disk, so that it can only be behind and never ahead.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path

from core.library.db.library_files import real_path

MARK_SUFFIX = "-mark"
_BYTES = 200  # written over the former one: always as long


@dataclass(frozen=True, slots=True)
class Mark:
    """A commit of a library. n_edits: the last number of the journal. at: UTC, ISO 8601."""

    library_id: str
    n_commits: int
    n_edits: int
    at: str


@dataclass(frozen=True, slots=True)
class MissingCommits:
    """Commits that were made and that the library file does not have. since: of the last it has."""

    n_commits: int
    n_edits: int
    since: str
    until: str


def mark_path(library: Path) -> Path:
    """Return where the mark of a library is."""
    real = real_path(library)
    return real.with_name(real.name + MARK_SUFFIX)


def read_mark(library: Path) -> Mark | None:
    """Read the mark beside a library; None where there is none that can be read."""
    try:
        told = json.loads(mark_path(library).read_text(encoding="utf-8"))
        numbers = int(told["n_commits"]), int(told["n_edits"])
        return Mark(str(told["library_id"]), *numbers, str(told["at"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def forget_mark(library: Path) -> None:
    """Remove the mark: another file, or an older one, takes the library's place on purpose."""
    mark_path(library).unlink(missing_ok=True)


def read_commit(connection: sqlite3.Connection) -> Mark | None:
    """Return the last commit that a library holds. Raises sqlite3.Error."""
    row = connection.execute(
        "SELECT library_id, n, (SELECT ifnull(max(id), 0) FROM journal),"
        " (SELECT created_at FROM journal ORDER BY id DESC LIMIT 1) FROM commits"
    ).fetchone()
    return Mark(row[0], row[1], row[2], row[3] or "") if row else None


def missing_commits(connection: sqlite3.Connection, mark: Mark | None) -> MissingCommits | None:
    """Compare a library with the mark that was read before it; None if nothing is missing."""
    held = read_commit(connection) if mark is not None else None
    if mark is None or held is None or mark.library_id != held.library_id:
        return None
    n_missing = mark.n_commits - held.n_commits
    if n_missing <= 0:
        return None
    n_edits = max(0, mark.n_edits - held.n_edits)
    return MissingCommits(n_missing, n_edits, held.at, mark.at)


class CommitCounter:
    """Counts the commits of a library that is open for writing, and writes its mark.

    n_commits: of the last one.
    """

    def __init__(self, connection: sqlite3.Connection, library: Path) -> None:
        self._connection = connection
        self._path = mark_path(library)
        self._file = -1
        row = connection.execute("SELECT library_id, n FROM commits").fetchone()
        if row is None:
            row = (uuid.uuid4().hex, 0)
            connection.execute("INSERT INTO commits (id, library_id, n) VALUES (1, ?, ?)", row)
        self._library_id: str = row[0]
        self.n_commits = int(row[1])
        self._n_before = connection.total_changes

    def begin(self) -> None:
        """Note where a transaction begins."""
        self._n_before = self._connection.total_changes

    def count(self) -> bool:
        """Count this transaction, before it is committed; False if it changes nothing."""
        if self._connection.total_changes == self._n_before:
            return False
        sql = "UPDATE commits SET n = ?"
        self._connection.execute(sql, (self.n_commits + 1,))
        return True

    def committed(self) -> None:
        """Write the mark of the commit count() has counted; a full disk only costs the mark."""
        self.n_commits += 1
        sql = (
            "SELECT (SELECT seq FROM sqlite_sequence WHERE name = 'journal'),"
            " strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
        )
        n_edits, at = self._connection.execute(sql).fetchone()
        mark = Mark(self._library_id, self.n_commits, n_edits or 0, at)
        with contextlib.suppress(OSError):
            if self._file < 0:
                self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            text = json.dumps(asdict(mark)).ljust(_BYTES)
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, text.encode())

    def close(self) -> None:
        """Close the mark's file."""
        if self._file >= 0:
            with contextlib.suppress(OSError):
                os.close(self._file)
            self._file = -1
