"""A source training so small that it takes no time; as a program, to be killed or doubled.

python -m tests.support.source_training FOLDER [--steps] [--dropout] [--public]: trains, writes
FOLDER/result.json (first process only), and with --steps prints a line a batch.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from core.features.recipe import FeatureRecipe
from core.jobs import SilentJob
from core.models.checkpoint import weights_digest
from core.models.network import TaggingNetwork
from core.pretraining.clip_store import ClipStore, write_side
from core.pretraining.crops import BatchReader
from core.pretraining.data_set import SIDES
from core.pretraining.processes import Processes, training_processes
from core.pretraining.source_loop import SourceEpoch, SourceRun, SourceTraining
from core.training.config import PUBLIC, SCRATCH, Schedule, TrainConfig
from core.training.labels import TrainingData
from core.training.sources import SpectrogramSource

RECIPE = FeatureRecipe("tiny", rate_hz=16_000, n_mels=6)
N_TAGS, LENGTH = 3, 5
SIZES = {"train": 21, "valid": 7, "test": 5}
IDENTITY = {"data_set": "tiny", "architecture": "tiny", "epochs": 3, "seed": 5}
SCHEDULES = {"thesis": SCRATCH, "public": PUBLIC}


class TinyTagger(TaggingNetwork):
    """A perceptron on chunks. dropout: makes chance matter."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        n_inputs = RECIPE.n_mels * LENGTH
        self.reduction = nn.Sequential(nn.Flatten(), nn.Linear(n_inputs, 8), nn.Tanh())
        self.temporal = None
        self.classifier = nn.Sequential(nn.Dropout(dropout), nn.Linear(8, N_TAGS))
        self.n_features, self.segment_frames = 8, LENGTH

    def early_reduction(self) -> tuple[nn.Module, ...]:
        """Return none: all learn at one rate."""
        return ()


def make_store(folder: Path) -> ClipStore:
    """Write clips whose loudness in the first bins is the first tag; one is too short."""
    rng = np.random.default_rng(1)
    for side, n in SIZES.items():
        lengths = [3, *rng.integers(6, 20, n - 1)]
        clips = [
            (f"{side}/{number}.mp3", f"{number:032x}", clip(rng, int(length), number))
            for number, length in enumerate(lengths)
        ]
        write_side(folder, side, RECIPE, clips)
    return ClipStore(folder, RECIPE)


def clip(rng: np.random.Generator, n_frames: int, number: int) -> np.ndarray:
    frames = rng.standard_normal((n_frames, RECIPE.n_mels))
    frames[:, :2] += 3.0 * (number % 2)
    return frames.astype(np.float16)


def training_data(store: ClipStore) -> TrainingData:
    """The first tag is that of odd clips; some cells are not judged."""
    states = np.random.default_rng(2).integers(-1, 2, (len(store), N_TAGS)).astype(np.int8)
    numbers = np.array([int(Path(item.song).stem) for item in store.clips])
    states[:, 0] = numbers % 2
    rows = {side: np.flatnonzero(np.array(store.sides) == side) for side in SIDES}
    return TrainingData(
        (states == 1).astype("f4"), (states >= 0).astype("f4"), states,
        rows["train"], rows["test"], rows["valid"],
    )  # fmt: skip


class StepPrinter(SilentJob):
    """A job that prints a line for every batch, so that whoever reads knows how far it is."""

    def report(self, done: float, total: float, what: str = "") -> None:
        """Print how far it is."""
        del total, what
        sys.stdout.write(f"{done}\n")
        sys.stdout.flush()


def training(
    folder: Path, processes: Processes, run: SourceRun, dropout: float = 0.0
) -> tuple[SourceTraining, TinyTagger]:
    """Make a training of the clips in a folder, and its network."""
    store = ClipStore(folder, RECIPE)
    data = training_data(store)
    torch.manual_seed(0)
    network = TinyTagger(dropout)
    reader = BatchReader(store, data, network, RECIPE, run.config.seed, processes)
    source = SpectrogramSource(store, RECIPE, "cpu", segments_per_pass=4)
    return SourceTraining(network, data, source, reader, run), network


def new_run(folder: Path, schedule: Schedule = SCRATCH, batch_size: int = 4) -> SourceRun:
    """Describe three epochs; as a program, with a checkpoint after every batch."""
    config = TrainConfig(
        replace(schedule, batch_size=batch_size), frozenset(TinyTagger().sections()), 3, 5, "cpu",
        from_fresh=True,
    )  # fmt: skip
    return SourceRun(
        config, folder / "run.safetensors", IDENTITY, checkpoint_every_s=1e9, half=False
    )


def train(folder: Path, processes: Processes, run: SourceRun, dropout: float) -> dict[str, Any]:
    """Train to the end; return losses, validation and the digest of the weights."""
    epochs: list[SourceEpoch] = []
    made, network = training(folder, processes, replace(run, on_epoch=epochs.append), dropout)
    progress = made.fit()
    scores = made.scores(np.arange(sum(SIZES.values())))
    return {
        "losses": [epoch.loss for epoch in epochs],
        "validation": [epoch.validation_loss for epoch in epochs],
        "weights": weights_digest([network]),
        "scores": scores.astype(float).tolist(),
        "best_epoch": progress.best_epoch,
    }


def main(argv: list[str]) -> None:
    """Run as a program."""
    folder, options = Path(argv[0]), argv[1:]
    torch.set_num_threads(1)
    schedule = SCHEDULES["public" if "--public" in options else "thesis"]
    job = StepPrinter() if "--steps" in options else SilentJob()
    run = replace(new_run(folder, schedule), checkpoint_every_s=0.0, job=job)
    with training_processes("cpu") as processes:
        result = train(folder, processes, run, 0.3 if "--dropout" in options else 0.0)
        if processes.is_first:
            (folder / "result.json").write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
