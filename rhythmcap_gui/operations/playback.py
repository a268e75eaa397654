"""Sound: play, pause, seek, loop, volume, device; and the clock that follows what is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from rhythmcap_gui.core_words import translated
from rhythmcap_gui.operations import settings as preferences
from rhythmcap_gui.operations.desk import Desk

if TYPE_CHECKING:
    from core.audio.player import PlayerState

TICK_MS = 16
IDLE_TICKS = 20  # a device may take a moment to start
SHORTEST_LOOP_S = 0.05
SPEEDS = (0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5)  # times the song's own


class PlaybackClock(QObject):
    """Asks the player about 60 times a second where it is; rests while nothing plays."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._last: PlayerState | None = None
        self._idle_ticks = 0
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        desk.watch_sound = self.look

    def look(self) -> None:
        """The player was told something: tell the session, and watch until it rests again."""
        self._idle_ticks = 0
        self._timer.start()
        self._tell()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def _tick(self) -> None:
        playing = self._tell().playing
        self._idle_ticks = 0 if playing else self._idle_ticks + 1
        if self._idle_ticks > IDLE_TICKS:
            self._timer.stop()

    def _tell(self) -> PlayerState:
        state, session = self._desk.player.state, self._desk.session
        if session.song is not None and state.loaded and state.position_s != session.position_s:
            session.set_position(state.position_s)
        if _manner(state) != _manner(self._last):
            if state.problem and (self._last is None or state.problem != self._last.problem):
                session.tell(translated(state.problem), "warning")
            session.set_playback(state)
        self._last = state
        return state


def _manner(state: PlayerState | None) -> tuple[object, ...]:
    if state is None:
        return ()
    return (
        *(state.loaded, state.playing, state.duration_s),
        *(state.loop, state.problem, state.speed),
    )


def toggle(desk: Desk) -> None:
    """Play or pause; at the end, from the beginning."""
    state = desk.player.state
    if state.playing:
        desk.player.pause()
    else:
        if state.duration_s and state.position_s >= state.duration_s - 0.05:
            desk.player.seek(0.0)
        desk.player.play()
    desk.watch_sound()


def seek(desk: Desk, seconds: float) -> None:
    """Go to a second of the open song."""
    if desk.session.song is None:
        return
    target = min(max(0.0, seconds), desk.session.duration_s)
    desk.player.seek(target)
    desk.session.set_position(target)
    desk.watch_sound()


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


def set_speed(desk: Desk, speed: float) -> None:
    """Times its own speed, the pitch kept; for all songs until the program ends."""
    desk.player.set_speed(speed)
    desk.watch_sound()


def change_speed(desk: Desk, by: int) -> None:
    """One step of SPEEDS faster, or slower where by is negative."""
    now = desk.player.state.speed
    nearest = min(range(len(SPEEDS)), key=lambda place: abs(SPEEDS[place] - now))
    set_speed(desk, SPEEDS[min(max(0, nearest + by), len(SPEEDS) - 1)])


def set_volume(desk: Desk, volume: float) -> None:
    """0 to 1; kept for the next time."""
    desk.player.set_volume(volume)
    preferences.change(desk, volume=min(max(0.0, volume), 1.0))


def set_device(desk: Desk, name: str) -> None:
    """Play on another output, "" for the system's own; kept for the next time."""
    desk.player.set_device(name)
    desk.watch_sound()
    preferences.change(desk, output_device=name)
