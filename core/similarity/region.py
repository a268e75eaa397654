"""A region of a song as a query: what a model makes of its segments alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from core.errors import SimilarityError
from core.features.cache import FeatureCache
from core.features.spectrogram import LogMel
from core.jobs import SILENT, JobContext
from core.models.checkpoint import TaggingModel
from core.models.predict import predict_song, song_input
from core.models.probe_form import Embedding, probe_form
from core.models.reduce_song import SongInput


def region_embedding(
    model: TaggingModel,
    song: tuple[Path, str],
    region_s: tuple[float, float],
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> Embedding:
    """Embed start_s to end_s of a song (its file and audio hash) as if they were all of it.

    The features come from the cache; the file is read only where they are not kept. Nothing is
    stored. Raises SimilarityError for a region outside the song, SoundError for one that is silent
    or shorter than a second, AudioError, CacheError, Cancelled.
    """
    model = probe_form(model)
    whole = song_input(model, *song, cache, job)
    part = SongInput(
        _cut(whole.log_mel, region_s), tuple(_cut(side, region_s) for side in whole.sides)
    )
    embedding = predict_song(model, part, taggram=False, job=job).embedding
    assert embedding is not None
    if not np.isfinite(embedding).all():
        raise SimilarityError("similarity.not_finite")
    return embedding


def _cut(log_mel: LogMel, region_s: tuple[float, float]) -> LogMel:
    frames_per_s = log_mel.recipe.rate_hz / log_mel.recipe.hop_length
    start, end = (max(round(second * frames_per_s), 0) for second in region_s)
    values = log_mel.values[:, start:end]
    if not values.shape[1]:
        raise SimilarityError("similarity.empty_region")
    return replace(log_mel, values=np.ascontiguousarray(values))
