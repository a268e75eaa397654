"""t-SNE (van der Maaten and Hinton 2008) by scikit-learn, in rounds between which it can be ended.

scikit-learn asks nobody while it runs. So it is run several times, each time from where it was,
on a graph of neighbours that is made once; only the first round exaggerates. A round of 500 songs
took .3 s of a core, one of 1 500 songs 1.6 s. On one thread: on several the sums, and so the map,
would differ from run to run.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from core.jobs import SILENT, JobContext, SubJob
from core.similarity.neighbour_graph import nearest_rows
from core.similarity.similarity_records import Vectors

MIN_SONGS = 5
PERPLEXITY = 30.0
EXAGGERATION = 12.0
ROUNDS, STEPS = 4, 250  # 250 is the least that scikit-learn does
START_SPREAD = 1e-4  # of the first direction, as scikit-learn begins from a PCA
GRAPH_SHARE = 0.1  # of the progress


def tsne_positions(
    vectors: Vectors, begin: Vectors, seed: int = 0, job: JobContext = SILENT
) -> Vectors:
    """Lay vectors of length 1, (n, width), n at least MIN_SONGS, out by t-SNE: float32 (n, 2).

    begin: (n, 2), the positions of a PCA. Raises Cancelled between rounds.
    """
    from sklearn.manifold import TSNE
    from threadpoolctl import threadpool_limits

    n_songs = len(vectors)
    perplexity = min(PERPLEXITY, (n_songs - 1) / 3.0)
    n_near = min(n_songs - 1, int(3.0 * perplexity + 1.0))  # as many as scikit-learn looks at
    graph = _distance_graph(vectors, n_near, SubJob(job, 0.0, GRAPH_SHARE))
    positions = _start(begin, seed)
    for number in range(ROUNDS):
        job.check()
        job.report(GRAPH_SHARE + (1.0 - GRAPH_SHARE) * number / ROUNDS, 1.0)
        method = TSNE(
            perplexity=perplexity,
            early_exaggeration=1.0 if number else EXAGGERATION,
            learning_rate=max(n_songs / EXAGGERATION / 4.0, 50.0),
            max_iter=STEPS,
            metric="precomputed",
            init=positions,
            random_state=seed,
        )
        with threadpool_limits(1):
            positions = method.fit_transform(graph).astype(np.float32)
    job.check()
    return positions


def _start(begin: Vectors, seed: int) -> Vectors:
    """Shrink positions to where t-SNE begins; songs in one point are drawn apart a little."""
    drawn = np.random.default_rng(seed).normal(0.0, START_SPREAD / 100.0, begin.shape)
    spread = float(begin[:, 0].std())
    scaled = begin / spread * START_SPREAD if spread > 0.0 else np.zeros_like(begin)
    start: Vectors = (scaled + drawn).astype(np.float32)
    return start


def _distance_graph(vectors: Vectors, n_near: int, job: JobContext) -> Any:
    """Return the distances to the nearest vectors as a sparse matrix: a row's own 0 comes first."""
    from scipy.sparse import csr_matrix

    n_songs = len(vectors)
    rows = np.arange(n_songs)
    near, cosines = nearest_rows(vectors, rows, n_near, job)
    distances = np.sqrt(np.maximum(2.0 - 2.0 * cosines.astype(np.float64), 0.0))
    indices = np.hstack([rows[:, None], near]).ravel()
    values = np.hstack([np.zeros((n_songs, 1)), distances]).ravel()
    starts = np.arange(0, len(indices) + 1, n_near + 1)
    return csr_matrix((values, indices, starts), shape=(n_songs, n_songs))
