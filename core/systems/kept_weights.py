"""Weights that a source task has taught, kept in the feature cache, so that none is trained twice.

An array without names: the network, built without memory, says which numbers are which.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from core.features.cache import CacheError, FeatureCache
from core.models.network import TaggingNetwork
from core.models.sections import Section

Weights = dict[str, Tensor]  # of reduction and temporal section, by their names in the network
N_FACTS = 3
VERSION = 2  # of how networks are trained; older weights are not used


@dataclass(frozen=True, slots=True)
class SourceTraining:
    """What came of learning a source task.

    wauc: of n_validation songs by artists that it did not learn from, by which it was decided when
    to stop; None where they are too few. seconds: that it took, whenever that was.
    """

    weights: Weights
    wauc: float | None
    n_validation: int
    seconds: float
    title: str = ""


def without_classifier(state: Mapping[str, Tensor]) -> Weights:
    """Copy the weights of all sections but the classifier."""
    return {
        name: value.detach().clone()
        for name, value in state.items()
        if not name.startswith(f"{Section.CLASSIFIER}.")
    }


def read_training(
    cache: FeatureCache, task_digest: str, key: str, network: TaggingNetwork
) -> SourceTraining | None:
    """Find what was kept; None where it is absent or fits no such network.

    network: of the same sizes, say on the device "meta".
    """
    stored = cache.get_array(task_digest, _key(key), any_mix=True)
    if stored is None or stored.ndim != 1:
        return None
    slots = list(_slots(network))
    if len(stored) != N_FACTS + sum(value.numel() for _, value in slots):
        return None
    wauc, n_validation, seconds = stored[:N_FACTS].tolist()
    weights, first = {}, N_FACTS
    for name, value in slots:
        numbers = np.array(stored[first : first + value.numel()])
        weights[name] = torch.from_numpy(numbers).reshape(value.shape).to(value.dtype)
        first += value.numel()
    known = None if np.isnan(wauc) else float(wauc)
    return SourceTraining(weights, known, int(n_validation), float(seconds))


def keep_training(
    cache: FeatureCache, task_digest: str, key: str, training: SourceTraining
) -> None:
    """Keep what was learned; where the cache cannot be written it is learned again next time."""
    wauc = np.nan if training.wauc is None else training.wauc
    facts = np.array([wauc, training.n_validation, training.seconds], dtype=np.float32)
    parts = [value.detach().cpu().float().numpy().ravel() for value in training.weights.values()]
    with contextlib.suppress(CacheError):
        cache.put_array(task_digest, _key(key), np.concatenate([facts, *parts]))


def _slots(network: TaggingNetwork) -> Iterator[tuple[str, Tensor]]:
    for name, value in network.state_dict().items():
        if not name.startswith(f"{Section.CLASSIFIER}."):
            yield name, value


def _key(key: str) -> str:
    known = f"{VERSION} {key}".encode()
    return f"weights-{hashlib.blake2b(known, digest_size=12).hexdigest()}"
