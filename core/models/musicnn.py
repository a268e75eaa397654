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
from core.models.live_filters import with_live_filters

N_MELS = 96
N_BINS = N_MELS // 2 + 1  # of a spectrum over the bands
N_VERTICAL, N_HORIZONTAL = 204, 51
VERTICAL_SHARES = (0.7, 0.4)
VERTICAL_WIDTH = 7
HORIZONTAL_LENGTHS = (129, 65, 33)
MIDDLE_LENGTH = 7
ROWS_AT_ONCE = {
    "cpu": 18_000
}  # frames times filters: a processor keeps their products in its cache
MANY_ROWS = 400_000  # elsewhere
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
        return with_live_filters(
            self.conv,
            self.bn,
            lambda conv, norm: torch.relu(folded_weights(conv, norm)[1]),
            lambda conv, norm: FoldedVertical(*folded_weights(conv, norm)),
        )


class FoldedVertical(Folded):
    """Vertical for evaluation, by products of spectra: a quarter of the arithmetic.

    Sliding over the mel bands is a product with the filter's spectrum over them; only the positions
    where the whole filter lies on bands are transformed back, which are those that the transform's
    going round does not reach. Two that lie as far to either side of the middle one have the same
    even part and opposite odd ones: the greater is the even part and the odd one's amount.
    weight: (n_filters, 1, height, 7). bias: (n_filters,).
    """

    def __init__(self, weight: Tensor, bias: Tensor, activation: Activation = relu) -> None:
        super().__init__()
        self.activation = activation
        bins = torch.arange(N_BINS, dtype=torch.float64)
        middle = (N_MELS - weight.shape[2]) / 2  # the position in the middle, maybe between two
        turned = torch.polar(torch.ones_like(bins), 2 * math.pi / N_MELS * middle * bins)
        spectrum = torch.fft.rfft(weight[:, 0].double(), N_MELS, dim=1).conj() * turned[:, None]
        real, imaginary = spectrum.real.permute(1, 2, 0), spectrum.imag.permute(1, 2, 0)
        products = torch.stack(
            [torch.stack([real, -imaginary], dim=2), torch.stack([imaginary, real], dim=2)]
        )
        even, odd = _back_to_bands(middle)
        self.weight: Tensor
        self.bias: Tensor
        self.even: Tensor
        self.odd: Tensor
        # (real and imaginary parts, 49 bins, those of 7 frames, n_filters)
        self.register_buffer("weight", products.flatten(2, 3).to(weight.dtype).contiguous())
        self.register_buffer("bias", bias)
        self.register_buffer("even", even.to(weight.dtype))
        self.register_buffer("odd", odd.to(weight.dtype))

    def forward(self, x: Tensor) -> Tensor:
        """(batch, 1, 96, frames) -> (batch, n_filters, frames)."""
        batch, _, _, n_frames = x.shape
        windows, n_filters = self._windows(x), len(self.bias)
        n_all = batch * n_frames
        step = min(ROWS_AT_ONCE.get(x.device.type, MANY_ROWS) // n_filters, n_all)
        # Written over again and again: memory that is still in the cache.
        products = windows.new_empty((N_BINS, step, n_filters))
        even, odd = windows.new_empty((2, len(self.even), step * n_filters))
        strongest = windows.new_empty((n_all, n_filters))
        for first in [*range(0, n_all - step, step), n_all - step]:
            rows = windows[:, first : first + step].contiguous()
            torch.bmm(rows, self.weight[0], out=products)
            torch.mm(self.even, products.flatten(start_dim=1), out=even)
            torch.bmm(rows, self.weight[1], out=products)
            torch.mm(self.odd, products.flatten(start_dim=1), out=odd)
            even += odd.abs_()
            strongest[first : first + step] = even.amax(dim=0).view(-1, n_filters)
        strongest = (strongest + self.bias).view(batch, n_frames, n_filters)
        return self.activation(strongest.transpose(1, 2))

    def _windows(self, x: Tensor) -> Tensor:
        """Give the spectra over the bands of 7 frames around each: (49, all frames, 14)."""
        frames = nn.functional.pad(x[:, 0].float(), (VERTICAL_WIDTH // 2,) * 2)
        spectra = torch.view_as_real(torch.fft.rfft(frames, dim=1)).transpose(0, 1)
        row = spectra.to(self.weight.dtype, memory_format=torch.contiguous_format).flatten(2)
        windows = row.unfold(2, 2 * VERTICAL_WIDTH, 2)  # (49, batch, frames, 14)
        return windows.reshape(N_BINS, -1, 2 * VERTICAL_WIDTH)


def _back_to_bands(middle: float) -> tuple[Tensor, Tensor]:
    """Return the inverse transform of real and of imaginary parts, each (positions, 49).

    Positions: from the middle one up, or from half a one above it, as far as there are any.
    """
    positions = torch.arange(middle % 1, middle + 1, dtype=torch.float64)
    angles = 2 * math.pi / N_MELS * positions[:, None] * torch.arange(N_BINS)
    share = torch.full((N_BINS,), 2.0 / N_MELS, dtype=torch.float64)
    share[0] = share[-1] = 1.0 / N_MELS  # all others stand for two
    return angles.cos() * share, angles.sin() * share


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
