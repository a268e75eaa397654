"""Blocks for evaluation: the same numbers as those for training, several times faster.

Batch norms are folded into the convolutions, pooling comes before the activation (which is
monotone), and large pictures pass in strips that stay in the processor's cache. What is learned
later does not reach these copies.
"""

from __future__ import annotations

import copy
from collections.abc import Callable

import torch
from torch import Tensor, nn

STRIP_BYTES = 4_000_000  # of a convolution before its pooling, all segments together

Pair = tuple[int, int]
Activation = Callable[[Tensor], Tensor]


class Foldable(nn.Module):
    """A block that has a faster form for evaluation."""

    def folded(self) -> nn.Module:
        """Return the faster form: the same input, in evaluate mode the same output."""
        raise NotImplementedError


def evaluation_form(module: nn.Module) -> nn.Module:
    """Return a copy in evaluate mode with every foldable block in its faster form."""
    blocks = [submodule for submodule in module.modules() if isinstance(submodule, Foldable)]
    with torch.no_grad():
        replacements: dict[int, object] = {id(block): block.folded() for block in blocks}
        return copy.deepcopy(module, replacements).eval()


def in_bfloat16(module: nn.Module) -> nn.Module:
    """Let the folded weights of a module compute in 16 bits, all else as before."""
    for submodule in module.modules():
        if isinstance(submodule, Folded):
            submodule.to(torch.bfloat16)
    return module


def folded_weights(
    conv: nn.Conv1d | nn.Conv2d, norm: nn.BatchNorm1d | nn.BatchNorm2d
) -> tuple[Tensor, Tensor]:
    """Return weight and bias of one convolution that does what conv and norm do."""
    assert conv.bias is not None
    assert norm.running_mean is not None
    assert norm.running_var is not None
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    weight = conv.weight * scale.view(-1, *[1] * (conv.weight.dim() - 1))
    return weight.detach(), ((conv.bias - norm.running_mean) * scale + norm.bias).detach()


def folded_after_relu(
    conv: nn.Conv1d | nn.Conv2d, norm: nn.BatchNorm1d | nn.BatchNorm2d
) -> tuple[Tensor, Tensor]:
    """Return weight and bias of a convolution whose ReLU comes before its batch norm.

    Channels that the batch norm turns around have their sign turned, so that a maximum can be
    taken at once, before NormedRelu.
    """
    assert conv.bias is not None
    sign = _signs(norm)
    weight = conv.weight * sign.view(-1, *[1] * (conv.weight.dim() - 1))
    return weight.detach(), (conv.bias * sign).detach()


def constant_after_relu(
    conv: nn.Conv1d | nn.Conv2d, norm: nn.BatchNorm1d | nn.BatchNorm2d
) -> Tensor:
    """Return what such a block gives where its filters respond to nothing: (n_filters,)."""
    _, bias = folded_after_relu(conv, norm)
    constants: Tensor = NormedRelu(norm)(bias[None, :, None])
    return constants[0, :, 0]


def _signs(norm: nn.BatchNorm1d | nn.BatchNorm2d) -> Tensor:
    return torch.where(norm.weight < 0, -1.0, 1.0)


def relu(x: Tensor) -> Tensor:
    """ReLU in place."""
    return torch.relu_(x)


def elu(x: Tensor) -> Tensor:
    """ELU in place."""
    return nn.functional.elu(x, inplace=True)


def identity(x: Tensor) -> Tensor:
    """No activation."""
    return x


class NormedRelu(nn.Module):
    """ReLU, then a batch norm, of what folded_after_relu gave: (batch, channels, …), any shape."""

    def __init__(self, norm: nn.BatchNorm1d | nn.BatchNorm2d) -> None:
        super().__init__()
        assert norm.running_mean is not None
        assert norm.running_var is not None
        scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
        self.sign: Tensor
        self.scale: Tensor
        self.shift: Tensor
        self.register_buffer("sign", _signs(norm))
        self.register_buffer("scale", scale.detach())
        self.register_buffer("shift", (norm.bias - norm.running_mean * scale).detach())

    def forward(self, x: Tensor) -> Tensor:
        """See the class."""
        sign, scale, shift = (
            vector.view(-1, *[1] * (x.dim() - 2)) for vector in (self.sign, self.scale, self.shift)
        )
        return torch.relu_(x * sign) * scale + shift


class Folded(nn.Module):
    """A block with folded weights, which may be of 16 bits; it takes what it is given to them."""


class FoldedConv(Folded):
    """Convolution, batch norm, max-pool and activation in one.

    (batch, n_in, mels, frames) -> (batch, n_out, fewer mels, fewer frames). A 1-d convolution
    takes and gives (batch, channels, steps).
    """

    def __init__(
        self,
        conv: nn.Conv1d | nn.Conv2d,
        norm: nn.BatchNorm1d | nn.BatchNorm2d,
        *,
        pool: int | Pair = 1,
        activation: Activation = relu,
    ) -> None:
        super().__init__()
        weight, bias = folded_weights(conv, norm)
        self.flat = weight.dim() == 3
        if self.flat:
            weight = weight.unsqueeze(2)
        self.weight: Tensor
        self.bias: Tensor
        self.register_buffer("weight", weight.contiguous(memory_format=torch.channels_last))
        self.register_buffer("bias", bias)
        self.stride = (1, *conv.stride) if self.flat else _pair(conv.stride)
        self.padding = (0, *conv.padding) if self.flat else _pair(conv.padding)
        self.pool = (1, pool) if self.flat and isinstance(pool, int) else _pair(pool)
        self.activation = activation

    @classmethod
    def after_relu(
        cls,
        conv: nn.Conv1d | nn.Conv2d,
        norm: nn.BatchNorm1d | nn.BatchNorm2d,
        *,
        pool: int | Pair = 1,
    ) -> FoldedConv:
        """Make the form of a block whose batch norm comes after its ReLU: see NormedRelu."""
        folded = cls(conv, norm, pool=pool, activation=NormedRelu(norm))
        weight, bias = folded_after_relu(conv, norm)
        folded.weight.copy_(weight.unsqueeze(2) if folded.flat else weight)
        folded.bias.copy_(bias)
        return folded

    def forward(self, x: Tensor) -> Tensor:
        """See the class."""
        if self.flat:
            return self._convolve(x.unsqueeze(2)).squeeze(2)
        return self._convolve(x)

    def _convolve(self, x: Tensor) -> Tensor:
        x = x.to(self.weight.dtype).contiguous(memory_format=torch.channels_last)
        n_columns, step = self._columns(x)
        if step >= n_columns or x.is_cuda:
            return self._strip(x, self.padding)
        x = nn.functional.pad(x, (self.padding[1], self.padding[1]))
        period, kernel = self.pool[1] * self.stride[1], self.weight.shape[3]
        strips = []
        for first in range(0, n_columns, step):
            last = min(first + step, n_columns)
            end = last * period - self.stride[1] + kernel
            strips.append(self._strip(x[..., first * period : end], (self.padding[0], 0)))
        return torch.cat(strips, dim=3)

    def _strip(self, x: Tensor, padding: Pair) -> Tensor:
        x = x.contiguous(memory_format=torch.channels_last)
        x = nn.functional.conv2d(x, self.weight, self.bias, self.stride, padding)
        return self.activation(x if self.pool == (1, 1) else nn.functional.max_pool2d(x, self.pool))

    def _columns(self, x: Tensor) -> Pair:
        """Return columns of the result, and how many are made at a time."""
        axes = zip(x.shape[2:], self.padding, self.weight.shape[2:], self.stride, strict=True)
        rows, frames = ((size + 2 * pad - kernel) // by + 1 for size, pad, kernel, by in axes)
        n_columns = frames // self.pool[1]
        if self.pool == (1, 1):
            return n_columns, n_columns
        column_bytes = len(x) * len(self.weight) * rows * self.pool[1] * self.weight.itemsize
        return n_columns, max(1, STRIP_BYTES // column_bytes)


def _pair(size: int | tuple[int, ...] | str) -> Pair:
    assert not isinstance(size, str)
    return (size, size) if isinstance(size, int) else (size[0], size[1])
