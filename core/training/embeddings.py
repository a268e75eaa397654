"""Song embeddings: the output of frozen sections, cached under a digest of their weights.

A later request with the same frozen weights reads no sound and runs no convolution.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from core.errors import RhythmCapError
from core.features.analyse import ensure_log_mel
from core.features.cache import CacheError, FeatureCache
from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.models.checkpoint import TaggingModel, weights_digest
from core.models.device import has_bfloat16
from core.models.predict import reduce_segments
from core.models.segments import song_starts, training_starts
from core.training.sources import Skipped, SongFeatures, VectorSource, pad_steps

N_VARIANTS = 7  # jittered vectors per song
MAX_FLOAT16 = 6e4
LENGTH_KEY = "n-frames"


@dataclass(frozen=True, slots=True)
class SongEmbeddings:
    """What a model's reduction makes of the songs that could be read. rows: those of the labels.

    key: what the cache calls it: the reduction's weights, the recipe, the machine's arithmetic.
    """

    rows: NDArray[np.int64]
    songs: tuple[SongFeatures, ...]
    skipped: Skipped
    key: str


def embed_songs(
    model: TaggingModel, labels: Labels, cache: FeatureCache, job: JobContext = SILENT
) -> SongEmbeddings:
    """Run the model's reduction over the songs, or read its output from the cache.

    A song that cannot be read is listed with its reason. Raises Cancelled.
    """
    arithmetic = "bf16" if has_bfloat16(model.device) else "f32"
    digest = weights_digest([model.network.reduction])
    key = f"reduction-{digest}-{model.card.recipe.key}-{model.device}-{arithmetic}"
    rows, songs, skipped = [], [], []
    for row, path in enumerate(labels.paths):
        job.check()
        job.report(row, len(labels.paths), path.name)
        try:
            songs.append(_embed(model, labels, row, cache, key, job))
            rows.append(row)
        except RhythmCapError as error:
            skipped.append((path, error.message))
    return SongEmbeddings(np.array(rows, dtype=np.int64), tuple(songs), tuple(skipped), key)


def _embed(
    model: TaggingModel,
    labels: Labels,
    row: int,
    cache: FeatureCache,
    key: str,
    job: JobContext,
) -> SongFeatures:
    audio_hash = labels.audio_hashes[row]
    network, recipe = model.network, model.card.recipe
    length_key = f"{LENGTH_KEY}-{recipe.key}"
    features, length = cache.get_array(audio_hash, key), cache.get_array(audio_hash, length_key)
    if features is None or length is None:
        values = ensure_log_mel(labels.paths[row], audio_hash, recipe, cache, job).values
        starts = training_starts(values.shape[1], network.segment_frames, network.layout)
        length = np.array([values.shape[1]], dtype=np.int64)
        features = reduce_segments(model, values, starts, job)
        if np.abs(features).max(initial=0.0) < MAX_FLOAT16:  # the same now and from the cache
            features = features.astype(np.float16)
        with contextlib.suppress(CacheError):  # then the next request computes it again
            cache.put_array(audio_hash, key, features)
            cache.put_array(audio_hash, length_key, length)
    n_frames = int(length[0])
    starts = training_starts(n_frames, network.segment_frames, network.layout)
    whole = np.searchsorted(starts, song_starts(n_frames, network.segment_frames, network.layout))
    return SongFeatures(np.asarray(features), whole.astype(np.int64))


def embed_temporal(
    model: TaggingModel,
    embeddings: SongEmbeddings,
    labels: Labels,
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> VectorSource:
    """Run the frozen temporal section over the songs, whole and jittered, or read the cache.

    labels: those that embeddings.rows counts in. Raises Cancelled.
    """
    assert model.network.temporal is not None
    prefix = "vectors" if model.network.skip is None else "vectors-and-features"
    key = f"{prefix}-{weights_digest([model.network.temporal])}-of-{embeddings.key}"
    songs = []
    for row, song in zip(embeddings.rows.tolist(), embeddings.songs, strict=True):
        job.check()
        audio_hash = labels.audio_hashes[row]
        vectors = cache.get_array(audio_hash, key)
        if vectors is None:
            rng = np.random.default_rng(len(song.features))  # the same song, the same jitter
            variants = [song.steps(), *(song.steps(rng) for _ in range(N_VARIANTS))]
            with torch.inference_mode():
                output = model.network.vectors(*pad_steps(variants, model.device))
            vectors = output.float().cpu().numpy()  # (1 + N_VARIANTS, n_vector)
            with contextlib.suppress(CacheError):
                cache.put_array(audio_hash, key, vectors)
        songs.append(torch.from_numpy(np.array(vectors)))
    return VectorSource(torch.stack(songs).to(model.device))
