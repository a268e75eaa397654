"""What a library holds that can be kept nowhere is counted, saved elsewhere, and told of later."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from core.cli import main
from core.errors import LibraryError, LibraryMissing
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.backup import backup_beside, list_backups
from core.library.recovery.closing_notes import take_notes
from core.library.recovery.held import count_only_held, save_held
from core.library.recovery.repair import find_faults
from core.library.store import Library
from core.paths import folders
from tests.support.small_songs import library_with, tag_id

N_DECISIONS = 5


@pytest.fixture(autouse=True)
def shared_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files that all users share."""
    folder = tmp_path / "shared"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An open library with some decisions, its folder deleted, and no copy of it."""
    path = tmp_path / "folder" / "library.db"
    path.parent.mkdir()
    library = library_with(path, 8)
    judge(library, range(1, N_DECISIONS + 1))
    shutil.rmtree(path.parent)
    return library


def judge(library: Library, songs: range) -> None:
    kick = tag_id(library, "kick")
    for song in songs:
        library.do(Judge(song, kick, State.YES))


def close_to_files(folder: Path) -> None:
    """Put a file where a folder would be made."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("no folder")


def n_decisions(path: Path) -> int:
    with Library.open(path) as library:
        return int(library.database.value("SELECT count(*) FROM annotations"))


def test_where_nobody_can_be_asked_a_fallback_folder_keeps_it_and_it_is_found_there(
    library: Library,
) -> None:
    close_to_files(folders().backups)
    with pytest.raises(LibraryError):
        library.close()
    kept = library.close(anywhere=True)
    assert kept is not None
    assert kept.parent == folders().logs / "copies"
    assert [copy.path for copy in list_backups(library.path)] == [kept]
    library.path.parent.mkdir()
    with pytest.raises(LibraryMissing):
        Library.open(library.path)
    assert find_faults(kept) == []
    assert n_decisions(kept) == N_DECISIONS


def test_the_last_fallback_is_a_folder_of_ones_own_among_the_temporary_files(
    library: Library, shared_folder: Path
) -> None:
    close_to_files(folders().backups)
    close_to_files(folders().logs)
    own = folders().fallback_backups[-1]
    stranger = shared_folder / "stranger"
    stranger.mkdir()
    own.symlink_to(stranger)
    with pytest.raises(LibraryError):
        library.close(anywhere=True)
    own.unlink()
    kept = library.close(anywhere=True)
    assert kept is not None
    assert kept.parent == own
    assert (own.stat().st_mode & 0o777, kept.stat().st_mode & 0o777) == (0o700, 0o600)


def test_what_would_be_lost_is_counted_and_can_be_saved_elsewhere(
    library: Library, tmp_path: Path
) -> None:
    assert count_only_held(library.database) == N_DECISIONS
    save_held(library.database, tmp_path / "saved.db")
    library.discard()
    assert n_decisions(tmp_path / "saved.db") == N_DECISIONS
    assert list_backups(library.path) == ()


def test_what_the_newest_copy_has_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    library = library_with(path, 8)
    judge(library, range(1, 4))
    backup_beside(path, "daily")
    judge(library, range(4, 6))
    assert count_only_held(library.database) == 2
    library.close()


@pytest.mark.parametrize("kept_as", ["library-replaced-1.db", "library.db"])
def test_what_was_kept_as_it_was_closed_is_told_once_by_the_next_verb(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kept_as: str
) -> None:
    path = tmp_path / "library.db"
    with library_with(path, 3) as library:
        judge(library, range(1, 3))
        if kept_as != path.name:
            shutil.copyfile(path, tmp_path / "other.db")
            os.replace(tmp_path / "other.db", path)
        else:
            path.unlink()
    for is_first in (True, False):
        assert main(["songs", "--library", str(path)]) == 0
        told = capsys.readouterr().err
        assert ("was closed last" in told) == is_first
        assert not is_first or kept_as in told
    assert take_notes(path) == []
