"""From a LogMel to scores: of the whole song, along it (the taggram), and of its beginnings.

Pure: same model, same sound, same scores. Storing them is the library's business.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from core.errors import RhythmCapError, SoundError
from core.features.analyse import ensure_log_mel
from core.features.prefetch import KnownSong, prefetch_log_mels
from core.jobs import SILENT, JobContext
from core.models.checkpoint import TaggingModel
from core.models.device import half_precision
from core.models.prediction_records import Predictions, PrefixScores, Taggram
from core.models.segments import pad_to_segment, song_starts, taggram_starts
from core.models.sound_check import require_sound

if TYPE_CHECKING:
    from pathlib import Path

    from core.features.cache import FeatureCache
    from core.features.spectrogram import LogMel

SEGMENTS_PER_BATCH = {"cpu": 4, "cuda": 64}  # four stay in a processor's cache: a third faster
WAVEFORMS_PER_BATCH = {"cpu": 1, "cuda": 64}  # of samples, which make far longer rows of numbers

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
    """Score one song.

    Raises SoundError where it is silent or too short, Cancelled between batches of segments.

    on_part: is called with the taggram after each batch, NaN where nothing was scored yet.
    """
    require_sound(log_mel.values, model.card.recipe)
    network, n_frames, recipe = model.network, log_mel.values.shape[1], model.card.recipe
    length, hop_s = network.segment_frames, recipe.hop_length / recipe.rate_hz
    window_s = recipe.seconds_of(length)
    starts = song_starts(n_frames, length, network.layout)
    window_starts = taggram_starts(n_frames, length) if taggram else starts[:0]
    all_starts = np.union1d(starts, window_starts)
    windows = np.searchsorted(all_starts, window_starts)  # which of all segments are the taggram's
    start_s = (window_starts * hop_s).astype(np.float32)
    on_batch = None
    if taggram and on_part is not None:
        on_batch = _taggram_filler(model, start_s, window_s, windows, on_part)
    features = reduce_segments(model, log_mel.values, all_starts, job, on_batch)
    sequence = features[np.searchsorted(all_starts, starts)]
    with torch.inference_mode():
        prefix_scores = _scores(network.prefix_logits(_tensor(model, sequence)))
    ends_s = np.minimum(starts * hop_s + window_s, recipe.seconds_of(n_frames))
    window_scores = score_windows(model, features[windows]) if taggram else None
    return Predictions(
        model_id=model.card.name,
        audio_hash=log_mel.audio_hash,
        words=model.words,
        scores=prefix_scores[-1],
        taggram=None if window_scores is None else Taggram(start_s, window_s, window_scores),
        prefixes=PrefixScores(ends_s.astype(np.float32), prefix_scores),
    )


def _taggram_filler(
    model: TaggingModel,
    start_s: NDArray[np.float32],
    window_s: float,
    windows: NDArray[np.int64],
    on_part: OnPart,
) -> OnBatch:
    """Make an on_batch that fills the taggram and hands it to on_part.

    windows: which of all segments are the taggram's.
    """
    scores = np.full((len(windows), len(model.words)), np.nan, dtype=np.float32)

    def fill(first: int, features: Features) -> None:
        in_batch = (windows >= first) & (windows < first + len(features))
        if in_batch.any():
            scores[in_batch] = score_windows(model, features[windows[in_batch] - first])
            on_part(Taggram(start_s, window_s, scores.copy()))

    return fill


def predict_file(
    model: TaggingModel,
    path: Path,
    audio_hash: str,
    cache: FeatureCache,
    job: JobContext = SILENT,
    on_part: OnPart | None = None,
) -> Predictions:
    """Score one song with its taggram; its log-mel comes from the cache, or from the file.

    on_part: see predict_song. Raises AudioError, CacheError, SoundError, Cancelled.
    """
    log_mel = ensure_log_mel(path, audio_hash, model.card.recipe, cache, job)
    return predict_song(model, log_mel, job=job, on_part=on_part)


def predict_songs(
    model: TaggingModel,
    songs: Iterable[KnownSong],
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> Generator[Predictions | RhythmCapError, None, None]:
    """Yield the scores of each song in turn, without taggrams, or the error that explains why not.

    Raises Cancelled. Close it where you leave before its end.
    """
    with closing(prefetch_log_mels(songs, model.card.recipe, cache, job)) as log_mels:
        for log_mel in log_mels:
            if isinstance(log_mel, RhythmCapError):
                yield log_mel
                continue
            try:
                yield predict_song(model, log_mel, taggram=False, job=job)
            except SoundError as error:
                yield error


def reduce_segments(
    model: TaggingModel,
    values: NDArray[np.float32],
    starts: NDArray[np.int64],
    job: JobContext = SILENT,
    on_batch: OnBatch | None = None,
) -> Features:
    """Reduce each segment to its features: (n_rows, n_frames) -> float32 (n, n_features).

    A sound shorter than a segment is followed by silence. on_batch: sees the number of the first
    segment and the features of each batch. Raises Cancelled between batches.
    """
    length, is_waveform = model.network.segment_frames, model.card.recipe.is_waveform
    values = pad_to_segment(np.asarray(values, dtype=np.float32), length, model.card.recipe)
    features = np.empty((len(starts), model.network.n_features), dtype=np.float32)
    batch_size = (WAVEFORMS_PER_BATCH if is_waveform else SEGMENTS_PER_BATCH)[model.device]
    n_batches = -(-len(starts) // batch_size)
    first = 0
    for batch_starts in np.array_split(starts, n_batches):
        job.check()
        segments = np.stack([values[:, start : start + length] for start in batch_starts])
        if is_waveform:
            segments = segments[:, 0]
        with torch.inference_mode(), half_precision(model.device):
            reduced = model.inference_reduction(_tensor(model, segments))
        features[first : first + len(batch_starts)] = reduced.float().cpu().numpy()
        if on_batch is not None:
            on_batch(first, features[first : first + len(batch_starts)])
        first += len(batch_starts)
    return features


def score_windows(model: TaggingModel, features: Features) -> NDArray[np.float32]:
    """Score single segments, each as if it were the whole song: (n, n_words)."""
    sequences = _tensor(model, features).unsqueeze(1)
    with torch.inference_mode():
        one_step = torch.ones(len(sequences), dtype=torch.long, device=sequences.device)
        return _scores(model.network.song_logits(sequences, one_step))


def _tensor(model: TaggingModel, values: NDArray[np.float32]) -> torch.Tensor:
    return torch.from_numpy(np.ascontiguousarray(values)).to(model.device)


def _scores(logits: torch.Tensor) -> NDArray[np.float32]:
    scores: NDArray[np.float32] = torch.sigmoid(logits.float()).cpu().numpy()
    return scores
