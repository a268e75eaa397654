"""Playing only what mattered: the map's strongest points, in place of the song, as loud as it.

The original in the same loudness is one key away; stopping gives the player the file again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.saliency_state import MaskedState, SaliencyState, Sound
from rhythmcap_gui.session import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from core.audio.playback_records import PlayerState
    from core.features.masked_song import MaskedSong
    from core.models.saliency_records import SaliencyMap

RENDER_AFTER_MS = 250  # the last of several moves of the slider
OUTSIDE_S = 0.25


class MaskedPlayback(QObject):
    """changed(MaskedState). Follows the map: another one is not played before it is wanted."""

    changed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.state = MaskedState()
        self._map: SaliencyMap | None = None
        self._song: MaskedSong | None = None
        self._is_stale = False  # it was made with another share
        self._job_id = 0
        self._delay = QTimer(self, singleShot=True, interval=RENDER_AFTER_MS)
        self._delay.timeout.connect(self._render)
        context.session.position_changed.connect(self._follow_position)
        context.session.playback_changed.connect(self._follow_player)
        context.session.song_opened.connect(lambda _song: self._forget())

    def follow(self, saliency: SaliencyState) -> None:
        """Take another map, or none; the song plays on as it is."""
        found = saliency.map if saliency.is_open else None
        if found is not self._map:
            self.stop()
            self._map, self._song = found, None

    def toggle(self) -> None:
        """Play only what mattered; then the original as loud, and back."""
        if self._map is None or self.state.preparing:
            return
        if self.state.sound is Sound.MASKED:
            self._play(Sound.ORIGINAL)
        elif self._song is not None and not self._is_stale:
            self._play(Sound.MASKED)
        else:
            self._render()

    def stop(self) -> None:
        """Play the song's file again, from where it is."""
        self._context.runner.cancel(self._job_id)
        self._delay.stop()
        song, made = self._context.session.song, self._song
        is_other = made is not None and song is not None and made.original.path == song.path
        if self.state.sound is not Sound.FILE and is_other:
            self._context.player.exchange(song.path)
            self._context.player_changed()
        self._set(replace(self.state, sound=Sound.FILE, preparing=False))

    def cancel(self) -> None:
        """Stop making it; what is played goes on."""
        self._context.runner.cancel(self._job_id)

    def set_share(self, share: float) -> None:
        """Play the points that hold so much of all that speaks for the word, 0 to 1."""
        if share == self.state.share:
            return
        self._is_stale = True
        self._set(replace(self.state, share=share))
        if self.state.sound is not Sound.FILE or self.state.preparing:
            self._delay.start()

    def export(self, path: Path) -> None:
        """Write what is played as WAV, making it first where it is not made yet."""
        if self._song is not None and not self._is_stale:
            self._write(self._song, path)
        elif self._map is not None:
            self._render(lambda song: self._write(song, path))

    def _write(self, song: MaskedSong, path: Path) -> None:
        session = self._context.session

        def done(_written: object) -> None:
            text = _tr("Saved as {}").format(path.name)
            session.notice.emit(Notice(text, "good", made=path))

        def failed(error: Exception) -> None:
            text = _tr("{} could not be written: {}").format(path.name, error)
            session.notice.emit(Notice(text, "error", path=path))

        listeners = Listeners(done=done, failed=failed)
        title = _tr("Write {}").format(path.name)
        self._context.runner.start(
            Lane.EXPORT, title, lambda _job: song.masked.write(path), listeners
        )

    def _render(self, then: Callable[[MaskedSong], None] | None = None) -> None:
        found, song = self._map, self._context.session.song
        if found is None or song is None or self._context.session.file_changed:
            return
        self._context.runner.cancel(self._job_id)
        path, share = song.path, self.state.share

        def work(job: Running) -> MaskedSong:
            from core.features.masked_song import masked_song
            from core.models.device import leave_one_core_free
            from core.models.saliency_mask import song_mask

            with leave_one_core_free():
                mask = song_mask(found.saliency, share)
                return masked_song(path, mask, found.saliency.span_s, job)

        def done(made: MaskedSong) -> None:
            self._song, self._is_stale = made, False
            self._set(replace(self.state, preparing=False))
            if then is not None:
                then(made)
            else:
                self._play(Sound.MASKED)

        listeners = Listeners(done=done, failed=self._failed, cancelled=self._stopped)
        self._set(replace(self.state, preparing=True))
        title = _tr("Filter {}").format(song.title)
        self._job_id = self._context.runner.start(Lane.EXPLAIN, title, work, listeners)

    def _play(self, sound: Sound) -> None:
        made, context = self._song, self._context
        if made is None:
            return
        context.player.exchange(made.masked if sound is Sound.MASKED else made.original)
        if self.state.sound is Sound.FILE:
            self._begin(made.span_s)
        self._set(replace(self.state, sound=sound))
        context.player_changed()

    def _begin(self, span_s: tuple[float, float] | None) -> None:
        """Play, and within a region go round: outside of it there is nothing."""
        context = self._context
        if span_s is not None and context.session.loop != span_s:
            playback.set_loop(context, span_s)
        if span_s is not None and not span_s[0] <= context.session.position_s < span_s[1]:
            playback.seek(context, span_s[0])
        if not context.player.state.playing:
            context.player.play()

    def _follow_position(self, second: float) -> None:
        """Go back to the file where somebody goes out of the region."""
        span_s = self._song.span_s if self._song is not None else None
        if self.state.sound is Sound.FILE or span_s is None:
            return
        if not span_s[0] - OUTSIDE_S <= second <= span_s[1] + OUTSIDE_S:
            self.stop()

    def _follow_player(self, state: PlayerState) -> None:
        self._set(replace(self.state, is_silent=bool(state.problem)))

    def _forget(self) -> None:
        """Another song was opened: the player has its file already."""
        self._context.runner.cancel(self._job_id)
        self._map = self._song = None
        self._set(replace(self.state, sound=Sound.FILE, preparing=False))

    def _failed(self, error: Exception) -> None:
        self._stopped()
        self._context.show_error(error)

    def _stopped(self) -> None:
        self._set(replace(self.state, preparing=False))

    def _set(self, state: MaskedState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)


def _tr(text: str) -> str:
    return QCoreApplication.translate("masked_playback", text)
