"""One process of `gpu_check.py` under torchrun: DistributedDataParallel beside the plain network.

torchrun --standalone --nproc-per-node=1 packaging/gpu_check_rank.py cuda|mps|cpu
"""

from __future__ import annotations

import sys

import torch
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from core.models.checkpoint import load_checkpoint
from core.paths import resource

N_SEGMENTS, TOLERANCE = 8, 1e-4


def main(device: str) -> int:
    """Compare the gradients of a batch; return the exit code."""
    torch.distributed.init_process_group("nccl" if device == "cuda" else "gloo")
    try:
        network = load_checkpoint(resource("starter.safetensors"), device).network
        reduction, length = network.reduction.float().eval(), network.segment_frames
        torch.manual_seed(1)
        batch = torch.randn(N_SEGMENTS, 96, length, device=device)
        alone = gradients(reduction, reduction, batch)
        together = gradients(DistributedDataParallel(reduction), reduction, batch)
        size = max(float(gradient.abs().max()) for gradient in alone)
        pairs = zip(alone, together, strict=True)
        apart = max(float((a - b).abs().max()) for a, b in pairs) / size
        print(f"{len(alone)} gradients, {apart:.1e} apart on {device}")  # noqa: T201
        return int(apart > TOLERANCE)
    finally:
        torch.distributed.destroy_process_group()


def gradients(called: nn.Module, owner: nn.Module, batch: Tensor) -> list[Tensor]:
    """Return the gradients that a module's parameters get from a batch."""
    owner.zero_grad(set_to_none=True)
    called(batch).square().mean().backward()
    return [p.grad.clone() for p in owner.parameters() if p.grad is not None]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
