"""Logs without their library: which library a write-ahead log is of, and how far it goes.

Every commit writes the library's id and its number, so that a log tells both. One is left where a
library was deleted or overwritten, and where it was set aside as another file's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from core.library.db.commit_mark import read_mark
from core.library.db.library_files import log_path, real_path
from core.library.db.page_file import PageFile
from core.library.db.schema import VERSION
from core.library.db.write_ahead_log import ORPHAN
from core.library.recovery.record_reader import TABLE_LEAF, n_cells, page_type, records
from core.library.recovery.shapes import shapes_of

ID_LETTERS = 32


@dataclass(frozen=True, slots=True)
class Commit:
    """The last commit that pages tell of."""

    library_id: str
    number: int


def last_commit(file: PageFile) -> Commit | None:
    """Find the last commit on pages, whatever else is wrong with them; None if there is none."""
    shape, found = shapes_of(VERSION)["commits"], list[Commit]()
    for number in range(2, file.n_pages + 1):
        page = file.page(number)
        if page is None or page_type(page, number) != TABLE_LEAF or n_cells(page, number) != 1:
            continue
        for row in map(shape.row, filter(shape.fits, records(file, number))):
            library_id, n = row["library_id"], row["n"]
            if isinstance(library_id, str) and len(library_id) == ID_LETTERS and isinstance(n, int):
                found.append(Commit(library_id, n))
    return max(found, key=lambda commit: commit.number, default=None)


def commit_of_file(library: Path) -> Commit | None:
    """Return the last commit of a library file with its log. Raises OSError."""
    return last_commit(PageFile(library)) if library.is_file() else None


def later_logs(library: Path, base: Path, *, with_own: bool) -> list[Path]:
    """Return the logs beside a library that go on from another file of it, the oldest first.

    base: a copy, or the library itself. with_own: also the log that is no orphan. A log that is
    older than the base, or goes beyond the library's mark, is of a history that was left behind.
    Raises OSError.
    """
    mark, real = read_mark(library), real_path(library)
    name = re.compile(rf"{re.escape(log_path(real).name + ORPHAN)}(-\d+)?")
    files = [file for file in real.parent.iterdir() if name.fullmatch(file.name)]
    own = log_path(real)
    files += [own] if with_own and own.exists() else []
    held = commit_of_file(base)
    library_id = held.library_id if held else mark.library_id if mark else ""
    found = []
    for file in files:
        commit = last_commit(PageFile(None, [file]))
        if commit is None or commit.library_id != library_id:
            continue
        is_later = commit.number > (held.number if held else 0)
        is_left_behind = (
            mark.library_id != library_id or commit.number > mark.n_commits
            if mark
            else file.stat().st_mtime < base.stat().st_mtime
        )
        if is_later and not is_left_behind:
            found.append((commit.number, file))
    return [file for _, file in sorted(found)]
