"""Maps are scikit-learn's, the same each time, and say honestly what they hide."""

from __future__ import annotations

import multiprocessing

import numpy as np
import pytest
from sklearn.decomposition import PCA
from sklearn.manifold import trustworthiness
from sklearn.neighbors import NearestNeighbors

from core.errors import SimilarityError
from core.jobs import Cancelled, SilentJob
from core.models.probe_tagger import EmbeddingBlock
from core.similarity import neighbour_graph, song_map, tsne
from core.similarity.embedding_index import EmbeddingIndex
from core.similarity.neighbour_graph import nearest_rows
from core.similarity.similarity_records import Basis, MapMethod, MapQuality, SongMap
from core.similarity.song_map import map_quality, map_songs, pca_positions
from core.similarity.tsne import run_rounds, tsne_positions
from core.similarity.tsne_process import run_in_process
from core.similarity.vector_space import fit_space

RNG = np.random.default_rng(11)
SPACE = fit_space(np.eye(4), (EmbeddingBlock("features", 4),), Basis.MODEL)


class Impatient(SilentJob):
    """Is cancelled as soon as the rounds have begun."""

    is_rounds = False

    def report(self, done: float, total: float, what: str = "") -> None:
        self.is_rounds = not what and done / total > 0.2

    def check(self) -> None:
        if self.is_rounds:
            raise Cancelled


def index_of(vectors: np.ndarray) -> EmbeddingIndex:
    """An index of vectors, brought to length 1, of songs 10, 20, …"""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
    return EmbeddingIndex(np.arange(1, len(vectors) + 1) * 10, unit, SPACE)


def islands(n_songs: int = 60, width: int = 12) -> np.ndarray:
    """Three heaps of songs."""
    middles = RNG.normal(0, 3, (3, width))
    return middles[np.arange(n_songs) % 3] + RNG.normal(0, 1, (n_songs, width))


def test_the_pca_is_scikit_learns_but_for_signs() -> None:
    index = index_of(islands())
    found = map_songs(index, MapMethod.PCA)
    reference = PCA(2, svd_solver="full").fit(index.vectors)
    expected = reference.transform(index.vectors)
    signs = np.sign((expected * found.positions).sum(axis=0))
    np.testing.assert_allclose(found.positions, expected * signs, atol=1e-5)
    kept = reference.explained_variance_ratio_.sum()
    assert found.quality.variance_kept == pytest.approx(kept, rel=1e-4)
    assert found.song_ids.tolist() == index.song_ids.tolist()
    assert found.positions.dtype == np.float32
    np.testing.assert_array_equal(pca_positions(index.vectors)[0], found.positions)


def test_kept_neighbours_are_counted_as_a_comparison_of_all_pairs_counts_them() -> None:
    index = index_of(islands())
    positions = RNG.normal(0, 1, (60, 2)).astype(np.float32)
    found = map_quality(index.vectors, positions)
    near = [
        NearestNeighbors(n_neighbors=10).fit(points).kneighbors(return_distance=False)
        for points in (index.vectors, positions)
    ]
    shares = [len(set(one) & set(other)) / 10 for one, other in zip(*near, strict=True)]
    assert found.neighbours_kept == pytest.approx(np.mean(shares))
    assert (found.n_neighbours, found.n_measured) == (10, 60)
    assert found.chance == pytest.approx(10 / 59)


def test_a_map_that_keeps_all_is_trustworthy_and_one_in_any_order_is_as_good_as_chance() -> None:
    angles = RNG.uniform(0, 2 * np.pi, 400)
    circle = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    whole = map_quality(circle, circle)
    assert trustworthiness(circle, circle, n_neighbors=10) == 1.0
    assert whole.neighbours_kept == 1.0
    mixed = RNG.permutation(circle)
    assert trustworthiness(circle, mixed, n_neighbors=10) < 0.6
    quality = map_quality(circle, mixed)
    assert quality.neighbours_kept == pytest.approx(quality.chance, abs=0.02)


def test_t_sne_keeps_more_neighbours_than_the_pca_and_is_deterministic() -> None:
    index = index_of(islands(90, 20))
    flat, laid_out = (map_songs(index, method) for method in (MapMethod.PCA, MapMethod.TSNE))
    assert laid_out.method is MapMethod.TSNE
    assert np.isfinite(laid_out.positions).all()
    assert laid_out.quality.variance_kept is None
    ours, pca = (
        trustworthiness(index.vectors, found.positions, n_neighbors=10)
        for found in (laid_out, flat)
    )
    assert ours > max(pca, 0.85)
    assert laid_out.quality.neighbours_kept > flat.quality.neighbours_kept
    again = map_songs(index, MapMethod.TSNE)
    np.testing.assert_array_equal(again.positions, laid_out.positions)


def test_of_many_songs_a_sample_is_laid_out_and_the_others_lie_beside_their_like(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(song_map, "MAX_TSNE_SONGS", 40)
    monkeypatch.setattr(song_map, "MAX_MEASURED", 25)
    index = index_of(islands(100))
    found = map_songs(index, MapMethod.TSNE, seed=4)
    assert (found.n_placed, found.quality.n_measured) == (60, 25)
    heaps = [found.positions[number::3] for number in range(3)]
    middles = np.array([heap.mean(axis=0) for heap in heaps])
    nearest = ((found.positions[:, None] - middles[None]) ** 2).sum(axis=2).argmin(axis=1)
    assert (nearest == np.arange(100) % 3).mean() > 0.95
    assert "60 songs lie beside" in found.remark


@pytest.mark.parametrize("method", list(MapMethod))
@pytest.mark.parametrize("n_songs", [0, 1, 2, 4, 6])
def test_few_songs_have_a_map_too(n_songs: int, method: MapMethod) -> None:
    found = map_songs(index_of(RNG.normal(0, 1, (n_songs, 4))), method)
    assert found.positions.shape == (n_songs, 2)
    assert np.isfinite(found.positions).all()
    assert (found.quality.neighbours_kept is None) == (n_songs < 3)
    assert found.method is (method if n_songs >= 5 else MapMethod.PCA)
    assert isinstance(found.remark, str)


@pytest.mark.parametrize("method", list(MapMethod))
def test_equal_songs_have_a_map_too(method: MapMethod) -> None:
    found = map_songs(index_of(np.ones((20, 4))), method)
    assert np.isfinite(found.positions).all()
    empty = map_songs(EmbeddingIndex(np.arange(7), np.zeros((7, 0), np.float32), SPACE), method)
    assert np.isfinite(empty.positions).all()


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of(islands())
    rows = np.array([3, 0, 59])
    whole, cosines = nearest_rows(index.vectors, rows, 5)
    monkeypatch.setattr(neighbour_graph, "CELLS_AT_ONCE", 60)
    parts, _ = nearest_rows(index.vectors, rows, 5)
    np.testing.assert_array_equal(whole, parts)
    assert (np.diff(cosines, axis=1) <= 0).all()


def test_laying_out_is_cancelled_between_rounds() -> None:
    with pytest.raises(Cancelled):
        map_songs(index_of(islands()), MapMethod.TSNE, job=Impatient())


def test_the_remark_says_what_is_hidden_in_whole_percents() -> None:
    quality = MapQuality(0.998, 10, 0.0001, 50, 0.314)
    positions = np.zeros((1, 2), np.float32)
    remark = SongMap(np.array([1]), positions, MapMethod.PCA, quality).remark
    assert "hold 31 %" in remark
    assert "99 % of a song's 10 nearest songs" in remark
    assert "by chance it would be 1 %" in remark


def test_many_songs_are_laid_out_in_a_process_with_progress_and_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Noted(SilentJob):
        def __init__(self) -> None:
            self.shares: list[float] = []

        def report(self, done: float, total: float, what: str = "") -> None:
            self.shares += [] if what else [done / total]

    index, job = index_of(islands(70)), Noted()
    here = tsne_positions(index.vectors, pca_positions(index.vectors)[0])
    monkeypatch.setattr(tsne, "MAX_SONGS_HERE", 50)
    there = tsne_positions(index.vectors, pca_positions(index.vectors)[0], job=job)
    np.testing.assert_array_equal(here, there)
    assert job.shares == sorted(job.shares)
    assert job.shares[-1] == 1.0


def test_the_process_ends_on_cancel_and_its_failure_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tsne, "MAX_SONGS_HERE", 10)
    with pytest.raises(Cancelled):
        map_songs(index_of(islands()), MapMethod.TSNE, job=Impatient())
    assert not multiprocessing.active_children()
    with pytest.raises(SimilarityError, match="ended before its time") as found:
        run_in_process(run_rounds, "nothing to lay out", SilentJob())
    assert "AttributeError" in found.value.detail
