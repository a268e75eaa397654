"""Half-whitening: blocks of an embedding made comparable, by all songs of the library.

Whitening divides by the spread along every direction; half of it (the fourth root of the
covariance instead of the square root) keeps some of what the directions say by their size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from core.models.probe_tagger import EmbeddingBlock

SHARES: Mapping[str, float] = {"hidden": 1.0, "features": 2.0, "cepstra": 1.0}
LONE_FEATURES_SHARE = 1.0  # without a hidden layer, features stand in for both
POWERS: Mapping[str, float] = {  # of the covariance; cepstra are nearly uncorrelated as they are
    "hidden": 0.25,
    "features": 0.25,
    "cepstra": 0.0,
}
COVARIANCE_WEIGHT = 0.9  # the rest is as much variance along every direction (Ledoit and Wolf 2004)
MIN_DEVIATION_SHARE, TINY = 0.05, 1e-6  # a unit that hardly ever moves is not blown up
MIN_EIGENVALUE_SHARE = 1e-10


@dataclass(frozen=True, slots=True)
class BlockScaling:
    """How a block of an embedding is scaled: ((x - mean) / deviation) @ rotation.

    mean, deviation: (width,). rotation: (width, rank), the half-whitening and the block's share;
    the mean squared length of what comes out, over the reference songs, is the share.
    """

    mean: Tensor
    deviation: Tensor
    rotation: Tensor

    def apply(self, block: Tensor) -> Tensor:
        """(n_songs, width) -> (n_songs, rank)."""
        return ((block - self.mean) / self.deviation) @ self.rotation

    def unscaled(self, weights: Tensor) -> tuple[Tensor, Tensor]:
        """Turn weights (rank, n_tags) into those of the block itself: (width, n_tags), and what
        they add to every logit, (n_tags,).
        """
        raw = (self.rotation @ weights) / self.deviation[:, None]
        return raw, -(self.mean @ raw)


def fit_scaling(reference: Tensor, share: float, power: float = 0.25) -> BlockScaling:
    """Measure the half-whitening of a block on reference songs: float64, (n_songs, width).

    With the standardised values Z, T = Σ^-power of Σ = .9 ZᵀZ/n + .1 (tr Σ / width) I. Songs
    outside the span of the references lose what lies outside, which no weight could use.
    """
    mean = reference.mean(dim=0)
    deviation = reference.std(dim=0, unbiased=False)
    deviation = deviation.clamp(min=MIN_DEVIATION_SHARE * float(deviation.mean()) + TINY)
    standard = (reference - mean) / deviation
    n_songs, width = standard.shape
    eigenvalues, basis = _spread(standard)
    ridge = (1.0 - COVARIANCE_WEIGHT) * float(standard.square().sum()) / (n_songs * width)
    shrunk = COVARIANCE_WEIGHT * eigenvalues + max(ridge, TINY)
    rotation = basis * shrunk.pow(-power)
    length = float((standard @ rotation).square().sum()) / n_songs
    return BlockScaling(mean, deviation, rotation * (share / max(length, TINY)) ** 0.5)


def _spread(standard: Tensor) -> tuple[Tensor, Tensor]:
    """Return variances and directions, (width, rank), along which standardised songs spread."""
    n_songs, width = standard.shape
    if n_songs >= width:
        eigenvalues, basis = torch.linalg.eigh(standard.T @ standard / n_songs)
        return eigenvalues.clamp(min=0.0), basis
    eigenvalues, vectors = torch.linalg.eigh(standard @ standard.T / n_songs)
    kept = eigenvalues > float(eigenvalues[-1].clamp(min=TINY)) * MIN_EIGENVALUE_SHARE
    eigenvalues, vectors = eigenvalues[kept], vectors[:, kept]
    return eigenvalues, standard.T @ (vectors / (eigenvalues * n_songs).sqrt())


@dataclass(frozen=True, slots=True)
class EmbeddingScaling:
    """The scaling of every block of an embedding, in order."""

    widths: tuple[int, ...]
    blocks: tuple[BlockScaling, ...]

    def apply(self, embeddings: Tensor) -> Tensor:
        """(n_songs, width of all blocks) -> (n_songs, rank of all)."""
        parts = torch.split(embeddings, list(self.widths), dim=1)
        return torch.cat(
            [block.apply(part) for block, part in zip(self.blocks, parts, strict=True)], dim=1
        )

    def unscaled(self, weights: Tensor) -> tuple[Tensor, Tensor]:
        """Turn weights of what apply gives, (rank, n_tags), into those of embeddings and a bias."""
        ranks = [block.rotation.shape[1] for block in self.blocks]
        parts = zip(self.blocks, torch.split(weights, ranks), strict=True)
        raw, biases = zip(*(block.unscaled(part) for block, part in parts), strict=True)
        return torch.cat(raw), torch.stack(biases).sum(dim=0)


def fit_embedding_scaling(reference: Tensor, blocks: Sequence[EmbeddingBlock]) -> EmbeddingScaling:
    """Measure the scaling of all blocks on reference songs: float64, (n_songs, all widths).

    The mean squared length of a song is 1, divided among the blocks by their shares.
    """
    widths = tuple(block.width for block in blocks)
    parts = torch.split(reference, list(widths), dim=1)
    scalings = tuple(
        fit_scaling(part, share, POWERS[block.kind])
        for block, part, share in zip(blocks, parts, block_shares(blocks), strict=True)
    )
    return EmbeddingScaling(widths, scalings)


def block_shares(blocks: Sequence[EmbeddingBlock]) -> tuple[float, ...]:
    """Divide 1 among blocks."""
    kinds = [block.kind for block in blocks]
    shares = SHARES if "hidden" in kinds else {**SHARES, "features": LONE_FEATURES_SHARE}
    total = sum(shares[kind] for kind in kinds)
    return tuple(shares[kind] / total for kind in kinds)
