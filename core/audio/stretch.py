"""Slower or faster with the pitch kept: a phase vocoder, streamed.

Laroche and Dolson's identity phase locking (1999), each frame turned by how far the sound itself
went on in one hop, so that no phase is unwrapped; frames with an onset keep their own phases.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
Spectra = NDArray[np.complex128]  # (bins, channels)

MIN_SPEED, MAX_SPEED = 0.5, 1.5
BEYOND = 2.0 ** (1.0 / 12.0)  # at both ends, a semitone higher or lower
WINDOW_S = 0.06
OVERLAP = 4  # frames over each other
ONSET_SHARE = 0.6  # the share of a frame's magnitude that was not there one hop before
MIN_MAGNITUDE = 1e-12


class Stretcher:
    """A stream of samples to one that takes 1/speed as long; speed 1 passes it through.

    Output frame n belongs to input frame n * speed, throughout and without delay; n input frames
    become round(n / speed).
    """

    def __init__(self, rate_hz: int, channels: int, speed: float) -> None:
        self.speed = min(max(MIN_SPEED / BEYOND, speed), MAX_SPEED * BEYOND)
        self._hop = max(16, round(WINDOW_S * rate_hz / OVERLAP))
        self._size = self._hop * OVERLAP
        phase = 2 * np.pi * np.arange(self._size) / self._size
        self._window = (0.5 - 0.5 * np.cos(phase))[:, None]
        self._norm = 1 / (OVERLAP * 0.375)  # the mean of the window's square is 3/8
        self._n_padding = self._size  # zeros before the first sample, for frames that begin earlier
        self._input = np.zeros((self._n_padding, channels), dtype=np.float32)
        self._dropped = -self._n_padding  # the input frame that _input begins with
        self._sum = np.zeros((self._size, channels))
        self._frame_index = -1  # of the next frame; its middle is at number * hop of the output
        self._last: Spectra | None = None
        self._onset_cooldown = 0  # frames until another onset may be taken for one
        self._n_in = self._n_out = 0

    def push(self, block: Samples) -> Samples:
        """Take float32 (n, channels), return the frames that are ready."""
        self._n_in += len(block)
        if self.speed == 1.0:
            return block
        self._input = np.concatenate([self._input, block])
        return self._trim(self._frames())

    def finish(self) -> Samples:
        """Return the last frames, still in the windows."""
        if self.speed == 1.0:
            return self._input[:0]
        n_missing = round(self._n_in / self.speed) - self._n_out
        silence = np.zeros((2 * self._size, self._input.shape[1]), dtype=np.float32)
        self._input = np.concatenate([self._input, silence])
        tail = self._trim(self._frames())[: max(0, n_missing)]
        return tail

    def _frames(self) -> list[Samples]:
        """Return one hop of output for each frame that is whole."""
        hops = []
        half = self._size // 2
        while True:
            middle = round(self._frame_index * self._hop * self.speed)
            first = middle - half - self._dropped
            if first + self._size > len(self._input):
                break
            hops.append(self._overlap(self._frame(first)))
            self._frame_index += 1
        keep = max(0, first - self._hop)
        self._input = self._input[keep:]
        self._dropped += keep
        return hops

    def _frame(self, first: int) -> NDArray[np.float64]:
        """Return the frame at a sample of the input, its phases going on from the frame before."""
        spectrum = self._spectra(first)
        last, self._last = self._last, spectrum
        if last is not None and first >= self._hop:
            previous = self._spectra(first - self._hop)
            if not self._is_onset(spectrum, previous):
                self._last = spectrum = spectrum * _phase_rotation(spectrum, last * previous.conj())
        samples = np.fft.irfft(spectrum, self._size, axis=0)
        return np.asarray(samples * self._window * self._norm)

    def _spectra(self, first: int) -> Spectra:
        frame = self._input[first : first + self._size] * self._window
        return np.asarray(np.fft.rfft(frame, axis=0))

    def _is_onset(self, spectrum: Spectra, previous: Spectra) -> bool:
        """Return whether most of this frame was not there a hop ago; once for each onset."""
        self._onset_cooldown = max(0, self._onset_cooldown - 1)
        magnitude = np.abs(spectrum)
        increase = float(np.maximum(magnitude - np.abs(previous), 0).sum())
        if self._onset_cooldown or increase <= ONSET_SHARE * float(magnitude.sum()):
            return False
        self._onset_cooldown = OVERLAP
        return True

    def _overlap(self, frame: NDArray[np.float64]) -> Samples:
        """Add a frame, return the hop that no later one will reach."""
        self._sum += frame
        done = self._sum[: self._hop].astype(np.float32)
        self._sum = np.concatenate([self._sum[self._hop :], np.zeros_like(done)])
        return done

    def _trim(self, hops: list[Samples]) -> Samples:
        """Join hops, without the half window before the first sample."""
        if not hops:
            return np.zeros((0, self._input.shape[1]), dtype=np.float32)
        whole = np.concatenate(hops)
        begins = (self._frame_index - len(hops)) * self._hop - self._size // 2
        whole = whole[max(0, -begins) :]
        self._n_out += len(whole)
        return whole


def _phase_rotation(spectrum: Spectra, advance: Spectra) -> Spectra:
    """Return the rotation of each bin, (bins, 1): one angle around each peak, in all channels."""
    magnitude = np.abs(spectrum).sum(axis=1)
    inner = magnitude[2:-2]
    peaks = 2 + np.flatnonzero(
        (inner > magnitude[1:-3])
        & (inner >= magnitude[3:-1])
        & (inner > magnitude[:-4])
        & (inner >= magnitude[4:])
    )
    if not len(peaks):
        return np.ones((len(magnitude), 1), dtype=np.complex128)
    middles = (peaks[1:] + peaks[:-1] + 1) // 2
    nearest = peaks[np.searchsorted(middles, np.arange(len(magnitude)), side="right")]
    summed = advance.sum(axis=1)
    rotation = summed / np.maximum(np.abs(summed), MIN_MAGNITUDE)
    rotation[np.abs(summed) < MIN_MAGNITUDE] = 1.0
    return np.asarray(rotation[nearest, None])
