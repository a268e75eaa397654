"""Choi's two taggers of the Million Song Dataset weights, with the semantics of Keras 1.

Choi et al. 2016 (CNN) and 2017 (CRNN), as published with music-auto_tagging-keras. They differ
from today's layers in three ways: the first batch norm has one number per time frame, its
epsilon is 1e-6, and the GRU has hard gates and resets before the matrix product.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from core.models.chunk_blocks import Size
from core.models.chunk_tagger import Backbone
from core.models.folded_blocks import Foldable, FoldedConv, elu

N_FRAMES = 1366
EPSILON = 1e-6
CNN_CHANNELS = (32, 128, 128, 192, 256)
CNN_POOLS: tuple[Size, ...] = ((2, 4), (2, 4), (2, 4), (3, 5), (4, 4))
CRNN_CHANNELS = (64, 128, 128, 128)
CRNN_POOLS: tuple[Size, ...] = ((2, 2), (3, 3), (4, 4), (4, 4))
CRNN_PADDING = 37  # silent frames on each side
CRNN_UNITS = 32


def standardised(decibels: Tensor) -> Tensor:
    """Standardise each chunk to mean 0 and deviation 1: (batch, 96, 1366) -> the same shape."""
    mean = decibels.mean(dim=(1, 2), keepdim=True)
    spread = decibels.std(dim=(1, 2), keepdim=True, unbiased=False)
    return (decibels - mean) / torch.clamp(spread, min=EPSILON)


class EluBlock(Foldable):
    """Convolution with same padding → batch norm → ELU → max-pool."""

    def __init__(self, n_in: int, n_out: int, pool: Size) -> None:
        super().__init__()
        self.conv = nn.Conv2d(n_in, n_out, 3, padding=1)
        self.bn = nn.BatchNorm2d(n_out, eps=EPSILON)
        self.pool = pool

    def forward(self, x: Tensor) -> Tensor:
        """(batch, n_in, mels, frames) -> (batch, n_out, mels / pool, frames / pool)."""
        return nn.functional.max_pool2d(nn.functional.elu(self.bn(self.conv(x))), self.pool)

    def folded(self) -> nn.Module:
        """Return one convolution; the pooling comes before the ELU."""
        return FoldedConv(self.conv, self.bn, pool=self.pool, activation=elu)


class HardGru(nn.Module):
    """The gated recurrent unit of Keras 1 (Cho et al. 2014, reset before the product).

    Gates are clip(0.2·x + 0.5, 0, 1). Weights: columns of update, reset, candidate.
    """

    def __init__(self, n_in: int, units: int) -> None:
        super().__init__()
        self.units = units
        self.weight_in = nn.Parameter(torch.zeros(n_in, 3 * units))
        self.weight_state = nn.Parameter(torch.zeros(units, 3 * units))
        self.bias = nn.Parameter(torch.zeros(3 * units))

    def forward(self, steps: Tensor) -> Tensor:
        """(batch, steps, n_in) -> (batch, steps, units)."""
        given = steps @ self.weight_in + self.bias
        state = given.new_zeros(given.shape[0], self.units)
        n_gates = 2 * self.units
        gate_weight, candidate_weight = (
            self.weight_state[:, :n_gates],
            self.weight_state[:, n_gates:],
        )
        states = []
        for step in given.unbind(dim=1):
            gates = torch.clamp(0.2 * (step[:, :n_gates] + state @ gate_weight) + 0.5, 0.0, 1.0)
            update, reset = gates.chunk(2, dim=1)
            fresh = torch.tanh(step[:, n_gates:] + (reset * state) @ candidate_weight)
            state = update * state + (1.0 - update) * fresh
            states.append(state)
        return torch.stack(states, dim=1)


class ChoiMsdCnn(Backbone):
    """Five convolutions over 29.12 s of 96 mel bands at 12 kHz; 256 numbers, then the tags.

    standardise: z-score each chunk first (the musically right reading of these weights).
    """

    n_features = CNN_CHANNELS[-1]

    def __init__(self, *, standardise: bool = True) -> None:
        super().__init__()
        self.standardise = standardise
        self.bn_0_freq = nn.BatchNorm1d(N_FRAMES, eps=EPSILON)
        sizes = zip((1, *CNN_CHANNELS), CNN_CHANNELS, CNN_POOLS, strict=False)
        self.blocks = nn.Sequential(*(EluBlock(n_in, n_out, pool) for n_in, n_out, pool in sizes))

    def forward(self, chunks: Tensor) -> Tensor:
        """(batch, 96, 1366) in dB -> (batch, 256)."""
        x = standardised(chunks) if self.standardise else chunks
        x = self.bn_0_freq(x.transpose(1, 2)).transpose(1, 2)
        flat: Tensor = self.blocks(x.unsqueeze(1)).flatten(start_dim=1)
        return flat


class ChoiMsdCrnn(Backbone):
    """Four convolutions make 15 steps of 128 numbers; two gated layers read them to the end."""

    n_features = CRNN_UNITS

    def __init__(self, *, standardise: bool = True) -> None:
        super().__init__()
        self.standardise = standardise
        self.bn_0_freq = nn.BatchNorm1d(N_FRAMES + 2 * CRNN_PADDING, eps=EPSILON)
        sizes = zip((1, *CRNN_CHANNELS), CRNN_CHANNELS, CRNN_POOLS, strict=False)
        self.blocks = nn.Sequential(*(EluBlock(n_in, n_out, pool) for n_in, n_out, pool in sizes))
        self.gru1 = HardGru(CRNN_CHANNELS[-1], CRNN_UNITS)
        self.gru2 = HardGru(CRNN_UNITS, CRNN_UNITS)

    def forward(self, chunks: Tensor) -> Tensor:
        """(batch, 96, 1366) in dB -> (batch, 32)."""
        x = standardised(chunks) if self.standardise else chunks
        x = nn.functional.pad(x, (CRNN_PADDING, CRNN_PADDING))
        x = self.bn_0_freq(x.transpose(1, 2)).transpose(1, 2)
        steps = self.blocks(x.unsqueeze(1)).squeeze(2).transpose(1, 2)  # (batch, 15, 128)
        last: Tensor = self.gru2(self.gru1(steps))[:, -1]
        return last
