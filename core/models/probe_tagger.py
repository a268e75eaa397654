"""A network of the catalogue, unchanged, and one linear layer on what it makes of a song.

The layer reads the song's embedding: hidden units, features and cepstra, each averaged over the
song, and the network's own logits, so that words nobody taught stay as they were. How it is fitted
is training's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from core.models.blocks import EmptyLinear
from core.models.cepstra import N_MOMENTS, CepstralStatistics
from core.models.folded_blocks import evaluation_form
from core.models.network import TINY, TaggingNetwork


@dataclass(frozen=True, slots=True)
class EmbeddingBlock:
    """A part of a song's embedding that is scaled on its own. kind: hidden, features or cepstra."""

    kind: str
    width: int


class SideEmbedder(nn.Module):
    """Another network beside the first, as far as it goes segment by segment.

    (n, n_mels, n_frames) of its own recipe -> (n, n_hidden + n_features).
    """

    def __init__(self, network: TaggingNetwork) -> None:
        super().__init__()
        self.reduction = network.reduction
        self.temporal = network.temporal
        self.classifier = network.classifier
        self.segment_frames, self.hop_frames = network.segment_frames, network.hop_frames
        self.layout = network.layout
        self.blocks = _network_blocks(network)

    def forward(self, segments: Tensor) -> Tensor:
        """See the class."""
        return self.embed(self.reduction(segments).float())

    def embed(self, features: Tensor) -> Tensor:
        """(n, n_features) -> (n, n_hidden + n_features)."""
        states = features if self.temporal is None else self.temporal(features.unsqueeze(1))[:, 0]
        hidden = _hidden_units(self.classifier, states)
        return features if hidden is None else torch.cat([hidden, features], dim=1)


class ProbeReduction(nn.Module):
    """The network's reduction and the cepstral statistics of the same segments, side by side."""

    def __init__(self, base: nn.Module, n_mels: int) -> None:
        super().__init__()
        self.base = base
        self.cepstra = CepstralStatistics(n_mels) if n_mels else None

    def forward(self, segments: Tensor) -> Tensor:
        """(n, n_mels, n_frames) -> (n, n_features + 2 * N_MOMENTS)."""
        features: Tensor = self.base(segments)
        if self.cepstra is None:
            return features
        return torch.cat([features.float(), self.cepstra(segments)], dim=1)


class SongEmbedder(nn.Module):
    """From the features along a song to the embedding of its beginnings, the last of all of it.

    (batch, steps, n_features) -> (batch, steps, n_embedding + n_words of the network): causal
    means of the blocks, then the network's own logits. blocks: widths in that order, without the
    logits.
    """

    def __init__(self, network: TaggingNetwork, *, has_cepstra: bool, n_side: int) -> None:
        super().__init__()
        self.network_temporal = network.temporal
        self.network_classifier = network.classifier
        self.n_features, self.has_cepstra, self.n_side = network.n_features, has_cepstra, n_side

    def forward(self, sequences: Tensor) -> Tensor:
        """See the class."""
        features = sequences[..., : self.n_features]
        hidden, logits = self._network_outputs(features)
        parts = [] if hidden is None else [hidden]
        parts.append(running_mean(features))
        if self.has_cepstra:
            last = self.n_features + 2 * N_MOMENTS
            parts.append(running_statistics(sequences[..., self.n_features : last]))
        if self.n_side:
            parts.append(running_mean(sequences[..., -self.n_side :]))
        return torch.cat([*parts, logits], dim=-1)

    def _network_outputs(self, features: Tensor) -> tuple[Tensor | None, Tensor]:
        """Compute hidden units, where there are any, and logits of every beginning."""
        if self.network_temporal is not None:
            states = self.network_temporal(features)
            logits = self.network_classifier(states)
            return _hidden_units(self.network_classifier, states), logits
        flat = features.flatten(0, 1)  # a batch norm takes one row a segment
        hidden = _hidden_units(self.network_classifier, flat)
        batch, steps = features.shape[:2]
        scores = torch.sigmoid(self.network_classifier(flat))
        scores = scores.reshape(batch, steps, scores.shape[1])
        logits = torch.logit(running_mean(scores), eps=TINY)
        if hidden is not None:
            hidden = running_mean(hidden.reshape(batch, steps, -1))
        return hidden, logits


class ProbeTagger(TaggingNetwork):
    """The network, kept as it is, and a linear layer on the embedding of the song.

    n_mels: of its recipe, whose cepstra are added; 0 for waveforms, which have none. sides: other
    networks, whose embeddings are added. The classifier is the layer: (n, n_embedding + n words of
    the network) -> (n, n_tags).
    """

    def __init__(
        self, network: TaggingNetwork, n_mels: int, n_tags: int, sides: Sequence[SideEmbedder] = ()
    ) -> None:
        super().__init__()
        self.blocks = embedding_blocks(network, n_mels, sides)
        self.sides = nn.ModuleList(sides)
        self.n_side = sum(block.width for side in sides for block in side.blocks)
        self.n_features = network.n_features + (2 * N_MOMENTS if n_mels else 0)
        self.segment_frames, self.hop_frames = network.segment_frames, network.hop_frames
        self.layout = network.layout
        self.follows_time = network.temporal is not None
        self._early = network.early_reduction()
        self.n_network_words = network.output.out_features
        self.reduction = ProbeReduction(network.reduction, n_mels)
        self.temporal: nn.Module = SongEmbedder(
            network, has_cepstra=bool(n_mels), n_side=self.n_side
        )
        n_inputs = self.n_embedding + self.n_network_words
        self.classifier: nn.Linear = (
            nn.Linear(n_inputs, n_tags) if n_tags else EmptyLinear(n_inputs)
        )

    @property
    def n_embedding(self) -> int:
        """Width of all blocks together."""
        return sum(block.width for block in self.blocks)

    def early_reduction(self) -> tuple[nn.Module, ...]:
        """Return those of the network itself."""
        return self._early

    def evaluation_forms(self) -> tuple[nn.Module, ...]:
        """Return fast copies of its reduction and of those beside it."""
        return (
            evaluation_form(self.reduction),
            *(evaluation_form(side.reduction) for side in self._side_embedders()),
        )

    def _side_embedders(self) -> list[SideEmbedder]:
        return [side for side in self.sides if isinstance(side, SideEmbedder)]


def embedding_blocks(
    network: TaggingNetwork, n_mels: int, sides: Sequence[SideEmbedder] = ()
) -> tuple[EmbeddingBlock, ...]:
    """List the blocks of a song's embedding, in their order."""
    cepstra = (EmbeddingBlock("cepstra", 2 * N_MOMENTS),) if n_mels else ()
    beside = tuple(block for side in sides for block in side.blocks)
    return (*_network_blocks(network), *cepstra, *beside)


def _network_blocks(network: TaggingNetwork) -> tuple[EmbeddingBlock, ...]:
    features = EmbeddingBlock("features", network.n_features)
    if not hasattr(network.classifier, "hidden_units"):
        return (features,)
    return (EmbeddingBlock("hidden", network.output.in_features), features)


def _hidden_units(classifier: nn.Module, states: Tensor) -> Tensor | None:
    """Return the units before the output layer, None where a head has none."""
    if not hasattr(classifier, "hidden_units"):
        return None
    units: Tensor = classifier.hidden_units(states)  # type: ignore[operator]
    return units


def running_mean(values: Tensor) -> Tensor:
    """Average over this step and all before it: (batch, steps, n), the same shape."""
    n_steps = torch.arange(1, values.shape[1] + 1, device=values.device).unsqueeze(1)
    return values.cumsum(dim=1) / n_steps


def running_statistics(statistics: Tensor) -> Tensor:
    """Join means and deviations of segments to those of each beginning, as if it were one.

    (batch, steps, 2 * N_MOMENTS), the same shape: the total variance is the mean of the variances
    and the variance of the means.
    """
    means, deviations = statistics[..., :N_MOMENTS], statistics[..., N_MOMENTS:]
    first = means[:, :1]  # taken out before squaring, so that nothing cancels
    centred = running_mean(means - first)
    squares = running_mean(deviations.square() + (means - first).square())
    total = (squares - centred.square()).clamp(min=0.0)
    return torch.cat([centred + first, total.sqrt()], dim=-1)
