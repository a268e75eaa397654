"""A map is laid out once, and comes back for the songs that are still there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from core.models.probe_tagger import EmbeddingBlock
from core.similarity.embedding_index import EmbeddingIndex
from core.similarity.map_store import MapStore
from core.similarity.similarity_records import Basis, MapMethod
from core.similarity.song_map import map_songs
from core.similarity.vector_space import fit_space

SPACE = fit_space(np.eye(4), (EmbeddingBlock("features", 4),), Basis.MODEL)


def index_of(n_songs: int) -> EmbeddingIndex:
    vectors = np.random.default_rng(3).normal(0, 1, (n_songs, 4)).astype(np.float32)
    hashes = np.array([f"{number:032x}" for number in range(n_songs)], dtype=np.bytes_)
    ids = np.arange(n_songs) + 1
    return EmbeddingIndex(ids, vectors, SPACE, audio_hashes=hashes, key="a model")


def test_a_map_comes_back_with_its_remark(tmp_path: Path) -> None:
    index, store = index_of(20), MapStore(tmp_path / "maps")
    for method in MapMethod:
        songs = map_songs(index, method)
        store.save(method, index, songs)
        again = store.load(method, index)
        assert again is not None
        np.testing.assert_array_equal(again.positions, songs.positions)
        np.testing.assert_array_equal(again.song_ids, songs.song_ids)
        assert (again.method, again.quality) == (songs.method, songs.quality)
        assert again.remark == songs.remark


def test_songs_that_went_are_left_out_and_ids_are_the_librarys_own(tmp_path: Path) -> None:
    index, store = index_of(20), MapStore(tmp_path)
    songs = map_songs(index, MapMethod.PCA)
    store.save(MapMethod.PCA, index, songs)
    fewer = replace(
        index, song_ids=index.song_ids[3:] * 10, vectors=index.vectors[3:],
        audio_hashes=index.audio_hashes[3:],
    )  # fmt: skip
    again = store.load(MapMethod.PCA, fewer)
    assert again is not None
    assert again.song_ids.tolist() == fewer.song_ids.tolist()
    np.testing.assert_array_equal(again.positions, songs.positions[3:])


def test_another_model_another_method_and_a_damaged_file_have_no_map(tmp_path: Path) -> None:
    index, store = index_of(8), MapStore(tmp_path)
    store.save(MapMethod.PCA, index, map_songs(index, MapMethod.PCA))
    assert store.load(MapMethod.TSNE, index) is None
    assert store.load(MapMethod.PCA, replace(index, key="another model")) is None
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"no map")
    assert store.load(MapMethod.PCA, index) is None
