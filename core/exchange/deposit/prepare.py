"""Preparing a deposit: the folder with all of its files, whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from pathlib import Path

from core.atomic_files import draft_folder, made_folder
from core.errors import ExchangeError, ModelError
from core.exchange.deposit.abx_table import write_abx_tests
from core.exchange.deposit.agreement_table import write_agreement
from core.exchange.deposit.codebook_files import write_codebook_files
from core.exchange.deposit.croissant import write_croissant
from core.exchange.deposit.deposit_records import (
    SUMS,
    WRITTEN_LAST,
    Contents,
    Deposit,
    DepositFault,
    DepositOptions,
)
from core.exchange.deposit.descriptions import Facts, write_descriptions
from core.exchange.deposit.measures import (
    ModelMeasures,
    counts_headline,
    write_headline,
    write_measures,
)
from core.exchange.deposit.repeats_table import write_repeats
from core.exchange.deposit.research_object import write_crate
from core.exchange.deposit.song_files import (
    SongSummary,
    write_index,
    write_song_files,
    write_split,
)
from core.exchange.file_errors import CANNOT_WRITE, MODEL_NOT_WRITTEN, cannot_write
from core.exchange.format_records import ExportOptions
from core.exchange.format_registry import format_named
from core.exchange.label_source import LabelSource
from core.exchange.model_files.model_archive import export_zip
from core.jobs import SILENT, JobContext, SubJob
from core.library.records import ModelRow
from core.library.store import Library
from core.model_store.registry import model_path
from core.models.card import ModelCard, read_card
from core.paths import resource

SCRIPTS = {
    "reproduce.py": "works the headline numbers out again; needs pandas",
    "load.py": "loads the deposit; needs only csv and json",
}
LEARNED, KEPT = "learned", "kept aside"
UNNAMED = {DepositFault.NO_TITLE, DepositFault.NO_CREATOR, DepositFault.NO_NAME}
STAGES = {"songs": 2, "csv": 3, "jams": 8, "model": 2, "index": 2, "agreement": 3, "sums": 1}
AUDIO_STAGE = 300  # what reading all sound files takes, against these


def prepare_deposit(
    library: Library, folder: Path, options: DepositOptions, job: JobContext = SILENT
) -> Deposit:
    """Make a deposit's folder; it must not be there yet, or be empty.

    Raises ExchangeError where it cannot be written, or the model is not there; Cancelled. Then
    nothing is left of it.
    """
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExchangeError("exchange.not_empty", name=folder.name, path=folder)
    if UNNAMED & {problem.fault for problem in options.problems}:
        raise ExchangeError("exchange.deposit_unnamed", path=folder)
    try:
        with made_folder(folder.parent), draft_folder(folder.parent) as draft:
            contents = Contents(draft / "deposit")
            contents.folder.mkdir()
            with library.database.snapshot():  # all tables are of one moment
                headline = _fill(library, contents, options, job)
            job.check()
            with contextlib.suppress(FileNotFoundError):
                folder.rmdir()
            contents.folder.rename(folder)
    except OSError as error:
        raise cannot_write(folder, error) from error
    except (ExchangeError, ModelError) as error:  # one that names a file of the draft
        if error.id in (CANNOT_WRITE, MODEL_NOT_WRITTEN) and isinstance(error.__cause__, OSError):
            raise cannot_write(folder, error.__cause__) from error
        raise
    return Deposit(folder, tuple(contents.files), headline)


def _fill(
    library: Library, contents: Contents, options: DepositOptions, job: JobContext
) -> dict[str, float]:
    source = LabelSource(library, options.query, all_annotators=options.all_annotators)
    stages = _stages(options, job)
    summary = write_song_files(source, contents, stages["songs"])
    for name, name_there, what in (
        ("csv", "data/decisions.csv", "all decisions, a row each"),
        ("jams", "data/jams", "the decisions of a song as JAMS"),
    ):
        _write_format(name, source, contents, (name_there, what), stages[name])
    listening = write_repeats(source, contents)
    listening += write_abx_tests(source, contents, summary.files.keys())
    write_codebook_files(source, contents, options, summary.files.keys())
    headline, measures = counts_headline(summary), None
    if options.model:
        numbers, measures = _add_model(library, contents, options, summary, stages["model"])
        headline |= numbers
    write_index(contents, summary, with_audio=options.audio_checksums, job=stages["index"])
    agreement: tuple[str, ...] = ()
    if options.all_annotators:
        numbers, agreement = write_agreement(library, contents, source.ids, stages["agreement"])
        headline |= numbers
    write_headline(contents, headline)
    for name, what in SCRIPTS.items():
        shutil.copyfile(resource(f"deposit/{name}"), contents.add(name, what))
    tags = library.codebook.tags(include_retired=True)
    facts = Facts(options, summary, len(tags), headline, agreement, measures, listening)
    write_descriptions(contents, facts)
    write_croissant(contents, options, _digests(contents, stages["sums"]))
    write_crate(contents, options)
    _write_sums(contents, stages["sums"])
    return headline


def _stages(options: DepositOptions, job: JobContext) -> dict[str, SubJob]:
    """Share the job out, so that its bar goes forward at an even pace."""
    weights = STAGES | ({"index": AUDIO_STAGE} if options.audio_checksums else {})
    stages, begun, total = {}, 0.0, sum(weights.values())
    for name, weight in weights.items():
        stages[name] = SubJob(job, begun / total, weight / total)
        begun += weight
    return stages


def _write_format(
    name: str, source: LabelSource, contents: Contents, target: tuple[str, str], job: JobContext
) -> None:
    """Write all decisions in a format. target: where, and what is said of its files."""
    name_there, what = target
    path = contents.folder / name_there
    path.parent.mkdir(parents=True, exist_ok=True)
    write = format_named(name).write
    assert write is not None
    written = write(source, path, ExportOptions(only_names=True), job)
    for file in written.files:
        contents.files[file.relative_to(contents.folder).as_posix()] = what


def _add_model(
    library: Library,
    contents: Contents,
    options: DepositOptions,
    summary: SongSummary,
    job: JobContext,
) -> tuple[dict[str, float], ModelMeasures]:
    """Write a model's card, numbers, split, and the whole of it if wanted."""
    row = _model_row(library, options.model)
    try:
        path = model_path(row)
        card = read_card(path)
        (contents.add("model/card.json", "the model's card, for programs")).write_text(
            card.to_json(), encoding="utf-8"
        )
        if options.weights:
            export_zip(path, contents.add("model/model.zip", "the model, whole"), job)
    except ModelError as error:
        if error.id == MODEL_NOT_WRITTEN:
            raise
        raise ExchangeError("exchange.model_gone", name=options.model, why=error.message) from error
    kept = frozenset(summary.files)
    sides = _sides(card, kept)
    if sides:
        write_split(contents, "model", sides)
    return write_measures(contents, card, row, kept, options.licence)


def _model_row(library: Library, name: str) -> ModelRow:
    found = next((row for row in library.models.list() if row.name == name), None)
    if found is None:
        raise ExchangeError("exchange.no_model", name=name)
    return library.models.get(found.id) or found  # the list leaves numbers out


def _sides(card: ModelCard, kept: frozenset[str]) -> list[tuple[str, str]]:
    """Say of every song of a model's snapshot whether the model learned from it."""
    aside = set(card.labels.get("kept_back", ()))
    hashes = card.labels.get("audio_hashes", ())
    return [
        (audio_hash, KEPT if row in aside else LEARNED)
        for row, audio_hash in enumerate(hashes)
        if audio_hash in kept
    ]


def _digests(contents: Contents, job: JobContext) -> dict[str, str]:
    digests = {}
    for name in contents.files:
        job.check()
        with (contents.folder / name).open("rb") as file:
            digests[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return digests


def _write_sums(contents: Contents, job: JobContext) -> None:
    """Write the checksums of all files, as sha256sum reads them."""
    lines = [f"{digest}  {name}\n" for name, digest in sorted(_digests(contents, job).items())]
    contents.add(SUMS, WRITTEN_LAST[SUMS]).write_text("".join(lines), encoding="utf-8")
