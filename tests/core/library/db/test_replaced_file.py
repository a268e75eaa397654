"""Another program puts a file over the open library: nothing is mixed, and nothing is lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import LibraryReplaced
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.backup import list_copies
from core.library.recovery.repair import find_faults
from core.library.store import Library
from tests.support.small_songs import library_with, tag_id

Mover = Callable[[Path, Path], object]


def renamed(new: Path, path: Path) -> None:
    os.replace(new, path)


def removed_first(new: Path, path: Path) -> None:
    path.unlink()
    new.rename(path)


def with_its_log(new: Path, path: Path) -> None:
    """As a program that takes the three files of SQLite for three files."""
    os.replace(new, path)
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink()


def overwritten(new: Path, path: Path) -> None:
    shutil.copyfile(new, path)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Another library: more songs, and its decisions."""
    path = tmp_path / "elsewhere" / "new.db"
    path.parent.mkdir()
    with library_with(path, 400) as library:
        kick = tag_id(library, "kick")
        library.do(*(Judge(song, kick, State.NO) for song in range(1, 401)))
    return path


def decided(path: Path) -> dict[int, State]:
    with Library.open(path) as library:
        kick = tag_id(library, "kick")
        rows = library.songs.rows(library.songs.all_ids())
        return {row.song.id: row.states[kick] for row in rows if kick in row.states}


@pytest.mark.parametrize("move", [renamed, removed_first, with_its_log])
def test_what_was_decided_in_a_replaced_library_is_kept_beside_the_new_file(
    tmp_path: Path, new: Path, move: Mover
) -> None:
    path, expected = tmp_path / "library.db", new.read_bytes()
    library = library_with(path, 30)
    kick = tag_id(library, "kick")
    for song in range(1, 21):
        library.do(Judge(song, kick, State.YES))
    move(new, path)
    for _ in range(2):
        with pytest.raises(LibraryReplaced) as caught:
            library.do(Judge(21, kick, State.YES))
        assert caught.value.remedy
    kept = library.close()
    assert kept is not None
    assert path.read_bytes() == expected
    assert not path.with_name("library.db-wal").exists()
    assert find_faults(kept) == []
    assert decided(kept) == dict.fromkeys(range(1, 21), State.YES)
    assert decided(path) == dict.fromkeys(range(1, 401), State.NO)
    assert [copy.path for copy in list_copies(path)] == [kept]


def test_a_file_overwritten_in_its_place_is_not_mixed_with_the_log(
    tmp_path: Path, new: Path
) -> None:
    path, expected = tmp_path / "library.db", new.read_bytes()
    library = library_with(path, 30)
    kick = tag_id(library, "kick")
    for song in range(1, 8):
        library.do(Judge(song, kick, State.YES))
    overwritten(new, path)
    with pytest.raises(LibraryReplaced):
        library.do(Judge(8, kick, State.YES))
    kept = library.close()
    assert kept == tmp_path / "library-replaced-1.db"
    assert path.read_bytes() == expected
    assert len(decided(path)) == 400
    assert decided(kept) == dict.fromkeys(range(1, 8), State.YES)


def test_a_file_with_a_new_time_alone_is_the_same_library(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with library_with(path, 3) as library:
        kick = tag_id(library, "kick")
        library.do(Judge(1, kick, State.YES))
        os.utime(path, (1, 1))
        library.do(Judge(2, kick, State.YES))
        library.database.value("PRAGMA wal_checkpoint(TRUNCATE)")
        library.do(Judge(3, kick, State.YES))
        assert library.close() is None
    assert len(decided(path)) == 3
    assert list_copies(path) == ()


def test_closing_finds_a_file_that_nobody_noticed(tmp_path: Path, new: Path) -> None:
    path = tmp_path / "library.db"
    library = library_with(path, 2)
    library.do(Judge(1, tag_id(library, "kick"), State.YES))
    renamed(new, path)
    kept = library.close()
    assert kept is not None
    assert decided(kept) == {1: State.YES}


def test_a_log_that_a_killed_process_left_beside_a_new_file_is_set_aside(
    tmp_path: Path, new: Path
) -> None:
    path = tmp_path / "library.db"
    library = library_with(path, 30)
    library.do(Judge(1, tag_id(library, "kick"), State.YES))
    crashed = tmp_path / "crashed" / "library.db"
    crashed.parent.mkdir()
    shutil.copyfile(new, crashed)
    shutil.copyfile(f"{path}-wal", f"{crashed}-wal")
    library.close()
    with Library.open(crashed, read_only=True) as library:
        assert library.songs.count() == 400
        assert len(library.database.remarks) == 1
    with Library.open(crashed) as library:
        assert library.songs.count() == 400
        assert "library.db-wal.orphan" in library.database.remarks[0]
    assert find_faults(crashed) == []
    with Library.open(crashed) as library:
        assert library.database.remarks == []


def test_a_log_of_a_killed_process_is_read(tmp_path: Path) -> None:
    path, crashed = tmp_path / "library.db", tmp_path / "crashed.db"
    with library_with(path, 3) as library:
        library.do(Judge(1, tag_id(library, "kick"), State.YES))
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", f"{crashed}{ending}")
    with Library.open(crashed) as library:
        assert library.database.remarks == []
    assert decided(crashed) == {1: State.YES}
