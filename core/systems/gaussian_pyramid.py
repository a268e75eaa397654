"""Frames at several paces: a Gaussian pyramid over time, summed up level by level.

Sankaran 2017, algorithm 16, after Dieleman and Schrauwen 2013 ("Multiscale approaches to music
audio feature learning"); pooled statistics in place of centres after Hamel et al. 2012.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.models.segments import Layout, song_starts
from core.systems.bag_of_frames import Centres, fit_centres
from core.systems.frames import (
    MAX_DRAWN_FRAMES,
    N_COMPONENTS,
    Projection,
    drawn_rows,
    fit_components,
    songs_to_draw_from,
)
from core.systems.pooled_frames import WINDOW_FRAMES, pooled
from core.systems.song_views import Frames, SongFile, SongViews
from core.systems.vector_system import Vectorizer

N_LEVELS, N_LEVEL_CENTRES = 5, 200
SEGMENT_FRAMES = 4 * WINDOW_FRAMES  # of the lowest level, 9.2 s: 27 frames of the fifth
KERNEL = np.array([1, 4, 6, 4, 1], dtype=np.float32) / 16  # Burt and Adelson 1983, a = 3/8

LevelSummary = Callable[[Frames], NDArray[np.floating]]


@dataclass(frozen=True, slots=True)
class GaussianPyramid:
    """PCA-whitened frames of every level, summed up and concatenated.

    By bags of frames of segments, of which the maximum is taken (centres: how many a level); or,
    with 0 centres, by the statistics of pooled_frames over windows that last twice as long in
    each level. levels: how many, the first at the pace of the log-mel.
    """

    levels: int = N_LEVELS
    centres: int = N_LEVEL_CENTRES

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> Vectorizer:
        """See Representation. The vectorizer gives (levels · centres,), fewer if frames are few."""
        drawn = self._drawn_levels(songs, views, seed, SubJob(job, 0.0, 0.5))
        summaries = []
        for level, frames in enumerate(drawn):
            learning = SubJob(job, 0.5 + 0.5 * level / self.levels, 0.5 / self.levels)
            summaries.append(self._fit_level(level, frames, seed, learning))

        def vector(song: SongFile) -> NDArray[np.floating]:
            levels = time_pyramid(views.log_mel(song).T, self.levels)
            pairs = zip(summaries, levels, strict=True)
            return np.concatenate([summary(frames) for summary, frames in pairs])

        return vector

    def _drawn_levels(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext
    ) -> list[Frames]:
        """Draw frames of every level, reading a song once."""
        quota = max(1, MAX_DRAWN_FRAMES // max(1, len(songs.paths) * self.levels))
        drawn: list[list[Frames]] = [[] for _ in range(self.levels)]
        for song in songs_to_draw_from(songs, job):
            levels = time_pyramid(views.log_mel(song).T, self.levels)
            for parts, frames in zip(drawn, levels, strict=True):
                parts.append(frames[drawn_rows(len(frames), quota, song, seed)])
        return [np.concatenate(parts) for parts in drawn]

    def _fit_level(self, level: int, frames: Frames, seed: int, job: JobContext) -> LevelSummary:
        job.check()
        project = fit_components(frames, N_COMPONENTS, is_whitened=True)
        if not self.centres:
            return lambda others: pooled(project(others), WINDOW_FRAMES)
        centres = fit_centres(project(frames), self.centres, seed, job)
        segment_frames = max(1, SEGMENT_FRAMES >> level)
        return lambda others: _largest_shares(others, project, centres, segment_frames)


def _largest_shares(
    frames: Frames, project: Projection, centres: Centres, segment_frames: int
) -> NDArray[np.float64]:
    """Return the largest share that each centre has in a segment: (n_centres,)."""
    nearest = centres.nearest(project(frames))
    starts = song_starts(len(frames), segment_frames, Layout.END_ALIGNED)
    largest = np.zeros(centres.n)
    for start in starts:
        segment = nearest[start : start + segment_frames]
        shares = np.bincount(segment, minlength=centres.n) / len(segment)
        np.maximum(largest, shares, out=largest)
    return largest


def time_pyramid(frames: Frames, n_levels: int) -> list[Frames]:
    """Smooth and halve frames (n_frames, n_values) again and again, over time only.

    The first level is what was given; a level has half the frames of that below it, rounded up.
    """
    levels = [frames]
    margin = len(KERNEL) // 2
    for _ in range(n_levels - 1):
        below = levels[-1]
        padded = np.pad(below, ((margin, margin), (0, 0)), mode="edge")
        n_frames = (len(below) + 1) // 2
        halved = np.zeros((n_frames, below.shape[1]), dtype=np.float32)
        for offset, weight in enumerate(KERNEL):
            halved += weight * padded[offset : offset + 2 * n_frames - 1 : 2]
        levels.append(halved)
    return levels
