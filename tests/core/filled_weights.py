"""The weights and inputs that parity is measured on: numbers that anyone can make again.

`python tests/core/filled_weights.py` (from the project's root) rewrites parity_filled.npz from our
own networks; do that only after the comparison with the originals' logits has passed.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.features.recipe import RECIPES
from core.features.spectrogram import log_mel
from core.models.chunk_tagger import (
    Backbone,
    ChunkTagger,
    NarrowHead,
    WideHead,
    own_state,
    public_state,
)
from core.models.fcn import Crnn, Fcn
from core.models.harmonic import Harmonic
from core.models.musicnn import Musicnn
from core.models.sample_level import SampleLevel, SampleLevelExcitation
from core.models.self_attention import SelfAttention
from core.models.short_chunk import ShortChunk

RATE_HZ = 16_000
CHUNK_SAMPLES = 59_049
STORED = Path(__file__).with_name("parity_filled.npz")

N_TAGS = 50

# key in the reference file -> backbone, width of a wide head or 0, samples, recipe of its input
TAGGERS: dict[str, tuple[Callable[[], Backbone], int, int, str]] = {
    "fcn": (Fcn, 0, 29 * RATE_HZ, "mel96-16k"),
    "crnn": (Crnn, 0, 29 * RATE_HZ, "mel96-16k"),
    "musicnn": (Musicnn, 200, 3 * RATE_HZ, "mel96-16k"),
    "sample": (SampleLevel, 0, CHUNK_SAMPLES, "waveform-16k"),
    "se": (SampleLevelExcitation, 512, CHUNK_SAMPLES, "waveform-16k"),
    "short": (ShortChunk, 512, CHUNK_SAMPLES, "mel128-16k"),
    "short_res": (lambda: ShortChunk(residual=True), 512, CHUNK_SAMPLES, "mel128-16k"),
    "attention": (SelfAttention, 0, 15 * RATE_HZ, "mel128-16k"),
    "hcnn": (Harmonic, 256, 5 * RATE_HZ, "waveform-16k"),
}


def tagger(name: str) -> ChunkTagger:
    """The network of that name with 50 tags, its weights as torch draws them."""
    make, hidden, _, _ = TAGGERS[name]
    backbone = make()
    width = backbone.n_features
    head = WideHead(width, hidden, N_TAGS) if hidden else NarrowHead(width, N_TAGS)
    return ChunkTagger(backbone, head)


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
    """What the filled network says of the two fixed inputs: (2, 50)."""
    _, _, n_samples, recipe = TAGGERS[name]
    rows = [
        (0.1 * np.random.default_rng(seed).standard_normal(n_samples)).astype(np.float32)
        for seed in (1, 2)
    ]
    if recipe != "waveform-16k":
        rows = [log_mel(row, RATE_HZ, RECIPES[recipe]) for row in rows]
    with torch.inference_mode():
        answer: NDArray[np.float32] = (
            fill(tagger(name)).chunk_logits(torch.from_numpy(np.stack(rows))).numpy()
        )
    return answer


def main() -> int:
    """Write the numbers that the project keeps."""
    np.savez_compressed(STORED, **{name: logits(name) for name in TAGGERS})
    sys.stdout.write(f"{STORED} written\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
