"""L2-regularised logistic regression of many tags at once, each with its own judged songs.

The same solution as scikit-learn's LogisticRegression with penalty C, found in the space of the
songs: there are far fewer of them than numbers in an embedding.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from core.jobs import SILENT, JobContext

C = 10.0  # of scikit-learn: how much the loss of a song counts beside half the squared weights
MAX_SPARSE_SONGS, SPARSE_SHARE = 256, 0.5  # judged songs of a tag that Newton's steps are for
TAGS_AT_ONCE = 16
NEWTON_STEPS, GRADIENT_STEPS = 12, 120
MIN_CURVATURE, TOLERANCE, MIN_EIGENVALUE_SHARE = 1e-4, 1e-3, 1e-9


@dataclass(frozen=True, slots=True)
class LogisticTargets:
    """What is to be learned, all (n_songs, n_tags), float64.

    targets: 0 to 1. weights: how much a song counts, 0 where nothing was judged. offsets: logits
    that are known beforehand, to which the fitted ones are added.
    """

    targets: Tensor
    weights: Tensor
    offsets: Tensor

    def songs(self, rows: Tensor) -> LogisticTargets:
        """Take some songs only."""
        return LogisticTargets(self.targets[rows], self.weights[rows], self.offsets[rows])

    def tags(self, columns: Tensor) -> LogisticTargets:
        """Take some tags only."""
        return LogisticTargets(
            self.targets[:, columns], self.weights[:, columns], self.offsets[:, columns]
        )


def fit_logistic(
    inputs: Tensor, targets: LogisticTargets, c: float = C, job: JobContext = SILENT
) -> tuple[Tensor, Tensor]:
    """Fit every tag: weights (width, n_tags) and biases (n_tags,), which are not penalised.

    inputs: float64, (n_songs, width). A tag without any judged song gets zeros. Raises Cancelled.
    """
    n_songs, n_tags = targets.targets.shape
    weights = torch.zeros(inputs.shape[1], n_tags, dtype=torch.double)
    biases = torch.zeros(n_tags, dtype=torch.double)
    n_judged = (targets.weights > 0).sum(dim=0)
    is_sparse = (n_judged <= MAX_SPARSE_SONGS) & (n_judged < SPARSE_SHARE * n_songs)
    sparse = torch.nonzero((n_judged > 0) & is_sparse).flatten()
    order = sparse[n_judged[sparse].argsort(stable=True)]
    for columns in torch.split(order, TAGS_AT_ONCE) if len(order) else ():
        job.check()
        part = targets.tags(columns)
        weights[:, columns], biases[columns] = _newton(
            inputs, part, c, int(n_judged[columns].max())
        )
    dense = torch.nonzero((n_judged > 0) & ~is_sparse).flatten()
    if len(dense):
        weights[:, dense], biases[dense] = _accelerated(inputs, targets.tags(dense), c, job)
    return weights, biases


def compact(inputs: Tensor) -> tuple[Tensor, Tensor]:
    """Turn inputs into as few numbers as there are songs, or numbers: those, and the way back.

    (n_songs, width) -> (n_songs, rank), whose columns are orthogonal and whose inner products are
    the same, and (width, rank): weights of the ones times it are weights of the others.
    """
    n_songs, width = inputs.shape
    if n_songs > width:
        _, vectors = torch.linalg.eigh(inputs.T @ inputs)
        return inputs @ vectors, vectors
    eigenvalues, vectors = torch.linalg.eigh(inputs @ inputs.T)
    kept = eigenvalues > float(eigenvalues[-1]) * MIN_EIGENVALUE_SHARE
    roots, vectors = eigenvalues[kept].sqrt(), vectors[:, kept]
    return vectors * roots, inputs.T @ (vectors / roots)


# -- tags judged on few of the songs: Newton's steps, in the space of the judged ones -------------


def _newton(
    inputs: Tensor, targets: LogisticTargets, c: float, n_judged: int
) -> tuple[Tensor, Tensor]:
    """Solve by iteratively reweighted least squares (Hastie et al. 2009, section 4.4.1).

    n_judged: of the tag with the most; the others are filled up with songs that weigh nothing.
    """
    rows = targets.weights.argsort(dim=0, descending=True, stable=True)[:n_judged].T  # (tags, n)
    songs = inputs[rows]  # (tags, n, width)
    kernels = songs @ songs.transpose(1, 2)
    weights = c * targets.weights.T.gather(1, rows)
    wanted, offsets = targets.targets.T.gather(1, rows), targets.offsets.T.gather(1, rows)
    dual, bias = solve_dual(kernels, (wanted, weights, offsets))
    return (songs.transpose(1, 2) @ dual.unsqueeze(2)).squeeze(2).T, bias.flatten()


def solve_dual(
    kernels: Tensor,
    problem: tuple[Tensor, Tensor, Tensor],
    start: tuple[Tensor, Tensor] | None = None,
    tolerance: float = TOLERANCE,
    max_steps: int = NEWTON_STEPS,
) -> tuple[Tensor, Tensor]:
    """Return what each song adds to the weights, (n_tags, n), and the biases, (n_tags, 1).

    kernels: inner products of the songs of each tag, (n_tags, n, n). problem: what is wanted, how
    much it counts (times C), and logits known beforehand, each (n_tags, n). start: a solution of a
    problem like it. tolerance: how little a step may still change.
    """
    wanted, weights, offsets = problem
    if start is None:
        start = torch.zeros_like(weights), torch.zeros(len(weights), 1, dtype=torch.double)
    dual, bias = start
    loss = _objective(kernels, dual, bias, problem)
    for _ in range(max_steps):
        linear = (kernels @ dual.unsqueeze(2)).squeeze(2) + bias
        scores = torch.sigmoid(linear + offsets)
        curvature = (scores * (1.0 - scores)).clamp(min=MIN_CURVATURE)
        working = linear + (wanted - scores) / curvature
        step = _weighted_ridge(kernels, working, weights * curvature)
        new_dual, new_bias, new_loss = _shortened(kernels, (dual, bias, loss), step, problem)
        change = float((new_dual - dual).abs().max())
        dual, bias, loss = new_dual, new_bias, new_loss
        if change < tolerance:
            break
    return dual, bias


def _weighted_ridge(kernels: Tensor, working: Tensor, weights: Tensor) -> tuple[Tensor, Tensor]:
    """Solve the weighted least squares of one step: dual coefficients and biases."""
    roots = weights.sqrt()
    system = roots[:, :, None] * kernels * roots[:, None, :]
    system.diagonal(dim1=1, dim2=2).add_(1.0)
    sides = torch.stack([roots * working, roots], dim=2)
    solved = torch.cholesky_solve(sides, torch.linalg.cholesky(system))
    numerator = (roots * solved[:, :, 0]).sum(dim=1, keepdim=True)
    denominator = (roots * solved[:, :, 1]).sum(dim=1, keepdim=True)
    bias = numerator / denominator.clamp(min=1e-12)
    return roots * (solved[:, :, 0] - bias * solved[:, :, 1]), bias


def _shortened(
    kernels: Tensor,
    before: tuple[Tensor, Tensor, Tensor],
    after: tuple[Tensor, Tensor],
    problem: tuple[Tensor, Tensor, Tensor],
) -> tuple[Tensor, Tensor, Tensor]:
    """Halve the step of the tags whose loss it would raise, until it does not."""
    dual, bias, loss = before
    length = torch.ones_like(bias)
    for _ in range(6):
        new_dual, new_bias = dual + length * (after[0] - dual), bias + length * (after[1] - bias)
        new_loss = _objective(kernels, new_dual, new_bias, problem)
        worse = new_loss > loss + 1e-9
        if not bool(worse.any()):
            break
        length = torch.where(worse[:, None], length / 2.0, length)
    return new_dual, new_bias, new_loss


def _objective(
    kernels: Tensor, dual: Tensor, bias: Tensor, problem: tuple[Tensor, Tensor, Tensor]
) -> Tensor:
    """Compute the penalised loss of each tag: (n_tags,)."""
    wanted, weights, offsets = problem
    smooth = (kernels @ dual.unsqueeze(2)).squeeze(2)
    logits = smooth + bias + offsets
    losses = torch.nn.functional.softplus(logits) - wanted * logits
    return (weights * losses).sum(dim=1) + 0.5 * (dual * smooth).sum(dim=1)


# -- tags judged on most songs: accelerated gradients in the kernel's own directions --------------


def _accelerated(
    inputs: Tensor, targets: LogisticTargets, c: float, job: JobContext
) -> tuple[Tensor, Tensor]:
    """Descend with a step for each direction: the curvature is at most a quarter of the inputs'
    (Böhning and Lindsay 1988), and momentum (Nesterov 1983) that starts anew where it overshoots.
    """
    inputs, back = compact(inputs)
    n_songs, squares = len(inputs), inputs.square().sum(dim=0)
    centre = inputs.mean(dim=0)
    inputs = torch.cat([inputs - centre, inputs.new_ones(len(inputs), 1)], dim=1)
    weights = c * targets.weights
    ridge = torch.ones(inputs.shape[1], 1, dtype=torch.double)
    ridge[-1] = 0.0
    squares = torch.cat([squares, torch.full((1,), float(n_songs), dtype=torch.double)])
    curvature = 0.25 * squares[:, None] * weights.amax(dim=0)[None, :] + ridge
    solution = torch.zeros(inputs.shape[1], weights.shape[1], dtype=torch.double)
    lookahead, momentum = solution.clone(), torch.ones(weights.shape[1], dtype=torch.double)
    for _ in range(GRADIENT_STEPS):
        job.check()
        residuals = weights * (
            torch.sigmoid(targets.offsets + inputs @ lookahead) - targets.targets
        )
        gradient = inputs.T @ residuals + ridge * lookahead
        updated = lookahead - gradient / curvature
        step = updated - solution
        turned = (gradient * step).sum(dim=0) > 0
        momentum = torch.where(turned, torch.ones_like(momentum), momentum)
        following = 0.5 * (1.0 + (1.0 + 4.0 * momentum.square()).sqrt())
        lookahead = updated + (momentum - 1.0) / following * step
        solution, momentum = updated, following
        if float((step.abs() * curvature.sqrt()).max()) < TOLERANCE:
            break
    bias = solution[-1] - centre @ solution[:-1]
    return back @ solution[:-1], bias
