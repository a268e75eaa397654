"""Finding the files of labels in a folder, in a steady order; links to folders are not followed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from core.atomic_files import DRAFT_PREFIX
from core.errors import ExchangeError
from core.jobs import SILENT, JobContext

HEAD_BYTES = 65536  # that a format is recognised from


def check_ordinary(path: Path) -> None:
    """Raise ExchangeError for a pipe or a device, which would be waited for or have no end."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise ExchangeError("exchange.no_ordinary_file", name=path.name, path=path)


def has_files(folder: Path, suffixes: tuple[str, ...]) -> bool:
    """Tell whether a folder, or one below, has a file of one of the suffixes."""
    return folder.is_dir() and next(walk_files(folder, suffixes, SILENT), None) is not None


def first_head(folder: Path, suffixes: tuple[str, ...]) -> bytes:
    """Return the first bytes of the first file that label_files() returns; b"" for none."""
    try:
        with next(walk_files(folder, suffixes, SILENT), Path(os.devnull)).open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError:
        return b""


def label_files(path: Path, suffixes: tuple[str, ...], job: JobContext) -> list[Path]:
    """Return the file, or all files of a folder and those below it that have one of the suffixes.

    Raises ExchangeError where there is none, Cancelled.
    """
    if not path.is_dir():
        return [path]
    found = list(walk_files(path, suffixes, job))
    if not found:
        raise ExchangeError(
            "exchange.no_files", name=path.name, suffixes=", ".join(suffixes), path=path
        )
    return found


def name_in(folder: Path, file: Path) -> str:
    """Return how a file is named in faults: its path below the folder that is read."""
    return file.relative_to(folder).as_posix() if file != folder else file.name


def walk_files(folder: Path, suffixes: tuple[str, ...], job: JobContext) -> Iterator[Path]:
    """Yield the files of the suffixes in a folder and those below it. Raises Cancelled."""
    for parent, folders, names in os.walk(folder):
        job.check()
        folders[:] = sorted(name for name in folders if not name.startswith(DRAFT_PREFIX))
        for name in sorted(names):
            file = Path(parent, name)
            if file.suffix.casefold() in suffixes and file.is_file():
                yield file
