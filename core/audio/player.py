"""The player: one song at a time, sought, looped, paused; and the second audible just now.

A thread of its own opens the file and reads ahead into a ring, the sound card's callback copies
from that. What goes wrong is told in the state.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from core.audio import devices
from core.audio.decode import AudioReader
from core.audio.devices import output_devices as output_devices
from core.audio.devices import refresh_devices as refresh_devices
from core.audio.memory_sound import MemoryReader, MemorySound
from core.audio.playback_engine import PlaybackEngine
from core.audio.playback_records import LiveDeformation, PlayerState
from core.audio.ready_sound import OpenedAhead, ReadySound
from core.audio.sound_filter import NO_DEFORMATION
from core.audio.stretch import MAX_SPEED, MIN_SPEED
from core.errors import AudioError
from core.messages import message

UPDATE_S = 0.05
CLOSE_S = 3.0  # a device that hangs shall not keep the program from ending


@dataclass(frozen=True, slots=True)
class _Seek:
    """A seek; two to the same second are two different requests."""

    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class _Song:
    """A file to be played, or what is played instead; loaded twice it is opened twice."""

    path: Path
    sound: MemorySound | None = None

    def open(self, opened_ahead: OpenedAhead) -> AudioReader | MemoryReader | ReadySound:
        """Open it, or take what was opened ahead. Raises AudioError."""
        if self.sound is not None:
            return self.sound.reader()
        return opened_ahead.take(self.path) or AudioReader(self.path)


@dataclass(frozen=True, slots=True)
class _Desired:
    """The state that the player's thread is to bring about."""

    device: str
    volume: float
    song: _Song | None = None
    playing: bool = False
    loop: tuple[float, float] | None = None
    seek: _Seek | None = None
    speed: float = 1.0
    deformation: LiveDeformation = NO_DEFORMATION


class Player:
    """Every method returns at once; the sound follows within a few hundredths of a second.

    device: a name from output_devices, "" for the system's own. volume: 0 to 1, linear.
    keeps_output: see PlaybackEngine; not for short sounds that one waits for.
    """

    def __init__(self, device: str = "", volume: float = 0.8, *, keeps_output: bool = True) -> None:
        self._condition = threading.Condition()
        self._desired = self._applied = _Desired(device, volume)
        self._problem = ""
        self._unopened: AudioError | None = None
        self._closing = False
        self._must_refresh = False  # for devices that have come since the last failure
        self._engine = PlaybackEngine(keeps_output=keeps_output)
        self._opened_ahead = OpenedAhead()
        self._thread: threading.Thread | None = None

    @property
    def state(self) -> PlayerState:
        """The state now; cheap enough to read sixty times a second."""
        with self._condition:
            desired, duration_s = self._desired, self._duration_s()
            return PlayerState(
                loaded=desired.song is not None,
                opening=desired.song is not None and desired.song is not self._applied.song,
                playing=desired.playing,
                position_s=self._position_s(),
                duration_s=duration_s,
                loop=desired.loop,
                problem=self._problem,
                unopened=self._unopened,
                speed=desired.speed,
                deformation=desired.deformation,
                held_s=self._engine.held_s,
            )

    def load(self, sound: Path | MemorySound) -> None:
        """Take a file, paused at its beginning, without a loop; the state tells if it fails.

        A sound in memory is played as a file of these samples would be.
        """
        self._load(_song(sound))

    def make_ready(self, path: Path, start_s: float = 0.0) -> None:
        """Open a file that may be loaded next, where it will begin: then it sounds at once.

        Takes its time, on the caller's thread. In place of the one before. Raises AudioError.
        """
        self._opened_ahead.hold(None)
        ready = ReadySound(path, start_s)
        self._opened_ahead.hold(None if self._closing else ready)
        if self._closing:
            ready.close()

    def exchange(self, sound: MemorySound | Path) -> None:
        """Play another sound of the same length where this one is: filtered, or the file again."""
        with self._condition:
            if self._desired.song is None:
                return
            self._request(song=_song(sound), seek=_Seek(self._position_s()))

    def unload(self) -> None:
        """Close the file, and the one that was made ready."""
        self._opened_ahead.hold(None)
        if self._desired.song is not None:
            self._load(None)

    def play(self) -> None:
        """Play from where it has stopped; at the end, from the beginning."""
        with self._condition:
            if self._desired.song is None:
                return
            duration_s = self._duration_s()
            if not self._desired.playing and 0 < duration_s <= self._position_s():
                self._request(seek=_Seek(0.0))
            self._problem = ""
            self._request(playing=True)

    def pause(self) -> None:
        """Fall silent; play goes on exactly there."""
        with self._condition:
            self._request(playing=False)

    def seek(self, seconds: float) -> None:
        """Go to a second of the song, playing or not."""
        with self._condition:
            if self._desired.song is not None:
                latest_s = self._duration_s() or seconds
                self._request(seek=_Seek(min(max(0.0, seconds), latest_s)))

    def set_loop(self, start_s: float, end_s: float) -> None:
        """Go round between two seconds without a gap; from outside it jumps to the first."""
        with self._condition:
            if self._desired.song is not None and end_s > start_s >= 0:
                self._request(loop=(start_s, end_s))

    def clear_loop(self) -> None:
        """Go on to the end of the song."""
        with self._condition:
            self._request(loop=None)

    def set_speed(self, speed: float) -> None:
        """Play MIN_SPEED to MAX_SPEED times as fast, the pitch kept; later songs too."""
        with self._condition:
            self._request(speed=min(max(MIN_SPEED, speed), MAX_SPEED))

    def set_deformation(self, deformation: LiveDeformation) -> None:
        """Deform what is heard of this song; another one sounds as it is again."""
        with self._condition:
            self._request(deformation=deformation)

    def set_volume(self, volume: float) -> None:
        """Set the volume of the next block, 0 to 1."""
        with self._condition:
            self._request(volume=min(max(0.0, volume), 1.0))

    def set_device(self, name: str) -> None:
        """Play on another output from here on."""
        with self._condition:
            self._problem = ""
            self._request(device=name)

    def close(self) -> None:
        """Fall silent, close the file and the device, and end the thread."""
        with self._condition:
            self._closing = True
            self._condition.notify()
        if self._thread is not None:
            self._thread.join(CLOSE_S)
            self._thread = None
        self._opened_ahead.hold(None)

    def _request(self, **changes: Any) -> None:
        """Change the desired state and wake the thread. The condition is held."""
        self._desired = replace(self._desired, **changes)
        self._condition.notify()

    def _load(self, song: _Song | None) -> None:
        with self._condition:
            self._problem, self._unopened = "", None
            no_more = {"loop": None, "seek": None, "deformation": NO_DEFORMATION}
            self._request(song=song, playing=False, **no_more)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="player", daemon=True)
                self._thread.start()

    def _position_s(self) -> float:
        """Return the second that was sought until it is reached, then the audible one."""
        desired, applied = self._desired, self._applied
        if desired.seek is not None and desired.seek is not applied.seek:
            return desired.seek.seconds
        if desired.song is not applied.song:
            return 0.0
        duration_s = self._duration_s()
        position_s = self._engine.position_s
        return min(position_s, duration_s) if duration_s else position_s

    def _duration_s(self) -> float:
        """Return what the header promises; once the end was read, what was really there.

        0 until the file is open.
        """
        is_open = self._desired.song is self._applied.song
        return self._engine.duration_s if is_open else 0.0

    def _run(self) -> None:
        while not self._closing:
            with self._condition:
                if self._desired is self._applied and not self._closing:
                    self._condition.wait(UPDATE_S if self._engine.is_open else None)
                desired = self._desired
            try:
                if desired.song is not self._applied.song:
                    self._open(desired.song)
                    continue  # by now something else may be desired
                self._apply(desired)
                self._update(desired)
            except AudioError as error:
                self._fail(desired, str(error))
            except Exception as error:  # noqa: BLE001 - a thread that dies silently is worse
                self._fail(desired, message("audio.playing_failed", error=str(error)))
        self._engine.release()
        self._engine.load(None)

    def _open(self, song: _Song | None) -> None:
        """Close the file that was played and open another; have none where that fails."""
        self._engine.load(None)
        try:
            self._engine.load(None if song is None else song.open(self._opened_ahead))
            self._applied = replace(self._applied, song=song, loop=None)
        except AudioError as error:
            self._applied = replace(self._applied, song=None, loop=None)
            with self._condition:
                if self._desired.song is song:
                    self._unopened = error
                    self._request(song=None, playing=False, loop=None, seek=None)

    def _apply(self, desired: _Desired) -> None:
        engine, applied = self._engine, self._applied
        if desired.device != applied.device:
            engine.release()
        if desired.loop != applied.loop:
            engine.set_loop(desired.loop)
        if desired.seek is not None and desired.seek is not applied.seek:
            engine.seek(desired.seek.seconds)
        engine.set_volume(desired.volume)
        engine.set_speed(desired.speed)
        engine.set_deformation(desired.deformation)
        if desired.playing and not engine.playing:
            if self._must_refresh:
                devices.refresh_devices()
                self._must_refresh = False
            engine.play(desired.device, desired.volume)
        elif not desired.playing and engine.playing:
            engine.pause()
        self._applied = desired

    def _update(self, desired: _Desired) -> None:
        if self._engine.device_lost:
            self._engine.release()
            self._must_refresh = True
            if desired.playing:
                raise AudioError("audio.output_lost")
        elif not self._engine.update():
            self._stop(desired, "")

    def _fail(self, desired: _Desired, problem: str) -> None:
        self._engine.release()
        self._must_refresh = True
        self._stop(desired, problem)

    def _stop(self, desired: _Desired, problem: str) -> None:
        """Stop playing of its own accord, unless something else was requested in the meantime."""
        with self._condition:
            self._problem = problem
            self._applied = replace(desired, playing=False)
            if self._desired is desired:
                self._desired = self._applied
            self._condition.notify_all()


def _song(sound: Path | MemorySound) -> _Song:
    return _Song(sound) if isinstance(sound, Path) else _Song(sound.path, sound)
