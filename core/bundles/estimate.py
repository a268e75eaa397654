"""How large a bundle will be, before a song is heard for it; and whether there is room for that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.atomic_files import existing_parent, free_bytes
from core.bundles.bundle_records import BundleSize
from core.errors import BundleError
from core.features.cache import FeatureCache
from core.features.recipe import FeatureRecipe
from core.library.records import Labels
from core.models.checkpoint import TaggingModel
from core.models.probe_form import embedding_key, probe_form, probe_network, side_recipes
from core.models.sections import Section
from core.models.segments import filled_frames, training_starts
from core.training.config import DepthChoice, FinetuneRequest
from core.training.embeddings import MAX_REFERENCE, features_key
from core.training.finetune import settle_depth

FLOAT32, FLOAT16 = 4, 2
SONG_TEXT_BYTES = 300  # digest, artist's stand-in, side; names of its arrays
MEGABYTE = 1e6


def estimate(
    request: FinetuneRequest,
    labels: Labels,
    lengths_s: Mapping[int, float],
    parent: TaggingModel,
    cache: FeatureCache,
) -> BundleSize:
    """Estimate what write_bundle() of the same arguments takes. lengths_s: by song id.

    Raises TrainingError for a depth that the network has not.
    """
    model = probe_form(parent)
    choice = settle_depth(request, model)
    is_decided = (labels.states >= 0).any(axis=1)
    n_songs = int(is_decided.sum())
    n_inputs = probe_network(model).classifier.in_features
    n_reference = min(len(labels.song_ids) - n_songs, MAX_REFERENCE)
    embedding_bytes = FLOAT32 * n_inputs
    n_bytes = _bytes_of(model) + labels.states.nbytes
    n_bytes += (n_songs + n_reference) * (embedding_bytes + SONG_TEXT_BYTES)
    per_song = _SongSizes(model, choice, cache)
    kept_bytes = n_new = 0
    for row in np.flatnonzero(is_decided):
        audio_hash = labels.audio_hashes[row]
        length_s = lengths_s.get(int(labels.song_ids[row]), 0.0)
        n_bytes += per_song.packed(length_s)
        missing = per_song.missing(audio_hash, length_s)
        if missing is not None:
            n_new += 1
            kept_bytes += missing + embedding_bytes
    return BundleSize(n_songs, n_new, str(choice.depth), n_bytes, kept_bytes)


@dataclass(frozen=True, slots=True)
class _SongSizes:
    """What songs take, in the bundle and in the cache."""

    model: TaggingModel
    choice: DepthChoice
    cache: FeatureCache

    def packed(self, length_s: float) -> int:
        """Return the bytes of what is packed of a song beside its embedding."""
        if Section.REDUCTION in self.choice.trained:
            return self._spectrogram(length_s)
        if Section.TEMPORAL in self.choice.trained:
            return self._features(length_s)
        return 0

    def missing(self, audio_hash: str, length_s: float) -> int | None:
        """Return what the cache lacks of a song, in bytes; None where nothing has to be heard."""
        recipe, has = self.model.card.recipe, self.cache.has
        deeper = Section.TEMPORAL in self.choice.trained
        by_sections = deeper and Section.REDUCTION not in self.choice.trained
        needs_sound = Section.REDUCTION in self.choice.trained and not has(audio_hash, recipe)
        needs_features = by_sections and not has(audio_hash, features_key(self.model))
        if has(audio_hash, embedding_key(self.model)) and not (needs_sound or needs_features):
            return None
        recipes = (recipe, *side_recipes(self.model.card))
        absent = [wanted.base for wanted in recipes if not has(audio_hash, wanted)]
        spectrograms = sum(_spectrogram_bytes(base, length_s) for base in absent)
        return spectrograms + (self._features(length_s) if needs_features else 0)

    def _spectrogram(self, length_s: float) -> int:
        return _spectrogram_bytes(self.model.card.recipe.base, length_s)

    def _features(self, length_s: float) -> int:
        network, recipe = self.model.network, self.model.card.recipe
        frames = filled_frames(_n_frames(recipe, length_s), network.segment_frames, recipe)
        starts = training_starts(frames, network.segment_frames, network.layout, network.hop_frames)
        width = network.n_features + probe_network(self.model).n_side
        return len(starts) * width * FLOAT16


def _spectrogram_bytes(recipe: FeatureRecipe, length_s: float) -> int:
    return _n_frames(recipe, length_s) * recipe.n_rows * FLOAT16


def _n_frames(recipe: FeatureRecipe, length_s: float) -> int:
    hop = 1 if recipe.is_waveform else recipe.hop_length
    return 1 + round(length_s * recipe.rate_hz / hop)


def _bytes_of(model: TaggingModel) -> int:
    return sum(value.nbytes for value in model.network.state_dict().values())


def check_room(size: BundleSize, target: Path, cache: FeatureCache) -> None:
    """Raise BundleError where a bundle, or what is heard for it, does not fit on its disk."""
    free, kept_free = free_bytes(target.parent), free_bytes(cache.folder)
    n_bytes = size.n_bytes
    if _is_same_disk(target.parent, cache.folder):
        n_bytes += size.kept_bytes
    if n_bytes > free:
        raise BundleError(
            "bundles.no_room", name=target.name, megabytes=n_bytes / MEGABYTE,
            free_megabytes=free / MEGABYTE, path=target,
        )  # fmt: skip
    if size.kept_bytes > kept_free:
        raise BundleError(
            "bundles.no_room_kept", n=size.n_new, megabytes=size.kept_bytes / MEGABYTE,
            free_megabytes=kept_free / MEGABYTE, path=cache.folder,
        )  # fmt: skip


def _is_same_disk(one: Path, other: Path) -> bool:
    return existing_parent(one).stat().st_dev == existing_parent(other).stat().st_dev
