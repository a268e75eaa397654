"""What is heard of a song: its speed, and a deformation, block by block on the way to the output.

The same chain as deformed(), which makes the whole of a sound at once for a model: pitch, tilt,
noise, level, in this order. Used by the player's own thread, never by the sound card's callback.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.audio.deformations import SEMITONES, level, pitch_shift, tilt, tilt_kernel
from core.audio.playback_records import LiveDeformation
from core.audio.resample import Resampler
from core.audio.stretch import Stretcher
from core.jobs import SILENT, JobContext

Samples = NDArray[np.float32]

NO_DEFORMATION = LiveDeformation()


def deformed(
    samples: Samples, rate_hz: int, live: LiveDeformation, job: JobContext = SILENT
) -> Samples:
    """Deform float32 (n, channels) as it is heard: the same shape, a copy. Raises Cancelled."""
    changed = pitch_shift(samples, rate_hz, live.semitones, job)
    if live.tilt_db:
        job.check()
        changed = tilt(changed, rate_hz, live.tilt_db)
    changed = _Noise(live).push(changed)
    return level(changed, live.level_db) if live.level_db else changed


class SoundFilter:
    """A stream float32 (n, channels) at an output's rate to one that takes 1/speed as long.

    Output frame n belongs to input frame n * speed, throughout and without delay. Without a
    deformation and at speed 1 the blocks pass through untouched.
    """

    def __init__(self, rate_hz: int, channels: int, speed: float, live: LiveDeformation) -> None:
        ratio = 2.0 ** (live.semitones / SEMITONES)
        self.is_plain = speed == 1.0 and live.is_off
        self._stretcher = Stretcher(rate_hz, channels, speed / ratio)
        self.speed = self._stretcher.speed * ratio
        self._pitch = Resampler(ratio * rate_hz, rate_hz, channels)
        self._tilt = _Tilt(rate_hz, channels, live.tilt_db) if live.tilt_db else None
        self._noise = _Noise(live)
        self._level_db = live.level_db

    def push(self, block: Samples) -> Samples:
        """Take frames, return those that are ready."""
        return self._after_pitch(self._pitched(self._stretcher.push(block)))

    def finish(self) -> Samples:
        """Return the last frames, still in the windows."""
        stretched = self._pitched(self._stretcher.finish())
        rest = self._pitch.finish().reshape(-1, stretched.shape[1])
        last = self._after_pitch(np.concatenate([stretched, rest]))
        if self._tilt is None:
            return last
        return np.concatenate([last, self._finished(self._tilt.finish())])

    def _pitched(self, block: Samples) -> Samples:
        if block.shape[1] > 1:
            return self._pitch.push(block)
        return self._pitch.push(block[:, 0])[:, None]

    def _after_pitch(self, block: Samples) -> Samples:
        return self._finished(block if self._tilt is None else self._tilt.push(block))

    def _finished(self, block: Samples) -> Samples:
        noisy = self._noise.push(block)
        return level(noisy, self._level_db) if self._level_db else noisy


class _Tilt:
    """The symmetric filter of deformations.tilt, streamed by overlap and add.

    By numpy's FFT: scipy's is first imported when it is used, and a player cannot wait for that.
    """

    def __init__(self, rate_hz: int, channels: int, gain_db: float) -> None:
        self._kernel = tilt_kernel(rate_hz, gain_db)
        self._spectra: dict[int, NDArray[np.complex128]] = {}
        self._n_skipped = self._half = len(self._kernel) // 2  # nothing is delayed
        self._overlap: Samples = np.zeros((len(self._kernel) - 1, channels), dtype=np.float32)

    def push(self, block: Samples) -> Samples:
        """Take frames, return those that later ones do not reach."""
        if not len(block):
            return block
        whole = self._convolved(block)
        whole[: len(self._overlap)] += self._overlap
        ready, self._overlap = whole[: len(block)], whole[len(block) :]
        n = min(self._n_skipped, len(ready))
        self._n_skipped -= n
        return ready[n:]

    def finish(self) -> Samples:
        """Return what is left in the filter."""
        tail = self._overlap[: self._half][self._n_skipped :]
        self._n_skipped = 0
        return tail

    def _convolved(self, block: Samples) -> Samples:
        n = len(block) + len(self._kernel) - 1
        size = 1 << (n - 1).bit_length()
        if size not in self._spectra:
            self._spectra[size] = np.fft.rfft(self._kernel, size)[:, None]
        spectrum = np.fft.rfft(block, size, axis=0) * self._spectra[size]
        return np.fft.irfft(spectrum, size, axis=0)[:n].astype(np.float32)


class _Noise:
    """White noise of a given peak, of its own in every channel, the same for every beginning."""

    def __init__(self, live: LiveDeformation) -> None:
        self._amplitude = np.float32(2.0 * live.noise * live.peak)

    @cached_property
    def _random(self) -> np.random.Generator:
        """Made with the first noise: the window's start does not wait for numpy's generators."""
        return np.random.default_rng(0)

    def push(self, block: Samples) -> Samples:
        """Add it to (n, channels)."""
        if not self._amplitude:
            return block
        noise = self._random.random(block.shape, dtype=np.float32)
        noise -= np.float32(0.5)
        noise *= self._amplitude
        noise += block
        return noise
