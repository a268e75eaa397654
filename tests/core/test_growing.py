"""A chunk tagger can be given an LSTM, and be taught as the public ones were."""

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
from core.library.records import Labels
from core.models.card import ModelCard
from core.models.catalogue import build_network
from core.models.checkpoint import load_checkpoint, save_checkpoint
from core.training.config import PUBLIC, FinetuneRequest
from core.training.finetune import finetune
from core.training.optim import SGD_RATES, stage_of
from tests.support.sung_labels import TAGS, sung_labels

RECIPE = RECIPES["mel96-16k"]


@pytest.fixture
def labels(tmp_path: Path) -> Labels:
    """Twenty songs, two chunks of Musicnn long, with bands that their tags name."""
    cache = FeatureCache(tmp_path / "cache")
    labels = sung_labels(cache, n_songs=20)
    for number, audio_hash in enumerate(labels.audio_hashes):
        values = np.random.default_rng(number).normal(-60, 4, (96, 400)).astype(np.float32)
        values[10:40] += 30 * labels.states[number, 0]
        values[60:90] += 30 * labels.states[number, 1]
        cache.put(LogMel(values, RECIPE, audio_hash))
    return labels


@pytest.fixture
def request_(tmp_path: Path, labels: Labels) -> FinetuneRequest:
    torch.manual_seed(1)
    card = ModelCard("public", "musicnn", {"n_tags": 2}, RECIPE, ("low", "brass"), licence="MIT")
    parent = save_checkpoint(tmp_path / "parents", card, build_network("musicnn", card.sizes))
    return FinetuneRequest(
        labels=labels, start_from=parent, parent="public", depth="automatic", epochs=4, seed=3,
        device="cpu", name="grown", cache_folder=tmp_path / "cache",
        models_folder=tmp_path / "models",
    )  # fmt: skip


def test_an_lstm_behind_a_public_backbone_learns_and_the_backbone_stays(
    request_: FinetuneRequest,
) -> None:
    outcome = finetune(replace(request_, lstm=True))
    assert outcome.card.architecture == "musicnn+lstm"
    assert outcome.depth == "temporal"
    model, parent = load_checkpoint(outcome.model_path), load_checkpoint(request_.start_from)
    assert set(TAGS) <= set(model.words)
    former = parent.network.reduction.state_dict()
    for key, value in model.network.reduction.state_dict().items():
        assert torch.equal(value, former[key]), key
    assert outcome.wauc_after is not None
    assert outcome.wauc_after > 0.6


def test_a_network_that_follows_time_already_gets_no_second_lstm(request_: FinetuneRequest) -> None:
    grown = finetune(replace(request_, lstm=True, epochs=1))
    again = replace(request_, start_from=grown.model_path, parent="grown", lstm=True)
    with pytest.raises(TrainingError, match="follows the course of time already"):
        finetune(again)


def test_the_public_schedule_goes_down_its_ladder_and_the_card_says_so(
    request_: FinetuneRequest,
) -> None:
    assert [stage_of(epoch, 10) for epoch in range(1, 11)] == [0, 0, 0, 0, 1, 1, 2, 2, 3, 3]
    assert {stage_of(epoch, 2) for epoch in (1, 2)} <= set(range(1 + len(SGD_RATES)))
    seen: list[float] = []
    outcome = finetune(replace(request_, schedule=PUBLIC), lambda report: seen.append(report.loss))
    assert len(seen) == 4
    assert outcome.card.settings["schedule"]["ladder"]
