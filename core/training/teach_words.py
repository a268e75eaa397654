"""Teaching words to a network by linear probes: fitted, judged out of fold, calibrated, folded in.

What the parent knows of a word already is where its probe starts from, as far as that helps.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.metrics.log_odds import sigmoid
from core.metrics.platt import fit_platt, fit_platt_per_tag
from core.models.checkpoint import TaggingModel
from core.models.probe_form import probe_network
from core.training.folds import Folds
from core.training.labels import LabelMap
from core.training.linear_probe import LinearProbe, ProbeSongs

PRIOR_SHARES = (0.0, 0.5, 1.0)  # of the parent's logit, of which the best out of fold is taken
NO_ROW = -1
PRIOR_WORK = 0.4  # of the progress bar


@dataclass(frozen=True, slots=True)
class Layer:
    """A linear layer on embeddings: float64 weight (n_words, n_inputs) and bias (n_words,)."""

    weight: NDArray[np.float64]
    bias: NDArray[np.float64]

    def __iter__(self) -> Iterator[NDArray[np.float64]]:
        return iter((self.weight, self.bias))

    def logits(self, embeddings: NDArray[np.float32]) -> NDArray[np.float64]:
        """(n_songs, n_inputs) -> (n_songs, n_words)."""
        logits: NDArray[np.float64] = embeddings.astype(np.float64) @ self.weight.T + self.bias
        return logits


@dataclass(frozen=True, slots=True)
class Judgement:
    """What cross-validation says of probes on some songs.

    prior_share: how much of the parent's own opinion they start from. slopes, offsets: float64,
    (n_trained,), the calibration of each trained word. logits: out of fold and calibrated, of all
    songs, also for words they were not judged on: (n_songs, n_words of the label map); NaN where a
    word is not taught, or could not be without the song's fold.
    """

    prior_share: float
    slopes: NDArray[np.floating]
    offsets: NDArray[np.floating]
    logits: NDArray[np.float64]

    @property
    def scores(self) -> NDArray[np.float32]:
        """Return the out-of-fold scores, 0 to 1, with NaN as in the logits."""
        return sigmoid(self.logits).astype(np.float32)


@dataclass(frozen=True, slots=True)
class SeenSongs:
    """Which songs the parent has learned from: bool (n_songs,).

    by_parent: in whatever way; its opinion of them is none. by_network: by gradients; their
    embeddings know their labels, so that nothing can be measured on them.
    """

    by_parent: NDArray[np.bool_]
    by_network: NDArray[np.bool_]


class WordTeacher:
    """Teaches the trained words of a label map to a model in probe form, on all songs.

    labels: of the songs, in their order.
    """

    def __init__(
        self,
        parent: TaggingModel,
        labels: Labels,
        songs: ProbeSongs,
        label_map: LabelMap,
        seen: SeenSongs,
    ) -> None:
        self._parent, self._label_map = parent, label_map
        self._words = np.flatnonzero(label_map.trained)
        self._states = label_map.states(labels)[:, self._words]
        self._measurable = np.where(seen.by_network[:, None], np.int8(-1), self._states)
        weak_no = label_map.weak_no(labels)[self._words]
        self._probe = LinearProbe(songs, probe_network(parent).blocks, self._states, weak_no)
        self._opinion = parent_opinion(parent, labels, label_map, seen)
        self._prior = self._opinion.logits(songs.embeddings)[:, self._words]

    def judge(self, folds: Folds, job: JobContext = SILENT) -> Judgement:
        """Cross-validate: how far to start from the parent, how well it works, what scores mean.

        Raises Cancelled.
        """
        share = self._best_share(folds, SubJob(job, 0.0, PRIOR_WORK))
        every, judging = np.arange(len(self._words)), SubJob(job, PRIOR_WORK, 1.0 - PRIOR_WORK)
        raw = self._probe.out_of_fold_logits(folds, every, share * self._prior, judging)
        states = self._measurable
        slopes, offsets = fit_platt_per_tag(states, raw, fit_platt(states, raw))
        logits = np.full((len(states), len(self._label_map.words)), np.nan)
        logits[:, self._words] = raw * slopes + offsets
        return Judgement(share, slopes, offsets, logits)

    def layer(
        self,
        judgement: Judgement,
        rows: NDArray[np.int64] | None = None,
        job: JobContext = SILENT,
    ) -> Layer:
        """Fit the probes on all songs, or on some rows, and fold everything into one layer.

        The parent's rows stay for words that are not trained; in the others are the probe, its
        prior and the calibration. Raises Cancelled.
        """
        share, words = judgement.prior_share, self._words
        fitted, bias = self._probe.fit(share * self._prior, rows, job)
        layer = parent_layer(self._parent, self._label_map)
        layer.weight[words] = share * self._opinion.weight[words]
        layer.weight[words, : len(fitted)] += fitted.numpy().T
        layer.weight[words] *= judgement.slopes[:, None]
        prior_bias = share * self._opinion.bias[words]
        layer.bias[words] = (bias.numpy() + prior_bias) * judgement.slopes + judgement.offsets
        return layer

    def imitate(self, scores: NDArray[np.float32], label_map: LabelMap) -> Layer:
        """Fit rows that score the songs as another model did: (n_songs, n words of the parent).

        One row for each word of the label map, 0 for those the parent does not know.
        """
        layer = parent_layer(self._parent, label_map)
        known = np.flatnonzero(label_map.parent_rows >= 0)
        weights, bias = self._probe.fit_scores(scores[:, label_map.parent_rows[known]])
        layer.weight[known] = 0.0
        layer.weight[known, : len(weights)] = weights.numpy().T
        layer.bias[known] = bias.numpy()
        return layer

    def _best_share(self, folds: Folds, job: JobContext) -> float:
        """Choose how much of the parent's logits to start from: what predicts best out of fold."""
        known = np.flatnonzero(self._prior.any(axis=0))
        if not len(known):
            return 0.0
        losses = []
        for index, share in enumerate(PRIOR_SHARES):
            part = SubJob(job, index / len(PRIOR_SHARES), 1.0 / len(PRIOR_SHARES))
            logits = self._probe.out_of_fold_logits(folds, known, share * self._prior, part)
            losses.append(log_loss(self._measurable[:, known], logits))
        return PRIOR_SHARES[int(np.argmin(losses))]


def network_rows(parent: TaggingModel) -> tuple[int, ...]:
    """Return, for each word of a model in probe form, the output of its network that means it.

    NO_ROW where none does.
    """
    stored, n_words = parent.card.sizes.get("network_rows"), len(parent.words)
    if not isinstance(stored, list | tuple):
        return tuple(range(n_words))
    n_outputs = probe_network(parent).n_network_words
    rows = [row if type(row) is int and 0 <= row < n_outputs else NO_ROW for row in stored]
    return tuple(rows[:n_words]) + (NO_ROW,) * (n_words - len(rows))


def rows_of_words(parent: TaggingModel, label_map: LabelMap) -> tuple[int, ...]:
    """Return the outputs of the parent's network that mean the words of the label map."""
    rows = network_rows(parent)
    return tuple(rows[row] if row >= 0 else NO_ROW for row in label_map.parent_rows.tolist())


def parent_opinion(
    parent: TaggingModel, labels: Labels, label_map: LabelMap, seen: SeenSongs
) -> Layer:
    """Return what the parent thinks of the trained words: a row each, 0 where it knows nothing.

    Where the parent has learned a word from one of these songs, the opinion is that of the network
    below; without one, or where that has learned from one of them, too, there is none.
    """
    layer = parent_layer(parent, label_map)
    states = label_map.states(labels)
    taught = np.asarray((states[seen.by_parent] >= 0).any(axis=0))
    trained = np.asarray((states[seen.by_network] >= 0).any(axis=0))
    rows = np.array(rows_of_words(parent, label_map))
    n_network = probe_network(parent).n_network_words
    first = layer.weight.shape[1] - n_network
    for word in np.flatnonzero(label_map.trained & taught):
        layer.weight[word], layer.bias[word] = 0.0, 0.0
        if rows[word] != NO_ROW and not trained[word]:
            layer.weight[word, first + rows[word]] = 1.0
    return layer


def parent_layer(parent: TaggingModel, label_map: LabelMap) -> Layer:
    """Copy the parent's rows for the words of the label map, 0 for new words."""
    linear = probe_network(parent).classifier
    weight = np.zeros((len(label_map.words), linear.in_features))
    bias = np.zeros(len(label_map.words))
    known = label_map.parent_rows >= 0
    weight[known] = linear.weight.detach().cpu().numpy()[label_map.parent_rows[known]]
    bias[known] = linear.bias.detach().cpu().numpy()[label_map.parent_rows[known]]
    return Layer(weight, bias)


def log_loss(states: NDArray[np.int8], logits: NDArray[np.float64]) -> float:
    """Average the cross-entropy over the judged cells with a logit; 0 without any."""
    known = (states >= 0) & np.isfinite(logits)
    if not known.any():
        return 0.0
    judged, truth = logits[known], (states[known] == 1).astype(float)
    return float((np.logaddexp(0.0, judged) - truth * judged).mean())
