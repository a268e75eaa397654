"""Stored predictions: half precision in the file, a matrix in memory that stays true."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.library.live_scores import LiveScores, LiveUpdate
from core.library.score_matrix import ScoreMatrix
from core.library.store import Library
from tests.support.small_songs import library_with, new_model, new_song, scores


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 6) as opened:
        yield opened


def test_scores_are_stored_in_half_precision_by_model(library: Library) -> None:
    first = library.models.add(new_model("a", "kick", "piano"))
    second = library.models.add(new_model("b", "kick"))
    library.predictions.put(first.id, {3: scores(0.123456, 0.987654), 1: scores(0, 1)})
    library.predictions.put(second.id, {3: scores(0.5)})
    got = library.predictions.get(3, first.id)
    assert got is not None
    assert got.dtype == np.float32
    np.testing.assert_allclose(got, [0.123456, 0.987654], atol=5e-4)
    assert library.predictions.get(2, first.id) is None
    assert library.predictions.missing_ids(first.id).tolist() == [2, 4, 5, 6]
    library.songs.mark_missing(4)
    assert library.predictions.missing_ids(first.id).tolist() == [2, 5, 6]
    library.predictions.delete(first.id)
    assert len(library.predictions.matrix(first.id)[0]) == 0
    assert len(library.predictions.matrix(second.id)[0]) == 1


def test_the_matrix_in_memory_is_what_the_file_holds(library: Library) -> None:
    row = library.models.add(new_model("a", "kick", "piano"))
    assert library.predictions.matrix(row.id)[1].shape[0] == 0
    for batch in ({5: 0.5}, {2: 0.2, 5: 0.55}, {6: 0.6}, {1: 0.1, 4: 0.4}):
        library.predictions.put(row.id, {k: scores(v, 1 - v) for k, v in batch.items()})
        ids, kept = library.predictions.matrix(row.id)
        library.predictions.invalidate()
        fresh_ids, fresh = library.predictions.matrix(row.id)
        assert ids.tolist() == fresh_ids.tolist() == sorted(ids.tolist())
        assert (kept == fresh).all()
        assert not kept.flags.writeable


def test_the_same_songs_give_the_same_arrays(library: Library) -> None:
    row = library.models.add(new_model("a", "kick"))
    library.predictions.put(row.id, {1: scores(0.5), 2: scores(0.5)})
    ids, kept = library.predictions.matrix(row.id)
    library.predictions.put(row.id, {2: scores(0.75)})
    assert library.predictions.matrix(row.id)[0] is ids
    assert kept[1, 0] == 0.75
    library.songs.add(new_song(77))
    library.predictions.put(row.id, {7: scores(0.25)})
    assert library.predictions.matrix(row.id)[0].tolist() == [1, 2, 7]
    assert ids.tolist() == [1, 2]


@settings(deadline=None)
@given(st.lists(st.dictionaries(st.integers(1, 40), st.floats(0, 1, width=16), min_size=1)))
def test_a_matrix_is_a_sorted_dictionary_of_rows(batches: list[dict[int, float]]) -> None:
    matrix = ScoreMatrix(np.empty(0, np.int64), np.empty((0, 0), np.float32))
    true: dict[int, float] = {}
    for batch in batches:
        ids = sorted(batch)
        values = np.array([[batch[song_id]] for song_id in ids], np.float32)
        matrix.put(np.array(ids, np.int64), values)
        true |= batch
        shown, rows = matrix.view()
        assert shown.tolist() == sorted(true)
        assert rows[:, 0].tolist() == [np.float32(true[song_id]) for song_id in sorted(true)]


def test_what_lies_over_a_model_follows_the_songs_that_are_listened_to(tmp_path: Path) -> None:
    draw, over = np.random.default_rng(1), np.array([2, 3, 5, 8, 13, 21, 34])
    with library_with(tmp_path / "forty.db", 40) as library:
        row = library.models.add(new_model("a", "kick", "piano"))
        library.predictions.put(row.id, {3: scores(0.25, 0.75)})
        live = LiveScores(row.id, (7, None), over)
        live.update(LiveUpdate({7: scores(*over / 100), 9: scores(*over / 50)}))
        library.predictions.live = live
        for number in range(15):
            library.predictions.matrix(row.id)
            batch = draw.choice(np.arange(1, 6 + 2 * number), 3, replace=False)
            library.predictions.put(row.id, {int(song): draw.random(2) for song in batch})
            if number % 2:
                live.update(LiveUpdate({7: scores(*over / (100 + number))}))
            assert live.lies_over(library.predictions.own_matrix(row.id)[0])  # not laid anew
            kept = library.predictions.matrix(row.id)[1].copy()
            live.invalidate()
            assert (kept == library.predictions.matrix(row.id)[1]).all()
