"""The thesis's classifier: a perceptron of two layers, all tags at once.

Sankaran 2017, equation 2.14 and section 4.3.2. Sigmoids and cross-entropy summed over the judged
tags; Adam with the rates of table 4.2.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.jobs import SILENT, JobContext
from core.models.blocks import Perceptron
from core.models.network import TaggingNetwork
from core.models.sections import Section
from core.systems.classifiers import Groups, Scorer, Vectors
from core.systems.gradient_training import (
    LSTM_TARGET,
    Regime,
    require_songs,
    seeded,
    train,
    training_data,
)
from core.systems.system import Scores, States, learnable_tags
from core.training.sources import Rng

HIDDEN = 1024  # table 4.3
REGIME = replace(LSTM_TARGET, epochs=100)
Scaling = Literal["standard", "even"]


@dataclass(frozen=True, slots=True)
class TwoLayerPerceptron:
    """A Classifier: Linear, ReLU, Linear, sigmoid.

    hidden: units between, the thesis's H. seed: of the weights, the batches and of which artists,
    a fifth of the songs, decide when training stops. scaling: "standard" standardises each value by
    the songs; "even" multiplies all by their number, for histograms that sum to 1: a bin is 1 where
    all are as full. A bin that hardly any song is in stays small so, as in the thesis, which takes
    histograms as they are; standardised it would be as loud as any other.
    """

    hidden: int = HIDDEN
    seed: int = 0
    regime: Regime = REGIME
    scaling: Scaling = "standard"

    def fit(
        self, vectors: Vectors, states: States, groups: Groups, job: JobContext = SILENT
    ) -> Scorer:
        """See Classifier."""
        require_songs(len(vectors))
        columns, n_tags = learnable_tags(states), states.shape[1]
        scale = Standardised(vectors) if self.scaling == "standard" else Evened(vectors.shape[1])
        network = seeded(lambda: VectorNetwork(scale, self.hidden, len(columns)), self.seed)
        if len(columns):
            data = training_data(states[:, columns], groups, self.seed)
            config = self.regime.config(data, frozenset({Section.CLASSIFIER}), self.seed)
            train(network, VectorSource(vectors), data, config, job)

        def score(others: Vectors) -> Scores:
            scores = np.full((len(others), n_tags), np.nan)
            if len(columns):
                with torch.no_grad():
                    logits = network.vector_logits(_tensor(others))
                scores[:, columns] = torch.sigmoid(logits).numpy()
            return scores

        return score


class VectorNetwork(TaggingNetwork):
    """A network that takes vectors: the reduction scales them, the classifier is all else."""

    def __init__(self, scale: Standardised | Evened, hidden: int, n_tags: int) -> None:
        super().__init__()
        self.n_features = scale.n_values
        self.segment_frames = 0
        self.reduction = scale
        self.temporal = None
        self.classifier = Perceptron(self.n_features, hidden, n_tags)

    def vector_logits(self, vectors: Tensor) -> Tensor:
        """(n_songs, n_values) -> (n_songs, n_tags)."""
        logits: Tensor = self.classifier(self.reduction(vectors))
        return logits


class Standardised(nn.Module):
    """Values with the mean and the deviation of some songs taken out; constant ones become 0."""

    def __init__(self, vectors: Vectors) -> None:
        super().__init__()
        self.n_values = vectors.shape[1]
        spread = vectors.std(axis=0, dtype=np.float64)
        self.centre: Tensor
        self.scale: Tensor
        self.register_buffer("centre", _tensor(vectors.mean(axis=0, dtype=np.float64)))
        self.register_buffer("scale", _tensor(1.0 / np.where(spread > 1e-12, spread, np.inf)))

    def forward(self, vectors: Tensor) -> Tensor:
        """(n_songs, n_values), the same shape."""
        return (vectors - self.centre) * self.scale


class Evened(nn.Module):
    """Shares that sum to 1, in units of an even share."""

    def __init__(self, n_values: int) -> None:
        super().__init__()
        self.n_values = n_values

    def forward(self, shares: Tensor) -> Tensor:
        """(n_songs, n_values), the same shape."""
        return shares * self.n_values


class VectorSource:
    """Songs, by row, as vectors: a SongSource."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = _tensor(vectors)

    def logits(self, network: TaggingNetwork, rows: Sequence[int], rng: Rng = None) -> Tensor:
        """Compute the logits of some songs: (len(rows), n_tags)."""
        del rng
        assert isinstance(network, VectorNetwork)
        return network.vector_logits(self._vectors[list(rows)])


def _tensor(values: NDArray[np.floating]) -> Tensor:
    return torch.from_numpy(np.array(values, dtype=np.float32))
