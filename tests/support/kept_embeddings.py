"""A small model and embeddings of songs that are kept as if it had heard them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch

from core.features.cache import MIX, FeatureCache
from core.features.recipe import RECIPES
from core.models.card import ModelCard
from core.models.checkpoint import TaggingModel, to_inference
from core.models.choi_lstm import ChoiLstm
from core.models.probe_form import keep_embedding, probe_form, probe_network
from tests.support.synthetic_songs import TINY


def small_model() -> TaggingModel:
    """A network with fresh weights, in probe form."""
    torch.manual_seed(1)
    card = ModelCard("small", "choi_lstm", asdict(TINY), RECIPES["thesis"], ("low", "brass"))
    return probe_form(to_inference(card, ChoiLstm(TINY)))


def n_inputs(model: TaggingModel) -> int:
    """The width of an embedding with the network's logits."""
    return probe_network(model).classifier.in_features


def keep(folder: Path, model: TaggingModel, embeddings: np.ndarray) -> tuple[FeatureCache, dict]:
    """Keep embeddings of songs 1, 2, …; return the cache, and the songs as read_index takes them.

    Their hashes run the other way, so that no order is right by chance.
    """
    cache = FeatureCache(folder / "cache")
    songs = {number: f"{999 - number:032x}" for number in range(1, len(embeddings) + 1)}
    for number, embedding in enumerate(embeddings, start=1):
        cache.put_array(songs[number], MIX, np.array([0, -1, 0.0, 1.0]))
        keep_embedding(cache, songs[number], model, embedding.astype(np.float32))
    return cache, songs
