"""`make bench-queue`: how many answers a queue saves a simulated annotator, beside random order.

An annotator who errs in 5 of 100 decisions judges composed songs; after every ten the words are
learned anew, and tested on songs by other artists. (a) one word after another: as many answers a
word; (b) whole songs. Prints tables in Markdown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from queue_songs import EmbeddedSongs, composed_songs

from core.library.queue_records import Reason
from core.metrics.prevalence import RandomSample, prediction_powered_share
from core.metrics.tag_metrics import wauc
from core.sampling.sampling_records import Pool, QueuePlan, WordOrder
from core.sampling.song_queue import choose_for_word, choose_songs
from core.similarity.similarity_records import Basis
from core.similarity.vector_space import fit_space
from core.training.linear_probe import LABEL_SMOOTHING
from core.training.logistic import LogisticTargets, fit_logistic
from core.training.whitening import fit_embedding_scaling

# songs of other seeds than those (2027, 2028) that the rules were chosen on
POOL_SEED, N_POOL, TEST_SEED, N_TEST = 2031, 1000, 2032, 300
NOISE, BATCH, N_FIRST, WIDTH = 0.05, 10, 10, 300
N_JUDGED, N_RUNS = 400, 3
GOALS = (100, 200, 300, 400)  # answers in random order, whose score is to be reached
UNSURE = {Reason.UNSURE: 1.0}
WORD_ORDERS: Mapping[str, QueuePlan] = {
    "random": QueuePlan(BATCH, 0, 1.0),
    "unsure + random": QueuePlan(BATCH, 0, weights=UNSURE),
}
SONG_ORDERS: Mapping[str, QueuePlan] = {
    **WORD_ORDERS,
    "unlike + random": QueuePlan(BATCH, 0, weights={Reason.UNLIKE: 1.0}),
    "the whole queue": QueuePlan(BATCH, 0),
}
States = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Learned:
    """The words that can be learned so far: columns, and their weights and biases."""

    words: NDArray[np.int64]
    weights: torch.Tensor
    bias: torch.Tensor


class Annotator:
    """Judges the songs of a pool, with mistakes that stay the same, and learns from them."""

    def __init__(self, pool: EmbeddedSongs, test: EmbeddedSongs, seed: int) -> None:
        wrong = np.random.default_rng([seed, 7]).random(pool.truth.shape) < NOISE
        self.decisions = (pool.truth ^ wrong).astype(np.int8)
        self.pool, self.seed, self._test = pool, seed, test
        embeddings = torch.from_numpy(pool.embeddings).double()
        scaling = fit_embedding_scaling(embeddings, pool.blocks)
        scaled = scaling.apply(embeddings)
        centre = scaled.mean(dim=0)
        basis = torch.linalg.svd(scaled - centre, full_matrices=False)[2][:WIDTH].T
        self._inputs = (scaled - centre) @ basis
        tested = scaling.apply(torch.from_numpy(test.embeddings).double())
        self._tested = (tested - centre) @ basis
        space = fit_space(pool.embeddings, pool.blocks, Basis.MODEL)
        self._vectors, self._lengths = space.vectors_and_lengths(pool.embeddings)

    def judge_words(self, plan: QueuePlan, n: int) -> tuple[list[float], States]:
        """Judge n songs on every word, each word with a queue of its own."""

        def choose(states: States, scores: NDArray[np.float32], part: QueuePlan) -> States:
            chosen = np.zeros(states.shape, np.int8)
            for column in range(states.shape[1]):
                own = QueuePlan(
                    part.n_songs, part.seed * 97 + column, part.random_share, part.weights
                )
                one = slice(column, column + 1)
                pool = self._songs(states[:, one], scores[:, one])
                rows = [pick.row for pick in choose_for_word(pool, own, WordOrder.UNCERTAIN)]
                chosen[rows, column] = 1
            return chosen

        return self._judge(plan, n, choose)

    def judge_songs(self, plan: QueuePlan, n: int) -> tuple[list[float], States]:
        """Judge n whole songs."""

        def choose(states: States, scores: NDArray[np.float32], part: QueuePlan) -> States:
            chosen = np.zeros(states.shape, np.int8)
            chosen[[pick.row for pick in choose_songs(self._songs(states, scores), part)]] = 1
            return chosen

        return self._judge(plan, n, choose)

    def _judge(
        self,
        plan: QueuePlan,
        n: int,
        choose: Callable[[States, NDArray[np.float32], QueuePlan], States],
    ) -> tuple[list[float], States]:
        states = np.full(self.decisions.shape, -1, np.int8)
        scores = np.full(states.shape, np.nan, np.float32)
        waucs = list[float]()
        for number in range(n // BATCH):
            share = 1.0 if number * BATCH < N_FIRST else plan.random_share
            seed = self.seed * 1000 + number
            chosen = choose(states, scores, QueuePlan(BATCH, seed, share, plan.weights)) == 1
            states[chosen] = self.decisions[chosen]
            learned = self._learn(states)
            scores = self._scores(self._inputs, learned)
            tested = self._scores(self._tested, learned)
            waucs.append(wauc(self._test.truth.astype(np.int8), tested) or 0.5)
        return waucs, states

    def _songs(self, states: States, scores: NDArray[np.float32]) -> Pool:
        n_songs, n_tags = states.shape
        return Pool(
            np.arange(n_songs), self.pool.artists, tuple(range(n_tags)), states, scores,
            self._vectors, self._lengths,
        )  # fmt: skip

    def _learn(self, states: States) -> Learned:
        rows = np.flatnonzero((states >= 0).any(axis=1))
        own = states[rows]
        words = np.flatnonzero((own == 1).any(axis=0) & (own == 0).any(axis=0))
        judged = torch.from_numpy(own[:, words].astype(np.int64))
        targets = (judged == 1).double() * (1.0 - LABEL_SMOOTHING) + LABEL_SMOOTHING / 2.0
        weights = (judged >= 0).double()
        wanted = LogisticTargets(targets, weights, torch.zeros_like(targets))
        return Learned(words, *fit_logistic(self._inputs[rows], wanted))

    def _scores(self, inputs: torch.Tensor, learned: Learned) -> NDArray[np.float32]:
        scores = np.full((len(inputs), self.decisions.shape[1]), 0.5, np.float32)
        found = torch.sigmoid(inputs @ learned.weights + learned.bias)
        scores[:, learned.words] = found.numpy()
        return scores

    def covered(self, n_random: int) -> tuple[int, int]:
        """Count words whose share of all songs, as decided, lies in the interval of a random part.

        Scores are of probes that learned from other songs. Returns how many do, and have one.
        """
        order = np.random.default_rng([self.seed, 8]).permutation(len(self.decisions))
        drawn, taught = order[:n_random], order[n_random : n_random + 150]
        states = np.full(self.decisions.shape, -1, np.int8)
        states[taught] = self.decisions[taught]
        scores = self._scores(self._inputs, self._learn(states))
        rest, artists = np.setdiff1d(order, drawn), self.pool.artists
        n_covered = n_known = 0
        for word in range(states.shape[1]):
            sample = RandomSample.of_all(
                self.decisions[drawn, word], scores[drawn, word], artists[drawn],
                scores[rest, word], artists[rest],
            )  # fmt: skip
            found = prediction_powered_share(sample)
            if found.low is not None and found.high is not None:
                n_known += 1
                share = float(self.decisions[:, word].mean())
                n_covered += found.low <= share <= found.high
        return n_covered, n_known


def needed(waucs: NDArray[np.float64], goal: float) -> str:
    """Return after how many answers a score was reached first."""
    reached = np.flatnonzero(waucs >= goal)
    return str((int(reached[0]) + 1) * BATCH) if len(reached) else f"> {len(waucs) * BATCH}"


def report(title: str, curves: Mapping[str, NDArray[np.float64]]) -> None:
    """Print how many answers each order needs for the score that random order has after some."""
    write = sys.stdout.write
    write(f"\n**{title}**\n\n| random | WAUC | " + " | ".join(list(curves)[1:]) + " |\n")
    write("|---" * (len(curves) + 1) + "|\n")
    random = curves["random"]
    for goal in GOALS:
        score = random[goal // BATCH - 1]
        found = [needed(curve, score) for name, curve in curves.items() if name != "random"]
        write(f"| {goal} | {score:.3f} | " + " | ".join(found) + " |\n")


def main(arguments: Sequence[str]) -> None:
    """Print both tables, and how often the share of a word was covered."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--cache", type=Path, default=Path("build/bench-queue"), metavar="DIR")
    parser.add_argument("--runs", type=int, default=N_RUNS)
    options = parser.parse_args(arguments)
    pool = composed_songs(options.cache, POOL_SEED, N_POOL)
    pool = pool.of_tags([pool.tags[column] for column in pool.common_tags()])
    test = composed_songs(options.cache, TEST_SEED, N_TEST).of_tags(pool.tags)
    annotators = [Annotator(pool, test, seed) for seed in range(options.runs)]
    for title, orders, judge in (
        ("One word after another: answers a word", WORD_ORDERS, Annotator.judge_words),
        ("Whole songs", SONG_ORDERS, Annotator.judge_songs),
    ):
        curves = {
            name: np.mean([judge(one, plan, N_JUDGED)[0] for one in annotators], axis=0)
            for name, plan in orders.items()
        }
        report(title, curves)
    counts = np.array([one.covered(100) for one in annotators]).sum(axis=0)
    sys.stdout.write(f"\nShare of a word covered: {counts[0]} of {counts[1]}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
