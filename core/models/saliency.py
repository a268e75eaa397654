"""What in a song speaks for a tag: maps over its log-mel, by gradient × input and by occlusion.

A map says what the model's score rests on, not what the music is; of a network that takes samples
it lies along time alone. Playing what mattered is features/masked_song.py's business.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from core.errors import ModelError
from core.features.filterbank import band_edges_hz
from core.features.recipe import FeatureRecipe
from core.features.spectrogram import LogMel
from core.jobs import SILENT, JobContext
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

MEAN, SILENCE = "mean", "silence"
MOST_COLUMNS, LEAST_PATCH_S = 40, 0.25  # of patches, where they can be shorter than usual
MOST_S = 1200.0  # of a song at once
BLOCK_S = 0.02  # of samples whose relevance is one number


@dataclass(frozen=True, slots=True)
class Patches:
    """What occlusion covers at once. n_mels: bands. seconds: of the song.

    fill: by the mean of each band in its segment (MEAN), or by what silence has (SILENCE).
    """

    n_mels: int = 12
    seconds: float = 2.0
    fill: str = MEAN


@dataclass(frozen=True, slots=True)
class _Cut:
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


def gradient_times_input(
    model: TaggingModel,
    song: LogMel | SongInput,
    word: str,
    span_s: Span | None = None,
    job: JobContext = SILENT,
) -> Saliency:
    """Multiply the slope of a word's logit at each point by how far that is above silence.

    Simonyan et al. 2013, Shrikumar et al. 2016; of a linear network the map sums to the logit minus
    that of silence. span_s: only of this region, as if it were the song. Networks beside the
    model's own count as they are. Raises ModelError where a network takes no spectrogram or gives
    no gradient, SoundError where nothing sounds, ValueError for an unknown word; Cancelled.
    """
    span, column = _region(model, song, span_s), model.words.index(word)
    cut = _cut(model, span, job)
    reduction = _single_precision(model)
    with _recurrent_gradients(model.device):
        reduced = [_reduced(model, reduction, batch, job) for batch in _batches(model, cut)]
        slopes, logit = _feature_slopes(model, np.concatenate(reduced), cut.beside, column)
        silence, relevance = _silence(span.log_mel), np.zeros_like(cut.values)
        first = 0
        for segments in _batches(model, cut):
            job.check()
            job.report(first, len(cut.starts), word)
            of_batch = slopes[first : first + len(segments)]
            for part in _relevance(model, segments, of_batch, silence):
                start = int(cut.starts[first])
                relevance[:, start : start + cut.length] += part
                first += 1
    of_frames = np.zeros((span.n_frames, len(relevance)), np.float32)
    np.add.at(of_frames, cut.source, relevance.T)
    values = _in_whole(song, of_frames.T, span_s)
    return _saliency(model, word, Method.GRADIENT, (values, logit), span_s)


def occlusion(
    model: TaggingModel,
    song: LogMel | SongInput,
    word: str,
    span_s: Span | None = None,
    patches: Patches | None = None,
    job: JobContext = SILENT,
) -> Saliency:
    """Cover the song patch by patch: what a word's logit loses without it (Zeiler, Fergus 2014).

    Slower than a gradient, but true of any network. Raises as gradient_times_input, but needs no
    gradient.
    """
    patches = patches or Patches()
    span, column = _region(model, song, span_s), model.words.index(word)
    cut = _cut(model, span, job)
    reduction = _single_precision(model)
    batches = [_reduced(model, reduction, batch, job) for batch in _batches(model, cut)]
    features = np.concatenate(batches)
    whole = _logits(model, features[None], cut.beside, column)
    recipe = model.card.recipe
    width = max(1, round(patches.seconds * recipe.rate_hz / recipe.hop_length))
    fill = _silence(span.log_mel) if patches.fill == SILENCE else None
    values = np.zeros((len(cut.values), span.n_frames), np.float32)
    for first in range(0, span.n_frames, width):
        job.check()
        job.report(first, span.n_frames, word)
        covered = _covered_features(
            model, reduction, cut, (first, first + width),
            (features, patches.n_mels, fill), job,
        )  # fmt: skip
        losses = whole - _logits(model, covered, cut.beside, column)
        values[:, first : first + width] = np.repeat(losses, patches.n_mels)[: len(values), None]
    found = _in_whole(song, values, span_s), float(whole[0])
    saliency = _saliency(model, word, Method.OCCLUSION, found, span_s)
    return replace(saliency, patch=(patches.n_mels, patches.seconds))


def explain(
    model: TaggingModel,
    song: LogMel | SongInput,
    word: str,
    way: tuple[str, Span | None],
    job: JobContext = SILENT,
) -> Saliency:
    """Make the map of a word. way: its method, and the region, None for all of the song.

    Raises as both do; ModelError for more than MOST_S at once, which would take gigabytes.
    """
    method, span_s = way
    log_mel = song.log_mel if isinstance(song, SongInput) else song
    seconds = log_mel.recipe.seconds_of(log_mel.values.shape[1])
    if span_s is not None:
        seconds = min(seconds, span_s[1] - span_s[0])
    if seconds > MOST_S:
        raise ModelError("models.too_long_to_explain", minutes=round(MOST_S / 60))
    if method == Method.OCCLUSION:
        return occlusion(model, song, word, span_s, _fitting_patches(seconds), job)
    return gradient_times_input(model, song, word, span_s, job)


def _fitting_patches(seconds: float) -> Patches:
    """Cover shorter pieces of a short region, so that there are as many of them."""
    return Patches(seconds=min(max(seconds / MOST_COLUMNS, LEAST_PATCH_S), Patches().seconds))


# -- the sound as the network gets it ---------------------------------------------------------


def _saliency(
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


def _region(model: TaggingModel, song: LogMel | SongInput, span_s: Span | None) -> SongInput:
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


def _in_whole(song: LogMel | SongInput, values: Values, span_s: Span | None) -> Values:
    """Return a region's map as one of the whole song."""
    if span_s is None:
        return np.ascontiguousarray(values)
    log_mel = song.log_mel if isinstance(song, SongInput) else song
    whole = np.zeros(log_mel.values.shape, np.float32)
    first, last = _frames_of(log_mel, span_s)
    whole[:, first:last] = values
    return whole


def _cut(model: TaggingModel, song: SongInput, job: JobContext) -> _Cut:
    network, recipe = model.network, model.card.recipe
    length, numbers = network.segment_frames, np.arange(song.n_frames, dtype=np.float32)
    source = fill_short(numbers[None], length, recipe)[0].astype(np.int64)
    given = filled(model, song)
    starts = song_starts(given.n_frames, length, network.layout, network.hop_frames)
    beside = side_features(model, given, starts, job)
    return _Cut(np.asarray(given.log_mel.values, np.float32), source, starts, length, beside)


def _silence(log_mel: LogMel) -> float:
    """Return the value that silence has in a log-mel."""
    recipe: FeatureRecipe = log_mel.recipe
    if recipe.is_waveform:
        return 0.0
    if recipe.top_db is not None:
        return float(log_mel.values.max()) - recipe.top_db
    if recipe.compression == "log10_1p":
        return 0.0
    return float(np.log(recipe.floor) * (10.0 / np.log(10.0) if recipe.compression == "db" else 1))


# -- through the network ----------------------------------------------------------------------


def _batches(model: TaggingModel, cut: _Cut) -> list[Values]:
    """Divide the segments: each of (n, n_mels, length)."""
    size = _batch_size(model)
    segments = [cut.segment(number) for number in range(len(cut.starts))]
    return [np.stack(segments[first : first + size]) for first in range(0, len(segments), size)]


def _single_precision(model: TaggingModel) -> nn.Module:
    """Return a fast form of its reduction: what a patch moves is less than 16 bits may tell."""
    reduction, *_ = model.network.evaluation_forms()
    return reduction.to(model.device)


def _batch_size(model: TaggingModel) -> int:
    of_samples = model.card.recipe.is_waveform
    return (WAVEFORMS_PER_BATCH if of_samples else SEGMENTS_PER_BATCH)[model.device]


def _reduced(
    model: TaggingModel, reduction: nn.Module, segments: Values, job: JobContext
) -> Values:
    job.check()
    with cancelled_with(job), torch.no_grad():
        reduced: Values = reduction(_inputs(model, segments)).float().cpu().numpy()
    return reduced


def _feature_slopes(
    model: TaggingModel, features: Values, beside: Values, column: int
) -> tuple[Values, float]:
    """Return the slopes of a logit along the features of the segments, and the logit."""
    own = _tensor(model, features).requires_grad_()
    sequence = torch.cat([own, _tensor(model, beside)], dim=1).unsqueeze(0)
    logit = model.network.song_logits(sequence, _n_steps(sequence))[0, column]
    (slopes,) = torch.autograd.grad(logit, own)
    return slopes.cpu().numpy(), float(logit.detach())


def _relevance(model: TaggingModel, segments: Values, slopes: Values, silence: float) -> Values:
    """Return slope times height above silence of each point: (n, n_mels, length)."""
    inputs = _inputs(model, segments).requires_grad_()
    reduced = model.network.reduction(inputs).float()
    if not reduced.requires_grad:
        raise ModelError("models.no_gradient", name=model.card.name)
    (gradient,) = torch.autograd.grad(reduced, inputs, _tensor(model, slopes))
    relevance: Values = (gradient * (inputs.detach() - silence)).cpu().numpy()
    return relevance.reshape(segments.shape)


def _covered_features(
    model: TaggingModel,
    reduction: nn.Module,
    cut: _Cut,
    frames: tuple[int, int],
    covering: tuple[Values, int, float | None],
    job: JobContext,
) -> Values:
    """Return the song's features with each patch of a column of time covered: (n, steps, …).

    frames: of the sound, from and to. covering: the features as they are, bands in a patch, and
    what is put there, None for the band's mean.
    """
    features, n_bands, fill = covering
    tops = range(0, len(cut.values), n_bands)
    covered = np.repeat(features[None], len(tops), axis=0)
    for number in range(len(cut.starts)):
        source = cut.frames(number)
        inside = (source >= frames[0]) & (source < frames[1])
        if not inside.any():
            continue
        segment = cut.segment(number)
        means = segment.mean(axis=1, keepdims=True)
        with_patches = np.repeat(segment[None], len(tops), axis=0)
        for patch, top in enumerate(tops):
            rows = slice(top, top + n_bands)
            put = means[rows] if fill is None else np.float32(fill)
            with_patches[patch, rows] = np.where(inside, put, segment[rows])
        size = _batch_size(model)
        for first in range(0, len(tops), size):
            job.check()
            batch = _inputs(model, with_patches[first : first + size])
            with cancelled_with(job), torch.no_grad():
                reduced = reduction(batch).float().cpu().numpy()
            covered[first : first + size, number] = reduced
    return covered


def _logits(model: TaggingModel, features: Values, beside: Values, column: int) -> Values:
    """Return a word's logit of songs alike but for their features, (n, steps, …): (n,)."""
    sides = np.broadcast_to(beside, (len(features), *beside.shape))
    sequences = _tensor(model, np.concatenate([features, sides], axis=2))
    with torch.no_grad():
        logits = model.network.song_logits(sequences, _n_steps(sequences))[:, column]
    return np.asarray(logits.float().cpu().numpy())


def _n_steps(sequences: Tensor) -> Tensor:
    return torch.full((len(sequences),), sequences.shape[1], device=sequences.device)


def _inputs(model: TaggingModel, segments: Values) -> Tensor:
    """Return segments as the network takes them: of samples without a row for bands."""
    is_waveform = model.card.recipe.is_waveform
    return _tensor(model, segments[:, 0] if is_waveform else segments)


def _tensor(model: TaggingModel, values: Values) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(values)).to(model.device)


def _recurrent_gradients(device: str) -> AbstractContextManager[object]:
    """Have a GPU's recurrent layers give gradients in evaluate mode, which cuDNN's do not."""
    if device != "cuda":
        return nullcontext()
    return torch.backends.cudnn.flags(enabled=False)
