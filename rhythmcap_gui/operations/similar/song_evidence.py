"""Evidence one can hear: for a tag, against it, and judged songs near by; all equally loud.

The sounds come from a second player; the open song pauses meanwhile, and goes on afterwards. What
the scores of windows tell is there at once; shorter seconds take its place when they are found, but
never in the middle of what is heard.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from rhythmcap_gui.evidence_state import OWN, Evidence, EvidenceClip, EvidenceState
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening.clip_player import ClipPlayer
from rhythmcap_gui.operations.similar.evidence_clips import EvidenceClips
from rhythmcap_gui.operations.similar.song_indexes import SongIndexes

if TYPE_CHECKING:
    from core.audio.memory_sound import MemorySound

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
        self._clips = EvidenceClips(context, indexes, self._take_closer)
        self._wanted_clips: tuple[EvidenceClip, ...] = ()  # those whose sounds are or will be read
        self._closer_waits = False
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
        self._closer_waits = False
        self.stop()
        self._wanted_clips = ()
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
        self._closer_waits = False
        self.stop()
        self._clips.stop()
        self._context.runner.cancel(self._job_id)
        self._sounds, self._wanted_clips = {}, ()
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
                self._read(self._wanted_clips)

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
        if self._closer_waits:
            self._look()

    def close(self) -> None:
        """End with the program."""
        self._clips.stop()
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
        """Find the sounds; those of the same songs that are ready stay until others are read."""
        self._closer_waits = False
        clips, before = self._clips.find(self.state.tag_id), self.state.clips
        self._set(replace(self.state, looking=self._clips.is_looking))
        if clips == self._wanted_clips:
            return
        self._wanted_clips = clips
        songs, songs_before = (
            [(one.kind, one.song_id) for one in some] for some in (clips, before)
        )
        if songs != songs_before:
            self._sounds = {}
            self._set(replace(self.state, clips=clips))
        if clips:  # so that a key is heard at once
            self._read(clips)
        else:
            self._context.runner.cancel(self._job_id)

    def _take_closer(self) -> None:
        """Take the seconds that were found, once nothing of this song is heard."""
        if self.state.playing in OWN:
            self._closer_waits = True
            self._set(replace(self.state, looking=False))
        elif self.state.tag_id:
            self._look()

    def _read(self, clips: tuple[EvidenceClip, ...]) -> None:
        """Read all of them: they are as loud as the first of the open song."""
        from core.audio.sound_clips import SoundClip

        library = self._context.library
        wanted = []
        for clip in clips:
            song = library.songs.get(clip.song_id)
            if song is not None and not self._context.session.is_missing(song):
                start_s, end_s = clip.span_s or (None, None)
                wanted.append((clip.kind, SoundClip(song.path, start_s, end_s)))

        def work(job: Running) -> tuple[MemorySound, ...]:
            from core.audio.sound_clips import read_clips

            return read_clips([clip for _, clip in wanted], job)

        def done(sounds: tuple[MemorySound, ...]) -> None:
            self._sounds = {kind: one for (kind, _), one in zip(wanted, sounds, strict=True)}
            self._set(replace(self.state, clips=clips, preparing=False))
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
        if self._closer_waits and kind not in OWN:
            self._look()

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
