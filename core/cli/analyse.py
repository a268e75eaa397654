"""The verb about a large collection: analyse its parts, show how far they are, collect them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.cli.context import feature_cache, find_model, open_library
from core.cli.songs import failure_json
from core.cli.terminal import Terminal, columns, counted, expand_stdin
from core.collection.collection_folder import CollectionFolder
from core.collection.collection_records import (
    CollectionStatus,
    Plan,
    Shard,
    ShardRecord,
    SongFailure,
)
from core.collection.song_sources import distinct, is_library, songs_of
from core.collection.status import collection_status
from core.durations import clock_text
from core.errors import UsageError
from core.jobs import JobContext
from core.library.store import Library
from core.model_store.registry import model_path
from core.models.card import WEIGHTS_SUFFIX, read_card
from core.printable import path_from_text, path_text

STDIN = "-"
HEADS = ("part", "state", "songs", "done", "failed", "songs/min", "× real time", "left")
N_EXAMPLES = 3


def analyse(options: argparse.Namespace, terminal: Terminal) -> int:
    """Analyse a part of a collection, or show or collect all parts."""
    if options.status is not None:
        return _show(CollectionFolder(options.status), terminal)
    if options.collect is not None:
        return _collect(options, CollectionFolder(options.collect), terminal)
    from core.collection.shard_run import on_this_machine, run_shard

    shard, folder = Shard.parse(options.shard), CollectionFolder(options.out)
    plan = _plan(options, folder, terminal)
    if options.plan:
        return _tell_plan(folder, plan, terminal)
    engine = on_this_machine(options.workers)
    if options.dask:
        from core.collection.on_scheduler import on_scheduler

        engine = on_scheduler(options.dask)
    with terminal.job("Analysing") as job:
        record = run_shard(folder, shard, engine, job)
    return _tell_shard(folder, record, terminal)


# -- planning --------------------------------------------------------------------------------------


def _plan(options: argparse.Namespace, folder: CollectionFolder, terminal: Terminal) -> Plan:
    """Return the plan of a folder, made now where there is none; what was asked for must fit it."""
    from core.collection.planning import Storage, ensure_same_request, make_plan

    source = path_from_text(options.source).absolute() if options.source else None
    storage = Storage(options.cache, not options.no_features)
    if folder.has_plan():
        plan = folder.read_plan()
        models = _model_files(options, terminal) if options.model else []
        digests = [read_card(path).weights_digest for path in models]
        named = source if options.source != STDIN else None
        ensure_same_request(folder, plan, named, digests, storage)
        return plan
    if source is not None and options.source != STDIN and not source.exists():
        raise UsageError("collection.no_source", name=source.name, path=source)
    if source is None or is_library(source):
        options.library = source or options.library
        with open_library(options, terminal, allow_read_only=True) as library:
            models, songs = _models_of(options, library), _library_songs(library)
            source = library.path
    else:
        with terminal.job("Looking") as job:
            songs = _named_songs(options, source, job)
        models = _model_files(options, terminal)
    return make_plan(folder, songs, models, source, storage)


def _library_songs(library: Library) -> tuple[Path, ...]:
    found = [location.path for location in library.songs.locations() if not location.missing]
    return distinct(found, library.path)


def _named_songs(options: argparse.Namespace, source: Path, job: JobContext) -> tuple[Path, ...]:
    if options.source != STDIN:
        return songs_of(source, job)
    named = [path_from_text(name).absolute() for name in expand_stdin([STDIN])]
    return distinct(named, Path(STDIN), job)


def _model_files(options: argparse.Namespace, terminal: Terminal) -> list[Path]:
    """Return the model files that are asked for; the library is opened only to find names."""
    if options.model and all(map(_is_model_file, options.model)):
        return [path_from_text(name).absolute() for name in options.model]
    with open_library(options, terminal, allow_read_only=True) as library:
        return _models_of(options, library)


def _models_of(options: argparse.Namespace, library: Library) -> list[Path]:
    return [
        path_from_text(name).absolute()
        if name and _is_model_file(name)
        else model_path(find_model(library, name))
        for name in options.model or [None]
    ]


def _is_model_file(name: str) -> bool:
    path = path_from_text(name)
    return path.suffix == WEIGHTS_SUFFIX and path.is_file()


def _tell_plan(folder: CollectionFolder, plan: Plan, terminal: Terminal) -> int:
    names = [model.name for model in plan.models]
    terminal.data(
        {"plan": str(folder.plan_file), "songs": len(plan.songs), "models": names},
        [f"{counted(len(plan.songs), 'song')}, {', '.join(names)}: {path_text(folder.plan_file)}"],
    )
    return 0


# -- parts -----------------------------------------------------------------------------------------


def _tell_shard(folder: CollectionFolder, record: ShardRecord, terminal: Terminal) -> int:
    lines = [_failure_line(failed) for failed in record.failures]
    terminal.data(_record_json(record), lines)
    terminal.say(
        f"Part {record.shard}: {counted(record.n_songs, 'song')}, {record.n_done} done,"
        f" {len(record.failures)} failed{_rate(record)}."
    )
    if not record.n_songs:
        terminal.say("No song of the collection falls into this part.")
    terminal.say(f"How far all parts are: rhythmcap analyse --status {path_text(folder.path)}")
    return 1 if record.failures and not record.n_done else 0


def _rate(record: ShardRecord) -> str:
    rate = record.songs_per_minute
    return "" if rate is None else f", {rate:.1f} songs a minute"


def _failure_line(failed: SongFailure) -> str:
    return f"{path_text(failed.path)}: {failed.reason} {failed.remedy}".rstrip()


def _record_json(record: ShardRecord) -> dict[str, Any]:
    raw = record.to_json()
    return {**raw, "shard": str(record.shard), "n_waiting": record.n_waiting}


# -- all parts -------------------------------------------------------------------------------------


def _show(folder: CollectionFolder, terminal: Terminal) -> int:
    status = collection_status(folder)
    terminal.data(_status_json(status), _status_lines(status))
    for cause, failures in status.causes.items():
        terminal.say(f"{counted(len(failures), 'failure')} of one kind ({cause}):")
        for failed in failures[:N_EXAMPLES]:
            terminal.say(f"  {_failure_line(failed)}")
    _say_arithmetics(status.arithmetics, terminal)
    return 0


def _say_arithmetics(arithmetics: Sequence[str], terminal: Terminal) -> None:
    """Tell where some songs were scored otherwise than others."""
    if len(arithmetics) > 1:
        kinds = ", ".join(arithmetics)
        terminal.say(f"The machines compute differently ({kinds}): last digits of scores differ.")


def _status_json(status: CollectionStatus) -> dict[str, Any]:
    return {
        "version": status.plan.version,
        "models": [model.name for model in status.plan.models],
        "songs": len(status.plan.songs),
        "done": status.n_done,
        "failed": len(status.failures),
        "seconds_left": status.seconds_left,
        "not_begun": list(status.missing),
        "parts": [
            {**_record_json(record), "state": _state(status, record)} for record in status.records
        ],
        "causes": {cause: len(failures) for cause, failures in status.causes.items()},
        "arithmetics": list(status.arithmetics),
    }


def _state(status: CollectionStatus, record: ShardRecord) -> str:
    if record.is_finished:
        return "finished"
    return "at work" if record.shard.number in status.alive else "stopped"


def _status_lines(status: CollectionStatus) -> Sequence[str]:
    rows = [list(HEADS)]
    for record in status.records:
        rate = record.songs_per_minute
        left_s = 60.0 * record.n_waiting / rate if rate and record.n_waiting else None
        rows.append([
            str(record.shard), _state(status, record), str(record.n_songs), str(record.n_done),
            str(len(record.failures)), "–" if rate is None else f"{rate:.1f}",
            f"{record.audio_s / record.seconds:.0f}" if rate else "–",
            "" if left_s is None else clock_text(left_s),
        ])  # fmt: skip
    if status.missing:
        of = status.records[0].shard.of
        rows += [[f"{number}/{of}", "not begun"] + [""] * 6 for number in status.missing]
    left = status.seconds_left
    total = (
        f"{status.n_done} of {counted(len(status.plan.songs), 'song')} done,"
        f" {len(status.failures)} failed"
        + (f", about {clock_text(left)} left with the parts at work" if left else "")
    )
    return [*columns(rows, frozenset(range(2, len(HEADS)))), total]


def _collect(options: argparse.Namespace, folder: CollectionFolder, terminal: Terminal) -> int:
    from core.collection.collecting import collect

    with open_library(options, terminal) as library, terminal.job("Collecting") as job:
        collected = collect(library, folder, feature_cache(), job)
    imported = collected.imported
    terminal.data(
        {
            "added": len(imported.added),
            "already": len(imported.already),
            "scored": collected.n_scored,
            "failed": [failure_json(failure) for failure in imported.failed],
            "waiting": collected.n_waiting,
            "arithmetics": list(collected.arithmetics),
        },
        [_failure_line(failed) for failed in collected.failures],
    )
    terminal.say(f"{len(imported.added)} added, {len(imported.already)} there already.")
    for name, n_songs in collected.n_scored.items():
        terminal.say(f"“{name}”: scores of {counted(n_songs, 'song')}.")
    if collected.failures:
        terminal.say(f"{len(collected.failures)} could not be analysed.")
    if collected.n_waiting:
        terminal.say(f"{counted(collected.n_waiting, 'song')} not analysed yet.")
    _say_arithmetics(collected.arithmetics, terminal)
    return 0
