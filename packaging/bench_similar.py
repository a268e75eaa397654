"""Nearest songs and search by example at 100 000 songs: 50 ms a query on one core.

The reference is the least there is to do: the bare product of the matrix and the query. Times are
of the processor, so that other programs on the machine do not count.
"""

from __future__ import annotations

import numpy as np
from bench_row import Row, cpu_median_s
from threadpoolctl import threadpool_limits

from core.models.probe_tagger import EmbeddingBlock
from core.similarity.embedding_index import EmbeddingIndex
from core.similarity.similarity_records import Basis
from core.similarity.vector_space import MAX_WIDTH, fit_space

N_SONGS, N_FACTORS, N_FOUND = 100_000, 40, 50
QUERY_S = 0.050


def run() -> list[Row]:
    """Rows about one song, and about songs that are wanted and unwanted."""
    index = _index()
    query = index.vectors[7]
    with threadpool_limits(1):
        reference_s = cpu_median_s(lambda: index.vectors @ query)
        song_s = cpu_median_s(lambda: index.like([8], [], N_FOUND))
        examples_s = cpu_median_s(lambda: index.like(range(8, 28), range(500, 505), N_FOUND))
    size = f"{N_SONGS:,} songs × {MAX_WIDTH}: "
    return [
        _row(f"{size}the {N_FOUND} nearest of a song", song_s, reference_s),
        _row(f"{size}more like 20 songs, less like 5", examples_s, reference_s),
    ]


def _index() -> EmbeddingIndex:
    """Draw songs that share directions, as music's do, with as many numbers as are ever kept."""
    rng = np.random.default_rng(1)
    shared = rng.normal(size=(N_FACTORS, MAX_WIDTH)).astype(np.float32)
    vectors = rng.standard_normal((N_SONGS, MAX_WIDTH), dtype=np.float32)
    vectors += rng.standard_normal((N_SONGS, N_FACTORS), dtype=np.float32) @ shared
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    blocks = (EmbeddingBlock("features", MAX_WIDTH),)
    space = fit_space(vectors[: 2 * MAX_WIDTH], blocks, Basis.MODEL)
    return EmbeddingIndex(np.arange(1, N_SONGS + 1), vectors, space)


def _row(what: str, measured_s: float, reference_s: float) -> Row:
    return Row(
        what, f"{measured_s * 1e3:.1f} ms", f"bare product {reference_s * 1e3:.1f} ms",
        round(measured_s / reference_s, 2), f"≤ {QUERY_S * 1e3:g} ms", measured_s <= QUERY_S,
    )  # fmt: skip
