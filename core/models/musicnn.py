"""Musicnn: filters shaped by musical knowledge, then a small dense middle.

Pons et al. 2018, "End-to-end learning for music audio tagging at scale"; Pons and Serra 2019,
"musicnn: pre-trained convolutional neural networks for music audio tagging".
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from core.models.chunk_blocks import ConvPool1d
from core.models.chunk_tagger import Backbone
from core.models.folded_blocks import (
    Activation,
    Foldable,
    Folded,
    FoldedConv,
    folded_weights,
    relu,
)

N_MELS = 96
N_VERTICAL, N_HORIZONTAL = 204, 51
VERTICAL_SHARES = (0.7, 0.4)
VERTICAL_WIDTH = 7
HORIZONTAL_LENGTHS = (129, 65, 33)
MIDDLE_LENGTH = 7
HEIGHTS_AT_ONCE = 4
N_FRONT = len(VERTICAL_SHARES) * N_VERTICAL + len(HORIZONTAL_LENGTHS) * N_HORIZONTAL


class Vertical(Foldable):
    """Tall filters: timbre, wherever it lies in frequency (the maximum over frequency)."""

    def __init__(self, height: int) -> None:
        super().__init__()
        padding = (0, VERTICAL_WIDTH // 2)
        self.conv = nn.Conv2d(1, N_VERTICAL, (height, VERTICAL_WIDTH), padding=padding)
        self.bn = nn.BatchNorm2d(N_VERTICAL)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 96, frames) -> (batch, 204, frames)."""
        return torch.relu(self.bn(self.conv(x))).amax(dim=2)

    def folded(self) -> nn.Module:
        """Return the same filters as a few products of matrices."""
        return FoldedVertical(*folded_weights(self.conv, self.bn))


class FoldedVertical(Folded):
    """Vertical for evaluation: HEIGHTS_AT_ONCE places in frequency are one product.

    A convolution of a single channel leaves the units for 16-bit products idle; a matrix of
    (frames, 7 * heights) numbers does not. weight: (204, 1, height, 7). bias: (204,).
    """

    def __init__(self, weight: Tensor, bias: Tensor, activation: Activation = relu) -> None:
        super().__init__()
        self.height, self.activation = weight.shape[2], activation
        shifted = [
            nn.functional.pad(weight[:, 0], (0, 0, shift, HEIGHTS_AT_ONCE - 1 - shift))
            for shift in range(HEIGHTS_AT_ONCE)
        ]
        matrix = torch.cat(shifted).permute(2, 1, 0).flatten(0, 1)
        self.weight: Tensor
        self.bias: Tensor
        self.register_buffer("weight", matrix.contiguous())  # (7 * heights, 204 * places)
        self.register_buffer("bias", bias)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 96, frames) -> (batch, 204, frames)."""
        batch, _, n_mels, n_frames = x.shape
        last = n_mels - self.height + 1 - HEIGHTS_AT_ONCE
        mel_bands = nn.functional.pad(x[:, 0].to(self.weight.dtype), (VERTICAL_WIDTH // 2,) * 2)
        windows = mel_bands.transpose(1, 2).contiguous().unfold(1, VERTICAL_WIDTH, 1)
        patch_height = self.height + HEIGHTS_AT_ONCE - 1
        strongest: Tensor | None = None
        for first in [*range(0, last, HEIGHTS_AT_ONCE), last]:
            patches = windows[:, :, first : first + patch_height].transpose(2, 3)
            response = patches.reshape(batch * n_frames, -1) @ self.weight
            response = response.view(-1, HEIGHTS_AT_ONCE, N_VERTICAL).amax(dim=1)
            strongest = response if strongest is None else torch.maximum(strongest, response)
        assert strongest is not None
        strongest = (strongest + self.bias).view(batch, n_frames, N_VERTICAL)
        return self.activation(strongest.transpose(1, 2))


class _FoldedHorizontal(nn.Module):
    """Horizontal for evaluation."""

    def __init__(self, layer: Horizontal) -> None:
        super().__init__()
        self.conv = FoldedConv(layer.conv, layer.bn)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 96, frames) -> (batch, 51, frames)."""
        response: Tensor = self.conv(x.mean(dim=2))
        return response


class Horizontal(Foldable):
    """Long filters: rhythm, in how the loudness over all frequencies moves."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(1, N_HORIZONTAL, length, padding=length // 2)
        self.bn = nn.BatchNorm1d(N_HORIZONTAL)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 96, frames) -> (batch, 51, frames)."""
        return torch.relu(self.bn(self.conv(x.mean(dim=2))))

    def folded(self) -> nn.Module:
        """Return one convolution, without batch norm."""
        return _FoldedHorizontal(self)


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
        concatenated = torch.cat([front, first, second, third], dim=1)
        return torch.cat([concatenated.amax(dim=2), concatenated.mean(dim=2)], dim=1)
