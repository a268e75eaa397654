"""Copies of a library are whole, made while it is open, and can take its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import LibraryError
from core.jobs import Cancelled
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.backup import (
    backup_beside,
    check_integrity,
    list_backups,
    read_contents,
)
from core.library.recovery.restoring import restore_backup
from core.library.store import Library, LibraryBusy
from tests.support.small_songs import content, library_with, new_song, tag_id


def test_a_copy_of_an_open_library_holds_everything(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with library_with(path, 3) as library:
        library.do(Judge(1, tag_id(library, "kick"), State.YES))
        copy, before = backup_beside(library.path, "copy"), content(library)
        library.songs.add(new_song(9))
        with pytest.raises(LibraryBusy):
            restore_backup(path, copy.path)
    check_integrity(copy.path)
    aside = restore_backup(path, copy.path).former
    with Library.open(path) as library:
        assert content(library) == before
        assert library.undo_label() == "kick: yes"
    assert aside is not None
    with Library.open(aside) as former:
        assert former.songs.count() == 4


def test_the_oldest_copies_make_room_and_other_libraries_keep_theirs(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        with Library.open(tmp_path / folder / "library.db") as library:
            for _ in range(12 if folder == "a" else 1):
                backup_beside(library.path, "daily")
    numbers = [copy.number for copy in list_backups(tmp_path / "a" / "library.db")]
    assert numbers == list(range(12, 2, -1))
    assert len(list_backups(tmp_path / "b" / "library.db")) == 1


def test_a_damaged_copy_is_not_restored(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with library_with(path, 40) as library:
        copy = backup_beside(library.path, "copy").path
    whole = path.read_bytes()
    content = copy.read_bytes()
    copy.write_bytes(content[:8192] + b"\xff" * (len(content) - 8192))
    with pytest.raises(LibraryError, match="damaged"):
        restore_backup(path, copy)
    assert path.read_bytes() == whole


def test_a_deleted_library_is_restored_from_its_copy(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with library_with(path, 2) as library:
        copy = backup_beside(library.path, "copy").path
    path.unlink()
    assert restore_backup(path, copy).former is None
    with Library.open(path) as library:
        assert library.songs.count() == 2


class StopsAt:
    """A job that is cancelled at its n-th look."""

    def __init__(self, n: int) -> None:
        self.n_left = n

    def report(self, _done: float, _total: float, _what: str = "") -> None:
        """Ignore the report."""

    def check(self) -> None:
        """Count the look."""
        self.n_left -= 1
        if not self.n_left:
            raise Cancelled


def test_a_copy_stops_after_a_few_megabytes_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with library_with(path, 3) as library:
        library.database.write("CREATE TABLE ballast (bytes BLOB)")
        library.database.write("INSERT INTO ballast VALUES (zeroblob(20000000))")
    with pytest.raises(Cancelled):
        backup_beside(path, "by-hand", StopsAt(3))
    assert list_backups(path) == ()
    assert not list(tmp_path.rglob("*.part"))


def test_a_copy_made_in_steps_is_of_one_moment_while_the_library_is_written(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with library_with(path, 3) as library:
        library.database.write("CREATE TABLE ballast (bytes BLOB)")
        library.database.write("INSERT INTO ballast VALUES (zeroblob(20000000))")

        class Writes(StopsAt):
            """A job during which a song is added at every look."""

            def check(self) -> None:
                """Add a song."""
                self.n_left += 1
                library.songs.add(new_song(100 + self.n_left))

        job = Writes(0)
        made = backup_beside(path, "by-hand", job)
        assert made is not None
        assert 4 <= job.n_left <= 8
    assert read_contents(made).n_songs == 3
