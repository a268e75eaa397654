"""Playing: one song at a time, sought, looped, paused; and the second that is heard just now.

A thread of its own reads ahead into a ring, the sound card's callback copies from it. What goes
wrong with the device is a sentence in the state; only load raises, for a file it cannot open.
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
from core.audio.playback_engine import Feeder
from core.audio.playback_records import PlayerState
from core.audio.stretch import FASTEST, SLOWEST
from core.errors import AudioError
from core.messages import message

TEND_S = 0.05
CLOSE_S = 3.0  # a device that hangs shall not keep the program from ending


@dataclass(frozen=True, slots=True)
class _Seek:
    """A place asked for; two of the same second are two different wishes."""

    seconds: float


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What is wanted of the player's thread."""

    device: str
    volume: float
    reader: AudioReader | None = None
    playing: bool = False
    loop: tuple[float, float] | None = None
    seek: _Seek | None = None
    speed: float = 1.0


class Player:
    """Every method returns at once; the sound follows within a few hundredths of a second.

    device: a name from output_devices, "" for the system's own. volume: 0 to 1, linear.
    """

    def __init__(self, device: str = "", volume: float = 0.8) -> None:
        self._news = threading.Condition()
        self._wishes = self._met = _Wishes(device, volume)
        self._problem = ""
        self._closing = False
        self._look_again = False  # for devices that have come since the last failure
        self._feeder = Feeder()
        self._thread: threading.Thread | None = None

    @property
    def state(self) -> PlayerState:
        """How it stands now; cheap enough to ask sixty times a second."""
        with self._news:
            wishes, duration_s = self._wishes, self._duration_s()
            return PlayerState(
                loaded=wishes.reader is not None,
                playing=wishes.playing,
                position_s=self._position_s(),
                duration_s=duration_s,
                loop=wishes.loop,
                problem=self._problem,
                speed=wishes.speed,
            )

    def load(self, path: Path) -> None:
        """Take a file, paused at its beginning, without a loop. Raises AudioError."""
        self._take(AudioReader(path))

    def unload(self) -> None:
        """Let go of the file."""
        if self._wishes.reader is not None:
            self._take(None)

    def play(self) -> None:
        """Sound, from where it rests; at the end, from the beginning."""
        with self._news:
            if self._wishes.reader is None:
                return
            duration_s = self._duration_s()
            if not self._wishes.playing and 0 < duration_s <= self._position_s():
                self._wish(seek=_Seek(0.0))
            self._problem = ""
            self._wish(playing=True)

    def pause(self) -> None:
        """Silence; play goes on exactly there."""
        with self._news:
            self._wish(playing=False)

    def seek(self, seconds: float) -> None:
        """Go to a second of the song, playing or not."""
        with self._news:
            if self._wishes.reader is not None:
                latest_s = self._duration_s() or seconds
                self._wish(seek=_Seek(min(max(0.0, seconds), latest_s)))

    def set_loop(self, start_s: float, end_s: float) -> None:
        """Go round between two seconds without a gap; from outside it jumps to the first."""
        with self._news:
            if self._wishes.reader is not None and end_s > start_s >= 0:
                self._wish(loop=(start_s, end_s))

    def clear_loop(self) -> None:
        """Go on to the end of the song."""
        with self._news:
            self._wish(loop=None)

    def set_speed(self, speed: float) -> None:
        """SLOWEST to FASTEST times as fast, the pitch kept; for this song and those after it."""
        with self._news:
            self._wish(speed=min(max(SLOWEST, speed), FASTEST))

    def set_volume(self, volume: float) -> None:
        """0 to 1; heard with the next block."""
        with self._news:
            self._wish(volume=min(max(0.0, volume), 1.0))

    def set_device(self, name: str) -> None:
        """Play on another output from here on."""
        with self._news:
            self._problem = ""
            self._wish(device=name)

    def close(self) -> None:
        """Silence; let go of the file and the device; end the thread."""
        with self._news:
            self._closing = True
            self._news.notify()
        if self._thread is not None:
            self._thread.join(CLOSE_S)
            self._thread = None

    def _wish(self, **changes: Any) -> None:
        """Change what is wanted and wake the thread. The condition is held."""
        self._wishes = replace(self._wishes, **changes)
        self._news.notify()

    def _take(self, reader: AudioReader | None) -> None:
        with self._news:
            waiting = self._wishes.reader
            if waiting is not None and waiting is not self._met.reader:
                waiting.close()  # its turn never came
            self._problem = ""
            self._wish(reader=reader, playing=False, loop=None, seek=None)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="player", daemon=True)
                self._thread.start()

    def _position_s(self) -> float:
        """The wished place as long as it is not reached, else what is heard."""
        wishes, met = self._wishes, self._met
        if wishes.seek is not None and wishes.seek is not met.seek:
            return wishes.seek.seconds
        if wishes.reader is not met.reader:
            return 0.0
        duration_s = self._duration_s()
        heard_s = self._feeder.heard_s
        return min(heard_s, duration_s) if duration_s else heard_s

    def _duration_s(self) -> float:
        """What the header promises; once the end was read, what was really there."""
        reader = self._wishes.reader
        if reader is self._met.reader:
            return self._feeder.duration_s
        return 0.0 if reader is None else reader.info.duration_s

    def _run(self) -> None:
        while not self._closing:
            with self._news:
                if self._wishes is self._met and not self._closing:
                    self._news.wait(TEND_S if self._feeder.is_open else None)
                wishes = self._wishes
            try:
                self._obey(wishes)
                self._tend(wishes)
            except AudioError as error:
                self._give_up(wishes, str(error))
            except Exception as error:  # noqa: BLE001 - a thread that dies silently is worse
                self._give_up(wishes, message("audio.playing_failed", error=str(error)))
        self._feeder.release()
        self._feeder.load(None)

    def _obey(self, wishes: _Wishes) -> None:
        feeder, met = self._feeder, self._met
        if wishes.reader is not met.reader:
            feeder.load(wishes.reader)
        if wishes.device != met.device:
            feeder.release()
        if wishes.reader is not met.reader or wishes.loop != met.loop:
            feeder.set_loop(wishes.loop)
        if wishes.seek is not None and wishes.seek is not met.seek:
            feeder.seek(wishes.seek.seconds)
        feeder.set_volume(wishes.volume)
        feeder.set_speed(wishes.speed)
        if wishes.playing and not feeder.playing:
            if self._look_again:
                devices.refresh_devices()
                self._look_again = False
            feeder.play(wishes.device, wishes.volume)
        elif not wishes.playing and feeder.playing:
            feeder.pause()
        self._met = wishes

    def _tend(self, wishes: _Wishes) -> None:
        if self._feeder.is_lost:
            self._feeder.release()
            self._look_again = True
            if wishes.playing:
                raise AudioError("audio.output_lost")
        elif not self._feeder.tend():
            self._stop(wishes, "")

    def _give_up(self, wishes: _Wishes, problem: str) -> None:
        self._feeder.release()
        self._look_again = True
        self._stop(wishes, problem)

    def _stop(self, wishes: _Wishes, problem: str) -> None:
        """Stop playing of its own accord, unless something else was wished in the meantime."""
        with self._news:
            self._problem = problem
            self._met = replace(wishes, playing=False)
            if self._wishes is wishes:
                self._wishes = self._met
            self._news.notify_all()
