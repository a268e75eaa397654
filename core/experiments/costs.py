"""How long cells will take, by what such cells took before; else by what they usually take."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from core.experiments.plan import Cell, Variant
from core.experiments.source_costs import SourceCost

SCORING_SHARE = 0.1  # of a cell whose songs are deformed, as nothing is learned for it
USUAL_SONGS = 48  # that these seconds are of, each of 45 s, and 24 that were scored; on two cores
USUAL_S: Mapping[str, float] = {
    "mfcc-bof": 12.0,
    "pca-bof": 12.0,
    "whitened-bof": 12.0,
    "pyramid-perceptron": 12.0,
    "autoencoder-logistic": 10.0,
    "prototypical": 30.0,
    "mfcc-lstm": 25.0,
    "mfcc-lstm-scratch": 25.0,
    "source-cnn-lstm": 20.0,
    "cnn-lstm": 2.0,
    "cnn-lstm-scratch": 30.0,
}
OTHERS_S = 1.0  # of a system that is not listed
LEAST_S = 0.05


@dataclass(frozen=True, slots=True)
class Costs:
    """What cells that are still to be run will take.

    seconds: of each, in their order. n_known: of how many something like them was run before.
    """

    seconds: tuple[float, ...]
    n_known: int

    @property
    def total_s(self) -> float:
        """Seconds of all cells."""
        return sum(self.seconds)

    def spans(self) -> list[tuple[float, float]]:
        """Return where the part of each cell begins in the whole, and how large it is: 0 to 1."""
        ends = np.cumsum(self.seconds) / (self.total_s or 1.0)
        starts = [0.0, *ends.tolist()]
        return [(start, end - start) for start, end in pairwise(starts)]


def expected_costs(
    cells: Sequence[Cell],
    log_lines: Sequence[Mapping[str, Any]],
    n_labelled: Callable[[Cell], int],
    sources: Mapping[Variant, SourceCost],
) -> Costs:
    """Expect of every cell the median of its likes in the log, the usual seconds where none is.

    Likes: the same system and parameters with as many songs, or with others, as proportion; none
    that failed, which took no time. sources: of variants whose network must learn the source task
    first, which the first cell that needs it does; the log's seconds are without it.
    """
    same: dict[tuple[object, ...], list[float]] = {}
    alike: dict[tuple[object, ...], list[float]] = {}
    for line in log_lines:
        if line.get("reason") is not None:
            continue
        try:
            name = (str(line["system"]), str(dict(line["parameters"])), line.get("deformation"))
            n_songs, seconds = int(line["learned_from"]), float(line["seconds"])
        except (KeyError, TypeError, ValueError):
            continue
        same.setdefault((*name, n_songs), []).append(seconds)
        alike.setdefault(name, []).append(seconds / max(n_songs, 1))
    expected, n_known = [], 0
    trained = set[str]()
    for cell in cells:
        condition = cell.condition and cell.condition.deformation
        name = (cell.variant.system, str(dict(cell.variant.parameters)), condition)
        n_songs = n_labelled(cell)
        if found := same.get((*name, n_songs)):
            seconds, n_known = float(np.median(found)), n_known + 1
        elif found := alike.get(name):
            seconds, n_known = float(np.median(found)) * n_songs, n_known + 1
        else:
            seconds = _usual_s(cell) * n_songs / USUAL_SONGS
        source = sources.get(cell.variant)
        if source is not None and source.network not in trained:
            trained.add(source.network)
            seconds += source.seconds
        expected.append(max(seconds, LEAST_S))
    return Costs(tuple(expected), n_known)


def _usual_s(cell: Cell) -> float:
    usual = USUAL_S.get(cell.variant.system, OTHERS_S)
    return usual * (1.0 if cell.condition is None else SCORING_SHARE)
