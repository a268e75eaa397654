"""Which system suits a library's tags: a small plan is run, weighed, and kept with its evidence.

RhythmCap's own way is recommended unless another system is better by more than the range of the
paired difference, where the ranges of all systems hold at once; the number of one that was chosen
is put right for having been chosen (core.metrics.selection).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from core.atomic_files import write_text
from core.experiments.cells import CELLS, SUFFIX, CellStore, cannot_write
from core.experiments.choice import Choice, choice_of
from core.experiments.decision_snapshot import write_snapshot
from core.experiments.plan import BY_SONG, FOLDS, Plan
from core.experiments.recommendation_records import (
    CurvePoint,
    Recommendation,
    SystemEvidence,
    Verdict,
)
from core.experiments.recommendation_texts import headline, sentences
from core.experiments.results import ExperimentResults, SystemResult, read_results
from core.experiments.results_table import write_results
from core.experiments.runner import Material, run_plan
from core.experiments.small_plan import (
    TRIED,
    TRIED_BY_LABEL,
    decisions_digest,
    small_plan,
    tried_labels,
)
from core.experiments.timed_systems import PaceBook, timed
from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.messages import Message, message
from core.metrics.measure import WAUC
from core.metrics.metric_records import Estimate
from core.metrics.selection import lowered, widened
from core.models.device import leave_one_core_free
from core.models.probe_form import embedding_key
from core.systems.catalogue import OWN, SYSTEMS
from core.systems.song_views import SongViews

FILE, TABLE, BEGUN = "recommendation.json", "results.csv", "begun.json"
FORMAT, VERSION = "rhythmcap-recommendation", 1
RUN_SHARE, READ_SHARE = 0.93, 0.05  # of the work
GUESSING = 0.5


def recommend(
    material: Material, folder: Path, job: JobContext = SILENT, *, plan: Plan | None = None
) -> Recommendation:
    """Run the small plan into a folder, weigh what it found, and keep that.

    material: with the labels of the whole library. plan: another one of the same systems. A run of
    the same decisions that was stopped goes on. Raises ExperimentError, AudioError, CacheError,
    Cancelled.
    """
    tried = tried_labels(material.labels)
    with leave_one_core_free():
        usual = small_plan(len(tried.audio_hashes))
        return _recommend(material, tried, plan or usual, folder, job)


def material_of(labels: Labels, views: SongViews, model: str) -> Material:
    """Return what the plan is run on. model: the name of the one whose embeddings are used."""
    return Material(labels, views, model, f"{embedding_key(views.model)} {model}")


def _recommend(
    material: Material, tried: Labels, plan: Plan, folder: Path, job: JobContext
) -> Recommendation:
    labels, store = material.labels, CellStore(folder)
    store.prepare()
    _write_json(folder / BEGUN, {"digest": decisions_digest(tried)})
    book = PaceBook.read(folder)
    systems = timed({name: material.systems[name] for name in _names()}, book)
    part = _PlainSteps(SubJob(job, 0.0, RUN_SHARE))
    run_plan(plan, replace(material, labels=tried, systems=systems), folder, part)
    results = read_results(folder, SubJob(job, RUN_SHARE, READ_SHARE))
    choice = choice_of(results, store, SubJob(job, RUN_SHARE + READ_SHARE, 0.02))
    found = replace(
        weigh(results, choice, book),
        model=material.model,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        n_decisions=int((labels.states >= 0).sum()),
    )
    job.check()
    write_results(results, folder / TABLE)
    write_snapshot(folder, labels)
    _write_json(folder / FILE, {"format": FORMAT, "version": VERSION, **found.to_json()})
    _remove_begun(folder, {known.digest for known in results.record.cells})
    return found


class _PlainSteps:
    """A JobContext that names systems in plain words."""

    def __init__(self, job: JobContext) -> None:
        self._job = job

    def report(self, done: float, total: float, what: str = "") -> None:
        """Report progress; a system's label becomes its name."""
        if isinstance(what, Message) and what.id == "experiments.cell":
            given = dict(what.params)
            tried = TRIED_BY_LABEL.get(str(given["system"]))
            if tried is not None:
                system = message(tried.name)
                what = message(
                    "recommendation.step", system=system, n_songs=given["n_songs"],
                    number=given["number"], n_cells=given["n_cells"],
                )  # fmt: skip
        self._job.report(done, total, what)

    def check(self) -> None:
        """Raise Cancelled where the job was cancelled."""
        self._job.check()


def read_recommendation(folder: Path) -> Recommendation | None:
    """Read what was kept in a folder; None where there is nothing, or nothing whole."""
    try:
        stored = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if stored["format"] != FORMAT or int(stored["version"]) > VERSION:
            return None
        return Recommendation.from_json(stored)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def begun_digest(folder: Path) -> str:
    """Return the digest of the decisions that a run which was stopped had; "" where none was."""
    try:
        return str(json.loads((folder / BEGUN).read_text(encoding="utf-8"))["digest"])
    except (OSError, ValueError, LookupError, TypeError):
        return ""


def weigh(results: ExperimentResults, choice: Choice | None, book: PaceBook) -> Recommendation:
    """Say which system is recommended, and why. What it rests on is filled in by the caller.

    choice: what choosing among the systems does; None where the songs allow no ranges.
    """
    systems = tuple(_evidence(results, row, choice, book) for row in _rows(results))
    own = next(system for system in systems if system.label == OWN)
    weighed = _weighed(systems, own, choice)
    row = next(row for row in _rows(results) if row.variant.label == own.label)
    found = Recommendation(
        verdict=weighed.verdict,
        own=own.label,
        chosen=weighed.chosen.label,
        corrected=weighed.corrected,
        optimism=choice.optimism if choice is not None else 0.0,
        gain=choice.gain if choice is not None else Estimate(None),
        systems=systems,
        headline="",
        sentences=(),
        model="",
        made_at="",
        n_songs=row.n_songs,
        n_artists=row.n_artists,
        n_tags=row.n_tags,
        n_decisions=0,
        by_artist=results.record.by_artist,
        depth=TRIED_BY_LABEL[weighed.chosen.label].depth,
    )
    return replace(found, headline=headline(found), sentences=sentences(found))


# -- weighing -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Weighed:
    verdict: Verdict
    chosen: SystemEvidence
    corrected: Estimate


def _weighed(
    systems: Sequence[SystemEvidence], own: SystemEvidence, choice: Choice | None
) -> _Weighed:
    if own.wauc.interval is None or choice is None:
        return _Weighed(Verdict.UNKNOWN, own, own.wauc)
    others = [system for system in systems if system.difference.interval is not None]
    better = [system for system in others if (system.difference.low or 0.0) > 0.0]
    if better:
        chosen = max(better, key=lambda system: system.wauc.value or 0.0)
        corrected, verdict = lowered(chosen.wauc, choice.optimism), Verdict.OTHER
    else:  # nothing was chosen: it stays what it was before anything was measured
        chosen, corrected = own, own.wauc
        known = [one for one in systems if one is not own and one.wauc.value is not None]
        is_best = bool(known) and all((one.difference.high or 0.0) < 0.0 for one in known)
        verdict = Verdict.BEST if is_best else Verdict.GOOD
    lows = [own.wauc.low, *(lowered(one.wauc, choice.optimism).low for one in others)]
    if all((low or 0.0) <= GUESSING for low in lows):
        return _Weighed(Verdict.NOTHING, own, own.wauc)
    return _Weighed(verdict, chosen, corrected)


def _rows(results: ExperimentResults) -> list[SystemResult]:
    """Return every system's result at all labelled songs, in the order of the plan."""
    return [row for row in results.systems if row.kind == FOLDS and row.budget is None]


def _evidence(
    results: ExperimentResults, row: SystemResult, choice: Choice | None, book: PaceBook
) -> SystemEvidence:
    label = row.variant.label
    difference = row.differences.get(WAUC, Estimate(None))
    by_song = results.curve(row.variant, BY_SONG)
    pace = book.usual(row.variant.system)
    number = row.means[WAUC]
    return SystemEvidence(
        label=label,
        name=message(TRIED_BY_LABEL[label].name),
        title=message(SYSTEMS[row.variant.system].title),
        wauc=number,
        spread=row.spread.get(WAUC),
        difference=widened(difference, choice.widening if choice is not None else 1.0),
        by_song=by_song[-1].means[WAUC].value if by_song else None,
        by_song_gain=choice.by_song.get(label, Estimate(None)) if choice else Estimate(None),
        n_learned=row.n_learned,
        fit_s=pace.fit_s if pace is not None else None,
        score_s=pace.score_s if pace is not None else None,
        curve=_curve(results, row),
        reason=row.reason or (number.reason if number.value is None else None),
    )


def _curve(results: ExperimentResults, row: SystemResult) -> tuple[CurvePoint, ...]:
    n_songs, n_folds = len(results.record.audio_hashes), _n_folds(results)
    n_all = round(n_songs * (n_folds - 1) / n_folds)
    return tuple(
        CurvePoint(n_all if one.budget is None else one.budget, one.budget is None, one.means[WAUC])
        for one in results.curve(row.variant)
        if one.means[WAUC].value is not None
    )


def _n_folds(results: ExperimentResults) -> int:
    folds = [known.cell.fold for known in results.record.cells if known.cell.kind == FOLDS]
    return max(folds, default=1) + 1


def _names() -> list[str]:
    return [tried.variant.system for tried in TRIED]


# -- files --------------------------------------------------------------------------------------


def _write_json(path: Path, record: dict[str, object]) -> None:
    try:
        write_text(path, json.dumps(record, ensure_ascii=False) + "\n")
    except OSError as error:
        raise cannot_write(path, error) from error


def _remove_begun(folder: Path, digests: set[str]) -> None:
    """Note that nothing is left to go on with, and remove cells of former decisions."""
    try:
        (folder / BEGUN).unlink(missing_ok=True)
        for path in (folder / CELLS).glob(f"*{SUFFIX}"):
            if path.stem not in digests:
                path.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
