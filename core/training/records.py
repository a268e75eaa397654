"""What goes into a round of learning, what it says meanwhile, and what comes out. No torch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.library.records import Labels
from core.metrics.tag_metrics import TagMetrics
from core.models.card import ModelCard
from core.training.schedule import Schedule


@dataclass(frozen=True, slots=True)
class LearnRequest:
    """A round of learning: an immutable snapshot, so that tagging may go on meanwhile.

    start_from: the parent's model file. parent: its name. parent_tags: the tag ids its words
    stand for, in order; empty: they are matched by name. depth: a name of depth.Depth. epochs:
    at most so many. schedule: None for the one that suits the number of songs. lstm: put an LSTM
    behind a parent that scores chunk by chunk.
    """

    labels: Labels
    start_from: Path
    parent: str
    depth: str
    epochs: int
    seed: int
    device: str
    name: str
    cache_folder: Path
    models_folder: Path
    parent_tags: tuple[int | None, ...] = ()
    schedule: Schedule | None = None
    lstm: bool = False


@dataclass(frozen=True, slots=True)
class EpochReport:
    """How learning stands after an epoch. wauc: on held-out songs, None where there are none."""

    epoch: int
    epochs: int
    loss: float
    wauc: float | None
    seconds_left: float


@dataclass(frozen=True, slots=True)
class LearnOutcome:
    """A learned model, saved but not yet in use.

    before, after: tag -> metrics on the held-out songs, of the parent (only words it knew) and of
    the new model. wauc_before counts a word the parent did not know as 0.5, which is what guessing
    gives. tag_ids: what each of the card's words stands for in the labels' library. left_out:
    (tag, reason) not learned. unheard: (path, reason) of songs that could not be read. notes:
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
    unheard: tuple[tuple[Path, str], ...] = ()
    notes: tuple[str, ...] = ()
