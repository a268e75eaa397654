"""Songs whose files moved: noticing that they are gone, and finding them again.

Looking reads no library and storing reads no disk, as in importer.py. A folder that is gone as a
whole is taken for a drive that is not plugged in: its songs are not called missing.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.audio.decode import find_audio_files
from core.features.analyse import SongAnalysis
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.library.records import Changes, Move, SongLocation
from core.library.scan.scanning import Scanned, scan
from core.library.scan.worker_pool import Failure, ScanOptions, size_and_time
from core.library.store import Library
from core.library.text import utc_now

SAME_TIME_S = 2.0  # what FAT drives round to
IDENTIFY = ScanOptions(analyse="core.features.analyse:identify_song")


@dataclass(frozen=True, slots=True)
class Sighting:
    """What looking at every song's file showed, by song id.

    unplugged: (the folder that is not there, its songs); they are not missing.
    """

    here: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    unplugged: tuple[tuple[Path, tuple[int, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class MovePlan:
    """Which songs of a folder would be found where; nothing is stored yet.

    absent: no such file in the new folder. other: (song's place, the file there, what it is).
    """

    moves: tuple[Move, ...] = ()
    absent: tuple[SongLocation, ...] = ()
    other: tuple[tuple[SongLocation, Path, str], ...] = ()


def look(places: Iterable[SongLocation], job: JobContext = SILENT) -> Sighting:
    """See which songs' files are there. Touches no library; raises Cancelled."""
    here, absent = list[SongLocation](), list[SongLocation]()
    known = list(places)
    for number, place in enumerate(known):
        if number % 256 == 0:
            job.check()
            job.report(number, len(known), place.path.name)
        (here if place.path.is_file() else absent).append(place)
    roots = _Roots(here)
    missing, unplugged = list[int](), dict[Path, list[int]]()
    for place in absent:
        root = roots.gone(place.path)
        if root is None:
            missing.append(place.song_id)
        else:
            unplugged.setdefault(root, []).append(place.song_id)
    return Sighting(
        tuple(place.song_id for place in here),
        tuple(missing),
        tuple((root, tuple(ids)) for root, ids in sorted(unplugged.items())),
    )


def note_sighting(library: Library, sighting: Sighting) -> Changes:
    """Store which songs are missing and which are back, as one transaction.

    Raises LibraryError, and then nothing was stored.
    """
    sql = "SELECT id FROM songs WHERE missing_since IS NOT NULL"
    was_missing = set(library.database.ids(sql).tolist())
    gone = [each for each in sighting.missing if each not in was_missing]
    back = sorted(was_missing.intersection(sighting.here))
    time, sql = utc_now(), "UPDATE songs SET missing_since = ? WHERE id = ?"
    changed = [(time, each) for each in gone] + [(None, each) for each in back]
    if changed:
        library.database.write_rows(sql, changed)
    return Changes(songs=frozenset(gone + back))


def find_lost(
    lost: Sequence[SongLocation],
    known: Iterable[Path],
    folders: Sequence[Path],
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> tuple[Move, ...]:
    """Search folders for lost songs by their sound; files with a lost song's size or name first.

    known: files of other songs, not to be read. Raises Cancelled, CacheError.
    """
    wanted = {place.audio_hash: place for place in lost}
    skip = {str(path) for path in known}
    files = [path for path in find_audio_files(folders) if str(path.absolute()) not in skip]
    sizes = {place.size_bytes for place in lost}
    names = {_folded(place.path.name) for place in lost}
    likely, others = list[Path](), list[Path]()
    for path in files:
        facts = size_and_time(path)
        is_likely = (facts is not None and facts[0] in sizes) or _folded(path.name) in names
        (likely if is_likely else others).append(path)
    moves = dict[int, Move]()

    def take(each: Scanned) -> None:
        if isinstance(each, SongAnalysis) and (place := wanted.get(each.audio_hash)):
            moves[place.song_id] = Move(place.song_id, place.path, _seen(place, each))

    for some in (likely, others):
        if some and len(moves) < len(wanted):
            scan(some, cache, (), job, take, IDENTIFY)
    return tuple(moves[each] for each in sorted(moves))


def plan_move(
    places: Iterable[SongLocation],
    old: Path,
    new: Path,
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> MovePlan:
    """Which songs below `old` are found at the same place below `new`. Nothing is changed.

    A file of the same name, size and time is the same; any other is listened to. Raises
    Cancelled, CacheError.
    """
    moves, absent = list[Move](), list[SongLocation]()
    unsure: dict[Path, SongLocation] = {}
    for place in places:
        inside = _inside(place.path, old)
        if inside is None:
            continue
        job.check()
        path = _existing(new / inside)
        facts = size_and_time(path) if path else None
        if path is None or facts is None:
            absent.append(place)
        elif facts[0] == place.size_bytes and _same_time(facts[1], place.mtime_s):
            there = replace(place, path=path, mtime_s=facts[1], missing=False)
            moves.append(Move(place.song_id, place.path, there))
        else:
            unsure[path] = place
    heard, other = _compare(unsure, cache, job)
    moves = sorted(moves + heard, key=lambda move: move.song_id)
    return MovePlan(tuple(moves), tuple(absent), tuple(other))


def _compare(
    unsure: dict[Path, SongLocation], cache: FeatureCache, job: JobContext
) -> tuple[list[Move], list[tuple[SongLocation, Path, str]]]:
    """Listen to files that may be these songs: those that are, and the others with a reason."""
    moves, other = list[Move](), list[tuple[SongLocation, Path, str]]()

    def take(each: Scanned) -> None:
        place = unsure[each.path]
        if isinstance(each, Failure):
            other.append((place, each.path, each.reason))
        elif isinstance(each, SongAnalysis) and each.audio_hash == place.audio_hash:
            moves.append(Move(place.song_id, place.path, _seen(place, each)))
        else:
            other.append((place, each.path, "The file there holds another sound."))

    if unsure:
        scan(list(unsure), cache, (), job, take, IDENTIFY)
    return moves, sorted(other, key=lambda each: each[0].song_id)


class _Roots:
    """Tells a deleted file from a drive that is not plugged in."""

    def __init__(self, here: Sequence[SongLocation]) -> None:
        self._alive = {folder for place in here for folder in place.path.parents}
        self._known: dict[Path, Path | None] = {}

    def gone(self, path: Path) -> Path | None:
        """The folder that is not there as a whole; None if the file alone is.

        A missing folder inside one where other songs still are was deleted or renamed; one where
        no song is left, or an empty mount point, is a drive that is not plugged in.
        """
        folder = path.parent
        if folder not in self._known:
            self._known[folder] = self._look(folder)
        return self._known[folder]

    def _look(self, folder: Path) -> Path | None:
        if _holds_something(folder):
            return None
        while not _holds_something(folder.parent) and folder.parent != folder:
            folder = folder.parent
        above = folder.parent
        among_songs = above in self._alive and above != Path(above.anchor)
        return None if among_songs and not _lie_on_other_drives(above, self._alive) else folder


def _holds_something(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is not None
    except OSError:
        return False


def _lie_on_other_drives(above: Path, alive: set[Path]) -> bool:
    """Whether all songs below a folder are on drives mounted there, as in /media/me."""
    below = [folder for folder in alive if folder.parent == above]
    return bool(below) and all(os.path.ismount(folder) for folder in below)


def _seen(place: SongLocation, found: SongAnalysis) -> SongLocation:
    return SongLocation(
        place.song_id, found.audio_hash, found.path.absolute(), found.size_bytes, found.mtime_s
    )


def _inside(path: Path, folder: Path) -> Path | None:
    folder = folder.absolute()
    return path.relative_to(folder) if path.is_relative_to(folder) else None


def _existing(path: Path) -> Path | None:
    """The file, also where the new drive writes its accents in another normal form."""
    text = str(path)
    for form in (text, unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)):
        if Path(form).is_file():
            return Path(form).absolute()
    return None


def _same_time(now_s: float, then_s: float) -> bool:
    """Whether a copy kept the file's time, as far as its drive could."""
    kept_on_fat = now_s % SAME_TIME_S == 0 and abs(now_s - then_s) <= SAME_TIME_S
    return kept_on_fat or abs(now_s - then_s) < 1e-3


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
