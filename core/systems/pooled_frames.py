"""Frames summed up by a few statistics: the systems before deep learning.

Pooling over windows of time after Hamel et al. 2011 ("Temporal pooling and multiscale learning for
automatic annotation and ranking of music audio"), and the plain mean and spread of cepstra.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.models.segments import Layout, song_starts
from core.systems.frames import FrameSource, PrincipalComponents
from core.systems.song_views import RECIPE, Frames, SongFile, SongViews
from core.systems.vector_system import Vectorizer

WINDOW_S = 2.3  # Hamel et al. 2011, section 4
WINDOW_FRAMES = round(WINDOW_S * RECIPE.rate_hz / RECIPE.hop_length)
N_STATISTICS = 4
STATISTICS_KEY = f"cepstral-statistics-{RECIPE.key}"


@dataclass(frozen=True, slots=True)
class PooledFrames:
    """Mean, variance, maximum and minimum over windows of 2.3 s, averaged over the song.

    Hamel et al. 2011, of PCA-whitened mel spectra. There the windows are judged one by one and
    their scores averaged; here a song is one vector, as for all systems.
    """

    source: FrameSource = field(default_factory=PrincipalComponents)

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> Vectorizer:
        """See Representation. The vectorizer gives float32 (4 · n_values,)."""
        reader = self.source.fit(songs, views, seed, job)
        return lambda song: pooled(reader(song), WINDOW_FRAMES)


def pooled(frames: Frames, window_frames: int) -> NDArray[np.float32]:
    """Average the statistics of windows: (n_frames, n_values) -> (4 · n_values,).

    All means, then variances, maxima and minima. The last window ends with the song; a song
    shorter than a window is one.
    """
    starts = song_starts(len(frames), window_frames, Layout.END_ALIGNED)
    n_values = frames.shape[1]
    total = np.zeros(N_STATISTICS * n_values)
    for start in starts:
        window = frames[start : start + window_frames]
        total += np.concatenate(
            [window.mean(axis=0), window.var(axis=0), window.max(axis=0), window.min(axis=0)]
        )
    return np.asarray(total / len(starts), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class CepstralMoments:
    """Mean and spread over the song of 20 cepstra, Δ and ΔΔ: see CepstralStatistics.

    With nearest neighbours the baseline of the work with few labels (Pons et al. 2019).
    """

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> Vectorizer:
        """See Representation. Nothing is learned; the vectorizer gives float32 (120,)."""
        del songs, seed, job
        return lambda song: views.kept(song, STATISTICS_KEY, lambda: _moments(song, views))


def _moments(song: SongFile, views: SongViews) -> NDArray[np.float32]:
    import torch

    from core.models.cepstra import CepstralStatistics

    log_mel = torch.from_numpy(views.log_mel(song))
    with torch.inference_mode():
        statistics = CepstralStatistics(RECIPE.n_mels)(log_mel.unsqueeze(0))
    return np.asarray(statistics[0].numpy())
