"""Gradient checkpointing: activations are not kept but computed again on the way back.

Chen et al. 2016, written out for the one case we have, because torch's own loads a compiler of
800 modules first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

Function = Callable[[Tensor], Tensor]


def checkpoint(function: Function, inputs: Tensor, is_cancelled: Callable[[], bool]) -> Tensor:
    """Compute function(inputs), whose parameters get their gradients; inputs gets none.

    Random numbers, such as dropout's, are the same both times. is_cancelled: called on the way
    back; where it is true, nothing more is done and the gradients are worthless. It must not
    raise: what torch leaves behind then brings the program down if it ends before the thread does.
    """
    anchor = torch.empty(0, requires_grad=True)  # so that torch comes back this way at all
    outputs: Tensor = _Checkpoint.apply(function, inputs, is_cancelled, anchor)  # type: ignore[no-untyped-call]
    return outputs


class _Checkpoint(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: Any, function: Function, inputs: Tensor, is_cancelled: Callable[[], bool], _: Tensor
    ) -> Tensor:
        ctx.function, ctx.is_cancelled = function, is_cancelled
        ctx.save_for_backward(inputs)
        ctx.cuda_device = inputs.device if inputs.is_cuda else None
        ctx.rng_state = torch.get_rng_state()
        ctx.cuda_rng_state = torch.cuda.get_rng_state(inputs.device) if inputs.is_cuda else None
        with torch.no_grad():
            return function(inputs)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[None, None, None, None]:
        no_gradients = (None, None, None, None)
        if ctx.is_cancelled():
            return no_gradients
        (inputs,) = ctx.saved_tensors
        devices = [ctx.cuda_device] if ctx.cuda_device else []
        with torch.random.fork_rng(devices=devices), torch.enable_grad():
            torch.set_rng_state(ctx.rng_state)
            if ctx.cuda_rng_state is not None:
                torch.cuda.set_rng_state(ctx.cuda_rng_state, ctx.cuda_device)
            # The sum's gradient: where it is handed to backward(), torch loads sympy first, for a
            # quarter of a second and with half a million objects.
            weighted = (ctx.function(inputs) * gradients[0]).sum()
        weighted.backward()
        return no_gradients
