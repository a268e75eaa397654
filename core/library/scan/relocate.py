"""Find which songs' files no longer exist, and find moved files again.

Checking files reads no library and storing reads no disk, as in importer.py. A folder that does
not exist as a whole is taken for a drive that is not mounted: its songs are not called missing.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from core.audio.file_stats import FileStats, fingerprint
from core.features.analyse import SongAnalysis
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.library.location_records import Move, SongLocation
from core.library.records import Changes
from core.library.scan.scan_records import Failure, FileCheck, MovePlan, ScanOptions
from core.library.scan.scanning import Scanned, scan
from core.library.scan.sound_files import find_sound_files
from core.library.store import Library
from core.library.text import utc_now
from core.messages import message

FAT_TIME_STEP_S = 2.0  # to which FAT drives round mtimes
IDENTIFY = ScanOptions(analyse="core.features.analyse:identify_song")
REPORT_EVERY = 256  # files


def check_files(locations: Iterable[SongLocation], job: JobContext = SILENT) -> FileCheck:
    """Check which songs' files exist and are the ones that were read; decodes nothing.

    Touches no library; raises Cancelled.
    """
    by_path = dict[Path, list[SongLocation]]()
    for location in locations:
        by_path.setdefault(location.path, []).append(location)
    present, absent = list[SongLocation](), list[SongLocation]()
    missing, changed, touched = list[int](), list[Path](), list[tuple[int, FileStats]]()
    for number, (path, songs) in enumerate(by_path.items()):
        if number % REPORT_EVERY == 0:
            job.check()
            job.report(number, len(by_path), path.name)
        if FileStats.read(path) is None:
            absent.extend(songs)
            continue
        owner, stats = _owner(path, songs)
        if owner is None:
            changed.append(path)
            continue
        present.append(owner)
        touched.extend([(owner.song_id, stats)] if stats and stats != owner.file.stats else [])
        missing.extend(song.song_id for song in songs if song is not owner)
    gone, unmounted = _tell_drives(absent, [*present, *(by_path[path][0] for path in changed)])
    return FileCheck(
        tuple(location.song_id for location in present),
        tuple(sorted(missing + gone)),
        unmounted,
        tuple(changed),
        tuple(touched),
    )


def _owner(
    path: Path, songs: Sequence[SongLocation]
) -> tuple[SongLocation | None, FileStats | None]:
    """Find the song whose file this still is, and how it looks now."""
    for song in _by_preference(songs):
        if (stats := song.file.still_at(path)) is not None:
            return song, stats
    return None, None


def untouched_owner(library: Library, path: Path) -> int | None:
    """Return the song whose file was not touched since; None if its bytes must tell, or nobody."""
    now = FileStats.read(path)
    songs = library.songs.locations_of(library.songs.all_at(path))
    untouched = [song for song in songs if song.file.stats.is_untouched(now)]
    return None if not untouched else _by_preference(untouched)[0].song_id


def _by_preference(songs: Sequence[SongLocation]) -> list[SongLocation]:
    """Put songs that are not missing first, then the latest."""
    return sorted(songs, key=lambda song: (song.missing, -song.song_id))


def _tell_drives(
    absent: Sequence[SongLocation], existing: Sequence[SongLocation]
) -> tuple[list[int], tuple[tuple[Path, tuple[int, ...]], ...]]:
    """Tell files that are gone from those on drives that are not mounted, as in FileCheck."""
    folders = _MissingFolders(existing)
    gone, unmounted = list[int](), dict[Path, list[int]]()
    for location in absent:
        folder = folders.find(location.path)
        if folder is None:
            gone.append(location.song_id)
        else:
            unmounted.setdefault(folder, []).append(location.song_id)
    return gone, tuple((folder, tuple(ids)) for folder, ids in sorted(unmounted.items()))


def store_file_check(library: Library, check: FileCheck) -> Changes:
    """Store which songs are missing, present again or touched, as one transaction.

    Raises LibraryError, and then nothing was stored.
    """
    sql = "SELECT id FROM songs WHERE missing_since IS NOT NULL"
    were_missing = set(library.database.ids(sql).tolist())
    newly_missing = [song_id for song_id in check.missing if song_id not in were_missing]
    newly_present = sorted(were_missing.intersection(check.present))
    time, sql = utc_now(), "UPDATE songs SET missing_since = ? WHERE id = ?"
    rows: list[tuple[str | None, int]] = [(time, song_id) for song_id in newly_missing]
    rows += [(None, song_id) for song_id in newly_present]
    if rows or check.touched:
        with library.database.transaction():
            library.database.write_rows(sql, rows)
            library.songs.note_touched(check.touched)
    return Changes(songs=frozenset(newly_missing + newly_present))


def find_moved(
    missing: Sequence[SongLocation],
    known: Iterable[Path],
    folders: Sequence[Path],
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> tuple[Move, ...]:
    """Search folders for missing songs by their samples; files of their size or name come first.

    known: files of other songs, not to be read. Raises Cancelled, CacheError.
    """
    by_hash = {location.audio_hash: location for location in missing}
    skipped = {str(path) for path in known}
    found = find_sound_files(folders, job=job).files
    files = [path for path in found if str(path.absolute()) not in skipped]
    sizes = {location.size_bytes for location in missing}
    names = {_folded(location.path.name) for location in missing}
    likely, unlikely = list[Path](), list[Path]()
    for path in files:
        stats = FileStats.read(path)
        has_size = stats is not None and stats.size_bytes in sizes
        is_likely = has_size or _folded(path.name) in names
        (likely if is_likely else unlikely).append(path)
    moves = dict[int, Move]()

    def on_scanned(result: Scanned) -> None:
        if isinstance(result, SongAnalysis) and (location := by_hash.get(result.audio_hash)):
            moves[location.song_id] = _move(location, result)

    for paths in (likely, unlikely):
        if paths and len(moves) < len(by_hash):
            scan(paths, cache, (), job, on_scanned, IDENTIFY)
    return tuple(moves[song_id] for song_id in sorted(moves))


def plan_move(
    locations: Iterable[SongLocation],
    old: Path,
    new: Path,
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> MovePlan:
    """Plan which songs below `old` are found under the same name below `new`. Changes nothing.

    A file of the same name, size and time is the same, if its bytes are (where a digest of them was
    kept); any other is decoded and compared. Raises Cancelled, CacheError.
    """
    moves, absent = list[Move](), list[SongLocation]()
    uncertain: dict[Path, SongLocation] = {}
    for location in locations:
        relative = _relative(location.path, old)
        if relative is None:
            continue
        job.check()
        path = _existing(new / relative)
        stats = FileStats.read(path) if path else None
        if path is None or stats is None:
            absent.append(location)
        elif stats.size_bytes == location.size_bytes and _is_copy(path, stats, location):
            new_location = replace(
                location, path=path, mtime_s=stats.mtime_s, ctime_s=stats.ctime_s, missing=False
            )
            moves.append(Move(location.song_id, location.path, new_location))
        else:
            uncertain[path] = location
    compared, different = _compare(uncertain, cache, job)
    moves = sorted(moves + compared, key=lambda move: move.song_id)
    return MovePlan(tuple(moves), tuple(absent), tuple(different))


def _compare(
    uncertain: dict[Path, SongLocation], cache: FeatureCache, job: JobContext
) -> tuple[list[Move], list[tuple[SongLocation, Path, str]]]:
    """Decode files that may be these songs: return those that are, and the rest with a reason."""
    moves, different = list[Move](), list[tuple[SongLocation, Path, str]]()

    def on_scanned(result: Scanned) -> None:
        location = uncertain[result.path]
        if isinstance(result, Failure):
            different.append((location, result.path, result.reason))
        elif isinstance(result, SongAnalysis) and result.audio_hash == location.audio_hash:
            moves.append(_move(location, result))
        else:
            different.append((location, result.path, message("scan.other_sound")))

    if uncertain:
        scan(list(uncertain), cache, (), job, on_scanned, IDENTIFY)
    return moves, sorted(different, key=lambda row: row[0].song_id)


class _MissingFolders:
    """Tells a deleted file from a drive that is not mounted."""

    def __init__(self, present: Sequence[SongLocation]) -> None:
        self._with_songs = {folder for song in present for folder in song.path.parents}
        self._known: dict[Path, Path | None] = {}

    def find(self, path: Path) -> Path | None:
        """Find the topmost folder that does not exist as a whole; None if only the file does not.

        A missing folder inside one where other songs still are was deleted or renamed; one where
        no song is left, or an empty mount point, is a drive that is not mounted.
        """
        folder = path.parent
        if folder not in self._known:
            self._known[folder] = self._find(folder)
        return self._known[folder]

    def _find(self, folder: Path) -> Path | None:
        if _has_entries(folder):
            return None
        while not _has_entries(folder.parent) and folder.parent != folder:
            folder = folder.parent
        parent = folder.parent
        is_among_songs = parent in self._with_songs and parent != Path(parent.anchor)
        if is_among_songs and not _are_all_mounted(parent, self._with_songs):
            return None
        return folder


def _has_entries(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is not None
    except OSError:
        return False


def _are_all_mounted(parent: Path, folders: set[Path]) -> bool:
    """Tell whether all songs below a folder are on drives mounted there, as in /media/me."""
    children = [folder for folder in folders if folder.parent == parent]
    return bool(children) and all(os.path.ismount(folder) for folder in children)


def located(location: SongLocation, analysis: SongAnalysis) -> SongLocation:
    """Return where the song is now: in the file that was analysed."""
    return SongLocation(
        location.song_id,
        analysis.audio_hash,
        analysis.path.absolute(),
        analysis.stats.size_bytes,
        analysis.stats.mtime_s,
        ctime_s=analysis.stats.ctime_s,
        fingerprint=analysis.fingerprint,
    )


def _move(location: SongLocation, analysis: SongAnalysis) -> Move:
    return Move(location.song_id, location.path, located(location, analysis))


def _relative(path: Path, folder: Path) -> Path | None:
    folder = folder.absolute()
    return path.relative_to(folder) if path.is_relative_to(folder) else None


def _existing(path: Path) -> Path | None:
    """Return the file, also where the new drive writes its accents in another normal form."""
    text = str(path)
    for form in (text, unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)):
        if Path(form).is_file():
            return Path(form).absolute()
    return None


def _is_copy(path: Path, stats: FileStats, location: SongLocation) -> bool:
    if not _is_same_time(stats.mtime_s, location.mtime_s):
        return False
    return not location.fingerprint or fingerprint(path) == location.fingerprint


def _is_same_time(copied_s: float, original_s: float) -> bool:
    """Tell whether a copy kept the file's mtime, as far as its drive could."""
    is_rounded = copied_s % FAT_TIME_STEP_S == 0 and abs(copied_s - original_s) <= FAT_TIME_STEP_S
    return is_rounded or abs(copied_s - original_s) < 1e-3


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
