"""One word fitted to the last digit, from where its former fit ended, and judged without each song.

The same solution as logistic.py's. Few songs are solved in the space of the songs, many in that of
the embedding; what a word says of a song without its artist is read off the solution, not refitted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.training.logistic import MIN_CURVATURE, solve_dual

TIGHT = 1e-8  # change of a song's share at which a fit is over: the way there leaves no trace
MAX_STEPS = 60
MIN_DETERMINED = 1e-9  # of what a song keeps to itself when its artist is left out


@dataclass(frozen=True, slots=True)
class WordProblem:
    """The songs that a word learns from, float64, (n, rank) and (n,).

    wanted: 0 to 1. weights: how much each counts, times C. offsets: logits known beforehand.
    groups: songs of an artist have one number. kernel: returns the inner products, (n, n).
    """

    inputs: Tensor
    wanted: Tensor
    weights: Tensor
    offsets: Tensor
    groups: NDArray[np.int64]
    kernel: Callable[[], Tensor]

    @property
    def in_songs(self) -> bool:
        """Whether there are no more songs than numbers in an embedding."""
        return self.inputs.shape[0] <= self.inputs.shape[1]


@dataclass(frozen=True, slots=True)
class WordFit:
    """A solution: shares of the songs in the weights, (n,), weights (rank,), and bias."""

    dual: Tensor
    weights: Tensor
    bias: float


def fit_word(problem: WordProblem, dual: Tensor, bias: float) -> WordFit:
    """Fit a word; dual, bias: of a former fit, 0 for songs that are new."""
    if not problem.in_songs:
        return _fit_weights(problem, problem.inputs.T @ dual, bias)
    terms = problem.wanted[None], problem.weights[None], problem.offsets[None]
    start = dual[None], torch.full((1, 1), bias, dtype=torch.double)
    shares, biases = solve_dual(problem.kernel()[None], terms, start, TIGHT, MAX_STEPS)
    return WordFit(shares[0], problem.inputs.T @ shares[0], float(biases))


def _fit_weights(problem: WordProblem, weights: Tensor, bias: float) -> WordFit:
    """Solve by Newton's steps in the space of the embedding, halved where one goes too far."""
    inputs = _with_bias(problem.inputs)
    solution = torch.cat([weights, torch.full((1,), bias, dtype=torch.double)])
    loss = _loss(problem, inputs, solution)
    for _ in range(MAX_STEPS):
        scores, curvature = _curvature(problem, inputs @ solution)
        hessian = _hessian(inputs, problem.weights * curvature)
        gradient = inputs.T @ (problem.weights * (scores - problem.wanted))
        gradient[:-1] += solution[:-1]
        step = torch.cholesky_solve(gradient[:, None], torch.linalg.cholesky(hessian))[:, 0]
        lower = _loss(problem, inputs, solution - step)
        while lower > loss + TIGHT and float(step.abs().max()) > TIGHT:
            step = step / 2.0
            lower = _loss(problem, inputs, solution - step)
        solution, loss = solution - step, lower
        if float(step.abs().max()) < TIGHT:
            break
    scores, _ = _curvature(problem, inputs @ solution)
    dual = problem.weights * (problem.wanted - scores)
    return WordFit(dual, solution[:-1], float(solution[-1]))


def held_out_logits(problem: WordProblem, fit: WordFit, rows: NDArray[np.int64]) -> Tensor:
    """Return what the word would say of some songs had it not learned from their artists, (m,).

    One Newton step from the solution (Cawley and Talbot 2008, for groups); NaN where the other
    songs have no yes or no no.
    """
    linear = problem.inputs @ fit.weights + fit.bias
    scores, curvature = _curvature(problem, linear)
    residual = (problem.wanted - scores) / curvature
    weights = problem.weights * curvature
    without = _without_songs if problem.in_songs else _without_songs_by_weights
    change_of = without(problem, weights)
    found = torch.full_like(linear, torch.nan)
    yes, groups = problem.wanted > 0.5, np.unique(problem.groups[rows])
    n_yes, n_no = int(yes.sum()), int((~yes).sum())
    for group in groups.tolist():
        members = torch.from_numpy(np.flatnonzero(problem.groups == group))
        n_own = int(yes[members].sum())
        if n_own == n_yes or len(members) - n_own == n_no:
            continue
        found[members] = linear[members] + change_of(members, residual[members], fit.dual[members])
    return found[torch.from_numpy(rows)] + problem.offsets[torch.from_numpy(rows)]


ChangeOf = Callable[[Tensor, Tensor, Tensor], Tensor]


def _without_songs(problem: WordProblem, weights: Tensor) -> ChangeOf:
    """Prepare, in the space of the songs: members, residuals, shares -> change of their logits."""
    system = problem.kernel().clone()
    system.diagonal().add_(1.0 / weights)
    inverse = torch.cholesky_inverse(torch.linalg.cholesky(system))
    ones = inverse.sum(dim=1)
    total = float(ones.sum())

    def change_of(members: Tensor, residual: Tensor, dual: Tensor) -> Tensor:
        own = inverse[members][:, members] - torch.outer(ones[members], ones[members]) / total
        own.diagonal().add_(MIN_DETERMINED)
        refitted: Tensor = torch.linalg.solve(own, dual)
        return residual - refitted

    return change_of


def _without_songs_by_weights(problem: WordProblem, weights: Tensor) -> ChangeOf:
    """Prepare, in the space of the embedding; see _without_songs."""
    inputs = _with_bias(problem.inputs)
    inverse = torch.cholesky_inverse(torch.linalg.cholesky(_hessian(inputs, weights)))

    def change_of(members: Tensor, residual: Tensor, _dual: Tensor) -> Tensor:
        own = inputs[members]
        kept = -(own @ inverse @ own.T) * weights[members][None]
        kept.diagonal().add_(1.0 + MIN_DETERMINED)
        refitted: Tensor = torch.linalg.solve(kept, residual)
        return residual - refitted

    return change_of


def _curvature(problem: WordProblem, linear: Tensor) -> tuple[Tensor, Tensor]:
    scores = torch.sigmoid(linear + problem.offsets)
    return scores, (scores * (1.0 - scores)).clamp(min=MIN_CURVATURE)


def _with_bias(inputs: Tensor) -> Tensor:
    return torch.cat([inputs, inputs.new_ones(len(inputs), 1)], dim=1)


def _hessian(inputs: Tensor, weights: Tensor) -> Tensor:
    hessian = inputs.T @ (inputs * weights[:, None])
    hessian.diagonal()[:-1].add_(1.0)
    hessian[-1, -1] += MIN_DETERMINED
    return hessian


def _loss(problem: WordProblem, inputs: Tensor, solution: Tensor) -> float:
    logits = inputs @ solution + problem.offsets
    losses = torch.nn.functional.softplus(logits) - problem.wanted * logits
    return float((problem.weights * losses).sum() + 0.5 * solution[:-1].square().sum())
