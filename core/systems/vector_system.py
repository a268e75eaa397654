"""Systems that turn a song into one vector, and learn each tag from the vectors.

A representation may itself learn from the songs, without their decisions: centres of a bag of
frames, principal components, the weights of an autoencoder.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.systems.classifiers import Classifier, Scorer
from core.systems.song_views import SongFile, SongViews, song_files
from core.systems.system import FittedSystem, Scores
from core.training.folds import artist_numbers
from core.training.labels import judged_songs, sorted_songs

Vectorizer = Callable[[SongFile], NDArray[np.floating]]  # a song -> (n_values,)
REPRESENTATION_SHARE = 0.8  # of the work


class Representation(Protocol):
    """A way to turn a song into a vector."""

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> Vectorizer:
        """Learn what it must from the sounds of songs; their decisions are not looked at.

        Raises TrainingError where they are too few, Cancelled.
        """


@dataclass(frozen=True, slots=True)
class VectorSystem:
    """A representation and a classifier: a System."""

    name: str
    representation: Representation
    classifier: Classifier

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> FittedSystem:
        """See System."""
        songs = sorted_songs(songs)
        reading = SubJob(job, 0.0, REPRESENTATION_SHARE)
        vectorizer = self.representation.fit(songs, views, seed, SubJob(reading, 0.0, 0.5))
        judged = judged_songs(songs)
        vectors = song_vectors(vectorizer, judged, SubJob(reading, 0.5, 0.5))
        groups = artist_numbers(judged)
        learning = SubJob(job, REPRESENTATION_SHARE, 1.0 - REPRESENTATION_SHARE)
        scorer = self.classifier.fit(vectors, judged.states, groups, learning)
        return _FittedVectorSystem(vectorizer, scorer)


@dataclass(frozen=True, slots=True)
class _FittedVectorSystem:
    vectorizer: Vectorizer
    scorer: Scorer

    def scores(self, songs: Labels, job: JobContext = SILENT) -> Scores:
        return self.scorer(song_vectors(self.vectorizer, songs, job))


def song_vectors(
    vectorizer: Vectorizer, songs: Labels, job: JobContext = SILENT
) -> NDArray[np.floating]:
    """Turn songs into vectors: (n_songs, n_values). Raises AudioError, CacheError, Cancelled."""
    vectors = []
    for song in song_files(songs):
        job.check()
        job.report(song.row, len(songs.paths), song.path.name)
        vectors.append(vectorizer(song))
    return np.stack(vectors)


# -- representations that learn nothing ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EmbeddingVectors:
    """What a frozen network makes of a song: the input of its last layer, pooled features, cepstra.

    layers: which blocks of the embedding, by name; all where none is named.
    """

    layers: tuple[str, ...] = ()

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> Vectorizer:
        """See Representation."""
        del songs, seed, job
        columns = views.embedding_columns(self.layers)
        return lambda song: views.embedding(song)[columns]
