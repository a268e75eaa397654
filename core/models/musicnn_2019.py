"""MusiCNN and VGG as published in 2019, which differ from their later PyTorch versions.

Pons and Serra 2019, "musicnn: pre-trained convolutional neural networks for music audio tagging".
The batch norm comes after the ReLU; the long filters read every mel band, of which the strongest
counts; maxima and means over time alternate and are normalised once more.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from core.models.chunk_tagger import TENSORFLOW_EPSILON, Backbone
from core.models.folded_blocks import (
    Foldable,
    Folded,
    FoldedConv,
    NormedRelu,
    constant_after_relu,
    folded_after_relu,
)
from core.models.live_filters import with_live_filters
from core.models.musicnn import FoldedVertical

N_MELS, N_FRAMES = 96, 187
N_VERTICAL, N_HORIZONTAL = 204, 51
VERTICAL_HEIGHTS = (38, 67)  # 40 % and 70 % of the bands
VERTICAL_WIDTH = 7
HORIZONTAL_LENGTHS = (128, 64, 32)
MIDDLE_LENGTH = 7
MELS_AT_ONCE = 24  # by long filters in a processor
N_FRONT = len(VERTICAL_HEIGHTS) * N_VERTICAL + len(HORIZONTAL_LENGTHS) * N_HORIZONTAL  # 561
VGG_WIDTH = 128


class Vertical(Foldable):
    """Tall filters: timbre, wherever it lies in frequency (the maximum over frequency)."""

    def __init__(self, height: int) -> None:
        super().__init__()
        padding = (0, VERTICAL_WIDTH // 2)
        self.conv = nn.Conv2d(1, N_VERTICAL, (height, VERTICAL_WIDTH), padding=padding)
        self.bn = nn.BatchNorm2d(N_VERTICAL, eps=TENSORFLOW_EPSILON)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 96, frames) -> (batch, 204, frames)."""
        strongest: Tensor = self.bn(torch.relu(self.conv(x))).amax(dim=2)
        return strongest

    def folded(self) -> nn.Module:
        """Return the same filters as a few products of matrices."""
        return with_live_filters(
            self.conv,
            self.bn,
            constant_after_relu,
            lambda conv, norm: FoldedVertical(*folded_after_relu(conv, norm), NormedRelu(norm)),
        )


class Horizontal(Foldable):
    """Long filters on each mel band: rhythm, in the band where it is strongest."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.padding = ((length - 1) // 2, length // 2)  # "same" of an even length
        self.conv = nn.Conv2d(1, N_HORIZONTAL, (1, length))
        self.bn = nn.BatchNorm2d(N_HORIZONTAL, eps=TENSORFLOW_EPSILON)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 96, frames) -> (batch, 51, frames)."""
        x = torch.relu(self.conv(nn.functional.pad(x, self.padding)))
        strongest: Tensor = self.bn(x).amax(dim=2)
        return strongest

    def folded(self) -> nn.Module:
        """Return the same filters as a few products of matrices; the ReLU comes last."""
        return with_live_filters(
            self.conv,
            self.bn,
            constant_after_relu,
            lambda conv, norm: _FoldedHorizontal(conv, norm, self.padding),
        )


class _FoldedHorizontal(Folded):
    """Horizontal for evaluation: some positions in time are one product of matrices.

    A convolution of a single channel leaves the units for 16-bit products idle. weight: (length
    of a filter and of the positions behind the first, n_filters * positions).
    """

    def __init__(self, conv: nn.Conv2d, norm: nn.BatchNorm2d, padding: tuple[int, int]) -> None:
        super().__init__()
        weight, bias = folded_after_relu(conv, norm)
        self.n_frames_at_once = frames_at_once(*weight[:, 0, 0].shape)
        shifted = [
            nn.functional.pad(weight[:, 0, 0], (shift, self.n_frames_at_once - 1 - shift))
            for shift in range(self.n_frames_at_once)
        ]
        self.padding, self.activation = padding, NormedRelu(norm)
        self.weight: Tensor
        self.bias: Tensor
        self.register_buffer("weight", torch.cat(shifted).T.contiguous())
        self.register_buffer("bias", bias)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 96, frames) -> (batch, n_filters, frames)."""
        batch, _, n_mels, n_frames = x.shape
        at_once = self.n_frames_at_once
        n_groups = -(-n_frames // at_once)
        before, behind = self.padding
        behind += n_groups * at_once - n_frames
        padded = nn.functional.pad(x[:, 0].to(self.weight.dtype), (before, behind))
        windows = padded.unfold(2, len(self.weight), at_once)
        strongest: Tensor | None = None
        for first in range(0, n_mels, MELS_AT_ONCE):
            rows = windows[:, first : first + MELS_AT_ONCE].flatten(0, 2)
            response = (rows @ self.weight).view(batch, MELS_AT_ONCE, -1).amax(dim=1)
            strongest = response if strongest is None else torch.maximum(strongest, response)
        assert strongest is not None
        per_frame = strongest.view(batch, -1, len(self.bias))[:, :n_frames] + self.bias
        normed: Tensor = self.activation(per_frame.transpose(1, 2))
        return normed


def frames_at_once(n_filters: int, length: int) -> int:
    """Return how many positions in time make one product: fewer would leave its rows short, and
    more would be too many zeros beside a filter.
    """
    return max(4, min(length // 8, 256 // n_filters))


class Middle(Foldable):
    """Convolution over time with same padding → ReLU → batch norm."""

    def __init__(self, n_in: int, n_out: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(n_in, n_out, MIDDLE_LENGTH, padding=MIDDLE_LENGTH // 2)
        self.bn = nn.BatchNorm1d(n_out, eps=TENSORFLOW_EPSILON)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, n_in, frames) -> (batch, n_out, frames)."""
        normed: Tensor = self.bn(torch.relu(self.conv(x)))
        return normed

    def folded(self) -> nn.Module:
        """Return the convolution in its fast form."""
        return with_live_filters(self.conv, self.bn, constant_after_relu, FoldedConv.after_relu)


class Musicnn2019(Backbone):
    """3 s of 96 mel bands; width 64 in the published models, 512 in the large one."""

    def __init__(self, width: int = 64) -> None:
        super().__init__()
        self.n_features = 2 * (N_FRONT + 3 * width)
        self.spec_bn = nn.BatchNorm2d(1, eps=TENSORFLOW_EPSILON)
        vertical = [Vertical(height) for height in VERTICAL_HEIGHTS]
        horizontal = [Horizontal(length) for length in HORIZONTAL_LENGTHS]
        self.layers = nn.ModuleList([*vertical, *horizontal])
        self.layer1 = Middle(N_FRONT, width)
        self.layer2 = Middle(width, width)
        self.layer3 = Middle(width, width)
        self.pooled_bn = nn.BatchNorm1d(self.n_features, eps=TENSORFLOW_EPSILON)

    def forward(self, chunks: Tensor) -> Tensor:
        """(batch, 96, 187) -> (batch, 2 * (561 + 3 * width))."""
        x = self.spec_bn(chunks.unsqueeze(1))
        front = torch.cat([layer(x) for layer in self.layers], dim=1)  # (batch, 561, frames)
        first = self.layer1(front)
        second = self.layer2(first) + first
        third = self.layer3(second) + second
        concatenated = torch.cat([front, first, second, third], dim=1)
        pooled = torch.stack([concatenated.amax(dim=2), concatenated.mean(dim=2)], dim=2)
        normed: Tensor = self.pooled_bn(pooled.flatten(start_dim=1))  # max 0, mean 0, max 1, …
        return normed


class VggBlock(Foldable):
    """Convolution with same padding → ReLU → batch norm → max-pool, over (mel, time)."""

    def __init__(
        self, n_in: int, pool: tuple[int, int], stride: tuple[int, int] | None = None
    ) -> None:
        super().__init__()
        self.conv = nn.Conv2d(n_in, VGG_WIDTH, 3, padding=1)
        self.bn = nn.BatchNorm2d(VGG_WIDTH, eps=TENSORFLOW_EPSILON)
        self.pool, self.stride = pool, stride or pool
        self.dropout = nn.Dropout(0.25)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, n_in, mels, frames) -> (batch, 128, fewer mels, fewer frames)."""
        x = self.bn(torch.relu(self.conv(x)))
        dropped: Tensor = self.dropout(nn.functional.max_pool2d(x, self.pool, self.stride))
        return dropped

    def folded(self) -> nn.Module:
        """Return one convolution; the pooling comes before the ReLU."""
        if self.stride == self.pool:
            return FoldedConv.after_relu(self.conv, self.bn, pool=self.pool)
        return _FoldedFirstBlock(self)


class _FoldedFirstBlock(nn.Module):
    """The first block for evaluation: its pool takes every other band, and 4 frames every 2.

    The convolution steps over the bands that no pool looks at; the maximum of 4 frames is that of
    two neighbouring maxima of 2.
    """

    def __init__(self, block: VggBlock) -> None:
        super().__init__()
        self.conv = FoldedConv.after_relu(block.conv, block.bn, pool=(1, 2))
        self.conv.stride = (2, 1)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 96, 187) -> (batch, 128, 48, 92)."""
        return nn.functional.max_pool2d(self.conv(x), (1, 2), stride=1)


class Vgg2019(Backbone):
    """Five small convolutions over 3 s of 96 mel bands; what is left is two moments of 128."""

    n_features = 2 * VGG_WIDTH

    def __init__(self) -> None:
        super().__init__()
        self.spec_bn = nn.BatchNorm2d(1, eps=TENSORFLOW_EPSILON)
        self.layer1 = VggBlock(1, (1, 4), stride=(2, 2))
        self.layer2 = VggBlock(VGG_WIDTH, (2, 2))
        self.layer3 = VggBlock(VGG_WIDTH, (2, 2))
        self.layer4 = VggBlock(VGG_WIDTH, (2, 2))
        self.layer5 = VggBlock(VGG_WIDTH, (4, 4))

    def forward(self, chunks: Tensor) -> Tensor:
        """(batch, 96, 187) -> (batch, 256)."""
        x = self.spec_bn(chunks.unsqueeze(1))
        for layer in (self.layer1, self.layer2, self.layer3, self.layer4, self.layer5):
            x = layer(x)  # (batch, 128, 48, 92), (…, 24, 46), (…, 12, 23), (…, 6, 11), (…, 1, 2)
        flat: Tensor = x.permute(0, 3, 2, 1).flatten(start_dim=1)  # (batch, 2 * 1 * 128)
        return flat
