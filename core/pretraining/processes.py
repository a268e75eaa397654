"""The processes of one training: one alone, or several that torchrun has started.

torchrun says in the environment which of how many a process is. Gradients are averaged between them
(DistributedDataParallel: nccl between graphics cards, gloo between processors).

All must compute alike, on the same data: what makes a difference is compared over the store by
which they find each other, before anything is computed that would hang or be mixed.

What holds for batch norm: between graphics cards it is synchronised (SyncBatchNorm), so that every
song of a batch counts. Between processors torch has no such norm: every process standardises by its
own share of the batch, and the running means are those of the first one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from core.errors import TrainingError
from core.messages import message
from core.models.card import code_version
from core.models.device import arithmetic, choose_device

if TYPE_CHECKING:
    from torch import nn
    from torch.distributed import Store  # type: ignore[attr-defined]

RANK, SIZE, LOCAL_RANK = "RANK", "WORLD_SIZE", "LOCAL_RANK"
CPU, CUDA = "cpu", "cuda"
PATIENCE = timedelta(days=7)  # the first one may read a data set for long while the others wait


@dataclass(frozen=True, slots=True)
class Processes:
    """Which process this is, of how many, and where its network runs."""

    rank: int = 0
    size: int = 1
    device: str = CPU
    store: Store | None = field(default=None, repr=False, compare=False)

    @property
    def is_first(self) -> bool:
        """Whether it is the one that writes and reports."""
        return self.rank == 0

    def ensure_alike(self, **facts: str) -> None:
        """Raise TrainingError, on all of them, where another process differs from the first.

        facts: what must be equal, by the name that it has among the messages.
        """
        if self.store is not None:
            _ensure_alike(self.store, self.rank, self.size, facts)

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


def is_started_by_torchrun() -> bool:
    """Whether this is one of the processes of torchrun, even of a single one."""
    return RANK in os.environ or SIZE in os.environ


@contextmanager
def training_processes(requested: str, *, half: bool = True) -> Iterator[Processes]:
    """Join the processes that torchrun has started; this one alone where it has not.

    requested: "auto", "cpu" or "cuda". half: 16-bit arithmetic where that is faster. Raises
    TrainingError where that card is not there, the processes do not find each other, or they do not
    compute alike.
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
    from torch.distributed.rendezvous import rendezvous

    kind = arithmetic(device, half=half)
    try:
        store, rank, _ = next(rendezvous("env://", timeout=PATIENCE))
        store.set_timeout(PATIENCE)
        facts = {"version": code_version(), "torch": torch.__version__, "arithmetic": kind}
        _ensure_alike(store, rank, size, facts)
        torch.distributed.init_process_group(
            backend, store=store, rank=rank, world_size=size, timeout=PATIENCE
        )
    except (RuntimeError, ValueError) as error:
        raise TrainingError("pretraining.no_processes", n=size, detail=str(error)) from error
    try:
        yield Processes(rank, size, device, store)
    finally:
        torch.distributed.destroy_process_group()


def _ensure_alike(store: Store, rank: int, size: int, facts: Mapping[str, str]) -> None:
    """Raise TrainingError where a process differs from the first one."""
    key = "rhythmcap " + " ".join(facts)
    store.set(f"{key} {rank}", json.dumps(facts))
    first, *others = (json.loads(store.get(f"{key} {other}")) for other in range(size))
    for number, theirs in enumerate(others, start=2):
        for name, wanted in first.items():
            if theirs[name] != wanted:
                raise TrainingError(
                    "pretraining.unlike", n=number, what=message(f"pretraining.what_{name}"),
                    found=theirs[name], wanted=wanted,
                )  # fmt: skip
