"""The processes of one training: one alone, or several that torchrun has started.

torchrun says in the environment which of how many a process is. Gradients are averaged between them
(DistributedDataParallel: nccl between graphics cards, gloo between processors).

What holds for batch norm: between graphics cards it is synchronised (SyncBatchNorm), so that every
song of a batch counts. Between processors torch has no such norm: every process standardises by its
own share of the batch, and the running means are those of the first one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from core.errors import TrainingError
from core.models.device import choose_device

if TYPE_CHECKING:
    from torch import nn

RANK, SIZE, LOCAL_RANK = "RANK", "WORLD_SIZE", "LOCAL_RANK"
CPU, CUDA = "cpu", "cuda"
PATIENCE = timedelta(days=7)  # the first one may read a data set for long while the others wait


@dataclass(frozen=True, slots=True)
class Processes:
    """Which process this is, of how many, and where its network runs."""

    rank: int = 0
    size: int = 1
    device: str = CPU

    @property
    def is_first(self) -> bool:
        """Whether it is the one that writes and reports."""
        return self.rank == 0

    def shared(self, module: nn.Module) -> nn.Module:
        """Return a module whose gradients are averaged over all processes."""
        if self.size == 1:
            return module
        from torch.nn.parallel import DistributedDataParallel

        return DistributedDataParallel(module)

    def with_shared_norms(self, network: nn.Module) -> None:
        """Have the batch norms of a network see the songs of all processes, where they can."""
        if self.size > 1 and self.device == CUDA:
            torch.nn.SyncBatchNorm.convert_sync_batchnorm(network)  # type: ignore[no-untyped-call]

    def take_buffers(self, network: nn.Module) -> None:
        """Give all processes the running means of the first."""
        if self.size > 1:
            for buffer in network.buffers():
                torch.distributed.broadcast(buffer, 0)

    def summed(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Sum an array over all processes."""
        if self.size == 1:
            return values
        tensor = torch.from_numpy(np.ascontiguousarray(values))
        torch.distributed.all_reduce(tensor)
        total: NDArray[np.float64] = tensor.numpy()
        return total

    def wait(self) -> None:
        """Wait until all processes have come this far."""
        self.summed(np.zeros(1))


def is_first_process() -> bool:
    """Whether this is the process that writes and reports; torch is not loaded for it."""
    return os.environ.get(RANK, "0") == "0"


@contextmanager
def training_processes(requested: str) -> Iterator[Processes]:
    """Join the processes that torchrun has started; this one alone where it has not.

    requested: "auto", "cpu" or "cuda". Raises TrainingError where that card is not there, or the
    processes do not find each other.
    """
    device = choose_device(requested)
    if requested == CUDA and device == CPU:
        raise TrainingError("pretraining.no_card")
    size = int(os.environ.get(SIZE, "1"))
    if size == 1:
        yield Processes(device=device)
        return
    if device == CUDA:
        torch.cuda.set_device(int(os.environ.get(LOCAL_RANK, "0")))
    else:
        device = CPU  # gloo cannot average what is on a Mac's card
    backend = "cpu:gloo,cuda:nccl" if device == CUDA else "gloo"
    try:
        torch.distributed.init_process_group(backend, timeout=PATIENCE)
    except (RuntimeError, ValueError) as error:
        raise TrainingError("pretraining.no_processes", n=size, detail=str(error)) from error
    try:
        yield Processes(torch.distributed.get_rank(), size, device)
    finally:
        torch.distributed.destroy_process_group()
