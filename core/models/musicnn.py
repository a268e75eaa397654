"""Musicnn: filters shaped by musical knowledge, then a small dense middle.

Pons et al. 2018, "End-to-end learning for music audio tagging at scale"; Pons and Serra 2019,
"musicnn: pre-trained convolutional neural networks for music audio tagging".
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from core.models.chunk_blocks import ConvPool1d
from core.models.chunk_tagger import Backbone

N_MELS = 96
N_VERTICAL, N_HORIZONTAL = 204, 51
VERTICAL_SHARES = (0.7, 0.4)
VERTICAL_WIDTH = 7
HORIZONTAL_LENGTHS = (129, 65, 33)
MIDDLE_LENGTH = 7
N_FRONT = len(VERTICAL_SHARES) * N_VERTICAL + len(HORIZONTAL_LENGTHS) * N_HORIZONTAL


class Vertical(nn.Module):
    """Tall filters: timbre, wherever it lies in frequency (the maximum over frequency)."""

    def __init__(self, height: int) -> None:
        super().__init__()
        padding = (0, VERTICAL_WIDTH // 2)
        self.conv = nn.Conv2d(1, N_VERTICAL, (height, VERTICAL_WIDTH), padding=padding)
        self.bn = nn.BatchNorm2d(N_VERTICAL)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 96, frames) -> (batch, 204, frames)."""
        return torch.relu(self.bn(self.conv(x))).amax(dim=2)


class Horizontal(nn.Module):
    """Long filters: rhythm, in how the loudness over all frequencies moves."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(1, N_HORIZONTAL, length, padding=length // 2)
        self.bn = nn.BatchNorm1d(N_HORIZONTAL)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 96, frames) -> (batch, 51, frames)."""
        return torch.relu(self.bn(self.conv(x.mean(dim=2))))


class Musicnn(Backbone):
    """3 s of 96 mel bands; width 64 in most public weights, 512 in those of MSD."""

    def __init__(self, width: int = 64) -> None:
        super().__init__()
        self.n_features = 2 * (N_FRONT + 3 * width)
        self.spec_bn = nn.BatchNorm2d(1)
        vertical = [Vertical(int(share * N_MELS)) for share in VERTICAL_SHARES]
        horizontal = [Horizontal(length) for length in HORIZONTAL_LENGTHS]
        self.layers = nn.ModuleList([*vertical, *horizontal])
        self.layer1 = ConvPool1d(N_FRONT, width, MIDDLE_LENGTH)
        self.layer2 = ConvPool1d(width, width, MIDDLE_LENGTH)
        self.layer3 = ConvPool1d(width, width, MIDDLE_LENGTH)

    def forward(self, chunks: Tensor) -> Tensor:
        """(batch, 96, 188) -> (batch, 2 * (561 + 3 * width))."""
        x = self.spec_bn(chunks.unsqueeze(1))
        front = torch.cat([layer(x) for layer in self.layers], dim=1)  # (batch, 561, frames)
        first = self.layer1(front)
        second = self.layer2(first) + first
        third = self.layer3(second) + second
        every = torch.cat([front, first, second, third], dim=1)
        return torch.cat([every.amax(dim=2), every.mean(dim=2)], dim=1)
