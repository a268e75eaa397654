"""Sound: play, pause, seek, loop, volume, device; and the clock that follows what is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from rhythmcap_gui.operations import settings as preferences
from rhythmcap_gui.operations.desk import Desk

if TYPE_CHECKING:
    from core.audio.player import PlayerState

TICK_MS = 16
SHORTEST_LOOP_S = 0.05


class PlaybackClock(QObject):
    """Asks the player about 60 times a second where it is; rests while nothing plays."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._last: PlayerState | None = None
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Tell the session what is heard now."""
        state, session = self._desk.player.state, self._desk.session
        if session.song is not None and state.loaded:
            session.set_position(state.position_s)
        if _manner(state) != _manner(self._last):
            if state.problem and (self._last is None or state.problem != self._last.problem):
                session.tell(state.problem, "warning")
            session.set_playback(state)
        self._last = state
        if state.playing != self._timer.isActive():
            self._timer.start() if state.playing else self._timer.stop()


def _manner(state: PlayerState | None) -> tuple[object, ...]:
    if state is None:
        return ()
    return (state.loaded, state.playing, state.duration_s, state.loop, state.problem)


def toggle(desk: Desk) -> None:
    """Play or pause; at the end, from the beginning."""
    state = desk.player.state
    if state.playing:
        desk.player.pause()
        return
    if state.duration_s and state.position_s >= state.duration_s - 0.05:
        desk.player.seek(0.0)
    desk.player.play()


def seek(desk: Desk, seconds: float) -> None:
    """Go to a second of the open song."""
    if desk.session.song is None:
        return
    target = min(max(0.0, seconds), desk.session.duration_s)
    desk.player.seek(target)
    desk.session.set_position(target)


def seek_by(desk: Desk, seconds: float) -> None:
    """Go forward, or back where seconds is negative."""
    seek(desk, desk.session.position_s + seconds)


def set_loop(desk: Desk, loop: tuple[float, float] | None) -> None:
    """Repeat these seconds without a gap, or go on to the end."""
    if desk.session.song is None:
        return
    if loop is not None:
        start_s, end_s = sorted(min(max(0.0, each), desk.session.duration_s) for each in loop)
        loop = (start_s, end_s) if end_s - start_s >= SHORTEST_LOOP_S else None
    if loop is None:
        desk.player.clear_loop()
    else:
        desk.player.set_loop(*loop)
    desk.session.set_loop(loop)


def loop_in(desk: Desk) -> None:
    """The loop begins here; without a loop it reaches to the end."""
    now, former = desk.session.position_s, desk.session.loop
    end_s = former[1] if former and former[1] > now else desk.session.duration_s
    set_loop(desk, (now, end_s))


def loop_out(desk: Desk) -> None:
    """The loop ends here; without a loop it begins with the song."""
    now, former = desk.session.position_s, desk.session.loop
    set_loop(desk, (former[0] if former and former[0] < now else 0.0, now))


class LoopMemory:
    """Switches the loop off, and the same one on again."""

    def __init__(self) -> None:
        self._kept: tuple[int, tuple[float, float]] | None = None

    def toggle(self, desk: Desk) -> None:
        """Off keeps the loop of this song for the next time."""
        session = desk.session
        if session.song is None:
            return
        if session.loop is not None:
            self._kept = (session.song.id, session.loop)
            set_loop(desk, None)
        elif self._kept and self._kept[0] == session.song.id:
            set_loop(desk, self._kept[1])
        else:
            set_loop(desk, (session.position_s, session.position_s + 5.0))


def set_volume(desk: Desk, volume: float) -> None:
    """0 to 1; kept for the next time."""
    desk.player.set_volume(volume)
    preferences.change(desk, volume=min(max(0.0, volume), 1.0))


def set_device(desk: Desk, name: str) -> None:
    """Play on another output, "" for the system's own; kept for the next time."""
    desk.player.set_device(name)
    preferences.change(desk, output_device=name)
