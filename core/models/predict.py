"""From a LogMel to scores: of the whole song, along it (the taggram), and of its beginnings.

Pure: same model, same sound, same scores. Storing them is the library's business.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext
from core.models.checkpoint import TaggingModel
from core.models.device import half_precision
from core.models.prediction_records import Predictions, PrefixScores, Taggram
from core.models.segments import padded, song_starts, taggram_starts

if TYPE_CHECKING:
    from core.features.spectrogram import LogMel

SEGMENTS_AT_ONCE = {"cpu": 4, "cuda": 64}  # four stay in a processor's cache: a third faster
SOUNDS_AT_ONCE = {"cpu": 1, "cuda": 64}  # of samples, which make far longer rows of numbers

Features = NDArray[np.float32]
OnPart = Callable[[Taggram], None]
OnBatch = Callable[[int, Features], None]


def predict_song(
    model: TaggingModel,
    log_mel: LogMel,
    *,
    taggram: bool = True,
    job: JobContext = SILENT,
    on_part: OnPart | None = None,
) -> Predictions:
    """The model's scores of one song. Raises Cancelled between batches of segments.

    on_part: sees the taggram after each batch, NaN where nothing was heard yet.
    """
    network, n_frames, recipe = model.network, log_mel.values.shape[1], model.card.recipe
    length, hop_s = network.segment_frames, recipe.hop_length / recipe.rate_hz
    window_s = recipe.seconds_of(length)
    starts = song_starts(n_frames, length, network.layout)
    gram_starts = taggram_starts(n_frames, length) if taggram else starts[:0]
    every = np.union1d(starts, gram_starts)
    windows = np.searchsorted(every, gram_starts)
    gram_s = (gram_starts * hop_s).astype(np.float32)
    tell = None
    if taggram and on_part is not None:
        tell = _teller(model, Taggram(gram_s, window_s, _unheard(model, windows)), windows, on_part)
    features = reduce_segments(model, log_mel.values, every, job, tell)
    sequence = features[np.searchsorted(every, starts)]
    with torch.inference_mode():
        prefix_scores = _scores(network.prefix_logits(_tensor(model, sequence)))
    ends = np.minimum(starts * hop_s + window_s, recipe.seconds_of(n_frames))
    gram = None
    if taggram:
        gram = Taggram(gram_s, window_s, window_scores(model, features[windows]))
    return Predictions(
        model_id=model.card.name,
        audio_hash=log_mel.audio_hash,
        words=model.words,
        scores=prefix_scores[-1],
        taggram=gram,
        prefixes=PrefixScores(ends.astype(np.float32), prefix_scores),
    )


def _unheard(model: TaggingModel, windows: NDArray[np.int64]) -> NDArray[np.float32]:
    return np.full((len(windows), len(model.words)), np.nan, dtype=np.float32)


def _teller(
    model: TaggingModel, gram: Taggram, windows: NDArray[np.int64], on_part: OnPart
) -> OnBatch:
    """Who fills the taggram batch by batch and tells of it; windows: which segments are its."""

    def take(first: int, features: Features) -> None:
        here = (windows >= first) & (windows < first + len(features))
        if here.any():
            gram.scores[here] = window_scores(model, features[windows[here] - first])
            on_part(replace(gram, scores=gram.scores.copy()))

    return take


def reduce_segments(
    model: TaggingModel,
    values: NDArray[np.float32],
    starts: NDArray[np.int64],
    job: JobContext = SILENT,
    on_batch: OnBatch | None = None,
) -> Features:
    """What the reduction makes of each segment: (n_rows, n_frames) -> float32 (n, n_features).

    A sound shorter than a segment is followed by silence. on_batch: sees the number of the first
    segment and the features of each batch. Raises Cancelled between batches.
    """
    length, is_waveform = model.network.segment_frames, model.card.recipe.is_waveform
    values = padded(np.asarray(values, dtype=np.float32), length, model.card.recipe)
    found = np.empty((len(starts), model.network.n_features), dtype=np.float32)
    at_once = (SOUNDS_AT_ONCE if is_waveform else SEGMENTS_AT_ONCE)[model.device]
    n_batches = -(-len(starts) // at_once)
    first = 0
    for some in np.array_split(starts, n_batches):
        job.check()
        segments = np.stack([values[:, start : start + length] for start in some])
        if is_waveform:
            segments = segments[:, 0]
        with torch.inference_mode(), half_precision(model.device):
            reduced = model.listener(_tensor(model, segments))
        found[first : first + len(some)] = reduced.float().cpu().numpy()
        if on_batch is not None:
            on_batch(first, found[first : first + len(some)])
        first += len(some)
    return found


def window_scores(model: TaggingModel, features: Features) -> NDArray[np.float32]:
    """Scores of single segments, each heard as if it were the song: (n, n_words)."""
    alone = _tensor(model, features).unsqueeze(1)
    with torch.inference_mode():
        one_step = torch.ones(len(alone), dtype=torch.long, device=alone.device)
        return _scores(model.network.song_logits(alone, one_step))


def _tensor(model: TaggingModel, values: NDArray[np.float32]) -> torch.Tensor:
    return torch.from_numpy(np.ascontiguousarray(values)).to(model.device)


def _scores(logits: torch.Tensor) -> NDArray[np.float32]:
    scores: NDArray[np.float32] = torch.sigmoid(logits.float()).cpu().numpy()
    return scores
