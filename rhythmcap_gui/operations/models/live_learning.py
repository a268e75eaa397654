"""Learning decision by decision: words are fitted anew in the background, and laid over the model.

Begun anew with another library, model or codebook, and when songs were listened to; the window's
thread only reads decisions and takes finished scores over. Nothing is written.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer

from core.errors import RhythmCapError
from core.library.live_scores import LiveScores, LiveUpdate
from rhythmcap_gui.job_runner import Job, Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.library_reader import LibraryReader
from rhythmcap_gui.session import LiveState

if TYPE_CHECKING:
    from core.features.cache import FeatureCache
    from core.library.records import Changes, ModelRow
    from core.models.checkpoint import TaggingModel
    from core.training.live_heads import LiveHeads

log = logging.getLogger(__name__)

BEGIN_AFTER_MS = 1500  # of quiet: the window, the open song and a run of changes come first
TURN_S = 0.006
MOST_SONGS = 50  # changed at once; of more, all decisions are read anew

Decisions = Mapping[int, Mapping[int, int]]  # song id -> tag id -> state, as in Labels


@dataclass(eq=False)
class _Heads:
    """Live heads and where their scores go. owed: tags whose new scores were not taken over yet."""

    heads: LiveHeads
    model_id: int
    meanings: tuple[int | None, ...]
    owed: set[int] = field(default_factory=set)


_Part = tuple[_Heads, LiveUpdate, int]  # with the number of decisions


@dataclass(eq=False)
class _Laying:
    """Live scores on their way over all songs. n_changes: of the model's own, as it began."""

    live: LiveScores
    n_decisions: int
    n_changes: int
    slices: Iterator[None]


class LiveLearning(QObject):
    """One a window; switched on and off by a preference."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._heads: _Heads | None = None
        self._beginning = False
        self._pending: dict[int, dict[int, int]] = {}
        self._parts: deque[_Part] = deque()  # that came while others are laid over all songs
        self._taken: _Heads | None = None  # whose parts these are
        self._laying: _Laying | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._lay_slice)
        self._soon = QTimer(self, singleShot=True, interval=BEGIN_AFTER_MS)
        self._soon.timeout.connect(self._begin)
        session = context.session
        session.library_changed.connect(self._start_over)
        session.model_changed.connect(self._start_over)
        session.settings_changed.connect(self._settings_changed)
        session.changed.connect(self._follow)
        context.runner.ended.connect(self._job_ended)

    @property
    def is_on(self) -> bool:
        """Whether the user wants it."""
        return self._context.session.settings.live_learning

    @property
    def is_settled(self) -> bool:
        """Whether nothing waits to be read anew, or to be laid over the songs."""
        return not self._is_restarting and self._laying is None and not self._parts

    @property
    def _is_restarting(self) -> bool:
        return self._soon.isActive() or self._beginning

    def stop(self) -> None:
        """Learn no more, as the window closes."""
        self._soon.stop()
        self._turn.stop()
        self._context.runner.cancel_lane(Lane.HEADS)

    def layer(self) -> Mapping[int, tuple[np.ndarray, float]]:
        """Return weight and bias of every word as it is now, by tag id, to be kept as a model."""
        session = self._context.session
        if self._heads is None or session.library is None or not session.live.ready:
            return {}
        live = session.library.predictions.live_of(self._heads.model_id)
        return {} if live is None else live.words().heads

    # -- when to learn ------------------------------------------------------------------------

    def _settings_changed(self, _settings: object) -> None:
        is_running = self._heads is not None or self._beginning or self._soon.isActive()
        if self.is_on != is_running:
            self._start_over()
            if self.is_on:
                self._begin()

    def _start_over(self, *_change: object) -> None:
        """Drop what was learned; begin again after some quiet, where there is a model."""
        self._context.runner.cancel_lane(Lane.HEADS)
        self._drop()
        session = self._context.session
        if self.is_on and session.library is not None and session.model is not None:
            self._soon.start()
        else:
            self._soon.stop()

    def _drop(self) -> None:
        self._heads, self._beginning, self._pending = None, False, {}
        self._turn.stop()
        self._parts.clear()
        self._taken = self._laying = None
        session, was_ready = self._context.session, self._context.session.live.ready
        if session.library is not None:
            session.library.predictions.live = None
        session.set_live(LiveState(), scored=was_ready)

    def _follow(self, changes: Changes) -> None:
        """Learn from the songs that were changed; read all anew where the words are others."""
        library = self._context.session.library
        if library is None or not self.is_on or self._context.session.model is None:
            return
        if self._heads is None and not self._beginning:  # it may be the first song listened to
            self._soon.start()
            return
        is_new = self._heads is not None and self._has_new_song(self._heads.heads, changes.songs)
        if changes.codebook or changes.library or is_new or len(changes.songs) > MOST_SONGS:
            self._soon.start()
            return
        for song_id in changes.songs:
            self._pending[song_id] = library.annotations.cells_of_song(song_id)
        if self._pending and self._heads is not None and not self._is_restarting:
            self._update(self._heads)

    def _has_new_song(self, heads: LiveHeads, song_ids: Collection[int]) -> bool:
        """Tell whether the open song was changed, and was listened to only now."""
        session = self._context.session
        if session.song is None or session.predictions is None or session.song.id not in song_ids:
            return False
        return int(heads.space.rows(np.array([session.song.id]))[0]) < 0

    def _job_ended(self, job: Job, outcome: str) -> None:
        """Take in songs that the model has just listened to."""
        if job.lane in (Lane.LIBRARY, Lane.INDEX) and outcome == "done" and self.is_on:
            session = self._context.session
            if session.library is not None and session.model is not None:
                self._soon.start()

    # -- in the background ----------------------------------------------------------------------

    def _begin(self) -> None:
        """Read all decisions and kept embeddings, and fit every word."""
        from core.model_store.registry import model_path

        context, session = self._context, self._context.session
        if not self.is_on or session.library is None or session.model is None:
            return
        try:
            path = model_path(session.model)
        except RhythmCapError:  # said already: it cannot predict, either
            return
        self._pending, self._beginning = {}, True
        listeners = Listeners(done=self._begun, failed=self._failed, part=self._take)
        work = _begin_work(
            LibraryReader.of(context), session.model, lambda: context.models.get(path),
            session.cache,
        )  # fmt: skip
        context.runner.start(Lane.HEADS, self.tr("Learn from each decision"), work, listeners)

    def _begun(self, begun: _Heads | None) -> None:
        self._beginning = False
        if begun is None:  # no song was listened to, or nothing can be learned yet
            return
        self._heads = begun
        begun.owed.clear()
        if self._pending:
            self._update(begun)

    def _update(self, heads: _Heads) -> None:
        """Fit the words that pending decisions touch; a run of keys waits for its last one."""
        decisions = dict(self._pending)

        def done(taken: set[int]) -> None:
            heads.owed -= taken
            for song_id, states in decisions.items():
                if self._pending.get(song_id) is states:
                    del self._pending[song_id]

        listeners = Listeners(done=done, failed=self._failed, part=self._take)
        work = _update_work(heads, decisions)
        title = self.tr("Learn from each decision")
        self._context.runner.start(Lane.HEADS, title, work, listeners)

    def _take(self, part: _Part) -> None:
        """Lay new scores over the model's: those of other heads a slice a turn, they are many."""
        self._parts.append(part)
        if self._laying is None:
            self._lay_next()

    def _lay_next(self) -> None:
        session = self._context.session
        while self._parts and self._laying is None:
            heads, update, n_decisions = self._parts.popleft()
            library, model = session.library, session.model
            if library is None or model is None or model.id != heads.model_id:
                continue
            live = library.predictions.live_of(model.id)
            if live is not None and heads is self._taken:
                live.update(update)
                session.set_live(LiveState(True, n_decisions), scored=True)
                continue
            self._taken = heads
            live = LiveScores(model.id, heads.meanings, heads.heads.space.song_ids)
            live.update(update)
            slices = live.merge_in_slices(*library.predictions.own_matrix(model.id))
            self._laying = _Laying(live, n_decisions, library.predictions.n_changes, slices)
            self._turn.start()

    def _lay_slice(self) -> None:
        """Go on for TURN_S, too short to be noticed; show the scores when all songs have them."""
        session, laying = self._context.session, self._laying
        if laying is None or session.library is None:
            self._turn.stop()
            return
        until = time.perf_counter() + TURN_S
        for _ in laying.slices:
            if time.perf_counter() > until:
                return
        predictions = session.library.predictions
        if predictions.n_changes != laying.n_changes:  # songs were listened to: once more
            laying.n_changes = predictions.n_changes
            own = predictions.own_matrix(laying.live.model_id)
            laying.slices = laying.live.merge_in_slices(*own)
            return
        self._turn.stop()
        self._laying = None
        predictions.live = laying.live
        session.set_live(LiveState(True, laying.n_decisions), scored=True)
        self._lay_next()

    def _failed(self, error: Exception) -> None:
        """Go on with the model's own scores: learning in the background asks nobody anything."""
        log.warning("live learning ended: %s", error)
        self._drop()


def _begin_work(
    reader: LibraryReader,
    model: ModelRow,
    load: Callable[[], TaggingModel],
    cache: FeatureCache | None,
) -> Callable[[Running], _Heads | None]:
    def work(job: Running) -> _Heads | None:
        from core.models.device import leave_one_core_free
        from core.training.live_heads import LiveHeads
        from core.training.live_share import choose_share
        from core.training.live_space import read_live_space

        if cache is None:
            return None
        with reader.open() as library:
            labels = library.annotations.labels()
            meanings = library.models.tag_ids(model.id)
        with leave_one_core_free():
            space = read_live_space(load(), labels, cache, job)
            if space is None:
                return None
            heads = LiveHeads(space, labels, meanings, choose_share(space, labels, meanings, job))
            begun = _Heads(heads, model.id, meanings)
            heads.refit(job)
            _deliver(begun, set(heads.words), job)
        return begun

    return work


def _update_work(heads: _Heads, decisions: Decisions) -> Callable[[Running], set[int]]:
    def work(job: Running) -> set[int]:
        from core.models.device import leave_one_core_free

        with leave_one_core_free():
            for song_id, states in decisions.items():
                heads.heads.decide(song_id, states)
            heads.owed |= set(heads.heads.refit(job))
            changed = set(heads.owed)
            _deliver(heads, changed, job)
        return changed

    return work


def _deliver(heads: _Heads, changed: set[int], job: Running) -> None:
    """Hand over the new scores of all songs, then what is said of the judged without them."""
    fitted = tuple(sorted(changed & heads.heads.words.keys()))
    forgotten = tuple(sorted(changed - set(fitted)))
    scores = heads.heads.scores(fitted)
    of_tags = {tag_id: scores[:, column].copy() for column, tag_id in enumerate(fitted)}
    words = heads.heads.words
    of_words = {tag_id: (words[tag_id].weight, words[tag_id].bias) for tag_id in fitted}
    update = LiveUpdate(of_tags, forgotten, heads=of_words)
    job.deliver((heads, update, heads.heads.n_decisions))
    held_out = {}
    for tag_id in fitted:
        job.check()
        song_ids, logits = heads.heads.held_out(tag_id)
        with np.errstate(over="ignore"):
            held_out[tag_id] = song_ids, (1.0 / (1.0 + np.exp(-logits))).astype(np.float32)
    if held_out:
        job.deliver((heads, LiveUpdate(held_out=held_out), heads.heads.n_decisions))
