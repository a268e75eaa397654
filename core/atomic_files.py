"""Files that are there whole or not at all: written beside their path, then renamed over it.

What a killed process leaves behind ends in .part (or lies in a .draft- folder); whoever owns the
folder clears it away. What is written is not known here, and errors stay OSErrors.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

PARTIAL_SUFFIX = ".part"
DRAFT_PREFIX = ".draft-"


@contextlib.contextmanager
def atomic_write(path: Path, *, synced: bool = False) -> Iterator[Path]:
    """Give a path to write to; what stands there takes the place of `path` when the block ends.

    If the block raises (a cancel too), it is deleted and `path` stays as it was. The folder must
    exist. synced: have the disk hold the bytes before the name does, against a power cut.
    """
    with draft_beside(path) as draft:
        yield draft
        replace_file(draft, path, synced=synced)


@contextlib.contextmanager
def draft_beside(path: Path) -> Iterator[Path]:
    """Give a path of the same disk as `path` to write to; what is still there at the end goes."""
    draft = path.with_name(f"{path.name}.{os.getpid()}{PARTIAL_SUFFIX}")
    try:
        yield draft
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 text file, whole or not at all. Raises OSError."""
    with atomic_write(path) as partial:
        partial.write_text(text, encoding="utf-8")


def copy_file(source: Path, path: Path, *, synced: bool = False) -> None:
    """Copy a file's bytes, all or none of them. Raises OSError."""
    with atomic_write(path, synced=synced) as partial:
        shutil.copyfile(source, partial)


def replace_file(finished: Path, path: Path, *, synced: bool = False) -> None:
    """Rename a finished file of the same disk to `path`, over an old one. Raises OSError."""
    if synced:
        sync_file(finished)
    os.replace(finished, path)
    if synced:
        sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Have the disk hold all bytes of a file. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the disk hold the names in a folder; nothing where folders cannot be synchronised."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def draft_folder(folder: Path) -> Iterator[Path]:
    """A folder inside `folder` (made if need be) to prepare files in; gone when the block ends."""
    folder.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=DRAFT_PREFIX, dir=folder))
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def partials_of(path: Path) -> list[Path]:
    """What unfinished writes of `path` have left, with the journals SQLite keeps beside them."""
    name = re.compile(rf"{re.escape(path.name)}(\.\d+)?{re.escape(PARTIAL_SUFFIX)}(-\w+)?")
    return [file for file in path.parent.iterdir() if name.fullmatch(file.name)]


class PartialFile:
    """A binary file that grows before its path is known: end it by close_as or discard."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(suffix=PARTIAL_SUFFIX, dir=folder)
        self.file: BinaryIO = os.fdopen(descriptor, "wb")
        self._path = Path(name)

    def close_as(self, path: Path) -> None:
        """Close the file and move it to `path`, whose folder is made. Raises OSError."""
        self.file.close()
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self._path, path)

    def discard(self) -> None:
        """Close and delete the file; nothing happens where it has its path already."""
        with contextlib.suppress(OSError):
            self.file.close()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
