"""The training loop: batches, epochs, validation, early stopping.

It knows songs as rows of targets and a source of logits; where either comes from is not its
business.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.jobs import SILENT, JobContext
from core.messages import message
from core.metrics.tag_metrics import wauc
from core.models.device import seeded
from core.models.network import TaggingNetwork
from core.models.sections import Section
from core.training.config import TrainConfig
from core.training.finetune_records import EpochReport
from core.training.labels import TrainingData
from core.training.optim import Optimizer, make_optimizer
from core.training.sources import SongSource, predict_scores

MIN_IMPROVEMENT = 0.002  # of the loss, so that an epoch is not taken for a rounding's sake

OnEpoch = Callable[[EpochReport], None]
Batch = tuple[list[int], Tensor, Tensor]  # rows, targets, weights


@dataclass(frozen=True, slots=True)
class FitResult:
    """How it went. best_epoch: whose weights the network has now; 0: those it began with."""

    best_epoch: int
    epochs_done: int


def fit(
    network: TaggingNetwork,
    source: SongSource,
    data: TrainingData,
    config: TrainConfig,
    on_epoch: OnEpoch,
    job: JobContext = SILENT,
) -> FitResult:
    """Do one run of epochs over the chosen sections; end with the weights that validate best.

    Without validation songs the last weights stay. The held-out songs are only watched. The same
    seed, songs and device give the same weights. Raises Cancelled within a batch.
    """
    freeze(network, config.trained)
    best = BestWeights(network, config.trained)
    rng = np.random.default_rng(config.seed)
    started = time.monotonic()
    with seeded(config.seed, config.device):
        optimizer = make_optimizer(network, config.schedule, config.epochs)
        if not config.from_fresh:
            best.update(0, validate(network, source, data, data.validation, job)[1])
        for epoch in range(1, config.epochs + 1):
            job.report(
                epoch - 1,
                config.epochs,
                message("training.epoch", epoch=epoch, epochs=config.epochs),
            )
            if optimizer.start_epoch(epoch):
                best.reload()
            set_train_mode(network, config)
            batches = make_batches(data, config, rng)
            loss = train_epoch(network, source, batches, optimizer, rng, job)
            _, validation_loss = validate(network, source, data, data.validation, job)
            best.update(epoch, validation_loss)
            held_out_score, _ = validate(network, source, data, data.held_out, job)
            seconds_left = (time.monotonic() - started) / epoch * (config.epochs - epoch)
            on_epoch(EpochReport(epoch, config.epochs, loss, held_out_score, seconds_left))
            if validation_loss is not None and epoch - best.epoch >= config.schedule.patience:
                break
    job.report(config.epochs, config.epochs)
    network.eval()
    return FitResult(best.epoch if best.reload() else epoch, epoch)


def freeze(network: TaggingNetwork, trained: frozenset[Section]) -> None:
    """Require gradients of the trained sections only; none is in training mode yet."""
    network.eval()
    network.requires_grad_(False)
    for section, module in network.sections().items():
        module.requires_grad_(section in trained)


def make_batches(
    data: TrainingData, config: TrainConfig, rng: np.random.Generator
) -> Iterator[Batch]:
    """Shuffle the training songs and take a few at a time, never a last one alone."""
    order = rng.permutation(np.setdiff1d(data.train, data.validation))
    for batch in np.array_split(order, -(-len(order) // config.schedule.batch_size)):
        rows = batch.tolist()
        targets = torch.from_numpy(data.targets[rows]).to(config.device)
        yield rows, targets, torch.from_numpy(data.weights[rows]).to(config.device)


def train_epoch(
    network: TaggingNetwork,
    source: SongSource,
    batches: Iterator[Batch],
    optimizer: Optimizer,
    rng: np.random.Generator,
    job: JobContext,
) -> float:
    """Take each batch once; return the mean loss, cross-entropy summed over the judged tags.

    A large network takes long over a batch, so a cancel is felt before and after each pass.
    """
    total, n_songs = 0.0, 0
    for rows, targets, weights in batches:
        job.check()
        logits = source.logits(network, rows, rng)
        summed = nn.functional.binary_cross_entropy_with_logits(
            logits, targets, weight=weights, reduction="sum"
        )
        loss = summed / len(rows)
        job.check()
        loss.backward()  # type: ignore[no-untyped-call]
        job.check()
        optimizer.step()
        total, n_songs = total + loss.item() * len(rows), n_songs + len(rows)
    return total / max(1, n_songs)


def set_train_mode(network: TaggingNetwork, config: TrainConfig) -> None:
    """Put the trained sections in training mode; batch norms only where the schedule says so."""
    network.eval()
    for section, module in network.sections().items():
        module.train(section in config.trained)
    if not config.schedule.train_norm:
        for module in network.modules():
            if isinstance(module, nn.modules.batchnorm._BatchNorm):
                module.eval()


def validate(
    network: TaggingNetwork,
    source: SongSource,
    data: TrainingData,
    rows: NDArray[np.int64],
    job: JobContext,
) -> tuple[float | None, float | None]:
    """Measure WAUC and mean cross-entropy on some songs; None where there is nothing judged."""
    states = data.states[rows]
    if not (states >= 0).any():
        return None, None
    scores = predict_scores(network, source, rows.tolist(), job)
    return wauc(states, scores), cross_entropy(states, scores)


def cross_entropy(states: NDArray[np.int8], scores: NDArray[np.float32]) -> float:
    """Average it over the judged cells: (n_songs, n_tags) both."""
    likelihood = np.where(states == 1, scores, 1.0 - scores)[states >= 0]
    return float(-np.log(np.clip(likelihood, 1e-7, 1.0)).mean())


class BestWeights:
    """Keeps the trained weights of the epoch with the lowest validation loss; its number: `epoch`.

    Not the WAUC: a network that ranks a little better and is sure of what is wrong is no better.
    """

    def __init__(
        self,
        network: TaggingNetwork,
        trained: frozenset[Section],
        min_improvement: float = MIN_IMPROVEMENT,
    ) -> None:
        sections = network.sections()
        self._modules = [sections[section] for section in sections if section in trained]
        self._min_improvement = min_improvement
        self._loss = float("inf")
        self._states: list[dict[str, Tensor]] | None = None
        self.epoch = 0

    def update(self, epoch: int, loss: float | None) -> None:
        """Keep these weights if they are clearly the best so far. epoch 0 is the beginning."""
        if loss is not None and loss < self._loss - self._min_improvement:
            self._loss, self.epoch = loss, epoch
            self._states = [
                {key: value.detach().clone() for key, value in module.state_dict().items()}
                for module in self._modules
            ]

    def reload(self) -> bool:
        """Load the best weights so far; False, and nothing changes, where there are none."""
        if self._states is None:
            return False
        for module, state in zip(self._modules, self._states, strict=True):
            module.load_state_dict(state)
        return True

    def state(self) -> dict[str, Tensor]:
        """Return them and their loss to be stored; nothing where there are none yet."""
        if self._states is None:
            return {}
        tensors = {"loss": torch.tensor(self._loss, dtype=torch.float64)}
        for number, state in enumerate(self._states):
            tensors |= {f"{number}.{key}": value for key, value in state.items()}
        return tensors

    def load_state(self, epoch: int, state: dict[str, Tensor]) -> None:
        """Go on with what state() gave after that epoch."""
        if state:
            self.epoch, self._loss = epoch, float(state["loss"])
            self._states = [
                {key: state[f"{number}.{key}"].clone() for key in module.state_dict()}
                for number, module in enumerate(self._modules)
            ]
