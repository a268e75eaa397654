"""Frozen sections hear each song once: what they make of it is cached under their weights' digest.

A later round of learning with the same frozen weights touches no sound and no convolution.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

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
from core.models.segments import learning_starts, song_starts
from core.training.sources import FromVectors, SongFeatures, stacked

N_DRAWS = 7
LARGEST_FLOAT16 = 6e4
LENGTH_KEY = "n-frames"

Unheard = tuple[tuple[Path, str], ...]


@dataclass(frozen=True, slots=True)
class HeardSongs:
    """The songs that could be read: rows of the labels, and what was made of each.

    key: what the cache calls it (see reduction_key).
    """

    rows: NDArray[np.int64]
    songs: tuple[SongFeatures, ...]
    unheard: Unheard
    key: str


def hear_songs(
    model: TaggingModel,
    labels: Labels,
    rows: Sequence[int],
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> HeardSongs:
    """What the model's reduction makes of some songs, from the cache or from the sound.

    A song that cannot be read is listed with its reason. Raises Cancelled.
    """
    key = reduction_key(model)
    heard, songs, unheard = [], [], []
    for done, row in enumerate(rows):
        job.check()
        path = labels.paths[row]
        job.report(done, len(rows), path.name)
        try:
            songs.append(_hear(model, labels, row, cache, key, job))
            heard.append(row)
        except RhythmCapError as error:
            unheard.append((path, error.message))
    return HeardSongs(np.array(heard, dtype=np.int64), tuple(songs), tuple(unheard), key)


def reduction_key(model: TaggingModel) -> str:
    """The cache key of what a reduction makes: its weights, recipe and the machine's arithmetic."""
    arithmetic = "bf16" if has_bfloat16(model.device) else "f32"
    digest = weights_digest([model.network.reduction])
    return f"reduction-{digest}-{model.card.recipe.key}-{model.device}-{arithmetic}"


def song_vectors(
    model: TaggingModel,
    heard: HeardSongs,
    labels: Labels,
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> FromVectors:
    """What the frozen temporal section makes of each song, and of some draws of it, from the
    cache or from the features. labels: those that heard.rows counts in.
    """
    assert model.network.temporal is not None
    kind = "vectors" if model.network.direct is None else "vectors-and-features"
    key = f"{kind}-{weights_digest([model.network.temporal])}-of-{heard.key}"
    vectors = []
    for row, song in zip(heard.rows.tolist(), heard.songs, strict=True):
        job.check()
        audio_hash = labels.audio_hashes[row]
        kept = cache.get_array(audio_hash, key)
        if kept is None:
            kept = _vectors(model, song)
            with contextlib.suppress(CacheError):
                cache.put_array(audio_hash, key, kept)
        vectors.append(torch.from_numpy(np.array(kept)))
    return FromVectors(torch.stack(vectors).to(model.device))


def _vectors(model: TaggingModel, song: SongFeatures) -> NDArray[np.float32]:
    """(1 + N_DRAWS, n_vector): the same song, the same draws."""
    draw = np.random.default_rng(len(song.features))
    kinds = [song.steps(), *(song.steps(draw) for _ in range(N_DRAWS))]
    with torch.inference_mode():
        vectors = model.network.vectors(*stacked(kinds, model.device))
    made: NDArray[np.float32] = vectors.float().cpu().numpy()
    return made


def _hear(
    model: TaggingModel,
    labels: Labels,
    row: int,
    cache: FeatureCache,
    key: str,
    job: JobContext,
) -> SongFeatures:
    audio_hash = labels.audio_hashes[row]
    network, recipe = model.network, model.card.recipe
    features = cache.get_array(audio_hash, key)
    length = cache.get_array(audio_hash, f"{LENGTH_KEY}-{recipe.key}")
    if features is None or length is None:
        sound = ensure_log_mel(labels.paths[row], audio_hash, recipe, cache, job).values
        starts = learning_starts(sound.shape[1], network.segment_frames, network.layout)
        length = np.array([sound.shape[1]], dtype=np.int64)
        features = _kept_small(reduce_segments(model, sound, starts, job))
        with contextlib.suppress(CacheError):  # then the next round hears it again
            cache.put_array(audio_hash, key, features)
            cache.put_array(audio_hash, f"{LENGTH_KEY}-{recipe.key}", length)
    n_frames = int(length[0])
    every = learning_starts(n_frames, network.segment_frames, network.layout)
    whole = np.searchsorted(every, song_starts(n_frames, network.segment_frames, network.layout))
    return SongFeatures(np.asarray(features), whole.astype(np.int64))


def _kept_small(features: NDArray[np.float32]) -> NDArray[np.floating]:
    """As float16 where that can hold them: the same numbers now and from the cache."""
    fits = bool(np.abs(features).max(initial=0.0) < LARGEST_FLOAT16)
    return features.astype(np.float16) if fits else features
