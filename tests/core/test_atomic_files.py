"""Files that are there whole or not at all, whatever happens while they are written."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.atomic_files import (
    PartialFile,
    atomic_write,
    clear_drafts,
    copy_file,
    draft_beside,
    draft_folder,
    partials_of,
    private_folder,
    replace_file,
    write_text,
)
from core.jobs import Cancelled

ROOT = Path(__file__).parents[2]
KILLED_BEFORE_THE_RENAME = """
import os, sys
from pathlib import Path
from core.atomic_files import atomic_write
with atomic_write(Path(sys.argv[1])) as partial:
    partial.write_text("half")
    os._exit(9)
"""
NO_ROOM = """
import resource, signal, sys
from pathlib import Path
from core.atomic_files import write_text
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_text(Path(sys.argv[1]), "x" * 100_000)
except OSError:
    sys.exit(3)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "labels.csv"
    path.write_text("as before")
    return path


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def run(script: str, path: Path) -> int:
    return subprocess.run(
        [sys.executable, "-c", script, str(path)], cwd=ROOT, timeout=60
    ).returncode


def write_and_raise(path: Path, error: Exception) -> None:
    with atomic_write(path, synced=True) as partial:
        partial.write_text("half")
        raise error


def prepare_and_cancel(folder: Path) -> None:
    with draft_folder(folder) as draft:
        (draft / "weights").write_bytes(b"half")
        raise Cancelled


def test_the_new_file_takes_the_old_ones_place_and_nothing_else_stays(path: Path) -> None:
    with atomic_write(path) as partial:
        partial.write_text("new")
        assert path.read_text() == "as before"
    assert path.read_text() == "new"
    assert names(path.parent) == [path.name]


@pytest.mark.parametrize("error", [OSError("no room"), ValueError("odd"), Cancelled()])
def test_an_error_or_a_cancel_leaves_the_old_file_and_no_partial_one(
    path: Path, error: Exception
) -> None:
    with pytest.raises(type(error)):
        write_and_raise(path, error)
    assert path.read_text() == "as before"
    assert names(path.parent) == [path.name]


def test_a_process_killed_before_the_rename_leaves_the_old_file(path: Path) -> None:
    assert run(KILLED_BEFORE_THE_RENAME, path) == 9
    assert path.read_text() == "as before"
    (partial,) = partials_of(path)
    assert partial.read_text() == "half"
    assert partial.suffix == ".part"
    write_text(path, "new")  # what was left is in nobody's way
    assert path.read_text() == "new"


def test_a_file_that_finds_no_room_leaves_the_old_one_and_nothing_half_written(path: Path) -> None:
    assert run(NO_ROOM, path) == 3
    assert path.read_text() == "as before"
    assert names(path.parent) == [path.name]


def test_a_path_that_cannot_be_written_is_an_os_error_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError):  # noqa: PT011 - each system has its own
        write_text(tmp_path / "folder", "a folder has this name")
    with pytest.raises(OSError):  # noqa: PT011
        write_text(tmp_path / "file" / "inside.txt", "a file is no folder")
    with pytest.raises(FileNotFoundError):
        copy_file(tmp_path / "absent", tmp_path / "copy")
    assert names(tmp_path) == ["file", "folder"]


def test_leftovers_of_one_file_are_told_from_those_of_its_neighbours(tmp_path: Path) -> None:
    leftovers = [
        "library.db.part",
        "library.db.41.part",
        "library.db.0a1b2c-41.part",
        "library.db.0a1b2c-41.part-journal",
    ]
    neighbours = [
        "library.db",
        "library.db-wal",
        "library.db.party",
        "other.db.part",
        "my.library.db.part",
    ]
    for name in (*leftovers, *neighbours):
        (tmp_path / name).touch()
    found = partials_of(tmp_path / "library.db")
    assert sorted(file.name for file in found) == sorted(leftovers)


def test_a_name_as_long_as_a_disk_has_it_is_written_and_its_leftovers_are_found(
    tmp_path: Path,
) -> None:
    path = tmp_path / ("ö" * 125 + ".json")
    write_text(path, "whole")
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    with draft_beside(path) as draft:
        draft.touch()
        assert partials_of(path) == [draft]
        assert clear_drafts([path]) == 1


def test_shared_files_get_the_same_rights_as_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("x")
    copy_file(tmp_path / "plain", tmp_path / "copy", synced=True, shared=True)
    modes = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_draft_folder_is_made_with_its_parents_and_gone_afterwards(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "models"
    with draft_folder(folder) as draft:
        (draft / "weights").write_bytes(b"numbers")
        (draft / "card").write_bytes(b"{}")
        replace_file(draft / "weights", folder / "weights", synced=True)
    assert names(folder) == ["weights"]
    with pytest.raises(Cancelled):
        prepare_and_cancel(folder)
    assert names(folder) == ["weights"]


def test_a_partial_file_gets_its_path_last_or_is_deleted(tmp_path: Path) -> None:
    growing = PartialFile(tmp_path)
    growing.file.write(b"rows")
    growing.close_as(tmp_path / "deeper" / "array.npy")
    growing.discard()
    assert (tmp_path / "deeper" / "array.npy").read_bytes() == b"rows"
    dropped = PartialFile(tmp_path)
    dropped.file.write(b"rows")
    dropped.discard()
    assert names(tmp_path) == ["deeper"]


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o377])
def test_what_is_private_is_its_owners_alone_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    former = os.umask(umask)
    try:
        folder = tmp_path / "a" / "b"
        private_folder(folder)
        write_text(folder / "new.txt", "x")
        (folder / "old.txt").write_text("y")
        (folder / "old.txt").chmod(0o664)
        write_text(folder / "old.txt", "z")
        with draft_folder(folder) as draft:
            (draft / "w").write_bytes(b"w")
            replace_file(draft / "w", folder / "draft.bin")
        copy_file(folder / "new.txt", folder / "shared.txt", shared=True)
    finally:
        os.umask(former)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes["new.txt"] == modes["draft.bin"] == 0o600
    assert modes["old.txt"] == 0o664, "what its owner shares stays shared"
    assert modes["shared.txt"] == 0o666 & ~umask
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700


def test_a_link_stays_a_link_and_what_it_leads_to_is_replaced(path: Path, tmp_path: Path) -> None:
    link, nowhere = tmp_path / "link.csv", tmp_path / "new.csv"
    link.symlink_to(path)
    write_text(link, "as now")
    assert link.is_symlink()
    assert path.read_text() == "as now"
    link.unlink()
    link.symlink_to(nowhere)
    write_text(link, "new")
    assert link.is_symlink()
    assert nowhere.read_text() == "new"


def test_a_pipe_is_written_into_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_text)
        write_text(pipe, "through")
        assert read.result() == "through"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="open streams have no names here")
def test_an_open_stream_that_a_shell_led_into_a_file_is_written_behind(tmp_path: Path) -> None:
    led_to = tmp_path / "answer.txt"
    with led_to.open("wb") as stream:
        stream.write(b"before, ")
        stream.flush()
        write_text(Path(f"/dev/fd/{stream.fileno()}"), "behind")
        assert os.stat(led_to).st_ino == os.fstat(stream.fileno()).st_ino
    assert led_to.read_text() == "before, behind"
    assert list(tmp_path.iterdir()) == [led_to]
