"""Log-mel spectrograms: a stream of samples in, a LogMel out.

The recipe decides everything; nothing is read from settings. Computed in float64 and handed out
as float32, because that costs next to nothing beside decoding and equals the reference. Disk
caching is cache.py's business.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.audio.resample import Resampler
from core.features.filterbank import SlicedFilterbank, mel_filters, periodic_window
from core.features.framing import Framer, ReflectPadding
from core.features.recipe import GAIN_1P, FeatureRecipe

Samples = NDArray[np.float32]

BATCH = 128  # frames at a time: the work stays in the second-level cache
MAX_AMPLITUDE = np.float32(
    5e4
)  # times full scale: beyond it, and beyond float16, there is only damage


@dataclass(frozen=True, slots=True)
class LogMel:
    """A log-mel spectrogram of one song, as a model takes it.

    values: float32, shape (n_mels, n_frames), in the recipe's compression (natural log or dB);
    (n_cepstra, n_frames) for a recipe with cepstra, (1, n_samples) for a waveform.
    Frame k is centred on sample k * hop_length.
    """

    values: NDArray[np.float32]
    recipe: FeatureRecipe
    audio_hash: str

    @property
    def duration_s(self) -> float:
        """Seconds covered by the frames."""
        return int(self.values.shape[1]) * self.recipe.hop_length / self.recipe.rate_hz


class MelFrames:
    """The frames of one recipe as they become ready, from samples at the recipe's own rate.

    Rows are frames, shape (n, n_mels), not yet limited to the recipe's top_db, which needs the
    whole sound (see limited). A waveform recipe gives its samples, one a row.
    """

    def __init__(self, recipe: FeatureRecipe) -> None:
        self.recipe = recipe
        if recipe.is_waveform:
            return
        self._padding = ReflectPadding(recipe.n_fft // 2)
        self._framer = Framer(recipe.n_fft, recipe.hop_length, BATCH)
        self._window = periodic_window(recipe.window, recipe.n_fft)
        self._bank = SlicedFilterbank(mel_filters(recipe))
        # Written over for every batch: fresh arrays of this size would cost more than the work.
        n_bins = recipe.n_fft // 2 + 1
        self._windowed = np.empty((BATCH, recipe.n_fft), dtype=np.float64)
        self._spectrum = np.empty((BATCH, n_bins), dtype=np.complex128)
        self._power = np.empty((BATCH, n_bins), dtype=np.float32)

    def push(self, samples: Samples) -> list[NDArray[np.float32]]:
        """Take samples (n,) at recipe.rate_hz; return blocks of finished rows, none or more."""
        if self.recipe.is_waveform:
            return [samples[:, None]]
        padded = self._padding.push(samples)
        return [self._rows(frames) for frames in self._framer.push(padded)]

    def finish(self) -> list[NDArray[np.float32]]:
        """Return the last rows. Never call push again."""
        if self.recipe.is_waveform:
            return []
        padded = self._padding.finish()
        rows = [self._rows(frames) for frames in self._framer.push(padded)]
        frames, count = self._framer.flush()
        return [*rows, self._rows(frames)[:count]] if count else rows

    def _rows(self, frames: Samples) -> NDArray[np.float32]:
        np.multiply(frames, self._window, out=self._windowed)
        np.fft.rfft(self._windowed, out=self._spectrum)
        squares = self._spectrum.view(np.float64)
        np.square(squares, out=squares)
        np.add(squares[:, 0::2], squares[:, 1::2], out=self._power, casting="same_kind")
        return _compressed(self._bank.apply(self._power), self.recipe)


def _compressed(mel: NDArray[np.float32], recipe: FeatureRecipe) -> NDArray[np.float32]:
    if recipe.squared_again:
        mel = np.square(mel)
    if recipe.compression == "log10_1p":
        decades: NDArray[np.float32] = np.log1p(mel * np.float32(GAIN_1P))
        decades *= np.float32(1.0 / np.log(10.0))
        return decades
    logarithm: NDArray[np.float32] = np.log(np.maximum(mel, np.float32(recipe.floor)))
    if recipe.compression == "db":
        logarithm *= np.float32(10.0 / np.log(10.0))
    return logarithm


def apply_top_db(values: NDArray[np.float32], recipe: FeatureRecipe) -> NDArray[np.float32]:
    """Raise the values of a whole sound that lie more than top_db under its loudest to that."""
    if recipe.top_db is None or not values.size:
        return values
    return np.asarray(np.maximum(values, values.max() - np.float32(recipe.top_db)))


def log_mel(samples: Samples, rate_hz: int, recipe: FeatureRecipe) -> NDArray[np.float32]:
    """Compute the log-mel of mono samples (n,) at rate_hz: float32 (n_mels, n_frames).

    n_frames = 1 + floor(samples / hop). A recipe with cepstra gives its log-mel; mfcc.mfcc makes
    the cepstra of it.
    """
    resampler, frames = Resampler(rate_hz, recipe.rate_hz), MelFrames(recipe)
    mono = np.clip(np.asarray(samples, dtype=np.float32), -MAX_AMPLITUDE, MAX_AMPLITUDE)
    rows = frames.push(resampler.push(mono)) + frames.push(resampler.finish()) + frames.finish()
    return apply_top_db(np.ascontiguousarray(np.concatenate(rows).T), recipe)
