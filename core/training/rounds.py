"""The loop: mini-batches, epochs, and the best weights on the songs that judge.

It knows songs as rows of targets and a source of logits; where either comes from is not its
business.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.jobs import SILENT, JobContext
from core.metrics.tag_metrics import wauc
from core.models.network import TaggingNetwork
from core.models.sections import Section
from core.training.adam import SteppedAdam
from core.training.ladder import Ladder
from core.training.records import EpochReport
from core.training.schedule import Schedule
from core.training.sources import Source

TESTED_AT_ONCE = 8
NEVER = 2.0  # no WAUC gets there
FEWEST_JUDGES = 20  # fewer judge by luck: then the beginning stays
CLEARLY_BETTER = 0.3  # of WAUC, divided by the number of songs that judge

OnEpoch = Callable[[EpochReport], None]


@dataclass(frozen=True, slots=True)
class Exercise:
    """What is to be reproduced. All arrays have one row a song of the source.

    targets, weights: float32 (n_songs, n_tags), what the scores should be and how much it counts;
    weight 0 where nothing was judged. states: int8, decisions on the taught words, -1 elsewhere.
    train, held_out: rows. judging: those of train that judge how long to practise.
    groups: a number an artist, learned: whether the parent has learned from it, for each song.
    known: words the parent knows, movable: words whose rows may begin anew, for each word.
    """

    targets: NDArray[np.float32]
    weights: NDArray[np.float32]
    states: NDArray[np.int8]
    train: NDArray[np.int64]
    held_out: NDArray[np.int64]
    judging: NDArray[np.int64]
    groups: NDArray[np.int64]
    learned: NDArray[np.bool_]
    known: NDArray[np.bool_]
    movable: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Course:
    """How it is practised. epochs: at most so many."""

    schedule: Schedule
    trained: frozenset[Section]
    epochs: int
    seed: int
    device: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """How it went. best_epoch: whose weights the network has now; 0: those it began with."""

    best_epoch: int
    epochs_done: int


def fit(
    network: TaggingNetwork,
    source: Source,
    exercise: Exercise,
    course: Course,
    on_epoch: OnEpoch,
    job: JobContext = SILENT,
) -> Fitted:
    """Train the wanted sections on the songs that do not judge; leave the network with the weights
    that did best on those that do. The songs held out are only watched.

    Without songs that judge (or without a yes and a no among them) the last weights stay. The same
    seed, songs and device give the same weights. Raises Cancelled within a mini-batch.
    """
    freeze(network, course.trained)
    best = _Best(network, course.trained, _margin(len(exercise.judging)))
    draw = np.random.default_rng(course.seed)
    begun = time.monotonic()
    with torch.random.fork_rng():
        torch.manual_seed(course.seed)
        optimiser = _optimiser(network, course)
        best.begin(*_tested(network, source, exercise, exercise.judging, job))
        for epoch in range(1, course.epochs + 1):
            job.report(epoch - 1, course.epochs, f"Epoch {epoch} of {course.epochs}")
            if optimiser.enter(epoch):
                best.reload()
            practise(network, course)
            loss = _epoch(network, source, optimiser, _batches(exercise, course, draw), job)
            found = _tested(network, source, exercise, exercise.judging, job)
            best.offer(epoch, *found)
            watched, _ = _tested(network, source, exercise, exercise.held_out, job)
            left = (time.monotonic() - begun) / epoch * (course.epochs - epoch)
            on_epoch(EpochReport(epoch, course.epochs, loss, watched, left))
            if found[0] is not None and epoch - best.epoch >= course.schedule.patience:
                break
    job.report(course.epochs, course.epochs)
    return best.restore(network, epoch)


def _margin(n_judges: int) -> float:
    """By how much practising has to do better than the beginning."""
    return CLEARLY_BETTER / n_judges if n_judges >= FEWEST_JUDGES else NEVER


def _optimiser(network: TaggingNetwork, course: Course) -> SteppedAdam | Ladder:
    if course.schedule.ladder:
        return Ladder(network, course.epochs)
    return SteppedAdam(network, course.schedule)


def freeze(network: TaggingNetwork, trained: frozenset[Section]) -> None:
    """Only the trained sections may change, and none is in training mode yet.

    The direct way to the tags stays as first_rows.py found it: there is nothing better.
    """
    network.eval()
    for section, module in network.sections().items():
        module.requires_grad_(section in trained)
    if network.direct is not None:
        network.direct.requires_grad_(False)


def practise(network: TaggingNetwork, course: Course) -> None:
    """Training mode for the trained sections only: a frozen one keeps its batch norms too."""
    network.eval()
    for section, module in network.sections().items():
        module.train(section in course.trained)
    if not course.schedule.train_norm:
        for module in network.reduction.modules():
            if isinstance(module, nn.modules.batchnorm._BatchNorm):
                module.eval()


def masked_loss(logits: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
    """Binary cross-entropy summed over the judged tags, mean over songs."""
    summed = nn.functional.binary_cross_entropy_with_logits(
        logits, targets, weight=weights, reduction="sum"
    )
    return summed / len(logits)


def scores_of(
    network: TaggingNetwork, source: Source, rows: Sequence[int], job: JobContext = SILENT
) -> NDArray[np.float32]:
    """Scores of whole songs, in evaluate mode: (len(rows), n_tags)."""
    network.eval()
    found = []
    with torch.no_grad():
        for first in range(0, len(rows), TESTED_AT_ONCE):
            job.check()
            logits = source.logits(network, rows[first : first + TESTED_AT_ONCE])
            found.append(torch.sigmoid(logits).cpu().numpy())
    return np.concatenate(found) if found else np.zeros((0, network.output.out_features), "f4")


class _Best:
    """Remembers the trained weights of the epoch that did best on the songs that judge.

    Few songs judge by luck too: an epoch has to be better than the beginning by a margin.
    """

    def __init__(self, network: TaggingNetwork, trained: frozenset[Section], margin: float) -> None:
        self._modules = [network.sections()[each] for each in network.sections() if each in trained]
        self._score = (-1.0, 0.0)
        self._margin = margin
        self._states: list[dict[str, Tensor]] | None = None
        self.epoch = 0

    def begin(self, measured: float | None, loss: float) -> None:
        """Keep the weights of the beginning; what comes has to be better by the margin."""
        self.offer(0, measured, loss)
        if measured is not None:
            self._score = (measured + self._margin, -loss)

    def offer(self, epoch: int, measured: float | None, loss: float) -> None:
        """Keep these weights if they are the best so far; of equal WAUC the lower loss wins."""
        if measured is not None and (measured, -loss) > self._score:
            self._score, self.epoch = (measured, -loss), epoch
            self._states = [
                {key: value.detach().clone() for key, value in module.state_dict().items()}
                for module in self._modules
            ]

    def restore(self, network: TaggingNetwork, epochs_done: int) -> Fitted:
        """Give the network its best weights back."""
        network.eval()
        if self._states is None:
            return Fitted(epochs_done, epochs_done)
        self.reload()
        return Fitted(self.epoch, epochs_done)

    def reload(self) -> None:
        """Take the best weights so far up again; without any, nothing changes."""
        if self._states is not None:
            for module, state in zip(self._modules, self._states, strict=True):
                module.load_state_dict(state)


@dataclass(frozen=True, slots=True)
class _Batch:
    rows: list[int]
    targets: Tensor
    weights: Tensor
    draw: np.random.Generator


def _batches(exercise: Exercise, course: Course, draw: np.random.Generator) -> Iterator[_Batch]:
    """The training songs in a new order, a few at a time."""
    order = draw.permutation(np.setdiff1d(exercise.train, exercise.judging))
    n_batches = -(-len(order) // course.schedule.batch_songs)
    for some in np.array_split(order, n_batches):  # of equal size: no last one of a single song
        rows = some.tolist()
        yield _Batch(
            rows,
            torch.from_numpy(exercise.targets[rows]).to(course.device),
            torch.from_numpy(exercise.weights[rows]).to(course.device),
            draw,
        )


def _epoch(
    network: TaggingNetwork,
    source: Source,
    optimiser: SteppedAdam | Ladder,
    batches: Iterator[_Batch],
    job: JobContext,
) -> float:
    """Practise once through; the mean loss. A large network's mini-batch is felt in three parts."""
    total, n_songs = 0.0, 0
    for batch in batches:
        job.check()
        logits = source.logits(network, batch.rows, batch.draw)
        loss = masked_loss(logits, batch.targets, batch.weights)
        job.check()
        loss.backward()  # type: ignore[no-untyped-call]
        job.check()
        optimiser.step()
        total, n_songs = total + loss.item() * len(batch.rows), n_songs + len(batch.rows)
    return total / max(1, n_songs)


def _tested(
    network: TaggingNetwork,
    source: Source,
    exercise: Exercise,
    rows: NDArray[np.int64],
    job: JobContext,
) -> tuple[float | None, float]:
    """WAUC and loss on some songs; (None, 0) where there are none."""
    if not len(rows):
        return None, 0.0
    scores = scores_of(network, source, rows.tolist(), job)
    states = exercise.states[rows]
    judged = states >= 0
    sure = np.where(states == 1, scores, 1.0 - scores)[judged]
    loss = float(-np.log(np.clip(sure, 1e-7, 1.0)).mean()) if sure.size else 0.0
    return wauc(states, scores), loss
