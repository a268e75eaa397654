"""Musicnn: filters shaped by musical knowledge, then a small dense middle.

Pons et al. 2018, "End-to-end learning for music audio tagging at scale"; Pons and Serra 2019,
"musicnn: pre-trained convolutional neural networks for music audio tagging".
"""

from __future__ import annotations

import math

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
FRAMES_AT_ONCE = {"cpu": 64, "cuda": 2048}  # a processor keeps their products in its cache
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
    """Vertical for evaluation, by products of spectra: two fifths of the arithmetic.

    Sliding over the mel bands is a product with the filter's spectrum over them; only the positions
    where the whole filter lies on bands are transformed back, which are those that the transform's
    going round does not reach. weight: (204, 1, height, 7). bias: (204,).
    """

    def __init__(self, weight: Tensor, bias: Tensor, activation: Activation = relu) -> None:
        super().__init__()
        self.activation = activation
        spectrum = torch.fft.rfft(weight[:, 0].double(), N_MELS, dim=1).conj()
        real, imaginary = spectrum.real.permute(1, 2, 0), spectrum.imag.permute(1, 2, 0)
        products = torch.stack(
            [torch.stack([real, -imaginary], dim=2), torch.stack([imaginary, real], dim=2)], dim=1
        )
        self.weight: Tensor
        self.bias: Tensor
        self.inverse: Tensor
        # (real and imaginary part of each of 49 bins, those of 7 frames, 204)
        self.register_buffer(
            "weight", products.flatten(2, 3).flatten(0, 1).to(weight.dtype).contiguous()
        )
        self.register_buffer("bias", bias)
        self.register_buffer("inverse", _back_to_bands(weight.shape[2]).to(weight.dtype))

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 96, frames) -> (batch, 204, frames)."""
        batch, _, _, n_frames = x.shape
        windows = self._windows(x)
        n_all = batch * n_frames
        step = min(FRAMES_AT_ONCE[x.device.type], n_all)
        # Written over again and again: memory that is still in the cache.
        products = windows.new_empty((len(windows), step, N_VERTICAL))
        response = windows.new_empty((len(self.inverse), step * N_VERTICAL))
        strongest = windows.new_empty((n_all, N_VERTICAL))
        for first in [*range(0, n_all - step, step), n_all - step]:
            torch.bmm(windows[:, first : first + step], self.weight, out=products)
            torch.mm(self.inverse, products.flatten(start_dim=1), out=response)
            strongest[first : first + step] = response.amax(dim=0).view(-1, N_VERTICAL)
        strongest = (strongest + self.bias).view(batch, n_frames, N_VERTICAL)
        return self.activation(strongest.transpose(1, 2))

    def _windows(self, x: Tensor) -> Tensor:
        """Give the spectra over the bands of 7 frames around each, twice: (98, all frames, 14)."""
        frames = nn.functional.pad(x[:, 0].float(), (VERTICAL_WIDTH // 2,) * 2)
        spectra = torch.view_as_real(torch.fft.rfft(frames, dim=1)).transpose(0, 1)
        row = spectra.to(self.weight.dtype, memory_format=torch.contiguous_format).flatten(2)
        windows = row.unfold(2, 2 * VERTICAL_WIDTH, 2)  # (49, batch, frames, 14)
        twice = windows.unsqueeze(1).expand(-1, 2, -1, -1, -1)
        return twice.reshape(2 * len(windows), -1, 2 * VERTICAL_WIDTH)


def _back_to_bands(height: int) -> Tensor:
    """Return the inverse transform to the positions that a filter has: (positions, 98)."""
    n_bins, n_positions = N_MELS // 2 + 1, N_MELS - height + 1
    steps = torch.arange(n_positions, dtype=torch.float64)[:, None] * torch.arange(n_bins)
    angles = 2 * math.pi / N_MELS * steps
    share = torch.full((n_bins,), 2.0 / N_MELS, dtype=torch.float64)
    share[0] = share[-1] = 1.0 / N_MELS  # all others stand for two
    return torch.stack([angles.cos() * share, -angles.sin() * share], dim=2).flatten(1)


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
