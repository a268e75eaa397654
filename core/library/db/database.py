"""One SQLite connection: plain reads and transactions, every fault a LibraryError.

It knows no table. Only the thread that opened it may use it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import (
    LibraryDamaged,
    LibraryDeleted,
    LibraryError,
    LibraryReplaced,
    LibrarySpoiled,
    LibraryUnwritable,
)
from core.library.db.commit_mark import CommitCounter, MissingCommits
from core.library.db.file_checks import starts_as_library
from core.library.db.library_files import log_path
from core.library.db.row_digests import find_spoiled
from core.library.db.write_ahead_log import ALONE, is_whole, read_uri

Row = tuple[Any, ...]
OPEN_FILES = "/dev/fd"  # of this process, by number; not on Windows, which deletes no open file

# What the beginning of an SQLite error's name means.
_ERRORS: tuple[tuple[str, type[LibraryError], str], ...] = (
    ("SQLITE_FULL", LibraryUnwritable, "library.no_room"),
    ("SQLITE_READONLY", LibraryUnwritable, "library.unwritable"),
    ("SQLITE_BUSY", LibraryError, "library.in_use"),
    ("SQLITE_LOCKED", LibraryError, "library.in_use"),
    ("SQLITE_NOTADB", LibraryError, "library.not_a_library"),
    ("SQLITE_CORRUPT", LibraryDamaged, "library.damaged"),
    ("SQLITE_CANTOPEN", LibraryError, "library.cannot_open"),
    ("SQLITE_IOERR_SHM", LibraryUnwritable, "library.no_room"),  # of its index beside it
    ("SQLITE_IOERR", LibraryError, "library.no_answer"),
    ("SQLITE_CONSTRAINT", LibraryError, "library.does_not_fit"),
    ("", LibraryError, "library.unusable"),
)
# What SQLite and Python say of a damaged schema or text without calling it damage.
DAMAGE_ERRORS = ("no such table", "no such column", "Could not decode to UTF-8")


# Python raises the second where SQLite quotes names of a damaged schema that are no UTF-8.
SQL_ERRORS = (sqlite3.Error, UnicodeDecodeError)


def library_error(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> LibraryError:
    """Translate an SQLite error about this file into a LibraryError."""
    code = getattr(error, "sqlite_errorname", "") or ""
    if isinstance(error, UnicodeDecodeError) or str(error).startswith(DAMAGE_ERRORS):
        code = "SQLITE_CORRUPT"
    error_type, id = next(row[1:] for row in _ERRORS if code.startswith(row[0]))
    return error_type(id, name=path.name, detail=f"{code}: {error}", path=path)


class Database:
    """A connection in autocommit mode; transaction() makes several writes one.

    remarks: what the user should be told of how it was opened, messages.
    counter: numbers the commits of a library opened for writing. missing: commits that the mark
    beside the library knows and the file does not have.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
        self.connection = connection
        self.path = path
        self.read_only = read_only
        self.remarks: list[str] = []
        self._depth = 0
        self._writes_blocked = False
        self._file: FileStamp | None = None
        self._log: FileStamp | None = None
        self.remember_file()
        self.counter: CommitCounter | None = None
        self.missing: MissingCommits | None = None

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError:
            raise  # our own mistake, not the user's
        except SQL_ERRORS as error:
            raise library_error(error, self.path) from error
        except UnicodeEncodeError as error:
            raise LibraryError(
                "library.bad_characters", detail=str(error), path=self.path
            ) from error

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query. Raises LibraryError, as every method here."""
        with self._explained():
            return self.connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """Return the first row, or None."""
        with self._explained():
            row: Row | None = self.connection.execute(sql, values).fetchone()
            return row

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """Return the first column of the first row, or None."""
        row = self.row(sql, values)
        return row[0] if row else None

    def row_as_dict(self, sql: str, values: Sequence[Any] = ()) -> dict[str, Any] | None:
        """Return the first row, column name -> value, or None."""
        with self._explained():
            cursor = self.connection.execute(sql, values)
            row = cursor.fetchone()
            names = (column[0] for column in cursor.description)
            return dict(zip(names, row, strict=True)) if row else None

    def rows_as_dicts(self, sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """Return all rows, column name -> value."""
        with self._explained():
            cursor = self.connection.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def ids(self, sql: str, values: Sequence[Any] = ()) -> NDArray[np.int64]:
        """Return the only column of all rows as int64, shape (n,), in the query's order.

        SQLite writes them into one text, which is three times faster than fetching rows; it
        keeps the order of a subquery under group_concat (its omit-order-by rule, point 5).
        """
        text = self.value(f"WITH found(id) AS ({sql}) SELECT group_concat(id) FROM found", values)
        return np.fromstring(text or "", np.int64, sep=",")

    def has_column(self, table: str, column: str) -> bool:
        """Return whether a table has a column: older libraries can be open for reading only."""
        sql = "SELECT count(*) FROM pragma_table_info(?) WHERE name = ?"
        return bool(self.value(sql, (table, column)))

    def write(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Execute one writing statement, in a transaction of its own unless one is open."""
        if self._depth:
            with self._explained():
                return self.connection.execute(sql, values)
        with self.transaction():
            return self.write(sql, values)

    def write_rows(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute the same statement for many rows, in one transaction."""
        with self.transaction(), self._explained():
            self.connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all or nothing; inside another one, as a part of that. On disk when it ends."""
        if self._writes_blocked:
            raise LibraryError("library.changing", name=self.path.name, path=self.path)
        if self._depth:
            yield
            return
        self.ensure_writable()
        self.ensure_same_file()
        with self._explained():
            self.connection.execute("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            if self.counter is not None:
                self.counter.begin()
            yield
            self._commit()
        except BaseException:
            if self.connection.in_transaction:  # a full disk may have rolled back already
                self.connection.rollback()
                self._remember_log()  # a large transaction has written into it already
            raise
        finally:
            self._depth = 0

    def _commit(self) -> None:
        """Commit. SQLite may write the log into the file then, which gives it another time."""
        before = _file_stamp(self.path)
        with self._explained():
            counted = self.counter is not None and self.counter.count()
            self.connection.execute("COMMIT")
            if self.counter is not None and counted:
                self.counter.committed()
        if before == self._file and before is not None:
            after = _file_stamp(self.path)
            self._file = after if before.is_file(after) else self._file
        self._remember_log()
        self.ensure_same_file()

    @contextmanager
    def writes_blocked(self) -> Iterator[None]:
        """Refuse other writes while a transaction pauses between two slices."""
        self._writes_blocked = True
        try:
            yield
        finally:
            self._writes_blocked = False

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let several reads see the same moment, whatever another process writes."""
        if self.connection.in_transaction:
            yield
            return
        with self._explained():
            self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.rollback()

    def ensure_writable(self) -> None:
        """Raise LibraryError if this library was opened for reading only."""
        if self.read_only:
            raise LibraryError("library.read_only", name=self.path.name, path=self.path)

    def remember_file(self) -> None:
        """Take what is at its path now for this library: nobody else writes it from here on."""
        self._file = _file_stamp(self.path)
        self._log = _file_stamp(log_path(self.path))

    def ensure_same_file(self) -> None:
        """Raise LibraryReplaced if another file is at its path, LibraryError if none is there.

        SQLite would write on, into a file that nobody can find. What was overwritten in its place
        has another time; where only the time is new, file and log are whole together. Raises
        LibraryDeleted where the file has no name any more, LibrarySpoiled where it was damaged, or
        what is no whole library was put in its place.
        """
        found = _file_stamp(self.path)
        if self._file is None:
            return
        if found == self._file:
            self._ensure_log()
            return
        name, path = self.path.name, self.path
        if found is None:
            if self._file.n_links() == 0:
                raise LibraryDeleted("library.deleted", name=name, path=path)
            raise LibraryError("library.moved_away", name=name, path=path)
        if found.is_file(self._file) and (self.read_only or self._is_as_written()):
            self._file = found
            return
        if not starts_as_library(path) or (self.has_log() and not is_whole(path, ALONE)):
            raise LibrarySpoiled("library.spoiled", name=name, path=path)
        raise LibraryReplaced("library.replaced", name=name, path=path)

    def _remember_log(self) -> None:
        found = _file_stamp(log_path(self.path))
        self._log = found if found is not None and found.is_file(self._log) else self._log

    def _ensure_log(self) -> None:
        """Raise LibrarySpoiled if another program has cut or overwritten the log.

        One that was deleted is written on, without a name: what is in it goes to the file at once.
        """
        found = _file_stamp(log_path(self.path))
        if self.read_only or self._log is None or found == self._log:
            return
        if found is None or not found.is_file(self._log):
            if not self.connection.in_transaction:
                with self._explained():
                    self.connection.execute("PRAGMA wal_checkpoint(FULL)")
                self._file = _file_stamp(self.path)
        elif self._is_as_written():
            self._log = found
        else:
            raise LibrarySpoiled("library.spoiled", name=self.path.name, path=self.path)

    def _is_as_written(self) -> bool:
        """Whether the file with its log is whole, and every row in it as it was written here."""
        if not (starts_as_library(self.path) and is_whole(self.path)):
            return False
        try:
            with contextlib.closing(sqlite3.connect(read_uri(self.path), uri=True)) as reader:
                version = int(reader.execute("PRAGMA user_version").fetchone()[0])
                return not find_spoiled(reader, version)
        except SQL_ERRORS:
            return False

    def is_overwritten(self) -> bool:
        """Whether other content was written into the very file that is open."""
        found = _file_stamp(self.path)
        return found is not None and found.is_file(self._file)

    def has_log(self) -> bool:
        """Whether the log at the library's path is still the one that was written here."""
        found = _file_stamp(log_path(self.path))
        return found is not None and found.is_file(self._log)

    def data_version(self) -> int:
        """Return a number that changes whenever another process has committed."""
        return int(self.value("PRAGMA data_version"))

    def close(self) -> None:
        """Close the file; SQLite checkpoints the write-ahead log into it."""
        if self.counter is not None:
            self.counter.close()
        self.connection.close()


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells a file from another one, and from itself with other content."""

    device: int
    inode: int
    size: int
    mtime_ns: int

    def is_file(self, other: FileStamp | None) -> bool:
        """Whether it is the same file, whatever it holds."""
        return other is not None and (self.device, self.inode) == (other.device, other.inode)

    def n_links(self) -> int | None:
        """Return how many names a file has that this process holds open; None if unknown."""
        try:
            descriptors = [int(name) for name in os.listdir(OPEN_FILES)]
        except OSError:
            return None
        for descriptor in descriptors:
            with contextlib.suppress(OSError):
                stat = os.fstat(descriptor)
                if (stat.st_dev, stat.st_ino) == (self.device, self.inode):
                    return stat.st_nlink
        return None


def _file_stamp(path: Path) -> FileStamp | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return FileStamp(stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns)
