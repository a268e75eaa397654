"""What an experiment shows: every system at every label budget, with ranges and differences.

The scores of all folds of a repetition are measured together, by core.metrics.measure; numbers
are means over repetitions. A tag that could not be learned counts as one whose songs all have the
same score, so that few tags learned well do not look better than many.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.deformations import DEFORMATIONS, Condition
from core.errors import ExperimentError
from core.experiments.cells import CellResult, CellStore
from core.experiments.experiment_record import ExperimentRecord, KnownCell, read_record
from core.experiments.plan import BY_SONG, FOLDS, FROZEN, Variant
from core.jobs import SILENT, JobContext
from core.messages import message
from core.metrics.measure import MEANS, WAUC, measure_all
from core.metrics.metric_records import Estimate, Measurement, MetricChange
from core.systems.catalogue import OWN

KINDS = (FOLDS, FROZEN, BY_SONG)
Repetition = tuple[int, int]  # seed, number
Scores = NDArray[np.float64]
Cells = Sequence[tuple[KnownCell, CellResult | None]]


@dataclass(frozen=True, slots=True)
class SystemResult:
    """One system at one budget, tested in one way.

    means: by metric, over repetitions; the range is that of the artists, averaged over the
    repetitions. spread: the standard deviation over repetitions, None for one. differences: by
    metric, this system minus the compared one on the same songs; where the sound was deformed
    (condition), minus itself on the undeformed sound. tags: what each tag came to, by its name.
    n_repetitions: whole ones, of n_planned. n_learned: tags that could be learned, on average.
    seconds: of a cell, on average. reason: why there is no number, or why a repetition is missing.
    """

    variant: Variant
    kind: str
    budget: int | None
    n_repetitions: int
    n_planned: int
    means: Mapping[str, Estimate]
    spread: Mapping[str, float | None]
    differences: Mapping[str, Estimate]
    n_songs: int
    n_artists: int
    n_tags: int
    n_learned: float
    seconds: float | None
    reason: str | None = None
    condition: Condition | None = None
    tags: Mapping[str, TagResult] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TagResult:
    """One tag, averaged over repetitions. auc, ap: None where they cannot be measured.

    support: songs with it; n: judged songs that were tested.
    """

    auc: float | None
    ap: float | None
    support: int
    n: int


@dataclass(frozen=True, slots=True)
class ExperimentResults:
    """All systems of an experiment. compared: with which system the others are, by its label."""

    record: ExperimentRecord
    systems: tuple[SystemResult, ...]
    compared: str
    n_cells: int
    n_finished: int

    def curve(self, variant: Variant, kind: str = FOLDS) -> tuple[SystemResult, ...]:
        """Return the learning curve of a system: its results, the smallest budget first."""
        rows = [
            row
            for row in self.systems
            if row.variant == variant and row.kind == kind and row.condition is None
        ]
        return tuple(sorted(rows, key=lambda row: (row.budget is None, row.budget or 0)))


def read_results(folder: Path, job: JobContext = SILENT) -> ExperimentResults:
    """Sum up the finished cells of a folder. Raises ExperimentError, Cancelled."""
    record, store = read_record(folder), CellStore(folder)
    own = [known.cell.variant for known in record.cells if known.cell.variant.system == OWN]
    variants = tuple(dict.fromkeys(known.cell.variant for known in record.cells))
    if not variants:
        raise ExperimentError("experiments.no_results", name=folder.name, path=folder)
    compared = own[0] if own else variants[0]
    groups: dict[Group, list[KnownCell]] = {}
    for known in record.cells:
        group = Group(known.cell.kind, known.cell.budget, known.cell.condition)
        groups.setdefault(group, []).append(known)
    rows, n_finished = [], 0
    undeformed: dict[Group, _Summary] = {}
    ordered = sorted(groups, key=lambda group: group.order)
    for n_done, group in enumerate(ordered):
        job.check()
        job.report(n_done, len(ordered), record.name)
        summary = _Summary(record, group)
        n_finished += summary.read(groups[group], store)
        if group.condition is None:
            undeformed[group] = summary
            rows += summary.rows(compared, variants, job)
        else:
            rows += summary.deformed_rows(undeformed[replace(group, condition=None)], variants, job)
    job.report(1.0, 1.0)
    return ExperimentResults(record, tuple(rows), compared.label, len(record.cells), n_finished)


@dataclass(frozen=True, slots=True)
class Group:
    """Cells that are measured on the same songs: how tested, labelled songs, the sound."""

    kind: str
    budget: int | None
    condition: Condition | None

    @property
    def order(self) -> tuple[object, ...]:
        """Undeformed sound and small budgets first; deformations as they are listed."""
        names, deformed = list(DEFORMATIONS), self.condition
        condition = (
            (-1, 0.0)
            if deformed is None
            else (names.index(deformed.deformation), deformed.strength)
        )
        return KINDS.index(self.kind), condition, self.budget is None, self.budget or 0


@dataclass(slots=True)
class _Collected:
    """The repetitions of one system, whole or not."""

    cells: dict[Repetition, list[tuple[KnownCell, CellResult | None]]] = field(default_factory=dict)
    measured: dict[Repetition, Measurement] = field(default_factory=dict)
    changes: list[Mapping[str, Estimate]] = field(default_factory=list)

    def add(self, known: KnownCell, result: CellResult | None) -> None:
        repetition = (known.cell.seed, known.cell.repetition)
        self.cells.setdefault(repetition, []).append((known, result))

    def is_whole(self, repetition: Repetition) -> bool:
        cells = self.cells.get(repetition, [])
        results = [result for _, result in cells]
        return bool(cells) and all(
            result is not None and result.reason is None for result in results
        )

    def results(self) -> list[CellResult]:
        """Return the cells with scores."""
        return [
            result
            for cells in self.cells.values()
            for _, result in cells
            if result is not None and result.reason is None
        ]

    def reason(self) -> str | None:
        """Return why a cell has no scores: the first reason that there is."""
        for cells in self.cells.values():
            for _, result in cells:
                if result is None:
                    return message("experiments.not_finished")
                if result.reason is not None:
                    return result.reason
        return None


class _Summary:
    """One label budget, tested in one way: all systems on the same songs."""

    def __init__(self, record: ExperimentRecord, group: Group) -> None:
        self._record, self._group = record, group
        self._systems: dict[Variant, _Collected] = {}

    def read(self, cells: Sequence[KnownCell], store: CellStore) -> int:
        """Read cells; return how many are finished."""
        n_finished = 0
        for known in cells:
            result = store.read(known.digest)
            expected = (len(known.rows), len(self._record.tag_names))
            if result is not None and result.scores.shape != expected:
                result = None
            n_finished += result is not None
            self._systems.setdefault(known.cell.variant, _Collected()).add(known, result)
        return n_finished

    def rows(
        self, compared: Variant, variants: Sequence[Variant], job: JobContext
    ) -> list[SystemResult]:
        """Measure every repetition of all systems together, and average."""
        present = [variant for variant in variants if variant in self._systems]
        ordered = sorted(present, key=lambda variant: variant != compared)
        every = (list(self._systems[variant].cells) for variant in present)
        for repetition in dict.fromkeys(name for names in every for name in names):
            job.check()
            self._measure(ordered, repetition, compared)
        return [self._row(variant) for variant in present]

    def deformed_rows(
        self, undeformed: _Summary, variants: Sequence[Variant], job: JobContext
    ) -> list[SystemResult]:
        """Measure every system beside itself on undeformed sound, where both are whole."""
        present = [variant for variant in variants if variant in self._systems]
        for variant in present:
            own, before = self._systems[variant], undeformed._systems[variant]
            for repetition in own.cells:
                job.check()
                if own.is_whole(repetition) and before.is_whole(repetition):
                    cells = before.cells[repetition], own.cells[repetition]
                    (_, measured), (change,) = self._measured(cells)
                    own.measured[repetition] = measured
                    own.changes.append(change.means)
        return [self._row(variant) for variant in present]

    def _measured(
        self, systems: Sequence[Cells]
    ) -> tuple[Sequence[Measurement], Sequence[MetricChange]]:
        """Measure a repetition of systems; what each is more than the first."""
        tested, record = [self._tested(cells) for cells in systems], self._record
        rows = np.flatnonzero(np.logical_and.reduce(tested))
        return measure_all(
            record.tag_names,
            record.states[rows],
            [self._pooled(cells)[rows] for cells in systems],
            record.groups[rows],
        )

    def _measure(
        self, ordered: Sequence[Variant], repetition: Repetition, compared: Variant
    ) -> None:
        whole = [own for own in ordered if self._systems[own].is_whole(repetition)]
        if not whole:
            return
        measured, changes = self._measured([self._systems[own].cells[repetition] for own in whole])
        for own, measurement in zip(whole, measured, strict=True):
            self._systems[own].measured[repetition] = measurement
        if whole[0] == compared:
            for own, change in zip(whole[1:], changes, strict=True):
                self._systems[own].changes.append(change.means)

    def _tested(self, cells: Cells) -> NDArray[np.bool_]:
        tested = np.zeros(len(self._record.audio_hashes), dtype=np.bool_)
        for known, result in cells:
            tested[known.rows] = True if result is None else _has_scores(result.scores)
        return tested

    def _pooled(self, cells: Cells) -> Scores:
        scores = np.full(self._record.states.shape, np.nan)
        for known, result in cells:
            if result is not None:
                scores[known.rows] = result.scores
        return without_gaps(scores, self._tested(cells))

    def _row(self, variant: Variant) -> SystemResult:
        own = self._systems[variant]
        measured, results = list(own.measured.values()), own.results()
        means = {name: _average([one.means[name] for one in measured]) for name in MEANS}
        last = measured[0] if measured else None
        differences = {
            name: _average([change[name] for change in own.changes])
            for name in (MEANS if own.changes else ())
        }
        return SystemResult(
            variant,
            self._group.kind,
            self._group.budget,
            len(measured),
            len(own.cells),
            means,
            {name: _spread([one.means[name].value for one in measured]) for name in MEANS},
            differences,
            last.n_songs if last else 0,
            last.n_artists if last else 0,
            sum(tag.auc is not None for tag in last.tags.values()) if last else 0,
            float(np.mean([result.n_tags_learned for result in results])) if results else 0.0,
            float(np.mean([result.seconds for result in results])) if results else None,
            own.reason(),
            self._group.condition,
            _tag_results(measured),
        )


def _tag_results(measured: Sequence[Measurement]) -> dict[str, TagResult]:
    results = {}
    for name, first in measured[0].tags.items() if measured else ():
        tags = [one.tags[name] for one in measured]
        aucs = [tag.auc for tag in tags if tag.auc is not None]
        aps = [tag.ap for tag in tags if tag.ap is not None]
        results[name] = TagResult(
            float(np.mean(aucs)) if aucs else None,
            float(np.mean(aps)) if aps else None,
            first.support,
            first.n,
        )
    return results


def _has_scores(scores: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Tell which songs of a cell were scored; all where no tag could be learned: (n_songs,)."""
    scored: NDArray[np.bool_] = np.isfinite(scores).any(axis=1)
    return scored if scored.any() else np.ones_like(scored)


def without_gaps(scores: Scores, tested: NDArray[np.bool_]) -> Scores:
    """Give the tested songs that have no score of a tag its middle one, 0.5 where there is none.

    scores: (n_songs, n_tags), NaN where there is none. tested: (n_songs,).
    """
    filled = scores.copy()
    for column in filled.T:
        known = column[np.isfinite(column)]
        middle = float(np.median(known)) if len(known) else 0.5
        column[tested & ~np.isfinite(column)] = middle
    return filled


def _average(estimates: Sequence[Estimate]) -> Estimate:
    """Average a number and the ends of its range over repetitions.

    The same artists are drawn in all of them, so that the mean of the ends is a range that is, if
    anything, too wide.
    """
    values = [estimate.value for estimate in estimates if estimate.value is not None]
    if not values:
        reasons = [estimate.reason for estimate in estimates if estimate.reason]
        return Estimate(None, reason=reasons[0] if reasons else None)
    ranges = [one.interval for one in estimates if one.value is not None]
    known = [interval for interval in ranges if interval is not None]
    if len(known) < len(ranges):
        reasons = [one.reason for one in estimates if one.interval is None and one.reason]
        return Estimate(float(np.mean(values)), reason=reasons[0] if reasons else None)
    low, high = np.mean(known, axis=0)
    return Estimate(float(np.mean(values)), float(low), float(high))


def _spread(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return float(np.std(known, ddof=1)) if len(known) > 1 else None


def best_system(results: ExperimentResults, kind: str = FOLDS) -> SystemResult | None:
    """Return the system with the highest WAUC at the largest budget that any has a number of."""
    rows = [row for row in results.systems if row.kind == kind and row.condition is None]
    known = [(row, value) for row in rows if (value := row.means[WAUC].value) is not None]
    if not known:
        return None
    largest = max((row.budget is None, row.budget or 0) for row, _ in known)
    at_largest = [
        (value, row) for row, value in known if (row.budget is None, row.budget or 0) == largest
    ]
    return max(at_largest, key=lambda pair: pair[0])[1]
