"""Which songs a collection has: those of a folder, of a list of files, or of one sound file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.audio.decode import AUDIO_SUFFIXES
from core.errors import CollectionError
from core.jobs import SILENT, JobContext
from core.library.scan.sound_files import find_sound_files
from core.printable import path_from_text

COMMENT = "#"
SQLITE = b"SQLite format 3\0"


def is_library(path: Path) -> bool:
    """Tell whether a file is a database, and so a library rather than a list."""
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


def songs_of(source: Path, job: JobContext = SILENT) -> tuple[Path, ...]:
    """Find the songs of a folder (to the bottom), of a list, or the sound file itself.

    Raises CollectionError where there is none, Cancelled.
    """
    if source.is_dir() or source.suffix.lower() in AUDIO_SUFFIXES:
        return distinct([source.absolute()], source, job)
    return distinct(read_list(source), source, job)


def distinct(paths: Sequence[Path], source: Path, job: JobContext = SILENT) -> tuple[Path, ...]:
    """Return the sound files that are named or lie in folders, each once, in order.

    One that is missing stays, to be listed as a failure. Raises CollectionError where none is
    there, Cancelled.
    """
    files = find_sound_files(paths, job=job).files
    if not any(path.exists() for path in files):
        raise CollectionError("collection.no_songs", name=source.name or source, path=source)
    return files


def read_list(path: Path) -> list[Path]:
    """Read a list: a path a line (or by NUL signs), relative to its folder; # begins a remark.

    Raises CollectionError where it cannot be read.
    """
    try:
        text = path.read_bytes().decode("utf-8", "surrogateescape")
    except OSError as error:
        raise CollectionError(
            "collection.unreadable", name=path.name, detail=str(error), path=path
        ) from error
    lines = text.split("\0") if "\0" in text else text.splitlines()
    named = [line for line in lines if line.strip() and not line.startswith(COMMENT)]
    return [path.absolute().parent / path_from_text(line) for line in named]
