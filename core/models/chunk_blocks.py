"""The building blocks that the public chunk taggers share: convolution, batch norm, ReLU, pooling.

Parameter names are those of the public checkpoints, so that their files load without hand work.
"""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from core.models.folded_blocks import Foldable, FoldedConv, identity

Size = int | tuple[int, int]


class ConvPool2d(Foldable):
    """Convolution with same padding → batch norm → ReLU → max-pool, over (mel, time)."""

    def __init__(self, n_in: int, n_out: int, pool: Size = 2) -> None:
        super().__init__()
        self.conv = nn.Conv2d(n_in, n_out, 3, padding=1)
        self.bn = nn.BatchNorm2d(n_out)
        self.pool = pool

    def forward(self, x: Tensor) -> Tensor:
        """(batch, n_in, mels, frames) -> (batch, n_out, mels / pool, frames / pool)."""
        # The ReLU last has a quarter of the numbers to look at; the order changes none.
        return torch.relu(nn.functional.max_pool2d(self.bn(self.conv(x)), self.pool))

    def folded(self) -> nn.Module:
        """Return one convolution; the pooling comes before the ReLU."""
        return FoldedConv(self.conv, self.bn, pool=self.pool)


class ConvPool1d(Foldable):
    """Convolution with same padding → batch norm → ReLU → max-pool, over time."""

    def __init__(
        self, n_in: int, n_out: int, kernel: int = 3, *, stride: int = 1, pool: int = 1
    ) -> None:
        super().__init__()
        self.conv = nn.Conv1d(n_in, n_out, kernel, stride=stride, padding=kernel // 2)
        self.bn = nn.BatchNorm1d(n_out)
        self.pool = pool

    def forward(self, x: Tensor) -> Tensor:
        """(batch, n_in, steps) -> (batch, n_out, steps / stride / pool)."""
        x = torch.relu(self.bn(self.conv(x)))
        return nn.functional.max_pool1d(x, self.pool) if self.pool > 1 else x

    def folded(self) -> nn.Module:
        """Return one convolution; the pooling comes before the ReLU."""
        return FoldedConv(self.conv, self.bn, pool=self.pool)


class Residual2d(Foldable):
    """Two convolutions and a shortcut (He et al. 2016); ReLU last, then an optional max-pool.

    The shortcut has a convolution of its own where stride or width change.
    """

    def __init__(self, n_in: int, n_out: int, *, stride: Size = 1, pool: Size = 1) -> None:
        super().__init__()
        self.conv_1 = nn.Conv2d(n_in, n_out, 3, stride=stride, padding=1)
        self.bn_1 = nn.BatchNorm2d(n_out)
        self.conv_2 = nn.Conv2d(n_out, n_out, 3, padding=1)
        self.bn_2 = nn.BatchNorm2d(n_out)
        self.changes_shape = stride != 1 or n_in != n_out
        if self.changes_shape:
            self.conv_3 = nn.Conv2d(n_in, n_out, 3, stride=stride, padding=1)
            self.bn_3 = nn.BatchNorm2d(n_out)
        self.pool = pool

    def forward(self, x: Tensor) -> Tensor:
        """(batch, n_in, mels, frames) -> (batch, n_out, smaller mels, smaller frames)."""
        body = self.bn_2(self.conv_2(torch.relu(self.bn_1(self.conv_1(x)))))
        shortcut = self.bn_3(self.conv_3(x)) if self.changes_shape else x
        out = torch.relu(body + shortcut)
        return out if self.pool == 1 else nn.functional.max_pool2d(out, self.pool)

    def folded(self) -> nn.Module:
        """Return three convolutions without batch norms."""
        return _FoldedResidual2d(self)


def _folded_shortcut(block: Residual2d | ResidualExcitation1d) -> FoldedConv | None:
    if not block.changes_shape:
        return None
    return FoldedConv(block.conv_3, block.bn_3, activation=identity)


class _FoldedResidual2d(nn.Module):
    """Residual2d for evaluation."""

    def __init__(self, block: Residual2d) -> None:
        super().__init__()
        self.first = FoldedConv(block.conv_1, block.bn_1)
        self.second = FoldedConv(block.conv_2, block.bn_2, activation=identity)
        self.shortcut = _folded_shortcut(block)
        self.pool = block.pool

    def forward(self, x: Tensor) -> Tensor:
        """(batch, n_in, mels, frames) -> (batch, n_out, smaller mels, smaller frames)."""
        out = self.second(self.first(x))
        out += x if self.shortcut is None else self.shortcut(x)
        return torch.relu_(out if self.pool == 1 else nn.functional.max_pool2d(out, self.pool))


class ResidualExcitation1d(Foldable):
    """A residual block whose channels are weighed by a gate (squeeze and excitation).

    Kim, Lee, Nam 2019, "Comparison and analysis of SampleCNN architectures for audio
    classification"; Hu et al. 2018 for the gate.
    """

    def __init__(
        self, n_in: int, n_out: int, kernel: int = 3, *, stride: int = 1, pool: int = 1
    ) -> None:
        super().__init__()
        padding = kernel // 2
        self.conv_1 = nn.Conv1d(n_in, n_out, kernel, stride=stride, padding=padding)
        self.bn_1 = nn.BatchNorm1d(n_out)
        self.conv_2 = nn.Conv1d(n_out, n_out, kernel, padding=padding)
        self.bn_2 = nn.BatchNorm1d(n_out)
        self.dense1 = nn.Linear(n_out, n_out)
        self.dense2 = nn.Linear(n_out, n_out)
        self.changes_shape = stride != 1 or n_in != n_out
        if self.changes_shape:
            self.conv_3 = nn.Conv1d(n_in, n_out, kernel, stride=stride, padding=padding)
            self.bn_3 = nn.BatchNorm1d(n_out)
        self.pool = pool

    def forward(self, x: Tensor) -> Tensor:
        """(batch, n_in, steps) -> (batch, n_out, steps / stride / pool)."""
        body = self.bn_2(self.conv_2(torch.relu(self.bn_1(self.conv_1(x)))))
        gate = torch.sigmoid(self.dense2(torch.relu(self.dense1(body.mean(dim=2)))))
        shortcut = self.bn_3(self.conv_3(x)) if self.changes_shape else x
        out = torch.relu(body * gate.unsqueeze(2) + shortcut)
        return nn.functional.max_pool1d(out, self.pool) if self.pool > 1 else out

    def folded(self) -> nn.Module:
        """Return three convolutions without batch norms; the gate stays as it is."""
        return _FoldedExcitation1d(self)


class _FoldedExcitation1d(nn.Module):
    """ResidualExcitation1d for evaluation."""

    def __init__(self, block: ResidualExcitation1d) -> None:
        super().__init__()
        self.first = FoldedConv(block.conv_1, block.bn_1)
        self.second = FoldedConv(block.conv_2, block.bn_2, activation=identity)
        self.shortcut = _folded_shortcut(block)
        self.dense1, self.dense2 = copy.deepcopy(block.dense1), copy.deepcopy(block.dense2)
        self.pool = block.pool

    def forward(self, x: Tensor) -> Tensor:
        """(batch, n_in, steps) -> (batch, n_out, steps / stride / pool)."""
        out = self.second(self.first(x))
        gate = torch.sigmoid(self.dense2(torch.relu(self.dense1(out.mean(dim=2)))))
        out *= gate.unsqueeze(2)
        out += x if self.shortcut is None else self.shortcut(x)
        if self.pool > 1:  # as a picture of one row: that keeps the channels together in memory
            out = nn.functional.max_pool2d(out.unsqueeze(2), (1, self.pool)).squeeze(2)
        return torch.relu_(out)
