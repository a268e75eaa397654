"""A request's songs among somebody else's files: by sound, or by name and length within 2 s.

Of a large folder only those files are read whose length fits and whose name looks alike; then, for
songs that were not found, all others of their length. Nothing is read into the colleague's library
before it is known to be one of the songs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.exchange.label_records import LabelledSong
from core.exchange.song_matching import LENGTH_TOLERANCE_S, MatchedBy, SongMatch, SongMatcher
from core.features.analyse import SongAnalysis
from core.features.cache import FeatureCache
from core.folding import fold
from core.jobs import SILENT, JobContext, SubJob
from core.library.scan.importer import store_scanned
from core.library.scan.scan_records import Failure, ScanOptions
from core.library.scan.scanning import Scanned, scan
from core.library.scan.sound_files import find_sound_files
from core.library.store import Library
from core.messages import message
from core.temporary_folders import temporary_folder

LIKE_NAME = 60.0  # of rapidfuzz's token_set_ratio: only what is read first depends on it
INEXACT = 0.03  # lengths of some containers are estimates
LOOKING, FIRST_PASS = 0.1, 0.6  # shares of the work


@dataclass(frozen=True, slots=True)
class FoundSongs:
    """Files that are songs of a request, to be stored, and those that could not be read."""

    analyses: tuple[SongAnalysis, ...] = ()
    failed: tuple[Failure, ...] = ()
    n_files: int = 0
    n_read: int = 0


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it looks before it is decoded. length_s: None where it is not told."""

    path: Path
    length_s: float | None
    words: str


def match_songs(
    library: Library, songs: Sequence[LabelledSong], job: JobContext = SILENT
) -> list[SongMatch]:
    """Find a request's songs in a library: by sound, else by name and length within 2 s.

    No song of the library is taken twice: the surer match has it. Raises Cancelled.
    """
    matches = SongMatcher(library, library.path.parent, job).match(songs, job)
    matches = [
        match if _fits(library, song, match) else SongMatch(MatchedBy.NONE)
        for song, match in zip(songs, matches, strict=True)
    ]
    taken: set[int] = set()
    surest_first = list(MatchedBy)
    for number in sorted(range(len(matches)), key=lambda row: surest_first.index(matches[row].by)):
        song_id = matches[number].song_id
        if song_id in taken:
            matches[number] = SongMatch(MatchedBy.SEVERAL)
        elif song_id:
            taken.add(song_id)
    return matches


def _fits(library: Library, song: LabelledSong, match: SongMatch) -> bool:
    """Whether a match is by sound, or agrees in length as well as in name."""
    if match.by is MatchedBy.SOUND or not match.song_id:
        return True
    known = library.songs.get(match.song_id)
    return (
        known is not None
        and song.duration_s is not None
        and abs(known.duration_s - song.duration_s) <= LENGTH_TOLERANCE_S
    )


def find_songs(
    songs: Sequence[LabelledSong],
    folders: Iterable[Path],
    cache: FeatureCache,
    job: JobContext = SILENT,
    options: ScanOptions | None = None,
) -> FoundSongs:
    """Look for a request's songs in folders (or files). Raises Cancelled, CacheError.

    Their spectrograms are in the cache afterwards; no library is written.
    """
    options = options or ScanOptions()
    paths = find_sound_files(folders, follow_links=options.follow_links, job=job).files
    files = _look_at(paths, SubJob(job, 0.0, LOOKING))
    by_length = _ByLength(songs)
    first = [file.path for file in files if any(_is_like(file, s) for s in by_length.of(file))]
    found = _read(songs, first, cache, SubJob(job, LOOKING, FIRST_PASS), options)
    lost = [song for song in songs if song not in found]
    by_length, begun = _ByLength(lost), set(first)
    rest = [file.path for file in files if file.path not in begun and by_length.of(file)]
    done = LOOKING + FIRST_PASS
    more = _read(lost, rest, cache, SubJob(job, done, 1.0 - done), options)
    job.report(1, 1)
    return FoundSongs(
        (*found.values(), *more.values()), (*found.failed, *more.failed), len(files),
        len(first) + len(rest),
    )  # fmt: skip


class _Reading(dict[LabelledSong, SongAnalysis]):
    """The songs that were found among some files, by song. failed: files that were no sound."""

    failed: tuple[Failure, ...] = ()


def _read(
    songs: Sequence[LabelledSong],
    paths: Sequence[Path],
    cache: FeatureCache,
    job: JobContext,
    options: ScanOptions,
) -> _Reading:
    """Decode files and match them, in a library that is thrown away."""
    reading, scanned = _Reading(), list[Scanned]()
    if not paths or not songs:
        return reading
    result = scan(paths, cache, job=job, on_scanned=scanned.append, options=options)
    reading.failed = result.failures
    analyses = {found.path: found for found in scanned if isinstance(found, SongAnalysis)}
    with (
        temporary_folder("found") as folder,
        Library.open(folder / "found.db") as library,
    ):
        store_scanned(library, analyses.values())
        for song, match in zip(songs, match_songs(library, songs), strict=True):
            known = library.songs.get(match.song_id) if match.song_id else None
            if known is not None and known.path in analyses:
                reading[song] = analyses[known.path]
    return reading


def _look_at(paths: Sequence[Path], job: JobContext) -> list[_File]:
    """Read what files say of their length and names, without decoding them."""
    from core.audio.metadata import read_metadata

    files = []
    for n_done, path in enumerate(paths):
        job.check()
        job.report(n_done, len(paths), message("colleague.looking"))
        metadata = read_metadata(path)
        words = fold(f"{metadata.artist} {metadata.title} {path.stem}")
        files.append(_File(path, _told_length_s(path), words))
    return files


def _told_length_s(path: Path) -> float | None:
    """Return the length that a file's head tells; None where it tells none."""
    import mutagen

    try:
        file = mutagen.File(path)
        length = float(file.info.length) if file is not None else 0.0
    except Exception:  # noqa: BLE001 - whatever a damaged head does to a reader of tags
        return None
    return length if length > 0 else None


class _ByLength:
    """Songs ordered by their length, so that those of a file's length are found at once."""

    def __init__(self, songs: Sequence[LabelledSong]) -> None:
        self._unknown = [song for song in songs if song.duration_s is None]
        known = [song for song in songs if song.duration_s is not None]
        self._songs = sorted(known, key=lambda song: song.duration_s or 0.0)
        self._lengths_s = [song.duration_s or 0.0 for song in self._songs]

    def of(self, file: _File) -> list[LabelledSong]:
        """Return the songs that a file could be by its length; all where that is not told."""
        if file.length_s is None:
            return [*self._songs, *self._unknown]
        reach = LENGTH_TOLERANCE_S + INEXACT * file.length_s
        first = bisect_left(self._lengths_s, file.length_s - reach)
        end = bisect_right(self._lengths_s, file.length_s + reach)
        return [*self._songs[first:end], *self._unknown]


def _is_like(file: _File, song: LabelledSong) -> bool:
    from rapidfuzz import fuzz

    names = (f"{song.artist} {song.title}", Path(song.path).stem)
    return any(
        fuzz.token_set_ratio(fold(name), file.words) >= LIKE_NAME for name in names if name.strip()
    )
