"""The starter's network: a CNN that hears no level, an LSTM along the song, a perceptron.

Of the kind of the thesis (Sankaran 2017, algorithms 20 to 22), with what few labels need: the
level is taken out of every segment, silence behind a short sound is left out of the pooling, the
position of a band is an input, and the state is averaged over the song, so that a song that is
played again and again scores as it does once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from core.models.choi_lstm import LARGEST, MOST_LAYERS, channels_last
from core.models.chunk_blocks import ConvPool2d
from core.models.network import TaggingNetwork

SILENCE = -22.5  # ln: a frame with nothing above it is digital silence (its floor is -23.03)
LOUD_QUANTILE = 0.9  # of the frames of a segment
LOWEST, HIGHEST, UNIT = -16.0, 0.0, 4.0  # ln units from the loud frames' power, and the scale


@dataclass(frozen=True, slots=True)
class CnnLstmConfig:
    """Every size of the network. pools: frames that each block's pooling takes together.

    direct: what the CNN gives also goes straight to the logits; card and weights call it so.
    """

    n_tags: int = 63
    n_mels: int = 96
    n_frames: int = 470
    channels: tuple[int, ...] = (24, 48, 96, 128)
    pools: tuple[int, ...] = (2, 2, 2, 2)
    hidden: int = 128
    classifier_hidden: int = 192
    dropout: float = 0.3
    direct: bool = True

    def __post_init__(self) -> None:
        """Refuse sizes that are no numbers of a network a computer could hold."""
        whole = (self.n_tags, self.n_mels, self.n_frames, self.hidden, self.classifier_hidden)
        sizes = (*whole, *self.channels, *self.pools)
        if not all(type(size) is int and 0 < size <= LARGEST for size in sizes):
            raise ValueError("a size is no whole number from 1 to 100 000")
        if len(self.channels) != len(self.pools) or not 0 < len(self.channels) <= MOST_LAYERS:
            raise ValueError("channels and pools do not fit together")
        if type(self.direct) is not bool:
            raise ValueError("whether features go straight to the tags is neither true nor false")
        if self.n_mels < 2 ** len(self.channels) or self.n_frames < self.frames_a_step:
            raise ValueError("the segments are too small for so many layers")

    @property
    def frames_a_step(self) -> int:
        """Frames that one step of the last block stands for."""
        product = 1
        for pool in self.pools:
            product *= pool
        return product

    @property
    def n_features(self) -> int:
        """Numbers a segment is reduced to: mean and maximum of each channel."""
        return 2 * self.channels[-1]


def config_from(sizes: Mapping[str, Any]) -> CnnLstmConfig:
    """Read the sizes of a model's card. Raises ValueError or TypeError for impossible ones."""
    values = dict(sizes)
    for name in ("channels", "pools"):
        if name in values:
            values[name] = tuple(values[name])
    return CnnLstmConfig(**values)


def take_out_level(log_mel: Tensor, sounding: Tensor) -> Tensor:
    """Shift each segment so that its loud frames have the same power, and clip what is far below.

    log_mel: (batch, n_mels, n_frames), ln. sounding: bool, (batch, n_frames).
    """
    power = torch.logsumexp(log_mel, dim=1)
    ordered, _ = torch.sort(torch.where(sounding, power, torch.full_like(power, SILENCE)), dim=1)
    n_loud = (sounding.sum(dim=1, keepdim=True) * (1.0 - LOUD_QUANTILE)).long()
    loud = torch.gather(ordered, 1, ordered.shape[1] - 1 - n_loud)
    return torch.clamp(log_mel - loud.unsqueeze(1), LOWEST, HIGHEST) / UNIT + 2.0


class LevelFreeCnn(nn.Module):
    """3x3 convolutions over log-mel and band positions: (batch, 96, 470) -> (batch, 256)."""

    def __init__(self, config: CnnLstmConfig) -> None:
        super().__init__()
        self.frames_a_step = config.frames_a_step
        pairs = zip((2, *config.channels), config.channels, config.pools, strict=False)
        blocks = nn.Sequential(*(ConvPool2d(n_in, n_out, (2, pool)) for n_in, n_out, pool in pairs))
        self.blocks = channels_last(blocks)

    def forward(self, log_mel: Tensor) -> Tensor:
        """(batch, n_mels, n_frames) -> (batch, 2 · channels); zeros where nothing sounds."""
        sounding = log_mel.amax(dim=1) > SILENCE
        values = take_out_level(log_mel, sounding)
        position = torch.linspace(-1.0, 1.0, log_mel.shape[1], device=values.device)
        position = position.view(1, -1, 1).expand_as(values)
        x = torch.stack([values, position], dim=1)
        x = self.blocks(x.contiguous(memory_format=torch.channels_last)).float().mean(dim=2)
        steps = nn.functional.max_pool1d(sounding.float().unsqueeze(1), self.frames_a_step)
        x = x * steps  # (batch, channels, steps), none of them negative
        mean = x.sum(dim=2) / steps.sum(dim=2).clamp(min=1.0)
        return torch.cat([mean, x.amax(dim=2)], dim=1)


class MeanLstm(nn.Module):
    """One LSTM; a step gives the mean of its states and of the features so far.

    Segments in which nothing sounds (features of zeros) are left out of both means.
    """

    def __init__(self, n_in: int, hidden: int, dropout: float) -> None:
        super().__init__()
        self.lstm = nn.LSTM(n_in, hidden, batch_first=True)
        self.dropout = nn.Dropout(dropout)

    def forward(self, sequences: Tensor) -> Tensor:
        """(batch, steps, n_in) -> (batch, steps, hidden + n_in)."""
        states, _ = self.lstm(sequences)
        both = torch.cat([self.dropout(states), sequences], dim=2)
        sounding = (sequences.amax(dim=2, keepdim=True) > 0).to(both.dtype)
        mean: Tensor = (both * sounding).cumsum(dim=1) / sounding.cumsum(dim=1).clamp(min=1.0)
        return mean


class MeanPerceptron(nn.Module):
    """Linear, ReLU, Linear over states and features, and the features straight to the logits."""

    def __init__(self, config: CnnLstmConfig) -> None:
        super().__init__()
        n_features = config.n_features
        self.n_features = n_features
        self.hidden = nn.Linear(config.hidden + n_features, config.classifier_hidden)
        self.dropout = nn.Dropout(config.dropout)
        self.direct = nn.Linear(n_features, config.n_tags, bias=False) if config.direct else None
        self.output = nn.Linear(config.classifier_hidden, config.n_tags)

    def hidden_units(self, vectors: Tensor) -> Tensor:
        """(…, hidden + n_features) -> (…, classifier_hidden)."""
        return torch.relu(self.hidden(vectors))

    def forward(self, vectors: Tensor) -> Tensor:
        """(…, hidden + n_features) -> (…, n_tags)."""
        logits: Tensor = self.output(self.dropout(self.hidden_units(vectors)))
        if self.direct is not None:
            logits = logits + self.direct(vectors[..., -self.n_features :])
        return logits


class CnnLstm(TaggingNetwork):
    """CNN over segments of 10 s without their level, LSTM over the segments, perceptron."""

    def __init__(self, config: CnnLstmConfig) -> None:
        super().__init__()
        self.config = config
        self.n_features = config.n_features
        self.segment_frames = config.n_frames
        self.reduction: LevelFreeCnn = LevelFreeCnn(config)
        self.temporal = MeanLstm(config.n_features, config.hidden, config.dropout)
        self.classifier = MeanPerceptron(config)

    def early_reduction(self) -> tuple[nn.Module, ...]:
        """Return convolutions 1 and 2."""
        return tuple(list(self.reduction.blocks)[:2])
