"""Files are read by processes of their own; one that fails is one line in a list."""

from __future__ import annotations

import os
import shutil
import threading
import time
from pathlib import Path

import pytest

from core.features.analyse import SongAnalysis, load_picture
from core.features.cache import CacheError, FeatureCache
from core.features.recipe import RECIPES
from core.jobs import Cancelled
from core.library.edits.edits import Judge, RemoveSongs
from core.library.records import State
from core.library.scan.importer import ImportResult, import_songs, store_scanned
from core.library.scan.scan_records import Failure, ScanOptions, Unchanged
from core.library.scan.scanning import scan
from core.library.scan.worker_pool import STOP_TIMEOUT_S
from core.library.store import Library
from core.messages import Message
from tests.support.scan_in_process import scan_in_process
from tests.support.small_songs import tag_id, write_tone

# A decoder that misbehaves as the name of the file says.
ODD_DECODER = """
import ctypes, os, time
from core.errors import AudioError
from core.features.analyse import analyse_song
from core.features.cache import CacheError

def analyse(path, cache, recipes, job):
    if "crash" in path.name:
        ctypes.string_at(0)
    if "quit" in path.name:
        os._exit(3)
    if "hang" in path.name:
        time.sleep(3600)
    if "slow" in path.name:
        for _ in range(24):
            time.sleep(0.25)
            job.check()
    if "odd" in path.name:
        raise ZeroDivisionError("nobody thought of this")
    if "full" in path.name:
        raise CacheError("features.cache_unwritable")
    return analyse_song(path, cache, recipes, job)
"""


@pytest.fixture
def music(tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    (folder / "deeper").mkdir(parents=True)
    for number, name in enumerate(("a.wav", "b.flac", "deeper/c.ogg")):
        write_tone(folder / name, 220.0 * (number + 1))
    return folder


@pytest.fixture
def odd_decoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ScanOptions:
    folder = tmp_path / "decoders"
    folder.mkdir()
    (folder / "odd_decoder.py").write_text(ODD_DECODER)
    monkeypatch.syspath_prepend(str(folder))
    return ScanOptions(2, timeout_s=2.0, timeout_mb=0.006, analyse="odd_decoder:analyse")


def write_hanging(path: Path) -> Path:
    """Write the file of which nothing is heard any more: empty, so that it has the least time.

    Files with a sound have much more, so that a busy computer does not make them hang, too.
    """
    path.touch()
    return path


def import_here(library: Library, paths: list[Path], cache: FeatureCache) -> ImportResult:
    """Import in this process, file by file."""
    seen: list[SongAnalysis | Failure | Unchanged] = []
    scan_in_process(paths, cache, on_scanned=seen.append)
    return store_scanned(library, seen)


class CancelledAt:
    """A job that is cancelled when n files are done."""

    def __init__(self, n_files: int) -> None:
        self.n_files, self.done, self.cancelled_s = n_files, 0.0, 0.0

    def report(self, done: float, total: float, what: str = "") -> None:
        del total, what
        self.done = done

    def check(self) -> None:
        if self.done >= self.n_files:
            self.cancelled_s = self.cancelled_s or time.monotonic()
            raise Cancelled


def test_a_folder_is_imported_with_features_and_pictures(
    library: Library, music: Path, cache: FeatureCache
) -> None:
    result = import_songs(library, [music], cache)
    assert (len(result.added), result.already, result.failed) == (3, (), ())
    assert result.changes.library
    for row in library.songs.rows(library.songs.all_ids()):
        assert row.song.duration_s == pytest.approx(1.0, abs=0.05)
        assert row.song.rate_hz == 22_050
        assert cache.get(row.song.audio_hash, RECIPES["thesis"]) is not None
        assert load_picture(row.song.audio_hash, cache) is not None


def test_unchanged_files_are_not_read_again(
    library: Library, music: Path, cache: FeatureCache
) -> None:
    import_songs(library, [music], cache)
    seen: list[object] = []
    options = ScanOptions(known=library.songs.known_files())
    result = scan([music], cache, on_scanned=seen.append, options=options)
    assert (result.n_files, result.n_unchanged, result.n_analysed) == (3, 3, 0)
    assert all(isinstance(scanned, Unchanged) for scanned in seen)
    again = import_songs(library, [music], cache)
    assert (again.added, sorted(again.already)) == ((), [1, 2, 3])


def test_the_same_samples_in_two_files_are_one_song(
    library: Library, music: Path, cache: FeatureCache
) -> None:
    shutil.copy(music / "a.wav", music / "again.wav")
    result = import_here(library, [music / "a.wav", music / "again.wav"], cache)
    assert (len(result.added), len(result.already)) == (1, 1)


def test_a_moved_file_keeps_its_decisions(
    library: Library, music: Path, cache: FeatureCache
) -> None:
    (song_id,) = import_here(library, [music / "a.wav"], cache).added
    library.do(Judge(song_id, tag_id(library, "kick"), State.YES))
    moved = (music / "a.wav").rename(music / "deeper" / "moved.wav")
    result = import_here(library, [music], cache)
    assert song_id in result.already
    assert library.songs.get(song_id).path == moved  # type: ignore[union-attr]
    assert len(library.annotations.of_song(song_id)) == 1


def test_a_bad_file_is_a_failure_with_its_reason_and_the_import_goes_on(
    library: Library, music: Path, cache: FeatureCache
) -> None:
    (music / "broken.mp3").write_bytes(b"this is no sound")
    (music / "empty.wav").touch()
    absent = music / "gone.flac"
    result = import_songs(library, [music, absent], cache)
    assert len(result.added) == 3
    assert {failure.path.name for failure in result.failed} == {
        "broken.mp3", "empty.wav", "gone.flac",
    }  # fmt: skip
    assert all(failure.reason and failure.remedy for failure in result.failed)
    kept = {failed.path.name: failed.reason for failed in library.songs.failures()}
    assert kept == {failure.path.name: failure.reason for failure in result.failed}


def test_decoders_that_crash_quit_hang_or_raise_cost_only_their_file(
    music: Path, cache: FeatureCache, odd_decoder: ScanOptions
) -> None:
    for name in ("crash.wav", "quit.wav", "odd.wav"):
        write_tone(music / name, 100.0)
    write_tone(music / "slow.wav", 100.0, seconds=0.2)  # has 5 s, and signs of life for 6
    write_hanging(music / "hang.wav")
    seen: list[object] = []
    threads: set[int] = set()

    def on_scanned(result: object) -> None:
        threads.add(threading.get_ident())
        seen.append(result)

    result = scan([music], cache, on_scanned=on_scanned, options=odd_decoder)
    reasons = {failure.path.name: failure.reason for failure in result.failures}
    assert set(reasons) == {"crash.wav", "quit.wav", "hang.wav", "odd.wav"}
    assert "SIGSEGV" in reasons["crash.wav"]
    assert "standstill" in reasons["hang.wav"]
    assert "nobody thought of this" in reasons["odd.wav"]
    assert sum(isinstance(scanned, SongAnalysis) for scanned in seen) == 4  # and slow.wav
    assert (result.n_files, result.n_analysed, len(seen)) == (8, 4, 8)
    assert threads == {threading.get_ident()}


def test_a_cancel_takes_effect_at_once_even_while_a_decoder_hangs(
    music: Path, cache: FeatureCache, odd_decoder: ScanOptions
) -> None:
    write_hanging(music / "hang.wav")
    job = CancelledAt(3)
    with pytest.raises(Cancelled):
        scan([music], cache, job=job, options=odd_decoder)
    assert time.monotonic() - job.cancelled_s < STOP_TIMEOUT_S  # the decoder is not waited for
    import multiprocessing

    assert multiprocessing.active_children() == []


def test_no_process_is_left_behind(music: Path, cache: FeatureCache) -> None:
    import multiprocessing

    scan([music], cache, options=ScanOptions(n_workers=2))
    assert multiprocessing.active_children() == []


def test_a_full_disk_ends_the_import_with_its_cause(
    music: Path, cache: FeatureCache, odd_decoder: ScanOptions
) -> None:
    write_tone(music / "full.wav")
    with pytest.raises(CacheError) as caught:
        scan([music], cache, options=odd_decoder)
    assert caught.value.id == "features.cache_unwritable"
    assert caught.value.remedy.endswith("has room.")


def test_what_was_stored_before_a_cancel_stays(
    library: Library, music: Path, cache: FeatureCache
) -> None:
    write_tone(music / "d.wav", 880.0)  # two processes: after two or three files one is left
    with pytest.raises(Cancelled):
        import_songs(library, [music], cache, job=CancelledAt(2), options=ScanOptions(n_workers=2))
    assert library.songs.count() >= 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_file_that_never_answers_times_out(music: Path, cache: FeatureCache) -> None:
    os.mkfifo(music / "pipe.wav")
    options = ScanOptions(n_workers=1, timeout_s=1.0, timeout_mb=0.001)  # 45 s for a.wav
    result = scan([music / "pipe.wav", music / "a.wav"], cache, options=options)
    assert [failure.path.name for failure in result.failures] == ["pipe.wav"]
    assert result.n_analysed == 1


def test_what_is_wrong_with_a_file_is_told_of_its_song_until_it_is_read_whole(
    library: Library, music: Path, cache: FeatureCache
) -> None:
    whole = (music / "a.wav").read_bytes()
    (music / "a.wav").write_bytes(whole[:-2000])
    import_here(library, [music], cache)
    cut = library.songs.by_path(music / "a.wav")
    others = [library.songs.by_path(music / name) for name in ("b.flac", "deeper/c.ogg")]
    [remark] = library.remarks.of_song(cut.id)
    assert "bytes are missing" in remark
    assert isinstance(remark, Message)
    assert list(library.remarks.of_songs(library.songs.all_ids())) == [cut.id]
    library.remarks.store(cut.id, ())
    assert library.remarks.of_songs([cut.id, *(song.id for song in others)]) == {}


def test_a_remark_is_there_after_the_library_was_closed(
    tmp_path: Path, music: Path, cache: FeatureCache
) -> None:
    (music / "a.wav").write_bytes((music / "a.wav").read_bytes()[:-2000])
    with Library.open(tmp_path / "own.db") as library:
        import_here(library, [music], cache)
        song_id = library.songs.by_path(music / "a.wav").id
    with Library.open(tmp_path / "own.db", read_only=True) as library:
        assert "bytes are missing" in library.remarks.of_song(song_id)[0]


def scanned_of(music: Path, tmp_path: Path) -> list[SongAnalysis]:
    found = list[SongAnalysis]()
    scan_in_process([music], FeatureCache(tmp_path / "cache"), on_scanned=found.append)
    return found


def test_a_removed_song_comes_back_only_when_the_user_adds_it(
    music: Path, library: Library, tmp_path: Path
) -> None:
    found = scanned_of(music, tmp_path)
    store_scanned(library, found)
    (removed,) = library.songs.locations(0, 1)
    library.do(RemoveSongs((removed.song_id,)))
    assert library.removed.known_files() == {str(removed.path): removed.file}
    assert store_scanned(library, found, by_itself=True).added == ()
    assert library.songs.count() == 2
    assert library.removed.hold(removed.audio_hash)
    assert len(store_scanned(library, found).added) == 1
    assert library.songs.count() == 3
    assert library.removed.known_files() == {}


def test_undo_of_a_removal_forgets_it_although_the_file_has_moved(
    music: Path, library: Library, tmp_path: Path
) -> None:
    store_scanned(library, scanned_of(music, tmp_path))
    (removed,) = library.songs.locations(0, 1)
    library.do(RemoveSongs((removed.song_id,)))
    moved = removed.path.rename(removed.path.with_name("moved.wav"))
    store_scanned(library, scanned_of(music, tmp_path), by_itself=True)
    assert library.songs.count() == 2
    assert list(library.removed.known_files()) == [str(moved)]
    library.undo()
    assert library.songs.count() == 3
    assert not library.removed.hold(removed.audio_hash)
    library.redo()
    assert library.removed.hold(removed.audio_hash)
