"""How large a bundle will be is said before, and whether there is room for it and for the cache."""

from __future__ import annotations

from collections import namedtuple
from pathlib import Path

import pytest

from core import atomic_files
from core.bundles.estimate import check_room, estimate
from core.bundles.write import write_bundle
from core.errors import BundleError
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.models.checkpoint import load_checkpoint
from tests.support.synthetic_songs import RECIPE, make_round, synthetic_labels

N_SONGS = 40


def lengths_of(cache: FeatureCache, hashes: tuple[str, ...]) -> dict[int, float]:
    """Return by number how long the songs would be whose spectrograms lie in the cache."""
    found = {}
    for number, audio_hash in enumerate(hashes, 1):
        stored = cache.view(audio_hash, RECIPE)
        assert stored is not None
        found[number] = RECIPE.seconds_of(stored.shape[1])
    return found


@pytest.mark.parametrize("depth", ["classifier", "temporal", "everything"])
def test_the_estimate_is_what_is_written(tmp_path: Path, depth: str) -> None:
    cache = FeatureCache(tmp_path / "cache")
    task = make_round(tmp_path, synthetic_labels(cache, N_SONGS), depth)
    parent = load_checkpoint(task.parent_path)
    lengths_s = lengths_of(cache, task.labels.audio_hashes)
    before = estimate(task.request, task.labels, lengths_s, parent, cache)
    assert (before.n_songs, before.n_new, before.depth) == (N_SONGS, N_SONGS, depth)
    assert before.kept_bytes > 0
    report = write_bundle(task.request, task.labels, parent, cache, tmp_path / "ear.bundle")
    assert before.n_bytes == pytest.approx(report.n_bytes, rel=0.15)
    after = estimate(task.request, task.labels, lengths_s, parent, cache)
    assert (after.n_new, after.kept_bytes, after.n_bytes) == (0, 0, before.n_bytes)


def test_songs_that_were_never_heard_fill_the_cache_and_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = synthetic_labels(FeatureCache(tmp_path / "another"), N_SONGS)
    task = make_round(tmp_path, labels, "everything")
    parent, cache = load_checkpoint(task.parent_path), FeatureCache(tmp_path / "cache")
    lengths_s = dict.fromkeys(range(1, N_SONGS + 1), 240.0)
    size = estimate(task.request, labels, lengths_s, parent, cache)
    song_bytes = 240 * RECIPES["thesis"].rate_hz // RECIPES["thesis"].hop_length * 96 * 2
    assert size.n_bytes > N_SONGS * song_bytes
    assert size.kept_bytes > N_SONGS * song_bytes
    usage = namedtuple("usage", "total used free")
    target = tmp_path / "folder" / "ear.bundle"
    for free, id in ((size.n_bytes, "no_room"), (size.n_bytes + size.kept_bytes, "")):
        monkeypatch.setattr(atomic_files.shutil, "disk_usage", lambda _: usage(0, 0, free))  # noqa: B023
        if not id:
            check_room(size, target, cache)
            continue
        with pytest.raises(BundleError) as told:
            check_room(size, target, cache)
        assert told.value.id == f"bundles.{id}"
    monkeypatch.setattr("core.bundles.estimate._is_same_disk", lambda *_: False)
    rooms = {target.parent: size.n_bytes, cache.folder: size.kept_bytes - 1}
    monkeypatch.setattr("core.bundles.estimate.free_bytes", rooms.__getitem__)
    with pytest.raises(BundleError) as told:
        check_room(size, target, cache)
    assert told.value.id == "bundles.no_room_kept"
    assert "40 songs" in told.value.message
    assert told.value.remedy
