"""A linear network that one can read: a word for each of two bands, the mean over the song."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from core.features.recipe import RECIPES
from core.models.card import ModelCard
from core.models.checkpoint import TaggingModel, to_inference
from core.models.network import TaggingNetwork
from core.models.probe_tagger import running_mean

LOW, HIGH = slice(10, 20), slice(70, 80)  # mel bands
WORDS = ("low", "high")
SEGMENT_FRAMES = 64


class BandMeans(nn.Module):
    """(n, n_mels, n_frames) -> (n, 2): the mean of each band."""

    def forward(self, segments: Tensor) -> Tensor:
        return torch.stack([segments[:, band].mean(dim=(1, 2)) for band in (LOW, HIGH)], dim=1)


class RunningMean(nn.Module):
    """The mean of the segments so far."""

    def forward(self, sequences: Tensor) -> Tensor:
        return running_mean(sequences)


class BandNetwork(TaggingNetwork):
    """Each word's logit is half its band's mean, and 3."""

    n_features = 2
    segment_frames = SEGMENT_FRAMES

    def __init__(self) -> None:
        super().__init__()
        self.reduction = BandMeans()
        self.temporal = RunningMean()
        self.classifier = nn.Linear(2, 2)
        with torch.no_grad():
            self.classifier.weight.copy_(0.5 * torch.eye(2))
            self.classifier.bias.fill_(3.0)


def band_model() -> TaggingModel:
    """The network with its card, of the thesis's recipe."""
    card = ModelCard("bands", "choi_lstm", {}, RECIPES["thesis"], WORDS)
    return to_inference(card, BandNetwork())


def tone(hz: float, seconds: float, rate_hz: int, amplitude: float = 0.3) -> np.ndarray:
    """A sine with a little noise, float32 (n,)."""
    times = np.arange(round(seconds * rate_hz)) / rate_hz
    noise = np.random.default_rng(round(hz)).normal(0, 0.003, len(times))
    return (amplitude * np.sin(2 * np.pi * hz * times) + noise).astype(np.float32)
