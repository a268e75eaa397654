"""Where songs' files are and how they looked, as records; no behaviour beyond small properties."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.audio.file_stats import FileStats, KnownFile


@dataclass(frozen=True, slots=True, repr=False)
class SongLocation:
    """Where a song was last seen, and how its file looked then."""

    song_id: int
    audio_hash: str
    path: Path
    size_bytes: int
    mtime_s: float
    missing: bool = False
    ctime_s: float | None = None
    fingerprint: str = ""

    @property
    def file(self) -> KnownFile:
        """Return its file as it was when it was read."""
        stats = FileStats(self.size_bytes, self.mtime_s, self.ctime_s)
        return KnownFile(stats, self.audio_hash, self.fingerprint)

    def __repr__(self) -> str:
        """Write it as every journal has it: the repr() of an edit is stored."""
        return (
            f"Place(song_id={self.song_id!r}, audio_hash={self.audio_hash!r}, path={self.path!r},"
            f" size_bytes={self.size_bytes!r}, mtime_s={self.mtime_s!r}, missing={self.missing!r})"
        )


@dataclass(frozen=True, slots=True)
class Move:
    """A song and the file it was found in again."""

    song_id: int
    old: Path
    new: SongLocation
