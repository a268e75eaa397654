"""Scaled embeddings of judged songs and their inner products, a row more with each new song."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.training.live_space import LiveSpace

MAX_KEPT = 2048  # songs whose inner products are kept: 32 MB


class SongKernel:
    """Grows as songs are asked for, by their rows in the space; what was computed stays."""

    def __init__(self, space: LiveSpace) -> None:
        self._space = space
        self._index_of = np.full(len(space.song_ids), -1)
        self._inputs = torch.zeros(0, 0, dtype=torch.double)
        self._products = torch.zeros(0, 0, dtype=torch.double)
        self._n = 0

    def inputs(self, rows: NDArray[np.int64]) -> Tensor:
        """Return scaled embeddings, float64 (n, rank)."""
        self._take(rows)
        return self._inputs[self._indices(rows)]

    def products(self, rows: NDArray[np.int64]) -> Tensor:
        """Return the inner products of songs, float64 (n, n)."""
        self._take(rows)
        indices = self._indices(rows)
        if bool((indices >= MAX_KEPT).any()):
            inputs = self._inputs[indices]
            return inputs @ inputs.T
        return self._products[indices][:, indices]

    def _indices(self, rows: NDArray[np.int64]) -> Tensor:
        return torch.from_numpy(self._index_of[rows])

    def _take(self, rows: NDArray[np.int64]) -> None:
        new = np.unique(rows[self._index_of[rows] < 0])
        if not len(new):
            return
        added, first = self._space.scaled(new), self._n
        self._index_of[new] = np.arange(first, first + len(new))
        self._n += len(new)
        self._inputs = _with_room(self._inputs, self._n, added.shape[1])
        self._inputs[first : self._n] = added
        end = min(self._n, MAX_KEPT)
        if first < end:
            self._products = _with_room(self._products, end, 0)
            rows_of_new = self._inputs[:end] @ self._inputs[first:end].T
            self._products[:end, first:end] = rows_of_new
            self._products[first:end, :end] = rows_of_new.T


def _with_room(values: Tensor, n_rows: int, width: int) -> Tensor:
    """Return an array with at least n_rows rows, twice as many where it grows.

    width 0: a square one.
    """
    if len(values) >= n_rows:
        return values
    size = max(2 * len(values), n_rows, 64)
    grown = torch.zeros(size, width or size, dtype=torch.double)
    grown[: len(values), : values.shape[1]] = values
    return grown
