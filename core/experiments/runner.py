"""Running a plan: every cell learns, is tested and is kept; a run that was stopped goes on.

A system that fails is a reason in the results, not the end of the run; a folder that cannot be
written is.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from core.atomic_files import private_folder, write_text
from core.errors import ExperimentError, RhythmCapError, TrainingError, is_disk_full
from core.experiments.cells import CellResult, CellStore, cannot_write, cell_digest
from core.experiments.experiment_record import ExperimentRecord, KnownCell, write_record
from core.experiments.plan import Cell, Plan
from core.experiments.protocol import Division, Trials, judged_rows, make_division
from core.jobs import SILENT, JobContext, SubJob, part_of
from core.library.evaluation_rows import TEST
from core.library.records import Labels
from core.messages import message
from core.metrics.tag_metrics import wauc
from core.systems.catalogue import SYSTEMS, SystemEntry
from core.systems.song_views import SongViews, readable_songs
from core.training.folds import artist_numbers
from core.training.labels import select_songs, sorted_songs

READING_SHARE = 0.1  # of the work
_PASSING = {"training.no_memory"}  # reasons of a TrainingError that may be gone the next time


@dataclass(frozen=True, slots=True)
class Material:
    """What a plan is run on.

    labels: of the library. views: its sounds. model: whose embeddings; model_key: a digest of it.
    sides: of the plan's split, by audio hash. divisions: the folder of those kept under a name.
    """

    labels: Labels
    views: SongViews
    model: str
    model_key: str
    sides: Mapping[str, str] = field(default_factory=dict)
    divisions: Path | None = None
    systems: Mapping[str, SystemEntry] = field(default_factory=lambda: SYSTEMS)


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

    Raises ExperimentError where songs are too few or the folder cannot be written, Cancelled.
    """
    store = CellStore(folder)
    store.prepare()
    labels = sorted_songs(material.labels)
    rows, skipped = readable_songs(labels, material.views, SubJob(job, 0.0, READING_SHARE))
    labels = select_songs(labels, rows)
    division = _division(plan, labels, material)
    run = _Run(plan, material, Trials(labels, division), store)
    cells = run.cells()
    remarks = _remarks(plan, labels, division)
    write_record(folder, _record(run, cells, len(skipped), remarks))
    n_found, failures = run.finish(cells, SubJob(job, READING_SHARE, 1.0 - READING_SHARE))
    return RunReport(len(cells), n_found, failures, skipped, remarks, division.frozen)


@dataclass(frozen=True, slots=True)
class _Run:
    plan: Plan
    material: Material
    trials: Trials
    store: CellStore

    def cells(self) -> tuple[KnownCell, ...]:
        """List all cells with the names of their files."""
        division, plan = self.trials.division, self.plan
        if not division.by_song:
            plan = replace(plan, by_song=False)
        if not division.frozen:
            plan = replace(plan, split="", frozen_share=0.0)
        known = []
        for cell in plan.cells(division.n_folds, len(division.folds)):
            learned = self.trials.learned_from(cell, unlabelled=plan.unlabelled)
            versions = {
                "system_version": self.material.systems[cell.variant.system].version,
                "model": self.material.model_key,
                "is_short": self._n_labelled(cell) != (cell.budget or self._n_labelled(cell)),
            }
            digest = cell_digest(cell, learned, self.trials.tested(cell), versions)
            known.append(KnownCell(cell, digest, self.trials.of(cell).test))
        return tuple(known)

    def finish(
        self, cells: tuple[KnownCell, ...], job: JobContext
    ) -> tuple[int, tuple[tuple[Cell, str], ...]]:
        """Run the cells that are not finished; return how many were, and which failed."""
        failures, waiting, logged = [], [], self.store.logged()
        finished = set[str]()
        for known in cells:
            job.check()
            result = self.store.read(known.digest)
            if result is None or not result.is_final or not self._fits(result, known):
                waiting.append(known)
                continue
            if known.digest not in logged:  # it was stopped between the two
                self.store.note(known.digest, known.cell, result, self._wauc(known, result))
            if result.reason is not None:
                failures.append((known.cell, result.reason))
        for n_done, known in enumerate(waiting):
            job.check()
            job.report(n_done, len(waiting), self._step(known.cell, n_done, len(waiting)))
            is_same = known.digest in finished  # a budget of all songs that there are
            result = self.store.read(known.digest) if is_same else None
            if result is None:
                result = self._run(known.cell, part_of(job, n_done, len(waiting)))
                self.store.write(known.digest, result)
            finished.add(known.digest)
            self.store.note(known.digest, known.cell, result, self._wauc(known, result))
            if result.reason is not None:
                failures.append((known.cell, result.reason))
        job.report(1.0, 1.0)
        return len(cells) - len(waiting), tuple(failures)

    def _run(self, cell: Cell, job: JobContext) -> CellResult:
        """Have a system learn and score. Raises ExperimentError on a full disk, Cancelled."""
        tested, begun = self.trials.tested(cell), time.monotonic()
        n_labelled = self._n_labelled(cell)
        scores = np.full(tested.states.shape, np.nan)
        reason, is_final = None, True
        try:
            if n_labelled < (cell.budget or 1):
                raise TrainingError(
                    "experiments.too_few_to_label", n=n_labelled, needed=cell.budget or 1
                )
            learned = self.trials.learned_from(cell, unlabelled=self.plan.unlabelled)
            entry = self.material.systems[cell.variant.system]
            system = entry.system(dict(cell.variant.parameters))
            fitted = system.fit(learned, self.material.views, cell.seed, SubJob(job, 0.0, 0.8))
            scores[:] = fitted.scores(tested, SubJob(job, 0.8, 0.2))
        except RhythmCapError as error:
            if is_disk_full(error):
                raise ExperimentError(
                    "experiments.no_room", name=self.store.folder.name, detail=str(error),
                    path=error.path or self.store.folder,
                ) from error  # fmt: skip
            scores[:] = np.nan
            reason = error.message
            is_final = isinstance(error, TrainingError) and error.id not in _PASSING
        seconds = time.monotonic() - begun
        return CellResult(scores.astype(np.float16), n_labelled, seconds, reason, is_final)

    def _n_labelled(self, cell: Cell) -> int:
        n_songs = len(self.trials.of(cell).order)
        return n_songs if cell.budget is None else min(cell.budget, n_songs)

    def _step(self, cell: Cell, n_done: int, n_cells: int) -> str:
        return message(
            "experiments.cell",
            system=cell.variant.label,
            n_songs=self._n_labelled(cell),
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
    run: _Run, cells: tuple[KnownCell, ...], n_skipped: int, remarks: tuple[str, ...]
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


def _remarks(plan: Plan, labels: Labels, division: Division) -> tuple[str, ...]:
    """Say what a reader of the numbers must know of the songs."""
    remarks: list[str] = []
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


# -- divisions that are kept ------------------------------------------------------------------


def _division(plan: Plan, labels: Labels, material: Material) -> Division:
    """Read the division of a plan's name, or make it and keep it under this name."""
    if not plan.division or material.divisions is None:
        return make_division(labels, plan, material.sides)
    path = material.divisions / f"{plan.division}.json"
    try:
        kept = Division.from_json(json.loads(path.read_text(encoding="utf-8")))
        _check_kept(kept, plan, material)
        return kept
    except FileNotFoundError:
        pass
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ExperimentError(
            "experiments.division_damaged", name=plan.division, detail=str(error), path=path
        ) from error
    division = make_division(labels, plan, material.sides)
    try:
        private_folder(path.parent)
        write_text(path, json.dumps(division.to_json()) + "\n")
    except OSError as error:
        raise cannot_write(path, error) from error
    return division


def _check_kept(division: Division, plan: Plan, material: Material) -> None:
    """Raise ExperimentError where a kept division would learn from the test songs of a split."""
    tests = {name for name, side in material.sides.items() if side == TEST}
    if plan.split and tests & set().union(*division.folds):
        raise ExperimentError(
            "experiments.division_of_others", name=plan.division, split=plan.split
        )
