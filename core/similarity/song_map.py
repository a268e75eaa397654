"""A library in two dimensions: PCA (exact) or t-SNE (seeded), with numbers for what these hide."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext, SubJob
from core.similarity.embedding_index import EmbeddingIndex
from core.similarity.neighbour_graph import nearest_of, nearest_points, nearest_rows
from core.similarity.similarity_records import MapMethod, MapQuality, SongMap, Vectors
from core.similarity.tsne import MIN_SONGS, tsne_positions

MAX_TSNE_SONGS = 5000  # the others are placed beside those most like them
N_BESIDE = 5
N_NEIGHBOURS = 10
MAX_MEASURED = 2000  # songs whose neighbours are counted
ROWS_AT_ONCE = 4096
PCA_SHARE = 0.1  # of the progress


def map_songs(
    index: EmbeddingIndex, method: MapMethod, seed: int = 0, job: JobContext = SILENT
) -> SongMap:
    """Lay the songs of an index out in two dimensions.

    Of more than MAX_TSNE_SONGS songs t-SNE gets a sample, drawn by the seed; each other song lies
    at the median of the N_BESIDE of these that are most like it. Of fewer than MIN_SONGS there is
    nothing that t-SNE could keep, and the map is a PCA. Raises SimilarityError, Cancelled.
    """
    vectors, n_placed = index.vectors, 0
    flat, variance_kept = pca_positions(vectors, SubJob(job, 0.0, PCA_SHARE))
    if len(vectors) < MIN_SONGS:
        method = MapMethod.PCA
    positions = flat
    if method is MapMethod.TSNE:
        sample = _sample(len(vectors), MAX_TSNE_SONGS, seed)
        laid_out = tsne_positions(vectors[sample], flat[sample], seed, SubJob(job, PCA_SHARE, 0.7))
        others = np.setdiff1d(np.arange(len(vectors)), sample)
        n_placed = len(others)
        positions = np.empty((len(vectors), 2), np.float32)
        positions[sample] = laid_out
        if n_placed:
            beside = nearest_of(vectors[others], vectors[sample], N_BESIDE, SubJob(job, 0.8, 0.1))
            positions[others] = np.median(laid_out[beside], axis=1)
    measuring = SubJob(job, 0.9, 0.1)
    quality = map_quality(vectors, positions, seed, measuring)
    if method is MapMethod.PCA:
        quality = MapQuality(
            quality.neighbours_kept, quality.n_neighbours, quality.chance, quality.n_measured,
            variance_kept,
        )  # fmt: skip
    return SongMap(index.song_ids, positions, method, quality, n_placed)


def pca_positions(vectors: Vectors, job: JobContext = SILENT) -> tuple[Vectors, float | None]:
    """Project vectors on the two directions along which they spread most: (n, 2), exact.

    Also returns the share of all variance along these; None where there is none. The sign of a
    direction is that of its largest component, so that a map is never mirrored. Raises Cancelled.
    """
    n_songs, width = vectors.shape
    positions = np.zeros((n_songs, 2), np.float32)
    if n_songs < 2 or not width:
        return positions, None
    mean = vectors.mean(axis=0, dtype=np.float64)
    scatter = np.zeros((width, width))
    for first in range(0, n_songs, ROWS_AT_ONCE):
        job.check()
        job.report(first, n_songs)
        centred = vectors[first : first + ROWS_AT_ONCE] - mean
        scatter += centred.T @ centred
    spread, basis = np.linalg.eigh(scatter)
    directions = basis[:, ::-1][:, :2]
    largest = np.abs(directions).argmax(axis=0)
    directions = directions * np.where(directions[largest, range(directions.shape[1])] < 0, -1, 1)
    for first in range(0, n_songs, ROWS_AT_ONCE):
        rows = slice(first, first + ROWS_AT_ONCE)
        positions[rows, : directions.shape[1]] = (vectors[rows] - mean) @ directions
    total = float(np.trace(scatter))
    return positions, float(spread[-2:].sum()) / total if total > 0.0 else None


def map_quality(
    vectors: Vectors, positions: Vectors, seed: int = 0, job: JobContext = SILENT
) -> MapQuality:
    """Count how many of the songs' nearest are still among their nearest on a map.

    Of N_NEIGHBOURS, or of half of the others where there are few songs; over all songs, or
    MAX_MEASURED drawn by the seed. Raises Cancelled.
    """
    n_songs = len(vectors)
    k = min(N_NEIGHBOURS, (n_songs - 1) // 2)
    if k < 1:
        return MapQuality(None, 0, 0.0, 0)
    rows = _sample(n_songs, MAX_MEASURED, seed)
    alike, _ = nearest_rows(vectors, rows, k, SubJob(job, 0.0, 0.7))
    beside = nearest_points(positions, rows, k, SubJob(job, 0.7, 0.3))
    kept = [
        len(np.intersect1d(one, other, assume_unique=True))
        for one, other in zip(alike, beside, strict=True)
    ]
    return MapQuality(float(np.mean(kept)) / k, k, k / (n_songs - 1), len(rows))


def _sample(n_songs: int, most: int, seed: int) -> NDArray[np.int64]:
    """Draw at most so many rows, ascending."""
    if n_songs <= most:
        return np.arange(n_songs)
    drawn = np.random.default_rng(seed).choice(n_songs, most, replace=False)
    return np.sort(drawn).astype(np.int64)
