"""What a network makes of the songs of a library: one embedding each, or features along each.

Both are cached under a digest of the weights: a later request reads no sound and runs no network.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import RhythmCapError
from core.features.cache import CacheError, FeatureCache
from core.jobs import SILENT, JobContext, part_of
from core.library.records import Labels
from core.messages import message
from core.models.checkpoint import TaggingModel
from core.models.network import TaggingNetwork
from core.models.predict import song_embedding, song_input
from core.models.probe_form import Embedding, cached_embedding, embedding_key, probe_network
from core.models.reduce_song import filled, reduce_song
from core.models.segments import filled_frames, song_starts, training_starts
from core.training.sources import Skipped, SongFeatures

MAX_REFERENCE = 5000  # songs without a decision that the blocks are scaled by
MAX_WEAK = 1000  # songs without a decision that a word may take for a weak no
MAX_FLOAT16 = 6e4
LENGTH_KEY = "n-frames"


@dataclass(frozen=True, slots=True)
class SongEmbeddings:
    """The embeddings of the songs that could be read. rows: those of the labels.

    values: float32, (n_rows, n_inputs of the probe). reference: those of other songs, for scaling.
    """

    rows: NDArray[np.int64]
    values: NDArray[np.float32]
    reference: NDArray[np.float32]
    skipped: Skipped


def embed_songs(
    model: TaggingModel, labels: Labels, cache: FeatureCache, job: JobContext = SILENT
) -> SongEmbeddings:
    """Embed the songs to learn from by a model in probe form, or read their embeddings.

    Those are the songs with a decision, and without one the weak_rows. Of the rest only embeddings
    that are kept already are read, for scaling alone. A song that cannot be read, or whose
    embedding is no number, is listed with its reason. Raises Cancelled.
    """
    is_wanted = np.asarray((labels.states >= 0).any(axis=1))
    is_wanted[weak_rows(labels)] = True
    width = probe_network(model).classifier.in_features
    rows, skipped = [], []
    values: list[Embedding] = []
    reference: list[Embedding] = []
    for row, (path, audio_hash) in enumerate(zip(labels.paths, labels.audio_hashes, strict=True)):
        job.check()
        job.report(row, len(labels.paths), path.name)
        if not is_wanted[row] and len(reference) >= MAX_REFERENCE:
            continue
        embedding = cached_embedding(cache, audio_hash, model)
        if not is_wanted[row]:
            if embedding is not None and np.isfinite(embedding).all():
                reference.append(embedding)
            continue
        try:
            if embedding is None:
                song_job = part_of(job, row, len(labels.paths))
                embedding = song_embedding(model, path, audio_hash, cache, song_job)
        except RhythmCapError as error:
            skipped.append((path, error.message))
            continue
        if np.isfinite(embedding).all():
            rows.append(row)
            values.append(embedding)
        else:
            skipped.append((path, message("training.not_finite")))
    return SongEmbeddings(
        np.array(rows, dtype=np.int64),
        np.array(values, dtype=np.float32).reshape(len(values), width),
        np.array(reference, dtype=np.float32).reshape(len(reference), width),
        tuple(skipped),
    )


def weak_rows(labels: Labels) -> NDArray[np.int64]:
    """Choose songs without a decision that words may take for a weak no: at most MAX_WEAK.

    The first by audio hash, which is as good as drawn and does not depend on what is cached; none
    where no word with a yes wants them.
    """
    wants = np.isin(labels.tag_ids, list(labels.weak_no)) & (labels.states == 1).any(axis=0)
    if not wants.any():
        return np.zeros(0, dtype=np.int64)
    undecided = np.flatnonzero(~(labels.states >= 0).any(axis=1)).tolist()
    chosen = sorted(undecided, key=labels.audio_hashes.__getitem__)[:MAX_WEAK]
    return np.array(sorted(chosen), dtype=np.int64)


# -- features along the songs, for gradient training -------------------------------------------


def features_key(model: TaggingModel) -> str:
    """Return what the cache calls the reduction's output along songs."""
    return embedding_key(model).replace("embedding", "features", 1)


def length_key(model: TaggingModel) -> str:
    """Return what the cache calls the length of songs in frames."""
    return f"{LENGTH_KEY}-{model.card.recipe.key}"


def read_features(
    model: TaggingModel, labels: Labels, cache: FeatureCache, job: JobContext = SILENT
) -> list[SongFeatures]:
    """Run the model's reduction along the songs, or read its output from the cache.

    Raises AudioError, CacheError, Cancelled.
    """
    key = features_key(model)
    songs = []
    for row, path in enumerate(labels.paths):
        job.check()
        job.report(row, len(labels.paths), path.name)
        key_and_job = key, part_of(job, row, len(labels.paths))
        songs.append(_features(model, labels, row, cache, key_and_job))
    return songs


def _features(
    model: TaggingModel,
    labels: Labels,
    row: int,
    cache: FeatureCache,
    key_and_job: tuple[str, JobContext],
) -> SongFeatures:
    key, job = key_and_job
    audio_hash, network = labels.audio_hashes[row], model.network
    n_frames_key = length_key(model)
    features, length = cache.get_array(audio_hash, key), cache.get_array(audio_hash, n_frames_key)
    if features is None or length is None:
        song = song_input(model, labels.paths[row], audio_hash, cache, job)
        length = np.array([song.n_frames], dtype=np.int64)
        song = filled(model, song)
        features = reduce_song(model, song, _training_starts(network, song.n_frames), job)
        if np.abs(features).max(initial=0.0) < MAX_FLOAT16:  # the same now and from the cache
            features = features.astype(np.float16)
        with contextlib.suppress(CacheError):  # then the next request computes it again
            cache.put_array(audio_hash, key, features)
            cache.put_array(audio_hash, n_frames_key, length)
    n_frames = filled_frames(int(length[0]), network.segment_frames, model.card.recipe)
    starts = _training_starts(network, n_frames)
    own_starts = song_starts(n_frames, network.segment_frames, network.layout, network.hop_frames)
    whole = np.searchsorted(starts, own_starts)
    return SongFeatures(np.asarray(features), whole.astype(np.int64))


def _training_starts(network: TaggingNetwork, n_frames: int) -> NDArray[np.int64]:
    length, hop_frames = network.segment_frames, network.hop_frames
    return training_starts(n_frames, length, network.layout, hop_frames)
