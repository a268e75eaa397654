"""The words of yesterday's songs are what their files say; nothing is lost or changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from core.library.db import schema
from core.library.db.file_checks import APPLICATION_ID
from core.library.edits.edits import SetWords
from core.library.store import Library

OLDER = schema.MIGRATIONS.index(schema.words_of_songs)


def older_library(path: Path) -> None:
    """Make a library of the version before, with two songs."""
    older = sqlite3.connect(path, isolation_level=None)
    older.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    schema.apply_migrations(older, OLDER)
    older.execute("INSERT INTO annotators (name) VALUES ('')")
    for number, title, artist, year in ((1, 'Say "yes"', "A / B", 1959), (2, "", "VA", None)):
        older.execute(
            "INSERT INTO songs (audio_hash, path, size_bytes, mtime_s, title, artist, year,"
            " duration_s, rate_hz, channels, added_at) VALUES (?, ?, 1, 1.0, ?, ?, ?, 9, 1, 1, '')",
            (f"{number:032x}", f"/music/{number}.flac", title, artist, year),
        )
    older.close()


def test_yesterdays_songs_keep_their_words(tmp_path: Path) -> None:
    older_library(tmp_path / "library.db")
    with Library.open(tmp_path / "library.db", read_only=True) as library:
        song = library.songs.get(1)
        assert song is not None
        assert (song.artists, song.own_words, song.track) == (("A", "B"), (), None)
    with Library.open(tmp_path / "library.db") as library:
        songs = [library.songs.get(number) for number in (1, 2)]
        assert [(s.title, s.artist, s.year) for s in songs if s] == [
            ('Say "yes"', "A / B", 1959),
            ("", "VA", None),
        ]
        assert len(library.search.ids("title:say")) == 1
        assert library.songs.file_words(1)["title"] == 'Say "yes"'
        library.do(SetWords((1,), (("title", "No"),)))
        library.undo()
        song = library.songs.get(1)
        assert song is not None
        assert (song.title, song.own_words) == ('Say "yes"', ())
