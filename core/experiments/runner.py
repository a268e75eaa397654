"""Running a plan: every cell learns, is tested and is kept; a run that was stopped goes on.

A system that fails is a reason in the results, not the end of the run; a folder that cannot be
written is.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from core.errors import ExperimentError, RhythmCapError, TrainingError, is_disk_full
from core.experiments.cells import CellResult, CellStore, cell_digest
from core.experiments.costs import Costs, expected_costs
from core.experiments.deformed_songs import deformed_songs, ensure_deformed, forget_deformed
from core.experiments.experiment_record import ExperimentRecord, KnownCell, write_record
from core.experiments.kept_divisions import find_division
from core.experiments.plan import Cell, Plan, Variant
from core.experiments.protocol import Division, Trials, judged_rows
from core.experiments.run_lock import run_lock
from core.experiments.source_costs import SourceCost, source_costs
from core.experiments.source_record import write_source
from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.messages import message
from core.metrics.tag_metrics import wauc
from core.systems.catalogue import SYSTEMS, SystemEntry
from core.systems.network_origins import SourceTask
from core.systems.song_views import SongViews, readable_songs
from core.systems.system import FittedSystem, learnable_tags
from core.training.folds import artist_numbers
from core.training.labels import select_songs, sorted_songs

READING_SHARE = 0.1  # of the work
_PASSING = {"training.no_memory"}  # reasons of a TrainingError that may be gone the next time


@dataclass(frozen=True, slots=True)
class Material:
    """What a plan is run on.

    labels: of the library. views: its sounds. model: whose embeddings; model_key: a digest of it.
    sides: of the plan's split, by audio hash. divisions: the folder of those kept under a name.
    source: the task of a plan that has one, none of whose songs is among the labels.
    """

    labels: Labels
    views: SongViews
    model: str
    model_key: str
    sides: Mapping[str, str] = field(default_factory=dict)
    divisions: Path | None = None
    systems: Mapping[str, SystemEntry] = field(default_factory=lambda: SYSTEMS)
    source: SourceTask | None = None


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did. n_found: cells that were finished before. failures: (cell, reason).

    skipped: (path, reason) of songs that could not be read. frozen: audio hashes of the songs that
    were tested once.
    """

    n_cells: int
    n_found: int
    failures: tuple[tuple[Cell, str], ...]
    skipped: tuple[tuple[Path, str], ...]
    remarks: tuple[str, ...]
    frozen: frozenset[str]


def run_plan(plan: Plan, material: Material, folder: Path, job: JobContext = SILENT) -> RunReport:
    """Run a plan into a folder, whose finished cells are not run again.

    Raises ExperimentError where songs are too few, the folder cannot be written or another run is
    in it; Cancelled.
    """
    with opened_run(plan, material, folder, SubJob(job, 0.0, READING_SHARE)) as run:
        return run.finish(SubJob(job, READING_SHARE, 1.0 - READING_SHARE))


@contextmanager
def opened_run(
    plan: Plan, material: Material, folder: Path, job: JobContext = SILENT
) -> Iterator[Run]:
    """Read the songs, divide them and list the cells; nobody else runs in the folder meanwhile.

    Raises as run_plan.
    """
    store = CellStore(folder)
    store.prepare()
    with run_lock(folder):
        labels = sorted_songs(material.labels)
        rows, skipped = readable_songs(labels, material.views, job)
        labels = select_songs(labels, rows)
        division = find_division(plan, labels, material.sides, material.divisions)
        cells = _Cells(plan, material, Trials(labels, division), store)
        remarks = _remarks(plan, labels, division, material.source)
        run = Run(cells, skipped, remarks)
        write_record(folder, run.record())
        yield run


class Run:
    """A run that can begin. n_cells: of the plan; n_found: of which are finished already."""

    def __init__(
        self,
        cells: _Cells,
        skipped: tuple[tuple[Path, str], ...],
        remarks: tuple[str, ...],
    ) -> None:
        self._cells, self._skipped, self._remarks = cells, skipped, remarks
        self._known = cells.known()
        self._waiting, self._failures = cells.waiting(self._known)
        self.n_cells = len(self._known)
        self.n_found = len(self._known) - len(self._waiting)
        self.costs = expected_costs(
            [known.cell for known in self._waiting],
            cells.store.log_lines(),
            cells.n_labelled,
            cells.source_costs([known.cell for known in self._waiting]),
        )

    def record(self) -> ExperimentRecord:
        """Return what the folder says of itself."""
        return _record(self._cells, self._known, len(self._skipped), self._remarks)

    def finish(self, job: JobContext = SILENT) -> RunReport:
        """Run the cells that are not finished. Raises ExperimentError on a full disk, Cancelled."""
        failures = [*self._failures, *self._cells.finish(self._waiting, self.costs, job)]
        trials, plan = self._cells.trials, self._cells.plan
        if plan.conditions:
            cache = self._cells.material.views.cache
            forget_deformed(trials.labels.audio_hashes, plan.conditions, cache)
        return RunReport(
            self.n_cells,
            self.n_found,
            tuple(failures),
            (*self._skipped, *self._cells.lost.items()),
            self._remarks,
            trials.division.frozen,
        )


Failures = list[tuple[Cell, str]]


@dataclass(slots=True)
class _Cells:
    """The cells of a run. _fitted: what was learned last; its deformed songs come right behind.

    lost: files that could not be deformed, with the reason; their songs have no scores.
    """

    plan: Plan
    material: Material
    trials: Trials
    store: CellStore
    lost: dict[Path, str] = field(default_factory=dict)
    _fitted: tuple[Cell, FittedSystem] | None = None
    _n_trained: int = 0

    def known(self) -> tuple[KnownCell, ...]:
        """List all cells with the names of their files."""
        division, plan, source = self.trials.division, self.plan, self.material.source
        if not division.by_song:
            plan = replace(plan, by_song=False)
        if not division.frozen:
            plan = replace(plan, split="", frozen_share=0.0)
        known = []
        for cell in plan.cells(division.n_folds, len(division.folds)):
            learned = self.trials.learned_from(cell, unlabelled=plan.unlabelled)
            entry = self.material.systems[cell.variant.system]
            made_by: dict[str, object] = {
                "system_version": entry.version,
                "model": self.material.model_key,
                "short_of": cell.budget if self.n_labelled(cell) < (cell.budget or 0) else 0,
            }
            if entry.needs_source and source is not None:
                made_by["source"] = f"{source.digest} {source.seed}"
            digest = cell_digest(cell, learned, self._tested(cell), made_by)
            known.append(KnownCell(cell, digest, self.trials.of(cell).test))
        return tuple(known)

    def waiting(self, cells: tuple[KnownCell, ...]) -> tuple[list[KnownCell], Failures]:
        """Find the cells that are not finished, and those finished without scores."""
        failures: Failures = []
        waiting, logged = [], self.store.logged()
        for known in cells:
            result = self.store.read(known.digest)
            if result is None or not result.is_final or not self._fits(result, known):
                waiting.append(known)
                continue
            if known.digest not in logged:  # it was stopped between the two
                self.store.note(known.digest, known.cell, result, self._wauc(known, result))
            if result.reason is not None:
                failures.append((known.cell, result.reason))
        return waiting, failures

    def finish(self, waiting: list[KnownCell], costs: Costs, job: JobContext) -> Failures:
        """Run cells; return which failed."""
        failures: Failures = []
        finished = set[str]()
        for n_done, (known, span) in enumerate(zip(waiting, costs.spans(), strict=True)):
            job.check()
            part = SubJob(job, *span)
            part.report(0.0, 1.0, self._step(known.cell, n_done, len(waiting)))
            is_same = known.digest in finished  # a budget of all songs that there are
            result = self.store.read(known.digest) if is_same else None
            if result is None:
                result = self._run(known.cell, part)
                self.store.write(known.digest, result)
            finished.add(known.digest)
            self.store.note(known.digest, known.cell, result, self._wauc(known, result))
            if result.reason is not None:
                failures.append((known.cell, result.reason))
        job.report(1.0, 1.0)
        return failures

    def _run(self, cell: Cell, job: JobContext) -> CellResult:
        """Have a system learn and score. Raises ExperimentError on a full disk, Cancelled."""
        tested, begun = self._tested(cell), time.monotonic()
        scores = np.full(tested.states.shape, np.nan)
        rows, reason, is_final = np.arange(len(scores)), None, True
        source_s = self._source_s()
        try:
            fitted = self._learned(cell, SubJob(job, 0.0, 0.8))
            if cell.condition is not None:
                songs, rest = self.trials.tested(cell), SubJob(job, 0.8, 0.1)
                lost = ensure_deformed(songs, cell.condition, self.material.views, rest)
                self.lost.update((songs.paths[row], lost[row].message) for row in lost)
                rows, is_final = np.delete(rows, list(lost)), not lost
            scores[rows] = fitted.scores(select_songs(tested, rows), SubJob(job, 0.9, 0.1))
        except RhythmCapError as error:
            if is_disk_full(error):
                raise ExperimentError(
                    "experiments.no_room", name=self.store.folder.name, detail=str(error),
                    path=error.path or self.store.folder,
                ) from error  # fmt: skip
            scores[:] = np.nan
            reason = error.message
            is_final = isinstance(error, TrainingError) and error.id not in _PASSING
        seconds = time.monotonic() - begun - (self._source_s() - source_s)
        self._keep_source()
        n_labelled = self.n_labelled(cell)
        return CellResult(
            scores.astype(np.float16), n_labelled, max(seconds, 0.0), reason, is_final
        )

    def _learned(self, cell: Cell, job: JobContext) -> FittedSystem:
        """Have a system learn, unless it has for the cell before."""
        if self._fitted is not None and self._fitted[0] == cell.undeformed:
            return self._fitted[1]
        self._fitted = None  # memory for the next one
        n_labelled = self.n_labelled(cell)
        if n_labelled < (cell.budget or 1):
            raise TrainingError(
                "experiments.too_few_to_label", n=n_labelled, needed=cell.budget or 1
            )
        learned = self.trials.learned_from(cell, unlabelled=self.plan.unlabelled)
        entry, source = self.material.systems[cell.variant.system], self.material.source
        system = entry.system(dict(cell.variant.parameters), source)
        fitted = system.fit(learned, self.material.views, cell.seed, job)
        self._fitted = (cell.undeformed, fitted)
        return fitted

    def source_costs(self, cells: list[Cell]) -> dict[Variant, SourceCost]:
        """Return which variants must have a network learn the source task first."""
        variants, material = dict.fromkeys(cell.variant for cell in cells), self.material
        return source_costs(
            variants, material.systems, material.source, material.views, self.store.folder
        )

    def _source_s(self) -> float:
        """Return how long the source task took so far, which is not the cell's own time."""
        return 0.0 if self.material.source is None else self.material.source.spent_s

    def _keep_source(self) -> None:
        """Write down what came of the source task, if there is more than before."""
        source = self.material.source
        if source is not None and len(source.trainings) > self._n_trained:
            write_source(self.store.folder, source)
            self._n_trained = len(source.trainings)

    def _tested(self, cell: Cell) -> Labels:
        songs = self.trials.tested(cell)
        return songs if cell.condition is None else deformed_songs(songs, cell.condition)

    def n_labelled(self, cell: Cell) -> int:
        """Number of labelled songs that a cell learns from."""
        n_songs = len(self.trials.of(cell).order)
        return n_songs if cell.budget is None else min(cell.budget, n_songs)

    def _step(self, cell: Cell, n_done: int, n_cells: int) -> str:
        return message(
            "experiments.cell",
            system=cell.label,
            n_songs=self.n_labelled(cell),
            number=n_done + 1,
            n_cells=n_cells,
        )

    def _fits(self, result: CellResult, known: KnownCell) -> bool:
        return result.scores.shape == (len(known.rows), len(self.trials.labels.tag_names))

    def _wauc(self, known: KnownCell, result: CellResult) -> float | None:
        states = self.trials.labels.states[known.rows]
        scores = result.scores.astype(np.float64)
        return wauc(np.where(np.isfinite(scores), states, np.int8(-1)), scores)


def _record(
    run: _Cells, cells: tuple[KnownCell, ...], n_skipped: int, remarks: tuple[str, ...]
) -> ExperimentRecord:
    labels, division = run.trials.labels, run.trials.division
    return ExperimentRecord(
        name=run.plan.name,
        model=run.material.model,
        metrics=run.plan.metrics,
        audio_hashes=labels.audio_hashes,
        groups=artist_numbers(labels),
        tag_names=labels.tag_names,
        states=labels.states,
        cells=cells,
        by_artist=division.by_artist,
        n_frozen=len(division.frozen),
        n_left_out=n_skipped,
        remarks=remarks,
    )


def _remarks(
    plan: Plan, labels: Labels, division: Division, source: SourceTask | None
) -> tuple[str, ...]:
    """Say what a reader of the numbers must know of the songs."""
    remarks: list[str] = []
    if source is not None:
        n_songs, n_tags = len(source.songs.audio_hashes), len(learnable_tags(source.songs.states))
        remarks.append(
            message("experiments.source", source=source.name, n_songs=n_songs, n_tags=n_tags)
        )
    if not division.by_artist:
        remarks.append(message("experiments.artists_apart"))
    if 0 < division.n_folds < plan.n_folds:
        remarks.append(message("experiments.fewer_folds", n=division.n_folds, wanted=plan.n_folds))
    known = set(division.frozen).union(*division.folds)
    if division.folds:
        n_new = sum(labels.audio_hashes[row] not in known for row in judged_rows(labels).tolist())
        if n_new:
            remarks.append(message("experiments.new_songs", n=n_new, division=plan.division))
    return tuple(remarks)
