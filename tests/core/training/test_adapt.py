"""A parent gets more words, a skip layer or an LSTM, and keeps what it knew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import TrainingError
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.models.card import ModelCard
from core.models.catalogue import build_network
from core.models.checkpoint import load_checkpoint, save_checkpoint
from core.training.adapt import expand_head
from tests.support.synthetic_songs import (
    TAGS,
    LearningRound,
    make_round,
    parent_file,
    spectrogram,
    synthetic_labels,
)


def test_an_expanded_head_scores_known_words_as_before(tmp_path: Path) -> None:
    parent = load_checkpoint(parent_file(tmp_path))
    wider = expand_head(parent, [1, -1, 0]).eval()
    sound = torch.randn(2, 96, parent.network.segment_frames)
    with torch.no_grad():
        before, after = parent.network(sound), wider(sound)
    assert torch.allclose(after[[2, 0]], before, atol=1e-6)
    assert after[1] == 0


def test_a_public_tagger_learns_the_users_words(tmp_path: Path) -> None:
    recipe = RECIPES["mel96-16k"]
    cache = FeatureCache(tmp_path / "cache")
    labels = synthetic_labels(cache, 16)
    for number, audio_hash in enumerate(labels.audio_hashes):
        values = np.concatenate([spectrogram(number, labels.states[number])] * 2, axis=1)
        cache.put(LogMel(values, recipe, audio_hash))
    torch.manual_seed(0)
    card = ModelCard("public", "musicnn", {"n_tags": 2}, recipe, ("guitar", "low"))
    path = save_checkpoint(tmp_path, card, build_network("musicnn", {"n_tags": 2}))
    learning_round = make_round(tmp_path, labels, "automatic", epochs=2)
    outcome = replace(learning_round, parent_path=path).run()
    assert outcome.depth == "classifier"
    assert outcome.card.words[:2] == ("guitar", "low")
    assert {"high", "rising"} & set(outcome.card.words)
    assert outcome.wauc_after is not None
    assert outcome.n_held_out > 0
    assert load_checkpoint(outcome.model_path).network.temporal is None


def test_the_skip_layer_knows_the_depths_of_its_features() -> None:
    network = build_network("musicnn", {"n_tags": 2, "direct": True})
    assert sum(network.depths) == network.n_features
    assert len(network.depths) == 4
    assert network.skip is not None
    grown = build_network("musicnn+lstm", {"n_tags": 2, "direct": True})
    assert grown.depths == network.depths


def test_an_lstm_behind_a_public_backbone_is_trained_and_the_backbone_stays(
    chunk_round: LearningRound,
) -> None:
    outcome = chunk_round.with_request(lstm=True).run()
    assert outcome.card.architecture == "musicnn+lstm"
    assert outcome.depth == "temporal"
    model, parent = load_checkpoint(outcome.model_path), load_checkpoint(chunk_round.parent_path)
    assert set(TAGS) <= set(model.words)
    former = parent.network.reduction.state_dict()
    for key, value in model.network.reduction.state_dict().items():
        assert torch.equal(value, former[key]), key
    assert outcome.wauc_after is not None
    assert outcome.wauc_after > 0.6


def test_a_network_with_a_temporal_section_gets_no_second_lstm(
    chunk_round: LearningRound,
) -> None:
    grown = chunk_round.with_request(lstm=True, epochs=1).run()
    again = chunk_round.with_request(parent_name="grown", lstm=True)
    again = replace(again, parent_path=grown.model_path)
    with pytest.raises(TrainingError, match="follows the course of time already"):
        again.run()
