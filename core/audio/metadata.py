"""What a file says of itself: title, artists, album, year, track. Never written here.

Where tags say nothing, its name may (file_names.py). A name for nobody is no artist (artists.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from core.audio.artists import clean_line, join_artists, split_artists, without_entities
from core.audio.dates import year_of
from core.audio.file_names import read_file_name
from core.audio.info_chunks import Fields
from core.audio.nobody import is_no_album
from core.audio.tag_fields import read_fields

_INSTEAD_OF_ARTISTS = ("performer", "composer")  # who is known where no artist is
_TRACK = re.compile(r"\s*(\d{1,4})(?!\d)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Empty texts and tuples, and None, where the file says nothing.

    album_artist: of whom the whole album is, where that is not one of the artists alone.
    """

    title: str
    artists: tuple[str, ...]
    album: str
    year: int | None
    album_artist: str = ""
    track: int | None = None

    @property
    def artist(self) -> str:
        """Return all artists as one text."""
        return join_artists(self.artists)


def read_metadata(path: Path) -> Metadata:
    """Read the file's own tags, or what its name says ("Artist - Title"). Never raises."""
    fields, name = read_fields(path), read_file_name(path)
    title, artists = _first(fields, "title"), _artists(fields)
    album_artists = _split_all(fields.get("album_artist", []))
    others = (album_artists, *(_split_all(fields.get(field, [])) for field in _INSTEAD_OF_ARTISTS))
    artists = next(filter(None, (artists, *others)), ())
    album = _first(fields, "album")
    if not title and not artists:  # only then is the name more than what a program made of tags
        artists, album = split_artists(name.artist), album or name.album
    return Metadata(
        title=title or name.title,
        artists=artists,
        album="" if is_no_album(album) else album,
        year=_year(fields),
        album_artist=join_artists(album_artists),
        track=_track(fields) or name.track,
    )


def _first(fields: Fields, field: str) -> str:
    """Return the first value of a field as one clean line."""
    lines = (clean_line(without_entities(value)) for value in fields.get(field, ()))
    return next(filter(None, lines), "")


def _artists(fields: Fields) -> tuple[str, ...]:
    """Return all artists; the list of single ones wins over how they are credited together."""
    several = _split_all(fields.get("artists", []))
    return several if len(several) > 1 else _split_all(fields.get("artist", [])) or several


def _split_all(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(artist for value in values for artist in split_artists(value)))


def _year(fields: Fields) -> int | None:
    dates = [*fields.get("original_date", ()), *fields.get("date", ())]
    return next((year for date in dates if (year := year_of(date)) is not None), None)


def _track(fields: Fields) -> int | None:
    found = _TRACK.match(_first(fields, "track"))
    return (int(found[1]) or None) if found else None
