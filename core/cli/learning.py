"""The verbs about models at work: predict, train."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from core.audio.artists import artist_keys
from core.cli.bundles import write_for_elsewhere
from core.cli.changed_files import settle_files, song_in_file
from core.cli.context import feature_cache, find_model, find_split, load_model, open_library
from core.cli.metric_lines import estimate_text, gained_text, metric_lines, reason_lines
from core.cli.song_names import find_song
from core.cli.terminal import Terminal, TerminalJob, counted, expand_stdin, metric_text
from core.cli.verb_parser import USAGE_ERROR
from core.errors import LibraryError, ModelError, RhythmCapError, SoundError, UsageError
from core.jobs import JobContext, SubJob
from core.library.records import Labels, Song
from core.library.store import Library
from core.metrics.metric_records import Estimate
from core.printable import path_from_text, path_text
from core.scores import as_stored, score_text

if TYPE_CHECKING:
    from core.grammar.predicted_caption import LibraryCaptions
    from core.graphics.learning import LearningTask, Task
    from core.library.records import ModelRow
    from core.models.checkpoint import TaggingModel
    from core.models.prediction_records import Predictions
    from core.training.config import FinetuneRequest
    from core.training.finetune_records import EpochReport, FinetuneResult
    from core.training.loop import OnEpoch

N_TOP = 5
DIGITS = 6  # more than is stored: rounded once more it reads as in the window


def predict(options: argparse.Namespace, terminal: Terminal) -> int:
    """Predict the tags of songs of the library, or of any sound files."""
    answers, scores, code = [], {}, 0
    with open_library(options, terminal, allow_read_only=True) as library:
        row = find_model(library, options.model)
        if not row.words:
            raise ModelError("onnx.no_words", name=row.name)
        model = load_model(row, terminal)
        names = expand_stdin(options.songs)
        captions = _captions(options, library, row)
        try:
            with terminal.job("Listening") as job:
                for n_done, name in enumerate(names):
                    job.check()
                    job.report(n_done, len(names), name)
                    try:
                        song, path = _find_sound(library, name, terminal)
                        part = SubJob(job, n_done / len(names), 1.0 / len(names))
                        predicted, remarks = _predict_one(model, song, path, options.taggram, part)
                    except RhythmCapError as error:
                        terminal.error(error)
                        code = max(code, USAGE_ERROR if isinstance(error, UsageError) else 1)
                        continue
                    caption = _caption(captions, song, predicted)
                    answers.append(_prediction_json(path, row.name, predicted) | caption)
                    for remark in remarks:
                        terminal.say(f"{path_text(path)}: {remark}")
                    if song is not None:
                        scores[song.id] = predicted.scores
        finally:  # after Ctrl+C, too
            if scores and not library.read_only:
                library.predictions.put(row.id, scores)
    terminal.data(answers, [line for answer in answers for line in _prediction_lines(answer)])
    return code


def _captions(
    options: argparse.Namespace, library: Library, model: ModelRow
) -> LibraryCaptions | None:
    from core.grammar.predicted_caption import LibraryCaptions

    return LibraryCaptions(library, model) if options.caption else None


def _caption(
    captions: LibraryCaptions | None, song: Song | None, predicted: Predictions
) -> dict[str, str]:
    if captions is None:
        return {}
    caption = captions.of_scores(song.id if song else None, as_stored(predicted.scores))
    return {"caption": captions.text(caption)}


def _find_sound(library: Library, name: str, terminal: Terminal) -> tuple[Song | None, Path]:
    """Find the song that a name means, if it is one of the library, and the file of its sound."""
    path = path_from_text(name).absolute()
    if os.path.isfile(path):
        known = library.songs.by_path(path)
        return known and song_in_file(library, known, terminal), path
    try:
        song = find_song(library, name, terminal)
    except UsageError as error:
        if os.path.isdir(path):
            raise LibraryError("cli.is_folder", text=name) from error
        if error.id == "cli.no_song" and (os.sep in name or path.suffix):
            raise LibraryError("cli.no_song_or_file", text=name) from error
        raise
    settle_files(library, library.songs.locations(song.id - 1, 1), terminal)
    return song, song.path


def _predict_one(
    model: TaggingModel, song: Song | None, path: Path, taggram: bool, job: JobContext
) -> tuple[Predictions, list[str]]:
    """Score a sound; return also what a musician should know of it."""
    from core.features.analyse import analyse_song, ensure_log_mel
    from core.features.decode_pass import load_mix
    from core.models.predict import predict_song
    from core.models.prediction_records import looped_remark

    cache, recipe = feature_cache(), model.card.recipe
    audio_hash = song.audio_hash if song else analyse_song(path, cache, (), job).audio_hash
    log_mel = ensure_log_mel(path, audio_hash, recipe, cache, job)
    try:
        predicted = predict_song(model, log_mel, taggram=taggram, job=job)
    except SoundError as error:
        error.path = path
        raise
    mix = load_mix(cache, audio_hash)
    window_s = recipe.seconds_of(model.network.segment_frames)
    remarks = [mix.remark if mix else None, looped_remark(window_s, log_mel.duration_s)]
    return predicted, [remark for remark in remarks if remark is not None]


def _prediction_json(path: Path, model: str, predicted: Predictions) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "path": str(path),
        "model": model,
        "scores": _scores_json(predicted.words, as_stored(predicted.scores)),
    }
    if predicted.taggram is not None:
        along = as_stored(predicted.taggram.scores)
        answer["taggram"] = {
            "start_s": [round(float(start_s), 3) for start_s in predicted.taggram.start_s],
            "window_s": predicted.taggram.window_s,
            "scores": {
                word: [round(float(score), DIGITS) for score in along[:, index]]
                for index, word in enumerate(predicted.words)
            },
        }
    return answer


def _scores_json(words: tuple[str, ...], scores: np.ndarray) -> dict[str, float]:
    order = np.argsort(-scores, kind="stable")
    return {words[index]: round(float(scores[index]), DIGITS) for index in order}


def _prediction_lines(answer: dict[str, Any]) -> list[str]:
    top = list(answer["scores"].items())[:N_TOP]
    scores = ", ".join(f"{word} {score_text(score)}" for word, score in top)
    caption = [f"  {answer['caption']}"] if answer.get("caption") else []
    return [f"{path_text(Path(answer['path']))}: {scores}", *caption]


def train(options: argparse.Namespace, terminal: Terminal) -> int:
    """Learn from the library's decisions, and register the new model; or have another machine."""
    from core.model_store.registry import register

    _check_beginning(options)
    with open_library(options, terminal) as library:
        training, architecture = _training(options, library, terminal)
        if options.bundle is not None:
            return write_for_elsewhere(options, library, training, terminal)
        learn = _learner(training, architecture, options.device, terminal)
        with terminal.job("Learning") as job:
            result = learn(epoch_printer(terminal, job), job)
            row = register(library, result.card, result.model_path, result.tag_ids)
            library.evaluation.add_split_sides(result.new_sides, options.seed)
            refusal = _use(library, row, options)
    tell_result(result, terminal)
    terminal.data(result_json(row.name, result), result_lines(row.name, result))
    if refusal:
        terminal.warn(refusal)
    if refusal or not options.use:
        terminal.say(f'To use it: rhythmcap models use "{row.name}"')
    return 1 if refusal else 0


def _learner(training: LearningTask, architecture: str, device: str, terminal: Terminal) -> Task:
    """Return what fine-tunes: here, or where the graphics card is."""
    from core.cli.graphics_card import learner
    from core.graphics.learning import gains_from_card

    here = replace(training, device=device)
    if not gains_from_card(training.request, architecture):
        return here
    return learner(training, here, device, terminal)


def _training(
    options: argparse.Namespace, library: Library, terminal: Terminal
) -> tuple[LearningTask, str]:
    """Return what is learned from what by whom, and the architecture of that one."""
    from core.evaluation.published_split import without_test_side
    from core.graphics.learning import LearningTask
    from core.training.fresh_network import ARCHITECTURE as FRESH_ARCHITECTURE

    split = find_split(library, options.split)
    row = None if options.sizes else find_model(library, options.start)
    settle_files(library, library.songs.locations(), terminal)
    labels = without_test_side(library.annotations.labels(), split)
    load_parent, name = _parent(options, library, row)
    request = _request(options, library, name, row)
    terminal.explain(f"starts from {name}")
    explain_labels(labels, terminal)
    training = LearningTask(request, labels, load_parent, feature_cache().folder)
    return training, row.architecture if row else FRESH_ARCHITECTURE


def tell_result(result: FinetuneResult, terminal: Terminal) -> None:
    """Say what learning came to, beside its numbers."""
    _explain_result(result, terminal)
    for note in result.notes:
        terminal.say(note)
    for line in reason_lines(result.after, _wauc_now(result)):
        terminal.say(line)
    for name, reason in result.left_out:
        terminal.say(f"not learned: {name}, {reason}")
    for path, reason in result.skipped:
        terminal.say(f"not heard: {path_text(path)}, {reason}")


def _use(library: Library, row: ModelRow, options: argparse.Namespace) -> str:
    """Use the new model where --use says so, unless it is surely worse; return why not, or ""."""
    from core.evaluation.promotion import change_from_used, is_worse

    if not options.use:
        return ""
    change = change_from_used(library, row)
    if change is not None and is_worse(change) and not options.even_if_worse:
        return (
            f"“{row.name}” is worse on the same songs than the model in use (WAUC"
            f" {gained_text(change)}): it is kept, but not used. --even-if-worse uses it."
        )
    library.models.set_active(row.id)
    return ""


def _check_beginning(options: argparse.Namespace) -> None:
    """Raise UsageError where it shall begin with fresh weights and with a model at once."""
    if options.sizes and (options.start or options.all_models or options.lstm):
        raise UsageError("cli.two_beginnings")
    if options.dct and not options.sizes:
        raise UsageError("cli.dct_without_sizes")
    if options.bundle is not None and options.use:
        raise UsageError("cli.bundle_used")


def _parent(
    options: argparse.Namespace, library: Library, row: ModelRow | None
) -> tuple[Callable[[], TaggingModel], str]:
    """Return what loads the model to start from, and its name."""
    from core.graphics.learning import load_with_sides
    from core.model_store.registry import model_path
    from core.training.fresh_network import fresh_name, fresh_parent

    if row is None:
        name = fresh_name(options.sizes, with_dct=options.dct)
        return partial(fresh_parent, options.sizes, options.seed, with_dct=options.dct), name
    sides = tuple(_other_models(library, row)) if options.all_models else ()
    return partial(load_with_sides, model_path(row), sides), row.name


def explain_labels(labels: Labels, terminal: Terminal) -> None:
    """Tell whoever wants to know all what there is to learn from, or to test on."""
    artists = {key for artist in labels.artists for key in artist_keys(artist)}
    n_yes, n_no = int((labels.states == 1).sum()), int((labels.states == 0).sum())
    terminal.explain(
        f"decisions: {n_yes} yes and {n_no} no, {counted(len(labels.tag_names), 'tag')},"
        f" {counted(len(labels.paths), 'song')} by {counted(len(artists), 'artist')}"
    )


def _explain_result(result: FinetuneResult, terminal: Terminal) -> None:
    terminal.explain(f"depth {result.depth}: {result.depth_reason}")
    terminal.explain(
        f"learned from {counted(result.n_train, 'song')}, measured on {result.n_measured},"
        f" divided by {result.measured_by}; on {result.device}, {result.seconds:.1f} s"
    )
    terminal.explain(f"written: {path_text(result.model_path)}")


def _other_models(library: Library, parent_row: ModelRow) -> list[Path]:
    """Find the other models that were not learned from decisions, oldest first."""
    from core.model_store.registry import has_file, model_path

    rows = sorted(library.models.list(), key=lambda row: row.id)
    others = [row for row in rows if row.id != parent_row.id and not row.learned_here]
    return [model_path(row) for row in others if has_file(row)]


def _request(
    options: argparse.Namespace, library: Library, parent_name: str, parent_row: ModelRow | None
) -> FinetuneRequest:
    from core.model_store.registry import next_learned_name
    from core.training.config import SCHEDULES, SCRATCH, THESIS, Depth, FinetuneRequest

    is_fresh = parent_row is None
    depth = options.depth
    if is_fresh and depth == Depth.AUTOMATIC:
        depth = Depth.EVERYTHING  # there is nothing to leave as it is
    return FinetuneRequest(
        name=options.name or next_learned_name("my ear {}", library.models.list()),
        parent_name=parent_name,
        depth=depth,
        epochs=options.epochs,
        seed=options.seed,
        models_folder=library.models.folder,
        parent_tags=() if parent_row is None else library.models.tag_ids(parent_row.id),
        schedule=SCHEDULES.get(options.schedule, SCRATCH if is_fresh else THESIS),
        lstm=options.lstm,
        from_fresh=is_fresh,
        split_sides=library.evaluation.split_sides(),
    )


def epoch_printer(terminal: Terminal, job: TerminalJob) -> OnEpoch:
    """Return what prints a line after every epoch, below the bar of a job."""

    def print_epoch(report: EpochReport) -> None:
        wauc = "" if report.wauc is None else f", WAUC on songs kept aside {report.wauc:.3f}"
        job.close()
        terminal.say(f"epoch {report.epoch} of {report.epochs}: loss {report.loss:.3f}{wauc}")

    return print_epoch


def result_json(name: str, result: FinetuneResult) -> dict[str, Any]:
    """Return what learning came to as plain data. name: of the model."""
    return {
        "model": name,
        "path": str(result.model_path),
        "metrics": {
            "wauc": result.wauc_after,
            "wauc_before": result.wauc_before,
            "means": {name: mean.to_json() for name, mean in result.means.items()},
            "change": result.change.to_json() if result.change is not None else None,
            "per_tag": {name: tag.to_json() for name, tag in result.after.items()},
            "per_tag_before": {name: tag.to_json() for name, tag in result.before.items()},
        },
        "n_train": result.n_train,
        "n_measured": result.n_measured,
        "measured_by": result.measured_by,
        "left_out": [{"tag": tag, "reason": reason} for tag, reason in result.left_out],
        "depth": result.depth,
        "depth_reason": result.depth_reason,
        "device": result.device,
        "seconds": round(result.seconds, 2),
        "notes": list(result.notes),
    }


def result_lines(name: str, result: FinetuneResult) -> list[str]:
    """Return what learning came to as lines of text, the most important last."""
    now = _wauc_now(result)
    before = metric_text(None if now.reason else result.wauc_before)
    wauc = f"{before} before, {estimate_text(now)} now"
    last = f"{name}: WAUC {wauc}, on {counted(result.n_measured, 'song')}"
    if result.change is not None:
        last += f"; gained {gained_text(result.change.means['wauc'])}"
    return [*metric_lines(result.after, result.change), last]


def _wauc_now(result: FinetuneResult) -> Estimate:
    return result.means.get("wauc", Estimate(result.wauc_after))
