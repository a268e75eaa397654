"""t-SNE (van der Maaten and Hinton 2008) by scikit-learn, in rounds.

scikit-learn asks nobody while it runs. So it is run several times, each time from where it was,
on a graph of neighbours that is made once; only the first round exaggerates. A round of 100 songs
takes a tenth of a second, one of 5 000 songs some; of more than MAX_SONGS_HERE the rounds run in a
process of their own, which is ended on cancel. On one thread: on several the sums, and so the map,
would differ from run to run.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.jobs import SILENT, JobContext, SubJob
from core.similarity.neighbour_graph import nearest_rows
from core.similarity.similarity_records import Vectors
from core.similarity.tsne_process import IterationLog, Tell, run_in_process

MIN_SONGS = 5
MAX_SONGS_HERE = 100
PERPLEXITY = 30.0
EXAGGERATION = 12.0
ROUNDS, STEPS = 4, 250  # 250 is the least that scikit-learn does
START_SPREAD = 1e-4  # of the first direction, as scikit-learn begins from a PCA
GRAPH_SHARE = 0.1  # of the progress


@dataclass(frozen=True, slots=True)
class Rounds:
    """What the rounds begin with: the sparse graph of distances, the first positions (n, 2)."""

    graph: Any
    positions: Vectors
    perplexity: float
    seed: int


def tsne_positions(
    vectors: Vectors, begin: Vectors, seed: int = 0, job: JobContext = SILENT
) -> Vectors:
    """Lay vectors of length 1, (n, width), n at least MIN_SONGS, out by t-SNE: float32 (n, 2).

    begin: (n, 2), the positions of a PCA. Raises SimilarityError, Cancelled.
    """
    n_songs = len(vectors)
    perplexity = min(PERPLEXITY, (n_songs - 1) / 3.0)
    n_near = min(n_songs - 1, int(3.0 * perplexity + 1.0))  # as many as scikit-learn looks at
    graph = _distance_graph(vectors, n_near, SubJob(job, 0.0, GRAPH_SHARE))
    rounds = Rounds(graph, _start(begin, seed), perplexity, seed)
    running = SubJob(job, GRAPH_SHARE, 1.0 - GRAPH_SHARE)
    if n_songs > MAX_SONGS_HERE:
        return run_in_process(run_rounds, rounds, running)

    def tell(share: float) -> None:
        running.check()
        running.report(share, 1.0)

    return run_rounds(rounds, tell)


def run_rounds(rounds: Rounds, tell: Tell) -> Vectors:
    """Return the positions after all rounds. tell: takes the share that is done."""
    graph, positions = rounds.graph, rounds.positions
    from sklearn.manifold import TSNE
    from threadpoolctl import threadpool_limits

    for number in range(ROUNDS):
        tell(number / ROUNDS)
        log = IterationLog(number, ROUNDS, STEPS, tell)
        method = TSNE(
            perplexity=rounds.perplexity,
            early_exaggeration=1.0 if number else EXAGGERATION,
            learning_rate=max(len(positions) / EXAGGERATION / 4.0, 50.0),
            max_iter=STEPS,
            metric="precomputed",
            init=positions,
            random_state=rounds.seed,
            verbose=2 * (len(positions) > MAX_SONGS_HERE),
        )
        # Only in the process of its own: here the output belongs to all threads.
        listens = contextlib.redirect_stdout(log) if method.verbose else contextlib.nullcontext()
        with threadpool_limits(1), listens:
            positions = method.fit_transform(graph).astype(np.float32)
    tell(1.0)
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
