"""The weights and inputs that parity is measured on: numbers that anyone can make again.

`python -m tests.support.parity_weights` (from the project root) rewrites parity_logits.npz from our
own networks; do that only after the comparison with the originals' logits has passed.
"""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.features.recipe import RECIPES
from core.features.spectrogram import log_mel
from core.models.catalogue import build_network
from core.models.chunk_tagger import ChunkTagger, own_state

RATE_HZ = 16_000
CHUNK_SAMPLES = 59_049
STORED = Path(__file__).with_name("parity_logits.npz")

N_TAGS = 50

# key in the reference file -> architecture, samples, recipe of its input
TAGGERS: dict[str, tuple[str, int, str]] = {
    "fcn": ("fcn", 29 * RATE_HZ, "mel96-16k"),
    "crnn": ("crnn", 29 * RATE_HZ, "mel96-16k"),
    "musicnn": ("musicnn", 3 * RATE_HZ, "mel96-16k"),
    "sample": ("sample", CHUNK_SAMPLES, "waveform-16k"),
    "se": ("sample_se", CHUNK_SAMPLES, "waveform-16k"),
    "short": ("short_chunk", CHUNK_SAMPLES, "mel128-16k"),
    "short_res": ("short_chunk_res", CHUNK_SAMPLES, "mel128-16k"),
    "attention": ("self_attention", 15 * RATE_HZ, "mel128-16k"),
    "hcnn": ("harmonic", 5 * RATE_HZ, "waveform-16k"),
}

# Not among the reference's filled weights; parity of their own weights is tested instead.
OTHERS: dict[str, tuple[str, int, str]] = {
    "musicnn_2019": ("musicnn_2019", 186 * 256, "musicnn-2019"),
    "vgg_2019": ("vgg_2019", 186 * 256, "musicnn-2019"),
}
ALL = {**TAGGERS, **OTHERS}


def tagger(name: str) -> ChunkTagger:
    """The network of that name with 50 tags, its weights as torch draws them."""
    network = build_network(ALL[name][0], {"n_tags": N_TAGS})
    assert isinstance(network, ChunkTagger)
    return network


def public_state(network: ChunkTagger) -> dict[str, Tensor]:
    """The state dict as the public checkpoints name it."""
    return {name.split(".", 1)[1]: value for name, value in network.state_dict().items()}


def chunk_logits(network: ChunkTagger, chunks: Tensor) -> Tensor:
    """Logits of each chunk: (n, …) -> (n, n_tags)."""
    logits: Tensor = network.classifier(network.reduction(chunks))
    return logits


def filled(key: str, shape: tuple[int, ...]) -> Tensor:
    """The made-up value of one parameter, from its name and shape alone."""
    noise = np.random.default_rng([0, zlib.crc32(key.encode())]).standard_normal(shape)
    last = key.rsplit(".", 1)[-1]
    if last == "running_var":
        value = np.abs(noise) + 0.5
    elif len(shape) >= 2:
        value = noise / np.sqrt(np.prod(shape[1:]))
    elif last == "bw_Q":
        value = 1 + 0.1 * np.abs(noise)
    elif last == "weight":
        value = 1 + 0.1 * noise
    else:
        value = 0.1 * noise
    return torch.tensor(value, dtype=torch.float32)


def fill(network: ChunkTagger) -> ChunkTagger:
    """Give every parameter and running statistic its made-up value."""
    state = {
        key: value if key.endswith("num_batches_tracked") else filled(key, tuple(value.shape))
        for key, value in public_state(network).items()
    }
    network.load_state_dict(own_state(state))
    return network.eval()


def logits(name: str) -> NDArray[np.float32]:
    """What the filled network predicts for the two fixed inputs: (2, 50)."""
    _, n_samples, recipe = ALL[name]
    rows = [
        (0.1 * np.random.default_rng(seed).standard_normal(n_samples)).astype(np.float32)
        for seed in (1, 2)
    ]
    if recipe != "waveform-16k":
        rows = [log_mel(row, RATE_HZ, RECIPES[recipe]) for row in rows]
    with torch.inference_mode():
        answer: NDArray[np.float32] = chunk_logits(
            fill(tagger(name)), torch.from_numpy(np.stack(rows))
        ).numpy()
    return answer


def main() -> int:
    """Write the numbers that the project keeps."""
    np.savez_compressed(STORED, **{name: logits(name) for name in ALL})
    sys.stdout.write(f"{STORED} written\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
