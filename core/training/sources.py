"""Where a network's logits of some songs come from while it learns: kept vectors, kept features,
or the sound itself, depending on which sections are frozen.

While learning, segments are taken a little earlier or later each time; while testing, never.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.models.network import TaggingNetwork

Draw = np.random.Generator | None
MOST_STEPS = 12  # segments of one song in one mini-batch: 6 minutes, so that a cancel is felt


class Source(Protocol):
    """Songs, by row, as some network can learn from them."""

    def logits(self, network: TaggingNetwork, rows: Sequence[int], draw: Draw = None) -> Tensor:
        """(len(rows), n_tags). draw: random numbers while learning; None for whole songs."""


@dataclass(frozen=True, slots=True)
class SongFeatures:
    """What the reduction made of one song.

    features: float16 or float32, (n, n_features), a quarter segment apart. whole: which of them
    make the song's score, one after the other.
    """

    features: NDArray[np.floating]
    whole: NDArray[np.int64]

    def steps(self, draw: Draw = None) -> NDArray[np.float32]:
        """(steps, n_features): the song as it is, or as drawn."""
        chosen = self.whole if draw is None else drawn_steps(self.whole, len(self.features), draw)
        return self.features[chosen].astype(np.float32)


def drawn_steps(whole: NDArray[np.int64], n: int, draw: np.random.Generator) -> NDArray[np.int64]:
    """Each step moved by up to half a segment, in order; at most MOST_STEPS in a row.

    whole: places among n that make the song's score.
    """
    n_whole = len(whole)
    if n_whole > MOST_STEPS:
        first = int(draw.integers(0, n_whole - MOST_STEPS + 1))
        whole = whole[first : first + MOST_STEPS]
    if n == n_whole:  # nothing was heard in between
        return whole
    moved = whole + draw.integers(-2, 3, len(whole))
    return np.sort(np.clip(moved, 0, n - 1))


def stacked(sequences: Sequence[NDArray[np.float32]], device: str) -> tuple[Tensor, Tensor]:
    """Sequences of different lengths as one padded tensor, with their lengths."""
    lengths = [len(sequence) for sequence in sequences]
    batch = np.zeros((len(sequences), max(lengths), sequences[0].shape[1]), dtype=np.float32)
    for row, sequence in enumerate(sequences):
        batch[row, : len(sequence)] = sequence
    return torch.from_numpy(batch).to(device), torch.tensor(lengths, device=device)


class FromFeatures:
    """The reduction is frozen: temporal section and classifier learn from what it made."""

    def __init__(self, songs: Sequence[SongFeatures], device: str) -> None:
        self._songs = songs
        self._device = device

    def logits(self, network: TaggingNetwork, rows: Sequence[int], draw: Draw = None) -> Tensor:
        """(len(rows), n_tags)."""
        steps = [self._songs[row].steps(draw) for row in rows]
        return network.song_logits(*stacked(steps, self._device))


class FromVectors:
    """Reduction and temporal section are frozen: the classifier learns from their vectors.

    vectors: (n_songs, 1 + n_draws, n_vector): of the whole song, then of some drawn beforehand.
    """

    def __init__(self, vectors: Tensor) -> None:
        self._vectors = vectors

    def logits(self, network: TaggingNetwork, rows: Sequence[int], draw: Draw = None) -> Tensor:
        """(len(rows), n_tags)."""
        n_kinds = self._vectors.shape[1]
        kinds = [0] * len(rows) if draw is None else draw.integers(0, n_kinds, len(rows)).tolist()
        logits: Tensor = network.classifier(self._vectors[list(rows), kinds])
        return logits
