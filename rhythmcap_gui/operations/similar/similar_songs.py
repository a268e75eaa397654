"""The songs most like the open one, like a part of it, or like chosen examples and unlike others.

The list follows the open song, but stays where a song was opened from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from core.errors import LibraryError
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.similar.song_indexes import SongIndexes
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.similar_data import SimilarSong, SimilarState, SongName

if TYPE_CHECKING:
    from core.library.records import Changes, Song
    from core.similarity.embedding_index import EmbeddingIndex
    from core.similarity.similarity_records import Ids as IndexIds
    from core.similarity.similarity_records import Neighbours, Vectors

N_FOUND = 50
LOOK_AGAIN_MS = 300  # after decisions, and a loop that is still being dragged
MAX_EXAMPLES = 200
VIEWER = "similar"

Ids = tuple[int, ...]


class SimilarSongs(QObject):
    """Looks for them while the list is shown."""

    changed = Signal(object)  # SimilarState

    def __init__(
        self, context: AppContext, indexes: SongIndexes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._indexes = context, indexes
        self.state = SimilarState()
        self.more: Ids = ()
        self.less: Ids = ()
        self.uses_loop = False
        self._pairs: tuple[IndexIds | None, Vectors | None] = (None, None)  # of which index's songs
        self._subject_id: int | None = None
        self._opening: int | None = None
        self._is_shown = False
        self._again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._again.timeout.connect(self.look)
        session = context.session
        session.song_opened.connect(self._follow_song)
        session.loop_changed.connect(lambda _loop: self.uses_loop and self._again.start())
        session.library_changed.connect(lambda _library: self._follow_library())
        session.changed.connect(self._follow_changes)
        indexes.index_changed.connect(lambda _index: self.look())

    # -- what is asked for --------------------------------------------------------------------

    def set_shown(self, on: bool) -> None:
        """The list is on screen, or not."""
        self._is_shown = on
        self._indexes.show_to(VIEWER, on)
        if on:
            self.follow_open_song()

    def follow_open_song(self) -> None:
        """Show what is like the open song now, if there are no examples."""
        song = self._context.session.song
        self._subject_id = song.id if song is not None else None
        self.look()

    def set_uses_loop(self, on: bool) -> None:
        """Look for what is like the looped part of the open song, or like all of it."""
        self.uses_loop = on
        self.follow_open_song()

    def add_more(self, song_ids: Sequence[int]) -> None:
        """Let the songs found be more like these."""
        self.set_examples((*self.more, *song_ids), _without(self.less, song_ids))

    def add_less(self, song_ids: Sequence[int]) -> None:
        """Let the songs found be less like these."""
        self.set_examples(_without(self.more, song_ids), (*self.less, *song_ids))

    def add_selection(self, *, more: bool) -> None:
        """Let the songs found be more, or less, like the selected ones, else the open one."""
        session = self._context.session
        chosen = session.selection or ((session.song.id,) if session.song is not None else ())
        (self.add_more if more else self.add_less)(chosen)

    def remove(self, song_id: int) -> None:
        """Take a song out of the examples."""
        self.set_examples(_without(self.more, [song_id]), _without(self.less, [song_id]))

    def clear(self) -> None:
        """Have no examples: the list is about the open song again."""
        song = self._context.session.song
        self._subject_id = song.id if song is not None else None
        self.set_examples((), ())

    def set_examples(self, more: Iterable[int], less: Iterable[int]) -> None:
        """Set the examples, of which every one counts once."""
        self.more = tuple(dict.fromkeys(more))[:MAX_EXAMPLES]
        self.less = tuple(dict.fromkeys(less))[:MAX_EXAMPLES]
        self.look()

    def open(self, song_id: int, *, play: bool | None = None) -> None:
        """Open a song of the list, which stays as it is."""
        self._opening = song_id
        try:
            navigation.open_from_elsewhere(self._context, song_id, play=play)
        finally:
            self._opening = None

    # -- looking ------------------------------------------------------------------------------

    def look(self) -> None:
        """Look for the songs anew, if they are shown."""
        self._again.stop()
        session = self._context.session
        if not self._is_shown or session.library is None:
            return
        try:
            self.state = self._examples()
        except LibraryError as error:
            self._failed(error)
            return
        self._context.runner.cancel_lane(Lane.SIMILAR)
        index = self._indexes.index
        wanted = self.more or ((self._subject_id,) if self._subject_id is not None else ())
        less = _without(self.less, wanted)
        if index is None or not wanted:
            self._show(self.state)
            return
        names = {name.song_id: name for name in self._names((*wanted, *less))}
        unknown = tuple(name for song_id, name in names.items() if not index.has(song_id))
        wanted = tuple(song_id for song_id in wanted if index.has(song_id))
        less = tuple(song_id for song_id in less if index.has(song_id))
        self.state = replace(self.state, unknown=unknown, running=True)
        find = self._work_on_part(less) if self.state.region_s else None
        if find is None and not wanted:
            self._show(replace(self.state, songs=(), running=False))
            return
        find = find or (lambda _job: index.like(wanted, less, N_FOUND))
        listeners = Listeners(
            done=lambda found: self._found(wanted, index, *found),
            failed=self._failed,
            cancelled=lambda: self._show(replace(self.state, running=False)),
        )
        self.changed.emit(self.state)
        known = self._pairs[1] if self._pairs[0] is index.song_ids else None

        def work(job: Running) -> tuple[Neighbours, Vectors]:
            return find(job), index.pair_similarities() if known is None else known

        self._context.runner.start(Lane.SIMILAR, _tr("Look for similar songs"), work, listeners)

    def _examples(self) -> SimilarState:
        """Return what the list is about, still without songs but those found before."""
        session = self._context.session
        opened = session.song
        names = {name.song_id: name for name in self._names((*self.more, *self.less))}
        self.more = tuple(song_id for song_id in self.more if song_id in names)
        self.less = tuple(song_id for song_id in self.less if song_id in names)
        subject = self._names((self._subject_id,)) if self._subject_id and not self.more else []
        is_open = not subject or (opened is not None and opened.id == self._subject_id)
        uses_loop = self.uses_loop and not self.more and is_open
        return SimilarState(
            songs=self.state.songs,
            subject=subject[0] if subject else None,
            region_s=session.loop if uses_loop and subject else None,
            more=tuple(names[song_id] for song_id in self.more),
            less=tuple(names[song_id] for song_id in self.less),
            is_open=is_open,
            uses_loop=self.uses_loop,
        )

    def _names(self, song_ids: Sequence[int | None]) -> list[SongName]:
        rows = self._context.library.songs.rows([one for one in song_ids if one is not None])
        return [SongName(row.song.id, row.song.display_title, row.song.artist) for row in rows]

    def _work_on_part(self, less: Ids) -> Callable[[Running], Neighbours] | None:
        """Return a job that looks for what is like the looped part of the open song."""
        from core.model_store.registry import model_path

        song, model = self._context.session.song, self._indexes.model()
        index, region_s = self._indexes.index, self.state.region_s
        if song is None or model is None or index is None or region_s is None:
            return None
        models, cache, file = self._context.models, self._context.session.cache, model_path(model)
        source, exclude = (song.path, song.audio_hash), {song.id, *less}

        def work(job: Running) -> Neighbours:
            from core.models.device import leave_one_core_free
            from core.similarity.embedding_index import example_vector
            from core.similarity.region import region_embedding

            with leave_one_core_free():
                embedding = region_embedding(models.get(file), source, region_s, cache, job)
            vector = index.space.vectors(embedding[None])
            query = example_vector(vector, index.vectors_of(less))
            return index.nearest(query, N_FOUND, exclude)

        return work

    def _found(self, wanted: Ids, index: EmbeddingIndex, found: Neighbours, pairs: Vectors) -> None:
        from core.similarity.shared_tags import shared_tags

        self._pairs = (index.song_ids, pairs)
        library = self._context.library
        rows = library.songs.rows(found.song_ids)
        tag_names = {tag.id: tag.name for tag in library.codebook.tags()}
        subjects = wanted or ((self._subject_id,) if self._subject_id is not None else ())
        shared = shared_tags(library.songs.rows(subjects), rows)
        similarities = dict(zip(found.song_ids.tolist(), found.similarities.tolist(), strict=True))
        songs = tuple(
            SimilarSong(
                row.song.id, row.song.display_title, row.song.artist, similarities[row.song.id],
                tuple(tag_names[tag] for tag in shared[row.song.id] if tag in tag_names),
            )
            for row in rows
        )  # fmt: skip
        nearer_than = None
        if len(pairs) and songs:
            nearer_than = int(pairs.searchsorted(found.similarities[0])) / len(pairs)
        self._show(replace(self.state, songs=songs, running=False, nearer_than=nearer_than))

    def _failed(self, error: Exception) -> None:
        self._show(replace(self.state, songs=(), running=False, problem=error_texts(error)))

    def _show(self, state: SimilarState) -> None:
        if not state.running and (self._indexes.index is None or not _is_about(state)):
            state = replace(state, songs=())
        self.state = state
        self.changed.emit(state)

    # -- following ----------------------------------------------------------------------------

    def _follow_song(self, song: Song | None) -> None:
        if song is not None and song.id == self._opening:
            is_open = self._subject_id in (None, song.id)
            self._show(replace(self.state, is_open=is_open or bool(self.more)))
            return
        if not self.more:
            self.follow_open_song()

    def _follow_library(self) -> None:
        self._again.stop()
        self.more = self.less = ()
        self._subject_id = None
        self.state = SimilarState(uses_loop=self.uses_loop)
        self.changed.emit(self.state)

    def _follow_changes(self, changes: Changes) -> None:
        """Tags that were judged, and songs that went, change what the list says."""
        if self._is_shown and (changes.songs or changes.codebook or changes.library):
            self._again.start()


def _is_about(state: SimilarState) -> bool:
    return state.subject is not None or bool(state.more)


def _without(song_ids: Iterable[int], others: Iterable[int]) -> Ids:
    left_out = set(others)
    return tuple(song_id for song_id in song_ids if song_id not in left_out)


def _tr(text: str) -> str:
    return QCoreApplication.translate("similar", text)
