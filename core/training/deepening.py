"""Gradient training beyond the words: the sense of time, or the ear. Kept only where it helps.

It starts from the network with its linear probe, and is judged by the loss on songs of artists
that it never learned from, against the probe's out-of-fold loss on the same songs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext, SubJob
from core.metrics.log_odds import logit
from core.metrics.platt import PlattScale, fit_platt
from core.models.probe_tagger import ProbeTagger
from core.training.config import TrainConfig
from core.training.labels import TrainingData
from core.training.loop import FitResult, OnEpoch, fit
from core.training.sources import SongSource, predict_scores
from core.training.teach_words import log_loss

MIN_SONGS, MIN_KEPT, MIN_VALIDATION = 30, 4, 4
SEARCH_SHARE = 0.6  # of the progress bar: finding the number of epochs
TINY = 1e-6

NewNetwork = Callable[[NDArray[np.int64]], ProbeTagger]


@dataclass(frozen=True, slots=True)
class DeepSongs:
    """What is trained on. new_network: rows of songs -> a network with a probe learned from them.

    probe_logits: the probe's, out of fold and calibrated, (n_songs, n_words).
    """

    new_network: NewNetwork
    source: SongSource
    data: TrainingData
    probe_logits: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Deepening:
    """What gradient training came to.

    network: the trained one, None where the probe alone is better. loss, probe_loss: mean
    cross-entropy on the kept songs, of both; loss is None where no epoch was better than none.
    scores: float32 (n_songs, n_words), calibrated, of the trained network.
    """

    network: ProbeTagger | None
    loss: float | None
    probe_loss: float
    fit: FitResult
    scores: NDArray[np.float32] | None


def can_deepen(data: TrainingData) -> bool:
    """Return whether there are songs enough to train by gradients, and to judge it."""
    kept, validation = len(data.held_out), len(data.validation)
    enough = len(data.train) + kept >= MIN_SONGS
    return enough and kept >= MIN_KEPT and validation >= MIN_VALIDATION


def deepen(
    songs: DeepSongs, config: TrainConfig, on_epoch: OnEpoch, job: JobContext = SILENT
) -> Deepening:
    """Train the chosen sections by gradients, and say whether that helped.

    A first run without the validation songs finds the number of epochs; a second learns from all
    but the kept songs for as many. Raises Cancelled.
    """
    new_network, source, data = songs.new_network, songs.source, songs.data
    kept = data.held_out
    probe_loss = log_loss(data.states[kept], songs.probe_logits[kept])
    searching = new_network(np.setdiff1d(data.train, data.validation))
    train_probe_on_hidden_units(searching)
    search = fit(searching, source, data, config, on_epoch, SubJob(job, 0.0, SEARCH_SHARE))
    if not search.best_epoch:
        return Deepening(None, None, probe_loss, search, None)
    scale = _calibration(searching, source, data, job)
    network = new_network(data.train)
    train_probe_on_hidden_units(network)
    every = replace(data, validation=data.validation[:0], held_out=kept[:0])
    same_epochs = replace(config, epochs=search.best_epoch)
    rest = SubJob(job, SEARCH_SHARE, 1.0 - SEARCH_SHARE)
    fit(network, source, every, same_epochs, lambda _report: None, rest)
    # The calibration that training starts from, one pair for most words, is fitted on all songs,
    # the kept ones too: before training, their loss is .005 to .018 lower for it (600 draws). But
    # this pair, of validation songs, replaces it, and the probe's loss, which is to be beaten,
    # profits likewise; of 140 draws training was kept in 15 with it, in 21 without.
    _rescale(network, scale, np.flatnonzero((data.states >= 0).any(axis=0)))
    scores = predict_scores(network, source, range(len(data.states)), job)
    loss = log_loss(data.states[kept], logit(scores[kept], TINY))
    return Deepening(network if loss < probe_loss else None, loss, probe_loss, search, scores)


def train_probe_on_hidden_units(network: ProbeTagger) -> None:
    """Let gradients change only what the probe reads of the network's hidden units, and biases.

    Features and cepstra stay as the probe fitted them: they vary by orders of magnitude, which no
    one learning rate suits.
    """
    weight = network.classifier.weight
    mask, first = torch.zeros(weight.shape[1], device=weight.device), 0
    for block in network.blocks:
        if block.kind == "hidden":
            mask[first : first + block.width] = 1.0
        first += block.width
    weight.requires_grad_(True)
    weight.register_hook(lambda gradient: gradient * mask)  # type: ignore[no-untyped-call]


def _calibration(
    network: ProbeTagger, source: SongSource, data: TrainingData, job: JobContext
) -> PlattScale:
    """Fit the scale on the validation songs, which the network has not learned from."""
    rows = data.validation
    scores = predict_scores(network, source, rows.tolist(), job)
    return fit_platt(data.states[rows], logit(scores, TINY))


def _rescale(network: ProbeTagger, scale: PlattScale, words: NDArray[np.int64]) -> None:
    """Fold a calibration into the rows of some words."""
    rows, layer = torch.from_numpy(words), network.classifier
    with torch.no_grad():
        layer.weight[rows] *= scale.slope
        layer.bias[rows] = layer.bias[rows] * scale.slope + scale.offset
