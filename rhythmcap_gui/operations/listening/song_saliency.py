"""What in the open song speaks for a word: computed in the background, kept, followed.

One map is wanted at a time. It follows the song, the model and the loop, and is not made while
blind mode covers the guesses.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from core.errors import ModelError
from core.models.saliency_records import Method
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.saliency_state import SaliencyState, Scope
from rhythmcap_gui.session import SONG

if TYPE_CHECKING:
    from pathlib import Path

    from core.models.saliency_records import Saliency, SaliencyMap, SanityCheck

Span = tuple[float, float]
MOST_BYTES = 100_000_000  # of maps kept in memory


class SongSaliency(QObject):
    """changed(SaliencyState): something is another now. view_span: what is seen of the song."""

    changed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.state = SaliencyState()
        self.view_span: Callable[[], Span | None] = lambda: None
        self._maps: OrderedDict[tuple[Any, ...], SaliencyMap] = OrderedDict()
        self._job_id = 0
        context.shows_saliency = lambda: self.state.is_open
        session = context.session
        session.song_opened.connect(lambda _song: self._follow())
        session.model_changed.connect(lambda _model: self._follow())
        session.loop_changed.connect(self._follow_loop)
        session.blind_changed.connect(lambda _blind: self._follow_blind())
        session.library_changed.connect(lambda _library: self.close())

    # -- commands ---------------------------------------------------------------------------

    def toggle(self) -> None:
        """Show a map of the word at hand, or remove the one that is shown."""
        if self.state.is_open:
            self.close()
            return
        tag_id = self.word_at_hand()
        if tag_id:
            self.show(tag_id)
        else:
            self._context.session.notify(
                _tr("The model hears none of your tags in this song; right-click a tag.")
            )

    def word_at_hand(self) -> int:
        """Return the tag of the question, of the first suggestion, or with the highest score."""
        session = self._context.session
        question = session.queue.question if session.queue is not None else None
        if question is not None and session.guess_visible(question.tag_id):
            return question.tag_id
        suggestions = session.suggestions()
        if suggestions:
            return suggestions[0].tag_id
        scores = session.tag_scores() if session.guesses_visible else {}
        return max(scores, key=lambda tag_id: scores[tag_id], default=0)

    def show(self, tag_id: int) -> None:
        """Show what speaks for a tag, in the loop where there is one; made as the one before."""
        library = self._context.session.library
        if not self.state.is_open:
            scope = Scope.SONG if self._context.session.loop is None else Scope.LOOP
            self.state = replace(self.state, scope=scope)
        if library is not None and library.codebook.has_tag(tag_id):
            tag = library.codebook.tag(tag_id)
            self.state = replace(self.state, tag_id=tag_id, tag=tag.name, hidden=False)
            self._follow()

    def set_method(self, method: Method) -> None:
        """Make the map in another way."""
        if method != self.state.method:
            self.state = replace(self.state, method=method)
            self._follow()

    def set_scope(self, scope: Scope) -> None:
        """Judge another part of the song, or what is in view now."""
        is_same_view = scope is not Scope.VIEW or self.view_span() == self.state.span_s
        if scope == self.state.scope and is_same_view:
            return
        self.state = replace(self.state, scope=scope)
        self._follow()

    def cancel(self) -> None:
        """Stop what is computed."""
        self._context.runner.cancel(self._job_id)

    def close(self) -> bool:
        """Show no map any more; whether there was one."""
        was_open = bool(self.state.tag_id)
        self.cancel()
        self._set(SaliencyState(method=self.state.method))
        return was_open

    def check(self) -> None:
        """Compare the map with those of random weights, in the background."""
        state, request = self.state, self._request()
        if state.map is None or request is None or state.running or state.checking:
            return
        found = state.map.saliency
        listeners = Listeners(
            done=lambda check: self._set(replace(self.state, checking=False, check=check)),
            failed=self._check_failed,
            cancelled=lambda: self._set(replace(self.state, checking=False, progress=None)),
            progress=lambda progress: self._set(replace(self.state, progress=progress)),
        )
        work = _check_work(self._context, request, found)
        self._set(replace(state, checking=True, progress=None))
        title = _tr("Compare with random weights")
        self._job_id = self._context.runner.start(Lane.EXPLAIN, title, work, listeners)

    # -- following --------------------------------------------------------------------------

    def _follow(self) -> None:
        """Make the map that is wanted now, or take it from those that are kept."""
        if not self.state.tag_id:
            return
        self.cancel()
        session = self._context.session
        if session.song is None or session.model is None or session.library is None:
            self.close()
            return
        scope = self.state.scope
        if scope is Scope.LOOP and session.loop is None:
            scope = Scope.SONG
        spans = {Scope.SONG: None, Scope.LOOP: session.loop, Scope.VIEW: self.view_span()}
        self.state = replace(
            self.state, word=self._word(), model=session.model.name, scope=scope,
            span_s=spans[scope], running=False, checking=False, progress=None, map=None,
            problem=None, check=None, hidden=not session.guess_visible(self.state.tag_id),
        )  # fmt: skip
        if self.state.hidden:
            self._set(self.state)
        else:
            self._start()

    def _follow_loop(self, _loop: object) -> None:
        if self.state.scope is Scope.LOOP:
            self._follow()

    def _follow_blind(self) -> None:
        is_hidden = not self._context.session.guess_visible(self.state.tag_id)
        if self.state.tag_id and is_hidden != self.state.hidden:
            self._follow()

    def _word(self) -> str:
        """Return the model's word for the tag, of several the one that scores highest; else ""."""
        session = self._context.session
        columns = [n for n, tag_id in enumerate(session.model_tags) if tag_id == self.state.tag_id]
        scores = session.word_scores(SONG) if session.song is not None else None
        if scores is not None and len(columns) > 1:
            columns.sort(key=lambda column: -float(scores[column]))
        return session.model.words[columns[0]] if session.model is not None and columns else ""

    def _start(self) -> None:
        state, request = self.state, self._request()
        if request is None:
            return
        if (kept := self._maps.get(request.key)) is not None:
            self._maps.move_to_end(request.key)
            self._set(replace(state, map=kept))
            return
        listeners = Listeners(
            done=lambda found: self._found(request, found),
            failed=lambda error: self._set(replace(self.state, running=False, problem=error)),
            cancelled=lambda: self._set(replace(self.state, running=False, progress=None)),
            progress=lambda progress: self._set(replace(self.state, progress=progress)),
        )
        self._set(replace(state, running=True))
        title = _tr("What speaks for “{tag}”").format(tag=state.tag)
        work = _map_work(self._context, request)
        self._job_id = self._context.runner.start(Lane.EXPLAIN, title, work, listeners)

    def _request(self) -> _Request | None:
        """Return what is to be computed; None where that cannot be, and the state says why."""
        from core.model_store.registry import model_path

        session, state = self._context.session, self.state
        song, model = session.song, session.model
        if song is None or model is None or session.cache is None:
            return None
        problem: Exception | None = None
        if not state.word:
            problem = ModelError("models.no_such_word", name=model.name, word=state.tag)
        elif session.file_changed or not os.path.exists(song.path):
            problem = ModelError("models.no_file_to_explain", name=song.path.name)
        try:
            file = model_path(model)
        except ModelError as error:
            problem = error
        if problem is not None:
            self._set(replace(state, running=False, problem=problem))
            return None
        return _Request(song.path, song.audio_hash, file, state)

    def _found(self, request: _Request, found: SaliencyMap) -> None:
        self._maps[request.key] = found
        while len(self._maps) > 1 and sum(map(_n_bytes, self._maps.values())) > MOST_BYTES:
            self._maps.popitem(last=False)
        self._set(replace(self.state, running=False, progress=None, map=found))

    def _check_failed(self, error: Exception) -> None:
        self._set(replace(self.state, checking=False, progress=None))
        self._context.show_error(error)

    def _set(self, state: SaliencyState) -> None:
        self.state = state
        self.changed.emit(state)


class _Request:
    """A map to be made. key: by what it is kept."""

    def __init__(self, path: Path, audio_hash: str, model_file: Path, state: SaliencyState) -> None:
        self.path, self.audio_hash, self.model_file = path, audio_hash, model_file
        self.word, self.method, self.span_s = state.word, state.method, state.span_s
        self.key = (model_file, audio_hash, self.word, self.method, self.span_s)


def _n_bytes(found: SaliencyMap) -> int:
    return int(found.shown.nbytes + found.saliency.values.nbytes)


def _map_work(context: AppContext, request: _Request) -> Callable[[Running], SaliencyMap]:
    models, runner, cache = context.models, context.runner, context.session.cache

    def work(job: Running) -> SaliencyMap:
        from core.models.device import leave_one_core_free
        from core.models.predict import song_input
        from core.models.saliency import explain
        from core.models.saliency_records import SaliencyMap

        model = models.get(request.model_file)
        runner.wait_for_lane(Lane.PICTURE, job)  # which may be reading the same file
        runner.wait_for_lane(Lane.PREDICT, job)
        with leave_one_core_free():
            song = song_input(model, request.path, request.audio_hash, cache, job)
            found = explain(model, song, request.word, (request.method, request.span_s), job)
            return SaliencyMap.of(found)

    return work


def _check_work(
    context: AppContext, request: _Request, found: Saliency
) -> Callable[[Running], SanityCheck]:
    models, cache = context.models, context.session.cache

    def work(job: Running) -> SanityCheck:
        from core.models.device import leave_one_core_free
        from core.models.predict import song_input
        from core.models.saliency import explain
        from core.models.saliency_check import check_sanity

        model = models.get(request.model_file)
        song = song_input(model, request.path, request.audio_hash, cache, job)

        def explain_again(other: object, job: object) -> Saliency:
            return explain(other, song, request.word, (request.method, request.span_s), job)

        with leave_one_core_free():
            return check_sanity(model, found, explain_again, job)

    return work


def _tr(text: str) -> str:
    return QCoreApplication.translate("song_saliency", text)
