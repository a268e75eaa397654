"""Ridge logistic regression beside what is said already: pure arithmetic on song vectors.

One line a word, all words at once. The penalty is a fixed prior on the weights, so its share
falls as songs are added. The first layer has as much say as all others together, and these have
equal shares, however many numbers each of them gives.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from core.jobs import SILENT, JobContext

PENALTY = 0.05  # of one unit of weight, beside the summed loss of the judged songs
STEPS = 300
LEAST_SPREAD, LEAST_SHARE = 1e-6, 0.1  # a number that hardly moves is not blown up
POWER_STEPS, SAFETY = 30, 1.1


@dataclass(frozen=True, slots=True)
class Cells:
    """What is asked, all (n_songs, n_words). targets: 0 to 1. weights: 0 where nothing was judged.
    said: logits that the line is added to.
    """

    targets: Tensor
    weights: Tensor
    said: Tensor

    def of(self, songs: Tensor, words: Tensor | None = None) -> Cells:
        """Of some songs, and maybe some words, only."""
        parts = (each[songs] for each in (self.targets, self.weights, self.said))
        return Cells(*(each if words is None else each[:, words] for each in parts))

    def repeated(self, times: int) -> Cells:
        """The same words several times, side by side."""
        return Cells(*(each.repeat(1, times) for each in (self.targets, self.weights, self.said)))


@dataclass(frozen=True, slots=True)
class Line:
    """weights: one (n_inputs, n_words) a layer. bias: (n_words,)."""

    weights: tuple[Tensor, ...]
    bias: Tensor

    def logits(self, layers: Sequence[Tensor]) -> Tensor:
        """(n_songs, n_words), to be added to what is said already."""
        parts = [each @ weight for each, weight in zip(layers, self.weights, strict=True)]
        return torch.stack(parts).sum(dim=0) + self.bias


def fitted_line(
    layers: Sequence[Tensor],
    cells: Cells,
    strength: Tensor,
    job: JobContext = SILENT,
    *,
    steps: int = STEPS,
) -> Line:
    """The line of least loss. layers: float64, (n_songs, n_inputs) each. strength: (n_words,), by
    which the penalty is multiplied. Raises Cancelled.
    """
    middles = [each.mean(dim=0) for each in layers]
    n_others = max(1, len(layers) - 1)
    spreads = [_spread(each, n_others if place else 1) for place, each in enumerate(layers)]
    inputs = torch.cat(
        [(x - m) / s for x, m, s in zip(layers, middles, spreads, strict=True)], dim=1
    )
    seen, back = _rotated(inputs)
    rows = _descended(seen, cells, strength, steps, job)
    weight = torch.split(back @ rows[:-1], [each.shape[1] for each in layers])
    weights = tuple(w / s[:, None] for w, s in zip(weight, spreads, strict=True))
    shift = sum(m @ w for m, w in zip(middles, weights, strict=True))
    return Line(weights, rows[-1] - shift)


def mean_loss(line: Line, layers: Sequence[Tensor], cells: Cells) -> Tensor:
    """Cross-entropy of each word over its judged cells, summed: (n_words,)."""
    logits = cells.said + line.logits(layers)
    loss = torch.nn.functional.binary_cross_entropy_with_logits(
        logits, cells.targets, weight=cells.weights, reduction="none"
    )
    return loss.sum(dim=0)


def _spread(layer: Tensor, n_sharing: int) -> Tensor:
    """What each number is divided by, so that all layers that share together vary by one."""
    spread = layer.std(dim=0, unbiased=False)
    floor = LEAST_SHARE * spread.mean() + LEAST_SPREAD
    return (spread + floor) * math.sqrt(layer.shape[1] * n_sharing)


def _rotated(inputs: Tensor) -> tuple[Tensor, Tensor]:
    """The same songs in as few numbers as there are songs, and the way back to all of them."""
    n_songs, n_inputs = inputs.shape
    if n_songs >= n_inputs:
        return inputs, torch.eye(n_inputs, dtype=inputs.dtype)
    values, vectors = torch.linalg.eigh(inputs @ inputs.T)
    there = values > values[-1].clamp(min=LEAST_SPREAD) * 1e-9
    roots, vectors = values[there].sqrt(), vectors[:, there]
    return vectors * roots, inputs.T @ (vectors / roots)


def _descended(seen: Tensor, cells: Cells, strength: Tensor, steps: int, job: JobContext) -> Tensor:
    """Accelerated gradient descent (Nesterov 1983) with the step the curvature allows.

    (n_inputs + 1, n_words), the last row the biases, which are free.
    """
    inputs = torch.cat([seen, torch.ones_like(seen[:, :1])], dim=1)
    counts = cells.weights.sum(dim=0).clamp(min=LEAST_SPREAD)
    weights, strength = cells.weights / counts, PENALTY * strength / counts
    penalty = strength.repeat(inputs.shape[1], 1)
    penalty[-1] = 0.0
    heaviest = weights.amax(dim=0)
    curvature = _largest(inputs) / 4.0 * heaviest + strength
    row = torch.zeros(inputs.shape[1], strength.shape[0], dtype=torch.double)
    ahead = row.clone()
    for step in range(steps):
        job.check()
        misses = weights * (torch.sigmoid(cells.said + inputs @ ahead) - cells.targets)
        next_row = ahead - (inputs.T @ misses + penalty * ahead) / curvature
        ahead = next_row + step / (step + 3.0) * (next_row - row)
        row = next_row
    return row


def _largest(inputs: Tensor) -> float:
    """The largest eigenvalue of inputs' products, a little more rather than less."""
    vector = torch.ones(inputs.shape[1], dtype=torch.double) + 1e-3 * torch.arange(inputs.shape[1])
    for _ in range(POWER_STEPS):
        vector = inputs.T @ (inputs @ (vector / vector.norm()))
    return SAFETY * float(vector.norm())
