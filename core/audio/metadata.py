"""What a file says of itself: title, artist, album, year. Read with mutagen, never written here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

YEAR = re.compile(r"\b(1[4-9]\d\d|20\d\d)\b")
MAX_LENGTH = 500
UNKNOWN_ARTISTS = {"unknown", "unknown artist", "various artists"}


@dataclass(frozen=True, slots=True)
class Metadata:
    """Empty strings and None where the file says nothing."""

    title: str
    artist: str
    album: str
    year: int | None


def read_metadata(path: Path) -> Metadata:
    """Read the file's own tags, or what its name says ("Artist - Title"). Never raises."""
    tags = _tags(path)
    artist, title = _from_file_name(path)
    own_title = _first(tags, "title")
    own_artist = _first(tags, "artist")
    if own_artist.casefold() in UNKNOWN_ARTISTS:
        own_artist = ""
    has_own_tags = bool(own_title or own_artist)
    return Metadata(
        title=own_title or title,
        artist=own_artist if has_own_tags else artist,
        album=_first(tags, "album"),
        year=_year(_first(tags, "originaldate") or _first(tags, "date") or _first(tags, "year")),
    )


def _tags(path: Path) -> Mapping[str, Any]:
    import mutagen

    try:
        file = mutagen.File(path, easy=True)
    except Exception:  # noqa: BLE001 - odd tags make mutagen raise nearly anything; none matters
        return {}
    tags = getattr(file, "tags", None)
    if tags is None:
        return {}
    return tags if hasattr(tags, "get") else dict(tags)


def _first(tags: Mapping[str, Any], name: str) -> str:
    """Return the first value of a field as one clean line."""
    try:
        values = tags.get(name) or tags.get(_ID3_FRAMES.get(name, name))
    except (KeyError, ValueError, TypeError):
        return ""
    if not values:
        return ""
    value = values[0] if isinstance(values, list | tuple) else values
    text = " ".join(str(value).replace("\x00", " / ").split())
    return text[:MAX_LENGTH].strip()


# Containers without an "easy" reading (WAV, AIFF) give raw ID3 frames.
_ID3_FRAMES = {"title": "TIT2", "artist": "TPE1", "album": "TALB", "date": "TDRC"}


def _year(text: str) -> int | None:
    found = YEAR.search(text)
    return int(found.group()) if found else None


def _from_file_name(path: Path) -> tuple[str, str]:
    """("Artist", "Title") from "01. Artist - Title.mp3"; spaces for underscores."""
    name = path.stem if " " in path.stem else path.stem.replace("_", " ")
    name = re.sub(r"^\d{1,3}[.\s-]+(?=\D)", "", name).strip() or name
    artist, dash, title = name.partition(" - ")
    return (artist.strip(), title.strip()) if dash and title.strip() else ("", name.strip())
