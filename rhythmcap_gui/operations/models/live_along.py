"""What live heads make of the open song's seconds: its taggram, and its scores so far and here.

The song's embeddings are read from the cache, or made once from its sound, in the background; then
every decision only scores them. The picture stays the model's own where that cannot be: the file is
away, or holds another sound now.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.errors import RhythmCapError
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from pathlib import Path

    from core.library.live_scores import LiveWords
    from core.library.records import Song
    from core.models.prediction_records import AlongSong, Predictions

Key = tuple[int, str]  # of a model and of the sound of a song


class LiveAlong(QObject):
    """One a window; follows what is learned live and which song is open."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key: Key | None = None
        self._along: AlongSong | None = None  # of the key
        self._is_read = False  # on its way
        self._shown: LiveWords | None = None
        session = context.session
        session.live_changed.connect(self._follow)
        session.predictions_ready.connect(self._begin_anew)

    def _begin_anew(self, _predictions: object) -> None:
        self._shown = None
        self._follow()

    def _follow(self, _live: object = None) -> None:
        """Score what is open by what is learned; the model's own picture where nothing is."""
        session = self._context.session
        found, key, words = session.predictions, self._key_now(), self._words()
        if key != self._key:
            self._context.runner.cancel_lane(Lane.ALONG)
            self._key, self._along, self._is_read = key, None, False
        if key is None or words is None or found is None or found.taggram is None:
            self._shown = None
            session.set_along(None)
        elif self._along is not None:
            self._score(found, self._along, words)
        elif not self._is_read:
            self._read(found)

    def _key_now(self) -> Key | None:
        session = self._context.session
        if session.song is None or session.model is None:
            return None
        return session.model.id, session.song.audio_hash

    def _words(self) -> LiveWords | None:
        session = self._context.session
        if session.library is None or session.model is None or not session.live.ready:
            return None
        live = session.library.predictions.live_of(session.model.id)
        return None if live is None else live.words()

    def _read(self, found: Predictions) -> None:
        """Have the song's embeddings read or made; once, whatever is decided meanwhile."""
        from core.model_store.registry import model_path

        context, session, key = self._context, self._context.session, self._key
        try:
            path = model_path(session.model)
        except RhythmCapError:  # said already: it cannot predict, either
            return

        def done(along: AlongSong | None) -> None:
            if key != self._key:
                return
            self._along = along
            self._is_read = along is None  # not looked for again until another song is open
            if along is None:
                session.set_along(None, failed=True)
            else:
                self._follow()

        self._is_read = True
        listeners = Listeners(done=done, failed=lambda _error: done(None))
        work = _embedding_work(context, path, session.song, found)
        context.runner.start(Lane.ALONG, self.tr("Learn from each decision"), work, listeners)

    def _score(self, found: Predictions, along: AlongSong, words: LiveWords) -> None:
        if self._shown is not None and words.is_same(self._shown):
            return
        session, key = self._context.session, self._key
        added = session.added_words()

        def done(scored: Predictions) -> None:
            if key == self._key and session.predictions is found and session.live.ready:
                self._shown = words
                session.set_along(scored)

        def work(_job: Running) -> Predictions:
            from core.training.live_along import live_predictions

            return live_predictions(found, along, words, added)

        title = self.tr("Learn from each decision")
        self._context.runner.start(Lane.ALONG, title, work, Listeners(done=done))


def _embedding_work(
    context: AppContext, model_file: Path, song: Song, found: Predictions
) -> Callable[[Running], AlongSong | None]:
    models, runner, session = context.models, context.runner, context.session
    cache, may_read = session.cache, not session.file_changed

    def work(job: Running) -> AlongSong | None:
        from core.models.device import leave_one_core_free
        from core.models.predict import embed_along
        from core.models.probe_form import cached_along
        from core.training.live_along import fits_song

        model = models.get(model_file)
        along = cached_along(cache, song.audio_hash, model)
        if along is not None and fits_song(along, found):
            return along
        if not may_read:
            return None
        runner.wait_for_lane(Lane.PICTURE, job)  # which may be reading the same file
        with leave_one_core_free():
            along = embed_along(model, song.path, song.audio_hash, cache, job)
        return along if fits_song(along, found) else None

    return work
