"""The nearest songs are those that comparing every pair one by one finds."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import SimilarityError
from core.jobs import Cancelled, SilentJob
from core.models.checkpoint import TaggingModel
from core.models.probe_form import probe_network
from core.models.probe_tagger import EmbeddingBlock
from core.similarity import vector_space
from core.similarity.embedding_index import LESS_SHARE, EmbeddingIndex, example_vector, read_index
from core.similarity.similarity_records import Basis
from core.similarity.vector_space import fit_space
from core.training.whitening import fit_embedding_scaling
from tests.support.kept_embeddings import keep, n_inputs, small_model

RNG = np.random.default_rng(3)


@pytest.fixture(scope="module")
def model() -> TaggingModel:
    return small_model()


def drawn(model: TaggingModel, n_songs: int) -> np.ndarray:
    """Embeddings with directions that songs share, as music's have."""
    width = n_inputs(model)
    return RNG.normal(0, 1, (n_songs, 6)) @ RNG.normal(0, 1, (6, width)) + RNG.normal(
        0, 0.5, (n_songs, width)
    )


def index_of(folder: Path, model: TaggingModel, embeddings: np.ndarray) -> EmbeddingIndex:
    return read_index(model, *reversed(keep(folder, model, embeddings)))


def cosines(model: TaggingModel, embeddings: np.ndarray) -> np.ndarray:
    """Every pair, by the definition: half-whitened blocks without the logits, and the cosine."""
    network = probe_network(model)
    blocks = torch.from_numpy(embeddings.astype(np.float32)[:, : network.n_embedding]).double()
    scaled = fit_embedding_scaling(blocks, network.blocks).apply(blocks).numpy()
    scaled /= np.linalg.norm(scaled, axis=1, keepdims=True)
    return scaled @ scaled.T


def test_the_nearest_songs_are_those_of_a_comparison_of_all_pairs(
    tmp_path: Path, model: TaggingModel
) -> None:
    embeddings = drawn(model, 40)
    index = index_of(tmp_path, model, embeddings)
    assert index.song_ids.tolist() == list(range(1, 41))
    expected = cosines(model, embeddings)
    for song_id in (1, 17, 40):
        found = index.like([song_id], [], 12)
        others = [other for other in range(1, 41) if other != song_id]
        order = sorted(others, key=lambda other: -expected[song_id - 1, other - 1])
        assert found.song_ids.tolist() == order[:12]
        by_hand = expected[song_id - 1, found.song_ids - 1]
        np.testing.assert_allclose(found.similarities, by_hand, atol=1e-5)


def test_equal_songs_stand_in_the_order_of_their_ids(tmp_path: Path, model: TaggingModel) -> None:
    embeddings = drawn(model, 30)
    embeddings[[3, 29, 11, 8]] = embeddings[20]
    found = index_of(tmp_path, model, embeddings).like([21], [], 6)
    assert found.song_ids.tolist()[:4] == [4, 9, 12, 30]
    assert len(set(found.similarities[:4].tolist())) == 1
    np.testing.assert_allclose(found.similarities[:4], 1.0, atol=1e-6)


def test_more_like_these_and_less_like_those_is_rocchios_formula(
    tmp_path: Path, model: TaggingModel
) -> None:
    embeddings = drawn(model, 30)
    index = index_of(tmp_path, model, embeddings)
    v = index.vectors.astype(np.float64)
    query = (v[0] + v[1]) / 2 - LESS_SHARE * (v[2] + v[3]) / 2
    expected = [row + 1 for row in np.argsort(-(v @ query)) if row not in (0, 1, 2, 3)]
    assert index.like([1, 2], [3, 4], 30).song_ids.tolist() == expected
    plain = example_vector(index.vectors[:1], index.vectors[:0])
    np.testing.assert_allclose(plain, index.vectors[0], atol=1e-6)
    opposed = example_vector(np.array([[1.0, 0], [-1, 0]], np.float32), np.zeros((0, 2)))
    assert opposed.tolist() == [0.0, 0.0]


def test_songs_without_a_usable_embedding_are_named_and_not_compared(
    tmp_path: Path, model: TaggingModel
) -> None:
    embeddings = drawn(model, 12)
    embeddings[4, 2], embeddings[7, 0] = np.nan, np.inf
    cache, songs = keep(tmp_path, model, embeddings)
    songs[99] = "f" * 32
    index = read_index(model, songs, cache)
    assert (index.not_kept, index.not_finite) == ((99,), (5, 8))
    assert np.isfinite(index.vectors).all()
    found = index.like([1], [], 50)
    assert sorted(found.song_ids.tolist()) == [2, 3, 4, 6, 7, 9, 10, 11, 12]
    for unknown in (99, 5, 1234):
        with pytest.raises(SimilarityError) as error:
            index.like([1, unknown], [], 3)
        assert error.value.params == {"n": 1}
    assert len(index.nearest(index.vectors[0], 50, exclude=(99, 1234, -1)).song_ids) == 10
    with pytest.raises(SimilarityError):
        index.nearest(np.full_like(index.vectors[0], np.nan), 3)


@pytest.mark.parametrize("n_songs", [0, 1, 2])
def test_a_library_of_no_songs_or_one_has_no_neighbours(
    tmp_path: Path, model: TaggingModel, n_songs: int
) -> None:
    index = index_of(tmp_path, model, drawn(model, n_songs))
    assert len(index.song_ids) == n_songs
    if n_songs:
        found = index.like([1], [], 10)
        assert found.song_ids.tolist() == list(range(2, n_songs + 1))
        assert np.isfinite(found.similarities).all()
        (query,) = index.space.vectors(drawn(model, 1))
        assert set(index.nearest(query, 10).song_ids.tolist()) == set(range(1, n_songs + 1))


def test_the_networks_logits_do_not_count_and_timbre_is_the_cepstra_alone(
    tmp_path: Path, model: TaggingModel
) -> None:
    embeddings, network = drawn(model, 25), probe_network(model)
    index = index_of(tmp_path / "a", model, embeddings)
    changed = embeddings.copy()
    changed[:, network.n_embedding :] = RNG.normal(0, 9, (25, network.n_network_words))
    np.testing.assert_array_equal(index.vectors, index_of(tmp_path / "b", model, changed).vectors)
    first = sum(block.width for block in network.blocks[:-1])
    assert network.blocks[-1].kind == "cepstra"
    changed[:, :first] = RNG.normal(0, 9, (25, first))
    by_timbre = [
        read_index(model, *reversed(keep(tmp_path / name, model, values)), Basis.TIMBRE)
        for name, values in (("c", embeddings), ("d", changed))
    ]
    np.testing.assert_array_equal(by_timbre[0].vectors, by_timbre[1].vectors)


def test_networks_without_cepstra_cannot_be_compared_by_timbre() -> None:
    with pytest.raises(SimilarityError):
        fit_space(RNG.normal(0, 1, (5, 4)), (EmbeddingBlock("features", 4),), Basis.TIMBRE)


def test_wide_embeddings_keep_their_strongest_directions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vector_space, "MAX_WIDTH", 8)
    blocks = (EmbeddingBlock("features", 20),)
    songs = RNG.normal(0, 1, (60, 20))
    space = fit_space(songs, blocks, Basis.MODEL)
    scaled = space.scaling.apply(torch.from_numpy(songs)).numpy()
    spread = np.linalg.svd(scaled, compute_uv=False) ** 2
    assert space.width == 8
    assert space.kept_share == pytest.approx(spread[:8].sum() / spread.sum())
    projected = scaled @ np.linalg.svd(scaled)[2][:8].T
    norms = np.linalg.norm(projected, axis=1, keepdims=True)
    projected /= norms
    found, lengths = space.vectors_and_lengths(songs)
    np.testing.assert_allclose(lengths, norms[:, 0], rtol=1e-5)
    np.testing.assert_allclose(found @ found.T, projected @ projected.T, atol=1e-5)


def test_reading_is_cancelled_between_songs(tmp_path: Path, model: TaggingModel) -> None:
    class Impatient(SilentJob):
        n_checks = 0

        def check(self) -> None:
            self.n_checks += 1
            if self.n_checks > 3:
                raise Cancelled

    cache, songs = keep(tmp_path, model, drawn(model, 6))
    with pytest.raises(Cancelled):
        read_index(model, songs, cache, job=Impatient())


def test_a_similarity_is_read_against_all_pairs_of_songs(
    tmp_path: Path, model: TaggingModel
) -> None:
    embeddings = drawn(model, 40)
    pairs = index_of(tmp_path / "many", model, embeddings).pair_similarities()
    expected = np.sort(cosines(model, embeddings)[np.triu_indices(40, 1)])
    np.testing.assert_allclose(pairs, expected, atol=1e-5)
    few = index_of(tmp_path / "few", model, embeddings[:9])
    assert not len(few.pair_similarities())
