"""Frames: components and centres are scikit-learn's, bags are shares, pyramids are smooth."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA

from core.jobs import Cancelled
from core.models.cepstra import CepstralStatistics
from core.models.reduce_song import SongInput, filled, reduce_song
from core.models.segments import song_starts
from core.systems import frames as frames_module
from core.systems.bag_of_frames import BagOfFrames, fit_centres
from core.systems.frames import (
    MelScale,
    cnn_segments,
    drawn_frames,
    drawn_patches,
    fit_components,
)
from core.systems.gaussian_pyramid import time_pyramid
from core.systems.pooled_frames import pooled
from core.systems.song_views import song_files
from tests.support.tone_songs import CancelledAfter, tone_labels, tone_songs


def values(n_frames: int, n_values: int, seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    mixing = rng.standard_normal((n_values, n_values))
    return (rng.standard_normal((n_frames, n_values)) @ mixing - 8.0).astype(np.float32)


@pytest.mark.parametrize("is_whitened", [False, True])
def test_components_are_those_of_scikit_learn(is_whitened: bool) -> None:
    frames, others = values(400, 12), values(50, 12, seed=1)
    project = fit_components(frames, 5, is_whitened=is_whitened)
    reference = PCA(5, whiten=is_whitened, svd_solver="full").fit(frames.astype(float))
    np.testing.assert_allclose(project(others), reference.transform(others), rtol=1e-3, atol=1e-3)


def test_whitened_frames_do_not_covary() -> None:
    frames = values(500, 8)
    whitened = fit_components(frames, 8, is_whitened=True)(frames)
    np.testing.assert_allclose(np.cov(whitened.T), np.eye(8), atol=1e-3)


def test_a_direction_in_which_nothing_varies_is_left_out() -> None:
    frames = values(300, 6)
    frames[:, 5] = frames[:, 4]
    assert fit_components(frames, 6, is_whitened=True)(frames).shape == (300, 5)
    silence = np.full((10, 6), -23.0, np.float32)
    assert np.isfinite(fit_components(silence, 6, is_whitened=True)(silence)).all()


def test_centres_are_about_as_near_as_those_of_scikit_learn() -> None:
    rng = np.random.default_rng(0)
    means = 6.0 * rng.standard_normal((8, 5))
    frames = (means[np.arange(800) % 8] + rng.standard_normal((800, 5))).astype(np.float32)
    centres = fit_centres(frames, 16, 0)
    distances = np.square(frames[:, None] - centres.kmeans.cluster_centers_).sum(axis=2)
    np.testing.assert_array_equal(centres.nearest(frames), distances.argmin(axis=1))
    reference = KMeans(16, n_init=1, random_state=0).fit(frames)
    assert distances.min(axis=1).sum() < 1.3 * reference.inertia_


def test_fewer_frames_have_fewer_centres_and_cancelling_is_felt_between_batches() -> None:
    frames = values(41, 3)
    assert fit_centres(frames, 1024, 0).n == 10
    assert fit_centres(frames[:1], 1024, 0).n == 1
    with pytest.raises(Cancelled):
        fit_centres(frames, 4, 0, CancelledAfter(5))


def test_a_bag_of_frames_sums_to_one_and_knows_no_order(tmp_path: Path) -> None:
    songs, views = tone_labels(4), tone_songs(tmp_path, 4)
    vectorizer = BagOfFrames(centres=12).fit(songs, views, 0)
    vectors = [vectorizer(song) for song in song_files(songs)]
    for vector in vectors:
        assert vector.shape == (12,)
        assert vector.min() >= 0.0
        assert vector.sum() == pytest.approx(1.0)
    backwards = {song.audio_hash: views.log_mel(song)[:, ::-1] for song in song_files(songs)}
    views.log_mel = lambda song: backwards[song.audio_hash]  # type: ignore[method-assign]
    for song, vector in zip(song_files(songs), vectors, strict=True):
        np.testing.assert_allclose(vectorizer(song), vector, atol=1e-12)


def test_what_is_drawn_of_a_song_is_bounded_and_depends_on_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames_module, "MAX_DRAWN_FRAMES", 40)
    monkeypatch.setattr(frames_module, "MAX_PATCHES", 8)
    views = tone_songs(tmp_path, 4)
    songs, three = tone_labels(4), tone_labels(3)
    assert len(drawn_frames(views.cepstra, songs, 0)) == 40
    assert len(drawn_frames(views.cepstra, three, 0)) == 39
    patches = drawn_patches(songs, views, 32, 0)
    assert patches.shape == (4, 2, 96, 32)
    np.testing.assert_array_equal(drawn_patches(three, views, 32, 0), patches[:3])
    assert not np.array_equal(drawn_patches(songs, views, 32, 1), patches)


def test_a_mel_scale_standardises_what_it_was_made_of(tmp_path: Path) -> None:
    patches = drawn_patches(tone_labels(3), tone_songs(tmp_path, 3), 32, 0)
    scaled = MelScale.of(patches).apply(patches.reshape(-1, 96, 32))
    np.testing.assert_allclose(scaled.mean(axis=(0, 2)), 0.0, atol=1e-3)
    np.testing.assert_allclose(scaled.std(axis=(0, 2)), 1.0, atol=1e-2)


def test_segments_are_the_features_of_the_cnn_and_kept(tmp_path: Path) -> None:
    views, song = tone_songs(tmp_path, 1), song_files(tone_labels(1))[0]
    segments, network = cnn_segments(song, views), views.model.network
    log_mel = views.cache.get(song.audio_hash, views.model.card.recipe)
    assert log_mel is not None
    whole = filled(views.model, SongInput(log_mel))
    starts = song_starts(whole.n_frames, network.segment_frames, network.layout)
    n_features = network.n_features - 120
    reference = reduce_song(views.model, whole, starts)[:, :n_features]
    np.testing.assert_array_equal(segments, reference)
    views.cache.remove(song.audio_hash)
    np.testing.assert_array_equal(cnn_segments(song, views), segments)


def test_pooling_averages_windows_and_the_last_ends_with_the_song() -> None:
    frames = np.arange(10, dtype=np.float32)[:, None]
    np.testing.assert_allclose(pooled(frames, 10), [4.5, 8.25, 9.0, 0.0])
    windows = np.array([[0, 1, 2, 3], [4, 5, 6, 7], [6, 7, 8, 9]], dtype=float)
    expected = [
        windows.mean(),
        windows.var(axis=1).mean(),
        windows.max(axis=1).mean(),
        windows.min(axis=1).mean(),
    ]
    np.testing.assert_allclose(pooled(frames, 4), expected)


def test_a_pyramid_halves_the_frames_and_keeps_what_is_slow() -> None:
    slow = np.linspace(0.0, 1.0, 65)[:, None].astype(np.float32)
    fast = np.tile([[1.0], [-1.0]], (33, 1))[:65].astype(np.float32)
    levels = time_pyramid(np.hstack([slow, fast]), 3)
    assert [len(level) for level in levels] == [65, 33, 17]
    np.testing.assert_allclose(levels[1][1:-1, 0], slow[2:-2:2, 0], atol=1e-6)
    np.testing.assert_allclose(levels[1][1:-1, 1], 0.0, atol=1e-6)
    assert [len(level) for level in time_pyramid(slow[:1], 3)] == [1, 1, 1]


def test_cepstral_moments_are_those_of_a_model_with_a_probe(tmp_path: Path) -> None:
    import torch

    from core.systems.pooled_frames import CepstralMoments

    views, songs = tone_songs(tmp_path, 1), tone_labels(1)
    song = song_files(songs)[0]
    vector = CepstralMoments().fit(songs, views, 0)(song)
    log_mel = torch.from_numpy(views.log_mel(song))
    np.testing.assert_array_equal(vector, CepstralStatistics(96)(log_mel[None])[0].numpy())
