"""What a format of labels is: its names, what it reads and writes, and what is lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.exchange.label_records import LabelFile
from core.exchange.label_source import LabelSource
from core.jobs import JobContext
from core.messages import message


class Target(StrEnum):
    """What a format is written to: one file, or a folder with a file a song (or a tag)."""

    FILE = "file"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How labels are written.

    relative: paths of songs as seen from the file that names them. only_names: no paths, but the
    names of files. captions: a column with the song's tags, also predicted ones, as the annotator
    would list them, where the format has a row a song.
    """

    relative: bool = False
    only_names: bool = False
    captions: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What an export has made. n_rows: decisions (of playlists: songs). skipped: songs, and why."""

    files: tuple[Path, ...]
    n_rows: int
    skipped: tuple[tuple[str, str], ...] = ()


Reader = Callable[[Path, JobContext], LabelFile]
Writer = Callable[[LabelSource, Path, ExportOptions, JobContext], Written]


@dataclass(frozen=True, slots=True)
class LabelFormat:
    """One format of labels.

    name: as `--format` takes it. title: as people call it, in English; the window translates it.
    suffixes: of its files, the first is given to a new one; () for a folder that is only read.
    recognises: whether a file (or folder) of its suffix is one, from its first bytes (b"" for a
    folder); of several formats with the same suffix the first that does is taken. purpose: id of
    the sentence that says what it is for. lost: ids of the sentences that say what does not survive
    writing and reading back. only_songs: it says which songs, and no decisions. has_captions: it
    can have a column of captions. Readers and writers raise ExchangeError and Cancelled; a reader
    lists bad rows as faults.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Reader | None = None
    write: Writer | None = None
    recognises: Callable[[Path, bytes], bool] = lambda _path, _head: True
    target: Target = Target.FILE
    lost: tuple[str, ...] = ()
    purpose: str = ""
    only_songs: bool = False
    has_captions: bool = False

    @property
    def label(self) -> str:
        """Return what people call it."""
        return message(self.title) if self.title.startswith("exchange.") else self.title
