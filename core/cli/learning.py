"""The verbs about models at work: predict, train, evaluate."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from core.cli.context import feature_cache, find_model, find_song, load_model, open_library
from core.cli.terminal import Terminal, TerminalJob, columns, expand_stdin, score_text
from core.errors import ModelError, RhythmCapError
from core.library.store import Library
from core.paths import folders

if TYPE_CHECKING:
    from core.library.records import ModelRow
    from core.models.checkpoint import TaggingModel
    from core.models.prediction_records import Predictions
    from core.training.config import FinetuneRequest
    from core.training.finetune_records import EpochReport, FinetuneResult

N_TOP = 5
DIGITS = 4


def predict(options: argparse.Namespace, terminal: Terminal) -> int:
    """Predict the tags of songs of the library, or of any sound files."""
    answers, scores, n_failed = [], {}, 0
    with open_library(options, terminal, allow_read_only=True) as library:
        row = find_model(library, options.model)
        if not row.words:
            raise ModelError("onnx.no_words", name=row.name)
        model = load_model(row)
        with terminal.job("Listening") as job:
            names = expand_stdin(options.songs)
            for n_done, name in enumerate(names):
                job.report(n_done, len(names), name)
                try:
                    song_id, path, predicted = _predict_one(library, model, name, options.taggram)
                except RhythmCapError as error:
                    terminal.error(error)
                    n_failed += 1
                    continue
                answers.append(_prediction_json(path, row.name, predicted))
                if song_id is not None:
                    scores[song_id] = predicted.scores
        if scores and not library.read_only:
            library.predictions.put(row.id, scores)
    terminal.data(answers, [_prediction_line(answer) for answer in answers])
    return 1 if n_failed else 0


def _predict_one(
    library: Library, model: TaggingModel, name: str, taggram: bool
) -> tuple[int | None, Path, Predictions]:
    from core.features.analyse import analyse_song, ensure_log_mel
    from core.models.predict import predict_song

    cache, recipe = feature_cache(), model.card.recipe
    path = Path(name).expanduser().absolute()
    song = library.songs.by_path(path) if path.is_file() else find_song(library, name)
    if song is not None:
        song_id, path, audio_hash = song.id, song.path, song.audio_hash
    else:
        song_id, audio_hash = None, analyse_song(path, cache, ()).audio_hash
    log_mel = ensure_log_mel(path, audio_hash, recipe, cache)
    return song_id, path, predict_song(model, log_mel, taggram=taggram)


def _prediction_json(path: Path, model: str, predicted: Predictions) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "path": str(path),
        "model": model,
        "scores": _scores_json(predicted.words, predicted.scores),
    }
    if predicted.taggram is not None:
        answer["taggram"] = {
            "start_s": [round(float(start_s), 3) for start_s in predicted.taggram.start_s],
            "window_s": predicted.taggram.window_s,
            "scores": {
                word: [round(float(score), DIGITS) for score in predicted.taggram.scores[:, index]]
                for index, word in enumerate(predicted.words)
            },
        }
    return answer


def _scores_json(words: tuple[str, ...], scores: np.ndarray) -> dict[str, float]:
    order = np.argsort(-scores, kind="stable")
    return {words[index]: round(float(scores[index]), DIGITS) for index in order}


def _prediction_line(answer: dict[str, Any]) -> str:
    top = list(answer["scores"].items())[:N_TOP]
    scores = ", ".join(f"{word} {score:.2f}".replace(" 0.", " .") for word, score in top)
    return f"{Path(answer['path']).name}: {scores}"


def train(options: argparse.Namespace, terminal: Terminal) -> int:
    """Learn from the library's decisions, and register the new model."""
    from core.model_store.registry import register
    from core.training.finetune import finetune

    with open_library(options, terminal) as library:
        parent_row = find_model(library, options.start)
        request, labels = _request(options, library, parent_row), library.annotations.labels()
        parent, cache = load_model(parent_row), feature_cache()
        with terminal.job("Learning") as job:
            on_epoch = _epoch_printer(terminal, job)
            result = finetune(request, labels, parent, cache, on_epoch, job)
        row = register(library, result.card, result.model_path, result.tag_ids)
        if options.use:
            library.models.set_active(row.id)
    for note in (result.depth_reason, *result.notes):
        terminal.say(note)
    for name, reason in result.left_out:
        terminal.say(f"not learned: {name}, {reason}")
    for path, reason in result.skipped:
        terminal.say(f"not heard: {path}, {reason}")
    terminal.data(_result_json(row.name, result), _result_lines(row.name, result))
    if not options.use:
        terminal.say(f'To use it: rhythmcap models use "{row.name}"')
    return 0


def _request(
    options: argparse.Namespace, library: Library, parent_row: ModelRow
) -> FinetuneRequest:
    from core.training.config import SCHEDULES, THESIS, FinetuneRequest

    return FinetuneRequest(
        name=options.name or f"my ear {len(library.models.list())}",
        parent_name=parent_row.name,
        depth=options.depth,
        epochs=options.epochs,
        seed=options.seed,
        models_folder=folders().models,
        parent_tags=library.models.tag_ids(parent_row.id),
        schedule=SCHEDULES.get(options.schedule, THESIS),
        lstm=options.lstm,
    )


def _epoch_printer(terminal: Terminal, job: TerminalJob) -> Any:
    def print_epoch(report: EpochReport) -> None:
        wauc = "no held-out songs" if report.wauc is None else f"WAUC {report.wauc:.3f}"
        job.close()
        terminal.say(f"epoch {report.epoch} of {report.epochs}: loss {report.loss:.3f}, {wauc}")

    return print_epoch


def _result_json(name: str, result: FinetuneResult) -> dict[str, Any]:
    return {
        "model": name,
        "path": str(result.model_path),
        "metrics": {
            "wauc": result.wauc_after,
            "wauc_before": result.wauc_before,
            "per_tag": {name: tag.to_json() for name, tag in result.after.items()},
            "per_tag_before": {name: tag.to_json() for name, tag in result.before.items()},
        },
        "n_train": result.n_train,
        "n_held_out": result.n_held_out,
        "left_out": [{"tag": tag, "reason": reason} for tag, reason in result.left_out],
        "depth": result.depth,
        "depth_reason": result.depth_reason,
        "device": result.device,
        "seconds": round(result.seconds, 2),
        "notes": list(result.notes),
    }


def _result_lines(name: str, result: FinetuneResult) -> list[str]:
    head = [["tag", "songs", "AUC before", "AUC now", "AP", "F1"]]
    rows = []
    for tag, after in sorted(result.after.items()):
        before = result.before.get(tag)
        scores = (before.auc if before else None, after.auc, after.ap, after.f1)
        rows.append([tag, str(after.support), *map(score_text, scores)])
    wauc = f"{score_text(result.wauc_before)} before, {score_text(result.wauc_after)} now"
    last = f"{name}: WAUC {wauc}, on {result.n_held_out} held-out songs"
    return [*columns(head + rows, frozenset(range(1, 6))), last]


def evaluate(options: argparse.Namespace, terminal: Terminal) -> int:
    """Compare a model with the user's decisions on held-out songs."""
    from core.evaluation.report import evaluate as evaluate_model

    with open_library(options, terminal, allow_read_only=True) as library:
        row = find_model(library, options.model)
        labels, tag_ids = library.annotations.labels(), library.models.tag_ids(row.id)
        with terminal.job("Listening") as job:
            report = evaluate_model(
                load_model(row), labels, feature_cache(), job,
                all_songs=options.all, model_tags=tag_ids,
            )  # fmt: skip
    head = [["tag", "songs", "AUC", "AP", "F1"]]
    rows = [
        [tag, str(scores.support), *map(score_text, (scores.auc, scores.ap, scores.f1))]
        for tag, scores in sorted(report.per_tag.items())
    ]
    songs = "held-out" if report.held_out_only else "tagged (learned ones too)"
    last = f"WAUC {score_text(report.summary.wauc)} on {report.summary.n_songs} {songs} songs"
    terminal.data(
        {**report.to_json(), "model": row.name},
        [*columns(head + rows, frozenset(range(1, 5))), last],
    )
    return 0
