"""A song never analysed is seen at once, coarsely, then ever more finely, and ends as always."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.features.analyse import analyse_song, ensure_picture, load_picture
from core.features.cache import FeatureCache
from core.features.picture_records import PartialPicture, SongPicture
from core.features.progressive import PictureRequest, compute_picture_progressively
from core.features.recipe import RECIPES
from core.jobs import Cancelled

RATE = 11_025  # as many columns a second as at any rate, but quick to read
LOUD_S, END_S = 142.0, 200.0


@pytest.fixture
def cache(tmp_path: Path) -> FeatureCache:
    return FeatureCache(tmp_path / "features")


@pytest.fixture
def song(tmp_path: Path) -> PictureRequest:
    """Soft noise with one loud tone near the end, heard once and then forgotten."""
    t = np.arange(round(END_S * RATE)) / RATE
    samples = 0.05 * np.random.default_rng(0).standard_normal(t.size)
    samples += np.where((t > LOUD_S) & (t < LOUD_S + 16), 0.6 * np.sin(2 * np.pi * 440 * t), 0)
    path = tmp_path / "song.flac"
    soundfile.write(path, samples, RATE)
    other_cache = FeatureCache(tmp_path / "elsewhere")
    return PictureRequest(path, analyse_song(path, other_cache, recipes=()).audio_hash)


def same(ours: SongPicture, theirs: SongPicture) -> bool:
    return all(map(np.array_equal, ours.display.levels, theirs.display.levels)) and all(
        np.array_equal(getattr(ours.overview, name), getattr(theirs.overview, name))
        for name in ("low", "high", "centroid_hz")
    )


class PartCollector:
    """Notes of each part what is fine, and how loud it is at every tenth of the song."""

    def __init__(self) -> None:
        self.fine: list[tuple[tuple[float, float], ...]] = []
        self.peaks: list[list[float]] = []
        self.last: SongPicture | None = None

    def __call__(self, part: PartialPicture) -> None:
        self.fine.append(part.fine_s)
        high = part.picture.overview.high
        self.peaks.append([float(tenth.max()) for tenth in np.array_split(high, 10)])
        self.last = part.picture


def test_the_probes_show_the_whole_course_of_the_song(
    song: PictureRequest, cache: FeatureCache
) -> None:
    collector = PartCollector()
    compute_picture_progressively(song, cache, collector)
    probed = next(peaks for peaks in collector.peaks if min(peaks) > 0)
    assert collector.fine[collector.peaks.index(probed)] == ()
    assert int(np.argmax(probed)) == int(LOUD_S / END_S * 10)


def test_the_last_part_is_the_picture_that_is_cached(
    song: PictureRequest, cache: FeatureCache
) -> None:
    collector = PartCollector()
    picture = compute_picture_progressively(song, cache, collector)
    assert collector.last is not None
    assert same(collector.last, picture)
    assert collector.fine[-1] == ((0.0, END_S),)
    assert len(collector.fine) < 64
    cache.clear()
    assert same(ensure_picture(song.path, song.audio_hash, cache), picture)


def test_it_grows_from_the_playhead_outwards(song: PictureRequest, cache: FeatureCache) -> None:
    collector = PartCollector()
    compute_picture_progressively(
        PictureRequest(song.path, song.audio_hash, playhead_s=130.0), cache, collector
    )
    around = [fine[0] for fine in collector.fine if len(fine) == 1 and fine[0][0] > 0]
    assert around[0] == pytest.approx((130.0, 145.0), abs=1.6)
    assert around[1] == pytest.approx((115.0, 145.0), abs=1.6)


def test_requested_features_are_made_in_the_same_pass(
    song: PictureRequest, cache: FeatureCache
) -> None:
    compute_picture_progressively(
        PictureRequest(song.path, song.audio_hash, recipes=("thesis",)), cache, lambda _part: None
    )
    assert cache.has(song.audio_hash, RECIPES["thesis"])


def test_a_cached_picture_comes_without_parts(song: PictureRequest, cache: FeatureCache) -> None:
    analyse_song(song.path, cache)
    collector = PartCollector()
    compute_picture_progressively(song, cache, collector)
    assert collector.fine == []


def test_a_cancel_while_it_grows_leaves_nothing_behind(
    song: PictureRequest, cache: FeatureCache
) -> None:
    class Impatient(PartCollector):
        def report(self, done: float, total: float, what: str = "") -> None:
            """Nobody listens."""

        def check(self) -> None:
            if self.fine and self.fine[-1]:
                raise Cancelled

    collector = Impatient()
    with pytest.raises(Cancelled):
        compute_picture_progressively(song, cache, collector, collector)
    assert load_picture(song.audio_hash, cache) is None
    assert list(cache.folder.rglob("*.part")) == []


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
def test_a_file_without_quick_seeks_grows_from_its_beginning(
    song: PictureRequest, cache: FeatureCache, tmp_path: Path
) -> None:
    import subprocess

    aac = tmp_path / "song.m4a"
    subprocess.run(["ffmpeg", "-v", "error", "-i", song.path, aac], check=True)
    audio_hash = analyse_song(aac, FeatureCache(tmp_path / "elsewhere"), recipes=()).audio_hash
    collector = PartCollector()
    compute_picture_progressively(
        PictureRequest(aac, audio_hash, playhead_s=130.0), cache, collector
    )
    assert all(fine[0][0] == 0.0 for fine in collector.fine)
    assert len(collector.fine) > 5
