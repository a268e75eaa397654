"""16-bit arithmetic in source training, and gradients that do not vanish in it.

bfloat16 where the machine has it. Graphics cards without it compute in float16, whose gradients
vanish: their loss is scaled up first (Micikevicius et al. 2018, section 3.2), by a scale that
follows what happens. Processors without it compute in 32 bits, which is faster there.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager

import torch
from torch import Tensor, nn

from core.models.device import half_precision
from core.pretraining.processes import CUDA

FIRST, GROWTH, GROW_AFTER = 2.0**16, 2.0, 2000
FIRST_WITH_BFLOAT16 = 8  # of the capabilities of graphics cards; older ones emulate it, slowly


def computes_in_float16(device: str) -> bool:
    """Whether a device is a graphics card without bfloat16 of its own."""
    return device == CUDA and torch.cuda.get_device_capability()[0] < FIRST_WITH_BFLOAT16


def mixed_precision(device: str) -> AbstractContextManager[object]:
    """Compute in 16 bits inside the block, where that is faster."""
    if computes_in_float16(device):
        return torch.autocast(device, torch.float16)
    return half_precision(device)


class LossScale:
    """A factor of the loss; 1 for good where it is not needed."""

    def __init__(self, *, needed: bool) -> None:
        self._needed = needed
        self.value = FIRST if needed else 1.0
        self._n_good = 0

    def unscale(self, parameters: Iterable[nn.Parameter]) -> bool:
        """Divide the gradients by it; False, and they are cleared, where one is no number.

        The scale falls then, and rises after GROW_AFTER steps without that.
        """
        if not self._needed:
            return True
        with_gradient = [p for p in parameters if p.grad is not None]
        gradients = [p.grad for p in with_gradient if p.grad is not None]
        is_finite = all(bool(torch.isfinite(gradient).all()) for gradient in gradients)
        for parameter, gradient in zip(with_gradient, gradients, strict=True):
            parameter.grad = gradient.div_(self.value) if is_finite else None
        self._n_good = self._n_good + 1 if is_finite else 0
        if not is_finite:
            self.value = max(1.0, self.value / GROWTH)
        elif self._n_good % GROW_AFTER == 0:
            self.value *= GROWTH
        return is_finite

    def state(self) -> dict[str, Tensor]:
        """Return it to be stored."""
        return {"value": torch.tensor(self.value), "good": torch.tensor(self._n_good)}

    def load_state(self, state: dict[str, Tensor]) -> None:
        """Go on with what state() gave."""
        self.value, self._n_good = float(state["value"]), int(state["good"])
