"""Batches of clips as a network learns from them: cut by chance, read ahead while it computes.

What chance decides comes from the seed, the epoch and the clip alone: it is the same however many
processes share a batch, and after a resume. A network that tags chunks gets one chunk of a clip, as
it was published; one that follows time gets the clip's segments.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from core.features.recipe import FeatureRecipe
from core.models.network import TaggingNetwork
from core.models.segments import fill_short
from core.pretraining.clip_store import ClipStore
from core.pretraining.mixed_precision import mixed_precision
from core.pretraining.processes import CUDA, Processes
from core.training.labels import TrainingData
from core.training.sources import jittered_starts

N_AHEAD = 4  # batches
N_READERS = 2  # threads: they copy pieces of mapped files, which holds no lock

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """What one process learns from at once.

    segments: float16 (n_segments, n_frames, n_rows). lengths: how many of them each clip has.
    targets, weights: float32 (n_clips, n_tags). n_songs: of the batch of all processes.
    """

    segments: Tensor
    lengths: Tensor
    targets: Tensor
    weights: Tensor
    n_songs: int

    def to(self, device: str) -> Batch:
        """Return the same on a device; lengths are needed on the processor."""
        tensors = (self.segments, self.targets, self.weights)
        segments, targets, weights = (tensor.to(device, non_blocking=True) for tensor in tensors)
        return replace(self, segments=segments, targets=targets, weights=weights)

    def pinned(self) -> Batch:
        """Return the same where a graphics card fetches it by itself."""
        tensors = (self.segments, self.targets, self.weights)
        segments, targets, weights = (tensor.pin_memory() for tensor in tensors)
        return replace(self, segments=segments, targets=targets, weights=weights)


class BatchLogits(nn.Module):
    """A network as what is called with a batch: segments and lengths in, logits out.

    half: compute the reduction in 16 bits where that is faster (mixed_precision).
    """

    def __init__(self, network: TaggingNetwork, device: str, *, half: bool) -> None:
        super().__init__()
        self.network = network
        self._device, self._half = device, half

    def forward(self, segments: Tensor, lengths: Tensor) -> Tensor:
        """(n_segments, n_frames, n_rows), (n_clips,) -> (n_clips, n_tags), logits."""
        values = segments.to(torch.float32)
        values = values[:, :, 0] if values.shape[2] == 1 else values.transpose(1, 2).contiguous()
        if self._half:
            with mixed_precision(self._device):
                reduced = self.network.reduction(values)
        else:
            reduced = self.network.reduction(values)
        songs = torch.split(reduced.float(), lengths.tolist())
        padded = pad_sequence(list(songs), batch_first=True)
        return self.network.song_logits(padded, lengths.to(padded.device))


@dataclass
class BatchReader:
    """Cuts this process's share of batches out of a store, some of them ahead.

    waited_s: how long nothing was ready.
    """

    store: ClipStore
    data: TrainingData
    network: TaggingNetwork
    recipe: FeatureRecipe
    seed: int
    processes: Processes = field(default_factory=Processes)
    waited_s: float = field(default=0.0, init=False)

    def batches(self, epoch: int, batches: Sequence[Rows]) -> Iterator[Batch]:
        """Yield the share of every batch in turn. batches: the clips of all processes."""
        with ThreadPoolExecutor(N_READERS, "batches") as threads:
            pending: deque[Future[Batch]] = deque()
            try:
                for rows in batches:
                    pending.append(threads.submit(self.read, epoch, rows))
                    if len(pending) >= N_AHEAD:
                        yield self._wait(pending.popleft())
                while pending:
                    yield self._wait(pending.popleft())
            finally:
                for future in pending:
                    future.cancel()

    def _wait(self, future: Future[Batch]) -> Batch:
        begun = time.monotonic()
        batch = future.result()
        self.waited_s += time.monotonic() - begun
        return batch

    def read(self, epoch: int, rows: Rows) -> Batch:
        """Read this process's share of a batch."""
        own = rows[self.processes.rank :: self.processes.size]
        songs = [self._segments(epoch, int(row)) for row in own]
        segments = np.concatenate([segment[np.newaxis] for song in songs for segment in song])
        batch = Batch(
            torch.from_numpy(segments),
            torch.tensor([len(song) for song in songs]),
            torch.from_numpy(self.data.targets[own]),
            torch.from_numpy(self.data.weights[own]),
            len(rows),
        )
        return batch.pinned() if self.processes.device == CUDA else batch

    def _segments(self, epoch: int, row: int) -> list[NDArray[np.floating]]:
        """Cut a clip anew for an epoch: (n_frames, n_rows) each."""
        length = self.network.segment_frames
        rng = np.random.default_rng([self.seed, epoch, row])
        n_frames = self.store.clips[row].n_frames
        if n_frames >= length:
            starts = self._starts(n_frames, rng)
            return [self.store.frames(row, int(start), length) for start in starts]
        whole = fill_short(self.store[row], length, self.recipe).T
        return [whole[start : start + length] for start in self._starts(len(whole), rng)]

    def _starts(self, n_frames: int, rng: np.random.Generator) -> NDArray[np.int64]:
        if self.network.temporal is not None:
            return jittered_starts(self.network, n_frames, rng)
        return rng.integers(0, n_frames - self.network.segment_frames + 1, 1)


def shuffled_batches(rows: Rows, batch_size: int, seed: int, epoch: int) -> list[Rows]:
    """Shuffle clips and take a few at a time, never a last one alone."""
    order = np.random.default_rng([seed, epoch]).permutation(rows)
    return list(np.array_split(order, -(-len(order) // batch_size)))
