"""The linear probe: one logistic regression for each word, on the embeddings of songs.

Every labelled song is learned from; what the probe is worth is measured by cross-validation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.jobs import SILENT, JobContext
from core.library.records import CELL_NOT_JUDGED
from core.messages import message
from core.models.probe_tagger import EmbeddingBlock
from core.training.folds import Folds
from core.training.logistic import C, LogisticTargets, compact, fit_logistic
from core.training.whitening import fit_embedding_scaling

LABEL_SMOOTHING = 0.05
WEAK_NO_WEIGHT = 0.05  # of a song that was not judged, for words whose owner wants that


@dataclass(frozen=True, slots=True)
class ProbeSongs:
    """Embeddings, float32 (n_songs, at least the width of all blocks), all of them finite.

    reference: those of other songs of the library, by which the blocks are scaled, too.
    """

    embeddings: NDArray[np.float32]
    reference: NDArray[np.float32]


class LinearProbe:
    """Everything that several fits on the same songs share: the scaled inputs, made compact.

    states: int8 (n_songs, n_words), 1 yes, 0 no, -1 not judged, -2 unsure. weak_no: bool
    (n_words,), words whose unjudged songs count as a weak no. Prior logits, where they are given,
    (n_songs, n_words), are added to what is fitted.
    """

    def __init__(
        self,
        songs: ProbeSongs,
        blocks: Sequence[EmbeddingBlock],
        states: NDArray[np.int8],
        weak_no: NDArray[np.bool_],
        c: float = C,
    ) -> None:
        width = sum(block.width for block in blocks)
        embeddings = torch.from_numpy(songs.embeddings[:, :width]).double()
        others = torch.from_numpy(songs.reference[:, :width]).double()
        self._c, self._states, self._weak_no = c, states, weak_no
        self._scaling = fit_embedding_scaling(torch.cat([embeddings, others]), blocks)
        self._inputs, self._back = compact(self._scaling.apply(embeddings))

    def fit(
        self,
        prior: NDArray[np.float64] | None = None,
        rows: NDArray[np.int64] | None = None,
        job: JobContext = SILENT,
    ) -> tuple[Tensor, Tensor]:
        """Learn from all songs: weights, (width of all blocks, n_words), and biases, (n_words,).

        A song's logit is its embedding times the weights, the bias and the prior. rows: the songs
        to learn from, if not all. Raises Cancelled.
        """
        targets = self._targets(np.arange(self._states.shape[1]), prior)
        songs = torch.arange(len(self._states)) if rows is None else torch.from_numpy(rows)
        return self._fit(targets.songs(songs), songs, job)

    def fit_scores(self, scores: NDArray[np.float32]) -> tuple[Tensor, Tensor]:
        """Learn to score all songs as another model does, (n_songs, n_words); returns as fit."""
        wanted = torch.from_numpy(scores.astype(np.float64))
        targets = LogisticTargets(wanted, torch.ones_like(wanted), torch.zeros_like(wanted))
        return self._fit(targets, torch.arange(len(wanted)), SILENT)

    def _fit(
        self, targets: LogisticTargets, songs: Tensor, job: JobContext
    ) -> tuple[Tensor, Tensor]:
        weights, bias = fit_logistic(self._inputs[songs], targets, self._c, job)
        unscaled, shift = self._scaling.unscaled(self._back @ weights)
        return unscaled, bias + shift

    def out_of_fold_logits(
        self,
        folds: Folds,
        words: NDArray[np.int64],
        prior: NDArray[np.float64] | None = None,
        job: JobContext = SILENT,
    ) -> NDArray[np.float64]:
        """Let each song be judged by probes that did not learn from its fold.

        words: columns of the states. Returns (n_songs, len(words)), the mean over the divisions;
        NaN where the other folds had no yes or no no of the word. The probes of different folds
        are brought to one level, their means over all songs: otherwise songs of different folds
        could not be ranked together, which costs an AUC of few songs a tenth. Raises Cancelled.
        """
        n_repeats, n_folds = len(folds.numbers), folds.n_folds
        targets = self._targets(words, prior)
        sums, centres = np.zeros(targets.targets.shape), np.zeros(len(words))
        counts, n_centres = np.zeros(sums.shape, np.int64), np.zeros(len(words), np.int64)
        for repeat, numbers in enumerate(folds.numbers):
            for fold in range(n_folds):
                done, total = repeat * n_folds + fold, n_repeats * n_folds
                job.report(done, total, message("training.fold", fold=done + 1, n_folds=total))
                logits = self._fold_logits(targets, np.flatnonzero(numbers != fold), job)
                test, centre = numbers == fold, logits.mean(axis=0)
                known = np.isfinite(centre)
                sums[test] += np.where(known, logits[test] - centre, 0.0)
                counts[test] += known
                centres += np.where(known, centre, 0.0)
                n_centres += known
        level = centres / np.maximum(n_centres, 1)
        return np.where(counts > 0, sums / np.maximum(counts, 1) + level, np.nan)

    def _fold_logits(
        self, targets: LogisticTargets, train: NDArray[np.int64], job: JobContext
    ) -> NDArray[np.float64]:
        """Learn from some songs, and judge all; NaN for words without a yes and a no among them."""
        logits = np.full(targets.targets.shape, np.nan)
        rows = torch.from_numpy(train)
        learned = targets.songs(rows)
        counted, says_yes = learned.weights > 0, learned.targets > 0.5
        can_learn = (counted & says_yes).any(dim=0) & (counted & ~says_yes).any(dim=0)
        columns = torch.nonzero(can_learn).flatten()
        if len(columns):
            as_frequent = _as_frequent(learned, targets).tags(columns)
            weights, bias = fit_logistic(self._inputs[rows], as_frequent, self._c, job)
            fitted = self._inputs @ weights + bias + targets.offsets[:, columns]
            logits[:, columns.numpy()] = fitted.numpy()
        return logits

    def _targets(
        self, words: NDArray[np.int64], prior: NDArray[np.float64] | None
    ) -> LogisticTargets:
        """Smooth the decisions on some words; unjudged songs weigh nothing, or little."""
        states = torch.from_numpy(self._states[:, words].astype(np.int64))
        smoothed = (states == 1).double() * (1.0 - LABEL_SMOOTHING) + LABEL_SMOOTHING / 2.0
        weak = torch.from_numpy(np.where(self._weak_no[words], WEAK_NO_WEIGHT, 0.0))
        unjudged = torch.where(
            states == CELL_NOT_JUDGED, weak[None, :], 0.0
        )  # an unsure one is neither
        weights = torch.where(states >= 0, 1.0, unjudged)
        offsets = np.zeros(states.shape) if prior is None else prior[:, words]
        return LogisticTargets(smoothed, weights, torch.from_numpy(offsets))


def _as_frequent(fold: LogisticTargets, every: LogisticTargets) -> LogisticTargets:
    """Weigh the songs of a fold so that yes and no count as much as in all songs together.

    Otherwise a yes that is left out makes yes rarer, its own score lower, and the estimate of few
    songs too low by a tenth (Parker et al. 2007, "Stratification bias in low signal microarray
    studies").
    """
    weights = fold.weights.clone()
    for is_yes in (True, False):
        in_fold, in_every = (fold.targets > 0.5) == is_yes, (every.targets > 0.5) == is_yes
        total = (every.weights * in_every).sum(dim=0)
        learned = (fold.weights * in_fold).sum(dim=0)
        factor = torch.where(learned > 0, total / learned.clamp(min=1e-12), 1.0)
        weights = torch.where(in_fold, weights * factor[None, :], weights)
    return replace(fold, weights=weights)
