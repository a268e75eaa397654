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
from core.library.edits.edits import JoinSongs
from core.library.records import Changes, NewSong
from core.library.scan.scan_records import (
    DEFAULT_OPTIONS,
    Failure,
    Replaced,
    ScanOptions,
    Unchanged,
)
from core.library.scan.scanning import Scanned, scan
from core.library.store import Library

STORE_EVERY_S = 0.5


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The song ids an import added or found in the library already, and the files that failed.

    warned: files that are in the library although something is wrong with them. replaced: songs
    whose files hold another one now. links: those that lead out of the folders, passed over.
    """

    added: tuple[int, ...] = ()
    already: tuple[int, ...] = ()
    failed: tuple[Failure, ...] = ()
    warned: tuple[Failure, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    links: tuple[Path, ...] = ()

    @classmethod
    def union(cls, parts: Sequence[ImportResult]) -> ImportResult:
        """Return what several parts of an import did."""
        return cls(
            tuple(song_id for part in parts for song_id in part.added),
            tuple(song_id for part in parts for song_id in part.already),
            tuple(failure for part in parts for failure in part.failed),
            tuple(warning for part in parts for warning in part.warned),
            tuple(song for part in parts for song in part.replaced),
            tuple(link for part in parts for link in part.links),
        )

    @property
    def changes(self) -> Changes:
        """What views must refresh."""
        replaced = tuple(song.song_id for song in self.replaced)
        return Changes(
            songs=frozenset(self.added + self.already + replaced),
            library=bool(self.added or replaced),
        )


def store_scanned(
    library: Library, scanned: Iterable[Scanned], *, by_itself: bool = False
) -> ImportResult:
    """Store the results of a scan, in one transaction, on the library's thread.

    The same samples are one song however many files hold them. A song whose file holds another one
    now is missing, unless it is the beginning of that: then its decisions move there, as an edit.
    by_itself: nobody asked for these files, so removed songs do not come back. Raises LibraryError,
    and then nothing of this was stored.
    """
    parts, failed = list[ImportResult](), list[Failure]()
    with library.database.transaction():
        for found in scanned:
            if isinstance(found, Failure):
                failed.append(found)
            elif isinstance(found, Unchanged):
                parts.append(_store_unchanged(library, found))
            elif by_itself and library.removed.hold(found.audio_hash):
                library.removed.follow(new_song(found))
            else:
                parts.append(_store_analysis(library, found))
        library.songs.record_failures(
            (failure.path, failure.reason, failure.remedy)
            for failure in failed
            if not (failure.changing or failure.path.is_dir())
        )
    return ImportResult.union([*parts, ImportResult(failed=tuple(failed))])


def _store_unchanged(library: Library, found: Unchanged) -> ImportResult:
    song_ids = tuple(library.songs.present_at(found.path))
    if found.stats is not None:
        library.songs.note_touched((song_id, found.stats) for song_id in song_ids)
    return ImportResult(already=song_ids)


def _store_analysis(library: Library, found: SongAnalysis) -> ImportResult:
    former = library.songs.present_at(found.path)
    song_id, is_new = library.songs.add(new_song(found))
    library.removed.forget([found.audio_hash])
    if song_id in library.songs.present_at(found.path):
        library.remarks.store(song_id, found.file_remarks)
    replaced = []
    for old_id in former:
        if old_id == song_id:
            continue
        old = library.songs.get(old_id)
        is_whole = old is not None and old.audio_hash == found.continues
        if is_whole:
            library.do(JoinSongs(song_id, old_id))
        replaced.append(Replaced(old_id, song_id, found.path, is_whole))
    return ImportResult(
        added=(song_id,) if is_new else (),
        already=() if is_new else (song_id,),
        warned=tuple(Failure(found.path, text) for text in found.warnings),
        replaced=tuple(replaced),
    )


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
    parts, pending = list[ImportResult](), list[Scanned]()
    stored_at_s = time.monotonic()

    def on_scanned(result: Scanned) -> None:
        nonlocal stored_at_s
        pending.append(result)
        if time.monotonic() - stored_at_s > STORE_EVERY_S:
            parts.append(store_scanned(library, pending))
            pending.clear()
            stored_at_s = time.monotonic()

    options = replace(options, known=options.known or library.songs.known_files())
    try:
        links = scan(paths, cache, recipes, job, on_scanned, options).links
    finally:
        parts.append(store_scanned(library, pending))
    return ImportResult.union([*parts, ImportResult(links=links)])


def new_song(analysis: SongAnalysis) -> NewSong:
    """Build the song that an analysis describes."""
    metadata = analysis.metadata
    return NewSong(
        audio_hash=analysis.audio_hash,
        path=analysis.path,
        size_bytes=analysis.stats.size_bytes,
        mtime_s=analysis.stats.mtime_s,
        title=metadata.title,
        artist=metadata.artist,
        album=metadata.album,
        year=metadata.year,
        duration_s=analysis.duration_s,
        rate_hz=analysis.info.rate_hz,
        channels=analysis.info.channels,
        album_artist=metadata.album_artist,
        track=metadata.track,
        ctime_s=analysis.stats.ctime_s,
        fingerprint=analysis.fingerprint,
    )
