"""The nearest songs of many songs at once, in blocks, so that memory stays small."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext
from core.similarity.similarity_records import Vectors

Rows = NDArray[np.int64]

CELLS_AT_ONCE = 4_000_000  # of a block of similarities: 16 MB


def nearest_rows(
    vectors: Vectors, rows: Rows, k: int, job: JobContext = SILENT
) -> tuple[Rows, Vectors]:
    """Find the k other vectors most like some of them: (n_rows, k) rows and cosines, nearest first.

    vectors: (n, width) of length 1, n > k. Equal ones stand in their order. Raises Cancelled.
    """
    found = np.empty((len(rows), k), np.int64)
    cosines = np.empty((len(rows), k), np.float32)
    for first, block in _blocks(rows, len(vectors), job):
        similarities = vectors[block] @ vectors.T
        similarities[np.arange(len(block)), block] = -np.inf
        found[first : first + len(block)], cosines[first : first + len(block)] = _largest(
            similarities, k
        )
    return found, cosines


def nearest_points(points: Vectors, rows: Rows, k: int, job: JobContext = SILENT) -> Rows:
    """Find the k other points nearest to some on a map: (n_rows, k) rows. points: (n, 2)."""
    found = np.empty((len(rows), k), np.int64)
    exact = np.asarray(points, dtype=np.float64)
    for first, block in _blocks(rows, len(points), job):
        distances = ((exact[block, None] - exact[None]) ** 2).sum(axis=2)
        distances[np.arange(len(block)), block] = np.inf
        found[first : first + len(block)] = _largest(-distances, k)[0]
    return found


def nearest_of(vectors: Vectors, known: Vectors, k: int, job: JobContext = SILENT) -> Rows:
    """Find for vectors (n, width) the k of other ones, known (m, width), most like: (n, k) rows."""
    found = np.empty((len(vectors), k), np.int64)
    for first, block in _blocks(np.arange(len(vectors)), len(known), job):
        found[first : first + len(block)] = _largest(vectors[block] @ known.T, k)[0]
    return found


def _blocks(rows: Rows, n_compared: int, job: JobContext) -> Iterator[tuple[int, Rows]]:
    """Yield rows in blocks, with how many came before."""
    size = max(1, CELLS_AT_ONCE // max(n_compared, 1))
    for first in range(0, len(rows), size):
        job.check()
        job.report(first, len(rows))
        yield first, rows[first : first + size]


def _largest(values: NDArray[np.floating], k: int) -> tuple[Rows, NDArray[np.floating]]:
    """Return the columns of the k largest values of each row, largest first, and the values."""
    columns = np.argpartition(-values, k - 1, axis=1)[:, :k]
    columns.sort(axis=1)
    chosen = np.take_along_axis(values, columns, axis=1)
    order = np.argsort(-chosen, axis=1, kind="stable")
    columns = np.take_along_axis(columns, order, axis=1)
    return columns, np.take_along_axis(chosen, order, axis=1)
