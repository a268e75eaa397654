"""The song of the next question is made ready, so that it sounds as soon as it is asked about.

It begins with the seconds that speak most for the question's word; with its middle where nothing
tells them, or guesses are covered; a whole song with its first second.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.listening.playback import Begin
from rhythmcap_gui.operations.models import predicting
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.question_queue import WHOLE_SONG, Question

if TYPE_CHECKING:
    from core.library.records import Song
    from core.models.prediction_records import Predictions


class NextSong:
    """One song at a time, of the window's queue."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._job_id = 0
        self._ready: tuple[tuple[int, int], Begin] | None = None

    def prepare(self, question: Question) -> None:
        """Have the model listen to a song, and its file opened; nothing where that has changed."""
        context = self._context
        song = context.library.songs.get(question.song_id)
        if song is None or navigation.is_changed(context, song):
            return
        self._open(question, song)
        predicting.prepare(context, song, lambda: self._open(question, song))

    def begin_of(self, question: Question) -> Begin | None:
        """Return where a question's song begins; None while that is not known."""
        if question.tag_id == WHOLE_SONG:
            return Begin()
        if not self._speaks_for(question.tag_id):
            song = self._context.library.songs.get(question.song_id)
            return None if song is None else Begin(song.duration_s / 2.0)
        key = (question.song_id, question.tag_id)
        return self._ready[1] if self._ready is not None and self._ready[0] == key else None

    def _open(self, question: Question, song: Song) -> None:
        context, runner = self._context, self._context.runner
        if not song.path.exists():
            return
        key = (question.song_id, question.tag_id)
        if self._ready is not None and self._ready[0] == key:
            return
        find = self._find(question, song)

        def done(begin: Begin) -> None:
            is_known = begin.loop is not None or not self._speaks_for(question.tag_id)
            self._ready = (key, begin) if is_known else None

        runner.cancel(self._job_id)
        self._job_id = playback.make_ready(context, song.path, find, done)

    def _find(self, question: Question, song: Song) -> Callable[[], Begin]:
        """Return what finds, on another thread, where a song begins."""
        if question.tag_id == WHOLE_SONG:
            return Begin
        if not self._speaks_for(question.tag_id):
            return lambda: Begin(song.duration_s / 2.0)
        meanings = self._context.session.model_tags
        columns = [column for column, known in enumerate(meanings) if known == question.tag_id]
        read = predicting.cached(self._context, song)

        def find() -> Begin:
            predictions = read()
            return Begin() if predictions is None else _evidence(predictions, columns, song)

        return find

    def _speaks_for(self, tag_id: int) -> bool:
        """Tell whether the model says, uncovered, which seconds speak for a word."""
        session = self._context.session
        if session.blind or session.model is None or tag_id not in session.model_tags:
            return False
        return session.model_tags.index(tag_id) < len(session.model.words)  # not learned since


def _evidence(predictions: Predictions, columns: list[int], song: Song) -> Begin:
    from core.models.taggram_records import cell_edges, strongest_span

    taggram = predictions.taggram
    edges = [] if taggram is None else cell_edges(taggram, song.duration_s)
    if taggram is None or len(edges) < 2:
        return Begin()
    column = max(columns, key=lambda one: float(predictions.scores[one]))
    loop = strongest_span(edges, taggram.scores[:, column])
    return Begin(loop[0], loop)
