"""Where a network and its first weights come from: nowhere, a source task, or the user's model.

The thesis's transfer: a network learns a source task with many songs, and its weights are the
beginning of, or the black box in, a target task with few (Sankaran 2017, sections 2.5.2 and 4.3).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import torch
from torch import Tensor

from core.errors import TrainingError
from core.features.recipe import FeatureRecipe
from core.jobs import JobContext
from core.library.records import Labels
from core.models.catalogue import build_network
from core.models.model_records import network_name
from core.models.network import TaggingNetwork
from core.models.probe_form import network_state
from core.models.sections import Section
from core.systems.gradient_training import (
    Regime,
    require_songs,
    seeded,
    train,
    training_data,
)
from core.systems.song_views import SongViews
from core.systems.system import learnable_tags
from core.training.folds import artist_numbers
from core.training.labels import judged_songs, sorted_songs
from core.training.sources import SEGMENTS_PER_PASS, SpectrogramSource, load_spectrograms

Weights = dict[str, Tensor]  # of reduction and temporal section, by their names in the network


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A network that can be built for any number of tags.

    name: tells it from all others, sizes included. build: a number of tags -> fresh weights.
    segments_per_pass: through the reduction while that learns; what memory and a cancel allow.
    """

    name: str
    recipe: FeatureRecipe
    build: Callable[[int], TaggingNetwork]
    segments_per_pass: int = SEGMENTS_PER_PASS


class Origin(Protocol):
    """Where a network comes from."""

    def blueprint(self, views: SongViews) -> Blueprint:
        """Return what is built. Raises TrainingError where the model at hand has no such form."""

    def weights(self, views: SongViews, job: JobContext) -> Weights | None:
        """Return what it begins with; None: fresh weights. Raises TrainingError, Cancelled."""


@dataclass(frozen=True, slots=True)
class FromScratch:
    """An Origin: fresh weights."""

    network: Blueprint

    def blueprint(self, views: SongViews) -> Blueprint:
        """See Origin."""
        del views
        return self.network

    def weights(self, views: SongViews, job: JobContext) -> Weights | None:
        """See Origin."""
        del views, job
        return None


@dataclass(frozen=True, slots=True)
class FromModel:
    """An Origin: the network of the user's model, which follows time, such as the starter's."""

    def blueprint(self, views: SongViews) -> Blueprint:
        """See Origin."""
        card = views.model.card
        architecture, sizes = network_name(card.architecture), card.sizes["network"]

        def build(n_tags: int) -> TaggingNetwork:
            return build_network(architecture, {**sizes, "n_tags": n_tags})

        with torch.device("meta"):
            follows_time = build(1).temporal is not None
        if not follows_time:
            raise TrainingError("training.no_temporal")
        return Blueprint(f"{architecture} {sizes}", card.recipe, build)

    def weights(self, views: SongViews, job: JobContext) -> Weights | None:
        """See Origin."""
        del job
        return _without_classifier(network_state(views.model))


# -- a source task ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SourceTask:
    """Songs with other tags, to learn from first: the thesis's MagnaTagATune, or composed songs.

    songs: none that is scored later. name: for reports. Networks are trained on it once, and kept
    as long as it is, for all systems that it is handed to. seed: of that training.
    """

    songs: Labels
    name: str
    seed: int = 0
    _trained: dict[str, Weights] = field(default_factory=dict, repr=False, compare=False)

    @property
    def digest(self) -> str:
        """Return the same for the same songs, tags and decisions, in whatever order they come."""
        songs = sorted_songs(self.songs)
        digest = hashlib.blake2b(digest_size=12)
        for text in (*songs.audio_hashes, "", *songs.tag_names):
            digest.update(text.encode() + b"\0")
        digest.update(songs.states.tobytes())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class FromSource:
    """An Origin: a network trained on a source task, or taken from the task if it was already."""

    network: Blueprint
    task: SourceTask
    regime: Regime

    def blueprint(self, views: SongViews) -> Blueprint:
        """See Origin."""
        del views
        return self.network

    def weights(self, views: SongViews, job: JobContext) -> Weights | None:
        """See Origin."""
        return source_weights(self, views, job)


def source_weights(origin: FromSource, views: SongViews, job: JobContext) -> Weights:
    """Train a network on a source task, all of it, once: its weights without the classifier.

    Raises TrainingError where the task has too few songs or no tag to learn, AudioError, CacheError
    and Cancelled.
    """
    task = origin.task
    key = f"{task.digest} {task.seed} {origin.network.name} {origin.regime}"
    if key not in task._trained:
        network = train_from_scratch(origin.network, task, origin.regime, views, job)
        task._trained[key] = _without_classifier(network.state_dict())
    return task._trained[key]


def train_from_scratch(
    blueprint: Blueprint, task: SourceTask, regime: Regime, views: SongViews, job: JobContext
) -> TaggingNetwork:
    """Train every section of a network on a source task. Raises as source_weights."""
    songs = sorted_songs(judged_songs(task.songs))
    require_songs(len(songs.audio_hashes))
    columns = learnable_tags(songs.states)
    if not len(columns):
        raise TrainingError("training.nothing_to_learn", detail=task.name)
    device = views.model.device
    network = seeded(lambda: blueprint.build(len(columns)), task.seed).to(device)
    data = training_data(songs.states[:, columns], artist_numbers(songs), task.seed)
    config = regime.config(data, frozenset(network.sections()), task.seed, device)
    train(network, spectrogram_source(blueprint, songs, views, job), data, config, job)
    return network


def spectrogram_source(
    blueprint: Blueprint, songs: Labels, views: SongViews, job: JobContext
) -> SpectrogramSource:
    """Open the spectrograms of songs. Raises TrainingError where one cannot be read, Cancelled."""
    _, spectrograms, skipped = load_spectrograms(blueprint.recipe, songs, views.cache, job)
    if skipped:
        path, reason = skipped[0]
        raise TrainingError("training.nothing_readable", detail=f"{path}: {reason}")
    return SpectrogramSource(
        spectrograms,
        blueprint.recipe,
        views.model.device,
        segments_per_pass=blueprint.segments_per_pass,
        job=job,
    )


def _without_classifier(state: Weights) -> Weights:
    return {
        name: value.detach().clone()
        for name, value in state.items()
        if not name.startswith(f"{Section.CLASSIFIER}.")
    }
