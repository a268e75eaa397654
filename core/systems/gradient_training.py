"""Training by gradients as systems do it: how fast, how long, and which songs say when to stop.

The loop itself is training's; here nothing is kept only where it helps, because what it comes to
is what is compared.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray

from core.errors import TrainingError
from core.jobs import JobContext
from core.models import device
from core.models.network import TaggingNetwork
from core.models.running_job import cancelled_with
from core.models.sections import Section
from core.systems.system import States, learnable_tags
from core.training.config import SCRATCH, THESIS, Schedule, TrainConfig
from core.training.labels import TrainingData
from core.training.loop import FitResult, fit
from core.training.sources import SongSource
from core.training.split import MIN_SONGS_TO_VALIDATE

Network = TypeVar("Network", bound=TaggingNetwork)

MIN_SONGS = 2
VALIDATION_SHARE = 0.2  # of the songs
MIN_ARTISTS = 5  # fewer are not kept together


@dataclass(frozen=True, slots=True)
class Regime:
    """How fast and how long a network learns.

    epochs: at most so many; unvalidated_epochs: exactly so many where the songs are too few to
    keep some of them to stop by.
    """

    schedule: Schedule
    epochs: int = 60
    unvalidated_epochs: int = 20

    def config(
        self, data: TrainingData, trained: frozenset[Section], seed: int, device: str = "cpu"
    ) -> TrainConfig:
        """Return what the training loop is told; the classifier is always fresh."""
        epochs = self.epochs if len(data.validation) else self.unvalidated_epochs
        return TrainConfig(self.schedule, trained, epochs, seed, device, from_fresh=True)


# Sankaran 2017, tables 4.2 and 4.5 to 4.8: (rate, batches until a tenth of it).
SOURCE, TARGET = Regime(SCRATCH), Regime(THESIS)
# Where the reduction is an LSTM, it learns as fast as the other one (section 4.3.3).
LSTM_SOURCE = Regime(replace(SCRATCH, early=SCRATCH.head, late=SCRATCH.head))
LSTM_TARGET = Regime(replace(THESIS, early=THESIS.head, late=THESIS.head))


def require_songs(n_songs: int, needed: int = MIN_SONGS) -> None:
    """Raise TrainingError where there are fewer songs than a system needs."""
    if n_songs < needed:
        raise TrainingError("systems.too_few_songs", n=n_songs, needed=needed)


def training_data(states: States, groups: NDArray[np.int64], seed: int) -> TrainingData:
    """Turn decisions into targets, weights and rows: (n_songs, n_tags); nothing is held out.

    groups: a number per artist. What was not judged, and unsure cells, weigh nothing.
    """
    rows = np.arange(len(states), dtype=np.int64)
    return TrainingData(
        targets=(states == 1).astype(np.float32),
        weights=(states >= 0).astype(np.float32),
        states=np.where(states >= 0, states, -1).astype(np.int8),
        train=rows,
        held_out=rows[:0],
        validation=validation_songs(states, groups, seed),
    )


def validation_songs(states: States, groups: NDArray[np.int64], seed: int) -> NDArray[np.int64]:
    """Draw the songs that decide when training stops: about a fifth, whole artists.

    By song where there are fewer than MIN_ARTISTS artists; none of few songs. Nobody is drawn who
    has the last yes or no of a tag, or far too many songs.
    """
    n_songs = len(states)
    if n_songs < MIN_SONGS_TO_VALIDATE:
        return np.zeros(0, dtype=np.int64)
    units = groups if len(np.unique(groups)) >= MIN_ARTISTS else np.arange(n_songs)
    n_wanted, n_tags = VALIDATION_SHARE * n_songs, len(learnable_tags(states))
    drawn = np.zeros(n_songs, dtype=np.bool_)
    for unit in np.random.default_rng(seed).permutation(np.unique(units)):
        if drawn.sum() >= n_wanted - 0.5:
            break
        more = drawn | (units == unit)
        keeps_all_tags = len(learnable_tags(states[~more])) == n_tags
        if keeps_all_tags and more.sum() <= 2 * n_wanted:
            drawn = more
    return np.flatnonzero(drawn)


def train(
    network: TaggingNetwork,
    source: SongSource,
    data: TrainingData,
    config: TrainConfig,
    job: JobContext,
) -> FitResult:
    """Train the sections of a config; the weights that validate best stay. Raises Cancelled."""
    with cancelled_with(job):
        result = fit(network, source, data, config, lambda _report: None, job)
    job.check()  # the last pass may have been cut short
    return result


def begin_with_log_odds(network: TaggingNetwork, data: TrainingData) -> None:
    """Set a fresh classifier's bias to how common the tags are in the songs learned from."""
    rows = np.setdiff1d(data.train, data.validation)
    with torch.no_grad():
        network.output.bias.copy_(torch.from_numpy(data.log_odds(rows)))


def seeded(make: Callable[[], Network], seed: int) -> Network:
    """Build a network whose fresh weights a seed decides."""
    with device.seeded(seed, "cpu"):
        return make()
