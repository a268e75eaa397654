"""What stands at a library's path, looked at before SQLite comes near it.

A pipe would be waited for without end, a database of another program be written into.
"""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from core.errors import LibraryDamaged, LibraryError
from core.library.db.library_files import real_path
from core.library.db.schema import VERSION

MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100
PAGE_BYTES, N_SAMPLED_PAGES = 4096, 256
TREE_PAGES, MIN_TREES = frozenset({2, 5, 10, 13}), 3  # what a page of a tree begins with
APPLICATION_ID = 0x52_68_79_43  # "RhyC", in the header of every library file
_NOTHING = (errno.ENOENT, errno.ENOTDIR)
_FORBIDDEN = (errno.EACCES, errno.EPERM)


def ensure_library_path(path: Path) -> None:
    """Raise LibraryError where no library can be: at a folder, a pipe, a link that leads nowhere.

    Nothing is raised where there is nothing, or a link in whose folder a library could be.
    """
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise_for = _path_error(path, error)
        if raise_for is not None:
            raise raise_for from error
        return
    if stat.S_ISDIR(mode):
        raise LibraryError("library.is_folder", folder=path, path=path)
    if not stat.S_ISREG(mode):
        raise LibraryError("library.no_regular_file", name=path.name, path=path)


def _path_error(path: Path, error: OSError) -> LibraryError | None:
    if error.errno == errno.ELOOP:
        return LibraryError("library.link_loop", name=path.name, path=path)
    if error.errno in _FORBIDDEN:
        folder = real_path(path).parent
        return LibraryError("library.folder_closed", folder=folder, detail=str(error), path=path)
    if error.errno not in _NOTHING:
        return unreadable(path, error)
    return None if real_path(path).parent.is_dir() else link_to_nothing(path)


def link_to_nothing(path: Path) -> LibraryError | None:
    """Make the error for a link that leads to no file; None for what is no link."""
    if not path.is_symlink():
        return None
    target = real_path(path)
    return LibraryError("library.link_to_nothing", name=path.name, target=target, path=path)


def unreadable(path: Path, error: OSError) -> LibraryError:
    """Make the error for a file that the system does not let us read."""
    return LibraryError("library.unreadable", name=path.name, detail=str(error), path=path)


def check_header(path: Path, *, was_library: bool) -> None:
    """Look at a library's first bytes. Raises LibraryDamaged, LibraryError.

    was_library: copies of it are known, so that what is no library now is a damaged one.
    """
    ensure_library_path(path)
    header = _read_header(path)
    if not header:
        raise LibraryDamaged("library.empty_file", name=path.name, path=path)
    if header.startswith(MAGIC) and len(header) == HEADER_BYTES:
        _check_origin(header, path)
        return
    is_cut = header.startswith(MAGIC)  # behind its first bytes
    if was_library or is_cut or _holds_pages(path):
        raise LibraryDamaged(
            "library.damaged",
            name=path.name,
            detail="no header",
            path=path,
        )
    raise LibraryError("library.not_a_library", name=path.name, path=path)


def _holds_pages(path: Path) -> bool:
    """Tell whether what lies behind a lost header is mostly written like pages of SQLite."""
    try:
        with path.open("rb") as file:
            file.seek(PAGE_BYTES)
            behind = file.read(N_SAMPLED_PAGES * PAGE_BYTES)
    except OSError as error:
        raise unreadable(path, error) from error
    kinds = [behind[first] for first in range(0, len(behind), PAGE_BYTES) if behind[first]]
    n_trees = sum(kind in TREE_PAGES for kind in kinds)
    return n_trees >= MIN_TREES and 2 * n_trees > len(kinds)


def starts_as_library(path: Path) -> bool:
    """Whether a file has the first bytes of a library: SQLite deletes the log of an empty file."""
    try:
        header = _read_header(path)
    except LibraryError:
        return False
    return header.startswith(MAGIC) and int.from_bytes(header[68:72], "big") == APPLICATION_ID


def ensure_own_library(path: Path) -> None:
    """Raise LibraryError for what is no library, not even a damaged one.

    That is a database of another program or of a newer RhythmCap, and what is no file.
    """
    ensure_library_path(path)
    if path.exists():
        header = _read_header(path)
        if header.startswith(MAGIC) and len(header) == HEADER_BYTES:
            _check_origin(header, path)


def _read_header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEADER_BYTES)
    except OSError as error:
        raise unreadable(path, error) from error


def _check_origin(header: bytes, path: Path) -> None:
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise LibraryError("library.foreign_database", name=path.name, path=path)
    ensure_not_newer(int.from_bytes(header[60:64], "big"), path)


def ensure_not_newer(version: int, path: Path) -> None:
    """Raise LibraryError for a library of a version that this program does not know."""
    if version > VERSION:
        raise LibraryError(
            "library.newer",
            name=path.name,
            detail=f"library version {version}, this program knows {VERSION}",
            path=path,
        )
