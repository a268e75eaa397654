"""How fast learning goes: Adam, a rate for each part of the network, lowered by steps.

The thesis's table (its algorithms 20 to 22) and ours for the small collections of a musicologist.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch import nn
    from torch.optim import Adam

    from core.models.network import TaggingNetwork

DECAY, LOWEST_RATE = 0.1, 1e-6
BETAS, EPSILON = (0.9, 0.999), 1e-8


@dataclass(frozen=True, slots=True)
class Rate:
    """A learning rate at the start, multiplied by 0.1 after every `step` mini-batches."""

    start: float
    step: int

    def at(self, iteration: int) -> float:
        """The rate of a mini-batch, counted from 0; never under 1e-6."""
        return max(self.start * DECAY ** (iteration // self.step), min(LOWEST_RATE, self.start))


@dataclass(frozen=True, slots=True)
class Schedule:
    """Rates of the reduction's early and late layers and of the rest; mini-batches; patience.

    batch_songs: songs a mini-batch. patience: epochs without a better held-out result before
    learning ends early. keep_weight: how much a word that is not being taught counts, beside one
    that is, in staying as it was. train_norm: batch norms of the reduction follow the songs (from
    scratch) instead of keeping their statistics (fine-tuning with few songs at a time).
    ladder: the public taggers' own way (ladder.py) instead of these rates.
    """

    early: Rate
    late: Rate
    rest: Rate
    batch_songs: int = 8
    patience: int = 12
    keep_weight: float = 0.25
    weight_decay: float = 0.0
    train_norm: bool = False
    ladder: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain numbers for a model's card."""
        return asdict(self)


SOURCE_TASK = Schedule(Rate(1e-4, 50_000), Rate(1e-3, 50_000), Rate(1e-2, 10_000), train_norm=True)
TARGET_TASK = Schedule(Rate(1e-5, 10_000), Rate(1e-4, 10_000), Rate(1e-3, 3_000))
SMALL_SET = TARGET_TASK  # new words begin from a good place (first_rows.py), so it is enough

# As the public taggers were trained; patience would end it before the rates have fallen.
PUBLIC = replace(TARGET_TASK, ladder=True, patience=10_000, train_norm=True, batch_songs=16)
SCHEDULES: dict[str, Schedule] = {"thesis": TARGET_TASK, "public": PUBLIC}


class SteppedAdam:
    """Adam over the trained parts of a network, each at its own rate of the schedule."""

    def __init__(self, network: TaggingNetwork, schedule: Schedule) -> None:
        self._groups = [
            (rate, parameters)
            for rate, parameters in _parameters_by_rate(network, schedule)
            if parameters
        ]
        self._adam = _adam(self._groups, schedule)
        self._iteration = 0

    def enter(self, _epoch: int) -> bool:
        """Begin an epoch; it never begins a new stage."""
        return False

    def step(self) -> None:
        """Change the weights by their gradients and forget these."""
        for group, (rate, _) in zip(self._adam.param_groups, self._groups, strict=True):
            group["lr"] = rate.at(self._iteration)
        self._adam.step()
        self._adam.zero_grad(set_to_none=True)
        self._iteration += 1


def _adam(groups: list[tuple[Rate, list[nn.Parameter]]], schedule: Schedule) -> Adam:
    from torch.optim import Adam

    described = [{"params": parameters, "lr": rate.start} for rate, parameters in groups]
    return Adam(described, betas=BETAS, eps=EPSILON, weight_decay=schedule.weight_decay)


def _parameters_by_rate(
    network: TaggingNetwork, schedule: Schedule
) -> list[tuple[Rate, list[nn.Parameter]]]:
    early = [p for module in network.early_reduction() for p in module.parameters()]
    known = {id(p) for p in early}
    late = [p for p in network.reduction.parameters() if id(p) not in known]
    known |= {id(p) for p in late}
    rest = [p for p in network.parameters() if id(p) not in known]
    groups = ((schedule.early, early), (schedule.late, late), (schedule.rest, rest))
    return [(rate, [p for p in group if p.requires_grad]) for rate, group in groups]
