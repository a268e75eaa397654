"""RhythmCap's own way of learning as one system among the others: probes on a frozen network.

What *Learn from my tags* does at its shallowest depth, without a file.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.metrics.log_odds import sigmoid
from core.systems.song_views import SongViews, song_files
from core.systems.system import FittedSystem, Scores
from core.systems.vector_system import song_vectors
from core.training.folds import make_folds
from core.training.labels import LabelMap, judged_songs, map_labels, sorted_songs
from core.training.linear_probe import ProbeSongs
from core.training.teach_words import Layer
from core.training.training_set import TrainingSet


@dataclass(frozen=True, slots=True)
class OwnRecipe:
    """A System: linear probes on all blocks of the model's embedding, from the model's opinion."""

    name: str = "rhythmcap"

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> FittedSystem:
        """See System."""
        songs = sorted_songs(songs)
        embeddings = song_vectors(views.embedding, songs, SubJob(job, 0.0, 0.6))
        is_judged = (songs.states >= 0).any(axis=1)
        probe_songs = ProbeSongs(
            embeddings[is_judged].astype(np.float32), embeddings[~is_judged].astype(np.float32)
        )
        judged = judged_songs(songs)
        label_map = map_labels(judged, views.model.words)
        teacher = TrainingSet(views.model, judged, probe_songs, label_map).teacher()
        judgement = teacher.judge(make_folds(judged, seed), SubJob(job, 0.6, 0.3))
        layer = teacher.layer(judgement, job=SubJob(job, 0.9, 0.1))
        return _FittedRecipe(views, label_map, layer, songs.states.shape[1])


@dataclass(frozen=True, slots=True)
class _FittedRecipe:
    views: SongViews
    label_map: LabelMap
    layer: Layer
    n_tags: int

    def scores(self, songs: Labels, job: JobContext = SILENT) -> Scores:
        embeddings = song_vectors(self.views.embedding, songs, job)
        logits = self.layer.logits(embeddings.astype(np.float32))
        taught = np.flatnonzero(self.label_map.trained)
        scores: NDArray[np.float64] = np.full((len(song_files(songs)), self.n_tags), np.nan)
        columns = self.label_map.columns[taught]
        scores[:, columns] = sigmoid(logits[:, taught])
        return scores
