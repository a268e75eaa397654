"""How fast learning goes: a rate for each part of the network, lowered by steps.

The thesis's table (its algorithms 20 to 22) and ours for the small collections of a musicologist.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

DECAY, LOWEST_RATE = 0.1, 1e-6


@dataclass(frozen=True, slots=True)
class Rate:
    """A learning rate at the start, multiplied by 0.1 after every `step` mini-batches."""

    start: float
    step: int

    def at(self, iteration: int) -> float:
        """The rate of a mini-batch, counted from 0; never under 1e-6."""
        return max(self.start * DECAY ** (iteration // self.step), min(LOWEST_RATE, self.start))


@dataclass(frozen=True, slots=True)
class Schedule:
    """Rates of the reduction's early and late layers and of the rest; mini-batches; patience.

    batch_songs: songs a mini-batch. patience: epochs without a better held-out result before
    learning ends early. keep_weight: how much a word that is not being taught counts, beside one
    that is, in staying as it was. train_norm: batch norms of the reduction follow the songs (from
    scratch) instead of keeping their statistics (fine-tuning with few songs at a time).
    ladder: the public taggers' own way (ladder.py) instead of these rates.
    """

    early: Rate
    late: Rate
    rest: Rate
    batch_songs: int = 8
    patience: int = 12
    keep_weight: float = 0.25
    train_norm: bool = False
    ladder: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain numbers for a model's card."""
        return asdict(self)


SOURCE_TASK = Schedule(Rate(1e-4, 50_000), Rate(1e-3, 50_000), Rate(1e-2, 10_000), train_norm=True)
TARGET_TASK = Schedule(Rate(1e-5, 10_000), Rate(1e-4, 10_000), Rate(1e-3, 3_000))
SMALL_SET = TARGET_TASK  # new words begin from a good place (first_rows.py), so it is enough

# As the public taggers were trained; patience would end it before the rates have fallen.
PUBLIC = replace(TARGET_TASK, ladder=True, patience=10_000, train_norm=True, batch_songs=16)
SCHEDULES: dict[str, Schedule] = {"thesis": TARGET_TASK, "public": PUBLIC}
