"""An index is kept, extended by what is new, and made anew where too much is."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest

from core.features.cache import MIX
from core.jobs import Cancelled, SilentJob
from core.models.probe_form import keep_embedding
from core.similarity import index_store
from core.similarity.embedding_index import read_index
from core.similarity.index_store import IndexStore, extended
from core.similarity.similarity_records import Basis
from tests.support.kept_embeddings import keep, n_inputs, small_model

MODEL = small_model()
RNG = np.random.default_rng(5)


def drawn(n_songs: int) -> np.ndarray:
    return RNG.normal(0, 1, (n_songs, n_inputs(MODEL))).astype(np.float32)


def add(cache, songs: dict[int, str], song_id: int, embedding: np.ndarray) -> None:
    songs[song_id] = f"{5000 + song_id:032x}"
    cache.put_array(songs[song_id], MIX, np.array([0, -1, 0.0, 1.0]))
    keep_embedding(cache, songs[song_id], MODEL, embedding)


@pytest.mark.parametrize("basis", list(Basis))
def test_an_index_comes_back_from_its_file_as_it_was(tmp_path: Path, basis: Basis) -> None:
    cache, songs = keep(tmp_path, MODEL, drawn(9))
    made = IndexStore(tmp_path / "kept", cache).get(MODEL, songs, basis)
    cache.clear()  # the embeddings are needed no more
    again = IndexStore(tmp_path / "kept", cache).get(MODEL, songs, basis)
    np.testing.assert_array_equal(again.vectors, made.vectors)
    np.testing.assert_array_equal(again.lengths, made.lengths)
    np.testing.assert_array_equal(again.song_ids, made.song_ids)
    assert again.key == made.key
    query = drawn(1)
    np.testing.assert_array_equal(again.space.vectors(query), made.space.vectors(query))
    assert again.like([1], [], 3).song_ids.tolist() == made.like([1], [], 3).song_ids.tolist()


def test_a_new_song_is_added_and_one_that_went_is_left_out(tmp_path: Path) -> None:
    cache, songs = keep(tmp_path, MODEL, drawn(12))
    store = IndexStore(tmp_path / "kept", cache)
    first = store.get(MODEL, songs)
    add(cache, songs, 20, drawn(1)[0])
    songs[30] = f"{7000:032x}"  # nothing is kept of it
    del songs[4]
    found = store.get(MODEL, songs)
    assert found.song_ids.tolist() == [*(n for n in range(1, 13) if n != 4), 20]
    assert found.not_kept == (30,)
    assert found.space is first.space
    np.testing.assert_array_equal(found.vectors_of([5]), first.vectors_of([5]))
    whole, lengths = first.space.vectors_and_lengths(cache.get_array(songs[20], _key())[None])
    np.testing.assert_array_equal(found.vectors_of([20]), whole)
    assert found.lengths[-1] == lengths[0]
    np.testing.assert_array_equal(found.lengths[3], first.lengths[4])
    again = IndexStore(tmp_path / "kept", cache).get(MODEL, songs)
    np.testing.assert_array_equal(again.vectors, found.vectors)


def _key() -> str:
    from core.models.probe_form import embedding_key

    return embedding_key(MODEL)


def test_the_space_is_fitted_again_where_many_songs_have_come(tmp_path: Path) -> None:
    cache, songs = keep(tmp_path, MODEL, drawn(8))
    store = IndexStore(tmp_path / "kept", cache)
    first = store.get(MODEL, songs)
    for number in range(20, 24):
        add(cache, songs, number, drawn(1)[0])
    assert extended(first, MODEL, songs, cache) is None
    found = store.get(MODEL, songs)
    np.testing.assert_array_equal(found.vectors, read_index(MODEL, songs, cache).vectors)
    assert (first.n_reference, found.n_reference) == (8, 12)


def test_the_reference_is_cut_as_every_other_embedding_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, songs = keep(tmp_path, MODEL, drawn(30))
    whole = read_index(MODEL, songs, cache)
    monkeypatch.setattr("core.similarity.embedding_index.MAX_REFERENCE", 10)
    some = read_index(MODEL, songs, cache)
    assert some.vectors.shape[0] == whole.vectors.shape[0] == 30
    assert some.n_reference == 10


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 and nothing behind", b"x" * 1000])
def test_a_damaged_file_is_no_file(tmp_path: Path, damage: bytes) -> None:
    cache, songs = keep(tmp_path, MODEL, drawn(6))
    made = IndexStore(tmp_path / "kept", cache).get(MODEL, songs)
    (file,) = (tmp_path / "kept").glob("*.npz")
    file.write_bytes(damage)
    again = IndexStore(tmp_path / "kept", cache).get(MODEL, songs)
    np.testing.assert_array_equal(again.vectors, made.vectors)


def test_a_file_with_one_number_changed_is_no_file(tmp_path: Path) -> None:
    cache, songs = keep(tmp_path, MODEL, drawn(6))
    made = IndexStore(tmp_path / "kept", cache).get(MODEL, songs)
    (file,) = (tmp_path / "kept").glob("*.npz")
    number = made.vectors[3, 1].tobytes()
    stored = file.read_bytes()
    assert stored.count(number) == 1
    file.write_bytes(stored.replace(number, np.float32(0.5).tobytes()))
    with pytest.raises(zipfile.BadZipFile):
        index_store.load_index(file)
    again = IndexStore(tmp_path / "kept", cache).get(MODEL, songs)
    np.testing.assert_array_equal(again.vectors, made.vectors)


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    cache, songs = keep(tmp_path, MODEL, drawn(6))
    (tmp_path / "kept").write_text("a file where the folder should be")
    store = IndexStore(tmp_path / "kept", cache)
    assert len(store.get(MODEL, songs).song_ids) == 6


def test_only_the_latest_few_files_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_store, "MAX_FILES", 1)
    cache, songs = keep(tmp_path, MODEL, drawn(6))
    store = IndexStore(tmp_path / "kept", cache)
    for basis in Basis:
        store.get(MODEL, songs, basis)
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_extending_can_be_cancelled(tmp_path: Path) -> None:
    class Impatient(SilentJob):
        def check(self) -> None:
            raise Cancelled

    cache, songs = keep(tmp_path, MODEL, drawn(6))
    store = IndexStore(tmp_path / "kept", cache)
    first = store.get(MODEL, songs)
    add(cache, songs, 20, drawn(1)[0])
    with pytest.raises(Cancelled):
        store.get(MODEL, songs, job=Impatient())
    del songs[20]
    assert store.get(MODEL, songs).vectors is first.vectors
