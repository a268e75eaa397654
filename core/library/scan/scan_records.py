"""What scanning, watching and relocating hand over: plain records that a view may show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.audio.file_stats import FileStats, KnownFile
from core.audio.metadata import Metadata
from core.library.location_records import Move, SongLocation
from core.library.text import stored_path


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, why, and what to do.

    changing: it was written while it was read, so it is to be read again later. cause: the id of
    the error.
    """

    path: Path
    reason: str
    remedy: str = ""
    changing: bool = False
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A file of the library that has not changed and was not read again.

    stats: how it looks now, where it was touched but not changed; else None.
    """

    path: Path
    stats: FileStats | None = None


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """How to scan. n_workers: processes, 0 means one per core.

    known: stored path -> files that need not be read again while they have not changed
    (Songs.known_files). follow_links: also those that lead out of the folders. timeout_s, and as
    much again for every timeout_mb of the file: how long a decoder may give no sign of life.
    analyse: the function, as "module:function"; it gets the scan's `recipes` as they are.
    """

    n_workers: int = 0
    known: Mapping[str, KnownFile] = field(default_factory=dict)
    follow_links: bool = False
    timeout_s: float = 60.0
    timeout_mb: float = 60.0
    analyse: str = "core.features.analyse:analyse_song"


DEFAULT_OPTIONS = ScanOptions()


@dataclass(frozen=True, slots=True)
class ScanResult:
    """How a scan ended; the analyses themselves were handed over one by one.

    links: those that lead out of the folders and were passed over.
    """

    n_files: int
    n_analysed: int
    n_unchanged: int
    failures: tuple[Failure, ...]
    links: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Replaced:
    """A song whose file holds another one now. whole: the song is the beginning of that one."""

    song_id: int
    new_id: int
    path: Path
    whole: bool = False


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """A file that may still be copied or recorded; since_s: since when it has looked so."""

    stats: FileStats
    since_s: float


@dataclass(frozen=True, slots=True)
class NewFiles:
    """What watched folders hold that the library does not know.

    ready: new files that are there in whole; stats: how they looked. waiting: by stored path, those
    that may not be. folders: all folders inside, to be watched. links: those that lead out, passed
    over.
    """

    ready: tuple[Path, ...] = ()
    stats: tuple[FileStats, ...] = ()
    waiting: dict[str, WaitingFile] = field(default_factory=dict)
    folders: tuple[Path, ...] = ()
    links: tuple[Path, ...] = ()

    def ready_files(self) -> dict[str, KnownFile]:
        """Map the stored paths of those that are ready to how they looked."""
        return {
            stored_path(path): KnownFile(stats)
            for path, stats in zip(self.ready, self.stats, strict=True)
        }


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

    unmounted: (the folder that does not exist, its songs); they are not missing. changed: songs'
    files that must be read to know what they hold; their songs are neither present nor missing.
    touched: (song id, how its file looks now) of those that are the same, but look different.
    """

    present: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    unmounted: tuple[tuple[Path, tuple[int, ...]], ...] = ()
    changed: tuple[Path, ...] = ()
    touched: tuple[tuple[int, FileStats], ...] = ()


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
    """Two songs that are one recording. similarity: correlation, 1 is the same.

    is_same: in every half second; otherwise they are alike, and may differ in a note.
    """

    song_id: int
    other_id: int
    similarity: float
    is_same: bool
