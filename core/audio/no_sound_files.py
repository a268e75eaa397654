"""What people take for sounds, though they only hold or name some: archives, playlists, tables."""

from __future__ import annotations

import contextlib
from pathlib import Path

PLAYLIST_SUFFIXES = frozenset(
    (".m3u", ".m3u8", ".pls", ".xspf", ".wpl", ".asx", ".zpl", ".b4s", ".cue")
)
TABLE_SUFFIXES = frozenset(
    (".csv", ".tsv", ".tab", ".jams", ".json", ".jsonl", ".org", ".xlsx", ".xls", ".ods", ".svl")
)
ARCHIVE_MARKS = (b"PK\x03\x04", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08")


def is_playlist(path: Path) -> bool:
    """Check by its name whether a file without sound names sounds."""
    return path.suffix.lower() in PLAYLIST_SUFFIXES


def is_table(path: Path) -> bool:
    """Check by its name whether a file without sound may hold decisions."""
    return path.suffix.lower() in TABLE_SUFFIXES


def is_archive(path: Path) -> bool:
    """Check by its first bytes whether a file has others packed in it."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        return file.read(8).startswith(ARCHIVE_MARKS)
    return False
