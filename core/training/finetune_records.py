"""What fine-tuning tells: a report after every epoch, and the result. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.metrics.metric_records import Estimate, MetricChange, TagMetrics
from core.models.card import ModelCard


@dataclass(frozen=True, slots=True)
class EpochReport:
    """Where gradient training stands after an epoch. wauc: on the songs kept apart, or None."""

    epoch: int
    epochs: int
    loss: float
    wauc: float | None
    seconds_left: float


@dataclass(frozen=True, slots=True)
class FinetuneResult:
    """A fine-tuned model, saved but not yet in use.

    before, after: tag -> metrics on the same songs, of the parent (only words it knew) and of the
    new model. wauc_before counts a word the parent did not know as 0.5, which is what chance gives.
    n_measured: songs the metrics rest on; measured_by: "artists" or "songs" (cross-validated over
    them: each is judged by probes that did not learn from it) or "kept" (songs kept apart). means,
    change: of all tags together with intervals, and after minus before. depth: what was really
    learned. tag_ids: what each of the card's words stands for in the labels' library. left_out:
    (tag, reason) not trained. skipped: (path, reason) of songs that could not be read. notes:
    sentences the musician should know. new_sides: to be stored with the split by artist.
    """

    model_path: Path
    card: ModelCard
    before: dict[str, TagMetrics]
    after: dict[str, TagMetrics]
    wauc_before: float | None
    wauc_after: float | None
    n_train: int
    n_measured: int
    left_out: tuple[tuple[str, str], ...]
    depth: str
    depth_reason: str
    seconds: float
    device: str
    tag_ids: tuple[int | None, ...] = ()
    skipped: tuple[tuple[Path, str], ...] = ()
    notes: tuple[str, ...] = ()
    measured_by: str = "artists"
    means: Mapping[str, Estimate] = field(default_factory=dict)
    change: MetricChange | None = None
    new_sides: Mapping[str, str] = field(default_factory=dict)
