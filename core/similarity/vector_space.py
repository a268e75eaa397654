"""From embeddings to vectors of length 1 whose inner products say how alike songs are.

Blocks are half-whitened as they are for learning: in that geometry a straight line separates a
user's words best (half-whitening gained in every measurement that the heads are built on), so
songs near each other in it share words. They are centred on the library, and compared by the
cosine: without either, few songs with long vectors become everybody's neighbours (Suzuki et al.
2013, "Centering similarity measures to reduce hubs").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.errors import SimilarityError
from core.models.probe_tagger import EmbeddingBlock
from core.similarity.similarity_records import Basis, Vectors
from core.training.whitening import EmbeddingScaling, fit_embedding_scaling

MAX_WIDTH = 512  # directions kept: 205 MB of 100 000 songs, whatever the network
TINY = 1e-12  # a vector shorter than that has no direction


@dataclass(frozen=True, slots=True)
class VectorSpace:
    """How an embedding becomes a vector. n_inputs: numbers of the embedding that are used.

    first: where they begin. directions: (rank, MAX_WIDTH) where the rank is higher, the strongest
    by PCA of the reference songs. kept_share: of their squared length.
    """

    first: int
    scaling: EmbeddingScaling
    directions: Tensor | None = None
    kept_share: float = 1.0

    @property
    def width(self) -> int:
        """Numbers of a vector."""
        if self.directions is not None:
            return int(self.directions.shape[1])
        return sum(int(block.rotation.shape[1]) for block in self.scaling.blocks)

    @property
    def n_inputs(self) -> int:
        """Numbers of an embedding that are looked at."""
        return self.first + sum(self.scaling.widths)

    def vectors(self, embeddings: NDArray[np.floating]) -> Vectors:
        """Scale embeddings (n, at least all inputs) to vectors (n, width) of length 1.

        One exactly in the library's middle has no direction and stays 0.
        """
        return self.vectors_and_lengths(embeddings)[0]

    def vectors_and_lengths(self, embeddings: NDArray[np.floating]) -> tuple[Vectors, Vectors]:
        """Also return how long they were, (n,): how far the songs lie from the library's middle."""
        scaled = self.scaling.apply(self._inputs(embeddings))
        if self.directions is not None:
            scaled = scaled @ self.directions
        lengths = scaled.norm(dim=1, keepdim=True)
        unit: Vectors = torch.where(lengths > TINY, scaled / lengths, 0.0).float().numpy()
        return unit, lengths[:, 0].float().numpy()

    def _inputs(self, embeddings: NDArray[np.floating]) -> Tensor:
        used = embeddings[:, self.first : self.n_inputs]
        return torch.from_numpy(np.asarray(used, dtype=np.float64))


def fit_space(
    reference: NDArray[np.floating], blocks: Sequence[EmbeddingBlock], basis: Basis
) -> VectorSpace:
    """Measure the scaling on reference songs, (n_songs, at least the widths of all blocks).

    Raises SimilarityError for cepstra where the blocks have none (networks on waveforms).
    """
    first, used = _used_blocks(blocks, basis)
    last = first + sum(block.width for block in used)
    inputs = torch.from_numpy(np.asarray(reference[:, first:last], dtype=np.float64))
    scaling = fit_embedding_scaling(inputs, used)
    space = VectorSpace(first, scaling)
    if space.width <= MAX_WIDTH:
        return space
    scaled = scaling.apply(inputs)
    spread, directions = torch.linalg.eigh(scaled.T @ scaled)
    kept = float(spread[-MAX_WIDTH:].sum() / spread.sum().clamp(min=TINY))
    return VectorSpace(first, scaling, directions[:, -MAX_WIDTH:], kept)


def _used_blocks(
    blocks: Sequence[EmbeddingBlock], basis: Basis
) -> tuple[int, tuple[EmbeddingBlock, ...]]:
    """Return where the blocks that songs are compared by begin, and which these are."""
    if basis is Basis.MODEL:
        return 0, tuple(blocks)
    first = 0
    for block in blocks:
        if block.kind == "cepstra":
            return first, (block,)
        first += block.width
    raise SimilarityError("similarity.no_timbre")
