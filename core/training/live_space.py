"""The songs of a library as the network of the model in use embeds them: what live heads live in.

Only embeddings that are kept are read: a song that was not listened to yet is not in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.metrics.log_odds import sigmoid
from core.models.checkpoint import TaggingModel
from core.models.probe_form import cached_embedding, probe_network
from core.scores import as_stored
from core.training.embeddings import MAX_REFERENCE
from core.training.folds import artist_numbers
from core.training.snapshot import network_songs, training_songs
from core.training.whitening import EmbeddingScaling, fit_embedding_scaling

MAX_EXACT = 30_000  # songs; embeddings of more are kept in half the memory
SONGS_AT_ONCE = 1024  # small enough for the processor's own memory


@dataclass(frozen=True, slots=True)
class LiveSpace:
    """Songs with an embedding, by ascending song id.

    embeddings: float32, or float16 where they are very many, (n_songs, n_inputs of the probe).
    groups: songs of an artist have one number. by_parent, by_network: see SeenSongs. width: of all
    blocks, which the scaling is for; the network's logits stand behind them.
    """

    parent: TaggingModel
    song_ids: NDArray[np.int64]
    embeddings: NDArray[np.floating]
    groups: NDArray[np.int64]
    by_parent: NDArray[np.bool_]
    by_network: NDArray[np.bool_]
    scaling: EmbeddingScaling
    width: int

    def rows(self, song_ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the rows of songs, -1 for those that have no embedding."""
        if not len(self.song_ids):
            return np.full(len(song_ids), -1)
        found = np.minimum(np.searchsorted(self.song_ids, song_ids), len(self.song_ids) - 1)
        return np.where(self.song_ids[found] == song_ids, found, -1)

    def of_rows(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return embeddings, float32 (n, n_inputs)."""
        return self.embeddings[rows].astype(np.float32)

    def scaled(self, rows: NDArray[np.int64]) -> torch.Tensor:
        """Return embeddings as words are fitted on them, float64 (n, rank)."""
        return self.scaling.apply(torch.from_numpy(self.of_rows(rows)[:, : self.width]).double())


def read_live_space(
    parent: TaggingModel, labels: Labels, cache: FeatureCache, job: JobContext = SILENT
) -> LiveSpace | None:
    """Read the embeddings that are kept of a library's songs; None where there is none.

    parent: in probe form. They are scaled by the songs with a decision and MAX_REFERENCE others,
    as in a full round. Raises Cancelled.
    """
    network = probe_network(parent)
    is_judged = (labels.states >= 0).any(axis=1)
    dtype = np.float32 if len(labels.song_ids) <= MAX_EXACT else np.float16
    values = np.zeros((len(labels.song_ids), network.classifier.in_features), dtype)
    known = np.zeros(len(values), np.bool_)
    for row, audio_hash in enumerate(labels.audio_hashes):
        job.check()
        embedding = cached_embedding(cache, audio_hash, parent)
        if embedding is not None and np.isfinite(embedding).all():
            values[row], known[row] = embedding, True
    if not known.any():
        return None
    order = np.flatnonzero(known)[np.argsort(labels.song_ids[known], kind="stable")]
    others = np.flatnonzero(known & ~is_judged)[:MAX_REFERENCE]
    reference = np.concatenate([np.flatnonzero(known & is_judged), others])
    scaling = fit_embedding_scaling(
        torch.from_numpy(values[reference, : network.n_embedding].astype(np.float64)),
        network.blocks,
    )
    by_parent, by_network = training_songs(parent.card), network_songs(parent.card)
    hashes = [labels.audio_hashes[row] for row in order.tolist()]
    return LiveSpace(
        parent,
        labels.song_ids[order],
        values[order],
        artist_numbers(labels)[order],
        np.array([name in by_parent for name in hashes], dtype=np.bool_),
        np.array([name in by_network for name in hashes], dtype=np.bool_),
        scaling,
        network.n_embedding,
    )


def scores_of_layer(
    embeddings: NDArray[np.floating], layer: Sequence[tuple[NDArray[np.float32], float]]
) -> NDArray[np.float32]:
    """Score songs by weights and a bias for each word, rounded as scores are stored.

    (n_songs, n_inputs) -> (n_songs, n_words). A word's scores do not depend, to the last bit, on
    which others are asked for.
    """
    logits = np.empty((len(embeddings), len(layer)), np.float32)
    for first in range(0, len(embeddings), SONGS_AT_ONCE):
        part = embeddings[first : first + SONGS_AT_ONCE].astype(np.float32, copy=False)
        for word, (weight, bias) in enumerate(layer):
            logits[first : first + SONGS_AT_ONCE, word] = part @ weight + np.float32(bias)
    return as_stored(sigmoid(logits))
