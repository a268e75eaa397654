"""What in a song speaks for a tag: maps over its log-mel, by gradient × input or by occlusion.

A map says what the model's score rests on, not what the music is; of a network that takes samples
it lies along time alone. Playing what mattered is features/masked_song.py's business.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import numpy as np
import torch

from core.errors import ModelError
from core.features.spectrogram import LogMel
from core.jobs import SILENT, JobContext
from core.models.device import kind_of
from core.models.occlusion import Patches, occlusion
from core.models.reduce_song import SongInput
from core.models.saliency_records import Method, Saliency, Span, Values
from core.models.saliency_song import (
    as_saliency,
    cut_song,
    in_whole,
    inputs_of,
    n_steps,
    reduce_segments,
    region_of,
    segment_batches,
    silence_value,
    single_precision,
    tensor_of,
)

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel

MOST_COLUMNS, LEAST_PATCH_S = 40, 0.25  # of patches, where they can be shorter than usual
MOST_S = 1200.0  # of a song at once


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
    span, column = region_of(model, song, span_s), model.words.index(word)
    cut = cut_song(model, span, job)
    reduction = single_precision(model)
    with _recurrent_gradients(model.device):
        reduced = [
            reduce_segments(model, reduction, batch, job) for batch in segment_batches(model, cut)
        ]
        slopes, logit = _feature_slopes(model, np.concatenate(reduced), cut.beside, column)
        silence, relevance = silence_value(span.log_mel), np.zeros_like(cut.values)
        first = 0
        for segments in segment_batches(model, cut):
            job.check()
            job.report(first, len(cut.starts), word)
            of_batch = slopes[first : first + len(segments)]
            for part in _relevance(model, segments, of_batch, silence):
                start = int(cut.starts[first])
                relevance[:, start : start + cut.length] += part
                first += 1
    of_frames = np.zeros((span.n_frames, len(relevance)), np.float32)
    np.add.at(of_frames, cut.source, relevance.T)
    values = in_whole(song, of_frames.T, span_s)
    return as_saliency(model, word, Method.GRADIENT, (values, logit), span_s)


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


def _feature_slopes(
    model: TaggingModel, features: Values, beside: Values, column: int
) -> tuple[Values, float]:
    """Return the slopes of a logit along the features of the segments, and the logit."""
    own = tensor_of(model, features).requires_grad_()
    sequence = torch.cat([own, tensor_of(model, beside)], dim=1).unsqueeze(0)
    logit = model.network.song_logits(sequence, n_steps(sequence))[0, column]
    (slopes,) = torch.autograd.grad(logit, own)
    return slopes.cpu().numpy(), float(logit.detach())


def _relevance(model: TaggingModel, segments: Values, slopes: Values, silence: float) -> Values:
    """Return slope times height above silence of each point: (n, n_mels, length)."""
    inputs = inputs_of(model, segments).requires_grad_()
    reduced = model.network.reduction(inputs).float()
    if not reduced.requires_grad:
        raise ModelError("models.no_gradient", name=model.card.name)
    (gradient,) = torch.autograd.grad(reduced, inputs, tensor_of(model, slopes))
    relevance: Values = (gradient * (inputs.detach() - silence)).cpu().numpy()
    return relevance.reshape(segments.shape)


def _recurrent_gradients(device: str) -> AbstractContextManager[object]:
    """Have a GPU's recurrent layers give gradients in evaluate mode, which cuDNN's do not."""
    if kind_of(device) != "cuda":
        return nullcontext()
    return torch.backends.cudnn.flags(enabled=False)
