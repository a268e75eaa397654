"""Filters that do nothing, which a fast form leaves out: what they give is known beforehand.

Weight decay takes filters that a network has no use for to nothing; their batch norm then makes a
constant of them. Of the 561 tall and long filters of MusiCNN on MagnaTagATune 247 are left, on the
Million Song Dataset 64.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import TypeVar

import torch
from torch import Tensor, nn

NOTHING = 1e-4  # of an input's greatest value, at the block's output; logits move by 2e-6
WORTH_IT = 0.75  # at most this share is left: putting constants in between takes time, too

Conv = TypeVar("Conv", nn.Conv1d, nn.Conv2d)
Norm = TypeVar("Norm", nn.BatchNorm1d, nn.BatchNorm2d)


class LiveFilters(nn.Module):
    """A block of whose filters only some do anything; the others have constants in its output.

    live: which ones the block has. constants: of all filters, (n_filters,).
    """

    def __init__(self, block: nn.Module, live: Tensor, constants: Tensor) -> None:
        super().__init__()
        self.block = block
        self.live: Tensor
        self.constants: Tensor
        self.register_buffer("live", live)
        self.register_buffer("constants", constants)

    def forward(self, x: Tensor) -> Tensor:
        """Give what all filters give: (batch, n_filters, …)."""
        computed = self.block(x)
        shape = (len(computed), len(self.constants), *computed.shape[2:])
        constants = self.constants.to(computed.dtype).view(-1, *[1] * (computed.dim() - 2))
        return constants.expand(shape).index_copy(1, self.live, computed)


def with_live_filters(
    conv: Conv,
    norm: Norm,
    constants: Callable[[Conv, Norm], Tensor],
    make: Callable[[Conv, Norm], nn.Module],
) -> nn.Module:
    """Make a block's fast form of those filters only that do something.

    constants: what the block gives for a response of the filter to its input of nothing but the
    bias. make: the fast form of a convolution and its batch norm.
    """
    live = live_filters(conv, norm)
    if len(live) > WORTH_IT * conv.out_channels:
        return make(conv, norm)
    return LiveFilters(make(*_only(conv, norm, live)), live, constants(conv, norm).detach())


def live_filters(conv: nn.Conv1d | nn.Conv2d, norm: nn.BatchNorm1d | nn.BatchNorm2d) -> Tensor:
    """Return the numbers of the filters that do something; at least one."""
    assert norm.running_var is not None
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    moved = (conv.weight.flatten(start_dim=1).abs().sum(dim=1) * scale.abs()).detach()
    live = torch.nonzero(~(moved <= NOTHING))[:, 0]  # what is no number does something
    return live if len(live) else moved.argmax().view(1)


def _only(conv: Conv, norm: Norm, live: Tensor) -> tuple[Conv, Norm]:
    """Return a convolution and its batch norm with some of their filters."""
    fewer_conv, fewer_norm = copy.deepcopy(conv), copy.deepcopy(norm)
    fewer_conv.out_channels = fewer_norm.num_features = len(live)
    _keep(fewer_conv, live)
    _keep(fewer_norm, live)
    return fewer_conv, fewer_norm


def _keep(module: nn.Module, live: Tensor) -> None:
    for name, parameter in list(module.named_parameters()):
        setattr(module, name, nn.Parameter(parameter.detach()[live]))
    for name, measured in list(module.named_buffers()):
        if measured.dim():  # not the number of batches
            setattr(module, name, measured[live])
