"""Gathers what a report shows from a library: read once, on the thread that holds the library."""

from __future__ import annotations

import contextlib
import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.audio.artists import artist_keys
from core.errors import ExperimentError, ModelError
from core.evaluation.agreement import library_agreement
from core.evaluation.agreement_records import LibraryAgreement
from core.evaluation.ceiling import measure_ceilings
from core.evaluation.confusions import confused_pairs, contradicted_songs
from core.evaluation.evaluation_records import Evaluation
from core.evaluation.kept_robustness import kept_file, load_robustness
from core.evaluation.own_agreement import own_agreement, own_ceilings
from core.evaluation.reliability import measure_reliability
from core.evaluation.report import ScoredSongs
from core.experiments.experiment_record import FILE, read_record
from core.experiments.results import ExperimentResults, read_results
from core.jobs import SILENT, JobContext, SubJob
from core.library.records import CELL_UNSURE, Labels, ModelRow
from core.library.store import Library
from core.messages import message
from core.metrics.metric_records import Estimate, MetricChange
from core.model_store.registry import current_card
from core.models.card import ModelCard
from core.reports.report_records import (
    DataSheet,
    ModelVersion,
    ReportData,
    ReportOptions,
    SongName,
)
from core.training.folds import artist_numbers

PROGRAMS = ("numpy", "scipy", "torch", "scikit-learn", "soundfile", "soxr")
MOST_LISTED = 20  # pairs of tags, and songs
MOST_EXPERIMENTS = 3  # the ones run last
ROWS_AT_ONCE = 500
DAY = 10  # letters of an ISO 8601 date


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured just now, or from the scores on the model's card.

    n_looks: see note_look. split: the name of a published one, "" for none.
    """

    row: ModelRow
    scored: ScoredSongs
    evaluation: Evaluation
    n_looks: int = 0
    split: str = ""


def gather_report(
    library: Library,
    measured: Measured,
    options: ReportOptions,
    experiments: Path,
    job: JobContext = SILENT,
) -> ReportData:
    """Read all that belongs into a report. experiments: the folder with their folders.

    Raises LibraryError, Cancelled.
    """
    row, evaluation, labels = measured.row, measured.evaluation, measured.scored.labels
    names, cells, groups = list(evaluation.per_tag), evaluation.cells, artist_numbers(labels)
    job.report(0.0, 1.0, message("report.gathering"))
    results, damaged = _experiments(library, experiments, SubJob(job, 0.0, 0.6))
    agreement = _agreement(library, SubJob(job, 0.6, 0.2))
    sheet = _data_sheet(library, SubJob(job, 0.8, 0.2))
    pairs, n_pairs = confused_pairs(names, cells, MOST_LISTED)
    contradicted, n_contradicted = contradicted_songs(cells, MOST_LISTED)
    job.check()
    data = ReportData(
        options=options,
        row=row,
        card=_card(library, row),
        evaluation=evaluation,
        labels=labels,
        categories=categories_of(library),
        songs=dict(_song_names(library, labels)),
        data_sheet=sheet,
        reliability=measure_reliability(cells, groups),
        pairs=pairs,
        n_pairs=n_pairs,
        contradicted=contradicted,
        n_contradicted=n_contradicted,
        n_looks=measured.n_looks,
        split=measured.split,
        versions=_versions(library),
        experiments=results,
        damaged=damaged,
        robustness=load_robustness(kept_file(library.path, row.file)),
        agreement=agreement,
        programs=_programs(),
    )
    return _with_ears(library, data, groups)


def _with_ears(library: Library, data: ReportData, groups: NDArray[np.int64]) -> ReportData:
    """Add what other annotators, and the own ear a second time, made of the same songs."""
    names, cells = list(data.evaluation.per_tag), data.evaluation.cells
    own, by_tag = own_ceilings(library, names, cells)
    others = measure_ceilings(library, names, cells, groups) if data.agreement else ()
    ceilings = others if own is None else (own, *others)
    own_tags = own_agreement(library)
    return replace(data, ceilings=ceilings, own_tags=own_tags, own_ceilings=by_tag)


def categories_of(library: Library) -> dict[str, str]:
    """Map tags to their categories, in the codebook's order."""
    names = {category.id: category.name for category in library.codebook.categories()}
    return {tag.name: names[tag.category_id] for tag in library.codebook.tags()}


def _card(library: Library, row: ModelRow) -> ModelCard | None:
    with contextlib.suppress(ModelError):
        return current_card(library, row)
    return None


def _song_names(library: Library, labels: Labels) -> Iterator[tuple[int, SongName]]:
    for first in range(0, len(labels.song_ids), ROWS_AT_ONCE):
        for found in library.songs.rows(labels.song_ids[first : first + ROWS_AT_ONCE]):
            song = found.song
            yield (
                song.id,
                SongName(song.display_title, song.display_artist, song.audio_hash),
            )


def _data_sheet(library: Library, job: JobContext) -> DataSheet:
    labels = library.annotations.labels()
    judged = np.flatnonzero((labels.states != -1).any(axis=1))
    keys = [artist_keys(labels.artists[row]) for row in judged.tolist()]
    sources: dict[str, int] = {}
    years, days, duration_s, n_with_guess = set[int](), list[str](), 0.0, 0
    for first in range(0, len(judged), ROWS_AT_ONCE):
        job.check()
        job.report(first, len(judged), message("report.gathering"))
        ids = labels.song_ids[judged[first : first + ROWS_AT_ONCE]].tolist()
        for found in library.songs.rows(ids):
            duration_s += found.song.duration_s
            years.update({found.song.year} if found.song.year else ())
        for decisions in library.annotations.on_songs(ids).values():
            whole = [decision for decision in decisions if decision.start_s is None]
            for decision in whole:
                kind = decision.source.value
                sources[kind] = sources.get(kind, 0) + 1
                n_with_guess += bool(decision.guess_visible)
                days.append(decision.updated_at[:DAY])
    return DataSheet(
        library=_library_name(library.path),
        annotator=library.annotators.current.name,
        n_library_songs=library.songs.count(),
        n_songs=len(judged),
        n_artists=len({key for own in keys for key in own}),
        n_without_artist=sum(not own for own in keys),
        duration_s=duration_s,
        years=(min(years), max(years)) if years else None,
        n_tags=len(labels.tag_names),
        n_yes=int((labels.states == 1).sum()),
        n_no=int((labels.states == 0).sum()),
        n_unsure=int((labels.states == CELL_UNSURE).sum()),
        sources=dict(sorted(sources.items())),
        n_with_guess=n_with_guess,
        first_day=min(days, default=""),
        last_day=max(days, default=""),
        codebook_version=labels.codebook_version,
        digest=labels.digest,
    )


def _library_name(path: Path) -> str:
    """Return a library's name: its file's, or its folder's where the file is called as all are."""
    return path.absolute().parent.name if path.stem == "library" else path.stem


def _versions(library: Library) -> tuple[ModelVersion, ...]:
    """Return the models learned here that were measured, the oldest first."""
    rows = {row.id: row for row in library.models.list()}
    found = []
    for listed in sorted(rows.values(), key=lambda row: (row.created_at, row.id)):
        row = library.models.get(listed.id) if listed.learned_here else None  # all its numbers
        means = row.metrics.get("means") if row is not None else None
        if row is None or not isinstance(means, Mapping):
            continue
        parent = rows.get(row.parent_id) if row.parent_id else None
        change = MetricChange.from_json(row.metrics.get("change")).means.get("wauc")
        found.append(
            ModelVersion(
                row.name,
                row.created_at,
                parent.name if parent else "",
                _count(row.metrics.get("n_train")),
                _count(row.metrics.get("n_held_out")),
                Estimate.from_json(means.get("wauc")),
                change or Estimate(None),
            )
        )
    return tuple(found)


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _experiments(
    library: Library, folder: Path, job: JobContext
) -> tuple[tuple[ExperimentResults, ...], tuple[str, ...]]:
    """Sum up experiments on this library's songs; also the names of those that are damaged."""
    folders = sorted(folder.glob(f"*/{FILE}")) if folder.is_dir() else []
    mine, damaged = list[Path](), list[str]()
    for file in folders:
        job.check()
        try:
            hashes = read_record(file.parent).audio_hashes
        except ExperimentError:
            damaged.append(file.parent.name)
            continue
        if hashes and len(library.songs.ids_of_hashes(hashes)) == len(hashes):
            mine.append(file)
    latest = sorted(mine, key=lambda file: (-file.stat().st_mtime, file))[:MOST_EXPERIMENTS]
    results = []
    for number, file in enumerate(sorted(latest)):
        part = SubJob(job, number / len(latest), 1.0 / len(latest))
        try:
            results.append(read_results(file.parent, part))
        except ExperimentError:
            damaged.append(file.parent.name)
    return tuple(results), tuple(damaged)


def _agreement(library: Library, job: JobContext) -> LibraryAgreement | None:
    """Compare annotators, where there are several."""
    if len(library.colleagues.ears()) < 2:
        return None
    return library_agreement(library, job=job)


def _programs() -> tuple[tuple[str, str], ...]:
    known = [("RhythmCap", program_version())]
    known.append(("Python", platform.python_version()))
    known += [(name, _version(name)) for name in PROGRAMS]
    return tuple((name, found) for name, found in known if found)


def program_version() -> str:
    """Return the version of RhythmCap."""
    return _version("rhythmcap") or "source"


def _version(package: str) -> str:
    with contextlib.suppress(PackageNotFoundError):
        return version(package)
    return ""
