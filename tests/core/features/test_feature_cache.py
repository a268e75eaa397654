"""The cache forgets nothing it should keep, keeps nothing damaged, and bears being deleted."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.features.cache import MIX, CacheError, FeatureCache
from core.features.mfcc import mfcc
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel

THESIS = RECIPES["thesis"]
SONG = "0123456789abcdef"


@pytest.fixture
def cache(tmp_path: Path) -> FeatureCache:
    return FeatureCache(tmp_path / "features")


@pytest.fixture
def features() -> LogMel:
    values = np.random.default_rng(0).uniform(-23.03, 11.0, (96, 500)).astype(np.float32)
    return LogMel(values, THESIS, SONG)


def only_file(cache: FeatureCache) -> Path:
    (path,) = cache.folder.rglob("*.npy")
    return path


def test_features_come_back_within_half_precision(cache: FeatureCache, features: LogMel) -> None:
    cache.put(features)
    again = cache.get(SONG, THESIS)
    assert again is not None
    assert again.values.dtype == np.float32
    assert again.values.flags.c_contiguous
    assert (again.recipe, again.audio_hash) == (THESIS, SONG)
    assert np.abs(again.values - features.values).max() <= 2**-7  # 0.008 nepers, 0.03 dB


def test_what_was_never_put_is_absent(cache: FeatureCache) -> None:
    assert cache.get(SONG, THESIS) is None
    assert cache.get_array(SONG, "display", any_mix=True) is None
    assert not cache.has(SONG, THESIS)
    assert cache.size_bytes() == 0
    cache.clear()
    cache.remove(SONG)
    assert cache.trim(0) == 0


def test_recipes_and_songs_do_not_mix(cache: FeatureCache, features: LogMel) -> None:
    cache.put(features)
    assert cache.get(SONG, RECIPES["choi-msd"]) is None
    assert cache.get("another0song", THESIS) is None


def test_cepstra_are_made_from_the_stored_log_mel(cache: FeatureCache, features: LogMel) -> None:
    cache.put(features)
    stored, cepstra = cache.get(SONG, THESIS), cache.get(SONG, RECIPES["mfcc"])
    assert stored is not None
    assert cepstra is not None
    assert np.array_equal(cepstra.values, mfcc(stored.values, 90))
    assert cache.has(SONG, RECIPES["mfcc"])
    with pytest.raises(ValueError, match="base"):
        cache.put(cepstra)


@settings(max_examples=60, deadline=None)
@given(
    shape=st.lists(st.integers(0, 7), min_size=1, max_size=4),
    dtype=st.sampled_from(["uint8", "int64", "float16", "float32", "float64"]),
)
def test_any_array_of_numbers_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, shape: list[int], dtype: str
) -> None:
    cache = FeatureCache(tmp_path_factory.mktemp("cache"))
    array = np.random.default_rng(0).integers(0, 100, shape).astype(dtype)
    cache.put_array(SONG, "some.key-1", array)
    again = cache.get_array(SONG, "some.key-1", any_mix=True)
    assert again is not None
    assert again.dtype == array.dtype
    assert np.array_equal(again, array)
    assert np.array_equal(np.load(only_file(cache)), array)  # plain .npy to everyone else


def test_a_slice_in_time_is_read_alone(cache: FeatureCache, features: LogMel) -> None:
    cache.put(features)
    view = cache.view(SONG, THESIS)
    assert view is not None
    assert view.shape == (96, 500)
    assert view.T.flags.c_contiguous
    assert not view.flags.writeable
    assert np.array_equal(view[:, 100:200], features.values[:, 100:200].astype(np.float16))


@settings(max_examples=60, deadline=None)
@given(where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_one_wrong_bit_makes_the_file_absent(
    tmp_path_factory: pytest.TempPathFactory, where: float, bit: int
) -> None:
    cache = FeatureCache(tmp_path_factory.mktemp("cache"))
    array = np.arange(300, dtype=np.uint8).reshape(100, 3)
    cache.put_array(SONG, "display", array)
    path = only_file(cache)
    content = bytearray(path.read_bytes())
    content[int(where * len(content))] ^= 1 << bit
    path.write_bytes(content)
    assert cache.get_array(SONG, "display", any_mix=True) is None
    assert not path.exists()


@pytest.mark.parametrize("keep", [0, 5, 60, 128, 129, 300, 433])
def test_a_truncated_file_is_absent_and_deleted(cache: FeatureCache, keep: int) -> None:
    cache.put_array(SONG, "display", np.arange(300, dtype=np.uint8).reshape(100, 3))
    path = only_file(cache)
    path.write_bytes(path.read_bytes()[:keep])
    assert cache.get_array(SONG, "display", any_mix=True) is None
    assert not path.exists()


def test_pickles_are_never_opened(cache: FeatureCache) -> None:
    path = cache.folder / SONG[:2] / SONG / "display.npy"
    path.parent.mkdir(parents=True)
    np.save(path, np.array([{"run": "me"}], dtype=object))
    assert cache.get_array(SONG, "display", any_mix=True) is None


def test_deleting_does_not_disturb_readers(cache: FeatureCache) -> None:
    array = np.random.default_rng(0).integers(0, 255, (50_000, 192)).astype(np.uint8)
    cache.put_array(SONG, "display", array)
    mapped = cache.get_array(SONG, "display", any_mix=True)
    shutil.rmtree(cache.folder)
    assert mapped is not None
    assert np.array_equal(mapped, array)
    assert cache.get_array(SONG, "display", any_mix=True) is None
    cache.put_array(SONG, "display", array)
    assert cache.get_array(SONG, "display", any_mix=True) is not None


def test_deleting_does_not_disturb_writers(cache: FeatureCache) -> None:
    rows = np.ones((5, 3), np.uint8)
    with cache.writer(np.uint8, (3,)) as writer:
        writer.append(rows)
        cache.clear()
        writer.append(rows)
        cache.commit(writer, SONG, "display")
    assert np.array_equal(
        cache.get_array(SONG, "display", any_mix=True), np.ones((10, 3), np.uint8)
    )
    with cache.writer(np.uint8, (3,)) as writer:
        shutil.rmtree(cache.folder)
        writer.append(rows)
        cache.commit(writer, SONG, "display")
    assert cache.get_array(SONG, "display", any_mix=True) is None


def test_trimming_drops_what_was_used_longest_ago(cache: FeatureCache) -> None:
    array = np.zeros((1000, 10), np.uint8)
    for age, key in enumerate(["newest", "newer", "older", "oldest"]):
        cache.put_array(SONG, key, array)
        path = cache.folder / SONG[:2] / SONG / f"{key}.npy"
        os.utime(path, (time.time() - 1000 * (age + 1),) * 2)
    assert cache.get_array(SONG, "oldest", any_mix=True) is not None  # a use
    file_bytes = cache.size_bytes() // 4
    assert cache.trim(2 * file_bytes) == 2 * file_bytes
    left = {path.stem for path in cache.folder.rglob("*.npy")}
    assert left == {"oldest", "newest"}


def test_a_song_without_the_record_of_its_mix_is_absent(
    cache: FeatureCache, features: LogMel
) -> None:
    cache.put(features)
    record = cache.folder / SONG[:2] / SONG / f"{MIX}.npy"
    record.rename(record.with_name("mix-1.npy"))  # as an older program leaves it
    assert cache.get(SONG, THESIS) is None
    assert cache.view(SONG, THESIS) is None
    assert not cache.has(SONG, THESIS)
    assert cache.get_array(SONG, THESIS.key, any_mix=True) is not None
    cache.put(features)
    assert cache.get(SONG, THESIS) is not None


def test_trimming_keeps_the_record_of_the_mix_longest(
    cache: FeatureCache, features: LogMel
) -> None:
    cache.put(features)
    for path in cache.folder.rglob("*.npy"):
        os.utime(path, (time.time() - 1000,) * 2)
    for key in ("other", "another"):
        cache.put_array(SONG, key, np.zeros(5))
    assert cache.get(SONG, THESIS) is not None
    assert cache.get_array(SONG, "other") is not None
    now_s = time.time()
    for path in cache.folder.rglob("*.npy"):
        if path.stem in ("other", MIX):
            os.utime(path, (now_s, now_s))  # within one step of the file system's clock
    cache.trim(200)
    assert [path.stem for path in cache.folder.rglob("*.npy")] == [MIX]


def test_a_half_written_file_is_invisible_and_deleted_later(cache: FeatureCache) -> None:
    with cache.writer(np.uint8, (3,)) as writer:
        writer.append(np.zeros((5, 3), np.uint8))
        assert cache.get_array(SONG, "display", any_mix=True) is None
    assert list(cache.folder.rglob("*")) == []
    orphan = cache.folder / "left-by-a-dead-process.part"
    orphan.write_bytes(b"1234")
    os.utime(orphan, (time.time() - 7200,) * 2)
    (cache.folder / "being-written.part").write_bytes(b"1234")
    cache.trim(0)
    assert [path.name for path in cache.folder.iterdir()] == ["being-written.part"]


def test_a_folder_that_cannot_be_written_is_an_error_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CacheError, match="cannot be written") as caught:
        FeatureCache(tmp_path / "file").put_array(SONG, "display", np.zeros((1, 1), np.uint8))
    assert caught.value.remedy


@contextmanager
def small_disk() -> Iterator[None]:
    """No file may grow beyond 10 kB, as on a disk that is full; not even pytest's own log."""
    resource = pytest.importorskip("resource", reason="needs POSIX")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_full_disk_is_an_error_and_leaves_nothing_behind(cache: FeatureCache) -> None:
    with small_disk(), pytest.raises(CacheError, match="cannot be written"):
        cache.put_array(SONG, "display", np.zeros((100, 1000), np.uint8))
    assert list(cache.folder.rglob("*.*")) == []
    cache.put_array(SONG, "small", np.zeros((5, 1000), np.uint8))
    assert cache.get_array(SONG, "small", any_mix=True) is not None


@pytest.mark.parametrize("name", ["../x", "", ".hidden", "a/b", "a b"])
def test_names_cannot_leave_the_folder(cache: FeatureCache, name: str) -> None:
    with pytest.raises(ValueError, match="file's name"):
        cache.get_array(name, "display", any_mix=True)
    with pytest.raises(ValueError, match="file's name"):
        cache.get_array(SONG, name, any_mix=True)


WRITER = """
import sys, numpy as np
from pathlib import Path
from core.features.cache import FeatureCache
cache = FeatureCache(Path(sys.argv[1]))
for n in range(200):
    cache.put_array("0123456789abcdef", "display", np.full((50, 40), n % 7, np.uint8))
"""


def test_several_processes_write_and_read_at_once(cache: FeatureCache) -> None:
    command = [sys.executable, "-c", WRITER, str(cache.folder)]
    root = Path(__file__).resolve().parents[3]
    writers = [subprocess.Popen(command, cwd=root) for _ in range(2)]
    seen = 0
    while any(writer.poll() is None for writer in writers):
        array = cache.get_array(SONG, "display", any_mix=True)
        if array is not None:
            assert array.shape == (50, 40)
            assert (array == array[0, 0]).all()
            seen += 1
    assert [writer.returncode for writer in writers] == [0, 0]
    assert seen
    assert cache.get_array(SONG, "display", any_mix=True) is not None
    assert len(list(cache.folder.rglob("*.part"))) == 0
