"""Links that lead nowhere, folders that are closed, disks that cannot be written: told in words,
by doctor, opening, restoring and repairing; nothing is made, written or waited for there.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.cli import main
from core.errors import LibraryError, LibraryMissing
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.backup import backup_beside
from core.library.recovery.repair import repair
from core.library.recovery.restoring import restore_backup
from core.library.store import Library
from core.paths import folders
from tests.support.permissions import bound_verb
from tests.support.small_songs import library_with, tag_id, write_tone

bound = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="rights are Linux's here")


def link_to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(path.parent / target)


def link_to_folder(path: Path) -> None:
    (path.parent / "folder").mkdir()
    path.symlink_to("folder")


def link_to_pipe(path: Path) -> None:
    os.mkfifo(path.parent / "pipe")
    path.symlink_to("pipe")


def loop_of_links(path: Path) -> None:
    path.symlink_to("other")
    (path.parent / "other").symlink_to(path)


def empty_file(path: Path) -> None:
    path.touch()


def cut_header(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0\x10\0")


def other_file(path: Path) -> None:
    path.write_text("Dear diary, " * 50)


VERBS = (["doctor"], ["songs", "kick"])
SPOILS = [
    link_to("unplugged/library.db"), link_to("gone.db"), link_to("library.db"), link_to_folder,
    link_to_pipe, loop_of_links, empty_file, cut_header, other_file,
]  # fmt: skip


@pytest.mark.parametrize("make", SPOILS)
def test_what_can_be_no_library_is_a_problem_in_words_and_stays_as_it_is(
    tmp_path: Path, make: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "place" / "library.db"
    path.parent.mkdir()
    make(path)
    before = sorted((file.name, file.lstat().st_mode) for file in path.parent.iterdir())
    for words in (["doctor"], ["doctor", "--repair"], ["songs"], ["tag", "1", "+kick"]):
        assert main(["--library", str(path), *words]) == 1
        printed = "".join(capsys.readouterr())
        assert "Traceback" not in printed
        assert "All is well" not in printed
        assert path.name in printed
    assert main(["--library", str(path), "restore"]) == 1
    for read_only in (False, True):
        with pytest.raises(LibraryError) as caught:
            Library.open(path, read_only=read_only)
        assert caught.value.remedy
    after = sorted(
        (file.name, file.lstat().st_mode)
        for file in path.parent.iterdir()
        if not file.name.endswith("-lock")
    )
    assert after == before


@pytest.fixture
def judged(tmp_path: Path) -> Iterator[Path]:
    """A library with a decision, alone in its folder, whose rights are given back at the end."""
    path = tmp_path / "place" / "library.db"
    path.parent.mkdir()
    with library_with(path, 3) as library:
        library.do(Judge(1, tag_id(library, "kick"), State.YES))
    yield path
    path.parent.chmod(0o700)


@bound
def test_a_closed_folder_is_told_by_every_verb(judged: Path) -> None:
    judged.parent.chmod(0o600)
    for words in (["doctor"], ["doctor", "--repair"], ["songs"], ["restore"], ["restore", "1"]):
        code, printed = bound_verb("--library", str(judged), *words)
        assert code == 1
        assert f"The folder {judged.parent} may not be opened by you" in printed
        assert "All is well" not in printed


@bound
def test_a_file_that_may_not_be_read_is_no_damaged_one(judged: Path) -> None:
    judged.chmod(0o000)
    for words in (["doctor"], ["doctor", "--repair"], ["songs"]):
        code, printed = bound_verb("--library", str(judged), *words)
        assert code == 1
        assert "cannot be read" in printed
        assert "damaged" not in printed
    judged.chmod(0o600)
    with Library.open(judged) as library:
        assert len(library.annotations.of_song(1)) == 1


@bound
def test_a_library_in_a_folder_that_cannot_be_written_is_whole_and_is_read(judged: Path) -> None:
    judged.parent.chmod(0o500)
    code, printed = bound_verb("--library", str(judged), "doctor")
    assert code == 0
    assert "3 songs, whole" in printed
    assert "cannot be written where it is" in printed
    code, printed = bound_verb("--library", str(judged), "songs", "kick")
    assert code == 0
    assert "song 1" in printed.lower()
    code, printed = bound_verb("--library", str(judged), "tag", "2", "+kick")
    assert code == 1
    assert "cannot be written" in printed
    code, printed = bound_verb("--library", str(judged), "doctor", "--repair")
    assert code == 0
    assert "whole, nothing to mend" in printed
    assert "cannot be written where it is" in printed


@bound
def test_a_log_that_cannot_be_read_where_nothing_can_be_written_is_told(
    judged: Path, tmp_path: Path
) -> None:
    carried = tmp_path / "carried"
    carried.mkdir()
    with Library.open(judged) as library:
        library.do(Judge(2, tag_id(library, "kick"), State.YES))
        for ending in ("", "-wal"):
            shutil.copyfile(f"{judged}{ending}", f"{carried / judged.name}{ending}")
    carried.chmod(0o500)
    told = [bound_verb("--library", str(carried / judged.name), *words) for words in VERBS]
    carried.chmod(0o700)
    for code, printed in told:
        assert code == 1
        assert "are in its log library.db-wal, which cannot be read" in printed


def test_a_link_whose_library_was_deleted_has_its_copies_offered_and_keeps_leading_there(
    tmp_path: Path,
) -> None:
    path, real = tmp_path / "library.db", tmp_path / "elsewhere" / "real.db"
    real.parent.mkdir()
    library_with(real, 2).close()
    path.symlink_to(real)
    copy = backup_beside(path, "by-hand")
    assert copy is not None
    real.unlink()
    with pytest.raises(LibraryMissing):
        Library.open(path)
    assert not real.exists()
    assert repair(path).outcome == "restored"
    assert path.is_symlink()
    real.unlink()
    restore_backup(path, copy.path)
    with Library.open(path) as library:
        assert library.songs.count() == 2
    assert real.is_file()
    real.unlink()
    Library.open(path, begin_anew=True).close()
    assert real.is_file()


@pytest.mark.parametrize("make", [empty_file, other_file])
def test_what_is_no_library_takes_no_librarys_place(
    judged: Path, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "copy.db")
    with pytest.raises(LibraryError, match=r"copy\.db"):
        restore_backup(judged, tmp_path / "copy.db")
    with Library.open(judged) as library:
        assert len(library.annotations.of_song(1)) == 1


def closed_models(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o500)


def closed_unreadable_models(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o000)


def models_that_are_a_file(folder: Path) -> None:
    folder.touch()


@bound
@pytest.mark.parametrize("spoil", [closed_models, closed_unreadable_models, models_that_are_a_file])
def test_the_starter_predicts_without_a_models_folder_and_without_a_cache(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    path, cache = tmp_path / "place" / "library.db", folders().cache
    sound = write_tone(tmp_path / "tone.wav", seconds=5.0)
    cache.mkdir(parents=True)
    cache.chmod(0o500)
    path.parent.mkdir()
    spoil(path.parent / "models")
    code, printed = bound_verb("--library", str(path), "import", str(sound))
    assert code == 0, printed
    for words in (["predict", "1"], ["predict", str(sound)], ["models", "list"]):
        code, printed = bound_verb("--library", str(path), *words)
        assert code == 0, printed
        assert "no model" not in printed.lower()
    (path.parent / "models").chmod(0o700)
    cache.chmod(0o700)
    if (path.parent / "models").is_dir():
        code, printed = bound_verb("--library", str(path), "models", "list")
        assert code == 0, printed
        assert list((path.parent / "models").glob("starter-*.safetensors"))


@bound
def test_a_library_carried_without_its_models_to_a_disk_that_cannot_be_written_predicts(
    tmp_path: Path,
) -> None:
    path, carried = tmp_path / "library.db", tmp_path / "carried"
    sound = write_tone(tmp_path / "tone.wav", seconds=5.0)
    assert main(["--library", str(path), "import", str(sound)]) == 0
    carried.mkdir()
    shutil.copyfile(path, carried / "library.db")
    carried.chmod(0o500)
    code, printed = bound_verb("--library", str(carried / "library.db"), "predict", "1")
    carried.chmod(0o700)
    assert code == 0, printed
