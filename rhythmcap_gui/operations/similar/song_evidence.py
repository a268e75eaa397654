"""Evidence one can hear: for a tag, against it, and judged songs near by; all equally loud.

The sounds come from a second player; the open song pauses meanwhile, and goes on afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from core.library.records import State
from core.models.taggram_records import cell_edges, strongest_span
from rhythmcap_gui.evidence_state import Evidence, EvidenceClip, EvidenceState
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening.clip_player import ClipPlayer
from rhythmcap_gui.operations.similar.song_indexes import SongIndexes

if TYPE_CHECKING:
    from core.audio.memory_sound import MemorySound
    from core.library.records import Annotation

VIEWER = "evidence"


class SongEvidence(QObject):
    """Of the open song and one tag, while it is shown. changed(EvidenceState)."""

    changed = Signal(object)

    def __init__(
        self, context: AppContext, indexes: SongIndexes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._indexes = context, indexes
        self.state = EvidenceState()
        self._player = ClipPlayer(context)
        self._sounds: dict[Evidence, MemorySound] = {}
        self._wanted: Evidence | None = None
        self._job_id = self._turn = 0
        session = context.session
        session.library_changed.connect(lambda _library: self.hide())
        session.song_opened.connect(lambda _song: self._follow())
        session.predictions_ready.connect(lambda _found: self._follow(stops=False))
        session.along_changed.connect(lambda: self._follow(stops=False))
        session.blind_changed.connect(lambda _on: self._follow())
        indexes.index_changed.connect(lambda _index: self._follow(stops=False))

    def show(self, tag_id: int) -> None:
        """Look for what speaks for a tag and against it."""
        self.stop()
        name = self._context.library.codebook.tag(tag_id).name
        self.state = EvidenceState(tag_id, name)
        self._indexes.show_to(VIEWER, True)
        self._look()

    def toggle_shown(self) -> None:
        """Show it of the tag at hand: that of the question, else the first suggestion; or hide."""
        session = self._context.session
        question = session.queue.question if session.queue is not None else None
        first = next(iter(session.suggestions()), None)
        if self.state.tag_id:
            self.hide()
        elif question is not None and question.tag_id:
            self.show(question.tag_id)
        elif first is not None:
            self.show(first.tag_id)
        else:
            session.notify(self.tr("Right click a tag to hear what speaks for it."))

    def hide(self) -> None:
        """Be silent, and look for nothing more."""
        self.stop()
        self._context.runner.cancel(self._job_id)
        self._sounds = {}
        self._indexes.show_to(VIEWER, False)
        self._set(EvidenceState())

    def toggle(self, kind: Evidence) -> None:
        """Play one of the sounds over and over, in place of another; the same again: silence."""
        if self.state.clip(kind) is None:
            return
        if kind in (self.state.playing, self._wanted):
            self.stop()
        elif kind in self._sounds:
            self._play(kind)
        else:
            self._wanted = kind
            self._player.hold_song()
            if not self.state.preparing:
                self._read()

    def hear(self, kind: Evidence) -> None:
        """Play one of them; where none is shown, those of the tag at hand are first."""
        if not self.state.tag_id:
            self.toggle_shown()
        self.toggle(kind)

    def stop(self) -> None:
        """Fall silent; the open song goes on if it was playing."""
        self._wanted = None
        if self._player.sounds:
            self._player.stop()
        self._set(replace(self.state, playing=None))

    def close(self) -> None:
        """End with the program."""
        self._context.runner.cancel(self._job_id)
        self._player.close()

    # -- inside -------------------------------------------------------------------------------

    def _follow(self, *, stops: bool = True) -> None:
        if not self.state.tag_id:
            return
        if stops:
            self.stop()
        self._look()

    def _look(self) -> None:
        """Find the sounds of the open song and of judged ones; blind, none of a tag not judged."""
        session = self._context.session
        song, tag_id = session.song, self.state.tag_id
        clips: list[EvidenceClip] = []
        if song is not None and session.guess_visible(tag_id):
            clips = [*self._own_clips(song.id, tag_id), *self._near_clips(song.id, tag_id)]
        is_new = tuple(clips) != self.state.clips
        self._set(replace(self.state, clips=tuple(clips)))
        if is_new:
            self._sounds = {}
            if clips:  # so that a key is heard at once
                self._read()

    def _own_clips(self, song_id: int, tag_id: int) -> list[EvidenceClip]:
        session = self._context.session
        found = session.shown_predictions
        n_words = 0 if found is None else len(found.words)
        columns = [i for i, known in enumerate(session.model_tags[:n_words]) if known == tag_id]
        if found is None or found.taggram is None or not columns or not len(found.taggram.start_s):
            return []
        column = max(columns, key=lambda one: float(found.scores[one]))
        edges = cell_edges(found.taggram, session.duration_s)
        scores = found.taggram.scores[:, column]
        if len(edges) < 2 or np.isnan(scores).all():
            return []
        ends = {Evidence.FOR: float(np.nanmax(scores)), Evidence.AGAINST: float(np.nanmin(scores))}
        return [
            EvidenceClip(
                kind, song_id, "", strongest_span(edges, scores, most=kind is Evidence.FOR), score
            )
            for kind, score in ends.items()
        ]  # fmt: skip

    def _near_clips(self, song_id: int, tag_id: int) -> list[EvidenceClip]:
        from core.similarity.judged_neighbours import nearest_of

        index = self._indexes.index
        if index is None:
            return []
        clips = []
        for kind, state in ((Evidence.WITH, State.YES), (Evidence.WITHOUT, State.NO)):
            judged = self._context.library.annotations.songs_with_state(tag_id, state)
            found = nearest_of(index, song_id, judged)
            if found is not None:
                clips.append(self._clip_of(kind, found, tag_id, state))
        return clips

    def _clip_of(
        self, kind: Evidence, found: tuple[int, float], tag_id: int, state: State
    ) -> EvidenceClip:
        """Return a song's part that was judged so itself, else its middle."""
        library = self._context.library
        song = library.songs.get(found[0])
        parts: list[Annotation] = [
            part
            for part in library.annotations.regions_of_song(found[0])
            if part.tag_id == tag_id and part.state is state and part.end_s is not None
        ]
        span_s = (parts[0].start_s or 0.0, parts[0].end_s or 0.0) if parts else None
        title = song.display_title if song is not None else ""
        return EvidenceClip(kind, found[0], title, span_s, found[1])

    def _read(self) -> None:
        """Read all of them: they are as loud as the first of the open song."""
        from core.audio.sound_clips import SoundClip

        library = self._context.library
        wanted = []
        for clip in self.state.clips:
            song = library.songs.get(clip.song_id)
            if song is not None and not self._context.session.is_missing(song):
                start_s, end_s = clip.span_s or (None, None)
                wanted.append((clip.kind, SoundClip(song.path, start_s, end_s)))

        def work(job: Running) -> tuple[MemorySound, ...]:
            from core.audio.sound_clips import read_clips

            return read_clips([clip for _, clip in wanted], job)

        def done(sounds: tuple[MemorySound, ...]) -> None:
            self._sounds = {kind: one for (kind, _), one in zip(wanted, sounds, strict=True)}
            self._set(replace(self.state, preparing=False))
            if self._wanted in self._sounds:
                self._play(self._wanted)
            elif self._wanted is not None:
                self.stop()

        self._set(replace(self.state, preparing=True))
        self._turn = turn = self._turn + 1  # what an older job tells no longer counts

        def if_latest(call: Callable[..., None]) -> Callable[..., None]:
            return lambda *values: call(*values) if turn == self._turn else None

        listeners = Listeners(
            done=if_latest(done), failed=if_latest(self._failed), cancelled=if_latest(self._stopped)
        )
        title = self.tr("Read what speaks for a tag")
        self._job_id = self._context.runner.start(Lane.EXAMPLE, title, work, listeners)

    def _play(self, kind: Evidence) -> None:
        self._wanted = None
        self._player.play(self._sounds[kind])
        self._set(replace(self.state, playing=kind))

    def _stopped(self) -> None:
        self._set(replace(self.state, preparing=False))

    def _failed(self, error: Exception) -> None:
        self.stop()
        self._stopped()
        self._context.show_error(error)

    def _set(self, state: EvidenceState) -> None:
        if state != self.state or not state.tag_id:
            self.state = state
            self.changed.emit(state)
