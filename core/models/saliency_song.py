"""A song as its saliency is found: cut for a network, sent through it; and the map as a record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from core.errors import ModelError
from core.features.filterbank import band_edges_hz
from core.features.recipe import FeatureRecipe
from core.features.spectrogram import LogMel
from core.jobs import JobContext
from core.models.device import kind_of
from core.models.reduce_song import (
    SEGMENTS_PER_BATCH,
    WAVEFORMS_PER_BATCH,
    SongInput,
    filled,
    side_features,
)
from core.models.running_job import cancelled_with
from core.models.saliency_records import Method, Saliency, Span, Values
from core.models.segments import fill_short, song_starts
from core.models.sound_check import require_sound

if TYPE_CHECKING:
    from torch import Tensor, nn

    from core.models.checkpoint import TaggingModel

BLOCK_S = 0.02  # of samples whose relevance is one number


@dataclass(frozen=True, slots=True)
class Cut:
    """A sound as a network gets it. values: (n_mels, n), repeated where it is short.

    source: the frame of the sound that each of them is, (n,). beside: features of the networks
    beside the model's own, (n_segments, …).
    """

    values: Values
    source: NDArray[np.int64]
    starts: NDArray[np.int64]
    length: int
    beside: Values

    def segment(self, number: int) -> Values:
        """Return a copy of a segment: (n_mels, length)."""
        first = int(self.starts[number])
        return self.values[:, first : first + self.length].copy()

    def frames(self, number: int) -> NDArray[np.int64]:
        """Return the frames of the sound in a segment: (length,)."""
        first = int(self.starts[number])
        return self.source[first : first + self.length]


def as_saliency(
    model: TaggingModel, word: str, method: Method, found: tuple[Values, float], span_s: Span | None
) -> Saliency:
    """Make the record; samples are summed in blocks, of occlusion averaged: it covers many."""
    values, logit = found
    recipe = model.card.recipe
    frame_s = recipe.hop_length / recipe.rate_hz
    if not recipe.is_waveform:
        edges = band_edges_hz(recipe.n_mels, recipe.f_min_hz, recipe.f_max_hz, recipe.mel_scale)
        middles = np.asarray(edges[1:-1], np.float32)
        return Saliency(word, method, values, logit, frame_s, middles, span_s, recipe)
    size = round(BLOCK_S * recipe.rate_hz)
    firsts = np.arange(0, values.shape[1], size)
    blocks = np.add.reduceat(values, firsts, axis=1)
    if method is Method.OCCLUSION:
        blocks /= np.diff(np.append(firsts, values.shape[1]))
    return Saliency(word, method, blocks.astype(np.float32), logit, size * frame_s, span_s=span_s)


def region_of(model: TaggingModel, song: LogMel | SongInput, span_s: Span | None) -> SongInput:
    """Return a song, or a region of it, whose picture can be drawn over."""
    recipe = model.card.recipe
    if recipe.n_cepstra:
        raise ModelError("models.no_spectrogram", name=model.card.name)
    song = song if isinstance(song, SongInput) else SongInput(song)
    if span_s is not None:
        song = SongInput(
            _cut_out(song.log_mel, span_s), tuple(_cut_out(side, span_s) for side in song.sides)
        )
    require_sound(song.log_mel.values, recipe)
    return song


def _frames_of(log_mel: LogMel, span_s: Span) -> tuple[int, int]:
    per_second = log_mel.recipe.rate_hz / log_mel.recipe.hop_length
    n_frames = log_mel.values.shape[1]
    first = min(max(0, round(span_s[0] * per_second)), n_frames - 1)
    return first, min(max(first + 1, round(span_s[1] * per_second)), n_frames)


def _cut_out(log_mel: LogMel, span_s: Span) -> LogMel:
    first, last = _frames_of(log_mel, span_s)
    return replace(log_mel, values=log_mel.values[:, first:last])


def in_whole(song: LogMel | SongInput, values: Values, span_s: Span | None) -> Values:
    """Return a region's map as one of the whole song."""
    if span_s is None:
        return np.ascontiguousarray(values)
    log_mel = song.log_mel if isinstance(song, SongInput) else song
    whole = np.zeros(log_mel.values.shape, np.float32)
    first, last = _frames_of(log_mel, span_s)
    whole[:, first:last] = values
    return whole


def cut_song(model: TaggingModel, song: SongInput, job: JobContext) -> Cut:
    """Cut a sound into the segments that a network scores it by."""
    network, recipe = model.network, model.card.recipe
    length, numbers = network.segment_frames, np.arange(song.n_frames, dtype=np.float32)
    source = fill_short(numbers[None], length, recipe)[0].astype(np.int64)
    given = filled(model, song)
    starts = song_starts(given.n_frames, length, network.layout, network.hop_frames)
    beside = side_features(model, given, starts, job)
    return Cut(np.asarray(given.log_mel.values, np.float32), source, starts, length, beside)


def silence_value(log_mel: LogMel) -> float:
    """Return the value that silence has in a log-mel."""
    recipe: FeatureRecipe = log_mel.recipe
    if recipe.is_waveform:
        return 0.0
    if recipe.top_db is not None:
        return float(log_mel.values.max()) - recipe.top_db
    if recipe.compression == "log10_1p":
        return 0.0
    return float(np.log(recipe.floor) * (10.0 / np.log(10.0) if recipe.compression == "db" else 1))


def segment_batches(model: TaggingModel, cut: Cut) -> list[Values]:
    """Divide the segments: each of (n, n_mels, length)."""
    size = batch_size(model)
    segments = [cut.segment(number) for number in range(len(cut.starts))]
    return [np.stack(segments[first : first + size]) for first in range(0, len(segments), size)]


def single_precision(model: TaggingModel) -> nn.Module:
    """Return a fast form of its reduction: what a patch moves is less than 16 bits may tell."""
    reduction, *_ = model.network.evaluation_forms()
    return reduction.to(model.device)


def batch_size(model: TaggingModel) -> int:
    """Return how many segments go through the network at once."""
    of_samples = model.card.recipe.is_waveform
    return (WAVEFORMS_PER_BATCH if of_samples else SEGMENTS_PER_BATCH)[kind_of(model.device)]


def reduce_segments(
    model: TaggingModel, reduction: nn.Module, segments: Values, job: JobContext
) -> Values:
    """Return the features of segments, (n, n_mels, length): (n, …). Raises Cancelled."""
    job.check()
    with cancelled_with(job), torch.no_grad():
        reduced: Values = reduction(inputs_of(model, segments)).float().cpu().numpy()
    return reduced


def logits_of(model: TaggingModel, features: Values, beside: Values, column: int) -> Values:
    """Return a word's logit of songs alike but for their features, (n, steps, …): (n,)."""
    sides = np.broadcast_to(beside, (len(features), *beside.shape))
    sequences = tensor_of(model, np.concatenate([features, sides], axis=2))
    with torch.no_grad():
        logits = model.network.song_logits(sequences, n_steps(sequences))[:, column]
    return np.asarray(logits.float().cpu().numpy())


def n_steps(sequences: Tensor) -> Tensor:
    """Return how many steps each sequence has: all of them."""
    return torch.full((len(sequences),), sequences.shape[1], device=sequences.device)


def inputs_of(model: TaggingModel, segments: Values) -> Tensor:
    """Return segments as the network takes them: of samples without a row for bands."""
    is_waveform = model.card.recipe.is_waveform
    return tensor_of(model, segments[:, 0] if is_waveform else segments)


def tensor_of(model: TaggingModel, values: Values) -> Tensor:
    """Return numbers where the network is."""
    return torch.from_numpy(np.ascontiguousarray(values)).to(model.device)
