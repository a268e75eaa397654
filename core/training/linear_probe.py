"""A linear probe on song embeddings gives the output layer its first weights.

Fine-tuning then starts near a good solution instead of distorting what the network has learned
(Kumar et al. 2022, "Fine-tuning can distort pretrained features").
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.jobs import SILENT, JobContext
from core.training.labels import TrainingData
from core.training.sources import SongSource

if TYPE_CHECKING:
    from core.models.network import TaggingNetwork

PENALTY = 0.05  # of one unit of weight, beside the summed loss of the judged songs
MAX_ITER, CV_MAX_ITER = 300, 120
MIN_SCALE, MIN_SCALE_SHARE = 1e-6, 0.1  # a feature that hardly varies is not blown up
POWER_ITERATIONS, SAFETY = 30, 1.1

RIDGE_SCALES = (1.0, 10.0, 100.0)  # penalty of a word the parent knows, beside a new one
DEFAULT_RIDGE_SCALE = 10.0
N_FOLDS, MAX_CV_SONGS, MIN_CV_SONGS = 4, 300, 8
MAX_SONGS, BATCH_SIZE = 2000, 8


@dataclass(frozen=True, slots=True)
class ProbeTargets:
    """What the probe is fitted to, all (n_songs, n_tags), float64.

    targets: 0 to 1. weights: 0 where nothing was judged. base_logits: the network's own,
    to which the probe's are added.
    """

    targets: Tensor
    weights: Tensor
    base_logits: Tensor

    def select(self, songs: Tensor, tags: Tensor | None = None) -> ProbeTargets:
        """Take some songs, and maybe some tags, only."""
        parts = [part[songs] for part in (self.targets, self.weights, self.base_logits)]
        return ProbeTargets(*(part if tags is None else part[:, tags] for part in parts))


class LinearProbe:
    """L2-regularised logistic regression on blocks of features, one output per tag.

    The penalty is a fixed prior on the weights, so its share falls as songs are added. The first
    block has as much say as all others together, and these have equal shares, however many
    features each of them has. weights: one (n_features, n_tags) per block. bias: (n_tags,).
    """

    def __init__(self, max_iter: int = MAX_ITER) -> None:
        self.max_iter = max_iter
        self.weights: tuple[Tensor, ...] = ()
        self.bias = torch.zeros(0, dtype=torch.double)

    def fit(
        self,
        blocks: Sequence[Tensor],
        targets: ProbeTargets,
        ridge_scale: Tensor,
        job: JobContext = SILENT,
    ) -> LinearProbe:
        """Minimise the penalised loss. blocks: float64, (n_songs, n_features) each.

        ridge_scale: (n_tags,), by which the penalty is multiplied. Raises Cancelled.
        """
        means = [block.mean(dim=0) for block in blocks]
        n_sharing = max(1, len(blocks) - 1)
        scales = [_scale(block, n_sharing if i else 1) for i, block in enumerate(blocks)]
        inputs = torch.cat(
            [(x - m) / s for x, m, s in zip(blocks, means, scales, strict=True)], dim=1
        )
        projected, basis = _project(inputs)
        coefficients = _minimise(projected, targets, ridge_scale, self.max_iter, job)
        scaled = torch.split(basis @ coefficients[:-1], [block.shape[1] for block in blocks])
        self.weights = tuple(w / s[:, None] for w, s in zip(scaled, scales, strict=True))
        shift = sum(m @ w for m, w in zip(means, self.weights, strict=True))
        self.bias = coefficients[-1] - shift
        return self

    def logits(self, blocks: Sequence[Tensor]) -> Tensor:
        """Compute (n_songs, n_tags), to be added to the base logits."""
        parts = [block @ weight for block, weight in zip(blocks, self.weights, strict=True)]
        return torch.stack(parts).sum(dim=0) + self.bias

    def loss(self, blocks: Sequence[Tensor], targets: ProbeTargets) -> Tensor:
        """Compute the weighted cross-entropy of each tag, summed over songs: (n_tags,)."""
        logits = targets.base_logits + self.logits(blocks)
        loss = nn.functional.binary_cross_entropy_with_logits(
            logits, targets.targets, weight=targets.weights, reduction="none"
        )
        return loss.sum(dim=0)


def _scale(block: Tensor, n_sharing: int) -> Tensor:
    """What each feature is divided by, so that all blocks that share together vary by one."""
    deviation = block.std(dim=0, unbiased=False)
    floor = MIN_SCALE_SHARE * deviation.mean() + MIN_SCALE
    return (deviation + floor) * math.sqrt(block.shape[1] * n_sharing)


def _project(inputs: Tensor) -> tuple[Tensor, Tensor]:
    """Rotate inputs into as few features as there are songs: those, and the basis back.

    The penalty is the same in the rotated features, as in a dual solution.
    """
    n_songs, n_inputs = inputs.shape
    if n_songs >= n_inputs:
        return inputs, torch.eye(n_inputs, dtype=inputs.dtype)
    values, vectors = torch.linalg.eigh(inputs @ inputs.T)
    is_positive = values > values[-1].clamp(min=MIN_SCALE) * 1e-9
    roots, vectors = values[is_positive].sqrt(), vectors[:, is_positive]
    return vectors * roots, inputs.T @ (vectors / roots)


def _minimise(
    projected: Tensor, targets: ProbeTargets, ridge_scale: Tensor, max_iter: int, job: JobContext
) -> Tensor:
    """Accelerated gradient descent (Nesterov 1983) with the step the curvature allows.

    Returns (n_inputs + 1, n_tags), the last row the biases, which are not penalised.
    """
    inputs = torch.cat([projected, torch.ones_like(projected[:, :1])], dim=1)
    counts = targets.weights.sum(dim=0).clamp(min=MIN_SCALE)
    weights, ridge = targets.weights / counts, PENALTY * ridge_scale / counts
    penalty = ridge.repeat(inputs.shape[1], 1)
    penalty[-1] = 0.0
    curvature = _largest_eigenvalue(inputs) / 4.0 * weights.amax(dim=0) + ridge
    solution = torch.zeros(inputs.shape[1], ridge.shape[0], dtype=torch.double)
    lookahead = solution.clone()
    for iteration in range(max_iter):
        job.check()
        scores = torch.sigmoid(targets.base_logits + inputs @ lookahead)
        residuals = weights * (scores - targets.targets)
        updated = lookahead - (inputs.T @ residuals + penalty * lookahead) / curvature
        lookahead = updated + iteration / (iteration + 3.0) * (updated - solution)
        solution = updated
    return solution


def _largest_eigenvalue(inputs: Tensor) -> float:
    """Of inputs.T @ inputs, by power iteration; a little more rather than less."""
    vector = torch.ones(inputs.shape[1], dtype=torch.double) + 1e-3 * torch.arange(inputs.shape[1])
    for _ in range(POWER_ITERATIONS):
        vector = inputs.T @ (inputs @ (vector / vector.norm()))
    return SAFETY * float(vector.norm())


# -- the probe in a network -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HeadInputs:
    """What reaches the output layer for some songs, (n_songs, n_inputs), and the skip layer.

    rows: the songs. skip: None where the network has no skip layer. depths: widths of the parts of
    its inputs that come from different depths of the reduction.
    """

    rows: NDArray[np.int64]
    hidden: Tensor
    skip: Tensor | None
    depths: tuple[int, ...]

    def select(self, rows: NDArray[np.int64]) -> HeadInputs:
        """Keep some of the songs only."""
        kept = np.isin(self.rows, rows)
        mask = torch.from_numpy(kept).to(self.hidden.device)
        skip = None if self.skip is None else self.skip[mask]
        return replace(self, rows=self.rows[kept], hidden=self.hidden[mask], skip=skip)

    def blocks(self) -> list[Tensor]:
        """Return the hidden units and each depth of the features, in double precision."""
        hidden = self.hidden.cpu().double()
        if self.skip is None:
            return [hidden]
        return [hidden, *torch.split(self.skip.cpu().double(), list(self.depths), dim=1)]


def collect_head_inputs(
    network: TaggingNetwork, source: SongSource, rows: NDArray[np.int64], job: JobContext = SILENT
) -> HeadInputs:
    """Run the network over the songs (of many songs, a part) and keep its last layers' inputs.

    For networks that score segments one by one, the segments' mean. Raises Cancelled.
    """
    rows = rows[:: max(1, -(-len(rows) // MAX_SONGS))]
    network.eval()
    layers = [layer for layer in (network.output, network.skip) if layer is not None]
    batches: list[list[Tensor]] = [[] for _ in layers]

    def keep_inputs(batch: list[Tensor]) -> Any:
        return lambda _layer, inputs: batch.append(inputs[0].detach())

    hooks = [
        layer.register_forward_pre_hook(keep_inputs(batch))
        for layer, batch in zip(layers, batches, strict=True)
    ]
    batch_size = BATCH_SIZE if network.temporal is not None else 1
    try:
        with torch.no_grad():
            for first in range(0, len(rows), batch_size):
                job.check()
                source.logits(network, rows[first : first + batch_size].tolist())
    finally:
        for hook in hooks:
            hook.remove()
    if network.temporal is None:
        batches = [[x.mean(dim=0, keepdim=True) for x in batch] for batch in batches]
    inputs = [torch.cat(batch) for batch in batches]
    return HeadInputs(rows, inputs[0], inputs[1] if len(inputs) > 1 else None, network.depths)


def fit_head(
    network: TaggingNetwork,
    inputs: HeadInputs,
    data: TrainingData,
    ridge_scale: float | None,
    job: JobContext = SILENT,
) -> float:
    """Add a linear probe to the output rows of the probed words.

    ridge_scale: of words the parent knows, beside new ones; None to cross-validate it. Returns the
    one used. Raises Cancelled.
    """
    columns = np.flatnonzero(data.weights[inputs.rows].any(axis=0) & data.probed)
    if not len(columns):
        return DEFAULT_RIDGE_SCALE if ridge_scale is None else ridge_scale
    output, skip, outputs = network.output, network.skip, columns.tolist()
    with torch.no_grad():
        base_logits = output(inputs.hidden)
        if skip is not None and inputs.skip is not None:
            base_logits = base_logits + skip(inputs.skip)
    cells = np.ix_(inputs.rows, columns)
    targets = ProbeTargets(
        torch.from_numpy(data.targets[cells]).double(),
        torch.from_numpy(data.weights[cells]).double(),
        base_logits.cpu().double()[:, outputs],
    )
    known, blocks = torch.from_numpy(data.known[columns]), inputs.blocks()
    if ridge_scale is None:
        ridge_scale = _cross_validate(blocks, targets, known, data, inputs.rows, job)
    probe = LinearProbe().fit(blocks, targets, torch.where(known, ridge_scale, 1.0).double(), job)
    with torch.no_grad():
        output.weight[outputs] += probe.weights[0].T.to(output.weight)
        output.bias[outputs] += probe.bias.to(output.bias)
        if skip is not None and len(probe.weights) > 1:
            skip.weight[outputs] += torch.cat(probe.weights[1:]).T.to(skip.weight)
    return ridge_scale


def _cross_validate(
    blocks: list[Tensor],
    targets: ProbeTargets,
    known: Tensor,
    data: TrainingData,
    rows: NDArray[np.int64],
    job: JobContext,
) -> float:
    """Find the ridge scale that does best on artists left out in turn.

    Measured only on songs that the parent was not trained on, whose decisions it cannot know.
    """
    unseen = ~data.seen_by_parent[rows]
    if not bool(known.any()) or unseen.sum() < MIN_CV_SONGS:
        return DEFAULT_RIDGE_SCALE
    songs = torch.arange(0, len(rows), -(-len(rows) // MAX_CV_SONGS))
    folds = torch.from_numpy(data.groups[rows] % N_FOLDS)[songs]
    is_unseen, n_scales = torch.from_numpy(unseen)[songs], len(RIDGE_SCALES)
    blocks = [block[songs] for block in blocks]
    n_known, known_tags = int(known.sum()), torch.nonzero(known).flatten()
    targets = targets.select(songs, known_tags.repeat(n_scales))  # side by side, once per scale
    ridge_scale = torch.tensor(RIDGE_SCALES, dtype=torch.double).repeat_interleave(n_known)
    losses = torch.zeros(n_scales * n_known, dtype=torch.double)
    for fold in range(N_FOLDS):
        train, test = folds != fold, (folds == fold) & is_unseen
        if not bool(test.any()) or not bool(train.any()):
            continue
        probe = LinearProbe(CV_MAX_ITER).fit(
            [block[train] for block in blocks], targets.select(train), ridge_scale, job
        )
        losses += probe.loss([block[test] for block in blocks], targets.select(test))
    return RIDGE_SCALES[int(losses.reshape(n_scales, n_known).sum(dim=1).argmin())]
