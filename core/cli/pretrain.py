"""The verb pretrain: source training on a data set, by one process or many."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.cli.context import feature_cache, open_library
from core.cli.graphics_card import run_verb_there
from core.cli.terminal import Terminal, TerminalJob, counted, metric_text
from core.errors import LibraryError, RhythmCapError
from core.jobs import SubJob
from core.library.model_rows import models_folder
from core.paths import folders
from core.printable import path_text

if TYPE_CHECKING:
    from core.pretraining.clip_store import ClipStore
    from core.pretraining.data_set import DataSet, DataSetRequest
    from core.pretraining.pretrain import SourceRequest
    from core.pretraining.run_checkpoint import Progress
    from core.pretraining.source_loop import OnSourceEpoch
    from core.pretraining.source_model import SourceResult, SourceScores

ZIP = ".zip"
N_NAMED = 5  # clips that are missing or cannot be read
READ_SHARE = 0.05  # of the progress bar


def pretrain(options: argparse.Namespace, terminal: Terminal) -> int:
    """Train a network on a data set, test it on its split, and register the model."""
    from core.pretraining.data_set import read_data_set
    from core.pretraining.pretrain import SourceInputs, check_request
    from core.pretraining.pretrain import pretrain as train
    from core.pretraining.processes import (
        is_first_process,
        is_started_by_torchrun,
        training_processes,
    )

    if not is_first_process():
        terminal = terminal.silenced()
    request = _request(options)
    check_request(request)
    if not is_started_by_torchrun() and (code := run_verb_there(options, terminal)) is not None:
        return code
    half = options.precision != "32"
    with (
        training_processes(options.device, half=half) as processes,
        terminal.job("Training") as job,
    ):
        data_set = read_data_set(_data_request(options), SubJob(job, 0.0, READ_SHARE))
        inputs = SourceInputs(
            processes, feature_cache(), SubJob(job, READ_SHARE, 1.0 - READ_SHARE),
            _epoch_printer(terminal, job),
            lambda progress: _say_resumed(progress, terminal),
            lambda used, store: _say_data(data_set, used, store, job, terminal),
        )  # fmt: skip
        result = train(request, data_set, inputs)
        if not processes.is_first:
            return 0
    try:
        name, code = _deliver(options, result, terminal), 0
    except (RhythmCapError, OSError) as error:
        _say_undelivered(error, result.path, terminal)
        name, code = result.card.name, 1
    answer = _result_json(name, result) | {"missing": data_set.missing, "failed": result.failed}
    terminal.data(answer, _result_lines(name, result))
    return code


def _request(options: argparse.Namespace) -> SourceRequest:
    from core.pretraining.pretrain import SourceRequest

    out = options.out or f"{options.data_set.absolute().stem} {options.architecture}"
    library = options.library or folders().library_file
    is_zip = Path(out).suffix.casefold() == ZIP
    return SourceRequest(
        name=Path(out).stem if is_zip else out,
        architecture=options.architecture,
        models=folders().pretraining if is_zip else models_folder(library),
        runs=folders().pretraining,
        spectrograms=folders().spectrograms,
        schedule=options.schedule,
        epochs=options.epochs,
        batch_size=options.batch,
        seed=options.seed,
        half=options.precision != "32",
        resume=options.resume,
        checkpoint_every_s=options.checkpoint_minutes * 60.0,
    )


def _data_request(options: argparse.Namespace) -> DataSetRequest:
    from core.pretraining.data_set import DataSetRequest

    audio = options.audio.absolute() if options.audio else None
    if audio is not None and not audio.is_dir():
        raise LibraryError("cli.no_folder", folder=audio, path=audio)
    path = options.data_set.absolute()
    return DataSetRequest(path, audio, options.split, options.words, options.seed)


def _say_data(
    read: DataSet, used: DataSet, store: ClipStore, job: TerminalJob, terminal: Terminal
) -> None:
    """Tell what there is to learn from, and name the clips that are not there."""
    job.close()
    for remark in read.remarks:
        terminal.say(remark)
    n = {side: len(used.rows(side)) for side in ("train", "valid", "test")}
    terminal.say(
        f"{used.name}, split “{used.split}”: {counted(len(used.words), 'word')},"
        f" {counted(n['train'], 'clip')} to learn from, {n['valid']} to say when to stop,"
        f" {n['test']} to test on."
    )
    if read.missing:
        terminal.say(f"{counted(len(read.missing), 'clip')} missing: {_some(read.missing)}")
    for song, reason in store.failed[:N_NAMED]:
        terminal.say(f"not heard: {song}, {reason}")
    if len(store.failed) > N_NAMED:
        terminal.say(f"… and {counted(len(store.failed) - N_NAMED, 'clip')} more")


def _some(names: tuple[str, ...]) -> str:
    return ", ".join(names[:N_NAMED]) + (" …" if len(names) > N_NAMED else "")


def _epoch_printer(terminal: Terminal, job: TerminalJob) -> OnSourceEpoch:
    def print_epoch(report: Any) -> None:
        job.close()
        # an epoch that was resumed after its last batch has read nothing: no rate to tell
        rate = (
            f"; {report.clips_per_s:.1f} clips a second, {report.waited:.0%} of the time waiting"
            " for them"
        )
        terminal.say(
            f"epoch {report.epoch} of {report.epochs}: loss {report.loss:.4f}, on the validation"
            f" side {report.validation_loss:.4f}, WAUC {metric_text(report.wauc)}"
            f"{rate if report.clips_per_s else ''}"
        )

    return print_epoch


def _say_resumed(progress: Progress, terminal: Terminal) -> None:
    epochs = counted(progress.epoch - 1, "epoch")
    terminal.say(f"Goes on after {epochs} and batch {progress.batch} of the next.")
    if len(progress.arithmetics) > 1:
        kinds = ", ".join(progress.arithmetics)
        terminal.say(f"The machines compute differently ({kinds}): so will the weights be others.")


def _deliver(options: argparse.Namespace, result: SourceResult, terminal: Terminal) -> str:
    """Register the model in the library, or write it as a zip; return what it is called now."""
    from core.exchange.model_files.model_archive import export_zip
    from core.model_store.registry import add_file
    from core.models.card import card_path

    out = Path(options.out or "").absolute()
    if out.suffix.casefold() == ZIP:
        export_zip(result.path, out)
        for file in (result.path, card_path(result.path)):
            file.unlink(missing_ok=True)
        terminal.say(f"To learn from it: rhythmcap models import {path_text(out)}")
        return result.card.name
    with open_library(options, terminal) as library:
        name = add_file(library, result.path).name
    terminal.say(f'To learn from it: rhythmcap train --from "{name}"')
    return name


def _say_undelivered(error: RhythmCapError | OSError, path: Path, terminal: Terminal) -> None:
    """Say what is wrong with the library or the zip, and that the model is not lost."""
    if isinstance(error, RhythmCapError):
        terminal.error(error)
    else:
        terminal.warn(str(error))
    terminal.warn(f"The model itself is there: rhythmcap models import {path_text(path)}")


def _result_json(name: str, result: SourceResult) -> dict[str, Any]:
    return {
        "model": name,
        "path": str(result.path),
        "data_set": result.card.labels["data_set"],
        "split": result.card.labels["split"],
        "words": list(result.card.words),
        "n_train": result.n_train,
        "best_epoch": result.progress.best_epoch,
        "validation": _scores_json(result.validation),
        "test": _scores_json(result.test),
    }


def _scores_json(scores: SourceScores) -> dict[str, Any]:
    return {
        "n_clips": scores.n_clips,
        "wauc": scores.wauc,
        "roc_auc": scores.roc_auc,
        "pr_auc": scores.pr_auc,
    }


def _result_lines(name: str, result: SourceResult) -> list[str]:
    lines = [
        f"{side}: WAUC {metric_text(scores.wauc)}, ROC-AUC {metric_text(scores.roc_auc)}, PR-AUC"
        f" {metric_text(scores.pr_auc)} on {counted(scores.n_clips, 'clip')}"
        for side, scores in (("validation", result.validation), ("test", result.test))
        if scores.n_clips
    ]
    return [*lines, f"{name}: {counted(len(result.card.words), 'word')},"
            f" the weights of epoch {result.progress.best_epoch}"]  # fmt: skip
