"""The library's side of writing files: notes before a write, and what a kill has left open.

On the library's thread only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.atomic_files import clear_drafts
from core.audio.file_stats import FileStats, fingerprint
from core.exchange.file_tags.tag_records import FileRecord, WrittenFile, seen_now
from core.exchange.file_tags.taking_back import is_taken_back
from core.library.file_frames import FramesRow
from core.library.location_records import SongLocation
from core.library.store import Library


class LibraryRecords:
    """Notes writes in a library; see writing.Records. Every method may raise LibraryError."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def note(self, record: FileRecord) -> int:
        """Store a write about to be done; on disk when this returns."""
        looks = (record.stats.size_bytes, record.stats.mtime_s, record.fingerprint)
        return self._library.frames.add(
            record.audio_hash, record.path, (record.before, record.after), looks
        )

    def forget(self, number: int) -> None:
        """Take a note back: the file was not replaced."""
        self._library.frames.remove(number)

    def settle(self, written: WrittenFile) -> None:
        """Store how a file is now, so that it is not taken for a changed one."""
        self._library.songs.store_location(written.location)

    def settle_back(self, row: FramesRow, written: WrittenFile) -> None:
        """Store that a write was taken back, and how the file is now."""
        with self._library.database.transaction():
            self._library.frames.mark_reverted(row.id)
            self._library.songs.store_location(written.location)


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A song whose last write was cut short before the library knew of its end.

    row_id: of the write that is not in the file, 0 if it is. location: how the file is now.
    """

    row_id: int
    location: SongLocation


def find_interrupted(library: Library, song_ids: Sequence[int]) -> list[Interrupted]:
    """Find what a killed process has left in the library; delete what it left beside songs' files.

    Writes nothing into the library. Raises LibraryError.
    """
    locations = library.songs.locations_of(song_ids)
    clear_drafts(location.path.resolve() for location in locations)
    by_hash = {location.audio_hash: location for location in locations}
    newest: dict[str, FramesRow] = {}  # older writes were done before it began
    for row in library.frames.of_songs(by_hash):
        newest.setdefault(row.audio_hash, row)
    found = (_interrupted(row, by_hash[row.audio_hash]) for row in newest.values())
    return [one for one in found if one is not None]


def _interrupted(row: FramesRow, location: SongLocation) -> Interrupted | None:
    path = location.path.resolve()
    stats = FileStats.read(path)
    if stats is None:
        return None
    is_known = location.file.stats.is_untouched(stats)
    digest = (is_known and location.fingerprint) or fingerprint(path)
    is_done = digest == row.fingerprint
    is_back = not is_done and is_taken_back(row, digest)  # not begun; or taken back, but not noted
    if is_back or (is_done and not is_known):
        return Interrupted(row.id if is_back else 0, seen_now(location, stats, digest))
    return None


def settle(library: Library, found: Iterable[Interrupted]) -> None:
    """Note what was found, as one transaction. Raises LibraryError."""
    with library.database.transaction():
        for one in found:
            if one.row_id:
                library.frames.mark_reverted(one.row_id)
            library.songs.store_location(one.location)


def settle_interrupted(library: Library, song_ids: Sequence[int]) -> int:
    """Find and settle what a killed process has left; count it. Raises LibraryError."""
    found = find_interrupted(library, song_ids)
    settle(library, found)
    return len(found)


def writes_to_take_back(
    library: Library, song_ids: Iterable[int]
) -> list[tuple[FramesRow, SongLocation]]:
    """Return the writes into some songs' files that can be taken back, the newest first."""
    locations = library.songs.locations_of([int(song_id) for song_id in song_ids])
    by_hash = {location.audio_hash: location for location in locations}
    return [(row, by_hash[row.audio_hash]) for row in library.frames.of_songs(by_hash)]
