"""Work that keeps nothing for the way back and is done again there (Chen et al. 2016).

Written out for the one case we have, because torch's own loads a compiler of 800 modules first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

Work = Callable[[Tensor], Tensor]


def recomputed(work: Work, given: Tensor, given_up: Callable[[], bool]) -> Tensor:
    """work(given), whose parameters get their gradients; given itself gets none.

    Random numbers, such as dropout's, are the same both times. given_up: asked on the way back;
    if so, nothing more is done and the gradients are worthless. It must not raise: what torch
    leaves behind then brings the program down if it ends before the thread does.
    """
    anchor = torch.empty(0, requires_grad=True)  # so that torch comes back this way at all
    done: Tensor = _Recomputed.apply(work, given, given_up, anchor)  # type: ignore[no-untyped-call]
    return done


class _Recomputed(torch.autograd.Function):
    @staticmethod
    def forward(
        context: Any, work: Work, given: Tensor, given_up: Callable[[], bool], _: Tensor
    ) -> Tensor:
        context.work, context.given_up = work, given_up
        context.save_for_backward(given)
        context.on_card = given.device if given.is_cuda else None
        context.dice = torch.get_rng_state()
        context.card_dice = torch.cuda.get_rng_state(given.device) if given.is_cuda else None
        with torch.no_grad():
            return work(given)

    @staticmethod
    def backward(context: Any, *gradients: Tensor) -> tuple[None, None, None, None]:
        nothing = (None, None, None, None)
        if context.given_up():
            return nothing
        (given,) = context.saved_tensors
        cards = [context.on_card] if context.on_card else []
        with torch.random.fork_rng(devices=cards), torch.enable_grad():
            torch.set_rng_state(context.dice)
            if context.card_dice is not None:
                torch.cuda.set_rng_state(context.card_dice, context.on_card)
            done = context.work(given)
        torch.autograd.backward(done, gradients[0])
        return nothing
