"""Whether a map shows what was learned, or only the sound: random weights should give another one.

Adebayo et al. 2018, "Sanity checks for saliency maps".
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.jobs import SILENT, JobContext, part_of
from core.models.checkpoint import to_inference
from core.models.model_records import network_name
from core.models.onnx_records import ONNX
from core.models.saliency_records import Saliency, SanityCheck

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel

N_NETWORKS = 3


def check_sanity(
    model: TaggingModel,
    found: Saliency,
    explain: Callable[[TaggingModel, JobContext], Saliency],
    job: JobContext = SILENT,
    n_networks: int = N_NETWORKS,
) -> SanityCheck:
    """Compare a map with those of the same network, its weights drawn at random.

    explain: makes the map of a model as the first was made. Raises ModelError where the weights are
    another program's, Cancelled.
    """
    correlations = []
    n_points = 0
    for seed in range(n_networks):
        job.check()
        part = part_of(job, seed, n_networks)
        of_random = explain(with_random_weights(model, seed), part)
        correlation, n_points = rank_correlation(found, of_random)
        correlations.append(correlation)
    return SanityCheck(tuple(correlations), n_points)


def with_random_weights(model: TaggingModel, seed: int) -> TaggingModel:
    """Return the model with all weights drawn anew, layer by layer with the spread they had.

    Biases and the scales of norms stay. Raises ModelError where they are another program's.
    """
    import torch

    if network_name(model.card.architecture) == ONNX:
        raise ModelError("models.no_sanity_check", name=model.card.name)
    network, generator = deepcopy(model.network), torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.ndim >= 2 and parameter.numel() > 1:
                drawn = torch.randn(parameter.shape, generator=generator)
                parameter.copy_(drawn.to(parameter) * parameter.std())
    return to_inference(model.card, network, model.device)


def rank_correlation(found: Saliency, other: Saliency) -> tuple[float, int]:
    """Correlate the ranks of absolute values where either is not 0 (Spearman), of so many points.

    Equal values share their ranks.
    """
    known = (found.values != 0) | (other.values != 0)
    first, second = np.abs(found.values[known]), np.abs(other.values[known])
    if first.size < 2:
        return 0.0, int(first.size)
    ranks = [_ranks(values) for values in (first, second)]
    spreads = [float(of_values.std()) for of_values in ranks]
    if not all(spreads):
        return 0.0, int(first.size)
    centred = [of_values - of_values.mean() for of_values in ranks]
    return float((centred[0] * centred[1]).mean() / (spreads[0] * spreads[1])), int(first.size)


def _ranks(values: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the mean rank of equal values: (n,)."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2.0)[inverse], dtype=np.float64)
