"""The lock of a library's only writer: who is kept out, and when it is free again."""

from __future__ import annotations

import errno
import os
import sys
import threading
from pathlib import Path

import pytest

from core.errors import LibraryUnwritable
from core.library.db.lock import LibraryBusy, WriterLock


def test_a_second_lock_is_refused_in_any_thread_until_the_first_is_released(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    first = WriterLock(library)
    with pytest.raises(LibraryBusy, match="open in another RhythmCap"):
        WriterLock(library)
    thread = threading.Thread(target=first.release)  # a job may close what the window opened
    thread.start()
    thread.join()
    first.release()
    WriterLock(library).release()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_child_neither_frees_nor_keeps_the_lock(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    lock = WriterLock(library)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            WriterLock(library)
            os.write(writer, b"taken")
        except LibraryBusy:
            os.write(writer, b"refused")
        threading.Event().wait(60)
        os._exit(0)
    assert os.read(reader, 10) == b"refused"
    lock.release()
    again = WriterLock(library)  # while the child lives
    os.kill(child, 9)
    os.waitpid(child, 0)
    with pytest.raises(LibraryBusy):
        WriterLock(library)
    again.release()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks every drive")
@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_drive_without_locks_is_left_to_sqlite(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    import fcntl

    def unsupported(_file: int, _operation: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", unsupported)
    lock = WriterLock(tmp_path / "library.db")
    lock.release()
    lock.release()


def test_a_folder_that_cannot_be_written_is_named_and_none_is_made(tmp_path: Path) -> None:
    (tmp_path / "library.db-lock").mkdir()  # not even root can write this
    missing = tmp_path / "unplugged"
    for library in (tmp_path / "library.db", missing / "library.db"):
        with pytest.raises(LibraryUnwritable, match="cannot be written") as caught:
            WriterLock(library)
        assert caught.value.remedy
        assert caught.value.path == library
    assert not missing.exists()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no such file system here")
def test_a_file_system_that_takes_no_files_is_not_called_busy() -> None:
    with pytest.raises(LibraryUnwritable):
        WriterLock(Path("/proc/library.db"))
