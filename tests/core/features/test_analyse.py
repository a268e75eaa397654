"""One pass over a file brings everything, leaves nothing half-made, and costs little memory."""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from core.audio.file_stats import FileStats
from core.errors import AudioError
from core.features.analyse import (
    SongAnalysis,
    analyse_song,
    ensure_log_mel,
    ensure_picture,
    load_picture,
)
from core.features.cache import CacheError, FeatureCache
from core.features.picture_records import DisplaySpectrogram
from core.features.recipe import RECIPES
from core.features.spectrogram import log_mel
from core.jobs import Cancelled
from tests.support.in_memory import WholeDisplay, mono_samples

ROOT = Path(__file__).resolve().parents[3]
RATE = 44_100


@pytest.fixture
def cache(tmp_path: Path) -> FeatureCache:
    return FeatureCache(tmp_path / "features")


@pytest.fixture
def song(tmp_path: Path) -> Path:
    return write(tmp_path / "Someone - Something.wav", stereo(12.0))


def stereo(seconds: float) -> NDArray[np.float32]:
    """A rising tone left, noise right, 16-bit values."""
    t = np.arange(round(seconds * RATE)) / RATE
    left = 0.5 * np.sin(2 * np.pi * (200 + 100 * t) * t)
    right = 0.1 * np.random.default_rng(0).standard_normal(t.size)
    both = np.stack([left, right], axis=1)
    return (np.round(both * 32_767) / 32_768).astype(np.float32)


def write(path: Path, samples: NDArray[np.float32]) -> Path:
    soundfile.write(path, samples, RATE)
    return path


class Recorder:
    """Remembers reports; asks to stop after a number of blocks."""

    def __init__(self, stop_after: int = 10**9) -> None:
        self.done: list[float] = []
        self.checks = 0
        self.stop_after = stop_after

    def report(self, done: float, total: float, what: str = "") -> None:
        assert what == "Someone - Something.wav"
        self.done.append(done / total)

    def check(self) -> None:
        self.checks += 1
        if self.checks > self.stop_after:
            raise Cancelled


def same(ours: DisplaySpectrogram, theirs: DisplaySpectrogram) -> bool:
    return all(map(np.array_equal, ours.levels, theirs.levels)) and (
        ours.columns_per_s == theirs.columns_per_s and ours.duration_s == theirs.duration_s
    )


def test_an_analysis_says_all_about_the_file(song: Path, cache: FeatureCache) -> None:
    job = Recorder()
    found = analyse_song(song, cache, job=job)
    assert (found.path, found.n_frames, found.duration_s) == (song, 12 * RATE, 12.0)
    assert (found.info.rate_hz, found.info.channels) == (RATE, 2)
    assert (found.metadata.artist, found.metadata.title) == ("Someone", "Something")
    assert found.stats == FileStats.read(song)
    assert found.warnings == ()
    assert job.done == sorted(job.done)
    assert job.done[-1] == 1.0
    assert pickle.loads(pickle.dumps(found)) == found


def test_the_same_sound_in_another_file_is_the_same_song(
    song: Path, tmp_path: Path, cache: FeatureCache
) -> None:
    flac = write(tmp_path / "other name.flac", stereo(12.0))
    assert analyse_song(flac, cache).audio_hash == analyse_song(song, cache).audio_hash


def test_every_requested_recipe_is_cached_in_one_pass(song: Path, cache: FeatureCache) -> None:
    found = analyse_song(song, cache, recipes=list(RECIPES))
    for recipe in RECIPES.values():
        cached = cache.get(found.audio_hash, recipe)
        assert cached is not None
        if recipe.n_cepstra:
            continue
        exact = log_mel(mono_samples(song, recipe.rate_hz), recipe.rate_hz, recipe)
        assert cached.values.shape == exact.shape
        assert np.abs(cached.values - exact).max() <= (2**-11 if recipe.is_waveform else 2**-5)


def test_the_picture_in_the_cache_is_that_of_the_samples(song: Path, cache: FeatureCache) -> None:
    found = analyse_song(song, cache)
    picture = load_picture(found.audio_hash, cache)
    stream = WholeDisplay(RATE)
    stream.push(stereo(12.0).mean(axis=1, dtype=np.float32))
    display, overview = stream.finish()
    assert picture is not None
    assert same(picture.display, display)
    assert np.array_equal(picture.overview.low, overview.low)
    assert np.array_equal(picture.overview.centroid_hz, overview.centroid_hz)
    assert picture.overview.duration_s == 12.0


def test_the_cached_picture_is_mapped_not_read(song: Path, cache: FeatureCache) -> None:
    found = analyse_song(song, cache)
    picture = load_picture(found.audio_hash, cache)
    assert picture is not None
    columns, _, _ = picture.display.window(2.0, 3.0, 40)
    base = columns
    while isinstance(base.base, np.ndarray):
        base = base.base
    assert isinstance(base, np.memmap)
    shutil.rmtree(cache.folder)
    assert columns.any()


def test_cancelling_leaves_nothing_behind(song: Path, cache: FeatureCache) -> None:
    with pytest.raises(Cancelled):
        analyse_song(song, cache, job=Recorder(stop_after=1))
    assert [path for path in cache.folder.rglob("*") if path.is_file()] == []


def test_no_thread_outlives_a_reading_that_was_cancelled_or_failed(
    song: Path, tmp_path: Path, cache: FeatureCache
) -> None:
    before = set(threading.enumerate())
    with pytest.raises(Cancelled):
        analyse_song(song, cache, job=Recorder(stop_after=1))
    assert set(threading.enumerate()) == before
    not_numbers = stereo(12.0)
    not_numbers[-RATE] = np.nan
    soundfile.write(tmp_path / "nan.wav", not_numbers, RATE, "FLOAT")
    with pytest.raises(AudioError, match="not numbers"):
        analyse_song(tmp_path / "nan.wav", cache)
    assert set(threading.enumerate()) == before
    assert [path for path in cache.folder.rglob("*") if path.is_file()] == []


def test_a_file_that_is_no_sound_leaves_nothing_behind(tmp_path: Path, cache: FeatureCache) -> None:
    path = tmp_path / "junk.wav"
    path.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(AudioError):
        analyse_song(path, cache)
    with pytest.raises(AudioError):
        analyse_song(tmp_path / "absent.wav", cache)
    assert not cache.folder.exists()


def test_the_good_part_of_a_damaged_file_is_used_with_a_warning(
    tmp_path: Path, cache: FeatureCache
) -> None:
    path = write(tmp_path / "cut.flac", stereo(12.0))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    found = analyse_song(path, cache)
    assert 2.0 < found.duration_s < 11.0
    assert found.warnings
    assert cache.has(found.audio_hash, RECIPES["thesis"])


@pytest.mark.parametrize("rate_hz", [1, 50, 100_000_000, 2**31 - 1])
def test_a_nonsensical_sampling_rate_is_refused_at_once(
    song: Path, cache: FeatureCache, rate_hz: int
) -> None:
    content = bytearray(song.read_bytes())
    content[24:28] = rate_hz.to_bytes(4, "little")
    song.write_bytes(content)
    with pytest.raises(AudioError, match=f"{rate_hz} Hz"):
        analyse_song(song, cache)


@pytest.mark.parametrize("n", [1, 2, 300, 1023])
def test_the_shortest_files_are_songs_too(tmp_path: Path, cache: FeatureCache, n: int) -> None:
    path = write(tmp_path / "short.wav", stereo(1.0)[:n])
    found = analyse_song(path, cache)
    features = cache.get(found.audio_hash, RECIPES["thesis"])
    assert features is not None
    assert features.values.shape[1] >= 1
    assert np.isfinite(features.values).all()
    assert load_picture(found.audio_hash, cache) is not None


def test_deleted_features_are_made_again_and_are_the_same(song: Path, cache: FeatureCache) -> None:
    found = analyse_song(song, cache)
    thesis = RECIPES["thesis"]
    before = ensure_log_mel(song, found.audio_hash, thesis, cache)
    picture = ensure_picture(song, found.audio_hash, cache)
    cache.clear()
    after = ensure_log_mel(song, found.audio_hash, thesis, cache)
    assert np.array_equal(after.values, before.values)
    assert load_picture(found.audio_hash, cache) is None
    assert same(ensure_picture(song, found.audio_hash, cache).display, picture.display)
    assert ensure_log_mel(song, found.audio_hash, RECIPES["mfcc"], cache).values.shape[0] == 90


def test_a_file_that_became_another_sound_is_not_taken_for_the_old_one(
    song: Path, cache: FeatureCache
) -> None:
    found = analyse_song(song, cache)
    cache.clear()
    write(song, stereo(13.0))
    with pytest.raises(AudioError, match="not the sound it was"):
        ensure_log_mel(song, found.audio_hash, RECIPES["thesis"], cache)
    assert not cache.has(found.audio_hash, RECIPES["thesis"])


def test_a_missing_picture_file_is_no_picture(song: Path, cache: FeatureCache) -> None:
    found = analyse_song(song, cache)
    (longest,) = cache.folder.rglob("display*.npy")
    longest.unlink()
    assert load_picture(found.audio_hash, cache) is None


def test_a_cache_that_cannot_be_written_is_an_error_that_says_so(
    song: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CacheError):
        analyse_song(song, FeatureCache(tmp_path / "file"))


def python(program: str, *arguments: str) -> str:
    result = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_worker_processes_start_light() -> None:
    program = (
        "import sys, core.features.analyse\n"
        "heavy = {'torch', 'librosa', 'scipy', 'sklearn', 'numba', 'PySide6', 'sqlite3'}\n"
        "sys.stdout.write(' '.join(heavy & set(sys.modules)))"
    )
    assert python(program) == ""


GROWTH = """
import sys
import threading
from pathlib import Path
from core.features.analyse import analyse_song
from core.features.cache import FeatureCache
cache = FeatureCache(Path(sys.argv[1]))
peaks = []
for path in sys.argv[2:]:
    analyse_song(Path(path), cache)
    lines = Path("/proc/self/status").read_text().splitlines()
    peaks += [int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")]
sys.stdout.write(str(peaks[1] - peaks[0]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_an_hour_takes_hardly_more_memory_than_a_song(tmp_path: Path) -> None:
    low_rate = 11_025  # as many columns and frames a second as at any rate, but quick to read
    block = np.random.default_rng(0).integers(-9000, 9000, low_rate * 20).astype(np.int16)
    long = tmp_path / "long.wav"
    with soundfile.SoundFile(long, "w", low_rate, 1, "PCM_16") as file:
        for _ in range(180):
            file.write(block)
    short = write(tmp_path / "short.wav", stereo(60.0))
    grown_mb = int(python(GROWTH, str(tmp_path / "features"), str(short), str(long)))
    assert grown_mb < 80


def test_real_recordings_are_analysed_without_a_warning(SHARED: Path, cache: FeatureCache) -> None:
    found: list[SongAnalysis] = [
        analyse_song(path, cache) for path in sorted((SHARED / "music").glob("*.ogg"))[:3]
    ]
    assert [analysis.warnings for analysis in found] == [(), (), ()]
    for analysis in found:
        features = cache.get(analysis.audio_hash, RECIPES["thesis"])
        assert features is not None
        assert abs(features.duration_s - analysis.duration_s) < 0.05
