"""Gradient checkpointing: activations are not kept but computed again on the way back.

Chen et al. 2016, written out for the one case we have, because torch's own loads a compiler of
800 modules first.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
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
        ctx.device = inputs.device
        ctx.rng_state = torch.get_rng_state()
        ctx.card_rng_state = _card_rng_state(inputs.device)
        with torch.no_grad():
            return function(inputs)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[None, None, None, None]:
        no_gradients = (None, None, None, None)
        if ctx.is_cancelled():
            return no_gradients
        (inputs,) = ctx.saved_tensors
        with torch.random.fork_rng(devices=[]), _card_rng(ctx.device), torch.enable_grad():
            torch.set_rng_state(ctx.rng_state)
            _set_card_rng_state(ctx.device, ctx.card_rng_state)
            # The sum's gradient: where it is handed to backward(), torch loads sympy first, for a
            # quarter of a second and with half a million objects.
            weighted = (ctx.function(inputs) * gradients[0]).sum()
        weighted.backward()
        return no_gradients


def _card_rng_state(device: torch.device) -> Tensor | None:
    """Return the state of a card's random numbers; None for the processor."""
    if device.type == "cuda":
        return torch.cuda.get_rng_state(device)
    return torch.mps.get_rng_state() if device.type == "mps" else None


def _set_card_rng_state(device: torch.device, state: Tensor | None) -> None:
    if state is not None and device.type == "cuda":
        torch.cuda.set_rng_state(state, device)
    elif state is not None:
        torch.mps.set_rng_state(state)


@contextlib.contextmanager
def _card_rng(device: torch.device) -> Iterator[None]:
    """Have a card's random numbers go on afterwards as if none had been drawn inside."""
    state = _card_rng_state(device)
    yield
    _set_card_rng_state(device, state)
