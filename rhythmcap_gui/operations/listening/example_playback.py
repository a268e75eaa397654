"""Examples of a word while a key is held, and the open song beside them, equally loud."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening.clip_player import ClipPlayer

if TYPE_CHECKING:
    from core.audio.memory_sound import MemorySound
    from core.audio.sound_clips import SoundClip
    from core.library.review_records import Anchor

EXAMPLE, SONG = 0, 1
MOST_KEPT = 24  # pairs of clips in memory: about a minute each at the longest


class ExamplePlayback(QObject):
    """hold(anchor) and hold_song(anchor) sound until release(); clips stay ready for a while."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clips = ClipPlayer(context)
        self._made: dict[tuple[SoundClip, ...], tuple[MemorySound, ...]] = {}
        self._wanted: tuple[SoundClip, ...] = ()
        self._reading: tuple[SoundClip, ...] = ()
        self._which = EXAMPLE
        self._job_id = 0
        context.session.library_changed.connect(lambda _library: self._forget())

    def hold(self, anchor: Anchor | None) -> None:
        """Play an example, as loud as the open song."""
        self._hold(anchor, EXAMPLE)

    def hold_song(self, anchor: Anchor | None) -> None:
        """Play the loop of the open song, or what is under the playhead, beside an example."""
        self._hold(anchor, SONG)

    def prepare(self, anchor: Anchor | None) -> None:
        """Read an example that may be heard next, unless one is being heard."""
        if anchor is None or self._clips.sounds:
            return
        clips = self._pair(anchor)
        if clips and clips not in self._made and clips != self._reading:
            self._read(clips)

    def release(self) -> None:
        """Fall silent; the open song goes on if it was playing."""
        self._wanted = ()
        self._clips.stop()

    def close(self) -> None:
        """End with the program."""
        self._context.runner.cancel(self._job_id)
        self._wanted = ()
        self._clips.close()

    # -- inside -------------------------------------------------------------------------------

    def _hold(self, anchor: Anchor | None, which: int) -> None:
        clips = self._pair(anchor) if anchor is not None else ()
        if which >= len(clips):
            return
        self._wanted, self._which = clips, which
        self._clips.hold_song()
        if clips in self._made:
            self._clips.play(self._made[clips][which])
        elif clips != self._reading:  # else it is on its way
            self._read(clips)

    def _pair(self, anchor: Anchor) -> tuple[SoundClip, ...]:
        """Return the example, and the part of the open song that it is compared with."""
        from core.audio.sound_clips import CLIP_S, SoundClip

        session = self._context.session
        song = self._context.library.songs.get(anchor.song_id)
        if song is None:
            return ()
        clips = (SoundClip(song.path, anchor.start_s, anchor.end_s),)
        if session.song is None or session.file_changed:
            return clips
        start_s = max(0.0, min(session.position_s, session.duration_s - CLIP_S))
        span = session.loop or (start_s, start_s + CLIP_S)
        return (*clips, SoundClip(session.song.path, *span))

    def _read(self, clips: Sequence[SoundClip]) -> None:
        self._reading = wanted = tuple(clips)

        def work(job: Running) -> tuple[MemorySound, ...]:
            from core.audio.sound_clips import read_clips

            # The open song comes first: it keeps its level, and the example takes it.
            return read_clips(wanted[::-1], job)[::-1]

        def done(made: tuple[MemorySound, ...]) -> None:
            while len(self._made) >= MOST_KEPT:
                self._made.pop(next(iter(self._made)))
            self._made[wanted], self._reading = made, ()
            if self._wanted == wanted:  # the key is still down
                self._clips.play(made[self._which])

        listeners = Listeners(done=done, failed=self._failed)
        title = self.tr("Read an example")
        self._job_id = self._context.runner.start(Lane.EXAMPLE, title, work, listeners)

    def _failed(self, error: Exception) -> None:
        was_wanted, self._reading = bool(self._wanted), ()
        self.release()
        if was_wanted:  # what was only prepared is told when it is wanted
            self._context.show_error(error)

    def _forget(self) -> None:
        self.release()
        self._context.runner.cancel(self._job_id)
        self._made.clear()
        self._reading = ()
