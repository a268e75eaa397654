"""What the tests of training share: a public chunk tagger with songs two chunks long."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.models.card import ModelCard
from core.models.catalogue import build_network
from core.models.checkpoint import save_checkpoint
from core.training.config import FinetuneRequest
from tests.support.synthetic_songs import LearningRound, synthetic_labels

RECIPE = RECIPES["mel96-16k"]


@pytest.fixture
def chunk_round(tmp_path: Path) -> LearningRound:
    """Fine-tune a random Musicnn on twenty songs with bands that their tags name."""
    cache = FeatureCache(tmp_path / "cache")
    labels = synthetic_labels(cache, n_songs=20)
    for number, audio_hash in enumerate(labels.audio_hashes):
        values = np.random.default_rng(number).normal(-50, 4, (96, 400)).astype(np.float32)
        values[10:40] += 30 * labels.states[number, 0]
        values[60:90] += 30 * labels.states[number, 1]
        cache.put(LogMel(values, RECIPE, audio_hash))
    torch.manual_seed(1)
    card = ModelCard("public", "musicnn", {"n_tags": 2}, RECIPE, ("low", "brass"), licence="MIT")
    parent_path = save_checkpoint(tmp_path / "parents", card, build_network("musicnn", card.sizes))
    request = FinetuneRequest(
        name="grown", parent_name="public", depth="automatic", epochs=4, seed=3,
        models_folder=tmp_path / "models",
    )  # fmt: skip
    return LearningRound(request, labels, parent_path, cache)
