"""Which networks a run must still have learn the source task, and how long that will take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

import torch

from core.experiments.plan import Variant
from core.experiments.source_record import read_source
from core.systems.catalogue import SystemEntry
from core.systems.kept_weights import read_training
from core.systems.network_origins import FromSource, SourceTask
from core.systems.song_views import SongViews

SOURCE_S = 65.0  # of a network that never learned a source task here; on two cores


@dataclass(frozen=True, slots=True)
class SourceCost:
    """A network that is not trained yet, as source_weights calls it, and its expected seconds."""

    network: str
    seconds: float


def source_costs(
    variants: Iterable[Variant],
    systems: Mapping[str, SystemEntry],
    task: SourceTask | None,
    views: SongViews,
    folder: Path,
) -> dict[Variant, SourceCost]:
    """Find the variants whose network was not kept; what it took before is in the folder."""
    if task is None:
        return {}
    took = {row.network: row.seconds for row in read_source(folder)}
    is_kept: dict[str, bool] = {}
    costs = {}
    for variant in variants:
        entry = systems[variant.system]
        if not entry.needs_source:
            continue
        origin = _origin_of(entry.system(dict(variant.parameters), task))
        if origin is None:
            continue
        network = f"{origin.network.name} {origin.regime}"
        if network not in is_kept:
            is_kept[network] = network in task.trainings or _is_in_cache(origin, network, views)
        if not is_kept[network]:
            costs[variant] = SourceCost(network, took.get(network, SOURCE_S))
    return costs


def _origin_of(part: object) -> FromSource | None:
    """Find where the network of a system comes from, however deep in its parts that stands."""
    if isinstance(part, FromSource):
        return part
    if not is_dataclass(part) or isinstance(part, type):
        return None
    found = (_origin_of(getattr(part, own.name)) for own in fields(part))
    return next((origin for origin in found if origin is not None), None)


def _is_in_cache(origin: FromSource, network: str, views: SongViews) -> bool:
    task = origin.task
    with torch.device("meta"):
        slots = origin.network.build(1)
    return read_training(views.cache, task.digest, f"{task.seed} {network}", slots) is not None
