"""Own words win over the file's, can be undone, and a file that is read again changes neither."""

from __future__ import annotations

import pytest

from core.audio.metadata import Metadata
from core.errors import LibraryError
from core.library.edits.edits import ForgetWords, JoinSongs, SetWords
from core.library.records import Song
from core.library.store import Library
from tests.support.small_songs import new_song

RETAGGED = Metadata("New title", ("First", "Second"), "New album", 2002, "All", 7)


def song(library: Library, song_id: int = 1) -> Song:
    found = library.songs.get(song_id)
    assert found is not None
    return found


def words(library: Library, song_id: int = 1) -> tuple[str, str, str, int | None]:
    found = song(library, song_id)
    return found.title, found.artist, found.album, found.year


def test_own_words_are_shown_marked_searched_and_undone(library: Library) -> None:
    before = words(library)
    library.do(SetWords((1,), (("artist", "Ann;  Ben"), ("year", 1959))))
    assert words(library) == ("Song 1", "Ann; Ben", "", 1959)
    assert song(library).artists == ("Ann", "Ben")
    assert song(library).own_words == ("artist", "year")
    assert len(library.search.ids("artist:ben")) == 1
    library.undo()
    assert words(library) == before
    assert song(library).own_words == ()
    library.redo()
    assert words(library)[1] == "Ann; Ben"


def test_words_of_a_retagged_file_count_where_the_user_gave_none(library: Library) -> None:
    library.do(SetWords((1,), (("title", "Mine"),)))
    assert library.songs.store_file_words(1, RETAGGED)
    assert not library.songs.store_file_words(1, RETAGGED)
    assert words(library) == ("Mine", "First; Second", "New album", 2002)
    assert (song(library).album_artist, song(library).track) == ("All", 7)
    assert len(library.search.ids("artist:second")) == 1
    library.undo()
    assert words(library)[0] == "New title", "undo does not bring back what the file said once"
    library.redo()
    assert words(library)[0] == "Mine"
    library.do(ForgetWords((1,)))
    assert words(library)[0] == "New title"


def test_a_word_of_the_file_and_no_title_are_no_own_words(library: Library) -> None:
    library.do(SetWords((1,), (("title", "Mine"), ("artist", ""), ("year", None))))
    assert words(library) == ("Mine", "", "", None)
    assert song(library).own_words == ("title", "artist", "year")
    library.do(SetWords((1,), (("title", ""), ("artist", "Artist 1"))))
    assert words(library)[:2] == ("Song 1", "Artist 1")
    assert song(library).own_words == ("year",)


def test_several_songs_are_worded_in_one_step(library: Library) -> None:
    changes = library.do(SetWords((1, 2, 3), (("album", " One \n album "),)))
    assert changes.songs == {1, 2, 3}
    assert {words(library, number)[2] for number in (1, 2, 3)} == {"One album"}
    library.undo()
    assert {words(library, number)[2] for number in (1, 2, 3)} == {""}
    with pytest.raises(LibraryError):
        library.do(SetWords((1, 99), (("album", "x"),)))
    assert words(library)[2] == ""


def test_what_joining_takes_over_outlives_the_next_look_at_the_file(library: Library) -> None:
    known, _ = library.songs.add(new_song(8, title="Track 8", artist="", year=None))
    other, _ = library.songs.add(new_song(9, title="So What", artist="Miles Davis", year=1959))
    library.do(JoinSongs(known, other))
    assert words(library, known) == ("So What", "Miles Davis", "", 1959)
    library.songs.store_file_words(known, Metadata("Track 8", (), "Blue", None))
    assert words(library, known) == ("So What", "Miles Davis", "Blue", 1959)
    library.undo()
    assert words(library, known) == ("Track 8", "", "Blue", None)
