"""Another sound under the same name is noticed, however it came there; no decision is lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import mutagen.flac
import numpy as np
import pytest
import soundfile

from core.demo import RATE_HZ, short_song
from core.errors import AudioError
from core.features.cache import FeatureCache
from core.features.prefetch import KnownSong, prefetch_log_mels
from core.features.recipe import RECIPES
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.scan.importer import ImportResult, store_scanned
from core.library.scan.relocate import check_files, store_file_check
from core.library.scan.scan_records import Replaced
from core.library.scan.scanning import Scanned
from core.library.store import Library
from tests.support.scan_in_process import scan_in_process
from tests.support.small_songs import library_with, tag_id, write_tone


@pytest.fixture
def song(tmp_path: Path) -> Path:
    (tmp_path / "music").mkdir()
    return write_tone(tmp_path / "music" / "song.wav", 220.0)


@pytest.fixture
def library(tmp_path: Path, song: Path, cache: FeatureCache) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 0) as opened:
        import_again(opened, song, cache)
        opened.do(Judge(1, tag_id(opened, "kick"), State.YES))
        yield opened


def import_again(library: Library, path: Path, cache: FeatureCache) -> ImportResult:
    found: list[Scanned] = []
    scan_in_process([path], cache, found.append, library.songs.known_files())
    return store_scanned(library, found)


def check(library: Library, cache: FeatureCache) -> ImportResult:
    """Do what a rescan does: look at the files, and read those that are others now."""
    result = check_files(library.songs.locations())
    store_file_check(library, result)
    return ImportResult.union([import_again(library, path, cache) for path in result.changed])


def keep_time(path: Path, change: Callable[[], object]) -> None:
    """Change a file and set its times to what they were before."""
    status = path.stat()
    change()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def by_atomic_rename(path: Path) -> None:
    new = write_tone(path.with_name("new.wav"), 330.0)
    status = path.stat()
    os.utime(new, ns=(status.st_atime_ns, status.st_mtime_ns))
    os.replace(new, path)


REPLACED = {
    "overwritten": lambda path: write_tone(path, 330.0),
    "overwritten, same time": lambda path: keep_time(path, lambda: write_tone(path, 330.0)),
    "longer, same time": lambda path: keep_time(path, lambda: write_tone(path, 330.0, 2.0)),
    "renamed over, same size and time": by_atomic_rename,
}


@pytest.mark.parametrize("replace", REPLACED.values(), ids=REPLACED)
def test_a_rescan_notices_another_sound_under_the_name(
    library: Library, song: Path, cache: FeatureCache, replace: Callable[[Path], object]
) -> None:
    replace(song)
    assert check(library, cache).replaced == (Replaced(1, 2, song),)
    old, new = library.songs.get(1), library.songs.get(2)
    assert old is not None
    assert new is not None
    assert (old.missing_since is None, new.missing_since) == (False, None)
    assert old.audio_hash != new.audio_hash
    assert (len(library.annotations.of_song(1)), library.annotations.of_song(2)) == (1, {})
    again = check(library, cache)  # and once is enough: the old song does not come back
    assert (again, library.songs.get(1), library.songs.get(2)) == (ImportResult(), old, new)


def test_the_song_comes_back_when_its_sound_does(
    library: Library, song: Path, cache: FeatureCache
) -> None:
    kept = shutil.copy(song, song.with_name("kept.bin"))
    write_tone(song, 330.0)
    check(library, cache)
    shutil.copy(kept, song)
    assert check(library, cache).replaced == (Replaced(2, 1, song),)
    assert library.songs.get(1).missing_since is None  # type: ignore[union-attr]
    assert library.songs.get(2).missing_since is not None  # type: ignore[union-attr]


def test_a_file_only_touched_or_tagged_stays_the_song(
    library: Library, tmp_path: Path, cache: FeatureCache
) -> None:
    flac = tmp_path / "music" / "tagged.flac"
    soundfile.write(flac, short_song(1, "house", 1.0), RATE_HZ)
    (song_id,) = import_again(library, flac, cache).added
    flac.chmod(0o600)
    result = check_files(library.songs.locations())
    assert (result.changed, [row[0] for row in result.touched]) == ((), [song_id])
    store_file_check(library, result)
    assert check_files(library.songs.locations()).touched == ()
    tags = mutagen.flac.FLAC(flac)
    tags["title"] = "Another title"
    tags.save(padding=lambda _info: 9_000)
    assert check_files(library.songs.locations()).changed == (flac,)
    assert check(library, cache).replaced == ()
    assert library.songs.get(song_id).missing_since is None  # type: ignore[union-attr]


def test_a_file_restored_or_moved_within_its_drive_is_not_read_again(
    library: Library, song: Path
) -> None:
    status = song.stat()
    shutil.copy(song, song.with_name("aside.bin"))
    song.unlink()
    song.with_name("aside.bin").rename(song)
    os.utime(song, ns=(status.st_atime_ns, status.st_mtime_ns))
    result = check_files(library.songs.locations())
    assert (result.changed, result.present) == ((), (1,))


def test_yesterdays_songs_are_known_by_size_and_time_until_they_are_looked_at(
    library: Library, song: Path, cache: FeatureCache
) -> None:
    library.database.write("UPDATE songs SET ctime_s = NULL, fingerprint = ''", ())
    assert check(library, cache).replaced == ()
    by_atomic_rename(song)
    assert check(library, cache).replaced == (Replaced(1, 2, song),)


def test_features_of_another_sound_are_never_kept_under_the_songs_name(
    library: Library, song: Path, tmp_path: Path
) -> None:
    known = library.songs.get(1)
    assert known is not None
    by_atomic_rename(song)
    empty = FeatureCache(tmp_path / "empty")
    wanted = [KnownSong(song, known.audio_hash, known.file_stats)]
    ((_, result),) = prefetch_log_mels(wanted, RECIPES["thesis"], empty)
    assert isinstance(result, AudioError)
    assert result.id == "features.other_sound"
    assert empty.get(known.audio_hash, RECIPES["thesis"]) is None


# -- half a song, and the rest of it -----------------------------------------------------------


def music(seconds: float, seed: int = 1) -> np.ndarray:
    return short_song(seed, "house", seconds)


def half_of(path: Path, share: float = 0.5) -> bytes:
    """Cut a file; return all of it."""
    data = path.read_bytes()
    path.write_bytes(data[: round(len(data) * share)])
    return data


@pytest.mark.parametrize("suffix", ["wav", "flac", "ogg", "mp3"])
def test_half_a_song_is_joined_to_the_whole_one_with_its_decisions(
    library: Library, tmp_path: Path, cache: FeatureCache, suffix: str
) -> None:
    path = tmp_path / "music" / f"copied.{suffix}"
    soundfile.write(path, music(12.0), RATE_HZ)
    data = half_of(path)
    (half,) = import_again(library, path, cache).added
    kick = tag_id(library, "kick")
    library.do(Judge(half, kick, State.NO))
    path.write_bytes(data)
    result = check(library, cache)
    (whole,) = result.added
    assert result.replaced == (Replaced(half, whole, path, whole=True),)
    assert library.songs.get(half) is None
    assert library.annotations.of_song(whole)[kick].state is State.NO
    assert library.songs.get(whole).duration_s > 9.0  # type: ignore[union-attr]
    assert check(library, cache) == ImportResult()
    library.undo()
    assert library.annotations.of_song(half)[kick].state is State.NO
    assert library.annotations.of_song(whole) == {}


def test_a_longer_song_that_begins_otherwise_is_another_one(
    library: Library, tmp_path: Path, cache: FeatureCache
) -> None:
    path = tmp_path / "music" / "other.wav"
    soundfile.write(path, music(4.0), RATE_HZ)
    (short,) = import_again(library, path, cache).added
    soundfile.write(path, music(8.0, seed=2), RATE_HZ)
    (replaced,) = check(library, cache).replaced
    assert (replaced.song_id, replaced.whole) == (short, False)
    assert library.songs.get(short).missing_since is not None  # type: ignore[union-attr]
