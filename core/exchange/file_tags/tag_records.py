"""What is to be written into files' own tags, what would change, and what became of it: records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from core.audio.file_stats import FileStats
from core.library.location_records import SongLocation

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WantedTags:
    """What a song's file should say. values: by field; () where no tag of its category is a yes.

    written: by field, what was written there last and not taken back.
    """

    location: SongLocation
    values: Mapping[str, Values]
    written: Mapping[str, Values] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FieldDiff:
    """One field of a file, before and after."""

    field: str
    before: Values
    after: Values


@dataclass(frozen=True, slots=True)
class FileDiff:
    """What would change in one file. kind: of its tags, such as ID3v2.3. stats: as it looked."""

    location: SongLocation
    kind: str
    fields: tuple[FieldDiff, ...]
    stats: FileStats


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not written, and why (a message)."""

    song_id: int
    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What the library keeps of one write before it is done: see core.library.file_frames.

    before, after: as JSON. stats, fingerprint: of the file as it will be; its ctime is not known.
    """

    audio_hash: str
    path: Path
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    stats: FileStats
    fingerprint: str


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written or taken back, and where and how it is now.

    exact: taken back to what it was, byte for byte. left: fields that were changed since by others.
    """

    location: SongLocation
    exact: bool = False
    left: tuple[str, ...] = ()


def seen_now(location: SongLocation, stats: FileStats, digest: str) -> SongLocation:
    """Return a song's location with how its file looks now. digest: its fingerprint."""
    return replace(
        location,
        size_bytes=stats.size_bytes,
        mtime_s=stats.mtime_s,
        ctime_s=stats.ctime_s,
        fingerprint=digest,
    )


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How files are written. keep_times: a changed file has its former times."""

    keep_times: bool = False
