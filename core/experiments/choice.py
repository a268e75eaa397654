"""What choosing among the systems of an experiment does, from the scores that its cells have kept.

The same artists are drawn as for the ranges of the results, so that both tell of the same luck.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.experiments.cells import CellStore
from core.experiments.experiment_record import ExperimentRecord, KnownCell
from core.experiments.plan import BY_SONG, FOLDS, Variant
from core.experiments.results import ExperimentResults, SystemResult, without_gaps
from core.jobs import SILENT, JobContext
from core.metrics.bootstrap import Replicates, Resamples, resample_groups
from core.metrics.intervals import MIN_ARTISTS, difference_interval, estimate
from core.metrics.measure import WAUC, as_stored
from core.metrics.metric_records import Estimate
from core.metrics.selection import not_drawn, optimism_of_best, wauc_replicates, widening

Pooled = NDArray[np.float32]  # scores of all folds of a repetition, (n_songs, n_tags)


@dataclass(frozen=True, slots=True)
class Choice:
    """What choosing among systems does.

    widening: of the ranges of differences to the first, so that all hold at once. optimism: by how
    much the number of the best is too good. shares: how often every system was the best, by label.
    gain: what the first gains from all labelled songs over the largest smaller number of them.
    by_song: what a test that takes artists apart adds to the number of every system, by label.
    """

    widening: float
    optimism: float
    shares: tuple[tuple[str, float], ...]
    gain: Estimate
    by_song: Mapping[str, Estimate] = field(default_factory=dict)


def choice_of(
    results: ExperimentResults, store: CellStore, job: JobContext = SILENT
) -> Choice | None:
    """Resample what the systems reached at all labelled songs; the first is the compared one.

    None where it or its artists allow no range. Raises Cancelled.
    """
    rows = [row for row in results.systems if row.kind == FOLDS and row.budget is None]
    rows = [row for row in rows if row.means[WAUC].interval is not None]
    rows.sort(key=lambda row: row.variant.label != results.compared)
    if not rows or rows[0].variant.label != results.compared:
        return None
    scores = _Scores(results.record, store)
    drawn, left_out = [], []
    for n_done, row in enumerate(rows):
        job.check()
        job.report(n_done, len(rows))
        pooled = scores.repetitions(row.variant, None)
        drawn.append(scores.drawn(pooled))
        left_out.append(scores.left_out(pooled))
    values = [row.means[WAUC].value or 0.0 for row in rows]
    inside, outside = np.stack(drawn), np.stack(left_out)
    best = int(np.argmax(values))
    optimism = optimism_of_best(inside, outside, best)
    labels = [row.variant.label for row in rows]
    shares = optimism.shares if optimism is not None else (0.0,) * len(rows)
    job.report(1.0, 1.0)
    return Choice(
        widening(inside[1:] - inside[0]),
        optimism.value if optimism is not None else 0.0,
        tuple(zip(labels, shares, strict=True)),
        _gain(results, scores, inside[0]),
        {
            label: _by_song(results, scores, row, own)
            for label, row, own in zip(labels, rows, drawn, strict=True)
        },
    )


def _by_song(
    results: ExperimentResults, scores: _Scores, row: SystemResult, own: Replicates
) -> Estimate:
    """Compare a system tested on songs of artists that it knows with itself on those of others."""
    apart = results.curve(row.variant, BY_SONG)
    pooled = scores.repetitions(row.variant, None, BY_SONG)
    value = apart[-1].means[WAUC].value if apart else None
    if value is None or not pooled or row.n_artists < MIN_ARTISTS:
        return Estimate(None)
    value -= row.means[WAUC].value or 0.0
    interval = difference_interval(value, scores.drawn(pooled) - own, row.n_artists)
    return estimate(value, interval, None)


def _gain(results: ExperimentResults, scores: _Scores, at_all: Replicates) -> Estimate:
    """Compare the first system at all labelled songs with itself at the largest smaller number."""
    own = [
        row
        for row in results.systems
        if row.kind == FOLDS and row.variant.label == results.compared
        and row.means[WAUC].value is not None
    ]  # fmt: skip
    smaller = [row for row in own if row.budget is not None]
    largest = next((row for row in own if row.budget is None), None)
    if not smaller or largest is None:
        return Estimate(None)
    few = max(smaller, key=lambda row: row.budget or 0)
    pooled = scores.repetitions(few.variant, few.budget)
    if not pooled or largest.n_artists < MIN_ARTISTS:
        return Estimate(None)
    value = (largest.means[WAUC].value or 0.0) - (few.means[WAUC].value or 0.0)
    interval = difference_interval(value, at_all - scores.drawn(pooled), largest.n_artists)
    return estimate(value, interval, None)


class _Scores:
    """The scores of an experiment's folds, and their WAUC on resampled artists."""

    def __init__(self, record: ExperimentRecord, store: CellStore) -> None:
        self._record, self._store = record, store
        self._cells: dict[tuple[str, Variant, int | None], list[KnownCell]] = {}
        for known in record.cells:
            cell = known.cell
            if cell.condition is None:
                key = cell.kind, cell.variant, cell.budget
                self._cells.setdefault(key, []).append(known)
        self._resamples: dict[bytes, Resamples] = {}

    def repetitions(
        self, variant: Variant, budget: int | None, kind: str = FOLDS
    ) -> list[tuple[Pooled, bytes]]:
        """Return the scores of every whole repetition, and the rows that it tested."""
        by_repetition: dict[tuple[int, int], list[KnownCell]] = {}
        for known in self._cells.get((kind, variant, budget), []):
            by_repetition.setdefault((known.cell.seed, known.cell.repetition), []).append(known)
        found = (self._pooled(cells) for cells in by_repetition.values())
        return [pooled for pooled in found if pooled is not None]

    def drawn(self, pooled: list[tuple[Pooled, bytes]]) -> Replicates:
        """Average the WAUC of repetitions on every resample."""
        return self._replicates(pooled, outside=False)

    def left_out(self, pooled: list[tuple[Pooled, bytes]]) -> Replicates:
        """Average it on the artists that a resample lacks."""
        return self._replicates(pooled, outside=True)

    def _replicates(self, pooled: list[tuple[Pooled, bytes]], *, outside: bool) -> Replicates:
        found = []
        for scores, key in pooled:
            rows = np.frombuffer(key, dtype=np.int64)
            resamples = self._of(rows, key)
            counts = not_drawn(resamples) if outside else None
            states = self._record.states[rows]
            found.append(wauc_replicates(states, as_stored(scores[rows]), resamples, counts))
        return np.asarray(np.mean(found, axis=0), dtype=np.float32)

    def _of(self, rows: NDArray[np.int64], key: bytes) -> Resamples:
        if key not in self._resamples:
            n_tags = len(self._record.tag_names)
            self._resamples[key] = resample_groups(self._record.groups[rows], n_tags)
        return self._resamples[key]

    def _pooled(self, cells: list[KnownCell]) -> tuple[Pooled, bytes] | None:
        scores = np.full(self._record.states.shape, np.nan)
        tested = np.zeros(len(self._record.audio_hashes), dtype=np.bool_)
        for known in cells:
            result = self._store.read(known.digest)
            if result is None or result.reason is not None:
                return None
            scores[known.rows] = result.scores
            tested[known.rows] = True
        filled = without_gaps(scores, tested).astype(np.float32)
        return filled, np.flatnonzero(tested).astype(np.int64).tobytes()
