"""From an open file to an open output: fills the ring, goes round loops, keeps the place.

Used by the player's thread alone; only heard_s is asked from outside.
"""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray

from core.audio.decode import AudioReader
from core.audio.downmix import downmix
from core.audio.loop_reader import Passage
from core.audio.output import Output
from core.audio.resample import Resampler
from core.audio.ring import Ring
from core.audio.stretch import Stretcher

Samples = NDArray[np.float32]

AHEAD_S = 0.75  # how much is kept ready
CAPACITY_S = 1.5
FIRST_S = 0.3  # ready before a new place is heard
PIECE_S = 0.05
SPLICE_S = 0.3  # what is already ready and stays when a loop or the speed changes
BLEND_S = 0.02  # how long the old speed fades into the new one
IDLE_S = 5.0  # how long a silent output is kept open


class Feeder:
    """One song on its way to one output. `playing` is what it does, not what is wished."""

    def __init__(self) -> None:
        self.playing = False
        self.duration_s = 0.0
        self.speed = 1.0
        self._passage: Passage | None = None
        self._output: Output | None = None
        self._ring: Ring | None = None
        self._resampler = Resampler(1, 1)
        self._stretcher = Stretcher(1, 1, 1.0)
        self._old: Samples = np.zeros((0, 1), dtype=np.float32)  # what a new speed fades in over
        self._begun = (0, 0)  # frames of the ring, and of the file, since the resampler is new
        self._next_frame = 0
        self._rest_s = 0.0
        self._paused_at_s = 0.0

    @property
    def heard_s(self) -> float:
        """The second of the song that is at the ear now, or where it rests."""
        ring, output = self._ring, self._output
        if ring is None or output is None:
            return self._rest_s
        frame = output.heard_frame() if self.playing else ring.n_read
        return ring.song_frame(frame) / output.rate_hz

    def load(self, reader: AudioReader | None) -> None:
        """Take another file, at its beginning; close the one before."""
        self.pause()
        self._rest(0.0)
        if self._passage is not None:
            self._passage.reader.close()
        self._passage = None if reader is None else Passage(reader)
        self.duration_s = 0.0 if reader is None else reader.info.duration_s

    def play(self, device: str, volume: float) -> None:
        """Sound on this device from where it rests. Raises AudioError."""
        if self._passage is None:
            return
        rate_hz = self._passage.reader.info.rate_hz
        if self._output is not None and self._output.wanted != (device, rate_hz):
            self.release()
        if self._output is None:
            self._output = Output(device, rate_hz, volume)
        self._output.volume = volume
        if self._ring is None:
            self._restart(self._rest_s)
        assert self._ring is not None
        self._output.play(self._ring)
        self.playing = True

    def pause(self) -> None:
        """Silence; goes on exactly here."""
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
            self._rest(seconds)

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Go round between two seconds, without a gap; from outside, jump to the first."""
        if self._passage is None:
            return
        heard_s, rate_hz = self.heard_s, self._passage.reader.info.rate_hz
        frames = loop and (round(loop[0] * rate_hz), round(loop[1] * rate_hz))
        self._passage.set_loop(frames)
        if loop is not None and not loop[0] <= heard_s < loop[1]:
            self.seek(loop[0])
        elif self._ring is not None and self._output is not None:
            self._splice(self._ring, self._output)

    def set_speed(self, speed: float) -> None:
        """How fast the song goes, its pitch kept; heard as soon as what is on its way is over."""
        if speed != self.speed:
            self.speed = speed
            if self._ring is not None and self._output is not None:
                self._splice(self._ring, self._output)

    def set_volume(self, volume: float) -> None:
        """Heard with the next block."""
        if self._output is not None:
            self._output.volume = volume

    def release(self) -> None:
        """Let go of the device, and rest where it was heard last."""
        self._rest(self.heard_s)
        if self._output is not None:
            self._output.close()
        self._output = None
        self.playing = False

    def tend(self) -> bool:
        """Fill up; let an idle device go. False once the song was heard to its end."""
        output, ring = self._output, self._ring
        if output is None:
            return True
        if not self.playing or ring is None:
            if time.monotonic() - self._paused_at_s > IDLE_S:
                self.release()
            return True
        self._fill(ring, output, AHEAD_S)
        if not output.is_through:
            return True
        self.pause()
        self._rest(self.duration_s)
        return False

    @property
    def is_open(self) -> bool:
        """Whether a device is held."""
        return self._output is not None

    @property
    def is_lost(self) -> bool:
        """Whether the device went away."""
        return self._output is not None and self._output.is_lost

    def _rest(self, seconds: float) -> None:
        self._rest_s = seconds
        self._ring = None

    def _restart(self, seconds: float) -> None:
        """A new ring that begins at a second of the song, with enough in it to begin."""
        assert self._passage is not None
        assert self._output is not None
        output = self._output
        frame = round(seconds * self._passage.reader.info.rate_hz)
        ring = Ring(round(CAPACITY_S * output.rate_hz), output.channels)
        self._go_on_at(ring, output, frame)
        self._fill(ring, output, FIRST_S)
        self._ring = ring

    def _splice(self, ring: Ring, output: Output) -> None:
        """Keep what is about to be heard, and read on from there by the new loop and speed."""
        assert self._passage is not None
        keep = round(SPLICE_S * output.rate_hz)
        old = ring.peek(keep, round(BLEND_S * output.rate_hz))
        ring.cut(keep)
        ratio = output.rate_hz / self._passage.reader.info.rate_hz
        frame = round(ring.song_frame(ring.n_written) / ratio)
        loop = self._passage.loop
        if loop is not None and frame >= loop[1]:
            frame = loop[0]
        blend = self.speed != 1.0 or self._stretcher.speed != 1.0
        self._go_on_at(ring, output, frame)
        self._old = old if blend else old[:0]

    def _go_on_at(self, ring: Ring, output: Output, frame: int) -> None:
        assert self._passage is not None
        rate_hz = self._passage.reader.info.rate_hz
        self._passage.seek(frame)
        self._resampler = Resampler(rate_hz, output.rate_hz, output.channels)
        self._stretcher = Stretcher(output.rate_hz, output.channels, self.speed)
        self._old = np.zeros((0, output.channels), dtype=np.float32)
        self._begun = (ring.n_written, 0)
        ring.mark(ring.n_written, frame * output.rate_hz / rate_hz, self._stretcher.speed)

    def _fill(self, ring: Ring, output: Output, ahead_s: float) -> None:
        assert self._passage is not None
        rate_hz = self._passage.reader.info.rate_hz
        ratio = output.rate_hz / rate_hz
        while not ring.is_complete and ring.n_ready < ahead_s * output.rate_hz:
            frame, block = self._passage.read(max(1, round(PIECE_S * rate_hz)))
            ring_begun, n_in = self._begun
            if n_in and frame != self._next_frame:
                speed = self._stretcher.speed
                ring.mark(ring_begun + round(n_in * ratio / speed), frame * ratio, speed)
            self._next_frame = frame + len(block)
            self._begun = (ring_begun, n_in + len(block))
            if len(block):
                samples = self._resampler.push(downmix(block, output.channels))
                ring.write(self._blend(self._stretcher.push(samples)))
            else:
                rest = self._stretcher.push(self._resampler.finish())
                ring.write(self._blend(np.concatenate([rest, self._stretcher.finish()])))
                self.duration_s = frame / rate_hz
                ring.is_complete = True

    def _blend(self, new: Samples) -> Samples:
        """Fade from what would have come into what comes now."""
        n = min(len(self._old), len(new))
        if not n:
            return new
        share = np.linspace(0, 1, len(self._old), dtype=np.float32)[:n, None]
        head = self._old[:n] * (1 - share) + new[:n] * share
        self._old = self._old[:0]  # a first piece is always longer than the fade
        return np.concatenate([head, new[n:]])
