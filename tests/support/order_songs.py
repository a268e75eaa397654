"""Songs of a loud and a soft half: which came first is what only training by gradients finds."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import torch

from core.features.cache import FeatureCache
from core.features.spectrogram import LogMel
from core.models.card import ModelCard
from core.models.checkpoint import save_checkpoint
from core.models.choi_lstm import ChoiLstm
from core.training.config import LearningRate
from tests.support.synthetic_songs import (
    BRISK,
    RECIPE,
    TINY,
    LearningRound,
    make_round,
    synthetic_labels,
)

N_SONGS, EPOCHS = 40, 45
N_FRAMES = 2 * TINY.n_frames


def order_round(home: Path, depth: str = "temporal", epochs: int = EPOCHS) -> LearningRound:
    """Make songs of a loud and a soft half, and a network that cannot tell which came first.

    Every average over the song is the same; the second layer of its LSTM does not listen.
    """
    cache = FeatureCache(home / "cache")
    labels = synthetic_labels(cache, N_SONGS)
    states = np.random.default_rng(3).integers(0, 2, (N_SONGS, 1)).astype(np.int8)
    for number, audio_hash in enumerate(labels.audio_hashes):
        values = np.random.default_rng(number).normal(-12, 1, (96, N_FRAMES)).astype(np.float32)
        half = slice(0, TINY.n_frames) if states[number, 0] else slice(TINY.n_frames, None)
        values[:, half] += 8
        cache.put(LogMel(values, RECIPE, audio_hash))
    torch.manual_seed(1)
    network = ChoiLstm(TINY)
    with torch.no_grad():
        for name in ("weight_ih_l1", "weight_hh_l1"):
            getattr(network.temporal.lstm, name).zero_()
    card = ModelCard("parent", "choi_lstm", asdict(TINY), RECIPE, ("solo", "brass"))
    path = save_checkpoint(home / "parents", card, network)
    labels = replace(labels, states=states, tag_ids=np.array([11]), tag_names=("loud first",))
    learning_round = make_round(home, labels, depth, epochs)
    patient = replace(BRISK, patience=EPOCHS, head=LearningRate(1e-2, 1000))
    return replace(learning_round, parent_path=path).with_request(schedule=patient)
