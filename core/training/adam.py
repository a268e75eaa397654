"""Adam over the trained parts of a network, each at its own rate of the schedule.

Kingma and Ba 2015, algorithm 1, written out: torch's own loads a compiler of 800 modules when it
is first made, during which the window would stutter. Tests hold it equal to torch's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from core.training.schedule import Rate, Schedule

if TYPE_CHECKING:
    from core.models.network import TaggingNetwork

BETA_MEAN, BETA_SQUARE, EPSILON = 0.9, 0.999, 1e-8


@dataclass(frozen=True, slots=True)
class _Learner:
    """A parameter with its rate and the running means of its gradient and of its square."""

    parameter: nn.Parameter
    rate: Rate
    mean: Tensor
    square: Tensor


class SteppedAdam:
    """Changes the parameters that may change, mini-batch by mini-batch."""

    def __init__(self, network: TaggingNetwork, schedule: Schedule) -> None:
        self._learners = [
            _Learner(each, rate, torch.zeros_like(each), torch.zeros_like(each))
            for rate, group in parameters_by_rate(network, schedule)
            for each in group
        ]
        self._iteration = 0

    def enter(self, _epoch: int) -> bool:
        """Begin an epoch; it never begins a new stage."""
        return False

    @torch.no_grad()
    def step(self) -> None:
        """Change the weights by their gradients and forget these."""
        rise = 1.0 - BETA_MEAN ** (self._iteration + 1)
        square_rise = 1.0 - BETA_SQUARE ** (self._iteration + 1)
        for each in self._learners:
            gradient = each.parameter.grad
            if gradient is None:
                continue
            each.mean.lerp_(gradient, 1.0 - BETA_MEAN)
            each.square.mul_(BETA_SQUARE).addcmul_(gradient, gradient, value=1.0 - BETA_SQUARE)
            spread = (each.square / square_rise).sqrt_().add_(EPSILON)
            rate = each.rate.at(self._iteration) / rise
            each.parameter.addcdiv_(each.mean, spread, value=-rate)
            each.parameter.grad = None
        self._iteration += 1


def parameters_by_rate(
    network: TaggingNetwork, schedule: Schedule
) -> list[tuple[Rate, list[nn.Parameter]]]:
    """The parameters that may change: early and late ones of the reduction, and the rest."""
    early = [p for module in network.early_reduction() for p in module.parameters()]
    known = {id(p) for p in early}
    late = [p for p in network.reduction.parameters() if id(p) not in known]
    known |= {id(p) for p in late}
    rest = [p for p in network.parameters() if id(p) not in known]
    groups = ((schedule.early, early), (schedule.late, late), (schedule.rest, rest))
    return [(rate, [p for p in group if p.requires_grad]) for rate, group in groups]
