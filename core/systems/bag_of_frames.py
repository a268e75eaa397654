"""Bags of frames: how often a song is at which of the typical moments of a collection.

Sankaran 2017, section 2.3.1. Time is left out: the same frames in another order give the same
vector.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.systems.frames import Cepstra, FrameSource, drawn_frames
from core.systems.song_views import Frames, SongFile, SongViews
from core.systems.vector_system import Vectorizer

N_CENTRES = 1024  # Z of Sankaran 2017, table 4.3
FRAMES_PER_CENTRE = 4  # at least, or a centre is a frame
BATCH_FRAMES, N_BATCHES = 4096, 100  # two rounds of 200 000 frames


@dataclass(frozen=True, slots=True)
class BagOfFrames:
    """The share of a song's frames that is nearest to each of some centres, which sum to 1.

    Sankaran 2017, algorithm 7, divided by the number of frames, so that the length of a song does
    not matter. source: of the frames. centres: how many; fewer where frames are few.
    """

    source: FrameSource = field(default_factory=Cepstra)
    centres: int = N_CENTRES

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> Vectorizer:
        """See Representation. The vectorizer gives float64 (n_centres,)."""
        reader = self.source.fit(songs, views, seed, SubJob(job, 0.0, 0.4))
        drawn = drawn_frames(reader, songs, seed, SubJob(job, 0.4, 0.4))
        centres = fit_centres(drawn, self.centres, seed, SubJob(job, 0.8, 0.2))

        def histogram(song: SongFile) -> NDArray[np.float64]:
            return centres.histogram(reader(song))

        return histogram


@dataclass(frozen=True, slots=True)
class Centres:
    """Learned centres of frames. kmeans: scikit-learn's. n: how many."""

    kmeans: Any
    n: int

    def nearest(self, frames: Frames) -> NDArray[np.int64]:
        """Return the number of the centre nearest to each frame: (n_frames,)."""
        return np.asarray(self.kmeans.predict(np.ascontiguousarray(frames)), dtype=np.int64)

    def histogram(self, frames: Frames) -> NDArray[np.float64]:
        """Return the share of the frames that is nearest to each centre: (n,), sums to 1."""
        counts = np.bincount(self.nearest(frames), minlength=self.n)
        return counts / len(frames)


def fit_centres(frames: Frames, n: int, seed: int, job: JobContext = SILENT) -> Centres:
    """Learn centres by mini-batch k-means (Sculley 2010), from n frames drawn at random on.

    frames: (n_frames, n_values), at least one. n: at most one for FRAMES_PER_CENTRE frames are
    made. Raises Cancelled between batches.
    """
    from sklearn.cluster import MiniBatchKMeans

    n = max(1, min(n, len(frames) // FRAMES_PER_CENTRE))
    frames = np.ascontiguousarray(frames)
    rng = np.random.default_rng([seed, n])
    kmeans = MiniBatchKMeans(
        n,
        init=frames[rng.choice(len(frames), n, replace=False)],
        n_init=1,
        random_state=seed,
    )
    batch_frames = max(min(BATCH_FRAMES, len(frames)), n)
    for batch in range(N_BATCHES):  # not fit(), which cannot be cancelled
        job.check()
        job.report(batch, N_BATCHES)
        kmeans.partial_fit(frames[rng.integers(0, len(frames), batch_frames)])
    return Centres(kmeans, n)
