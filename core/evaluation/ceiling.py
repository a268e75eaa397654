"""The ceiling: another annotator taken as if a system, beside the model on the same decisions.

What two people do not agree on, no model can learn (Flexer and Grill 2016). A model above the
ceiling has learned one person's habits (Koops et al. 2019).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.evaluation_records import ScoredCells
from core.library.store import Library
from core.messages import message
from core.metrics.bootstrap import Resamples, resample_groups, resampled_confusion
from core.metrics.classification import f1_score, matthews_corrcoef
from core.metrics.intervals import (
    MIN_ARTISTS,
    correlation_interval,
    difference_interval,
    estimate,
    no_interval_reason,
    share_interval,
)
from core.metrics.metric_records import Estimate

Decided = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Ceiling:
    """Decisions of the current annotator that another one made, too, with yes or no.

    n_decisions: of n_songs songs by n_artists artists. annotator_*: the other one's decisions as if
    a system's; model_*: the model's on the same ones. f1_above: model minus annotator, paired.
    """

    annotator: str
    n_decisions: int
    n_songs: int
    n_artists: int
    annotator_f1: Estimate
    model_f1: Estimate
    f1_above: Estimate
    annotator_mcc: Estimate
    model_mcc: Estimate

    @property
    def is_below_model(self) -> bool:
        """Return whether the model agrees more with the annotator than the other one does."""
        return self.f1_above.low is not None and self.f1_above.low > 0.0


def measure_ceilings(
    library: Library, names: Sequence[str], cells: ScoredCells, groups: NDArray[np.integer]
) -> tuple[Ceiling, ...]:
    """Compare every other annotator with the current one, where they judged the same.

    names: of the cells' tags. groups: a number per artist, of the cells' songs, (n_songs,).
    """
    mine = library.annotators.current
    others = [ear for ear in library.colleagues.ears() if ear.id != mine.id]
    found = []
    for other in others:
        states = _states_of(library, names, cells, other.id)
        rows, columns = np.nonzero((states >= 0) & (cells.states >= 0))
        if len(rows):
            truth = cells.states[rows, columns] == 1
            resamples = resample_groups(groups, 1)
            decided = (states[rows, columns] == 1, cells.decided[rows, columns])
            found.append(compare_decisions(other.name, truth, decided, rows, resamples))
    return tuple(found)


def _states_of(
    library: Library, names: Sequence[str], cells: ScoredCells, annotator_id: int
) -> NDArray[np.int8]:
    """Return another annotator's decisions on the cells: int8, below 0 for neither yes nor no."""
    states = np.full(cells.states.shape, -1, np.int8)
    row_of = {int(song_id): row for row, song_id in enumerate(cells.song_ids)}
    ids = [library.annotators.current.id, annotator_id]
    for column, name in enumerate(names):
        tag = library.codebook.find(name)
        if tag is None:
            continue
        decisions = library.colleagues.decisions_on(tag.id, ids)
        for song_id, state in zip(
            decisions.song_ids.tolist(), decisions.states[1].tolist(), strict=True
        ):
            if song_id in row_of and state in (0, 1):
                states[row_of[song_id], column] = state
    return states


def compare_decisions(
    name: str,
    truth: Decided,
    decided: tuple[Decided, Decided],
    rows: NDArray[np.int64],
    resamples: Resamples,
) -> Ceiling:
    """Compare two systems, an annotator and the model, on decisions: all (n_decisions,).

    decided: by the annotator, by the model. rows: the song of each decision, as in the resamples.
    """
    owners = resamples.groups[rows]
    n_artists = len(np.unique(owners))
    by_annotator, by_model = decided
    drawn = [resampled_confusion(truth, one, owners, resamples.counts).metrics() for one in decided]
    f1 = [f1_score(truth, one) for one in decided]
    mcc = [matthews_corrcoef(truth, one) for one in decided]
    few = message("metrics.few_artists", n=n_artists, needed=MIN_ARTISTS)
    reason = few if n_artists < MIN_ARTISTS else None

    def number(value: float | None, replicates: NDArray[np.float32], metric: str) -> Estimate:
        if value is None or reason is not None:
            return Estimate(value, reason=reason or message("metrics.no_tag"))
        find = correlation_interval if metric == "mcc" else share_interval
        interval = find(value, replicates, n_artists)
        return estimate(value, interval, no_interval_reason(replicates))

    above = Estimate(None, reason=reason or message("metrics.no_tag"))
    if f1[0] is not None and f1[1] is not None and reason is None:
        gap = drawn[1]["f1"] - drawn[0]["f1"]
        is_same = bool((by_annotator == by_model).all())
        interval = difference_interval(f1[1] - f1[0], gap, n_artists, is_same=is_same)
        above = estimate(f1[1] - f1[0], interval, None)
    return Ceiling(
        name,
        len(rows),
        len(np.unique(rows)),
        n_artists,
        number(f1[0], drawn[0]["f1"], "f1"),
        number(f1[1], drawn[1]["f1"], "f1"),
        above,
        number(mcc[0], drawn[0]["mcc"], "mcc"),
        number(mcc[1], drawn[1]["mcc"], "mcc"),
    )
