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

from core.errors import RhythmCapError
from core.features.analyse import ensure_log_mel
from core.features.prefetch import KnownSong, prefetch_log_mels
from core.jobs import SILENT, JobContext
from core.models.checkpoint import TaggingModel
from core.models.ground import ground_distance
from core.models.prediction_records import AlongSong, Predictions, PrefixScores, Taggram
from core.models.probe_form import (
    Embedding,
    cached_embedding,
    embedding_key,
    keep_along,
    keep_embedding,
    probe_form,
    probe_scores,
    side_recipes,
)
from core.models.probe_tagger import ProbeTagger
from core.models.reduce_song import Features, OnBatch, SongInput, filled, reduce_song
from core.models.segments import song_starts, taggram_starts
from core.models.sound_check import require_sound

if TYPE_CHECKING:
    from pathlib import Path

    from core.features.cache import FeatureCache
    from core.features.spectrogram import LogMel
    from core.models.network import TaggingNetwork

OnPart = Callable[[Taggram], None]


def predict_song(
    model: TaggingModel,
    song: LogMel | SongInput,
    *,
    taggram: bool = True,
    job: JobContext = SILENT,
    on_part: OnPart | None = None,
) -> Predictions:
    """Score one song.

    Raises SoundError where it is silent or too short, Cancelled between batches of segments.

    song: its log-mel, and where the model has networks beside its own, theirs too. on_part: is
    called with the taggram after each batch, NaN where nothing was scored yet.
    """
    song = song if isinstance(song, SongInput) else SongInput(song)
    require_sound(song.log_mel.values, model.card.recipe)
    network, n_frames, recipe = model.network, song.n_frames, model.card.recipe
    song = filled(model, song)
    length, hop_s = network.segment_frames, recipe.hop_length / recipe.rate_hz
    window_s = recipe.seconds_of(length)
    starts = song_starts(song.n_frames, length, network.layout, network.hop_frames)
    window_starts = taggram_starts(n_frames, length) if taggram else starts[:0]
    all_starts = np.union1d(starts, window_starts)
    windows = np.searchsorted(all_starts, window_starts)  # which of all segments are the taggram's
    start_s = (window_starts * hop_s).astype(np.float32)
    on_batch = None
    if taggram and on_part is not None:
        on_batch = _taggram_filler(model, start_s, window_s, windows, on_part)
    features = reduce_song(model, song, all_starts, job, on_batch)
    sequence = _tensor(model, features[np.searchsorted(all_starts, starts)])
    prefix_scores, beginnings = _score_prefixes(network, sequence)
    embedding = None if beginnings is None else beginnings[-1]
    ends_s = np.minimum(starts * hop_s + window_s, recipe.seconds_of(n_frames))
    scored, embedded = _score_windows(model, features[windows]) if taggram else (None, None)
    return Predictions(
        model_id=model.card.name,
        audio_hash=song.log_mel.audio_hash,
        words=model.words,
        scores=prefix_scores[-1],
        taggram=None if scored is None else Taggram(start_s, window_s, scored),
        prefixes=PrefixScores(ends_s.astype(np.float32), prefix_scores),
        embedding=embedding,
        ground=ground_distance(model.card.ground, embedding),
        along=_along_song(embedded, beginnings),
    )


def _along_song(windows: Embedding | None, beginnings: Embedding | None) -> AlongSong | None:
    return None if windows is None or beginnings is None else AlongSong(windows, beginnings)


def _score_prefixes(
    network: TaggingNetwork, sequence: torch.Tensor
) -> tuple[NDArray[np.float32], Embedding | None]:
    """Score the song's beginnings; and embed them, by a network in probe form."""
    with torch.inference_mode():
        if not isinstance(network, ProbeTagger):
            return _scores(network.prefix_logits(sequence)), None
        embeddings = network.temporal(sequence.unsqueeze(0))[0]
        return _scores(network.classifier(embeddings)), embeddings.float().cpu().numpy()


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
            scores[in_batch], _ = _score_windows(model, features[windows[in_batch] - first])
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
    model = probe_form(model)
    song = song_input(model, path, audio_hash, cache, job)
    predictions = predict_song(model, song, job=job, on_part=on_part)
    if predictions.embedding is not None:
        keep_embedding(cache, audio_hash, model, predictions.embedding)
    if predictions.along is not None:
        keep_along(cache, audio_hash, model, predictions.along)
    return predictions


def embed_along(
    model: TaggingModel, path: Path, audio_hash: str, cache: FeatureCache, job: JobContext = SILENT
) -> AlongSong:
    """Compute what a model in probe form is given along a song, and keep it.

    Raises AudioError, CacheError, SoundError, Cancelled.
    """
    along = predict_file(model, path, audio_hash, cache, job).along
    assert along is not None
    return along


def predict_songs(
    model: TaggingModel,
    songs: Iterable[KnownSong],
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> Generator[NDArray[np.float32] | RhythmCapError, None, None]:
    """Yield the scores of each song in turn, or the error that explains why not.

    A song whose embedding is kept is not heard again. Raises Cancelled. Close it where you leave
    before its end.
    """
    model = probe_form(model)
    key, recipe = embedding_key(model), model.card.recipe
    with closing(prefetch_log_mels(songs, recipe, cache, job, known_key=key)) as log_mels:
        for song, log_mel in log_mels:
            if isinstance(log_mel, RhythmCapError):
                yield log_mel
                continue
            try:
                yield _library_scores(model, song, log_mel, cache, job)
            except RhythmCapError as error:
                yield error


def _library_scores(
    model: TaggingModel,
    song: KnownSong,
    log_mel: LogMel | None,
    cache: FeatureCache,
    job: JobContext,
) -> NDArray[np.float32]:
    """Score a song by its kept embedding; log_mel: where there is none."""
    embedding = cached_embedding(cache, song.audio_hash, model) if log_mel is None else None
    if embedding is None:
        embedding = song_embedding(model, song.path, song.audio_hash, cache, job)
    scores: NDArray[np.float32] = probe_scores(model, embedding[np.newaxis])[0]
    return scores


def song_embedding(
    model: TaggingModel, path: Path, audio_hash: str, cache: FeatureCache, job: JobContext = SILENT
) -> Embedding:
    """Compute a song's embedding by a model in probe form, and keep it.

    Raises AudioError, CacheError, Cancelled.
    """
    song = song_input(model, path, audio_hash, cache, job)
    embedding = predict_song(model, song, taggram=False, job=job).embedding
    assert embedding is not None
    keep_embedding(cache, audio_hash, model, embedding)
    return embedding


def song_input(
    model: TaggingModel, path: Path, audio_hash: str, cache: FeatureCache, job: JobContext = SILENT
) -> SongInput:
    """Return the log-mels a model takes, from the cache, or from the file.

    Raises AudioError, CacheError, Cancelled.
    """
    recipes = (model.card.recipe, *side_recipes(model.card))
    first, *others = (ensure_log_mel(path, audio_hash, recipe, cache, job) for recipe in recipes)
    return SongInput(first, tuple(others))


def _score_windows(
    model: TaggingModel, features: Features
) -> tuple[NDArray[np.float32], Embedding | None]:
    """Score single segments, each as if it were the whole song; and embed them.

    (n, n_words), and (n, n_inputs) by a network in probe form.
    """
    network, sequences = model.network, _tensor(model, features).unsqueeze(1)
    with torch.inference_mode():
        if isinstance(network, ProbeTagger):
            embeddings = network.temporal(sequences)[:, 0]
            return _scores(network.classifier(embeddings)), embeddings.float().cpu().numpy()
        one_step = torch.ones(len(sequences), dtype=torch.long, device=sequences.device)
        return _scores(network.song_logits(sequences, one_step)), None


def _tensor(model: TaggingModel, values: NDArray[np.float32]) -> torch.Tensor:
    return torch.from_numpy(np.ascontiguousarray(values)).to(model.device)


def _scores(logits: torch.Tensor) -> NDArray[np.float32]:
    scores: NDArray[np.float32] = torch.sigmoid(logits.float()).cpu().numpy()
    return scores
