"""What is to be told of a song's file goes where the song goes."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from core.library.db import schema
from core.library.edits.edits import JoinSongs, MoveFiles, RemoveSongs
from core.library.location_records import Move
from core.library.store import Library
from core.messages import message
from tests.support.small_songs import new_song

OLDER = 14  # remarks went with their song
DAMAGED = message("features.changing", name="song-1.flac")
OTHER = message("features.vanished", name="song-2.flac")


def test_remarks_are_there_again_when_a_removal_is_undone(library: Library) -> None:
    library.remarks.store(1, [DAMAGED, OTHER])
    for _ in range(2):
        library.do(RemoveSongs((1, 2)))
        library.undo()
        assert library.remarks.of_song(1) == (DAMAGED, OTHER)
        assert library.remarks.of_song(2) == ()
        library.redo()
        library.undo()
        assert library.remarks.of_song(1) == (DAMAGED, OTHER)


def test_a_song_that_is_imported_anew_has_only_its_own_remarks(library: Library) -> None:
    library.remarks.store(4, [DAMAGED])
    library.do(RemoveSongs((4,)))
    song_id, is_new = library.songs.add(new_song(4))
    assert is_new
    assert library.remarks.of_song(song_id) == ()


def test_remarks_change_while_a_removal_can_be_done_again(library: Library) -> None:
    library.remarks.store(1, [DAMAGED])
    library.do(RemoveSongs((1,)))
    library.undo()
    library.remarks.store(1, [])
    library.redo()
    library.undo()
    assert library.remarks.of_song(1) == ()


def test_a_joined_song_keeps_the_remarks_on_the_file_that_is_played(library: Library) -> None:
    library.remarks.store(1, [DAMAGED])
    library.remarks.store(2, [OTHER])
    library.do(JoinSongs(1, 2))
    assert library.remarks.of_song(1) == (DAMAGED,)
    library.undo()
    assert library.remarks.of_songs([1, 2]) == {1: (DAMAGED,), 2: (OTHER,)}


def test_remarks_stay_with_a_song_whose_file_was_found_elsewhere(library: Library) -> None:
    library.remarks.store(1, [DAMAGED])
    (location,) = library.songs.locations(0, 1)
    library.do(MoveFiles((Move(1, location.path, location),)))
    assert library.remarks.of_song(1) == (DAMAGED,)


def test_remarks_of_an_older_library_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        song_id, _ = library.songs.add(new_song(1))
        library.remarks.store(song_id, [DAMAGED])
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        older = sqlite3.connect(":memory:")
        schema.apply_migrations(older, OLDER)
        rows = connection.execute("SELECT song_id, remarks FROM song_remarks").fetchall()
        song_row = connection.execute("SELECT * FROM songs").fetchone()
        marks = ", ".join("?" * len(song_row))
        older.execute(f"INSERT INTO songs VALUES ({marks})", song_row)
        older.executemany("INSERT INTO song_remarks (song_id, remarks) VALUES (?, ?)", rows)
        schema.apply_migrations(older)
        assert older.execute("SELECT song_id, remarks FROM song_remarks").fetchall() == rows
        older.execute("DELETE FROM songs")
        assert older.execute("SELECT song_id, remarks FROM song_remarks").fetchall() == rows
        older.close()
