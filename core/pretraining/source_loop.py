"""The loop of source training: batches shared by all processes, checkpoints, early stopping.

Loss, optimizers and schedules are training's. The loss of a batch is the cross-entropy summed over
its judged cells, divided by its songs: each process has its share of the sum, so that the gradients
of many are those of one with the whole batch.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from core.errors import TrainingError
from core.jobs import SILENT, JobContext
from core.messages import message
from core.metrics.tag_metrics import wauc
from core.models.device import machine_arithmetic, seeded
from core.models.network import TaggingNetwork
from core.pretraining.crops import Batch, BatchLogits, BatchReader, Rows, shuffled_batches
from core.pretraining.failures import explained
from core.pretraining.mixed_precision import LossScale, computes_in_float16
from core.pretraining.processes import Processes
from core.pretraining.run_checkpoint import Progress, Tensors, read_checkpoint, write_checkpoint
from core.training.config import TrainConfig
from core.training.labels import TrainingData
from core.training.loop import BestWeights, cross_entropy, freeze, set_train_mode
from core.training.optim import make_optimizer
from core.training.sources import SpectrogramSource, predict_scores


@dataclass(frozen=True, slots=True)
class SourceEpoch:
    """How an epoch went. clips_per_s: of all processes. waited: share of time without a batch."""

    epoch: int
    epochs: int
    loss: float
    validation_loss: float
    wauc: float | None
    clips_per_s: float
    waited: float


OnSourceEpoch = Callable[[SourceEpoch], None]


@dataclass(frozen=True, slots=True)
class SourceRun:
    """What a training is told beside its network and data.

    config: its schedule has the size of a batch of all processes. identity: what a checkpoint must
    have in common (run_checkpoint). half: 16-bit arithmetic where the device has it.
    checkpoint_every_s: beside the one after every epoch.
    """

    config: TrainConfig
    checkpoint: Path
    identity: Mapping[str, Any]
    checkpoint_every_s: float = 600.0
    half: bool = True
    resume: bool = False
    on_epoch: OnSourceEpoch = lambda _epoch: None
    on_resume: Callable[[Progress], None] = lambda _progress: None
    job: JobContext = field(default=SILENT)


class SourceTraining:
    """One training of all sections of a network, from its beginning or from a checkpoint."""

    def __init__(
        self,
        network: TaggingNetwork,
        data: TrainingData,
        source: SpectrogramSource,
        reader: BatchReader,
        run: SourceRun,
    ) -> None:
        self._network, self._data, self._source, self._run = network, data, source, run
        self._reader, self._processes = reader, reader.processes
        config = run.config
        require_share(data, config.schedule.batch_size, self._processes)
        freeze(network, config.trained)
        self._processes.with_shared_norms(network)
        half = run.half
        self._model = BatchLogits(network, config.device, half=half)
        self._optimizer = make_optimizer(network, config.schedule, config.epochs)
        self._best = BestWeights(network, config.trained, min_improvement=0.0)
        self._scale = LossScale(needed=half and computes_in_float16(config.device))
        own = machine_arithmetic(config.device, half=half)
        self._progress = Progress(batch_size=config.schedule.batch_size, arithmetics=(own,))
        self._is_stepping = False
        if run.resume:
            self._load(*read_checkpoint(run.checkpoint, run.identity))
        self._shared = self._processes.shared(self._model)

    @property
    def is_first(self) -> bool:
        """Whether this is the process that writes."""
        return self._processes.is_first

    def fit(self) -> Progress:
        """Train to the end; the network then has the weights that validate best.

        Raises Cancelled, and TrainingError where memory or the device is lost; the checkpoint then
        has all batches that were done.
        """
        config = self._run.config
        self._saved_s = self._begun_s = time.monotonic()
        with seeded(config.seed, config.device):
            while self._progress.epoch <= config.epochs and not self._is_stale:
                try:
                    self._one_epoch(self._progress.epoch)
                except BaseException as error:
                    self._save_what_is_whole()
                    explanation = explained(error, self._processes, config.schedule.batch_size)
                    if explanation is None:
                        raise
                    raise explanation from error
        self._best.reload()
        self._network.eval()
        return self._progress

    @property
    def _is_stale(self) -> bool:
        """Whether so many epochs were no better that more of them will not be."""
        n_since = self._progress.epoch - 1 - self._best.epoch
        return n_since >= self._run.config.schedule.patience

    def _one_epoch(self, epoch: int) -> None:
        """Do what is left of an epoch, validate, and store where the next one begins."""
        run, progress = self._run, self._progress
        if progress.batch == 0 and self._optimizer.start_epoch(epoch):
            self._best.reload()
        set_train_mode(self._network, run.config)
        rows = np.setdiff1d(self._data.train, self._data.validation)
        batches = shuffled_batches(rows, progress.batch_size, run.config.seed, epoch)
        begun_s, self._reader.waited_s = time.monotonic(), 0.0
        todo = batches[progress.batch :]
        for number, batch in enumerate(self._reader.batches(epoch, todo), start=progress.batch):
            run.job.report(
                epoch - 1 + number / len(batches), run.config.epochs,
                message("training.epoch", epoch=epoch, epochs=run.config.epochs),
            )  # fmt: skip
            self._step(epoch, number, batch)
            if time.monotonic() - self._saved_s >= run.checkpoint_every_s:
                self._save()
        spent_s = max(time.monotonic() - begun_s, 1e-9)
        self._end_epoch(epoch, sum(map(len, todo)) / spent_s, self._reader.waited_s / spent_s)

    def _step(self, epoch: int, number: int, batch: Batch) -> None:
        """Learn from a batch. What chance decides follows from the batch and the process."""
        self._run.job.check()
        seeds = [self._run.config.seed, epoch, number, self._processes.rank]
        torch.manual_seed(int(np.random.SeedSequence(seeds).generate_state(1)[0]))
        batch = batch.to(self._run.config.device)
        logits = self._shared(batch.segments, batch.lengths)
        summed = nn.functional.binary_cross_entropy_with_logits(
            logits, batch.targets, weight=batch.weights, reduction="sum"
        )
        # Gradients are averaged over processes, and shall be those of the sum.
        share = self._processes.size * self._scale.value / batch.n_songs
        (summed * share).backward()  # type: ignore[no-untyped-call]
        loss = summed.item()
        self._is_stepping = True
        if self._scale.unscale(self._network.parameters()):
            self._optimizer.step()
        self._progress = replace(
            self._progress, batch=number + 1, loss=self._progress.loss + loss,
            n_songs=self._progress.n_songs + batch.n_songs,
        )  # fmt: skip
        self._is_stepping = False

    def _end_epoch(self, epoch: int, clips_per_s: float, waited: float) -> None:
        total = self._processes.summed(np.array([self._progress.loss]))[0]
        self._processes.take_buffers(self._network)
        scores = self.scores(self._data.validation)
        states = self._data.states[self._data.validation]
        validation_loss = cross_entropy(states, scores)
        self._best.update(epoch, validation_loss)
        report = SourceEpoch(
            epoch, self._run.config.epochs, float(total) / max(1, self._progress.n_songs),
            validation_loss, wauc(states, scores), clips_per_s, waited,
        )  # fmt: skip
        self._progress = replace(
            self._progress, epoch=epoch + 1, batch=0, loss=0.0, n_songs=0,
            best_epoch=self._best.epoch,
        )  # fmt: skip
        self._save()
        self._run.on_epoch(report)

    def scores(self, rows: Rows) -> np.ndarray:
        """Score whole clips, shared by all processes: float32 (len(rows), n_tags)."""
        rank, size = self._processes.rank, self._processes.size
        own = predict_scores(self._network, self._source, rows[rank::size].tolist(), self._run.job)
        scores = np.zeros((len(rows), own.shape[1]))
        scores[rank::size] = own
        return self._processes.summed(scores).astype(np.float32)

    # -- checkpoints ------------------------------------------------------------------------------

    def _save(self) -> None:
        """Write the checkpoint, if this process is the first."""
        self._saved_s = time.monotonic()
        if not self._processes.is_first:
            return
        tensors: Tensors = {
            "network": dict(self._network.state_dict()),
            "best": self._best.state(),
            "optimizer": self._optimizer.state(),
            "scale": self._scale.state(),
        }
        write_checkpoint(self._run.checkpoint, self._run.identity, self._progress, tensors)

    def _save_what_is_whole(self) -> None:
        """Write the checkpoint on the way out of an error, unless a step is half done."""
        if not self._is_stepping:
            with contextlib.suppress(RuntimeError, MemoryError, TrainingError):
                self._save()

    def _load(self, progress: Progress, tensors: Tensors) -> None:
        """Go on from a checkpoint; with another size of batches from the epoch's beginning."""
        self._network.load_state_dict(tensors["network"])
        self._best.load_state(progress.best_epoch, tensors.get("best", {}))
        self._optimizer.load_state(tensors["optimizer"])
        self._scale.load_state(tensors["scale"])
        batch_size = self._run.config.schedule.batch_size
        if progress.batch_size != batch_size:
            progress = replace(progress, batch_size=batch_size, batch=0, loss=0.0, n_songs=0)
        if not self._processes.is_first:
            progress = replace(progress, loss=0.0)  # the first one has the sum of its own
        arithmetics = {*progress.arithmetics, *self._progress.arithmetics}
        self._progress = progress = replace(progress, arithmetics=tuple(sorted(arithmetics)))
        if self._processes.is_first:
            self._run.on_resume(progress)


def require_share(data: TrainingData, batch_size: int, processes: Processes) -> None:
    """Raise TrainingError where some batch has not a clip for every process."""
    rows = np.setdiff1d(data.train, data.validation)
    if min(map(len, shuffled_batches(rows, batch_size, 0, 1))) < processes.size:
        raise TrainingError("pretraining.small_batch", n=processes.size)
