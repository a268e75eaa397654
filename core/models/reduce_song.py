"""From a song's log-mels to the features of its segments, by the reductions of a model.

Pure: same model, same sound, same features. What is made of them is prediction's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from core.features.recipe import FeatureRecipe
from core.jobs import SILENT, JobContext
from core.models.device import half_precision, kind_of
from core.models.probe_tagger import ProbeTagger, SideEmbedder
from core.models.running_job import cancelled_with
from core.models.segments import fill_short, repeated, song_starts

if TYPE_CHECKING:
    from core.features.spectrogram import LogMel
    from core.models.checkpoint import TaggingModel

SEGMENTS_PER_BATCH = {
    "cpu": 4,
    "cuda": 64,
    "mps": 32,
}  # four stay in a processor's cache: a third faster
WAVEFORMS_PER_BATCH = {
    "cpu": 1,
    "cuda": 64,
    "mps": 16,
}  # of samples, which make far longer rows of numbers

Features = NDArray[np.float32]
OnBatch = Callable[[int, Features], None]


@dataclass(frozen=True, slots=True)
class SongInput:
    """What a model is given of a song: the log-mel of its own recipe and those of its sides."""

    log_mel: LogMel
    sides: tuple[LogMel, ...] = ()

    @property
    def n_frames(self) -> int:
        """Frames of the model's own recipe."""
        return int(self.log_mel.values.shape[1])


def filled(model: TaggingModel, song: SongInput) -> SongInput:
    """Return a song as a model gets it: repeated, in all its log-mels, where it is short."""
    length, log_mel = model.network.segment_frames, song.log_mel
    if song.n_frames >= length:
        return song
    main = _with_values(log_mel, fill_short(log_mel.values, length, log_mel.recipe))
    seconds = log_mel.recipe.seconds_of(main.values.shape[1])
    sides = []
    for side in song.sides:
        n_frames = round(seconds * side.recipe.rate_hz / side.recipe.hop_length)
        sides.append(_with_values(side, repeated(side.values, n_frames, side.recipe)))
    return SongInput(main, tuple(sides))


def _with_values(log_mel: LogMel, values: Features) -> LogMel:
    return log_mel if values is log_mel.values else replace(log_mel, values=values)


def reduce_song(
    model: TaggingModel,
    song: SongInput,
    starts: NDArray[np.int64],
    job: JobContext = SILENT,
    on_batch: OnBatch | None = None,
) -> Features:
    """Reduce each segment to its features: float32 (n, n_features and those of the sides).

    A sound shorter than a segment is repeated. on_batch: sees the number of the first
    segment and the features of each batch. Raises Cancelled between batches.
    """
    network = model.network
    beside = side_features(model, song, starts, job)
    features = np.empty((len(starts), network.n_features + beside.shape[1]), dtype=np.float32)
    features[:, network.n_features :] = beside
    segments = Segments(
        model.inference_reduction, network.segment_frames, model.card.recipe, model.device
    )
    for first, batch in reduce_batches(segments, song.log_mel.values, starts, job):
        last = first + len(batch)
        features[first:last, : network.n_features] = batch
        if on_batch is not None:
            on_batch(first, features[first:last])
    return features


@dataclass(frozen=True, slots=True)
class Segments:
    """How a reduction takes a song: in segments of so many frames of a recipe, on a device."""

    reduction: nn.Module
    segment_frames: int
    recipe: FeatureRecipe
    device: str


def reduce_batches(
    segments: Segments,
    values: NDArray[np.float32],
    starts: NDArray[np.int64],
    job: JobContext = SILENT,
) -> Iterator[tuple[int, Features]]:
    """Yield the number of the first segment of each batch, and the features of the batch.

    values: (n_rows, n_frames). Raises Cancelled between batches; ModelError where a process that
    runs a network fails.
    """
    length, is_waveform = segments.segment_frames, segments.recipe.is_waveform
    values = repeated(np.asarray(values, dtype=np.float32), length, segments.recipe)
    batch_size = (WAVEFORMS_PER_BATCH if is_waveform else SEGMENTS_PER_BATCH)[
        kind_of(segments.device)
    ]
    first = 0
    for batch_starts in np.array_split(starts, -(-len(starts) // batch_size)):
        job.check()
        cut = np.stack([values[:, start : start + length] for start in batch_starts])
        batch = torch.from_numpy(np.ascontiguousarray(cut[:, 0] if is_waveform else cut))
        precision = half_precision(segments.device)
        with cancelled_with(job), torch.inference_mode(), precision:
            reduced = segments.reduction(batch.to(segments.device))
        yield first, reduced.float().cpu().numpy()
        first += len(batch_starts)


def side_features(
    model: TaggingModel, song: SongInput, starts: NDArray[np.int64], job: JobContext
) -> Features:
    """Reduce the song by the side networks: of each segment, what they make of its middle."""
    network, recipe = model.network, model.card.recipe
    if not isinstance(network, ProbeTagger) or not len(network.sides):
        return np.empty((len(starts), 0), dtype=np.float32)
    hop_s = recipe.hop_length / recipe.rate_hz
    middles_s = starts * hop_s + recipe.seconds_of(network.segment_frames) / 2
    blocks = []
    for side, log_mel, reduction in zip(
        network.sides, song.sides, model.inference_sides, strict=True
    ):
        assert isinstance(side, SideEmbedder)
        side_starts = song_starts(
            log_mel.values.shape[1], side.segment_frames, side.layout, side.hop_frames
        )
        segments = Segments(reduction, side.segment_frames, log_mel.recipe, model.device)
        reduced = np.concatenate(
            [batch for _, batch in reduce_batches(segments, log_mel.values, side_starts, job)]
        )
        side_hop_s = log_mel.recipe.hop_length / log_mel.recipe.rate_hz
        half_s = log_mel.recipe.seconds_of(side.segment_frames) / 2
        distances = np.abs(middles_s[:, None] - (side_starts * side_hop_s + half_s)[None, :])
        with torch.inference_mode():
            embedded = side.embed(torch.from_numpy(reduced).to(model.device)).cpu().numpy()
        blocks.append(embedded[distances.argmin(axis=1)])
    return np.hstack(blocks)
