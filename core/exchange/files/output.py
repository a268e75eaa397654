"""Where formats of labels are written: a file or a folder, whole or not at all."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from core.atomic_files import atomic_write, draft_folder, made_folder, replace_files
from core.exchange.file_errors import cannot_write
from core.library.text import name_key

LONGEST_NAME = 120  # letters of a file's name, and
LONGEST_NAME_BYTES = 200  # bytes, so that it fits into a file system's 255 with what comes behind
_NOT_IN_NAMES = '<>:"/\\|?*'
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # of Windows


@contextlib.contextmanager
def output_file(path: Path) -> Iterator[Path]:
    """Give a path to write to, that takes the place of `path` when the block ends.

    Raises ExchangeError where it cannot be written; then `path` stays as it was.
    """
    try:
        with atomic_write(path, shared=True) as draft:
            yield draft
    except OSError as error:
        raise cannot_write(path, error) from error


@contextlib.contextmanager
def output_folder(folder: Path) -> Iterator[Path]:
    """Give a folder to write files to, which go to `folder` (made if need be) when the block ends.

    Files of the same names are replaced, others stay. Raises ExchangeError where they cannot be
    written; then all is as it was, and so it is after any other error.
    """
    try:
        with made_folder(folder), draft_folder(folder) as draft:
            yield draft
            replace_files((file, folder / file.name) for file in sorted(draft.iterdir()))
    except OSError as error:
        raise cannot_write(folder, error) from error


def free_file_name(stem: str, suffix: str, taken: set[str]) -> str:
    """Return a name that every file system takes, like a stem, and add it to those taken."""
    plain = "".join("_" if c in _NOT_IN_NAMES or not c.isprintable() else c for c in stem)
    plain = plain.strip(" .")[:LONGEST_NAME]
    plain = plain.encode()[:LONGEST_NAME_BYTES].decode(errors="ignore").rstrip(" .") or "_"
    plain = f"_{plain}" if _DEVICES.fullmatch(plain) else plain
    name, number = f"{plain}{suffix}", 1
    while name_key(name) in taken:
        number += 1
        name = f"{plain} ({number}){suffix}"
    taken.add(name_key(name))
    return name
