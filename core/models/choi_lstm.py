"""The thesis's network: Choi's CNN on segments, an LSTM along the song, a perceptron for the tags.

Sankaran 2017, algorithms 20 to 22; the CNN after Choi, Fazekas, Sandler 2016. The thesis's sizes
are the preset `thesis`; `starter` is the same network, small enough to ship.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor, nn

from core.models.blocks import (
    ConvBlock,
    InputNorm,
    LstmStack,
    NormAxis,
    Perceptron,
)
from core.models.network import TaggingNetwork

KERNEL = 3
N_DROPPED = 3  # dropout follows the first three pools
N_EARLY = 2  # layers 1 and 2 learn at a lower rate
LARGEST, MOST_LAYERS = 100_000, 64  # what a model's card may claim


@dataclass(frozen=True, slots=True)
class ChoiConfig:
    """Every size of the network. pools: (mel, time) after each convolution, None for none.

    direct: the mean of what the CNN gives also goes straight to the logits, past the LSTM.
    """

    n_tags: int = 63
    n_mels: int = 96
    n_frames: int = 1366
    channels: tuple[int, ...] = (32, 128, 128, 192, 256)
    pools: tuple[tuple[int, int] | None, ...] = ((2, 4), (2, 4), (2, 4), (2, 4), None)
    dropout: float = 0.1
    input_norm: NormAxis = "mel"
    hidden: int = 1024
    lstm_layers: int = 2
    lstm_dropout: float = 0.3
    classifier_hidden: int = 1024
    direct: bool = False

    def __post_init__(self) -> None:
        """Refuse sizes that are no numbers of a network a computer could hold."""
        whole = (self.n_tags, self.n_mels, self.n_frames, self.hidden, self.classifier_hidden)
        if not all(type(size) is int and 0 < size <= LARGEST for size in (*whole, *self.channels)):
            raise ValueError("a size is no whole number from 1 to 100 000")
        if len(self.channels) != len(self.pools) or not 0 < len(self.channels) <= MOST_LAYERS:
            raise ValueError("channels and pools do not fit together")
        if type(self.lstm_layers) is not int or not 0 < self.lstm_layers <= MOST_LAYERS:
            raise ValueError("the number of LSTM layers is odd")
        if type(self.direct) is not bool:
            raise ValueError("whether features go straight to the tags is neither true nor false")
        if self.input_norm not in ("mel", "frame"):
            raise ValueError(f"the input norm {self.input_norm!r} is unknown")
        if self.n_features <= 0:
            raise ValueError("the segments are too small for so many layers")

    @property
    def n_features(self) -> int:
        """Numbers a segment is reduced to: 256 · 2 · 2 = 1024 in the thesis."""
        mels, frames = self.n_mels, self.n_frames
        for pool in self.pools:
            mels, frames = mels - KERNEL + 1, frames - KERNEL + 1
            if pool:
                mels, frames = mels // pool[0], frames // pool[1]
            if mels <= 0 or frames <= 0:
                return 0
        return self.channels[-1] * mels * frames


THESIS = ChoiConfig()
STARTER = replace(THESIS, channels=(16, 32, 48, 64, 64), hidden=128, classifier_hidden=128)
PRESETS: dict[str, ChoiConfig] = {"thesis": THESIS, "starter": STARTER}


def config_from(sizes: Mapping[str, Any]) -> ChoiConfig:
    """Read the sizes of a model's card. Raises ValueError or TypeError for impossible ones."""
    values = dict(sizes)
    if "channels" in values:
        values["channels"] = tuple(values["channels"])
    if "pools" in values:
        values["pools"] = tuple(tuple(pool) if pool else None for pool in values["pools"])
    return ChoiConfig(**values)


def channels_last(blocks: nn.Sequential) -> nn.Sequential:
    """Lay out the weights of the blocks so that convolutions run faster on processors."""
    return blocks.to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


class ChoiCnn(nn.Module):
    """Five 3x3 convolutions without padding: (batch, 96, 1366) -> (batch, 1024)."""

    def __init__(self, config: ChoiConfig) -> None:
        super().__init__()
        self.input_norm = InputNorm(config.input_norm, config.n_mels, config.n_frames)
        sizes = zip((1, *config.channels), config.channels, config.pools, strict=False)
        blocks = nn.Sequential(
            *(
                ConvBlock(n_in, n_out, pool, config.dropout if index < N_DROPPED else 0.0)
                for index, (n_in, n_out, pool) in enumerate(sizes)
            )
        )
        self.blocks = channels_last(blocks)

    def forward(self, log_mel: Tensor) -> Tensor:
        """(batch, 96, 1366) -> (batch, 1024)."""
        x = self.input_norm(log_mel).unsqueeze(1)  # (batch, 1, 96, 1366)
        x = self.blocks(x.contiguous(memory_format=torch.channels_last))  # (batch, 256, 2, 2)
        return torch.flatten(x, start_dim=1)


class ChoiLstm(TaggingNetwork):
    """CNN over segments of 29.12 s, LSTM over the segments, perceptron over the tags."""

    def __init__(self, config: ChoiConfig) -> None:
        super().__init__()
        self.config = config
        self.n_features = config.n_features
        self.segment_frames = config.n_frames
        self.reduction: ChoiCnn = ChoiCnn(config)
        self.temporal = LstmStack(
            config.n_features,
            config.hidden,
            layers=config.lstm_layers,
            dropout=config.lstm_dropout,
            appends_mean=config.direct,
        )
        n_skip = config.n_features if config.direct else 0
        self.classifier = Perceptron(config.hidden, config.classifier_hidden, config.n_tags, n_skip)

    def early_reduction(self) -> tuple[nn.Module, ...]:
        """Return the input norm and convolutions 1 and 2."""
        return (self.reduction.input_norm, *list(self.reduction.blocks)[:N_EARLY])
