"""Optimizers, each with its own learning-rate schedule, behind one interface.

StepDecayAdam: the thesis's rates by section. AdamThenSgd: the public taggers' own way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import torch
from torch import Tensor, nn
from torch.optim.adam import adam
from torch.optim.sgd import sgd

from core.training.config import LearningRate, Schedule

if TYPE_CHECKING:
    from core.models.network import TaggingNetwork

BETA_1, BETA_2, EPSILON = 0.9, 0.999, 1e-8
ADAM_RATE = 1e-4
SGD_RATES = (1e-3, 1e-4, 1e-5)
MOMENTUM, WEIGHT_DECAY = 0.9, 1e-4
ADAM_SHARE = 0.4  # of the epochs; the others are divided among the SGD rates


class Optimizer(Protocol):
    """Changes a network's trained parameters; knows which learning rate is due."""

    def start_epoch(self, epoch: int) -> bool:
        """Begin an epoch, counted from 1; True where the best weights should be loaded first."""

    def step(self) -> None:
        """Change the parameters by their gradients, and clear these."""

    def state(self) -> dict[str, Tensor]:
        """Return all it remembers of the steps so far, to be stored."""

    def load_state(self, state: dict[str, Tensor]) -> None:
        """Go on where an optimizer of the same network and schedule was."""


def make_optimizer(network: TaggingNetwork, schedule: Schedule, epochs: int) -> Optimizer:
    """Make the optimizer that a schedule asks for, over the parameters that require gradients."""
    if schedule.adam_then_sgd:
        return AdamThenSgd(network, epochs)
    return StepDecayAdam(network, schedule)


@dataclass(frozen=True, slots=True)
class _Moments:
    """A parameter, its learning rate, and the running means of its gradient and of its square."""

    parameter: nn.Parameter
    rate: LearningRate
    mean: Tensor
    square: Tensor


class RatedAdam:
    """Adam with a learning rate for each parameter, lowered by steps.

    Kingma and Ba 2015, algorithm 1, written out: torch's own loads a compiler of 800 modules when
    it is first made, during which the window would stutter. Tests hold it equal to torch's.
    """

    def __init__(self, rates: Iterable[tuple[nn.Parameter, LearningRate]]) -> None:
        self._moments = [
            _Moments(parameter, rate, torch.zeros_like(parameter), torch.zeros_like(parameter))
            for parameter, rate in rates
            if parameter.requires_grad
        ]
        self._iteration = 0

    @torch.no_grad()
    def step(self) -> None:
        """Change the parameters by their gradients, and clear these."""
        correction_1 = 1.0 - BETA_1 ** (self._iteration + 1)
        correction_2 = 1.0 - BETA_2 ** (self._iteration + 1)
        for moments in self._moments:
            gradient = moments.parameter.grad
            if gradient is None:
                continue
            moments.mean.lerp_(gradient, 1.0 - BETA_1)
            moments.square.mul_(BETA_2).addcmul_(gradient, gradient, value=1.0 - BETA_2)
            denominator = (moments.square / correction_2).sqrt_().add_(EPSILON)
            rate = moments.rate.at(self._iteration) / correction_1
            moments.parameter.addcdiv_(moments.mean, denominator, value=-rate)
            moments.parameter.grad = None
        self._iteration += 1

    def state(self) -> dict[str, Tensor]:
        """See Optimizer."""
        tensors = {"iteration": torch.tensor(self._iteration)}
        for number, moments in enumerate(self._moments):
            tensors |= {f"{number}.mean": moments.mean, f"{number}.square": moments.square}
        return tensors

    def load_state(self, state: dict[str, Tensor]) -> None:
        """See Optimizer."""
        self._iteration = int(state["iteration"])
        for number, moments in enumerate(self._moments):
            moments.mean.copy_(state[f"{number}.mean"])
            moments.square.copy_(state[f"{number}.square"])


class StepDecayAdam(RatedAdam):
    """Adam with the learning rates of the sections of a network."""

    def __init__(self, network: TaggingNetwork, schedule: Schedule) -> None:
        early = {id(p) for module in network.early_reduction() for p in module.parameters()}
        late = {id(p) for p in network.reduction.parameters()} - early

        def rate(parameter: nn.Parameter) -> LearningRate:
            if id(parameter) in early | late:
                return schedule.early if id(parameter) in early else schedule.late
            return schedule.head

        super().__init__((parameter, rate(parameter)) for parameter in network.parameters())

    def start_epoch(self, _epoch: int) -> bool:
        """Never go back to the best weights: the rates fall by batches, not by epochs."""
        return False


class AdamThenSgd:
    """Adam at 1e-4, then SGD with Nesterov momentum at three falling rates (Won et al. 2020).

    At each change of stage the best weights so far are loaded again.
    """

    def __init__(self, network: TaggingNetwork, epochs: int) -> None:
        self._parameters = [p for p in network.parameters() if p.requires_grad]
        self._epochs = epochs
        self._stage = 0
        self._memories: list[dict[str, Tensor]] = [{} for _parameter in self._parameters]

    def start_epoch(self, epoch: int) -> bool:
        """Begin an epoch; True if it begins a new stage, which remembers nothing."""
        stage = stage_of(epoch, self._epochs)
        if stage == self._stage:
            return False
        self._stage = stage
        self._memories = [{} for _parameter in self._parameters]
        return True

    @torch.no_grad()
    def step(self) -> None:
        """Change the parameters by their gradients, and clear these."""
        moved = [
            (parameter, parameter.grad, memory)
            for parameter, memory in zip(self._parameters, self._memories, strict=True)
            if parameter.grad is not None
        ]
        if self._stage == 0:
            _step_by_adam(moved)
        else:
            _step_by_sgd(moved, SGD_RATES[self._stage - 1])
        for parameter in self._parameters:
            parameter.grad = None

    def state(self) -> dict[str, Tensor]:
        """See Optimizer."""
        tensors = {"stage": torch.tensor(self._stage)}
        for number, memory in enumerate(self._memories):
            tensors |= {f"{number}.{name}": value for name, value in memory.items()}
        return tensors

    def load_state(self, state: dict[str, Tensor]) -> None:
        """See Optimizer."""
        self._stage = int(state["stage"])
        self._memories = [{} for _parameter in self._parameters]
        for key, value in state.items():
            number, _, name = key.partition(".")
            if name:
                device = self._parameters[int(number)].device
                on = "cpu" if name == "step" else device  # as torch keeps them
                self._memories[int(number)][name] = value.to(on).clone()


# torch's own steps without its classes, which load the compiler. A parameter, its gradient, and
# what is remembered of it, under torch's names.
_Moved = list[tuple[nn.Parameter, Tensor, dict[str, Tensor]]]


def _step_by_adam(moved: _Moved) -> None:
    for parameter, _gradient, memory in moved:
        if not memory:
            memory["step"] = torch.tensor(0.0)
            memory["exp_avg"] = torch.zeros_like(parameter)
            memory["exp_avg_sq"] = torch.zeros_like(parameter)
    adam(
        [parameter for parameter, _gradient, _memory in moved],
        [gradient for _parameter, gradient, _memory in moved],
        [memory["exp_avg"] for _parameter, _gradient, memory in moved],
        [memory["exp_avg_sq"] for _parameter, _gradient, memory in moved],
        [], [memory["step"] for _parameter, _gradient, memory in moved],
        amsgrad=False, beta1=BETA_1, beta2=BETA_2, lr=ADAM_RATE, weight_decay=WEIGHT_DECAY,
        eps=EPSILON, maximize=False,
    )  # fmt: skip


def _step_by_sgd(moved: _Moved, rate: float) -> None:
    buffers = [memory.get("momentum_buffer") for _parameter, _gradient, memory in moved]
    sgd(
        [parameter for parameter, _gradient, _memory in moved],
        [gradient for _parameter, gradient, _memory in moved],
        buffers, weight_decay=WEIGHT_DECAY, momentum=MOMENTUM, lr=rate, dampening=0.0,
        nesterov=True, maximize=False,
    )  # fmt: skip
    for (_parameter, _gradient, memory), buffer in zip(moved, buffers, strict=True):
        if buffer is not None:
            memory["momentum_buffer"] = buffer


def stage_of(epoch: int, epochs: int) -> int:
    """Return 0 while Adam works, then 1 to 3 for the SGD rates; epoch counts from 1."""
    n_adam = max(1, round(ADAM_SHARE * epochs))
    if epoch <= n_adam:
        return 0
    n_per_rate = max(1, -(-(epochs - n_adam) // len(SGD_RATES)))
    return min(len(SGD_RATES), 1 + (epoch - n_adam - 1) // n_per_rate)
