"""What a round of learning reads before it learns: the same steps as on the spot, up to there.

They are those of core.training; whatever they make of songs lies in the cache afterwards, and the
list of it here is what a bundle holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.bundles.arrays import ArrayEntry, is_storable
from core.bundles.withheld import stand_ins, withhold_names
from core.errors import BundleError
from core.features.analyse import ensure_log_mel
from core.features.cache import FeatureCache
from core.jobs import JobContext, SubJob, part_of
from core.library.records import Labels
from core.models.checkpoint import TaggingModel
from core.models.probe_form import cached_embedding, embedding_key, probe_form, without_machine
from core.models.sections import Section
from core.training.config import DepthChoice, FinetuneRequest
from core.training.embeddings import features_key, length_key, read_features
from core.training.finetune import read_training_set, settle_depth
from core.training.folds import song_key
from core.training.go_deeper import with_lstm
from core.training.labels import map_labels, sorted_songs
from core.training.sources import Skipped
from core.training.split import extend_split, own_sides
from core.training.training_set import TrainingSet

EMBEDDING, LSTM_EMBEDDING = "embedding", "lstm-embedding"
FEATURES, N_FRAMES, LOG_MEL = "features", "n-frames", "log-mel"
EMBEDDING_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that a bundle holds of songs, but the numbers themselves.

    labels: without names. sides: of its songs, by "song HASH". keys: what the cache calls each kind
    of array, without the machine; exact_keys: here. entries: named KIND/HASH.
    """

    labels: Labels
    sides: Mapping[str, str]
    new_sides: Mapping[str, str]
    keys: Mapping[str, str]
    exact_keys: Mapping[str, str]
    entries: tuple[ArrayEntry, ...]
    n_songs: int
    depth: str
    skipped: Skipped


def gather(
    request: FinetuneRequest,
    labels: Labels,
    parent: TaggingModel,
    cache: FeatureCache,
    job: JobContext,
) -> Gathered:
    """Make all that learning reads of songs, where the cache has it not yet, and list it.

    Raises TrainingError as finetune does, BundleError where the cache cannot keep it, Cancelled.
    """
    labels, model = sorted_songs(labels), probe_form(parent)
    choice = settle_depth(request, model)
    map_labels(labels, model.words, request.parent_tags)
    read_job = SubJob(job, 0.0, EMBEDDING_SHARE)
    training_set, skipped = read_training_set(request, labels, model, cache, read_job)
    learned = training_set.labels.audio_hashes
    new_sides = extend_split(training_set.labels, request.split_sides, request.seed)
    sides = own_sides(training_set.labels, {**request.split_sides, **new_sides})
    reference = _reference(labels, training_set, cache, skipped)
    rows = _rows(labels, {*learned, *reference}, skipped)
    artists = dict(zip(learned, stand_ins(training_set.labels), strict=True))
    deep_job = SubJob(job, EMBEDDING_SHARE, 1.0 - EMBEDDING_SHARE)
    keys = {
        EMBEDDING: embedding_key(model),
        **_deeper_keys(request, choice, training_set, cache, deep_job),
    }
    entries = [*_entries(EMBEDDING, keys[EMBEDDING], sorted([*learned, *reference]), cache)]
    for kind in sorted(keys.keys() - {EMBEDDING}):
        entries += _entries(kind, keys[kind], learned, cache)
    return Gathered(
        withhold_names(labels, rows, artists),
        {song_key(name): side for name, side in zip(learned, sides, strict=True)},
        new_sides,
        {kind: _plain_key(kind, key) for kind, key in keys.items()},
        keys, tuple(entries), len(learned), str(choice.depth), skipped,
    )  # fmt: skip


def _plain_key(kind: str, key: str) -> str:
    return key if kind in (N_FRAMES, LOG_MEL) else without_machine(key)


def _reference(
    labels: Labels, training_set: TrainingSet, cache: FeatureCache, skipped: Skipped
) -> list[str]:
    """Name the other songs whose embeddings scale the inputs, as embed_songs() finds them."""
    n_reference = len(training_set.songs.reference)
    others = set(training_set.labels.audio_hashes) | _hashes(labels, skipped)
    found: list[str] = []
    for audio_hash in labels.audio_hashes:
        if len(found) == n_reference:
            break
        if audio_hash not in others:
            embedding = cached_embedding(cache, audio_hash, training_set.parent)
            if embedding is not None and np.isfinite(embedding).all():
                found.append(audio_hash)
    return found


def _rows(labels: Labels, wanted: set[str], skipped: Skipped) -> NDArray[np.int64]:
    """Find the songs of the bundle.

    Also unreadable ones without a decision: a word may have wanted them for a weak no, and in
    their place it would take others.
    """
    undecided = {
        audio_hash
        for audio_hash, row in zip(labels.audio_hashes, labels.states, strict=True)
        if not (row >= 0).any()
    }
    wanted = wanted | (_hashes(labels, skipped) & undecided)
    rows = [row for row, name in enumerate(labels.audio_hashes) if name in wanted]
    return np.array(rows, dtype=np.int64)


def _hashes(labels: Labels, skipped: Skipped) -> set[str]:
    paths = {path for path, _reason in skipped}
    pairs = zip(labels.paths, labels.audio_hashes, strict=True)
    return {audio_hash for path, audio_hash in pairs if path in paths}


def _deeper_keys(
    request: FinetuneRequest,
    choice: DepthChoice,
    training_set: TrainingSet,
    cache: FeatureCache,
    job: JobContext,
) -> dict[str, str]:
    """Make what gradient training reads of the songs; return what the cache calls it."""
    if choice.trained <= {Section.CLASSIFIER}:
        return {}
    keys, labels = {}, training_set.labels
    if request.lstm:
        training_set = with_lstm(training_set, request.seed, cache, job)
        keys[LSTM_EMBEDDING] = embedding_key(training_set.parent)
    model = training_set.parent
    if Section.REDUCTION not in choice.trained:
        read_features(model, labels, cache, job)
        return {**keys, FEATURES: features_key(model), N_FRAMES: length_key(model)}
    recipe = model.card.recipe
    for row, (path, audio_hash) in enumerate(zip(labels.paths, labels.audio_hashes, strict=True)):
        job.check()
        job.report(row, len(labels.paths), path.name)
        if cache.get_array(audio_hash, recipe.base.key) is None:
            ensure_log_mel(path, audio_hash, recipe, cache, part_of(job, row, len(labels.paths)))
    return {**keys, LOG_MEL: recipe.base.key}


def _entries(
    kind: str, key: str, audio_hashes: Iterable[str], cache: FeatureCache
) -> list[ArrayEntry]:
    entries = []
    for audio_hash in audio_hashes:
        array = cache.get_array(audio_hash, key)
        if array is None or not is_storable(array):
            raise BundleError("bundles.not_kept", path=cache.folder)
        entries.append(ArrayEntry(f"{kind}/{audio_hash}", array.dtype, array.shape))
    return entries
