"""A song is its samples: found again wherever its file goes, never twice in the library."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.errors import LibraryError, QueryError
from core.library.edits.edits import (
    Judge,
    MoveSearch,
    RemoveSearch,
    RenameSearch,
    SaveSearch,
    SetNote,
)
from core.library.records import NewModel, State
from core.library.store import Library
from tests.support.small_songs import library_with, new_song, tag_id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 5) as opened:
        yield opened


def file_in(folder: Path, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(b"sound")
    return path


def test_the_same_samples_in_several_files_are_one_song(library: Library, tmp_path: Path) -> None:
    first, second = file_in(tmp_path, "a.flac"), file_in(tmp_path, "b.wav")
    song_id, is_new = library.songs.add(new_song(77, path=first))
    assert is_new
    assert library.songs.add(new_song(77, path=second)) == (song_id, False)
    assert library.songs.by_hash(f"{77:032x}").path == first  # type: ignore[union-attr]


def test_a_song_found_in_another_file_keeps_its_decisions(library: Library, tmp_path: Path) -> None:
    old = file_in(tmp_path / "old", "a.flac")
    song_id, _ = library.songs.add(new_song(77, path=old))
    library.do(Judge(song_id, tag_id(library, "kick"), State.YES))
    old.unlink()
    library.songs.mark_missing(song_id)
    assert library.songs.get(song_id).missing_since  # type: ignore[union-attr]
    new = file_in(tmp_path / "new", "a.flac")
    assert library.songs.add(new_song(77, path=new)) == (song_id, False)
    song = library.songs.by_path(new)
    assert song is not None
    assert (song.id, song.missing_since) == (song_id, None)
    assert len(library.annotations.of_song(song_id)) == 1


def test_other_samples_under_a_known_name_are_another_song(
    library: Library, tmp_path: Path
) -> None:
    path = file_in(tmp_path, "a.flac")
    first, _ = library.songs.add(new_song(77, path=path))
    second, is_new = library.songs.add(new_song(78, path=path))
    assert is_new
    assert library.songs.get(first).missing_since is not None  # type: ignore[union-attr]
    assert library.songs.by_path(path).id == second  # type: ignore[union-attr]


@pytest.mark.skipif(sys.platform == "win32", reason="names there are Unicode")
def test_a_file_name_that_is_no_text_comes_back_byte_for_byte(
    library: Library, tmp_path: Path
) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/Caf\xe9 \xff.flac"))
    path.write_bytes(b"sound")
    song_id, _ = library.songs.add(new_song(77, path=path, title=path.stem))
    song = library.songs.get(song_id)
    assert song is not None
    assert song.path == path
    assert song.path.exists()
    assert library.songs.by_path(path) == song
    assert song.title == "Café ÿ", "what such a byte mostly is"
    assert library.songs.known_files()


def test_odd_titles_come_back_to_the_letter(library: Library) -> None:
    for number, title in enumerate(("🥁", "שלום", "'; DROP TABLE songs", "a\0b", "x" * 99_999)):
        song_id, _ = library.songs.add(new_song(100 + number, title=title))
        assert library.songs.get(song_id).title == title  # type: ignore[union-attr]


def test_rows_come_in_the_order_of_their_ids_with_their_decisions(library: Library) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    library.do(Judge(2, kick, State.YES), Judge(2, piano, State.NO), Judge(4, kick, State.UNSURE))
    rows = library.songs.rows(np.array([4, 99, 2, 1]))
    assert [row.song.id for row in rows] == [4, 2, 1]
    assert [row.n_judged for row in rows] == [1, 2, 0]
    assert rows[1].states == {kick: State.YES, piano: State.NO}


def test_a_failed_file_keeps_its_reason_until_it_succeeds(library: Library) -> None:
    path = Path("/music/broken.mp3")
    library.songs.record_failures([(path, "It is cut off.", "Copy it again.")])
    library.songs.record_failures([(path, "It is empty.", "Copy it again.")])
    (failed,) = library.songs.failures()
    assert (failed.path, failed.reason) == (path, "It is empty.")
    library.songs.add(new_song(77, path=path))
    assert library.songs.failures() == []


def test_a_search_finds_text_in_titles_artists_paths_and_notes(library: Library) -> None:
    library.songs.add(new_song(50, title="Ænima Café", artist="Björk"))
    library.do(SetNote(2, "listen to the harbour again"))
    assert library.search.ids("cafe bjork").tolist() == [6]
    assert library.search.ids("harb").tolist() == [2]
    library.undo()
    assert library.search.ids("harb").tolist() == []
    assert library.search.ids('"; DROP').tolist() == []
    assert library.search.ids("", "title", descending=True).tolist() == [5, 4, 3, 2, 1, 6]


def test_songs_are_ordered_by_score_those_without_one_last(library: Library) -> None:
    model = library.models.add(NewModel("ear", "choi_lstm", "ear.safetensors", ("piano", "kick")))
    scores = {2: (0.1, 0.9), 4: (0.2, 0.3), 5: (0.3, 0.5)}
    library.predictions.put(model.id, {k: np.array(v, np.float32) for k, v in scores.items()})
    ids = library.search.ids("", "predicted:kick", descending=True).tolist()
    assert ids == [2, 5, 4, 1, 3]
    assert library.search.ids("", "predicted:kick").tolist() == [4, 5, 2, 1, 3]
    with pytest.raises(QueryError):
        library.search.ids("", "predicted:flute")


def test_saved_searches_survive_a_restart(library: Library) -> None:
    library.do(SaveSearch("Nineties", "year:1990..1999"))
    library.do(SaveSearch("Nineties", "year:1990..2000"))
    assert [(s.name, s.query) for s in library.search.saved()] == [("Nineties", "year:1990..2000")]
    library.do(SaveSearch("Loud", "house"))
    library.do(SaveSearch("Quiet", "-house"))
    library.do(MoveSearch("Quiet", -2))
    library.do(RenameSearch("Loud", "Very loud"))
    with pytest.raises(LibraryError, match="already"):
        library.do(RenameSearch("Quiet", "Nineties"))
    assert [s.name for s in library.search.saved()] == ["Quiet", "Nineties", "Very loud"]
    library.do(MoveSearch("Quiet", 99))
    library.do(RemoveSearch("Nineties"))
    assert [s.name for s in library.search.saved()] == ["Very loud", "Quiet"]
