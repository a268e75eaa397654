"""Songs into the library: scanning reads the files in other processes, storing happens here.

The two halves never meet: scan() touches no library, store_scanned() no sound file.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.features.analyse import SongAnalysis
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.library.records import Changes, NewSong
from core.library.scan.scanning import (
    Scanned,
    ScanResult,
    Unchanged,
    scan,
    scan_here,
)
from core.library.scan.worker_pool import USUAL, Failure, ScanOptions
from core.library.store import Library

__all__ = [
    "Failure",
    "ImportResult",
    "ScanOptions",
    "ScanResult",
    "Unchanged",
    "import_songs",
    "scan",
    "scan_here",
    "store_scanned",
]

STORE_EVERY_S = 0.5


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What came of an import: song ids added and already there, files that failed.

    warned: files that are in the library although something is wrong with them.
    """

    added: tuple[int, ...] = ()
    already: tuple[int, ...] = ()
    failed: tuple[Failure, ...] = ()
    warned: tuple[Failure, ...] = ()

    def __add__(self, other: ImportResult) -> ImportResult:
        return ImportResult(
            self.added + other.added,
            self.already + other.already,
            self.failed + other.failed,
            self.warned + other.warned,
        )

    @property
    def changes(self) -> Changes:
        """What views should look at again."""
        return Changes(songs=frozenset(self.added + self.already), library=bool(self.added))


def store_scanned(library: Library, scanned: Iterable[Scanned]) -> ImportResult:
    """Put what a scan found into the library, in one transaction; on the library's thread.

    The same samples are one song however many files hold them. Raises LibraryError, and then
    nothing of this was stored.
    """
    added, already = list[int](), list[int]()
    failed, warned = list[Failure](), list[Failure]()
    with library.database.transaction():
        for each in scanned:
            if isinstance(each, Failure):
                failed.append(each)
            elif isinstance(each, Unchanged):
                song = library.songs.by_path(each.path)
                already.extend([song.id] if song else [])
            else:
                song_id, is_new = library.songs.add(new_song(each))
                (added if is_new else already).append(song_id)
                warned.extend(Failure(each.path, text) for text in each.warnings)
        library.songs.record_failures((each.path, each.reason, each.remedy) for each in failed)
    return ImportResult(tuple(added), tuple(already), tuple(failed), tuple(warned))


def import_songs(
    library: Library,
    paths: Iterable[Path],
    cache: FeatureCache,
    recipes: Sequence[str] = ("thesis",),
    job: JobContext = SILENT,
    options: ScanOptions = USUAL,
) -> ImportResult:
    """Scan and store in one go, for callers without a window. Files that are in the library and
    have not changed are not read again.

    Raises Cancelled (what was stored stays), LibraryError, CacheError.
    """
    result, waiting = ImportResult(), list[Scanned]()
    stored = time.monotonic()

    def take(each: Scanned) -> None:
        nonlocal result, stored
        waiting.append(each)
        if time.monotonic() - stored > STORE_EVERY_S:
            result += store_scanned(library, waiting)
            waiting.clear()
            stored = time.monotonic()

    options = replace(options, known=options.known or library.songs.known_files())
    try:
        scan(paths, cache, recipes, job, take, options)
    finally:
        result += store_scanned(library, waiting)
    return result


def new_song(analysis: SongAnalysis) -> NewSong:
    """The song an analysis describes."""
    told = analysis.metadata
    return NewSong(
        audio_hash=analysis.audio_hash,
        path=analysis.path,
        size_bytes=analysis.size_bytes,
        mtime_s=analysis.mtime_s,
        title=told.title,
        artist=told.artist,
        album=told.album,
        year=told.year,
        duration_s=analysis.duration_s,
        rate_hz=analysis.info.rate_hz,
        channels=analysis.info.channels,
    )
