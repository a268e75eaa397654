"""Where a network and its first weights come from: nowhere, a source task, or the user's model.

The thesis's transfer: a network learns a source task with many songs, and its weights are the
beginning of, or the black box in, a target task with few (Sankaran 2017, sections 2.5.2 and 4.3).
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

import torch

from core.errors import TrainingError
from core.features.recipe import FeatureRecipe
from core.jobs import JobContext
from core.library.records import Labels
from core.models.catalogue import build_network
from core.models.model_records import network_name
from core.models.network import TaggingNetwork
from core.models.probe_form import network_state
from core.systems.gradient_training import (
    Regime,
    begin_with_log_odds,
    require_songs,
    seeded,
    train,
    training_data,
)
from core.systems.kept_weights import (
    SourceTraining,
    Weights,
    keep_training,
    read_training,
    without_classifier,
)
from core.systems.song_views import SongViews
from core.systems.system import learnable_tags
from core.training.folds import artist_numbers
from core.training.labels import judged_songs, sorted_songs
from core.training.loop import validate
from core.training.sources import SEGMENTS_PER_PASS, SpectrogramSource, load_spectrograms


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A network that can be built for any number of tags.

    name: tells it from all others, sizes included; title: for readers. build: a number of tags ->
    fresh weights.
    segments_per_pass: through the reduction while that learns; what memory and a cancel allow.
    """

    name: str
    recipe: FeatureRecipe
    build: Callable[[int], TaggingNetwork]
    segments_per_pass: int = SEGMENTS_PER_PASS
    title: str = ""


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
        return without_classifier(network_state(views.model))


# -- a source task ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SourceTask:
    """Songs with other tags, to learn from first: the thesis's MagnaTagATune, or composed songs.

    songs: none that is scored later. name: for reports. Networks are trained on it once, and kept
    as long as it is and in the cache, for all systems that it is handed to. seed: of that training.
    """

    songs: Labels
    name: str
    seed: int = 0
    _trained: dict[str, SourceTraining] = field(default_factory=dict, repr=False, compare=False)
    _spent_s: list[float] = field(default_factory=list, repr=False, compare=False)

    @property
    def trainings(self) -> Mapping[str, SourceTraining]:
        """The trainings that were needed so far, by network and regime."""
        return self._trained

    @property
    def spent_s(self) -> float:
        """Seconds of training by this process; what was found in the cache took none."""
        return sum(self._spent_s)

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
    task, blueprint = origin.task, origin.network
    key = f"{blueprint.name} {origin.regime}"
    if key not in task._trained:
        known, digest = f"{task.seed} {key}", task.digest
        with torch.device("meta"):
            slots = blueprint.build(1)
        training = read_training(views.cache, digest, known, slots)
        if training is None:
            training = train_from_scratch(blueprint, task, origin.regime, views, job)
            keep_training(views.cache, digest, known, training)
            task._spent_s.append(training.seconds)
        task._trained[key] = replace(training, title=_title(origin))
    return task._trained[key].weights


def _title(origin: FromSource) -> str:
    schedule = origin.regime.schedule
    rates = ", ".join(f"{rate.start:g}" for rate in (schedule.early, schedule.late, schedule.head))
    return f"{origin.network.title or origin.network.name}; rates {rates}"


def train_from_scratch(
    blueprint: Blueprint, task: SourceTask, regime: Regime, views: SongViews, job: JobContext
) -> SourceTraining:
    """Train every section of a network on a source task. Raises as source_weights."""
    begun = time.monotonic()
    songs = sorted_songs(judged_songs(task.songs))
    require_songs(len(songs.audio_hashes))
    columns = learnable_tags(songs.states)
    if not len(columns):
        raise TrainingError("training.nothing_to_learn", detail=task.name)
    device = views.model.device
    network = seeded(lambda: blueprint.build(len(columns)), task.seed).to(device)
    data = training_data(songs.states[:, columns], artist_numbers(songs), task.seed)
    begin_with_log_odds(network, data)
    config = regime.config(data, frozenset(network.sections()), task.seed, device)
    source = spectrogram_source(blueprint, songs, views, job)
    train(network, source, data, config, job)
    wauc, _ = validate(network, source, data, data.validation, job)
    weights = without_classifier(network.state_dict())
    return SourceTraining(weights, wauc, len(data.validation), time.monotonic() - begun)


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
