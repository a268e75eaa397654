"""Mixxx's database, read only: crates, playlists, genres, words in comments."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from core.errors import ExchangeError
from core.exchange.file_errors import reason_of
from core.exchange.format_records import LabelFormat
from core.exchange.label_records import LabelFile, LabelledSong, LabelledWord
from core.exchange.notations.track_words import LISTS, decide_track, decide_yes
from core.jobs import JobContext
from core.library.text import storable

CRATES = "Crates"
ROWS_PER_CHECK = 500
BUSY_S = 2.0
SQLITE_HEAD = b"SQLite format 3\0"

_TRACKS = """
SELECT library.id, track_locations.location, artist, title, album, year, duration, genre, comment
FROM library JOIN track_locations ON track_locations.id = library.location
WHERE coalesce(mixxx_deleted, 0) = 0 ORDER BY library.id
"""
_IN_CRATES = """
SELECT crate_tracks.track_id, crates.name FROM crate_tracks
JOIN crates ON crates.id = crate_tracks.crate_id ORDER BY crates.name, crate_tracks.track_id
"""
_IN_LISTS = """
SELECT PlaylistTracks.track_id, Playlists.name FROM PlaylistTracks
JOIN Playlists ON Playlists.id = PlaylistTracks.playlist_id
WHERE coalesce(Playlists.hidden, 0) = 0 ORDER BY Playlists.name, PlaylistTracks.position
"""


def read(path: Path, job: JobContext) -> LabelFile:
    """Read mixxxdb.sqlite, also while Mixxx is running. Raises ExchangeError, Cancelled."""
    labels = LabelFile("mixxx")
    songs: dict[int, int] = {}
    try:
        with closing(_open(path)) as database:
            for row in _rows(database, _TRACKS, job):
                _read_track(labels, songs, row)
            for category, sql in ((CRATES, _IN_CRATES), (LISTS, _IN_LISTS)):
                for track, name in _rows(database, sql, job):
                    if track in songs:
                        decide_yes(labels, songs[track], LabelledWord(_text(name), category))
    except (sqlite3.Error, UnicodeError) as error:
        raise ExchangeError(
            "exchange.no_mixxx", name=path.name, why=reason_of(error), path=path
        ) from error
    return labels


def recognises(path: Path, head: bytes) -> bool:
    """Tell by the name that Mixxx gives its database."""
    return head.startswith(SQLITE_HEAD) and "mixxx" in path.name.casefold()


def _open(path: Path) -> sqlite3.Connection:
    """Open a database to read, nothing that stands in it can do anything else."""
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    database = sqlite3.connect(address, uri=True, timeout=BUSY_S)
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA query_only = ON")
    return database


def _rows(database: sqlite3.Connection, sql: str, job: JobContext) -> Iterator[tuple[Any, ...]]:
    for number, row in enumerate(database.execute(sql)):
        if number % ROWS_PER_CHECK == 0:
            job.check()
        yield row


def _read_track(labels: LabelFile, songs: dict[int, int], row: tuple[Any, ...]) -> None:
    track, location, artist, title, album, year, duration, genre, comment = row
    first_year = _text(year)[:4]
    song = LabelledSong(
        path=_text(location), artist=_text(artist), title=_text(title), album=_text(album),
        year=int(first_year) if first_year.isdecimal() and int(first_year) > 0 else None,
        duration_s=float(duration) if isinstance(duration, int | float) and duration > 0 else None,
    )  # fmt: skip
    songs[track] = number = labels.add_song(song)
    decide_track(labels, number, _text(comment), _text(genre))


def _text(value: Any) -> str:
    return storable(value) if isinstance(value, str) else "" if value is None else str(value)


FORMAT = LabelFormat("mixxx", "exchange.title_mixxx", (".sqlite", ".db"), read, None, recognises)
