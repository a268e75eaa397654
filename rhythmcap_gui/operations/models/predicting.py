"""Predictions in the background: the open song with its taggram first, then all songs.

Predictions are stored with their model's name and are never decisions.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.errors import ModelError, RhythmCapError, SoundError, is_disk_full
from core.models.prediction_cache import load_predictions, save_predictions
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.session import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from core.features.cache import FeatureCache
    from core.features.prefetch import KnownSong
    from core.library.records import ModelRow, Song
    from core.models.prediction_records import Predictions, Taggram

DELIVER_EVERY_S = 0.7
PART_EVERY_S = 0.25
PAGE_SONGS = 500

Scores: TypeAlias = dict[int, NDArray[np.float32]]  # song id -> (n_words,)


def predict_open_song(context: AppContext) -> None:
    """Predict the open song with its taggram by the active model, in the background.

    Of a song whose file is missing: what is cached of it.
    """
    session = context.session
    song, model, cache = session.song, session.model, session.cache
    context.runner.cancel_lane(Lane.PREDICT)
    if song is None or model is None or cache is None:
        return
    model_file = _model_file(context)
    if model_file is None:
        return
    cached = load_predictions(cache, song.audio_hash, model_file, model.words)
    if cached is not None:
        session.set_predictions(cached)
        return
    if session.file_changed or not os.path.exists(song.path):
        return
    listeners = Listeners(
        done=lambda predictions: _open_song_predicted(context, song.id, model.id, predictions),
        part=session.taggram_grew.emit,
        failed=lambda error: _open_song_failed(context, song.id, model.id, error),
    )
    work = _predict_one(context, song, model_file, cache)
    context.runner.start(Lane.PREDICT, _tr("Listen to {}").format(song.title), work, listeners)


def prepare(context: AppContext, song: Song, done: Callable[[], None]) -> None:
    """Predict a song that will be opened next, so that it is cached by then; then call done."""
    session, cache = context.session, context.session.cache
    if session.model is None or cache is None or context.runner.busy(Lane.PREDICT):
        return
    model_file = _model_file(context) if os.path.exists(song.path) else None
    if model_file is None or load_predictions(
        cache, song.audio_hash, model_file, session.model.words
    ):
        return
    work = _predict_one(context, song, model_file, cache)
    listeners = Listeners(done=lambda _predictions: done())
    context.runner.start(Lane.PREDICT, _tr("Listen to {}").format(song.title), work, listeners)


def cached(context: AppContext, song: Song) -> Callable[[], Predictions | None]:
    """Return what reads a song's predictions by the model in use, on any thread, if it has some."""
    session, cache = context.session, context.session.cache
    model_file = None if session.model is None else _model_file(context)
    words = () if session.model is None else session.model.words

    def read() -> Predictions | None:
        if cache is None or model_file is None:
            return None
        return load_predictions(cache, song.audio_hash, model_file, words)

    return read


def predict_library(context: AppContext) -> None:
    """Predict every song the active model has no scores of yet, in the background."""
    session = context.session
    if session.model is None or session.cache is None or session.library is None:
        return
    if session.library.read_only:
        return
    model_id = session.model.id
    songs = _known_songs(context, context.library.predictions.missing_ids(model_id))
    model_file = _model_file(context) if songs else None
    if model_file is None:
        context.runner.cancel_lane(Lane.LIBRARY)
        return
    listeners = Listeners(
        part=lambda scores: _library_predicted(context, model_id, scores),
        failed=lambda error: _library_failed(context, model_id, error),
        done=lambda _n: context.listening_ended(None),
    )
    work = _predict_all(context, songs, model_file, session.cache)
    context.runner.start(Lane.LIBRARY, _tr("Listen to all songs"), work, listeners)


def listen_with(
    context: AppContext, model: ModelRow, songs: dict[int, KnownSong], listeners: Listeners
) -> int:
    """Have any model of the library listen to songs, by id, in the background; keep its scores.

    Returns the job's id; done(number of songs).
    """
    from core.model_store.registry import model_path

    def part(scores: Scores) -> None:
        library, used = context.session.library, context.session.model
        if library is None or library.read_only or not model.words:
            return
        library.predictions.put(model.id, scores)
        if used is not None and used.id == model.id:
            context.session.scores_changed.emit()

    work = _predict_all(context, songs, model_path(model), context.session.cache)
    title = _tr("Listen to all songs")
    return context.runner.start(Lane.INDEX, title, work, replace(listeners, part=part))


def use_active_model(context: AppContext) -> None:
    """Show the active model and refresh all predictions, the open song first.

    One that cannot be used is reported once; there is no model then until another one is chosen.
    """
    context.runner.cancel_lane(Lane.PREDICT)
    context.session.set_model(context.library.models.active())
    if context.session.model is not None and _model_file(context) is not None:
        predict_open_song(context)
        predict_library(context)


def _model_file(context: AppContext) -> Path | None:
    """The active model's file; None, and a message, where it is missing."""
    from core.model_store.registry import model_path

    try:
        return model_path(context.session.model)
    except ModelError as error:
        _failed(context, context.session.model.id, error)
        return None


def _open_song_failed(context: AppContext, song_id: int, model_id: int, error: Exception) -> None:
    """Show why in the place of the song's words; more than a silent or short song, as a notice."""
    session = context.session
    if not isinstance(error, SoundError):
        _failed(context, model_id, error)
    is_open = session.song is not None and session.song.id == song_id
    if is_open and session.model is not None and session.predictions is None:
        cause, remedy = error_texts(error)
        session.set_predictions(None, Notice(cause, "info", remedy))


def _failed(context: AppContext, model_id: int, error: Exception) -> None:
    """Show it; a model that cannot be used is dropped, so that this shows once, not per song."""
    model = context.session.model
    if not isinstance(error, ModelError):
        context.show_error(error)
    elif model is not None and model.id == model_id:
        context.session.set_model(None)
        remedy = _tr(
            "Choose another one in the list of models, such as the starter; or bring the file "
            "back and use it again. Until then you can tag without guesses."
        )
        cause, detail = error_texts(error)[0], f"{error.remedy} {error.detail}"
        notice = Notice(cause, "error", remedy, detail, error.path, action="model.list")
        context.session.notice.emit(notice)


def _library_failed(context: AppContext, model_id: int, error: Exception) -> None:
    """Show it, once; what a full disk has ended goes on when there is room again."""
    if not context.listening_ended(error):
        _failed(context, model_id, error)


def _known_songs(context: AppContext, song_ids: Iterable[int]) -> dict[int, KnownSong]:
    """The songs to predict by id, the open one first; missing files are left out."""
    from core.features.prefetch import KnownSong

    ids = [int(song_id) for song_id in song_ids]
    opened = context.session.song
    if opened is not None and opened.id in ids:
        ids.remove(opened.id)
        ids.insert(0, opened.id)
    known = {}
    for first in range(0, len(ids), PAGE_SONGS):
        for row in context.library.songs.rows(ids[first : first + PAGE_SONGS]):
            song = row.song
            if song.missing_since is None:
                known[song.id] = KnownSong(song.path, song.audio_hash, song.file_stats)
    return known


def _predict_one(
    context: AppContext, song: Song, model_file: Path, cache: FeatureCache
) -> Callable[[Running], Predictions]:
    models, runner = context.models, context.runner

    def work(job: Running) -> Predictions:
        from core.models.device import leave_one_core_free
        from core.models.predict import predict_file

        model, on_part = models.get(model_file), _at_most_every(PART_EVERY_S, job.deliver)
        runner.wait_for_lane(Lane.PICTURE, job)  # which may be reading the same file, for both
        with leave_one_core_free():
            predictions = predict_file(model, song.path, song.audio_hash, cache, job, on_part)
        save_predictions(cache, model_file, predictions)
        return predictions

    return work


def _at_most_every(
    interval_s: float, deliver: Callable[[Taggram], None]
) -> Callable[[Taggram], None]:
    """Deliver some parts only: none of the short work of a short song."""
    last_s = time.monotonic()

    def on_part(taggram: Taggram) -> None:
        nonlocal last_s
        if time.monotonic() - last_s > interval_s:
            last_s = time.monotonic()
            deliver(taggram)

    return on_part


def _predict_all(
    context: AppContext, songs: dict[int, KnownSong], model_file: Path, cache: FeatureCache
) -> Callable[[Running], int]:
    models, runner = context.models, context.runner

    def give_way_between(job: Running) -> Iterator[KnownSong]:
        for n_done, song in enumerate(songs.values()):
            job.report(n_done, len(songs), song.path.name)
            for lane in (Lane.PREDICT, Lane.PICTURE, Lane.ALONG):
                runner.wait_for_lane(lane, job)
            yield song

    def work(job: Running) -> int:
        from core.models.device import leave_one_core_free
        from core.models.predict import predict_songs

        model, last_s = models.get(model_file), time.monotonic()
        batch: Scores = {}
        with (
            leave_one_core_free(),
            closing(predict_songs(model, give_way_between(job), cache, job)) as results,
        ):
            for song_id, result in zip(songs, results, strict=True):
                if isinstance(result, RhythmCapError):
                    if is_disk_full(result):  # then it is so for all songs
                        raise result
                    continue  # its row says why when it is opened
                batch[song_id] = result
                if time.monotonic() - last_s > DELIVER_EVERY_S:
                    job.deliver(batch)
                    batch, last_s = {}, time.monotonic()
        job.deliver(batch)
        job.report(len(songs), len(songs))
        return len(songs)

    return work


def _open_song_predicted(
    context: AppContext, song_id: int, model_id: int, predictions: Predictions
) -> None:
    session = context.session
    if session.library is None or session.model is None or session.model.id != model_id:
        return
    if session.song is not None and session.song.id == song_id:
        session.set_predictions(predictions)  # seen even where they cannot be stored
    if not session.library.read_only:
        session.library.predictions.put(model_id, {song_id: predictions.scores})
    session.scores_changed.emit()


def _library_predicted(context: AppContext, model_id: int, scores: Scores) -> None:
    session = context.session
    if not scores or session.library is None or session.model is None:
        return
    context.library.predictions.put(model_id, scores)
    if session.model.id == model_id:
        session.scores_changed.emit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("predicting", text)
