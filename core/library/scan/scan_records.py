"""What scanning, watching and relocating hand over: plain records that a view may show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.audio.metadata import Metadata
from core.library.records import Move, SongLocation

FileStats = tuple[int, float]  # size in bytes, mtime in seconds


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, why, and what to do."""

    path: Path
    reason: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A file of the library that has not changed and was not read again."""

    path: Path


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """How to scan. n_workers: processes, 0 means one per core.

    known: stored path -> stats of files that need not be read again while they have not changed
    (Songs.known_files). timeout_s, and as much again for every timeout_mb of the file: how long a
    decoder may give no sign of life. analyse: the function, as "module:function".
    """

    n_workers: int = 0
    known: Mapping[str, FileStats] = field(default_factory=dict)
    timeout_s: float = 60.0
    timeout_mb: float = 60.0
    analyse: str = "core.features.analyse:analyse_song"


DEFAULT_OPTIONS = ScanOptions()


@dataclass(frozen=True, slots=True)
class ScanResult:
    """How a scan ended; the analyses themselves were handed over one by one."""

    n_files: int
    n_analysed: int
    n_unchanged: int
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class NewFiles:
    """What watched folders hold that the library does not know.

    ready: new files that have not changed since the last look. waiting: stored path -> stats of
    new files that may still be copied or recorded. folders: all folders inside, to be watched.
    """

    ready: tuple[Path, ...] = ()
    waiting: dict[str, FileStats] = field(default_factory=dict)
    folders: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class WordsRead:
    """What songs' files say of themselves now: (how the file looks, what it says).

    missing, different: ids of songs whose file cannot be read, or now holds another sound.
    """

    words: tuple[tuple[SongLocation, Metadata], ...] = ()
    missing: tuple[int, ...] = ()
    different: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FileCheck:
    """Which songs' files exist, by song id.

    unmounted: (the folder that does not exist, its songs); they are not missing.
    """

    present: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    unmounted: tuple[tuple[Path, tuple[int, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class MovePlan:
    """Which songs of a folder would be found where; nothing is stored yet.

    absent: no such file in the new folder. different: (song's location, the file, what it is).
    """

    moves: tuple[Move, ...] = ()
    absent: tuple[SongLocation, ...] = ()
    different: tuple[tuple[SongLocation, Path, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two songs that are one recording. similarity: correlation, 1 is the same."""

    song_id: int
    other_id: int
    similarity: float
