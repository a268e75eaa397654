"""What fine-tuning is told: request, depth, schedule. What it tells is in finetune_records.py.

No torch: the window makes these records long before a network is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from core.errors import TrainingError
from core.messages import message
from core.models.sections import Section

# -- how deep: which sections of the network are trained -------------------------------------

SONGS_MEASURED = 842  # up to as many songs as the thesis had, no depth beyond the words paid


class Depth(StrEnum):
    """CLASSIFIER: only the words. TEMPORAL: also the sense of time. EVERYTHING: also the ear."""

    AUTOMATIC = "automatic"
    CLASSIFIER = "classifier"
    TEMPORAL = "temporal"
    EVERYTHING = "everything"


TRAINED_SECTIONS: Mapping[Depth, frozenset[Section]] = {
    Depth.CLASSIFIER: frozenset({Section.CLASSIFIER}),
    Depth.TEMPORAL: frozenset({Section.CLASSIFIER, Section.TEMPORAL}),
    Depth.EVERYTHING: frozenset(Section),
}


@dataclass(frozen=True, slots=True)
class DepthChoice:
    """What is trained, and why, in a sentence for the musician."""

    depth: Depth
    reason: str

    @property
    def trained(self) -> frozenset[Section]:
        """The sections that are trained; the others stay bit for bit as they are."""
        return TRAINED_SECTIONS[self.depth]


def choose_depth(name: str, *, has_temporal: bool = True) -> DepthChoice:
    """Choose the depth to train at; automatic is what proved best (`bench_learning.py`, part e).

    Raises TrainingError for an unknown name, or one the network has no section for.
    """
    try:
        depth = Depth(name)
    except ValueError as error:
        raise TrainingError("training.unknown_depth", depth=name, known=", ".join(Depth)) from error
    if depth is Depth.TEMPORAL and not has_temporal:
        raise TrainingError("training.no_temporal")
    if depth is not Depth.AUTOMATIC:
        return DepthChoice(depth, message("training.depth_chosen"))
    reason = message("training.depth_automatic", n_songs=SONGS_MEASURED)
    return DepthChoice(Depth.CLASSIFIER, reason)


# -- how fast: learning rates by section ------------------------------------------------------

GAMMA, MIN_RATE = 0.1, 1e-6


@dataclass(frozen=True, slots=True)
class LearningRate:
    """A learning rate at the start, multiplied by GAMMA after every `step` batches (StepLR)."""

    start: float
    step: int

    def at(self, iteration: int) -> float:
        """Return the rate of a batch, counted from 0; never under MIN_RATE."""
        return max(self.start * GAMMA ** (iteration // self.step), min(MIN_RATE, self.start))


@dataclass(frozen=True, slots=True)
class Schedule:
    """Learning rates of the reduction's early and late layers and of all behind it (head).

    batch_size: songs per batch. patience: epochs without a better validation before training stops
    early. distillation_weight: how much a word that is not trained counts, beside one that is, in
    staying as it was. train_norm: batch norms of the reduction follow the songs (from scratch)
    instead of keeping their statistics (fine-tuning with small batches). adam_then_sgd: the public
    taggers' own optimizers (optim.AdamThenSgd) instead of these rates.
    """

    early: LearningRate
    late: LearningRate
    head: LearningRate
    batch_size: int = 8
    patience: int = 12
    distillation_weight: float = 0.25
    train_norm: bool = False
    adam_then_sgd: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain numbers, under the names that model cards store."""
        return {
            "early": asdict(self.early),
            "late": asdict(self.late),
            "rest": asdict(self.head),
            "batch_songs": self.batch_size,
            "patience": self.patience,
            "keep_weight": self.distillation_weight,
            "train_norm": self.train_norm,
            "ladder": self.adam_then_sgd,
        }


# The target task of the thesis (algorithms 20 to 22). New words begin from a good place
# (linear_probe.py), so it suits the small collections of a musicologist, too.
THESIS = Schedule(LearningRate(1e-5, 10_000), LearningRate(1e-4, 10_000), LearningRate(1e-3, 3_000))
# The source task of the thesis (tables 4.2 and 4.5), which fresh weights learn by.
SCRATCH = Schedule(
    LearningRate(1e-4, 50_000), LearningRate(1e-3, 50_000), LearningRate(1e-2, 10_000),
    train_norm=True,
)  # fmt: skip
# As the public taggers were trained; patience would end it before the rates have fallen.
PUBLIC = replace(THESIS, adam_then_sgd=True, patience=10_000, train_norm=True, batch_size=16)
SCHEDULES: Mapping[str, Schedule] = {"thesis": THESIS, "public": PUBLIC}


@dataclass(frozen=True, slots=True)
class TrainConfig:
    """How a network is trained. epochs: at most so many.

    from_fresh: some layer begins with fresh weights, so that no epoch at all is no choice.
    """

    schedule: Schedule
    trained: frozenset[Section]
    epochs: int
    seed: int
    device: str
    from_fresh: bool = False


# -- request ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FinetuneRequest:
    """How to fine-tune, and what the new model is called; the data are arguments of their own.

    name: of the new model. parent_name: what the library calls the parent. parent_tags: the tag
    ids the parent's words stand for, in order; empty: they are matched by name. depth: a name of
    Depth. epochs: at most so many. lstm: put an LSTM behind a parent that scores chunk by chunk.
    from_fresh: the parent has learned nothing (fresh_network.py).
    split_sides: the stored sides of the split by artist (split.py).
    """

    name: str
    parent_name: str
    depth: str
    epochs: int
    seed: int
    models_folder: Path
    parent_tags: tuple[int | None, ...] = ()
    schedule: Schedule = THESIS
    lstm: bool = False
    from_fresh: bool = False
    split_sides: Mapping[str, str] = field(default_factory=dict)
