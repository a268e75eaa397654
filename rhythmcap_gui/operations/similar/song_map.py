"""The map of the library: made in a job, kept in a folder, coloured by decisions or scores."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from core.errors import LibraryError
from core.similarity.similarity_records import MapMethod
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.similar.song_indexes import SongIndexes
from rhythmcap_gui.similar_data import (
    NO,
    OTHER,
    UNSURE,
    YES,
    ColourBy,
    ColourKind,
    MapColours,
    MapState,
)
from rhythmcap_gui.view_data import Progress

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.library.records import Changes, State, Tag
    from core.similarity.embedding_index import EmbeddingIndex
    from core.similarity.similarity_records import SongMap

VIEWER = "map"
COLOUR_MS = 150  # after a decision
MAX_ANEW = 2000  # songs of a map that is made anew by itself, as soon as some have come


class SongMaps(QObject):
    """Makes and colours the map while it is shown."""

    changed = Signal(object)  # MapState
    coloured = Signal(object)  # MapColours

    def __init__(
        self, context: AppContext, indexes: SongIndexes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._indexes = context, indexes
        self.state, self.colour_by = MapState(), ColourBy()
        self._is_shown = False
        self._job_id = 0
        self._recolour = QTimer(self, singleShot=True, interval=COLOUR_MS)
        self._recolour.timeout.connect(self.colour)
        session = context.session
        session.library_changed.connect(lambda _library: self._forget())
        session.changed.connect(self._follow_changes)
        for signal in (session.scores_changed, session.blind_changed):
            signal.connect(lambda *_value: self._recolour.start())
        indexes.index_changed.connect(self._follow_index)

    # -- what is asked for --------------------------------------------------------------------

    def set_shown(self, on: bool) -> None:
        """The map is on screen, or not."""
        self._is_shown = on
        self._indexes.show_to(VIEWER, on)
        if on and self.state.songs is None and self._indexes.index is not None:
            self._follow_index(self._indexes.index)
        if on:
            self._recolour.start()

    def set_method(self, method: MapMethod) -> None:
        """Make the map in another way."""
        if method is not self.state.method:
            self.cancel()
            self._show(MapState(method))
            self._follow_index(self._indexes.index)

    def set_colour(self, by: ColourBy) -> None:
        """Colour the map by something else."""
        self.colour_by = by
        self.colour()

    def cancel(self) -> None:
        """Make no map."""
        self._context.runner.cancel(self._job_id)

    def draw_again(self) -> None:
        """Make the map of all songs that can be compared now."""
        index = self._indexes.index
        if index is None:
            self._indexes.refresh()
        else:
            self._make(index, anew=True)

    # -- making -------------------------------------------------------------------------------

    def _follow_index(self, index: EmbeddingIndex | None) -> None:
        if index is None:
            self.cancel()
            self._show(MapState(self.state.method))
        elif self._is_shown and not self.state.running:
            self._make(index, anew=False)

    def _make(self, index: EmbeddingIndex, *, anew: bool) -> None:
        """Take the map that is kept; make it where there is none, or few songs have to be laid."""
        folder, method = self._indexes.folder(), self.state.method

        def work(job: Running) -> SongMap:
            from core.models.device import leave_one_core_free
            from core.similarity.map_store import MapStore
            from core.similarity.song_map import map_songs

            store = MapStore(folder)
            kept = None if anew else store.load(method, index)
            n_songs = len(index.song_ids)
            if kept is not None and len(kept.song_ids) == n_songs:
                return kept
            if kept is not None and n_songs > MAX_ANEW:
                return kept
            with leave_one_core_free():
                songs = map_songs(index, method, job=job)
            store.save(method, index, songs)
            return songs

        listeners = Listeners(
            done=lambda songs: self._made(songs, len(index.song_ids)),
            failed=self._failed,
            cancelled=lambda: self._show(replace(self.state, running=False, progress=None)),
            progress=self._progress,
        )
        self.cancel()
        self._job_id = self._context.runner.start(Lane.INDEX, _tr("Draw the map"), work, listeners)
        self._show(replace(self.state, running=True, progress=None, problem=("", "")))

    def _made(self, songs: SongMap, n_songs: int) -> None:
        n_new, shown = n_songs - len(songs.song_ids), self.state.songs
        if shown is not None and _are_alike(shown, songs):
            songs = shown  # what is in view stays in view
        self._show(MapState(self.state.method, songs, n_new))
        self.colour()
        index = self._indexes.index
        if index is not None and len(index.song_ids) != n_songs:
            self._follow_index(index)

    def _failed(self, error: Exception) -> None:
        self._show(MapState(self.state.method, problem=error_texts(error)))

    def _progress(self, progress: Progress) -> None:
        self._show(replace(self.state, progress=progress))

    def _show(self, state: MapState) -> None:
        is_other_map = state.songs is not self.state.songs  # arrays are not compared
        if is_other_map or replace(state, songs=None) != replace(self.state, songs=None):
            self.state = state
            self.changed.emit(state)

    def _forget(self) -> None:
        self.cancel()
        self._recolour.stop()
        self.colour_by = ColourBy()
        self._show(MapState(self.state.method))
        self.colour()

    def _follow_changes(self, changes: Changes) -> None:
        is_of_decisions = self.colour_by.kind in (ColourKind.TAG, ColourKind.DISAGREEMENT)
        if self._is_shown and ((changes.songs and is_of_decisions) or changes.codebook):
            self._recolour.start()

    # -- colouring ----------------------------------------------------------------------------

    def colour(self) -> None:
        """Find what colours the songs, and emit it."""
        songs = self.state.songs
        if songs is None or self._context.session.library is None:
            self.coloured.emit(MapColours(self.colour_by))
            return
        try:
            self._propose_tag(len(songs.song_ids))
            self.coloured.emit(self._colours(songs.song_ids))
        except LibraryError as error:
            self._context.show_error(error)

    def _colours(self, ids: NDArray[np.int64]) -> MapColours:
        by, tag = self.colour_by, self._tag()
        codes = np.full(len(ids), OTHER, np.int8)
        name = tag.name if tag is not None else ""
        is_guess = by.kind in (ColourKind.PREDICTED, ColourKind.DISAGREEMENT)
        if is_guess and self._context.session.blind:
            return MapColours(by, name, codes, is_hidden=True)
        if by.kind is ColourKind.TAG and tag is not None:
            self._mark_decisions(codes, ids, tag)
        elif by.kind is ColourKind.PREDICTED and tag is not None:
            return MapColours(by, name, codes, self._scores(ids, tag))
        elif by.kind is ColourKind.DISAGREEMENT:
            self._mark_disputes(codes, ids)
        return MapColours(by, name, codes)

    def _propose_tag(self, n_songs: int) -> None:
        """Choose a tag where nobody has: the one whose yes parts the songs most evenly."""
        by, context = self.colour_by, self._context
        is_predicted = by.kind is ColourKind.PREDICTED
        if by.kind not in (ColourKind.TAG, ColourKind.PREDICTED):
            return
        known = context.session.model_tags
        is_known = not is_predicted or by.tag_id in known
        if self._tag() is not None and (is_known or not by.is_proposed):
            return
        counts = context.library.annotations.counts_by_tag()
        tags = [tag for tag in context.library.codebook.tags() if tag.id in counts]
        parts = {
            tag.id: (min(_n_yes(counts[tag.id]), n_songs - _n_yes(counts[tag.id])),
                     sum(counts[tag.id].values()))
            for tag in tags if not is_predicted or tag.id in known
        }  # fmt: skip
        if parts:
            best = max(parts, key=lambda tag_id: parts[tag_id])
            self.colour_by = ColourBy(by.kind, best, is_proposed=True)

    def _tag(self) -> Tag | None:
        tags = self._context.library.codebook.tags()
        return next((tag for tag in tags if tag.id == self.colour_by.tag_id), None)

    def _mark_decisions(self, codes: NDArray[np.int8], ids: NDArray[np.int64], tag: Tag) -> None:
        from core.library.records import State
        from core.library.search.query import Judged

        search = self._context.library.search
        for state, code in ((State.YES, YES), (State.NO, NO), (State.UNSURE, UNSURE)):
            codes[np.isin(ids, search.ids(Judged(tag.name, state)))] = code

    def _mark_disputes(self, codes: NDArray[np.int8], ids: NDArray[np.int64]) -> None:
        from core.library.search.query import Flag, Not

        search = self._context.library.search
        codes[np.isin(ids, search.ids(Not(Flag("untagged"))))] = NO
        codes[np.isin(ids, search.ids(Flag("review")))] = YES

    def _scores(self, ids: NDArray[np.int64], tag: Tag) -> NDArray[np.float32] | None:
        """Return the scores of the model in use; None where it does not know the tag."""
        session = self._context.session
        columns = [i for i, known in enumerate(session.model_tags) if known == tag.id]
        if session.model is None or not columns:
            return None
        known_ids, matrix = self._context.library.predictions.matrix(session.model.id)
        scores = np.full(len(ids), np.nan, np.float32)
        if len(known_ids):
            rows = np.minimum(np.searchsorted(known_ids, ids), len(known_ids) - 1)
            found = known_ids[rows] == ids
            scores[found] = matrix[rows[found]][:, columns].max(axis=1)
        return scores


def _n_yes(counts: dict[State, int]) -> int:
    from core.library.records import State

    return counts.get(State.YES, 0)


def _are_alike(one: SongMap, other: SongMap) -> bool:
    return np.array_equal(one.song_ids, other.song_ids) and np.array_equal(
        one.positions, other.positions
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("similar", text)
