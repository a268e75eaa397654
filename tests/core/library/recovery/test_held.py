"""The file of an open library is deleted, cut or overwritten: what is held is kept, or told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import LibraryDeleted, LibraryError, LibrarySpoiled
from core.library.db.commit_mark import read_mark
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.backup import backup_beside, list_backups
from core.library.recovery.repair import find_faults, repair
from core.library.recovery.restoring import RestoreResult, restore_backup
from core.library.store import Library
from core.paths import folders
from tests.support.small_songs import library_with, tag_id

N_CLOSED, N_ALL = 6, 14  # decisions in the file itself; with those in the log
Fault = Callable[[Path], object]


def judge(library: Library, songs: range) -> None:
    kick = tag_id(library, "kick")
    for song in songs:
        library.do(Judge(song, kick, State.YES))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library whose first decisions were saved by closing it."""
    path = tmp_path / "folder" / "library.db"
    path.parent.mkdir()
    with library_with(path, 30) as library:
        judge(library, range(1, N_CLOSED + 1))
    return path


@pytest.fixture
def library(path: Path) -> Library:
    """The library, open, its last decisions in its log."""
    library = Library.open(path)
    judge(library, range(N_CLOSED + 1, N_ALL + 1))
    return library


def decided(path: Path) -> list[int]:
    with Library.open(path) as library:
        assert library.losses.new.n_commits == 0
        rows = library.songs.rows(library.songs.all_ids())
        return [row.song.id for row in rows if row.states]


def names(path: Path) -> set[str]:
    return {file.name for file in path.parent.iterdir()} - {"library.db-lock"}


def deleted(path: Path) -> None:
    path.unlink()


def deleted_with_all_beside_it(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-mark"):
        path.with_name(path.name + ending).unlink()


@pytest.mark.parametrize("fault", [deleted, deleted_with_all_beside_it])
def test_a_deleted_library_is_written_anew_from_what_is_held(
    path: Path, library: Library, fault: Fault
) -> None:
    fault(path)
    for step in (lambda: judge(library, range(20, 21)), library.undo):
        with pytest.raises(LibraryDeleted):
            step()
    assert library.close() == path
    assert names(path) <= {"library.db", "library.db-mark"}
    assert find_faults(path) == []
    assert decided(path) == list(range(1, N_ALL + 1))


def test_a_library_deleted_with_its_folder_is_kept_as_a_copy(path: Path, library: Library) -> None:
    shutil.rmtree(path.parent)
    kept = library.close()
    assert [copy.path for copy in list_backups(path)] == [kept]
    assert kept is not None
    assert decided(kept) == list(range(1, N_ALL + 1))


def test_what_can_be_kept_nowhere_stays_open(path: Path, library: Library) -> None:
    shutil.rmtree(path.parent)
    backups = folders().backups
    backups.parent.mkdir(parents=True, exist_ok=True)
    backups.write_text("no folder")
    with pytest.raises(LibraryError):
        library.close()
    backups.unlink()
    kept = library.close()
    assert kept is not None
    assert decided(kept) == list(range(1, N_ALL + 1))


def test_a_library_moved_away_with_its_folder_is_whole_there(path: Path, library: Library) -> None:
    away = path.parent.rename(path.parent.with_name("away"))
    with pytest.raises(LibraryError):
        judge(library, range(20, 21))
    assert library.close() is None
    assert not path.parent.exists()
    assert decided(away / path.name) == list(range(1, N_ALL + 1))


def test_a_library_moved_away_without_its_log_leaves_a_whole_one(
    path: Path, library: Library
) -> None:
    path.rename(path.with_name("moved.db"))
    assert library.close() == path
    assert decided(path) == list(range(1, N_ALL + 1))


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    os.truncate(path, 150_000)


def cut_in_its_header(path: Path) -> None:
    os.truncate(path, 60)


def zeroed(path: Path) -> None:
    n = path.stat().st_size
    with path.open("rb+") as file:
        file.write(bytes(n))


def overwritten_by_text(path: Path) -> None:
    path.write_text("These are no songs.\n" * 2000)


@pytest.mark.parametrize("fault", [emptied, cut, cut_in_its_header, zeroed, overwritten_by_text])
def test_a_file_spoiled_in_its_place_keeps_its_log_and_its_mark_and_is_repaired(
    path: Path, library: Library, fault: Fault
) -> None:
    mark = read_mark(path)
    fault(path)
    for step in (lambda: judge(library, range(20, 21)), library.undo):
        with pytest.raises(LibrarySpoiled):
            step()
    assert library.close() is None
    assert read_mark(path) == mark
    assert "library.db-wal" in names(path)
    found = repair(path)
    assert found.n_decisions + found.loss.n_lost >= N_ALL
    assert found.n_decisions == N_ALL  # of so few songs the log has all pages with decisions
    assert find_faults(path) == []
    assert decided(path) == list(range(1, N_ALL + 1))


def no_library(path: Path) -> None:
    path.unlink()
    path.write_text("These are no songs.\n" * 2000)


def empty_file(path: Path) -> None:
    path.unlink()
    path.touch()


def half_a_library(path: Path) -> None:
    half = path.with_name("half.part")
    half.write_bytes(path.read_bytes()[:100_000])
    os.replace(half, path)


@pytest.mark.parametrize("fault", [no_library, empty_file, half_a_library])
def test_what_is_no_whole_library_does_not_take_an_open_ones_place(
    path: Path, library: Library, fault: Fault
) -> None:
    fault(path)
    with pytest.raises(LibrarySpoiled):
        judge(library, range(20, 21))
    assert library.close() == path
    assert ("library-damaged-1.db" in names(path)) == (fault is not empty_file)
    assert find_faults(path) == []
    assert decided(path) == list(range(1, N_ALL + 1))


def read_only(path: Path) -> None:
    path.chmod(0o444)


def without_its_log(path: Path) -> None:
    path.with_name("library.db-wal").unlink()


def without_its_index(path: Path) -> None:
    path.with_name("library.db-shm").unlink()


@pytest.mark.parametrize("fault", [read_only, without_its_log, without_its_index])
def test_what_sqlite_holds_open_all_the_same_is_no_obstacle(
    path: Path, library: Library, fault: Fault
) -> None:
    fault(path)
    judge(library, range(N_ALL + 1, N_ALL + 2))
    assert library.close() is None
    path.chmod(0o644)
    assert decided(path) == list(range(1, N_ALL + 2))


def test_an_older_copy_written_into_the_file_leaves_what_was_decided_later_beside_it(
    path: Path,
) -> None:
    older = path.with_name("older.db")
    shutil.copyfile(path, older)
    with Library.open(path) as library:
        judge(library, range(N_CLOSED + 1, N_ALL - 3))
    library = Library.open(path)
    judge(library, range(N_ALL - 3, N_ALL + 1))
    shutil.copyfile(older, path)
    kept = library.close()
    assert decided(path) == list(range(1, N_CLOSED + 1))
    assert kept is not None
    with Library.open(kept) as library:
        n_kept = len(library.songs.rows(library.songs.all_ids()))
        n_lost = sum(loss.n_lost for loss in library.losses.list())
    assert n_kept + n_lost >= N_ALL
    assert decided(kept)[-4:] == list(range(N_ALL - 3, N_ALL + 1))


def test_a_cut_of_a_large_library_counts_what_is_lost_and_names_it(path: Path) -> None:
    with Library.open(path) as library:
        for tag in library.codebook.tags()[:40]:
            library.do(*(Judge(song, tag.id, State.NO) for song in range(1, 31)))
    library = Library.open(path)
    n_before = int(library.database.value("SELECT count(*) FROM annotations"))
    judge(library, range(N_CLOSED + 1, N_ALL + 1))
    os.truncate(path, 12_288)
    assert library.close() is None
    found = repair(path)
    assert found.loss
    assert found.n_decisions + found.loss.n_lost >= n_before


def restored(path: Path, copy: Path) -> tuple[RestoreResult, list[int]]:
    result = restore_backup(path, copy)
    assert find_faults(path) == []
    return result, decided(path)


def crashed(path: Path) -> None:
    """Leave file, log and mark as a killed process does, then delete the file."""
    library = Library.open(path)
    judge(library, range(N_CLOSED + 1, N_ALL + 1))
    beside = {ending: path.with_name(path.name + ending) for ending in ("-wal", "-mark")}
    kept = {ending: file.read_bytes() for ending, file in beside.items()}
    library.close()
    path.unlink()
    for ending, file in beside.items():
        file.write_bytes(kept[ending])


def test_restoring_the_newest_copy_goes_on_with_the_log_of_a_deleted_library(path: Path) -> None:
    copy = backup_beside(path, "by-hand")
    assert copy is not None
    crashed(path)
    result, songs = restored(path, copy.path)
    assert songs == list(range(1, N_ALL + 1))
    assert (result.with_log, result.loss.n_commits, result.loss.n_lost) == (True, 0, 0)


def test_restoring_without_the_log_tells_what_is_missing(path: Path) -> None:
    copy = backup_beside(path, "by-hand")
    assert copy is not None
    crashed(path)
    path.with_name("library.db-wal").unlink()
    result, songs = restored(path, copy.path)
    assert songs == list(range(1, N_CLOSED + 1))
    assert result.loss.n_commits == N_ALL - N_CLOSED
    with Library.open(path) as library:
        assert [loss.n_commits for loss in library.losses.list()] == [N_ALL - N_CLOSED]


def test_an_older_copy_is_restored_as_it_is_and_the_log_is_kept_and_told(path: Path) -> None:
    older = backup_beside(path, "by-hand")
    with Library.open(path) as library:
        judge(library, range(20, 22))
    backup_beside(path, "by-hand")
    crashed(path)
    assert older is not None
    result, songs = restored(path, older.path)
    assert songs == list(range(1, N_CLOSED + 1))
    assert result.log == path.with_name("library.db-wal.orphan")
    assert result.loss.n_commits == 2 + N_ALL - N_CLOSED


def test_an_older_copy_of_a_library_that_is_there_is_no_loss(path: Path) -> None:
    copy = backup_beside(path, "by-hand")
    with Library.open(path) as library:
        judge(library, range(20, 22))
    assert copy is not None
    result, songs = restored(path, copy.path)
    assert songs == list(range(1, N_CLOSED + 1))
    assert not result.loss
    assert result.former is not None


def test_a_log_of_a_history_that_was_left_behind_is_not_used(path: Path) -> None:
    copy = backup_beside(path, "by-hand")
    assert copy is not None
    crashed(path)
    log = path.with_name("library.db-wal").read_bytes()
    path.with_name("library.db-wal").unlink()
    restore_backup(path, copy.path)
    path.with_name("library.db-wal.orphan").write_bytes(log)
    with Library.open(path) as library:
        judge(library, range(25, 27))
    newer = backup_beside(path, "by-hand")
    cut(path)
    assert newer is not None
    assert repair(path).n_decisions == N_CLOSED + 2
    path.unlink()
    assert restored(path, newer.path)[1] == [*range(1, N_CLOSED + 1), 25, 26]


def test_what_is_decided_after_the_log_was_deleted_is_in_the_file_at_once(
    path: Path, library: Library
) -> None:
    without_its_log(path)
    judge(library, range(N_ALL + 1, N_ALL + 3))
    killed = path.with_name("killed.db")
    shutil.copyfile(path, killed)
    assert decided(killed) == list(range(1, N_ALL + 3))
    library.close()


def cut_log(path: Path) -> None:
    os.truncate(path.with_name("library.db-wal"), 0)


def half_a_log(path: Path) -> None:
    log = path.with_name("library.db-wal")
    os.truncate(log, log.stat().st_size // 2)


def zeroed_log(path: Path) -> None:
    zeroed(path.with_name("library.db-wal"))


@pytest.mark.parametrize("fault", [cut_log, half_a_log, zeroed_log])
def test_a_log_spoiled_in_its_place_is_noticed_before_more_is_written(
    path: Path, library: Library, fault: Fault
) -> None:
    fault(path)
    for step in (lambda: judge(library, range(20, 21)), library.undo):
        with pytest.raises(LibrarySpoiled):
            step()
    if library.close() is None:  # not all pages had been read
        found = repair(path)
        assert found.n_decisions == N_ALL or found.loss.n_commits
    assert find_faults(path) == []
    with Library.open(path) as again:
        losses = again.losses.list()
        n_decisions = int(again.database.value("SELECT count(*) FROM annotations"))
    assert n_decisions == N_ALL or losses


def test_repairing_a_deleted_library_goes_on_with_its_log_from_the_newest_copy(path: Path) -> None:
    assert backup_beside(path, "by-hand") is not None
    crashed(path)
    found = repair(path)
    assert (found.outcome, found.n_decisions, found.loss.n_commits) == ("saved", N_ALL, 0)
    assert decided(path) == list(range(1, N_ALL + 1))
