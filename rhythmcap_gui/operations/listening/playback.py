"""Sound: play, pause, seek, loop, speed, volume, device; and the clock that polls the player."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from core.errors import RhythmCapError
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.shell import preferences

if TYPE_CHECKING:
    from core.audio.playback_records import PlayerState

TICK_MS = 16
IDLE_TICKS = 20  # until it stops polling; a device may take a moment to start
MIN_LOOP_S = 0.05
BLOCK_BYTES, MAX_BLOCKS = 1_000_000, 64  # of a file that is read ahead
SPEEDS = (0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5)  # times the song's own


class PlaybackClock(QObject):
    """Polls the player about 60 times a second; stops while nothing plays or is being opened."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._last: PlayerState | None = None
        self._idle_ticks = 0
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        context.player_changed = self.watch

    def watch(self) -> None:
        """Poll from now on, until nothing plays any more; called after each command."""
        self._idle_ticks = 0
        self._timer.start()
        self._poll()

    def stop(self) -> None:
        """Poll no more."""
        self._timer.stop()

    def _tick(self) -> None:
        state = self._poll()
        self._idle_ticks = 0 if state.playing or state.opening else self._idle_ticks + 1
        if self._idle_ticks > IDLE_TICKS:
            self._timer.stop()

    def _poll(self) -> PlayerState:
        state, session = self._context.player.state, self._context.session
        if session.song is not None and state.loaded and state.position_s != session.position_s:
            session.set_position(state.position_s)
        if _playback_key(state) != _playback_key(self._last):
            if state.problem and (self._last is None or state.problem != self._last.problem):
                session.notify(translated(state.problem), "warning")
            if state.unopened and (self._last is None or state.unopened is not self._last.unopened):
                self._context.show_error(state.unopened)
            session.set_playback(state)
        self._last = state
        return state


def _playback_key(state: PlayerState | None) -> tuple[object, ...]:
    if state is None:
        return ()
    return (
        *(state.loaded, state.opening, state.playing, state.duration_s),
        *(state.loop, state.problem, state.unopened, state.speed),
    )


def toggle(context: AppContext) -> None:
    """Play or pause; at the end, from the beginning."""
    state = context.player.state
    if state.playing:
        context.player.pause()
    else:
        if state.duration_s and state.position_s >= state.duration_s - 0.05:
            context.player.seek(0.0)
        context.player.play()
    context.player_changed()


def seek(context: AppContext, seconds: float) -> None:
    """Go to a second of the open song."""
    if context.session.song is None:
        return
    target = min(max(0.0, seconds), context.session.duration_s)
    context.player.seek(target)
    context.session.set_position(target)
    context.player_changed()


def seek_by(context: AppContext, seconds: float) -> None:
    """Go forward, or back where seconds is negative."""
    seek(context, context.session.position_s + seconds)


def set_loop(context: AppContext, loop: tuple[float, float] | None) -> None:
    """Repeat these seconds without a gap, or go on to the end."""
    if context.session.song is None:
        return
    if loop is not None:
        start_s, end_s = sorted(
            min(max(0.0, second), context.session.duration_s) for second in loop
        )
        loop = (start_s, end_s) if end_s - start_s >= MIN_LOOP_S else None
    if loop is None:
        context.player.clear_loop()
    else:
        context.player.set_loop(*loop)
    context.session.set_loop(loop)


def loop_in(context: AppContext) -> None:
    """The loop begins here; without a loop it reaches to the end."""
    now, former = context.session.position_s, context.session.loop
    end_s = former[1] if former and former[1] > now else context.session.duration_s
    set_loop(context, (now, end_s))


def loop_out(context: AppContext) -> None:
    """The loop ends here; without a loop it begins with the song."""
    now, former = context.session.position_s, context.session.loop
    set_loop(context, (former[0] if former and former[0] < now else 0.0, now))


class LoopToggle:
    """Switches the loop off, and the same one on again."""

    def __init__(self) -> None:
        self._kept: tuple[int, tuple[float, float]] | None = None

    def toggle(self, context: AppContext) -> None:
        """Off keeps the loop of this song for the next time."""
        session = context.session
        if session.song is None:
            return
        if session.loop is not None:
            self._kept = (session.song.id, session.loop)
            set_loop(context, None)
        elif self._kept and self._kept[0] == session.song.id:
            set_loop(context, self._kept[1])
        else:
            set_loop(context, (session.position_s, session.position_s + 5.0))


def set_speed(context: AppContext, speed: float) -> None:
    """Play so many times faster at the same pitch, all songs, until the program ends."""
    context.player.set_speed(speed)
    context.player_changed()


def change_speed(context: AppContext, by: int) -> None:
    """One step of SPEEDS faster, or slower where by is negative."""
    now = context.player.state.speed
    nearest = min(range(len(SPEEDS)), key=lambda index: abs(SPEEDS[index] - now))
    set_speed(context, SPEEDS[min(max(0, nearest + by), len(SPEEDS) - 1)])


def set_volume(context: AppContext, volume: float) -> None:
    """Set the volume, 0 to 1, and store it."""
    context.player.set_volume(volume)
    preferences.change(context, volume=min(max(0.0, volume), 1.0))


def set_device(context: AppContext, name: str) -> None:
    """Play on another output, "" for the system's own, and store the choice."""
    context.player.set_device(name)
    context.player_changed()
    preferences.change(context, output_device=name)


@dataclass(frozen=True, slots=True)
class Begin:
    """Where a song begins to sound: a second of it, or a loop that begins there."""

    start_s: float = 0.0
    loop: tuple[float, float] | None = None


Done = Callable[[Begin], None]


def make_ready(
    context: AppContext, path: Path, find: Callable[[], Begin], done: Callable[[Begin], None]
) -> int:
    """Open a file that will be played next, where it will begin; done(Begin). Returns the job's id.

    It is also read once, so that the system has it in memory. find: called on the job's thread.
    What cannot be opened is left to the moment when it is to be played.
    """
    player = context.player

    def work(job: Running) -> Begin:
        begin = find()
        job.check()
        with suppress(OSError, RhythmCapError):
            player.make_ready(path, begin.start_s)
            job.deliver(begin)
        with suppress(OSError), path.open("rb") as file:
            for _ in range(MAX_BLOCKS):
                job.check()
                if not file.read(BLOCK_BYTES):
                    break
        return begin

    listeners = Listeners(part=done)
    return context.runner.start(Lane.UPKEEP, "Make the next song ready", work, listeners)
