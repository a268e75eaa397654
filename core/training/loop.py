"""The training loop: batches, epochs, validation, early stopping.

It knows songs as rows of targets and a source of logits; where either comes from is not its
business.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.jobs import SILENT, JobContext, SubJob
from core.messages import message
from core.metrics.tag_metrics import wauc
from core.models.network import TaggingNetwork
from core.models.sections import Section
from core.training.config import TrainConfig
from core.training.finetune_records import EpochReport
from core.training.labels import TrainingData
from core.training.linear_probe import collect_head_inputs, fit_head
from core.training.optim import Optimizer, make_optimizer
from core.training.sources import SongSource, predict_scores

VALIDATION_RUN_SHARE = 0.8  # of the progress bar
UNREACHABLE = 2.0  # no WAUC gets there
MIN_VALIDATION_SONGS = 20  # fewer are right by luck: then the probe's weights stay
MIN_IMPROVEMENT = 0.3  # of WAUC, divided by the number of validation songs

OnEpoch = Callable[[EpochReport], None]
Batch = tuple[list[int], Tensor, Tensor]  # rows, targets, weights


@dataclass(frozen=True, slots=True)
class FitResult:
    """How it went. best_epoch: whose weights the network has now; 0: those it began with."""

    best_epoch: int
    epochs_done: int


def validate_then_fit(
    new_network: Callable[[], TaggingNetwork],
    source: SongSource,
    data: TrainingData,
    config: TrainConfig,
    on_epoch: OnEpoch,
    job: JobContext = SILENT,
) -> tuple[TaggingNetwork, FitResult]:
    """Train a network: a validation run finds the number of epochs, a final run uses all songs.

    new_network: makes a fresh one with an empty row for each new word. The validation run leaves
    out the validation songs and is measured on them; with very few songs none can be left out, and
    the linear probe is all. Where the reduction is trained, which is slow, and training helped,
    the network of the validation run is taken. Raises Cancelled.
    """
    network = new_network()
    inputs = collect_head_inputs(network, source, data.train, job)
    ridge_scale, result = None, FitResult(0, 0)
    if len(data.validation):
        fitted = np.setdiff1d(data.train, data.validation)
        ridge_scale = fit_head(network, inputs.select(fitted), data, None, job)
        validation_run = SubJob(job, 0.0, VALIDATION_RUN_SHARE)
        result = fit(network, source, data, config, on_epoch, validation_run)
        if Section.REDUCTION in config.trained and result.best_epoch:
            return network, result
        network = new_network()
    fit_head(network, inputs, data, ridge_scale, job)
    freeze(network, config.trained)
    if result.best_epoch:
        all_songs = replace(data, validation=data.validation[:0], held_out=data.held_out[:0])
        same_epochs = replace(config, epochs=result.best_epoch)
        final_run = SubJob(job, VALIDATION_RUN_SHARE, 1.0 - VALIDATION_RUN_SHARE)
        fit(network, source, all_songs, same_epochs, lambda _report: None, final_run)
    return network, result


def fit(
    network: TaggingNetwork,
    source: SongSource,
    data: TrainingData,
    config: TrainConfig,
    on_epoch: OnEpoch,
    job: JobContext = SILENT,
) -> FitResult:
    """Do one run of epochs over the chosen sections; end with the weights that validate best.

    Without validation songs (or without a yes and a no among them) the last weights stay. The
    held-out songs are only watched. The same seed, songs and device give the same weights. Raises
    Cancelled within a batch.
    """
    freeze(network, config.trained)
    best = BestWeights(network, config.trained, len(data.validation))
    rng = np.random.default_rng(config.seed)
    started = time.monotonic()
    with torch.random.fork_rng():
        torch.manual_seed(config.seed)
        optimizer = make_optimizer(network, config.schedule, config.epochs)
        best.update(0, *validate(network, source, data, data.validation, job))
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
            score, validation_loss = validate(network, source, data, data.validation, job)
            best.update(epoch, score, validation_loss)
            held_out_score, _ = validate(network, source, data, data.held_out, job)
            seconds_left = (time.monotonic() - started) / epoch * (config.epochs - epoch)
            on_epoch(EpochReport(epoch, config.epochs, loss, held_out_score, seconds_left))
            if score is not None and epoch - best.epoch >= config.schedule.patience:
                break
    job.report(config.epochs, config.epochs)
    network.eval()
    return FitResult(best.epoch if best.reload() else epoch, epoch)


def freeze(network: TaggingNetwork, trained: frozenset[Section]) -> None:
    """Require gradients of the trained sections only; none is in training mode yet.

    The skip layer stays as the linear probe fitted it: there is nothing better.
    """
    network.eval()
    for section, module in network.sections().items():
        module.requires_grad_(section in trained)
    if network.skip is not None:
        network.skip.requires_grad_(False)


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
    """Put the trained sections in training mode: a frozen one keeps its batch norms, too."""
    network.eval()
    for section, module in network.sections().items():
        module.train(section in config.trained)
    if not config.schedule.train_norm:
        for module in network.reduction.modules():
            if isinstance(module, nn.modules.batchnorm._BatchNorm):
                module.eval()


def validate(
    network: TaggingNetwork,
    source: SongSource,
    data: TrainingData,
    rows: NDArray[np.int64],
    job: JobContext,
) -> tuple[float | None, float]:
    """Measure WAUC and loss on some songs; (None, 0) where there are none."""
    if not len(rows):
        return None, 0.0
    scores = predict_scores(network, source, rows.tolist(), job)
    states = data.states[rows]
    likelihood = np.where(states == 1, scores, 1.0 - scores)[states >= 0]
    loss = float(-np.log(np.clip(likelihood, 1e-7, 1.0)).mean()) if likelihood.size else 0.0
    return wauc(states, scores), loss


class BestWeights:
    """Keeps the trained weights of the epoch that validates best; its number is `epoch`.

    With few validation songs an epoch is better by luck, too: it has to beat the beginning by a
    margin.
    """

    def __init__(
        self, network: TaggingNetwork, trained: frozenset[Section], n_validation: int
    ) -> None:
        sections = network.sections()
        self._modules = [sections[section] for section in sections if section in trained]
        self._margin = UNREACHABLE
        if n_validation >= MIN_VALIDATION_SONGS:
            self._margin = MIN_IMPROVEMENT / n_validation
        self._best = (-1.0, 0.0)
        self._states: list[dict[str, Tensor]] | None = None
        self.epoch = 0

    def update(self, epoch: int, score: float | None, loss: float) -> None:
        """Keep these weights if they are the best so far; of equal WAUC the lower loss wins.

        epoch 0 is the beginning: what comes has to be better by the margin.
        """
        if score is not None and (score, -loss) > self._best:
            self._best, self.epoch = (score if epoch else score + self._margin, -loss), epoch
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
