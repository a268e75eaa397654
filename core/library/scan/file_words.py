"""Read again what songs' files say of themselves, after they were retagged elsewhere.

Reading touches no library and storing no sound file, as in importer.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from core.audio.metadata import Metadata, read_metadata
from core.features.analyse import SongAnalysis
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.library.location_records import SongLocation
from core.library.records import Changes
from core.library.scan.relocate import IDENTIFY, located
from core.library.scan.scan_records import WordsRead
from core.library.scan.scanning import Scanned, scan
from core.library.store import Library


def read_words(
    locations: Iterable[SongLocation], cache: FeatureCache, job: JobContext = SILENT
) -> WordsRead:
    """Read the words of songs' files; a file that has changed is decoded, to know it by its sound.

    Raises Cancelled, CacheError.
    """
    words = list[tuple[SongLocation, Metadata]]()
    missing = list[int]()
    changed = dict[str, SongLocation]()
    locations = list(locations)
    for number, location in enumerate(locations):
        job.check()
        job.report(number, len(locations), location.path.name)
        if not _can_be_read(location):
            missing.append(location.song_id)
        elif location.file.still_at(location.path) is not None:
            words.append((location, read_metadata(location.path)))
        else:
            changed[str(location.path)] = location
    same, different = _compare(changed, cache, job)
    return WordsRead(tuple(words + same), tuple(missing), different)


def only_new_words(library: Library, read: WordsRead) -> WordsRead:
    """Leave out what the library knows already. Raises LibraryError."""
    songs, new = library.songs, []
    for location, metadata in read.words:
        has_changed = [location] != songs.locations_of([location.song_id])
        if has_changed or not songs.has_file_words(location.song_id, metadata):
            new.append((location, metadata))
    return replace(read, words=tuple(new))


def store_words(library: Library, read: WordsRead) -> Changes:
    """Store what files say, as one transaction; own words stay what is shown.

    Raises LibraryError, and then nothing was stored.
    """
    songs = set[int]()
    with library.database.transaction():
        for location, metadata in read.words:
            library.songs.store_location(location)
            if library.songs.store_file_words(location.song_id, metadata):
                songs.add(location.song_id)
    return Changes(songs=frozenset(songs))


def _compare(
    changed: dict[str, SongLocation], cache: FeatureCache, job: JobContext
) -> tuple[list[tuple[SongLocation, Metadata]], tuple[int, ...]]:
    """Decode files that have changed: (those that still hold their song, ids of the others)."""
    same = dict[str, tuple[SongLocation, Metadata]]()

    def on_scanned(result: Scanned) -> None:
        location = changed[str(result.path)]
        if isinstance(result, SongAnalysis) and result.audio_hash == location.audio_hash:
            same[str(result.path)] = (located(location, result), result.metadata)

    if changed:
        scan([location.path for location in changed.values()], cache, (), job, on_scanned, IDENTIFY)
    different = (location.song_id for path, location in changed.items() if path not in same)
    return list(same.values()), tuple(sorted(different))


def _can_be_read(location: SongLocation) -> bool:
    """Tell whether the file's bytes are there: of an unreadable one only its name would speak."""
    try:
        with location.path.open("rb") as file:
            return bool(file.read(1))
    except OSError:
        return False
