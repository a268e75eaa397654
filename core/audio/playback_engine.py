"""From an open file to an open output: fills the ring, goes round loops, keeps the position.

Used by the player's thread alone; only position_s is read from outside.
"""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

from core.audio.decode import AudioReader
from core.audio.downmix import downmix
from core.audio.loop_reader import LoopReader
from core.audio.memory_sound import MemoryReader
from core.audio.output import Output
from core.audio.playback_records import LiveDeformation
from core.audio.ready_sound import ReadySound
from core.audio.resample import Resampler
from core.audio.ring import Ring
from core.audio.sound_filter import NO_DEFORMATION, SoundFilter

Samples = NDArray[np.float32]

READY_S = 0.75  # how much is kept ready
CAPACITY_S = 1.5
MIN_READY_S = 0.3  # ready before a new position becomes audible
BLOCK_S = 0.05
SPLICE_S = 0.3  # what is already ready and stays when a loop or the speed changes
BLEND_S = 0.02  # how long the old speed fades into the new one
IDLE_S = 5.0  # how long a silent output is kept open


class PlaybackEngine:
    """One song on its way to one output. `playing` is what it does, not what is desired.

    keeps_output: it stays open from one sound to the next. What an open one holds ready, about
    0.2 s, is heard before anything else; one opened anew has nothing to play before.
    """

    def __init__(self, *, keeps_output: bool = True) -> None:
        self._keeps_output = keeps_output
        self.playing = False
        self.duration_s = 0.0
        self.speed = 1.0
        self.deformation = NO_DEFORMATION
        self._loop_reader: LoopReader | None = None
        self._output: Output | None = None
        self._ring: Ring | None = None
        self._resampler = Resampler(1, 1)
        self._filter = SoundFilter(1, 1, 1.0, NO_DEFORMATION)
        # What a new speed or deformation fades in over.
        self._fade_out: Samples = np.zeros((0, 1), dtype=np.float32)
        self._n_faded = 0
        # Where in the ring the present resampler began, and how many frames it has taken since.
        self._ring_start = 0
        self._n_resampled = 0
        self._next_frame = 0
        self._stopped_at_s = 0.0
        self._paused_at_s = 0.0

    @property
    def position_s(self) -> float:
        """The second of the song that is audible now, or where it has stopped."""
        ring, output = self._ring, self._output
        if ring is None or output is None:
            return self._stopped_at_s
        frame = output.audible_frame() if self.playing else ring.n_read
        return ring.song_frame(frame) / output.rate_hz

    def load(self, reader: AudioReader | MemoryReader | ReadySound | None) -> None:
        """Take another file, at its beginning; close the one before."""
        self.pause()
        if not self._keeps_output:
            self.release()
        self._stop_at(0.0)
        if self._loop_reader is not None:
            self._loop_reader.reader.close()
        self._loop_reader = None if reader is None else LoopReader(reader)
        self.duration_s = 0.0 if reader is None else reader.info.duration_s

    def play(self, device: str, volume: float) -> None:
        """Play on this device from where it has stopped. Raises AudioError."""
        if self._loop_reader is None:
            return
        rate_hz = self._loop_reader.reader.info.rate_hz
        if self._output is not None and self._output.requested != (device, rate_hz):
            self.release()
        if self._output is None:
            self._output = Output(device, rate_hz, volume)
        self._output.volume = volume
        if self._ring is None:
            self._restart(self._stopped_at_s)
        assert self._ring is not None
        self._output.play(self._ring)
        self.playing = True

    def pause(self) -> None:
        """Fall silent; play goes on exactly here."""
        if self._output is not None:
            self._output.pause()
        if self.playing:
            self._paused_at_s = time.monotonic()
        self.playing = False

    def seek(self, seconds: float) -> None:
        """Go on from a second of the song, at once if it plays."""
        if self.playing and self._output is not None:
            self._restart(seconds)
            assert self._ring is not None
            self._output.play(self._ring)
        else:
            self._stop_at(seconds)

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Go round between two seconds, without a gap; from outside, jump to the first."""
        if self._loop_reader is None:
            return
        position_s, rate_hz = self.position_s, self._loop_reader.reader.info.rate_hz
        frames = loop and (round(loop[0] * rate_hz), round(loop[1] * rate_hz))
        self._loop_reader.set_loop(frames)
        if loop is not None and not loop[0] <= position_s < loop[1]:
            self.seek(loop[0])
        elif self._ring is not None and self._output is not None:
            self._splice_stream(self._ring, self._output)

    def set_speed(self, speed: float) -> None:
        """Set the speed, the pitch kept; audible as soon as what is on its way has played."""
        if speed != self.speed:
            self.speed = speed
            if self._ring is not None and self._output is not None:
                self._splice_stream(self._ring, self._output)

    def set_deformation(self, deformation: LiveDeformation) -> None:
        """Deform what is heard; audible as soon as what is on its way has played."""
        if deformation != self.deformation:
            self.deformation = deformation
            if self._ring is not None and self._output is not None:
                self._splice_stream(self._ring, self._output)

    def set_volume(self, volume: float) -> None:
        """Set the volume of the next block."""
        if self._output is not None:
            self._output.volume = volume

    def release(self) -> None:
        """Close the device, and stop at what was audible last."""
        self._stop_at(self.position_s)
        if self._output is not None:
            self._output.close()
        self._output = None
        self.playing = False

    def update(self) -> bool:
        """Fill the ring or close an idle device; False once the song has played to its end."""
        output, ring = self._output, self._ring
        if output is None:
            return True
        if not self.playing or ring is None:
            if time.monotonic() - self._paused_at_s > IDLE_S:
                self.release()
            return True
        self._fill(ring, output, READY_S)
        if not output.is_finished:
            return True
        self.pause()
        self._stop_at(self.duration_s)
        return False

    @property
    def is_open(self) -> bool:
        """Whether a device is held."""
        return self._output is not None

    @property
    def held_s(self) -> float:
        """How long the device holds what it was handed, before it is audible."""
        return 0.0 if self._output is None else self._output.held_s

    @property
    def device_lost(self) -> bool:
        """Whether the device went away."""
        return self._output is not None and self._output.device_lost

    def _stop_at(self, seconds: float) -> None:
        self._stopped_at_s = seconds
        self._ring = None

    def _restart(self, seconds: float) -> None:
        """A new ring that begins at a second of the song, with enough in it to begin."""
        assert self._loop_reader is not None
        assert self._output is not None
        output = self._output
        frame = round(seconds * self._loop_reader.reader.info.rate_hz)
        ring = Ring(round(CAPACITY_S * output.rate_hz), output.channels)
        self._start_stream(ring, output, frame)
        self._fill(ring, output, MIN_READY_S)
        self._ring = ring

    def _splice_stream(self, ring: Ring, output: Output) -> None:
        """Keep what is about to be audible, and read on from there by what is set now."""
        assert self._loop_reader is not None
        keep = round(SPLICE_S * output.rate_hz)
        old = ring.peek(keep, round(BLEND_S * output.rate_hz))
        ring.cut(keep)
        ratio = output.rate_hz / self._loop_reader.reader.info.rate_hz
        frame = round(ring.song_frame(ring.n_written) / ratio)
        loop = self._loop_reader.loop
        if loop is not None and frame >= loop[1]:
            frame = loop[0]
        was_plain = self._filter.is_plain
        self._start_stream(ring, output, frame)
        self._fade_out = old[:0] if was_plain and self._filter.is_plain else old

    def _start_stream(self, ring: Ring, output: Output, frame: int) -> None:
        assert self._loop_reader is not None
        rate_hz = self._loop_reader.reader.info.rate_hz
        self._loop_reader.seek(frame)
        self._resampler = Resampler(rate_hz, output.rate_hz, output.channels)
        self._filter = SoundFilter(output.rate_hz, output.channels, self.speed, self.deformation)
        self._fade_out, self._n_faded = np.zeros((0, output.channels), dtype=np.float32), 0
        self._ring_start, self._n_resampled = ring.n_written, 0
        ring.mark(ring.n_written, frame * output.rate_hz / rate_hz, self._filter.speed)

    def _fill(self, ring: Ring, output: Output, ahead_s: float) -> None:
        assert self._loop_reader is not None
        rate_hz = self._loop_reader.reader.info.rate_hz
        ratio = output.rate_hz / rate_hz
        while not ring.is_complete and ring.n_ready < ahead_s * output.rate_hz:
            frame, block = self._loop_reader.read(max(1, round(BLOCK_S * rate_hz)))
            if self._n_resampled and frame != self._next_frame:
                speed = self._filter.speed
                ring_frame = self._ring_start + round(self._n_resampled * ratio / speed)
                ring.mark(ring_frame, frame * ratio, speed)
            self._next_frame = frame + len(block)
            self._n_resampled += len(block)
            if len(block):
                samples = self._resampler.push(downmix(block, output.channels))
                ring.write(self._blend(self._filter.push(samples)))
            else:
                tail = self._filter.push(self._resampler.finish())
                ring.write(self._blend(np.concatenate([tail, self._filter.finish()])))
                self.duration_s = frame / rate_hz
                ring.is_complete = True

    def _blend(self, new: Samples) -> Samples:
        """Fade from what would have come into what comes now, over as many pieces as it takes."""
        n = min(len(self._fade_out) - self._n_faded, len(new))
        if n <= 0:
            return new
        faded = slice(self._n_faded, self._n_faded + n)
        share = np.linspace(0, 1, len(self._fade_out), dtype=np.float32)[faded, None]
        head = self._fade_out[faded] * (1 - share) + new[:n] * share
        self._n_faded += n
        return np.concatenate([head, new[n:]])
