"""A file in a watched folder is taken once it is there in whole, however long its copy stalls."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
import soundfile

from core.audio.file_stats import FileStats, KnownFile
from core.demo import RATE_HZ, short_song
from core.library.records import FailedImport
from core.library.scan.scan_records import NewFiles, WaitingFile
from core.library.scan.watched import PATIENCE_S, files_by_path, find_new_files
from core.library.store import Library
from tests.support.small_songs import new_song

SOUND = short_song(1, "house", 6.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "recordings" / "monday").mkdir(parents=True)
    return tmp_path / "recordings"


def write(path: Path) -> bytes:
    soundfile.write(path, SOUND, RATE_HZ)
    return path.read_bytes()


class Looks:
    """Looks at a folder one after the other, so many seconds after the file was written."""

    def __init__(self, folder: Path, known: Mapping[str, KnownFile] | None = None) -> None:
        self.folder, self.known, self.waiting = folder, known or {}, dict[str, WaitingFile]()

    def after(self, path: Path, seconds: float, failed: tuple[FailedImport, ...] = ()) -> NewFiles:
        now_s = path.stat().st_ctime + seconds
        new = find_new_files([self.folder], self.known, self.waiting, now_s, failed)
        self.waiting = new.waiting
        return new


@pytest.mark.parametrize("suffix", ["wav", "flac", "ogg", "mp3", "aiff", "caf", "au", "w64"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_stalled_copy_is_not_taken_for_a_song(folder: Path, suffix: str, share: float) -> None:
    path = folder / f"copied.{suffix}"
    data = write(path)
    path.write_bytes(data[: round(len(data) * share)])
    looks = Looks(folder)
    for seconds in (0.0, 2.0, 60.0, 300.0):
        assert looks.after(path, seconds).ready == ()
    path.write_bytes(data)
    assert looks.after(path, 0.0).ready == ()  # it has just grown
    assert looks.after(path, 2.0).ready == (path,)


def test_a_file_whose_length_was_set_before_its_content_is_not_taken(folder: Path) -> None:
    path = folder / "reserved.wav"
    data = write(path)
    path.write_bytes(data[:20_000].ljust(len(data), b"\0"))
    looks = Looks(folder)
    assert [looks.after(path, seconds).ready for seconds in (0, 2, 300)] == [(), (), ()]


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="only Linux tells who writes")
def test_a_file_that_somebody_still_writes_is_not_taken(folder: Path) -> None:
    path = folder / "recorded.wav"
    write(path)
    looks = Looks(folder)
    with path.open("ab"):
        for seconds in (0.0, 2.0, 300.0, 2 * PATIENCE_S):
            assert looks.after(path, seconds).ready == ()
    assert looks.after(path, 2 * PATIENCE_S + 1).ready == (path,)


def test_an_incomplete_file_is_taken_once_it_was_left_alone_for_long(folder: Path) -> None:
    path = folder / "damaged.wav"
    path.write_bytes(write(path)[:-1000])
    looks = Looks(folder)
    assert looks.after(path, PATIENCE_S - 1).ready == ()
    assert looks.after(path, PATIENCE_S + 1).ready == (path,)


def test_files_that_were_there_long_ago_are_taken_at_once(folder: Path) -> None:
    path = folder / "monday" / "old.flac"
    write(path)
    look = Looks(folder).after(path, PATIENCE_S + 1)
    assert look.ready == (path,)
    assert look.folders == (folder, folder / "monday")


def test_a_clock_that_is_wrong_keeps_no_file_waiting_for_ever(folder: Path) -> None:
    path = folder / "future.mp3"
    path.write_bytes(write(path)[:-1000])
    os.utime(path, (4e9, 4e9))
    looks = Looks(folder)
    assert looks.after(path, 0.0).ready == ()
    assert looks.after(path, PATIENCE_S).ready == (path,)


def test_a_known_file_that_has_grown_is_looked_at_again(folder: Path) -> None:
    path = folder / "grown.wav"
    data = write(path)
    path.write_bytes(data[:30_000])
    stats = FileStats.read(path)
    assert stats is not None
    looks = Looks(folder, {str(path): KnownFile(stats)})
    assert looks.after(path, PATIENCE_S).ready == ()
    path.write_bytes(data)
    looks.after(path, 0.0)
    assert looks.after(path, 2.0).ready == (path,)


def test_a_known_file_replaced_with_its_time_kept_is_looked_at_again(folder: Path) -> None:
    path = folder / "replaced.wav"
    write(path)
    stats = FileStats.read(path)
    assert stats is not None
    looks = Looks(folder, {str(path): KnownFile(stats)})
    soundfile.write(path, SOUND[::-1], RATE_HZ)
    os.utime(path, (stats.mtime_s, stats.mtime_s))
    looks.after(path, 0.0)
    assert looks.after(path, 2.0).ready == (path,)


def test_a_file_that_failed_is_tried_again_once_it_was_touched(
    folder: Path, tmp_path: Path
) -> None:
    path = folder / "failed.flac"
    data = write(path)
    with Library.open(tmp_path / "library.db") as library:
        library.songs.record_failures([(path, "no sound", "")])
        failed = tuple(library.songs.failures())
    looks = Looks(folder)
    assert looks.after(path, PATIENCE_S, failed).ready == ()
    path.write_bytes(data)
    os.utime(path, (1e9, 1e9))  # copied with the time of its source
    assert looks.after(path, PATIENCE_S, failed).ready == (path,)


def test_songs_that_are_missing_are_not_known_files(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        for number in (1, 2):
            library.songs.add(new_song(number, tmp_path))
        library.songs.mark_missing(1)
        files = files_by_path(library.songs.locations())
    assert list(files) == [str(tmp_path / "song-2.flac")]


def test_a_watched_folder_that_does_not_exist_is_no_error(tmp_path: Path) -> None:
    assert find_new_files([tmp_path / "unplugged"], {}, {}, 0.0).ready == ()


def test_watching_does_not_leave_the_folder(folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "outside.wav")
    (folder / "z:").symlink_to("/")
    (folder / "up").symlink_to("..")
    look = Looks(folder).after(tmp_path / "outside.wav", PATIENCE_S + 1)
    assert (look.ready, look.folders) == ((), (folder, folder / "monday"))
    assert len(look.links) == 2
