"""Predictions in the background: the open song with its taggram first, then all songs.

Predictions are stored with their model's name and are never decisions.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.errors import ModelError, RhythmCapError
from core.models.prediction_cache import load_predictions, save_predictions
from rhythmcap_gui.core_text import words_of
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.session import Message

if TYPE_CHECKING:
    from core.features.cache import FeatureCache
    from core.features.prefetch import KnownSong
    from core.models.prediction_records import Predictions, Taggram

DELIVER_EVERY_S = 0.7
PART_EVERY_S = 0.25
PAGE = 500

Scores = dict[int, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a thread needs to know of a song to predict it."""

    song_id: int
    audio_hash: str
    path: Path


def predict_open_song(context: AppContext) -> None:
    """Scores and taggram of the open song by the active model, in the background.

    Of a song whose file is not there: what was kept of it.
    """
    session = context.session
    song, model, cache = session.song, session.model, session.cache
    context.runner.cancel_lane(Lane.PREDICT)
    if song is None or model is None or cache is None:
        return
    model_file = _model_file(context)
    if model_file is None:
        return
    known = load_predictions(cache, song.audio_hash, model_file, model.words)
    if known is not None:
        session.set_predictions(known)
        return
    if not song.path.exists():
        return
    song_to_hear = Heard(song.id, song.audio_hash, song.path)
    listeners = Listeners(
        done=lambda found: _open_song_heard(context, song_to_hear.song_id, model.id, found),
        part=session.taggram_grew.emit,
        failed=lambda error: _failed(context, model.id, error),
    )
    work = _predict_one(context, song_to_hear, model_file, cache)
    context.runner.start(Lane.PREDICT, _say("Listen to {}").format(song.title), work, listeners)


def predict_library(context: AppContext) -> None:
    """Scores of every song the active model has not heard yet, in the background."""
    session = context.session
    if session.model is None or session.cache is None or session.library is None:
        return
    if session.library.read_only:
        return
    model_id = session.model.id
    songs = _songs(context, context.library.predictions.missing_ids(model_id))
    model_file = _model_file(context) if songs else None
    if model_file is None:
        context.runner.cancel_lane(Lane.LIBRARY)
        return
    listeners = Listeners(
        part=lambda part: _library_heard(context, model_id, part),
        failed=lambda error: _failed(context, model_id, error),
    )
    work = _predict_all(context, songs, model_file, session.cache)
    context.runner.start(
        Lane.LIBRARY,
        _say("Listen to all songs"),
        work,
        listeners,
    )


def use_active_model(context: AppContext) -> None:
    """Show the active model and refresh all predictions, the open song first.

    One that cannot be used is said once; there is no model then until another one is chosen.
    """
    context.runner.cancel_lane(Lane.PREDICT)
    context.session.set_model(context.library.models.active())
    if context.session.model is not None and _model_file(context) is not None:
        predict_open_song(context)
        predict_library(context)


def _say(text: str) -> str:
    return QCoreApplication.translate("predicting", text)


def _model_file(context: AppContext) -> Path | None:
    """The active model's file; None, and a message, where it is gone."""
    from core.model_store.registry import model_path

    try:
        return model_path(context.session.model)
    except ModelError as error:
        _failed(context, context.session.model.id, error)
        return None


def _failed(context: AppContext, model_id: int, error: Exception) -> None:
    """Say it; a model that cannot be used is let go of, so that it is said once and not a song."""
    model = context.session.model
    if not isinstance(error, ModelError):
        context.show_error(error)
    elif model is not None and model.id == model_id:
        context.session.set_model(None)
        remedy = _say(
            "Choose another one in the list of models, such as the starter; or bring the file "
            "back and use it again. Until then you can tag, and nothing is guessed."
        )
        context.session.message.emit(
            Message(
                words_of(error)[0], "error", remedy, f"{error.remedy} {error.detail}", error.path
            )
        )


def _songs(context: AppContext, ids: Any) -> dict[int, KnownSong]:
    """The songs to predict by id, the open one first; missing files are left out."""
    from core.features.prefetch import KnownSong

    wanted = [int(each) for each in ids]
    opened = context.session.song
    if opened is not None and opened.id in wanted:
        wanted.remove(opened.id)
        wanted.insert(0, opened.id)
    found = {}
    for first in range(0, len(wanted), PAGE):
        for row in context.library.songs.rows(wanted[first : first + PAGE]):
            song = row.song
            if song.missing_since is None:
                found[song.id] = KnownSong(
                    song.path, song.audio_hash, song.size_bytes, song.mtime_s
                )
    return found


def _predict_one(
    context: AppContext, song: Heard, model_file: Path, cache: FeatureCache
) -> Callable[[Running], Predictions]:
    models, runner = context.models, context.runner

    def work(job: Running) -> Predictions:
        from core.models.device import leave_one_core_free

        model, tell = models.get(model_file), _now_and_then(job.deliver)
        runner.give_way(Lane.PICTURE, job)  # which may be reading the same file, for both
        with leave_one_core_free():
            found = listen(model, song, cache, job, taggram=True, on_part=tell)
        save_predictions(cache, model_file, found)
        return found

    return work


def _now_and_then(tell: Callable[[Taggram], None]) -> Callable[[Taggram], None]:
    """Tell of some parts only: of the short work of a short song, none."""
    told = time.monotonic()

    def part(gram: Taggram) -> None:
        nonlocal told
        if time.monotonic() - told > PART_EVERY_S:
            told = time.monotonic()
            tell(gram)

    return part


def _predict_all(
    context: AppContext, songs: dict[int, KnownSong], model_file: Path, cache: FeatureCache
) -> Callable[[Running], int]:
    models, runner = context.models, context.runner

    def in_turn(job: Running) -> Iterator[KnownSong]:
        for done, song in enumerate(songs.values()):
            job.report(done, len(songs), song.path.name)
            runner.give_way(Lane.PREDICT, job)
            runner.give_way(Lane.PICTURE, job)
            yield song

    def work(job: Running) -> int:
        from core.models.device import leave_one_core_free
        from core.models.predict_many import predict_songs

        model, told = models.get(model_file), time.monotonic()
        batch: Scores = {}
        with (
            leave_one_core_free(),
            closing(predict_songs(model, in_turn(job), cache, job)) as heard_of,
        ):
            for song_id, found in zip(songs, heard_of, strict=True):
                if isinstance(found, RhythmCapError):
                    continue  # its row says why when it is opened
                batch[song_id] = found.scores
                if time.monotonic() - told > DELIVER_EVERY_S:
                    job.deliver(batch)
                    batch, told = {}, time.monotonic()
        job.deliver(batch)
        job.report(len(songs), len(songs))
        return len(songs)

    return work


def listen(
    model: Any,
    song: Heard,
    cache: FeatureCache,
    job: Running,
    *,
    taggram: bool,
    on_part: Callable[[Taggram], None] | None = None,
) -> Predictions:
    """Hear one song; its log-mel comes from the cache, or from the file.

    on_part: who looks on while the taggram grows.
    """
    from core.features.analyse import ensure_log_mel
    from core.models.predict import predict_song

    log_mel = ensure_log_mel(song.path, song.audio_hash, model.card.recipe, cache, job)
    return predict_song(model, log_mel, taggram=taggram, job=job, on_part=on_part)


def _open_song_heard(context: AppContext, song_id: int, model_id: int, found: Predictions) -> None:
    session = context.session
    if session.library is None or session.model is None or session.model.id != model_id:
        return
    if not session.library.read_only:
        session.library.predictions.put(model_id, {song_id: found.scores})
    if session.song is not None and session.song.id == song_id:
        session.set_predictions(found)
    session.scores_changed.emit()


def _library_heard(context: AppContext, model_id: int, part: Scores) -> None:
    session = context.session
    if not part or session.library is None or session.model is None:
        return
    context.library.predictions.put(model_id, part)
    if session.model.id == model_id:
        session.scores_changed.emit()
