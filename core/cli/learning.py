"""The verbs about models at work: predict, train, evaluate."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from core.cli.context import feature_cache, loaded, open_library, the_model, the_song
from core.cli.terminal import Terminal, TerminalJob, columns, named
from core.errors import RhythmCapError
from core.paths import folders

if TYPE_CHECKING:
    from core.library.store import Library
    from core.metrics.tag_metrics import TagMetrics
    from core.models.checkpoint import TaggingModel
    from core.models.prediction_records import Predictions
    from core.training.config import EpochReport, FinetuneRequest, FinetuneResult

N_TOP = 5
DIGITS = 4


def predict(options: argparse.Namespace, terminal: Terminal) -> int:
    """What a model says of songs of the library, or of any sound file."""
    answers, stored, failed = [], {}, 0
    with open_library(options, terminal, reads=True) as library:
        row = the_model(library, options.model)
        model = loaded(row)
        with terminal.job("Listening") as job:
            wanted = named(options.songs)
            for done, text in enumerate(wanted):
                job.report(done, len(wanted), text)
                try:
                    song_id, path, heard = _hear(library, model, text, options.taggram)
                except RhythmCapError as error:
                    terminal.error(error)
                    failed += 1
                    continue
                answers.append(_prediction(path, row.name, heard))
                if song_id is not None:
                    stored[song_id] = heard.scores
        if stored and not library.read_only:
            library.predictions.put(row.id, stored)
    terminal.data(answers, [_line(each) for each in answers])
    return 1 if failed else 0


def _hear(
    library: Library, model: TaggingModel, text: str, taggram: bool
) -> tuple[int | None, Path, Predictions]:
    from core.features.analyse import analyse_song, ensure_log_mel
    from core.models.predict import predict_song

    cache, recipe = feature_cache(), model.card.recipe
    path = Path(text).expanduser().absolute()
    song = library.songs.by_path(path) if path.is_file() else the_song(library, text)
    if song is not None:
        song_id, path, audio_hash = song.id, song.path, song.audio_hash
    else:
        song_id, audio_hash = None, analyse_song(path, cache, ()).audio_hash
    log_mel = ensure_log_mel(path, audio_hash, recipe, cache)
    return song_id, path, predict_song(model, log_mel, taggram=taggram)


def _prediction(path: Path, model: str, heard: Predictions) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "path": str(path),
        "model": model,
        "scores": _scores(heard.words, heard.scores),
    }
    if heard.taggram is not None:
        answer["taggram"] = {
            "start_s": [round(float(each), 3) for each in heard.taggram.start_s],
            "window_s": heard.taggram.window_s,
            "scores": {
                word: [round(float(each), DIGITS) for each in heard.taggram.scores[:, index]]
                for index, word in enumerate(heard.words)
            },
        }
    return answer


def _scores(words: tuple[str, ...], scores: np.ndarray) -> dict[str, float]:
    order = np.argsort(-scores, kind="stable")
    return {words[index]: round(float(scores[index]), DIGITS) for index in order}


def _line(answer: dict[str, Any]) -> str:
    top = list(answer["scores"].items())[:N_TOP]
    said = ", ".join(f"{word} {score:.2f}".replace(" 0.", " .") for word, score in top)
    return f"{Path(answer['path']).name}: {said}"


def train(options: argparse.Namespace, terminal: Terminal) -> int:
    """Learn from the library's decisions; the new model is on the shelf afterwards."""
    from core.model_store.registry import register
    from core.training.finetune import finetune

    with open_library(options, terminal) as library:
        request = _request(options, library)
        with terminal.job("Learning") as job:
            outcome = finetune(request, _teller(terminal, job), job)
        row = register(library, outcome.card, outcome.model_path, outcome.tag_ids)
        if options.use:
            library.models.set_active(row.id)
    for note in (outcome.depth_reason, *outcome.notes):
        terminal.say(note)
    for name, reason in outcome.left_out:
        terminal.say(f"not learned: {name}, {reason}")
    for path, reason in outcome.skipped:
        terminal.say(f"not heard: {path}, {reason}")
    terminal.data(_outcome(row.name, outcome), _outcome_lines(row.name, outcome))
    if not options.use:
        terminal.say(f'To use it: rhythmcap models use "{row.name}"')
    return 0


def _request(options: argparse.Namespace, library: Library) -> FinetuneRequest:
    from core.model_store.registry import model_path
    from core.training.config import SCHEDULES, FinetuneRequest

    parent = the_model(library, options.start)
    return FinetuneRequest(
        labels=library.annotations.labels(),
        start_from=model_path(parent),
        parent=parent.name,
        depth=options.depth,
        epochs=options.epochs,
        seed=options.seed,
        device="auto",
        name=options.name or f"my ear {len(library.models.list())}",
        cache_folder=folders().features,
        models_folder=folders().models,
        parent_tags=library.models.tag_ids(parent.id),
        schedule=SCHEDULES.get(options.schedule),
        lstm=options.lstm,
    )


def _teller(terminal: Terminal, job: TerminalJob) -> Any:
    def tell(report: EpochReport) -> None:
        wauc = "no held-out songs" if report.wauc is None else f"WAUC {report.wauc:.3f}"
        job.close()
        terminal.say(f"epoch {report.epoch} of {report.epochs}: loss {report.loss:.3f}, {wauc}")

    return tell


def _outcome(name: str, outcome: FinetuneResult) -> dict[str, Any]:
    return {
        "model": name,
        "path": str(outcome.model_path),
        "metrics": {
            "wauc": outcome.wauc_after,
            "wauc_before": outcome.wauc_before,
            "per_tag": {name: tag.to_json() for name, tag in outcome.after.items()},
            "per_tag_before": {name: tag.to_json() for name, tag in outcome.before.items()},
        },
        "n_train": outcome.n_train,
        "n_held_out": outcome.n_held_out,
        "left_out": [{"tag": tag, "reason": reason} for tag, reason in outcome.left_out],
        "depth": outcome.depth,
        "depth_reason": outcome.depth_reason,
        "device": outcome.device,
        "seconds": round(outcome.seconds, 2),
        "notes": list(outcome.notes),
    }


def _outcome_lines(name: str, outcome: FinetuneResult) -> list[str]:
    head = [["tag", "songs", "AUC before", "AUC now", "AP", "F1"]]
    rows = [
        [tag, str(each.support), _figure(_auc(outcome.before.get(tag))), _figure(each.auc),
         _figure(each.ap), _figure(each.f1)]
        for tag, each in sorted(outcome.after.items())
    ]  # fmt: skip
    wauc = f"{_figure(outcome.wauc_before)} before, {_figure(outcome.wauc_after)} now"
    last = f"{name}: WAUC {wauc}, on {outcome.n_held_out} held-out songs"
    return [*columns(head + rows, frozenset(range(1, 6))), last]


def _auc(metrics: TagMetrics | None) -> float | None:
    return metrics.auc if metrics else None


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".replace("0.", ".", 1)


def evaluate(options: argparse.Namespace, terminal: Terminal) -> int:
    """A model against the ear, on the songs kept back from learning."""
    from core.evaluation.report import evaluate as measure

    with open_library(options, terminal, reads=True) as library:
        row = the_model(library, options.model)
        labels, words = library.annotations.labels(), library.models.tag_ids(row.id)
        with terminal.job("Listening") as job:
            found = measure(
                loaded(row), labels, feature_cache(), job,
                all_songs=options.all, model_tags=words,
            )  # fmt: skip
    head = [["tag", "songs", "AUC", "AP", "F1"]]
    rows = [
        [tag, str(each.support), _figure(each.auc), _figure(each.ap), _figure(each.f1)]
        for tag, each in sorted(found.per_tag.items())
    ]
    kind = "held-out" if found.held_out_only else "tagged (learned ones too)"
    last = f"WAUC {_figure(found.summary.wauc)} on {found.summary.n_songs} {kind} songs"
    terminal.data(
        {**found.to_json(), "model": row.name},
        [*columns(head + rows, frozenset(range(1, 5))), last],
    )
    return 0
