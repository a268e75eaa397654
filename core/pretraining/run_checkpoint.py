"""The checkpoint of a training that goes on: weights, optimizer, and how far it is, in one file.

A safetensors file whose header holds the rest as JSON; it replaces the former one whole or not at
all. Chance needs no state: all that is drawn follows from the seed, the epoch and the batch.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from core.atomic_files import atomic_write, private_folder
from core.errors import TrainingError
from core.messages import message
from core.models.checkpoint import file_stem

if TYPE_CHECKING:
    from torch import Tensor

FORMAT, FORMAT_VERSION = "rhythmcap-pretraining", 1
HEADER = "rhythmcap"
SUFFIX = ".safetensors"

Tensors = dict[str, dict[str, "Tensor"]]
"""By part: "network", "best", "optimizer", "scale"."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a training is: so many batches of an epoch (counted from 1) are done.

    loss, n_songs: summed over them. best_epoch: whose weights validated best so far. arithmetics:
    how the machines compute that it ran on.
    """

    epoch: int = 1
    batch: int = 0
    loss: float = 0.0
    n_songs: int = 0
    best_epoch: int = 0
    batch_size: int = 0
    arithmetics: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """Read what asdict wrote. Raises KeyError, TypeError where it is odd."""
        return cls(**{**raw, "arithmetics": tuple(raw["arithmetics"])})


def checkpoint_path(folder: Path, name: str) -> Path:
    """Return the file of a training, by what the model is to be called."""
    return folder / f"{file_stem(name)}{SUFFIX}"


def write_checkpoint(
    path: Path, identity: Mapping[str, Any], progress: Progress, tensors: Tensors
) -> None:
    """Write a checkpoint. identity: what a training that goes on must have in common.

    Raises TrainingError where it cannot be written.
    """
    header = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "identity": dict(identity),
        "progress": asdict(progress),
    }
    flat = {
        f"{part}.{key}": value.detach().cpu().contiguous().clone()
        for part, values in tensors.items()
        for key, value in values.items()
    }
    try:
        private_folder(path.parent)
        with atomic_write(path, synced=True) as draft:
            save_file(flat, draft, metadata={HEADER: json.dumps(header)})
    except (OSError, SafetensorError) as error:
        raise TrainingError(
            "pretraining.not_written", name=path.name, detail=str(error), path=path
        ) from error


def read_checkpoint(path: Path, identity: Mapping[str, Any]) -> tuple[Progress, Tensors]:
    """Read a checkpoint of the same training.

    Raises TrainingError where there is none, it is damaged or newer, or another training's.
    """
    if not path.is_file():
        raise TrainingError("pretraining.no_checkpoint", path=path)
    try:
        with safe_open(path, framework="pt") as file:
            header = json.loads((file.metadata() or {})[HEADER])
            tensors: Tensors = {}
            _check(header, identity, path)
            for key in file.keys():  # noqa: SIM118  no dict
                part, _, name = key.partition(".")
                tensors.setdefault(part, {})[name] = file.get_tensor(key)
        return Progress.from_json(header["progress"]), tensors
    except (SafetensorError, OSError, ValueError, KeyError, TypeError) as error:
        raise TrainingError(
            "pretraining.damaged", name=path.name, detail=str(error), path=path
        ) from error


def _check(header: Mapping[str, Any], identity: Mapping[str, Any], path: Path) -> None:
    """Raise TrainingError for a newer version, or for what is another in that training."""
    if header["format"] != FORMAT:
        raise ValueError(header["format"])
    if header["version"] > FORMAT_VERSION:
        raise TrainingError("pretraining.newer", version=header["version"], path=path)
    known = json.loads(json.dumps(dict(identity)))
    for key, value in known.items():
        found = header["identity"].get(key)
        if found != value:
            what = message(f"pretraining.what_{key}")
            raise TrainingError(
                "pretraining.other_run", what=what, found=str(found), wanted=str(value), path=path
            )
