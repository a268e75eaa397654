"""Live heads: after each decision the words it touches are fitted anew, on embeddings at hand.

The method of a full round (linear_probe.py, teach_words.py), without its cross-validation: how far
to start from the model's own opinion, and what scores mean, is taken from its last round. Scores
are a function of the decisions: one that is taken back leaves nothing behind. Nothing is stored.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext
from core.library.records import CELL_NOT_JUDGED, Labels
from core.metrics.platt import PlattScale
from core.models.probe_form import probe_network
from core.training.embeddings import weak_rows
from core.training.labels import MIN_NEGATIVE, MIN_POSITIVE, outputs_by_column
from core.training.linear_probe import LABEL_SMOOTHING, WEAK_NO_WEIGHT
from core.training.live_fit import WordFit, WordProblem, fit_word, held_out_logits
from core.training.live_round import USUAL_SHARE, carried_scales, learned_states
from core.training.live_space import LiveSpace, scores_of_layer
from core.training.logistic import C
from core.training.song_kernel import SongKernel
from core.training.teach_words import NO_ROW, network_rows

KEPT_FITS = 512  # of former decisions, to which undo goes back


@dataclass(frozen=True, slots=True)
class LiveWord:
    """A word as it is fitted now: float32 weight (n_inputs,) and bias, calibrated.

    rows: the songs of the space that it learned from, a weak no among them; fit: its solution.
    judged: those of them with a decision.
    """

    weight: NDArray[np.float32]
    bias: float
    rows: NDArray[np.int64]
    judged: NDArray[np.int64]
    fit: WordFit


@dataclass(frozen=True, slots=True)
class _Opinion:
    """What the network thinks of a word before it is taught: weight (n_inputs,) and bias."""

    weight: NDArray[np.float64]
    bias: float


class LiveHeads:
    """The words of a library's codebook over one space. Used by one thread at a time.

    labels: the decisions to begin with. parent_tags: what the model's words stand for. share: how
    far to start from its opinion (live_share.py).
    """

    def __init__(
        self,
        space: LiveSpace,
        labels: Labels,
        parent_tags: tuple[int | None, ...] = (),
        share: float = USUAL_SHARE,
    ) -> None:
        self.space, self.tag_ids = space, tuple(labels.tag_ids.tolist())
        self.tag_names, card = labels.tag_names, space.parent.card
        self._columns = {tag_id: column for column, tag_id in enumerate(self.tag_ids)}
        self._weak_no = np.isin(labels.tag_ids, list(labels.weak_no))
        self._share, self._scales = share, carried_scales(card)
        outputs = outputs_by_column(labels, space.parent.words, parent_tags)
        self._outputs = [outputs.get(column, [NO_ROW])[0] for column in range(len(self.tag_ids))]
        rows_here = space.rows(labels.song_ids)
        known = np.flatnonzero(rows_here >= 0)
        shape = len(space.song_ids), len(self.tag_ids)
        self._states = np.full(shape, CELL_NOT_JUDGED, np.int8)
        self._learned = self._states.copy()
        self._states[rows_here[known]] = labels.states[known]
        self._learned[rows_here[known]] = learned_states(card, labels)[known]
        weak = rows_here[weak_rows(labels)]
        self._weak_rows = weak[weak >= 0]
        self._kernel = SongKernel(space)
        self._kept: OrderedDict[tuple[int, bytes], LiveWord] = OrderedDict()
        self._words: dict[int, LiveWord] = {}
        self._latest: dict[int, LiveWord] = {}
        self._stale = set(range(len(self.tag_ids)))

    @property
    def n_decisions(self) -> int:
        """How many decisions there are that the model in use has not learned from."""
        return int(((self._states >= 0) & (self._states != self._learned)).sum())

    @property
    def words(self) -> Mapping[int, LiveWord]:
        """The words that are fitted, by tag id; the others lack a yes or a no."""
        return {self.tag_ids[column]: word for column, word in self._words.items()}

    def output(self, tag_id: int) -> int:
        """Return which of the model's words stands for a tag, NO_ROW for none."""
        return self._outputs[self._columns[tag_id]]

    def decide(self, song_id: int, states: Mapping[int, int]) -> None:
        """Take over all decisions on a song, as in Labels, by tag id; other tags are not judged.

        A song without an embedding, and tags that are not of the codebook, teach nothing.
        """
        row = int(self.space.rows(np.array([song_id]))[0])
        if row < 0:
            return
        new = np.full(len(self.tag_ids), CELL_NOT_JUDGED, np.int8)
        for tag_id, state in states.items():
            if tag_id in self._columns:
                new[self._columns[tag_id]] = state
        touched = self._states[row] != new
        if (self._states[row] >= 0).any() != (new >= 0).any():
            touched |= self._weak_no  # it is, or is no longer, a weak no of these words
        self._states[row] = new
        self._stale |= set(np.flatnonzero(touched).tolist())

    def refit(self, job: JobContext = SILENT) -> tuple[int, ...]:
        """Fit the words that decisions have touched; return the tag ids of those that changed.

        Those that can be fitted no longer are among them. Raises Cancelled; a later call goes on.
        """
        changed = []
        for column in sorted(self._stale):
            job.check()
            before, word = self._words.pop(column, None), self._fitted(column)
            if word is not None:
                self._words[column] = word
            self._stale.discard(column)
            if word is not before:
                changed.append(self.tag_ids[column])
        return tuple(changed)

    def scores(
        self, tag_ids: tuple[int, ...], rows: NDArray[np.int64] | slice = slice(None)
    ) -> NDArray[np.float32]:
        """Score songs for fitted words, rounded as scores are stored: (n_songs, len(tag_ids)).

        rows: of the space.
        """
        words = [self._words[self._columns[tag_id]] for tag_id in tag_ids]
        layer = [(word.weight, word.bias) for word in words]
        return scores_of_layer(self.space.embeddings[rows], layer)

    def held_out(self, tag_id: int) -> tuple[NDArray[np.int64], NDArray[np.floating]]:
        """Return the songs a fitted word has a decision on, and what it says without their artists.

        Song ids, and logits, NaN where the other songs have no yes or no no.
        """
        column = self._columns[tag_id]
        word = self._words[column]
        problem = self._problem(column, word.rows, self._opinion(column, word.judged))
        decided = np.flatnonzero(np.isin(word.rows, word.judged))
        logits = self._scale(column).apply(held_out_logits(problem, word.fit, decided).numpy())
        return self.space.song_ids[word.rows[decided]], logits

    # -- inside -------------------------------------------------------------------------------

    def _fitted(self, column: int) -> LiveWord | None:
        """Fit a word, or take the fit of the same decisions; None without a yes and a no."""
        states = self._states[:, column]
        judged = np.flatnonzero(states >= 0)
        n_yes, is_weak = int((states[judged] == 1).sum()), bool(self._weak_no[column])
        rows = np.union1d(judged, self._weak_songs(column)) if is_weak and n_yes else judged
        if n_yes < MIN_POSITIVE or len(rows) - n_yes < MIN_NEGATIVE:
            return None
        key = column, rows.tobytes() + states[rows].tobytes()
        if key not in self._kept:
            self._kept[key] = self._fit(column, rows, judged)
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT_FITS:
            self._kept.popitem(last=False)
        self._latest[column] = self._kept[key]
        return self._kept[key]

    def _weak_songs(self, column: int) -> NDArray[np.int64]:
        """The songs that count a little as no: not judged on this word, but on others, or drawn."""
        used = np.asarray((self._states >= 0).any(axis=1))
        used[self._weak_rows] = True
        return np.flatnonzero(used & (self._states[:, column] == CELL_NOT_JUDGED))

    def _fit(self, column: int, rows: NDArray[np.int64], judged: NDArray[np.int64]) -> LiveWord:
        opinion = self._opinion(column, judged)
        problem = self._problem(column, rows, opinion)
        fit = fit_word(problem, *self._start(column, rows))
        scaled = self.space.scaling.unscaled(fit.weights[:, None])
        weight, bias = opinion.weight.copy(), opinion.bias + fit.bias + float(scaled[1])
        weight[: self.space.width] += scaled[0][:, 0].numpy()
        scale = self._scale(column)
        return LiveWord(
            (weight * scale.slope).astype(np.float32),
            bias * scale.slope + scale.offset,
            rows,
            judged,
            fit,
        )

    def _start(self, column: int, rows: NDArray[np.int64]) -> tuple[torch.Tensor, float]:
        """Begin where the word's latest fit ended; a song that was not in it adds nothing."""
        dual, former = torch.zeros(len(rows), dtype=torch.double), self._latest.get(column)
        if former is None:
            return dual, 0.0
        known = np.isin(rows, former.rows)
        dual[torch.from_numpy(known)] = former.fit.dual[
            torch.from_numpy(np.searchsorted(former.rows, rows[known]))
        ]
        return dual, former.fit.bias

    def _problem(self, column: int, rows: NDArray[np.int64], opinion: _Opinion) -> WordProblem:
        states = torch.from_numpy(self._states[rows, column].astype(np.int64))
        wanted = (states == 1).double() * (1.0 - LABEL_SMOOTHING) + LABEL_SMOOTHING / 2.0
        weights = torch.where(states >= 0, C, C * WEAK_NO_WEIGHT)
        offsets = self.space.of_rows(rows).astype(np.float64) @ opinion.weight + opinion.bias
        return WordProblem(
            self._kernel.inputs(rows),
            wanted,
            weights.double(),
            torch.from_numpy(offsets),
            self.space.groups[rows],
            lambda: self._kernel.products(rows),
        )

    def _opinion(self, column: int, judged: NDArray[np.int64]) -> _Opinion:
        """Return what to start from, as teach_words.parent_opinion does, times its share."""
        network = probe_network(self.space.parent)
        weight, bias = np.zeros(network.classifier.in_features), 0.0
        output = self._outputs[column]
        if output == NO_ROW:
            return _Opinion(weight, bias)
        if not self.space.by_parent[judged].any():
            weight += network.classifier.weight[output].detach().cpu().double().numpy()
            bias = float(network.classifier.bias[output].detach())
        elif not self.space.by_network[judged].any():
            row = network_rows(self.space.parent)[output]
            if row != NO_ROW:
                weight[self.space.width + row] = 1.0
        return _Opinion(weight * self._share, bias * self._share)

    def _scale(self, column: int) -> PlattScale:
        output = self._outputs[column]
        return self._scales.of(self.space.parent.words[output] if output != NO_ROW else None)
