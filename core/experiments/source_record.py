"""What learning the source task came to, kept beside the results of an experiment.

The thesis chose the rates of its source task by numbers such as these (tables 4.5 and 4.6).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from core.atomic_files import write_text
from core.experiments.cells import cannot_write
from core.systems.network_origins import SourceTask

FILE = "source.json"


@dataclass(frozen=True, slots=True)
class SourceResult:
    """One network that learned the source task.

    network: tells it from all others; title: for readers. wauc: of n_validation songs by other
    artists, which also decided when to stop, so that it is a little too good; None where they are
    too few. seconds: that it took.
    """

    network: str
    wauc: float | None
    n_validation: int
    seconds: float
    title: str


def write_source(folder: Path, task: SourceTask) -> None:
    """Keep what came of a source task so far. Raises ExperimentError."""
    found = {row.network: row for row in read_source(folder)}
    for network, training in task.trainings.items():
        found[network] = SourceResult(
            network,
            training.wauc,
            training.n_validation,
            round(training.seconds, 1),
            training.title,
        )
    rows = [
        {"network": row.network, "wauc": row.wauc, "n_validation": row.n_validation,
         "seconds": row.seconds, "title": row.title}
        for row in found.values()
    ]  # fmt: skip
    path = folder / FILE
    try:
        write_text(path, json.dumps(rows, indent=1) + "\n")
    except OSError as error:
        raise cannot_write(path, error) from error


def read_source(folder: Path) -> tuple[SourceResult, ...]:
    """Return what came of the source task; nothing where there was none, or it is damaged."""
    try:
        stored = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return tuple(
            SourceResult(
                str(row["network"]),
                None if row["wauc"] is None else float(row["wauc"]),
                int(row["n_validation"]),
                float(row["seconds"]),
                str(row["title"]),
            )
            for row in stored
        )
    except (OSError, ValueError, KeyError, TypeError):
        return ()
