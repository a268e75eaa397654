"""Import songs: scanning reads the files in other processes, this module stores the results.

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
from core.library.scan.scan_records import DEFAULT_OPTIONS, Failure, ScanOptions, Unchanged
from core.library.scan.scanning import Scanned, scan
from core.library.store import Library

STORE_EVERY_S = 0.5


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The song ids an import added or found in the library already, and the files that failed.

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
        """What views must refresh."""
        return Changes(songs=frozenset(self.added + self.already), library=bool(self.added))


def store_scanned(library: Library, scanned: Iterable[Scanned]) -> ImportResult:
    """Store the results of a scan, in one transaction, on the library's thread.

    The same samples are one song however many files hold them. Raises LibraryError, and then
    nothing of this was stored.
    """
    added, already = list[int](), list[int]()
    failed, warned = list[Failure](), list[Failure]()
    with library.database.transaction():
        for result in scanned:
            if isinstance(result, Failure):
                failed.append(result)
            elif isinstance(result, Unchanged):
                song = library.songs.by_path(result.path)
                already.extend([song.id] if song else [])
            else:
                song_id, is_new = library.songs.add(new_song(result))
                (added if is_new else already).append(song_id)
                warned.extend(Failure(result.path, text) for text in result.warnings)
        library.songs.record_failures(
            (failure.path, failure.reason, failure.remedy) for failure in failed
        )
    return ImportResult(tuple(added), tuple(already), tuple(failed), tuple(warned))


def import_songs(
    library: Library,
    paths: Iterable[Path],
    cache: FeatureCache,
    recipes: Sequence[str] = ("thesis",),
    job: JobContext = SILENT,
    options: ScanOptions = DEFAULT_OPTIONS,
) -> ImportResult:
    """Scan and store in one call, for callers without a window.

    Files that are in the library and have not changed are not read again. Raises Cancelled (what
    was stored stays), LibraryError, CacheError.
    """
    total, pending = ImportResult(), list[Scanned]()
    stored_at_s = time.monotonic()

    def on_scanned(result: Scanned) -> None:
        nonlocal total, stored_at_s
        pending.append(result)
        if time.monotonic() - stored_at_s > STORE_EVERY_S:
            total += store_scanned(library, pending)
            pending.clear()
            stored_at_s = time.monotonic()

    options = replace(options, known=options.known or library.songs.known_files())
    try:
        scan(paths, cache, recipes, job, on_scanned, options)
    finally:
        total += store_scanned(library, pending)
    return total


def new_song(analysis: SongAnalysis) -> NewSong:
    """Build the song that an analysis describes."""
    metadata = analysis.metadata
    return NewSong(
        audio_hash=analysis.audio_hash,
        path=analysis.path,
        size_bytes=analysis.size_bytes,
        mtime_s=analysis.mtime_s,
        title=metadata.title,
        artist=metadata.artist,
        album=metadata.album,
        year=metadata.year,
        duration_s=analysis.duration_s,
        rate_hz=analysis.info.rate_hz,
        channels=analysis.info.channels,
        album_artist=metadata.album_artist,
        track=metadata.track,
    )
