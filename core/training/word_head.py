"""A head of its own: a user's words as one linear layer over a network's last hidden layer alone.

A model reads more of a song than that (features, cepstra); other programs compute the hidden
layer of a public network only. So the words are fitted on it anew, and measured anew.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import TrainingError
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.metrics.log_odds import sigmoid
from core.metrics.measure import measure
from core.metrics.metric_records import Measurement
from core.metrics.platt import fit_platt, fit_platt_per_tag
from core.models.checkpoint import TaggingModel
from core.models.probe_form import probe_form, probe_network
from core.models.probe_tagger import EmbeddingBlock
from core.training.embeddings import embed_songs
from core.training.folds import make_folds
from core.training.labels import map_labels, select_songs, sorted_songs
from core.training.linear_probe import LinearProbe, ProbeSongs
from core.training.snapshot import network_songs

EMBEDDING_SHARE = 0.7  # of the progress


@dataclass(frozen=True, slots=True)
class WordHead:
    """Words over an embedding: scores = sigmoid(embedding · weight.T + bias).

    weight: float32 (n_words, n_inputs). bias: (n_words,). kind: which layer the embedding is,
    "hidden" or, for networks without one, "features". measurement: out of fold, of n_songs songs;
    by_artist: whether artists were kept together.
    """

    words: tuple[str, ...]
    weight: NDArray[np.float32]
    bias: NDArray[np.float32]
    kind: str
    measurement: Measurement
    n_songs: int
    by_artist: bool

    def scores(self, embeddings: NDArray[np.float32]) -> NDArray[np.float32]:
        """Score embeddings, (n, n_inputs) -> (n, n_words)."""
        logits = embeddings @ self.weight.T + self.bias
        return sigmoid(logits)


def fit_word_head(
    model: TaggingModel, labels: Labels, cache: FeatureCache, job: JobContext = SILENT
) -> WordHead:
    """Fit all words of the labels with a yes and a no on the first layer of a model's embedding.

    Embeddings that are kept are read; the others are computed. Raises TrainingError where the
    network was trained on the user's own songs (its embedding is no public one), where nothing
    can be read or learned; Cancelled.
    """
    if network_songs(model.card):
        raise TrainingError("training.own_network", name=model.card.name)
    probed = probe_form(model)
    labels = sorted_songs(labels)
    map_labels(labels, ())
    embeddings = embed_songs(probed, labels, cache, SubJob(job, 0.0, EMBEDDING_SHARE))
    if not len(embeddings.rows):
        detail = "\n".join(f"{path}: {reason}" for path, reason in embeddings.skipped)
        raise TrainingError("training.nothing_readable", detail=detail)
    labels = select_songs(labels, embeddings.rows)
    label_map = map_labels(labels, ())
    block = probe_network(probed).blocks[0]
    songs = ProbeSongs(embeddings.values[:, : block.width], embeddings.reference[:, : block.width])
    states, weak_no = label_map.states(labels), label_map.weak_no(labels)
    return _fit(labels, _Inputs(songs, block, states, weak_no, label_map.words), job)


@dataclass(frozen=True, slots=True)
class _Inputs:
    """What is fitted: songs, the layer, the decisions on the words."""

    songs: ProbeSongs
    block: EmbeddingBlock
    states: NDArray[np.int8]
    weak_no: NDArray[np.bool_]
    words: tuple[str, ...]


def _fit(labels: Labels, inputs: _Inputs, job: JobContext) -> WordHead:
    probe = LinearProbe(inputs.songs, [inputs.block], inputs.states, inputs.weak_no)
    folds = make_folds(labels, seed=0)
    every = np.arange(len(inputs.words))
    fitting = SubJob(job, EMBEDDING_SHARE, 1.0 - EMBEDDING_SHARE)
    raw = probe.out_of_fold_logits(folds, every, job=fitting)
    slopes, offsets = fit_platt_per_tag(inputs.states, raw, fit_platt(inputs.states, raw))
    scores = sigmoid(raw * slopes + offsets)
    measured = measure(inputs.words, inputs.states, scores, folds.groups)
    weights, bias = probe.fit(job=fitting)
    return WordHead(
        inputs.words,
        (weights.numpy().T * slopes[:, None]).astype(np.float32),
        (bias.numpy() * slopes + offsets).astype(np.float32),
        inputs.block.kind,
        measured,
        len(inputs.states),
        folds.by_artist,
    )
