"""What fine-tuning tells: a report after every epoch, and the result. No torch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.metrics.metric_records import TagMetrics
from core.models.card import ModelCard


@dataclass(frozen=True, slots=True)
class EpochReport:
    """Where training stands after an epoch. wauc: on held-out songs, None where there are none."""

    epoch: int
    epochs: int
    loss: float
    wauc: float | None
    seconds_left: float


@dataclass(frozen=True, slots=True)
class FinetuneResult:
    """A fine-tuned model, saved but not yet in use.

    before, after: tag -> metrics on the held-out songs, of the parent (only words it knew) and of
    the new model. wauc_before counts a word the parent did not know as 0.5, which is what chance
    gives. tag_ids: what each of the card's words stands for in the labels' library. left_out:
    (tag, reason) not trained. skipped: (path, reason) of songs that could not be read. notes:
    sentences the musician should know, such as that no song could be held out.
    """

    model_path: Path
    card: ModelCard
    before: dict[str, TagMetrics]
    after: dict[str, TagMetrics]
    wauc_before: float | None
    wauc_after: float | None
    n_train: int
    n_held_out: int
    left_out: tuple[tuple[str, str], ...]
    depth: str
    depth_reason: str
    seconds: float
    device: str
    tag_ids: tuple[int | None, ...] = ()
    skipped: tuple[tuple[Path, str], ...] = ()
    notes: tuple[str, ...] = ()
