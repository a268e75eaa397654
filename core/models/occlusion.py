"""What a word's logit loses without a part of a song: slower than a gradient, true of any network.

Zeiler and Fergus 2014. Networks beside the model's own hear the song as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.features.spectrogram import LogMel
from core.jobs import SILENT, JobContext
from core.models.reduce_song import SongInput
from core.models.saliency_records import Method, Saliency, Span, Values
from core.models.saliency_song import (
    as_saliency,
    batch_size,
    cut_song,
    in_whole,
    logits_of,
    reduce_segments,
    region_of,
    segment_batches,
    silence_value,
    single_precision,
)

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel

MEAN, SILENCE = "mean", "silence"


@dataclass(frozen=True, slots=True)
class Patches:
    """What occlusion covers at once. n_mels: bands. seconds: of the song.

    step_s: from one to the next; 0: side by side. A point has the mean of those that cover it.
    fill: by the mean of each band in its segment (MEAN), or by what silence has (SILENCE).
    """

    n_mels: int = 12
    seconds: float = 2.0
    step_s: float = 0.0
    fill: str = MEAN


def occlusion(
    model: TaggingModel,
    song: LogMel | SongInput,
    word: str,
    span_s: Span | None = None,
    patches: Patches | None = None,
    job: JobContext = SILENT,
) -> Saliency:
    """Cover the song patch by patch: what a word's logit loses without it.

    span_s: only of this region, as if it were the song. Raises ModelError where a network takes no
    spectrogram, SoundError where nothing sounds, ValueError for an unknown word; Cancelled.
    """
    patches = patches or Patches()
    sound = CoveredSound(model, region_of(model, song, span_s), word, job)
    width = max(1, sound.n_frames_of(patches.seconds))
    step = max(1, sound.n_frames_of(patches.step_s or patches.seconds))
    sums = np.zeros((sound.n_mels, sound.n_frames), np.float32)
    n_covering = np.zeros(sound.n_frames, np.float32)
    for first in range(0, max(1, sound.n_frames - width + step), step):
        job.report(first, sound.n_frames, word)
        losses = sound.losses((first, first + width), patches)
        by_band = np.repeat(losses, patches.n_mels)[: len(sums), None]
        sums[:, first : first + width] += by_band
        n_covering[first : first + width] += 1
    found = in_whole(song, sums / n_covering, span_s), sound.logit
    saliency = as_saliency(model, word, Method.OCCLUSION, found, span_s)
    return replace(saliency, patch=(patches.n_mels, patches.seconds))


class CoveredSound:
    """A sound, and the logit of a word without any part of it. logit: of all of it."""

    def __init__(
        self, model: TaggingModel, sound: SongInput, word: str, job: JobContext = SILENT
    ) -> None:
        self._model, self._job, self._column = model, job, model.words.index(word)
        self.n_frames, self._silence = sound.n_frames, silence_value(sound.log_mel)
        self._cut, self._reduction = cut_song(model, sound, job), single_precision(model)
        self._features = np.concatenate(
            [
                reduce_segments(model, self._reduction, batch, job)
                for batch in segment_batches(model, self._cut)
            ]
        )
        self.logit = float(self._logits(self._features[None])[0])

    @property
    def n_mels(self) -> int:
        """Rows of the sound: bands, or one of samples."""
        return len(self._cut.values)

    def n_frames_of(self, seconds: float) -> int:
        """Return how many frames some seconds have."""
        recipe = self._model.card.recipe
        return round(seconds * recipe.rate_hz / recipe.hop_length)

    def losses(self, frames: tuple[int, int], patches: Patches) -> Values:
        """Return what the logit loses by each patch from one frame up to another: (n_patches,)."""
        covered = self._covered_features(frames, patches)
        return np.asarray(self.logit - self._logits(covered), np.float32)

    def _logits(self, features: Values) -> Values:
        return logits_of(self._model, features, self._cut.beside, self._column)

    def _covered_features(self, frames: tuple[int, int], patches: Patches) -> Values:
        """Return the features with each patch of a column of time covered: (n, steps, …)."""
        n_patches = -(-self.n_mels // patches.n_mels)
        covered = np.repeat(self._features[None], n_patches, axis=0)
        size = batch_size(self._model)
        for number in range(len(self._cut.starts)):
            self._job.check()
            source = self._cut.frames(number)
            inside = (source >= frames[0]) & (source < frames[1])
            if not inside.any():
                continue
            segments = self._covered_segments(self._cut.segment(number), inside, patches)
            for first in range(0, n_patches, size):
                batch = segments[first : first + size]
                covered[first : first + size, number] = reduce_segments(
                    self._model, self._reduction, batch, self._job
                )
        return covered

    def _covered_segments(
        self, segment: Values, inside: NDArray[np.bool_], patches: Patches
    ) -> Values:
        """Return a segment, (n_mels, length), once for each patch: (n_patches, n_mels, length)."""
        tops = range(0, len(segment), patches.n_mels)
        means = segment.mean(axis=1, keepdims=True)
        covered = np.repeat(segment[None], len(tops), axis=0)
        for patch, top in enumerate(tops):
            rows = slice(top, top + patches.n_mels)
            put = np.float32(self._silence) if patches.fill == SILENCE else means[rows]
            covered[patch, rows] = np.where(inside, put, segment[rows])
        return covered
