"""Live heads along a song: the windows and beginnings as its own embedding is scored."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.library.live_scores import LiveScores, LiveUpdate, LiveWords
from core.models.checkpoint import TaggingModel
from core.models.predict import predict_file, predict_song
from core.models.prediction_records import AlongSong, Predictions
from core.models.probe_form import cached_along, probe_network
from core.training.live_along import fits_song, live_predictions
from tests.support.kept_embeddings import n_inputs, small_model

HASH, OWN, NEW = "a" * 32, 7, 9
N_FRAMES = 400


@pytest.fixture(scope="module")
def model() -> TaggingModel:
    return small_model()


@pytest.fixture
def log_mel() -> LogMel:
    values = np.random.default_rng(4).normal(-9, 3, (96, N_FRAMES)).astype(np.float32)
    return LogMel(values, RECIPES["thesis"], HASH)


def predicted(model: TaggingModel, log_mel: LogMel) -> tuple[Predictions, AlongSong]:
    found = predict_song(model, log_mel)
    assert found.along is not None
    return found, found.along


def words_of(model: TaggingModel, *tag_ids: int, seed: int = 5) -> LiveWords:
    rng = np.random.default_rng(seed)
    live = LiveScores(1, (OWN, None), np.array([1]))
    heads = {
        tag_id: ((rng.normal(size=n_inputs(model)) / 30).astype(np.float32), 0.2)
        for tag_id in tag_ids
    }
    scores = {tag_id: np.array([0.5], np.float32) for tag_id in tag_ids}
    live.update(LiveUpdate(scores, heads=heads))
    return live.words()


def test_what_is_kept_along_a_song_gives_the_models_own_scores(
    model: TaggingModel, log_mel: LogMel
) -> None:
    found, along = predicted(model, log_mel)
    assert found.taggram is not None
    assert found.embedding is not None
    layer = probe_network(model).classifier
    weight, bias = layer.weight.detach().numpy(), layer.bias.detach().numpy()
    for embeddings, scores in (
        (along.windows, found.taggram.scores),
        (along.beginnings, found.prefixes.scores),
    ):
        expected = 1 / (1 + np.exp(-(embeddings @ weight.T + bias)))
        assert np.allclose(expected, scores, atol=1e-5)
    assert np.array_equal(along.beginnings[-1], found.embedding)
    assert fits_song(along, found)
    assert not fits_song(AlongSong(along.windows[1:], along.beginnings), found)


def test_live_words_lie_over_windows_and_beginnings_alike(
    model: TaggingModel, log_mel: LogMel
) -> None:
    found, along = predicted(model, log_mel)
    words = words_of(model, OWN, NEW)
    live = live_predictions(found, along, words, ("new",))
    assert live.words == (*found.words, "new")
    assert live.taggram is not None
    assert found.taggram is not None
    weight, bias = words.heads[NEW]
    expected = 1 / (1 + np.exp(-(along.windows @ weight + bias)))
    assert np.allclose(live.taggram.scores[:, 2], expected, atol=1e-3)
    assert np.array_equal(live.taggram.scores[:, 1], found.taggram.scores[:, 1])  # not learned
    assert not np.allclose(live.taggram.scores[:, 0], found.taggram.scores[:, 0], atol=1e-3)
    assert np.array_equal(live.scores, live.prefixes.scores[-1])
    assert live.prefixes.scores.shape == (len(found.prefixes.end_s), 3)
    assert np.array_equal(live.taggram.start_s, found.taggram.start_s)


def test_the_same_heads_give_the_same_picture_and_none_leave_it_as_it_is(
    model: TaggingModel, log_mel: LogMel
) -> None:
    found, along = predicted(model, log_mel)
    one, other = words_of(model, OWN), words_of(model, OWN, seed=6)
    first, between, again = (live_predictions(found, along, w) for w in (one, other, one))
    assert first.taggram is not None
    assert between.taggram is not None
    assert again.taggram is not None
    assert first.taggram.scores.tobytes() == again.taggram.scores.tobytes()
    assert first.prefixes.scores.tobytes() == again.prefixes.scores.tobytes()
    assert first.taggram.scores.tobytes() != between.taggram.scores.tobytes()
    untouched = live_predictions(found, along, words_of(model))
    assert untouched.taggram is not None
    assert found.taggram is not None
    assert np.array_equal(untouched.taggram.scores, found.taggram.scores)


def test_words_are_the_same_until_a_head_is_fitted_anew() -> None:
    live = LiveScores(1, (OWN, None), np.array([1]))
    weight, scores = np.zeros(3, np.float32), np.array([0.5], np.float32)
    live.update(LiveUpdate({OWN: scores}, heads={OWN: (weight, 0.0)}))
    before = live.words()
    live.update(LiveUpdate(held_out={OWN: (np.array([1]), scores)}))
    assert live.words().is_same(before)
    live.update(LiveUpdate({OWN: scores}, heads={OWN: (weight, 0.1)}))
    assert not live.words().is_same(before)
    live.update(LiveUpdate(forgotten=(OWN,)))
    assert not live.words().heads
    assert before.heads


def test_a_song_that_was_heard_is_kept_for_all_models_on_the_same_network(
    model: TaggingModel, log_mel: LogMel, tmp_path: Path
) -> None:
    cache = FeatureCache(tmp_path / "cache")
    cache.put(log_mel)
    assert cached_along(cache, HASH, model) is None
    found = predict_file(model, tmp_path / "away.flac", HASH, cache)
    kept = cached_along(cache, HASH, model)
    assert kept is not None
    assert found.along is not None
    assert np.array_equal(kept.windows, found.along.windows)
    assert np.array_equal(kept.beginnings, found.along.beginnings)
