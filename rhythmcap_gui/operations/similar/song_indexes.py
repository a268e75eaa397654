"""What songs are compared by: one index of the open library in memory, made in a job.

It is made when a view asks for it, kept in a folder, and extended when songs were listened to.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from core.errors import RhythmCapError
from core.paths import folders, library_digest
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.job_runner import Job, Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models import predicting
from rhythmcap_gui.operations.sliced_read import SlicedRead
from rhythmcap_gui.similar_data import CompareBy, IndexState
from rhythmcap_gui.view_data import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from core.features.prefetch import KnownSong
    from core.library.location_records import SongLocation
    from core.library.records import Changes, ModelRow
    from core.similarity.embedding_index import EmbeddingIndex
    from core.similarity.index_store import IndexStore

EXTEND_MS = 1500  # after songs were listened to, or came or went
MS_A_SONG = 0.5  # longer, while a model listens to all: reading 100 000 songs takes seconds
PAGE_SONGS = 4000  # read at once: some milliseconds
PAGE_LOCATIONS = 400


class SongIndexes(QObject):
    """index: of the open library by what was chosen; None until it is read."""

    changed = Signal(object)  # IndexState
    index_changed = Signal(object)  # EmbeddingIndex | None
    by_changed = Signal(object)  # CompareBy

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.by, self.state = CompareBy(), IndexState()
        self.index: EmbeddingIndex | None = None
        self._viewers: set[str] = set()
        self._is_stale = True
        self._reading: SlicedRead | None = None
        self._job_id = self._listening_id = 0
        self._stores: list[IndexStore] = []  # of the open library: one, once it was read
        self._in_vain: frozenset[int] = frozenset()  # listened to, and nothing is kept of them
        self._later = QTimer(self, singleShot=True, interval=EXTEND_MS)
        self._later.timeout.connect(self._extend)
        session = context.session
        session.library_changed.connect(lambda _library: self._follow_library())
        session.model_changed.connect(lambda _model: self._follow_model())
        session.scores_changed.connect(self._outdate)
        session.changed.connect(self._follow_changes)
        context.runner.ended.connect(self._follow_jobs)

    # -- what views ask for -------------------------------------------------------------------

    def show_to(self, viewer: str, on: bool) -> None:
        """Read the index while it is shown somewhere. viewer: a name of who shows it."""
        if on:
            self._viewers.add(viewer)
        else:
            self._viewers.discard(viewer)
        if self._viewers and self._is_stale:
            self.refresh()

    def choose(self, by: CompareBy) -> None:
        """Compare songs by another model, or by timbre alone."""
        if by != self.by:
            self.by = by
            self.by_changed.emit(by)
            self._begin_anew()

    def model(self) -> ModelRow | None:
        """Return the model whose embeddings are compared; one that has gone gives way to that in
        use.
        """
        session = self._context.session
        if session.library is None:
            return None
        chosen = None if self.by.model_id is None else session.library.models.get(self.by.model_id)
        return chosen or session.model

    def folder(self) -> Path:
        """Return where indexes and maps of the open library are kept."""
        return folders().similar / library_digest(self._context.library.path)

    def refresh(self) -> None:
        """Read the index anew, with what is kept by now."""
        session = self._context.session
        self._is_stale = True
        if not self._viewers or session.library is None or session.cache is None:
            return
        model = self.model()
        if model is None:
            self._drop()
            self._show(IndexState())
            return
        file = self._file_of(model)
        if file is None or self._reading is not None:
            return
        self._is_stale = False
        songs, library = list[tuple[int, str]](), session.library

        def read(last: tuple[int, str] | None) -> list[tuple[int, str]]:
            return library.songs.audio_hashes(last[0] if last else 0, PAGE_SONGS)

        def then(records: list[Any]) -> None:
            self._reading = None
            songs.extend(records)
            self._start(model, file, dict(songs))

        self._reading = SlicedRead(self._context, read, then, self._failed, self)
        self._show(replace(self.state, model=model.name, reading=True, problem=("", "")))

    def cancel(self) -> None:
        """Stop reading or listening; what was listened to is kept."""
        for job_id in (self._listening_id, self._job_id):
            self._context.runner.cancel(job_id)

    # -- reading ------------------------------------------------------------------------------

    def _start(self, model: ModelRow, file: Path, songs: dict[int, str]) -> None:
        models, stores, basis = self._context.models, self._stores, self.by.basis
        folder, cache = self.folder(), self._context.session.cache

        def work(job: Running) -> EmbeddingIndex:
            from core.models.device import leave_one_core_free
            from core.similarity.index_store import IndexStore

            if not stores:  # made here: torch is not to be imported on the main thread
                stores.append(IndexStore(folder, cache))
            with leave_one_core_free():
                return stores[0].get(models.get(file), songs, basis, job)

        listeners = Listeners(
            done=self._take, failed=self._failed, cancelled=self._stopped, progress=self._progress
        )
        self._context.runner.cancel(self._job_id)
        title = _tr("Compare songs")
        self._job_id = self._context.runner.start(Lane.INDEX, title, work, listeners)
        self._show(replace(self.state, model=model.name, reading=True))

    def _take(self, index: EmbeddingIndex) -> None:
        former, self.index = self.index, index
        in_vain = set(index.not_finite) | (self._in_vain & set(index.not_kept))
        n_new = len(index.not_kept) + len(index.not_finite) - len(in_vain)
        self._show(
            replace(
                self.state, n_songs=len(index.song_ids), n_new=n_new, n_left_out=len(in_vain),
                reading=False, progress=None, problem=("", ""),
            )
        )  # fmt: skip
        if former is None or not _are_alike(former, index):
            self.index_changed.emit(index)
        if self._is_stale:
            self._later.start()

    def _failed(self, error: Exception) -> None:
        self._reading = None
        self._drop()
        self._show(IndexState(model=self.state.model, problem=error_texts(error)))
        if not isinstance(error, RhythmCapError):
            self._context.show_error(error)

    def _stopped(self) -> None:
        self._show(replace(self.state, reading=False, progress=None))
        self._is_stale = self.index is None

    def _progress(self, progress: Progress) -> None:
        self._show(replace(self.state, progress=progress))

    # -- listening ----------------------------------------------------------------------------

    def listen(self) -> None:
        """Have the model listen to the songs that it has not listened to yet."""
        model, index, session = self.model(), self.index, self._context.session
        if model is None or index is None or session.library is None or self.state.listening:
            return
        wanted, library = set(index.not_kept) - self._in_vain, session.library

        def read(last: SongLocation | None) -> list[SongLocation]:
            return library.songs.locations(last.song_id if last else 0, PAGE_LOCATIONS)

        def then(locations: list[SongLocation]) -> None:
            from core.features.prefetch import KnownSong

            self._listen_to(model, wanted, {
                one.song_id: KnownSong(one.path, one.audio_hash, one.file.stats)
                for one in locations if one.song_id in wanted and not one.missing
            })  # fmt: skip

        SlicedRead(self._context, read, then, self._failed, self)
        self._show(replace(self.state, listening=True, progress=None))

    def _listen_to(self, model: ModelRow, wanted: set[int], songs: dict[int, KnownSong]) -> None:
        def ended(*_outcome: object) -> None:
            self._show(replace(self.state, listening=False, progress=None))
            self.refresh()

        def done(_n_songs: int) -> None:
            self._in_vain |= wanted  # what is kept of them is in the next index
            ended()

        def failed(error: Exception) -> None:
            self._context.show_error(error)
            ended()

        listeners = Listeners(done=done, failed=failed, cancelled=ended, progress=self._progress)
        self._listening_id = predicting.listen_with(self._context, model, songs, listeners)

    # -- following ----------------------------------------------------------------------------

    def _follow_library(self) -> None:
        self.cancel()
        self._later.stop()
        self._stores, self.by = [], CompareBy()
        self.by_changed.emit(self.by)
        self._begin_anew()

    def _follow_model(self) -> None:
        if self.by.model_id is None:
            self._begin_anew()

    def _begin_anew(self) -> None:
        """What is read or known is of another model."""
        self._context.runner.cancel(self._job_id)
        if self._reading is not None:
            self._reading.stop()
        self._reading, self._in_vain = None, frozenset()
        self._drop()
        self._show(IndexState())
        self.refresh()

    def _follow_changes(self, changes: Changes) -> None:
        if changes.library:
            self._outdate()

    def _outdate(self) -> None:
        """Read what is new a little later; the more songs, the later, while all are listened to."""
        self._is_stale = True
        if self._viewers and not self._later.isActive():
            n_songs = self.state.n_songs + self.state.n_new
            is_busy = self._context.runner.busy(Lane.LIBRARY)
            self._later.start(round(max(EXTEND_MS, MS_A_SONG * n_songs)) if is_busy else EXTEND_MS)

    def _extend(self) -> None:
        """Read what is new, if there is anything to show it; while all are listened to, later."""
        in_turn = self._context.runner.busy(Lane.LIBRARY) and self._uses_active()
        if in_turn != self.state.in_turn:
            self._show(replace(self.state, in_turn=in_turn))
        if not self.state.reading and not self.state.listening:
            self.refresh()

    def _follow_jobs(self, job: Job, _outcome: str) -> None:
        if job.lane is Lane.LIBRARY and self._viewers:
            self._is_stale = True
            self._later.start(EXTEND_MS)

    def _uses_active(self) -> bool:
        model, active = self.model(), self._context.session.model
        return model is not None and active is not None and model.id == active.id

    def _file_of(self, model: ModelRow) -> Path | None:
        from core.model_store.registry import model_path

        try:
            return model_path(model)
        except RhythmCapError as error:
            self._failed(error)
            return None

    def _drop(self) -> None:
        self._is_stale = True
        if self.index is not None:
            self.index = None
            self.index_changed.emit(None)

    def _show(self, state: IndexState) -> None:
        in_turn = self._context.runner.busy(Lane.LIBRARY) and self._uses_active()
        state = replace(state, in_turn=in_turn)
        if state != self.state:
            self.state = state
            self.changed.emit(state)


def _are_alike(one: EmbeddingIndex, other: EmbeddingIndex) -> bool:
    """Tell whether two indexes hold the same songs, compared alike."""
    is_of_one_space = one.key == other.key and one.n_reference == other.n_reference
    return is_of_one_space and np.array_equal(one.song_ids, other.song_ids)


def _tr(text: str) -> str:
    return QCoreApplication.translate("similar", text)
