"""What every system offers: it learns tags from some songs, and scores any songs.

A system is cheap to make and holds nothing learned; fitting gives a second object that does. What
a system reads of a song comes from SongViews, so that no system decodes a file.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.systems.song_views import SongViews

Scores = NDArray[np.float64]
States = NDArray[np.int8]


class FittedSystem(Protocol):
    """A system that has learned."""

    def scores(self, songs: Labels, job: JobContext = SILENT) -> Scores:
        """Score songs, whose decisions are not looked at: (n_songs, n_tags), 0 to 1.

        NaN for tags that could not be learned. Raises Cancelled.
        """


class System(Protocol):
    """A way of learning tags. name: as in plans and on the command line, say "mfcc-bof"."""

    @property
    def name(self) -> str:
        """Return the name."""

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> FittedSystem:
        """Learn every tag that has a yes and a no among the songs; other cells are masked.

        The same songs and seed give the same scores, in whatever order the songs come. Raises
        TrainingError where these songs are too few for it, Cancelled.
        """


def learnable_tags(states: States) -> NDArray[np.int64]:
    """Return the columns of (n_songs, n_tags) with both a yes and a no."""
    return np.flatnonzero((states == 1).any(axis=0) & (states == 0).any(axis=0))
