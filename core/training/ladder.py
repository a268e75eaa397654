"""The public taggers' own schedule: Adam, then plain gradient descent at three falling rates.

Won et al. 2020: Adam at 1e-4, then SGD with Nesterov momentum at 1e-3, 1e-4 and 1e-5; at each
change the best weights so far are taken up again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch.optim import Optimizer

    from core.models.network import TaggingNetwork

ADAM_RATE = 1e-4
SGD_RATES = (1e-3, 1e-4, 1e-5)
MOMENTUM, DECAY = 0.9, 1e-4
ADAM_SHARE = 0.4  # of the epochs; the rest is divided among the three rates


def stage_of(epoch: int, epochs: int) -> int:
    """0 while Adam works, then 1 to 3; epoch counts from 1."""
    first = max(1, round(ADAM_SHARE * epochs))
    if epoch <= first:
        return 0
    each = max(1, -(-(epochs - first) // len(SGD_RATES)))
    return min(len(SGD_RATES), 1 + (epoch - first - 1) // each)


class Ladder:
    """The optimiser of the stage that is on; all trained parameters share its rate."""

    def __init__(self, network: TaggingNetwork, epochs: int) -> None:
        self._parameters = [each for each in network.parameters() if each.requires_grad]
        self._epochs = epochs
        self._stage = 0
        self._optimiser = self._make()

    def enter(self, epoch: int) -> bool:
        """Begin an epoch; True if it begins a new stage, with a new optimiser."""
        stage = stage_of(epoch, self._epochs)
        if stage == self._stage:
            return False
        self._stage = stage
        self._optimiser = self._make()
        return True

    def step(self) -> None:
        """Change the weights by their gradients and forget these."""
        self._optimiser.step()
        self._optimiser.zero_grad(set_to_none=True)

    def _make(self) -> Optimizer:
        from torch.optim import SGD, Adam

        if self._stage == 0:
            return Adam(self._parameters, lr=ADAM_RATE, weight_decay=DECAY)
        rate = SGD_RATES[self._stage - 1]
        return SGD(self._parameters, lr=rate, momentum=MOMENTUM, weight_decay=DECAY, nesterov=True)
