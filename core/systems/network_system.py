"""Systems that train a network by gradients, as deep as they are told.

What is frozen is read once and kept in the feature cache; it stays bit for bit as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext, SubJob, part_of
from core.library.records import Labels
from core.models.card import ModelCard
from core.models.checkpoint import TaggingModel, to_inference
from core.models.network import TaggingNetwork
from core.models.predict import song_input
from core.models.probe_tagger import ProbeTagger
from core.models.reduce_song import filled, reduce_song
from core.models.sections import Section
from core.models.segments import song_starts
from core.systems.gradient_training import (
    Regime,
    begin_with_log_odds,
    require_songs,
    seeded,
    train,
    training_data,
)
from core.systems.kept_weights import Weights
from core.systems.network_origins import Blueprint, Origin, spectrogram_source
from core.systems.song_views import SongViews
from core.systems.system import FittedSystem, Scores, learnable_tags
from core.training.config import Depth
from core.training.embeddings import read_features
from core.training.folds import artist_numbers
from core.training.labels import judged_songs, select_songs, sorted_songs
from core.training.sources import FeatureSource, SongSource

ORIGIN_SHARE, READ_SHARE = 0.4, 0.2  # of the work; the rest is training
ALL = frozenset(Section)
TRAINED: Mapping[Depth, frozenset[Section]] = {
    Depth.CLASSIFIER: frozenset({Section.CLASSIFIER}),
    Depth.TEMPORAL: frozenset({Section.CLASSIFIER, Section.TEMPORAL}),
    Depth.EVERYTHING: ALL,
}


@dataclass(frozen=True, slots=True)
class NetworkSystem:
    """A System. origin: its network and first weights. trained: the sections that learn."""

    name: str
    origin: Origin
    trained: frozenset[Section]
    regime: Regime

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> FittedSystem:
        """See System."""
        songs = sorted_songs(judged_songs(songs))
        require_songs(len(songs.audio_hashes))
        columns, n_all = learnable_tags(songs.states), songs.states.shape[1]
        if not len(columns):
            return _NothingLearned(n_all)
        blueprint = self.origin.blueprint(views)
        weights = self.origin.weights(views, SubJob(job, 0.0, ORIGIN_SHARE))
        network = network_with(blueprint, len(columns), seed, weights).to(views.model.device)
        reading = SubJob(job, ORIGIN_SHARE, READ_SHARE)
        source, frozen = self._source(blueprint, weights, songs, views, reading)
        data = training_data(songs.states[:, columns], artist_numbers(songs), seed)
        begin_with_log_odds(network, data)
        config = self.regime.config(data, self.trained, seed, views.model.device)
        done = ORIGIN_SHARE + READ_SHARE
        train(network, source, data, config, SubJob(job, done, 1.0 - done))
        reader = frozen or reading_model(blueprint, network, views.model.device)
        return FittedNetwork(views, network.eval(), reader, frozen is not None, (columns, n_all))

    def _source(
        self,
        blueprint: Blueprint,
        weights: Weights | None,
        songs: Labels,
        views: SongViews,
        job: JobContext,
    ) -> tuple[SongSource, TaggingModel | None]:
        """Read the songs as far as what is frozen goes; and what reads them, if anything is."""
        if Section.REDUCTION in self.trained:
            return spectrogram_source(blueprint, songs, views, job), None
        # A classifier of no consequence, always the same: it is part of the name in the cache.
        network = network_with(blueprint, 1, 0, weights)
        frozen = reading_model(blueprint, network, views.model.device)
        features = read_features(frozen, songs, views.cache, job)
        return FeatureSource(features, views.model.device), frozen


@dataclass(frozen=True, slots=True)
class FittedNetwork:
    """A FittedSystem. network: the trained one, in evaluate mode.

    reader: what turns a song into features; is_frozen: whether it is as it was before training,
    so that features are kept. tags: the columns that were learned, and how many there are.
    """

    views: SongViews
    network: TaggingNetwork
    reader: TaggingModel
    is_frozen: bool
    tags: tuple[NDArray[np.int64], int]

    def scores(self, songs: Labels, job: JobContext = SILENT) -> Scores:
        """See FittedSystem."""
        n_songs, (columns, n_tags) = len(songs.audio_hashes), self.tags
        scores = np.full((n_songs, n_tags), np.nan)
        for row in range(n_songs):  # one by one: the same score beside whatever other songs
            job.check()
            job.report(row, n_songs, songs.paths[row].name)
            song = select_songs(songs, np.array([row]))
            features = self._features(song, part_of(job, row, n_songs))
            sequence = torch.from_numpy(features).to(self.reader.device).unsqueeze(0)
            length = torch.tensor([len(features)], device=self.reader.device)
            with torch.no_grad():
                logits = self.network.song_logits(sequence, length)[0]
            scores[row, columns] = torch.sigmoid(logits).cpu().numpy()
        return scores

    def _features(self, song: Labels, job: JobContext) -> NDArray[np.float32]:
        """Reduce the segments of one song: (steps, n_features)."""
        cache, reader = self.views.cache, self.reader
        if self.is_frozen:
            return read_features(reader, song, cache, job)[0].steps()
        whole = filled(reader, song_input(reader, song.paths[0], song.audio_hashes[0], cache, job))
        network = reader.network
        length, hop = network.segment_frames, network.hop_frames
        starts = song_starts(whole.n_frames, length, network.layout, hop)
        return reduce_song(reader, whole, starts, job)


@dataclass(frozen=True, slots=True)
class _NothingLearned:
    n_tags: int

    def scores(self, songs: Labels, job: JobContext = SILENT) -> Scores:
        job.check()
        return np.full((len(songs.audio_hashes), self.n_tags), np.nan)


def network_with(
    blueprint: Blueprint, n_tags: int, seed: int, weights: Weights | None
) -> TaggingNetwork:
    """Build a network; seed decides what the weights, which lack the classifier, leave open."""
    network = seeded(lambda: blueprint.build(n_tags), seed)
    if weights is not None:
        found = network.load_state_dict(weights, strict=False)
        assert not found.unexpected_keys
        assert all(name.startswith(Section.CLASSIFIER) for name in found.missing_keys)
    return network


def reading_model(blueprint: Blueprint, network: TaggingNetwork, device: str) -> TaggingModel:
    """Put a network in the form that reads songs. Its features are those of the network alone."""
    card = ModelCard(blueprint.name, blueprint.name, {}, blueprint.recipe, words=())
    return to_inference(card, ProbeTagger(network, n_mels=0, n_tags=0), device)
