"""One open output: the callback that copies from a ring, and the clock of what is audible.

Nothing is decoded, mixed or waited for in the callback.
"""

from __future__ import annotations

import time
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.audio import devices
from core.audio.ring import Ring

Samples = NDArray[np.float32]

# A Python callback must be able to wait for its turn: with 0.1 s a busy interpreter on two full
# cores dropped out now and then, with 0.15 s it never did.
LATENCY_S = 0.15
BLOCK_S = 0.03
RAMP_FRAMES = 128  # softens the edge when sound sets in, stops or changes its volume
CALLBACK_TIMEOUT_S = 2.0  # a callback that does not come for so long is taken for a lost device


class _Block(NamedTuple):
    """What the callback handed over last. audible_at_s: of its first frame, monotonic."""

    ring: Ring
    first: int
    n: int
    audible_at_s: float


class Output:
    """An output stream that runs from the first sound on. Belongs to the player's thread.

    It does not begin with silence: what a stream holds ready is heard before what comes after.
    """

    def __init__(self, device: str, rate_hz: int, volume: float) -> None:
        self.rate_hz, self.channels = devices.usable_shape(device, rate_hz)
        self.requested = (device, rate_hz)
        self.volume = volume
        self.underflows = 0
        self.held_s = 0.0  # by the device, between the callback and the ear
        self._playing = self._started = False
        self._gain = 0.0
        self._ring = Ring(1, self.channels)
        self._ramp = np.linspace(0, 1, RAMP_FRAMES, dtype=np.float32)[:, None]
        self._block = _Block(self._ring, 0, 0, time.monotonic())
        self._last_callback_s = time.monotonic()
        self._stream = devices.open_stream(
            device,
            self.rate_hz,
            self.channels,
            latency=LATENCY_S,
            blocksize=round(self.rate_hz * BLOCK_S),
            callback=self._callback,
        )
        self._latency_s = float(self._stream.latency)

    @property
    def ring(self) -> Ring:
        """What is being played from."""
        return self._ring

    def play(self, ring: Ring) -> None:
        """Play from this ring, at once."""
        if ring is not self._ring:
            self._gain = 0.0
            self._ring = ring
        self._playing = True
        if not self._started:
            self._started, self._last_callback_s = True, time.monotonic()
            self._stream.start()

    def pause(self) -> None:
        """Fall silent; the ring keeps its position."""
        self._playing = False

    def audible_frame(self) -> float:
        """Return the frame of the ring that is audible now, by the device's own clock."""
        block = self._block
        if block.ring is not self._ring:
            return 0.0
        frame = block.first + (time.monotonic() - block.audible_at_s) * self.rate_hz
        return min(max(0.0, frame), float(block.first + block.n))

    @property
    def is_finished(self) -> bool:
        """Whether a complete ring has been audible to its last frame."""
        block = self._block
        return (
            block.ring is self._ring
            and self._ring.is_complete
            and block.n == 0
            and block.first == self._ring.n_written
            and time.monotonic() >= block.audible_at_s
        )

    @property
    def device_lost(self) -> bool:
        """Whether the device went away under the stream."""
        if not self._started:
            return False
        late = time.monotonic() - self._last_callback_s > CALLBACK_TIMEOUT_S
        return late or not self._stream.active

    def close(self) -> None:
        """Fall silent now and close the device."""
        devices.close_stream(self._stream)

    def _callback(self, out: Samples, _frames: int, when: Any, status: Any) -> None:
        now_s = time.monotonic()
        lead_s = when.outputBufferDacTime - when.currentTime
        if not 0 < lead_s < 2:
            lead_s = self._latency_s
        self.held_s = lead_s
        ring = self._ring
        first, n = ring.n_read, 0
        target = self.volume if self._playing else 0.0
        if self._playing:
            n = ring.read_into(out)
        elif self._gain:
            n = ring.read_into(out[:RAMP_FRAMES])
        out[n:] = 0.0
        self._apply_gain(out[:n], target)
        if n or self._block.n or self._block.ring is not ring:  # the first silence is the end
            self._block = _Block(ring, first, n, now_s + lead_s)
        self._last_callback_s = now_s
        starved = self._playing and n < len(out) and not ring.is_complete
        self.underflows += bool(status.output_underflow) or starved

    def _apply_gain(self, out: Samples, target: float) -> None:
        if self._gain != target:
            head = out[:RAMP_FRAMES]
            head *= self._gain + (target - self._gain) * self._ramp[: len(head)]
            out[RAMP_FRAMES:] *= target
            self._gain = target
        elif target != 1.0:
            out *= target
