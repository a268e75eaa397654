"""Where new words begin: the best straight line through what the parent already makes of a song.

Logistic regression on the inputs of the output layer, so that fine-tuning starts from a good
place instead of tearing at what the network knows (Kumar et al. 2022, "Fine-tuning can distort
pretrained features").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.jobs import SILENT, JobContext
from core.training.sources import Source

if TYPE_CHECKING:
    from core.models.network import TaggingNetwork

PENALTY = 0.1  # ridge, on standardised inputs
MOST_SONGS = 4000
STEPS = 300
AT_ONCE = 8
LEAST_SPREAD = 1e-3


def begin_rows(
    network: TaggingNetwork,
    source: Source,
    rows: NDArray[np.int64],
    states: NDArray[np.int8],
    new: NDArray[np.int64],
    job: JobContext = SILENT,
) -> None:
    """Give the output rows `new` their first values. rows: songs to learn from; states: their
    decisions, (n_songs, n_tags). Raises Cancelled.
    """
    if not len(new):
        return
    rows = rows[:: -(-len(rows) // MOST_SONGS)]
    hidden = output_inputs(network, source, rows.tolist(), job)
    weight, bias = logistic_rows(hidden.cpu().double(), states[np.ix_(rows, new)], job)
    output = network.output
    with torch.no_grad():
        output.weight[new.tolist()] = weight.to(output.weight)
        output.bias[new.tolist()] = bias.to(output.bias)


def output_inputs(
    network: TaggingNetwork, source: Source, rows: Sequence[int], job: JobContext = SILENT
) -> Tensor:
    """What reaches the output layer of each song, (n_songs, n_inputs): for networks that score
    segments one by one, the segments' mean.
    """
    caught: list[Tensor] = []

    def catch(_: nn.Module, inputs: tuple[Any, ...]) -> None:
        caught.append(inputs[0].detach())

    network.eval()
    hook = network.output.register_forward_pre_hook(catch)
    at_once = AT_ONCE if network.temporal is not None else 1
    try:
        with torch.no_grad():
            for first in range(0, len(rows), at_once):
                job.check()
                source.logits(network, rows[first : first + at_once])
    finally:
        hook.remove()
    if network.temporal is None:
        caught = [each.mean(dim=0, keepdim=True) for each in caught]
    return torch.cat(caught)


def logistic_rows(
    hidden: Tensor, states: NDArray[np.int8], job: JobContext = SILENT
) -> tuple[Tensor, Tensor]:
    """Weights (n_tags, n_inputs) and biases (n_tags,) of one ridge logistic regression a tag.

    hidden: float64 (n_songs, n_inputs). states: (n_songs, n_tags), not judged cells left out.
    Found by accelerated gradient descent (Nesterov 1983) with the step the curvature allows.
    """
    middle, spread = hidden.mean(dim=0), hidden.std(dim=0, unbiased=False) + LEAST_SPREAD
    inputs = torch.cat([(hidden - middle) / spread, torch.ones_like(hidden[:, :1])], dim=1)
    judged = torch.from_numpy(states >= 0).double()
    counts = judged.sum(dim=0).clamp(min=1.0)
    targets = torch.from_numpy(states == 1).double()
    penalty = torch.full((inputs.shape[1], 1), PENALTY, dtype=torch.double)
    penalty[-1] = 0.0  # the bias is free
    curvature = float(torch.linalg.matrix_norm(inputs, 2)) ** 2 / 4.0 / counts + PENALTY
    row = torch.zeros(inputs.shape[1], states.shape[1], dtype=torch.double)
    ahead = row.clone()
    for step in range(STEPS):
        job.check()
        misses = judged * (torch.sigmoid(inputs @ ahead) - targets) / counts
        next_row = ahead - (inputs.T @ misses + penalty * ahead) / curvature
        ahead = next_row + step / (step + 3.0) * (next_row - row)
        row = next_row
    weight = (row[:-1] / spread[:, None]).T
    return weight, row[-1] - weight @ middle
