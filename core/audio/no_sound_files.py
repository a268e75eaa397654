"""What people take for sounds, though they only hold or name some: archives and playlists."""

from __future__ import annotations

import contextlib
from pathlib import Path

PLAYLIST_SUFFIXES = frozenset(
    (".m3u", ".m3u8", ".pls", ".xspf", ".wpl", ".asx", ".zpl", ".b4s", ".cue")
)
ARCHIVE_MARKS = (b"PK\x03\x04", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08")


def kind_without_sound(path: Path) -> str:
    """Name the kind of a file in which no sound was found: archive, playlist, "" for others."""
    if path.suffix.lower() in PLAYLIST_SUFFIXES:
        return "playlist"
    with contextlib.suppress(OSError), path.open("rb") as file:
        if file.read(8).startswith(ARCHIVE_MARKS):
            return "archive"
    return ""
