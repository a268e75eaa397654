"""A parent gets an LSTM, or other networks beside it, and says what it said before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import TrainingError
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.models.checkpoint import TaggingModel, load_checkpoint
from core.models.predict import predict_song
from core.models.probe_form import network_state, probe_form, probe_network, side_recipes
from core.models.reduce_song import SongInput
from core.training.adapt import add_lstm, add_sides
from core.training.finetune import finetune
from tests.support.synthetic_songs import TAGS, LearningRound, parent_file, spectrogram

N_FRAMES = 500


@pytest.fixture
def thesis(tmp_path: Path) -> TaggingModel:
    """Load a tiny network of another recipe than the chunk tagger's."""
    return load_checkpoint(parent_file(tmp_path / "sides", ("low", "brass")))


@pytest.fixture
def chunks(chunk_round: LearningRound) -> TaggingModel:
    return load_checkpoint(chunk_round.parent_path)


def song_of(model: TaggingModel, *others: TaggingModel) -> SongInput:
    """Draw a song, once for each recipe that a model with sides takes."""
    models = (model, *others)
    log_mels = [
        LogMel(
            np.tile(spectrogram(seed, np.array([1, 0, 1])), 4)[:, :N_FRAMES],
            entry.card.recipe,
            "f" * 32,
        )
        for seed, entry in enumerate(models)
    ]
    return SongInput(log_mels[0], tuple(log_mels[1:]))


# -- other networks beside it ---------------------------------------------------------------


def test_a_model_with_sides_scores_as_before(chunks: TaggingModel, thesis: TaggingModel) -> None:
    both = add_sides(chunks, [thesis])
    before, after = (
        predict_song(model, song)
        for model, song in (
            (probe_form(chunks), song_of(chunks)),
            (both, song_of(chunks, thesis)),
        )
    )
    assert np.array_equal(before.scores, after.scores)
    assert np.array_equal(before.prefixes.scores, after.prefixes.scores)
    assert before.taggram is not None
    assert after.taggram is not None
    assert np.array_equal(before.taggram.scores, after.taggram.scores)
    assert side_recipes(both.card) == (RECIPES["thesis"],)
    wider = probe_network(both).n_embedding - probe_network(probe_form(chunks)).n_embedding
    hidden_and_features = probe_network(probe_form(thesis)).blocks[:2]
    assert wider == sum(block.width for block in hidden_and_features)


def test_what_a_side_hears_is_in_the_embedding(chunks: TaggingModel, thesis: TaggingModel) -> None:
    both = add_sides(chunks, [thesis])
    one = song_of(chunks, thesis)
    louder = LogMel(one.sides[0].values + 6, one.sides[0].recipe, "f" * 32)
    first, second = (
        predict_song(both, song, taggram=False).embedding
        for song in (one, replace(one, sides=(louder,)))
    )
    assert first is not None
    assert second is not None
    own = probe_network(probe_form(chunks)).n_embedding
    last = probe_network(both).n_embedding
    assert np.array_equal(first[:own], second[:own])
    assert not np.allclose(first[own:last], second[own:last])
    assert np.array_equal(first[last:], second[last:])


def test_a_side_that_is_there_already_is_left_out(
    chunks: TaggingModel, thesis: TaggingModel
) -> None:
    both = add_sides(chunks, [thesis, thesis, chunks, probe_form(thesis)])
    assert len(both.card.sizes["sides"]) == 1
    assert add_sides(both, [thesis]).card.sizes == both.card.sizes
    assert add_sides(chunks, [chunks]).card.sizes["sides"] == []


def test_learning_with_a_side_of_another_recipe(
    chunk_round: LearningRound, thesis: TaggingModel
) -> None:
    """Only the chunk tagger's own spectrograms tell “low” and “high”, only the side's “rising”."""
    parent = add_sides(load_checkpoint(chunk_round.parent_path), [thesis])
    outcome = finetune(chunk_round.request, chunk_round.labels, parent, chunk_round.cache)
    alone = chunk_round.run()
    assert outcome.card.architecture == "musicnn+probe"
    assert outcome.skipped == ()
    networks = f"{chunk_round.request.parent_name}, {thesis.card.name}"
    assert outcome.notes[0].endswith(f"together stay as they were: {networks}.")
    assert "the network that hears the music stays" in alone.notes[0]
    with_side, without = outcome.after["rising"].auc, alone.after["rising"].auc
    assert with_side is not None
    assert without is not None
    assert with_side > max(0.8, without + 0.1)
    child = load_checkpoint(outcome.model_path)
    assert side_recipes(child.card) == (RECIPES["thesis"],)
    again = finetune(chunk_round.request, chunk_round.labels, child, chunk_round.cache)
    assert again.notes[0].endswith(f": MusiCNN, {thesis.card.name}.")
    assert side_recipes(load_checkpoint(again.model_path).card) == (RECIPES["thesis"],)
    assert again.after["rising"].auc == pytest.approx(with_side, abs=0.05)


def test_a_song_that_one_of_the_networks_cannot_read_is_skipped(
    chunk_round: LearningRound, thesis: TaggingModel
) -> None:
    parent = add_sides(load_checkpoint(chunk_round.parent_path), [thesis])
    lonely, cache = "e" * 32, chunk_round.cache
    values = np.zeros((96, 400), np.float32)
    cache.put(LogMel(values, parent.card.recipe, lonely))
    labels = replace(
        chunk_round.labels, audio_hashes=(lonely, *chunk_round.labels.audio_hashes[1:])
    )
    outcome = finetune(chunk_round.request, labels, parent, cache)
    assert [path for path, _ in outcome.skipped] == [labels.paths[0]]
    assert outcome.n_train == len(labels.paths) - 1


# -- an LSTM ----------------------------------------------------------------------------------


def test_an_lstm_is_put_behind_a_reduction_that_stays(chunks: TaggingModel) -> None:
    grown = add_lstm(probe_form(chunks), seed=3)
    assert grown.card.architecture == "musicnn+lstm+probe"
    before, after = chunks.network.state_dict(), network_state(grown)
    reduction = [name for name in before if name.startswith("reduction.")]
    assert reduction
    assert all(torch.equal(before[name], after[name]) for name in reduction)
    again = network_state(add_lstm(probe_form(chunks), seed=3))
    assert all(torch.equal(after[name], again[name]) for name in after)
    other = network_state(add_lstm(probe_form(chunks), seed=4))
    assert any(not torch.equal(after[name], other[name]) for name in after)


def test_a_network_with_a_temporal_section_gets_no_second_lstm(
    chunks: TaggingModel, thesis: TaggingModel
) -> None:
    for model in (probe_form(thesis), add_lstm(probe_form(chunks), seed=0)):
        with pytest.raises(TrainingError, match="follows the course of time already"):
            add_lstm(model, seed=0)


def test_a_public_tagger_learns_the_users_words(chunk_round: LearningRound) -> None:
    outcome = chunk_round.run()
    assert outcome.depth == "classifier"
    assert outcome.card.words == ("low", "brass", "high", "rising")
    for name in ("low", "high"):
        auc = outcome.after[name].auc
        assert auc is not None
        assert auc > 0.85, "their bands are in the chunk tagger's spectrograms"
    model, parent = load_checkpoint(outcome.model_path), load_checkpoint(chunk_round.parent_path)
    before, after = parent.network.state_dict(), network_state(model)
    assert all(torch.equal(before[name], after[name]) for name in before)
    assert set(TAGS) <= set(model.words)
