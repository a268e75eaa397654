"""Where the taught words begin: the best straight line through what the network makes of a song.

Ridge logistic regression on the inputs of the output layer and of the direct way beside it, added
to what the parent says already, so that fine-tuning starts from a good place instead of tearing at
what the network knows (Kumar et al. 2022, "Fine-tuning can distort pretrained features").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.jobs import SILENT, JobContext
from core.training.line import Cells, Line, fitted_line, mean_loss
from core.training.sources import Source

if TYPE_CHECKING:
    from core.models.network import TaggingNetwork
    from core.training.rounds import Exercise

MOST_SONGS = 2000
AT_ONCE = 8
HOLDS = (1.0, 10.0, 100.0)  # how fast a word the parent knows is held, beside a new one
USUAL_HOLD = 10.0
N_FOLDS, MOST_FOLDED, FEWEST_FOLDED, QUICK_STEPS = 4, 300, 8, 120


@dataclass(frozen=True, slots=True)
class Heard:
    """What reaches the output layer of some songs, (n_songs, n_inputs), and the direct way beside
    it, if there is one. rows: the songs. depths: widths of the parts of what goes directly.
    """

    rows: NDArray[np.int64]
    hidden: Tensor
    direct: Tensor | None
    depths: tuple[int, ...]

    def of(self, rows: NDArray[np.int64]) -> Heard:
        """Of some of the songs only."""
        there = np.isin(self.rows, rows)
        mask = torch.from_numpy(there).to(self.hidden.device)
        direct = None if self.direct is None else self.direct[mask]
        return replace(self, rows=self.rows[there], hidden=self.hidden[mask], direct=direct)

    def layers(self) -> list[Tensor]:
        """The hidden units and each depth of the features, in double precision."""
        hidden = self.hidden.cpu().double()
        if self.direct is None:
            return [hidden]
        return [hidden, *torch.split(self.direct.cpu().double(), list(self.depths), dim=1)]


def begin_rows(
    network: TaggingNetwork,
    heard: Heard,
    exercise: Exercise,
    hold: float | None,
    job: JobContext = SILENT,
) -> float:
    """Give the output rows of the taught words their first values, and say how fast known ones
    were held. hold: None to find it out from the songs. Raises Cancelled.
    """
    columns = np.flatnonzero(exercise.weights[heard.rows].any(axis=0) & exercise.movable)
    if not len(columns):
        return USUAL_HOLD if hold is None else hold
    cells = _cells(network, heard, exercise, columns)
    known = torch.from_numpy(exercise.known[columns])
    layers = heard.layers()
    if hold is None:
        hold = _found_hold(layers, cells, known, exercise, heard.rows, job)
    line = fitted_line(layers, cells, _strength(known, hold), job)
    _add(network, columns.tolist(), line)
    return hold


def _cells(
    network: TaggingNetwork, heard: Heard, exercise: Exercise, columns: NDArray[np.int64]
) -> Cells:
    """What is asked of the words, and what the network says of them already."""
    with torch.no_grad():
        said = network.output(heard.hidden)
        if network.direct is not None and heard.direct is not None:
            said = said + network.direct(heard.direct)
    where = np.ix_(heard.rows, columns)
    return Cells(
        torch.from_numpy(exercise.targets[where]).double(),
        torch.from_numpy(exercise.weights[where]).double(),
        said.cpu().double()[:, columns.tolist()],
    )


def _strength(known: Tensor, hold: float) -> Tensor:
    return torch.where(known, hold, 1.0).double()


def _found_hold(
    layers: list[Tensor],
    cells: Cells,
    known: Tensor,
    exercise: Exercise,
    rows: NDArray[np.int64],
    job: JobContext,
) -> float:
    """The hold that does best on artists left out in turn; asked only of songs that the parent has
    not learned from, whose decisions it cannot know.
    """
    asked = ~exercise.learned[rows]
    if not bool(known.any()) or asked.sum() < FEWEST_FOLDED:
        return USUAL_HOLD
    some = torch.arange(0, len(rows), -(-len(rows) // MOST_FOLDED))
    fold = torch.from_numpy(exercise.groups[rows] % N_FOLDS)[some]
    fresh, n = torch.from_numpy(asked)[some], len(HOLDS)
    layers = [each[some] for each in layers]
    cells = cells.of(some, known).repeated(n)
    n_known = int(known.sum())
    strength = torch.tensor(HOLDS, dtype=torch.double).repeat_interleave(n_known)
    losses = torch.zeros(n * n_known, dtype=torch.double)
    for number in range(N_FOLDS):
        inside, outside = fold != number, (fold == number) & fresh
        if not bool(outside.any()) or not bool(inside.any()):
            continue
        line = fitted_line(
            [each[inside] for each in layers], cells.of(inside), strength, job, steps=QUICK_STEPS
        )
        losses += mean_loss(line, [each[outside] for each in layers], cells.of(outside))
    return HOLDS[int(losses.reshape(n, n_known).sum(dim=1).argmin())]


def _add(network: TaggingNetwork, columns: list[int], line: Line) -> None:
    output, direct = network.output, network.direct
    with torch.no_grad():
        output.weight[columns] += line.weights[0].T.to(output.weight)
        output.bias[columns] += line.bias.to(output.bias)
        if direct is not None and len(line.weights) > 1:
            direct.weight[columns] += torch.cat(line.weights[1:]).T.to(direct.weight)


def hear_inputs(
    network: TaggingNetwork, source: Source, rows: NDArray[np.int64], job: JobContext = SILENT
) -> Heard:
    """What reaches the last layers for each of the songs (of many songs, a part): for networks that
    score segments one by one, the segments' mean. Raises Cancelled.
    """
    rows = rows[:: max(1, -(-len(rows) // MOST_SONGS))]
    network.eval()
    caught: list[list[Tensor]] = []
    hooks = []
    for layer in (network.output, network.direct):
        if layer is not None:
            caught.append([])
            hooks.append(layer.register_forward_pre_hook(_catcher(caught[-1])))
    at_once = AT_ONCE if network.temporal is not None else 1
    try:
        with torch.no_grad():
            for some in _some(rows.tolist(), at_once):
                job.check()
                source.logits(network, some)
    finally:
        for hook in hooks:
            hook.remove()
    if network.temporal is None:
        caught = [[each.mean(dim=0, keepdim=True) for each in layer] for layer in caught]
    found = [torch.cat(layer) for layer in caught]
    return Heard(rows, found[0], found[1] if len(found) > 1 else None, network.depths)


def _catcher(caught: list[Tensor]) -> Any:
    def catch(_: nn.Module, inputs: tuple[Any, ...]) -> None:
        caught.append(inputs[0].detach())

    return catch


def _some(rows: Sequence[int], at_once: int) -> list[list[int]]:
    return [list(rows[first : first + at_once]) for first in range(0, len(rows), at_once)]
